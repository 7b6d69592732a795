#!/usr/bin/env python3
"""Try to break Signpost: run.py BINARY [--long | --minutes N] [--only WORD] [--write FILE] [--append FILE] [--compare FILE]

Keeps each promise of docs/reliability.md to its word with the finished program. Exit status: 0 all promises hold.
"""
from __future__ import annotations

import argparse
import datetime
import importlib
import math
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from pathlib import Path

from checks import Bench, Promise, Result
from program import Program

MODULES = ("edits", "faults", "changes", "places", "inputs", "lengths", "clients", "memory", "same", "scripts", "rechecks")
MOST_SHOWN = 20
MEMORY = Path("/dev/shm")
ROOM = 3 << 30  # bytes; the largest check in memory uses less than a tenth
TABLE = "| promise | how it is tested | cases | result |"


def compiled(folder: Path) -> Path:
    library = folder / "interposer.so"
    source = Path(__file__).parent / "interposer.c"
    subprocess.run(["cc", "-shared", "-fPIC", "-O1", "-Wall", "-Werror", "-o", library, source, "-ldl"], check=True)
    return library


def place(promise: Promise) -> Path | None:
    """Where to work: in memory, where saving and thousands of folders cost nothing, or None for the usual place, which
    is a disk; always the latter where TMPDIR says so."""
    if not promise.isInMemory or "TMPDIR" in os.environ or not os.access(MEMORY, os.W_OK):
        return None
    return MEMORY if shutil.disk_usage(MEMORY).free >= ROOM else None


def keep(promise: Promise, options: argparse.Namespace, interposer: Path, until: float) -> Result:
    with tempfile.TemporaryDirectory(prefix="signpost-reliability-", dir=place(promise)) as folder:
        bench = Bench(Program(options.binary), Path(folder).resolve(), interposer, options.long,
                      random.Random(options.seed), until)
        try:
            return promise.check(bench)
        except Exception:  # a bug in a check must not pass for a promise that holds
            return Result(broken=[f"the check itself failed:\n{traceback.format_exc()}"])


def show(promise: Promise, result: Result, seconds: float) -> None:
    verdict = "ok" if not result.broken else f"{len(result.broken)} BROKEN"
    print(f"{verdict:10} {result.cases:6} cases {seconds:6.1f} s  {promise.name}", flush=True)
    for line in result.broken[:MOST_SHOWN]:
        print(f"    {line}", flush=True)
    if len(result.broken) > MOST_SHOWN:
        print(f"    ... and {len(result.broken) - MOST_SHOWN} more", flush=True)


def row(promise: Promise, result: Result) -> str:
    return f"| {promise.name} | {promise.how} | {result.cases:,} | {verdict(result)} |"


def verdict(result: Result) -> str:
    return (f"{len(result.broken)} broken" if result.broken else "holds") + (f" ({result.note})" if result.note else "")


def write(document: Path, results: list[tuple[Promise, Result]]) -> None:
    """Puts the results into the table of a document; rows of promises that were not tried stay."""
    before, _, rest = document.read_text("utf-8").partition(TABLE)
    old, _, after = rest.partition("\n\n")
    rows = {line.split(" | ")[0]: line for line in old.splitlines()[2:]}
    rows.update({line.split(" | ")[0]: line for line in (row(promise, result) for promise, result in results)})
    lines = [TABLE, "|---|---|---|---|", *rows.values()]
    document.write_text(before + "\n".join(lines) + "\n\n" + after, "utf-8")


def append(document: Path, what: str, seconds: float, cases: int, broken: int) -> None:
    """Adds a line on a long run at the end of a document, at once: the run may be ended before its time."""
    with document.open("a", encoding="utf-8") as file:
        file.write(f"| {datetime.date.today()} | {what} | {max(1, round(seconds / 60))} min | {cases:,} | {broken} |\n")


