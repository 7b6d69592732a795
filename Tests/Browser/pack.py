#!/usr/bin/env python3
"""Judge a school's copy as its technician gets it: pack.py ARCHIVE

Unpacks it into a folder whose name has spaces and letters beyond ASCII, opens it from there in Chromium and Firefox,
and uses it: every page, the links of some, search, languages, Exit this page, and the notice on its age. Nothing but
files may be asked for. Exit status: 0 all is well, 1 there are findings, 2 a browser could not run.
"""
from __future__ import annotations

import sys
import tempfile
import zipfile
from pathlib import Path
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser, Page, Route

from gates.browser import chromium
from gates.exit_page import LINK, target_of
from gates.firefox import firefox
from gates.report import CannotRun, Report
from gates.search import BOX, search_page
from gates.site import Site

FOLDER = "Ysgol Glan-y-Môr copy"
NOTES = "about-this-copy.html"
NOTICE = "[data-copy-review-by]"
LINKS = "() => [...document.querySelectorAll('a[href], area[href]')].map(link => link.href)"


def main() -> int:
    with tempfile.TemporaryDirectory() as parent:
        root = Path(parent) / FOLDER
        with zipfile.ZipFile(sys.argv[1]) as archive:
            archive.extractall(root)
        report = Report()
        try:
            with chromium() as browser:
                check_pages(browser, Site(root), report)
                check_use(browser, Site(root), report)
                check_age(browser, root, report)
            check_firefox(Site(root), report)
        except CannotRun as error:
            print(f"could not run: {error}")
            return 2
    return report.told()


def watched(browser: Browser, report: Report, **options: object) -> Page:
    """A tab in which whatever is asked of a network is a finding, and is not sent."""
    page = browser.new_context(**options).new_page()

    def stop(route: Route) -> None:
        report.add("pack-network", page.url, f"asks for {route.request.url}")
        route.abort()

    page.route(lambda url: not url.startswith("file:"), stop)
    page.on("pageerror", lambda error: report.add("pack-error", page.url, str(error)[:160]))
    page.on("console", lambda said: report.add("pack-error", page.url, said.text[:160]) if said.type == "error" else None)
    page.on("requestfailed", lambda request: report.add("pack-missing", page.url, f"cannot load {request.url}"))
    return page


def check_pages(browser: Browser, site: Site, report: Report) -> None:
    """Every page opens without a fault, and all its links to the copy lead to a file of the copy."""
    page = watched(browser, report)
    for name in site.pages:
        page.goto((site.root / name).as_uri())
        for link in page.evaluate(LINKS):
            if link.startswith("file:") and not Path(unquote(urlsplit(link).path)).is_file():
                report.add("pack-link", name, f"leads to {link}, where no file is")
    report.notes.append(f"{len(site.pages)} pages opened in Chromium")


def check_use(browser: Browser, site: Site, report: Report) -> None:
    page = watched(browser, report)
    search = search_page(site)
    if search is None:
        report.add("pack-search", "site", "there is no search page")
    else:
        page.goto((site.root / search).as_uri())
        page.fill(f"{BOX} input", "childline")
        page.click(f"{BOX} li a >> nth=0")
        page.wait_for_url(lambda url: not url.endswith(search))
        if not page.url.startswith("file:") or "hildline" not in page.content():
            report.add("pack-search", search, f"the first result leads to {page.url}")
    page.goto((site.root / "index.html").as_uri())
    page.click("a[hreflang='cy'], a[lang='cy'] >> nth=0")
    page.wait_for_function("document.documentElement.lang === 'cy'")
    check_exit(browser, site, report)


def check_exit(browser: Browser, site: Site, report: Report) -> None:
    target = target_of(site, "index.html")
    asked: list[str] = []
    page = browser.new_context().new_page()

    def answer(route: Route) -> None:
        asked.append(route.request.url)
        route.fulfill(body="<!DOCTYPE html><title>Elsewhere</title>", content_type="text/html")

    page.route(lambda url: not url.startswith("file:"), answer)
    page.goto((site.root / "index.html").as_uri())
    page.click(LINK)
    page.wait_for_function("document.title === 'Elsewhere'")
    if asked[:1] != [target]:
        report.add("pack-exit", "index.html", f"leaves for {asked}, not for {target}")


def check_age(browser: Browser, root: Path, report: Report) -> None:
    """The notice comes with the review date, by the clock of the reader's computer, and never without scripts."""
    address = (root / NOTES).as_uri()
    page = watched(browser, report)
    page.goto(address)
    review = page.get_attribute(NOTICE, "data-copy-review-by") or ""
    before = f"{int(review[:4]) - 1}{review[4:]}"
    for day, wanted in ((before, False), (review, True), (f"{int(review[:4]) + 3}-01-01", True)):
        page = watched(browser, report)
        page.clock.set_fixed_time(f"{day}T12:00:00")
        page.goto(address)
        if page.is_visible(NOTICE) is not wanted:
            report.add("pack-age", NOTES, f"on {day} the notice is {'not ' if wanted else ''}shown")
    page = watched(browser, report, java_script_enabled=False)
    page.goto(address)
    if page.is_visible(NOTICE):
        report.add("pack-age", NOTES, "without scripts the notice is shown, whatever the day")


def check_firefox(site: Site, report: Report) -> None:
    with firefox() as browser:
        pattern = [{"type": "pattern", "protocol": scheme} for scheme in ("http", "https")]
        browser.command("network.addIntercept", phases=["beforeRequestSent"], urlPatterns=pattern)
        for name in [NOTES, *site.sample(8)]:
            browser.open((site.root / name).as_uri())
            for error in browser.errors:
                report.add("pack-error", name, f"Firefox: {error[:160]}")
        if search := search_page(site):
            browser.open((site.root / search).as_uri())
            browser.evaluate(f"(() => {{ const box = document.querySelector('{BOX} input'); box.value = 'childline'; "
                             "box.dispatchEvent(new Event('input')); })()")
            if not browser.wait_until(lambda: bool(browser.evaluate(f"!!document.querySelector('{BOX} li a')"))):
                report.add("pack-search", search, "Firefox finds nothing")
        for request in browser.blocked:
            report.add("pack-network", "Firefox", f"asks for {request['url']}")


if __name__ == "__main__":
    sys.exit(main())
