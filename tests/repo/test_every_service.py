"""Promises about services: each is marked, each is tried by a test, and each refuses a stranger."""

import ast
import importlib
import inspect
from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from django.core.exceptions import ObjectDoesNotExist
from tests.bringing import POLICE, as_csv
from tests.deciding import DECIDED_ON, FACTS, MET_ON, STANDS_APART, write_terms
from tests.meeting import attended, planned
from tests.repo.source import PACKAGE, ROOT, tree
from tests.writing import at_evidence, kept_for_a_module, submitted

from goldenthread.accounts.models import Person
from goldenthread.audit.models import Record
from goldenthread.domain.actions import ActionStatus
from goldenthread.domain.answers import Refused
from goldenthread.domain.contributions import Form
from goldenthread.domain.meetings import Body
from goldenthread.domain.notices import Occasion, Way
from goldenthread.domain.planning import Later
from goldenthread.domain.questionnaires.rapid_review_lcspr_2023 import RAPID_REVIEW
from goldenthread.domain.reminders import About, Rung
from goldenthread.domain.roles import Role
from goldenthread.domain.visibility import Material
from goldenthread.reviews import moments
from goldenthread.reviews.models import (
    AgendaItem,
    Contribution,
    Involvement,
    Membership,
    Referral,
    RegisteredPerson,
)
from goldenthread.reviews.queries.reminders import Owed
from goldenthread.reviews.services import (
    action_plan,
    agency_report,
    chronology,
    decision,
    decision_log,
    disclosure,
    holds,
    judgement,
    meeting,
    notices,
    overview,
    panel,
    proceedings,
    reading,
    received_referral,
    referral,
    register,
    release,
    reminders,
    scoping,
    sign_off,
    statutory_form,
    steps,
    terms,
    timetable,
)
from goldenthread.reviews.services.service import SERVICES, TrailMissed, service
from goldenthread.reviews.walls import asking

HERE = "goldenthread.reviews.services"
NOT_SERVICES = {
    "chronology_rows.entry_rows": "makes rows and writes none",
    "chronology_rows.as_kept": "makes words and writes none",
    "chronology_rows.kept": "makes words and writes none",
    "received_referral.mark_acknowledged": "part of the services that acknowledge; they leave the record",
    "referral.held": "holds a row and writes none",
    "reminder_letters.ask": "writes to a person and to no table",
    "reminder_letters.remind": "writes to a person and to no table",
    "reminders.told_on": "asks and writes nothing",
    "meeting.locked": "holds a row and writes none",
    "sent_forms.claim": "part of the service that the form asks for",
    "sent_forms.forget": "house-keeping: it touches no review",
    "sent_forms.keep": "part of the service that the form asks for",
    "sent_forms.release": "part of the service that the form asks for",
    "service.service": "what makes a service of a function",
    "steps.locked": "holds a row and writes none",
    "steps.move": "part of the services whose step it takes; they leave the record",
    "terms_sharing.share": "part of the services after which somebody works from the terms",
    "terms_sharing.share_in_force": "part of the services after which somebody works from the terms",
    "terms_sharing.share_with_agency": "part of the services that ask an agency to contribute",
    "digest.send": "tells somebody how much waits for them; it touches no review",
    "visits.keep": "when somebody last looked; that they read is recorded beside it",
    "voices.say": "part of the services that decide and sign off; they leave the record",
    "written.require_version": "asks and writes nothing",
}
OPEN_TO_ANYBODY = {"referral.begin": "any professional may refer a case"}


def _modules() -> Iterator[str]:
    for path in sorted((PACKAGE / "reviews" / "services").glob("*.py")):
        if path.stem != "__init__":
            yield path.stem


def _public_functions() -> dict[str, Callable]:
    return {
        f"{name}.{function}": value
        for name in _modules()
        for module in [importlib.import_module(f"{HERE}.{name}")]
        for function, value in vars(module).items()
        if inspect.isfunction(value)
        and value.__module__ == module.__name__
        and not function.startswith("_")
    }


def _services() -> set[str]:
    _public_functions()
    return {name.removeprefix(f"{HERE}.") for name in SERVICES if name.startswith(f"{HERE}.")}


