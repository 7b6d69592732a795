"""A built site on disk, and a small server that shows it on this machine only."""
from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

import lxml.html

from .report import CannotRun


@dataclass(frozen=True)
class Limits:
    """Numbers a board may set for itself. The defaults are the project's promises."""

    first_view_bytes: int = 14_000  # about what the first round trips of a new connection carry
    whole_page_bytes: int = 60_000
    reading_age: float = 0  # 0: report, never fail
    below: str = ""  # only pages in this folder are looked at
    every_style: bool = False  # only pages that together show every style are looked at
    offline: bool = False  # the copy is opened from file://, so folder links must name index.html


@dataclass(frozen=True)
class Site:
    """The folder, where it is served, and the limits it is judged by."""

    root: Path
    origin: str = ""
    limits: Limits = field(default_factory=Limits)

    @functools.cached_property
    def files(self) -> list[str]:
        """Every HTML file, as a path from the root: the home page first, then shallow ones before deep ones."""
        found = (f.relative_to(self.root).as_posix() for f in self.root.rglob("*.html"))
        return sorted(found, key=lambda name: (name != "index.html", name.count("/"), name))

    @functools.cached_property
    def pages(self) -> list[str]:
        """Every HTML file a reader stays on: redirects are left out, since a browser would leave them."""
        wanted = (name for name in self.files if name.startswith(self.limits.below))
        pages = [name for name in wanted if not is_redirect(self.document(name))]
        return self.showing_every_style(pages) if self.limits.every_style else pages

    def showing_every_style(self, pages: list[str]) -> list[str]:
        """A few of the pages, on which every element and class name of them occurs at least once."""
        names = {page: _style_names(self.document(page)) for page in pages}
        missing = set().union(*names.values())
        chosen: list[str] = []
        while missing:
            best = max(pages, key=lambda page: len(names[page] & missing))
            chosen.append(best)
            missing -= names[best]
        return chosen

    def sample(self, count: int) -> list[str]:
        """The home page and others spread evenly over the site."""
        if len(self.pages) <= count:
            return self.pages
        return [self.pages[i * len(self.pages) // count] for i in range(count)]

    def document(self, name: str) -> lxml.html.HtmlElement:
        return lxml.html.document_fromstring((self.root / name).read_bytes(), parser=_UTF8)

    def with_suffix(self, *suffixes: str) -> list[Path]:
        return sorted(f for f in self.root.rglob("*") if f.suffix in suffixes and f.is_file())

    @functools.cached_property
    def base_url(self) -> str:
        """The public address of the site: the canonical address of its home page."""
        home = self.root / "index.html"
        links = self.document("index.html").xpath("//link[@rel='canonical']/@href") if home.is_file() else []
        return str(links[0]) if links else ""

    @property
    def base_path(self) -> str:
        return urlsplit(self.base_url).path.rstrip("/") + "/"

    def url(self, name: str) -> str:
        """The address at which the loopback server shows a file; folders keep their pretty address."""
        pretty = name.removesuffix("index.html") if ("/" + name).endswith("/index.html") else name
        return self.origin + self.base_path + quote(pretty)

    def file_at(self, url: str) -> Path | None:
        """The file behind an address of the site, public or loopback; None if it is not one of the site's."""
        for base in (self.base_url.rstrip("/") + "/", self.origin + self.base_path):
            if base != "/" and url.startswith(base):
                path = self.root / unquote(urlsplit(url[len(base):]).path)
                path = path / "index.html" if path.is_dir() else path
                return path if path.is_file() else None
        return None


_UTF8 = lxml.html.HTMLParser(encoding="utf-8")


def _style_names(document: lxml.html.HtmlElement) -> set[str]:
    """What a style may be meant for: the names of elements, and their classes marked with a dot."""
    elements = [element for element in document.body.iter() if isinstance(element.tag, str)]
    return {e.tag for e in elements} | {f".{name}" for e in elements for name in e.get("class", "").split()}


def is_redirect(document: lxml.html.HtmlElement) -> bool:
    """Whether the page sends its reader on at once (an alias of a page that moved)."""
    return any(m.get("http-equiv", "").lower() == "refresh" for m in document.iter("meta"))


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Serves one folder below the site's base path, quietly, and never lists a directory."""

    protocol_version = "HTTP/1.1"
    base_path = "/"

    def translate_path(self, path: str) -> str:
        path = urlsplit(path).path
        if not path.startswith(self.base_path):
            return str(Path(self.directory) / "outside-the-base-path")
        return super().translate_path("/" + path[len(self.base_path):])

    def list_directory(self, path: str) -> None:
        self.send_error(404)

    def log_message(self, *_: object) -> None:
        pass


class _Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """A browser that hangs up in mid-answer is no news."""


@contextmanager
def served(root: Path, limits: Limits | None = None) -> Iterator[Site]:
    """The site in `root`, reachable at a loopback address for as long as the block runs."""
    site = Site(root.resolve(), limits=limits or Limits())
    if not site.files:
        raise CannotRun(f"no .html file under {root}")
    if not site.pages:
        raise CannotRun(f"no page below {site.limits.below} in {root}")
    handler = type("Handler", (_Handler,), {"base_path": site.base_path})
    with _Server(("127.0.0.1", 0), functools.partial(handler, directory=str(site.root))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield replace(site, origin=f"http://127.0.0.1:{server.server_port}")
        server.shutdown()
