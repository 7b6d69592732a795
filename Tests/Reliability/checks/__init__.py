"""What Signpost promises of its reliability, one module for each kind of promise.

A module has `PROMISES`: for each promise a name, how it is tested, and a function that takes a `Bench` and returns a
`Result`. `run.py` runs them all and writes the table of docs/reliability.md.
"""
from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from program import Program


@dataclass(frozen=True)
class Bench:
    """What a check works with."""

    program: Program
    folder: Path  # empty, the check's own
    interposer: Path
    isLong: bool  # the long version, `make soak`
    random: random.Random


@dataclass
class Result:
    """How many cases were tried, and every one that broke the promise."""

    cases: int = 0
    broken: list[str] = field(default_factory=list)
    note: str = ""

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
