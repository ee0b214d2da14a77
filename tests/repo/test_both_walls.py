"""Each wall by itself lets through exactly what the rule says: every table × everybody in the demo.

The rule is asked row by row, as plain Python. The first wall is tried where the second does not hold
(as a superuser of the database), the second without the first (every row is asked for).
"""

from collections import defaultdict

import pytest
from django.db.models import BigIntegerField, F, Value

from goldenthread.accounts.models import Person
from goldenthread.domain.review_types.scr_2010 import SCR_2010
from goldenthread.domain.roles import Role
from goldenthread.domain.visibility import may_see
from goldenthread.reviews.models import WALLED, Contribution, Entry, Review
from goldenthread.reviews.models.walled import walled_table
from goldenthread.reviews.queries.parts import Parts, parts_in
from goldenthread.reviews.walls import asking

pytestmark = [
    pytest.mark.django_db(databases=["default", "unwalled"]),
    pytest.mark.usefixtures("demo"),
    pytest.mark.xdist_group("demo"),
]


NOBODY = Value(None, output_field=BigIntegerField())


@pytest.fixture
def everybody() -> list[Person]:
    outsider = Person.objects.create(email="zoe@elsewhere.example", name="Zoe Outermark")
    return [*Person.objects.exclude(pk=outsider.pk).order_by("pk"), outsider]


def rows_of(model: type) -> list[tuple]:
    """Every row: its id, review, agency, whether it is shared, whose own row it is, and what decides its kind."""
    wall = walled_table(model)
    return list(
        model.objects.using("unwalled").values_list(
            "pk",
            "pk" if wall.review_column == "id" else "review_id",
            F("agency_id") if wall.has_agency else NOBODY,
            F("shared") if wall.has_shared else Value(False),
            F(wall.own_row_column) if wall.own_row_column else NOBODY,
            F(wall.material_column) if wall.material_column else Value(""),
        )
    )


def parts_everywhere(person: Person) -> dict[int, Parts]:
    """The parts of a person in each review, asked as themselves: one's own parts are always one's own to see."""
    with asking(person.pk):
        reviews = list(Review.objects.all())
        return defaultdict(
            lambda: Parts(frozenset(), SCR_2010),
            {review.pk: parts_in(person, review) for review in reviews},
        )


def submitted() -> set[tuple[int, int]]:
    asked = Contribution.objects.using("unwalled").filter(chronology_submitted_at__isnull=False)
    return set(asked.values_list("review_id", "agency_id"))


def by_the_rule(model: type, rows: list[tuple], person: Person, has_submitted: set) -> set[int]:
    parts = parts_everywhere(person)
    seen = set()
    kinds = getattr(model, "materials", {})
    for pk, review, agency, shared, owner, kind in rows:
        held = parts[review].held
        own_shared = any((review, part.agency_id) in has_submitted for part in held)
        if owner == person.pk or may_see(
            held,
            kinds.get(kind, model.material),
            agency_id=agency,
            shared=shared,
            own_shared=own_shared,
        ):
            seen.add(pk)
    return seen


@pytest.mark.parametrize("model", WALLED, ids=lambda model: model.__name__)
def test_each_wall_alone_lets_through_what_the_rule_says(model, everybody):
    rows, has_submitted = rows_of(model), submitted()
    assert rows, "there is nothing in this table that could leak"
    for person in everybody:
        expected = by_the_rule(model, rows, person, has_submitted)
        first = set(model.objects.using("unwalled").visible_to(person).values_list("pk", flat=True))
        with asking(person.pk):
            second = set(model.objects.values_list("pk", flat=True))
        assert first == expected, f"the first wall, for {person}"
        assert second == expected, f"the second wall, for {person}"


@pytest.mark.parametrize("model", WALLED, ids=lambda model: model.__name__)
def test_nobody_asking_sees_nothing(model):
    assert model.objects.count() == 0


def test_the_database_refuses_a_row_written_into_another_agencys_name(everybody):
    theirs = Entry.objects.using("unwalled").select_related("agency").first()
    author = next(
        person
        for person in everybody
        if person.employer_id not in (None, theirs.agency_id)
        and Role.AGENCY_AUTHOR in parts_everywhere(person)[theirs.review_id].roles
    )
    with asking(author.pk):
        assert Entry.objects.filter(pk=theirs.pk).update(event="changed") == 0
        assert Entry.objects.filter(agency=author.employer_id).update(position=F("position")) > 0
