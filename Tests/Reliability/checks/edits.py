"""Builds one after the other: whatever was edited in between, the site is that of a clean build."""
from __future__ import annotations

import os
import random
import shutil
from pathlib import Path

from checks import Bench, Promise, Result, boards
from program import DAY, tree

LATER = "2027-08-01"  # some pages are due for a review by then
WORDS = ("tea", "grooming", "police", "\u00e9t\u00e9", "A&E", "it's", "Llanelli", "\U00010437")
BROKEN = "---\ntitle: [\n---\n\nBroken.\n"


def pages(folder: Path) -> list[Path]:
    return sorted((folder / "content").rglob("*.md"))


TEXTS = ("text", "texts", "heading", "link", "saved", "touch", "nothing", "texts record", "spare folders")
ANY = (*TEXTS, "nothing", "facts", "add", "rename", "delete", "break", "repair", "data", "settings", "theme",
       "same size", "site", "site gone", "record")


def change(folder: Path, page: Path, what: str, order: random.Random, text: str) -> None:
    """Other pages, or other facts of one; `text` is that of a new page."""
    match what:
        case "facts":
            page.write_text(page.read_text("utf-8").replace("title: ", f"title: {order.randrange(10)} ", 1), "utf-8")
        case "add":
            (folder / f"content/new-{order.randrange(4)}.md").write_text(boards.page("New", text), "utf-8")
        case "rename":
            page.rename(page.with_name(f"moved-{order.randrange(4)}.md"))
        case "delete":
            page.unlink()
            if not pages(folder):
                page.write_text(boards.page("Last", "Last."), "utf-8")


def edit(folder: Path, order: random.Random, kept: dict[Path, str], kinds: tuple[str, ...]) -> str:
    """One thing that people do to a board, or to its site; `kept` has the pages that were broken."""
    page = order.choice(pages(folder))
    data = folder / "content/data" / order.choice(sorted(os.listdir(folder / "content/data")))
    theme = order.choice(sorted((folder / "themes").rglob("*.html")))
    what = order.choice(kinds)
    match what:
        case "text":
            page.write_text(page.read_text("utf-8") + f"\nEdit {order.randrange(1000)}.\n", "utf-8")
        case "texts":
            for page in order.sample(pages(folder), min(3, len(pages(folder)))):
                page.write_text(page.read_text("utf-8") + f"\nEdit {order.choice(WORDS)}, *{order.choice(WORDS)}*.\n", "utf-8")
        case "heading":
            page.write_text(page.read_text("utf-8") + f"\n## Edit {order.randrange(10)}\n", "utf-8")
        case "link":
            page.write_text(page.read_text("utf-8") + f"\nSee <https://example.org/{order.randrange(10)}>.\n", "utf-8")
        case "saved":  # as editors do: a new file takes the name of the old one
            new = page.with_name(f".{page.name}.new")
            new.write_text(page.read_text("utf-8") + f"\nEdit {order.choice(WORDS)}.\n", "utf-8")
            new.rename(page)
        case "facts" | "add" | "rename" | "delete":
            change(folder, page, what, order, "New.")
        case "break":
            kept.setdefault(page, page.read_text("utf-8"))
            page.write_text(BROKEN, "utf-8")
        case "repair":
            for broken, text in kept.items():
                if broken.exists():
                    broken.write_text(text, "utf-8")
            kept.clear()
        case "data":
            data.write_text(data.read_text("utf-8") + f"# {order.randrange(10)}\n", "utf-8")
        case "settings":
            settings = folder / "content/signpost.yaml"
            settings.write_text(settings.read_text("utf-8").replace("Lowbridge", "Lowbidge", 1), "utf-8")
        case "theme":
            theme.write_text(theme.read_text("utf-8") + "<!-- new -->", "utf-8")
        case "touch":
            os.utime(page)
        case "same size":
            times, text = page.stat(), page.read_text("utf-8")
            page.write_text(text.swapcase() if order.random() < 0.2 else text[:-2] + "x\n", "utf-8")
            os.utime(page, ns=(times.st_atime_ns, times.st_mtime_ns))
        case "site":
            (folder / "site/index.html").write_text("theirs", "utf-8") if (folder / "site").is_dir() else None
        case "site gone":
            shutil.rmtree(folder / "site", ignore_errors=True)
        case "record":
            (folder / ".site.signpost-record").write_bytes(order.randbytes(40))
        case "texts record":
            texts = folder / ".site.signpost-texts"
            if texts.exists():
                damaged = bytearray(texts.read_bytes())
                damaged[order.randrange(len(damaged))] ^= 1 << order.randrange(8)
                texts.write_bytes(damaged)
        case "spare folders":
            spare = folder / ".site.signpost-folders"
            inside = sorted(path for path in spare.rglob("*") if path.is_dir())
            if inside:
                one = order.choice(inside)
                order.choice((lambda: shutil.rmtree(spare), lambda: (one / "another").mkdir(exist_ok=True),
                              lambda: one.chmod(0o700)))()
    return what


