"""Keep the register of people: the one place where a label and a real name stand side by side (P22)."""

from collections.abc import Sequence
from uuid import uuid4

from django.utils import timezone

from goldenthread.accounts.models import Agency, Person
from goldenthread.anonymity.normalise import surface_form
from goldenthread.audit import trail
from goldenthread.domain.answers import Answer, require
from goldenthread.domain.roles import Permission
from goldenthread.reviews.models import NameAnswer, RegisteredPerson, Review
from goldenthread.reviews.models.sealing import seal_bytes, seal_json
from goldenthread.reviews.queries.parts import parts_in
from goldenthread.reviews.queries.register import (
    ANSWERS_SEALED_AS,
    SEALED_AS,
    Registered,
    answers,
    registered,
)
from goldenthread.reviews.services import steps
from goldenthread.reviews.services.service import service


@service
def add_person(
    review: Review,
    *,
    label: str,
    role: str,
    names: Sequence[str],
    aliases: Sequence[str] = (),
    never: Sequence[str] = (),
    agency: Agency | None = None,
    by: Person,
) -> RegisteredPerson:
    """Put somebody into the register under a label that nobody else has.

    Raises Refused for a label that is taken, or that holds somebody's real name, and when no name is given.
    """
    review = steps.locked(review, by=by)
    require(parts_in(by, review).may(Permission.KEEP_REGISTER))
    person = RegisteredPerson(review=review, agency=agency, added_at=timezone.now())
    _write(person, label=label, role=role, names=names, aliases=aliases, never=never, by=by)
    _record("register.added", person, by=by)
    return person


@service
def change_person(
    person: RegisteredPerson,
    *,
    label: str,
    role: str,
    names: Sequence[str],
    aliases: Sequence[str] = (),
    never: Sequence[str] = (),
    agency: Agency | None = None,
    by: Person,
) -> RegisteredPerson:
    """Change what is known of somebody. The label stays one person's in every document."""
    review = steps.locked(person.review, by=by)
    require(parts_in(by, review).may(Permission.KEEP_REGISTER))
    person = RegisteredPerson.objects.visible_to(by).select_for_update(of=("self",)).get(
        pk=person.pk
    )
    person.agency = agency
    _write(person, label=label, role=role, names=names, aliases=aliases, never=never, by=by)
    if label == review.label or person.role == "child":
        review.label = person.label
        review.save(update_fields=["label"])
    _record("register.changed", person, by=by)
    return person


@service
def answer(
    review: Review, form: str, person: RegisteredPerson | None, *, by: Person
) -> NameAnswer:
    """Say whose name a form of words is, once for every document of the review; None for nobody's."""
    review = steps.locked(review, by=by)
    require(parts_in(by, review).may(Permission.KEEP_REGISTER))
    asked = surface_form(form)
    if not asked:
        require(Answer("There is no name to answer about."))
    if asked in answers(by, review):
        require(Answer("This has been answered already."))
    ref = uuid4()
    given = NameAnswer.objects.create(
        review=review,
        sealed_form=seal_bytes(review.pk, asked.encode(), table=ANSWERS_SEALED_AS, ref=ref),
        seal_ref=ref,
        person=person,
        answered_at=timezone.now(),
        answered_by=by,
    )
    trail.record(
        "register.answered",
        by=by.pk,
        subject="name_answer",
        subject_id=given.pk,
        review_id=review.pk,
    )
    return given


def _write(
    person: RegisteredPerson,
    *,
    label: str,
    role: str,
    names: Sequence[str],
    aliases: Sequence[str],
    never: Sequence[str],
    by: Person,
) -> None:
    label = " ".join(label.split())
    if not label:
        require(Answer("Give the person a label, for example “Social Worker 1”."))
    if not any(name.strip() for name in names):
        require(Answer("Enter at least one name, so that it can be found and replaced."))
    others = [one for one in registered(by, person.review) if one.row.pk != person.pk]
    require(_label_is_free(label, names, others=others))
    person.label = label
    person.role = role.strip()
    kept = {
        "names": [name.strip() for name in names if name.strip()],
        "aliases": [name.strip() for name in aliases if name.strip()],
        "never": [name.strip() for name in never if name.strip()],
    }
    person.sealed_names = seal_json(
        person.review_id, kept, table=SEALED_AS, ref=person.seal_ref
    )
    person.save()


def _label_is_free(label: str, names: Sequence[str], *, others: Sequence[Registered]) -> Answer:
    if any(one.row.label.casefold() == label.casefold() for one in others):
        return Answer(f"“{label}” is somebody else’s label. Give this person one of their own.")
    words = set(surface_form(label).split())
    real = {
        word
        for name in [*names, *(name for one in others for name in (*one.names, *one.aliases))]
        for word in surface_form(name).split()
        if len(word) > 2
    }
    if words & real:
        return Answer("The label holds somebody’s real name. Choose one that says only their role.")
    return Answer()


def _record(verb: str, person: RegisteredPerson, *, by: Person) -> None:
    trail.record(
        verb,
        by=by.pk,
        subject="registered_person",
        subject_id=person.pk,
        review_id=person.review_id,
        agency_id=person.agency_id,
    )
