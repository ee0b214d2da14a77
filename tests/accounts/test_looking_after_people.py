"""A Board’s manager looks after its people and nobody else’s; each thing done leaves one record."""

from datetime import date

import pytest

from goldenthread.accounts import access, queries
from goldenthread.accounts import services as accounts
from goldenthread.accounts.models import Contact, Person, Post
from goldenthread.audit.models import Record
from goldenthread.domain.answers import Refused
from goldenthread.domain.roles import Role
from goldenthread.reviews.walls import asking

pytestmark = pytest.mark.django_db

TODAY = date(2026, 3, 2)


class Boards:
    """Two Boards: Bea manages Northmere, Sue manages Southfold; Sol works for the Police of Northmere."""

    def __init__(self) -> None:
        self.north = accounts.add_partnership(name="Northmere Board", prefix="NM")
        self.south = accounts.add_partnership(name="Southfold Board", prefix="SF")
        self.police = accounts.add_agency(self.north, name="Police")
        self.fire = accounts.add_agency(self.south, name="Fire")
        self.bea = self.manager("Bea Ledger", self.north)
        self.sue = self.manager("Sue Register", self.south)
        self.sol = accounts.add_person(
            email="sol@police.example", name="Sol Badge", employer=self.police
        )

    def manager(self, name: str, board) -> Person:
        person = accounts.add_person(
            email=f"{name.split()[0].lower()}@board.example", name=name, board=board
        )
        accounts.give_post(person, Role.BUSINESS_MANAGER, partnership=board, began_on=TODAY)
        return person


@pytest.fixture
def boards() -> Boards:
    return Boards()


THINGS = {
    "agency.added": lambda b, by: accounts.add_agency(b.north, name="Health", by=by),
    "agency.renamed": lambda b, by: accounts.rename_agency(b.police, name="Constabulary", by=by),
    "person.added": lambda b, by: accounts.add_person(
        email="new@northmere.example", name="New Comer", board=b.north, by=by
    ),
    "person.changed": lambda b, by: accounts.change_person(
        b.sol, name="Sol Shield", job_title="", phone="", employer=b.police, on=TODAY, by=by
    ),
    "post.given": lambda b, by: accounts.give_post(
        b.sol, Role.BOARD_CHAIR, partnership=b.north, began_on=TODAY, by=by
    ),
    "contact.saved": lambda b, by: accounts.save_contact(
        b.north, Contact.DUTY_TEAM, name="Duty team", phone="01632 960001", by=by
    ),
    "person.access_ended": lambda b, by: access.end_access(b.sol, on=TODAY, by=by),
    "person.access_given_back": lambda b, by: access.give_access_back(b.sol, by=by),
    "person.link_sent": lambda b, by: access.send_sign_in_link(b.sol, by=by),
    "person.email_changed": lambda b, by: access.correct_email(b.sol, "s@police.example", by=by),
}


@pytest.mark.parametrize("verb", THINGS)
def test_the_boards_manager_may_and_it_leaves_one_record(boards, verb):
    before = Record.objects.count()
    with asking(boards.bea.pk):
        THINGS[verb](boards, boards.bea)
        kept = list(Record.objects.filter(person_id=boards.bea.pk).values_list("verb", "chain"))
    assert kept == [(verb, "house")]
    assert Record.objects.count() == before


@pytest.mark.parametrize("who", ["sue", "sol"])
@pytest.mark.parametrize("verb", THINGS)
def test_another_boards_manager_and_everybody_else_may_not(boards, verb, who):
    person = getattr(boards, who)
    with asking(person.pk), pytest.raises(Refused, match="are looked after by the Board business"):
        THINGS[verb](boards, person)
    with asking(person.pk):
        assert Record.objects.filter(person_id=person.pk).count() == 0


def test_nobody_gives_a_post_to_themselves(boards):
    with asking(boards.bea.pk), pytest.raises(Refused, match="to yourself"):
        accounts.give_post(
            boards.bea, Role.BOARD_CHAIR, partnership=boards.north, began_on=TODAY, by=boards.bea
        )


def test_nobody_gives_another_boards_post(boards):
    with asking(boards.bea.pk), pytest.raises(Refused, match="are looked after by"):
        accounts.give_post(
            boards.sol, Role.BOARD_CHAIR, partnership=boards.south, began_on=TODAY, by=boards.bea
        )
    assert Post.objects.filter(partnership=boards.south).count() == 1


