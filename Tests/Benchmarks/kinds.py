"""What stands at the top of a page because of its kind."""

from __future__ import annotations

import random
from collections.abc import Callable

import frame
from blocks import several
from words import LANGUAGES, place


def audience(kind: str) -> str:
    return {
        "young-people": "[young-people, everyone]",
        "professional": "[professionals, schools]",
        "element": "[schools, professionals]",
        "premises": "[businesses, everyone]",
        "step": "[parents, everyone]",
    }.get(kind, "[everyone]")


FACTS: dict[str, Callable[[int, random.Random], list[tuple[str, object]]]] = {
    "page": lambda number, chance: [],
    "news": lambda number, chance: [
        ("kind", "news"),
        ("date", f"2026-{1 + number % 10:02d}-{1 + chance.randrange(28):02d}"),
        ("campaign", chance.choice(frame.CAMPAIGNS)),
    ],
    "step": lambda number, chance: [
        ("kind", "step"),
        ("number", str(number + 1)),
        ("do_now", several(chance, 2)),
        ("do_next", several(chance, 2)),
        ("afterwards", LANGUAGES["en"].sentence(chance)),
    ],
    "professional": lambda number, chance: [
        ("kind", "professional"),
        ("roles", ["Everyone who works with children"]),
        ("checklist", several(chance, 4)),
        ("resources", f"[{chance.choice(frame.RESOURCES)}]"),
    ],
    "young-people": lambda number, chance: [
        ("kind", "young-people"),
        ("question", f"What if {chance.choice(['a friend', 'my brother', 'somebody'])} needs help in {place(chance)}?"),
    ],
    "model": lambda number, chance: [
        ("kind", "model"),
        ("also_called", [f"The {place(chance)} way"]),
        ("crosswalk", [f'{{ scheme: {chance.choice(frame.SOURCES)}, label: "{place(chance)}" }}']),
        ("looks_like", several(chance, 4)),
        ("signs", several(chance, 4)),
        ("respond", several(chance, 3)),
    ],
    "element": lambda number, chance: [
        ("kind", "element"),
        ("number", str(number + 1)),
        ("good", several(chance, 4)),
        ("questions", several(chance, 3)),
        ("resources", f"[{chance.choice(frame.RESOURCES)}]"),
    ],
    "premises": lambda number, chance: [
        ("kind", "premises"),
        ("sector", chance.choice(["hotels", "taxis", "pubs", "takeaways"])),
        ("signs", several(chance, 4)),
        ("say", several(chance, 2)),
        ("call", "[police-emergency, police]"),
        (
            "poster",
            f"{{ headline: See it. Say it., lines: [Not sure in {place(chance)}? Call 101., Danger now? Call 999.] }}",
        ),
    ],
}


def translated_facts(kind: str, language, chance: random.Random) -> list[tuple[str, object]]:
    if kind == "step":
        return [
            ("do_now", several(chance, 2, language)),
            ("do_next", several(chance, 2, language)),
            ("afterwards", language.sentence(chance)),
        ]
    return [("question", language.title(chance))] if kind == "young-people" else []
