"""The same Markdown and the same facts, laid out for Hugo and for MkDocs."""

from __future__ import annotations

import json
import random
import re
import shutil
from pathlib import Path

import corpus
import frame
import registries
from page import SHARED, write, yaml

FENCE = re.compile(r"^```\{([a-z-]+)\}$", re.M)


def write_hugo(folder: Path, count: int) -> None:
    """Names that Hugo keeps for itself are changed: `kind`, `order`, and `index.md` of a folder with pages below it."""
    shutil.copytree(Path(__file__).parent / "peer", folder)
    write(folder / "assets/images/hill.svg", frame.PICTURE)
    menu: list[str] = []
    shared: list[tuple[str, object]] = []
    for page in corpus.pages(count):
        if re.fullmatch(r"part-\d+/index\.md", page.path) and len(menu) < 6:
            menu.append("/" + page.folder)
        if page.language == "en":
            shared = [fact for fact in page.facts if fact[0] in SHARED - {"aliases"}]
        # What a translation takes from its original in Signpost stands in the page for Hugo.
        all_facts = page.facts if page.language == "en" else [*page.facts, *shared]
        facts = [
            ("sort" if key == "kind" else "weight" if key == "order" else key, heavier(key, value))
            for key, value in all_facts
        ]
        name = re.sub(r"(^|/)index(\.\w+)?\.md$", r"\1_index\2.md", page.file)
        body = FENCE.sub(r"```\1", page.body)
        write(folder / "content" / name, f"---\n{yaml(facts)}---\n{body}")
    with (folder / "hugo.yaml").open("a", encoding="utf-8") as settings:
        settings.write("params:\n  menu: [" + ", ".join([*menu, "/training"]) + "]\n")
    registries.write_data(folder / "data", random.Random(2), 0)
    runs = [run for run in corpus.runs(count) if run["date"] >= frame.TODAY]
    write(folder / "data/runs.json", json.dumps(runs))
    # Keys with a dot would be folders of data to Hugo.
    for file in (folder / "data").glob("contacts.*.yaml"):
        file.rename(file.with_name(file.name.replace("contacts.", "contacts_", 1)))


def heavier(key: str, value: object) -> object:
    """To Hugo a weight of 0 is none."""
    return str(int(str(value)) + 1) if key == "order" else value


def write_mkdocs(folder: Path, count: int) -> None:
    """Its search, navigation and link checks are its own; components are blocks of code to it, and translations pages."""
    for page in corpus.pages(count):
        write(
            folder / "docs" / page.file.replace(".cy.md", "-cy.md").replace(".ur.md", "-ur.md"),
            f"---\n{yaml(page.facts)}---\n# {page.fact('title')}\n\n{page.body}",
        )
    write(folder / "docs/images/hill.svg", frame.PICTURE)
    shutil.copy(Path(__file__).parent / "peer-mkdocs.yml", folder / "mkdocs.yml")
