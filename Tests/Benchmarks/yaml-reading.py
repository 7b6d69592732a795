#!/usr/bin/env python3
"""Reads training records with PyYAML's CSafeLoader (libyaml), and looks at nothing: yaml-reading.py FOLDER SHARE

Of every SHARE files of runs it reads one, and of the lines of people one in SHARE.
"""

import sys
from pathlib import Path

import yaml

folder, share = Path(sys.argv[1]), int(sys.argv[2])
for path in sorted(folder.glob("runs/**/*.yaml"))[::share]:
    yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
yaml.load(b"".join((folder / "people.yaml").read_bytes().splitlines(keepends=True)[::share]), Loader=yaml.CSafeLoader)
