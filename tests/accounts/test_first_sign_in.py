"""The link to choose a password: signed, for one use, soon out of date; and a person’s own password."""

from datetime import date

import pytest
from django.core import mail as outgoing
from django.core.cache import cache

from goldenthread.accounts import access, links
from goldenthread.accounts import services as accounts
from goldenthread.accounts.models import Person
from goldenthread.domain.answers import Refused
from goldenthread.reviews.walls import asking

pytestmark = pytest.mark.django_db

TODAY = date(2026, 3, 2)
GOOD = "seven quiet herons"


@pytest.fixture(autouse=True)
def nobody_has_tried() -> None:
    cache.clear()


@pytest.fixture
def ruth() -> Person:
    return accounts.add_person(email="ruth@wick.example", name="Ruth Wickmoor")


def test_by_the_link_a_password_is_chosen_once_and_they_are_signed_in(client, ruth):
    address = f"/first-sign-in/{links.key_for(ruth)}/"
    page = client.get(address)
    assert page.status_code == 200
    assert "Ruth Wickmoor" in page.content.decode()
    answer = client.post(address, {"password": GOOD, "again": GOOD})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/")
    assert client.get("/").status_code == 200
    assert client.get(address).status_code == 404
    assert Person.objects.get(pk=ruth.pk).check_password(GOOD)


@pytest.mark.parametrize(
    ("password", "again", "says"),
    [
        (GOOD, "seven quiet heron", "The two passwords are not the same."),
        ("short", "short", "at least 12 characters"),
        ("ruth@wick.example", "ruth@wick.example", "too similar"),
        ("1q2w3e4r5t6y", "1q2w3e4r5t6y", "too common"),
        ("", "", "Enter the password."),
    ],
)
def test_a_password_that_is_not_good_enough_is_refused_and_the_link_stays(
    client, ruth, password, again, says
):
    address = f"/first-sign-in/{links.key_for(ruth)}/"
    page = client.post(address, {"password": password, "again": again})
    assert page.status_code == 200
    assert says in page.content.decode()
    assert client.get(address).status_code == 200


def test_opening_the_link_uses_nothing_up(client, ruth):
    """A mail server that looks at links before the reader does must not spoil them."""
    address = f"/first-sign-in/{links.key_for(ruth)}/"
    for _ in range(3):
        assert client.get(address).status_code == 200


@pytest.mark.parametrize("change", ["signs in", "loses access", "is out of date", "another's"])
def test_a_link_stops_working(client, ruth, settings, change):
    key = links.key_for(ruth)
    if change == "signs in":
        client.force_login(ruth, backend="allauth.account.auth_backends.AuthenticationBackend")
        client.logout()
    if change == "loses access":
        access.end_access(ruth, on=TODAY)
    if change == "is out of date":
        settings.PASSWORD_RESET_TIMEOUT = -1
    if change == "another's":
        other = accounts.add_person(email="zoe@wick.example", name="Zoe Elsewhere")
        key = f"{other.pk}-{key.partition('-')[2]}"
    assert client.get(f"/first-sign-in/{key}/").status_code == 404


@pytest.mark.parametrize("key", ["x", "1", "1-", "-", "²-x", "9" * 30 + "-x", "1-%00", "%00"])
def test_what_is_no_key_is_no_page(client, ruth, key):
    assert client.get(f"/first-sign-in/{key}/").status_code == 404


def test_whoever_guesses_is_told_to_wait(client):
    answers = [client.get(f"/first-sign-in/1-{number}/").status_code for number in range(32)]
    assert (set(answers[:30]), answers[31]) == ({404}, 429)


def test_the_link_is_sent_to_their_own_address(ruth, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        access.send_sign_in_link(ruth)
    [letter] = outgoing.outbox
    assert letter.to == ["ruth@wick.example"]
    assert f"/first-sign-in/{ruth.pk}-" in letter.body
    assert "works once, for 3 days" in letter.body


def test_without_a_mail_server_the_page_says_what_to_do_instead(ruth, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
    with pytest.raises(Refused, match="goldenthread people password ruth@"):
        access.send_sign_in_link(ruth)


def test_nobody_chooses_a_password_for_somebody_else(ruth):
    zoe = accounts.add_person(email="zoe@wick.example", name="Zoe Elsewhere")
    with asking(zoe.pk), pytest.raises(Refused):
        access.choose_password(ruth, GOOD, by=zoe)
    with asking(zoe.pk), pytest.raises(Refused):
        access.make_sign_in_link(ruth, by=zoe)


def test_ones_own_password_is_changed_by_whoever_knows_it(ruth):
    access.choose_password(ruth, GOOD)
    with asking(ruth.pk):
        with pytest.raises(Refused, match="not your present password"):
            access.change_own_password(ruth, old="something else", new="nine loud herons")
        access.change_own_password(ruth, old=GOOD, new="nine loud herons")
    assert Person.objects.get(pk=ruth.pk).check_password("nine loud herons")


def test_whoever_gets_access_back_chooses_a_new_password(ruth):
    access.choose_password(ruth, GOOD)
    access.end_access(ruth, on=TODAY)
    back = access.give_access_back(ruth)
    assert (back.is_active, back.has_usable_password()) == (True, False)
