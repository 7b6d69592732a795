"""All or nothing: every call on files fails in every way, and the program is ended at every one."""
from __future__ import annotations

import errno
import re
import shutil
import signal
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from checks import Bench, Promise, Result, boards
from checks.memory import register
from program import DAY, Outcome, tree

ERRORS = (errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS, errno.EMFILE)
BUILD = ["build", "--as-of", DAY, "--quiet"]
LEAVER = "canary-p1"
# RFC 8032, 7.1, the first of the pairs that everybody knows.
PUBLIC_KEY = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"
SECRET_KEY = "nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A"
KEY = ["--key", "board.key"]
SHARE = 9  # the short version tries every so many calls


def nothing(folder: Path) -> None:
    pass


@dataclass(frozen=True)
class Scenario:
    """A command that changes the disk, between two states in which everything is whole."""

    name: str
    command: list[str]
    prepare: Callable[[Path], None]  # what the folder holds besides the result of an earlier run
    earlier: list[str] | None  # the run that made what is there, before `change`
    change: Callable[[Path], None]
    results: tuple[str, ...]  # what it makes or replaces, each whole on its own; none: each file that it changes
    between: tuple[list[str], ...] = ()  # runs after `change`, of which the command uses the results
    then: Callable[[Path], None] = nothing  # what happens after that
    reads: list[str] | None = None  # finds no fault in a state between the two, where the command has such
    once: bool = False  # whether it refuses to run where its result is
    secret: str = ""  # what the whole of a file looks like that is another one each time: its result
    inPlace: bool = False  # whether the earlier run is to know its own files again, and not be copied with them


def schools(folder: Path) -> None:
    boards.schools(folder, "hill")


def signed(folder: Path) -> None:
    """Two schools, and the board's keys."""
    boards.schools(folder, "hill", "dale")
    with (folder / "content/signpost.yaml").open("a", encoding="utf-8") as file:
        file.write(f"certificates: {{ public_key: \"ed25519:{PUBLIC_KEY}\" }}\n")
    (folder / "board.key").write_text(f"ed25519-secret:{SECRET_KEY}\n", "utf-8")


def unpacked(folder: Path) -> None:
    """The copy as another program unpacked it, without the list of files by which Signpost knows its own."""
    boards.edit(folder)
    shutil.rmtree(folder / "hill/.signpost")


def records(folder: Path) -> None:
    """A board's records, in which one person past the date stands in every way: in her own entry, as a champion, as a
    trainer who trained another, as the trainer of runs and as one who came to a run."""
    boards.lay(folder, "training")
    kept = folder / "content/records"
    people = kept / "people.yaml"
    text = people.read_text("utf-8")
    people.write_text(text.replace(f"{{ id: {LEAVER},", f"{{ id: {LEAVER}, keep_until: 2026-10-31,"), "utf-8")
    (kept / "trainers.yaml").write_text(
        f"- {{ person: {LEAVER}, trained: 2025-06-12 }}\n"
        f"- {{ person: canary-p2, trained_by: {LEAVER}, trained: 2026-09-30 }}\n", "utf-8")
    (kept / "runs/2026-04-01-aware.yaml").write_text(
        "course: aware\ndate: 2026-04-01\nstart: \"09:30\"\nend: \"12:30\"\nvenue: online\ntrainer: canary-p2\nplaces: 8\n"
        f"attendance:\n  - {{ person: {LEAVER}, status: attended }}\n  - {{ person: canary-p3, status: attended }}\n", "utf-8")


def again(folder: Path) -> None:
    """Another page, so that all copies are new ones."""
    (folder / "content/more.md").write_text(boards.page("More", "More."), "utf-8")


