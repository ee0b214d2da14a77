"""Read the trail again, and say exactly where it no longer holds."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from goldenthread.audit.hashing import head_seal, record_hash
from goldenthread.audit.models import Chain, Record
from goldenthread.audit.trail import BEGUN, HOUSE, chain_of, trail_key


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


class ForeignKey(Exception):
    """The key of the trail is not the one that this database's trail was written with."""


def require_own_key() -> None:
    """Raise :class:`ForeignKey` when another key than ours sealed the house's chain.

    Keys that were lost are made anew on the next start; a process that served with them would write a
    trail of which nobody could say any more where it is whole.
    """
    head = Chain.objects.filter(name=HOUSE).first()
    if head is not None and _seal_of(trail_key(), head) != head.seal:
        raise ForeignKey(
            "The keys folder does not belong to this database: its trail was written with another key."
            " Put the keys back from your backup."
        )


def verify(*, reviews: Iterable[int] = ()) -> Verified:
    """Check every record against its hash and its neighbour, and every chain against its sealed head.

    ``reviews`` are the ids of those that exist: each must have a chain, and so must each that the
    house's chain tells of. Must run as the owner of the tables: the application sees only part of the
    trail.
    """
    key = trail_key()
    begun = {chain_of(number) for number in _reviews_begun()}
    expected = begun | {chain_of(number) for number in reviews}
    names = {*Chain.objects.values_list("name", flat=True), *_chains_with_records(), *expected}
    faults: list[Fault] = []
    records = 0
    for name in sorted(names):
        read, found = _verify_chain(key, name)
        records += read
        faults += found
        if name not in begun and name != HOUSE:
            faults.append(Fault(name, 0, "The house’s chain does not tell of this one."))
    return Verified(chains=len(names), records=records, faults=tuple(faults))


def _chains_with_records() -> Iterator[str]:
    yield from Record.objects.order_by().values_list("chain", flat=True).distinct()


def _reviews_begun() -> Iterator[int]:
    told = Record.objects.filter(chain=HOUSE, verb=BEGUN).values_list("subject_id", flat=True)
    yield from (number for number in told if number is not None)


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
    if _seal_of(key, head) != head.seal:
        yield Fault(name, head.length, "The head of this chain was changed.")
    if (head.length, head.last_hash) != (number, last_hash):
        yield Fault(name, number + 1, f"Records after {number} were cut off.")


def _seal_of(key: bytes, head: Chain) -> str:
    return head_seal(key, name=head.name, length=head.length, last_hash=head.last_hash)
