"""What stands out in a page's text: tables, boxes, lists, and every component."""

from __future__ import annotations

import random
from collections.abc import Callable

import frame
from page import component
from words import LANGUAGES, THINGS, WAYS, place, sentences, short


def several(chance: random.Random, count: int, language=LANGUAGES["en"]) -> list[str]:
    return [language.sentence(chance) for _ in range(count)]


def table(language, chance: random.Random) -> str:
    rows = "\n".join(
        f"| {place(chance)} {chance.choice(WAYS)} | {chance.randrange(99)} | {short(language, chance)} |"
        for _ in range(chance.randint(4, 10))
    )
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
    return f'{{ {more}title: "{short(language, chance)}", text: "{sentences(language, chance, 2)}" }}'


COMPONENTS: list[Callable[[object, random.Random], str]] = [
    lambda language, chance: component(
        "checklist",
        f"title: {short(language, chance)}\nstyle: {chance.choice(['signs', 'do', 'do-not'])}\nitems:\n"
        + lines_of(chance, 4, lambda: f'"{language.sentence(chance)}"'),
    ),
    lambda language, chance: component("steps", "items:\n" + lines_of(chance, 3, lambda: titled(language, chance))),
    lambda language, chance: component(
        "timeline",
        "items:\n" + lines_of(chance, 3, lambda: titled(language, chance, f'when: "{2010 + chance.randrange(16)}", ')),
    ),
    lambda language, chance: component(
        "expander", f'title: {short(language, chance)}\ntext: "{sentences(language, chance, 3)}"'
    ),
    lambda language, chance: component(
        "cards",
        "items:\n"
        + lines_of(
            chance,
            3,
            lambda: f"{{ title: \"{language.title(chance)}\", text: \"{language.sentence(chance)}\", to: {chance.choice(['training/index.md', 'directory/services.md', 'get-help.md'])} }}",
        ),
    ),
    lambda language, chance: component(
        "quote", f'text: "{short(language, chance)}"\nsource: {chance.choice(frame.SOURCES)}'
    ),
    lambda language, chance: component(
        "pledge", "items:\n" + lines_of(chance, 3, lambda: f'"{language.sentence(chance)}"')
    ),
    lambda language, chance: component(
        "chart",
        f"title: {short(language, chance)}\nunit: people\nrows:\n"
        + lines_of(chance, 5, lambda: f"{{ label: {place(chance)}, value: {chance.randrange(200)} }}"),
    ),
    lambda language, chance: component("contacts", f"ids: [{', '.join(chance.sample(frame.CONTACTS, 2))}]"),
    lambda language, chance: component("resources", f"ids: [{', '.join(chance.sample(frame.RESOURCES, 2))}]"),
    lambda language, chance: component("runs", f"course: {chance.choice(frame.COURSES)}\nlimit: 3"),
    lambda language, chance: component(
        "video",
        f'title: {short(language, chance)}\nurl: https://films.example/{chance.randrange(500)}\ntranscript: "{sentences(language, chance, 4)}"',
    ),
]
BLOCKS: list[Callable[[object, random.Random], str]] = [table, alert, bullets, tasks, any_component]
