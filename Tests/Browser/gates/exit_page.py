"""Exit this page: the way out for a reader who is being watched.

The behaviour is that of the GOV.UK Design System's component. A page offers the links `a[data-signpost-exit]`; its
script covers the page with `#exit-overlay` and then replaces it. Nothing leaves this machine: the requests to the
target are answered here.
"""
from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page, Route

from .browser import chromium
from .report import Report
from .site import Site

ABOUT = "Exit this page: with and without JavaScript, Shift three times, first in tab order, always in reach"
SHARES = ("place", "leave")

LINK = "a[data-signpost-exit]"
BEHAVIOUR_PAGES = 3  # the script is the same file on every page
SIZE = 44  # CSS pixels, WCAG 2.5.5 (AAA)
WIDTHS = {"desktop": {"width": 1280, "height": 800}, "mobile": {"width": 320, "height": 640}}

# The exit links that a reader can see and hit now, each with its middle.
IN_REACH = """selector => [...document.querySelectorAll(selector)].map(e => {
  const r = e.getBoundingClientRect(), x = r.left + r.width / 2, y = r.top + r.height / 2;
  const inside = r.top >= 0 && r.left >= 0 && r.bottom <= innerHeight + 1
    && r.right <= document.documentElement.clientWidth + 1;
  return {x, y, width: r.width, height: r.height, reach: inside && e.contains(document.elementFromPoint(x, y))};
}).filter(box => box.reach)"""

# The overlay hides the page: it covers the whole window, lies on top, and cannot be seen through.
COVERED = """() => {
  const e = document.getElementById('exit-overlay');
  if (!e || !e.checkVisibility({visibilityProperty: true, opacityProperty: true})) return false;
  const r = e.getBoundingClientRect(), s = getComputedStyle(e);
  const whole = r.left <= 0 && r.top <= 0 && r.right >= document.documentElement.clientWidth && r.bottom >= innerHeight;
  const points = [[1, 1], [innerWidth / 2, innerHeight / 2], [document.documentElement.clientWidth - 2, innerHeight - 2]];
  const onTop = points.every(([x, y]) => e.contains(document.elementFromPoint(x, y)));
  const alpha = s.backgroundColor.match(/rgba\\(.*, *([\\d.]+)\\)$/);
  return whole && onTop && s.opacity === '1' && (!alpha || alpha[1] === '1');
}"""


def check(site: Site, share: str) -> Report:
    report = Report()
    with chromium() as browser:
        if share == "place":
            _check_markup(site, report)
            for view, size in WIDTHS.items():
                _check_place(browser, site, view, size, report)
        else:
            for name in site.sample(BEHAVIOUR_PAGES):
                Leaving(browser, site, name, report).check()
    return report


def target_of(site: Site, name: str) -> str | None:
    """Where the exit link of a page leads."""
    found = site.document(name).xpath("//a[@data-signpost-exit]/@href")
    return str(found[0]) if found else None


def _check_markup(site: Site, report: Report) -> None:
    """Without JavaScript only the link itself is there, so it must be whole."""
    targets = {}
    for name in site.pages:
        links = site.document(name).xpath("//a[@data-signpost-exit]")
        if not links:
            report.add("exit-missing", name, "the page has no a[data-signpost-exit]")
        for link in links:
            targets.setdefault(link.get("href"), name)
            if not str(link.get("href")).startswith("https://"):
                report.add("exit-target", name, f"leads to {link.get('href')!r}, not to an https address elsewhere")
            if "noreferrer" not in link.get("rel", "").split():
                report.add("exit-rel", name, "needs rel=noreferrer, so that the other site is not told")
            if link.get("target"):
                report.add("exit-target", name, "opens another window and leaves this page behind it")
    if len(targets) > 1:
        report.add("exit-target", "site", f"pages lead to different places: {targets}")


def _check_place(browser: Browser, site: Site, view: str, size: dict[str, int], report: Report) -> None:
    page = browser.new_context(viewport=size, reduced_motion="reduce").new_page()
    for name in site.pages:
        page.goto(site.url(name), wait_until="load")
        where = f"{name} ({view})"
        for place in ("top", "end"):
            page.evaluate("place => scrollTo(0, place === 'end' ? 1e6 : 0)", place)
            boxes = page.evaluate(IN_REACH, LINK)
            if not boxes:
                report.add("exit-reach", where, f"no exit link is in reach at the {place} of the page")
            elif not any(b["width"] >= SIZE and b["height"] >= SIZE for b in boxes):
                report.add("exit-size", where, f"the exit link is under {SIZE} px at the {place} of the page")
        page.evaluate("scrollTo(0, 0)")
        page.keyboard.press("Tab")
        if not page.evaluate("selector => document.activeElement.matches(selector)", LINK):
            report.add("exit-first", where, "the first Tab does not reach an exit link")


