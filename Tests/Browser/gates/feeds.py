"""Sitemap, robots.txt, Atom and JSON feeds."""
from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from lxml import etree

from .report import Report
from .site import Site

ABOUT = "sitemap.xml, robots.txt, Atom (RFC 4287) and JSON Feed 1.1"
SHARES = ("",)

SCHEMA = Path(__file__).parent.parent / "schemas" / "sitemap.xsd"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
ATOM = "{http://www.w3.org/2005/Atom}"
# RFC 3339, as RFC 4287 section 3.3 and JSON Feed 1.1 ask.
TIMESTAMP = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
ABSOLUTE = re.compile(r"https?://[^\s/]+(/\S*)?")
PARSER = etree.XMLParser(resolve_entities=False, no_network=True)


def check(site: Site, share: str) -> Report:
    report = Report()
    _sitemap(site, report)
    _robots(site, report)
    for file in site.with_suffix(".xml", ".atom"):
        if (tree := _parse(file, site, report)) is not None and tree.tag == f"{ATOM}feed":
            Atom(tree, file.relative_to(site.root).as_posix(), site, report).check()
    for file in site.with_suffix(".json"):
        _json(file, site, report)
    return report


def _parse(file: Path, site: Site, report: Report) -> Any:
    try:
        return etree.fromstring(file.read_bytes(), PARSER)
    except etree.XMLSyntaxError as error:
        report.add("xml", file.relative_to(site.root).as_posix(), f"not well-formed: {error}")
        return None


def _sitemap(site: Site, report: Report) -> None:
    """The sitemap follows the protocol, and lists exactly the pages a search engine may show."""
    file = site.root / "sitemap.xml"
    if not file.is_file():
        report.add("sitemap", "sitemap.xml", "there is none")
        return
    tree = _parse(file, site, report)
    if tree is None:
        return
    schema = etree.XMLSchema(etree.parse(str(SCHEMA)))
    if not schema.validate(tree):
        for error in schema.error_log:
            report.add("sitemap", f"sitemap.xml:{error.line}", error.message)
    listed = {}
    for address in (loc.text or "" for loc in tree.iter(f"{SITEMAP}loc")):
        if (target := site.file_at(address)) is None:
            report.add("sitemap", "sitemap.xml", f"{address} is no page of this site")
        else:
            listed[target.relative_to(site.root).as_posix()] = address
    _compare(site, listed, report)


def _compare(site: Site, listed: dict[str, str], report: Report) -> None:
    for name in site.files:
        if (public := name in site.pages and _is_indexed(site, name)) and name not in listed:
            report.add("sitemap", "sitemap.xml", f"{name} is missing")
        elif not public and name in listed:
            report.add("sitemap", "sitemap.xml", f"{listed[name]} is a redirect, an error page or marked noindex")


def _is_indexed(site: Site, name: str) -> bool:
    robots = site.document(name).xpath("//meta[@name='robots']/@content")
    return name != "404.html" and not any("noindex" in str(content) for content in robots)


def _robots(site: Site, report: Report) -> None:
    file = site.root / "robots.txt"
    if not file.is_file():
        report.add("robots", "robots.txt", "there is none")
        return
    lines = file.read_text("utf-8").splitlines()
    wanted = f"Sitemap: {site.base_url.rstrip('/')}/sitemap.xml"
    if not any(line.lower().startswith("user-agent:") for line in lines):
        report.add("robots", "robots.txt", "has no User-agent line")
    if wanted not in lines:
        report.add("robots", "robots.txt", f"does not say {wanted!r}")


