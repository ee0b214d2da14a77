"""A referrer sees their referral, how it stands and the outcome, and nothing else: by page, query and wall (P4)."""

import pytest
from tests.deciding import _person, case_at_panel, open_as

from goldenthread.reviews.models import WALLED, Involvement, Referral, Review, ReviewKey
from goldenthread.reviews.queries.referral import what_became
from goldenthread.reviews.walls import asking
from goldenthread.reviews.web import urls

pytestmark = [pytest.mark.django_db, pytest.mark.duty("P4")]

OWN = {Review, ReviewKey, Referral}
SHOWN = {
    "review_home",
    "referral",
    "referral_withdraw",
    "referral_acknowledge",
    "take_step",
    "your_part",
}


@pytest.fixture
def case():
    """A case at its panel, which Ruth has referred and has no other part in."""
    case = case_at_panel()
    case.ruth = _person("Ruth Wickmoor")
    with asking(case.bea.pk):
        Review.objects.filter(pk=case.review.pk).update(referrer=case.ruth)
    case.refresh()
    return case


def test_there_is_something_that_could_leak(case):
    with asking(case.bea.pk):
        assert Involvement.objects.filter(review=case.review).count() == 2


@pytest.mark.parametrize("model", WALLED, ids=lambda model: model.__name__)
def test_both_walls_let_through_the_referral_and_no_other_row(case, model):
    with asking(case.ruth.pk):
        first = model.objects.visible_to(case.ruth).count()
        second = model.objects.count()
    assert (first, second) == ((1, 1) if model in OWN else (0, 0))


def test_the_referrer_is_told_the_outcome(case):
    with asking(case.ruth.pk):
        assert what_became(case.ruth, case.review) == (
            "The Board has decided that there is a Serious Case Review."
        )


def addresses(case):
    """Every address of the review that needs nothing more than its reference."""
    for pattern in urls.urlpatterns[-1].url_patterns:
        if not pattern.pattern.converters:
            yield pattern.name, f"/reviews/{case.review.reference}/{pattern.pattern}"


def test_every_other_page_of_the_review_is_closed_to_the_referrer(case, client):
    open_to = set()
    for name, address in addresses(case):
        status = open_as(client, case.ruth, address).status_code
        if status == 200:
            open_to.add(name)
        else:
            assert status in (403, 404, 405, 409), (name, status)
    assert {"review_home", "referral"} <= open_to <= SHOWN


def test_their_pages_say_nothing_of_how_far_the_review_has_come(case, client):
    for address in ("", "referral/", "your-part/"):
        page = open_as(client, case.ruth, f"/reviews/{case.review.reference}/{address}")
        shown = page.content.decode().split("<main")[1]
        for word in ("Panel and terms", "Police", "Health", "Cher Gavel", "Chair decided"):
            assert word not in shown, (address, word)
