"""No script from content: payloads in every field that takes a text, in a real browser, with and without the policy."""
from __future__ import annotations

import csv
import functools
import http.server
import itertools
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import lxml.html
import yaml

from checks import Bench, Promise, Result
from payloads import PRINTABLE
from program import DAY, REPOSITORY

BUILD = ["build", "--as-of", DAY, "--quiet"]
ROUNDS = 60
MARKDOWN = ("text {} text", "[text]({})", "![text]({})", "- {}", "| {} | b |\n|---|---|\n| {} | d |", "> {}", "## {}",
            "`{}`", "**{}**", "<{}>", "[a]: {} 'b'\n\n[a]", "[text](<{}> \"{}\")", "text[^x]\n\n[^x]: {}")


@dataclass(eq=False)
class Field:
    """One text of a file, and the payload that stands in it."""

    node: yaml.ScalarNode
    clean: str
    payload: str

    def plant(self) -> None:
        self.node.value, self.node.style = f"{self.clean} {self.payload}", '"'

    def clear(self) -> bool:
        """Whether there was a payload to take out."""
        had, self.payload = bool(self.payload), ""
        if had:
            self.node.value, self.node.style = self.clean, None
        return had


def texts(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    """Every text in a file, in order; keys, numbers and dates are none. Makes groups and lists stand line by line."""
    if isinstance(node, yaml.ScalarNode):
        if node.tag == "tag:yaml.org,2002:str":
            yield node
        return
    node.flow_style = False
    for value in node.value:
        yield from texts(value[1] if isinstance(node, yaml.MappingNode) else value)


class Planted:
    """A file with payloads in all of its texts, each on a line of its own, so that a refusal names one."""

    def __init__(self, path: Path, payloads: Iterator[str]):
        self.path = path
        text = path.read_text("utf-8")
        self.is_page = path.suffix == ".md"
        front, self.body = re.match(r"---\n(.*?\n)---\n(.*)", text, re.S).groups() if self.is_page else (text, "")
        self.node = yaml.compose(front, yaml.SafeLoader)
        self.fields = [Field(node, node.value, "" if self.is_place(node) else next(payloads))
                       for node in texts(self.node)]
        self.blocks = [form.replace("{}", next(payloads)) for form in MARKDOWN] if self.is_page else []
        for field in self.fields:
            if field.payload:
                field.plant()

    def is_place(self, node: yaml.ScalarNode) -> bool:
        """Whether it says where the records are: elsewhere, nothing of them would be read."""
        return self.path.name == "signpost.yaml" and node.value == "records"

    def write(self) -> None:
        front = yaml.serialize(self.node, Dumper=yaml.SafeDumper, width=10**9, allow_unicode=True)
        text = f"---\n{front}---\n{self.body}\n" if self.is_page else front
        self.starts: list[int] = []
        for block in self.blocks:
            self.starts.append(text.count("\n") + 1)
            text += f"{block}\n\n"
        self.path.write_text(text, "utf-8", newline="")
        self.lines = [(node.start_mark.line + 1 + self.is_page, node.end_mark.line + 1 + self.is_page)
                      for node in texts(yaml.compose(front, yaml.SafeLoader))]

    def refuse(self, line: int) -> bool:
        """Takes the payload at a line out again."""
        for number in reversed(range(len(self.blocks))):
            if line >= self.starts[number]:
                del self.blocks[number]
                return True
        return any(field.clear() for field, (first, last) in zip(self.fields, self.lines) if first <= line <= last)

    def refuse_behind(self, text: str) -> bool:
        """Takes out the payload of the text that follows another, as a person's name follows their id."""
        return any(field.clear() for before, field in itertools.pairwise(self.fields) if before.clean == text)


# Two people of one given name, whose payloads end in one word, have a name in common: the gate is right, and no file is.
ALIKE = re.compile(r"^error\[SP091\]: the name of (\S+) stands", re.M)
FAULT = re.compile(r"^error\[(SP\d+)\][^\n]*\n  --> (content/\S+?):(\d+):", re.M)


def planted(bench: Bench, folder: Path, first: int) -> tuple[int, int, str]:
    """The sample board with payloads; how many stand in it, how many were refused, and the last complaint."""
    shutil.copytree(REPOSITORY / "content", folder / "content")
    shutil.copytree(REPOSITORY / "themes", folder / "themes")
    payloads = itertools.cycle(PRINTABLE[first % len(PRINTABLE):] + PRINTABLE[:first % len(PRINTABLE)])
    paths = [path for path in sorted((folder / "content").rglob("*")) if path.suffix in (".md", ".yaml")]
    files = {str(path.relative_to(folder)): Planted(path, payloads) for path in paths}
    total = sum(len(file.fields) + len(file.blocks) for file in files.values())
    for file in files.values():
        file.write()
    errors = ""
    for _ in range(ROUNDS):
        outcome = bench.program.run(BUILD, folder)
        errors = outcome.errors
        if outcome.status == 0:
            break
        faults: dict[str, set[int]] = {}
        for _, path, line in FAULT.findall(errors):
            faults.setdefault(path, set()).add(int(line))
        progress = False
        for path, lines in faults.items():
            # From the bottom, so that the lines above keep their numbers.
            for line in sorted(lines, reverse=True):
                progress |= files[path].refuse(line)
            files[path].write()
        people = files["content/records/people.yaml"]
        for person in ALIKE.findall(errors):
            progress |= people.refuse_behind(person)
            people.write()
        if not progress:
            break
    left = sum(bool(field.payload) for file in files.values() for field in file.fields) \
        + sum(len(file.blocks) for file in files.values())
    return left, total - left, errors if outcome.status != 0 else ""


WATCH = """window.__ran = 0; window.ran = () => { window.__ran += 1; return '' };
window.alert = window.confirm = window.prompt = window.print = window.ran;"""

# What could still run on a click or a move, after the browser's own parser has read the page.
DORMANT = """() => {
  const found = [];
  const safe = new Set(['http:', 'https:', 'mailto:', 'tel:', 'sms:', 'data:']);
  for (const element of document.querySelectorAll('*')) {
    for (const {name, value} of element.attributes) {
      if (name.startsWith('on') || name === 'srcdoc') found.push(`${element.tagName} ${name}=${value.slice(0, 80)}`);
      if (['href', 'src', 'action', 'formaction', 'data', 'xlink:href', 'poster'].includes(name)) {
        let scheme = 'https:';
        try { scheme = new URL(value, document.baseURI).protocol } catch { }
        if (scheme === 'data:' && !/^data:image\\/(png|jpeg|gif|webp|svg)/.test(value.trim()) || !safe.has(scheme))
          found.push(`${element.tagName} ${name}=${value.slice(0, 80)}`);
      }
    }
    if (['IFRAME', 'OBJECT', 'EMBED', 'BASE', 'APPLET', 'FRAME', 'MARQUEE'].includes(element.tagName)) found.push(element.tagName);
    if (element.tagName === 'SCRIPT' && !element.src && !/json/.test(element.type)) found.push(`SCRIPT ${element.text.slice(0, 80)}`);
  }
  for (const element of document.querySelectorAll('[tabindex], a, input, button, details, video, audio, svg, summary')) {
    for (const event of ['mouseover', 'focus', 'toggle', 'animationstart', 'pointerenter'])
      element.dispatchEvent(new Event(event, {bubbles: true}));
  }
  return found;
}"""


@contextmanager
def served(root: Path) -> Iterator[str]:
    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(root)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()


def visit(root: Path, pages: list[str], without_policy: bool, result: Result) -> None:
    sys.path.append(str(REPOSITORY / "Tests/Browser"))
    from gates.browser import chromium
    with served(root) as address, chromium() as browser:
        context = browser.new_context(bypass_csp=without_policy)
        context.add_init_script(WATCH)
        page = context.new_page()
        stray: list[str] = []
        page.on("dialog", lambda dialog: (stray.append(f"a dialog: {dialog.message}"), dialog.dismiss()))
        context.on("page", lambda _: stray.append("a window opened"))
        page.on("request", lambda request: request.url.startswith((address, "data:")) or stray.append(request.url))
        for name in pages:
            page.goto(address + name, wait_until="load")
            dormant = page.evaluate(DORMANT)
            ran = page.evaluate("() => window.__ran")
            moved = [] if page.url.startswith(address) else [f"the browser was led to {page.url}"]
            faults = [f"{ran} scripts ran"] * (ran > 0) + dormant + stray + moved
            result.expect(not faults, f"{name}{', without policy' * without_policy}: {'; '.join(faults[:4])}")
            stray.clear()


def formulas(root: Path) -> list[str]:
    """Cells of tables to download that a spreadsheet would take for a formula."""
    found = []
    for path in root.rglob("*.csv"):
        if path.is_relative_to(root / "files"):
            continue  # the board's own files, byte for byte
        for row in csv.reader(path.read_text("utf-8").splitlines()):
            found += [f"{path.name}: {cell[:40]}" for cell in row if cell and cell[0] in "=+-@\t\r"]
    return found


def gates(root: Path) -> str:
    """What the gates for the form of pages, feeds, calendars and linked data complain about."""
    run = subprocess.run(
        [sys.executable, REPOSITORY / "Tests/Browser/run.py", root, "--only", "html,feeds,calendars,linked_data"],
        capture_output=True, text=True, check=False)
    return "" if run.returncode == 0 else (run.stdout + run.stderr)[-3000:]


def payloads(bench: Bench) -> Result:
    result = Result()
    for turn in range(12 if bench.isLong else 1):
        folder = bench.folder / str(turn)
        left, refused, errors = planted(bench, folder, turn * 5)
        result.expect(not errors, f"the board cannot be built: {errors[-1500:]}")
        if errors:
            return result
        result.cases += left
        result.note = f"{len(PRINTABLE)} payloads in {left} texts; {refused} texts refused them"
        site = folder / "site"
        pages = [str(path.relative_to(site)) for path in sorted(site.rglob("*.html"))]
        # A page that leads elsewhere by itself is not looked at twice.
        pages = [name for name in pages if b"http-equiv=\"refresh\"" not in (site / name).read_bytes()]
        visit(site, pages, True, result)
        if bench.isLong or turn == 0:
            visit(site, pages[::1 if bench.isLong else 4], False, result)
        result.expect(not (found := formulas(site)), f"formulas: {found[:5]}")
        result.expect(not (said := gates(site)), f"gates: {said}")
        result.expect(sees(site, pages[0]), "the check does not see a script that runs")
    return result


def sees(site: Path, name: str) -> bool:
    """Whether a payload that nobody escaped would be noticed."""
    page = site / name
    page.write_text(page.read_text("utf-8").replace("</main>", "<img src=x onerror=ran()></main>"), "utf-8")
    trial = Result()
    visit(site, [name], True, trial)
    return bool(trial.broken)


PROMISES = (
    Promise("Nothing that people write runs as a script or breaks a page",
            "script-injection payloads in every text of every file of the sample board that takes them, among them "
            "names, runs and parameters of components; every page in Chromium with the policy switched off, a part "
            "with it on; HTML, feeds, calendars and linked data judged as always", payloads),
)
