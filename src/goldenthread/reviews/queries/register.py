"""Who is who in a review, opened for those who may see it, and made ready for the anonymity engine."""

from dataclasses import dataclass

from django.db.models import QuerySet

from goldenthread.accounts.models import Person
from goldenthread.anonymity import people as engine
from goldenthread.reviews.models import NameAnswer, RegisteredPerson, Review
from goldenthread.reviews.models.sealing import open_bytes, open_json

SEALED_AS = "register"
ANSWERS_SEALED_AS = "name_answer"


@dataclass(frozen=True, slots=True)
class Registered:
    """One row of the register with its names opened."""

    row: RegisteredPerson
    names: tuple[str, ...]
    aliases: tuple[str, ...]
    never: tuple[str, ...]

    def as_engine_person(self) -> engine.Person:
        """The row as the anonymity engine knows it; its key is the row's id."""
        return engine.Person(
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
    return [_opened(row) for row in _rows(person, review)]


def registered_person(person: Person, review: Review, row_id: int) -> Registered | None:
    """One of them, or None."""
    row = _rows(person, review).filter(pk=row_id).first()
    return _opened(row) if row else None


def register_of(person: Person, review: Review) -> engine.Register:
    """The register as the anonymity engine needs it."""
    return engine.Register(tuple(one.as_engine_person() for one in registered(person, review)))


def answers(person: Person, review: Review) -> dict[str, str]:
    """What has been answered about single forms of names: the form, and whose it is ("" for nobody's)."""
    given = NameAnswer.objects.visible_to(person).filter(review=review)
    return {
        open_bytes(
            review.pk, one.sealed_form, table=ANSWERS_SEALED_AS, ref=one.seal_ref
        ).decode(): str(one.person_id or "")
        for one in given
    }


def _rows(person: Person, review: Review) -> QuerySet[RegisteredPerson]:
    return (
        RegisteredPerson.objects.visible_to(person).filter(review=review).select_related("agency")
    )


def _opened(row: RegisteredPerson) -> Registered:
    kept = open_json(row.review_id, row.sealed_names, table=SEALED_AS, ref=row.seal_ref)
    return Registered(
        row=row,
        names=tuple(kept["names"]),
        aliases=tuple(kept["aliases"]),
        never=tuple(kept["never"]),
    )
