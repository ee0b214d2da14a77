"""What is sealed for one row is opened there and nowhere else."""

from uuid import uuid4

import pytest
from tests.deciding import case_referred

from goldenthread.reviews import moments
from goldenthread.reviews.models import Referral, RegisteredPerson, Review, ReviewKey
from goldenthread.reviews.models.sealing import make_key, open_json, seal_json
from goldenthread.reviews.walls import asking
from goldenthread.vault.keys import KeysUnusable
from goldenthread.vault.sealing import CannotOpen, open_sealed, seal

KEY, OTHER_KEY = b"k" * 32, b"o" * 32


def test_what_was_sealed_is_opened_and_never_looks_the_same_twice():
    first, second = (seal(KEY, b"Amber Fenwick", about="7:register:1") for _ in range(2))
    assert first != second
    assert open_sealed(KEY, first, about="7:register:1") == b"Amber Fenwick"
    assert b"Amber" not in first


@pytest.mark.parametrize("place", [0, 12, -1], ids=["nonce", "text", "tag"])
def test_a_changed_byte_is_noticed(place):
    sealed = bytearray(seal(KEY, b"Amber Fenwick", about="7:register:1"))
    sealed[place] ^= 1
    with pytest.raises(CannotOpen):
        open_sealed(KEY, bytes(sealed), about="7:register:1")


@pytest.mark.parametrize(
    ("key", "about"),
    [
        (KEY, "8:register:1"),
        (KEY, "7:referral:1"),
        (KEY, "7:register:2"),
        (OTHER_KEY, "7:register:1"),
    ],
    ids=["another review", "another table", "another row", "another key"],
)
def test_what_was_moved_cannot_be_opened(key, about):
    sealed = seal(KEY, b"Amber Fenwick", about="7:register:1")
    with pytest.raises(CannotOpen):
        open_sealed(key, sealed, about=about)


@pytest.mark.parametrize("rest", [b"", b"short", b"x" * 12])
def test_what_was_cut_short_cannot_be_opened(rest):
    with pytest.raises(CannotOpen):
        open_sealed(KEY, rest, about="7:register:1")


@pytest.mark.django_db
def test_one_reviews_key_put_in_anothers_place_opens_nothing():
    case = case_referred()
    with asking(case.bea.pk):
        other = Review.objects.create(
            partnership=case.board,
            review_type="scr-2010",
            referrer=case.bea,
            begun_at=moments.now(),
        )
        theirs = make_key(other)
        ReviewKey.objects.filter(review=case.review).update(wrapped=theirs.wrapped)
        referral = Referral.objects.get(review=case.review)
        with pytest.raises(CannotOpen):
            open_json(
                case.review.pk, referral.sealed_answers, table="referral", ref=referral.seal_ref
            )


@pytest.mark.django_db
def test_a_name_moved_to_another_row_of_the_register_cannot_be_opened():
    case = case_referred()
    with asking(case.bea.pk):
        ref = uuid4()
        sealed = seal_json(case.review.pk, {"names": ["Amber"]}, table="register", ref=ref)
        assert open_json(case.review.pk, sealed, table="register", ref=ref) == {"names": ["Amber"]}
        with pytest.raises(CannotOpen):
            open_json(case.review.pk, sealed, table="register", ref=uuid4())
        assert RegisteredPerson.objects.count() == 0


@pytest.mark.django_db
def test_a_review_whose_key_was_destroyed_is_closed_for_good():
    case = case_referred()
    with asking(case.bea.pk):
        referral = Referral.objects.get(review=case.review)
        ReviewKey.objects.filter(review=case.review).update(wrapped=bytes(40))
        with pytest.raises(KeysUnusable):
            open_json(
                case.review.pk, referral.sealed_answers, table="referral", ref=referral.seal_ref
            )
