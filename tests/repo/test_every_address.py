"""Every address of the case site × everybody in the demo: who may open it, and nobody is shown an error.

What is expected is worked out here from the matrix and the demo's own story, not from the code of the
pages: a stranger is sent to sign in, an outsider to a review gets 404, a member without business in a
part 403.
"""

from collections.abc import Iterator

import pytest
from django.urls import get_resolver
from tests.addresses import BACKEND, Examples, in_a_review

from goldenthread.accounts.models import Person
from goldenthread.domain.process import Stage
from goldenthread.domain.review_types.lcspr_2023 import LCSPR_2023
from goldenthread.domain.roles import Role
from goldenthread.reviews.models import Review
from goldenthread.reviews.printing import addresses
from goldenthread.reviews.queries.parts import Parts, parts_in
from goldenthread.reviews.walls import asking

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("demo"),
    pytest.mark.xdist_group("demo"),
]

OPEN_TO_STRANGERS = {
    "sign-in/": "signing in",
    "sign-out/": "signing out, which leads to signing in",
    "no-longer/": "what somebody is told whose access has ended",
    "demo/": "signing in on a demo installation, and nowhere else",
    "ready/": "whether the site can answer, for whoever watches over it",
}


KEYED = {
    "first-sign-in/<str:key>/": "choosing a first password, by the link that was sent",
    "calendar/<str:key>.ics": "a calendar fetches it, which cannot sign in",
}
"""Addresses that hold a secret key, each with the reason why its person does not sign in first."""


def elsewhere() -> list[str]:
    return [
        route
        for route, _ in addresses()
        if "<str:reference>" not in route and route not in {**OPEN_TO_STRANGERS, **KEYED}
    ]


@pytest.fixture
def manager() -> Person:
    return Person.objects.get(name="Wilma Castlebury")


@pytest.fixture
def everybody() -> list[Person]:
    return list(Person.objects.order_by("pk"))


@pytest.fixture
def reviews(manager: Person) -> list[Review]:
    with asking(manager.pk):
        return list(Review.objects.visible_to(manager).order_by("pk"))


def test_every_address_is_a_page_or_on_the_list_of_open_ones():
    unmarked = [route for route, callback in addresses() if not hasattr(callback, "page")]
    assert set(unmarked) <= set(OPEN_TO_STRANGERS)


def test_an_address_with_a_key_is_on_the_list_and_is_nothing_to_who_has_no_key(client):
    keyed = [
        route
        for route, callback in addresses()
        if getattr(getattr(callback, "page", None), "is_keyed", False)
    ]
    assert set(keyed) == set(KEYED)
    for route in keyed:
        for send in (client.get, client.post):
            for key in ("x", "1-x", "A" * 43):
                address = f"/{route.replace('<str:key>', key)}"
                assert send(address).status_code == 404, route


def test_a_stranger_is_sent_to_sign_in(client, reviews, manager):
    examples = Examples(reviews[0], manager)
    for route in (*in_a_review(), *elsewhere()):
        for send in (client.get, client.post):
            answer = send(examples.address(route))
            assert (answer.status_code, answer.headers["Location"].split("?")[0]) == (
                302,
                "/sign-in/",
            ), route


def test_an_outsider_is_told_that_there_is_nothing(client, reviews, manager):
    outsider = Person.objects.create(email="zoe@elsewhere.example", name="Zoe Outermark")
    client.force_login(outsider, backend=BACKEND)
    for review in told_apart(reviews):
        examples = Examples(review, manager)
        for route in in_a_review():
            for send in (client.get, client.post):
                assert send(examples.address(route)).status_code == 404, (route, review.reference)


def test_everybody_sees_the_parts_that_are_their_business_and_no_others(
    client, reviews, manager, everybody
):
    pages = {route: callback.page for route, callback in addresses() if hasattr(callback, "page")}
    wrong = []
    for review in told_apart(reviews):
        examples = Examples(review, manager)
        for person, parts in one_of_each_kind(everybody, review):
            client.force_login(person, backend=BACKEND)
            for route in in_a_review():
                answer = client.get(examples.address(route))
                if answer.status_code not in _allowed(parts, pages[route].material):
                    wrong.append((person.name, review.reference, route, answer.status_code))
    assert wrong == []


def told_apart(reviews: list[Review]) -> list[Review]:
    """The long case, and one that has only been judged: between them every page has and lacks what it shows."""
    early = next(review for review in reviews if review.stage == Stage.DECISION)
    return [reviews[0], early]


def one_of_each_kind(everybody: list[Person], review: Review) -> Iterator[tuple[Person, Parts]]:
    """One person for each set of roles held in the review, and one who holds none."""
    seen = set()
    for person in everybody:
        with asking(person.pk):
            parts = parts_in(person, review)
        if parts.roles not in seen:
            seen.add(parts.roles)
            yield person, parts


def _allowed(parts, material) -> set[int]:
    if not parts.roles:
        return {404}
    if not parts.see(material):
        return {403}
    # 404 where the example is another agency's, or is not there at this stage; 403 where it is its draft;
    # 409 where the page is for a stage that has passed or has not come, which it says in a sentence.
    return {200, 302, 403, 404, 409}


def test_the_demo_has_somebody_in_every_role(everybody, reviews):
    held = set()
    for person in everybody:
        with asking(person.pk):
            for review in reviews:
                held |= parts_in(person, review).roles
    # Partners who decide together belong to the other Board of the demo, whose reviews are not among these.
    assert held == set(Role) - {Role.INTERVIEWEE} - set(LCSPR_2023.deciders)


def test_no_address_is_answered_twice():
    routes = [route for route, _ in addresses()]
    assert len(routes) == len(set(routes))
    assert get_resolver("goldenthread.config.urls.case")
