"""The kinds of review, one file per regime and version: data and named functions.

A review keeps the version it began under. No code outside this package compares types; it asks the
type for what differs.
"""

from goldenthread.domain.review_types.kinds import ReviewType
from goldenthread.domain.review_types.lcspr_2023 import LCSPR_2023
from goldenthread.domain.review_types.scr_2010 import SCR_2010

REVIEW_TYPES: dict[str, ReviewType] = {kind.key: kind for kind in (SCR_2010, LCSPR_2023)}

DEFAULT_TYPE = SCR_2010.key
"""The regime of a Board that has not said which it works under."""


def review_type(key: str) -> ReviewType:
    """The review type with this key; KeyError for one we do not have."""
    return REVIEW_TYPES[key]
