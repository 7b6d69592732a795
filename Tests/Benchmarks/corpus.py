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
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import frame
from page import REVIEWED, Page, write
from words import HEADINGS, LANGUAGES, THINGS, WAYS, capital, place, sentences, short

# The kinds of the topics of a part. Most of a board is pages of text, news, and guidance for professionals.
KINDS = ["page", "news", "step", "page", "professional", "page", "young-people", "page", "model", "page", "news",
         "professional", "page", "element", "page", "news", "page", "premises", "page", "professional"]
FILES, FEW = 24, 6  # in a topic; few on a board that is smaller than one part
# Of how many originals each, in turn, has a translation; a board translates first what people need first.
TRANSLATED = {"page": {"cy": 2, "ur": 4}, "step": {"cy": 1, "ur": 1}, "young-people": {"cy": 1}}
CHANGED = "part-00/topic-00/p000.md"  # the page that the row about an edit changes


@dataclass(frozen=True)
class Topic:
    folder: str
    kind: str
    files: list[tuple[int, str]]  # number of the original, and language


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
    parts = sorted({topic.folder.split("/")[0] for topic in all_topics})
    yield from frame.pages(parts[:6], chance)
    english = LANGUAGES["en"]
    for part in parts:
        head = [("title", capital(part.replace("-", " "))), ("summary", short(english, chance) + "."), ("kind", "section"), ("audience", "[everyone]"), *REVIEWED]
        yield Page(f"{part}/index.md", "en", head, sentences(english, chance, 3) + "\n")
    for topic in all_topics:
        lists = [] if topic.kind == "page" else [("lists", topic.kind)]
        head = [("title", english.title(chance)), ("summary", short(english, chance) + "."), ("kind", "section"), *lists,
                ("audience", "[everyone]"), ("order", str(int(topic.folder[-2:]))), *REVIEWED, ("contacts", "[front-door, childline]")]
        yield Page(f"{topic.folder}/index.md", "en", head, sentences(english, chance, 3) + "\n")
        siblings = [other for other in all_topics if other.folder.split("/")[0] == topic.folder.split("/")[0]]
        yield from topic_pages(topic, siblings, chance)


def topic_pages(topic: Topic, siblings: list[Topic], chance: random.Random) -> Iterator[Page]:
    original: Page | None = None
    for number, tag in topic.files:
        language = LANGUAGES[tag]
        if tag == "en":
            facts = [("title", language.title(chance)), ("summary", short(language, chance) + "."), ("audience", audience(topic.kind)), ("order", str(number)),
                     *REVIEWED, ("contacts", f"[{', '.join(chance.sample(frame.CONTACTS, 2))}]"), ("sources", f"[{', '.join(chance.sample(frame.SOURCES, 2))}]")]
            if chance.randrange(20) == 0:
                facts.append(("aliases", f"[\"/old/{topic.folder.replace('/', '-')}-{number}/\"]"))
            facts += FACTS[topic.kind](number, chance)
            original = Page(f"{topic.folder}/p{number:03d}.md", tag, facts, text(language, topic, number, siblings, chance))
            yield original
        elif original:
            facts = [("title", language.title(chance)), ("summary", short(language, chance)), *translated_facts(topic.kind, language, chance)]
            yield original.translated(language, facts, text(language, topic, number, siblings, chance))


def audience(kind: str) -> str:
    return {"young-people": "[young-people, everyone]", "professional": "[professionals, schools]", "element": "[schools, professionals]",
            "premises": "[businesses, everyone]", "step": "[parents, everyone]"}.get(kind, "[everyone]")


def several(chance: random.Random, count: int, language=LANGUAGES["en"]) -> list[str]:
    return [language.sentence(chance) for _ in range(count)]


