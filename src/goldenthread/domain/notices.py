"""Who must be told of a decision, whichever way it went, and who has been: nothing is told by silence."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from goldenthread.domain.answers import YES, Answer
from goldenthread.domain.deadlines import in_words
from goldenthread.domain.duties import Duty, carries_out


class Occasion(StrEnum):
    """What somebody is told of."""

    DECISION = "decision"
    SIGN_OFF = "sign_off"


class Letter(StrEnum):
    """Which letter is written to a recipient: what it may say differs."""

    AUTHORITY = "authority"
    """To an inspectorate, a department, a health authority: the decision, its date and its reasons."""
    AGENCY = "agency"
    """To an agency that was asked: the decision and what it asks of the agency."""
    FAMILY = "family"
    """To the family: plain and kind, without reasons that quote anybody."""
    REFERRER = "referrer"
    """To whoever referred the case: the outcome and nothing else."""


class Way(StrEnum):
    """How somebody was told, or that they are not told yet for a reason."""

    LETTER = "letter"
    SECURE_EMAIL = "secure_email"
    IN_PERSON = "in_person"
    TELEPHONE = "telephone"
    HERE = "here"
    HELD_BACK = "held_back"


WAY_WORDS: dict[Way, str] = {
    Way.LETTER: "By letter",
    Way.SECURE_EMAIL: "By secure e-mail, with the letter attached",
    Way.IN_PERSON: "In person, with the letter handed over",
    Way.TELEPHONE: "By telephone, with the letter following",
    Way.HERE: "They read it here, in this review",
    Way.HELD_BACK: "Not yet: telling them is held back for a reason",
}


@dataclass(frozen=True, slots=True)
class Recipient:
    """One kind of recipient on a review type's list.

    ``name`` is how it stands on the list; ``each_agency`` that every agency that was asked is one.
    ``is_required``: what is outstanding warns; otherwise it is told where it fits the case.
    """

    key: str
    name: str
    letter: Letter
    about: tuple[Occasion, ...]
    is_required: bool = True
    each_agency: bool = False
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Target:
    """Somebody to be told: a recipient, and which agency where there is one each."""

    recipient: Recipient
    name: str
    agency_id: int | None = None

    @property
    def address(self) -> tuple[str, int | None]:
        """What finds it among the notices that were given."""
        return (self.recipient.key, self.agency_id)


@dataclass(frozen=True, slots=True)
class Told:
    """One notice that was given: to whom, when and how."""

    recipient: str
    agency_id: int | None
    told_on: date
    way: Way


def targets(
    recipients: Sequence[Recipient], about: Occasion, *, agencies: Sequence[tuple[int, str]]
) -> list[Target]:
    """Everybody to be told of this, the agencies that were asked one by one (id and name)."""
    found: list[Target] = []
    for recipient in recipients:
        if about not in recipient.about:
            continue
        if recipient.each_agency:
            found += [Target(recipient, name, agency_id) for agency_id, name in agencies]
        else:
            found.append(Target(recipient, recipient.name))
    return found


@carries_out(Duty.P9)
def outstanding(to_tell: Sequence[Target], given: Sequence[Told]) -> list[Target]:
    """Those who must be told and have not been. One who is held back is still outstanding."""
    told = {(one.recipient, one.agency_id) for one in given if one.way is not Way.HELD_BACK}
    return [
        target for target in to_tell if target.recipient.is_required and target.address not in told
    ]


@carries_out(Duty.P9)
def all_told_on(to_tell: Sequence[Target], given: Sequence[Told]) -> date | None:
    """The day on which the last of those who must be told was told; None while any is outstanding."""
    required = {target.address for target in to_tell if target.recipient.is_required}
    if not required or outstanding(to_tell, given):
        return None
    first: dict[tuple[str, int | None], date] = {}
    for one in sorted(given, key=lambda told: told.told_on):
        if one.way is not Way.HELD_BACK:
            first.setdefault((one.recipient, one.agency_id), one.told_on)
    return max(day for address, day in first.items() if address in required)


@carries_out(Duty.P9)
def may_give_notice(
    *, told_on: date, happened_on: date, today: date, way: Way, note: str, name: str
) -> Answer:
    """Somebody is told on a day since it happened, by name; to hold back needs the reason."""
    if told_on > today:
        return Answer("Enter the day they were told, which cannot be in the future.")
    if told_on < happened_on:
        return Answer(
            f"This happened on {in_words(happened_on)}; nobody can have been told of it before."
        )
    if way is Way.HELD_BACK and not note.strip():
        return Answer("Say why they are not told yet, and who agreed to that.")
    if not name.strip():
        return Answer("Say who was told: the person or the office.")
    return YES
