"""The preview, and everybody who can reach it."""
from __future__ import annotations

import http.client
import os
import random
import resource
import socket
import struct
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from checks import Bench, Promise, Result, boards
from program import DAY, tree

CLIENTS = 10_000
AT_ONCE = 500
# Fewer than the clients of one wave, and than the 256 connections that the preview would keep.
FEW_HANDLES = 128
# Seconds; a good client is answered within, whatever others do.
PATIENCE = 5
REBUILDS = 1_000
# Bytes of resident memory; less than a hundredth of a page of HTML for each rebuild.
GROWTH = 8 << 20


class Preview:
    """A running `signpost serve`."""

    def __init__(self, process: subprocess.Popen[bytes], log: Path):
        self.process, self.log = process, log
        self.port = 0

    def says(self) -> str:
        return self.log.read_text("utf-8", errors="replace")

    def wait(self, holds: Callable[[], bool], seconds: float = 60) -> bool:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if holds():
                return True
            if self.process.poll() is not None:
                return False
            time.sleep(0.005)
        return False

    def answer(self, path: str = "/help/call/") -> tuple[int, bytes]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request("GET", path)
            reply = connection.getresponse()
            return reply.status, reply.read()
        except OSError as error:
            return 0, str(error).encode()
        finally:
            connection.close()

    @property
    def memory(self) -> int:
        """Resident, in bytes."""
        pages = Path(f"/proc/{self.process.pid}/statm").read_text().split()[1]
        return int(pages) * os.sysconf("SC_PAGE_SIZE")

    @property
    def handles(self) -> int:
        return len(os.listdir(f"/proc/{self.process.pid}/fd"))


