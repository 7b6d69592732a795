#!/usr/bin/env python3
"""Prove that the gates work: the good site passes each of them, and each planted fault is caught.

Exit status: 0 all as expected, 1 a gate is blind or cries wolf, 2 a gate could not run.
"""
from __future__ import annotations

import random
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import fixture
from gates.site import Limits, served
from run import GATES, run_apart, run_gates

Edit = tuple[str, str, str]  # file, old text ("" appends to the file), new text


@dataclass(frozen=True)
class Planted:
    """A bad site: the good one with these edits, and the rules that one share of a gate must then report."""

    gate: str
    rules: frozenset[str]
    edits: tuple[Edit, ...]
    share: str = ""
    limits: Limits = Limits()


def bad(gate: str, rules: str, *edits: Edit, share: str = "", limits: Limits = Limits()) -> Planted:
    return Planted(gate, frozenset(rules.split()), edits, share, limits)


POSTER = "calls/poster/index.html"
HOME, CALLS, ARABIC, SEARCH = "index.html", "calls/index.html", "ar/index.html", "search/index.html"
MAIN = "</main>"


def inside(file: str, html: str) -> Edit:
    """Something more at the end of the page's main part."""
    return file, MAIN, html + MAIN


NOISE = random.Random(1).randbytes(70000).hex()  # does not compress below half
PLANTED = (
    bad("accessibility", "image-alt color-contrast color-contrast-enhanced target-size script-error request",
        inside(HOME, '<img src="no.png"><p class="pale">Pale</p><p class="grey">Grey</p>'),
        inside(CALLS, '<button class="tiny" aria-label="x"></button><button class="tiny" aria-label="y"></button>'),
        inside(ARABIC, '<img src="https://elsewhere.example/x.png" alt="x">'),
        ("style.css", "", ".pale { color: #bbb; background: #fff } .grey { color: #717171; background: #fff }"
         ".tiny { width: 10px; height: 10px; padding: 0; border: 0 }"),
        share="desktop"),
    bad("accessibility", "focus-style focus-covered focus-hidden unreachable keyboard-trap",
        inside(HOME, '<button class="plain">a</button><button class="away">b</button><button class="under">c</button>'),
        inside(CALLS, '<button class="trap">d</button><button class="after">e</button>'),
        ("style.css", "", ".plain:focus { outline: 0 } .away { position: fixed; left: -999px } "
         ".under { position: fixed; right: 0; bottom: 40px; width: 300px; height: 60px }"),
        ("exit.js", "", "document.querySelector('.trap')?.addEventListener('keydown', e => e.preventDefault());"),
        share="desktop"),
    bad("accessibility", "reflow", inside(HOME, '<pre>' + "wide " * 40 + "</pre>"), share="mobile"),
    bad("accessibility", "clipped", inside(HOME, '<p class="box">Much too much text for a box so small as this</p>'),
        ("style.css", "", ".box { width: 12em; height: 3em; overflow: hidden }"), share="desktop"),
    bad("accessibility", "color-contrast", inside(CALLS, '<p class="night">Night</p>'),
        ("style.css", "", "@media (prefers-color-scheme: dark) { .night { color: #333; background: #111 } }"), share="desktop"),
    bad("accessibility", "color-contrast", inside(CALLS, '<p class="paper">Paper</p>'),
        ("style.css", "", "@media print { .paper { color: #bbb; background: #fff } }"), share="desktop"),
    bad("accessibility", "label", inside(HOME, "<noscript><input></noscript>"), share="nojs"),
    bad("html", "error warning", inside(HOME, "<blink>x</blink>"), inside(CALLS, "<section><p>No heading</p></section>")),
    bad("css", "css", ("style.css", "", "p { colr: red }")),
    bad("links", "missing fragment case escape bad-url duplicate absolute remote",
        inside(HOME, '<a href="nowhere.html">1</a><a href="#none">2</a><a href="Calls/index.html">3</a>'
               '<a href="../../up.html">4</a><a href="a b.html">5</a><p id="x"></p><p id="x"></p>'
               '<a href="/sub/calls/index.html">6</a><img src="https://elsewhere.example/x.png" alt="">')),
    bad("links", "directory", inside(HOME, '<a href="calls/">Calls</a>'), limits=Limits(offline=True)),
    bad("feeds", "sitemap robots atom json-feed",
        ("sitemap.xml", "2026-03-01", "1 March"), ("sitemap.xml", fixture.ARABIC_URL, ""),
        ("robots.txt", "Sitemap", "Map"), ("feed.xml", "<title>Calls</title>", ""),
        ("feed.json", '"content_text"', '"words"')),
    bad("feeds", "xml json", ("feed.xml", "</feed>", ""), ("feed.json", "{", "")),
    bad("calendars", "ics-lines ics-event ics-uid",
        ("runs.ics", "SUMMARY:First steps\r\n", f"DESCRIPTION:{'x' * 80}\n"),
        ("runs.ics", "END:VCALENDAR", "BEGIN:VEVENT\r\nUID:run-1@board.example\r\nEND:VEVENT\r\nEND:VCALENDAR")),
    bad("calendars", "ics", ("runs.ics", "DTSTART:2026", "DTSTART:soon")),
    bad("linked_data", "json-ld", (CALLS, '"description": "What to look for.", ', "")),
    bad("traces", "cookie storage other-host csp-violation typed",
        ("exit.js", "", "document.cookie = 'seen=1'; localStorage.seen = 1; sessionStorage.setItem('a', 'b');"
         "document.querySelector('#search')?.addEventListener('input', e => history.pushState({}, '', '?q=' + e.target.value));"),
        inside(CALLS, '<img src="https://elsewhere.example/x.png" alt=""><p style="color: red">x</p>')),
    bad("traces", "csp referrer", (HOME, "default-src 'none'", "default-src https:"),
        (CALLS, '<meta name="referrer" content="no-referrer">', "")),
    bad("traces", "storage", ("exit.js", "", "indexedDB.open('visits');")),
    bad("exit_page", "exit-missing exit-target exit-rel exit-reach exit-size exit-first",
        (HOME, "data-signpost-exit", ""), (CALLS, 'rel="nofollow noreferrer"', 'rel="nofollow" target="_blank"'),
        (CALLS, '<header><a', '<header><a href="#who">Skip</a><a'),
        ("style.css", "min-block-size: 48px", "block-size: 20px"),
        (ARABIC, '<a class="exit" ', '<a hidden class="exit" '), share="place"),
    bad("exit_page", "exit-nojs", ("style.css", ".exit { position", ".exit { pointer-events: none; position"), share="leave"),
    bad("exit_page", "exit-overlay exit-history exit-alarm",
        ("exit.js", "document.body.append(overlay);", ""), ("exit.js", "location.replace(links[0].href)", "location = links[0].href"),
        ("exit.js", "clearTimeout(timer);", ""), ("exit.js", "}, 5000)", "}, 9000)"), share="leave"),
    bad("exit_page", "exit-script", ("exit.js", "clearTimeout(timer);", ""), share="leave"),
    bad("budget", "first-view whole-page layout-shift",
        ("exit.js", "", f"// {NOISE}"),
        inside(HOME, '<div class="late"></div><p>Moved</p>'),
        ("exit.js", "", "\nsetTimeout(() => document.querySelector('main')?.prepend(document.createElement('hr'), 'late '), 5);")),
    bad("handouts", "sheets words qr-code clipped", ("poster.css", "block-size: 290mm", "block-size: 300mm"),
        ("poster.css", "padding: 20mm }", "padding: 20mm } svg, b { display: none } h2 { block-size: 1px; overflow: hidden }")),
    bad("handouts", "paper", ("poster.css", "size: A4", "size: A4 landscape")),
    bad("handouts", "qr-code", (POSTER, fixture.code(fixture.BASE + "calls/"), fixture.code(fixture.BASE))),
    bad("handouts", "handout", (POSTER, 'handout="poster"', 'handout="banner"')),
    bad("reading_age", "reading-age", limits=Limits(reading_age=4)),
    bad("search", "search-missing", (SEARCH, "data-signpost-search", ""), share="site"),
    bad("search", "search-remembered search-nojs search-eager", (SEARCH, 'autocomplete="off"', 'name="q"'), (SEARCH, " hidden>", ">"),
        ("search.js", 'input.addEventListener("focus", load);', "load();"), share="site"),
    bad("search", "search-found search-rank", ("search.js", "const fold = (text) =>\n    text.toLowerCase()", "const fold = (text) =>\n    text"),
        ("search.js", "rank(b) - rank(a)", "rank(a) - rank(b)"), ("search.js", "MOST_SHOWN = 30", "MOST_SHOWN = 1"), share="site"),
    bad("search", "search-slip search-mark search-status", ("search.js", "typed.length >= 8 && !found.size ? 2 : typed.length >= 4 ? 1 : 0", "0"),
        ("search.js", 'createElement("mark")', 'createElement("b")'), ("search.js", "box.dataset.found", '""'), share="site"),
    bad("search", "search-typed search-left search-keyboard", ("search.js", 'addEventListener("pagehide", clear);', ""),
        ("search.js", "function show() {", "function show() { history.replaceState({}, '', '?q=' + input.value);"),
        ("search.js", "link.href = url;", "link.tabIndex = -1; link.href = url;"), share="site"),
    bad("search", "search-words", ("search.js", "\\u064b-\\u065f", ""), share="languages"),
    bad("search", "search-firefox", ("search.js", "t d nh th,", ""), share="firefox"),
    bad("languages", "lang-alternate lang-sitemap",
        (CALLS, '<link rel="alternate" hreflang="x-default"', '<link rel="alternate" title="x"')),
    bad("languages", "lang-switch lang-direction",
        (ARABIC, 'lang="en" hreflang="en"', 'lang="en"'), (HOME, 'dir="ltr"', 'dir="rtl"')),
    bad("languages", "rtl-reflow rtl-start rtl-exit",
        inside(ARABIC, "<pre>" + "wide " * 400 + "</pre>"),
        ("style.css", "", "[lang=ar] main p { text-align: left } .exit { inset-inline: 0 auto }")),
    bad("firefox", "firefox-exit firefox-axe firefox-reflow firefox-rtl firefox-error",
        ("exit.js", "document.body.append(overlay);", ""), inside(HOME, '<img src="x.png"><p>' + "w" * 300 + '</p>'),
        ("style.css", "", "[lang=ar] main { text-align: left }"), ("exit.js", "", "undefined.nothing;")),
)


