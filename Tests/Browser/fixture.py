"""A very small site that passes every gate. selftest.py plants faults in copies of it."""
from __future__ import annotations

import json
import re
from pathlib import Path

import zxingcpp

from gates.search import write_index

# The script under test is the one that boards get.
SEARCH_SCRIPT = Path(__file__).parents[2] / "themes/default/assets/search.js"

BASE = "https://board.example/sub/"
EXIT = "https://weather.example/"

CSS = """:root { color-scheme: light dark; --ink: #111; --paper: #fff; --link: #003078 }
@media (prefers-color-scheme: dark) { :root { --ink: #eee; --paper: #111; --link: #a8d0ff } }
html { scroll-padding-block: 1rem 5rem }
body { font: 1.1rem/1.5 sans-serif; color: var(--ink); background: var(--paper); margin: 0 auto; max-width: 60rem; padding: 1rem }
main a, nav a { color: var(--link); display: inline-block; min-block-size: 24px }
:focus-visible { outline: 3px solid currentColor; outline-offset: 2px }
.exit { position: fixed; inset-block-end: 0; inset-inline-end: 0; display: grid; place-content: center;
  min-block-size: 48px; padding-inline: 1rem; background: #8a1200; color: #fff }
.exit.first { inset-block: 0 auto; inset-inline: 0 auto }
.exit.first:not(:focus) { clip-path: inset(50%) }
#exit-overlay { position: fixed; inset: 0; background: #fff; z-index: 9 }
th, td { border: 1px solid; padding: .4rem; text-align: start }
.tall { min-block-size: 3000px; overflow-x: auto }
@media print { .exit { display: none } }
"""
POSTER_CSS = """@page { size: A4; margin: 0 }
.handout { background: #fff; color: #111; max-inline-size: 30rem }
.handout svg { inline-size: 40mm }
@media print {
  body { margin: 0; max-width: none; padding: 0 }
  header, footer { display: none }
  h1 { block-size: 1px; clip-path: inset(50%); inline-size: 1px; overflow: hidden; position: absolute }
  .handout { block-size: 290mm; box-sizing: border-box; max-inline-size: none; padding: 20mm }
}
"""

SCRIPT = """'use strict';
{
  const links = document.querySelectorAll('a[data-signpost-exit]');
  const leave = () => {
    const overlay = document.createElement('div');
    overlay.id = 'exit-overlay';
    document.body.append(overlay);
    location.replace(links[0].href);
  };
  for (const link of links) link.addEventListener('click', event => { event.preventDefault(); leave() });
  let presses = 0, timer;
  let alone = false;
  addEventListener('keydown', event => { alone = event.key === 'Shift' });
  addEventListener('keyup', event => {
    if (event.key !== 'Shift' || !alone) { presses = 0; return }
    presses += 1;
    clearTimeout(timer);
    timer = setTimeout(() => { presses = 0 }, 5000);
    if (presses === 3) leave();
  });
  const search = document.querySelector('#search');
  search?.addEventListener('input', () => { document.querySelector('#found').textContent = `${search.value.length} letters` });
}
"""

POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'"
PROSE = "You can call us at any time. We will listen to you. You do not have to give your name. " * 8
STRUCTURED = {"@context": "https://schema.org", "@type": "Course", "name": "First steps", "description": "What to look for.",
              "provider": {"@type": "Organization", "name": "Board", "url": BASE}}


VERSIONS = {"en": "calls/index.html", "ar": "ar/index.html"}
ALTERNATES = [(tag, BASE + name.removesuffix("index.html")) for tag, name in VERSIONS.items()]
ALTERNATES.append(("x-default", f"{BASE}calls/"))


def versions_head() -> str:
    """What each version of a page says about all of them."""
    return "".join(f'<link rel="alternate" hreflang="{tag}" href="{url}">\n' for tag, url in ALTERNATES)


def switch(lang: str) -> str:
    """The way to the other version."""
    others = "".join(f'<li><a href="../{name}" lang="{tag}" hreflang="{tag}">{tag}</a></li>'
                     for tag, name in VERSIONS.items() if tag != lang)
    return f'<nav aria-label="Languages"><ul>{others}</ul></nav>'


def page(name: str, title: str, body: str, lang: str = "en", head: str = "") -> str:
    """One page, with links that work wherever the site lies."""
    up = "../" * name.count("/") or "./"
    exits = f'href="{EXIT}" rel="nofollow noreferrer" data-signpost-exit'
    direction = "rtl" if lang == "ar" else "ltr"
    return f"""<!DOCTYPE html>
<html lang="{lang}" dir="{direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{POLICY}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<link rel="canonical" href="{BASE}{name.removesuffix('index.html')}">
<link rel="stylesheet" href="{up}style.css">
{head}</head>
<body>
<header><a class="exit first" {exits}>Exit this page</a>
<nav aria-label="Main"><ul>
<li><a href="{up}index.html">Home</a></li>
<li><a href="{up}calls/index.html#who">Who to call</a></li>
</ul></nav></header>
<main>
<h1>{title}</h1>
{body}
</main>
<footer><p>An example.</p><a class="exit" {exits}>Exit this page</a></footer>
<script src="{up}exit.js"></script>
</body>
</html>
"""


