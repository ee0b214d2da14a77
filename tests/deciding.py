"""A case walked by the real services to the Committee, the Chair, the panel and the Board.

Invented people with fixed meaning: Bea manages the Board’s business, Col sits on the Committee, Cher
chairs the Board, Sol is the Police’s senior officer, Ned and Hana work for the Police and Health, Ida
and Otto are independent, and Zoe has no part in anything.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from goldenthread.accounts.models import Agency, Partnership, Person, Post
from goldenthread.domain.answers import Refused
from goldenthread.domain.contributions import Form
from goldenthread.domain.criteria.scr_2010 import Fact
from goldenthread.domain.questionnaires.questions import Kind, Question, as_answer
from goldenthread.domain.roles import Role
from goldenthread.reviews.models import Contribution, Involvement, OverviewSection, Review
from goldenthread.reviews.services import (
    decision,
    judgement,
    panel,
    referral,
    scoping,
    steps,
    terms,
)
from goldenthread.reviews.walls import asking

MET_ON = date(2026, 2, 3)
DECIDED_ON = date(2026, 2, 10)

SAID = {"died_or_harmed": "died", "abuse_or_neglect": "suspected", "working_together": "yes"}

FACTS: dict[Fact, tuple[str, str]] = {
    **dict.fromkeys(Fact, ("no", "")),
    Fact.CHILD_DIED: ("yes", "The referral."),
    Fact.ABUSE_OR_NEGLECT: ("suspected", "The post-mortem is awaited."),
    Fact.INTERAGENCY_CONCERN: ("yes", "Two agencies closed the case on the same day."),
}
STANDS_APART = {
    "declaration": "I know none of those involved.",
    "involved_in_case": False,
    "managed_those_involved": False,
}


@dataclass
class Case:
    """The Board, its people, and one review."""

    board: Partnership
    police: Agency
    health: Agency
    bea: Person
    col: Person
    cher: Person
    sol: Person
    ned: Person
    hana: Person
    ida: Person
    otto: Person
    zoe: Person
    review: Review

    def refresh(self) -> Review:
        """The review as Bea reads it now."""
        with asking(self.bea.pk):
            self.review = Review.objects.visible_to(self.bea).get(pk=self.review.pk)
        return self.review


def case_referred() -> Case:
    """A case that Bea has referred and the agencies have not been asked about yet."""
    board = Partnership.objects.create(name="Northmere Board", prefix="NM")
    police = Agency.objects.create(partnership=board, name="Police", key="police", number=1)
    health = Agency.objects.create(partnership=board, name="Health", key="health", number=2)
    bea, col, cher = _person("Bea Ledger"), _person("Col Docket"), _person("Cher Gavel")
    sol, ned = _person("Sol Badge", police), _person("Ned Beat", police)
    hana = _person("Hana Ward", health)
    for person, role, agency in (
        (bea, Role.BUSINESS_MANAGER, None),
        (col, Role.COMMITTEE_MEMBER, None),
        (cher, Role.BOARD_CHAIR, None),
        (sol, Role.SENIOR_OFFICER, police),
        (hana, Role.AGENCY_CONTACT, health),
    ):
        Post.objects.create(
            person=person,
            role=role.value,
            partnership=board,
            agency=agency,
            began_on=date(2010, 1, 1),
        )
    people = (_person("Ida Apart"), _person("Otto Aside"), _person("Zoe Elsewhere", _fire()))
    review = _refer(board, by=bea)
    return Case(board, police, health, bea, col, cher, sol, ned, hana, *people, review)


def case_before_committee() -> Case:
    """The agencies have answered, and the case has been put to the Committee."""
    case = case_referred()
    due_on = timezone.localdate() + timedelta(days=10)
    with asking(case.bea.pk):
        scoping.ask_agencies(case.review, [case.police, case.health], due_on=due_on, by=case.bea)
    _answer(case, case.sol, case.police)
    _answer(case, case.hana, case.health)
    with asking(case.bea.pk):
        case.review = steps.take(case.review, "put_to_committee", by=case.bea)
    return case


def judge(case: Case, **changed):
    """The Committee's judgement as Col records it, but for what is changed."""
    words = {
        "met_on": MET_ON,
        "present": "Col Docket, and two others",
        "facts": FACTS,
        "recommendation": "review",
        "reasons": "The death limb holds.",
        "dissent": "",
        "by": case.col,
    } | changed
    with asking(words["by"].pk):
        return judgement.record(case.review, **words)


def decide(case: Case, **changed):
    """The Chair's decision as Cher records it, but for what is changed."""
    words = {
        "outcome": "review",
        "reasons": "I agree.",
        "decided_on": DECIDED_ON,
        "by": case.cher,
    } | changed
    with asking(words["by"].pk):
        return decision.decide(case.review, **words)


