"""The clock of a review, as the component “clock” shows it, with how its sum was made."""

from typing import TYPE_CHECKING, Any

from goldenthread.domain.visibility import Material
from goldenthread.reviews import moments
from goldenthread.reviews.queries.clock import main_clock_of
from goldenthread.reviews.queries.parts import Parts

if TYPE_CHECKING:
    from goldenthread.reviews.models import Review


def clock_words(review: "Review", parts: Parts) -> dict[str, Any]:
    """``clock`` (None before the decision), what is due, and how the day was worked out and moved.

    Also None for those who do not see the timetable: an extension is part of it.
    """
    if not parts.see(Material.TIMETABLE):
        return {"clock": None}
    main = main_clock_of(review, today=moments.today())
    if main.clock is None or main.worked is None:
        return {"clock": None}
    told = [f"{main.worked.sum}.", f"{main.clock.extended}." if main.clock.extensions else ""]
    return {
        "clock": main.clock,
        "clock_title": main.rule.name,
        "clock_note": " ".join(told).strip(),
    }
