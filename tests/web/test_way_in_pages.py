"""The pages of referring and scoping, the home of a review, my work, steps and activity."""

from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.deciding import Case, case_at_panel, case_before_committee, case_referred

from goldenthread.accounts import services as accounts
from goldenthread.accounts.models import Person
from goldenthread.audit.models import Record
from goldenthread.domain.process import Stage
from goldenthread.domain.roles import Role
from goldenthread.reviews import moments
from goldenthread.reviews.models import Involvement, Referral, Review, StepTaken
from goldenthread.reviews.walls import asking

pytestmark = pytest.mark.django_db

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
SECTIONS = {
    "child": {
        "child_name": "Tilly Mossbank",
        "child_born_on-day": "3",
        "child_born_on-month": "4",
        "child_born_on-year": "2010",
        "child_plan": "no",
    },
    "incident": {
        "incident_on-day": "1",
        "incident_on-month": "2",
        "incident_on-year": "2011",
        "circumstances": "Found at home, unwell.",
        "died_or_harmed": "harmed",
        "abuse_or_neglect": "suspected",
    },
    "family": {"other_children": "None."},
    "agencies": {"working_together": "yes"},
}


@pytest.fixture
def ruth() -> Person:
    return accounts.add_person(email="ruth@wick.example", name="Ruth Wickmoor")


@pytest.fixture
def case() -> Case:
    return case_referred()


def be(client, person: Person) -> None:
    client.force_login(person, backend=BACKEND)


def address(name: str, case: Case, **words: str) -> str:
    return reverse(name, kwargs={"reference": case.review.reference, **words})


def begin(client, case: Case) -> str:
    answer = client.post("/refer/begin/", {"partnership": case.board.pk})
    return answer.headers["Location"]


@pytest.mark.duty("P1", "P2")
def test_a_case_is_referred_section_by_section(client, case, ruth):
    be(client, ruth)
    tasks = begin(client, case)
    for key, answers in SECTIONS.items():
        assert client.post(f"{tasks}{key}/", answers).headers["Location"] == tasks
    assert "Tilly Mossbank" in client.get(f"{tasks}check/").content.decode()
    sent = client.post(f"{tasks}check/").headers["Location"]
    page = client.get(sent).content.decode()
    assert "Your referral is with the Board" in page
    assert "Tilly Mossbank" in page


def test_an_unfinished_section_is_kept_and_shown_again(client, case, ruth):
    be(client, ruth)
    tasks = begin(client, case)
    client.post(f"{tasks}incident/", {"circumstances": "A fall on the stairs"})
    assert "A fall on the stairs" in client.get(f"{tasks}incident/").content.decode()
    assert "Begun" in client.get(tasks).content.decode()


def test_a_day_that_does_not_exist_is_answered_and_what_was_typed_stays(client, case, ruth):
    be(client, ruth)
    tasks = begin(client, case)
    day = {"incident_on-day": "31", "incident_on-month": "2", "incident_on-year": "2011"}
    page = client.post(f"{tasks}incident/", day | {"circumstances": "A fall"})
    assert page.status_code == 200
    shown = page.content.decode()
    assert "There is a problem" in shown
    assert 'value="31"' in shown
    assert "A fall" in shown


def test_a_referral_that_is_not_whole_is_not_sent(client, case, ruth):
    be(client, ruth)
    tasks = begin(client, case)
    page = client.post(f"{tasks}check/")
    assert page.status_code == 200
    assert "Enter the child’s full name" in page.content.decode()


def test_nobody_opens_another_persons_referral(client, case, ruth):
    be(client, ruth)
    tasks = begin(client, case)
    be(client, case.bea)
    for page in (tasks, f"{tasks}child/", f"{tasks}check/"):
        assert client.get(page).status_code == 404
        assert client.post(page).status_code == 404


