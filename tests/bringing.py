"""A case whose agencies bring their evidence, with small invented chronologies.

Ned writes for the Police and Hal for Health; the other people are those of :mod:`tests.deciding`.
"""

from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone
from tests.deciding import STANDS_APART, Case, case_with_panel

from goldenthread.accounts.models import Person
from goldenthread.domain.contributions import Form
from goldenthread.domain.roles import Role
from goldenthread.reviews.models import Contribution, Membership, SourceFile
from goldenthread.reviews.services import chronology, panel, steps
from goldenthread.reviews.walls import asking

HEADINGS = ("When", "What happened", "Where recorded", "Seen by")
POLICE = (
    HEADINGS,
    ("3 May 2011", "Neighbour rang about shouting at 4 Thistle Row.", "Log 12", "PC Brook"),
    ("about June 2011", "Bicycle found by the mill pond.", "Log 19", ""),
    ("31/02/2011", "Mother asked for advice at the desk.", "Desk book", "PC Brook"),
    ("before 1 March 2011", "Patrol noticed the broken gate.", "Pocket book", ""),
)
HEALTH = (
    ("Date", "Details", "Source"),
    ("3 May 2011", "Health visitor called and nobody was in.", "Visit card"),
    ("not known", "Child weighed at the clinic.", "Red book"),
)


@dataclass
class Evidence:
    """The case, and who writes for whom."""

    case: Case
    ned: Person
    hal: Person

    def asking(self, person: Person) -> AbstractContextManager[None]:
        """Ask the database as this person."""
        return asking(person.pk)


def as_csv(rows, encoding: str = "utf-8") -> bytes:
    """Rows as a CSV file."""
    lines = [",".join(f'"{cell}"' for cell in row) for row in rows]
    return "\r\n".join(lines).encode(encoding)


def evidence() -> Evidence:
    """Police and Health have been asked for a chronology, and evidence is open."""
    case = case_with_panel()
    hal = Person.objects.create(
        email="hal@northmere.example", name="Hal Quill", employer=case.health
    )
    with asking(case.bea.pk):
        panel.ask_for_contribution(
            case.review,
            case.health,
            form=Form.FULL_REPORT,
            due_on=timezone.localdate() + timedelta(days=30),
            by=case.bea,
        )
        Membership.objects.create(
            review=case.review,
            person=hal,
            role=Role.AGENCY_AUTHOR.value,
            agency=case.health,
            joined_on=date(2026, 2, 20),
            declaration=STANDS_APART["declaration"],
        )
    with asking(case.ida.pk):
        steps.take(case.review, "begin_evidence", reason="Nobody sits for them yet.", by=case.ida)
    case.refresh()
    return Evidence(case, case.ned, hal)


def bring(told: Evidence, *, by: Person | None = None, name="police.csv", data=None, **words):
    """The file, brought by Ned for the Police unless told otherwise."""
    by = by or told.ned
    agency = told.case.health if by == told.hal else told.case.police
    with asking(by.pk):
        return chronology.bring_file(
            told.case.review,
            agency,
            name=name,
            data=as_csv(POLICE) if data is None else data,
            by=by,
            **words,
        )


def bring_and_read(told: Evidence, **words) -> SourceFile:
    """The same, and read at once."""
    brought = bring(told, **words)
    with asking(brought.brought_by_id):
        return chronology.read_source_file(brought.pk, by=brought.brought_by)


def submit(told: Evidence, *, by: Person) -> Contribution:
    """Submit for the agency of the person."""
    agency = told.case.health if by == told.hal else told.case.police
    with asking(by.pk):
        return chronology.submit(told.case.review, agency, by=by)
