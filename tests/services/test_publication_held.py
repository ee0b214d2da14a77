"""Publication waits for every open hold on it, and for no other (P6, P23)."""

import pytest
from tests.deciding import refusal
from tests.holding import hold_interview, hold_publication, soon
from tests.writing import at_publication, kept_for_a_module, name_child

from goldenthread.reviews.services import holds, release
from goldenthread.reviews.walls import asking

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def before_publication(django_db_setup, django_db_blocker):
    with kept_for_a_module(django_db_blocker, _named) as built:
        yield built


def _named():
    writing = at_publication()
    name_child(writing)
    return writing


@pytest.mark.duty("P6", "P23")
def test_the_reports_are_not_published_while_a_hold_on_publication_is_open(before_publication):
    writing = before_publication.afresh()
    bea, review = writing.case.bea, writing.case.review
    first = hold_publication(writing)
    second = hold_publication(writing, asked_by="the coroner", look_again_on=soon(5))
    hold_interview(writing)
    with asking(bea.pk):
        sentence = refusal(lambda: release.publish(review, by=bea))
        assert sentence.startswith("Publication is held back. The coroner asked for it")
        holds.lift(second, because="The inquest has closed.", by=bea)
        assert refusal(lambda: release.publish(review, by=bea)).startswith(
            "Publication is held back. The senior investigating officer asked for it"
        )
        holds.lift(first, because="The trial has ended.", by=bea)
        # The hold on an interview never held publication.
        assert release.publish(review, by=bea).outcome == "published"
    assert refusal(lambda: hold_publication(writing)) == (
        "The reports have been published, so publication can no longer be held back."
    )


@pytest.mark.duty("P6")
def test_reports_may_be_withheld_while_publication_is_held_back(before_publication):
    writing = before_publication.afresh()
    hold_publication(writing)
    with asking(writing.case.bea.pk):
        withheld = release.withhold(writing.case.review, reason="A trial.", by=writing.case.bea)
    assert withheld.outcome == "withheld"
