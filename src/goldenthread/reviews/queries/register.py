"""Who is who in a review, opened for those who may see it, and made ready for the anonymity engine."""

from dataclasses import dataclass

from django.db.models import QuerySet

from goldenthread.accounts.models import Person
from goldenthread.anonymity import Person as Named
from goldenthread.anonymity import Register, label_problems
from goldenthread.reviews.models import NameAnswer, RegisteredPerson, Review
from goldenthread.reviews.models.sealing import data_key, open_bytes, open_json

SEALED_AS = "register"
ANSWERS_SEALED_AS = "name_answer"


@dataclass(frozen=True, slots=True)
class Registered:
    """One row of the register with its names opened."""

    row: RegisteredPerson
    names: tuple[str, ...]
    aliases: tuple[str, ...]
    never: tuple[str, ...]

    def as_engine_person(self) -> Named:
        """The row as the anonymity engine knows it; its key is the row's id."""
        return Named(
            key=str(self.row.pk),
            label=self.row.label,
            role=self.row.role,
            agency=str(self.row.agency_id or ""),
            names=self.names,
            aliases=self.aliases,
            never=self.never,
        )


def registered(person: Person, review: Review) -> list[Registered]:
    """The people of the review that this person may know by name: all, or those of their own agency."""
    rows = list(_rows(person, review))
    if not rows:
        return []
    key = data_key(review.pk)
    return [_opened(row, key) for row in rows]


def registered_person(person: Person, review: Review, row_id: int) -> Registered | None:
    """One of them, or None."""
    row = _rows(person, review).filter(pk=row_id).first()
    return _opened(row, data_key(review.pk)) if row else None


def register_of(person: Person, review: Review) -> Register:
    """The register as the anonymity engine needs it."""
    return Register(tuple(one.as_engine_person() for one in registered(person, review)))


def labels_to_mend(people: list[Registered]) -> tuple[str, ...]:
    """Sentences about labels that would not be safe to put in a name's place."""
    return label_problems(Register(tuple(one.as_engine_person() for one in people)))


@dataclass(frozen=True, slots=True)
class Answered:
    """What was last said about one form of words: whose name it is."""

    row: NameAnswer
    form: str

    @property
    def key(self) -> str:
        """The key of the person as the anonymity engine knows it; "" for nobody's."""
        return str(self.row.person_id or "")


def answered(person: Person, review: Review) -> list[Answered]:
    """The answers that hold, one for each form: where there were several, the last."""
    given = NameAnswer.objects.visible_to(person).filter(review=review)
    rows = list(given.select_related("person", "answered_by"))
    if not rows:
        return []
    key = data_key(review.pk)
    latest = {_form_of(row, key): row for row in rows}
    return sorted((Answered(row, form) for form, row in latest.items()), key=lambda one: one.form)


def answers(person: Person, review: Review) -> dict[str, str]:
    """The same as the anonymity engine needs them: the form, and whose it is ("" for nobody's)."""
    return {one.form: one.key for one in answered(person, review)}


def _rows(person: Person, review: Review) -> QuerySet[RegisteredPerson]:
    return (
        RegisteredPerson.objects.visible_to(person).filter(review=review).select_related("agency")
    )


def _form_of(row: NameAnswer, key: bytes) -> str:
    form = open_bytes(
        row.review_id, row.sealed_form, table=ANSWERS_SEALED_AS, ref=row.seal_ref, key=key
    )
    return form.decode()


def _opened(row: RegisteredPerson, key: bytes) -> Registered:
    kept = open_json(row.review_id, row.sealed_names, table=SEALED_AS, ref=row.seal_ref, key=key)
    return Registered(
        row=row,
        names=tuple(kept["names"]),
        aliases=tuple(kept["aliases"]),
        never=tuple(kept["never"]),
    )
