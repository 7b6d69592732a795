"""What every made-up board has, however large: its settings, and one page of each kind that a board has once."""

from __future__ import annotations

import random
from collections.abc import Iterator

from page import REVIEWED, Page, component
from words import LANGUAGES, capital, sentences, short

TODAY = "2026-11-21"  # what `--as-of` is given, so that the same board is the same site on every day
LANGUAGE_TAGS = ["cy", "ur"]
CONTACTS = [
    "police-emergency",
    "police",
    "childline",
    "front-door",
    "night-team",
    "training-team",
    "family-line",
    "online-line",
]
SOURCES = [f"source-{number:02d}" for number in range(24)]
AGENCIES = ["council", "childrens-services", "police", "health", "schools", "college", "probation", "lantern"]
RESOURCES = [f"resource-{number:02d}" for number in range(12)]
CAMPAIGNS = ["awareness-week", "speak-up", "safe-nights"]
COURSES = ["basics", "aware", "business", "practice", "record", "induction", "workshop"]
TRACKS = {"introductory": COURSES[:3], "intermediate": COURSES[3:5], "advanced": COURSES[5:]}
REGISTRIES = ["agencies", "contacts", "services", "sources", "glossary", "resources", "campaigns"]
ROLE_GROUPS = ["leader", "practitioner", "support", "volunteer"]
SITE_KINDS = ["school", "health", "community", "office"]
GLOSSARY = {
    "grooming": "Making a child trust you, so that you can abuse them.",
    "youth worker": "Somebody whose job is to be there for young people.",
    "duty team": "The people who answer today.",
    "school lead": "Who leads on keeping children safe in a school.",
    "foster carer": "Somebody who looks after a child at home.",
    "open question": "A question that cannot be answered with yes or no.",
    "night team": "The people who answer at night.",
    "door book": "Where a hotel or a club writes down who came.",
    "second phone": "A phone that a child was given and hides.",
    "next step": "What is done first after today.",
    "school nurse": "A nurse who works in schools.",
    "duty worker": "The worker who answers calls today.",
    "plan": "What we agreed to do, in writing.",
    "proof": "What would convince a court. You do not need it.",
}
PICTURE = """\
<svg xmlns="http://www.w3.org/2000/svg" width="480" height="270" viewBox="0 0 480 270">
  <rect width="480" height="270" fill="#e9edf3"/>
  <path d="M60 230 L240 60 L420 230 Z" fill="#8a4f2a"/>
</svg>
"""
SETTINGS = """\
board: {{ name: Bench Safeguarding Children Partnership, short_name: Bench SCP, area: Bench }}
languages: [cy, ur]
base_url: https://bench.example/
exit: {{ url: "https://weather.example/" }}
helplines: [police-emergency, police, childline, front-door]
navigation: [{navigation}]
footer: [about/index.md, about/privacy.md, directory/index.md, definitions/index.md, strategy/index.md]
safety_page: safety.md
records: records
records_are_fictional: true
"""


def pages(parts: list[str], chance: random.Random) -> Iterator[Page]:
    """The pages that there is one of, the menu's parts not among them."""

    def made(path: str, title: str, *facts: tuple[str, object], more: str = "", parts: int = 1) -> Page:
        english = LANGUAGES["en"]
        body = "\n\n".join(f"## {heading}\n\n{sentences(english, chance, 4)}" for heading in english.headings[:parts])
        head = [("title", title), ("summary", short(english, chance) + "."), ("audience", "[everyone]")]
        return Page(path, "en", [*head, *REVIEWED, *facts], f"{sentences(english, chance, 3)}\n\n{body}\n{more}")

    doors = [
        f"{{ title: {capital(part.replace('-', ' '))}, summary: A part of the site., to: {part}/index.md }}"
        for part in parts
    ]
    yield made(
        "index.md",
        "Keeping children in Bench safe",
        ("kind", "home"),
        ("doors", [*doors, "{ title: Training, summary: Free courses., to: training/index.md }"]),
        more="\n![A hill under a pale sky.](images/hill.svg)\n\n"
        + component("contacts", "ids: [front-door, childline]"),
    )
    yield made("safety.md", "Leave this site fast", parts=2)
    yield made("about/index.md", "About us", ("kind", "section"))
    yield made("about/privacy.md", "What we know about you", parts=3)
    yield from help_pages(chance)
    yield made("directory/index.md", "Find things", ("kind", "section"), ("order", "90"))
    for number, registry in enumerate(REGISTRIES):
        yield made(
            f"directory/{registry}.md",
            capital(registry),
            ("kind", "directory"),
            ("of", registry),
            ("order", str(number)),
            parts=0,
        )
    yield made("strategy/index.md", "Our strategy", ("kind", "section"))
    yield made(
        "strategy/strategy.md",
        "Strategy 2026 to 2029",
        ("kind", "strategy"),
        ("period", "{ from: 2026-04-01, to: 2029-03-31 }"),
        (
            "document",
            '{ version: "1.0", status: adopted, agreed_by: The board, adopted: 2026-03-19, endorsed: By the partners, updated: 2026-09-10 }',
        ),
        ("pledge", ["We will believe you.", "We will act on the day that we hear."]),
        parts=4,
    )
    yield made("strategy/action-plan.md", "Action plan", ("kind", "action-plan"), parts=0)
    yield made("strategy/governance.md", "Who decides", ("kind", "governance"), parts=0)
    yield made("definitions/index.md", "What it means", ("kind", "section"), ("lists", "definition"))
    for year, status in [(2017, "in-force"), (2012, "superseded"), (2009, "superseded")]:
        after = [("superseded_by", "definitions/2017.md")] if status == "superseded" else []
        yield made(
            f"definitions/{year}.md",
            f"The {year} definition",
            ("kind", "definition"),
            ("edition", f"March {year}"),
            ("publisher", "The department"),
            ("year", str(year)),
            ("status", status),
            ("source", SOURCES[0]),
            *after,
            parts=2,
        )
    yield from training_pages(made)


