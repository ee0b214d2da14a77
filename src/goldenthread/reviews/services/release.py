"""Publish the labelled copy, or keep the reason why the reports are not made public (P22, P23)."""

from goldenthread.accounts.models import Person
from goldenthread.audit import trail
from goldenthread.domain.answers import Answer, require
from goldenthread.domain.roles import Permission
from goldenthread.publication import services as public
from goldenthread.reviews import moments
from goldenthread.reviews.models import Release, Review
from goldenthread.reviews.queries import release as queries
from goldenthread.reviews.queries.parts import parts_in
from goldenthread.reviews.services import steps
from goldenthread.reviews.services.service import service


@service
def publish(review: Review, *, by: Person, read: str | None = None) -> Release:
    """Freeze the labelled copy and put it on the public site.

    The copy is labelled and checked again here, so that what is let out is what was checked. ``read``
    is the digest of the copy that the person read. Raises Refused while a question is open, while
    anybody could still be found in it, and when the copy is no longer the one that was read.
    """
    review = steps.locked(review, by=by)
    require(parts_in(by, review).may(Permission.PUBLISH))
    ready = queries.prepared(by, review)
    require(queries.may_publish(by, review, ready))
    if read is not None and read != ready.copy.digest:
        require(Answer("The copy has changed since you read it. Read it again, then publish."))
    published = public.publish(ready.copy, published_on=moments.today())
    release = Release.objects.create(
        review=review,
        outcome=Release.PUBLISHED,
        published_id=published.pk,
        digest=published.digest,
        recorded_at=moments.now(),
        recorded_by=by,
    )
    _record("release.published", release, by=by)
    return release


@service
def withhold(review: Review, *, reason: str, by: Person) -> Release:
    """Keep that the reports are not made public, and why. They can be published later."""
    review = steps.locked(review, by=by)
    require(parts_in(by, review).may(Permission.PUBLISH))
    require(queries.may_be_withheld(by, review, reason=reason))
    release = Release.objects.create(
        review=review,
        outcome=Release.WITHHELD,
        reason=reason.strip(),
        recorded_at=moments.now(),
        recorded_by=by,
    )
    _record("release.withheld", release, by=by)
    return release


def _record(verb: str, release: Release, *, by: Person) -> None:
    trail.record(
        verb,
        by=by.pk,
        subject="release",
        subject_id=release.pk,
        review_id=release.review_id,
    )
