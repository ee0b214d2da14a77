"""Keep the register of people: the one place where a label and a real name stand side by side (P22)."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import uuid4

from goldenthread.accounts.models import Agency, Person
from goldenthread.anonymity import Person as Named
from goldenthread.anonymity import Register, equals_real_name, label_problems, surface_form
from goldenthread.audit import trail
from goldenthread.domain.answers import YES, Answer, require
from goldenthread.domain.roles import Permission
from goldenthread.reviews import moments
from goldenthread.reviews.models import NameAnswer, RegisteredPerson, Review
from goldenthread.reviews.models.sealing import seal_bytes, seal_json
from goldenthread.reviews.queries import register as queries
from goldenthread.reviews.queries.parts import parts_in
from goldenthread.reviews.services import steps
from goldenthread.reviews.services.service import service

_LONGEST_LABEL_OF_THE_CHILD = 40


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of somebody, tidied: no empty line, no doubled space."""

    label: str
    role: str
    names: tuple[str, ...]
    aliases: tuple[str, ...]
    never: tuple[str, ...]


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

    Raises Refused for a label that is taken, that could be read as somebody's real name or tells the
    person's initials, and when no name is given.
    """
    review = steps.locked(review, by=by)
    require(parts_in(by, review).may(Permission.KEEP_REGISTER))
    person = RegisteredPerson(review=review, added_at=moments.now())
    known = _tidied(label=label, role=role, names=names, aliases=aliases, never=never)
    _write(person, known, agency=agency, by=by)
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
    """Change what is known of somebody. The label stays one person's in every document.

    The person who bears the review's own label is its child: a new label is the review's too.
    """
    review = steps.locked(person.review, by=by)
    require(parts_in(by, review).may(Permission.KEEP_REGISTER))
    mine = RegisteredPerson.objects.visible_to(by).select_for_update(of=("self",), no_key=True)
    person = mine.select_related("review").get(pk=person.pk)
    is_the_child = person.label == review.label
    known = _tidied(label=label, role=role, names=names, aliases=aliases, never=never)
    if is_the_child and len(known.label) > _LONGEST_LABEL_OF_THE_CHILD:
        require(Answer("The child’s label is too long. Use 40 characters or fewer."))
    _write(person, known, agency=agency, by=by)
    if is_the_child and review.label != person.label:
        review.label = person.label
        review.save(update_fields=["label"])
    _record("register.changed", person, by=by)
    return person


@service
def answer(review: Review, form: str, person: RegisteredPerson | None, *, by: Person) -> NameAnswer:
    """Say whose name a form of words is, once for every document of the review; None for nobody's.

    An answer can be followed by another: what was said last holds, and what was said before is kept.
    """
    review = steps.locked(review, by=by)
    require(parts_in(by, review).may(Permission.KEEP_REGISTER))
    require(_may_answer(review, form, person, by=by))
    ref = uuid4()
    asked = surface_form(form).encode()
    given = NameAnswer.objects.create(
        review=review,
        sealed_form=seal_bytes(review.pk, asked, table=queries.ANSWERS_SEALED_AS, ref=ref),
        seal_ref=ref,
        person=person,
        answered_at=moments.now(),
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


def _may_answer(
    review: Review, form: str, person: RegisteredPerson | None, *, by: Person
) -> Answer:
    asked = surface_form(form)
    if not asked:
        return Answer("There is no name to answer about.")
    if person and person.review_id != review.pk:
        return Answer("This person is not in the register of this review.")
    if queries.answers(by, review).get(asked) == (str(person.pk) if person else ""):
        return Answer("This has been answered already, in the same way.")
    return YES


def _tidied(
    *,
    label: str,
    role: str,
    names: Sequence[str],
    aliases: Sequence[str],
    never: Sequence[str],
) -> _Known:
    def lines(typed: Sequence[str]) -> tuple[str, ...]:
        tidy = (" ".join(one.split()) for one in typed)
        return tuple(dict.fromkeys(one for one in tidy if one))

    return _Known(
        label=" ".join(label.split()),
        role=" ".join(role.split()),
        names=lines(names),
        aliases=lines(aliases),
        never=lines(never),
    )


def _write(person: RegisteredPerson, known: _Known, *, agency: Agency | None, by: Person) -> None:
    others = [one for one in queries.registered(by, person.review) if one.row.pk != person.pk]
    require(_may_be_kept(known, others=others))
    if agency and agency.partnership_id != person.review.partnership_id:
        require(Answer("Choose one of the agencies in the list."))
    person.agency = agency
    person.label = known.label
    person.role = known.role
    person.sealed_names = seal_json(
        person.review_id,
        {"names": known.names, "aliases": known.aliases, "never": known.never},
        table=queries.SEALED_AS,
        ref=person.seal_ref,
    )
    person.save()


def _may_be_kept(known: _Known, *, others: Sequence[queries.Registered]) -> Answer:
    if not known.label:
        return Answer("Give the person a label, for example “Social Worker 1”.")
    if not known.names:
        return Answer("Enter at least one name, so that it can be found and replaced.")
    if any(surface_form(one.row.label) == surface_form(known.label) for one in others):
        return Answer(
            f"“{known.label}” is somebody else’s label. Give this person one of their own."
        )
    person = Named(key="this one", label=known.label, names=known.names, aliases=known.aliases)
    register = Register((person, *(one.as_engine_person() for one in others)))
    if equals_real_name(known.label, register):
        return Answer(
            "The label could be read as somebody’s real name. Choose one that says only their role."
        )
    # Of this person alone: what is wrong with another's label is mended there.
    return Answer(next(iter(label_problems(Register((person,)))), ""))


def _record(verb: str, person: RegisteredPerson, *, by: Person) -> None:
    trail.record(
        verb,
        by=by.pk,
        subject="registered_person",
        subject_id=person.pk,
        review_id=person.review_id,
        agency_id=person.agency_id,
    )
