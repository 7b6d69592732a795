"""axe-core, reflow, text spacing, script errors and a walk with the Tab key, in seven views."""
from __future__ import annotations

from pathlib import Path
from typing import Any

import axe_playwright_python
from playwright.sync_api import Browser, ConsoleMessage, Request, Response

from . import keyboard
from .browser import chromium
from .report import CannotRun, Report
from .site import Site

ABOUT = "axe-core (WCAG 2.2 AA and best practice), AAA contrast of body text, reflow, text spacing, keyboard"

# A page is loaded once for each of these. 320 CSS pixels is a 1280-pixel screen at 400 % (WCAG 1.4.10).
# Reduced motion keeps pages still while axe looks.
WINDOWS: dict[str, dict[str, Any]] = {
    "desktop": {},
    "mobile": {"viewport": {"width": 320, "height": 640}, "is_mobile": True, "has_touch": True},
    "nojs": {},
}
SHARES = tuple(WINDOWS)

# Views of the page that is already loaded. They only change how things look, so they are judged on a few pages
# that together show every style of the site.
LOOKS: dict[str, dict[str, Any]] = {
    "dark": {"color_scheme": "dark"},
    "forced": {"forced_colors": "active"},
    "print": {"media": "print"},
}
WALKED = 12  # of those, the ones with the most styles are walked as well
SCREEN = {"media": "screen", "color_scheme": "light", "forced_colors": "none"}

POINTLESS = {("print", "target-size")}  # nobody taps on paper

AAA_VIEWS = {"desktop", "dark"}

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
# axe runs target-size only if wcag22aa is named.
TAGS = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
# What a view of a page that was judged already can change: all else is the desktop view's. Wider spacing changes where
# things are, the dark look changes colours, and forced colours are the reader's own. Paper changes what is there at all.
PLACED = ["link-in-text-block", "scrollable-region-focusable", "target-size"]
CHANGED = {
    "spacing": ["color-contrast", *PLACED],
    "forced": PLACED,
    "dark": ["color-contrast", "color-contrast-enhanced", "link-in-text-block"],
}

RUN_AXE = """async ([runOnly, enhanced]) => {
  const options = {
    preload: false, resultTypes: ['violations'], runOnly,
    rules: enhanced ? {'color-contrast-enhanced': {enabled: true}} : {},
  };
  const body = e => document.querySelector(e)?.closest('main :is(p, li, dd, td)');
  const late = new Promise((_, no) => setTimeout(() => no(new Error('axe took more than 30 s')), 30000));
  const found = await Promise.race([axe.run(document, options), late]);
  return found.violations.map(v => [v.id, `${v.impact}: ${v.help}`, v.nodes.map(n => n.target.flat().join(' '))])
    .map(([id, help, at]) => [id, help, id === 'color-contrast-enhanced' ? at.filter(body) : at])
    .filter(([, , at]) => at.length);
}"""

