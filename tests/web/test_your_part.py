"""“Your part in this review”: each reader’s questions answered, with names, and nothing that is not theirs to know."""

import pytest
from tests.deciding import case_at_panel, case_referred, case_with_panel

from goldenthread.accounts import services as accounts
from goldenthread.accounts.models import Contact, Person
from goldenthread.reviews.walls import asking

pytestmark = [pytest.mark.django_db, pytest.mark.duty("P28")]


def read(client, case, person: Person) -> str:
    client.force_login(person)
    answer = client.get(f"/reviews/{case.review.reference}/your-part/")
    assert answer.status_code == 200
    return answer.content.decode()


def with_contacts(case):
    for agency, kind, name in (
        (None, Contact.BOARD_OFFICE, "The office"),
        (case.police, Contact.DESIGNATED_PERSON, "Dora Asks"),
        (case.police, Contact.STAFF_SUPPORT, "Occupational health"),
        (case.health, Contact.STAFF_SUPPORT, "Another helpline"),
    ):
        accounts.save_contact(case.board, kind, agency=agency, name=name, phone="01632 960005")
    Person.objects.filter(pk=case.bea.pk).update(phone="01632 960006")
    return case


def test_an_author_is_told_why_what_and_by_when_who_supports_them_and_whom_to_ask(client):
    case = with_contacts(case_with_panel())
    page = read(client, case, case.ned)
    for told in (
        "Your part: Agency author.",
        "Your agency has named you to write its Individual Management Review",
        "What is expected of me?",
        "Who sees what I write?",
        "Occupational health",
        "Dora Asks",
        "Sol Badge",
        "Ida Apart",
        "Bea Ledger",
        "01632 960006",
        "The office",
        "Your line manager",
    ):
        assert told in page, told
    assert "Another helpline" not in page


def test_support_that_an_agency_has_not_named_is_missed_aloud(client):
    case = case_with_panel()
    assert "Your agency has not named anybody yet. It must" in read(client, case, case.ned)


def test_somebody_who_only_referred_is_told_of_the_outcome_and_of_no_stage(client):
    case = with_contacts(case_at_panel())
    case.review.referrer = case.zoe
    with asking(case.bea.pk):
        case.review.save(update_fields=["referrer"])
    page = read(client, case, case.zoe)
    assert "You told the Board of this case. Thank you" in page
    assert "there is a Serious Case Review." in page
    assert "we are here" not in page
    for hidden in ("Ida Apart", "Individual Management Review", "Occupational health"):
        assert hidden not in page


def test_who_only_answers_for_an_agency_is_told_of_nobody_on_the_panel(client):
    case = with_contacts(case_with_panel())
    page = read(client, case, case.hana)
    assert "Another helpline" in page
    assert "Ida Apart" not in page
    assert "Otto Aside" not in page


def test_the_manager_is_led_to_others_and_not_to_herself(client):
    case = with_contacts(case_with_panel())
    asked = read(client, case, case.bea).partition("Whom do I ask?")[2]
    assert "Ida Apart" in asked
    assert "Bea Ledger" not in asked


def test_it_is_linked_from_every_page_of_the_review(client):
    case = case_referred()
    client.force_login(case.bea)
    at = f"/reviews/{case.review.reference}/"
    for part in ("", "referral/", "scoping/", "activity/"):
        assert f'href="{at}your-part/"' in client.get(f"{at}{part}").content.decode()


def test_a_stranger_finds_nothing(client):
    case = case_referred()
    client.force_login(case.zoe)
    assert client.get(f"/reviews/{case.review.reference}/your-part/").status_code == 404
