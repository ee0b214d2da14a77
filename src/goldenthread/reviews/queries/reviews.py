"""Reviews that a person may see."""

from collections import Counter

from django.db.models import Q, QuerySet

from goldenthread.accounts.models import Person
from goldenthread.domain.process import Stage
from goldenthread.domain.review_types import REVIEW_TYPES
from goldenthread.reviews.models import Review, StepTaken

PAGE_SIZE = 50


def reviews_visible_to(person: Person) -> QuerySet[Review]:
    """Every review the person takes part in, newest first; among them their own unsent referrals."""
    return Review.objects.visible_to(person).select_related("partnership")


def review_visible_to(person: Person, reference: str) -> Review | None:
    """The review with this reference, or None for a stranger to it."""
    return reviews_visible_to(person).filter(reference=reference).first()


def found(
    person: Person, *, words: str = "", stage: str = "", prefix: str = ""
) -> QuerySet[Review]:
    """The reviews that have been referred, newest first: by reference or label, stage and Board."""
    reviews = reviews_visible_to(person).exclude(reference=None).order_by("-referred_at", "-pk")
    for word in words.split()[:6]:
        reviews = reviews.filter(Q(reference__icontains=word) | Q(label__icontains=word))
    if stage:
        reviews = reviews.filter(stage=stage)
    if prefix:
        reviews = reviews.filter(partnership__prefix=prefix)
    return reviews


def page_of(reviews: QuerySet[Review], *, after: int | None) -> tuple[list[Review], bool]:
    """One page of a list, beginning after the review with this id, and whether there is more."""
    last = reviews.model.objects.filter(pk=after).first() if after else None
    if last is not None:
        reviews = reviews.filter(
            Q(referred_at__lt=last.referred_at) | Q(referred_at=last.referred_at, pk__lt=last.pk)
        )
    page = list(reviews[: PAGE_SIZE + 1])
    return page[:PAGE_SIZE], len(page) > PAGE_SIZE


def stages_and_boards(
    person: Person,
) -> tuple[Counter[Stage], list[tuple[str, str, int]]]:
    """How many of the person’s reviews stand at each stage, and belong to each Board (prefix, name)."""
    rows = found(person).order_by().values_list("stage", "partnership__prefix", "partnership__name")
    stages: Counter[Stage] = Counter()
    boards: Counter[tuple[str, str]] = Counter()
    for stage, prefix, name in rows:
        stages[Stage(stage)] += 1
        boards[prefix, name] += 1
    return stages, [(prefix, name, count) for (prefix, name), count in sorted(boards.items())]


def stage_name(stage: Stage) -> str:
    """A stage in words, as the first review type that has it calls it."""
    for kind in REVIEW_TYPES.values():
        for described in kind.stages:
            if described.stage is stage:
                return described.name
    return stage.value


def steps_taken(person: Person, review: Review) -> QuerySet[StepTaken]:
    """The steps by which the review moved, oldest first."""
    return StepTaken.objects.visible_to(person).filter(review=review).select_related("taken_by")
