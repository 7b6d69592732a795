"""However long a file is and whatever it says over and over: it is read, or refused, soon."""
from __future__ import annotations

import shutil
from pathlib import Path

from checks import Bench, Promise, Result, boards
from checks.inputs import CHECK, INVALID, REGISTERS, head, written
from program import REPOSITORY

SEEDS = REPOSITORY / "Tests/Fuzz/Seeds"
IMPORT = ["attendance", "import", "register.csv", "--run", "2026-03-12-aware"]
MEGABYTE = 1 << 20
# Seconds of processor time; the check of the board around the file takes a tenth of that.
PATIENCE = 1.0


def repeated(seed: bytes) -> bytes:
    """A text of a megabyte that says one thing over and over, as the fuzzer's targets make it."""
    parts = seed.split(b"\0", 2)
    start, unit, end = parts if len(parts) == 3 else (b"", parts[0], parts[1] if len(parts) > 1 else b"")
    count = (MEGABYTE - 200 - len(start) - len(end)) // max(1, len(unit))
    return start + unit * count + end


def page(folder: Path, text: bytes) -> None:
    written(folder / "content/long.md", head("Long") + text)


def front_matter(folder: Path, text: bytes) -> None:
    written(folder / "content/long.md", b"---\ntitle: Long\nextra: " + text + b"\n---\n\nText.\n")


def data(folder: Path, text: bytes) -> None:
    written(folder / "content/data/sources.yaml", text)


def template(folder: Path, text: bytes) -> None:
    written(folder / "themes/plain/partials/long.html", text)


def register(folder: Path, text: bytes) -> None:
    written(folder / "register.csv", text)


PLACES = {
    "long-markdown": ((page, CHECK),), "long-yaml": ((front_matter, CHECK), (data, CHECK)),
    "long-template": ((template, CHECK),), "long-table": ((register, IMPORT),),
}


def long(bench: Bench) -> Result:
    result = Result()
    slowest = (0.0, "")
    for target, places in PLACES.items():
        for seed in sorted((SEEDS / target).iterdir()):
            for place, command in places:
                folder = bench.folder / "board"
                if command is IMPORT:
                    shutil.copytree(INVALID, folder)
                    shutil.copytree(REGISTERS, folder, dirs_exist_ok=True)
                else:
                    boards.lay(folder)
                place(folder, repeated(seed.read_bytes()))
                # The second time decides: the first may pay for a cold disk.
                outcome = bench.program.timed(command, folder)
                if outcome.cpu > PATIENCE:
                    outcome = bench.program.timed(command, folder)
                what = f"{target}/{seed.name} as {place.__name__}"
                result.expect(outcome.status in (0, 1, 2) and outcome.cpu <= PATIENCE,
                              f"{what}: status {outcome.status}, {outcome.cpu:.1f} s, {outcome.errors[:200]}")
                slowest = max(slowest, (outcome.cpu, what))
                shutil.rmtree(folder)
    result.note = f"the slowest took {slowest[0]:.1f} s"
    return result


PROMISES = (
    Promise("A file of a megabyte is read or refused within a second of processor time",
            "pages, front matter, lists, templates and registers that say one thing over and over, each of which made "
            "some reader slow, as the fuzzer found them", long),
)
