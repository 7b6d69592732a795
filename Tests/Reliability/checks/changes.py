"""Sources that somebody changes while they are read: at every call on files of a build, in every way."""
from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from checks import Bench, Promise, Result, boards
from checks.faults import BUILD, LEAVER, SCENARIOS, every, records
from program import Outcome, tree

SHARE = 24  # the short version tries every so many calls
PAGE, LIST, LAYOUT = "content/help/index.md", "content/data/contacts.yaml", "themes/plain/layouts/page.html"


def put(text: str, path: str) -> str:
    return f"printf %b '{text}' >> {path}"


GROWN = put(r"\n\nGrown.\n", PAGE)
FIRST = put(r"\n\nGrown.\n", "content/index.md")
DRAWN = put("<!-- new -->", LAYOUT)


@dataclass(frozen=True)
class Change:
    """What somebody does in the board's folder: commands of the shell, one after the other.

    A site of the board as it was before or after any of them is right. One of a mixture is not.
    """

    name: str
    steps: tuple[str, ...]
    isLater: bool = False  # whether a site was built before, and a text was changed since


CHANGES = (
    Change("a page is cut off", (f": > {PAGE}",)),
    Change("a page grows", (GROWN,)),
    Change("a page is saved as editors do", (f"sed s/e/E/9 {PAGE} > {PAGE}.new && mv {PAGE}.new {PAGE}",)),
    Change("a page is removed", ("rm content/news.md",)),
    Change("a page comes", ("cp content/news.md content/later.md",)),
    Change("a page is renamed", ("mv content/news.md content/later.md",)),
    Change("a page becomes a folder", ("rm content/news.md && mkdir content/news.md",)),
    Change("a page becomes a link out of the folder", ("ln -sf /etc/passwd content/news.md",)),
    Change("a page becomes a pipe", ("rm content/news.md && mkfifo content/news.md",)),
    Change("a picture is cut off", (": > content/images/phone.svg",)),
    Change("a list grows", (put("# a note\n", LIST),)),
    Change("a list is broken", (put("- [", LIST),)),
    Change("a layout grows", (DRAWN,)),
    Change("the themes are taken away", ("mv themes gone",)),
    Change("the content is taken away", ("mv content gone",)),
    Change("a page, then a layout", (GROWN, DRAWN)),
    Change("a layout, then a page", (DRAWN, GROWN)),
    Change("two pages", (FIRST, GROWN)),
    Change("a list while a text is put in", (put("# a note\n", LIST),), isLater=True),
    Change("a layout, then a page while a text is put in", (DRAWN, GROWN), isLater=True),
)


@dataclass(frozen=True)
class Board:
    """What a build of a board that nobody changes comes to."""

    status: int
    codes: frozenset[str]
    site: dict[str, str]


class Scene:
    """A board, what is done to it, and what may come of that."""

    def __init__(self, bench: Bench, change: Change):
        self.bench, self.change = bench, change
        self.boards = [self.built(change.steps[:count]) for count in range(len(change.steps) + 1)]
        folder = self.laid("count")
        self.old = tree(folder / "site")
        count = bench.folder / "count.txt"
        self.run(folder, {"FAULT_COUNT": str(count)})
        self.calls = int(count.read_text())
        shutil.rmtree(folder)

    def laid(self, name: str) -> Path:
        folder = self.bench.folder / f"{self.change.name} {name}".replace(" ", "-").replace(",", "")
        boards.lay(folder)
        if self.change.isLater:
            self.run(folder, {})
            boards.more(folder)
        return folder

    def built(self, steps: tuple[str, ...]) -> Board:
        folder = self.laid("alone")
        for step in steps:
            subprocess.run(["sh", "-c", step], cwd=folder, check=True)
        old = tree(folder / "site")
        outcome = self.run(folder, {})
        board = Board(outcome.status, codes(outcome), tree(folder / "site") if outcome.status == 0 else old)
        shutil.rmtree(folder)
        return board

    def run(self, folder: Path, environment: dict[str, str]) -> Outcome:
        preload = {"LD_PRELOAD": str(self.bench.interposer)} if environment else {}
        return self.bench.program.run(BUILD, folder, {**preload, **environment})

    def judge(self, at: int) -> str | None:
        """What is wrong where the change comes at this call and in the build after it; `None` where it came to none."""
        folder = self.laid(str(at))
        try:
            outcome = self.run(folder, {
                "FAULT_AT": str(at), "FAULT": "CHANGE", "CHANGE": " && ".join([*self.change.steps, "touch changed"])})
            return self.complaint(at, folder, outcome) if (folder / "changed").exists() else None
        finally:
            shutil.rmtree(folder)

    def complaint(self, at: int, folder: Path, outcome: Outcome) -> str:
        wrong, site = [], tree(folder / "site")
        if outcome.status == 0:
            if not any(board.status == 0 and board.site == site for board in self.boards):
                wrong.append("the site is a mixture")
        elif outcome.status != 1 or site != self.old:
            wrong.append(f"it ended with {outcome.status}, or the site is not the old one")
        known = {"SP009"}.union(*(board.codes for board in self.boards))
        if outcome.status == 1 and not codes(outcome) or codes(outcome) - known:
            wrong.append(f"it says {outcome.errors.strip()[:300]}")
        again, last = self.run(folder, {}), self.boards[-1]
        if again.status != last.status or codes(again) != last.codes:
            wrong.append(f"the next build: status {again.status}, {again.errors.strip()[:300]}")
        elif again.status == 0 and tree(folder / "site") != last.site:
            wrong.append("the next build does not make the site of the new board")
        return f"{self.change.name}, at call {at}: {'; '.join(wrong)}" if wrong else ""


