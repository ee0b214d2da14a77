"""Forming the panel and asking the agencies: when, by whom, for what (P7, P10, P11)."""

from datetime import date

from goldenthread.domain.answers import YES, Answer
from goldenthread.domain.contributions import FORMS, Form
from goldenthread.domain.deadlines import in_words
from goldenthread.domain.duties import Duty, carries_out
from goldenthread.domain.process import Stage
from goldenthread.domain.roles import ROLES, Role

APPOINTED = (Role.PANEL_CHAIR, Role.PANEL_MEMBER, Role.OVERVIEW_AUTHOR)
"""The parts that are given by appointment; an agency names its author itself."""

_FORMED = (Stage.PANEL, Stage.EVIDENCE, Stage.SYNTHESIS, Stage.SIGN_OFF)
_ASKED = (Stage.PANEL, Stage.EVIDENCE)
_ORDER = tuple(Stage)


@carries_out(Duty.P10)
def may_form_panel(*, stage: Stage) -> Answer:
    """People join the panel from the decision that there is a review until the reports are approved."""
    return _open_at(
        stage,
        _FORMED,
        early="The panel is formed once it has been decided that there is a review.",
        late="The reports have been approved, so the panel’s work is done.",
    )


@carries_out(Duty.P10)
def may_hold(
    *, role: Role, person: str, agency: str, is_of_this_review: bool, works_for_agency: bool
) -> Answer:
    """Whether the part is one that is given here, to somebody who can hold it for this agency.

    ``agency`` is the name of the agency the part would be held for, "" for none. A panel member is a
    senior manager of a member agency; nobody else on the panel sits there for one (P10).
    """
    if role not in APPOINTED:
        return Answer(f"The {ROLES[role].name} is not appointed here.")
    if agency and not is_of_this_review:
        return Answer("Choose one of the agencies in the list.")
    if role is not Role.PANEL_MEMBER:
        return Answer("This part is not held for an agency.") if agency else YES
    if not agency:
        return Answer("Say which agency the panel member is a senior manager of.")
    if not works_for_agency:
        return Answer(f"{person} does not work for {agency}. Choose one of its senior managers.")
    return YES


@carries_out(Duty.P10, Duty.P11)
def may_take_over(*, role: Role, agency: str, held_by: str) -> Answer:
    """A part is one person's at a time; whoever held it before has left first."""
    if not held_by:
        return YES
    of_agency = f" for {agency}" if agency else ""
    return Answer(
        f"{held_by} is already the {ROLES[role].name.lower()}{of_agency}."
        " If they have left, record that first."
    )


@carries_out(Duty.P7)
def may_ask_for_contribution(*, stage: Stage) -> Answer:
    """Agencies are asked, and what they are asked for is changed, until the evidence has been handed over."""
    return _open_at(
        stage,
        _ASKED,
        early="Agencies are asked once it has been decided that there is a review.",
        late="The evidence is in, so no more agencies are asked. The panel chair can go back to the agencies.",
    )


@carries_out(Duty.P7)
def may_ask(
    *, agency: str, was_scoped: bool, asked_until: date | None, form: Form, because: str
) -> Answer:
    """One agency is asked once, after it was asked whether it was involved; for nothing only with a reason."""
    if asked_until is not None:
        return Answer(f"{agency} has already been asked, and has until {in_words(asked_until)}.")
    if not was_scoped:
        return Answer(
            f"{agency} has not been asked whether it was involved. Ask that first, under Scoping."
        )
    if form is Form.NONE and not because.strip():
        return Answer(f"Say why {agency} is asked for nothing.")
    return YES


@carries_out(Duty.P7)
def may_be_due_on(day: date, *, today: date) -> Answer:
    """An agency is given a day that is still to come."""
    return YES if day >= today else Answer("Give the agency a date that is still to come.")


@carries_out(Duty.P7)
def may_change_due_day(
    *, due_on: date, was_due_on: date, today: date, still_owed: bool, because: str
) -> Answer:
    """Another day is given with a reason, while something is still owed. The first day is kept."""
    if not still_owed:
        return Answer("Everything the agency was asked for is in, so its day is no longer changed.")
    if not (answer := may_be_due_on(due_on, today=today)):
        return answer
    if due_on == was_due_on:
        return Answer(f"The agency already has until {in_words(was_due_on)}. Give another day.")
    return YES if because.strip() else Answer("Say why the agency is given another day.")


@carries_out(Duty.P7)
def may_change_form(
    *,
    form: Form,
    was: Form,
    chronology_submitted: bool,
    report_submitted: bool,
    because: str,
) -> Answer:
    """An agency may be asked for more or for less, with a reason; what it has brought is not unasked."""
    asks = FORMS[form]
    if form is was:
        return Answer(f"The agency is already asked for this: {asks.name.lower()}.")
    if chronology_submitted and not asks.wants_chronology:
        return Answer("The agency has submitted its chronology, so it cannot be left out now.")
    if report_submitted and not asks.wants_report:
        return Answer("The agency has submitted its report, so it cannot be left out now.")
    return YES if because.strip() else Answer("Say why the agency is asked for something else.")


@carries_out(Duty.P11)
def may_name_author(*, stage: Stage, asked: bool) -> Answer:
    """An agency names its author once it has been asked to bring something, and while evidence is open."""
    answer = _open_at(
        stage,
        _ASKED,
        early="An agency names its author once it has been decided that there is a review.",
        late="The evidence is in, so the agency needs no author now.",
    )
    if answer and not asked:
        return Answer("Your agency has not been asked for a contribution yet.")
    return answer


@carries_out(Duty.P11)
def may_write_for(*, person: str, agency: str, works_elsewhere: bool) -> Answer:
    """An author is of the agency's own people or independent, never of another agency (P11)."""
    if works_elsewhere:
        return Answer(f"{person} works for another agency. Choose somebody of {agency}’s own.")
    return YES


def _open_at(stage: Stage, stages: tuple[Stage, ...], *, early: str, late: str) -> Answer:
    if stage in stages:
        return YES
    return Answer(early if _ORDER.index(stage) < _ORDER.index(stages[0]) else late)
