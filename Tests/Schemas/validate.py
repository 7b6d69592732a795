#!/usr/bin/env python3
"""Holds the JSON Schemas that `signpost schema` writes against what a board really writes.

    validate.py SCHEMAS_DIR ROOT

Each schema must be a valid draft-07 schema. Each names the files it is for in its `$comment`, as a glob from ROOT; every
such file must be valid, and must be so no longer with one unknown key in it. Needs jsonschema and PyYAML.
"""

import copy
import json
import pathlib
import re
import sys

import jsonschema
import yaml


class CoreLoader(yaml.SafeLoader):
    """YAML 1.2's core schema, which editors use: dates stay text, and so do `no` and `12:30`."""


CoreLoader.yaml_implicit_resolvers = {}
for tag, pattern, starts in [
    ("bool", r"true|false", "tf"),
    ("null", r"~|null|", "~n"),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?[0-9]*\.[0-9]+|[-+]?[0-9]+\.[0-9]*", "-+.0123456789"),
]:
    regex = re.compile(f"(?:{pattern})$")
    for start in list(starts) + ([""] if tag == "null" else []):
        CoreLoader.yaml_implicit_resolvers.setdefault(start, []).append((f"tag:yaml.org,2002:{tag}", regex))
# PyYAML's own `int` would read 012 as octal, as YAML 1.1 did.
CoreLoader.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(loader.construct_scalar(node)))


def value_of(path):
    """What a YAML file says, or the front matter of a page."""
    text = path.read_text(encoding="utf-8-sig")
    if path.suffix == ".md":
        text = re.match(r"---[ ]*\n(.*?\n)---[ ]*\n", text.replace("\r\n", "\n"), re.S).group(1)
    return yaml.load(text, Loader=CoreLoader)


def spoilt(value):
    """The value with one key too many, or None where it has no keys."""
    other = copy.deepcopy(value)
    group = other[0] if isinstance(other, list) and other else other
    if not isinstance(group, dict):
        return None
    group["no such key"] = {}
    return other


def is_wrong(path):
    """Whether it is part of a fixture that has a fault on purpose: those are named after the fault's code, or say so."""
    return any(re.match(r"SP\d{3}-|faults-", part) for part in path.parts)


def faults(schema, files, root):
    validator = jsonschema.Draft7Validator(schema)
    for path in files:
        value = value_of(path)
        for error in validator.iter_errors(value):
            place = "/".join(str(part) for part in error.absolute_path)
            yield f"{path.relative_to(root)}: {place or 'the whole file'}: {error.message[:200]}"
        if (other := spoilt(value)) is not None and validator.is_valid(other):
            yield f"{path.relative_to(root)}: an unknown key is not refused"


def main(schemas, root):
    found = []
    names = sorted(schemas.glob("*.schema.json"))
    for name in names:
        schema = json.loads(name.read_text(encoding="utf-8"))
        jsonschema.Draft7Validator.check_schema(schema)
        if schema["$id"] != name.name or not schema.get("title"):
            found.append(f"{name.name}: its $id or title is wrong")
        files = [path for path in sorted(root.glob(schema["$comment"].removeprefix("Files: "))) if not is_wrong(path)]
        print(f"{name.name}: {len(files)} files")
        found += faults(schema, files, root)
    if not names:
        found.append(f"no schemas in {schemas}")
    for fault in found:
        print(fault, file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])))
