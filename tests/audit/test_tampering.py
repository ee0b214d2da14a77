"""Somebody who owns the database but not the key changes the trail: each change is found, and where."""

import pytest

from goldenthread.audit import trail, verification
from goldenthread.audit.hashing import head_seal, record_hash
from goldenthread.audit.models import Chain, Record
from goldenthread.audit.verification import Fault, ForeignKey, require_own_key, verify

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("as_owner", "written")]

REVIEW, CHAIN = 7, "review:7"
THEIR_KEY = b"a key of the one who tampers"


@pytest.fixture
def written() -> None:
    """Three records of a review, one of another, and one of the house."""
    for verb in ("decision.recorded", "overview.read", "release.published"):
        trail.record(verb, by=1, review_id=REVIEW, subject="review", fields=("reasons",))
    trail.record("referral.begun", by=2, review_id=8)
    trail.record("person.added", by=None, subject="person", subject_id=3)


def found(**words) -> list[Fault]:
    return list(verify(**words).faults)


def test_a_trail_that_nobody_touched_is_whole():
    assert verify(reviews=[7, 8]) == verification.Verified(chains=3, records=7, faults=())


@pytest.mark.parametrize(
    "change",
    [
        {"person_id": 9},
        {"verb": "decision.read"},
        {"subject": "sign_off"},
        {"subject_id": 99},
        {"review_id": 8},
        {"agency_id": 5},
        {"fields": ["outcome"]},
        {"at": "2026-01-01T00:00Z"},
    ],
    ids=lambda change: next(iter(change)),
)
def test_a_changed_record_is_named(change):
    Record.objects.filter(chain=CHAIN, number=2).update(**change)
    assert found() == [Fault(CHAIN, 2, "It was changed after it was written.")]


def test_a_record_removed_from_the_middle_is_named():
    Record.objects.filter(chain=CHAIN, number=2).delete()
    assert found() == [Fault(CHAIN, 2, "Records 2 to 2 are gone.")]


def test_records_cut_off_the_end_are_missed():
    Record.objects.filter(chain=CHAIN, number__gte=2).delete()
    assert found() == [Fault(CHAIN, 2, "Records after 1 were cut off.")]


def test_a_head_moved_back_to_hide_what_was_cut_off_is_noticed():
    Record.objects.filter(chain=CHAIN, number=3).delete()
    last = Record.objects.get(chain=CHAIN, number=2)
    Chain.objects.filter(name=CHAIN).update(
        length=2,
        last_hash=last.hash,
        seal=head_seal(THEIR_KEY, name=CHAIN, length=2, last_hash=last.hash),
    )
    assert found() == [Fault(CHAIN, 2, "The head of this chain was changed.")]


def test_a_head_put_in_place_of_another_chains_is_noticed():
    other = Chain.objects.get(name="review:8")
    Chain.objects.filter(name=CHAIN).update(
        length=other.length, last_hash=other.last_hash, seal=other.seal
    )
    assert found() == [
        Fault(CHAIN, 1, "The head of this chain was changed."),
        Fault(CHAIN, 4, "Records after 3 were cut off."),
    ]


def test_a_head_that_was_removed_is_missed():
    Chain.objects.filter(name=CHAIN).delete()
    assert found() == [Fault(CHAIN, 3, "The head of this chain is gone.")]


def test_a_chain_removed_whole_is_missed():
    Record.objects.filter(chain=CHAIN).delete()
    Chain.objects.filter(name=CHAIN).delete()
    assert found() == [Fault(CHAIN, 0, "The head of this chain is gone.")]


def test_a_chain_removed_whole_with_the_houses_word_of_it_is_missed():
    Record.objects.filter(chain=CHAIN).delete()
    Chain.objects.filter(name=CHAIN).delete()
    told = Record.objects.get(chain="house", verb=trail.BEGUN, subject_id=REVIEW)
    told.delete()
    assert Fault("house", told.number, f"Records {told.number} to {told.number} are gone.") in (
        found()
    )
    assert Fault(CHAIN, 0, "The head of this chain is gone.") in found(reviews=[REVIEW])


def test_the_houses_chain_removed_whole_is_missed():
    Record.objects.filter(chain="house").delete()
    Chain.objects.filter(name="house").delete()
    untold = "The house’s chain does not tell of this one."
    assert found() == [Fault(CHAIN, 0, untold), Fault("review:8", 0, untold)]


def test_a_record_put_in_by_somebody_without_the_key_is_named():
    last = Record.objects.get(chain=CHAIN, number=3)
    forged = Record(
        chain=CHAIN, number=4, at=last.at, verb="overview.read", previous_hash=last.hash
    )
    forged.hash = record_hash(THEIR_KEY, forged)
    forged.save()
    assert found() == [
        Fault(CHAIN, 4, "It was changed after it was written."),
        Fault(CHAIN, 5, "Records after 4 were cut off."),
    ]


def test_two_records_that_change_places_are_named():
    Record.objects.filter(chain=CHAIN, number=1).update(number=9)
    Record.objects.filter(chain=CHAIN, number=2).update(number=1)
    Record.objects.filter(chain=CHAIN, number=9).update(number=2)
    assert {fault.number for fault in found() if fault.chain == CHAIN} == {1, 2, 3}


def test_a_process_with_another_key_refuses_to_start(monkeypatch):
    require_own_key()
    monkeypatch.setattr(verification, "trail_key", lambda: THEIR_KEY)
    with pytest.raises(ForeignKey, match="Put the keys back from your backup"):
        require_own_key()
