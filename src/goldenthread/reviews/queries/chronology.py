"""One agency's own chronology: the files it brought, what was understood, what it may do next."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q, QuerySet

from goldenthread.accounts.models import Agency, Person
from goldenthread.domain import contributions
from goldenthread.domain.answers import Answer
from goldenthread.domain.process import Stage
from goldenthread.domain.roles import Permission
from goldenthread.domain.visibility import Material, Reach, reach
from goldenthread.reviews.models import Contribution, Entry, Review, SourceFile
from goldenthread.reviews.models.sealing import open_bytes
from goldenthread.reviews.queries.parts import parts_in

SEALED_AS = "source_file"

UNDATED = Q(first_on=None, last_on=None)
"""Entries without a day or a span of days: they stand in a list of their own."""


@dataclass(frozen=True, slots=True)
class OwnChronology:
    """Where one agency's chronology stands, and whether the person may go on with it."""

    contribution: Contribution | None
    files: tuple[SourceFile, ...]
    entries: int
    undated: int
    may_bring: Answer
    may_submit: Answer

    @property
    def waiting(self) -> tuple[SourceFile, ...]:
        """The files that are still being read."""
        return tuple(file for file in self.files if file.status == SourceFile.WAITING)

    @property
    def replaceable(self) -> tuple[SourceFile, ...]:
        """The files whose place a new one could take."""
        return tuple(file for file in self.files if file.status == SourceFile.READ)

    @property
    def submitted_at(self) -> datetime | None:
        """When it was submitted to the panel, if it was."""
        return self.contribution.chronology_submitted_at if self.contribution else None


def own_agencies(person: Person, review: Review) -> QuerySet[Agency]:
    """The agencies whose files the person may see: their own."""
    own = {
        part.agency_id
        for part in parts_in(person, review).held
        if reach(part.role, Material.SOURCE_FILE) is not Reach.NONE and part.agency_id
    }
    return Agency.objects.filter(partnership=review.partnership_id, pk__in=own)


def own_agency(person: Person, review: Review, agency_key: str) -> Agency | None:
    """The agency with this key, where it is the person's own."""
    return own_agencies(person, review).filter(key=agency_key).first()


def own_chronology(person: Person, review: Review, agency: Agency) -> OwnChronology:
    """The agency's files and entries, and what the rules say to bringing more and to submitting."""
    contribution = (
        Contribution.objects.visible_to(person).filter(review=review, agency=agency).first()
    )
    files = tuple(source_files(person, review, agency))
    entries, undated = _counts(person, review, agency)
    permitted = parts_in(person, review).may(Permission.BRING_CHRONOLOGY, agency_id=agency.pk)
    stage = Stage(review.stage)
    asked = contribution is not None and contribution.wants_chronology
    submitted = contribution is not None and contribution.chronology_submitted_at is not None
    statuses = [file.status for file in files]
    return OwnChronology(
        contribution=contribution,
        files=files,
        entries=entries,
        undated=undated,
        may_bring=permitted
        and contributions.may_bring_file(stage=stage, asked=asked, submitted=submitted),
        may_submit=permitted
        and contributions.may_submit_chronology(
            stage=stage,
            asked=asked,
            submitted=submitted,
            files_read=statuses.count(SourceFile.READ),
            files_waiting=statuses.count(SourceFile.WAITING),
            entries=entries,
        ),
    )


def source_files(person: Person, review: Review, agency: Agency) -> QuerySet[SourceFile]:
    """The files that the agency brought, newest first, without their bytes."""
    return (
        SourceFile.objects.visible_to(person)
        .filter(review=review, agency=agency)
        .select_related("brought_by")
        .defer("sealed")
        .annotate(
            undated=Count("entries", filter=Q(entries__first_on=None, entries__last_on=None)),
            inferred=Count("entries", filter=Q(entries__inferred=True)),
        )
        .order_by("-brought_at", "-pk")  # counting drops the model's own order
    )


def number_waiting(person: Person, review: Review, agency: Agency) -> int:
    """How many of the agency's files are still being read."""
    files = SourceFile.objects.visible_to(person).filter(review=review, agency=agency)
    return files.filter(status=SourceFile.WAITING).count()


def same_file_brought_before(
    person: Person, review: Review, agency: Agency, *, digest: str
) -> SourceFile | None:
    """A file of exactly these bytes that counts already, or None."""
    counts = (SourceFile.READ, SourceFile.WAITING)
    return source_files(person, review, agency).filter(digest=digest, status__in=counts).first()


def bytes_of(source_file: SourceFile) -> bytes:
    """The file as it was brought, opened."""
    return open_bytes(
        source_file.review_id, source_file.sealed, table=SEALED_AS, ref=source_file.seal_ref
    )


def entries_of(person: Person, source_file: SourceFile) -> QuerySet[Entry]:
    """The entries understood from one file, in its own order."""
    return (
        Entry.objects.visible_to(person)
        .filter(source_file=source_file)
        .defer("words")
        .order_by("position")
    )


def _counts(person: Person, review: Review, agency: Agency) -> tuple[int, int]:
    counted = (
        Entry.objects.visible_to(person)
        .filter(review=review, agency=agency)
        .aggregate(entries=Count("pk"), undated=Count("pk", filter=UNDATED))
    )
    return counted["entries"], counted["undated"]
