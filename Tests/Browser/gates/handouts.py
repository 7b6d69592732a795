"""Posters, cards and leaflets as they come out of a printer, through the browser's own PDF."""
from __future__ import annotations

import tempfile
from pathlib import Path

import pypdfium2
import zxingcpp
from playwright.sync_api import Page

from .browser import chromium
from .report import Report
from .site import Site

ABOUT = "posters, cards and leaflets as PDF: sheets of A4, words and numbers, QR codes"
SHARES = ("",)

# What each form is on paper: how many pages, and whether they lie across.
PAPER = {"poster": (1, False), "cards": (1, False), "leaflet": (2, True)}
A4 = (595, 842)  # points: 210 mm and 297 mm
DOTS_PER_INCH = 200  # what a poor office printer still does; a phone's camera sees no less

FORM = "document.querySelector('[data-signpost-handout]')?.dataset.signpostHandout ?? ''"
# Everything that a handout says, and the parts of it that hold more than they have room for.
WORDS = "[...document.querySelectorAll('.handout b, .handout h2, .handout li')].map(e => e.textContent.trim())"
CLIPPED = """[...document.querySelectorAll('.handout *')].filter(e => getComputedStyle(e).overflowY !== 'visible'
  && e.scrollHeight > e.clientHeight + 1).map(e => e.className || e.tagName)"""


def check(site: Site, share: str) -> Report:
    report = Report()
    found = 0
    with chromium() as browser, tempfile.TemporaryDirectory() as folder:
        # As long as A4 paper is wide, so that what is measured on the page is what is printed.
        page = browser.new_page(viewport={"width": 794, "height": 1123})
        for name in site.pages:
            if "data-signpost-handout" not in (site.root / name).read_text("utf-8"):
                continue
            found += 1
            page.goto(site.url(name), wait_until="load")
            _check_handout(site, name, page, Path(folder) / "handout.pdf", report)
    report.notes.append(f"{found} handouts printed")
    return report


def _check_handout(site: Site, name: str, page: Page, file: Path, report: Report) -> None:
    form = page.evaluate(FORM)
    if form not in PAPER:
        report.add("handout", name, f"there is no form {form!r}")
        return
    page.emulate_media(media="print")
    for part in page.evaluate(CLIPPED):
        report.add("clipped", name, f"{part} holds more than it has room for")
    words = page.evaluate(WORDS)
    page.pdf(path=file, prefer_css_page_size=True, print_background=False)
    page.emulate_media(media="screen")
    document = pypdfium2.PdfDocument(file)
    _check_paper(name, form, document, report)
    _check_words(name, words, document, report)
    _check_codes(site, name, document, report)
    document.close()


def _check_paper(name: str, form: str, document: pypdfium2.PdfDocument, report: Report) -> None:
    count, across = PAPER[form]
    if len(document) != count:
        report.add("sheets", name, f"a {form} of {len(document)} pages instead of {count}")
    wanted = A4[::-1] if across else A4
    for sheet in document:
        width, height = sheet.get_size()
        if abs(width - wanted[0]) > 2 or abs(height - wanted[1]) > 2:
            report.add("paper", name, f"{width:.0f} by {height:.0f} points is not A4{' across' if across else ''}")


def _check_words(name: str, words: list[str], document: pypdfium2.PdfDocument, report: Report) -> None:
    printed = "".join(_letters(sheet.get_textpage().get_text_bounded()) for sheet in document)
    if not words:
        report.add("words", name, "there is nothing on it")
    for text in words:
        if _letters(text) not in printed:
            report.add("words", name, f"the paper lacks {text!r}")


def _letters(text: str) -> str:
    """Letters and digits alone: where a line ends, paper has no space, and a hyphen reads as one of several signs."""
    return "".join(letter for letter in text if letter.isalnum())


def _check_codes(site: Site, name: str, document: pypdfium2.PdfDocument, report: Report) -> None:
    """Each code on paper leads to the page that the handout is made from: the folder above it."""
    address = site.base_url.rstrip("/") + "/" + name.removesuffix("index.html").rstrip("/").rpartition("/")[0] + "/"
    codes = [code.text for sheet in document for code in _read(sheet)]
    if not codes:
        report.add("qr-code", name, "there is no code that a reader finds")
    for text in sorted(set(codes) - {address}):
        report.add("qr-code", name, f"the code says {text!r} instead of {address!r}")


def _read(sheet: pypdfium2.PdfPage) -> list[zxingcpp.Barcode]:
    picture = sheet.render(scale=DOTS_PER_INCH / 72).to_pil().convert("L")
    return [code for code in zxingcpp.read_barcodes(picture) if code.format == zxingcpp.BarcodeFormat.QRCode]
