"""A date asked for as three boxes: day, month and year.

Tolerant in what it reads (a month by number or name, “3rd”), exact in what it accepts: only a day
that exists. The error says which box is wrong and how to mend it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.datastructures import MultiValueDict

from goldenthread.pages.words import day as in_words
from goldenthread.pages.words import listing, starting_small

MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
PARTS = ("day", "month", "year")
SHORTEST_MONTH_NAME = 3
MOST_DIGITS = 2
YEAR_LENGTH = 4
FIRST_YEAR, LAST_YEAR = 1900, 2199
"""No case knows a day outside these; counting on from one at the end of all dates would have no answer."""
ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?", re.IGNORECASE)
ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


@dataclass(frozen=True, slots=True)
class TypedDay:
    """What stands in the three boxes, as it was typed."""

    day: str = ""
    month: str = ""
    year: str = ""

    @property
    def missing(self) -> list[str]:
        """The boxes that were left empty."""
        return [part for part in PARTS if not getattr(self, part)]


class DayWidget(forms.Widget):
    """Three boxes named ``<name>-day``, ``<name>-month`` and ``<name>-year``.

    A single ``<name>`` as 2011-05-03 is read too, so that a link can carry a date.
    """

    use_fieldset = True

    def value_from_datadict(
        self, data: Mapping[str, Any], files: MultiValueDict[str, Any], name: str
    ) -> TypedDay:
        """Read the boxes; nothing typed is an empty :class:`TypedDay`."""
        whole = ISO.fullmatch(str(data.get(name) or ""))
        if whole:
            year, month, day = whole.groups()
            return TypedDay(day, month, year)
        return TypedDay(*(str(data.get(f"{name}-{part}") or "").strip() for part in PARTS))

    def value_omitted_from_data(
        self, data: Mapping[str, Any], files: MultiValueDict[str, Any], name: str
    ) -> bool:
        """Whether the page did not ask for this date at all."""
        return name not in data and all(f"{name}-{part}" not in data for part in PARTS)

    def id_for_label(self, id_: str) -> str:
        """The first box, so that a link to the field lands in it."""
        return f"{id_}-day" if id_ else id_


class DayField(forms.Field):
    """A date from three boxes. ``what`` names it in errors: “the date of the decision”.

    ``not_before`` and ``not_after`` are the first and last day allowed; set them in the form's
    ``__init__`` when they depend on today, which the view passes in.
    """

    widget = DayWidget

    def __init__(
        self,
        *,
        what: str = "",
        not_before: date | None = None,
        not_after: date | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self.what = what
        self.not_before = not_before
        self.not_after = not_after

    def named(self) -> str:
        """What the date is called inside a sentence."""
        label = starting_small(str(self.label or "date"))
        return self.what or (f"“{self.label}”" if label.endswith("?") else f"the {label}")

    def prepare_value(self, value: Any) -> Any:
        """A stored date as what would have been typed."""
        if isinstance(value, date):
            return TypedDay(str(value.day), str(value.month), str(value.year))
        return value or TypedDay()

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether another day was typed than the one that was there, however it was written."""
        try:
            return self.to_python(initial) != self.to_python(data)
        except ValidationError:
            return True

    def to_python(self, value: Any) -> date | None:
        """The day that was typed, or an error that says what to do about which box."""
        if value is None or isinstance(value, date):
            return value
        missing = value.missing
        if len(missing) == len(PARTS):
            return None
        if missing:
            sentence = f"must include a {listing(missing)}"
            raise _wrong(f"{_capital(self.named())} {sentence}.", *missing)
        return _real_day(_day_number(value.day), _month_number(value.month), _year(value.year))

    def validate(self, value: date | None) -> None:
        """Something was typed where something is needed, and it lies where it may."""
        if value is None:
            if self.required:
                raise ValidationError(self.error_messages["required"], code="required")
            return
        if self.not_before and value < self.not_before:
            raise _wrong(
                f"{_capital(self.named())} must be {in_words(self.not_before)} or later.", *PARTS
            )
        if self.not_after and value > self.not_after:
            raise _wrong(
                f"{_capital(self.named())} must be {in_words(self.not_after)} or earlier.", *PARTS
            )


def _wrong(sentence: str, *parts: str) -> ValidationError:
    """The sentence, and which of the boxes it is about."""
    return ValidationError(sentence, code="day", params={"parts": parts})


def _day_number(typed: str) -> int:
    found = ORDINAL.fullmatch(typed)
    if not found or not 1 <= int(found[1]) <= 31:
        raise _wrong("The day must be a number from 1 to 31.", "day")
    return int(found[1])


def _month_number(typed: str) -> int:
    if typed.isdecimal() and len(typed) <= MOST_DIGITS and 1 <= int(typed) <= len(MONTHS):
        return int(typed)
    name = typed.lower().rstrip(".")
    if len(name) >= SHORTEST_MONTH_NAME:
        # “sept” is the one usual short form that is longer than three letters.
        for position, month in enumerate(MONTHS, start=1):
            if month.startswith(name):
                return position
    raise _wrong("The month must be a number from 1 to 12 or a name, like May.", "month")


def _year(typed: str) -> int:
    if not typed.isdecimal() or len(typed) != YEAR_LENGTH or int(typed) == 0:
        raise _wrong("The year must have four numbers, like 2011.", "year")
    if not FIRST_YEAR <= int(typed) <= LAST_YEAR:
        raise _wrong(f"The year must be from {FIRST_YEAR} to {LAST_YEAR}.", "year")
    return int(typed)


def _real_day(day: int, month: int, year: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        name = MONTHS[month - 1].capitalize()
        raise _wrong(
            f"There is no {day} {name} {year}. Check the day and the month.", "day", "month"
        ) from None


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
