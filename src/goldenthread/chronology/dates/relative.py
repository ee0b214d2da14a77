"""Cells that count from the row above: “next day”, “two weeks later”, “as above”, ditto marks."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from goldenthread.chronology.dates.clock import Clock, clocks
from goldenthread.chronology.dates.model import Reading
from goldenthread.chronology.dates.points import joined
from goldenthread.chronology.dates.tokens import Line, tokenise
from goldenthread.chronology.dates.words import NUMBERS
from goldenthread.domain.deadlines import months_after

_SAME = re.compile(
    r'(?:["\', ]*"["\', ]*|\'\'|do\.?|-do-|ditto|same|(?:the |on the )?same (?:date|day|time)|as (?:per )?above|'
    r"as previous|as before|see above|above|〃|(?:later )?(?:that|the same) (?:same )?day|later (?:on )?(?:that|the same|same) day|"
    r"same day[,;]? later|earlier that day|later same day|that date)"
)
_BEFORE = re.compile(r"(?:on )?(?:the )?(?:previous|preceding) day|(?:the )?day before")
_NEXT = re.compile(r"(?:on )?(?:the )?(?:next|following) day|(?:the )?day after|1 day later")
_COUNTED = re.compile(
    r"(?P<about>about |around |approx(?:imately)?\.? |roughly |c\.? ?)?(?P<count>\d{1,3}|[a-z]+) (?P<unit>day|week|wk|fortnight|month|year)s? "
    r"(?P<way>later|after|on|afterwards|earlier|before|previously|prior)"
)
_WEEK = re.compile(r"(?:the )?(?:next|following) week")
_PART = re.compile(
    r"(?P<day>that|same|the same|later that|next|the next|following|the following) (?P<part>morning|afternoon|evening|night|lunchtime)"
)
_LATER = ("later", "after", "on", "afterwards")


@dataclass(frozen=True, slots=True)
class Step:
    """A distance from the row above, and a time of its own."""

    days: int = 0
    months: int = 0
    week: bool = False
    doubt: str = ""
    clock: Clock | None = None

    @property
    def same(self) -> bool:
        """Whether the row above is simply repeated."""
        return not (self.days or self.months or self.week)


def step_of(text: str) -> Step | None:
    """What a cell counts from the row above, or None when it does not."""
    line = tokenise(text)
    plain = line.text.lower().strip(" .,;:()-")
    whole = _step(plain) or _step(line.text.lower().strip())
    if whole:
        return whole
    return _with_time(line)


def _step(plain: str) -> Step | None:
    part = _PART.fullmatch(plain)
    if part:
        found = next(clocks(tokenise(part["part"]), 0, bare=False), None)
        days = 1 if "next" in part["day"] or "following" in part["day"] else 0
        return Step(days=days, clock=found[0] if found else None)
    if _SAME.fullmatch(plain):
        return Step()
    if _NEXT.fullmatch(plain):
        return Step(days=1)
    if _BEFORE.fullmatch(plain):
        return Step(days=-1)
    if _WEEK.fullmatch(plain):
        return Step(week=True)
    counted = _COUNTED.fullmatch(plain)
    return _counted(counted) if counted else None


def _counted(match: re.Match[str]) -> Step | None:
    count = int(match["count"]) if match["count"].isdigit() else NUMBERS.get(match["count"], 0)
    if not count:
        return None
    count = count if match["way"] in _LATER else -count
    doubt = "~" if match["about"] or match["unit"] != "day" else ""
    if match["unit"] in ("month", "year"):
        return Step(months=count * (12 if match["unit"] == "year" else 1), doubt="~")
    return Step(days=count * {"day": 1, "fortnight": 14}.get(match["unit"], 7), doubt=doubt)


def _with_time(line: Line) -> Step | None:
    """Next day 14:30; same day, pm."""
    for i in range(1, min(len(line), 6)):
        end = line.tokens[i - 1].end
        step = _step(line.text[:end].lower().strip(" .,;:(-"))
        if not step:
            continue
        start = i + 1 if line.mark(i) and line.mark(i) in ",-(@;" else i
        for clock, j in clocks(line, start, bare=True):
            stop = j + 1 if line.mark(j) in (")", ".") else j
            if stop == len(line) and not clock.problem:
                return Step(step.days, step.months, step.week, step.doubt, clock)
    return None


def stepped(step: Step, text: str, above: Reading) -> Reading | None:
    """The reading a step makes from the row above; None when that row is no single stretch of days."""
    if (
        above.first is None
        or above.last is None
        or not above.edtf.strip("[{").startswith(tuple("12"))
    ):
        return None
    why = f"Taken from the row above (“{above.text.strip()}”)."
    day_edtf = (
        above.edtf.split("T")[0] if "T" in above.edtf and "/" not in above.edtf else above.edtf
    )
    if step.same and step.clock is None:
        doubt = above.doubt if day_edtf == above.edtf else ""
        return Reading(text, day_edtf, above.first, above.last, doubt, "", why, True)
    backward = step.days < 0 or step.months < 0
    if (above.last - above.first).days > 31 or (above.first != above.last and step.same):
        return None
    if _vague(above) and not step.week:
        return _counted_from_stretch(step, text, above, why)
    start = above.first if backward else above.last
    if step.week:
        monday = start + timedelta(days=7 - start.weekday())
        sunday = monday + timedelta(days=6)
        return Reading(text, f"{monday}/{sunday}", monday, sunday, "", "", why, True)
    day = _moved(start, step)
    doubt = joined(above.doubt, step.doubt)
    time, stamp = _timed(step.clock, day)
    if step.clock and not step.clock.part:
        doubt = joined(doubt, step.clock.doubt if step.clock.certain else "?")
    return Reading(text, f"{stamp}{doubt}", day, day, doubt, time, why, True)


def _vague(above: Reading) -> bool:
    """Whether the row above names a stretch in which its day lies, such as a month or a week."""
    if above.first is None or above.last is None or above.first == above.last:
        return False
    week = (above.last - above.first).days == 6
    return week or above.doubt != "" or "/" not in above.edtf


def _counted_from_stretch(step: Step, text: str, above: Reading, why: str) -> Reading | None:
    """“3 weeks later” under a month: a stretch as long; “next day” under one says nothing."""
    if step.clock or above.first is None or above.last is None:
        return None
    if not step.months and abs(step.days) < 7:
        return None
    first, last = _moved(above.first, step), _moved(above.last, step)
    doubt = joined(above.doubt, step.doubt)
    return Reading(text, f"{first}{doubt}/{last}{doubt}", first, last, doubt, "", why, True)


def _moved(start: date, step: Step) -> date:
    return (
        months_after(start, months=step.months)
        if step.months
        else start + timedelta(days=step.days)
    )


def _timed(clock: Clock | None, day: date) -> tuple[str, str]:
    if clock is None:
        return "", day.isoformat()
    if clock.part or "/" in clock.time:
        return clock.time, day.isoformat()
    return clock.time, f"{day.isoformat()}T{clock.time}:00"
