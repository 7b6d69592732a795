"""What a page costs a reader on a poor connection, and whether it moves while it loads."""
from __future__ import annotations

import functools
import gzip
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from .browser import chromium
from .report import Report
from .site import Site

ABOUT = "first view and whole page in compressed bytes, layout shift"
SHARES = ("",)

IMAGES = {".png", ".jpg", ".jpeg", ".webp", ".avif", ".gif", ".svg", ".ico"}

WATCH = """(() => {
  window.__shifts = [];
  new PerformanceObserver(list => { for (const e of list.getEntries()) window.__shifts.push(
    [e.value, e.sources.map(s => s.node?.outerHTML?.slice(0, 80) ?? '').join(' ')]) })
    .observe({type: 'layout-shift', buffered: true});
})()"""

# Down the page step by step, so that lazy pictures load, and back.
SCROLL = """async () => {
  const frame = () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
  for (let y = 0; y < document.body.scrollHeight; y += innerHeight) { scrollTo(0, y); await frame() }
  scrollTo(0, 0); await frame();
}"""

# Styles that apply to the screen, and scripts that the page names, count as needed for the first view.
NEEDED = """() => [
  ...[...document.querySelectorAll('link[rel~=stylesheet]')].filter(l => matchMedia(l.media || 'all').matches).map(l => l.href),
  ...[...document.scripts].filter(s => s.src).map(s => s.src)]"""
LOADED = "() => performance.getEntriesByType('resource').map(e => e.name)"


@functools.lru_cache(maxsize=None)
def compressed(file: Path) -> int:
    """Bytes on the wire from a server that compresses ahead of time, as the deployment guide shows."""
    return len(gzip.compress(file.read_bytes(), 9))


def check(site: Site, share: str) -> Report:
    report = Report()
    sizes: list[tuple[int, int, str]] = []
    with chromium() as browser:
        for width in (1280, 390):
            context = browser.new_context(viewport={"width": width, "height": 800})
            context.add_init_script(WATCH)
            page = context.new_page()
            for name in site.pages:
                # On a busy machine one paint may fall between two steps of the way down; what moves, moves each time.
                if _shifts(page, site.url(name)) and (found := _shifts(page, site.url(name))):
                    report.add("layout-shift", f"{name} ({width} px)", found)
                if width == 1280:
                    sizes.append(_check_size(page, site, name, report))
    first, whole, name = max(sizes)
    report.notes.append(f"heaviest first view {first / 1000:.1f} kB: {name} (whole page {whole / 1000:.1f} kB)")
    return report


def _shifts(page: Page, url: str) -> str:
    """What moved while a page was loaded and read to its end; empty where nothing did."""
    page.goto(url, wait_until="load")
    page.evaluate(SCROLL)
    shifts: list[Any] = page.evaluate("window.__shifts")
    total = sum(value for value, _ in shifts)
    return f"shifts by {total:.4f}: {'; '.join(nodes for _, nodes in shifts)[:200]}" if total else ""


def _check_size(page: Page, site: Site, name: str, report: Report) -> tuple[int, int, str]:
    own = site.root / name
    first = _total(site, {own, *_files(site, page.evaluate(NEEDED))})
    loaded = {own, *_files(site, page.evaluate(NEEDED)), *_files(site, page.evaluate(LOADED))}
    whole = _total(site, {file for file in loaded if file.suffix not in IMAGES})
    limits = site.limits
    if first > limits.first_view_bytes:
        report.add("first-view", name, f"{first} bytes compressed, more than {limits.first_view_bytes}")
    if whole > limits.whole_page_bytes:
        report.add("whole-page", name, f"{whole} bytes compressed, more than {limits.whole_page_bytes}")
    return first, whole, name


def _files(site: Site, addresses: list[str]) -> list[Path]:
    return [file for address in addresses if (file := site.file_at(address))]


def _total(site: Site, files: set[Path]) -> int:
    return sum(compressed(file) for file in files)