def help_pages(chance: random.Random) -> Iterator[Page]:
    """What to do, in every language and in Easy Read."""
    facts = [
        ("title", "What to do"),
        ("summary", "Three steps."),
        ("audience", "[everyone, parents]"),
        *REVIEWED,
        ("contacts", "[front-door, childline]"),
    ]
    first = Page(
        "get-help.md",
        "en",
        facts,
        "> [!IMPORTANT]\n> Is a child in danger? **Call 999.**\n\n## Today\n\n"
        + sentences(LANGUAGES["en"], chance, 3)
        + "\n",
    )
    yield first
    for tag in LANGUAGE_TAGS:
        language = LANGUAGES[tag]
        yield first.translated(
            language,
            [("title", language.title(chance)), ("summary", short(language, chance))],
            sentences(language, chance, 5) + "\n",
        )
    lines = "\n\n".join(f"![A hill.](images/hill.svg) {LANGUAGES['en'].sentence(chance)}" for _ in range(5))
    yield Page(
        "get-help-easy-read.md",
        "en",
        [
            ("title", "Easy words"),
            ("summary", "What to do."),
            ("kind", "easy-read"),
            ("of", "get-help.md"),
            ("audience", "[everyone]"),
            *REVIEWED,
        ],
        lines + "\n",
    )


def training_pages(made) -> Iterator[Page]:
    figures = component("training-figures", "from: 2026-01-01\nto: 2026-11-20")
    runs = component("runs", "track: training/introductory\nlimit: 5")
    yield made(
        "training/index.md",
        "Training",
        ("kind", "section"),
        ("lists", "track"),
        more=f"\n## Dates\n\n{runs}\n{figures}",
    )
    for number, (level, codes) in enumerate(TRACKS.items()):
        yield made(
            f"training/{level}.md",
            f"Level {number + 1}",
            ("kind", "track"),
            ("order", str(number)),
            ("level", level),
            ("for", ["Everyone who works with children", "Carers"]),
            ("outcomes", ["You notice the signs.", "You know who to tell."]),
            ("courses", [f"training/courses/{code}" for code in codes]),
            ("refresher", "Every two years."),
        )
    yield made("training/courses/index.md", "All courses", ("kind", "section"), ("lists", "course"), ("order", "5"))
    for number, code in enumerate(COURSES):
        level = next(level for level, codes in TRACKS.items() if code in codes)
        yield made(
            f"training/courses/{code}.md",
            f"The course {code}",
            ("kind", "course"),
            ("order", str(number)),
            ("code", code),
            ("level", level),
            ("aim", "To help you to notice and to act."),
            ("hours", "3"),
            ("format", "online"),
            ("for", ["Everyone who works with children"]),
            ("covers", ["What the signs are", "Who to tell", "What to write down"]),
            ("refresher_months", "24"),
        )
    yield made("training/calendar.md", "Calendar", ("kind", "calendar"), ("order", "10"), parts=0)
    yield made("training/roster.md", "Where our champions are", ("kind", "roster"), ("order", "11"), parts=0)