PACK = ["pack", "--school", "hill", "--as-of", DAY, "--quiet"]
PACKS = ["pack", "--all", "--as-of", DAY, "--quiet", "-o", "packs"]
PARTS = [f"parts/part-{number}-of-2.index.json" for number in (1, 2)]
SHARES = tuple([*PACKS[:-1], "parts", *KEY, "--shard", f"{number}/2"] for number in (1, 2))
RELEASE = ("site", "site.release.json")
SCENARIOS = (
    Scenario("first build", BUILD, boards.lay, None, nothing, RELEASE),
    Scenario("later build", BUILD, boards.lay, BUILD, boards.edit, RELEASE),
    Scenario("build with a report", [*BUILD, "--report", "release.json"], boards.lay,
             [*BUILD, "--report", "release.json"], boards.edit, ("site", "release.json")),
    Scenario("build of a new text", [*BUILD, "--timings"], boards.lay, BUILD, boards.more, RELEASE, inPlace=True),
    Scenario("build in spare folders", [*BUILD, "--timings"], boards.lay, BUILD, boards.more, RELEASE, between=(BUILD,),
             then=boards.more, inPlace=True),
    Scenario("update of a school's copy", ["apply", "packs/hill.update.zip", "hill"], schools,
             [*PACK, "--folder", "-o", "."], unpacked, ("hill",), between=([*PACK, "--since", "hill"],)),
    Scenario("packs", PACKS, schools, PACKS, again, ()),
    Scenario("merge of packs", ["pack", "--merge", *PARTS, *KEY, "--quiet", "-o", "packs"], signed, [*PACKS, *KEY], again,
             (), between=SHARES),
    Scenario("import of a register", ["attendance", "import", "register.xlsx", "--run", "2026-03-12-aware", "--apply"],
             register("excel-shared-strings"), None, nothing, ()),
    Scenario("removal of records", ["records", "prune", "--as-of", DAY, "--apply"], records, None, nothing, (),
             # Who they were goes first, and then what they did, file by file.
             reads=["check", "--as-of", DAY, "--quiet"]),
    Scenario("erasure of a person", ["person", LEAVER, "--erase", "--as-of", DAY, "--apply"], records, None, nothing,
             (), reads=["check", "--as-of", DAY, "--quiet"], once=True),
    Scenario("new board", ["new", "board"], nothing, None, nothing, ("board",), once=True),
    Scenario("new key", ["keys", "new", "--output", "board.key"], nothing, None, nothing, ("board.key",), once=True,
             secret=r"(#.*\n)+ed25519-secret:\S{43,}\n"),
    Scenario("schemas", ["schema", "-o", "schemas"], lambda folder: (folder / "schemas").mkdir(), None, nothing, ()),
    Scenario("baseline", ["check", "--as-of", DAY, "--quiet", "--write-baseline", "faults.txt"], boards.lay,
             ["check", "--as-of", DAY, "--quiet", "--write-baseline", "faults.txt"], boards.edit, ("faults.txt",)),
)


@dataclass(frozen=True)
class Fault:
    at: int
    kind: str
    lasts: bool = False

    @property
    def environment(self) -> dict[str, str]:
        return {"FAULT_AT": str(self.at), "FAULT": self.kind, **({"FAULT_LASTS": "1"} if self.lasts else {})}

    def __str__(self) -> str:
        name = errno.errorcode.get(int(self.kind), self.kind) if self.kind.isdigit() else self.kind
        return f"{name}{' from' if self.lasts else ' at'} call {self.at}"


