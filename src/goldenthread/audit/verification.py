"""Read the trail again, and say exactly where it no longer holds."""

from collections.abc import Iterator
from dataclasses import dataclass

from goldenthread.audit.hashing import head_seal, record_hash
from goldenthread.audit.models import Chain, Record
from goldenthread.audit.trail import trail_key


@dataclass(frozen=True, slots=True)
class Fault:
    """One place where the trail is broken."""

    chain: str
    number: int
    what: str


@dataclass(frozen=True, slots=True)
class Verified:
    """How much of the trail was read, and every fault found in it."""

    chains: int
    records: int
    faults: tuple[Fault, ...]


def verify() -> Verified:
    """Check every record against its hash and its neighbour, and every chain against its sealed head.

    Must run as the owner of the tables: the application sees only part of the trail.
    """
    key = trail_key()
    names = sorted({*Chain.objects.values_list("name", flat=True), *_chains_with_records()})
    faults: list[Fault] = []
    records = 0
    for name in names:
        read, found = _verify_chain(key, name)
        records += read
        faults += found
    return Verified(chains=len(names), records=records, faults=tuple(faults))


def _chains_with_records() -> Iterator[str]:
    yield from Record.objects.order_by().values_list("chain", flat=True).distinct()


def _verify_chain(key: bytes, name: str) -> tuple[int, list[Fault]]:
    faults: list[Fault] = []
    number, last_hash = 0, ""
    for record in Record.objects.filter(chain=name).order_by("number").iterator(chunk_size=2000):
        faults += _faults_of(key, record, expected=number + 1, last_hash=last_hash)
        number, last_hash = record.number, record.hash
    faults += _faults_of_head(key, name, number=number, last_hash=last_hash)
    return number, faults


def _faults_of(key: bytes, record: Record, *, expected: int, last_hash: str) -> Iterator[Fault]:
    if record.number != expected:
        yield Fault(record.chain, expected, f"Records {expected} to {record.number - 1} are gone.")
    elif record.previous_hash != last_hash:
        yield Fault(record.chain, record.number, "It does not follow from the record before it.")
    if record_hash(key, record) != record.hash:
        yield Fault(record.chain, record.number, "It was changed after it was written.")


def _faults_of_head(key: bytes, name: str, *, number: int, last_hash: str) -> Iterator[Fault]:
    head = Chain.objects.filter(name=name).first()
    if head is None:
        yield Fault(name, number, "The head of this chain is gone.")
        return
    seal = head_seal(key, name=name, length=head.length, last_hash=head.last_hash)
    if seal != head.seal:
        yield Fault(name, head.length, "The head of this chain was changed.")
    if (head.length, head.last_hash) != (number, last_hash):
        yield Fault(name, number + 1, f"Records after {number} were cut off.")
