"""Give somebody access, and end it: the link to choose a password, passwords, the key of a calendar feed."""

import hashlib
import secrets
from datetime import date

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from goldenthread.accounts import links, mail
from goldenthread.accounts.models import Partnership, Person, Post
from goldenthread.accounts.queries import board_of, managers_of
from goldenthread.accounts.services import hold, record
from goldenthread.domain.answers import Answer, require
from goldenthread.domain.people import MANAGERS, may_end_access, may_look_after

LINK_PATH = "/first-sign-in/"


@transaction.atomic
def make_sign_in_link(person: Person, *, by: Person | None = None) -> str:
    """The address at which they choose a password, to be handed over in person. Only the installation asks."""
    require(may_look_after(is_installation=by is None, manages=False))
    _require_access(person)
    record("person.link_made", "person", person.pk, by=by)
    return mail.site_address(f"{LINK_PATH}{links.key_for(person)}/")


@transaction.atomic
def send_sign_in_link(person: Person, *, by: Person | None = None) -> Person:
    """Send them the link by e-mail, to their own address and nobody else's; earlier ones stay good."""
    _require_looked_after(person, by=by)
    _require_access(person)
    if not mail.is_sent():
        require(
            Answer(
                "This installation sends no e-mail. Ask whoever runs it for the link: they print it with "
                f"“goldenthread people password {person.email} --link”."
            )
        )
    days = links.holds_for().days
    mail.send(
        person,
        "choose your password",
        [
            "You have been given access to Golden Thread. Choose your password at this address:",
            mail.site_address(f"{LINK_PATH}{links.key_for(person)}/"),
            f"The address works once, for {days} days. Do not pass it on.",
            "If it has stopped working, ask your Board to send it again. From then on you sign in at:",
        ],
    )
    record("person.link_sent", "person", person.pk, by=by)
    return person


@transaction.atomic
def choose_password(person: Person, password: str, *, by: Person | None = None) -> Person:
    """A password of their own: by the link, by themselves, or (``by`` None) at the command line."""
    require(may_look_after(is_installation=by is None or by == person, manages=False))
    try:
        validate_password(password, person)
    except ValidationError as error:
        require(Answer(" ".join(error.messages)))
    person.set_password(password)
    person.save(update_fields=["password"])
    record("person.password_chosen", "person", person.pk, by=by)
    return person


@transaction.atomic
def change_own_password(person: Person, *, old: str, new: str) -> Person:
    """Another password, for whoever knows the present one."""
    if not person.check_password(old):
        require(Answer("That is not your present password."))
    return choose_password(person, new, by=person)


@transaction.atomic
def change_own_details(
    person: Person, *, name: str, job_title: str, phone: str, wants_digest: bool
) -> Person:
    """What a person says of themselves: how they are called and reached, and whether they want the digest."""
    person.name, person.job_title, person.phone = name.strip(), job_title.strip(), phone.strip()
    person.wants_digest = wants_digest
    fields = ("name", "job_title", "phone", "wants_digest")
    person.save(update_fields=list(fields))
    record("person.changed", "person", person.pk, by=person, fields=fields)
    return person


@transaction.atomic
def correct_email(person: Person, email: str, *, by: Person | None = None) -> Person:
    """Another address for somebody who has never signed in; afterwards only the installation changes it.

    Whoever receives the link becomes this person, so an account in use is not handed on by a form.
    """
    _require_looked_after(person, by=by)
    email = email.strip().lower()
    if by is not None and person.last_login is not None:
        require(
            Answer(
                "They have signed in with this address, so it is changed only by whoever runs this "
                "installation."
            )
        )
    if Person.objects.filter(email__iexact=email).exclude(pk=person.pk).exists():
        require(Answer(f"{email} has an account already."))
    person.email = email
    person.save(update_fields=["email"])
    record("person.email_changed", "person", person.pk, by=by, fields=("email",))
    return person


@transaction.atomic
def end_access(person: Person, *, on: date, by: Person | None = None) -> Person:
    """They are signed out at the next request and cannot sign in again; their posts end."""
    _require_looked_after(person, by=by)
    left = min(
        (managers_of(board).exclude(pk=person.pk).count() for board in _managed(person)), default=1
    )
    require(may_end_access(of_oneself=by == person, managers_left=left))
    Post.objects.filter(person=person, ended_on=None).update(ended_on=on)
    person.is_active = False
    person.calendar_key = ""
    person.save(update_fields=["is_active", "calendar_key"])
    record("person.access_ended", "person", person.pk, by=by)
    return person


@transaction.atomic
def give_access_back(person: Person, *, by: Person | None = None) -> Person:
    """They can sign in again, with a password that they choose anew; posts are given again one by one."""
    _require_looked_after(person, by=by)
    person.is_active = True
    person.set_unusable_password()
    person.save(update_fields=["is_active", "password"])
    record("person.access_given_back", "person", person.pk, by=by)
    return person


@transaction.atomic
def make_calendar_key(person: Person) -> str:
    """A new secret key for the address of their calendar feed; the one before stops working at once.

    Only its hash is kept: the key is shown now and never again.
    """
    key = secrets.token_urlsafe(32)
    person.calendar_key = _hashed(key)
    person.save(update_fields=["calendar_key"])
    record("person.calendar_made", "person", person.pk, by=person)
    return key


@transaction.atomic
def withdraw_calendar_key(person: Person) -> Person:
    """The feed stops working at once."""
    person.calendar_key = ""
    person.save(update_fields=["calendar_key"])
    record("person.calendar_withdrawn", "person", person.pk, by=person)
    return person


def person_with_calendar(key: str) -> Person | None:
    """Whose feed this key opens, or None."""
    return Person.objects.filter(calendar_key=_hashed(key), is_active=True).first()


def _hashed(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()


def _managed(person: Person) -> list[Partnership]:
    posts = person.posts.filter(role__in=[role.value for role in MANAGERS], ended_on=None)
    return list(Partnership.objects.filter(pk__in=posts.values("partnership")))


def _require_access(person: Person) -> None:
    if not person.is_active:
        require(Answer("Their access has ended. Give it back first."))


def _require_looked_after(person: Person, *, by: Person | None) -> None:
    board = board_of(person)
    if board is not None:
        hold(board, by=by)
    else:
        require(may_look_after(is_installation=by is None, manages=False))
