"""How old a reader must be to follow a page: the Flesch-Kincaid grade (Kincaid and others, 1975) plus five years."""
from __future__ import annotations

import re

import lxml.html
import textstat

from .report import Report
from .site import Site

ABOUT = "reading age of the pages in English (a report; fails only with --reading-age N)"
SHARES = ("",)

FEWEST_WORDS = 100  # the formula means little on less
PUBLIC = {"everyone", "parents", "young-people", "businesses"}
BLOCKS = "//main//*[self::p or self::li or self::dd][not(ancestor::nav or ancestor::table or .//p or .//li)]"


def check(site: Site, share: str) -> Report:
    report = Report()
    ages: list[tuple[float, str]] = []
    for name in site.pages:
        document = site.document(name)
        text = prose(document) if _is_public(document) else ""
        if len(text.split()) >= FEWEST_WORDS:
            ages.append((reading_age(text), name))
    limit = site.limits.reading_age
    for age, name in ages:
        if limit and age > limit:
            report.add("reading-age", name, f"needs a reader of {age:.0f} years, more than {limit:g}")
    if ages:
        mean = sum(age for age, _ in ages) / len(ages)
        worst = ", ".join(f"{name} {age:.1f}" for age, name in sorted(ages, reverse=True)[:5])
        report.notes.append(f"mean reading age of {len(ages)} pages {mean:.1f} years (US grade {mean - 5:.1f}); highest: {worst}")
    return report


def _is_public(document: lxml.html.HtmlElement) -> bool:
    """In English, and for the public if the page names its audience in <body data-audience>."""
    audience = set((document.body.get("data-audience") or "everyone").split())
    return document.get("lang", "").startswith("en") and bool(audience & PUBLIC)


def prose(document: lxml.html.HtmlElement) -> str:
    """The running text of the page: a list item without a full stop counts as a sentence of its own."""
    blocks = (" ".join(block.text_content().split()) for block in document.xpath(BLOCKS))
    return " ".join(block if re.search(r"[.!?]$", block) else f"{block}." for block in blocks if block)


def reading_age(text: str) -> float:
    return textstat.flesch_kincaid_grade(text) + 5
