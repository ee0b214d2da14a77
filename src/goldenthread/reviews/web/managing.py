"""Pages on which a Board’s manager looks after its people."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse

from goldenthread.accounts.queries import boards_managed_by
from goldenthread.domain.duties import Duty
from goldenthread.reviews.web.page import SignedInRequest, View, signed_in_page


def manager_page(title: str, *, duties: tuple[Duty, ...] = (Duty.P28,)) -> Callable[[View], View]:
    """A page about one Board, for those who look after its people; the view is given the Board.

    Somebody who manages no Board gets 403, a manager of another 404.
    """

    def mark(view: View) -> View:
        @wraps(view)
        def open_page(request: SignedInRequest, prefix: str, **words: Any) -> HttpResponse:
            boards = list(boards_managed_by(request.user))
            if not boards:
                raise PermissionDenied
            board = next((one for one in boards if one.prefix == prefix), None)
            if board is None:
                raise Http404
            return view(request, board, **words)

        return signed_in_page(title, duties=duties)(open_page)

    return mark
