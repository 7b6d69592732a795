#!/usr/bin/env python3
"""Whether the benchmarks can be trusted: selftest.py SIGNPOST

The corpus is the same every time, a large one is many of a small one, it has every kind of page, and Signpost builds it
without a word; Hugo gets the same pages; docs/benchmarks.md has a place for the figures, and says of each row how to run
it again. Needs no peer. Exit status: 0 all holds, 1 not.
"""

from __future__ import annotations

import collections
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import corpus
import peers
import report
from rows import ROOT, Bench


def tree(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def same_every_time(folder: Path, signpost: str) -> str | None:
    for name in ("one", "two"):
        corpus.write_board(folder / name, 120, schools=3)
    return None if tree(folder / "one") == tree(folder / "two") else "two boards of the same size differ"


def as_many_as_asked(folder: Path, signpost: str) -> str | None:
    wrong = [
        count
        for count in (60, 100, 300, 542, 1_000, 3_000)
        if len({page.file for page in corpus.pages(count)}) != count
    ]
    return f"boards of {wrong} pages have more or fewer" if wrong else None


def large_is_many_of_small(folder: Path, signpost: str) -> str | None:
    """No kind or language has another share of 4,000 pages than of 1,000, but for what a board has once."""
    shares = [
        collections.Counter((page.fact("kind"), page.language) for page in corpus.pages(count))
        for count in (1_000, 4_000)
    ]
    for group, many in shares[1].items():
        if many > 40 and abs(many / 4_000 - shares[0][group] / 1_000) > 0.02:
            return f"{group} are {shares[0][group]} of 1,000 and {many} of 4,000"
    return None


def every_kind(folder: Path, signpost: str) -> str | None:
    schema = subprocess.run([signpost, "schema", "--reference"], capture_output=True, text=True, check=True).stdout
    kinds = set(re.findall(r"^### `kind: ([a-z-]+)`", schema, re.M))
    # The words of an accessibility statement are the theme's own, and have no like in Hugo; a board has one.
    missing = kinds - {"accessibility"} - {page.fact("kind") or "page" for page in corpus.pages(600)}
    return f"the board has no page of kind {sorted(missing)}" if missing else None


def every_component(folder: Path, signpost: str) -> str | None:
    # A passage in another language stands in a translation; figures under small-count control have no like in Hugo.
    names = {folder.name for folder in (ROOT / "themes/default/components").iterdir()} - {"passage", "figures"}
    used = set(re.findall(r"^```\{([a-z-]+)\}", "".join(page.body for page in corpus.pages(600)), re.M))
    hooks = {
        file.stem.removeprefix("render-codeblock-")
        for file in (Path(__file__).parent / "peer/layouts/_markup").glob("render-codeblock-*")
    }
    return (
        None
        if names <= used and used <= hooks
        else f"unused: {sorted(names - used)}; unknown to Hugo: {sorted(used - hooks)}"
    )


def builds_in_silence(folder: Path, signpost: str) -> str | None:
    corpus.write_board(folder / "board", 240)
    bench = Bench(signpost, folder, 1, 240)
    for command in (
        [signpost, "check", "--quiet", *bench.source(folder / "board")],
        bench.build(folder / "board", str(folder / "site"))[0],
    ):
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode != 0 or done.stderr:
            return f"{command[1]} said: {done.stderr[:1500]}"
    return None


def hugo_has_the_same_pages(folder: Path, signpost: str) -> str | None:
    peers.write_hugo(folder / "hugo", 240)
    theirs = sorted(
        str(file.relative_to(folder / "hugo/content")).replace("_index.", "index.")
        for file in (folder / "hugo/content").rglob("*.md")
    )
    return None if theirs == sorted(page.file for page in corpus.pages(240)) else "Hugo has other pages"


def page_is_current(folder: Path, signpost: str) -> str | None:
    """Its figures, once there are any, are those of the rows that there are."""
    _, found, rest = (ROOT / "docs/benchmarks.md").read_text("utf-8").partition(report.START)
    figures, ended, _ = rest.partition(report.END)
    if not found or not ended:
        return "docs/benchmarks.md has no place for the figures"
    rows = {row.name for row in Bench(signpost, folder, 1, 10_000).rows() if not row.is_large}
    missing = sorted(rows - set(re.findall(r"`--only ([a-z-]+)`", figures)))
    return f"docs/benchmarks.md lacks the rows {missing}: run make bench" if figures.strip() and missing else None


def budget_is_there(folder: Path, signpost: str) -> str | None:
    counts = json.loads((Path(__file__).parent / "budget.json").read_text("utf-8"))
    return None if all(count > 0 for count in counts.values()) else "budget.json has no counts"


CHECKS = [
    same_every_time,
    as_many_as_asked,
    large_is_many_of_small,
    every_kind,
    every_component,
    builds_in_silence,
    hugo_has_the_same_pages,
    page_is_current,
    budget_is_there,
]


def failures(signpost: str) -> Iterator[str]:
    for check in CHECKS:
        with tempfile.TemporaryDirectory(prefix="signpost-bench-selftest-") as name:
            fault = check(Path(name), signpost)
        print(
            f"{'ok' if fault is None else 'BROKEN':7} {check.__name__.replace('_', ' ')}{'' if fault is None else ': ' + fault}",
            flush=True,
        )
        if fault is not None:
            yield fault


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(1 if list(failures(str(Path(sys.argv[1]).resolve()))) else 0)