FACTS: dict[str, Callable[[int, random.Random], list[tuple[str, object]]]] = {
    "page": lambda number, chance: [],
    "news": lambda number, chance: [("kind", "news"), ("date", f"2026-{1 + number % 10:02d}-{1 + chance.randrange(28):02d}"), ("campaign", chance.choice(frame.CAMPAIGNS))],
    "step": lambda number, chance: [("kind", "step"), ("number", str(number + 1)), ("do_now", several(chance, 2)), ("do_next", several(chance, 2)),
                                    ("afterwards", LANGUAGES["en"].sentence(chance))],
    "professional": lambda number, chance: [("kind", "professional"), ("roles", ["Everyone who works with children"]), ("checklist", several(chance, 4)),
                                            ("resources", f"[{chance.choice(frame.RESOURCES)}]")],
    "young-people": lambda number, chance: [("kind", "young-people"), ("question", f"What if {chance.choice(['a friend', 'my brother', 'somebody'])} needs help in {place(chance)}?")],
    "model": lambda number, chance: [
        ("kind", "model"), ("also_called", [f"The {place(chance)} way"]), ("crosswalk", [f"{{ scheme: {chance.choice(frame.SOURCES)}, label: \"{place(chance)}\" }}"]),
        ("looks_like", several(chance, 4)), ("signs", several(chance, 4)), ("respond", several(chance, 3))],
    "element": lambda number, chance: [("kind", "element"), ("number", str(number + 1)), ("good", several(chance, 4)), ("questions", several(chance, 3)),
                                       ("resources", f"[{chance.choice(frame.RESOURCES)}]")],
    "premises": lambda number, chance: [
        ("kind", "premises"), ("sector", chance.choice(["hotels", "taxis", "pubs", "takeaways"])), ("signs", several(chance, 4)), ("say", several(chance, 2)),
        ("call", "[police-emergency, police]"), ("poster", f"{{ headline: See it. Say it., lines: [Not sure in {place(chance)}? Call 101., Danger now? Call 999.] }}")],
}


def translated_facts(kind: str, language, chance: random.Random) -> list[tuple[str, object]]:
    if kind == "step":
        return [("do_now", several(chance, 2, language)), ("do_next", several(chance, 2, language)), ("afterwards", language.sentence(chance))]
    return [("question", language.title(chance))] if kind == "young-people" else []


def heading(language, number: int, place_of_heading: int) -> str:
    return language.headings[(number + place_of_heading) % len(language.headings)]


def text(language, topic: Topic, number: int, siblings: list[Topic], chance: random.Random) -> str:
    """Three to five parts, each with a paragraph, links, and one thing that stands out."""
    parts, extras = chance.randint(3, 5), list(EXTRAS)
    chance.shuffle(extras)
    blocks = [sentences(language, chance, 2)]
    for part in range(parts):
        blocks += [f"## {heading(language, number, part)}", sentences(language, chance, 3)]
        if part == 2:
            blocks += [f"### {heading(language, number, 4)}", sentences(language, chance, 2)]
        blocks += [f"{short(language, chance)}: [{place(chance)}]({link(language, topic, siblings, chance)}), **{place(chance)}** "
                   f"([{place(chance)}]({link(language, topic, siblings, chance)})).", extras[part](language, chance)]
    if chance.randrange(3) == 0:
        blocks[0] += "[^1]"
        blocks.append("[^1]: " + language.sentence(chance))
    return "\n\n".join(blocks) + "\n"


def link(language, topic: Topic, siblings: list[Topic], chance: random.Random) -> str:
    """A page of the same topic, of another one, a part of one, one that every board has, or another site."""
    match chance.randrange(8):
        case 0: return f"https://library.example/{chance.randrange(500)}"
        case 1: return "../../directory/contacts.md#" + chance.choice(frame.CONTACTS)
        case 2: return "../../training/calendar.md"
        case 3 | 4 | 5:
            other = chance.choice(siblings)
            number = chance.choice(other.files)[0]
            # What a heading's place is called in a translation is another matter.
            anchor = "#" + heading(language, number, 1).lower().replace(" ", "-") if language.tag == "en" and chance.randrange(2) else ""
            return f"../{other.folder.split('/')[1]}/p{number:03d}.md{anchor}"
        case _: return f"p{chance.choice(topic.files)[0]:03d}.md"


def table(language, chance: random.Random) -> str:
    rows = "\n".join(f"| {place(chance)} {chance.choice(WAYS)} | {chance.randrange(99)} | {short(language, chance)} |" for _ in range(chance.randint(4, 10)))
    return f"| {place(chance)} | {chance.choice(THINGS)} | {place(chance)} |\n|---|---:|---|\n{rows}"


