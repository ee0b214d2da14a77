"""The pages on which a Board’s manager looks after its people, and those of one’s own account."""

from datetime import date

import pytest
from django.core import mail as outgoing
from django.db import connection
from django.test.utils import CaptureQueriesContext

from goldenthread.accounts import access
from goldenthread.accounts import services as accounts
from goldenthread.accounts.models import Agency, Contact, Person
from goldenthread.domain.roles import Role
from goldenthread.reviews.walls import asking

pytestmark = [pytest.mark.django_db, pytest.mark.duty("P28")]

TODAY = date(2026, 3, 2)
GOOD, BETTER = "seven quiet herons", "nine loud herons here"
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


class World:
    def __init__(self, client) -> None:
        self.client = client
        self.board = accounts.add_partnership(name="Northmere Board", prefix="NM")
        self.police = accounts.add_agency(self.board, name="Police")
        self.bea = accounts.add_person(
            email="bea@northmere.example", name="Bea Ledger", board=self.board, password=GOOD
        )
        accounts.give_post(self.bea, Role.BUSINESS_MANAGER, partnership=self.board, began_on=TODAY)
        self.sol = accounts.add_person(
            email="sol@police.example", name="Sol Badge", employer=self.police, password=GOOD
        )
        self.be(self.bea)

    def be(self, person: Person) -> None:
        self.client.force_login(person, backend=BACKEND)

    def read(self, address: str, status: int = 200) -> str:
        answer = self.client.get(address)
        assert answer.status_code == status, answer.content.decode()
        return answer.content.decode()

    def send(self, address: str, **words):
        return self.client.post(address, words)


@pytest.fixture
def world(client) -> World:
    return World(client)


def test_the_manager_finds_their_board_from_the_menu(world):
    assert 'href="/people/"' in world.read("/")
    assert world.client.get("/people/").headers["Location"] == "/people/NM/"
    page = world.read("/people/NM/?q=badge")
    assert "Sol Badge" in page
    assert ">Bea Ledger</a></th>" not in page
    assert "Nobody is found" in world.read("/people/NM/?q=%00zzz")


def test_everybody_else_has_no_such_menu_and_no_such_page(world):
    world.be(world.sol)
    assert 'href="/people/"' not in world.read("/")
    for address in ("/people/", "/people/NM/", "/people/NM/add/", "/people/NM/agencies/"):
        world.read(address, status=403)


def test_a_manager_of_another_board_is_told_that_there_is_nothing(world):
    south = accounts.add_partnership(name="Southfold Board", prefix="SF")
    sue = accounts.add_person(email="sue@southfold.example", name="Sue Register", board=south)
    accounts.give_post(sue, Role.BUSINESS_MANAGER, partnership=south, began_on=TODAY)
    world.be(sue)
    world.read("/people/NM/", status=404)
    world.read(f"/people/SF/{world.sol.pk}/", status=404)


