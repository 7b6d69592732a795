"""Whether Hugo was given the same work: the same pages, links that lead to the same places, the same contents."""

from __future__ import annotations

import posixpath
import re
from pathlib import Path

import corpus
from measure import run
from page import Page
from rows import Bench, hugo_binary

PAGES = 300


def work(bench: Bench) -> str:
    """One line that says so; ends the program where it is not so."""
    ours, theirs = Path(bench.site(PAGES)), bench.folder / "equal"
    run([[hugo_binary(), "--quiet", "-s", str(bench.peer("hugo", PAGES)), "-d", str(theirs)]])
    links = contents = 0
    for page in corpus.pages(PAGES):
        html = [read(site, page) for site in (ours, theirs)]
        wanted = {target(page, link) for link in corpus.links(page.body)}
        for site, text in zip(("Signpost", "Hugo"), html):
            missing = wanted - {without_language(link, page) for link in hrefs(text, place(page))}
            if missing:
                raise SystemExit(f"{site}'s {page.file} does not lead to {sorted(missing)[:3]}")
        headings = [contents_of(text, page) for text in html]
        if headings[0] != headings[1]:
            raise SystemExit(f"the contents of {page.file} are not the same: {headings}")
        links, contents = links + len(wanted), contents + len(headings[0])
    return f"Equal work: {PAGES} pages are there on both sides, with the same {links:,} links and {contents:,} entries of contents."


def place(page: Page) -> str:
    """The page's address, from the site's root."""
    stem = re.sub(r"(^|/)index$", r"\1", page.path[:-3]).strip("/")
    return (
        "/"
        + "/".join(filter(None, ["" if page.language == "en" else page.language, stem]))
        + ("/" if stem or page.language != "en" else "")
    )


def read(site: Path, page: Page) -> str:
    return (site / place(page).strip("/") / "index.html").read_text("utf-8")


def hrefs(html: str, base: str) -> set[str]:
    return {link if "://" in link else joined(base, link) for link in re.findall(r'<a [^>]*?href="([^"]*)"', html)}


def joined(base: str, link: str) -> str:
    path, _, anchor = link.partition("#")
    path = path if path.startswith("/") else posixpath.normpath(base + path) if path else base
    return "/" + path.strip("/").removesuffix("index.html").strip("/") + ("#" + anchor if anchor else "")


def target(page: Page, link: str) -> str:
    """Where a link of the Markdown leads, without the language of the page that it leads to."""
    if "://" in link:
        return link
    path, _, anchor = link.partition("#")
    path = re.sub(r"(^|/)index$", r"\1", posixpath.normpath(posixpath.join(page.folder, path))[:-3])
    return "/" + path.strip("/") + ("#" + anchor if anchor else "")


def without_language(link: str, page: Page) -> str:
    return re.sub(rf"^/{page.language}/", "/", link)


def contents_of(html: str, page: Page) -> list[str]:
    """The places on the page, of those that headings of its Markdown make, that its contents lead to."""
    made = {
        re.sub(r"[^\w\s-]", "", heading).strip().lower().replace(" ", "-")
        for heading in re.findall(r"^##+ (.+)$", page.body, re.M)
    }
    found = re.findall(r"<nav[^>]*>.*?</nav>", html, re.S)
    return sorted({anchor for nav in found for anchor in re.findall(r'href="#([^"]+)"', nav)} & made)
