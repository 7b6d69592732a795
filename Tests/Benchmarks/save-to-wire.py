#!/usr/bin/env python3
"""How long after a save the new page is on the browser's wire: save-to-wire.py BINARY SOURCE [options]

Starts `signpost serve` on a copy of the content folder SOURCE, adds a sentence to a page again and again, and asks for
the page over one connection until it holds the sentence. Prints the milliseconds from the end of the save to the last
byte of the new page. Exit status: 0 where the median is within --limit.
"""
from __future__ import annotations

import argparse
import http.client
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PATIENCE = 120  # seconds


def started(binary: Path, board: Path, themes: Path) -> tuple[subprocess.Popen[bytes], int]:
    log = (board / "log").open("wb")
    server = subprocess.Popen(
        [binary, "serve", "--port", "0", "--source", "content", "--themes", themes.resolve()], cwd=board, stderr=log)
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and server.poll() is None:
        found = re.search(rb"http://127\.0\.0\.1:(\d+)/ and follows", (board / "log").read_bytes())
        if found:
            return server, int(found[1])
        time.sleep(0.05)
    server.kill()
    sys.exit(f"the server did not start:\n{(board / 'log').read_text()}")


def wait_for(connection: http.client.HTTPConnection, address: str, wanted: bytes) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        connection.request("GET", address)
        if wanted in connection.getresponse().read():
            return
        time.sleep(0.0005)
    sys.exit(f"{address} does not show the edit")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary", type=Path)
    parser.add_argument("source", type=Path, help="a content folder")
    parser.add_argument("--page", help="the page that is edited, from the content folder (default: the first of all)")
    parser.add_argument("--times", type=int, default=11)
    parser.add_argument("--pause", type=float, default=0.5, help="seconds between two saves")
    parser.add_argument("--limit", type=float, default=50, help="milliseconds")
    parser.add_argument("--themes", type=Path, default=Path("themes"), help="the folder of themes (default: themes)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        board = Path(folder)
        shutil.copytree(options.source, board / "content")
        pages = sorted(path for path in (board / "content").rglob("*.md") if path.name != "index.md")
        page = board / "content" / options.page if options.page else pages[0]
        address = "/" + str(page.relative_to(board / "content").with_suffix("")) + "/"
        text = page.read_text("utf-8").rstrip() + "\n"
        server, port = started(options.binary.resolve(), board, options.themes)
        try:
            connection = http.client.HTTPConnection("127.0.0.1", port)
            times = []
            for turn in range(options.times):
                page.write_text(f"{text}\nThis is edit {turn}.\n", "utf-8")
                start = time.perf_counter()
                wait_for(connection, address, f"This is edit {turn}.".encode())
                times.append((time.perf_counter() - start) * 1000)
                time.sleep(options.pause)
        finally:
            server.kill()
            server.wait()
    median = statistics.median(times)
    print(f"{len(pages) + 1:,} pages: save to wire {median:.0f} ms (median of {len(times)}; "
          f"{min(times):.0f} to {max(times):.0f})")
    return 0 if median <= options.limit else 1


if __name__ == "__main__":
    sys.exit(main())
