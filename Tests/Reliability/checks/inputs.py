"""Whatever a file holds and however it is called: it is read, or refused by name."""
from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from checks import Bench, Promise, Result, boards
from program import DAY, REPOSITORY

INVALID = REPOSITORY / "Tests/EndToEnd/InvalidSites/base"
REGISTERS = REPOSITORY / "Tests/EndToEnd/Registers/base"
CHECK = ["check", "--as-of", DAY]
NOBODY = 65534
BOTTOMLESS = 4 << 30  # bytes; a hole on the disk, so that it takes no room
MANY = 100_000


@dataclass(frozen=True)
class Oddity:
    """Something that lies in the content folder, what the program ends with, and what it says."""

    name: str
    lay: Callable[[Path], None]
    status: int
    said: tuple[str, ...]


def body(text: bytes) -> Callable[[Path], None]:
    return lambda folder: written(folder / "content/odd.md", head() + text)


def head(title: str = "Odd") -> bytes:
    return f"---\ntitle: {title}\nsummary: About it.\naudience: [parents]\n---\n\n".encode()


def written(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def named(*names: str) -> Callable[[Path], None]:
    def lay(folder: Path) -> None:
        for name in names:
            written(folder / "content" / name, head(f"Page {len(name)}"))
    return lay


def linked(name: str, target: str) -> Callable[[Path], None]:
    return lambda folder: (folder / "content" / name).symlink_to(target)


def bottomless(path: str, start: bytes) -> Callable[[Path], None]:
    def lay(folder: Path) -> None:
        written(folder / path, start)
        os.truncate(folder / path, BOTTOMLESS)
    return lay


def strays(folder: Path) -> None:
    many = folder / "content/help"
    for number in range(MANY):
        os.close(os.open(many / f"{number}.txt", os.O_CREAT | os.O_WRONLY))


def secret(folder: Path) -> None:
    written(folder / "content/odd.md", head())
    (folder / "content/odd.md").chmod(0)


ODDITIES = (
    Oddity("bytes that are no UTF-8", body(b"caf\xe9\n"), 1, ("SP001", "odd.md:7", "is not UTF-8")),
    Oddity("UTF-16", lambda folder: written(folder / "content/odd.md", head().decode().encode("utf-16")), 1,
           ("SP0", "odd.md")),
    Oddity("a NUL in a text", body(b"a\0b\n"), 1, ("SP027", "odd.md:7:2", "U+0000")),
    Oddity("a NUL in YAML", lambda folder: written(folder / "content/data/sources.yaml", b"- { id: \0 }\n"), 1,
           ("SP010", "sources.yaml:1")),
    Oddity("nothing but NULs", lambda folder: written(folder / "content/odd.md", bytes(1000)), 1, ("SP017", "odd.md")),
    Oddity("a byte order mark and CR LF",
           lambda folder: written(folder / "content/odd.md", b"\xef\xbb\xbf" + head().replace(b"\n", b"\r\n")), 0, ()),
    Oddity("a byte order mark in YAML",
           lambda folder: written(folder / "content/data/sources.yaml", b"\xef\xbb\xbf# nothing\r\n"), 0, ()),
    Oddity("a mark that turns the reading order around", body("ring \u202e111\n".encode()), 0,
           ("SP276", "odd.md:7:6", "U+202E")),
    Oddity("a Cyrillic letter in a word", body("p\u0430ypal\n".encode()), 0, ("SP277", "odd.md:7:1", "Cyrillic")),
    Oddity("a page of 4 GiB in one line", bottomless("content/odd.md", head()), 1, ("SP002", "odd.md", "4294967296")),
    Oddity("a list of 4 GiB in one line", bottomless("content/data/sources.yaml", b"- "), 1,
           ("SP002", "sources.yaml", "4294967296")),
    Oddity("a picture of 4 GiB", bottomless("content/images/odd.png", b"\x89PNG"), 1, ("SP002", "odd.png")),
    Oddity(f"{MANY} files in one folder", strays, 0, ("SP037", "SP210")),
    Oddity("names that differ in case", named("Odd.md", "odd.md"), 1, ("SP006", "Odd.md", "odd.md")),
    Oddity("names that differ in how accents are written", named("caf\u00e9.md", "cafe\u0301.md"), 1, ("SP006",)),
    *(Oddity(f"the name {name}", named(name), 1, ("SP005", name))
      for name in ("con.md", "aux.md", "nul.md", "com1.md", "lpt9.md", "odd?.md", "a:b.md")),
    Oddity("a name that is no UTF-8",
           lambda folder: written(Path(os.fsdecode(os.fsencode(folder) + b"/content/caf\xe9.md")), head()), 1,
           ("SP005", "caf\\xe9.md")),
    Oddity("a link to itself", linked("odd.md", "odd.md"), 1, ("SP007", "odd.md", "circle")),
    Oddity("a link to the folder above", linked("odd", "."), 1, ("SP007", "circle")),
    Oddity("a link out of the folder", linked("odd.md", "/etc/passwd"), 1, ("SP007", "leads out")),
    Oddity("a link to a device", linked("odd.md", "/dev/zero"), 1, ("SP007",)),
    Oddity("a pipe that nobody fills", lambda folder: os.mkfifo(folder / "content/odd.md"), 1, ("SP008", "odd.md")),
    Oddity("a file that must not be read", secret, 1, ("SP003", "odd.md", "permission was denied")),
)


def odd(bench: Bench) -> Result:
    result = Result()
    bench.folder.chmod(0o755)
    binary = bench.folder / "signpost"
    shutil.copy(bench.program.binary, binary)
    for number, oddity in enumerate(ODDITIES):
        folder = bench.folder / str(number)
        boards.lay(folder)
        oddity.lay(folder)
        # The superuser may read everything.
        is_super = oddity.lay is secret and os.getuid() == 0
        as_nobody = ["setpriv", f"--reuid={NOBODY}", "--clear-groups"] if is_super else []
        outcome = bench.program.run_with([*as_nobody, str(binary)], CHECK, folder)
        text = outcome.errors + outcome.output
        missing = [word for word in oddity.said if word not in text]
        result.expect(outcome.status == oddity.status and not missing,
                      f"{oddity.name}: status {outcome.status}, without {missing}: {text[:300]}")
        shutil.rmtree(folder)
    return result


PROMISES = (
    Promise("Files that are odd in any way are read, or refused by name",
            "text in other encodings, NULs, byte order marks, CR LF, characters that deceive, files of 4 GiB in one "
            "line, 100,000 files in one folder, names that other systems take for the same or refuse, links in "
            "circles, pipes, devices, files that must not be read", odd),
)
