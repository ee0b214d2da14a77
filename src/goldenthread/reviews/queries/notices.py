"""The letters to those who must be told, made from the record, and whether somebody may record that they were."""

from collections.abc import Sequence

from goldenthread.accounts.models import Agency, Contact, Person
from goldenthread.domain.answers import Answer
from goldenthread.domain.letters import LetterFacts, LetterText, written
from goldenthread.domain.notices import Letter, Occasion, Target
from goldenthread.domain.process import Stage
from goldenthread.domain.roles import Permission
from goldenthread.reviews import moments
from goldenthread.reviews.models import Decision, Involvement, Review
from goldenthread.reviews.queries.clock import clock_of
from goldenthread.reviews.queries.parts import parts_in
from goldenthread.reviews.queries.telling import Happened, Line, lines_of, to_be_told_of


def may_give_notice(person: Person, review: Review) -> Answer:
    """Whether the person writes to those who must be told, and records who was: pages and services ask this."""
    return parts_in(person, review).may(Permission.GIVE_NOTICE)


def happened_in(person: Person, review: Review, about: str) -> Happened | None:
    """The decision or sign-off that is to be told; None while there is none."""
    return next((one for one in to_be_told_of(person, review) if one.about == about), None)


def line_of(
    person: Person, review: Review, happened: Happened, *, recipient: str, agency: Agency | None
) -> Line | None:
    """One line of the list: a recipient, and which agency; None for one who is not on it."""
    address = (recipient, agency.pk if agency else None)
    lines = lines_of(person, review, happened)
    return next((line for line in lines if line.target.address == address), None)


def agency_told(review: Review, key: str) -> Agency | None:
    """The agency of the review's Board with this key."""
    return Agency.objects.filter(partnership=review.partnership_id, key=key).first()


def agency_keys(ids: Sequence[int]) -> dict[int, str]:
    """The keys of these agencies in addresses, by their ids."""
    return dict(Agency.objects.filter(pk__in=ids).values_list("pk", "key"))


def letter_to(person: Person, review: Review, happened: Happened, target: Target) -> LetterText:
    """The letter to this recipient as the person would sign it today."""
    return written(
        target.recipient.letter,
        _facts(person, review, happened, target),
        to=target.name,
        dated=moments.today(),
        signed=tuple(line for line in (person.name, person.job_title) if line),
    )


def _facts(person: Person, review: Review, happened: Happened, target: Target) -> LetterFacts:
    decision = to_be_told_of(person, review)[0].record
    if not isinstance(decision, Decision):
        raise TypeError("What is told first is always the decision.")
    outcome = review.type.outcome(decision.outcome)
    is_review = review.type.step(outcome.step).to_stage is Stage.PANEL
    clock = clock_of(review, today=moments.today()) if is_review else None
    # Only an authority reads the reasons; elsewhere they are not even at hand.
    is_told_why = target.recipient.letter is Letter.AUTHORITY
    return LetterFacts(
        about=happened.about,
        nouns=review.type.nouns,
        board=review.partnership.name,
        reference=review.reference or "",
        label=review.label,
        happened_on=happened.on,
        outcome=outcome.words,
        is_review=is_review,
        reasons=decision.reasons if is_told_why else "",
        due_on=clock.due if clock and happened.about is Occasion.DECISION else None,
        contact=_contact(person, review),
        is_involved=_is_involved(person, review, target),
    )


def _is_involved(person: Person, review: Review, target: Target) -> bool:
    """An agency that has not answered yet is taken to be involved until it says otherwise."""
    answers = Involvement.objects.visible_to(person).filter(
        review=review, agency=target.agency_id, answer=Involvement.NOT_INVOLVED
    )
    return target.agency_id is None or not answers.exists()


def _contact(person: Person, review: Review) -> str:
    """The Board's office as it is reached; else the Board's own address; else whoever writes."""
    office = Contact.objects.filter(
        partnership=review.partnership_id, agency=None, kind=Contact.BOARD_OFFICE
    ).first()
    if office is not None:
        ways = [office.name, office.phone, office.email]
    else:
        ways = [person.name, review.partnership.contact or person.email]
    return ", ".join(way for way in ways if way)