class Atom:
    """One Atom feed, judged by the musts of RFC 4287 section 4."""

    def __init__(self, tree: Any, where: str, site: Site, report: Report) -> None:
        self.tree, self.where, self.site, self.report = tree, where, site, report

    def fault(self, message: str) -> None:
        self.report.add("atom", self.where, message)

    def check(self) -> None:
        self._common(self.tree, "feed")
        if not self.tree.xpath("*[local-name()='link'][@rel='self']"):
            self.fault("feed has no link rel=self")
        entries = self.tree.findall(f"{ATOM}entry")
        authored = self.tree.find(f"{ATOM}author/{ATOM}name") is not None
        for number, entry in enumerate(entries, 1):
            self._entry(entry, f"entry {number}", authored)
        ids = [entry.findtext(f"{ATOM}id") for entry in entries]
        for id in {id for id in ids if ids.count(id) > 1}:
            self.fault(f"id {id} is used {ids.count(id)} times")

    def _common(self, element: Any, name: str) -> None:
        for child in ("id", "title", "updated"):
            found = element.findall(f"{ATOM}{child}")
            if len(found) != 1 or not (found[0].text or "").strip():
                self.fault(f"{name} needs exactly one {child}")
        for child in ("updated", "published"):
            for moment in element.findall(f"{ATOM}{child}"):
                if not TIMESTAMP.fullmatch(moment.text or ""):
                    self.fault(f"{name}: {child} {moment.text!r} is no RFC 3339 time")
        if not re.match(r"[a-zA-Z][\w+.-]*:\S+$", element.findtext(f"{ATOM}id") or ""):
            self.fault(f"{name}: id must be an absolute IRI")

    def _entry(self, entry: Any, name: str, authored: bool) -> None:
        self._common(entry, name)
        if not authored and entry.find(f"{ATOM}author/{ATOM}name") is None:
            self.fault(f"{name} has no author, nor has the feed")
        links = [link.get("href", "") for link in entry.findall(f"{ATOM}link")
                 if link.get("rel", "alternate") == "alternate"]
        if not links and entry.find(f"{ATOM}content") is None:
            self.fault(f"{name} needs a link rel=alternate or content")
        for link in links:
            _own_address(link, f"{name} link", self.site, self.fault)


def _own_address(address: str, name: str, site: Site, fault: Any) -> None:
    """An address of this site must be absolute and lead to a file."""
    if not ABSOLUTE.fullmatch(address):
        fault(f"{name}: {address!r} is not an absolute address")
    elif address.startswith(site.base_url) and site.base_url and site.file_at(address) is None:
        fault(f"{name}: {address} is no page of this site")


def _json(file: Path, site: Site, report: Report) -> None:
    where = file.relative_to(site.root).as_posix()
    try:
        feed = json.loads(file.read_text("utf-8"))
    except ValueError as error:
        report.add("json", where, f"not JSON: {error}")
        return
    if isinstance(feed, dict) and str(feed.get("version", "")).startswith("https://jsonfeed.org/"):
        for message in json_feed_faults(feed, site):
            report.add("json-feed", where, message)


def json_feed_faults(feed: dict[str, Any], site: Site) -> list[str]:
    """What breaks https://www.jsonfeed.org/version/1.1/."""
    faults: list[str] = []
    if feed["version"] != "https://jsonfeed.org/version/1.1":
        faults.append(f"version is {feed['version']!r}, not 1.1")
    if not isinstance(feed.get("title"), str) or not feed["title"]:
        faults.append("needs a title")
    for key in ("home_page_url", "feed_url"):
        _own_address(str(feed.get(key, "")), key, site, faults.append)
    if "author" in feed:
        faults.append("author is deprecated: use authors")
    items = feed.get("items")
    if not isinstance(items, list):
        return faults + ["needs an array of items"]
    for number, item in enumerate(items, 1):
        faults += [f"item {number}: {message}" for message in _item_faults(item, site)]
    ids = [item.get("id") for item in items]
    return faults + [f"id {id!r} is used twice" for id in {i for i in ids if ids.count(i) > 1}]


def _item_faults(item: dict[str, Any], site: Site) -> list[str]:
    faults: list[str] = []
    if not isinstance(item.get("id"), str) or not item["id"]:
        faults.append("needs an id that is a string")
    if not any(isinstance(item.get(key), str) for key in ("content_html", "content_text")):
        faults.append("needs content_html or content_text")
    if "url" in item:
        _own_address(str(item["url"]), "url", site, faults.append)
    for key in ("date_published", "date_modified"):
        if key in item and not TIMESTAMP.fullmatch(str(item[key])):
            faults.append(f"{key} {item[key]!r} is no RFC 3339 time")
    return faults
