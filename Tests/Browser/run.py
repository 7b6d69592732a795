#!/usr/bin/env python3
"""Judge a built site: run.py SITE [--only GATE,..] [--skip GATE,..] [options]

Serves SITE on this machine only and runs the gates over it, two at a time.
Exit status: 0 every gate passed, 1 there are findings, 2 a gate could not run.
"""
from __future__ import annotations

import argparse
import importlib
import json
import multiprocessing
import sys
import time
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path

from gates.report import CannotRun, Finding, Report
from gates.site import Limits, Site, served

# Long ones first, so that both processes end at about the same time.
GATES = ("accessibility", "firefox", "traces", "budget", "exit_page", "html", "reading_age", "css", "links", "feeds",
         "calendars",
         "linked_data", "search", "languages", "handouts")
PATIENCE = 600  # seconds for one share of a gate
MESSAGES, PLACES = 40, 6  # how much of one gate is printed; --json has all


@dataclass
class Outcome:
    """What one gate said, once all its shares are done."""

    report: Report = field(default_factory=Report)
    failures: list[str] = field(default_factory=list)
    seconds: float = 0

    @property
    def status(self) -> int:
        return 2 if self.failures else 1 if self.report.findings else 0


Answer = tuple[Report, str]  # what a gate found, and why it could not run


def run_share(answers: Connection, gate: str, share: str, site: Site) -> None:
    """One piece of work, in a process of its own."""
    try:
        answers.send((importlib.import_module(f"gates.{gate}").check(site, share), ""))
    except CannotRun as error:
        answers.send((Report(), str(error)))
    except Exception as error:  # a bug in a gate must not pass for a clean site
        answers.send((Report(), f"{type(error).__name__}: {error}"))


def run_apart(gate: str, share: str, site: Site) -> Answer:
    """Start such a process, wait for its answer, and end it if it hangs."""
    spawn = multiprocessing.get_context("spawn")
    answers, sender = spawn.Pipe(duplex=False)
    process = spawn.Process(target=run_share, args=(sender, gate, share, site))
    process.start()
    sender.close()
    try:
        return answers.recv() if answers.poll(PATIENCE) else (Report(), f"no answer in {PATIENCE} s ({share})")
    except EOFError:
        return Report(), f"the process died ({share})"
    finally:
        process.join(5)
        process.kill()


def run_gates(site: Site, gates: list[str], jobs: int) -> dict[str, Outcome]:
    """Every share of every gate, `jobs` at a time."""
    outcomes = {gate: Outcome() for gate in gates}

    def work(gate: str, share: str) -> None:
        start = time.monotonic()
        report, failure = run_apart(gate, share, site)
        outcome = outcomes[gate]
        outcome.report += report
        outcome.failures += [failure] if failure else []
        outcome.seconds += time.monotonic() - start

    with ThreadPoolExecutor(jobs) as pool:
        shares = [(gate, share) for gate in gates for share in importlib.import_module(f"gates.{gate}").SHARES]
        for done in [pool.submit(work, gate, share) for gate, share in shares]:
            done.result()
    return outcomes


def print_outcome(gate: str, outcome: Outcome) -> None:
    count = len(outcome.report.findings)
    verdict = "could not run" if outcome.failures else f"{count} findings" if count else "ok"
    print(f"{gate:14} {verdict:14} {outcome.seconds:6.1f} s")
    for line in dict.fromkeys(outcome.report.notes):
        print(f"    {line}")
    for failure in outcome.failures:
        print(f"    could not run: {failure}")
    print_findings(outcome.report.findings)


def print_findings(findings: list[Finding]) -> None:
    """Each message once with the places it was seen, the most frequent first: a layout's fault is on every page."""
    places: dict[tuple[str, str], list[str]] = defaultdict(list)
    for finding in sorted(findings):
        places[finding.rule, finding.message].append(finding.where)
    shown = sorted(places.items(), key=lambda item: (-len(item[1]), item[0]))
    for (rule, message), where in shown[:MESSAGES]:
        more = f" and {len(where) - PLACES} more" if len(where) > PLACES else ""
        print(f"  {rule}: {message}\n      {', '.join(where[:PLACES])}{more}")
    if len(shown) > MESSAGES:
        print(f"  ... and {len(shown) - MESSAGES} more messages")


def names(text: str) -> list[str]:
    wanted = [name for name in text.split(",") if name]
    if unknown := set(wanted) - set(GATES):
        raise argparse.ArgumentTypeError(f"no gate {', '.join(sorted(unknown))}; there are {', '.join(GATES)}")
    return wanted


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", type=Path, nargs="?", help="the folder of the built site")
    parser.add_argument("--list", action="store_true", help="say what each gate looks at")
    parser.add_argument("--only", type=names, default=list(GATES), help="run these gates")
    parser.add_argument("--skip", type=names, default=[], help="run all but these")
    parser.add_argument("--below", default="", metavar="FOLDER", help="look only at the pages below this folder of SITE")
    parser.add_argument("--every-style", action="store_true", help="look only at a few pages that together show every style")
    parser.add_argument("--jobs", type=int, default=2, help="processes at a time (default 2)")
    parser.add_argument("--offline", action="store_true", help="judge links as in a copy opened from file://")
    parser.add_argument("--reading-age", type=float, default=0, metavar="N", help="fail above this age (default: report)")
    parser.add_argument("--json", type=Path, help="write every finding to this file")
    options = parser.parse_args()
    if not options.list and options.site is None:
        parser.error("which site?")
    return options


def main() -> int:
    options = arguments()
    if options.list:
        for gate in GATES:
            print(f"{gate:14} {importlib.import_module(f'gates.{gate}').ABOUT}")
        return 0
    gates = [gate for gate in GATES if gate in options.only and gate not in options.skip]
    below = options.below.rstrip("/") + "/" if options.below else ""
    limits = Limits(reading_age=options.reading_age, offline=options.offline, below=below,
                    every_style=options.every_style)
    start = time.monotonic()
    try:
        with served(options.site, limits) as site:
            outcomes = run_gates(site, gates, options.jobs)
    except CannotRun as error:
        print(f"run.py: {error}", file=sys.stderr)
        return 2
    for gate, outcome in outcomes.items():
        print_outcome(gate, outcome)
    if options.json:
        findings = {gate: [asdict(f) for f in outcome.report.findings] for gate, outcome in outcomes.items()}
        options.json.write_text(json.dumps(findings, indent=1, ensure_ascii=False), "utf-8")
    statuses = [outcome.status for outcome in outcomes.values()]
    print(f"browser gates: {len(site.pages)} pages, {statuses.count(0)} gates passed, "
          f"{len(statuses) - statuses.count(0)} failed, {time.monotonic() - start:.0f} s")
    return max(statuses, default=0)


if __name__ == "__main__":
    sys.exit(main())