def plant(root: Path, planted: Planted) -> None:
    fixture.write(root)
    for name, old, new in planted.edits:
        file = root / name
        text = file.read_bytes().decode()
        if old not in text:
            raise ValueError(f"{planted.gate}: {name} has no {old!r} to replace")
        file.write_bytes((text.replace(old, new) if old else text + new).encode())


def judge(planted: Planted) -> tuple[int, str]:
    """(status, line to print) for one bad site."""
    with tempfile.TemporaryDirectory() as folder:
        plant(Path(folder), planted)
        with served(Path(folder), planted.limits) as site:
            report, failure = run_apart(planted.gate, planted.share, site)
    name = f"{planted.gate} {planted.share}".strip()
    if failure:
        return 2, f"FAIL  {name}: could not run: {failure}"
    if blind := planted.rules - report.rules:
        return 1, f"FAIL  {name} does not see: {', '.join(sorted(blind))}; it reports {sorted(report.rules)}"
    return 0, f"ok    {name} catches {', '.join(sorted(planted.rules))}"


def judge_good() -> list[tuple[int, str]]:
    """Every gate on the good site."""
    with tempfile.TemporaryDirectory() as folder:
        fixture.write(Path(folder))
        with served(Path(folder)) as site:
            outcomes = run_gates(site, list(GATES), 2)
    lines = []
    for gate, outcome in outcomes.items():
        told = outcome.failures + [f"{f.rule} {f.where}: {f.message}" for f in outcome.report.findings]
        lines.append((outcome.status, f"FAIL  {gate} on the good site: {told[:3]}" if told else f"ok    {gate} passes the good site"))
    return lines


def main() -> int:
    start = time.monotonic()
    results = judge_good()
    with ThreadPoolExecutor(2) as pool:
        results += pool.map(judge, PLANTED)
    for _, line in results:
        print(line)
    wrong = sum(status > 0 for status, _ in results)
    print(f"self-test of the gates: {len(results) - wrong} passed, {wrong} failed, {time.monotonic() - start:.0f} s")
    return max(status for status, _ in results)


if __name__ == "__main__":
    sys.exit(main())
