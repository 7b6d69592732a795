"""Pages in several languages: their links to one another, and right-to-left pages as a browser sets them.

    lang-alternate  a version that does not list itself, or that another one lists and that does not list it back; no
                    x-default; a version in another language than its link says
    lang-sitemap    the sitemap names other versions than the page
    lang-switch     a version that readers of the page cannot reach by a link with hreflang and lang
    lang-direction  the direction is not that of the language
    rtl-reflow      a right-to-left page scrolls sideways
    rtl-start       its text does not start at the right
    rtl-exit        its exit button does not stand at the end of the line (the left) on a wide screen
"""
from __future__ import annotations

from pathlib import Path

from lxml import etree
from playwright.sync_api import Page

from .browser import chromium
from .exit_page import LINK
from .report import Report
from .site import Site

ABOUT = "versions of a page list each other and can be reached; right-to-left pages at 390 and 1280 px"
SHARES = ("",)

RIGHT_TO_LEFT = {"ar", "fa", "he", "ku-arab", "ps", "sd", "ug", "ur", "yi"}
XHTML = "{http://www.w3.org/1999/xhtml}link"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
STARTS_RIGHT = """() => { const s = getComputedStyle(document.querySelector('main p'));
  return s.direction === 'rtl' && ['right', 'start'].includes(s.textAlign) }"""
PAGES = 6


def check(site: Site, share: str) -> Report:
    report = Report()
    versions = {name: _alternates(site, name) for name in site.pages}
    for name in site.pages:
        _direction(site, name, report)
        if versions[name]:
            _versions(site, name, versions, report)
    _sitemap(site, versions, report)
    _right_to_left(site, report)
    count = sum(bool(links) for links in versions.values())
    report.notes.append(f"{count} pages in more than one language")
    return report


def _alternates(site: Site, name: str) -> dict[str, str]:
    links = site.document(name).xpath("//head/link[@rel='alternate'][@hreflang]")
    return {str(link.get("hreflang")): str(link.get("href")) for link in links}


def _file(site: Site, address: str) -> str | None:
    found = site.file_at(address)
    return found.relative_to(site.root).as_posix() if found else None


def _versions(site: Site, name: str, versions: dict[str, dict[str, str]], report: Report) -> None:
    own, lang = versions[name], site.document(name).get("lang", "")
    if "x-default" not in own:
        report.add("lang-alternate", name, "has no x-default")
    if _file(site, own.get(lang, "")) != name:
        report.add("lang-alternate", name, f"does not list itself as {lang!r}")
    switch = {_linked(site, name, a) for a in site.document(name).xpath("//a[@hreflang and @hreflang = @lang]")}
    for tag, address in own.items():
        other = _file(site, address)
        if other is None or other not in versions:
            report.add("lang-alternate", name, f"{tag}: {address} is no page of this site")
        elif versions[other] != own:
            report.add("lang-alternate", name, f"{other} lists other versions")
        elif tag != "x-default" and site.document(other).get("lang") != tag:
            report.add("lang-alternate", name, f"{other} is not in {tag!r}")
        elif other != name and tag != "x-default" and other not in switch:
            report.add("lang-switch", name, f"no link with lang and hreflang leads to {other}")


def _linked(site: Site, name: str, link: object) -> str:
    path = Path(name).parent / str(link.get("href")).split("#")[0]  # type: ignore[attr-defined]
    parts: list[str] = []
    for part in path.parts:
        parts = parts[:-1] if part == ".." else parts + [part]
    target = "/".join(parts)
    return target if target.endswith(".html") else f"{target}/index.html".lstrip("/")


def _direction(site: Site, name: str, report: Report) -> None:
    document = site.document(name)
    wanted = "rtl" if document.get("lang", "").split("-")[0] in RIGHT_TO_LEFT else "ltr"
    if document.get("dir", "ltr") != wanted:
        report.add("lang-direction", name, f"a page in {document.get('lang')!r} with dir={document.get('dir')!r}")


def _sitemap(site: Site, versions: dict[str, dict[str, str]], report: Report) -> None:
    file = site.root / "sitemap.xml"
    if not file.is_file():
        return
    for url in etree.parse(str(file)).iter(f"{SITEMAP}url"):
        name = _file(site, url.findtext(f"{SITEMAP}loc") or "")
        listed = {str(link.get("hreflang")): str(link.get("href")) for link in url.iter(XHTML)}
        if name in versions and listed != versions[name]:
            report.add("lang-sitemap", name, "the sitemap lists other versions than the page")


def _right_to_left(site: Site, report: Report) -> None:
    names = [name for name in site.pages if site.document(name).get("dir") == "rtl"][:PAGES]
    if not names:
        return
    with chromium() as browser:
        page = browser.new_page()
        for name in names:
            for width in (390, 1280):
                page.set_viewport_size({"width": width, "height": 800})
                page.goto(site.url(name))
                _judge(page, name, width, report)


def _judge(page: Page, name: str, width: int, report: Report) -> None:
    if page.evaluate("document.documentElement.scrollWidth > innerWidth + 1"):
        report.add("rtl-reflow", name, f"scrolls sideways at {width} px")
    if not page.evaluate(STARTS_RIGHT):
        report.add("rtl-start", name, f"its text does not start at the right at {width} px")
    box = page.locator(LINK).last.bounding_box()
    if width > 1000 and box and box["width"] < width / 2 and box["x"] + box["width"] / 2 > width / 2:
        report.add("rtl-exit", name, "the exit button stands where the line starts")
