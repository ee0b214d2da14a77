"""How far each agency's report was on a day, for the panel that meets on it (P12)."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from goldenthread.accounts.models import Person
from goldenthread.reviews.models import Contribution, ReportVerdict, Review, SubmittedReport


@dataclass(frozen=True, slots=True)
class ReportStanding:
    """One agency's report on a day: when it was received, in which version, and what the panel said."""

    agency: str
    received_on: date | None
    version: int | None
    verdict: str
    due_on: date


def report_standings(person: Person, review: Review, *, on: date) -> list[ReportStanding]:
    """Every report asked for, as it stood at the end of this day.

    Only what had been submitted and answered by then is told, so that minutes say tomorrow what they
    say today.
    """
    asked = Contribution.objects.visible_to(person).filter(review=review, wants_report=True)
    submitted = defaultdict(list)
    for one in SubmittedReport.objects.visible_to(person).filter(review=review):
        if timezone.localdate(one.submitted_at) <= on:
            submitted[one.agency_id].append(one)
    said = {
        one.submission_id: one.verdict
        for one in ReportVerdict.objects.visible_to(person).filter(review=review)
        if timezone.localdate(one.given_at) <= on
    }
    return [
        _standing(contribution, submitted[contribution.agency_id], said)
        for contribution in asked.select_related("agency")
        if timezone.localdate(contribution.asked_at) <= on
    ]


def _standing(
    asked: Contribution, submitted: list[SubmittedReport], said: dict[int, str]
) -> ReportStanding:
    last = max(submitted, key=lambda one: one.number, default=None)
    return ReportStanding(
        agency=asked.agency.name,
        received_on=timezone.localdate(last.submitted_at) if last else None,
        version=last.number if last else None,
        verdict=_verdict(last, said),
        due_on=asked.due_on,
    )


def _verdict(last: SubmittedReport | None, said: dict[int, str]) -> str:
    if last is None:
        return "Not received"
    words = {SubmittedReport.ACCEPTED: "Accepted", SubmittedReport.RETURNED: "Returned"}
    return words.get(said.get(last.pk, ""), "To be answered")
