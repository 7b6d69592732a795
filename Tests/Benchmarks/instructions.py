#!/usr/bin/env python3
"""Count the instructions of two small builds: instructions.py SIGNPOST [--update]

Seconds flicker with whatever else the machine does; the number of instructions does not. Cachegrind counts them, with
the cache left out, on one core, and each must lie beside the one in budget.json. More is a slow-down. Much less is a
success that the budget does not know of yet, and that would hide the next slow-down: `--update` writes it down.
Exit status: 0 within the budget, 1 not.

Not `perf stat`: a container has no counters of the processor, and Cachegrind's count is the same on every machine.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import frame

HERE = Path(__file__).parent
BUDGET = HERE / "budget.json"
PAGES = [60, 240]  # the smallest board with all kinds of pages, and four of them: a step that is quadratic shows
OVER = 1.02  # repeated runs differ by 0.2 per cent, as threads happen to meet; the rest is room for small features
UNDER = 0.95


def counted(signpost: Path, folder: Path, pages: int) -> int:
    """Instructions of a build of a made-up board, all threads on one core."""
    board = folder / f"board-{pages}"
    if not board.exists():
        subprocess.run([sys.executable, str(HERE / "corpus.py"), str(board), "--pages", str(pages)], check=True)
    command = [
        "taskset",
        "-c",
        str(min(os.sched_getaffinity(0))),
        "valgrind",
        "--tool=cachegrind",
        "--cache-sim=no",
        "--cachegrind-out-file=/dev/null",
        str(signpost),
        "build",
        "--quiet",
        "--themes",
        str(HERE.parent.parent / "themes"),
        "--theme",
        "default",
        "--as-of",
        frame.TODAY,
        "-s",
        str(board),
        "-o",
        tempfile.mkdtemp(dir=folder),
    ]
    done = subprocess.run(command, capture_output=True, text=True)
    found = re.search(r"I\s+refs:\s+([\d,]+)", done.stderr)
    if done.returncode != 0 or not found:
        sys.exit(f"{' '.join(command)} failed:\n{done.stderr[-2000:]}")
    return int(found[1].replace(",", ""))


def judged(pages: int, now: int, budget: int | None) -> bool:
    if budget is None:
        print(
            f"{pages} pages: {now / 1e6:,.0f} million instructions, and there is no budget yet; run this with --update"
        )
        return False
    ratio = now / budget
    word = (
        "more than the budget allows"
        if ratio > OVER
        else "far below the budget: renew it with --update" if ratio < UNDER else "within the budget"
    )
    print(f"{pages} pages: {now / 1e6:,.0f} million instructions, {ratio:.3f} of {budget / 1e6:,.0f} million; {word}")
    return UNDER <= ratio <= OVER


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("signpost", type=Path, help="the program, built for release")
    parser.add_argument("--update", action="store_true", help="make what is counted now the budget")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="signpost-instructions-") as name:
        # Valgrind cannot read the debugging information that Swift writes, and counts without it as well.
        stripped = Path(name) / "signpost"
        subprocess.run(["strip", "-o", str(stripped), str(options.signpost)], check=True)
        now = {pages: counted(stripped, Path(name), pages) for pages in PAGES}
    if options.update:
        BUDGET.write_text(json.dumps({str(pages): count for pages, count in now.items()}, indent=1) + "\n", "utf-8")
    budget = json.loads(BUDGET.read_text("utf-8")) if BUDGET.exists() else {}
    verdicts = [judged(pages, count, budget.get(str(pages))) for pages, count in now.items()]
    return 0 if all(verdicts) else 1


if __name__ == "__main__":
    sys.exit(main())
