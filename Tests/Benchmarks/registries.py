"""The lists of a made-up board: contacts, sources, agencies, words, what it plans, and schools."""

from __future__ import annotations

import random
from pathlib import Path

from frame import (
    AGENCIES,
    CAMPAIGNS,
    CONTACTS,
    GLOSSARY,
    LANGUAGE_TAGS,
    RESOURCES,
    ROLE_GROUPS,
    SITE_KINDS,
    SOURCES,
    TRACKS,
)
from page import entries, write
from words import LANGUAGES, capital, place, short


def write_data(folder: Path, chance: random.Random, schools: int) -> None:
    """The registries. Telephone numbers are those that Ofcom keeps for drama."""
    english = LANGUAGES["en"]
    kinds = ["emergency", "local", "helpline", "local", "local", "local", "helpline", "helpline"]
    phones = ['"999"', '"101"', *(f"01632 960{number:03d}" for number in range(100, 106))]
    names = [capital(contact.replace("-", " ")) for contact in CONTACTS]
    entries(
        folder / "contacts.yaml",
        [
            f'{{ id: {id}, name: {name}, kind: {kind}, summary: "{short(english, chance)}.", phone: {phone}, verified_on: 2026-11-02 }}'
            for id, name, kind, phone in zip(CONTACTS, names, kinds, phones)
        ],
    )
    for tag in LANGUAGE_TAGS:
        entries(
            folder / f"contacts.{tag}.yaml",
            [f'{{ id: {id}, summary: "{short(LANGUAGES[tag], chance)}" }}' for id in CONTACTS],
        )
    entries(
        folder / "glossary.yaml",
        [
            f"{{ id: {term.replace(' ', '-')}, term: {term}, meaning: \"{meaning}\" }}"
            for term, meaning in GLOSSARY.items()
        ],
    )
    entries(
        folder / "sources.yaml",
        [
            f'{{ id: {id}, title: "{short(english, chance)}", publisher: {place(chance)} Press, year: {2000 + number}, url: "https://library.example/{id}", accessed: 2026-11-02 }}'
            for number, id in enumerate(SOURCES)
        ],
    )
    kinds = ["council", "council", "police", "health", "education", "education", "probation", "voluntary"]
    entries(
        folder / "agencies.yaml",
        [f"{{ id: {id}, name: Bench {id.replace('-', ' ')}, kind: {kind} }}" for id, kind in zip(AGENCIES, kinds)],
    )
    entries(
        folder / "services.yaml",
        [
            f'{{ id: service-{number}, name: "{place(chance)} project", provider: {AGENCIES[number % 8]}, for: "{short(english, chance)}.", '
            f'offers: "{short(english, chance)}.", area: All of Bench, contacts: [front-door], sector: voluntary }}'
            for number in range(10)
        ],
    )
    entries(
        folder / "resources.yaml",
        [
            f'{{ id: {id}, title: "{short(english, chance)}", summary: "{short(english, chance)}.", publisher: Bench SCP, audience: [everyone], '
            f'url: "https://library.example/{id}", format: leaflet }}'
            for id in RESOURCES
        ],
    )
    entries(
        folder / "campaigns.yaml",
        [
            f"{{ id: {id}, title: {capital(id.replace('-', ' '))}, summary: A week., from: 2027-02-01, to: 2027-02-07 }}"
            for id in CAMPAIGNS
        ],
    )
    entries(
        folder / "governance.yaml",
        [
            "{ id: partners, name: Partners, purpose: They share the duty., chair: One of them, meets: Every month, "
            "members: [{ agency: council, role: Chief }], reports: To the public each year. }",
            "{ id: board, name: Board, purpose: It plans., parent: partners, chair: The director, meets: Every month, "
            "members: [{ agency: police, role: Head }, { agency: health, role: Nurse }], reports: To the partners. }",
        ],
    )
    actions = "".join(
        f'          - {{ id: a{number}, what: "{short(english, chance)}", how: "{short(english, chance)}", owner: {AGENCIES[number % 8]}, due: 2027-03-31, rating: amber }}\n'
        for number in range(12)
    )
    write(
        folder / "action-plan.yaml",
        "title: Action plan 2026\nas_at: 2026-10-31\nstrands:\n  - id: prevent\n    title: Prevent\n    aim: Stop it.\n"
        "    outcomes:\n      - id: known\n        title: People know\n        actions:\n" + actions,
    )
    levels = "".join(f"  - {{ id: {level}, title: {capital(level)}, summary: A level. }}\n" for level in TRACKS)
    groups = "".join(f"  - {{ id: {group}, title: {capital(group)}s }}\n" for group in ROLE_GROUPS)
    sites = "".join(f"  - {{ id: {kind}, title: {capital(kind)}s, target: 9 }}\n" for kind in SITE_KINDS)
    write(
        folder / "training.yaml",
        f"levels:\n{levels}role_groups:\n{groups}site_kinds:\n{sites}"
        "champions: { target: 60, days_per_year: 6, induction_course: induction, workshop_course: workshop }\n",
    )
    if schools:
        entries(
            folder / "schools.yaml",
            [
                f"{{ id: school-{number:04d}, name: \"{place(chance)} School {number}\", phase: {chance.choice(['primary', 'secondary', 'college'])}, "
                f"lead: {{ role: Safeguarding lead, phone: 01632 960{number % 1000:03d}, email: lead@school-{number:04d}.example }} }}"
                for number in range(schools)
            ],
        )
