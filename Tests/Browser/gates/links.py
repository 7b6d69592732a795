"""Every internal link of the built files, read without a server: about two seconds per thousand pages.

    missing    the target file is not there
    fragment   the page is there, the #id is not
    case       the file exists only in another letter case: works on Windows, breaks on a server
    escape     the link climbs out of the site
    bad-url    a space, a backslash or a broken %-escape in the address
    duplicate  the same id twice on a page, or two files whose names differ only in case or Unicode form
    absolute   starts with / or //: breaks below a subfolder and from file:// (404.html may, as it is
               shown at any depth)
    remote     a script, style, picture or frame of another host
    directory  a link to a folder: from file:// that shows a listing (only with --offline)
"""
from __future__ import annotations

import collections
import os
import re
import unicodedata
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath
from urllib.parse import SplitResult, unquote, urlsplit

from .report import Report
from .site import Site

ABOUT = "internal links, fragments and letter case; links that break in a subfolder or from file://"
SHARES = ("",)

ADDRESSES = {"href", "src", "poster", "data", "action", "formaction", "cite", "xlink:href", "background", "longdesc"}
# A reader follows these; a browser loads everything else by itself.
FOLLOWED = {("a", "href"), ("area", "href"), ("form", "action"), ("blockquote", "cite"), ("q", "cite"),
            ("del", "cite"), ("ins", "cite"), ("button", "formaction"), ("input", "formaction")}