class Stage:
    """The folder before a run, what stands in it then, and what does after a good run."""

    def __init__(self, bench: Bench, scenario: Scenario):
        self.bench, self.scenario = bench, scenario
        self.start = bench.folder / f"{scenario.name} start".replace(" ", "-")
        self.start.mkdir()
        scenario.prepare(self.start)
        if not scenario.inPlace:
            self.age(self.start)
        done, count = bench.folder / "done", bench.folder / "count"
        self.copy(done)
        self.old = self.tree(done)
        outcome = self.run(done, {"FAULT_COUNT": str(count)})
        self.must(outcome)
        if scenario.inPlace and "Drawing" in outcome.errors:
            raise RuntimeError("it drew all pages")
        self.new = self.tree(done)
        self.results = scenario.results or self.changed()
        self.calls = int(count.read_text())
        shutil.rmtree(done)

    def age(self, folder: Path) -> None:
        """What happens before the run."""
        if self.scenario.earlier:
            self.must(self.bench.program.run(self.scenario.earlier, folder))
        self.scenario.change(folder)
        for command in self.scenario.between:
            self.must(self.bench.program.run(command, folder))
        self.scenario.then(folder)

    def copy(self, folder: Path) -> None:
        shutil.copytree(self.start, folder, symlinks=True)
        if self.scenario.inPlace:
            self.age(folder)

    def run(self, folder: Path, environment: dict[str, str]) -> Outcome:
        preload = {"LD_PRELOAD": str(self.bench.interposer)} if environment else {}
        return self.bench.program.run(self.scenario.command, folder, {**preload, **environment})

    @staticmethod
    def must(outcome: Outcome) -> None:
        if outcome.status != 0:
            raise RuntimeError(f"a run without a fault failed: {outcome.errors}")

    def changed(self) -> tuple[str, ...]:
        """The files that a good run makes, changes and removes."""
        paths = sorted(self.old.keys() | self.new.keys())
        return tuple(path for path in paths if self.old.get(path) != self.new.get(path))

    def tree(self, folder: Path) -> dict[str, str]:
        """What is there; of a secret, whether it is a whole one."""
        state = tree(folder)
        for result in self.scenario.results if self.scenario.secret else ():
            if result in state and re.fullmatch(self.scenario.secret, (folder / result).read_text("utf-8")):
                state[result] = "a whole secret"
        return state

    def part(self, state: dict[str, str], result: str) -> dict[str, str]:
        # The list of files in a folder is no part of what readers see.
        return {path: what for path, what in state.items()
                if (path == result or path.startswith(result + "/")) and not path.startswith(result + "/.signpost")}

    def rest(self, state: dict[str, str]) -> dict[str, str]:
        """All but the results and the hidden files beside them that a later run clears away."""
        hidden = tuple(f"{folder}{dots}{name}.signpost-" for result in self.results for dots in (".", "..")
                       for folder, name in [(result[:-len(Path(result).name)], Path(result).name)])
        # Where archives are made, beside those that they take the place of.
        hidden += tuple(f"{Path(result).parent}/.signpost-new" for result in self.results)
        below = tuple(f"{result}/" for result in self.results)
        return {path: what for path, what in state.items()
                if path not in self.results and not path.startswith((*below, *hidden))}

    @staticmethod
    def known(state: dict[str, str]) -> dict[str, str]:
        """All but the records of builds, in which times stand, and the spare folders: a build may lack both."""
        records = (".signpost-record", ".signpost-texts")
        # A file in a spare folder would be one too many.
        return {path: what for path, what in state.items()
                if not path.endswith(records) and not (".signpost-folders" in path and what == "folder")}

    def complaint(self, fault: Fault, folder: Path) -> str:
        """What is wrong after a run with this fault and the run that follows; empty where nothing is."""
        outcome = self.run(folder, fault.environment)
        state = self.tree(folder)
        wrong = self.ending(fault, outcome)
        if self.rest(state) != self.rest(self.old):
            wrong.append("a source was changed")
        whole = [self.part(state, result) for result in self.results]
        for result, part in zip(self.results, whole):
            if part not in (self.part(self.old, result), self.part(self.new, result)) and not self.isWhole(folder):
                wrong.append(f"{result} is neither the old one nor the new one")
        if outcome.status == 0 and whole != [self.part(self.new, result) for result in self.results]:
            wrong.append("it says that all is well, and the result is not the new one")
        if self.scenario.once and whole == [self.part(self.new, result) for result in self.results]:
            return f"{self.scenario.name}, {fault}: {'; '.join(wrong)}" if wrong else ""
        again = self.run(folder, {})
        if again.status != 0:
            wrong.append(f"the next run fails: {again.errors.strip()}")
        elif self.known(self.tree(folder)) != self.known(self.new):
            wrong.append("the next run does not repair it")
        return f"{self.scenario.name}, {fault}: {'; '.join(wrong)}" if wrong else ""

    def isWhole(self, folder: Path) -> bool:
        reads = self.scenario.reads
        return reads is not None and self.bench.program.run(reads, folder).status == 0

    @staticmethod
    def ending(fault: Fault, outcome: Outcome) -> list[str]:
        if fault.kind in ("KILL", "POWER"):
            # 0: threads end in no fixed order, and a run may make a call less than the one that was counted.
            return [] if outcome.status in (-signal.SIGKILL, 0) else [f"it ended with {outcome.status}"]
        if outcome.status == 1:
            return [] if outcome.errors.strip() else ["it fails without a word"]
        return [] if outcome.status == 0 else [f"it ended with {outcome.status}: {outcome.errors.strip()[-200:]}"]

    def judge(self, fault: Fault) -> str:
        folder = self.bench.folder / f"{self.scenario.name} {fault}".replace(" ", "-")
        self.copy(folder)
        try:
            return self.complaint(fault, folder)
        finally:
            shutil.rmtree(folder)


