#!/usr/bin/env python3
"""A picture (or PDF) of one page, as a reader in that situation sees it.

  shot.py PAGE out.png [--mobile] [--dark] [--forced] [--print] [--no-js] [--rtl] [--full] ...
  shot.py PAGE out.pdf          prints it on A4

PAGE is a file or an address. Exit status: 0 taken, 1 taken but the page logged a script error or a request failed.
"""
from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, Page

from gates.browser import chromium


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("page", help="a file or an address")
    parser.add_argument("out", type=Path, help="a .png or .pdf file")
    for name, help in {
        "full": "the whole page, not only the window",
        "mobile": "a phone 390 pixels wide, with touch",
        "dark": "the reader prefers dark colours",
        "forced": "the system's high-contrast colours",
        "reduced": "the reader prefers less motion",
        "no-js": "JavaScript is off",
        "print": "as on paper, but as a picture",
        "rtl": "mirrored, as in a right-to-left language",
        "offline": "block every address outside the page's own site",
        "text": "also print the visible text",
    }.items():
        parser.add_argument(f"--{name}", action="store_true", help=help)
    parser.add_argument("--width", type=int, help="CSS pixels (1280, or 390 with --mobile)")
    parser.add_argument("--height", type=int, default=900)
    parser.add_argument("--zoom", type=float, default=1, help="browser zoom: 4 is 400 %%")
    parser.add_argument("--tab", type=int, default=0, metavar="N", help="press Tab N times first")
    parser.add_argument("--type", metavar="SELECTOR=TEXT", help="type into a field first")
    parser.add_argument("--wait", type=int, default=0, metavar="MS")
    return parser.parse_args()


def situation(options: argparse.Namespace) -> dict[str, Any]:
    """The reader's browser. Zooming by two halves the CSS pixels and doubles their density."""
    width = options.width or (390 if options.mobile else 1280)
    return {
        "viewport": {"width": round(width / options.zoom), "height": round(options.height / options.zoom)},
        "device_scale_factor": options.zoom,
        "color_scheme": "dark" if options.dark else "light",
        "forced_colors": "active" if options.forced else "none",
        "reduced_motion": "reduce" if options.reduced else "no-preference",
        "java_script_enabled": not options.no_js,
        "is_mobile": options.mobile,
        "has_touch": options.mobile,
    }


def listen(page: Page, problems: list[str]) -> None:
    page.on("pageerror", lambda error: problems.append(f"script: {error}"))
    page.on("requestfailed", lambda request: problems.append(f"failed: {request.url}"))
    page.on("response", lambda answer: answer.status >= 400 and not answer.url.endswith("/favicon.ico")
            and problems.append(f"{answer.status}: {answer.url}"))


def block_others(context: BrowserContext, url: str) -> None:
    parts = urlsplit(url)
    own = "file://" if parts.scheme == "file" else f"{parts.scheme}://{parts.netloc}/"
    context.route(lambda address: not address.startswith((own, "data:", "blob:")), lambda route: route.abort())


def prepare(page: Page, url: str, options: argparse.Namespace) -> None:
    """Bring the page to the state that is to be seen."""
    if options.print:
        page.emulate_media(media="print")
    page.goto(url, wait_until="load")
    if options.rtl:
        page.evaluate("document.documentElement.dir = 'rtl'")
    if options.type:
        selector, _, text = options.type.rpartition("=")
        page.locator(selector).press_sequentially(text)
    for _ in range(options.tab):
        page.keyboard.press("Tab")
    page.wait_for_timeout(options.wait)


def main() -> int:
    options = arguments()
    url = options.page if "://" in options.page else Path(options.page).resolve().as_uri()
    problems: list[str] = []
    with chromium() as browser:
        context = browser.new_context(**situation(options))
        if options.offline:
            block_others(context, url)
        page = context.new_page()
        listen(page, problems)
        prepare(page, url, options)
        if options.out.suffix == ".pdf":
            page.pdf(path=options.out, format="A4", print_background=True, tagged=True, outline=True)
        else:
            page.screenshot(path=options.out, full_page=options.full or options.print, animations="disabled")
        if options.text:
            print(page.locator("body").inner_text())
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
