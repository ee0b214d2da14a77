"""Signing in: by e-mail and password, limited, and by choosing a demo person only on a demo."""

import pytest
from django.core.cache import cache

from goldenthread.accounts import services as accounts
from goldenthread.accounts.models import Person

pytestmark = pytest.mark.django_db

PASSWORD = "a long enough secret"


@pytest.fixture(autouse=True)
def nobody_has_tried() -> None:
    cache.clear()


@pytest.fixture
def ruth() -> Person:
    return accounts.add_person(
        email="Ruth@Wick.example", name="Ruth Wickmoor", job_title="Nurse", password=PASSWORD
    )


def sign_in(client, email: str, password: str):
    return client.post("/sign-in/", {"login": email, "password": password})


def test_the_right_password_leads_to_my_work(client, ruth):
    answer = sign_in(client, "ruth@wick.example", PASSWORD)
    assert (answer.status_code, answer.headers["Location"]) == (302, "/")
    assert "Ruth Wickmoor" in client.get("/").content.decode()


def test_capitals_in_the_address_make_no_difference(client, ruth):
    assert sign_in(client, "RUTH@wick.Example", PASSWORD).status_code == 302


@pytest.mark.parametrize("email", ["ruth@wick.example", "nobody@wick.example"])
def test_a_wrong_password_and_a_stranger_are_told_the_same(client, ruth, email):
    answer = sign_in(client, email, "something else")
    assert answer.status_code == 200
    assert "not correct" in answer.content.decode()
    assert client.get("/").status_code == 302


def test_after_five_wrong_passwords_the_right_one_has_to_wait(client, ruth):
    for _ in range(5):
        sign_in(client, "ruth@wick.example", "something else")
    answer = sign_in(client, "ruth@wick.example", PASSWORD)
    assert client.get("/").status_code == 302
    assert "Too many" in answer.content.decode()


def test_somebody_who_has_left_cannot_sign_in(client, ruth):
    ruth.is_active = False
    ruth.save()
    answer = sign_in(client, "ruth@wick.example", PASSWORD)
    assert "Your access has ended" in client.get(answer.headers["Location"]).content.decode()
    assert client.get("/").status_code == 302


def test_an_address_that_tries_too_often_has_to_wait(client, ruth):
    for number in range(30):
        sign_in(client, f"somebody{number}@wick.example", "something else")
    answer = sign_in(client, "ruth@wick.example", PASSWORD)
    assert answer.status_code in (200, 429)
    assert "Too many" in answer.content.decode()


def test_signing_out_needs_a_button(client, ruth):
    sign_in(client, "ruth@wick.example", PASSWORD)
    client.get("/sign-out/")
    assert client.get("/").status_code == 200
    client.post("/sign-out/")
    assert client.get("/").status_code == 302


def test_a_page_that_was_asked_for_is_shown_after_signing_in(client, ruth):
    asked = client.get("/reviews/").headers["Location"]
    answer = client.post(asked, {"login": "ruth@wick.example", "password": PASSWORD})
    assert answer.headers["Location"] == "/reviews/"


def test_nobody_is_led_to_another_site(client, ruth):
    answer = client.post(
        "/sign-in/?next=https://elsewhere.example/",
        {"login": "ruth@wick.example", "password": PASSWORD},
    )
    assert answer.headers["Location"] == "/"


def test_there_is_no_page_to_sign_oneself_up(client):
    assert client.get("/signup/").status_code == 404
    assert client.get("/accounts/signup/").status_code == 404


def test_no_page_stays_behind_in_a_browser(client, ruth):
    sign_in(client, "ruth@wick.example", PASSWORD)
    assert client.get("/").headers["Cache-Control"] == "no-store"


def test_on_a_demo_one_can_be_anybody(client, ruth):
    assert "Ruth Wickmoor" in client.get("/demo/").content.decode()
    assert client.post("/demo/", {"person": ruth.pk}).headers["Location"] == "/"
    assert client.get("/").status_code == 200


def test_elsewhere_there_is_no_such_page(client, ruth, settings):
    settings.DEMO = False
    assert client.get("/demo/").status_code == 404
    assert client.post("/demo/", {"person": ruth.pk}).status_code == 404
    assert client.get("/").status_code == 302


@pytest.mark.parametrize("typed", ["", "x", "-1", "9" * 40, "²"])
def test_a_demo_person_who_is_not_there_signs_nobody_in(client, ruth, typed):
    assert client.post("/demo/", {"person": typed}).status_code == 200
    assert client.get("/").status_code == 302


def test_whoever_watches_over_the_site_hears_that_it_is_ready(client):
    answer = client.get("/ready/")
    assert (answer.status_code, answer.content) == (200, b"ready")
