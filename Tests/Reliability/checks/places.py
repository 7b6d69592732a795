"""Where a site may go, and two builds at once."""
from __future__ import annotations

import json
import os
import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

from checks import Bench, Promise, Result, boards
from checks.faults import LEAVER, records
from program import DAY, REPOSITORY, tree

KEPT = (".out.signpost-record", ".out.signpost-texts", ".out.signpost-folders")  # of the last build, for the next one

BUILD = ["build", "--as-of", DAY, "--quiet", "-o"]
PACKS = ["pack", "--all", "--as-of", DAY, "--quiet", "-o", "packs"]


def foreign(folder: Path) -> None:
    (folder / "out").mkdir()
    (folder / "out/thesis.txt").write_text("mine", "utf-8")


def foreign_folder(folder: Path) -> None:
    (folder / "out/empty").mkdir(parents=True)


def link_into_content(folder: Path) -> None:
    (folder / "out").symlink_to("content")


def link_below_content(folder: Path) -> None:
    (folder / "content/below").mkdir()
    (folder / "content/below/x.txt").write_text("x", "utf-8")
    (folder / "out").symlink_to("content/below")


def link_to_nothing(folder: Path) -> None:
    (folder / "out").symlink_to("nowhere")


def link_to_itself(folder: Path) -> None:
    (folder / "out").symlink_to("out")


def a_file(folder: Path) -> None:
    (folder / "out").write_text("a file", "utf-8")


def looks_made(folder: Path) -> None:
    """A list of files as of a site, but not one that Signpost wrote."""
    (folder / "out/.signpost").mkdir(parents=True)
    (folder / "out/.signpost/manifest").write_text("all of them are mine, delete them\n", "utf-8")
    (folder / "out/letter.txt").write_text("mine", "utf-8")


def nothing(folder: Path) -> None:
    pass


REFUSED: tuple[tuple[str, Callable[[Path], None], str], ...] = (
    ("/", nothing, "top of the disk"),
    ("//", nothing, "top of the disk"),
    ("/..", nothing, "top of the disk"),
    ("{home}", nothing, "must not be the output folder"),
    ("{home}/..", nothing, "must not be the output folder"),
    (".", nothing, "must not be the output folder"),
    ("./", nothing, "must not be the output folder"),
    ("..", nothing, "must not be the output folder"),
    ("", nothing, "has no name"),
    ("content", nothing, "the folder that the site is made from"),
    ("content/", nothing, "the folder that the site is made from"),
    ("./help/../content", nothing, "goes through a folder that does not exist"),
    ("content/site", nothing, "lies inside"),
    ("content/help", nothing, "lies inside"),
    ("themes", nothing, "must not be the output folder"),
    ("themes/plain/site", nothing, "lies inside"),
    ("out", foreign, "thesis.txt"),
    ("out", foreign_folder, "empty/"),
    ("out", looks_made, "damaged"),
    ("out", link_into_content, "the folder that the site is made from"),
    ("out", link_below_content, "lies inside"),
    ("out/site", link_into_content, "lies inside"),
    ("out", link_to_nothing, "leads to nothing"),
    ("out", link_to_itself, "out"),
    ("out", a_file, "is a file"),
    ("out/site", a_file, "out"),
    ("content/index.md", nothing, "is a file"),
    ("/proc/signpost", nothing, "cannot"),
    ("/dev/null", nothing, "is a file"),
    ("~", nothing, "a folder named ~"),
    ("~/site", nothing, "a folder named ~"),
)

# Commands that were told to write where somebody's file is.
LETTER = "Dear all,\n" + "this is mine.\n" * 9
OVER: tuple[tuple[str, list[str]], ...] = (
    ("out.release.json", [*BUILD, "out"]),
    ("letter.txt", [*BUILD, "out", "--report", "letter.txt"]),
    ("content/notes.txt", [*BUILD, "out", "--report", "content/notes.txt"]),
    ("letter.txt", ["check", "--as-of", DAY, "--quiet", "--write-baseline", "letter.txt"]),
    ("summary.json", ["report", "publish", "--as-of", DAY, "--quiet", "-o", "summary.json"]),
    ("schemas/page.schema.json", ["schema", "-o", "schemas"]),
    ("board.key", ["keys", "new", "--output", "board.key"]),
    ("board", ["new", "board"]),
    ("packs/glan-y-mor.zip", PACKS), ("packs/glan-y-mor.json", PACKS), ("packs/packs.index.json", PACKS),
)

