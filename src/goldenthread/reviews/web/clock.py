"""The clock of a review, as the component “clock” shows it, with how its sum was made."""

from typing import TYPE_CHECKING, Any

from goldenthread.domain.visibility import Material
from goldenthread.reviews import moments
from goldenthread.reviews.queries.clock import (
    Running,
    TimeWarning,
    clocks_of,
    main_clock_of,
    warnings_of,
)
from goldenthread.reviews.queries.parts import Parts

if TYPE_CHECKING:
    from goldenthread.reviews.models import Review


def clock_words(review: "Review", parts: Parts) -> dict[str, Any]:
    """``clock`` (None before the decision), what is due, and how the day was worked out and moved.

    Also None for those who do not see the timetable: an extension is part of it.
    """
    if not parts.see(Material.TIMETABLE):
        return {"clock": None}
    return _words(main_clock_of(review, today=moments.today()))


def clock_and_warnings(review: "Review", parts: Parts) -> dict[str, Any]:
    """The same, and ``warnings`` of every clock that somebody with these parts sees."""
    if not parts.see(Material.TIMETABLE):
        return {"clock": None, "warnings": [], "sees_timetable": False}
    clocks = clocks_of(review, parts, today=moments.today())
    main = next((one for one in clocks if one.rule.is_main), None)
    others: list[TimeWarning] = warnings_of([one for one in clocks if not one.rule.is_main])
    # The main clock is shown whole, and says by itself whether it is late.
    soon = warnings_of([main]) if main and not main.is_late else []
    words = _words(main) if main else {"clock": None}
    return {**words, "warnings": [*others, *soon], "sees_timetable": True}


def _words(main: Running) -> dict[str, Any]:
    if main.clock is None or main.worked is None:
        return {"clock": None}
    told = [f"{main.worked.sum}.", f"{main.clock.extended}." if main.clock.extensions else ""]
    return {
        "clock": main.clock,
        "clock_title": main.rule.name,
        "clock_note": " ".join(told).strip(),
    }
