"""Checks one after the other: whatever was edited in between, what is said is what a check of everything says."""
from __future__ import annotations

import errno
import random
import re
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from checks import Bench, Promise, Result, boards
from checks.edits import BROKEN, LATER, change, pages
from program import DAY, Outcome

RIGHT = (  # what people write, and no error stops
    "Tea and a talk.",
    "She put herself at risk, and was promiscuous.",
    "He chose a lifestyle of his own.",
    "Ask the QZX about it.",
    "The QZX (Quite Zealous Example) meets again.",
    "p\u0430ypal",
    "Notwithstanding considerable organisational responsibilities, multidisciplinary practitioners "
    "systematically operationalise comprehensive safeguarding interdependencies throughout institutions.",
    "| | |\n|---|---|\n| a | b |",
    "| a |\n|---",
)
WRONG = (  # what stops, or changes what others see
    "[Click here](https://example.org/more).",
    "[33 requests](https://example.org/#a.b.c).",
    "[Nowhere](nowhere.md).",
    "![](images/nothing.png)",
    "# A second title",
    "#### Too deep",
    "## 3. Third\n\n## 5. Fifth",
    "```{no-such-block}\n```",
    "<b onclick=x>raw</b>",
    "\u202eturned around\u202c",
    "Ring 07700 900 123.",
    "Write to jo.example@mail.example.",
    "{{ plan.green }} of them.",
    "```\nnever closed",
)
TEXTS = ("line", "line", "line", "above", "lines", "mend", "nothing", "nothing", "take a line")
ANY = (*TEXTS, "facts", "rename", "delete", "add", "break", "data", "theme", "settings", "touch",
       "cache gone", "cache damaged")
TROUBLES = ("killed", "full", "emptied", "at once", "a file", "a link", "a link to nothing")
CALLS = 500  # on files, of a check of these boards, about


def a_line(order: random.Random) -> str:
    return order.choice(RIGHT if order.random() < 0.9 else WRONG)


