"""The same pages in Firefox: script errors, axe, a narrow window, right-to-left, print, and leaving.

Debian's Firefox cannot be driven by Playwright, so this speaks WebDriver BiDi (https://w3c.github.io/webdriver-bidi/)
over one websocket.
"""
from __future__ import annotations

import base64
import json
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import websocket

from .accessibility import AXE
from .exit_page import COVERED, IN_REACH, LINK, target_of
from .report import CannotRun, Report
from .site import Site

ABOUT = "a sample of pages in Firefox: errors, axe, narrow window, right-to-left, print, Exit this page"
SHARES = ("",)

PAGES = 5
# Keep Firefox from calling home. The last one would relax the rules for file:// that real readers meet.
QUIET = ("app.normandy.enabled", "nimbus.rollouts.enabled", "datareporting.policy.dataSubmissionEnabled",
         "app.update.enabled", "extensions.update.enabled", "network.captive-portal-service.enabled",
         "network.connectivity-service.enabled", "browser.aboutwelcome.enabled", "remote.prefs.recommended")
SHIFT = "\ue008"
RUN_AXE = """axe.run(document, {preload: false, resultTypes: ['violations']}).then(r =>
  JSON.stringify(r.violations.map(v => [v.id, `${v.help}: ${v.nodes[0].target.join(' ')}`])))"""
MIRRORED = """(() => { const s = getComputedStyle(document.querySelector('main'));
  return s.direction === 'rtl' && ['right', 'start'].includes(s.textAlign) })()"""


class Firefox:
    """One headless Firefox with one tab."""

    def __init__(self, profile: Path) -> None:
        self.number = 0
        self.errors: list[str] = []
        self.blocked: list[dict[str, Any]] = []
        self.process = self._start(profile)
        self.socket = websocket.create_connection(self._address(profile), timeout=60, suppress_origin=True)
        self.command("session.new", capabilities={})
        self.command("session.subscribe", events=["log.entryAdded", "network.beforeRequestSent"])
        self.tab = self.command("browsingContext.getTree")["contexts"][0]["context"]

    @staticmethod
    def _start(profile: Path) -> subprocess.Popen[bytes]:
        lines = [f'user_pref("{name}", false);' for name in QUIET]
        lines += ['user_pref("browser.startup.homepage_override.mstone", "ignore");', 'user_pref("browser.startup.page", 0);']
        (profile / "user.js").write_text("\n".join(lines))
        command = ["firefox-esr", "--headless", "--no-remote", "--profile", str(profile), "--remote-debugging-port", "0"]
        return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def _address(self, profile: Path) -> str:
        """Firefox writes the port it chose into its profile."""
        file, end = profile / "WebDriverBiDiServer.json", time.monotonic() + 60
        while not (file.exists() and file.stat().st_size):
            if time.monotonic() > end or self.process.poll() is not None:
                raise CannotRun("firefox-esr did not start")
            time.sleep(0.05)
        server = json.loads(file.read_text())
        return f"ws://{server['ws_host']}:{server['ws_port']}/session"

    def close(self) -> None:
        self.socket.close()
        self.process.terminate()
        self.process.wait(20)

    def command(self, method: str, **params: Any) -> dict[str, Any]:
        self.number += 1
        number = self.number
        self.socket.send(json.dumps({"id": number, "method": method, "params": params}))
        while True:
            message = json.loads(self.socket.recv())
            self._event(message)
            if message.get("id") == number:
                if message["type"] == "error":
                    raise CannotRun(f"Firefox, {method}: {message['message']}")
                return message["result"]

    def _event(self, message: dict[str, Any]) -> None:
        params = message.get("params", {})
        if message.get("method") == "log.entryAdded" and params["level"] == "error":
            if params["source"].get("context") == self.tab:
                self.errors.append(params["text"])
        elif message.get("method") == "network.beforeRequestSent" and params.get("isBlocked"):
            self.blocked.append(params["request"])

    def open(self, url: str, width: int = 1280) -> None:
        self.errors.clear()
        self.command("browsingContext.setViewport", context=self.tab, viewport={"width": width, "height": 800})
        self.command("browsingContext.navigate", context=self.tab, url=url, wait="complete")

    def evaluate(self, expression: str) -> Any:
        answer = self.command("script.evaluate", expression=expression, awaitPromise=True, target={"context": self.tab})
        if answer["type"] == "exception":
            raise CannotRun(f"Firefox: {answer['exceptionDetails']['text']}")
        return answer["result"].get("value")

    def act(self, kind: str, actions: list[dict[str, Any]]) -> None:
        source = {"type": kind, "id": kind, "actions": actions}
        self.command("input.performActions", context=self.tab, actions=[source])

    def wait_until(self, condition: Callable[[], bool], seconds: float = 5) -> bool:
        end = time.monotonic() + seconds
        while not condition() and time.monotonic() < end:
            self.evaluate("1")  # lets waiting events in
            time.sleep(0.05)
        return condition()


