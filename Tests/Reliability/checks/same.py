"""Determinism: the same sources make the same bytes."""
from __future__ import annotations

import os
import random
import shutil
from pathlib import Path

from checks import Bench, Promise, Result, boards
from program import DAY, REPOSITORY, tree

LOCALES = ("C", "C.UTF-8", "en_GB.UTF-8", "tr_TR.UTF-8", "cy_GB.UTF-8", "ar_EG.UTF-8", "nonsense")
ZONES = ("UTC", "Europe/London", "Pacific/Kiritimati", "America/St_Johns", "nonsense")
CORES = ("0", "0,1")
CLOCKS = (0, 2**31 - 1, 2**31, 4102444800, 2**33)  # seconds since 1970: the first day, 2038, 2100, 2242


def shuffled(source: Path, target: Path, order: random.Random) -> None:
    """A copy whose files were made in another order, which is the order that folders are listed in."""
    paths = sorted(path for path in source.rglob("*") if path.is_file())
    order.shuffle(paths)
    for path in paths:
        copy = target / path.relative_to(source)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copy)
        os.utime(copy, (order.randrange(2**31),) * 2)


def builds(bench: Bench) -> Result:
    result = Result()
    command = ["build", "--as-of", DAY, "--quiet"]
    source = bench.folder / "source"
    shutil.copytree(REPOSITORY / "content", source / "content")
    if (REPOSITORY / "records").is_dir():
        shutil.copytree(REPOSITORY / "records", source / "records")
    shutil.copytree(REPOSITORY / "themes", source / "themes")
    first = bench.program.run(command, source)
    expected = tree(source / "site")
    result.expect(first.status == 0 and len(expected) > 20, first.errors)

    def again(what: str, environment: dict[str, str], before: list[str] | None = None) -> None:
        folder = bench.folder / "again"
        shuffled(source / "content", folder / "content", bench.random)
        shuffled(source / "themes", folder / "themes", bench.random)
        if (source / "records").is_dir():
            shuffled(source / "records", folder / "records", bench.random)
        outcome = bench.program.run(command, folder, environment, before)
        result.expect(outcome.status == 0 and tree(folder / "site") == expected, f"{what}: {outcome.errors[:300]}")
        shutil.rmtree(folder)

    for locale in LOCALES:
        again(locale, {"LANG": locale, "LC_ALL": locale})
    for zone in ZONES:
        again(zone, {"TZ": zone})
    for cores in CORES:
        again(f"cores {cores}", {}, ["taskset", "-c", cores])
    for clock in CLOCKS:
        again(f"clock at {clock}", {"LD_PRELOAD": str(bench.interposer), "CLOCK": str(clock)})
    for turn in range(200 if bench.isLong else 2):
        again(f"order {turn}", {"LC_ALL": bench.random.choice(LOCALES), "TZ": bench.random.choice(ZONES)})
    return result


PROMISES = (
    Promise("The same sources make the same bytes",
            "the sample board built in seven locales and five time zones, on one core and on two, with clocks from 1970 "
            "to 2242, from files made in random order with random dates", builds),
)
