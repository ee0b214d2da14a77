"""The first wall: what a person may see of a table, as one condition on its rows.

Built from the matrix of :mod:`goldenthread.domain.visibility` with the ORM's own subqueries, so that a
list costs one query however many reviews a person takes part in. The second wall
(:mod:`goldenthread.reviews.walls`) answers the same question inside PostgreSQL and shares no code
with this one.
"""

from typing import ClassVar, Self, TypeVar

from django.db import models
from django.db.models import Exists, OuterRef, Q

from goldenthread.accounts.models import Person
from goldenthread.domain.roles import Role
from goldenthread.domain.visibility import Material, Reach, reach
from goldenthread.reviews.models import parts
from goldenthread.reviews.walls import WalledTable

_M = TypeVar("_M", bound=models.Model)


class WalledQuerySet(models.QuerySet[_M]):
    """Rows behind the first wall. No page and no service reads a confidential table any other way."""

    def visible_to(self, person: Person) -> Self:
        """The rows this person may see: the matrix, row by row."""
        return self.filter(_visible(self.model, person))


def _visible(model: type[models.Model], person: Person) -> Q:
    wall = walled_table(model)
    review = "pk" if wall.review_column == "id" else "review"
    seen = Q(pk__in=[])
    for value, material in wall.materials or (("", wall.material),):
        here = Q(**{f"{review}__in": parts.reviews_where(person, _roles(material, Reach.ALL))})
        seen |= here & Q(**{wall.material_column: value}) if wall.material_column else here
    if wall.has_shared:
        seen |= Q(shared=True) & _sees_shared(person, wall.material)
    if wall.has_agency:
        seen |= _is_own(person, wall.material)
    if wall.own_row_column:
        seen |= Q(**{f"{wall.own_row_column}__in": parts.with_access(person)})
    return seen


def _roles(material: Material, *reaches: Reach) -> list[Role]:
    return [role for role in Role if reach(role, material) in reaches]


def _sees_shared(person: Person, material: Material) -> Q:
    at_once = parts.reviews_where(person, _roles(material, Reach.SHARED))
    after_own = parts.reviews_with_own_submitted(person, _roles(material, Reach.OWN_THEN_SHARED))
    return Q(review__in=at_once) | Q(review__in=after_own)


def _is_own(person: Person, material: Material) -> Q:
    roles = _roles(material, Reach.OWN, Reach.OWN_THEN_SHARED)
    here = {"review": OuterRef("review"), "agency": OuterRef("agency")}
    return Exists(parts.memberships(person, roles).filter(**here)) | Exists(
        parts.asked(person, roles).filter(**here)
    )


class Walled(models.Model):
    """A table whose rows belong to one review and are one kind of material."""

    material: ClassVar[Material]
    own_row_column: ClassVar[str] = ""
    is_ones_own_to_write: ClassVar[bool] = False
    material_column: ClassVar[str] = ""
    """The column that decides what kind of material a row is, where a table holds several."""
    materials: ClassVar[dict[str, Material]] = {}
    is_frozen: ClassVar[bool] = False
    """Written once and never changed: the database refuses the application both change and removal."""

    review = models.ForeignKey("reviews.Review", on_delete=models.PROTECT, related_name="+")

    class Meta:
        abstract = True


class OfAgency(Walled):
    """Rows that one agency wrote; other agencies never see them before they are shared."""

    agency = models.ForeignKey("accounts.Agency", on_delete=models.PROTECT, related_name="+")

    class Meta:
        abstract = True


class Shareable(OfAgency):
    """Rows that become visible to the panel when ``shared`` is set, by a submission and nothing else."""

    shared = models.BooleanField(default=False)

    class Meta:
        abstract = True


def walled_table(model: type[models.Model]) -> WalledTable:
    """What both walls need to know of a table, read off its model."""
    fields = {field.name for field in model._meta.get_fields()}
    return WalledTable(
        name=model._meta.db_table,
        material=model.material,  # type: ignore[attr-defined]
        review_column="review_id" if "review" in fields else "id",
        has_agency="agency" in fields,
        has_shared="shared" in fields,
        own_row_column=model.own_row_column,  # type: ignore[attr-defined]
        material_column=getattr(model, "material_column", ""),
        materials=tuple(getattr(model, "materials", {}).items()),
        is_ones_own_to_write=getattr(model, "is_ones_own_to_write", False),
        is_frozen=getattr(model, "is_frozen", False),
    )
