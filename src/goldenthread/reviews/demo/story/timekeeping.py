"""What the invented Board says about its time, and whom it tells: the words of the demo’s timetable and notices."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Asked:
    """One request for more time and its answer. ``granted_until`` is None where it was refused."""

    on: date
    until: date
    reason: str
    answered_on: date
    granted_until: date | None
    answer: str
    answered_for: str = ""


@dataclass(frozen=True, slots=True)
class Timekeeping:
    """How the time of the long case was kept: days by hand, a day planned anew, more time asked for."""

    incident_on: date
    reached_chair_on: date
    milestone: str
    planned_on: date
    planned_because: str
    asked: tuple[Asked, ...]


LONG_CASE = Timekeeping(
    incident_on=date(2011, 5, 9),
    reached_chair_on=date(2011, 5, 12),
    milestone="chronologies",
    planned_on=date(2011, 8, 18),
    planned_because="Two agencies are looking for paper files of a clinic that has closed.",
    asked=(
        Asked(
            on=date(2011, 10, 3),
            until=date(2012, 1, 9),
            reason="The post-mortem report is awaited, and two authors have left their agencies.",
            answered_on=date(2011, 10, 6),
            granted_until=None,
            answer="Both agencies have named a second author, and the review does not ask how the child died. "
            "There is time enough.",
        ),
        Asked(
            on=date(2011, 11, 14),
            until=date(2012, 1, 9),
            reason="The trial is listed for 5 December. The Board was to meet on 6 December.",
            answered_on=date(2011, 11, 21),
            granted_until=date(2011, 12, 23),
            answer="The trial must not be put at risk. An extraordinary meeting of the Board is asked for meanwhile.",
            answered_for="the department",
        ),
    ),
)

WAITING = "The family asked to see the report with their advocate, who is away until the end of the month."
"""Why more time is asked for in the case that rests before the Board."""

HELD_BACK = (
    "The police ask that the family is told together with their liaison officer, on Thursday. "
    "Agreed with the senior investigating officer; looked at again on Friday."
)

TOLD_HERE = "Reads the outcome here."
IN_PERSON = "The letter was handed over and read together."


def told_as(recipient: str, agency: str, label: str) -> str:
    """Who was told, in words that name nobody of the family."""
    offices = {
        "inspectorate": "Regional social care team",
        "department": "Safeguarding group, duty desk",
        "health-authority": "Director of nursing",
        "commissioner": "Designated nurse",
        "family": f"The mother and the grandmother of {label}",
        "referrer": "The referrer",
        "agency": f"The chief officer, {agency}",
    }
    return offices.get(recipient, recipient)
