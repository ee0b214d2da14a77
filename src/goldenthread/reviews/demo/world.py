"""The invented partnership in the database: its agencies and the people who can sign in."""

from dataclasses import dataclass
from datetime import date

from goldenthread.accounts import services as accounts
from goldenthread.accounts.models import Agency, Partnership, Person
from goldenthread.domain.review_types import DEFAULT_TYPE
from goldenthread.domain.review_types.lcspr_2023 import LCSPR_2023
from goldenthread.domain.roles import ROLES, Held, Role
from goldenthread.reviews.demo.story import accounts as told
from goldenthread.reviews.demo.story import southmere
from goldenthread.reviews.demo.story.partnership import (
    AGENCIES,
    PARTNERSHIP,
    DemoAgency,
    DemoPartnership,
)


@dataclass(frozen=True, slots=True)
class World:
    """The partnership, its agencies by key, and its people by role and agency."""

    partnership: Partnership
    agencies: dict[str, Agency]
    people: dict[tuple[Role, str], Person]

    def person(self, role: Role, agency: str = "") -> Person:
        """Whoever holds the role (for the agency); KeyError for a role that nobody holds."""
        return self.people[role, agency]


@dataclass(frozen=True, slots=True)
class BoardTold:
    """What is told of one invented partnership: itself, its agencies, its people and its regime."""

    partnership: DemoPartnership
    agencies: tuple[DemoAgency, ...]
    accounts: tuple[told.DemoAccount, ...]
    review_type: str = DEFAULT_TYPE


NORTHMERE = BoardTold(PARTNERSHIP, AGENCIES, told.ACCOUNTS)
SOUTHMERE = BoardTold(southmere.PARTNERSHIP, southmere.AGENCIES, southmere.ACCOUNTS, LCSPR_2023.key)


def found(*, began_on: date, password: str | None = None, board: BoardTold = NORTHMERE) -> World:
    """Make the partnership, its agencies, its people and their posts.

    Without a password nobody signs in by typing one: a demo has its own page for that.
    """
    partnership = accounts.add_partnership(
        name=board.partnership.name,
        prefix=board.partnership.prefix,
        nation=board.partnership.nation,
        contact=board.partnership.contact,
        review_type=board.review_type,
    )
    agencies = {
        one.key: accounts.add_agency(partnership, name=one.name, key=one.key)
        for one in board.agencies
    }
    people: dict[tuple[Role, str], Person] = {}
    for number, account in enumerate(board.accounts):
        person = accounts.add_person(
            email=account.email,
            name=account.name,
            job_title=account.job_title,
            phone=f"01632 960{200 + number}",
            employer=agencies.get(account.agency),
            board=partnership,
            password=password,
        )
        people.setdefault((account.role, _for_agency(account)), person)
        _give_post(account, person, partnership, agencies, began_on=began_on)
    return World(partnership, agencies, people)


def _for_agency(account: told.DemoAccount) -> str:
    held = ROLES[account.role].held
    return account.agency if held in (Held.AT_AGENCY, Held.IN_REVIEW_FOR_AGENCY) else ""


def _give_post(
    account: told.DemoAccount,
    person: Person,
    partnership: Partnership,
    agencies: dict[str, Agency],
    *,
    began_on: date,
) -> None:
    held = ROLES[account.role].held
    if held is Held.AT_BOARD:
        accounts.give_post(person, account.role, partnership=partnership, began_on=began_on)
    if held is Held.AT_AGENCY:
        accounts.give_post(
            person,
            account.role,
            partnership=partnership,
            agency=agencies[account.agency],
            began_on=began_on,
        )