HOME = f"""<p>{PROSE}</p>
<search><label for="search">Search</label> <input id="search" type="search" autocomplete="off"><p id="found" role="status"></p></search>
<details><summary>More</summary><p>Words inside.</p></details>"""
CALLS = f"""<h2 id="who">Who</h2><p>{PROSE}</p>
<table><caption>Numbers</caption><thead><tr><th scope="col">Name</th><th scope="col">Number</th></tr></thead>
<tbody><tr><td>Police</td><td><a href="tel:999">999</a></td></tr></tbody></table>
<p>{PROSE}</p><p>{PROSE}</p>
<div class="tall" role="region" aria-label="A long table" tabindex="0"><p>{PROSE}</p></div>"""
ARABIC = "<p>اتصل بنا في أي وقت. سوف نستمع إليك.</p>"
SEARCH = """<div role="search" data-signpost-search data-index="en.js" data-found="Pages found: {count}"
 data-best="Pages found: {count}" data-none="No page found" data-failed="Search did not load" hidden>
<label for="box">What are you looking for?</label>
<input id="box" type="search" autocomplete="off" spellcheck="false">
<p role="status"></p>
<ul hidden></ul>
</div>
<script src="../search.js"></script>
<p><a href="../calls/index.html">All pages</a></p>"""
INDEX = [("../", "Safeguarding board", PROSE, 1), ("../calls/", "Who to call", f"{PROSE} Help, police, childline.", 3)]


def code(address: str) -> str:
    """The path of a QR code, by another program than the one under test."""
    drawing = zxingcpp.create_barcode(address, zxingcpp.BarcodeFormat.QRCode).to_svg()
    side, path = re.search(r'width="(\d+)"', drawing), re.search(r'<path d="([^"]+)"', drawing)
    assert side and path
    return f'<svg viewBox="0 0 {side[1]} {side[1]}" role="img" aria-label="QR code"><path d="{path[1]}"/></svg>'


POSTER = f"""<div class="handout" data-signpost-handout="poster">
<h2>Look twice</h2><ul><li>Call <b>999</b></li></ul>
{code(BASE + "calls/")}
<p>{BASE}calls/</p>
</div>"""
REDIRECT = f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{POLICY}">
<meta name="referrer" content="no-referrer">
<meta http-equiv="refresh" content="0; url=calls/index.html"><title>Moved</title></head>
<body><p><a href="calls/index.html">This page has moved</a></p></body></html>
"""
LINKED = "".join(f'<xhtml:link rel="alternate" hreflang="{tag}" href="{url}"/>' for tag, url in ALTERNATES)
ARABIC_URL = f"<url><loc>{BASE}ar/</loc>{LINKED}</url>"
SITEMAP = f"""<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
<url><loc>{BASE}</loc></url><url><loc>{BASE}search/</loc></url><url><loc>{BASE}calls/</loc><lastmod>2026-03-01</lastmod>{LINKED}</url>{ARABIC_URL}<url><loc>{BASE}calls/poster/</loc></url>
</urlset>
"""
ATOM = f"""<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><id>{BASE}feed.xml</id><title>News</title><updated>2026-03-01T00:00:00Z</updated>
<author><name>Board</name></author><link rel="self" href="{BASE}feed.xml"/>
<entry><id>{BASE}calls/</id><title>Calls</title><updated>2026-03-01T00:00:00Z</updated><link href="{BASE}calls/"/></entry>
</feed>
"""
JSON_FEED = {"version": "https://jsonfeed.org/version/1.1", "title": "News", "home_page_url": BASE,
             "feed_url": f"{BASE}feed.json", "items": [{"id": f"{BASE}calls/", "url": f"{BASE}calls/",
             "content_text": "Who to call.", "date_published": "2026-03-01T00:00:00Z"}]}
CALENDAR = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Board//Example//EN
BEGIN:VEVENT
UID:run-1@board.example
DTSTAMP:20260301T000000Z
DTSTART:20260312T093000Z
DTEND:20260312T123000Z
SUMMARY:First steps
END:VEVENT
END:VCALENDAR
"""


def write(root: Path) -> None:
    """Write the site into `root`."""
    structured = f'<script type="application/ld+json">{json.dumps(STRUCTURED)}</script>\n'
    files = {
        "index.html": page("index.html", "Board", HOME),
        "calls/index.html": page("calls/index.html", "Who to call", CALLS + switch("en"), head=versions_head() + structured),
        "calls/poster/index.html": page(
            "calls/poster/index.html", "Poster", POSTER, head='<link rel="stylesheet" href="../../poster.css">\n'),
        "poster.css": POSTER_CSS,
        "ar/index.html": page("ar/index.html", "اتصل بنا", ARABIC + switch("ar"), lang="ar", head=versions_head()),
        "search/index.html": page("search/index.html", "Search", SEARCH),
        "search/en.js": write_index("en", INDEX),
        "search.js": SEARCH_SCRIPT.read_text("utf-8"),
        "404.html": page("404.html", "Page not found", "<p>Try the home page.</p>"),
        "old.html": REDIRECT,
        "style.css": CSS,
        "exit.js": SCRIPT,
        "sitemap.xml": SITEMAP,
        "robots.txt": f"User-agent: *\nSitemap: {BASE}sitemap.xml\n",
        "feed.xml": ATOM,
        "feed.json": json.dumps(JSON_FEED),
        "runs.ics": CALENDAR.replace("\n", "\r\n"),
    }
    for name, text in files.items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode())
