#!/usr/bin/env python3
"""Writes made-up training records of any size, and times a report on them beside PyYAML reading the same files.

    Tests/Benchmarks/large-records.py FOLDER [--runs 5000] [--rows 200] [--people 120000]
    Tests/Benchmarks/large-records.py FOLDER --time SIGNPOST [--sample 20]

The same arguments give the same files; nobody in them is real. They go with the sample board in content/. The second
form writes nothing into FOLDER: it runs `SIGNPOST report training` three times, and lets PyYAML's CSafeLoader (libyaml)
read people.yaml and every 20th run, whose time is multiplied.
"""

import argparse
import datetime
import pathlib
import random
import re
import resource
import subprocess
import sys
import time

CONTENT = pathlib.Path(__file__).parent.parent.parent / "content"
STATUSES = ["attended"] * 8 + ["no-show", "part", "cancelled", "walk-in"]
FIRST, DAYS = datetime.date(2022, 1, 1), 1780
PERIOD = ["--from", "2026-04", "--to", "2026-06", "--as-of", "2026-11-21"]


def ids(path, block=""):
    """The ids that a file of the sample board declares, below a key or in all of it."""
    text = (CONTENT / path).read_text()
    part = re.search(rf"^{block}:\n((?: .*\n|#.*\n|\n)+)", text, re.M)[1] if block else text
    return re.findall(r"^ *- (?:\{ )?id: ([a-z0-9-]+)", part, re.M)


def write(folder, runs, rows, people):
    chance = random.Random(4)
    agencies, groups = ids("data/agencies.yaml"), ids("data/training.yaml", "role_groups")
    kinds = ids("data/training.yaml", "site_kinds")
    pages = [path.read_text() for path in sorted(CONTENT.glob("training/**/*.md"))]
    courses = [code for page in pages for code in re.findall(r"^code: (\S+)", page, re.M)]
    folder.mkdir(parents=True)
    with open(folder / "people.yaml", "w") as file:
        for number in range(people):
            file.write(
                f'- {{ id: p-{number:06d}, name: "Ann Made{number:06d}", email: a{number:06d}@x.example, '
                f"agency: {chance.choice(agencies)}, role_group: {chance.choice(groups)}, "
                f"site_kind: {chance.choice(kinds)} }}\n")
    for number in range(runs):
        day = FIRST + datetime.timedelta(days=number * DAYS // runs)
        year = folder / "runs" / str(day.year)
        year.mkdir(parents=True, exist_ok=True)
        lines = [
            f"  - {{ person: p-{person:06d}, status: {chance.choice(STATUSES)} }}\n"
            for person in chance.sample(range(people), rows)]
        head = f"course: {chance.choice(courses)}\ndate: {day}\nstart: \"09:30\"\nend: \"12:30\"\nvenue: online\n"
        (year / f"{day}-{number:04d}.yaml").write_text(f"{head}places: {rows}\nattendance:\n{''.join(lines)}")


def report(signpost, folder):
    """Wall seconds, processor seconds and peak MiB of one report."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(
        [signpost, "report", "training", "--source", CONTENT, "--records", folder, *PERIOD], check=True,
        stdout=subprocess.DEVNULL)
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    work = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return wall, work, after.ru_maxrss / 1024


def reading(paths):
    """Wall and processor seconds that PyYAML takes."""
    import yaml
    wall, work = time.perf_counter(), time.process_time()
    for path in paths:
        with open(path, "rb") as file:
            yaml.load(file, Loader=yaml.CSafeLoader)
    return time.perf_counter() - wall, time.process_time() - work


def measure(signpost, folder, sample):
    ours = [report(signpost, folder) for _ in range(3)]
    # What is started from here on counts this program's own memory as its own.
    peak = max(row[2] for row in ours)
    people, runs = reading([folder / "people.yaml"]), reading(sorted(folder.glob("runs/**/*.yaml"))[::sample])
    ours += [report(signpost, folder) for _ in range(3)]
    wall, work = (sorted(times)[len(times) // 2] for times in list(zip(*ours))[:2])
    theirs = [people[kind] + sample * runs[kind] for kind in (0, 1)]
    print(f"signpost   {wall:8.2f} s   {work:8.2f} s of processors   {peak:.0f} MiB at most")
    print(f"CSafeLoader{theirs[0]:8.2f} s   {theirs[1]:8.2f} s of processors")
    print(f"ratio      {wall / theirs[0]:8.4f}     {work / theirs[1]:8.4f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    for name, usual in [("runs", 5000), ("rows", 200), ("people", 120_000), ("sample", 20)]:
        parser.add_argument(f"--{name}", type=int, default=usual)
    parser.add_argument("--time", metavar="SIGNPOST")
    options = parser.parse_args()
    if options.time:
        measure(options.time, options.folder, options.sample)
    elif options.folder.exists():
        sys.exit(f"{options.folder} is there already.")
    else:
        write(options.folder, options.runs, options.rows, options.people)


if __name__ == "__main__":
    main()
