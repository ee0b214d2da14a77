"""Other proceedings beside a review, what is held back for them, and what is disclosed to them (P6)."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from django.db.models import F, Max, QuerySet

from goldenthread.accounts.models import Agency, Person
from goldenthread.anonymity import Decision, find
from goldenthread.domain import proceedings as rules
from goldenthread.domain.answers import Answer
from goldenthread.domain.proceedings import OpenHold
from goldenthread.domain.roles import Permission
from goldenthread.reviews.models import Disclosure, Hold, HoldLookedAt, Proceeding, Review
from goldenthread.reviews.queries import register as registers
from goldenthread.reviews.queries.parts import parts_in, parts_in_each


def may_keep_proceedings(person: Person, review: Review) -> Answer:
    """Whether the person keeps proceedings, holds and disclosure: at any stage, for courts keep their own time."""
    return parts_in(person, review).may(Permission.KEEP_PROCEEDINGS)


def proceedings(person: Person, review: Review) -> QuerySet[Proceeding]:
    """The other proceedings, those still open first."""
    found = Proceeding.objects.visible_to(person).filter(review=review).select_related("saved_by")
    return found.order_by(F("ended_on").desc(nulls_first=True), "id")


def proceeding_in(person: Person, review: Review, proceeding_id: int) -> Proceeding | None:
    """One of them, or None."""
    return Proceeding.objects.visible_to(person).filter(review=review, pk=proceeding_id).first()


def next_days(person: Person, review: Review) -> list[Proceeding]:
    """The open proceedings with a next known day, soonest first: for the timetable."""
    found = Proceeding.objects.visible_to(person).filter(review=review, ended_on=None)
    return list(found.exclude(next_on=None).order_by("next_on", "id"))


def holds(person: Person, review: Review) -> QuerySet[Hold]:
    """What is or was held back, as far as it is the person's business: open first, soonest to look at first."""
    return (
        Hold.objects.visible_to(person)
        .filter(review=review)
        .select_related("agency", "proceeding", "placed_by", "lifted_by")
        .order_by(F("lifted_on").desc(nulls_first=True), "look_again_on", "id")
    )


def hold_in(person: Person, review: Review, hold_id: int) -> Hold | None:
    """One of them, or None."""
    return holds(person, review).filter(pk=hold_id).first()


def looked_at(person: Person, review: Review) -> dict[int, list[HoldLookedAt]]:
    """When each hold was looked at again, oldest first, by the id of the hold."""
    found: dict[int, list[HoldLookedAt]] = defaultdict(list)
    rows = HoldLookedAt.objects.visible_to(person).filter(review=review)
    for one in rows.select_related("recorded_by"):
        found[one.hold_id].append(one)
    return dict(found)


def holds_publication(person: Person, review: Review) -> Answer:
    """Whether publication is held back, and by whom until when: the page and the service ask this."""
    return rules.holds_publication(_open(_held(person, review, Hold.PUBLICATION)))


def holds_interview(person: Person, review: Review, agency: Agency, whose: str) -> Answer:
    """Whether the interview of this professional of this agency, known by label or post, is held back."""
    held = _held(person, review, Hold.INTERVIEW).filter(agency=agency)
    wanted = whose.strip().casefold()
    return rules.holds_interview(_open(one for one in held if one.whose.casefold() == wanted))


def holds_to_look_at(person: Person, today: date) -> list[Hold]:
    """Across reviews, the open holds whose day to look again has come, for those who keep them; longest overdue first."""
    due = (
        Hold.objects.visible_to(person)
        .filter(lifted_on=None, look_again_on__lte=today)
        .select_related("review", "agency")
        .order_by("look_again_on", "id")
    )
    found = list(due)
    parts = parts_in_each(person, list({one.review_id: one.review for one in found}.values()))
    return [one for one in found if Permission.KEEP_PROCEEDINGS in parts[one.review_id].permissions]


def disclosures(person: Person, review: Review) -> QuerySet[Disclosure]:
    """The lines of the disclosure schedule that are the person's business, by number."""
    return (
        Disclosure.objects.visible_to(person)
        .filter(review=review)
        .select_related("agency", "proceeding", "decided_by", "recorded_by")
    )


def disclosure_numbered(person: Person, review: Review, number: int) -> Disclosure | None:
    """One line, or None."""
    return disclosures(person, review).filter(number=number).first()


def next_number(person: Person, review: Review) -> int:
    """The number of the next line of the schedule. Ask while the review is locked."""
    highest = disclosures(person, review).aggregate(highest=Max("number"))["highest"]
    return (highest or 0) + 1


def names_in(person: Person, review: Review, text: str, *, in_doubt: bool) -> list[str]:
    """The words in a text by which the register of who is who knows somebody; with doubtful ones where asked."""
    spans = find(text, registers.register_of(person, review))
    return [
        span.text
        for span in spans
        if span.candidates and (in_doubt or span.decision is Decision.REPLACE)
    ]


def _held(person: Person, review: Review, of: str) -> QuerySet[Hold]:
    return Hold.objects.visible_to(person).filter(review=review, of=of, lifted_on=None)


def _open(found: Iterable[Hold]) -> list[OpenHold]:
    return [OpenHold(one.asked_by, one.look_again_on) for one in found]