def edit(folder: Path, cache: Path, order: random.Random, start: dict[Path, bytes], kinds: tuple[str, ...]) -> str:
    """One thing that people do to a board, or to what is kept of the last check."""
    page, what, line = order.choice(pages(folder)), order.choice(kinds), a_line(order)
    text = page.read_text("utf-8")
    data = sorted((folder / "content/data").glob("*.yaml"))
    match what:
        case "line":
            page.write_text(f"{text}\n{line}\n", "utf-8")
        case "above":  # so that all places below it move
            page.write_text(re.sub(r"\n---\n", f"\n---\n\n{line}\n", text, count=1), "utf-8")
        case "lines":
            for page in order.sample(pages(folder), min(3, len(pages(folder)))):
                page.write_text(f"{page.read_text('utf-8')}\n{a_line(order)}\n", "utf-8")
        case "take a line":
            lines = text.split("\n")
            del lines[order.randrange(len(lines) // 2, len(lines))]
            page.write_text("\n".join(lines), "utf-8")
        case "mend":
            for path in order.sample(sorted(start), min(6, len(start))):
                if path.suffix == ".md" and (folder / path).is_file():
                    (folder / path).write_bytes(start[path])
        case "facts" | "add" | "rename" | "delete":
            change(folder, page, what, order, line)
        case "break":
            page.write_text(BROKEN, "utf-8")
        case "data" if data:
            chosen = order.choice(data)
            chosen.write_text(chosen.read_text("utf-8") + f"# {order.randrange(10)}\n", "utf-8")
        case "theme":
            layout = order.choice(sorted((folder / "themes").rglob("*.html")))
            layout.write_text(layout.read_text("utf-8") + "<!-- new -->", "utf-8")
        case "settings":
            settings = folder / "content/signpost.yaml"
            settings.write_text(settings.read_text("utf-8") + "# new\n", "utf-8")
        case "touch":
            page.touch()
        case "cache gone":
            shutil.rmtree(cache, ignore_errors=True)
        case "cache damaged":
            for path in sorted((cache / "signpost").glob("*")):
                damaged = bytearray(path.read_bytes())
                damaged[order.randrange(len(damaged))] ^= 1 << order.randrange(8)
                path.write_bytes(damaged)
    return what if "line" not in what else f"{what} {line!r}"


def troubled(bench: Bench, folder: Path, cache: Path, command: list[str], order: random.Random
             ) -> tuple[str, list[Outcome]]:
    """A check that is ended, meets another, or has no place to keep anything; and what came of those that had to end well."""
    def run(more: dict[str, str]) -> Outcome:
        return bench.program.run(command, folder, {"XDG_CACHE_HOME": str(cache), **more})

    what, kept, aside = order.choice(TROUBLES), cache / "signpost", cache / "aside"
    fault = {"LD_PRELOAD": str(bench.interposer), "FAULT_AT": str(order.randrange(CALLS))}
    match what:
        case "killed":
            run({**fault, "FAULT": "KILL"})
            return what, []
        case "full":
            run({**fault, "FAULT": str(errno.ENOSPC), "FAULT_LASTS": "1"})
            return what, []
        case "emptied":
            return what, [run({**fault, "FAULT": "CHANGE", "CHANGE": f"rm -rf {kept}"})]
        case "at once":
            with ThreadPoolExecutor(2) as pool:
                return what, list(pool.map(run, [{}, {}]))
    aside.mkdir()
    if kept.exists():
        kept.rename(aside / "signpost")
    if what == "a file":
        kept.write_text("mine", "utf-8")
    else:
        kept.symlink_to("aside/signpost" if what == "a link" else "nowhere")
    outcome = run({})
    kept.unlink()
    if (aside / "signpost").exists():
        (aside / "signpost").rename(kept)
    aside.rmdir()
    return what, [outcome]


def said(text: str) -> str:
    """Without what each step took, and the time at the end."""
    lines = [line for line in text.split("\n") if not line.endswith("of processors' time")]
    return re.sub(r"\(\d+\.\d\d s\)", "(… s)", "\n".join(lines))


def sequence(bench: Bench, seed: int, length: int, result: Result) -> tuple[int, int]:
    """How many checks looked at new texts alone, and how many at nothing."""
    folder, cache = bench.folder / f"checks-{seed}", bench.folder / f"cache-{seed}"
    folder.mkdir()
    order, history, revisions, repeats = random.Random(seed), [], 0, 0
    boards.lay(folder, order.choice(("subfolder", "languages", "training", "everything")))
    start = {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    (folder / "old.txt").write_text("")
    for _ in range(length):
        if order.random() < 0.4:  # a board that is broken for good teaches nothing more
            # Whatever was added goes, and whatever is as it was keeps its stamp.
            for path in sorted((folder / "content").rglob("*")):
                if path.is_file() and path.relative_to(folder) not in start:
                    path.unlink()
            for path, contents in start.items():
                (folder / path).parent.mkdir(parents=True, exist_ok=True)
                if not (folder / path).is_file() or (folder / path).read_bytes() != contents:
                    (folder / path).write_bytes(contents)
        kinds = TEXTS if order.random() < 0.8 else ANY
        for _ in range(order.choice((1, 1, 1, 2))):
            history.append(edit(folder, cache, order, start, kinds))
        options = [
            *order.choice(([], [], ["--format", "json"], ["--format", "sarif"], ["--format", "github"], ["--quiet"])),
            *order.choice(([], ["--strict"], ["--fail-on", "note"])),
            *order.choice(([], [], [], [], [], [], [], [], ["--edition", "school"], ["--drafts"])),
        ]
        command = ["check", "--timings", "--as-of", LATER if order.random() < 0.05 else DAY, *options]
        environment = {"XDG_CACHE_HOME": str(cache)}
        cache.mkdir(exist_ok=True)
        expected = bench.program.run([*command, "--no-cache"], folder)
        outcomes = []
        if order.random() < 0.15:
            trouble, outcomes = troubled(bench, folder, cache, command, order)
            history.append(f"a check: {trouble}")
        outcome = bench.program.run(command, folder, environment)
        what = f"seed {seed}, {' '.join(options)}: {', '.join(history[-5:])}"
        for each in (*outcomes, outcome):
            result.expect(each.status == expected.status, f"{what}: status {each.status}, not {expected.status}")
            result.expect(each.output == expected.output, f"{what}: another standard output than that of a whole check")
            result.expect(said(each.errors) == said(expected.errors), f"{what}: another report than that of a whole check")
        whole = "Drawing" in outcome.errors or "Reading" in outcome.errors
        revisions += "Looking at new texts" in outcome.errors and not whole
        repeats += "Looking at new texts" not in outcome.errors and not whole
        kept = list((cache / "signpost").glob("*"))
        result.expect(all(path.stat().st_mode & 0o077 == 0 for path in kept), f"{what}: others can read what is kept")
    shutil.rmtree(folder)
    return revisions, repeats


def sequences(bench: Bench) -> Result:
    result = Result()
    count, length = (200, 40) if bench.isLong else (6, 15)
    seeds = [bench.random.randrange(2**31) if bench.isLong else seed for seed in range(count)]
    runs = [sequence(bench, seed, length, result) for seed in seeds]
    revisions, repeats = sum(run[0] for run in runs), sum(run[1] for run in runs)
    result.expect(min(revisions, repeats) >= count // 2, f"only {revisions} checks looked at texts alone, {repeats} at nothing")
    return result


PROMISES = (
    Promise("A check after any edits says what a check of everything says",
            "random sequences of edits: texts with faults of wording, links, headings, tables, characters and telephone "
            "numbers, and without them; pages added, renamed, deleted, broken and mended, data, settings, theme, the day, "
            "the edition, what is kept of the last check removed and damaged, its folder a file or a link, checks killed, "
            "with a full disk, or two at once; after each, a check that may use it beside one that may not, in all formats: "
            "the same status, the same bytes but for times", sequences,
            isInMemory=True),
)
