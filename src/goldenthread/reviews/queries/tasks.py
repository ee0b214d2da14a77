"""What each person can do now in their reviews. Asked for all reviews at once, by as many questions as for one."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Model, QuerySet
from django.urls import reverse
from django.utils.timezone import localdate

from goldenthread.accounts.models import Person
from goldenthread.domain.actions import OPEN
from goldenthread.domain.contributions import may_record_securing
from goldenthread.domain.my_work import Kind
from goldenthread.domain.process import Readiness, Stage
from goldenthread.domain.readiness import ReviewFacts
from goldenthread.domain.referrals import may_acknowledge
from goldenthread.domain.roles import Permission, Role
from goldenthread.domain.terms import may_approve_terms
from goldenthread.reviews import moments
from goldenthread.reviews.models import (
    Action,
    Contribution,
    ExtensionRequest,
    Hold,
    Involvement,
    MeetingAction,
    Membership,
    Referral,
    Review,
    Terms,
)
from goldenthread.reviews.queries.clock import Running, clocks_of_each
from goldenthread.reviews.queries.parts import Parts
from goldenthread.reviews.queries.readiness import ways_out_of_stage
from goldenthread.reviews.queries.telling import untold_in_each
from goldenthread.reviews.queries.terms import unread_terms


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do in a review: what, where, by when, and why not yet where it cannot be done."""

    review: Review
    what: str
    page: str
    """The name of the page’s address; ``words`` complete it."""
    kind: Kind = Kind.STEP
    permission: Permission | None = None
    """What lets the person do it, which tells in which of their roles they do."""
    words: tuple[tuple[str, str | int], ...] = ()
    due_on: date | None = None
    not_yet: str = ""

    @property
    def where(self) -> str:
        """The review, as it is called."""
        return f"{self.review.reference}, {self.review.label}"

    @property
    def href(self) -> str:
        """Where it is done."""
        return reverse(self.page, kwargs={"reference": self.review.reference, **dict(self.words)})

    @property
    def key(self) -> str:
        """Its place in a list, soonest due first; the same as long as it waits."""
        due = (self.due_on or date.max).isoformat()
        return f"{due} {self.review.reference} {self.href} {self.what}"


@dataclass(slots=True)
class _Rows:
    """What the tables say of all the reviews, by the id of each."""

    referrals: Mapping[int, list[Referral]]
    told: Mapping[int, list[Involvement]]
    contributions: Mapping[int, list[Contribution]]
    authors: set[tuple[int, int | None]]
    making: Mapping[int, list[Terms]]
    unread: Mapping[int, Terms]
    asked_at_meetings: Mapping[int, list[MeetingAction]]
    actions: Mapping[int, list[Action]]
    extensions: Mapping[int, list[ExtensionRequest]]
    holds: Mapping[int, list[Hold]]
    clocks: Mapping[int, list[Running]]
    untold: Mapping[int, int]


def tasks_in_each(
    person: Person,
    reviews: Sequence[Review],
    parts: Mapping[int, Parts],
    facts: Mapping[int, ReviewFacts],
) -> dict[int, list[Task]]:
    """What this person can do now in each review: own questions first, then the steps that are theirs."""
    rows = _rows(person, reviews, parts)
    return {
        review.pk: _tasks(review, parts[review.pk], facts[review.pk], rows) for review in reviews
    }


def _rows(person: Person, reviews: Sequence[Review], parts: Mapping[int, Parts]) -> _Rows:
    ids = [review.pk for review in reviews]

    def of(model: type[Model], **words: Any) -> QuerySet[Any]:
        return model.objects.visible_to(person).filter(review__in=ids, **words)  # type: ignore[attr-defined,no-any-return]

    authors = of(Membership, role=Role.AGENCY_AUTHOR, left_on=None)
    return _Rows(
        referrals=_by_review(of(Referral)),
        told=_by_review(of(Involvement).select_related("agency")),
        contributions=_by_review(of(Contribution).select_related("agency")),
        authors=set(authors.values_list("review_id", "agency_id")),
        making=_by_review(of(Terms, approved_at=None)),
        unread=unread_terms(person, reviews),
        asked_at_meetings=_by_review(
            of(MeetingAction, owner=person, done_on=None).select_related("meeting")
        ),
        actions=_by_review(of(Action, status__in=[one.value for one in OPEN])),
        extensions=_by_review(of(ExtensionRequest, answer=None)),
        holds=_by_review(of(Hold, lifted_on=None)),
        clocks=clocks_of_each(reviews, parts, today=moments.today()),
        untold=untold_in_each(reviews),
    )


