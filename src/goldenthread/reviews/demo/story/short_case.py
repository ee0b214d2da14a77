"""What a short demo review is made of. Days are counted from its incident, so that any day can be today."""

import csv
import io
from dataclasses import dataclass, field
from datetime import date, timedelta

from goldenthread.domain.criteria.scr_2010 import Fact
from goldenthread.domain.outlines import OutlineSection
from goldenthread.domain.process import Stage
from goldenthread.domain.questionnaires.reports_scr_2010 import AGENCY_REPORT, OVERVIEW, SUMMARY
from goldenthread.reviews.demo.story.people import PersonInCase

# Days after the incident on which each thing is done, in a case that keeps its time.
REFERRED, ASKED, JUDGED, DECIDED, TERMS_AGREED, SIGNED_OFF = 2, 4, 18, 24, 45, 175


@dataclass(frozen=True, slots=True)
class ShortEvent:
    """One row of a small chronology: days before the incident (negative: after), what, and what was done."""

    days_before: int
    event: str
    action: str = ""


@dataclass(frozen=True, slots=True)
class ShortAgency:
    """One agency’s part: its answer, and from the evidence stage on its chronology and its report.

    ``report`` is one text for each section of the outline, in order; empty before there is one.
    """

    key: str
    answer: str
    events: tuple[ShortEvent, ...] = ()
    report: tuple[str, ...] = ()
    involved: bool = True


@dataclass(frozen=True, slots=True)
class ShortAction:
    """One action of a short case; due so many days after the incident."""

    lesson: str
    text: str
    lead_agency: str
    owner: str
    due_after: int
    measure: str


@dataclass(frozen=True, slots=True)
class ShortCase:
    """One review that rests at a stage, with no more words than it needs to get there."""

    rests_at: Stage
    child: PersonInCase
    incident_days_ago: int
    age_in_days: int
    circumstances: str
    died_or_harmed: str
    abuse_or_neglect: str
    other_children: str
    working_together: str
    working_together_why: str
    agencies: tuple[ShortAgency, ...]
    plan: str = "no"
    others: tuple[PersonInCase, ...] = ()
    facts: dict[Fact, str] = field(default_factory=dict)
    committee_reasons: str = ""
    recommendation: str = ""
    outcome: str = ""
    chair_reasons: str = ""
    lines_of_enquiry: tuple[str, ...] = ()
    overview: tuple[str, ...] = ()
    summary: tuple[str, ...] = ()
    actions: tuple[ShortAction, ...] = ()

    @property
    def people(self) -> tuple[PersonInCase, ...]:
        """Everybody in the case’s register, the child first."""
        return (self.child, *self.others)

    def agency(self, key: str) -> ShortAgency:
        """The part of one agency; KeyError for one that has none."""
        return {one.key: one for one in self.agencies}[key]


def day_of(case: ShortCase, days_after: int, *, today: date) -> date:
    """The day so many days after the case’s incident."""
    return today - timedelta(days=case.incident_days_ago - days_after)


def referral_answers(case: ShortCase, *, today: date) -> dict[str, str]:
    """The answers to the referral form, keyed by question; dates as ISO strings."""
    incident = day_of(case, 0, today=today)
    died = case.died_or_harmed == "died"
    return {
        "child_name": case.child.names[0],
        "child_born_on": (incident - timedelta(days=case.age_in_days)).isoformat(),
        "child_died_on": incident.isoformat() if died else "",
        "child_plan": case.plan,
        "incident_on": incident.isoformat(),
        "circumstances": case.circumstances,
        "died_or_harmed": case.died_or_harmed,
        "abuse_or_neglect": case.abuse_or_neglect,
        "other_children": case.other_children,
        "working_together": case.working_together,
        "working_together_why": case.working_together_why,
    }


def chronology_file(case: ShortCase, agency: str, *, today: date) -> bytes:
    """The agency’s small chronology as a CSV file (UTF-8)."""
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\r\n")
    rows.writerow(("Date", "Event", "Action taken", "Source of information"))
    for one in case.agency(agency).events:
        day = day_of(case, -one.days_before, today=today)
        rows.writerow((f"{day:%d/%m/%Y}", one.event, one.action, "Agency file"))
    return out.getvalue().encode("utf-8")


def agency_report(case: ShortCase, agency: str) -> dict[str, str]:
    """The agency’s report by section; empty when it has not been written."""
    return _by_section(AGENCY_REPORT, case.agency(agency).report)


def overview(case: ShortCase) -> dict[str, str]:
    """The Overview Report by section, as far as it has been written."""
    return _by_section(OVERVIEW, case.overview)


def executive_summary(case: ShortCase) -> dict[str, str]:
    """The Executive Summary by section, as far as it has been written."""
    return _by_section(SUMMARY, case.summary)


def _by_section(outline: tuple[OutlineSection, ...], texts: tuple[str, ...]) -> dict[str, str]:
    # A report that is being written has fewer texts than its outline has sections.
    return {section.key: text for section, text in zip(outline, texts, strict=False)}
