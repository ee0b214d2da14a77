"""Add and change partnerships, agencies, people, posts and contacts. Each leaves one record in the house's chain.

``by`` is who does it, and None for the installation's own command line (and the demo), which may do it
for every Board. A person may do it for the Board whose manager they are, and for no other.
"""

from datetime import date

from django.db import transaction
from django.utils.text import slugify

from goldenthread.accounts.models import Agency, Contact, Partnership, Person, Post
from goldenthread.accounts.queries import board_of, managers_of, manages, people_of
from goldenthread.audit import trail
from goldenthread.domain.answers import Answer, require
from goldenthread.domain.people import (
    MANAGERS,
    may_add_board,
    may_end_post,
    may_give_post,
    may_look_after,
)
from goldenthread.domain.review_types import DEFAULT_TYPE, REVIEW_TYPES
from goldenthread.domain.roles import Role


@transaction.atomic
def add_partnership(
    *,
    name: str,
    prefix: str,
    nation: str = "england",
    contact: str = "",
    review_type: str = DEFAULT_TYPE,
    by: Person | None = None,
) -> Partnership:
    """A Board and the beginning of its references. Only the installation itself adds one.

    ``review_type`` is the key of the regime under which it takes new cases; KeyError for none of ours.
    """
    require(may_look_after(is_installation=by is None, manages=False))
    require(may_add_board(prefix=prefix, nation=nation))
    if Partnership.objects.filter(name__iexact=name).exists():
        require(Answer(f"There is a Board named {name} already."))
    if Partnership.objects.filter(prefix=prefix).exists():
        require(
            Answer(
                f"Another partnership’s references begin with {prefix}. Choose another beginning."
            )
        )
    partnership = Partnership.objects.create(
        name=name,
        prefix=prefix,
        nation=nation,
        contact=contact,
        review_type=REVIEW_TYPES[review_type].key,
    )
    record("partnership.added", "partnership", partnership.pk, by=by)
    return partnership


@transaction.atomic
def add_agency(
    partnership: Partnership, *, name: str, key: str = "", by: Person | None = None
) -> Agency:
    """An agency of the partnership; its number, which fixes its colour, is the next one.

    ``key`` is its name in addresses, made from the name where none is given; it stays when the agency
    is renamed.
    """
    held = hold(partnership, by=by)
    name, key = name.strip(), key or slugify(name.replace("’", ""))[:40].strip("-")
    if not key:
        require(Answer("Give the agency a name with letters in it."))
    _refuse_same_name(held, name)
    if held.agencies.filter(key=key).exists():
        require(Answer(f"Another agency is known as “{key}” in addresses. Choose another name."))
    agency = Agency.objects.create(
        partnership=held, name=name, key=key, number=held.agencies.count() + 1
    )
    record("agency.added", "agency", agency.pk, by=by)
    return agency


@transaction.atomic
def rename_agency(agency: Agency, *, name: str, by: Person | None = None) -> Agency:
    """Another name for the same agency; its address, colour and history stay."""
    hold(agency.partnership, by=by)
    name = name.strip()
    _refuse_same_name(agency.partnership, name, but=agency)
    agency.name = name
    agency.save(update_fields=["name"])
    record("agency.renamed", "agency", agency.pk, by=by, fields=("name",))
    return agency


@transaction.atomic
def add_person(
    *,
    email: str,
    name: str,
    job_title: str = "",
    phone: str = "",
    employer: Agency | None = None,
    board: Partnership | None = None,
    password: str | None = None,
    by: Person | None = None,
) -> Person:
    """Somebody who can sign in; without a password they cannot until they have chosen one.

    ``board`` looks after the account; where none is named, the Board of the employer does.
    """
    board = board or (employer.partnership if employer else None)
    _require_looked_after(board, by=by)
    _require_agency_of(board, employer)
    email = email.strip().lower()
    _refuse_same_address(email, board)
    person = Person(
        email=email,
        name=name.strip(),
        job_title=job_title.strip(),
        phone=phone.strip(),
        employer=employer,
        looked_after_by=board,
    )
    person.set_password(password)  # None: a password that nobody can type
    person.save()
    record("person.added", "person", person.pk, by=by)
    return person


@transaction.atomic
def change_person(
    person: Person,
    *,
    name: str,
    job_title: str,
    phone: str,
    employer: Agency | None,
    on: date,
    by: Person | None = None,
) -> Person:
    """Another name, title, telephone or employer. Posts at an agency that they leave end with that day."""
    board = board_of(person)
    _require_looked_after(board, by=by)
    if employer != person.employer:
        _require_agency_of(board, employer)
    if person.employer is not None and person.employer != employer:
        person.posts.filter(agency=person.employer, ended_on=None).update(ended_on=on)
    new = {"name": name.strip(), "job_title": job_title.strip(), "phone": phone.strip()}
    changed = _changed(person, {**new, "employer": employer})
    person.save(update_fields=list(changed))
    record("person.changed", "person", person.pk, by=by, fields=changed)
    return person