# Hidden names of its own beside what it makes, at which somebody put a link to something of theirs.
HIDDEN: tuple[tuple[str, list[str]], ...] = (
    *((f".out.signpost-{what}", [*BUILD, "out"]) for what in ("record", "texts", "folders", "staging", "previous", "list", "lock")),
    (".out.release.json.signpost-new", [*BUILD, "out"]), (".board.signpost-new", ["new", "board"]),
    ("packs/.signpost-new", PACKS), ("packs/.signpost-new.lock", PACKS),
)


def refusals(bench: Bench) -> Result:
    result = Result()
    for number, (output, prepare, said) in enumerate(REFUSED):
        folder = bench.folder / str(number) / "work"
        folder.mkdir(parents=True)
        boards.lay(folder)
        prepare(folder)
        home = folder.parent / "home"
        home.mkdir()
        (home / "letter.txt").write_text("mine", "utf-8")
        before = tree(folder.parent)
        outcome = bench.program.run([*BUILD, output.replace("{home}", str(home))], folder, {"HOME": str(home)})
        what = f"-o {output!r} after {prepare.__name__}"
        result.expect(outcome.status == 1 and said in outcome.errors,
                      f"{what}: status {outcome.status}, {outcome.errors.strip()[:300]}")
        result.expect(tree(folder.parent) == before, f"{what}: something was changed")
    for number, (place, command) in enumerate(OVER):
        folder = bench.folder / f"over-{number}"
        shutil.copytree(REPOSITORY / "content", folder / "content")
        shutil.copytree(REPOSITORY / "themes", folder / "themes")
        (folder / place).parent.mkdir(exist_ok=True)
        (folder / place).write_text(LETTER, "utf-8")
        outcome = bench.program.run(command, folder)
        result.expect(outcome.status != 0 and place in outcome.errors and (folder / place).read_text("utf-8") == LETTER,
                      f"{' '.join(command)} over {place}: status {outcome.status}, {outcome.errors.strip()[:300]}")
        # Of its own it may replace each; a key it never does, nor a board that was begun.
        (folder / place).unlink()
        again = [bench.program.run(command, folder).status for _ in range(2)]
        result.expect(again == [0, 64 if place == "board" else 1 if place == "board.key" else 0],
                      f"{' '.join(command)} over its own {place}: {again}")
        shutil.rmtree(folder)
    for number, (place, command) in enumerate(HIDDEN):
        for target in ("letter.txt", "letters"):
            folder = bench.folder / f"hidden-{number}-{target}"
            boards.schools(folder, "hill")
            theirs = folder / "theirs"
            (theirs / "letters/content").mkdir(parents=True)
            for letter in ("letter.txt", "letters/index.html", "letters/content/index.md"):
                (theirs / letter).write_text(LETTER, "utf-8")
            (folder / place).parent.mkdir(exist_ok=True)
            (folder / place).symlink_to(theirs / target)
            before = tree(theirs)
            outcome = bench.program.run(command, folder)
            result.expect(outcome.status in (0, 1) and tree(theirs) == before,
                          f"{' '.join(command)} with {place} a link to {target}: status {outcome.status}")
            shutil.rmtree(folder)
    return result


