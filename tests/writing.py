"""A case from evidence to publication, by the real services, for the parts in which people write.

To the people of :mod:`tests.deciding` come Wyn and Art, who write for Health and look after it as its
senior officer, and Pam, the senior manager of the Police on the panel.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from django.db import transaction
from django.test import Client
from django.utils import timezone
from tests.deciding import STANDS_APART, Case, case_with_panel

from goldenthread.accounts.models import Agency, Person, Post
from goldenthread.domain.contributions import Form
from goldenthread.domain.process import Stage
from goldenthread.domain.roles import Role
from goldenthread.reviews.models import Contribution, RegisteredPerson, Review, SubmittedReport
from goldenthread.reviews.services import (
    agency_report,
    overview,
    panel,
    register,
    release,
    sign_off,
    steps,
)
from goldenthread.reviews.walls import asking

APPROVED_ON = date(2026, 6, 1)


@dataclass
class Writing:
    """The case, and who came to it for the writing."""

    case: Case
    wyn: Person
    art: Person
    pam: Person

    @property
    def review(self):
        """The review as Bea reads it now."""
        return self.case.refresh()

    def afresh(self) -> "Writing":
        """The same people, and the review as it stands: for the next test of a module."""
        again = replace(self, case=replace(self.case))
        again.case.refresh()
        return again

    def address(self, rest: str) -> str:
        """The address of a page of the review."""
        return f"/reviews/{self.case.review.reference}/{rest}"


@contextmanager
def kept_for_a_module(blocker: Any, build: Callable[[], Writing]) -> Iterator[Writing]:
    """Build once for all tests of a module; each test then starts from it and is rolled back to it."""
    with blocker.unblock(), transaction.atomic():
        yield build()
        transaction.set_rollback(True)


def at_panel() -> Writing:
    """The Police and Health have both been asked for a report, and each has its author."""
    case = case_with_panel()
    wyn, art = _person("Wyn Quill", case.health), _person("Art Head", case.health)
    pam = _person("Pam Table", case.police)
    Post.objects.create(
        person=art,
        role=Role.SENIOR_OFFICER.value,
        partnership=case.board,
        agency=case.health,
        began_on=date(2010, 1, 1),
    )
    with asking(case.bea.pk):
        panel.ask_for_contribution(
            case.review,
            case.health,
            form=Form.FULL_REPORT,
            due_on=timezone.localdate() + timedelta(days=30),
            by=case.bea,
        )
        panel.appoint(
            case.review, pam, Role.PANEL_MEMBER, agency=case.police, **STANDS_APART, by=case.bea
        )
    with asking(art.pk):
        panel.name_author(case.review, case.health, wyn, **STANDS_APART, by=art)
    return Writing(case, wyn, art, pam)


def at_evidence() -> Writing:
    """The agencies have been asked to begin."""
    writing = at_panel()
    ida = writing.case.ida
    with asking(ida.pk):
        steps.take(writing.case.review, "begin_evidence", reason="Health sits on it later.", by=ida)
    writing.case.refresh()
    return writing


def rest_at(writing: Writing, stage: Stage) -> Writing:
    """The case rests at this stage without having walked there."""
    with asking(writing.case.bea.pk):
        Review.objects.filter(pk=writing.case.review.pk).update(stage=stage.value)
    writing.case.refresh()
    return writing


def write_report(
    writing: Writing, agency: Agency, *, by: Person, text: str = "We visited."
) -> None:
    """Every section of an agency's report is written."""
    with asking(by.pk):
        for part in writing.case.review.type.agency_report_outline:
            agency_report.write_section(
                writing.case.review, agency, part.key, text=text, version=0, by=by
            )


def submitted(writing: Writing) -> SubmittedReport:
    """The Police's report, written and submitted by Ned."""
    ned, police = writing.case.ned, writing.case.police
    write_report(writing, police, by=ned)
    with asking(ned.pk):
        return agency_report.submit(writing.case.review, police, by=ned)


def at_synthesis() -> Writing:
    """The evidence is in, written straight into the tables: chronologies are another part."""
    writing = at_evidence()
    ida, now = writing.case.ida, timezone.now()
    with asking(ida.pk):
        Contribution.objects.filter(review=writing.case.review).update(
            chronology_submitted_at=now, report_submitted_at=now, report_accepted_at=now
        )
        steps.take(writing.case.review, "begin_synthesis", by=ida)
    writing.case.refresh()
    return writing


def write_overview(writing: Writing, **texts: str) -> None:
    """Otto writes every section of both documents; ``facts`` and others as given, in both."""
    otto, kind = writing.case.otto, writing.case.review.type
    with asking(otto.pk):
        for document, outline in (
            ("overview", kind.overview_outline),
            ("summary", kind.summary_outline),
        ):
            for part in outline:
                text = texts.get(part.key, "Agencies learned to ask again.")
                overview.write_section(
                    writing.case.review, document, part.key, text=text, version=0, by=otto
                )


def at_publication(**texts: str) -> Writing:
    """The Board has approved both documents, with these texts in them."""
    writing = at_synthesis()
    write_overview(writing, **texts)
    case = writing.case
    with asking(case.ida.pk):
        steps.take(case.review, "put_to_board", by=case.ida)
    with asking(case.cher.pk):
        sign_off.record(case.review, approved_on=APPROVED_ON, note="", by=case.cher)
    case.refresh()
    return writing


def name_child(writing: Writing, **known):
    """The child is called Amber Fenwick in the register, but for what is said otherwise."""
    review, bea = writing.case.review, writing.case.bea
    words = {"label": review.label, "role": "child", "names": ["Amber Fenwick"], "by": bea} | known
    with asking(bea.pk):
        child = RegisteredPerson.objects.visible_to(bea).get(review=review, label=review.label)
        return register.change_person(child, **words)


def published(**texts: str) -> Writing:
    """The reports are on the public site."""
    writing = at_publication(**texts)
    name_child(writing)
    with asking(writing.case.bea.pk):
        release.publish(writing.case.review, by=writing.case.bea)
    return writing


def send(client: Client, person: Person, address: str, **fields: object):
    """What the person is answered who sends this form, once."""
    client.force_login(person)
    return client.post(address, {"once": str(uuid4())} | fields)


def _person(name: str, employer: Agency) -> Person:
    first = name.split()[0].lower()
    return Person.objects.create(
        email=f"{first}@northmere.example", name=name, employer=employer, job_title="Manager"
    )