@transaction.atomic
def give_post(
    person: Person,
    role: Role,
    *,
    partnership: Partnership,
    agency: Agency | None = None,
    began_on: date,
    by: Person | None = None,
) -> Post:
    """A standing role, from this day on."""
    hold(partnership, by=by)
    of_board = agency is not None and agency.partnership_id == partnership.pk
    require(
        may_give_post(
            role,
            for_agency=agency is not None,
            agency_is_of_board=of_board,
            to_oneself=by == person,
            is_active=person.is_active,
        )
    )
    here = {"role": role.value, "partnership": partnership, "agency": agency}
    if person.posts.filter(**here, ended_on=None).exists():
        require(Answer("They hold this post already."))
    post = Post.objects.create(person=person, **here, began_on=began_on)
    record("post.given", "post", post.pk, by=by)
    return post


@transaction.atomic
def end_post(post: Post, *, ended_on: date, by: Person | None = None) -> Post:
    """The post ends; what it gave access to is closed from the next request on."""
    held = hold(post.partnership, by=by)
    if post.ended_on is not None:
        require(Answer("This post has ended already."))
    left = managers_of(held).exclude(posts=post).count() if Role(post.role) in MANAGERS else 1
    require(may_end_post(Role(post.role), managers_left=left))
    post.ended_on = max(ended_on, post.began_on)
    post.save(update_fields=["ended_on"])
    record("post.ended", "post", post.pk, by=by)
    return post


@transaction.atomic
def save_contact(
    board: Partnership,
    kind: str,
    *,
    agency: Agency | None = None,
    name: str,
    phone: str = "",
    email: str = "",
    note: str = "",
    by: Person | None = None,
) -> Contact:
    """Whom a reader is led to for this (P28): of the Board, or of one of its agencies. One of each kind."""
    hold(board, by=by)
    _require_agency_of(board, agency)
    if not (phone.strip() or email.strip()):
        require(
            Answer("Give a telephone number or an e-mail address, so that they can be reached.")
        )
    contact, _ = Contact.objects.update_or_create(
        partnership=board,
        agency=agency,
        kind=kind,
        defaults={
            "name": name.strip(),
            "phone": phone.strip(),
            "email": email.strip(),
            "note": note.strip(),
        },
    )
    record("contact.saved", "contact", contact.pk, by=by, fields=(kind,))
    return contact


@transaction.atomic
def remove_contact(contact: Contact, *, by: Person | None = None) -> Contact:
    """Nobody is led there any more."""
    hold(contact.partnership, by=by)
    record("contact.removed", "contact", contact.pk, by=by, fields=(contact.kind,))
    contact.delete()
    return contact


def hold(board: Partnership, *, by: Person | None) -> Partnership:
    """The Board, held until the transaction ends so that its people change one at a time; refused to others."""
    held = Partnership.objects.select_for_update(no_key=True).get(pk=board.pk)
    require(
        may_look_after(is_installation=by is None, manages=by is not None and manages(by, held))
    )
    return held


def record(
    verb: str, subject: str, subject_id: int, *, by: Person | None, fields: tuple[str, ...] = ()
) -> None:
    """Keep in the house's chain that somebody did this to one of them."""
    trail.record(
        verb, by=by.pk if by else None, subject=subject, subject_id=subject_id, fields=fields
    )


def _require_looked_after(board: Partnership | None, *, by: Person | None) -> None:
    if board is not None:
        hold(board, by=by)
    else:
        require(may_look_after(is_installation=by is None, manages=False))


def _require_agency_of(board: Partnership | None, agency: Agency | None) -> None:
    if agency is not None and (board is None or agency.partnership_id != board.pk):
        require(Answer("That agency does not belong to this Board."))


def _refuse_same_name(board: Partnership, name: str, *, but: Agency | None = None) -> None:
    same = board.agencies.filter(name__iexact=name)
    if (same.exclude(pk=but.pk) if but else same).exists():
        require(Answer(f"There is an agency named {name} already."))


def _refuse_same_address(email: str, board: Partnership | None) -> None:
    taken = Person.objects.filter(email__iexact=email).first()
    if taken is None:
        return
    if board is not None and people_of(board).filter(pk=taken.pk).exists():
        require(Answer(f"{email} has an account already. Look for it in the list of people."))
    require(
        Answer(
            f"{email} has an account already, which another partnership looks after. Whoever runs this "
            "installation can give them a post here."
        )
    )


def _changed(person: Person, new: dict[str, object]) -> tuple[str, ...]:
    changed = tuple(name for name, value in new.items() if getattr(person, name) != value)
    for name in changed:
        setattr(person, name, new[name])
    return changed
