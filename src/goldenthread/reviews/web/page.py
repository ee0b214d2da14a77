"""What makes a function a page: who may open it, as whom the database is asked, what is recorded.

Every address of the case site that is not signing in is one of these, and a test walks the table of
addresses to see that it is.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import TYPE_CHECKING, Any

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse

from goldenthread.accounts import limits
from goldenthread.accounts.models import Person
from goldenthread.domain.answers import Refused
from goldenthread.domain.duties import Duty
from goldenthread.domain.visibility import Material
from goldenthread.reviews.queries.parts import Parts, parts_in
from goldenthread.reviews.queries.reviews import review_visible_to
from goldenthread.reviews.services import reading, visits
from goldenthread.reviews.walls import asking
from goldenthread.reviews.web import once
from goldenthread.reviews.web.refusals import refused, too_often
from goldenthread.reviews.web.who_reads import told_under

if TYPE_CHECKING:
    from goldenthread.reviews.models import Review


class SignedInRequest(HttpRequest):
    """A request whose person is known. For the type checker: at run time it is any request."""

    user: Person  # narrowed: a stranger never gets this far


class ReviewRequest(SignedInRequest):
    """A request about one review, with the parts that the person plays in it."""

    review: "Review"
    parts: Parts
    agency_shown: int | None
    """Whose material the page shows, where it is one agency's: set by the page, kept in the trail."""


@dataclass(frozen=True, slots=True)
class Page:
    """What is known of a page without opening it; printed in the docs and walked by tests."""

    title: str
    duties: tuple[Duty, ...]
    material: Material | None
    """The kind of material it shows; None for a page that is about no review."""
    is_keyed: bool = False
    """Whether its address holds a secret key, which stands for its person’s signing in."""


View = Callable[..., HttpResponse]


def signed_in_page(title: str, *, duties: tuple[Duty, ...] = ()) -> Callable[[View], View]:
    """A page for anybody who is signed in, about no review in particular."""

    def mark(view: View) -> View:
        @wraps(view)
        def open_page(request: HttpRequest, **words: Any) -> HttpResponse:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            try:
                with asking(request.user.pk):
                    return once.answer(request, lambda: view(request, **words))
            except Refused as refusal:
                return refused(request, refusal.reason)

        open_page.page = Page(title, duties, None)  # type: ignore[attr-defined]
        return open_page

    return mark


def keyed_page(
    title: str, *, person_with: Callable[[str], Person | None]
) -> Callable[[View], View]:
    """A page whose address holds a secret key: whoever has it is, for this page, the person it was made for.

    ``person_with`` says whose key it is. Nobody’s gets 404, as any page that is not there; somebody who
    tries many is told to wait. The view is given the person, and asks the database as them.
    """

    def mark(view: View) -> View:
        @wraps(view)
        def open_page(request: HttpRequest, key: str, **words: Any) -> HttpResponse:
            person = None if "\x00" in key else person_with(key)
            if person is None:
                if limits.is_guessing(request):
                    return too_often(request)
                raise Http404
            try:
                with asking(person.pk):
                    return view(request, person, **words)
            except Refused as refusal:
                return refused(request, refusal.reason)

        open_page.page = Page(title, (), None, is_keyed=True)  # type: ignore[attr-defined]
        return open_page

    return mark


def review_page(
    title: str,
    *,
    material: Material,
    duties: tuple[Duty, ...] = (),
    is_read: bool = True,
) -> Callable[[View], View]:
    """A page about one review, for those whose part in it has to do with this kind of material.

    A stranger to the review gets 404, a member without business here 403. Showing the page leaves a
    record of reading unless ``is_read`` is False (a page that shows nothing confidential); also where it
    is shown again because the form on it could not be taken.
    """

    def mark(view: View) -> View:
        @wraps(view)
        def open_page(request: HttpRequest, reference: str, **words: Any) -> HttpResponse:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            try:
                with asking(request.user.pk):
                    _admit(request, reference, material)
                    with told_under(request.review.type):  # type: ignore[attr-defined]
                        response = once.answer(request, lambda: view(request, **words))
                    if _shows(request, response):
                        _keep_visit(request)
                        if is_read:
                            _record_reading(request, material)
                    return response
            except Refused as refusal:
                return refused(request, refusal.reason)

        open_page.page = Page(title, duties, material)  # type: ignore[attr-defined]
        return open_page

    return mark


def _admit(request: Any, reference: str, material: Material) -> None:
    # No reference holds this character, and the database refuses even to look for it.
    review = None if "\x00" in reference else review_visible_to(request.user, reference)
    if review is None:
        raise Http404
    parts = parts_in(request.user, review)
    if not parts.see(material):
        raise PermissionDenied
    request.review, request.parts, request.agency_shown = review, parts, None


def _shows(request: HttpRequest, response: HttpResponse) -> bool:
    if request.method == "HEAD":
        return False  # the page’s script asks so to stay signed in; nothing is sent but headers
    return response.status_code == 200 and response["Content-Type"].startswith("text/html")


def _keep_visit(request: Any) -> None:
    visits.keep(request.review, by=request.user)


def _record_reading(request: Any, material: Material) -> None:
    reading.record_reading(
        request.review, material, by=request.user, agency_id=request.agency_shown
    )
