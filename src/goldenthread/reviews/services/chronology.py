"""An agency brings its chronology: files, read in the background, then submitted to the panel (P12)."""

import hashlib
import re
from pathlib import PurePath

from django.db.models import QuerySet
from django.utils.timezone import localdate, localtime
from procrastinate.contrib.django import app as jobs

from goldenthread.accounts.models import Agency, Person
from goldenthread.audit import trail
from goldenthread.chronology.entries import understand
from goldenthread.documents.readers import read_file
from goldenthread.documents.refused import FileRefused
from goldenthread.domain.answers import YES, Answer, Refused, require
from goldenthread.pages.words import day
from goldenthread.reviews import moments
from goldenthread.reviews.models import Contribution, Entry, Review, SourceFile
from goldenthread.reviews.models.sealing import seal_bytes
from goldenthread.reviews.queries import chronology as queries
from goldenthread.reviews.services import steps
from goldenthread.reviews.services.chronology_rows import as_kept, entry_rows
from goldenthread.reviews.services.service import service

READ_JOB = "goldenthread.reviews.read_source_file"
"""The job that reads a file; it is deferred in the transaction that keeps the file."""

COULD_NOT_BE_READ = (
    "Something in this file stopped us from reading it. Your file is kept as it is. Save it again as a"
    " Word document (.docx), an Excel workbook (.xlsx) or a CSV file and bring that, or tell the"
    " business manager."
)
NOT_WAITING = "This file does not wait to be read."
_CONTROL = re.compile(r"[\x00-\x1f\x7f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_BATCH = 1000


@service
def bring_file(
    review: Review,
    agency: Agency,
    *,
    name: str,
    data: bytes,
    by: Person,
    replaces: SourceFile | None = None,
) -> SourceFile:
    """Keep a file sealed, exactly as it is, and have it read in the background.

    With ``replaces`` the earlier file gives way once this one has been read, so that a file that cannot
    be read costs nothing. Raises Refused for an empty file and for one that was brought before.
    """
    review = steps.locked(review, by=by)
    require(queries.own_chronology(by, review, agency).may_bring)
    if not data:
        require(Answer("The file is empty. Check that it was saved, and bring it again."))
    digest = hashlib.sha256(data).hexdigest()
    require(_is_new(queries.same_file_brought_before(by, review, agency, digest=digest)))
    brought = SourceFile(
        review=review,
        agency=agency,
        name=_name(name),
        size=len(data),
        digest=digest,
        brought_at=moments.now(),
        brought_by=by,
    )
    if replaces is not None:
        earlier = queries.source_files(by, review, agency).get(pk=replaces.pk)
        brought.understood = {"replaces": earlier.pk}
    brought.sealed = seal_bytes(review.pk, data, table=queries.SEALED_AS, ref=brought.seal_ref)
    brought.save()
    _read_later(brought, by=by)
    _record("chronology.file_brought", brought, by=by)
    return brought


@service
def read_source_file(source_file_id: int, *, by: Person) -> SourceFile:
    """Read a file that waits, once: its entries and how it was understood, or the reason why not.

    A file that cannot be read is refused with a sentence; that is an answer and no error. Raises
    Refused when the file no longer waits or is not this person's to see.
    """
    waiting = _waiting(SourceFile.objects.visible_to(by), source_file_id)
    try:
        file = read_file(queries.bytes_of(waiting), name=waiting.name)
    except FileRefused as refusal:
        return _refuse(_held(waiting, by=by), reason=refusal.reason, by=by)
    understood = understand(file, latest=localdate(waiting.brought_at))
    rows = entry_rows(waiting, understood)
    waiting = _held(waiting, by=by)
    _give_way(waiting, by=by)
    Entry.objects.bulk_create(rows, batch_size=_BATCH)
    waiting.status = SourceFile.READ
    waiting.understood = as_kept(file, understood)
    waiting.entries_read = len(rows)
    waiting.save(update_fields=["status", "understood", "entries_read"])
    _record("chronology.file_read", waiting, by=by)
    return waiting


@service
def give_up_reading(source_file_id: int, *, by: Person) -> SourceFile:
    """Say on the file that it could not be read, after something went wrong that nobody foresaw."""
    waiting = _waiting(SourceFile.objects.visible_to(by).defer("sealed"), source_file_id)
    return _refuse(_held(waiting, by=by), reason=COULD_NOT_BE_READ, by=by)


@service
def read_again(source_file: SourceFile, *, by: Person) -> SourceFile:
    """Have a file read anew that still waits (whoever asked may have left) or was refused."""
    review = steps.locked(source_file.review, by=by)
    require(queries.own_chronology(by, review, source_file.agency).may_bring)
    held = _held(source_file, by=by)
    if held.status not in (SourceFile.WAITING, SourceFile.REFUSED):
        require(Answer("This file has been read."))
    held.status, held.reason = SourceFile.WAITING, ""
    held.save(update_fields=["status", "reason"])
    _read_later(held, by=by)
    _record("chronology.file_read_again", held, by=by)
    return held


@service
def record_download(source_file: SourceFile, *, by: Person) -> SourceFile:
    """Keep that the person took away the file as it was brought."""
    source_file = SourceFile.objects.visible_to(by).defer("sealed").get(pk=source_file.pk)
    _record("chronology.file_downloaded", source_file, by=by)
    return source_file


@service
def submit(review: Review, agency: Agency, *, by: Person) -> Contribution:
    """Share the agency's entries with the panel. From now on neither they nor its files change."""
    review = steps.locked(review, by=by)
    require(queries.own_chronology(by, review, agency).may_submit)
    contribution = Contribution.objects.visible_to(by).get(review=review, agency=agency)
    Entry.objects.visible_to(by).filter(review=review, agency=agency).update(shared=True)
    contribution.chronology_submitted_at = moments.now()
    contribution.save(update_fields=["chronology_submitted_at"])
    trail.record(
        "chronology.submitted",
        by=by.pk,
        subject="contribution",
        subject_id=contribution.pk,
        review_id=review.pk,
        agency_id=agency.pk,
    )
    return contribution


def _is_new(before: SourceFile | None) -> Answer:
    if before is None:
        return YES
    when = day(localtime(before.brought_at))
    return Answer(
        f"This is the same file as “{before.name}”, brought on {when}. It was not added a second time."
    )


def _waiting(files: QuerySet[SourceFile], source_file_id: int) -> SourceFile:
    """The file, if it waits and is among these; it is looked at again once it is held."""
    found = files.filter(pk=source_file_id, status=SourceFile.WAITING).first()
    if found is None:
        raise Refused(NOT_WAITING)
    return found


def _held(source_file: SourceFile, *, by: Person) -> SourceFile:
    """The file's row, held until the end; it must not have changed since it was looked at."""
    held = (
        SourceFile.objects.visible_to(by)
        .select_for_update(of=("self",), no_key=True)
        .defer("sealed")
        .get(pk=source_file.pk)
    )
    if source_file.status == SourceFile.WAITING and held.status != SourceFile.WAITING:
        raise Refused(NOT_WAITING)
    return held


def _give_way(newer: SourceFile, *, by: Person) -> None:
    """The file that this one replaces, if any, keeps its bytes and loses its entries."""
    replaced = newer.understood.get("replaces")
    earlier = (
        SourceFile.objects.visible_to(by)
        .select_for_update(of=("self",), no_key=True)
        .defer("sealed")
        .filter(pk=replaced, review=newer.review_id, agency=newer.agency_id)
        .first()
    )
    if earlier is None:
        return
    Entry.objects.visible_to(by).filter(source_file=earlier, shared=False).delete()
    earlier.status = SourceFile.REPLACED
    earlier.save(update_fields=["status"])


def _refuse(source_file: SourceFile, *, reason: str, by: Person) -> SourceFile:
    source_file.status, source_file.reason = SourceFile.REFUSED, reason
    source_file.save(update_fields=["status", "reason"])
    _record("chronology.file_refused", source_file, by=by)
    return source_file


def _read_later(source_file: SourceFile, *, by: Person) -> None:
    # By its name: the job is a layer above us. Only ids travel.
    jobs.configure_task(READ_JOB).defer(source_file_id=source_file.pk, person_id=by.pk)


def _name(typed: str) -> str:
    """The name without folders and without characters that are not seen; never empty."""
    bare = _CONTROL.sub("", PurePath(typed.replace("\\", "/")).name).strip()
    if len(bare) > 255:
        ending = PurePath(bare).suffix[:20]
        bare = bare[: 255 - len(ending)] + ending
    return bare or "file"


def _record(verb: str, source_file: SourceFile, *, by: Person) -> None:
    trail.record(
        verb,
        by=by.pk,
        subject="source_file",
        subject_id=source_file.pk,
        review_id=source_file.review_id,
        agency_id=source_file.agency_id,
    )