# WCAG 1.4.12. An adopted sheet, because a strict Content-Security-Policy refuses an added <style>.
ADD_SPACING = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
    p { margin-bottom: 2em !important }`);
  document.adoptedStyleSheets = [sheet];
}"""
REMOVE_SPACING = "() => { document.adoptedStyleSheets = [] }"

# The page was parsed without scripts, so <noscript> holds elements; axe needs scripts, and they would hide them again.
SHOW_NOSCRIPT = "() => document.querySelectorAll('noscript').forEach(e => e.replaceWith(...e.childNodes))"

CLIPPED = """() => [...document.querySelectorAll('body *')].filter(e => {
  const style = getComputedStyle(e);
  return e.firstChild && e.textContent.trim() && e.clientHeight > 1 && /hidden|clip/.test(style.overflow)
    && (e.scrollHeight > e.clientHeight + 2 || e.scrollWidth > e.clientWidth + 2);
}).slice(0, 5).map(e => e.outerHTML.slice(0, 80))"""

SCROLLS_SIDEWAYS = "document.documentElement.scrollWidth > innerWidth + 1"


def check(site: Site, share: str) -> Report:
    """Look at every page in one window."""
    report = Report()
    looks = site.showing_every_style(site.pages) if share == "desktop" else []
    with chromium() as browser:
        window = Window(browser, share, site.origin)
        for name in site.pages:
            window.check(site.url(name), name, report)
            if name in looks:
                window.check_looks(name, name in looks[:WALKED], report)
            window.report_noise(name, report)
    if looks:
        report.notes.append(f"dark, forced colours and print: {len(looks)} pages that show every style")
    return report


class Window:
    """One browser tab, reused for every page."""

    def __init__(self, browser: Browser, name: str, origin: str) -> None:
        self.name, self.origin = name, origin
        self.noise: list[tuple[str, str]] = []
        context = browser.new_context(**WINDOWS[name], reduced_motion="reduce")
        self.page = context.new_page()
        self.devtools = context.new_cdp_session(self.page)
        self._listen()

    def _listen(self) -> None:
        page = self.page
        page.on("dialog", lambda dialog: dialog.dismiss())
        page.on("pageerror", lambda error: self._note("script-error", str(error)))
        page.on("console", self._console)
        page.on("requestfailed", self._failed)
        page.on("request", self._request)
        page.on("response", self._response)

    def _note(self, rule: str, text: str) -> None:
        if "favicon.ico" not in text:  # the browser asks for it by itself
            self.noise.append((rule, text[:160]))

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "error" and not message.text.startswith("Failed to load resource"):
            self._note("script-error", message.text)

    def _failed(self, request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # cut off by the way to the next page
            self._note("request", f"failed: {request.url}")

    def _request(self, request: Request) -> None:
        if not request.url.startswith((self.origin, "data:", "blob:", "about:")):
            self._note("request", f"to another host: {request.url}")

    def _response(self, response: Response) -> None:
        if response.status >= 400:
            self._note("request", f"{response.status}: {response.url}")

    def report_noise(self, name: str, report: Report) -> None:
        """Errors and failed requests since the page was opened."""
        for rule, message in self.noise:
            report.add(rule, f"{name} ({self.name})", message)

    def _open(self, url: str) -> None:
        """Load a page; in the window without JavaScript its scripts stay off but axe may run afterwards."""
        self.noise.clear()
        if self.name == "nojs":
            self._scripts(enabled=False)
        answer = self.page.goto(url, wait_until="load")
        if answer is None or not answer.ok:
            raise CannotRun(f"{url} did not load")
        if self.name == "nojs":
            self._scripts(enabled=True)
            self.page.evaluate(SHOW_NOSCRIPT)
        self.page.evaluate(AXE)

    def _scripts(self, enabled: bool) -> None:
        self.devtools.send("Emulation.setScriptExecutionDisabled", {"value": not enabled})

    def check(self, url: str, name: str, report: Report) -> None:
        """The page as this window shows it, with wider spacing too, and a walk through it."""
        where = f"{name} ({self.name})"
        self._open(url)
        self._axe(self.name, where, report)
        if self.name == "mobile":
            self._check_reflow(where, report)
        if self.name == "desktop":
            self._check_spacing(f"{name} (spacing)", report)
        if self.name != "nojs":
            keyboard.walk(self.page, self.devtools, where, report)

    def check_looks(self, name: str, walked: bool, report: Report) -> None:
        """The same page in other colours, where focus looks different too, and on paper."""
        for look, media in LOOKS.items():
            self.page.emulate_media(**{**SCREEN, **media})
            self._axe(look, f"{name} ({look})", report)
            if walked and look != "print":
                keyboard.walk(self.page, self.devtools, f"{name} ({look})", report)
        self.page.emulate_media(**SCREEN)

    def _axe(self, view: str, where: str, report: Report) -> None:
        rules = {"type": "rule", "values": CHANGED[view]} if view in CHANGED else TAGS
        for rule, text, at in self.page.evaluate(RUN_AXE, [rules, view in AAA_VIEWS]):
            if (view, rule) not in POINTLESS:
                report.add(rule, where, f"{text}: {len(at)} x, {'; '.join(at[:3])}")

    def _check_reflow(self, where: str, report: Report) -> None:
        if self.page.evaluate(SCROLLS_SIDEWAYS):
            report.add("reflow", where, "the page scrolls sideways (WCAG 1.4.10)")

    def _check_spacing(self, where: str, report: Report) -> None:
        self.page.evaluate(ADD_SPACING)
        self._axe("spacing", where, report)
        self._check_reflow(where, report)
        for element in self.page.evaluate(CLIPPED):
            report.add("clipped", where, f"text is cut off with wider spacing (WCAG 1.4.12): {element}")
        self.page.evaluate(REMOVE_SPACING)
