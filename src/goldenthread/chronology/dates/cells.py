"""A real date cell of a spreadsheet, which needs no reading of text."""

from datetime import date, datetime, time

from goldenthread.chronology.dates.finish import shown
from goldenthread.chronology.dates.model import Reading


def from_cell(when: date | datetime) -> Reading:
    """The reading of a cell that the file itself marks as a date.

    Midnight counts as no time: spreadsheets store every plain date that way.
    """
    day = when.date() if isinstance(when, datetime) else when
    clock = when.time() if isinstance(when, datetime) else time()
    if clock == time():
        return Reading(
            shown(day), day.isoformat(), day, day, why="The file marks this cell as a date."
        )
    stamp = f"{day.isoformat()}T{clock:%H:%M}:00"
    text = f"{shown(day)}, {clock:%H:%M}"
    return Reading(
        text,
        stamp,
        day,
        day,
        time=f"{clock:%H:%M}",
        why="The file marks this cell as a date and time.",
    )