LOADED_RELATIONS = {"stylesheet", "icon", "apple-touch-icon", "preload", "modulepreload", "manifest", "prefetch"}
UNCHECKED_RELATIONS = {"canonical", "preconnect", "dns-prefetch"}
CSS_ADDRESS = re.compile(
    r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^)'"\s]+))\s*\)|@import\s+(?:"([^"]*)"|'([^']*)')""", re.I)
CSS_COMMENT = re.compile(r"/\*.*?\*/", re.S)
REFRESH = re.compile(r"url\s*=\s*(\S+)", re.I)
BAD_ADDRESS = re.compile(r"[\s\\]|%(?![0-9a-fA-F]{2})")


@dataclass(frozen=True)
class Link:
    line: int
    tag: str
    attribute: str
    address: str

    @property
    def is_followed(self) -> bool:
        return (self.tag, self.attribute) in FOLLOWED


class Document(HTMLParser):
    """The ids and links of one HTML, SVG or CSS file."""

    def __init__(self, path: Path) -> None:
        super().__init__(convert_charrefs=True)
        self.ids: collections.Counter[str] = collections.Counter()
        self.links: list[Link] = []
        self.base = ""
        self.in_style = False
        text = path.read_text("utf-8", "replace")
        if path.suffix == ".css":
            self._css(text, 1)
        else:
            self.feed(text)
            self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.in_style = tag == "style"
        self._names(tag, values)
        if tag == "base" and values.get("href"):
            self.base = self.base or values["href"]
        elif (kind := self._kind(tag, values)):
            self._addresses(kind, values)

    handle_startendtag = handle_starttag

    def handle_endtag(self, tag: str) -> None:
        self.in_style = False

    def handle_data(self, data: str) -> None:
        if self.in_style:
            self._css(data, self.getpos()[0])

    def _names(self, tag: str, values: dict[str, str]) -> None:
        if values.get("id"):
            self.ids[values["id"]] += 1
        if tag == "a" and values.get("name") and values["name"] != values.get("id"):
            self.ids[values["name"]] += 1

    @staticmethod
    def _kind(tag: str, values: dict[str, str]) -> str:
        """The tag to judge the addresses by: a <link> that only points somewhere counts as followed."""
        if tag != "link":
            return tag
        relations = set(values.get("rel", "").lower().split())
        if relations & UNCHECKED_RELATIONS:
            return ""
        return "link" if relations & LOADED_RELATIONS else "a"

    def _addresses(self, tag: str, values: dict[str, str]) -> None:
        line = self.getpos()[0]
        for name in sorted(ADDRESSES & values.keys()):
            self.links.append(Link(line, tag, name, values[name]))
        for name in ("srcset", "imagesrcset"):
            parts = (part.split() for part in re.split(r",\s+|,$", values.get(name, "")))
            self.links += [Link(line, tag, name, part[0]) for part in parts if part]
        if tag == "meta" and values.get("http-equiv", "").lower() == "refresh":
            if match := REFRESH.search(values.get("content", "")):
                self.links.append(Link(line, "a", "href", match[1].strip("'\"")))
        if values.get("style"):
            self._css(values["style"], line)

    def _css(self, text: str, first: int) -> None:
        text = CSS_COMMENT.sub(lambda comment: "\n" * comment[0].count("\n"), text)
        for match in CSS_ADDRESS.finditer(text):
            address = next(group for group in match.groups() if group is not None)
            self.links.append(Link(first + text.count("\n", 0, match.start()), "css", "url", address))


def fold(name: str) -> str:
    """The name as a disk that ignores case and Unicode form would see it."""
    return unicodedata.normalize("NFC", name).casefold()


@dataclass
class Checker:
    """The files of a site, and the judgement of each link between them."""

    site: Site
    report: Report = field(default_factory=Report)

    def __post_init__(self) -> None:
        everything = sorted(f for f in self.site.root.rglob("*") if f.is_file())
        self.files = {f.relative_to(self.site.root).as_posix() for f in everything}
        self.folders = {"."} | {str(p) for f in self.files for p in PurePosixPath(f).parents}
        self.folded: dict[str, list[str]] = collections.defaultdict(list)
        for name in sorted(self.files):
            self.folded[fold(name)].append(name)
        parsed = (f for f in everything if f.suffix in (".html", ".htm", ".css", ".svg"))
        self.documents = {f.relative_to(self.site.root).as_posix(): Document(f) for f in parsed}

    def run(self) -> Report:
        self._duplicates()
        for name, document in self.documents.items():
            for link in document.links:
                self._link(name, document, link)
        count = sum(len(document.links) for document in self.documents.values())
        self.report.notes.append(f"{len(self.documents)} documents, {count} links")
        return self.report

    def _duplicates(self) -> None:
        for names in self.folded.values():
            if len(names) > 1:
                self.report.add("duplicate", names[0], f"same name as {', '.join(names[1:])} but for case or form")
        for name, document in self.documents.items():
            for id, count in document.ids.items():
                if count > 1:
                    self.report.add("duplicate", name, f"id {id!r} is used {count} times")

    def _link(self, name: str, document: Document, link: Link) -> None:
        address = link.address.strip()
        where = f"{name}:{link.line}"
        shown = f"<{link.tag} {link.attribute}> {address[:200]}"
        if BAD_ADDRESS.search(address) and not address.startswith("data:"):
            self.report.add("bad-url", where, shown)
        try:
            url = urlsplit(address)
        except ValueError:
            self.report.add("bad-url", where, shown)
            return
        if url.scheme or url.netloc:
            self._outside(url, link, where, shown)
            return
        if (target := self._target(name, document, url, link, where, shown)) is not None:
            self._fragment(target, unquote(url.fragment), where, shown)

    def _outside(self, url: SplitResult, link: Link, where: str, shown: str) -> None:
        if url.netloc and not url.scheme:
            self.report.add("absolute", where, f"{shown}: from file:// this has no protocol")
        elif url.scheme in ("http", "https") and not link.is_followed:
            self.report.add("remote", where, f"{shown}: loaded from another host")

    def _target(
        self, name: str, document: Document, url: SplitResult, link: Link, where: str, shown: str
    ) -> str | None:
        """The file a link leads to, or None after saying why there is none."""
        path = unquote(url.path)
        if path.startswith("/"):
            if name != "404.html" or self.site.limits.offline:
                self.report.add("absolute", where, f"{shown}: breaks below a subfolder and from file://")
            base = self.site.base_path
            path = path[len(base):] if path.startswith(base) else path.lstrip("/")
            path = path or "."
        elif path or document.base:
            path = os.path.join(os.path.dirname(name), unquote(urlsplit(document.base).path), path)
        else:
            return name
        return self._existing(os.path.normpath(path), link, where, shown)

    def _existing(self, target: str, link: Link, where: str, shown: str) -> str | None:
        if target.startswith(".."):
            self.report.add("escape", where, f"{shown}: climbs out of the site")
            return None
        if target in self.folders:
            if self.site.limits.offline and link.tag != "form":
                self.report.add("directory", where, f"{shown}: from file:// a folder shows a listing")
            target = os.path.normpath(f"{target}/index.html")
        if target in self.files:
            return target
        near = self.folded.get(fold(target))
        hint = f": there is {near[0]}" if near else f": no file {target}"
        self.report.add("case" if near else "missing", where, shown + hint)
        return None

    def _fragment(self, target: str, fragment: str, where: str, shown: str) -> None:
        document = self.documents.get(target)
        if not fragment or document is None or target.endswith(".css"):
            return
        if fragment != "top" and not fragment.startswith((":~:", "svgView(")) and fragment not in document.ids:
            self.report.add("fragment", where, f"{shown}: {target} has no such id")


def check(site: Site, share: str) -> Report:
    return Checker(site).run()
