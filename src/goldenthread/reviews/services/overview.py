"""Write the overview report and the executive summary (P13)."""

from goldenthread.accounts.models import Person
from goldenthread.audit import trail
from goldenthread.domain.answers import Answer, require
from goldenthread.domain.contributions import may_write_overview
from goldenthread.domain.process import Stage
from goldenthread.domain.roles import Permission
from goldenthread.reviews import moments
from goldenthread.reviews.models import OverviewSection, Review
from goldenthread.reviews.queries.overview import section_of
from goldenthread.reviews.queries.parts import parts_in
from goldenthread.reviews.services import steps
from goldenthread.reviews.services.service import service
from goldenthread.reviews.services.written import require_version


@service
def write_section(
    review: Review, document: str, key: str, *, text: str, version: int, by: Person
) -> OverviewSection:
    """Save one section of either document, begun from this version.

    Raises WrittenMeanwhile when somebody else has saved it since.
    """
    review = steps.locked(review, by=by)
    require(parts_in(by, review).may(Permission.WRITE_OVERVIEW))
    require(may_write_overview(stage=Stage(review.stage)))
    if section_of(by, review, document, key) is None:
        require(Answer("The report has no such section."))
    section, _ = OverviewSection.objects.visible_to(by).get_or_create(
        review=review,
        document=document,
        key=key,
        defaults={"written_at": moments.now(), "written_by": by},
    )
    require_version(
        kept=section.version, began_from=version, text=section.text, who=section.written_by.name
    )
    section.text = text.strip()
    section.version += 1
    section.written_at = moments.now()
    section.written_by = by
    section.save()
    trail.record(
        "overview.written",
        by=by.pk,
        subject="overview",
        subject_id=section.pk,
        review_id=review.pk,
        fields=(document, key),
    )
    return section
