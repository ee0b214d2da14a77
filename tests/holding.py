"""Holds placed for other proceedings, through the services."""

from datetime import date, timedelta

from django.utils import timezone

from goldenthread.reviews.models import Hold
from goldenthread.reviews.services import holds
from goldenthread.reviews.walls import asking


def soon(days: int = 20) -> date:
    return timezone.localdate() + timedelta(days=days)


def hold_publication(writing, **changed) -> Hold:
    words = {
        "reason": "The trial has not ended.",
        "asked_by": "the senior investigating officer",
        "look_again_on": soon(),
        "by": writing.case.bea,
    } | changed
    with asking(words["by"].pk):
        return holds.place_on_publication(writing.case.review, **words)


def hold_interview(writing, **changed) -> Hold:
    words = {
        "whose": "Health visitor 1",
        "reason": "A statement is still to be taken.",
        "asked_by": "the senior investigating officer",
        "look_again_on": soon(),
        "by": writing.case.bea,
    } | changed
    agency = words.pop("agency", writing.case.health)
    with asking(words["by"].pk):
        return holds.place_on_interview(writing.case.review, agency, **words)