def _by_review(rows: Any) -> Mapping[int, list[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    for row in rows:
        found[row.review_id].append(row)
    return found


def _tasks(review: Review, parts: Parts, facts: ReviewFacts, rows: _Rows) -> list[Task]:
    ways = ways_out_of_stage(review, parts, facts)
    return [
        *(task for source in _SOURCES for task in source(review, parts, rows)),
        *_turn(review, parts, ways),
        *_steps(review, parts, ways),
    ]


def _referral(review: Review, parts: Parts, rows: _Rows) -> Iterator[Task]:
    """A referral that has come is acknowledged; one that was withdrawn is closed, or considered all the same."""
    stage = Stage(review.stage)
    if stage is not Stage.REFERRAL or Permission.RECEIVE_REFERRALS not in parts.permissions:
        return
    for one in rows.referrals[review.pk]:
        if may_acknowledge(
            sent=one.sent_at is not None,
            acknowledged=one.acknowledged_at is not None,
            stage=stage,
        ):
            yield Task(
                review,
                "Acknowledge the referral",
                "referral_acknowledge",
                Kind.ANSWER,
                Permission.RECEIVE_REFERRALS,
            )
        if one.withdrawn_at:
            what = "Read why the referral was withdrawn"
            yield Task(review, what, "referral", Kind.READ, Permission.RECEIVE_REFERRALS)


def _answers(review: Review, parts: Parts, rows: _Rows) -> Iterator[Task]:
    own = parts.agencies(Permission.ANSWER_FOR_AGENCY)
    for one in rows.told[review.pk]:
        if one.agency_id not in own:
            continue
        for_agency = (("agency_key", one.agency.key),)
        if one.waits_to_be_secured and may_record_securing(stage=Stage(review.stage), told=True):
            yield Task(
                review,
                f"Say that the records of {one.agency} are secured",
                "scoping_secured",
                Kind.ANSWER,
                Permission.ANSWER_FOR_AGENCY,
                for_agency,
                # What is told to be secured is due at once.
                localdate(one.told_to_secure_at),
            )
        if one.asked_at and not one.answer:
            yield Task(
                review,
                f"Say whether {one.agency} was involved",
                "scoping_answer",
                Kind.ANSWER,
                Permission.ANSWER_FOR_AGENCY,
                for_agency,
                one.due_on,
            )


def _authors(review: Review, parts: Parts, rows: _Rows) -> Iterator[Task]:
    """An agency that was asked for a contribution names the author who had nothing to do with the case."""
    own = parts.agencies(Permission.ACCEPT_FOR_AGENCY)
    if Stage(review.stage) not in (Stage.PANEL, Stage.EVIDENCE):
        return
    for one in rows.contributions[review.pk]:
        wants = one.wants_chronology or one.wants_report
        if one.agency_id in own and wants and (review.pk, one.agency_id) not in rows.authors:
            yield Task(
                review,
                f"Name the author for {one.agency}",
                "panel_author",
                Kind.PEOPLE,
                Permission.ACCEPT_FOR_AGENCY,
                (("agency_key", one.agency.key),),
            )


def _contributions(review: Review, parts: Parts, rows: _Rows) -> Iterator[Task]:
    if Stage(review.stage) is not Stage.EVIDENCE:
        return
    nouns = review.type.nouns
    for permission, what, page, wants, done in (
        (
            Permission.BRING_CHRONOLOGY,
            "Bring the chronology of",
            "chronology_of",
            "wants_chronology",
            "chronology_submitted_at",
        ),
        (
            Permission.WRITE_AGENCY_REPORT,
            f"Write the {nouns.agency_report} of",
            "agency_report",
            "wants_report",
            "report_submitted_at",
        ),
    ):
        own = parts.agencies(permission)
        for one in rows.contributions[review.pk]:
            if one.agency_id in own and getattr(one, wants) and getattr(one, done) is None:
                yield Task(
                    review,
                    f"{what} {one.agency}",
                    page,
                    Kind.CONTRIBUTE,
                    permission,
                    (("agency_key", one.agency.key),),
                    one.due_on,
                )


def _verdicts(review: Review, parts: Parts, rows: _Rows) -> Iterator[Task]:
    """The panel’s chair answers every report that has been submitted."""
    if Stage(review.stage) is not Stage.EVIDENCE or Permission.OVERSEE not in parts.permissions:
        return
    for one in rows.contributions[review.pk]:
        if one.wants_report and one.report_submitted_at and not one.report_accepted_at:
            yield Task(
                review,
                f"Accept or return the {review.type.nouns.agency_report} of {one.agency}",
                "agency_report",
                Kind.CONTRIBUTE,
                Permission.OVERSEE,
                (("agency_key", one.agency.key),),
            )


def _terms(review: Review, parts: Parts, rows: _Rows) -> Iterator[Task]:
    """Terms that say enough wait for whoever approves them; approved ones for whoever works from them."""
    if Permission.APPROVE_TERMS in parts.permissions:
        for making in rows.making[review.pk]:
            if may_approve_terms(
                stage=Stage(review.stage),
                version=making.version,
                period_from=making.period_from,
                period_to=making.period_to,
                subjects=making.subjects,
                lines_of_enquiry=len(making.lines_of_enquiry),
                change=making.change,
                approved=False,
            ):
                yield Task(
                    review,
                    "Approve the terms of reference",
                    "terms_approve",
                    Kind.STEP,
                    Permission.APPROVE_TERMS,
                )
    if review.pk in rows.unread:
        version = rows.unread[review.pk].version
        yield Task(review, f"Read version {version} of the terms of reference", "terms", Kind.READ)


def _meetings(review: Review, _parts: Parts, rows: _Rows) -> Iterator[Task]:
    for one in rows.asked_at_meetings[review.pk]:
        words = (("number", one.meeting.number), ("body", one.body))
        what = f"Do what the meeting of {one.meeting.held_on.day} {one.meeting.held_on:%B %Y} asked of you"
        yield Task(review, what, "meeting", Kind.MEETING, None, words, one.due_on)


def _actions(review: Review, parts: Parts, rows: _Rows) -> Iterator[Task]:
    """An agency says how the actions stand that it leads, until each has had its effect."""
    own = parts.agencies(Permission.REPORT_ON_ACTIONS)
    for one in rows.actions[review.pk]:
        if one.lead_agency_id in own or (
            one.lead_agency_id is None and Permission.KEEP_ACTIONS in parts.permissions
        ):
            yield Task(
                review,
                f"Say how action {one.number} stands",
                "action",
                Kind.ACTION,
                Permission.REPORT_ON_ACTIONS,
                (("number", one.number),),
                one.due_on,
            )


def _extensions(review: Review, parts: Parts, rows: _Rows) -> Iterator[Task]:
    if Permission.GRANT_EXTENSION not in parts.permissions:
        return
    for one in rows.extensions[review.pk]:
        yield Task(
            review,
            "Answer the request for more time",
            "timetable_answer",
            Kind.TIME,
            Permission.GRANT_EXTENSION,
            (("request_id", one.pk),),
            one.due_before,
        )


def _clocks(review: Review, parts: Parts, rows: _Rows) -> Iterator[Task]:
    """Whoever keeps the timetable is warned of each clock on the way, once its time is running out."""
    if Permission.KEEP_TIME not in parts.permissions:
        return
    for one in rows.clocks[review.pk]:
        if one.warning and one.clock and one.rule.stops != _ALL_TOLD:
            due = one.clock.due
            yield Task(
                review, one.warning, "timetable", Kind.TIME, Permission.KEEP_TIME, due_on=due
            )


def _notices(review: Review, parts: Parts, rows: _Rows) -> Iterator[Task]:
    """Those who must know of the decision are told, whichever way it went."""
    left = rows.untold.get(review.pk, 0)
    if not left or Permission.GIVE_NOTICE not in parts.permissions:
        return
    due = [
        one.clock.due for one in rows.clocks[review.pk] if one.clock and one.rule.stops == _ALL_TOLD
    ]
    what = (
        f"Tell {left} who must know of the decision"
        if left > 1
        else "Tell one more of the decision"
    )
    yield Task(
        review,
        what,
        "notices",
        Kind.ANSWER,
        Permission.GIVE_NOTICE,
        due_on=due[0] if due else None,
    )


def _holds(review: Review, parts: Parts, rows: _Rows) -> Iterator[Task]:
    if Permission.KEEP_PROCEEDINGS not in parts.permissions:
        return
    for one in rows.holds[review.pk]:
        what = "publication" if one.of == Hold.PUBLICATION else "an interview"
        yield Task(
            review,
            f"Look again at the hold on {what}",
            "proceedings",
            Kind.TIME,
            Permission.KEEP_PROCEEDINGS,
            (),
            one.look_again_on,
        )


_ALL_TOLD = "all-told"
"""The event that stops the clock of telling: its own task has its day."""

_Source = Callable[[Review, Parts, _Rows], Iterator[Task]]
_SOURCES: tuple[_Source, ...] = (
    _referral,
    _answers,
    _authors,
    _contributions,
    _verdicts,
    _terms,
    _notices,
    _extensions,
    _clocks,
    _holds,
    _meetings,
    _actions,
)

_DONE_ON = {
    Stage.PANEL: "panel",
    Stage.SYNTHESIS: "overview",
    Stage.PUBLICATION: "release",
    Stage.FOLLOW_UP: "action_plan",
}
"""Where the stage’s own work is done, in stages from which a page of the common kind leads on."""


def _turn(review: Review, parts: Parts, ways: list[Readiness]) -> Iterator[Task]:
    """The stage’s work waits for its owner until nothing is missing for the way on."""
    stage = review.type.stage(Stage(review.stage))
    page = _DONE_ON.get(stage.stage)
    if page is None or stage.owner not in parts.roles:
        return
    onward = (way for way in ways if not way.step.needs_reason)
    if any(thing.blocks for way in onward for thing in way.missing):
        yield Task(review, stage.turn.rstrip("."), page, Kind.STEP)


def _steps(review: Review, parts: Parts, ways: list[Readiness]) -> Iterator[Task]:
    stage = review.type.stage(Stage(review.stage))
    pages: set[str] = set()
    for readiness in ways:
        step = readiness.step
        if step.needs_reason or step.permission not in parts.permissions:
            continue  # going back is always possible, and never what waits
        if not step.page:
            yield Task(
                review,
                step.label,
                "take_step",
                Kind.STEP,
                step.permission,
                (("step_name", step.name),),
                not_yet=readiness.answer.reason,
            )
        elif step.page not in pages:
            # One page may take either of several steps, with what it records; it is one thing to do.
            pages.add(step.page)
            yield Task(
                review,
                stage.turn.rstrip("."),
                step.page,
                Kind.STEP,
                step.permission,
                not_yet=_not_yet(readiness),
            )


def _not_yet(readiness: Readiness) -> str:
    """What blocks a step with a page of its own, apart from the very record that the page makes."""
    part = readiness.step.part
    blocking = [one for one in readiness.missing if one.blocks and one.where != part]
    return f"Not yet: {blocking[0].what}" if blocking else ""
