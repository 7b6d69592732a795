#!/usr/bin/env python3
"""Writes the sample board with many made-up schools, and times their copies. The same arguments give the same files.

    Tests/Benchmarks/large-schools.py FOLDER [--schools 500]
    Tests/Benchmarks/large-schools.py FOLDER --time SIGNPOST [--runs 3]     archives beside `cp -r` + `zip -r`, and
                                                                           folders beside `cp -r`, in turn

The second line makes the board where FOLDER is not there yet. No school in it is real.
"""

import argparse
import pathlib
import random
import resource
import shutil
import statistics
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
DAY = "2026-11-21"
WORDS = "Alder Birch Cedar Elm Fell Glen Heath Holly Lark Maple Oak Rowan Thorn Willow".split()
KINDS = [("Primary School", "primary"), ("Academy", "secondary"), ("College", "college"), ("High School", "secondary")]
AUDIENCES = ["parents, young-people, schools", "parents, young-people, schools, professionals"]
LANGUAGES = ["", "pl", "cy, pl"]


def school(chance, number):
    kind, phase = chance.choice(KINDS)
    name = f"{chance.choice(WORDS)} {chance.choice(WORDS)} {kind} {number}"
    phone = f"01632 96{number % 10_000:04d}"
    return (f'- {{ id: school-{number:05d}, name: "{name}", phase: {phase}, languages: [{chance.choice(LANGUAGES)}], '
            f"audience: [{chance.choice(AUDIENCES)}], lead: {{ phone: {phone} }}, "
            f"deputies: [{{ role: Deputy, phone: {phone} }}] }}\n")


def write(folder, schools):
    chance = random.Random(1)
    shutil.copytree(ROOT / "content", folder / "content", ignore=shutil.ignore_patterns("overlays"))
    rows = (school(chance, number) for number in range(schools))
    (folder / "content/data/schools.yaml").write_text("".join(rows), "utf-8")


def timed(commands):
    """Wall seconds, processor seconds and peak MiB of some commands, one after another."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    for command, folder in commands:
        subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    work = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return wall, work, after.ru_maxrss / 1024


def measure(signpost, folder, runs):
    """Each run into new folders: files that are replaced or removed would be timed with it."""
    folder = folder.resolve()
    pack = [pathlib.Path(signpost).resolve(), "pack", "-s", folder / "content", "--themes", ROOT / "themes", "--all",
            "--as-of", DAY, "--quiet", "-o"]
    rows = {name: [] for name in ("packs", "cp -r + zip -r", "folders", "cp -r")}
    for run in range(runs):
        here = folder / f"run-{time.time_ns()}"
        here.mkdir()
        rows["packs"].append(timed([([*pack, here / "packs"], folder)]))
        rows["folders"].append(timed([([*pack, here / "folders", "--folder"], folder)]))
        copied = timed([(["cp", "-r", here / "folders", here / "copied"], folder)])
        (here / "zipped").mkdir()
        zipped = timed([(["zip", "-rq", here / "zipped" / f"{copy.name}.zip", "."], copy)
                        for copy in sorted((here / "copied").iterdir())])
        rows["cp -r"].append(copied)
        rows["cp -r + zip -r"].append([one + other for one, other in zip(copied, zipped)])
        # Between the runs the disk settles, and none of them pays for another's.
        subprocess.run(["sync"], check=True)
    middle = {name: [statistics.median(row[part] for row in times) for part in (0, 1, 2)]
              for name, times in rows.items()}
    for name, (wall, work, _) in middle.items():
        print(f"{name:16}{wall:8.2f} s {work:8.2f} s of processors")
    print(f"peak memory of packs: {middle['packs'][2]:.0f} MiB")
    for ours, theirs in (("packs", "cp -r + zip -r"), ("folders", "cp -r")):
        print(f"{ours} / ({theirs}): {middle[ours][0] / middle[theirs][0]:.2f} of the time, "
              f"{middle[ours][1] / middle[theirs][1]:.2f} of the processors' time")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--schools", type=int, default=500)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--time", metavar="SIGNPOST")
    options = parser.parse_args()
    if not options.folder.exists():
        write(options.folder, options.schools)
    elif not options.time:
        sys.exit(f"{options.folder} is there already.")
    if options.time:
        measure(options.time, options.folder, options.runs)


if __name__ == "__main__":
    main()
