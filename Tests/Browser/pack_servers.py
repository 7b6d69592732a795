#!/usr/bin/env python3
"""Serve a school's copy as a school would: pack_servers.py ARCHIVE

Puts the copy under /safeguarding/csE copy/ of nginx and of Apache on this computer, asks both for every file, and uses
it in Chromium. Neither server is told anything of it. Exit status: 0 all is well, 1 there are findings, 2 something is
not installed.
"""
from __future__ import annotations

import contextlib
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.parse import quote
from urllib.request import urlopen

from playwright.sync_api import Browser

from gates.browser import chromium
from gates.report import CannotRun, Report
from gates.search import BOX, search_page
from gates.site import Site

PLACE = "safeguarding/csE copy"
TYPES = {".html": "text/html", ".css": "text/css", ".svg": "image/svg+xml", ".txt": "text/plain"}
NGINX = """
daemon off; worker_processes 1; pid {home}/pid; error_log {home}/error.log; user root;
events {{ worker_connections 64; }}
http {{
  include /etc/nginx/mime.types; access_log off;
  client_body_temp_path {home}/1; proxy_temp_path {home}/2; fastcgi_temp_path {home}/3;
  uwsgi_temp_path {home}/4; scgi_temp_path {home}/5;
  server {{ listen 127.0.0.1:{port}; root "{root}"; }}
}}
"""
APACHE = """
ServerRoot {home}
ServerName localhost
Listen 127.0.0.1:{port}
PidFile {home}/pid
ErrorLog {home}/error.log
DocumentRoot "{root}"
LoadModule mpm_event_module /usr/lib/apache2/modules/mod_mpm_event.so
LoadModule authz_core_module /usr/lib/apache2/modules/mod_authz_core.so
LoadModule dir_module /usr/lib/apache2/modules/mod_dir.so
LoadModule mime_module /usr/lib/apache2/modules/mod_mime.so
TypesConfig {types}
<Directory "{root}">
  Require all granted
</Directory>
"""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def program(name: str) -> str:
    found = shutil.which(name, path="/usr/sbin:/usr/bin:/sbin:/bin")
    if found is None:
        raise CannotRun(f"{name} is not installed")
    return found


@contextlib.contextmanager
def server(kind: str, root: Path, home: Path) -> Iterator[str]:
    """A server of one kind; its address."""
    port = free_port()
    # Debian's Apache gets its types from another package; nginx brings the same ones in its own form.
    types = home / "types"
    types.write_text("text/html html\ntext/css css\napplication/javascript js\nimage/svg+xml svg\ntext/plain txt\n"
                     "image/png png\nimage/jpeg jpg\ntext/calendar ics\napplication/json json\n", "ascii")
    settings = home / "settings.conf"
    settings.write_text((NGINX if kind == "nginx" else APACHE).format(home=home, root=root, port=port, types=types))
    command = ([program("nginx"), "-c", settings] if kind == "nginx"
               else [program("apache2"), "-f", settings, "-D", "FOREGROUND"])
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
        try:
            address = f"http://127.0.0.1:{port}/"
            wait_for(address + quote(PLACE) + "/index.html", process)
            yield address
        finally:
            process.terminate()
            process.wait(timeout=10)


def wait_for(address: str, process: subprocess.Popen[bytes]) -> None:
    for _ in range(100):
        with contextlib.suppress(URLError, ConnectionError):
            urlopen(address, timeout=5).close()
            return
        if process.poll() is not None:
            break
        time.sleep(0.1)
    process.terminate()
    raise CannotRun(f"{process.args[0]} does not answer: {process.stderr.read().decode()[:300]}")


def check_files(kind: str, address: str, root: Path, report: Report) -> None:
    """Every file is sent as it is, as what it is."""
    files = sorted(path for path in (root / PLACE).rglob("*") if path.is_file())
    for path in files:
        url = address + quote(str(path.relative_to(root)))
        try:
            with urlopen(url, timeout=10) as answer:
                sent, said = answer.read(), answer.headers.get_content_type()
        except HTTPError as error:
            report.add("server-file", url, f"{kind} answers {error.code}")
            continue
        if sent != path.read_bytes():
            report.add("server-file", url, f"{kind} sends other bytes")
        wanted = TYPES.get(path.suffix)
        if wanted and said != wanted:
            report.add("server-type", url, f"{kind} calls it {said}, not {wanted}")
    report.notes.append(f"{kind}: {len(files)} files sent as they are")


def check_use(kind: str, browser: Browser, address: str, site: Site, report: Report) -> None:
    """Pages, search and languages work, and nothing is asked of anybody else."""
    page = browser.new_context().new_page()
    page.on("pageerror", lambda error: report.add("server-error", page.url, f"{kind}: {error}"[:160]))
    page.on("console", lambda said: report.add("server-error", page.url, f"{kind}: {said.text}"[:160])
            if said.type == "error" else None)
    page.on("request", lambda asked: None if asked.url.startswith((address, "data:"))
            else report.add("server-network", page.url, f"{kind}: asks for {asked.url}"))
    home = address + quote(PLACE) + "/"
    # A missing icon that nobody links to would be the browser's own idea, and none of the copy's.
    for name in ["index.html", *site.sample(8), "about-this-copy.html"]:
        page.goto(home + quote(name))
    search = search_page(site)
    if search is None:
        report.add("server-search", "site", "there is no search page")
        return
    page.goto(home + quote(search))
    page.fill(f"{BOX} input", "childline")
    page.click(f"{BOX} li a >> nth=0")
    page.wait_for_url(lambda url: not url.endswith(search))
    if not page.url.startswith(home):
        report.add("server-search", search, f"{kind}: the first result leads to {page.url}")
    page.goto(home)
    page.click("a[hreflang='cy'], a[lang='cy'] >> nth=0")
    page.wait_for_function("document.documentElement.lang === 'cy'")


def main() -> int:
    report = Report()
    with tempfile.TemporaryDirectory() as parent:
        root = Path(parent) / "root"
        with zipfile.ZipFile(sys.argv[1]) as archive:
            archive.extractall(root / PLACE)
        # nginx's worker is another user where this runs as root.
        Path(parent).chmod(0o755)
        try:
            with chromium() as browser:
                for kind in ("nginx", "apache"):
                    home = Path(parent) / kind
                    home.mkdir()
                    with server(kind, root, home) as address:
                        check_files(kind, address, root, report)
                        check_use(kind, browser, address, Site(root / PLACE), report)
        except CannotRun as error:
            print(f"could not run: {error}")
            return 2
    return report.told()


if __name__ == "__main__":
    sys.exit(main())