def overstated(document: Path, results: list[tuple[Promise, Result]]) -> list[str]:
    """What a document says of the promises that is not so: other words, or many more cases than were tried."""
    said = {}
    for line in document.read_text("utf-8").partition(TABLE)[2].partition("\n\n")[0].splitlines():
        cells = [cell.strip() for cell in line.strip("|").split(" | ")]
        if len(cells) == 4:
            said[cells[0]] = (cells[1], int(cells[2].replace(",", "")), cells[3])
    wrong = [f"the table lacks \"{promise.name}\"" for promise, _ in results if promise.name not in said]
    for promise, result in results:
        how, cases, held = said.get(promise.name, (promise.how, 0, "holds"))
        if how != promise.how:
            wrong.append(f"\"{promise.name}\" is tested in another way")
        # Threads end in no fixed order, and the number of calls of a run with them.
        if cases > result.cases * 1.1 + 5:
            wrong.append(f"\"{promise.name}\": {cases} cases are claimed, and {result.cases} were tried")
        if not held.startswith("holds"):
            wrong.append(f"\"{promise.name}\" does not hold, it says")
    wrong += [f"nothing tests \"{name}\"" for name in set(said) - {promise.name for promise, _ in results}]
    return wrong


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary", type=Path, help="the program, as it is released")
    parser.add_argument("--long", action="store_true", help="every case there is, for as long as it takes")
    parser.add_argument("--minutes", type=float, default=0, metavar="N",
                        help="the short version again and again with other seeds, until so many minutes are over; "
                             "with --long as many cases of each promise as so many minutes allow")
    parser.add_argument("--only", default="", help="only promises whose text holds this")
    parser.add_argument("--seed", type=int, default=0, help="which cases the short version draws (default 0)")
    parser.add_argument("--write", type=Path, metavar="FILE", help="write the table of results into this document")
    parser.add_argument("--append", type=Path, metavar="FILE", help="add a line on this run to this document")
    parser.add_argument("--compare", type=Path, metavar="FILE", help="fail where this document's table says more")
    return parser.parse_args()


def every_case(promises: list[Promise], options: argparse.Namespace, interposer: Path) -> list[tuple[Promise, Result]]:
    """All cases of each promise, or those for which the time is enough; a line on each is added as it ends."""
    results = []
    for promise in promises:
        begun = time.monotonic()
        result = keep(promise, options, interposer, begun + options.minutes * 60 if options.minutes else math.inf)
        seconds = time.monotonic() - begun
        show(promise, result, seconds)
        results.append((promise, result))
        if options.append:
            share = "as many cases as there was time for" if result.isCutShort else "every case"
            note = f" ({result.note})" if result.note else ""
            append(options.append, f"{promise.name}: {share}{note}", seconds, result.cases, len(result.broken))
    return results


def drawn(promises: list[Promise], options: argparse.Namespace, interposer: Path) -> list[tuple[Promise, Result]]:
    """The short version, again and again with other seeds until the time is over, and once at least."""
    start, results = time.monotonic(), []
    while True:
        for promise in promises:
            begun = time.monotonic()
            result = keep(promise, options, interposer, math.inf)
            show(promise, result, time.monotonic() - begun)
            results.append((promise, result))
            if 0 < options.minutes * 60 < time.monotonic() - start:
                return results
        if not options.minutes:
            return results
        options.seed += 1


def main() -> int:
    # So that a run that is ended takes its folders with it.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    options = arguments()
    promises = [promise for module in MODULES for promise in importlib.import_module(f"checks.{module}").PROMISES
                if options.only in promise.name]
    start = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        interposer = compiled(Path(folder))
        results = every_case(promises, options, interposer) if options.long else drawn(promises, options, interposer)
    seconds = time.monotonic() - start
    broken = sum(bool(result.broken) for _, result in results)
    if options.write:
        write(options.write, results)
    if options.append and not options.long:
        append(options.append, f"{len({promise.name for promise, _ in results})} promises, {len(results)} draws",
               seconds, sum(result.cases for _, result in results), sum(len(result.broken) for _, result in results))
    lies = overstated(options.compare, results) if options.compare else []
    for line in lies:
        print(f"{options.compare}: {line}; run make reliability, and commit what it changes")
    print(f"reliability: {len(results) - broken} passed, {broken} failed, {seconds:.0f} s")
    return 1 if broken or lies else 0


if __name__ == "__main__":
    sys.exit(main())
