#!/usr/bin/env python3
"""Writes a large made-up board: the sample board with many more pages and people. The same arguments give the same files.

    Tests/Benchmarks/large-board.py FOLDER [--pages 10000] [--people 120000]

FOLDER/content/ and FOLDER/records/ are for `signpost build --source FOLDER/content --records FOLDER/records`.
Nobody in it is real: surnames are put together from syllables, and addresses end in .example.
"""

import argparse
import pathlib
import random
import re
import shutil

SAMPLE = pathlib.Path(__file__).resolve().parents[2] / "content"
GIVEN = """Marta Chidi Nadia Owen Zoë Aisha Tom Siân Priya Jack Łukasz Grace Will May Mark Hope Rose Ann Mary José
Ellie Mohammed Karen David Sarah Paul Fatima Ben Chloe Søren""".split()
SYLLABLES = "rund le whis tle oak elm pon der mar ling ash bri nd thorn wick fen dle tarn mossel quill par tan bex".split()
WORDS = "Hill Wood Young Green Page Read Banks Price Cook Park Stone Good".split()


def surname(chance):
    if chance.random() < 0.05:
        return chance.choice(WORDS)
    return "".join(chance.choice(SYLLABLES) for _ in range(chance.randint(3, 4))).capitalize()


def vocabulary():
    """The words of the sample's pages, as often as they stand there, in small letters."""
    words = []
    for page in sorted(SAMPLE.rglob("*.md")):
        body = page.read_text().split("---", 2)[2]
        words += re.findall(r"[a-z']{2,}", re.sub(r"(?s)```.*?```|\[.*?\]|\(.*?\)|<.*?>", " ", body.lower()))
    return words


def page(chance, words, title, number):
    lines = [f"---\ntitle: {title}\nsummary: About {title}.\naudience: [everyone]\norder: {number}\n---\n"]
    for heading in range(4):
        if heading:
            lines.append(f"## Part {heading}\n")
        for _ in range(3):
            sentences = (" ".join(chance.choice(words) for _ in range(10)).capitalize() for _ in range(5))
            lines.append(". ".join(sentences) + ".\n")
    return "\n".join(lines)


def write_pages(folder, count, chance):
    words = vocabulary()
    for start in range(0, count, 100):
        section = folder / "archive" / f"part-{start // 100}"
        section.mkdir(parents=True)
        head = f"title: Part {start // 100}\nsummary: A part.\naudience: [everyone]\nkind: section"
        (section / "index.md").write_text(f"---\n{head}\n---\n\nPages.\n")
        for number in range(start, min(start + 100, count)):
            (section / f"page-{number}.md").write_text(page(chance, words, f"Page number {number}", number))
    head = "title: Archive\nsummary: Everything.\naudience: [everyone]\nkind: section"
    (folder / "archive" / "index.md").write_text(f"---\n{head}\n---\n\nParts.\n")


def write_records(folder, count, chance):
    sample = SAMPLE / "records"
    rows = (sample / "people.yaml").read_text().splitlines()
    places = [re.search(r"agency: .*(?= })", row).group(0) for row in rows if row.startswith("- {")]
    folder.mkdir(parents=True)
    with (folder / "people.yaml").open("w") as people:
        for number in range(count):
            given, last = chance.choice(GIVEN), surname(chance)
            address = f"{given}.{last}.{number}@mail.example".lower().encode("ascii", "ignore").decode()
            people.write(f'- {{ id: b-{number:06d}, name: "{given} {last}", email: {address}, {chance.choice(places)} }}\n')


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folder", type=pathlib.Path)
    options.add_argument("--pages", type=int, default=10_000)
    options.add_argument("--people", type=int, default=120_000)
    given = options.parse_args()
    chance = random.Random(1)
    shutil.copytree(SAMPLE, given.folder / "content", ignore=shutil.ignore_patterns("records"))
    write_pages(given.folder / "content", given.pages, chance)
    write_records(given.folder / "records", given.people, chance)


main()