@contextmanager
def firefox() -> Iterator[Firefox]:
    if not shutil.which("firefox-esr"):
        raise CannotRun("no Firefox: apt-get install firefox-esr")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        browser = Firefox(Path(profile))
        try:
            yield browser
        except (OSError, websocket.WebSocketException) as error:
            raise CannotRun(f"Firefox: {error}") from error
        finally:
            browser.close()


def check(site: Site, share: str) -> Report:
    report = Report()
    with firefox() as browser:
        for name in site.sample(PAGES):
            _check_page(browser, site, name, report)
        for name in [n for n in site.pages if site.document(n).get("dir") == "rtl"][:2]:
            browser.open(site.url(name))
            if not browser.evaluate(MIRRORED):
                report.add("firefox-rtl", name, "the page says dir=rtl but its text does not start at the right")
        for name in site.sample(2):
            _check_leaving(browser, site, name, report)
    return report


def _check_page(browser: Firefox, site: Site, name: str, report: Report) -> None:
    browser.open(site.url(name), width=360)
    if browser.evaluate("document.documentElement.scrollWidth > innerWidth + 1"):
        report.add("firefox-reflow", name, "the page scrolls sideways at 360 px")
    browser.evaluate(AXE + ";1")
    for rule, text in json.loads(browser.evaluate(RUN_AXE)):
        report.add("firefox-axe", name, f"{rule}: {text}")
    for error in browser.errors:
        report.add("firefox-error", name, error[:160])
    paper = base64.b64decode(browser.command("browsingContext.print", context=browser.tab)["data"])
    if not paper.startswith(b"%PDF"):
        report.add("firefox-print", name, "does not print")


def _check_leaving(browser: Firefox, site: Site, name: str, report: Report) -> None:
    target = target_of(site, name)
    if target is None or not target.startswith("https://"):
        report.add("firefox-exit", name, "the page has no exit link")
        return
    pattern = {"type": "string", "pattern": target}
    hold = browser.command("network.addIntercept", phases=["beforeRequestSent"], urlPatterns=[pattern])["intercept"]
    for way, act in (("a click", _click), ("Shift three times", _shift)):
        browser.open(site.url(name))
        if message := _leave(browser, target, act):
            report.add("firefox-exit", name, f"{way}: {message}")
    browser.command("network.removeIntercept", intercept=hold)


def _leave(browser: Firefox, target: str, act: Callable[[Firefox], None]) -> str:
    """What goes wrong when a reader leaves this way; nothing if all is well."""
    browser.blocked.clear()
    before = browser.evaluate("history.length")
    act(browser)
    if not browser.wait_until(lambda: bool(browser.blocked)):
        return "does not leave the page"
    covered = browser.evaluate(f"({COVERED})()")
    body = {"type": "string", "value": "<!DOCTYPE html><title>Elsewhere</title>"}
    for request in browser.blocked:
        browser.command("network.provideResponse", request=request["request"], statusCode=200, body=body)
    browser.wait_until(lambda: browser.evaluate("document.title") == "Elsewhere")
    if browser.evaluate("location.href") != target:
        return f"does not arrive at {target}"
    if not covered:
        return "the page can still be seen while the other one loads"
    if browser.evaluate("history.length") != before:
        return "adds to the history instead of replacing this page"
    return ""


def _click(browser: Firefox) -> None:
    if links := json.loads(browser.evaluate(f"JSON.stringify(({IN_REACH})({json.dumps(LINK)}))")):
        x, y = round(links[0]["x"]), round(links[0]["y"])
        browser.act("pointer", [{"type": "pointerMove", "x": x, "y": y}, {"type": "pointerDown", "button": 0},
                                {"type": "pointerUp", "button": 0}])


def _shift(browser: Firefox) -> None:
    browser.act("key", [{"type": kind, "value": SHIFT} for kind in ("keyDown", "keyUp") * 3])
