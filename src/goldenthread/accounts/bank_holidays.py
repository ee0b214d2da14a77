"""The bank holidays of a nation, from published lists: the edge at which the rules are told them."""

from functools import cache

import holidays

from goldenthread.domain.calendars import Calendar

_SUBDIVISIONS = {"england": "ENG", "wales": "WLS", "scotland": "SCT", "northern_ireland": "NIR"}
FIRST_YEAR, LAST_YEAR = 1990, 2060


@cache
def calendar_of(nation: str) -> Calendar:
    """The nation's working days from the first year to the last, as far as holidays can be foretold.

    KeyError for a nation that is none of :data:`goldenthread.domain.calendars.NATIONS`.
    """
    years = range(FIRST_YEAR, LAST_YEAR + 1)
    days = holidays.country_holidays("GB", subdiv=_SUBDIVISIONS[nation], years=years)
    return Calendar(nation, {day: name.replace("'", "’") for day, name in days.items()})
