"""JSON-LD in pages: readable, of known types, and with the fields that make it useful."""
from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from extruct.jsonld import JsonLdExtractor

from .report import Report
from .site import Site

ABOUT = "JSON-LD: parses, known schema.org types, required fields"
SHARES = ("",)

# The fields without which an entry says nothing to those who read it (schema.org; Google's structured data guides for
# Course, FAQ and breadcrumbs). A new type must be added here with its fields, so none is published unchecked.
REQUIRED: dict[str, set[str]] = {
    "Organization": {"name", "url"},
    "GovernmentOrganization": {"name", "url"},
    "NGO": {"name", "url"},
    "WebSite": {"name", "url"},
    "WebPage": {"name"},
    "Course": {"name", "description", "provider"},
    "CourseInstance": {"courseMode", "startDate"},
    "Schedule": {"repeatFrequency"},
    "EducationEvent": {"name", "startDate", "location"},
    "Event": {"name", "startDate", "location"},
    "FAQPage": {"mainEntity"},
    "Question": {"name", "acceptedAnswer"},
    "Answer": {"text"},
    "HowTo": {"name", "step"},
    "HowToStep": {"text"},
    "BreadcrumbList": {"itemListElement"},
    "ItemList": {"itemListElement"},
    "ListItem": {"position"},
    "Article": {"headline", "datePublished"},
    "NewsArticle": {"headline", "datePublished"},
    "DefinedTerm": {"name", "description"},
    "DefinedTermSet": {"name"},
    "ContactPoint": {"contactType"},
    "GovernmentService": {"name", "provider"},
    "Service": {"name", "provider"},
    "VirtualLocation": {"url"},
    "Place": {"name"},
    "PostalAddress": {"streetAddress"},
    "AdministrativeArea": {"name"},
    "Audience": {"audienceType"},
    "EducationalAudience": {"educationalRole"},
    "VideoObject": {"name", "description", "uploadDate"},
    "ImageObject": {"url"},
    "Offer": {"price", "priceCurrency"},
}


def check(site: Site, share: str) -> Report:
    report = Report()
    found = 0
    for name in site.pages:
        try:
            items = JsonLdExtractor().extract((site.root / name).read_text("utf-8"))
        except ValueError as error:
            report.add("json-ld", name, f"cannot be read: {error}")
            continue
        for item in items:
            found += 1
            for message in faults(item):
                report.add("json-ld", name, message)
    report.notes.append(f"{found} JSON-LD items")
    return report


def faults(item: dict[str, Any]) -> Iterator[str]:
    """Faults of one top-level item and of everything inside it."""
    if str(item.get("@context", "")).rstrip("/") != "https://schema.org":
        yield f"@context is {item.get('@context')!r}, not https://schema.org"
    roots = item.get("@graph", [item])
    for root in roots:
        yield from _walk(root)


def _walk(node: Any) -> Iterator[str]:
    if isinstance(node, list):
        for child in node:
            yield from _walk(child)
    elif isinstance(node, dict):
        yield from _fields(node)
        for child in node.values():
            yield from _walk(child)


def _fields(node: dict[str, Any]) -> Iterator[str]:
    if set(node) <= {"@id"}:  # a pointer to an item told elsewhere
        return
    types = node.get("@type", [])
    types = types if isinstance(types, list) else [types]
    if not types:
        yield f"an item has no @type: {sorted(node)}"
    for type in types:
        if type not in REQUIRED:
            yield f"type {type!r} is not known to this gate: check the spelling, or add it with its fields"
        for key in sorted(REQUIRED.get(type, set())):
            if node.get(key) in (None, "", [], {}):
                yield f"{type} needs {key}"
