"""The facts that the guards of a review's steps ask for, gathered from the tables.

A guard must see everything, whoever asks: that a chronology is missing is no secret to the one who
may take the step. These facts are therefore counts, states and names of agencies, never content.
"""

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
    Release,
    Review,
    SignOff,
    StepTaken,
    Terms,
)


def facts_of(review: Review) -> ReviewFacts:
    """The facts of one review as they stand, as far as the second wall lets the asker see."""
    asked = list(Involvement.objects.filter(review=review).select_related("agency"))
    members = list(Membership.objects.filter(review=review, left_on=None))
    contributions = list(Contribution.objects.filter(review=review).select_related("agency"))
    roles = {(member.role, member.agency_id) for member in members}
    return ReviewFacts(
        referral_sent=review.referred_at is not None,
        agencies_asked=len(asked),
        agencies_unanswered=tuple(str(one.agency) for one in asked if not one.answer),
        judgement_recorded=_recorded_this_round(Judgement, review, Stage.JUDGEMENT),
        decision_recorded=_recorded_this_round(Decision, review, Stage.DECISION),
        panel_chair_declared=_has_declared(members, Role.PANEL_CHAIR),
        overview_author_declared=_has_declared(members, Role.OVERVIEW_AUTHOR),
        agencies_without_panel_member=tuple(
            str(one.agency)
            for one in contributions
            if (Role.PANEL_MEMBER, one.agency_id) not in roles
        ),
        terms_approved=Terms.objects.filter(review=review, approved_at__isnull=False).exists(),
        contributions=tuple(_contribution(one, roles) for one in contributions),
        overview_sections_empty=_empty_sections(review, OverviewSection.OVERVIEW),
        summary_sections_empty=_empty_sections(review, OverviewSection.SUMMARY),
        sign_off_recorded=_recorded_this_round(SignOff, review, Stage.SIGN_OFF),
        release_outcome=_release_outcome(review),
        actions_without_owner=tuple(
            str(number)
            for number in Action.objects.filter(review=review, owner="").values_list(
                "number", flat=True
            )
        ),
    )


def _recorded_this_round(
    model: type[Judgement] | type[Decision] | type[SignOff], review: Review, stage: Stage
) -> bool:
    """Whether one was recorded since the review last came to this stage: an old one does not count again."""
    came = StepTaken.objects.filter(review=review, to_stage=stage.value).last()
    if came is None:
        return False
    return model._default_manager.filter(review=review, recorded_at__gte=came.taken_at).exists()


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


def _empty_sections(review: Review, document: str) -> tuple[str, ...]:
    outline = (
        review.type.overview_outline
        if document == OverviewSection.OVERVIEW
        else review.type.summary_outline
    )
    written = set(
        OverviewSection.objects.filter(review=review, document=document)
        .exclude(text="")
        .values_list("key", flat=True)
    )
    return tuple(section.heading for section in outline if section.key not in written)


def _release_outcome(review: Review) -> str:
    latest = Release.objects.filter(review=review).first()
    return latest.outcome if latest else ""
