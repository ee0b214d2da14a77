"""Reading is recorded too: who saw which confidential material, and when."""

from goldenthread.accounts.models import Person
from goldenthread.audit import trail
from goldenthread.domain.answers import Answer, require
from goldenthread.domain.visibility import Material
from goldenthread.reviews.models import Review
from goldenthread.reviews.services.service import service


@service
def record_reading(
    review: Review, material: Material, *, by: Person, agency_id: int | None = None
) -> None:
    """Keep that the person was shown this material, whose agency's where it is one's, and when."""
    if not Review.objects.visible_to(by).filter(pk=review.pk).exists():
        require(Answer("You have no part in this review."))
    trail.record(
        f"{material.value}.read",
        by=by.pk,
        subject=material.value,
        review_id=review.pk,
        agency_id=agency_id,
    )