def judge_all(bench: Bench, faults: Callable[[int], list[Fault]]) -> Result:
    result = Result()
    stages = [Stage(bench, scenario) for scenario in SCENARIOS]
    cases = [(stage, fault) for stage, scenario in enumerate(stages) for fault in faults(scenario.calls)]
    # In any order, so that a run that is cut short has tried some of each command.
    bench.random.shuffle(cases)
    for complaint in bench.of_each(lambda case: stages[case[0]].judge(case[1]), cases):
        result.expect(not complaint, complaint)
    if result.cases < len(cases):
        result.isCutShort = True
        result.note = f"{result.cases:,} of {len(cases):,}"
    return result


def every(calls: int, bench: Bench, share: int) -> list[int]:
    """The numbers of all calls, or in the short version of every so many of them, beginning anywhere."""
    step = 1 if bench.isLong else share
    return list(range(1 + bench.random.randrange(step), calls + 1, step))


def kills(bench: Bench) -> Result:
    return judge_all(bench, lambda calls: [Fault(at, "KILL") for at in every(calls, bench, SHARE)])


def power_cuts(bench: Bench) -> Result:
    return judge_all(bench, lambda calls: [Fault(at, "POWER") for at in every(calls, bench, SHARE)])


def errors(bench: Bench) -> Result:
    def faults(calls: int) -> list[Fault]:
        if bench.isLong:
            return [Fault(at, str(code), lasts) for at in range(1, calls + 1) for code in ERRORS
                    for lasts in (False, True)]
        return [Fault(at, str(bench.random.choice(ERRORS)), bench.random.random() < 0.5)
                for at in every(calls, bench, SHARE)]
    return judge_all(bench, faults)


PROMISES = (
    Promise("A command that is killed at any instant leaves the last result or the new one, whole, and the next run "
            "repairs the rest", "SIGKILL before each call on files of a first build, a later build, a build of a new "
            "text, a build with a report, an update of a school's copy, packs, a merge of packs made in shares, an import of "
            "a register, a removal of records, the erasure of a person, a new board, a new key, schemas and a baseline; then "
            "the same command again", kills,
            isInMemory=True),
    Promise("So does a power cut", "the same, and what was not yet saved to the disk loses its bytes", power_cuts,
            isInMemory=True),
    Promise("So does a disk that is full, broken, read-only or denied, or a computer with no file handles left",
            "ENOSPC, EIO, EACCES, EROFS, EMFILE from each such call, once and from then on", errors,
            isInMemory=True),
)
