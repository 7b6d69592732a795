"""The finished program, run as a user runs it, and what it leaves on the disk."""
from __future__ import annotations

import hashlib
import os
import resource
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

REPOSITORY = Path(__file__).parents[2]
DAY = "2026-11-21"
PATIENCE = 60  # seconds; a run that takes longer hangs


@dataclass(frozen=True)
class Outcome:
    """What a run said and how it ended; `status` is negative where a signal ended it."""

    status: int
    output: str
    errors: str
    cpu: float  # seconds of processor time
    wall: float


class Program:
    """One binary, run with a bare environment."""

    def __init__(self, binary: Path, patience: float = PATIENCE):
        self.binary = binary.resolve()
        self.patience = patience

    def run(self, arguments: list[str], folder: Path, environment: dict[str, str] | None = None,
            before: list[str] | None = None) -> Outcome:
        """`before` is put in front of the program, such as `taskset -c 0`."""
        return self.run_with([*(before or []), str(self.binary)], arguments, folder, environment)

    def run_with(self, program: list[str], arguments: list[str], folder: Path,
                 environment: dict[str, str] | None = None) -> Outcome:
        """Runs another copy of the program, or one that runs it."""
        bare = {"PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "TZ": "UTC", "SWIFT_BACKTRACE": "enable=no"}
        start = time.monotonic()
        process = subprocess.Popen(
            [*program, *arguments], cwd=folder, env={**bare, **(environment or {})},
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        try:
            output, errors = process.communicate(timeout=self.patience)
        except subprocess.TimeoutExpired:
            process.kill()
            output, errors = process.communicate()
            errors += f"\n(no end after {self.patience} s)".encode()
        # Text, but the bytes of file names may stand in it.
        return Outcome(process.returncode, output.decode(errors="replace"), errors.decode(errors="replace"),
                       0, time.monotonic() - start)

    def timed(self, arguments: list[str], folder: Path) -> Outcome:
        """The same with the processor time it took; not while another thread runs a program too."""
        def used() -> float:
            usage = resource.getrusage(resource.RUSAGE_CHILDREN)
            return usage.ru_utime + usage.ru_stime

        start = used()
        outcome = self.run(arguments, folder)
        return Outcome(outcome.status, outcome.output, outcome.errors, used() - start, outcome.wall)


def tree(folder: Path) -> dict[str, str]:
    """Every file, folder and link below a folder, with a digest of what it holds."""
    found: dict[str, str] = {}
    if not folder.is_dir():
        return found
    for top, folders, files in os.walk(folder):
        for name in folders + files:
            path = Path(top, name)
            shown = str(path.relative_to(folder))
            if path.is_symlink():
                found[shown] = f"link to {os.readlink(path)}"
            elif path.is_dir():
                found[shown] = "folder"
            else:
                found[shown] = hashlib.sha256(path.read_bytes()).hexdigest()
    return found
