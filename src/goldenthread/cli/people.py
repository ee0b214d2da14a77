"""Commands that make the first people of an installation, and mend what no page may."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import TYPE_CHECKING, Any

import click

from goldenthread.cli.setting_up import database_running, set_up_django
from goldenthread.config.installation import DatabaseRole
from goldenthread.domain.answers import Refused
from goldenthread.domain.calendars import NATIONS
from goldenthread.domain.people import POSTS
from goldenthread.domain.review_types import DEFAULT_TYPE, REVIEW_TYPES
from goldenthread.domain.roles import ROLES, Role

if TYPE_CHECKING:
    from goldenthread.accounts.models import Agency, Partnership, Person

_BOARD = click.option(
    "--board", help="The beginning of the Board’s references; needed where there are several."
)
_ROLES = {role.value.replace("_", "-"): role for role in POSTS}


@click.group()
def people() -> None:
    """Boards, agencies, people and their posts: the first ones, and what no page may change."""


def _command(name: str) -> Callable[[Callable[..., None]], click.Command]:
    """A command that runs with the database up, and says a refusal as a sentence (exit 1)."""

    def mark(function: Callable[..., None]) -> click.Command:
        @wraps(function)
        def run(*args: Any, **words: Any) -> None:
            with _database():
                try:
                    function(*args, **words)
                except Refused as refusal:
                    raise click.ClickException(refusal.reason) from refusal

        return people.command(name)(run)

    return mark


@contextmanager
def _database() -> Iterator[None]:
    with database_running():
        set_up_django(DatabaseRole.APP)
        from django.db import connection

        try:
            yield
        finally:
            connection.close()


@_command("add-board")
@click.argument("name")
@click.option("--prefix", required=True, help="How its references begin, such as NM.")
@click.option("--nation", type=click.Choice(sorted(NATIONS)), default="england", show_default=True)
@click.option("--contact", default="", help="Where its office is reached.")
@click.option(
    "--type",
    "review_type",
    type=click.Choice(sorted(REVIEW_TYPES)),
    default=DEFAULT_TYPE,
    show_default=True,
    help="The regime under which it takes new cases.",
)
def add_board(name: str, prefix: str, nation: str, contact: str, review_type: str) -> None:
    """Add the Board called NAME."""
    from goldenthread.accounts import services

    board = services.add_partnership(
        name=name, prefix=prefix, nation=nation, contact=contact, review_type=review_type
    )
    click.echo(f"Added {board}. Its references begin with {board.prefix}.")


@_command("add-agency")
@click.argument("name")
@click.option(
    "--key", default="", help="Its name in addresses; made from NAME where none is given."
)
@_BOARD
def add_agency(name: str, key: str, board: str | None) -> None:
    """Add the agency called NAME to a Board."""
    from goldenthread.accounts import services

    agency = services.add_agency(_board(board), name=name, key=key)
    click.echo(f"Added {agency}, known as “{agency.key}” in addresses.")


@_command("add-person")
@click.argument("email")
@click.option("--name", required=True)
@click.option("--title", default="", help="What they do.")
@click.option("--phone", default="")
@click.option(
    "--agency", help="The key of the agency that employs them; none for independent people."
)
@_BOARD
def add_person(
    email: str, name: str, title: str, phone: str, agency: str | None, board: str | None
) -> None:
    """Add somebody who signs in with EMAIL."""
    from django.core.exceptions import ValidationError
    from django.core.validators import validate_email

    from goldenthread.accounts import services

    try:
        validate_email(email)
    except ValidationError as error:
        raise click.ClickException(f"“{email}” is not an e-mail address.") from error
    of = _board(board)
    person = services.add_person(
        email=email,
        name=name,
        job_title=title,
        phone=phone,
        employer=_agency(of, agency) if agency else None,
        board=of,
    )
    click.echo(
        f"Added {person}. Give them a password, or the link to choose one:\n"
        f"  goldenthread people password {person.email} --link"
    )


@_command("give-post")
@click.argument("email")
@click.argument("role", type=click.Choice(sorted(_ROLES)))
@click.option("--agency", help="The key of the agency, for a post that is held at one.")
@_BOARD
def give_post(email: str, role: str, agency: str | None, board: str | None) -> None:
    """Give whoever signs in with EMAIL the post ROLE, from today on."""
    from django.utils import timezone

    from goldenthread.accounts import services

    of = _board(board)
    post = services.give_post(
        _person(email),
        _ROLES[role],
        partnership=of,
        agency=_agency(of, agency) if agency else None,
        began_on=timezone.localdate(),
    )
    click.echo(f"{post.person} is now {ROLES[Role(post.role)].name} at {post.agency or of}.")


@_command("end-post")
@click.argument("email")
@click.argument("role", type=click.Choice(sorted(_ROLES)))
@click.option("--agency", help="The key of the agency, for a post that is held at one.")
@_BOARD
def end_post(email: str, role: str, agency: str | None, board: str | None) -> None:
    """End the post ROLE of whoever signs in with EMAIL, today."""
    from django.utils import timezone

    from goldenthread.accounts import services

    of = _board(board)
    where = {"partnership": of, "agency": _agency(of, agency) if agency else None}
    person = _person(email)
    post = person.posts.filter(role=_ROLES[role].value, ended_on=None, **where).first()
    if post is None:
        raise click.ClickException(f"{person} does not hold this post.")
    services.end_post(post, ended_on=timezone.localdate())
    click.echo(f"{person} is no longer {ROLES[_ROLES[role]].name}.")


@_command("password")
@click.argument("email")
@click.option(
    "--link", is_flag=True, help="Print an address, for one use, at which they choose it."
)
def password(email: str, link: bool) -> None:
    """Set the password of whoever signs in with EMAIL: asked for here, or chosen by them."""
    from goldenthread.accounts import access, links

    person = _person(email)
    if link:
        click.echo(access.make_sign_in_link(person))
        days = links.holds_for().days
        click.echo(
            f"Hand it to {person} and to nobody else. It works once, for {days} days.", err=True
        )
        return
    typed = click.prompt("Password", hide_input=True, confirmation_prompt=True)
    access.choose_password(person, typed)
    click.echo(f"{person} can sign in with the new password.")


@_command("change-email")
@click.argument("email")
@click.argument("new_email")
def change_email(email: str, new_email: str) -> None:
    """Let whoever signs in with EMAIL sign in with NEW_EMAIL instead."""
    from goldenthread.accounts import access

    person = access.correct_email(_person(email), new_email)
    click.echo(f"{person} now signs in with {person.email}.")


@_command("list")
@_BOARD
def list_people(board: str | None) -> None:
    """List the people of a Board: address, name, agency and posts."""
    from goldenthread.accounts.queries import people_of

    for person in people_of(_board(board)):
        posts = [
            f"{ROLES[Role(post.role)].name}{f' at {post.agency}' if post.agency else ''}"
            for post in person.posts.all()
            if post.ended_on is None
        ]
        where = str(person.employer) if person.employer else "no agency"
        ended = [] if person.is_active else ["access has ended"]
        click.echo(
            "\t".join([person.email, person.name, where, "; ".join(posts + ended) or "no post"])
        )


def first_steps() -> str:
    """What to run on an installation where nobody can sign in to look after people; empty where somebody can."""
    from goldenthread.accounts.models import Partnership
    from goldenthread.accounts.queries import managers_of

    boards = list(Partnership.objects.all())
    if any(managers_of(board).exists() for board in boards):
        return ""
    commands = [
        "goldenthread people add-person you@example.org --name “Your Name”",
        "goldenthread people give-post you@example.org business-manager",
        "goldenthread people password you@example.org",
    ]
    if not boards:
        commands.insert(
            0, "goldenthread people add-board “Your Board” --prefix YB --nation england"
        )
    lines = "\n".join(f"  {command}" for command in commands).replace("“", '"').replace("”", '"')
    return f"Nobody can sign in yet. Run these first, in this order, with your own words:\n{lines}"


def _board(prefix: str | None) -> "Partnership":
    from goldenthread.accounts.models import Partnership

    boards = list(Partnership.objects.order_by("prefix"))
    if not boards:
        raise click.ClickException(
            "There is no Board yet. Add it with “goldenthread people add-board”."
        )
    found = [board for board in boards if prefix in (None, board.prefix)]
    if len(found) == 1:
        return found[0]
    prefixes = ", ".join(board.prefix for board in boards)
    raise click.ClickException(f"Say which Board with --board. There are: {prefixes}.")


def _agency(board: "Partnership", key: str) -> "Agency":
    agency = board.agencies.filter(key=key).first()
    if agency is None:
        keys = ", ".join(one.key for one in board.agencies.all()) or "none yet"
        raise click.ClickException(f"{board} has no agency “{key}”. Its agencies: {keys}.")
    return agency


def _person(email: str) -> "Person":
    from goldenthread.accounts.models import Person

    person = Person.objects.filter(email__iexact=email.strip()).first()
    if person is None:
        raise click.ClickException(
            f"Nobody signs in with {email}. Add them with “goldenthread people add-person”."
        )
    return person
