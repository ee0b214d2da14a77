"""Other proceedings, holds and the disclosure schedule, through the services (P6)."""

from dataclasses import replace

import pytest
from django.utils import timezone
from tests.deciding import refusal
from tests.holding import hold_interview, hold_publication, soon
from tests.writing import at_evidence, kept_for_a_module, name_child

from goldenthread.audit.models import Record
from goldenthread.reviews.models import Disclosure, Hold, HoldLookedAt, Proceeding
from goldenthread.reviews.queries import proceedings as queries
from goldenthread.reviews.services import disclosure, holds, proceedings
from goldenthread.reviews.services.proceedings import Known
from goldenthread.reviews.walls import asking

pytestmark = pytest.mark.django_db

NOT_YOURS = "Your part in this review does not include this."
TRIAL = Known(kind="criminal", body="Northmere Crown Court", contact="the officer in the case")


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    with kept_for_a_module(django_db_blocker, at_evidence) as built:
        yield built


def verbs(writing) -> list[str]:
    with asking(writing.case.bea.pk):
        found = Record.objects.filter(subject__in=["proceeding", "hold", "disclosure"])
        return list(found.order_by("number").values_list("verb", flat=True))


@pytest.mark.duty("P6")
def test_a_proceeding_is_recorded_and_later_how_it_ended(world):
    bea = world.case.bea
    with asking(bea.pk):
        added = proceedings.add(world.case.review, TRIAL, by=bea)
        ended = replace(TRIAL, ended_on=timezone.localdate(), outcome=" Convicted. ")
        changed = proceedings.change(added, ended, by=bea)
        assert (changed.pk, changed.outcome, changed.saved_by) == (added.pk, "Convicted.", bea)
        assert Proceeding.objects.visible_to(bea).count() == 1
    assert verbs(world) == ["proceeding.added", "proceeding.changed"]


@pytest.mark.duty("P6")
def test_of_disciplinary_proceedings_only_that_there_are_any_is_kept(world):
    bea = world.case.bea
    bare = Known(kind="disciplinary", body="The Police")
    with asking(bea.pk):
        assert refusal(
            lambda: proceedings.add(world.case.review, replace(bare, note="He was warned."), by=bea)
        ) == (
            "Of disciplinary or regulatory proceedings the review keeps only that there are any."
            " Leave everything else empty."
        )
        assert proceedings.add(world.case.review, bare, by=bea).kind == "disciplinary"


@pytest.mark.duty("P6")
def test_the_manager_and_the_panel_chair_keep_them_and_nobody_else(world):
    case = world.case
    with asking(case.ida.pk):
        assert proceedings.add(case.review, TRIAL, by=case.ida).saved_by == case.ida
    for person in (case.cher, case.otto, world.pam, case.ned, case.sol):
        with asking(person.pk):
            assert (
                refusal(lambda by=person: proceedings.add(case.review, TRIAL, by=by)) == NOT_YOURS
            )


@pytest.mark.duty("P6")
def test_who_sees_a_proceeding_and_whose_hold_is_whose_business(world):
    case = world.case
    with asking(case.bea.pk):
        trial = proceedings.add(case.review, TRIAL, by=case.bea)
    hold_interview(world, proceeding=trial)
    seen = {}
    for person in (case.bea, case.cher, case.ida, world.pam, case.otto, case.ned, world.wyn):
        with asking(person.pk):
            seen[person.name.split()[0]] = (
                Proceeding.objects.visible_to(person).count(),
                queries.holds(person, case.review).count(),
            )
    assert seen == {
        "Bea": (1, 1),
        "Cher": (1, 1),
        "Ida": (1, 1),
        "Pam": (1, 1),
        "Otto": (1, 1),
        "Ned": (0, 0),  # of the Police: the held interview is Health’s
        "Wyn": (0, 1),
    }


@pytest.mark.duty("P6")
def test_a_hold_on_one_interview_holds_no_other(world):
    case = world.case
    first = hold_interview(world)
    hold_interview(world, whose="Midwife 2", asked_by="the coroner’s officer")
    with asking(case.bea.pk):
        held = queries.holds_interview(case.bea, case.review, case.health, "health visitor 1")
        assert held.reason.startswith("This interview is held back. The senior investigating")
        assert queries.holds_interview(case.bea, case.review, case.health, "Nurse 3")
        assert queries.holds_interview(case.bea, case.review, case.police, "Health visitor 1")
        assert queries.holds_publication(case.bea, case.review)
        holds.lift(first, because="The statement has been taken.", by=case.bea)
        assert queries.holds_interview(case.bea, case.review, case.health, "Health visitor 1")
        assert not queries.holds_interview(case.bea, case.review, case.health, "Midwife 2")