def test_the_last_manager_stays(boards):
    last = boards.bea.posts.get()
    with pytest.raises(Refused, match="last Board business manager"):
        accounts.end_post(last, ended_on=TODAY)
    with pytest.raises(Refused, match="last Board business manager"):
        access.end_access(boards.bea, on=TODAY)
    boards.manager("Ben Folder", boards.north)
    with asking(boards.bea.pk):
        accounts.end_post(last, ended_on=TODAY, by=boards.bea)
    assert not queries.manages(boards.bea, boards.north)


def test_a_manager_who_cannot_sign_in_does_not_count(boards):
    ben = boards.manager("Ben Folder", boards.north)
    Person.objects.filter(pk=ben.pk).update(is_active=False)
    with pytest.raises(Refused, match="last Board business manager"):
        access.end_access(boards.bea, on=TODAY)


def test_access_ends_at_once_and_posts_with_it(boards, client):
    accounts.give_post(
        boards.sol, Role.SENIOR_OFFICER, partnership=boards.north, agency=boards.police,
        began_on=TODAY,
    )  # fmt: skip
    client.force_login(boards.sol, backend="allauth.account.auth_backends.AuthenticationBackend")
    assert client.get("/").status_code == 200
    access.end_access(boards.sol, on=TODAY)
    assert client.get("/").status_code == 302
    assert boards.sol.posts.filter(ended_on=None).count() == 0


def test_somebody_who_changes_agency_leaves_their_posts_there(boards):
    health = accounts.add_agency(boards.north, name="Health")
    accounts.give_post(
        boards.sol, Role.AGENCY_CONTACT, partnership=boards.north, agency=boards.police,
        began_on=TODAY,
    )  # fmt: skip
    accounts.change_person(
        boards.sol, name="Sol Badge", job_title="", phone="", employer=health, on=TODAY
    )
    assert boards.sol.posts.get().ended_on == TODAY


def test_an_account_in_use_is_not_handed_on_by_a_form(boards):
    boards.sol.last_login = "2026-03-01T09:00Z"
    boards.sol.save()
    with asking(boards.bea.pk), pytest.raises(Refused, match="changed only by whoever runs"):
        access.correct_email(boards.sol, "bea@board.example2", by=boards.bea)
    access.correct_email(boards.sol, "sol.badge@police.example")
    assert Person.objects.get(pk=boards.sol.pk).email == "sol.badge@police.example"


def test_an_agency_keeps_its_address_when_it_is_renamed(boards):
    renamed = accounts.rename_agency(boards.police, name="Constabulary")
    assert (renamed.name, renamed.key, renamed.number) == ("Constabulary", "police", 1)
    with pytest.raises(Refused, match="an agency named constabulary already"):
        accounts.add_agency(boards.north, name="constabulary")


def test_there_is_one_contact_of_a_kind_and_it_can_be_reached(boards):
    for name in ("Duty team", "Duty desk"):
        accounts.save_contact(boards.north, Contact.DUTY_TEAM, name=name, phone="01632 960001")
    assert queries.contacts_of(boards.north)[Contact.DUTY_TEAM].name == "Duty desk"
    with pytest.raises(Refused, match="so that they can be reached"):
        accounts.save_contact(boards.north, Contact.BOARD_OFFICE, name="Office")
    accounts.remove_contact(Contact.objects.get())
    assert queries.contacts_of(boards.north) == {}


def test_with_several_boards_somebody_of_none_is_looked_after_by_the_installation(boards):
    ida = Person.objects.create(email="ida@apart.example", name="Ida Apart")
    assert queries.board_of(ida) is None
    assert ida not in queries.people_of(boards.north)
    with asking(boards.bea.pk), pytest.raises(Refused):
        access.end_access(ida, on=TODAY, by=boards.bea)
    assert not access.end_access(ida, on=TODAY).is_active


def test_people_are_found_by_any_of_their_words_and_read_on_by_key(boards):
    people = queries.people_of(boards.north)
    assert [one.name for one in people] == ["Bea Ledger", "Sol Badge"]
    assert [one.name for one in queries.looking_for(people, "police BADGE")] == ["Sol Badge"]
    assert [one.name for one in queries.after(people, boards.bea.pk)] == ["Sol Badge"]
    assert list(queries.looking_for(people, "sue")) == []


def test_an_address_that_another_board_knows_is_told_apart_from_ones_own(boards):
    for email, says in (
        ("SOL@police.example", "Look for it in the list"),
        ("sue@board.example", "which another partnership looks after"),
    ):
        with asking(boards.bea.pk), pytest.raises(Refused, match=says):
            accounts.add_person(email=email, name="Again", board=boards.north, by=boards.bea)