class Leaving:
    """The ways out of one page, each tried in a fresh tab whose history holds a neutral page before it."""

    def __init__(self, browser: Browser, site: Site, name: str, report: Report) -> None:
        self.browser, self.site, self.name, self.report = browser, site, name, report
        self.target = target_of(site, name) or ""

    def check(self) -> None:
        if not self.target.startswith("https://"):
            return  # told by the look at the markup
        self._without_script()
        self._leave("a click", lambda page: page.mouse.click(*_centre(page)))
        self._leave("Shift three times", lambda page: _shift(page, 0, 0))
        self._leave("Shift with pauses of 3 s", lambda page: _shift(page, 3000, 3000))
        self._stay("Shift twice, and again after 5.5 s", lambda page: _shift(page, 0, 5500))
        self._stay("typing three capital letters", _capitals)

    @contextmanager
    def _tab(self, scripts: bool = True) -> Iterator[tuple[Page, Elsewhere]]:
        """A tab that shows the page, and the stand-in for the rest of the world."""
        context = self.browser.new_context(java_script_enabled=scripts)
        elsewhere = Elsewhere()
        context.route(lambda url: not url.startswith(self.site.origin), elsewhere.answer)
        page = context.new_page()
        if scripts:
            page.clock.install()
        page.goto(f"{self.site.origin}{self.site.base_path}robots.txt")
        page.goto(self.site.url(self.name), wait_until="load")
        yield page, elsewhere
        context.close()

    def _without_script(self) -> None:
        with self._tab(scripts=False) as (page, elsewhere):
            page.mouse.click(*_centre(page))
            if not elsewhere.is_asked(page):
                self._fault("exit-nojs", "the link does nothing without JavaScript")
            elif elsewhere.asked != [self.target]:
                self._fault("exit-nojs", f"without JavaScript the link leads to {elsewhere.asked}")

    def _leave(self, way: str, act: Callable[[Page], None]) -> None:
        """This way must leave: the overlay first, then a page that takes this one's place in the history."""
        with self._tab() as (page, elsewhere):
            elsewhere.status = 204  # "No Content" keeps this page on screen, as a slow connection would
            act(page)
            if not elsewhere.is_asked(page):
                self._fault("exit-script", f"{way} does not leave the page")
                return
            if not page.evaluate(COVERED):
                self._fault("exit-overlay", f"{way}: the page can still be seen while the other one loads")
        with self._tab() as (page, elsewhere):
            before = page.evaluate("history.length")
            act(page)
            page.wait_for_url(f"{self.target}*")
            self._check_history(way, page, before)

    def _check_history(self, way: str, page: Page, before: int) -> None:
        if page.evaluate("history.length") != before:
            self._fault("exit-history", f"{way} adds to the history instead of replacing this page")
        page.go_back()
        if page.url == self.site.url(self.name):
            self._fault("exit-history", f"{way}: the Back button returns to this page")

    def _stay(self, way: str, act: Callable[[Page], None]) -> None:
        """This must not leave: a reader who only types would lose the page."""
        with self._tab() as (page, elsewhere):
            act(page)
            if elsewhere.is_asked(page, patience=300):
                self._fault("exit-alarm", f"{way} leaves the page")

    def _fault(self, rule: str, message: str) -> None:
        self.report.add(rule, self.name, message)


class Elsewhere:
    """Stands in for every other host: remembers what it was asked and answers with a neutral page."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.status = 200

    def answer(self, route: Route) -> None:
        self.asked.append(route.request.url)
        route.fulfill(status=self.status, content_type="text/html", body="<!DOCTYPE html><title>Elsewhere</title>")

    def is_asked(self, page: Page, patience: int = 3000) -> bool:
        """Whether a request comes within so many milliseconds."""
        for _ in range(patience // 50):
            if self.asked:
                break
            page.wait_for_timeout(50)
        return bool(self.asked)


def _centre(page: Page) -> tuple[float, float]:
    """The middle of an exit link in reach; when there is none, the corner, where a click does nothing."""
    boxes = page.evaluate(IN_REACH, LINK)
    return (boxes[0]["x"], boxes[0]["y"]) if boxes else (0, 0)


def _shift(page: Page, *pauses: int) -> None:
    """Press Shift, and once more after each pause of so many milliseconds (of the page's clock)."""
    page.keyboard.press("Shift")
    for pause in pauses:
        page.clock.run_for(pause)
        page.keyboard.press("Shift")


def _capitals(page: Page) -> None:
    for letter in "ABC":
        page.keyboard.press(f"Shift+{letter}")