def case_before_chair() -> Case:
    """The Committee has recommended a review."""
    case = case_before_committee()
    judge(case)
    case.refresh()
    return case


def case_at_panel() -> Case:
    """The Chair has decided that there is a review."""
    case = case_before_chair()
    decide(case)
    case.refresh()
    return case


def case_with_panel() -> Case:
    """Ida chairs, Otto writes the overview, the Police bring both, and the terms are approved."""
    case = case_at_panel()
    due_on = timezone.localdate() + timedelta(days=30)
    with asking(case.bea.pk):
        panel.appoint(case.review, case.ida, Role.PANEL_CHAIR, **STANDS_APART, by=case.bea)
        panel.appoint(case.review, case.otto, Role.OVERVIEW_AUTHOR, **STANDS_APART, by=case.bea)
        panel.ask_for_contribution(
            case.review,
            case.police,
            form=Form.FULL_REPORT,
            due_on=due_on,
            by=case.bea,
        )
        written = write_terms(case)
    with asking(case.cher.pk):
        terms.approve(written, by=case.cher)
    with asking(case.sol.pk):
        panel.name_author(case.review, case.police, case.ned, **STANDS_APART, by=case.sol)
    return case


def write_terms(case: Case, **changed):
    """Terms of reference as Bea writes them (inside ``asking``), but for what is changed."""
    words = {
        "period_from": date(2024, 1, 1),
        "period_to": date(2026, 1, 5),
        "subjects": "The child and the child’s sister",
        "lines": {},
        "new_lines": ["Was the child seen?", "Who knew what, and when?"],
        "by": case.bea,
    } | changed
    lines = {name: words.pop(name) for name in ("lines", "new_lines")}
    terms.write(case.review, **words)
    return terms.write_lines(case.review, **lines, by=words["by"])


def case_before_board() -> Case:
    """The evidence is in (written straight into the tables), and the reports are before the Board."""
    case = case_with_panel()
    now = timezone.now()
    with asking(case.ida.pk):
        steps.take(case.review, "begin_evidence", reason="No agency sits on it yet.", by=case.ida)
        Contribution.objects.filter(review=case.review).update(
            chronology_submitted_at=now, report_submitted_at=now, report_accepted_at=now
        )
        steps.take(case.review, "begin_synthesis", by=case.ida)
    with asking(case.otto.pk):
        kind = case.review.type
        for document, outline in (
            (OverviewSection.OVERVIEW, kind.overview_outline),
            (OverviewSection.SUMMARY, kind.summary_outline),
        ):
            for section in outline:
                OverviewSection.objects.create(
                    review=case.review,
                    document=document,
                    key=section.key,
                    text="Written.",
                    written_at=now,
                    written_by=case.otto,
                )
    with asking(case.ida.pk):
        steps.take(case.review, "put_to_board", by=case.ida)
    case.refresh()
    return case


def refusal(act: Callable[[], object]) -> str:
    """The sentence with which this is refused."""
    with pytest.raises(Refused) as caught:
        act()
    return caught.value.reason


def _fire() -> Agency:
    elsewhere = Partnership.objects.create(name="Southfold Board", prefix="SF")
    return Agency.objects.create(partnership=elsewhere, name="Fire", key="fire", number=1)


def _person(name: str, employer: Agency | None = None) -> Person:
    first = name.split()[0].lower()
    return Person.objects.create(
        email=f"{first}@northmere.example", name=name, employer=employer, job_title="Manager"
    )


def _refer(board: Partnership, *, by: Person) -> Review:
    with asking(by.pk):
        begun = referral.begin(board, by=by)
        for section in begun.review.type.referral.sections:
            answers = {question.key: _answer_to(question) for question in section.questions}
            referral.save_section(begun, section, answers, by=by)
        return referral.send(begun, by=by, label="Child K").review


def _answer_to(question: Question) -> str:
    if question.key in SAID:
        return SAID[question.key]
    if question.kind is Kind.DAY:
        return "2026-01-05"
    if question.key == "more_children":
        return ""  # one child, whom the tests know
    if question.kind is Kind.ROWS:
        return as_answer([{column.key: _answer_to(column) for column in question.columns}])
    return question.options[0][0] if question.options else "Something invented."


def _answer(case: Case, person: Person, agency: Agency) -> None:
    with asking(person.pk):
        scoping.answer(
            Involvement.objects.visible_to(person).get(agency=agency),
            was_involved=True,
            summary="Visited twice.",
            records_secured_on=None,
            by=person,
        )


def open_as(client: Client, person: Person, address: str):
    """The page at this address as the person is shown it."""
    client.force_login(person)
    return client.get(address)
