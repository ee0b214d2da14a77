"""Add partnerships, agencies, people and posts. Each leaves one record in the house's own chain."""

from datetime import date

from django.db import transaction

from goldenthread.accounts.models import Agency, Partnership, Person, Post
from goldenthread.audit import trail
from goldenthread.domain.roles import Role


@transaction.atomic
def add_partnership(
    *, name: str, prefix: str, nation: str = "england", contact: str = "", by: int | None = None
) -> Partnership:
    """A Board and the beginning of its references."""
    partnership = Partnership.objects.create(
        name=name, prefix=prefix, nation=nation, contact=contact
    )
    _record("partnership.added", "partnership", partnership.pk, by=by)
    return partnership


@transaction.atomic
def add_agency(partnership: Partnership, *, name: str, key: str, by: int | None = None) -> Agency:
    """An agency of the partnership; its number, which fixes its colour, is the next one."""
    held = Partnership.objects.select_for_update(no_key=True).get(pk=partnership.pk)
    agency = Agency.objects.create(
        partnership=held, name=name, key=key, number=held.agencies.count() + 1
    )
    _record("agency.added", "agency", agency.pk, by=by)
    return agency


@transaction.atomic
def add_person(
    *,
    email: str,
    name: str,
    job_title: str = "",
    employer: Agency | None = None,
    password: str | None = None,
    by: int | None = None,
) -> Person:
    """Somebody who can sign in; without a password they cannot until one has been set."""
    person = Person(email=email.strip().lower(), name=name, job_title=job_title, employer=employer)
    if password is None:
        person.set_unusable_password()
    else:
        person.set_password(password)
    person.save()
    _record("person.added", "person", person.pk, by=by)
    return person


@transaction.atomic
def give_post(
    person: Person,
    role: Role,
    *,
    partnership: Partnership,
    agency: Agency | None = None,
    began_on: date,
    by: int | None = None,
) -> Post:
    """A standing role, from this day on. ValueError for an agency of another partnership."""
    if agency is not None and agency.partnership_id != partnership.pk:
        raise ValueError(f"{agency} does not belong to {partnership}.")
    post = Post.objects.create(
        person=person, role=role.value, partnership=partnership, agency=agency, began_on=began_on
    )
    _record("post.given", "post", post.pk, by=by)
    return post


@transaction.atomic
def end_post(post: Post, *, ended_on: date, by: int | None = None) -> Post:
    """The post ends; what it gave access to is closed from the next request on."""
    post.ended_on = ended_on
    post.save(update_fields=["ended_on"])
    _record("post.ended", "post", post.pk, by=by)
    return post


def _record(verb: str, subject: str, subject_id: int, *, by: int | None) -> None:
    trail.record(verb, by=by, subject=subject, subject_id=subject_id)