def alert(language, chance: random.Random) -> str:
    return f"> [!{chance.choice(['NOTE', 'TIP', 'IMPORTANT', 'WARNING'])}]\n> {sentences(language, chance, 2)}"


def bullets(language, chance: random.Random) -> str:
    return "\n".join("- " + line for line in several(chance, 5, language))


def tasks(language, chance: random.Random) -> str:
    return "\n".join("- [ ] " + line for line in several(chance, 3, language))


def any_component(language, chance: random.Random) -> str:
    return chance.choice(COMPONENTS)(language, chance).rstrip("\n")


def lines_of(chance: random.Random, count: int, entry: Callable[[], str]) -> str:
    return "\n".join("  - " + entry() for _ in range(count))


def titled(language, chance: random.Random, more: str = "") -> str:
    return f"{{ {more}title: \"{short(language, chance)}\", text: \"{sentences(language, chance, 2)}\" }}"


COMPONENTS: list[Callable[[object, random.Random], str]] = [
    lambda language, chance: frame.component("checklist", f"title: {short(language, chance)}\nstyle: {chance.choice(['signs', 'do', 'do-not'])}\nitems:\n"
                                             + lines_of(chance, 4, lambda: f"\"{language.sentence(chance)}\"")),
    lambda language, chance: frame.component("steps", "items:\n" + lines_of(chance, 3, lambda: titled(language, chance))),
    lambda language, chance: frame.component("timeline", "items:\n" + lines_of(chance, 3, lambda: titled(language, chance, f"when: \"{2010 + chance.randrange(16)}\", "))),
    lambda language, chance: frame.component("expander", f"title: {short(language, chance)}\ntext: \"{sentences(language, chance, 3)}\""),
    lambda language, chance: frame.component("cards", "items:\n" + lines_of(
        chance, 3, lambda: f"{{ title: \"{language.title(chance)}\", text: \"{language.sentence(chance)}\", to: {chance.choice(['training/index.md', 'directory/services.md', 'get-help.md'])} }}")),
    lambda language, chance: frame.component("quote", f"text: \"{short(language, chance)}\"\nsource: {chance.choice(frame.SOURCES)}"),
    lambda language, chance: frame.component("pledge", "items:\n" + lines_of(chance, 3, lambda: f"\"{language.sentence(chance)}\"")),
    lambda language, chance: frame.component("chart", f"title: {short(language, chance)}\nunit: people\nrows:\n" + lines_of(
        chance, 5, lambda: f"{{ label: {place(chance)}, value: {chance.randrange(200)} }}")),
    lambda language, chance: frame.component("contacts", f"ids: [{', '.join(chance.sample(frame.CONTACTS, 2))}]"),
    lambda language, chance: frame.component("resources", f"ids: [{', '.join(chance.sample(frame.RESOURCES, 2))}]"),
    lambda language, chance: frame.component("runs", f"course: {chance.choice(frame.COURSES)}\nlimit: 3"),
    lambda language, chance: frame.component("video", f"title: {short(language, chance)}\nurl: https://films.example/{chance.randrange(500)}\ntranscript: \"{sentences(language, chance, 4)}\""),
]
EXTRAS: list[Callable[[object, random.Random], str]] = [table, alert, bullets, tasks, any_component]


def write_board(folder: Path, count: int, schools: int = 0) -> None:
    """A content folder for `signpost build -s FOLDER`."""
    parts = sorted({topic.folder.split("/")[0] for topic in topics(count)})
    write(folder / "signpost.yaml", frame.SETTINGS.format(navigation=", ".join([*parts[:6], "training"])))
    write(folder / "images/hill.svg", frame.PICTURE)
    for page in pages(count):
        write(folder / page.file, page.markdown())
    frame.write_data(folder / "data", random.Random(2), schools)
    frame.write_records(folder / "records", random.Random(3), people=max(60, count // 4), runs=runs(count))


def runs(count: int) -> list[dict]:
    return frame.planned_runs(max(24, count // 40))


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
