"""Runs commands and sets what they took side by side."""

from __future__ import annotations

import os
import statistics
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass

Work = list[list[str]]  # commands, one after another
Making = Callable[[], Work]  # made anew for each run, so that it can name a new folder


@dataclass(frozen=True)
class Run:
    """What some commands took."""

    wall: float  # seconds
    cpu: float  # seconds of all cores, user and system
    memory: float  # peak of the largest, MiB


@dataclass(frozen=True)
class Figure:
    """Ours beside theirs; or, where there is nothing to compare it with, ours alone in a unit."""

    wall: float  # the ratio of the medians; the value itself where there is a unit
    cpu: float | None
    low: float  # the smallest and the largest of the pairs' ratios
    high: float
    memory: float | None  # ours, MiB
    seconds: float | None = None  # ours, for scale only
    theirs: float | None = None
    unit: str = ""
    note: str = ""  # what stands in place of a number


def run(work: Work) -> Run:
    """Runs to the end; each command with its own resource usage."""
    start, cpu, memory = time.perf_counter(), 0.0, 0.0
    for command in work:
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        stderr = process.stderr.read() if process.stderr else b""
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if status != 0:
            raise SystemExit(f"{' '.join(command)} failed:\n{stderr.decode(errors='replace')[-2000:]}")
        cpu += usage.ru_utime + usage.ru_stime
        memory = max(memory, usage.ru_maxrss / 1024)
    return Run(time.perf_counter() - start, cpu, memory)


def pairs(ours: Making, theirs: Making, runs: int, warm: bool = True) -> list[tuple[Run, Run]]:
    """Interleaved, so that whatever else the machine does meets both. The first pair only warms the caches."""
    made = [(run(ours()), run(theirs())) for _ in range(runs + warm)]
    return made[warm:]


def compare(ours: Making, theirs: Making, runs: int, warm: bool = True, share: float = 1) -> Figure:
    """`share`: what a ratio is multiplied by, where theirs did only a part of the work, or ours more of it."""
    return figure(pairs(ours, theirs, runs, warm), share)


def figure(done: list[tuple[Run, Run]], share: float = 1) -> Figure:
    median = statistics.median
    ratios = [share * a.wall / max(b.wall, 1e-6) for a, b in done]
    wall = share * median(a.wall for a, _ in done) / median(b.wall for _, b in done)
    cpu = share * median(a.cpu for a, _ in done) / max(median(b.cpu for _, b in done), 1e-4)
    return Figure(
        wall,
        cpu,
        min(ratios),
        max(ratios),
        max(a.memory for a, _ in done),
        median(a.wall for a, _ in done),
        median(b.wall for _, b in done),
    )


def part(whole: Making, rest: Making, theirs: Making, runs: int) -> Figure:
    """What a part of our work takes beside theirs: the whole less the same work without the part. All three take turns."""
    made = [(run(whole()), run(rest()), run(theirs())) for _ in range(runs + 1)]
    return figure([(Run(a.wall - b.wall, a.cpu - b.cpu, a.memory), c) for a, b, c in made[1:]])


def value(values: list[float], unit: str, memory: float | None = None) -> Figure:
    return Figure(statistics.median(values), None, min(values), max(values), memory, unit=unit)
