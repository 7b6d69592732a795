"""Debian's Chromium, driven by Playwright."""
from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Error, sync_playwright

from .report import CannotRun

# The headless shell does the same work in about half the time of the full browser.
CANDIDATES = ("/usr/bin/chromium-headless-shell", "/usr/bin/chromium")


def executable() -> str:
    """The browser to use: $CHROMIUM, or the first of Debian's that is installed."""
    for path in filter(None, (os.environ.get("CHROMIUM"), *CANDIDATES)):
        if os.path.exists(path):
            return path
    raise CannotRun("no Chromium: apt-get install chromium-headless-shell chromium")


@contextmanager
def chromium() -> Iterator[Browser]:
    """A running browser. A fault of the browser itself means the gate could not run."""
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=executable())
            yield browser
            browser.close()
    except Error as error:
        raise CannotRun(str(error).splitlines()[0]) from error
