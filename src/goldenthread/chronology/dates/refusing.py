"""Why a cell is refused, in words a person can act on."""

import re
from datetime import date, timedelta

from goldenthread.chronology.dates.model import Refusal
from goldenthread.chronology.dates.pieces import yearlike
from goldenthread.chronology.dates.tokens import Line
from goldenthread.chronology.dates.words import MONTHS, looks_like_month, month, weekday

_EXCEL_EPOCH = date(1899, 12, 30)
_SERIALS = range(14000, 60000)  # 1938 to 2064
_TIME = re.compile(
    r"(?:at )?(?:[01]?\d|2[0-4])(?:[:.]\d\d){1,2} ?(?:[ap]m|hrs|hours|h)?|\d{3,4} ?(?:hrs|hours|h)|\d{1,2} ?[ap]m",
    re.I,
)
_PHONE = re.compile(r"(?:\+44|0)(?:[ ()-]?\d){9,}\)?|\d{3}[ -]\d{3}[ -]\d{4}")
_DITTO = re.compile(
    r"[\"', ]*[\"][\"', ]*|''|do\.?|ditto|same|(?:the )?same (?:date|day|time)|as (?:above|before|previous|per above)|see above|〃|above",
    re.I,
)
_RELATIVE = re.compile(
    r".*\b(?:next|following|previous|same|later|earlier|after|before|preceding|day|days|week|weeks|month|months|"
    r"year|years|fortnight|gestation|old|aged|age|check|today|yesterday|tomorrow|birth|born|antenatal|postnatal|pregnancy)\b.*",
    re.I,
)


def before_reading(line: Line) -> Refusal | None:
    """Text that would pass for a date and is something else: 24/7, a telephone number, a serial."""
    text = line.text.strip(" .,;")
    if text == "24/7":
        return Refusal("", "“24/7” usually means all the time, not 24 July.", "XXXX-07-24")
    if _PHONE.fullmatch(text):
        return Refusal("", "This looks like a telephone or NHS number, not a date.")
    serial = re.fullmatch(r"(\d{5})(?:\.\d+)?", text)
    if serial and int(serial[1]) in _SERIALS:
        day = _EXCEL_EPOCH + timedelta(days=int(serial[1]))
        return Refusal(
            "", "This is a number; a spreadsheet may have meant a date by it.", day.isoformat()
        )
    if re.fullmatch(r"[A-Za-z]\d{1,2}/\d{1,2}", text):
        return Refusal("", "This may be a reference: a letter stands at the figures.")
    if re.search(r"\beve of (?!\d{4}\b)", text, re.I):
        return Refusal("", "The eve of a day is the day before it; give that date.")
    bare = re.fullmatch(r"19[0-2]\d", text)
    if bare:
        return Refusal("", "This can be a year or a time of day.", text)
    if re.fullmatch(r"\d{1,2}[.]\d{1,2}", text):
        return _dotted(text)
    return None


def _dotted(text: str) -> Refusal:
    left, right = (int(part) for part in text.split("."))
    fits = 1 <= left <= 31 and 1 <= right <= 12
    suggestion = f"XXXX-{right:02d}-{left:02d}" if fits else ""
    if fits and len(text.split(".")[1]) < 2:
        return Refusal(
            "", "This can be a day and month or a number, and the year is missing.", suggestion
        )
    return Refusal("", "This looks like a time of day, not a date.", suggestion)


def after_reading(line: Line) -> Refusal:
    """The reason for text that no rule reads."""
    text = line.text.strip()
    if _DITTO.fullmatch(text):
        return Refusal(
            "", "This repeats another row; give the date itself, or take it from the row above."
        )
    if _TIME.fullmatch(text.strip(".")):
        return Refusal("", "This is a time of day without a date.")
    mistyped = _mistyped_month(line)
    if mistyped:
        return mistyped
    if len(line) <= 3 and weekday(line.word(0)) is not None:
        return Refusal("", "A weekday alone does not say which date; give the day, month and year.")
    if _RELATIVE.fullmatch(text):
        return Refusal(
            "",
            "This counts from another date; give the date itself, or take it from the row above or the date of birth.",
        )
    if any(line.num(i) for i in range(len(line))):
        return Refusal("", "This is not understood as a date; write it as day, month and year.")
    return Refusal("", "There is no date in this text.")


def _mistyped_month(line: Line) -> Refusal | None:
    """A word near a month that is also a word of its own: “Match 2009”."""
    for i in range(min(len(line), 6)):
        word = line.word(i)
        named = looks_like_month(word) if word and month(word) is None else None
        year = next((line.num(k) for k in range(i + 1, len(line)) if yearlike(line.num(k))), "")
        if named and year and len(line) <= 6:
            day = line.num(i - 1) or (
                line.num(i - 2) if line.word(i - 1) in ("st", "nd", "rd", "th") else ""
            )
            tail = f"-{int(day):02d}" if 0 < len(day) <= 2 and 1 <= int(day) <= 31 else ""
            meant = f"{year}-{named:02d}{tail}"
            return Refusal("", f"“{line.word(i)}” may be {MONTHS[named - 1]} mistyped.", meant)
    return None
