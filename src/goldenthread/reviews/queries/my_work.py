"""What waits for a person across all their reviews, and what they wait for. Derived, never stored."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.timezone import localdate

from goldenthread.accounts.models import Person
from goldenthread.domain.process import Readiness, Stage
from goldenthread.domain.readiness import ReviewFacts
from goldenthread.domain.roles import ROLES, Permission, Role
from goldenthread.domain.terms import may_write_terms as may_write_terms_at
from goldenthread.reviews.models import Contribution, Involvement, Membership, Review
from goldenthread.reviews.queries.clock import clock_of
from goldenthread.reviews.queries.facts import facts_of, facts_of_each
from goldenthread.reviews.queries.parts import Parts, parts_in_each
from goldenthread.reviews.queries.readiness import ways_out_of_stage
from goldenthread.reviews.queries.referral import may_be_acknowledged, referral_of
from goldenthread.reviews.queries.scoping import may_say_secured
from goldenthread.reviews.queries.terms import may_approve_terms, terms_in_the_making


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do in a review: what, where, by when, and why not yet where it cannot be done."""

    review: Review
    what: str
    page: str
    """The name of the page's address; ``agency`` or ``step`` completes it."""
    agency: str = ""
    step: str = ""
    due_on: date | None = None
    not_yet: str = ""

    @property
    def where(self) -> str:
        """The review, as it is called."""
        return f"{self.review.reference}, {self.review.label}"


@dataclass(frozen=True, slots=True)
class Standing:
    """A review in one line: where it is, whose turn, and whether it is in time."""

    review: Review
    stage: str
    turn_of: str
    turn: str
    days_left: int | None
    page: str = "review_home"

    @property
    def days_late(self) -> int:
        """Days since the due date, once it has passed."""
        return -(self.days_left or 0)


@dataclass(frozen=True, slots=True)
class MyWork:
    """What waits for a person, what they wait for, and what became of the cases they referred."""

    tasks: list[Task]
    waiting: list[Standing]
    referred: list[Review]


@dataclass(frozen=True, slots=True)
class Late:
    """Something an agency owed by a day that has passed."""

    agency: str
    what: str
    due_on: date
    page: str


def tasks_in(
    person: Person, review: Review, parts: Parts, *, facts: ReviewFacts | None = None
) -> list[Task]:
    """What this person can do in the review now: own questions first, then the steps that are theirs.

    ``facts`` are those of the review, where they have been gathered with those of others.
    """
    ways = ways_out_of_stage(review, parts, facts or facts_of(review))
    return [
        *_referral(person, review, parts),
        *_scoping(person, review, parts),
        *_authors(person, review, parts),
        *_contributions(person, review, parts),
        *_verdicts(person, review, parts),
        *_approval(person, review, parts),
        *_turn(review, parts, ways),
        *_steps(review, parts, ways),
    ]


def my_work_in(person: Person, reviews: list[Review], *, today: date) -> MyWork:
    """What waits for the person in these reviews, soonest due first; else whose turn it is.

    A review in which somebody is the referrer alone asks nothing of them: they are told its outcome.
    """
    tasks: list[Task] = []
    waiting: list[Standing] = []
    referred: list[Review] = []
    parts_played, facts = parts_in_each(person, reviews), facts_of_each(reviews)
    for review in reviews:
        parts = parts_played[review.pk]
        if parts.roles == {Role.REFERRER}:
            referred.append(review)
            continue
        mine = tasks_in(person, review, parts, facts=facts[review.pk])
        tasks += mine
        standing = standing_of(review, today=today)
        if not mine and standing.turn_of:
            waiting.append(standing)
    tasks.sort(key=lambda task: (bool(task.not_yet), task.due_on or date.max))
    return MyWork(tasks, waiting, referred)


def only_referred(person: Person, reviews: list[Review]) -> list[Review]:
    """Those in which the person is the referrer and nothing else: they are told the outcome, not the stages."""
    parts = parts_in_each(person, reviews)
    return [review for review in reviews if parts[review.pk].roles == {Role.REFERRER}]


def late_in(person: Person, review: Review, *, today: date) -> Iterator[Late]:
    """What agencies owe the review since before today, as far as the person may see that."""
    if Stage(review.stage) is not Stage.CLOSED:
        unanswered = Involvement.objects.visible_to(person).filter(review=review, answer="")
        for asked in unanswered.filter(due_on__lt=today).select_related("agency"):
            yield Late(asked.agency.name, "answer", asked.due_on, "scoping")
    if Stage(review.stage) is Stage.EVIDENCE:
        owed = Contribution.objects.visible_to(person).filter(review=review, due_on__lt=today)
        for one in owed.select_related("agency"):
            if one.wants_chronology and one.chronology_submitted_at is None:
                yield Late(one.agency.name, "chronology", one.due_on, "panel")
            if one.wants_report and one.report_submitted_at is None:
                yield Late(one.agency.name, review.type.nouns.agency_report, one.due_on, "panel")


def standing_of(review: Review, *, today: date) -> Standing:
    """The review in one line."""
    stage = review.type.stage(Stage(review.stage))
    clock = clock_of(review, today=today)
    return Standing(
        review=review,
        stage=stage.name,
        turn_of=ROLES[stage.owner].name if stage.owner else "",
        turn=stage.turn,
        days_left=clock.days_left if clock and clock.stopped is None else None,
    )