def test_sending_twice_sends_once(client, case, ruth):
    be(client, ruth)
    tasks = begin(client, case)
    for key, answers in SECTIONS.items():
        client.post(f"{tasks}{key}/", answers)
    token = {"once": str(uuid4())}
    first = client.post(f"{tasks}check/", token)
    second = client.post(f"{tasks}check/", token)
    assert first.headers["Location"] == second.headers["Location"]
    with asking(ruth.pk):
        assert Review.objects.filter(referrer=ruth, referred_at__isnull=False).count() == 1


def test_a_form_with_mistakes_can_be_sent_again_with_the_same_token(client, case, ruth):
    be(client, ruth)
    tasks = begin(client, case)
    token = {"once": str(uuid4())}
    assert client.post(f"{tasks}check/", token).status_code == 200
    for key, answers in SECTIONS.items():
        client.post(f"{tasks}{key}/", answers)
    assert client.post(f"{tasks}check/", token).status_code == 302


@pytest.mark.parametrize("wrong", ["0", "999999999", "99999999999999999999"])
def test_a_referral_that_is_not_there_is_not_found(client, ruth, wrong):
    be(client, ruth)
    assert client.get(f"/refer/{wrong}/").status_code == 404


def test_an_unknown_section_is_not_found(client, case, ruth):
    be(client, ruth)
    assert client.get(f"{begin(client, case)}elsewhere/").status_code == 404


@pytest.mark.duty("P7")
def test_the_manager_asks_and_an_agency_answers(client, case):
    be(client, case.bea)
    answer = client.post(
        address("scoping_ask", case),
        {
            "agencies": [case.police.pk, case.health.pk],
            "due_on-day": "1",
            "due_on-month": "1",
            "due_on-year": str(moments.today().year + 1),
        },
    )
    assert answer.status_code == 302
    assert "2 agencies have not answered" in client.get(address("scoping", case)).content.decode()
    contact = a_contact(case)
    be(client, contact)
    page = address("scoping_answer", case, agency_key="police")
    assert "Say in a few sentences" in client.post(page, {"involved": "yes"}).content.decode()
    assert client.post(page, {"involved": "no"}).status_code == 302
    with asking(contact.pk):
        assert Involvement.objects.get(review=case.review).answer == Involvement.NOT_INVOLVED


def a_contact(case: Case) -> Person:
    contact = accounts.add_person(
        email="cal@police.example", name="Cal Orrmoor", employer=case.police
    )
    accounts.give_post(
        contact,
        Role.AGENCY_CONTACT,
        partnership=case.board,
        agency=case.police,
        began_on=moments.today(),
    )
    return contact


def test_asking_nobody_is_answered_with_a_sentence(client, case):
    be(client, case.bea)
    page = client.post(address("scoping_ask", case), {})
    assert "Choose at least one agency to ask" in page.content.decode()
    assert case.refresh().stage == Stage.REFERRAL


def test_asking_by_a_day_that_has_passed_is_refused_and_what_was_chosen_stays(client, case):
    be(client, case.bea)
    day = {"due_on-day": "1", "due_on-month": "1", "due_on-year": "2011"}
    page = client.post(address("scoping_ask", case), day | {"agencies": [case.police.pk]})
    shown = page.content.decode()
    assert page.status_code == 200
    assert "checked" in shown
    assert 'value="2011"' in shown


def test_a_committee_member_sees_no_button_to_ask(client, case):
    be(client, case.col)
    page = client.get(address("scoping_ask", case)).content.decode()
    assert "<form" not in page.split("<main")[1]
    answer = client.post(
        address("scoping_ask", case),
        {
            "agencies": [case.police.pk],
            "due_on-day": "1",
            "due_on-month": "1",
            "due_on-year": str(moments.today().year + 1),
        },
    )
    assert answer.status_code in (200, 409)
    assert case.refresh().stage == Stage.REFERRAL


