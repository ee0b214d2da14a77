"""A calendar as a file (RFC 5545): one event for each day on which something is due, giving nothing away."""

import hashlib
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta


def calendar_file(days: Mapping[date, int], *, whose: str, made_at: datetime) -> bytes:
    """The calendar: for each day how many things are due, in words that say nothing of any case.

    ``whose`` tells one person’s events from another’s; it is not in the file itself.
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Golden Thread//What is due//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "NAME:Golden Thread",
        "X-WR-CALNAME:Golden Thread",
        "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
    ]
    for day, count in sorted(days.items()):
        lines += _event(day, count, whose=whose, made_at=made_at)
    lines.append("END:VCALENDAR")
    return "".join(f"{line}\r\n" for line in lines).encode()  # none is longer than 75 octets


def _event(day: date, count: int, *, whose: str, made_at: datetime) -> list[str]:
    title = "something is due" if count == 1 else f"{count} things are due"
    known_as = hashlib.sha256(f"{whose} {day}".encode()).hexdigest()[:32]
    return [
        "BEGIN:VEVENT",
        f"UID:{known_as}@golden-thread",
        f"DTSTAMP:{made_at.astimezone(UTC):%Y%m%dT%H%M%SZ}",
        f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:Golden Thread: {title}",
        "CLASS:PRIVATE",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]