def test_somebody_is_added_and_sent_the_link(world, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        answer = world.send(
            "/people/NM/add/", name="Ned Beat", email="Ned@police.example", employer=world.police.pk
        )
    ned = Person.objects.get(email="ned@police.example")
    assert answer.headers["Location"] == f"/people/NM/{ned.pk}/"
    assert (ned.employer, ned.looked_after_by) == (world.police, world.board)
    assert [letter.to for letter in outgoing.outbox] == [["ned@police.example"]]


def test_an_address_that_is_taken_is_told_on_the_form_and_nothing_is_lost(world):
    page = world.send("/people/NM/add/", name="Another", email="sol@police.example")
    assert "has an account already" in page.content.decode()
    assert 'value="Another"' in page.content.decode()


def test_details_a_post_and_access_are_changed_one_by_one(world):
    at = f"/people/NM/{world.sol.pk}/"
    world.send(f"{at}change/", name="Sol Shield", phone="01632 960002", employer=world.police.pk)
    world.send(f"{at}give-post/", role=Role.SENIOR_OFFICER.value, agency=world.police.pk)
    page = world.read(at)
    assert "Sol Shield" in page
    assert "Agency senior officer" in page
    post = world.sol.posts.get()
    assert "closed to them" in world.read(f"/people/NM/posts/{post.pk}/end/")
    world.send(f"/people/NM/posts/{post.pk}/end/")
    assert world.sol.posts.filter(ended_on=None).count() == 0
    world.send(f"{at}access/")
    assert "Their access has ended" in world.read(at)
    world.send(f"{at}access/", found="open")  # from a page that was opened before it ended
    assert "Their access has ended" in world.read(at)
    world.send(f"{at}access/")
    assert "Their access has ended" not in world.read(at)


def test_a_post_that_cannot_be_given_is_refused_in_words(world):
    page = world.send(f"/people/NM/{world.sol.pk}/give-post/", role=Role.SENIOR_OFFICER.value)
    assert "Choose the agency." in page.content.decode()
    own = world.send(f"/people/NM/{world.bea.pk}/give-post/", role=Role.BOARD_CHAIR.value)
    assert "You cannot give a post to yourself." in own.content.decode()
    last = world.send(f"/people/NM/posts/{world.bea.posts.get().pk}/end/")
    assert "They are the last Board business manager" in last.content.decode()


def test_the_link_is_sent_again_and_an_address_corrected_before_the_first_sign_in(
    world, django_capture_on_commit_callbacks
):
    at = f"/people/NM/{world.sol.pk}/"
    world.send(f"{at}email/", email="sol.badge@police.example")
    with django_capture_on_commit_callbacks(execute=True):
        world.send(f"{at}link/")
    assert outgoing.outbox[0].to == ["sol.badge@police.example"]
    world.sol.refresh_from_db()
    world.be(world.sol)
    world.be(world.bea)
    page = world.send(f"{at}email/", email="bea2@northmere.example")
    assert "changed only by whoever runs this installation" in page.content.decode()


def test_agencies_are_added_renamed_and_given_contacts(world):
    assert "Nobody is named yet: Designated safeguarding person" in world.read(
        "/people/NM/agencies/"
    )
    added = world.send("/people/NM/agencies/add/", name="Health")
    assert added.headers["Location"] == "/people/NM/agencies/of/health/"
    world.send("/people/NM/agencies/of/health/", name="Northmere Health")
    assert Agency.objects.get(key="health").name == "Northmere Health"
    at = "/people/NM/agencies/of/health/contacts/staff_support/"
    missing = world.send(at, name="Occupational health")
    assert "so that they can be reached" in missing.content.decode()
    world.send(at, name="Occupational health", phone="01632 960003")
    assert "01632 960003" in world.read("/people/NM/agencies/of/health/")
    kept = Contact.objects.get()
    world.send(f"/people/NM/contacts/{kept.pk}/remove/")
    assert Contact.objects.count() == 0


def test_a_contact_is_of_its_kind_and_place(world):
    world.send("/people/NM/contacts/duty_team/", name="Duty team", phone="01632 960001")
    assert Contact.objects.get().agency is None
    for address in (
        "/people/NM/contacts/staff_support/",
        "/people/NM/agencies/of/police/contacts/duty_team/",
        "/people/NM/agencies/of/fire/",
        "/people/NM/contacts/9/remove/",
        "/people/NM/99/",
        "/people/NM/posts/99/end/",
    ):
        world.read(address, status=404)


def test_the_list_is_read_page_by_page_by_as_many_questions_as_ever(world):
    world.read("/people/NM/")
    with CaptureQueriesContext(connection) as few:
        world.read("/people/NM/")
    Person.objects.bulk_create(
        Person(email=f"p{n}@police.example", name=f"Person {n:03}", employer=world.police)
        for n in range(60)
    )
    with CaptureQueriesContext(connection) as many:
        page = world.read("/people/NM/")
    assert len(many) <= len(few)
    assert "62 people" in page
    last = Person.objects.get(name="Person 048")
    assert f"?after={last.pk}" in page
    rest = world.read(f"/people/NM/?after={last.pk}")
    assert "Person 049" in rest
    assert "Person 048" not in rest


# ---------------------------------------------------------------- one's own account


def test_anybody_changes_their_own_details(world):
    world.be(world.sol)
    world.send("/account/", name="Sol Shield", phone="01632 960004")
    sol = Person.objects.get(pk=world.sol.pk)
    assert (sol.name, sol.phone, sol.wants_digest) == ("Sol Shield", "01632 960004", False)
    assert "Enter the name." in world.send("/account/", name="").content.decode()


def test_a_changed_password_keeps_them_signed_in_here(world):
    world.be(world.sol)
    wrong = world.send("/account/password/", old="wrong", password=BETTER, again=BETTER)
    assert "not your present password" in wrong.content.decode()
    weak = world.send("/account/password/", old=GOOD, password="short", again="short")
    assert "at least 12 characters" in weak.content.decode()
    done = world.send("/account/password/", old=GOOD, password=BETTER, again=BETTER)
    assert done.headers["Location"] == "/account/"
    assert "Your password is changed." in world.read("/account/")
    assert Person.objects.get(pk=world.sol.pk).check_password(BETTER)


def test_nothing_is_said_in_the_librarys_words(world):
    world.client.logout()
    world.client.post("/sign-in/", {"login": "sol@police.example", "password": GOOD})
    assert "Successfully" not in world.read("/")
    world.client.post("/sign-out/")
    assert "You have signed out" not in world.read("/sign-in/")


# ---------------------------------------------------------------- the calendar feed


def a_key(person: Person) -> str:
    with asking(person.pk):
        return access.make_calendar_key(person)


def test_a_feed_is_made_shown_once_replaced_and_withdrawn(world):
    world.be(world.sol)
    page = world.send("/account/calendar/").content.decode()
    first = page.partition("/calendar/")[2].partition(".ics")[0]
    assert len(first) > 40
    assert first not in world.read("/account/calendar/")
    world.client.logout()
    feed = world.client.get(f"/calendar/{first}.ics")
    assert (feed.status_code, feed.headers["Cache-Control"]) == (200, "no-store")
    assert feed.headers["Content-Type"] == "text/calendar; charset=utf-8"
    world.sol.refresh_from_db()
    second = a_key(world.sol)
    assert world.client.get(f"/calendar/{first}.ics").status_code == 404
    assert world.client.get(f"/calendar/{second}.ics").status_code == 200
    world.be(world.sol)
    world.send("/account/calendar/withdraw/")
    assert world.client.get(f"/calendar/{second}.ics").status_code == 404


def test_the_key_itself_is_not_kept(world):
    key = a_key(world.sol)
    assert key not in Person.objects.get(pk=world.sol.pk).calendar_key
    assert "calendar_key" in world.sol.privacy_of


def test_a_feed_ends_with_access(world):
    key = a_key(world.sol)
    access.end_access(world.sol, on=TODAY)
    assert world.client.get(f"/calendar/{key}.ics").status_code == 404


@pytest.mark.parametrize("key", ["", "x", "%00", "../people"])
def test_a_stranger_finds_no_feed(client, key):
    assert client.get(f"/calendar/{key}.ics").status_code == 404
