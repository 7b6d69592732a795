"""Boards of any size for measuring, and the same Markdown laid out for Hugo. The same arguments give the same bytes."""
from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

SECTION = 100  # pages in one folder
WORDS = """the of and to in a is that for it as was with be by on not he his but at are this have from or had an they
which one you were all her she there would their we him been has when who will no more if out so up said what its about
than into them can only other time new some could these two may first then do any like my now over such our man even
most made after course session police health school child worker trainer safe""".split()

SETTINGS = """\
board: { name: Bench Board, area: Bench }
base_url: https://bench.example/
exit: { url: "https://weather.example/" }
helplines: [police]
navigation: [%s]
"""
CONTACTS = '- { id: police, name: Police, kind: emergency, summary: Danger., phone: "999", verified_on: 2026-01-01 }\n'
HOME = """\
---
title: Home
summary: The start.
kind: home
audience: [everyone]
doors: [{ title: The first, summary: A part., to: s000/index.md }]
---
Welcome.
"""


@dataclass(frozen=True)
class Page:
    """One Markdown page: its place, and what both generators are told about it."""

    folder: str
    name: str
    title: str
    summary: str
    order: int
    body: str


def pages(count: int, seed: int = 1) -> Iterator[Page]:
    """Text of four parts each with a list, links to a neighbour, an alert, a table and a task list."""
    chance = random.Random(seed)
    for number in range(count):
        first = number - number % SECTION
        neighbour = chance.randrange(first, min(first + SECTION, count))
        yield Page(
            folder=f"s{number // SECTION:03d}", name=f"p{number:06d}", title=phrase(chance, 4), order=number % SECTION,
            summary=phrase(chance, 14) + ".", body=text(chance, f"p{neighbour:06d}.md"))


def phrase(chance: random.Random, words: int) -> str:
    return " ".join(chance.choice(WORDS) for _ in range(words)).capitalize()


def sentence(chance: random.Random) -> str:
    return phrase(chance, chance.randint(8, 18)) + "."


def text(chance: random.Random, neighbour: str) -> str:
    blocks = []
    for _ in range(4):
        blocks += [
            "## " + phrase(chance, 4),
            " ".join(sentence(chance) for _ in range(4)),
            f"See [{phrase(chance, 2)}]({neighbour}), **{phrase(chance, 2)}** and [more](https://example.org/{chance.randrange(99)}). "
            + sentence(chance),
            "\n".join("- " + sentence(chance) for _ in range(4)),
        ]
    rows = "\n".join(f"| {phrase(chance, 2)} | {chance.randrange(99)} | {phrase(chance, 1)} |" for _ in range(6))
    blocks += ["> [!NOTE]\n> " + sentence(chance), "| What | Count | Where |\n|---|---|---|\n" + rows,
               "\n".join("- [ ] " + sentence(chance) for _ in range(3))]
    return "\n\n".join(blocks) + "\n"


def write_board(folder: Path, count: int) -> None:
    """A content folder for `signpost build -s FOLDER`."""
    (folder / "data").mkdir(parents=True)
    sections = range((count + SECTION - 1) // SECTION)
    write(folder / "signpost.yaml", SETTINGS % ", ".join(f"s{number:03d}" for number in sections[:6]))
    write(folder / "data/contacts.yaml", CONTACTS)
    write(folder / "index.md", HOME)
    for number in sections:
        section = folder / f"s{number:03d}"
        section.mkdir()
        write(section / "index.md", front(f"Section {number}", "A part.", "kind: section") + "A list.\n")
    for page in pages(count):
        write(folder / page.folder / f"{page.name}.md", front(page.title, page.summary, f"order: {page.order}") + page.body)


def front(title: str, summary: str, more: str) -> str:
    return f"---\ntitle: {title}\nsummary: {summary}\naudience: [everyone]\n{more}\n---\n"


def write_hugo(folder: Path, count: int) -> None:
    """The same text as a Hugo site, with layouts that do the same work."""
    shutil.copytree(Path(__file__).parent / "peer", folder)
    content = folder / "content"
    content.mkdir()
    sections = range((count + SECTION - 1) // SECTION)
    menu = "".join(f"  - {{ name: Section {n}, pageRef: /s{n:03d}, weight: {n + 1} }}\n" for n in sections[:6])
    with (folder / "hugo.yaml").open("a", encoding="utf-8") as settings:
        settings.write("menus:\n main:\n" + menu)
    write(content / "_index.md", "---\ntitle: Home\ndescription: The start.\n---\nWelcome.\n")
    for number in sections:
        (content / f"s{number:03d}").mkdir()
        write(content / f"s{number:03d}/_index.md", f"---\ntitle: Section {number}\ndescription: A part.\n---\nA list.\n")
    for page in pages(count):
        head = f"---\ntitle: {page.title}\ndescription: {page.summary}\nweight: {page.order + 1}\n---\n"
        write(content / page.folder / f"{page.name}.md", head + page.body)


def write(file: Path, text: str) -> None:
    file.write_text(text, "utf-8")