def test_every_public_function_is_a_service_or_says_why_not():
    assert set(_public_functions()) == _services() | set(NOT_SERVICES)


def test_every_service_is_called_by_a_test_of_its_own():
    """In its part's tests, or in what those build their cases with."""
    called = set()
    folder = ROOT / "tests"
    for path in (*folder.glob("services/test_*.py"), *folder.glob("*.py")):
        module = tree(path)
        known = {
            alias.asname or alias.name: alias.name
            for node in ast.walk(module)
            if isinstance(node, ast.ImportFrom) and node.module == HERE
            for alias in node.names
        }
        for node in ast.walk(module):
            match node:
                case ast.Attribute(value=ast.Name(id=name), attr=function) if name in known:
                    called.add(f"{known[name]}.{function}")
    elsewhere = {
        "chronology.record_download": "with the page that gives the file",
        "chronology.give_up_reading": "with the job that gives up",
    }
    assert _services() - called == set(elsewhere)


@pytest.mark.django_db
@pytest.mark.parametrize("records", [0, 2])
def test_a_service_that_leaves_no_record_or_two_is_undone(records):
    ruth = Person.objects.create(email="ruth@northmere.example", name="Ruth Wick")

    def act() -> None:
        from goldenthread.audit import trail  # noqa: PLC0415 (only here)

        Person.objects.create(email="left@behind.example", name="Left Behind")
        for _ in range(records):
            trail.record("person.added", by=ruth.pk)

    # Marked here and not kept: the registry is the product's.
    marked = service(act)
    del SERVICES[f"{act.__module__}.{act.__qualname__}"]
    with asking(ruth.pk), pytest.raises(TrailMissed):
        marked()
    assert not Person.objects.filter(name="Left Behind").exists()


@pytest.mark.django_db
def test_no_service_is_done_by_nobody():
    with pytest.raises(TrailMissed, match="called by nobody"):
        steps.take(None, "ask_agencies", by=None)


# ---------------------------------------------------------------- a stranger at every door


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    with kept_for_a_module(django_db_blocker, _built) as built:
        yield built


def _built():
    writing = at_evidence()
    case = writing.case
    with asking(case.ned.pk):
        writing.file = chronology.bring_file(
            case.review, case.police, name="police.csv", data=as_csv(POLICE), by=case.ned
        )
    writing.submission = submitted(writing)
    writing.meeting = attended(case, planned(case))
    with asking(case.bea.pk):
        writing.item = AgendaItem.objects.filter(review=case.review).first()
        writing.asked = decision_log.ask(
            writing.meeting, text="Ask.", owner=None, owner_name="Ann", due_on=None, by=case.bea
        )
        writing.terms = write_terms(case)
        writing.more = timetable.ask_for_more_time(
            case.review, "sign-off", until=MET_ON.replace(year=2099), reason="A trial.", by=case.bea
        )
        writing.asked = Contribution.objects.filter(review=case.review).first()
        writing.member = Membership.objects.filter(review=case.review).first()
        writing.child = RegisteredPerson.objects.get(review=case.review)
        writing.referral = Referral.objects.get(review=case.review)
        writing.trial = proceedings.add(case.review, TRIAL, by=case.bea)
        writing.hold = holds.place_on_publication(case.review, **HELD, by=case.bea)
        writing.line = disclosure.add_request(case.review, **ASKED, by=case.bea)
        writing.question = Involvement.objects.filter(review=case.review).first()
        writing.action = action_plan.add(
            case.review, lead_agency=case.police, by=case.bea, **_action()
        )
    return writing


def _soon():
    return moments.today() + timedelta(days=20)


def _action() -> dict:
    words = {"lesson": "Nobody asked.", "text": "Ask.", "owner": "Head", "measure": "Audit."}
    return words | {"due_on": _soon()}


