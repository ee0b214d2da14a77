"""What is still missing before a step, as the component “readiness” shows it."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.urls import reverse

from goldenthread.domain.readiness import Missing

if TYPE_CHECKING:
    from goldenthread.reviews.models import Review


def with_addresses(review: "Review", missing: Iterable[Missing]) -> list[dict[str, Any]]:
    """Each missing thing as a sentence, with the page of the part in which it is mended."""
    home = reverse("review_home", kwargs={"reference": review.reference})
    return [
        {
            "what": thing.what[:1].upper() + thing.what[1:],
            "blocks": thing.blocks,
            "where": thing.where,
            "href": f"{home}{thing.where}/",
        }
        for thing in missing
    ]
