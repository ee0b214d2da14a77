"""The facts that the guards of reviews' steps ask for, gathered from the tables.

A guard must see everything, whoever asks: that a chronology is missing is no secret to the one who
may take the step. These facts are therefore counts, states and names of agencies, never content. They
are gathered for many reviews at once, by as many questions as for one.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Max

from goldenthread.domain.contributions import Form
from goldenthread.domain.outlines import OutlineSection
from goldenthread.domain.process import Stage
from goldenthread.domain.readiness import ContributionFacts, ReviewFacts
from goldenthread.domain.roles import Role
from goldenthread.reviews.models import (
    Action,
    Contribution,
    Decision,
    Involvement,
    Judgement,
    Membership,
    OverviewSection,
    Referral,
    Release,
    Review,
    SignOff,
    StatutoryForm,
    StepTaken,
    Terms,
)
from goldenthread.reviews.models.parts import OPENS_THE_CASE

_Written = frozenset[tuple[str, str]]


def facts_of(review: Review) -> ReviewFacts:
    """The facts of one review as they stand, as far as the second wall lets the asker see."""
    return facts_of_each([review])[review.pk]


def facts_of_each(reviews: Sequence[Review]) -> dict[int, ReviewFacts]:
    """The same of many reviews, by the id of each."""
    if not reviews:
        return {}
    ids = [review.pk for review in reviews]
    asked = _by_review(
        Involvement.objects.filter(review__in=ids, asked_at__isnull=False).select_related("agency")
    )
    withdrawn = set(
        Referral.objects.filter(review__in=ids, withdrawn_at__isnull=False).values_list(
            "review_id", flat=True
        )
    )
    members = _by_review(Membership.objects.filter(OPENS_THE_CASE, review__in=ids))
    # Where an agency is asked for nothing, nothing of it is waited for.
    asked_for = Contribution.objects.filter(review__in=ids).exclude(form=Form.NONE)
    contributions = _by_review(asked_for.select_related("agency"))
    written = _written(ids)
    releases = dict(
        Release.objects.filter(review__in=ids)
        .order_by("recorded_at", "pk")
        .values_list("review_id", "outcome")
    )
    approved = set(
        Terms.objects.filter(review__in=ids, approved_at__isnull=False).values_list(
            "review_id", flat=True
        )
    )
    complete = set(
        StatutoryForm.objects.filter(review__in=ids, completed_at__isnull=False).values_list(
            "review_id", "questionnaire"
        )
    )
    unowned = _by_review(Action.objects.filter(review__in=ids, owner=""))
    rounds = _rounds(ids)
    return {
        review.pk: _facts(
            review,
            withdrawn=review.pk in withdrawn,
            asked=asked[review.pk],
            members=members[review.pk],
            contributions=contributions[review.pk],
            terms_approved=review.pk in approved,
            written=written[review.pk],
            release_outcome=releases.get(review.pk, ""),
            actions_without_owner=unowned[review.pk],
            recorded=rounds[review.pk],
            complete=complete,
        )
        for review in reviews
    }


@dataclass(slots=True)
class _Rounds:
    """When a review last came to its stages, and when each record of them was last made."""

    came: dict[str, datetime]
    made: dict[str, datetime]

    def has(self, stage: Stage) -> bool:
        """Whether one was recorded since the review last came to the stage: an old one does not count again."""
        came, made = self.came.get(stage.value), self.made.get(stage.value)
        return came is not None and made is not None and made >= came


def _facts(
    review: Review,
    *,
    withdrawn: bool,
    asked: list[Involvement],
    members: list[Membership],
    contributions: list[Contribution],
    terms_approved: bool,
    written: _Written,
    release_outcome: str,
    actions_without_owner: list[Action],
    recorded: _Rounds,
    complete: set[tuple[int, str]],
) -> ReviewFacts:
    roles = {(member.role, member.agency_id) for member in members}
    return ReviewFacts(
        referral_sent=review.referred_at is not None,
        referral_withdrawn=withdrawn,
        is_duplicate=review.duplicate_of_id is not None,
        agencies_asked=len(asked),
        agencies_unanswered=tuple(str(one.agency) for one in asked if not one.answer),
        judgement_recorded=recorded.has(Stage.JUDGEMENT),
        forms_incomplete=tuple(
            form.title for form in review.type.forms if (review.pk, form.key) not in complete
        ),
        decision_recorded=recorded.has(Stage.DECISION),
        panel_chair_declared=_has_declared(members, Role.PANEL_CHAIR),
        overview_author_declared=_has_declared(members, Role.OVERVIEW_AUTHOR),
        agencies_without_panel_member=tuple(
            str(one.agency)
            for one in contributions
            if (Role.PANEL_MEMBER, one.agency_id) not in roles
        ),
        terms_approved=terms_approved,
        contributions=tuple(_contribution(one, roles) for one in contributions),
        reports_empty=(
            (
                review.type.nouns.overview,
                _empty(OverviewSection.OVERVIEW, review.type.overview_outline, written),
            ),
            (
                review.type.nouns.summary,
                _empty(OverviewSection.SUMMARY, review.type.summary_outline, written),
            ),
        ),
        sign_off_recorded=recorded.has(Stage.SIGN_OFF),
        release_outcome=release_outcome,
        actions_without_owner=tuple(str(action.number) for action in actions_without_owner),
    )


def _by_review(rows: Iterable[Any]) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    for row in rows:
        found[row.review_id].append(row)
    return found


def _written(ids: list[int]) -> dict[int, _Written]:
    sections = OverviewSection.objects.filter(review__in=ids).exclude(text="")
    found: dict[int, _Written] = defaultdict(frozenset)
    for review_id, document, key in sections.values_list("review_id", "document", "key"):
        found[review_id] |= {(document, key)}
    return found


def _rounds(ids: list[int]) -> dict[int, _Rounds]:
    found: dict[int, _Rounds] = defaultdict(lambda: _Rounds({}, {}))
    came = StepTaken.objects.filter(review__in=ids).order_by().values_list("review_id", "to_stage")
    for review_id, to_stage, last in came.annotate(last=Max("taken_at")):
        found[review_id].came[to_stage] = last
    for stage, model in (
        (Stage.JUDGEMENT, Judgement),
        (Stage.DECISION, Decision),
        (Stage.SIGN_OFF, SignOff),
    ):
        made = model._default_manager.filter(review__in=ids).order_by().values_list("review_id")
        for review_id, last in made.annotate(last=Max("recorded_at")):
            found[review_id].made[stage.value] = last
    return found


def _has_declared(members: list[Membership], role: Role) -> bool:
    return any(member.role == role and member.declaration for member in members)


def _contribution(one: Contribution, roles: set[tuple[str, int | None]]) -> ContributionFacts:
    return ContributionFacts(
        agency=str(one.agency),
        wants_chronology=one.wants_chronology,
        wants_report=one.wants_report,
        author_named=(Role.AGENCY_AUTHOR, one.agency_id) in roles,
        chronology_submitted=one.chronology_submitted_at is not None,
        report_accepted=one.report_accepted_at is not None,
    )


def _empty(
    document: str, outline: tuple[OutlineSection, ...], written: _Written
) -> tuple[str, ...]:
    return tuple(part.heading for part in outline if (document, part.key) not in written)