def codes(outcome: Outcome) -> frozenset[str]:
    return frozenset(re.findall(r"\bSP\d{3}\b", outcome.errors))


ERASURE = next(scenario.command for scenario in SCENARIOS if scenario.name == "erasure of a person")
PEOPLE = "content/records/people.yaml"
NOTE = "# a note"
# Somebody's editor saves the list of people; `late` where the new one lies beside it, and may have been looked at.
SAVE = f"if test -e content/records/.people.yaml.signpost-new; then touch late; fi; echo '{NOTE}' >> {PEOPLE} && touch changed"


class Save:
    """A list of people that an editor saves while one of them is erased."""

    def __init__(self, bench: Bench):
        self.bench = bench
        folder, count = self.laid("count"), bench.folder / "count.txt"
        self.run(folder, {"FAULT_COUNT": str(count)})
        self.calls = int(count.read_text())
        shutil.rmtree(folder)

    def laid(self, name: str) -> Path:
        folder = self.bench.folder / f"saved-{name}"
        records(folder)
        return folder

    def run(self, folder: Path, environment: dict[str, str]) -> Outcome:
        preload = {"LD_PRELOAD": str(self.bench.interposer)} if environment else {}
        return self.bench.program.run(ERASURE, folder, {**preload, **environment})

    def judge(self, at: int) -> tuple[bool, str] | None:
        """Whether the erasure was refused, and what is wrong; `None` where nothing was saved."""
        folder = self.laid(str(at))
        try:
            before = tree(folder / "content")
            outcome = self.run(folder, {"FAULT_AT": str(at), "FAULT": "CHANGE", "CHANGE": SAVE})
            if not (folder / "changed").exists():
                return None
            isRefused, wrong = codes(outcome) == {"SP009"}, []
            if isRefused:
                after = tree(folder / "content")
                wrong += [f"{path} is another" for path in before.keys() | after.keys() if "Nothing" in outcome.errors
                          and before.get(path) != after.get(path) and not PEOPLE.endswith(path)]
                outcome = self.run(folder, {})
            people = (folder / PEOPLE).read_text("utf-8")
            wrong += [f"it ended with {outcome.status}, {outcome.errors.strip()[:300]}"] if outcome.status else []
            wrong += ["the person is still there"] if LEAVER in people else []
            wrong += ["what was saved is lost"] if NOTE not in people and not (folder / "late").exists() else []
            return isRefused, f"a save at call {at} of an erasure: {'; '.join(wrong)}" if wrong else ""
        finally:
            shutil.rmtree(folder)


def saved(bench: Bench, result: Result) -> None:
    save = Save(bench)
    answers = [answer for answer in bench.of_each(save.judge, every(save.calls, bench, SHARE)) if answer]
    for _, complaint in answers:
        result.expect(not complaint, complaint)
    result.expect(any(isRefused for isRefused, _ in answers), "no erasure was refused")


def changed(bench: Bench) -> Result:
    result = Result()
    scenes = [Scene(bench, change) for change in CHANGES]
    cases = [(number, at) for number, scene in enumerate(scenes) for at in every(scene.calls, bench, SHARE)]
    bench.random.shuffle(cases)
    tried = 0
    for complaint in bench.of_each(lambda case: scenes[case[0]].judge(case[1]), cases):
        tried += 1
        if complaint is not None:
            result.expect(not complaint, complaint)
    result.isCutShort = tried < len(cases)
    saved(bench, result)
    return result


PROMISES = (
    Promise("A board that is changed while it is read becomes the site of one moment, or is refused by name",
            "at each call on files of a build: pages, lists, layouts and pictures cut off, grown, saved, removed, renamed, "
            "replaced by folders, links and pipes, folders taken away, several files one after the other, with and "
            "without an earlier site; the site beside those of boards that nobody changed; then the next build; a list of "
            "people that is saved at each call of an erasure", changed,
            isInMemory=True),
)
