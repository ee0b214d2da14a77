"""The terms of reference: written by the panel, approved, never changed once approved, shared anew with each version."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from goldenthread.domain.answers import YES, Answer
from goldenthread.domain.duties import Duty, carries_out
from goldenthread.domain.process import Stage
from goldenthread.domain.roles import Role

_OPEN = (Stage.PANEL, Stage.EVIDENCE, Stage.SYNTHESIS)

WORK_FROM_TERMS: frozenset[Role] = frozenset(
    {
        Role.PANEL_CHAIR,
        Role.PANEL_MEMBER,
        Role.AGENCY_AUTHOR,
        Role.OVERVIEW_AUTHOR,
        Role.INTERVIEWEE,
    }
)
"""The parts in a review whose holders work from the terms: every approved version is shared with them.
So it is with the senior officers of the agencies that are asked to contribute."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of enquiry. Its number stays its own: “line 3” means the same in every paper and version."""

    number: int
    text: str


@carries_out(Duty.P10)
def numbered(
    kept: Mapping[int, str], added: Sequence[str], *, approved: Iterable[Line]
) -> tuple[Line, ...]:
    """The lines of the version being written, each with its number.

    ``kept`` are the lines that the version has already, as they now read, ``added`` the new ones, and
    ``approved`` every line of every approved version. A line that was approved keeps its number, also
    reworded; one that is left out leaves it unused for good. Blank lines are left out, and numbers that
    nobody can have cited yet are given afresh, so that they have no gaps.
    """
    cited = {line.number for line in approved}
    lines = [
        Line(number, text.strip())
        for number, text in sorted(kept.items())
        if number in cited and text.strip()
    ]
    fresh = [text for number, text in sorted(kept.items()) if number not in cited]
    new = [text.strip() for text in (*fresh, *added) if text.strip()]
    return (
        *lines,
        *(Line(number, text) for number, text in enumerate(new, max(cited, default=0) + 1)),
    )


def no_longer_asked(lines: Iterable[Line], *, approved: Iterable[Line]) -> tuple[int, ...]:
    """The numbers that an approved version had and this one has not; they stay unused."""
    here = {line.number for line in lines}
    return tuple(sorted({line.number for line in approved} - here))


@carries_out(Duty.P10)
def may_write_terms(*, stage: Stage) -> Answer:
    """Terms are written once there is to be a review, and may be revised until the reports are handed in."""
    if stage in _OPEN:
        return YES
    return Answer(
        "The terms are written when the panel is formed, and changed until the reports are put up for approval."
    )


@carries_out(Duty.P10)
def may_be_period(period_from: date, period_to: date) -> Answer:
    """A period under review runs forwards."""
    if period_to < period_from:
        return Answer("The period under review ends before it begins. Change one of the two dates.")
    return YES


@carries_out(Duty.P10)
def may_approve_terms(
    *,
    stage: Stage,
    version: int,
    period_from: date,
    period_to: date,
    subjects: str,
    lines_of_enquiry: int,
    change: str,
    approved: bool,
) -> Answer:
    """A version is approved once, when it says which time, whom, and what is asked; a later one, what it changes.

    What it changes is told to everybody who works from the terms, when the version is shared with them.
    """
    if not (answer := may_write_terms(stage=stage)):
        return answer
    if approved:
        return Answer("These terms have been approved. To change them, write a new version.")
    if not (answer := may_be_period(period_from, period_to)):
        return answer
    if not subjects.strip():
        return Answer("Say whom the review is about.")
    if not lines_of_enquiry:
        return Answer("Give at least one question that the review is to answer.")
    if version > 1 and not change.strip():
        return Answer(
            "Say what this version changes, and why: everybody who works from the terms is told."
        )
    return YES
