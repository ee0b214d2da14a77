"""Other proceedings beside the review: kept apart from it, and what they may hold back (P6, P21).

The review does not ask how a child died or who is to blame. Proceedings that do have files and people
of their own; here is kept only that there are any, how they stand, and what the review holds back for
their sake. A hold is always on one thing: it never stops the review.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from goldenthread.domain.answers import YES, Answer
from goldenthread.domain.deadlines import in_words
from goldenthread.domain.duties import Duty, carries_out


@dataclass(frozen=True, slots=True)
class ProceedingKind:
    """One kind of other proceeding. Of a ``bare`` one nothing is kept but that there is one (P21)."""

    key: str
    name: str
    before: str
    """Before whom it is, as an example for whoever records it."""
    is_bare: bool = False


KINDS: tuple[ProceedingKind, ...] = (
    ProceedingKind("criminal", "Criminal investigation or trial", "the police force or the court"),
    ProceedingKind("coroner", "Coroner’s inquest", "the coroner"),
    ProceedingKind("family_court", "Family court proceedings", "the court"),
    ProceedingKind(
        "disciplinary", "Disciplinary or regulatory", "the employer or the regulator", True
    ),
    ProceedingKind("complaint", "Complaint or claim", "the agency, ombudsman or court"),
    ProceedingKind("other_review", "Another statutory review", "the body that carries it out"),
)
"""The kinds, as data: a partnership whose law knows another adds a line."""

KIND: dict[str, ProceedingKind] = {kind.key: kind for kind in KINDS}


class DisclosureDecision(StrEnum):
    """What was decided about one document that was asked for."""

    WHOLE = "whole"
    REDACTED = "redacted"
    REFUSED = "refused"
    LEFT_TO_COURT = "left_to_court"


DISCLOSURE_WORDS: dict[DisclosureDecision, str] = {
    DisclosureDecision.WHOLE: "Disclosed whole",
    DisclosureDecision.REDACTED: "Disclosed with parts taken out",
    DisclosureDecision.REFUSED: "Not disclosed",
    DisclosureDecision.LEFT_TO_COURT: "Left to the court to decide",
}


@dataclass(frozen=True, slots=True)
class OpenHold:
    """A hold that has not been lifted, as the rules need it: who asked for it, and when it is looked at again."""

    asked_by: str
    look_again_on: date


@carries_out(Duty.P6)
def may_keep_proceeding(
    *, kind: str, body: str, kept: Iterable[str], began_on: date | None, ended_on: date | None
) -> Answer:
    """A proceeding is kept with its kind and before whom it is; of a bare kind nothing else (P21).

    ``kept`` are the other things somebody wrote about it (its reference, contact, outcome, a note).
    """
    if kind not in KIND:
        return Answer("Choose what kind of proceeding it is.")
    if not body.strip():
        return Answer(f"Say before whom it is: {KIND[kind].before}.")
    if KIND[kind].is_bare and any(text.strip() for text in kept):
        return Answer(
            "Of disciplinary or regulatory proceedings the review keeps only that there are any."
            " Leave everything else empty."
        )
    if began_on and ended_on and ended_on < began_on:
        return Answer("The proceeding ends before it begins. Change one of the two dates.")
    return YES


@carries_out(Duty.P6)
def may_place_hold(
    *,
    reason: str,
    asked_by: str,
    look_again_on: date,
    today: date,
    holds_interview: bool,
    has_agency: bool,
    whose: str,
    names_found: Iterable[str],
    published: bool = False,
) -> Answer:
    """A hold says what is held, why, who asked for it, and when it is looked at again; and names nobody.

    An interview is held for one professional of one agency, known by label or post. ``names_found`` are
    the words in it by which the register of who is who would know somebody.
    """
    if published and not holds_interview:
        return Answer("The reports have been published, so publication can no longer be held back.")
    if holds_interview and not has_agency:
        return Answer("Say whose interview is held: choose the agency.")
    if holds_interview and not whose.strip():
        return Answer("Say whose interview is held, by label or post.")
    if name := next(iter(names_found), ""):
        return Answer(f"“{name}” is somebody’s name. Write the label or the post instead.")
    if not reason.strip():
        return Answer("Say why it is held back.")
    if not asked_by.strip():
        return Answer("Say who asked for it.")
    return _looked_at_later(look_again_on, today=today)


@carries_out(Duty.P6)
def may_look_again(*, lifted: bool, note: str, look_again_on: date, today: date) -> Answer:
    """A hold that was looked at and stays says what was found, and the next day it is looked at."""
    if lifted:
        return Answer("The hold has been lifted.")
    if not note.strip():
        return Answer("Say what was found, and why the hold stays.")
    return _looked_at_later(look_again_on, today=today)


@carries_out(Duty.P6)
def may_lift(*, lifted: bool, because: str) -> Answer:
    """A hold is lifted once, with a reason. The others stay."""
    if lifted:
        return Answer("The hold has already been lifted.")
    return YES if because.strip() else Answer("Say why the hold is lifted.")


@carries_out(Duty.P6)
def holds_publication(holds: Iterable[OpenHold]) -> Answer:
    """Publication waits for every open hold on it; the answer names the first to be looked at again."""
    open_holds = sorted(holds, key=lambda hold: hold.look_again_on)
    if not open_holds:
        return YES
    first, others = open_holds[0], len(open_holds) - 1
    more = f" {others} more {'hold is' if others == 1 else 'holds are'} open." if others else ""
    return Answer(
        f"Publication is held back. {_capital(first.asked_by)} asked for it, and the hold is looked at again on"
        f" {in_words(first.look_again_on)}.{more}"
    )


@carries_out(Duty.P6)
def holds_interview(holds: Iterable[OpenHold]) -> Answer:
    """One interview waits for the open holds on it, and for no other."""
    open_holds = sorted(holds, key=lambda hold: hold.look_again_on)
    if not open_holds:
        return YES
    first = open_holds[0]
    return Answer(
        f"This interview is held back. {_capital(first.asked_by)} asked for it, and the hold is looked at again on"
        f" {in_words(first.look_again_on)}."
    )


@carries_out(Duty.P6)
def may_decide_on_disclosure(
    *, decided: bool, decision: str, redactions: str, reason: str
) -> Answer:
    """A request is answered once; what is taken out is listed, and what is refused has its reason."""
    if decided:
        return Answer("This request has been answered. A new request is a new line.")
    if decision not in list(DisclosureDecision):
        return Answer("Choose what was decided.")
    if decision == DisclosureDecision.REDACTED and not redactions.strip():
        return Answer("Say what is taken out of the document.")
    if decision == DisclosureDecision.REFUSED and not reason.strip():
        return Answer("Say why the document is not disclosed.")
    return YES


@carries_out(Duty.P6)
def may_serve(*, decision: str, served: bool) -> Answer:
    """A document is served once, after it was decided to disclose it or a court has ordered it."""
    if served:
        return Answer("It has already been recorded when the document was served.")
    if not decision:
        return Answer("Record first what was decided about the request.")
    if decision == DisclosureDecision.REFUSED:
        return Answer("The document is not disclosed, so it is not served.")
    return YES


def _looked_at_later(look_again_on: date, *, today: date) -> Answer:
    if look_again_on > today:
        return YES
    return Answer("Give a day still to come on which the hold is looked at again.")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
