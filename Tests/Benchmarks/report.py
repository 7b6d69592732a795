"""The table, as text, JSON, Markdown, and a chart."""

from __future__ import annotations

import datetime
import os
import re
import subprocess
from html import escape
from pathlib import Path

from measure import Figure
from rows import ROOT, Row, Target

START, END = "<!-- figures, by make bench -->", "<!-- end of figures -->"
HEAD = f"{'row':13} {'target':18} {'wall':>9} {'CPU':>7} {'spread':>15} {'memory':>9} {'holds':5}  work"
Done = list[tuple[Row, Figure]]


def limits(target: Target, figure: Figure) -> str:
    unit = f" {figure.unit}" if figure.unit else ""
    asked = [
        f"≤ {target.wall:g}{unit}" if target.wall else "",
        f"CPU ≤ {target.cpu:g}" if target.cpu else "",
        f"≤ {target.memory:g} MiB" if target.memory else "",
    ]
    return ", ".join(filter(None, asked)) or "–"


def verdict(row: Row, figure: Figure) -> str:
    return "–" if row.target == Target() else "yes" if row.target.holds(figure) else "no"


def number(ratio: float, figure: Figure) -> str:
    return (
        f"{ratio:.0f}"
        if figure.unit == "MiB"
        else f"{ratio:.4f}" if ratio < 0.02 else f"{ratio:.3f}" if ratio < 1 else f"{ratio:.2f}"
    )


def cells(row: Row, figure: Figure) -> list[str]:
    """Target, wall, CPU, spread, memory, whether it holds."""
    wall = figure.note or number(figure.wall, figure) + (f" {figure.unit}" if figure.unit else "")
    spread = "–" if figure.low == figure.high else f"{number(figure.low, figure)} to {number(figure.high, figure)}"
    return [
        limits(row.target, figure),
        wall,
        "–" if figure.cpu is None else number(figure.cpu, figure),
        spread,
        "–" if figure.memory is None else f"{figure.memory:.0f} MiB",
        verdict(row, figure),
    ]


def line(row: Row, figure: Figure) -> str:
    target, wall, cpu, spread, memory, holds = cells(row, figure)
    scale = f" ({figure.seconds:.2f} s ÷ {figure.theirs:.2f} s)" if figure.seconds is not None else ""
    return f"{row.name:13} {target:18} {wall:>9} {cpu:>7} {spread:>15} {memory:>9} {holds:5}  {row.work}{scale}"


def table(done: Done) -> str:
    head = "| work | target | ratio of wall times | of CPU | spread | our memory | holds | again |\n|---|---|---|---|---|---|---|---|\n"
    return head + "".join(
        f"| {row.work} | {' | '.join(cells(row, figure))} | `--only {row.name}` |\n" for row, figure in done
    )


def figures(done: Done, runs: int) -> list[dict]:
    return [
        {
            "row": row.name,
            "work": row.work,
            "target": vars(row.target),
            "holds": verdict(row, figure),
            "runs": runs,
            **vars(figure),
        }
        for row, figure in done
    ]


def machine() -> str:
    memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / 2**30
    return f"{os.cpu_count()} cores, {memory:.0f} GiB"


def commit() -> str:
    """The commit that was measured; a tree that differs from it says so."""
    git = ["git", "-C", str(ROOT)]
    name = subprocess.run([*git, "rev-parse", "--short=12", "HEAD"], capture_output=True, text=True).stdout.strip()
    changed = subprocess.run(
        [*git, "status", "--porcelain", "--", "Sources", "themes", "Package.swift"], capture_output=True, text=True
    ).stdout
    return (name or "unknown") + (" with changes" if changed.strip() else "")


def write_page(page: Path, done: Done, runs: int) -> None:
    """Puts the table and the chart between the markers of a page, and the chart's file beside it."""
    chart_file = page.with_suffix(".svg")
    chart_file.write_text(chart(done), "utf-8")
    day = datetime.date.today().isoformat()
    made = (
        f"{START}\n\nMade on {day} at commit `{commit()}`, on {machine()}; medians of {runs} pairs.\n\n"
        f"![How much of each target is used; the figures are those of the table.]({chart_file.name})\n\n{table(done)}\n{END}"
    )
    text = page.read_text("utf-8")
    between = re.compile(re.escape(START) + ".*?" + re.escape(END), re.S)
    if not between.search(text):
        raise SystemExit(f"{page} has no place for the figures: {START} … {END}")
    page.write_text(between.sub(lambda _: made, text), "utf-8")


# The chart: one bar a row, as long as the part of its target that is used.
LEFT, WIDTH, BAR, STEP, TOP = 150, 420, 14, 24, 34


def chart(done: Done) -> str:
    used = [(row, figure, share(row.target, figure)) for row, figure in done if row.target != Target()]
    height = TOP + STEP * len(used) + 10
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {LEFT + WIDTH + 90} {height}" font-family="sans-serif" font-size="12" role="img">',
        "<title>How much of each target is used</title>",
        f'<rect width="{LEFT + WIDTH + 90}" height="{height}" fill="#ffffff"/>',
        f'<text x="{LEFT + WIDTH / 2}" y="18" text-anchor="middle" fill="#1b1b1b">the target</text>',
    ]
    for number_, (row, figure, part) in enumerate(used):
        y = TOP + STEP * number_
        length = WIDTH / 2 * min(part, 2)  # a bar of twice the target or more goes to the edge
        colour = "#1f6f43" if row.target.holds(figure) else "#b3261e"
        parts += [
            f'<text x="{LEFT - 8}" y="{y + 11}" text-anchor="end" fill="#1b1b1b">{escape(row.name)}</text>',
            f'<rect x="{LEFT}" y="{y}" width="{max(length, 1):.1f}" height="{BAR}" fill="{colour}"/>',
            f'<text x="{LEFT + length + 6:.1f}" y="{y + 11}" fill="#1b1b1b">{part * 100:.0f} %</text>',
        ]
    parts += [f'<path d="M{LEFT + WIDTH / 2} 24 V{height - 6}" stroke="#1b1b1b" stroke-dasharray="4 3"/>', "</svg>"]
    return "\n".join(parts) + "\n"


def share(target: Target, figure: Figure) -> float:
    """Of the limit that is used most."""
    asked = [(target.wall, figure.wall), (target.cpu, figure.cpu), (target.memory, figure.memory)]
    return max(got / limit for limit, got in asked if limit is not None and got is not None)
