"""Whom readers in the demo are led to: each agency's designated person and its support for staff; and telephones.

Every number is one of those that are reserved for drama and never connected.
"""

from dataclasses import dataclass

from goldenthread.accounts import services as accounts
from goldenthread.accounts.models import Contact
from goldenthread.reviews.demo.world import World

DESIGNATED: dict[str, str] = {
    "childrens-social-care": "Philippa Dunnockshaw, principal social worker",
    "police": "Superintendent Aldous Frayne, public protection",
    "community-health": "Berenice Holloway-Tarn, designated nurse",
    "mere-general": "Dr Imogen Sallowby, named doctor",
    "larkfield-surgery": "Dr Basil Thornecroft, safeguarding lead",
    "harbour-lane-school": "Rosemary Kittering, designated safeguarding lead",
    "housing": "Gareth Lamplough, safeguarding lead",
    "probation": "Ursula Wintergate, public protection manager",
    "tern-mental-health": "Cornelius Ashmead, named professional",
    "saltmarsh": "Verity Gullane, safeguarding lead",
}
"""The person of each agency whom its staff ask about safeguarding."""

_NOT_YET_NAMED = ("larkfield-surgery",)
"""Whoever looks after the people of the Board sees that this agency has not named its support."""

_FIRST_NUMBER = 110


@dataclass(frozen=True, slots=True)
class Told:
    """A contact to enter: of which kind, of which agency, and how it is reached."""

    kind: str
    agency: str
    name: str
    phone: str
    email: str = ""
    note: str = ""


def _of_agency(key: str, at: int) -> list[Told]:
    domain = f"{key}.northmere.example"
    designated = Told(
        Contact.DESIGNATED_PERSON,
        key,
        DESIGNATED[key],
        telephone(_FIRST_NUMBER + at),
        f"safeguarding@{domain}",
    )
    support = Told(
        Contact.STAFF_SUPPORT,
        key,
        "Staff support, in confidence",
        telephone(_FIRST_NUMBER + 50 + at),
        f"support@{domain}",
        "Weekdays, 8am to 6pm. Nothing that you say there reaches the review.",
    )
    return [designated] if key in _NOT_YET_NAMED else [designated, support]


OFFICE = Told(
    Contact.BOARD_OFFICE,
    "",
    "Office of the Northmere Board",
    "01632 960101",
    "board@northmere-scb.example",
    "Weekdays, 9am to 5pm.",
)


def telephone(number: int) -> str:
    """A number that nobody has; ``number`` is its last three digits."""
    return f"01632 960{number:03}"


def enter(world: World) -> int:
    """Enter the contacts of the Board and of each agency. How many there are."""
    told = [OFFICE]
    for at, key in enumerate(DESIGNATED):
        told += _of_agency(key, at)
    for one in told:
        accounts.save_contact(
            world.partnership,
            one.kind,
            agency=world.agencies.get(one.agency),
            name=one.name,
            phone=one.phone,
            email=one.email,
            note=one.note,
        )
    return len(told)
