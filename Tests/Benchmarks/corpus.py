#!/usr/bin/env python3
"""Writes a made-up board of any size. The same arguments give the same bytes.

    Tests/Benchmarks/corpus.py FOLDER [--pages 10000] [--schools 0]
    Tests/Benchmarks/corpus.py FOLDER --for hugo|mkdocs [--pages 1000]    the same Markdown, for a peer

`--pages` counts Markdown files: originals and translations, in English, Welsh and Urdu. A part of the board has twenty
topics, and a topic 24 pages of one kind, so that a large board is many of a small one: the kinds of pages stand in the
same proportion at every size. Build it with `--as-of 2026-11-21`.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import frame
import records
import registries
from blocks import BLOCKS
from kinds import FACTS, audience, translated_facts
from page import REVIEWED, Page, write
from words import LANGUAGES, capital, place, sentences, short

# The kinds of the topics of a part. Most of a board is pages of text, news, and guidance for professionals.
KINDS = """page news step page professional page young-people page model page
news professional page element page news page premises page professional""".split()
FILES, FEW = 24, 6  # in a topic; few on a board that is smaller than one part
# Of how many originals each, in turn, has a translation; a board translates first what people need first.
TRANSLATED = {"page": {"cy": 2, "ur": 4}, "step": {"cy": 1, "ur": 1}, "young-people": {"cy": 1}}
CHANGED = "part-00/topic-00/p001.md"  # the page that the row about an edit changes; it has no translations


@dataclass(frozen=True)
class Topic:
    folder: str
    kind: str
    files: list[tuple[int, str]]  # number of the original, and language

    @property
    def part(self) -> str:
        return self.folder.split("/")[0]


def topics(count: int) -> list[Topic]:
    """So many that a board of `count` pages is full; the last one is cut short."""
    size = FILES if count >= 500 else FEW
    left = count - len(list(frame.pages([], random.Random(0))))
    if left < 3:
        raise SystemExit("a board that has all kinds of pages has more than fifty")
    made: list[Topic] = []
    while left > 0:
        number = len(made)
        if number % len(KINDS) == 0:
            left -= 1  # the part's own page
        folder, kind = f"part-{number // len(KINDS):02d}/topic-{number % len(KINDS):02d}", KINDS[number % len(KINDS)]
        room = left - 1 if left - 1 <= size + 3 else size  # nothing is left that is too small for a topic
        files = list(languages(kind, room))
        made.append(Topic(folder, kind, files))
        left -= 1 + len(files)
    return made


def languages(kind: str, files: int) -> Iterator[tuple[int, str]]:
    original = 0
    while files > 0:
        yield original, "en"
        files -= 1
        for language, each in TRANSLATED.get(kind, {}).items():
            if original % each == 0 and files > 0:
                yield original, language
                files -= 1
        original += 1


def pages(count: int, seed: int = 1) -> Iterator[Page]:
    chance = random.Random(seed)
    all_topics = topics(count)
    siblings: dict[str, list[Topic]] = defaultdict(list)
    for topic in all_topics:
        siblings[topic.part].append(topic)
    parts = list(siblings)
    yield from frame.pages(parts[:6], chance)
    english = LANGUAGES["en"]
    for part in parts:
        head = [
            ("title", capital(part.replace("-", " "))),
            ("summary", short(english, chance) + "."),
            ("kind", "section"),
            ("audience", "[everyone]"),
            *REVIEWED,
        ]
        yield Page(f"{part}/index.md", "en", head, sentences(english, chance, 3) + "\n")
    for topic in all_topics:
        lists = [] if topic.kind == "page" else [("lists", topic.kind)]
        head = [
            ("title", english.title(chance)),
            ("summary", short(english, chance) + "."),
            ("kind", "section"),
            *lists,
            ("audience", "[everyone]"),
            ("order", str(int(topic.folder[-2:]))),
            *REVIEWED,
            ("contacts", "[front-door, childline]"),
        ]
        yield Page(f"{topic.folder}/index.md", "en", head, sentences(english, chance, 3) + "\n")
        yield from topic_pages(topic, siblings[topic.part], chance)


def topic_pages(topic: Topic, siblings: list[Topic], chance: random.Random) -> Iterator[Page]:
    original: Page | None = None
    for number, tag in topic.files:
        language = LANGUAGES[tag]
        if tag == "en":
            facts = [
                ("title", language.title(chance)),
                ("summary", short(language, chance) + "."),
                ("audience", audience(topic.kind)),
                ("order", str(number)),
                *REVIEWED,
                ("contacts", f"[{', '.join(chance.sample(frame.CONTACTS, 2))}]"),
                ("sources", f"[{', '.join(chance.sample(frame.SOURCES, 2))}]"),
            ]
            if chance.randrange(20) == 0:
                facts.append(("aliases", f"[\"/old/{topic.folder.replace('/', '-')}-{number}/\"]"))
            facts += FACTS[topic.kind](number, chance)
            original = Page(
                f"{topic.folder}/p{number:03d}.md", tag, facts, text(language, topic, number, siblings, chance)
            )
            yield original
        elif original:
            facts = [
                ("title", language.title(chance)),
                ("summary", short(language, chance)),
                *translated_facts(topic.kind, language, chance),
            ]
            yield original.translated(language, facts, text(language, topic, number, siblings, chance))


def heading(language, number: int, place_of_heading: int) -> str:
    return language.headings[(number + place_of_heading) % len(language.headings)]


def text(language, topic: Topic, number: int, siblings: list[Topic], chance: random.Random) -> str:
    """Three to five parts, each with a paragraph, links, and one thing that stands out."""
    parts, extras = chance.randint(3, 5), list(BLOCKS)
    chance.shuffle(extras)
    blocks = [sentences(language, chance, 2)]
    for part in range(parts):
        blocks += [f"## {heading(language, number, part)}", sentences(language, chance, 3)]
        if part == 2:
            blocks += [f"### {heading(language, number, 4)}", sentences(language, chance, 2)]
        blocks += [
            f"{short(language, chance)}: [{place(chance)}]({link(language, topic, siblings, chance)}), **{place(chance)}** "
            f"([{place(chance)}]({link(language, topic, siblings, chance)})).",
            extras[part](language, chance),
        ]
    if chance.randrange(3) == 0:
        blocks[0] += "[^1]"
        blocks.append("[^1]: " + language.sentence(chance))
    return "\n\n".join(blocks) + "\n"


def link(language, topic: Topic, siblings: list[Topic], chance: random.Random) -> str:
    """A page of the same topic, of another one, a part of one, one that every board has, or another site."""
    match chance.randrange(8):
        case 0:
            return f"https://library.example/{chance.randrange(500)}"
        case 1:
            return "../../directory/contacts.md#" + chance.choice(frame.CONTACTS)
        case 2:
            return "../../training/calendar.md"
        case 3 | 4 | 5:
            other = chance.choice(siblings)
            number = chance.choice(other.files)[0]
            # What a heading's place is called in a translation is another matter.
            anchor = (
                "#" + heading(language, number, 1).lower().replace(" ", "-")
                if language.tag == "en" and chance.randrange(2)
                else ""
            )
            return f"../{other.folder.split('/')[1]}/p{number:03d}.md{anchor}"
        case _:
            return f"p{chance.choice(topic.files)[0]:03d}.md"


def write_board(folder: Path, count: int, schools: int = 0) -> None:
    """A content folder for `signpost build -s FOLDER`."""
    parts = list(dict.fromkeys(topic.part for topic in topics(count)))
    write(folder / "signpost.yaml", frame.SETTINGS.format(navigation=", ".join([*parts[:6], "training"])))
    write(folder / "images/hill.svg", frame.PICTURE)
    for page in pages(count):
        write(folder / page.file, page.markdown())
    registries.write_data(folder / "data", random.Random(2), schools)
    records.write_records(folder / "records", random.Random(3), people=max(60, count // 4), runs=runs(count))


def runs(count: int) -> list[dict]:
    return records.planned_runs(max(24, count // 40))


def links(markdown: str) -> list[str]:
    """The addresses of the links of a page's text, as they are written."""
    return re.findall(r"(?<!!)\[[^\]^]+\]\(([^)]+)\)", markdown)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pages", type=int, default=10_000)
    parser.add_argument("--schools", type=int, default=0)
    parser.add_argument("--for", dest="peer", choices=["signpost", "hugo", "mkdocs"], default="signpost")
    options = parser.parse_args()
    if options.folder.exists():
        sys.exit(f"{options.folder} is there already.")
    if options.peer == "signpost":
        write_board(options.folder, options.pages, options.schools)
    else:
        import peers

        (peers.write_hugo if options.peer == "hugo" else peers.write_mkdocs)(options.folder, options.pages)
    return 0


if __name__ == "__main__":
    sys.exit(main())