@pytest.mark.duty("P24")
def test_the_home_says_where_whose_turn_and_whether_in_time(client):
    case = case_at_panel()
    be(client, case.bea)
    page = client.get(address("review_home", case)).content.decode()
    assert "Panel and terms" in page
    assert "Board business manager" in page
    assert "Day " in page
    assert "Chair decided that there is a review" in page


def test_home_and_lists_hold_no_real_name_in_titles(client):
    case = case_at_panel()
    be(client, case.bea)
    for page in ("/", "/reviews/", address("review_home", case)):
        title = client.get(page).content.decode().split("<title>")[1].split("</title>")[0]
        assert case.review.label in title or page != address("review_home", case)


def test_my_work_lists_what_waits_and_leads_there(client):
    case = case_before_committee()
    be(client, case.col)
    page = client.get("/").content.decode()
    assert address("judgement", case) in page
    be(client, case.zoe)
    assert "Nothing waits for you" in client.get("/").content.decode()


def test_the_number_of_questions_to_the_database_does_not_grow_with_the_steps_taken(client):
    case = case_at_panel()
    be(client, case.bea)
    client.get(address("review_home", case))
    with CaptureQueriesContext(connection) as before:
        client.get(address("review_home", case))
    with asking(case.bea.pk):
        for _ in range(5):
            StepTaken.objects.create(
                review=case.review,
                step="put_to_committee",
                from_stage=Stage.SCOPING.value,
                to_stage=Stage.JUDGEMENT.value,
                taken_at=moments.now(),
                taken_by=case.bea,
            )
    with CaptureQueriesContext(connection) as after:
        client.get(address("review_home", case))
    assert len(after) == len(before) < 100


def test_a_step_by_the_wrong_person_is_refused_with_a_sentence(client):
    case = case_before_committee()
    be(client, case.cher)
    page = client.post(
        address("take_step", case, step_name="ask_for_more"), {"reason": "More is needed."}
    )
    assert page.status_code == 200
    assert "taken by" in page.content.decode()
    assert case.refresh().stage == Stage.JUDGEMENT


def test_going_back_needs_a_reason_and_keeps_it(client):
    case = case_before_committee()
    be(client, case.col)
    step = address("take_step", case, step_name="ask_for_more")
    assert "Say why" in client.post(step, {"reason": " "}).content.decode()
    assert case.refresh().stage == Stage.JUDGEMENT
    assert client.post(step, {"reason": "The school has not answered."}).status_code == 302
    assert case.refresh().stage == Stage.SCOPING
    assert (
        "The school has not answered." in client.get(address("review_home", case)).content.decode()
    )


def test_a_step_with_a_page_of_its_own_has_no_other(client):
    case = case_before_committee()
    be(client, case.col)
    assert client.get(address("take_step", case, step_name="recommend")).status_code == 404
    assert client.get(address("take_step", case, step_name="no_such_step")).status_code == 404


def test_activity_tells_what_was_done_and_seen(client):
    case = case_at_panel()
    be(client, case.bea)
    client.get(address("referral", case))
    page = client.get(address("activity", case)).content.decode()
    assert "sent the referral" in page
    with asking(case.bea.pk):
        assert Record.objects.filter(verb="referral.read", person_id=case.bea.pk).exists()


@pytest.mark.parametrize("before", ["0", "1", "x", "-5", "9" * 30, "²"])
def test_activity_takes_any_address(client, case, before):
    be(client, case.bea)
    assert client.get(address("activity", case), {"before": before}).status_code == 200


def test_names_in_a_referral_are_for_those_who_see_who_is_who(client, case):
    with asking(case.bea.pk):
        assert Referral.objects.filter(review=case.review).exists()
    be(client, case.col)
    page = client.get(address("referral", case)).content.decode()
    assert "are shown only to those who see who is who" in page
    assert "Child’s full name" not in page
    be(client, case.bea)
    assert "Child’s full name" in client.get(address("referral", case)).content.decode()
