"""The training records of a made-up board. Nobody in them is real."""

from __future__ import annotations

import datetime
import random
from pathlib import Path

from frame import AGENCIES, COURSES, ROLE_GROUPS, SITE_KINDS, TODAY
from page import entries, write

GIVEN = "Marta Chidi Nadia Owen Priya Emre Shona Joel Ivo Farah Uma Tomas Lena Kofi Greta Sami".split()
NAMES = "quibble thatch pottle drake umber dabble inkle frith kettle nook rundle whistle drizzle tansy candle pondle".split()


def write_records(folder: Path, chance: random.Random, people: int, runs: list[dict]) -> None:
    """Training records. The names are put together from words that are nobody's."""
    surnames = [a + b + c for a in NAMES for b in NAMES for c in NAMES]
    chance.shuffle(surnames)
    entries(
        folder / "people.yaml",
        [
            f'{{ id: p-{number:05d}, name: "{chance.choice(GIVEN)} {surnames[number % len(surnames)].capitalize()}", email: p{number:05d}@staff.example, '
            f"agency: {chance.choice(AGENCIES)}, role_group: {chance.choice(ROLE_GROUPS)}, site_kind: {chance.choice(SITE_KINDS)} }}"
            for number in range(people)
        ],
    )
    trainers = len({run["trainer"] for run in runs})
    entries(
        folder / "trainers.yaml",
        [f"{{ person: p-{number:05d}, trained: 2020-01-15, valid_to: 2030-01-15 }}" for number in range(trainers)],
    )
    entries(
        folder / "champions.yaml",
        [
            f"{{ person: p-{number:05d}, agency: {chance.choice(AGENCIES)}, site_kind: {chance.choice(SITE_KINDS)}, since: 2025-02-17, trained: 2025-04-22, induction: 2025-03-24, days: 3 }}"
            for number in range(trainers, people, 20)
        ],
    )
    for number, run in enumerate(runs):
        past = run["date"] < TODAY
        chosen = chance.sample(range(trainers, people), 16 if past else 6)
        lines = "".join(
            f"  - {{ person: p-{person:05d}, status: {status(chance) if past else 'booked'} }}\n" for person in chosen
        )
        head = "".join(f"{key}: {value}\n" for key, value in run.items() if key != "trainer")
        write(
            folder / "runs" / run["date"][:4] / f"{run['date']}-{number:05d}.yaml",
            f"{head}trainer: p-{run['trainer']:05d}\nattendance:\n{lines}",
        )


def status(chance: random.Random) -> str:
    return chance.choice(["attended"] * 8 + ["no-show", "part", "cancelled"])


def planned_runs(count: int) -> list[dict]:
    """Dates of courses over three years, as the calendar shows them."""
    first, days, trainers = datetime.date(2024, 6, 3), 1100, max(4, count // 20)
    return [
        {
            "course": COURSES[number % len(COURSES)],
            "date": (first + datetime.timedelta(number * days // count)).isoformat(),
            "start": '"09:30"',
            "end": '"12:30"',
            "venue": "online",
            "places": 20,
            "trainer": number % trainers,
        }
        for number in range(count)
    ]
