"""How a record is bound to the one before it."""

import hashlib
import hmac
import json
from datetime import UTC, datetime
from typing import Protocol


class Recorded(Protocol):
    """What the hash of a record covers."""

    chain: str
    number: int
    at: datetime
    person_id: int | None
    verb: str
    subject: str
    subject_id: int | None
    review_id: int | None
    agency_id: int | None
    fields: list[str]
    previous_hash: str


def record_hash(key: bytes, record: Recorded) -> str:
    """HMAC-SHA256 over every column of the record and the hash before it."""
    covered = [
        record.chain,
        record.number,
        record.at.astimezone(UTC).isoformat(timespec="microseconds"),
        record.person_id,
        record.verb,
        record.subject,
        record.subject_id,
        record.review_id,
        record.agency_id,
        list(record.fields),
        record.previous_hash,
    ]
    return _digest(key, covered)


def head_seal(key: bytes, *, name: str, length: int, last_hash: str) -> str:
    """HMAC-SHA256 over a chain's head, so that records cut off its end are noticed."""
    return _digest(key, ["head", name, length, last_hash])


def _digest(key: bytes, covered: list[object]) -> str:
    text = json.dumps(covered, separators=(",", ":"), ensure_ascii=True)
    return hmac.new(key, text.encode(), hashlib.sha256).hexdigest()