def sequence(bench: Bench, seed: int, length: int) -> tuple[Result, int]:
    """What came of so many builds, and how many of them put new texts into the pages that were there."""
    result = Result()
    folder, clean = bench.folder / f"edits-{seed}", bench.folder / f"clean-{seed}"
    folder.mkdir()
    order, kept, history, revisions = random.Random(seed), {}, [], 0
    boards.lay(folder, order.choice(("subfolder", "languages")))
    start = {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    for _ in range(length):
        if order.random() < 0.1:  # a board that is broken for good teaches nothing more
            for path, contents in start.items():
                (folder / path).parent.mkdir(parents=True, exist_ok=True)
                (folder / path).write_bytes(contents)
        kinds = TEXTS if order.random() < 0.6 else ANY
        for _ in range(order.randrange(1, 3)):
            history.append(edit(folder, order, kept, kinds))
        day = LATER if order.random() < 0.1 else DAY
        command = ["build", "--as-of", day, "--timings"]
        before = tree(folder / "site")
        outcome = bench.program.run(command, folder)
        shutil.copytree(folder / "content", clean / "content")
        shutil.copytree(folder / "themes", clean / "themes")
        expected = bench.program.run(command, clean)
        said = f"seed {seed}: {', '.join(history[-4:])}"
        result.expect(outcome.status == expected.status, f"{said}: status {outcome.status}, not {expected.status}")
        wanted = tree(clean / "site") if expected.status == 0 else before
        result.expect(tree(folder / "site") == wanted,
                      f"{said}: the site is not that of a clean build" if expected.status == 0
                      else f"{said}: a build that failed changed the site")
        if expected.status == 0:
            evidence = [(place / "site.release.json").read_bytes() for place in (folder, clean)]
            result.expect(evidence[0] == evidence[1], f"{said}: the evidence is not that of a clean build")
        revisions += "Putting in new texts" in outcome.errors and "Drawing" not in outcome.errors
        shutil.rmtree(clean)
    shutil.rmtree(folder)
    return result, revisions


def sequences(bench: Bench) -> Result:
    result = Result()
    count, length = (2_000, 10) if bench.isLong else (4, 20)
    seeds = [bench.random.randrange(2**31) for _ in range(count)]
    tried = revisions = 0
    for part, revised in bench.of_each(lambda seed: sequence(bench, seed, length), seeds):
        result.cases += part.cases
        result.broken += part.broken
        tried += 1
        revisions += revised
    result.expect(revisions >= tried, f"only {revisions} builds put in new texts, so this proves too little of them")
    result.isCutShort = tried < count
    result.note = f"{tried * length:,} builds in {tried} sequences; {revisions} of them put new texts in place"
    return result


PROMISES = (
    Promise("A build after any edits makes the site of a clean build, and one that fails leaves the last good one",
            "random sequences of edits: pages added, edited, renamed, deleted, broken and repaired, texts alone, "
            "headings, links, data, settings, theme, dates of files, the day, files of the site, the records of the "
            "last build; after each, a build beside a clean one, byte for byte, with its evidence", sequences,
            isInMemory=True),
)
