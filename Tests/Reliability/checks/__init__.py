"""What Signpost promises of its reliability, one module for each kind of promise.

A module has `PROMISES`: for each promise a name, how it is tested, and a function that takes a `Bench` and returns a
`Result`. `run.py` runs them all and writes the table of docs/reliability.md.
"""
from __future__ import annotations

import math
import random
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from itertools import islice
from multiprocessing import get_context
from pathlib import Path

from program import Program

CORES = 2


@dataclass(frozen=True)
class Bench:
    """What a check works with."""

    program: Program
    folder: Path  # empty, the check's own
    interposer: Path
    isLong: bool  # every case there is
    random: random.Random
    until: float = math.inf  # when to stop, by the monotonic clock; a check that takes long looks

    def of_each(self, work: Callable, cases: Iterable) -> Iterator:
        """What `work` says of each case, on both cores, until the time is over.

        In processes, since threads of Python wait for one another; forked, so that `work` may be any function.
        """
        with ProcessPoolExecutor(CORES, get_context("fork"), _take, (work,)) as pool:
            rest = iter(cases)
            begun = deque(pool.submit(_do, case) for case in islice(rest, 2 * CORES))
            while begun:
                yield begun.popleft().result()
                if time.monotonic() < self.until:
                    begun.extend(pool.submit(_do, case) for case in islice(rest, 1))


_work: Callable


def _take(work: Callable) -> None:
    global _work
    _work = work


def _do(case: object) -> object:
    return _work(case)


@dataclass
class Result:
    """How many cases were tried, and every one that broke the promise."""

    cases: int = 0
    broken: list[str] = field(default_factory=list)
    note: str = ""
    isCutShort: bool = False  # whether the time was over before all cases were tried

    def expect(self, holds: bool, what: str) -> None:
        """One case."""
        self.cases += 1
        if not holds:
            self.broken.append(what)


@dataclass(frozen=True)
class Promise:
    name: str
    how: str
    check: Callable[[Bench], Result]
    isInMemory: bool = False  # makes many small files, and tests nothing of the disk itself: runs in memory where it can
