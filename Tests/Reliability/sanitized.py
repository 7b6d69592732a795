#!/usr/bin/env python3
"""Make a program that was built with a sanitizer work: sanitized.py PROGRAM [--append FILE]

ThreadSanitizer watches the parallel build for data races, AddressSanitizer the boundary to the C libraries. Exit
status: 0 the sanitizer found nothing.
"""
from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

from checks import memory
from program import DAY, Program
from run import append

FOUND = 66
PATIENCE = 600  # seconds; a sanitizer makes a program ten times slower
SETTINGS = {
    "TSAN_OPTIONS": f"exitcode={FOUND}",
    # What a program still holds when it ends is no leak that anybody would notice.
    "ASAN_OPTIONS": f"exitcode={FOUND}:detect_leaks=0",
}
BUILD = ["build", "--as-of", DAY, "--quiet"]
WORKS = (
    *memory.WORKS,
    memory.Work("build of the sample board", BUILD, memory.sample),
    memory.Work("the same for trainers", [*BUILD, "--edition", "trainer"], memory.sample),
    memory.Work("its check", ["check", "--as-of", DAY], memory.sample),
)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", type=Path)
    parser.add_argument("--append", type=Path, metavar="FILE", help="add a line on this run to this document")
    options = parser.parse_args()
    program = Program(options.program, patience=PATIENCE)
    inside = options.program.read_bytes()
    kind = next((kind for kind in ("ThreadSanitizer", "AddressSanitizer") if kind.encode() in inside), None)
    if kind is None:
        sys.exit(f"{options.program} was built without a sanitizer")
    start = time.monotonic()
    broken = 0
    for work in WORKS:
        with tempfile.TemporaryDirectory(prefix="signpost-sanitized-") as place:
            folder = Path(place) / "board"
            work.prepare(folder)
            outcome = program.run(work.command, folder, SETTINGS)
        is_bad = outcome.status != work.status or "Sanitizer" in outcome.errors
        broken += is_bad
        print(f"{'BROKEN' if is_bad else 'ok':7} {outcome.wall:6.1f} s  {work.name}", flush=True)
        if is_bad:
            print(f"        status {outcome.status}: {outcome.errors[:4000]}")
    if options.append:
        append(options.append, f"commands under {kind}", time.monotonic() - start, len(WORKS), broken)
    print(f"{kind}: {len(WORKS)} commands, {broken} broken, {time.monotonic() - start:.0f} s")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
