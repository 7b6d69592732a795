"""One made-up page: its place, the facts at its top, and its text."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

REVIEWED = [("reviewed", "2026-09-14"), ("review_by", "2027-09-14"), ("owner", "Communications officer")]
# The facts that a translation takes from its original: Sources/Content/Translations/OriginalPage.swift has all of them.
SHARED = {
    "kind",
    "audience",
    "order",
    "owner",
    "reviewed",
    "review_by",
    "sources",
    "contacts",
    "lists",
    "number",
    "aliases",
}


@dataclass(frozen=True)
class Page:
    path: str  # below content/, of the original: part-00/topic-03/p001.md
    language: str  # "en", or that of a translation
    facts: list[tuple[str, object]]  # what stands at its top, in order; a list has a line for each entry
    body: str

    @property
    def file(self) -> str:
        return self.path if self.language == "en" else f"{self.path[:-3]}.{self.language}.md"

    @property
    def folder(self) -> str:
        return self.path.rpartition("/")[0]

    def fact(self, key: str) -> object:
        return dict(self.facts).get(key)

    def markdown(self) -> str:
        return f"---\n{yaml(self.facts)}---\n{self.body}"

    def translated(self, language, facts: list[tuple[str, object]], body: str) -> Page:
        """The same page in another language, which names the state of this one that it was made from."""
        own = [fact for fact in self.facts if fact[0] not in SHARED]
        state = f"{yaml(own)}---\n{self.body}".rstrip("\n")
        version = hashlib.sha256(state.encode()).hexdigest()[:8]
        return Page(self.path, language.tag, [*facts, ("translated_from", f'"{version}"')], body)


def yaml(facts: list[tuple[str, object]]) -> str:
    """Values are written as they are: no text of ours needs quotation marks."""
    lines = []
    for key, value in facts:
        lines += [f"{key}: {value}"] if isinstance(value, str) else [f"{key}:", *(f"  - {entry}" for entry in value)]
    return "".join(line + "\n" for line in lines)


def write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


def entries(file: Path, lines: list[str]) -> None:
    """A list in YAML, one entry a line."""
    write(file, "".join(f"- {line}\n" for line in lines))


def component(name: str, data: str) -> str:
    return f"```{{{name}}}\n{data}\n```\n"
