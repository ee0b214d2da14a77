"""Write the trail: one record for each thing done or seen, in the same transaction."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.conf import settings  # noqa: TID251 (the key's folder is known only here)
from django.utils import timezone

from goldenthread.audit.hashing import head_seal, record_hash
from goldenthread.audit.models import Chain, Record
from goldenthread.vault.keys import Keyring

HOUSE = "house"
"""The chain of what belongs to no review: people, agencies, and which other chains there are."""
BEGUN = "trail.begun"


@dataclass(slots=True)
class Counter:
    """How many records were written while it was watching."""

    written: int = 0


_counters: ContextVar[tuple[Counter, ...]] = ContextVar("trail_counters", default=())


@contextmanager
def counting() -> Iterator[Counter]:
    """Count the records written inside; a service uses it to prove that it wrote exactly one."""
    counter = Counter()
    token = _counters.set((counter,))
    try:
        yield counter
    finally:
        _counters.reset(token)


@cache
def trail_key() -> bytes:
    """The key of the chain, from the installation's key folder outside the database."""
    return Keyring.load(Path(settings.KEYS_FOLDER)).trail


def record(
    verb: str,
    *,
    by: int | None,
    subject: str = "",
    subject_id: int | None = None,
    review_id: int | None = None,
    agency_id: int | None = None,
    fields: tuple[str, ...] = (),
) -> Record:
    """Append one record to the review's chain (or the house's), and move the chain's head.

    Must run inside the transaction of what it records. ``fields`` are names, never content.
    """
    entry = Record(
        person_id=by,
        verb=verb,
        subject=subject,
        subject_id=subject_id,
        review_id=review_id,
        agency_id=agency_id,
        fields=list(fields),
    )
    _append(entry, chain_of(review_id) if review_id else HOUSE)
    for counter in _counters.get():
        counter.written += 1
    return entry


def chain_of(review_id: int) -> str:
    """The name of a review's own chain."""
    return f"review:{review_id}"


def _append(entry: Record, name: str) -> None:
    Chain.objects.bulk_create([Chain(name=name)], ignore_conflicts=True)
    chain = Chain.objects.select_for_update(no_key=True).get(name=name)
    if not chain.length and name != HOUSE:
        _say_that_it_begins(entry)
    entry.chain = name
    entry.at = timezone.now()
    entry.number = chain.length + 1
    entry.previous_hash = chain.last_hash
    entry.hash = record_hash(trail_key(), entry)
    entry.save(force_insert=True)
    _move_head(chain, entry)


def _say_that_it_begins(entry: Record) -> None:
    """The house's chain tells of every other, so that one that is removed whole is missed."""
    begun = {"verb": BEGUN, "subject": "review", "subject_id": entry.review_id}
    _append(Record(person_id=entry.person_id, **begun), HOUSE)


def _move_head(chain: Chain, entry: Record) -> None:
    chain.length = entry.number
    chain.last_hash = entry.hash
    chain.seal = head_seal(
        trail_key(), name=chain.name, length=chain.length, last_hash=chain.last_hash
    )
    chain.save()
