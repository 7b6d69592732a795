#!/usr/bin/env python3
"""Makes lunr's index of a list of pages, without what they say: lunr-index.py PAGES.json INDEX.json"""

import json
import sys

from lunr import lunr

with open(sys.argv[1], encoding="utf-8") as file:
    pages = json.load(file)
index = lunr(ref="url", fields=["title", "summary", "text"], documents=pages)
with open(sys.argv[2], "w", encoding="utf-8") as file:
    json.dump(index.serialize(), file, separators=(",", ":"), ensure_ascii=False)
