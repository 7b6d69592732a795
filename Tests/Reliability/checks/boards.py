"""Boards to build."""
from __future__ import annotations

import shutil
from pathlib import Path

from program import REPOSITORY

SITES = REPOSITORY / "Tests/EndToEnd/Sites"
THEMES = REPOSITORY / "Tests/EndToEnd/Themes"


def lay(folder: Path, site: str = "subfolder") -> None:
    """One of the boards of the end-to-end tests, with a small theme, where the program finds both."""
    shutil.copytree(SITES / site / "content", folder / "content")
    shutil.copytree(THEMES, folder / "themes")


def schools(folder: Path, *ids: str) -> None:
    """A board for which copies are made."""
    lay(folder)
    (folder / "content/data").mkdir(exist_ok=True)
    (folder / "content/data/schools.yaml").write_text("".join(
        f"- {{ id: {school}, name: {school.title()}, phase: primary, lead: {{ phone: 01632 960 20{number} }} }}\n"
        for number, school in enumerate(ids, 1)), "utf-8")


def page(title: str, text: str) -> str:
    return f"---\ntitle: {title}\nsummary: About it.\naudience: [parents]\n---\n\n{text}\n"


def more(folder: Path) -> None:
    """One page says more."""
    page = folder / "content/help/index.md"
    page.write_text(page.read_text("utf-8") + "\nOne more line.\n", "utf-8")


def edit(folder: Path) -> None:
    """A page is gone, one is new, one is changed, and the rest stays."""
    (folder / "content/news.md").unlink()
    (folder / "content/more.md").write_text(page("More", "More."), "utf-8")
    index = folder / "content/help/index.md"
    index.write_text(index.read_text("utf-8") + "\nOne more line.\n", "utf-8")
