"""The gates a built site must pass. Each module is one gate:

    ABOUT        one sentence: what it looks at
    SHARES       how its work may be split between processes (one empty share if not at all)
    check(site, share) -> Report

`check` raises CannotRun when the gate itself cannot work. run.py lists, runs and reports them.
"""
