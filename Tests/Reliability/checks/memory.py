"""What Swift cannot see: the memory of the C libraries, watched by valgrind while the finished program runs."""
from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from checks import Bench, Promise, Result, boards
from checks.inputs import INVALID, REGISTERS
from program import DAY, REPOSITORY, Program

SUPPRESSIONS = Path(__file__).parents[1] / "valgrind.supp"
WRONG = 99
PATIENCE = 300  # seconds; valgrind makes a program fifty times slower
KEY = ["keys", "new", "--output", "board.key"]


@dataclass(frozen=True)
class Work:
    """A command that makes C libraries work."""

    name: str
    command: list[str]
    prepare: Callable[[Path], None]
    status: int = 0
    isLong: bool = False


def everything(folder: Path) -> None:
    boards.lay(folder, "everything")


def register(name: str) -> Callable[[Path], None]:
    def prepare(folder: Path) -> None:
        shutil.copytree(INVALID, folder, dirs_exist_ok=True)
        for part in (REGISTERS, REGISTERS.parent / name):
            shutil.copytree(part, folder, dirs_exist_ok=True)
    return prepare


def sample(folder: Path) -> None:
    folder.mkdir()
    shutil.copytree(REPOSITORY / "content", folder / "content")
    shutil.copytree(REPOSITORY / "themes", folder / "themes")


def imported(name: str) -> Work:
    arguments = (REGISTERS.parent / name / "arguments.txt").read_text("utf-8").splitlines()
    return Work(f"import of {name}", ["attendance", "import", *arguments], register(name))


WORKS = (
    Work("build of a small board", ["build", "--as-of", DAY, "--quiet"], boards.lay),
    imported("excel-shared-strings"),
    Work("a new key", KEY, boards.lay),
    Work("build of a board with everything", ["build", "--as-of", DAY, "--quiet"], everything, isLong=True),
    imported("excel-inline-strings"), imported("teams-new-utf16"),
    Work("all packs of the sample board", ["pack", "--all", "--as-of", DAY, "--quiet", "-o", "packs"], sample,
         isLong=True),
)


def watched(bench: Bench) -> Result:
    result = Result()
    binary = bench.folder / "signpost"
    # valgrind 3.19 cannot read the debugging information that Swift 6.3 writes.
    subprocess.run(["objcopy", "--strip-debug", bench.program.binary, binary], check=True)
    watch = ["valgrind", "--quiet", f"--error-exitcode={WRONG}", f"--suppressions={SUPPRESSIONS}", "--leak-check=no",
             str(binary)]
    patient = Program(bench.program.binary, PATIENCE)
    for number, work in enumerate(WORKS):
        if work.isLong and not bench.isLong:
            continue
        folder = bench.folder / str(number)
        work.prepare(folder)
        outcome = patient.run_with(watch, work.command, folder)
        result.expect(outcome.status == work.status, f"{work.name}: status {outcome.status}, {outcome.errors[-2000:]}")
    return result


PROMISES = (
    Promise("No C library is led to read or write where it must not",
            "the finished program under valgrind: a board built, registers imported from text and from workbooks, a "
            "key made", watched),
)