NAMED = {"label": "Aunt 1", "role": "aunt", "names": ["Opal Fenwick"]}
TOLD = (Occasion.DECISION, "inspectorate")
TELLING = {"name": "Ofsted", "told_on": MET_ON, "way": Way.LETTER, "reference": "", "note": ""}
MEETING = {
    "held_on": MET_ON,
    "items": ["Reports"],
    "begins_at": None,
    "place": "",
    "quorum": 1,
    "chaired_by": "",
}
TERMS = {
    "period_from": MET_ON,
    "period_to": DECIDED_ON,
    "subjects": "The child",
}
TRIAL = proceedings.Known(kind="criminal", body="Northmere Crown Court")
HELD = {
    "reason": "A trial.",
    "asked_by": "the police",
    "look_again_on": moments.today() + timedelta(days=20),
}
ASKED = {
    "document": "The draft",
    "requested_by": "The coroner",
    "requested_on": MET_ON,
    "legal_basis": "A notice",
}
TRIED: dict[str, Callable] = {
    "action_plan.add": lambda w, c, by: action_plan.add(
        c.review, lead_agency=None, by=by, **_action()
    ),
    "action_plan.change": lambda w, c, by: action_plan.change(
        w.action, lead_agency=None, by=by, **_action()
    ),
    "action_plan.record_progress": lambda w, c, by: action_plan.record_progress(
        w.action, status=ActionStatus.ON_TRACK, note="Begun.", by=by
    ),
    "agency_report.write_section": lambda w, c, by: agency_report.write_section(
        c.review, c.health, "summary", text="We knew.", version=0, by=by
    ),
    "agency_report.submit": lambda w, c, by: agency_report.submit(c.review, c.health, by=by),
    "agency_report.decide": lambda w, c, by: agency_report.decide(
        w.submission, verdict="accepted", comment="", by=by
    ),
    "chronology.bring_file": lambda w, c, by: chronology.bring_file(
        c.review, c.police, name="a.csv", data=b"Date,Event", by=by
    ),
    "chronology.read_source_file": lambda w, c, by: chronology.read_source_file(w.file.pk, by=by),
    "chronology.give_up_reading": lambda w, c, by: chronology.give_up_reading(w.file.pk, by=by),
    "chronology.read_again": lambda w, c, by: chronology.read_again(w.file, by=by),
    "chronology.record_download": lambda w, c, by: chronology.record_download(w.file, by=by),
    "chronology.submit": lambda w, c, by: chronology.submit(c.review, c.police, by=by),
    "decision.decide": lambda w, c, by: decision.decide(
        c.review, outcome="review", reasons="I agree.", decided_on=DECIDED_ON, by=by
    ),
    "judgement.record": lambda w, c, by: judgement.record(
        c.review,
        met_on=MET_ON,
        present="All.",
        facts=FACTS,
        recommendation="review",
        reasons="It holds.",
        dissent="",
        by=by,
    ),
    "judgement.keep_draft": lambda w, c, by: judgement.keep_draft(
        c.review, answers={"reasons": "So far."}, began_from="", by=by
    ),
    "meeting.plan": lambda w, c, by: meeting.plan(
        c.review, Body.PANEL, held_on=MET_ON, items=["Reports"], by=by
    ),
    "meeting.change": lambda w, c, by: meeting.change(w.meeting, **MEETING, by=by),
    "meeting.record_attendance": lambda w, c, by: meeting.record_attendance(
        w.meeting, [], began_from="", by=by
    ),
    "meeting.note_item": lambda w, c, by: meeting.note_item(
        w.item, discussion="Much.", began_from="", by=by
    ),
    "meeting.close": lambda w, c, by: meeting.close(w.meeting, note="", by=by),
    "meeting.take_minutes": lambda w, c, by: meeting.take_minutes(w.meeting, by=by),
    "decision_log.record_at": lambda w, c, by: decision_log.record_at(
        w.meeting, text="Wait.", reasons="Time.", by=by
    ),
    "decision_log.record_between": lambda w, c, by: decision_log.record_between(
        c.review,
        Body.PANEL,
        text="Wait.",
        reasons="Time.",
        proposed_by="Ida",
        decided_on=MET_ON,
        by=by,
    ),
    "decision_log.ask": lambda w, c, by: decision_log.ask(
        w.meeting, text="Ask.", owner=None, owner_name="Ann", due_on=None, by=by
    ),
    "decision_log.finish": lambda w, c, by: decision_log.finish(
        w.asked, done_on=MET_ON, note="", by=by
    ),
    "overview.write_section": lambda w, c, by: overview.write_section(
        c.review, "overview", "facts", text="It began.", version=0, by=by
    ),
    "panel.appoint": lambda w, c, by: panel.appoint(
        c.review, c.zoe, Role.PANEL_CHAIR, **STANDS_APART, by=by
    ),
    "panel.name_author": lambda w, c, by: panel.name_author(
        c.review, c.police, c.zoe, **STANDS_APART, by=by
    ),
    "panel.leave": lambda w, c, by: panel.leave(w.member, why="unavailable", by=by),
    "panel.appoint_undeclared": lambda w, c, by: panel.appoint_undeclared(
        c.review, c.zoe, Role.PANEL_CHAIR, by=by
    ),
    "panel.declare": lambda w, c, by: panel.declare(w.member, **STANDS_APART, by=by),
    "panel.declare_again": lambda w, c, by: panel.declare_again(
        w.member, declared_on=moments.today(), interests="A cousin.", steps_taken="None.", by=by
    ),
    "panel.change_form": lambda w, c, by: panel.change_form(
        w.asked, form=Form.CHRONOLOGY_ONLY, because="Little known.", by=by
    ),
    "panel.change_due_day": lambda w, c, by: panel.change_due_day(
        w.asked, due_on=_soon(), because="Illness.", by=by
    ),
    "panel.ask_for_contribution": lambda w, c, by: panel.ask_for_contribution(
        c.review, c.police, form=Form.FULL_REPORT, due_on=_soon(), by=by
    ),
    "proceedings.add": lambda w, c, by: proceedings.add(c.review, TRIAL, by=by),
    "proceedings.change": lambda w, c, by: proceedings.change(w.trial, TRIAL, by=by),
    "holds.place_on_interview": lambda w, c, by: holds.place_on_interview(
        c.review, c.police, whose="Officer 1", **HELD, by=by
    ),
    "holds.place_on_publication": lambda w, c, by: holds.place_on_publication(
        c.review, **HELD, by=by
    ),
    "holds.look_again": lambda w, c, by: holds.look_again(
        w.hold, note="It stays.", look_again_on=_soon(), by=by
    ),
    "holds.lift": lambda w, c, by: holds.lift(w.hold, because="It has ended.", by=by),
    "disclosure.add_request": lambda w, c, by: disclosure.add_request(c.review, **ASKED, by=by),
    "disclosure.decide": lambda w, c, by: disclosure.decide(
        w.line, decision="whole", claims_immunity=False, by=by
    ),
    "disclosure.serve": lambda w, c, by: disclosure.serve(w.line, served_on=MET_ON, by=by),
    "reading.record_reading": lambda w, c, by: reading.record_reading(
        c.review, Material.OVERVIEW, by=by
    ),
    "referral.save_section": lambda w, c, by: referral.save_section(
        w.referral, c.review.type.referral.sections[0], {}, by=by
    ),
    "referral.send": lambda w, c, by: referral.send(w.referral, by=by),
    "referral.withdraw": lambda w, c, by: referral.withdraw(w.referral, reason="A trial.", by=by),
    "received_referral.acknowledge": lambda w, c, by: received_referral.acknowledge(
        c.review, by=by
    ),
    "received_referral.close_withdrawn": lambda w, c, by: received_referral.close_withdrawn(
        c.review, reason="A trial.", by=by
    ),
    "received_referral.close_as_duplicate": lambda w, c, by: received_referral.close_as_duplicate(
        c.review, c.review, reason="A trial.", by=by
    ),
    "received_referral.take_up_again": lambda w, c, by: received_referral.take_up_again(
        c.review, reason="A trial.", by=by
    ),
    "reminders.chase": lambda w, c, by: reminders.chase(
        c.review, c.police, about=About.SCOPING, by=by
    ),
    "reminders.climb": lambda w, c, by: reminders.climb(
        c.review, Owed(c.police, About.SCOPING, _soon()), Rung.AFTER, to=c.zoe, by=by
    ),
    "scoping.tell_to_secure": lambda w, c, by: scoping.tell_to_secure(
        c.review, [c.police], about="Nobody", by=by
    ),
    "scoping.record_securing": lambda w, c, by: scoping.record_securing(
        w.question, on=moments.today(), by_whom="Nobody", held_at="", by=by
    ),
    "register.add_person": lambda w, c, by: register.add_person(c.review, **NAMED, by=by),
    "register.change_person": lambda w, c, by: register.change_person(w.child, **NAMED, by=by),
    "register.answer": lambda w, c, by: register.answer(c.review, "Opal", None, by=by),
    "release.publish": lambda w, c, by: release.publish(c.review, by=by),
    "release.withhold": lambda w, c, by: release.withhold(c.review, reason="A trial.", by=by),
    "scoping.ask_agencies": lambda w, c, by: scoping.ask_agencies(
        c.review, [c.police], due_on=_soon(), by=by
    ),
    "scoping.ask_more_agencies": lambda w, c, by: scoping.ask_more_agencies(
        c.review, [c.police], due_on=_soon(), by=by
    ),
    "scoping.answer": lambda w, c, by: scoping.answer(
        w.question, was_involved=False, summary="", records_secured_on=None, by=by
    ),
    "sign_off.record": lambda w, c, by: sign_off.record(
        c.review, approved_on=DECIDED_ON, note="", by=by
    ),
    "statutory_form.save_section": lambda w, c, by: statutory_form.save_section(
        c.review, RAPID_REVIEW.key, RAPID_REVIEW.sections[0], {}, by=by
    ),
    "statutory_form.complete": lambda w, c, by: statutory_form.complete(
        c.review, RAPID_REVIEW.key, by=by
    ),
    "steps.take": lambda w, c, by: steps.take(c.review, "begin_synthesis", by=by),
    "notices.give": lambda w, c, by: notices.give(c.review, *TOLD, **TELLING, by=by),
    "notices.take_letter": lambda w, c, by: notices.take_letter(c.review, *TOLD, by=by),
    "timetable.record_event": lambda w, c, by: timetable.record_event(
        c.review, event="incident", happened_on=MET_ON, note="", by=by
    ),
    "timetable.plan": lambda w, c, by: timetable.plan(
        c.review, "board", planned_on=_soon(), reason="A trial.", later=Later.STAY, by=by
    ),
    "timetable.ask_for_more_time": lambda w, c, by: timetable.ask_for_more_time(
        c.review, "sign-off", until=_soon(), reason="A trial.", by=by
    ),
    "timetable.answer_request": lambda w, c, by: timetable.answer_request(
        w.more, granted_until=None, reason="No.", answered_on=MET_ON, answered_for="", by=by
    ),
    "terms.write": lambda w, c, by: terms.write(c.review, **TERMS, by=by),
    "terms.write_lines": lambda w, c, by: terms.write_lines(
        c.review, lines={}, new_lines=["Was the child seen?"], by=by
    ),
    "terms.answer_questions": lambda w, c, by: terms.answer_questions(
        c.review, answers={"issues": "Being heard."}, by=by
    ),
    "terms.share_again": lambda w, c, by: terms.share_again(c.review, by=by),
    "terms.open_shared": lambda w, c, by: terms.open_shared(w.terms, by=by),
    "terms.approve": lambda w, c, by: terms.approve(w.terms, by=by),
}


def test_a_stranger_is_tried_at_every_door():
    assert set(TRIED) == _services() - set(OPEN_TO_ANYBODY)


@pytest.mark.django_db
@pytest.mark.parametrize("name", sorted(TRIED))
def test_every_service_refuses_a_stranger_and_leaves_no_trace(world, name):
    zoe = world.case.zoe
    with asking(zoe.pk):
        with pytest.raises((Refused, ObjectDoesNotExist)):
            TRIED[name](world, world.case, zoe)
        assert Record.objects.filter(person_id=zoe.pk).count() == 0