@pytest.mark.duty("P6", "P22")
def test_a_hold_names_nobody(world):
    name_child(world)
    for changed in (
        {"whose": "Amber Fenwick"},
        {"whose": "Nurse Fenwick"},
        {"reason": "Amber Fenwick may have to speak."},
    ):
        assert refusal(lambda words=changed: hold_interview(world, **words)).endswith(
            "is somebody’s name. Write the label or the post instead."
        )


@pytest.mark.duty("P6")
def test_a_hold_is_looked_at_again_and_its_first_day_is_kept(world):
    case = world.case
    hold = hold_interview(world)
    with asking(case.bea.pk):
        seen = holds.look_again(hold, note="No charge yet.", look_again_on=soon(40), by=case.bea)
        assert (seen.agency, seen.look_again_on) == (case.health, soon(40))
        assert Hold.objects.get(pk=hold.pk).look_again_on == soon(40)
        assert [one.note for one in queries.looked_at(case.bea, case.review)[hold.pk]] == [
            "No charge yet."
        ]
        holds.lift(hold, because="The trial has ended.", by=case.bea)
        sentence = refusal(
            lambda: holds.look_again(hold, note="x", look_again_on=soon(), by=case.bea)
        )
    assert sentence == "The hold has been lifted."
    with asking(world.wyn.pk):
        assert HoldLookedAt.objects.visible_to(world.wyn).count() == 1
    assert verbs(world) == ["hold.placed", "hold.looked_at", "hold.lifted"]


@pytest.mark.duty("P6")
def test_the_holds_to_look_at_are_those_whose_day_has_come_for_those_who_keep_them(world):
    case = world.case
    hold = hold_interview(world, look_again_on=soon(3))
    hold_publication(world, look_again_on=soon(30))
    for person, expected in ((case.bea, [hold]), (case.ida, [hold]), (case.cher, [])):
        with asking(person.pk):
            assert queries.holds_to_look_at(person, soon(2)) == []
            assert queries.holds_to_look_at(person, soon(3)) == expected


def ask_for(writing, **changed) -> Disclosure:
    words = {
        "document": "The Police’s report",
        "requested_by": "HM Coroner",
        "requested_on": timezone.localdate(),
        "legal_basis": "A coroner’s notice",
        "agency": writing.case.police,
        "by": writing.case.bea,
    } | changed
    with asking(words["by"].pk):
        return disclosure.add_request(writing.case.review, **words)


@pytest.mark.duty("P6")
def test_the_schedule_is_numbered_answered_once_and_served(world):
    bea = world.case.bea
    first, second = ask_for(world), ask_for(world, agency=None, document="The draft")
    assert [first.number, second.number] == [1, 2]
    with asking(bea.pk):
        assert refusal(lambda: disclosure.serve(first, served_on=soon(0), by=bea)) == (
            "Record first what was decided about the request."
        )
        decided = disclosure.decide(
            first,
            decision="redacted",
            claims_immunity=True,
            redactions="Names of other children.",
            by=bea,
        )
        assert (decided.claims_immunity, decided.decided_by) == (True, bea)
        assert (
            refusal(
                lambda: disclosure.decide(first, decision="whole", claims_immunity=False, by=bea)
            )
            == "This request has been answered. A new request is a new line."
        )
        assert refusal(lambda: disclosure.serve(first, served_on=soon(1), by=bea)) == (
            "Give a day from the request until today."
        )
        assert disclosure.serve(first, served_on=soon(0), by=bea).served_on == soon(0)
    assert verbs(world)[-2:] == ["disclosure.decided", "disclosure.served"]


@pytest.mark.duty("P6")
@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"document": " "}, "Say which document is asked for."),
        ({"requested_by": ""}, "Say who asks for it."),
        ({"legal_basis": ""}, "Say on what legal basis it is asked for."),
        (
            {"requested_on": soon(1)},
            "The day of the request is still to come. Give the day it was made.",
        ),
    ],
)
def test_a_request_says_what_who_when_and_on_what_basis(world, changed, sentence):
    assert refusal(lambda: ask_for(world, **changed)) == sentence


@pytest.mark.duty("P6")
def test_a_senior_officer_sees_their_own_agency_s_lines_only(world):
    case = world.case
    ask_for(world)
    ask_for(world, agency=case.health)
    ask_for(world, agency=None)
    for person, numbers in (
        (case.bea, [1, 2, 3]),
        (case.cher, [1, 2, 3]),
        (case.sol, [1]),
        (world.art, [2]),
        (world.pam, []),
        (case.otto, []),
    ):
        with asking(person.pk):
            seen = [one.number for one in queries.disclosures(person, case.review)]
            assert (person.name, seen) == (person.name, numbers)


def test_an_agency_of_another_board_has_no_interview_here(world):
    elsewhere = world.case.zoe.employer
    assert refusal(lambda: hold_interview(world, agency=elsewhere)) == (
        "Choose one of the agencies in the list."
    )
