"""Stylesheets, asked of a real engine: what would the browser drop?

Every *.css, <style> and style="" is parsed with tinycss2; Chromium then judges each declaration, selector and media
query. A value with var() is accepted by every browser until it is used, so it cannot be judged.
"""
from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

import tinycss2

from .browser import chromium
from .report import Report
from .site import Site

ABOUT = "declarations, selectors, at-rules and media queries that a browser would drop"
SHARES = ("",)

NESTING = {"media", "supports", "layer", "container", "scope", "starting-style"}
DESCRIPTORS = {"font-face", "page", "counter-style", "property", "font-feature-values", "font-palette-values",
               "view-transition", "position-try"}
BODYLESS = {"import", "charset", "namespace", "layer"}
# Right in other browsers, unknown to Chromium: Safari's text inflation and its tap colour on older phones.
OTHER_BROWSERS = {"-webkit-text-size-adjust", "-moz-text-size-adjust"}
KEYFRAME = re.compile(r"(from|to|[\d.]+%)(\s*,\s*(from|to|[\d.]+%))*")

ASK = """questions => questions.map(([line, kind, name, value]) => {
  if (kind === 'declaration') {
    if (CSS.supports(name, value)) return '';
    return CSS.supports(name, 'initial') ? `bad value: ${name}: ${value}` : `unknown property: ${name}`;
  }
  if (kind === 'media') return matchMedia(name).media.includes('not all') && !name.includes('not all') ? `bad media query: ${name}` : '';
  try { document.createDocumentFragment().querySelector(name.replace(/&/g, ':scope')); return '' }
  catch { return `bad selector: ${name}` }
})"""

Question = tuple[int, str, str, str]


@dataclass
class Sheet:
    """Faults the parser saw, and questions for the browser, of one stylesheet."""

    faults: list[tuple[int, str]] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)

    def read(self, nodes: list[Any]) -> None:
        for node in nodes:
            if node.type == "error":
                self.faults.append((node.source_line, f"syntax: {node.message}"))
            elif node.type == "declaration":
                self._declaration(node)
            elif node.type == "qualified-rule":
                self._rule(node)
            elif node.type == "at-rule":
                self._at_rule(node)

    def _declaration(self, node: Any) -> None:
        if node.lower_name not in OTHER_BROWSERS:
            value = tinycss2.serialize(node.value).strip()
            self.questions.append((node.source_line, "declaration", node.name, value))

    def _rule(self, node: Any) -> None:
        selector = tinycss2.serialize(node.prelude).strip()
        if not KEYFRAME.fullmatch(selector):
            self.questions.append((node.source_line, "selector", selector, ""))
        self.read(tinycss2.parse_blocks_contents(node.content, True, True))

    def _at_rule(self, node: Any) -> None:
        name = node.lower_at_keyword
        if name == "media":
            self.questions.append((node.source_line, "media", tinycss2.serialize(node.prelude).strip(), ""))
        if name in DESCRIPTORS or (node.content is None and name in BODYLESS):
            return
        if node.content is not None and (name in NESTING or name.endswith("keyframes")):
            self.read(tinycss2.parse_blocks_contents(node.content, True, True))
        else:
            self.faults.append((node.source_line, f"unknown at-rule: @{name}"))


class InlineStyles(HTMLParser):
    """The styles written inside one page, each with its line."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[int, str]] = []
        self.inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside = tag == "style"
        self.found += [(self.getpos()[0], f"*{{{value}}}") for name, value in attrs if name == "style" and value]

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.found.append((self.getpos()[0], data))
            self.inside = False


def styles(site: Site) -> dict[str, list[tuple[str, int]]]:
    """Every distinct stylesheet text with the places it stands at, so that a style shared by pages is asked once."""
    places: dict[str, list[tuple[str, int]]] = {}
    for file in site.with_suffix(".css"):
        places.setdefault(file.read_text("utf-8", "replace"), []).append((file.relative_to(site.root).as_posix(), 1))
    for name in site.files:
        reader = InlineStyles()
        reader.feed((site.root / name).read_text("utf-8", "replace"))
        for line, text in reader.found:
            places.setdefault(text, []).append((name, line))
    return places


def check(site: Site, share: str) -> Report:
    report = Report()
    places = styles(site)
    with chromium() as browser:
        page = browser.new_page()
        for text, where in places.items():
            sheet = Sheet()
            sheet.read(tinycss2.parse_stylesheet(text, True, True))
            answers = page.evaluate(ASK, sheet.questions)
            faults = sheet.faults + [(q[0], answer) for q, answer in zip(sheet.questions, answers) if answer]
            name, first = where[0]
            more = f" (and {len(where) - 1} more places)" if len(where) > 1 else ""
            for line, message in sorted(faults):
                report.add("css", f"{name}:{first + line - 1}", message + more)
    report.notes.append(f"{len(places)} distinct stylesheets")
    return report
