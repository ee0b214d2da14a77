"""What has happened in reviews since somebody last looked, as far as they may see it.

Read from the tables themselves behind the first wall, and never from the trail: who may see that
something was done is told by what was done.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import F, Model
from django.urls import reverse

from goldenthread.accounts.models import Person
from goldenthread.domain.actions import ACTION_STATUS_WORDS, ActionStatus
from goldenthread.reviews import models
from goldenthread.reviews.models import Review


@dataclass(frozen=True, slots=True)
class News:
    """One thing that happened: what, when, by whom, and where it can be read."""

    review: Review
    title: str
    at: datetime
    by: str
    page: str

    @property
    def href(self) -> str:
        """Where it can be read."""
        return reverse(self.page, kwargs={"reference": self.review.reference})


@dataclass(frozen=True, slots=True)
class _Source:
    """A table whose rows tell of something: when and by whom it happened, in what words, on which page.

    ``by`` is empty where the row does not say who.
    """

    model: type[Model]
    at: str
    by: str
    title: Callable[[Any, Review], str]
    page: str
    beside: tuple[str, ...] = ()
    """What its words are made of besides the row itself."""


def _step(row: models.StepTaken, review: Review) -> str:
    return review.type.step(row.step).done


def _answer(row: models.Involvement, _review: Review) -> str:
    was = "was involved" if row.answer == row.INVOLVED else "was not involved"
    return f"{row.agency} answered that it {was}"


def _progress(row: models.ActionProgress, _review: Review) -> str:
    words = ACTION_STATUS_WORDS[ActionStatus(row.status)].lower()
    return f"Action {row.action.number} is {words}"


_SOURCES: tuple[_Source, ...] = (
    _Source(models.StepTaken, "taken_at", "taken_by", _step, "review_home"),
    _Source(
        models.Involvement, "answered_at", "answered_by", _answer, "scoping", beside=("agency",)
    ),
    _Source(
        models.Judgement,
        "recorded_at",
        "recorded_by",
        lambda _row, review: f"The {review.type.nouns.committee} recorded its judgement",
        "judgement",
    ),
    _Source(
        models.Decision,
        "recorded_at",
        "recorded_by",
        lambda row, review: f"Decided: {review.type.outcome(row.outcome).words}",
        "decision",
    ),
    _Source(
        models.Terms,
        "approved_at",
        "approved_by",
        lambda row, _review: f"Version {row.version} of the terms of reference was approved",
        "terms",
    ),
    _Source(
        models.Contribution,
        "chronology_submitted_at",
        "",
        lambda row, _review: f"{row.agency} submitted its chronology",
        "panel",
        beside=("agency",),
    ),
    _Source(
        models.SubmittedReport,
        "submitted_at",
        "submitted_by",
        lambda row, review: f"{row.agency} submitted its {review.type.nouns.agency_report}",
        "agency_reports",
        beside=("agency",),
    ),
    _Source(
        models.SignOff,
        "recorded_at",
        "recorded_by",
        lambda _row, review: f"The {review.type.nouns.board} approved the reports",
        "sign_off",
    ),
    _Source(
        models.Release,
        "recorded_at",
        "recorded_by",
        lambda row, _review: (
            "The reports were published" if row.published_id else "The reports are not made public"
        ),
        "release",
    ),
    _Source(
        models.Action,
        "added_at",
        "added_by",
        lambda row, _review: f"Action {row.number} was added",
        "action_plan",
    ),
    _Source(
        models.ActionProgress, "noted_at", "noted_by", _progress, "action_plan", beside=("action",)
    ),
    _Source(
        models.ExtensionRequest,
        "recorded_at",
        "asked_by",
        lambda _row, _review: "More time was asked for",
        "timetable",
    ),
    _Source(
        models.ExtensionAnswer,
        "recorded_at",
        "answered_by",
        lambda row, _review: "More time was granted" if row.is_granted else "More time was refused",
        "timetable",
    ),
    _Source(
        models.Meeting,
        "closed_at",
        "saved_by",
        lambda row, _review: (
            f"The record of the meeting of {row.held_on.day} {row.held_on:%B %Y} was closed"
        ),
        "meetings",
    ),
)


def news_in_each(
    person: Person, reviews: Sequence[Review], since: Mapping[int, datetime | None]
) -> dict[int, list[News]]:
    """What others did in each review after its moment in ``since``, newest first; nothing where that is None.

    One question for each table, however many the reviews.
    """
    looked = {review.pk: review for review in reviews if since.get(review.pk) is not None}
    found: dict[int, list[News]] = defaultdict(list)
    if not looked:
        return found
    earliest = min(moment for pk in looked if (moment := since[pk]) is not None)
    for source in _SOURCES:
        for row in _rows(source, person, list(looked), earliest):
            review, at = looked[row.review_id], getattr(row, source.at)
            moment = since[review.pk]
            if moment is not None and at > moment:
                title = source.title(row, review)
                found[review.pk].append(
                    News(review, title, at, getattr(row, "by_name", "") or "", source.page)
                )
    for some in found.values():
        some.sort(key=lambda one: one.at, reverse=True)
    return found


def _rows(source: _Source, person: Person, ids: list[int], earliest: datetime) -> Any:
    rows = source.model.objects.visible_to(person)  # type: ignore[attr-defined]
    rows = rows.filter(review__in=ids, **{f"{source.at}__gt": earliest})
    if source.by:
        rows = rows.exclude(**{source.by: person}).annotate(by_name=F(f"{source.by}__name"))
    return rows.select_related(*source.beside) if source.beside else rows
