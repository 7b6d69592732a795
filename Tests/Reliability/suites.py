#!/usr/bin/env python3
"""Run the suites of what touches C or bare memory under AddressSanitizer: suites.py [--append FILE] [--skip-build]

`sanitized.py` watches whole commands; this watches every hostile input that a suite feeds a module. Exit status: 0 the
sanitizer found nothing, and each test passed.
"""
from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import time
from pathlib import Path

from program import REPOSITORY
from run import append

# What imports a C library, or has pointers in it.
MODULES = ("Disk", "Integrity", "JSONText", "Markdown", "Pictures", "QRCodes", "Schemas", "Tables", "Templates",
           "XMLEvents", "YAMLData", "ZIPArchives")
# A sanitizer makes a program many times slower, and this one is about time.
SKIPPED = "takes no longer than its size"
SETTINGS = {
    # What a program still holds when it ends is no leak that anybody would notice.
    "ASAN_OPTIONS": "detect_leaks=0",
    # Swift's own report of a crash reads other threads' stacks, which AddressSanitizer takes for a fault of its own.
    "SWIFT_BACKTRACE": "enable=no",
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--append", type=Path, metavar="FILE", help="add a line on this run to this document")
    parser.add_argument("--skip-build", action="store_true", help="run what was built before")
    options = parser.parse_args()
    command = ["swift", "test", "--sanitize", "address", "--scratch-path", ".build/address",
               "--filter", rf"^({'|'.join(MODULES)})Tests\.", "--skip", SKIPPED]
    command += ["--skip-build"] if options.skip_build else []
    start = time.monotonic()
    run = subprocess.run(command, cwd=REPOSITORY, env={**os.environ, **SETTINGS}, stdout=subprocess.PIPE,
                         stderr=subprocess.STDOUT, text=True, errors="replace", check=False)
    passed = len(re.findall(r'^\S Test .* passed after ', run.stdout, re.MULTILINE))
    failed = len(re.findall(r'^\S Test .* failed after ', run.stdout, re.MULTILINE))
    found = run.stdout.count("ERROR: AddressSanitizer")
    # A run that ends before its time says nothing of the rest.
    broken = failed + found or int(run.returncode != 0 or passed == 0)
    if broken:
        print(run.stdout[-8000:])
    if options.append:
        append(options.append, f"the suites of {len(MODULES)} modules under AddressSanitizer",
               time.monotonic() - start, passed + failed, broken)
    print(f"suites under AddressSanitizer: {passed} passed, {failed} failed, {found} faults of memory, "
          f"{time.monotonic() - start:.0f} s")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
