#!/usr/bin/env python3
"""Fuzz every reader: run.py PROGRAM [--seconds N] [--jobs N] [--only NAME ...] [--found FOLDER] [--append FILE]

PROGRAM is the Fuzz program of `make fuzz`. Each reader gets N seconds from its seeds in Tests/Fuzz/Seeds. A case that
breaks it is kept in FOLDER, and the exit status is 1; once it is mended, the case belongs among the seeds.
"""
from __future__ import annotations

import argparse
import datetime
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

SEEDS = Path(__file__).parent / "Seeds"
# A reader that takes longer than this for one case hangs; what repeats a text is measured by the target itself.
CASE_SECONDS = 20
MEMORY_MB = 2048


@dataclass
class Outcome:
    """What the fuzzer did with one target."""

    target: str
    cases: int = 0
    coverage: int = 0
    said: str = ""
    broken: list[Path] = field(default_factory=list)


def targets() -> list[str]:
    return sorted(folder.name for folder in SEEDS.iterdir() if folder.is_dir())


def fuzz(program: Path, target: str, seconds: float, found: Path) -> Outcome:
    """One target, from its seeds, for some seconds or until something breaks."""
    prefix = found / f"{target}-"
    with tempfile.TemporaryDirectory(prefix="signpost-fuzz-") as corpus:
        command = [
            str(program), corpus, str(SEEDS / target), f"-max_total_time={max(1, round(seconds))}",
            f"-timeout={CASE_SECONDS}", f"-rss_limit_mb={MEMORY_MB}", f"-artifact_prefix={prefix}", "-max_len=8192",
            "-print_final_stats=1", "-use_value_profile=1", "-reload=0"]
        # Without this a crash waits for Swift's own backtrace for minutes; leaks are for the sanitizers' own run.
        surroundings = {**os.environ, "FUZZ_TARGET": target, "SWIFT_BACKTRACE": "enable=no",
                        "ASAN_OPTIONS": "detect_leaks=0"}
        process = subprocess.run(command, env=surroundings, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    said = process.stderr.decode(errors="replace")
    outcome = Outcome(target, said=said)
    counted = re.search(r"stat::number_of_executed_units:\s*(\d+)", said)
    outcome.cases = int(counted.group(1)) if counted else 0
    outcome.coverage = max((int(number) for number in re.findall(r"\bcov: (\d+)", said)), default=0)
    outcome.broken = sorted(path for path in found.glob(f"{target}-*") if not path.name.startswith(f"{target}-slow"))
    if process.returncode != 0 and not outcome.broken:
        outcome.broken = [found / f"{target}-said.txt"]
        outcome.broken[0].write_text(said, "utf-8")
    return outcome


def reason(said: str) -> str:
    """The line in which the program or the sanitizer says what broke."""
    for line in said.splitlines():
        if re.search(r"Fatal error|ERROR: (Address|libFuzzer)|panic", line):
            return line.strip()[:200]
    return said[-300:]


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", type=Path, help="the Fuzz program")
    parser.add_argument("--seconds", type=float, default=30, help="for each reader (default 30)")
    parser.add_argument("--jobs", type=int, default=len(os.sched_getaffinity(0)), help="how many at a time")
    parser.add_argument("--only", nargs="*", default=[], choices=targets(), metavar="NAME", help="only these readers")
    parser.add_argument("--found", type=Path, default=Path(".build/fuzz-found"), help="where broken cases are kept")
    parser.add_argument("--append", type=Path, metavar="FILE", help="add a line on this run to this document")
    return parser.parse_args()


def main() -> int:
    options = arguments()
    shutil.rmtree(options.found, ignore_errors=True)
    options.found.mkdir(parents=True)
    names = options.only or targets()
    start = time.monotonic()
    with ThreadPoolExecutor(options.jobs) as pool:
        outcomes = list(pool.map(lambda name: fuzz(options.program.resolve(), name, options.seconds, options.found),
                                 names))
    for outcome in outcomes:
        verdict = "BROKEN" if outcome.broken else "ok"
        print(f"{verdict:7} {outcome.cases:9,} cases  {outcome.coverage:6,} edges  {outcome.target}")
        if outcome.broken:
            print(f"        {reason(outcome.said)}")
        for path in outcome.broken:
            print(f"        {path}")
    broken = sum(bool(outcome.broken) for outcome in outcomes)
    cases = sum(outcome.cases for outcome in outcomes)
    seconds = time.monotonic() - start
    if options.append:
        with options.append.open("a", encoding="utf-8") as file:
            file.write(f"| {datetime.date.today()} | {len(outcomes)} readers fuzzed under AddressSanitizer | "
                       f"{max(1, round(seconds / 60))} min | {cases:,} | {broken} |\n")
    print(f"fuzzing: {len(outcomes)} readers, {cases:,} cases, {broken} broken, {seconds:.0f} s")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