def _scoping(person: Person, review: Review, parts: Parts) -> Iterator[Task]:
    own = parts.agencies(Permission.ANSWER_FOR_AGENCY)
    if not own:
        return
    told = Involvement.objects.visible_to(person).filter(review=review, agency__in=own)
    for one in told.select_related("agency"):
        key = one.agency.key
        if may_say_secured(review, one) and one.waits_to_be_secured:
            # What is told to be secured is due at once.
            what, due = f"Say that the records of {one.agency} are secured", one.told_to_secure_at
            yield Task(review, what, "scoping_secured", agency=key, due_on=due and localdate(due))
        if one.asked_at and not one.answer:
            what = f"Say whether {one.agency} was involved"
            yield Task(review, what, "scoping_answer", agency=key, due_on=one.due_on)


def _referral(person: Person, review: Review, parts: Parts) -> Iterator[Task]:
    """A referral that has come is acknowledged; one that was withdrawn is closed, or considered all the same."""
    receives = Permission.RECEIVE_REFERRALS in parts.permissions
    if Stage(review.stage) is not Stage.REFERRAL or not receives:
        return
    referral = referral_of(person, review)
    if referral is None:
        return
    if may_be_acknowledged(person, referral):
        yield Task(review, "Acknowledge the referral", "referral_acknowledge")
    if referral.withdrawn_at:
        yield Task(review, "Read why the referral was withdrawn", "referral")


def _contributions(person: Person, review: Review, parts: Parts) -> Iterator[Task]:
    if Stage(review.stage) is not Stage.EVIDENCE:
        return
    own = parts.agencies(Permission.BRING_CHRONOLOGY)
    if not own:
        return
    nouns = review.type.nouns
    asked = Contribution.objects.visible_to(person).filter(review=review, agency__in=own)
    for one in asked.select_related("agency"):
        key, due = one.agency.key, one.due_on
        if one.wants_chronology and one.chronology_submitted_at is None:
            yield Task(
                review,
                f"Bring the chronology of {one.agency}",
                "chronology_of",
                agency=key,
                due_on=due,
            )
        if one.wants_report and one.report_submitted_at is None:
            what = f"Write the {nouns.agency_report} of {one.agency}"
            yield Task(review, what, "agency_report", agency=key, due_on=due)


def _authors(person: Person, review: Review, parts: Parts) -> Iterator[Task]:
    """An agency that was asked for a contribution names the author who had nothing to do with the case."""
    own = parts.agencies(Permission.ACCEPT_FOR_AGENCY)
    if not own or Stage(review.stage) not in (Stage.PANEL, Stage.EVIDENCE):
        return
    asked = Contribution.objects.visible_to(person).filter(review=review, agency__in=own)
    named = Membership.objects.visible_to(person).filter(
        review=review, role=Role.AGENCY_AUTHOR, left_on=None
    )
    for one in asked.exclude(agency__in=named.values("agency")).select_related("agency"):
        yield Task(
            review, f"Name the author for {one.agency}", "panel_author", agency=one.agency.key
        )


def _verdicts(person: Person, review: Review, parts: Parts) -> Iterator[Task]:
    """The panel's chair answers every report that has been submitted."""
    if Stage(review.stage) is not Stage.EVIDENCE or Permission.OVERSEE not in parts.permissions:
        return
    submitted = Contribution.objects.visible_to(person).filter(
        review=review, wants_report=True, report_submitted_at__isnull=False, report_accepted_at=None
    )
    for one in submitted.select_related("agency"):
        what = f"Accept or return the {review.type.nouns.agency_report} of {one.agency}"
        yield Task(review, what, "agency_reports")


def _approval(person: Person, review: Review, parts: Parts) -> Iterator[Task]:
    """Terms that say enough wait for the Chair of the Board."""
    if Permission.APPROVE_TERMS not in parts.permissions:
        return
    if not may_write_terms_at(stage=Stage(review.stage)):
        return
    making = terms_in_the_making(person, review)
    if making is not None and may_approve_terms(person, review, making):
        yield Task(review, "Approve the terms of reference", "terms_approve")


_DONE_ON = {
    Stage.PANEL: "panel",
    Stage.SYNTHESIS: "overview",
    Stage.PUBLICATION: "release",
    Stage.FOLLOW_UP: "action_plan",
}
"""Where the stage's own work is done, in stages from which a page of the common kind leads on."""


def _turn(review: Review, parts: Parts, ways: list[Readiness]) -> Iterator[Task]:
    """The stage's work waits for its owner until nothing is missing for the way on."""
    stage = review.type.stage(Stage(review.stage))
    page = _DONE_ON.get(stage.stage)
    if page is None or stage.owner not in parts.roles:
        return
    onward = (way for way in ways if not way.step.needs_reason)
    if any(thing.blocks for way in onward for thing in way.missing):
        yield Task(review, stage.turn.rstrip("."), page)


def _steps(review: Review, parts: Parts, ways: list[Readiness]) -> Iterator[Task]:
    stage = review.type.stage(Stage(review.stage))
    pages: set[str] = set()
    for readiness in ways:
        step = readiness.step
        if step.needs_reason or step.permission not in parts.permissions:
            continue  # going back is always possible, and never what waits
        if not step.page:
            not_yet = readiness.answer.reason
            yield Task(review, step.label, "take_step", step=step.name, not_yet=not_yet)
        elif step.page not in pages:
            # One page may take either of several steps, with what it records; it is one thing to do.
            pages.add(step.page)
            yield Task(review, stage.turn.rstrip("."), step.page, not_yet=_not_yet(readiness))


def _not_yet(readiness: Readiness) -> str:
    """What blocks a step with a page of its own, apart from the very record that the page makes."""
    part = readiness.step.part
    blocking = [one for one in readiness.missing if one.blocks and one.where != part]
    return f"Not yet: {blocking[0].what}" if blocking else ""