def at_once(bench: Bench) -> Result:
    """Two different boards into one folder, again and again."""
    result = Result()
    for turn in range(30 if bench.isLong else 5):
        folder = bench.folder / str(turn)
        expected = []
        for name in ("one", "two"):
            boards.lay(folder / name)
            (folder / name / "content/more.md").write_text(boards.page(name, name), "utf-8")
            bench.program.run([*BUILD, "../" + name + "-alone"], folder / name)
            expected.append(tree(folder / (name + "-alone")))
        command = [str(bench.program.binary), *BUILD, "../out"]
        builds = [subprocess.Popen(command, cwd=folder / name, env={"HOME": "/nonexistent"}, stdin=subprocess.DEVNULL,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) for name in ("one", "two") * 2]
        seen = 0
        while any(build.poll() is None for build in builds) and seen < 10_000:
            seen += 1
            page = folder / "out/more/index.html"
            # A reader of the output sees whole pages at every moment: the folder is swapped, never emptied.
            if page.exists():
                try:
                    whole = page.read_bytes().rstrip().endswith(b"</html>")
                except FileNotFoundError:
                    whole = True
                if not whole:
                    result.expect(False, f"turn {turn}: a reader saw half a page")
            time.sleep(0.001)
        said = [build.communicate()[1].decode() for build in builds]
        result.expect(all(build.returncode == 0 for build in builds), f"turn {turn}: {said}")
        result.expect(tree(folder / "out") in expected, f"turn {turn}: the two sites are mixed")
        hidden = [name for name in os.listdir(folder) if name.startswith(".out") and name not in KEPT]
        result.expect(not hidden, f"turn {turn}: {hidden} is left")
        packs_at_once(bench, folder / "packs", f"turn {turn}", result)
        records_at_once(bench, folder / "records", f"turn {turn}", result)
    return result


def records_at_once(bench: Bench, folder: Path, turn: str, result: Result) -> None:
    """Two people are erased, and those past their date removed: nobody brings back whom another run took out."""
    records(folder)
    runs = [subprocess.Popen([str(bench.program.binary), *command, "--as-of", DAY, "--apply"], cwd=folder,
                             env={"HOME": "/nonexistent"}, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                             stderr=subprocess.PIPE)
            for command in (["person", "canary-p3", "--erase"], ["person", "canary-p5", "--erase"], ["records", "prune"])]
    said = [run.communicate()[1].decode() for run in runs]
    result.expect(all(run.returncode == 0 for run in runs), f"{turn}, records: {said}")
    left = {name for path in (folder / "content/records").rglob("*.yaml")
            for name in (LEAVER, "canary-p3", "canary-p5") if name in path.read_text("utf-8")}
    result.expect(not left, f"{turn}: {sorted(left)} came back into the records")


def packs_at_once(bench: Bench, folder: Path, turn: str, result: Result) -> None:
    """Copies of all schools of two boards, and then of single schools of one board, into one folder."""
    def packed(name: str, *options: str) -> subprocess.Popen:
        return subprocess.Popen([str(bench.program.binary), *PACKS[:1], *options, *PACKS[2:-1], "../packs"], cwd=folder / name,
                                env={"HOME": "/nonexistent"}, stdin=subprocess.DEVNULL, stderr=subprocess.PIPE)

    def end(runs: list[subprocess.Popen]) -> None:
        said = [run.communicate()[1].decode() for run in runs]
        result.expect(all(run.returncode == 0 for run in runs), f"{turn}, packs: {said}")

    expected = []
    for name in ("one", "two"):
        boards.schools(folder / name, "hill", "dale")
        (folder / name / "content/more.md").write_text(boards.page(name, name), "utf-8")
        bench.program.run([*PACKS[:-1], "alone"], folder / name)
        expected.append(tree(folder / name / "alone"))
    end([packed(name, "--all") for name in ("one", "two") * 2])
    result.expect(tree(folder / "packs") in expected, f"{turn}: the copies of two boards are mixed")
    end([packed("one", "--all")])
    boards.more(folder / "one")
    end([packed("one", "--school", school) for school in ("hill", "dale")])
    for release in json.loads((folder / "packs/packs.index.json").read_text("utf-8"))["packs"]:
        alone = json.loads((folder / "packs" / f"{release['school']}.json").read_text("utf-8"))
        result.expect(release == alone, f"{turn}: the list has another copy of {release['school']} than lies beside it")


PROMISES = (
    Promise("It deletes only what it made: folders that are not for it are refused, and nothing in them is changed",
            "builds into the top of the disk, the home folder, the working folder, the sources, links into them, "
            "links to nothing, files, folders with somebody's files, and a folder that the shell left as ~; reports, "
            "baselines, summaries, schemas, keys, boards and packs over a file of somebody's and over their own; links to "
            "what is somebody's under the hidden names of Signpost's own",
            refusals),
    Promise("Builds into one folder at once wait for one another, and readers meanwhile see whole pages",
            "four builds of two boards into one folder at the same time, and a reader who looks all the while; copies of all "
            "schools of two boards, and of single schools of one; people erased from the same records",
            at_once),
)
