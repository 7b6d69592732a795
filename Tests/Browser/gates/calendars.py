"""Calendar files, as strict readers such as Outlook take them (RFC 5545)."""
from __future__ import annotations

from pathlib import Path

from icalendar import Calendar, Component

from .report import Report
from .site import Site

ABOUT = ".ics files: RFC 5545 lines, required properties, unique UIDs"
SHARES = ("",)


def check(site: Site, share: str) -> Report:
    report = Report()
    for file in site.with_suffix(".ics"):
        where = file.relative_to(site.root).as_posix()
        for message in line_faults(file.read_bytes()):
            report.add("ics-lines", where, message)
        _read(file, where, report)
    return report


def line_faults(data: bytes) -> list[str]:
    """Faults of RFC 5545 section 3.1: CRLF everywhere, lines of at most 75 octets. A fold inside a character is
    allowed there, but breaks it in many readers, so it counts."""
    faults = []
    if b"\n" in data.replace(b"\r\n", b"") or b"\r" in data.replace(b"\r\n", b"") or not data.endswith(b"\r\n"):
        faults.append("every line must end in CRLF")
    for number, line in enumerate(data.split(b"\r\n"), 1):
        if len(line) > 75:
            faults.append(f"line {number} has {len(line)} octets, more than 75")
        try:
            line.decode("utf-8")
        except UnicodeDecodeError:
            faults.append(f"line {number} is folded inside a character, or is not UTF-8")
    return faults


def _read(file: Path, where: str, report: Report) -> None:
    try:
        calendar = Calendar.from_ical(file.read_bytes())
    except ValueError as error:
        report.add("ics", where, f"cannot be read: {error}")
        return
    if calendar.get("VERSION") != "2.0" or not calendar.get("PRODID"):
        report.add("ics", where, "needs VERSION:2.0 and PRODID")
    for component in calendar.walk():
        for name, message in component.errors:
            report.add("ics", where, f"{component.name} {name}: {message}")
    events = [event for event in calendar.walk("VEVENT") if not event.errors]
    zones = {str(zone.get("TZID")) for zone in calendar.walk("VTIMEZONE")}
    for event in events:
        for message in event_faults(event, zones):
            report.add("ics-event", where, f"{event.get('UID', 'an event without UID')}: {message}")
    uids = [str(event.get("UID")) for event in events]
    for uid in sorted({uid for uid in uids if uids.count(uid) > 1}):
        report.add("ics-uid", where, f"UID {uid} is used {uids.count(uid)} times")


def event_faults(event: Component, zones: set[str]) -> list[str]:
    """What section 3.6.1 requires, and what calendars need to show the event."""
    faults = [f"needs {name}" for name in ("UID", "DTSTAMP", "DTSTART", "SUMMARY") if not event.get(name)]
    if not event.get("DTEND") and not event.get("DURATION"):
        faults.append("needs DTEND or DURATION")
    if event.get("DTSTAMP") and not event["DTSTAMP"].to_ical().endswith(b"Z"):
        faults.append("DTSTAMP must be in UTC")
    start, end = (event[name].dt if event.get(name) else None for name in ("DTSTART", "DTEND"))
    if start and end and (type(start) is not type(end) or end <= start):
        faults.append("ends before it starts")
    for name in ("DTSTART", "DTEND"):
        zone = event[name].params.get("TZID") if event.get(name) else None
        if zone and zone != "UTC" and zone not in zones:
            faults.append(f"{name} names the time zone {zone}, which has no VTIMEZONE")
    return faults