@contextmanager
def preview(bench: Bench, folder: Path, handles: int | None = None) -> Iterator[Preview]:
    boards.lay(folder)
    log = folder.parent / f"{folder.name}.log"

    def limit() -> None:
        if handles:
            resource.setrlimit(resource.RLIMIT_NOFILE, (handles, handles))

    with log.open("wb") as errors:
        process = subprocess.Popen(
            [str(bench.program.binary), "serve", "--port", "0", "--as-of", DAY], cwd=folder, stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=errors, preexec_fn=limit,
            env={"PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "SWIFT_BACKTRACE": "enable=no"})
    running = Preview(process, log)
    try:
        if not running.wait(lambda: "follows every change" in running.says()):
            raise RuntimeError(f"the preview did not start: {running.says()}")
        running.port = int(running.says().split("127.0.0.1:")[1].split("/")[0])
        yield running
    finally:
        process.terminate()
        process.wait(10)


def ways(port: int, dice: random.Random) -> tuple[bytes, ...]:
    """What clients send who never get to the end of a good request, or do and do not read the answer."""
    host = f"Host: localhost:{port}\r\n".encode()
    return (
        b"", b"G", b"GET / HTTP/1.1\r\n", b"GET / HTTP/1.1\r\n" + host, b"GET / HTTP/1.1\r\n" + host + b"\r\n",
        b"GET /_signpost/events HTTP/1.1\r\n" + host + b"\r\n", b"GET /" + b"x" * 40_000,
        b"GET / HTTP/1.1\r\n" + host + b"X: " + b"x" * 30_000, b"\x16\x03\x01\x02\x00" + dice.randbytes(300),
        b"GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\n" + host + b"\r\n",
        b"POST / HTTP/1.1\r\n" + host + b"Content-Length: 99999999\r\n\r\n" + b"x" * 1000,
        b"POST / HTTP/1.1\r\n" + host + b"Transfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n",
        (b"GET /help/call/ HTTP/1.1\r\n" + host + b"\r\n") * 50, dice.randbytes(dice.randrange(1, 500)),
        b"GET / HTTP/1.1\r\nHost: attacker.example\r\n\r\n", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    )


def wave(port: int, count: int, dice: random.Random) -> list[socket.socket]:
    """So many clients at once, each of which says something and then nothing more."""
    clients = []
    sayings = ways(port, dice)
    for _ in range(count):
        client = socket.socket()
        client.settimeout(PATIENCE)
        try:
            client.connect(("127.0.0.1", port))
            client.setblocking(False)
            client.send(dice.choice(sayings) or b"\0")
        except OSError:
            pass  # The preview may close on a client at any time.
        clients.append(client)
    return clients


def leave(clients: list[socket.socket], dice: random.Random) -> None:
    """Half of them hang up in order, and half break the connection."""
    for client in clients:
        if dice.random() < 0.5:
            client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        client.close()


def broken_clients(bench: Bench) -> Result:
    result = Result()
    resource.setrlimit(resource.RLIMIT_NOFILE,
                       (max(4 * AT_ONCE, resource.getrlimit(resource.RLIMIT_NOFILE)[0]),
                        resource.getrlimit(resource.RLIMIT_NOFILE)[1]))
    notes = []
    for name, handles in (("usual", None), ("few", FEW_HANDLES)):
        with preview(bench, bench.folder / name, handles) as running:
            good = running.answer()
            before = tree(bench.folder / name)
            start = (running.memory, running.handles)
            for turn in range(CLIENTS // 2 // AT_ONCE):
                clients = wave(running.port, AT_ONCE, bench.random)
                # With all of them still there, and once they are gone.
                among = running.answer()
                leave(clients, bench.random)
                alone = running.answer()
                result.cases += len(clients) - 1
                result.expect(among == alone == good, f"{name} handles, wave {turn}: {among[0]} {among[1][:80]!r}, then "
                                                      f"{alone[0]}, {running.says()[-300:]}")
            result.expect(running.process.poll() is None, f"{name} handles: it ended: {running.says()[-300:]}")
            running.wait(lambda at=start[1], server=running: server.handles <= at + 4, PATIENCE)
            result.expect(running.handles <= start[1] + 4,
                          f"{name} handles: {running.handles} files are open, and {start[1]} were")
            result.expect(running.memory - start[0] < 16 * GROWTH, f"{name} handles: {running.memory} bytes of memory")
            result.expect(tree(bench.folder / name) == before, f"{name} handles: something was written")
            notes.append(f"{(running.memory - start[0]) / 1e6:+.0f} MB with {name} file handles")
    result.note = ", ".join(notes)
    return result


def rebuilds(bench: Bench) -> Result:
    """Memory is measured once the first hundredth of the edits has warmed everything up."""
    result = Result()
    count = REBUILDS if bench.isLong else REBUILDS // 10
    with preview(bench, bench.folder / "board") as running:
        page = bench.folder / "board/content/help/call/index.md"
        text = page.read_text("utf-8")
        warm = start = 0
        for turn in range(count):
            built = running.says().count("Built ")
            word = f"Turn {turn:06}."
            page.write_text(f"{text}\n\n{word}\n", "utf-8")
            is_built = running.wait(lambda at=built: running.says().count("Built ") > at, 30)
            result.expect(is_built and word.encode() in running.answer()[1],
                          f"turn {turn}: the page was not built anew: {running.says()[-300:]}")
            if turn == count // 5:
                start, warm = running.memory, running.handles
        grown = running.memory - start
        result.expect(grown < GROWTH, f"the preview grew by {grown} bytes in {count} rebuilds")
        result.expect(running.handles <= warm + 2, f"{running.handles} files are open, and {warm} were")
        result.note = f"{grown / 1e6:+.1f} MB"
    return result


PROMISES = (
    Promise("The preview goes on serving, whatever 10,000 clients do, and writes nothing",
            "in waves of 500: silent, slow, half a request, too large a request, no HTTP, pages never read, broken "
            "connections; half of them where the preview may open 128 files; after each wave a page is fetched",
            broken_clients),
    Promise("The preview does not grow however often it builds",
            "a page edited again and again, fetched after each build; memory and open files at the end against those "
            "after the first fifth", rebuilds),
)
