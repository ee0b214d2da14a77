"""What can be done in a review besides its steps: each part of it says what waits for whom."""

from collections.abc import Callable, Iterator

from django.utils.timezone import localdate

from goldenthread.domain.contributions import may_record_securing
from goldenthread.domain.my_work import Kind
from goldenthread.domain.process import Stage
from goldenthread.domain.referrals import may_acknowledge
from goldenthread.domain.roles import Permission
from goldenthread.domain.terms import may_approve_terms
from goldenthread.reviews.models import (
    Hold,
    Review,
)
from goldenthread.reviews.queries.parts import Parts
from goldenthread.reviews.queries.task_rows import Rows, Task


def _referral(review: Review, parts: Parts, rows: Rows) -> Iterator[Task]:
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


def _answers(review: Review, parts: Parts, rows: Rows) -> Iterator[Task]:
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


def _authors(review: Review, parts: Parts, rows: Rows) -> Iterator[Task]:
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


def _contributions(review: Review, parts: Parts, rows: Rows) -> Iterator[Task]:
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


def _verdicts(review: Review, parts: Parts, rows: Rows) -> Iterator[Task]:
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


def _terms(review: Review, parts: Parts, rows: Rows) -> Iterator[Task]:
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


def _meetings(review: Review, _parts: Parts, rows: Rows) -> Iterator[Task]:
    for one in rows.asked_at_meetings[review.pk]:
        words = (("number", one.meeting.number), ("body", one.body))
        what = f"Do what the meeting of {one.meeting.held_on.day} {one.meeting.held_on:%B %Y} asked of you"
        yield Task(review, what, "meeting", Kind.MEETING, None, words, one.due_on)


def _actions(review: Review, parts: Parts, rows: Rows) -> Iterator[Task]:
    """An agency says how the actions stand that it leads, until each has had its effect; so does the Board."""
    own = parts.agencies(Permission.REPORT_ON_ACTIONS)
    keeps = Permission.KEEP_ACTIONS in parts.permissions
    for one in rows.actions[review.pk]:
        led_by_board = one.lead_agency_id is None
        if one.lead_agency_id in own or (led_by_board and keeps):
            yield Task(
                review,
                f"Say how action {one.number} stands",
                "action",
                Kind.ACTION,
                Permission.KEEP_ACTIONS if led_by_board else Permission.REPORT_ON_ACTIONS,
                (("number", one.number),),
                one.due_on,
            )


def _extensions(review: Review, parts: Parts, rows: Rows) -> Iterator[Task]:
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


def _clocks(review: Review, parts: Parts, rows: Rows) -> Iterator[Task]:
    """Whoever keeps the timetable is warned of each clock on the way, once its time is running out."""
    if Permission.KEEP_TIME not in parts.permissions:
        return
    for one in rows.clocks[review.pk]:
        if one.running_out and one.clock and one.rule.stops != _ALL_TOLD:
            due, words = one.clock.due, one.running_out
            yield Task(review, words, "timetable", Kind.TIME, Permission.KEEP_TIME, due_on=due)


def _notices(review: Review, parts: Parts, rows: Rows) -> Iterator[Task]:
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


def _holds(review: Review, parts: Parts, rows: Rows) -> Iterator[Task]:
    if Permission.KEEP_PROCEEDINGS not in parts.permissions:
        return
    for one in rows.holds[review.pk]:
        what = "publication" if one.of == Hold.PUBLICATION else "an interview"
        yield Task(
            review,
            f"Look again at the hold on {what}",
            "hold",
            Kind.TIME,
            Permission.KEEP_PROCEEDINGS,
            (("hold_id", one.pk),),
            one.look_again_on,
        )


_ALL_TOLD = "all-told"
"""The event that stops the clock of telling: its own task has its day."""

Source = Callable[[Review, Parts, Rows], Iterator[Task]]
SOURCES: tuple[Source, ...] = (
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
