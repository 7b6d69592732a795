#!/usr/bin/env python3
"""Time Signpost beside its peers: bench.py SIGNPOST [--pages N] [--runs N] [--only ROW,…] [--large] [--json FILE] [--write PAGE]

Each row runs two commands in turn, each run into a new folder, and prints the ratio of their medians with its spread.
Machines differ and are busy; a ratio from one run can be compared, seconds cannot. `--list` names the rows. `--write`
puts the table and a chart into a page, where all rows were run in full size. Exit status: 0 measured, 1 a command
failed, or the peers were not given the same work.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import equal
import report
from rows import Bench

FULL = 10_000


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("signpost", help="the program, built for release")
    parser.add_argument("--pages", type=int, default=FULL)
    parser.add_argument("--runs", type=int, default=5, help="timed pairs of each row (default 5)")
    parser.add_argument("--only", default="", help="rows, with commas between them")
    parser.add_argument("--large", action="store_true", help="100,000 pages too; needs 20 GB of disk")
    parser.add_argument("--list", action="store_true", help="name the rows, and measure nothing")
    parser.add_argument("--json", type=Path, help="write the figures to this file")
    parser.add_argument("--write", type=Path, help="put the figures into this page")
    return parser.parse_args()


def chosen(bench: Bench, only: str, large: bool) -> list:
    names = {name for name in only.split(",") if name}
    rows = bench.rows()
    unknown = names - {row.name for row in rows}
    if unknown:
        sys.exit(f"There is no row {', '.join(sorted(unknown))}. There are: {', '.join(row.name for row in rows)}.")
    return [row for row in rows if (row.name in names if names else large or not row.is_large)]


def main() -> int:
    options = arguments()
    with tempfile.TemporaryDirectory(prefix="signpost-bench-") as name:
        bench = Bench(str(Path(options.signpost).resolve()), Path(name), options.runs, options.pages)
        rows = chosen(bench, options.only, options.large)
        if options.list:
            print("\n".join(f"{row.name:13} {row.work}" for row in rows))
            return 0
        print(equal.work(bench), report.HEAD, sep="\n", flush=True)
        done: report.Done = []
        for row in rows:
            (bench.folder / "row").mkdir()
            done.append((row, row.measure()))
            print(report.line(*done[-1]), flush=True)
            shutil.rmtree(bench.folder / "row")
            subprocess.run(["sync"], check=True)  # no row pays for what another wrote
    if options.json:
        options.json.write_text(
            json.dumps(report.figures(done, options.runs), indent=1, ensure_ascii=False) + "\n", "utf-8"
        )
    if options.write and not options.only and options.pages == FULL:
        report.write_page(options.write, done, options.runs)
    elif options.write:
        print(f"{options.write} is left as it is: its figures are those of all rows, with {FULL:,} pages.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
