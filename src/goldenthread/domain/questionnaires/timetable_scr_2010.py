"""The timetable of the Serious Case Review of 2010: its events, clocks and milestones.

What national guidance fixes is marked so. What is local custom is this product's suggestion, which a Board
changes for itself.
"""

from goldenthread.domain.clocks import ClockRule, Event, EventFact, Milestone, Unit

_GUIDANCE = "Working Together to Safeguard Children (2010), chapter 8"

EVENTS = (
    Event("incident", "the incident", is_by_hand=True),
    Event("referred", "the referral", EventFact.REFERRED),
    Event(
        "reached-chair",
        "the case coming to the attention of the Chair of the Board",
        EventFact.REFERRED,
        is_by_hand=True,
    ),
    Event("agencies-asked", "the agencies being asked", EventFact.ASKED),
    Event("agencies-answered", "the last agency’s answer", EventFact.ANSWERED),
    Event("committee-judged", "the Committee’s recommendation", EventFact.JUDGED),
    Event("chair-decided", "the Chair’s decision", EventFact.DECIDED),
    Event("all-told", "the last of those who must be told being told", EventFact.TOLD),
    Event("panel-formed", "the Panel being complete", EventFact.PANEL_FORMED),
    Event("terms-approved", "the terms of reference being approved", EventFact.TERMS_APPROVED),
    Event("evidence-begun", "the agencies being asked to begin", EventFact.EVIDENCE_BEGUN),
    Event("chronologies-in", "the last chronology coming in", EventFact.CHRONOLOGIES_IN),
    Event("reports-in", "the last agency’s report coming in", EventFact.REPORTS_IN),
    Event("reports-accepted", "the last report being accepted", EventFact.REPORTS_ACCEPTED),
    Event("reports-with-board", "the reports going to the Board", EventFact.WITH_BOARD),
    Event("board-signed-off", "the Board’s sign-off", EventFact.SIGNED_OFF),
    Event("published", "publication", EventFact.PUBLISHED),
)

CLOCKS = (
    ClockRule(
        key="referral",
        name="Referral of the case",
        starts="incident",
        stops="referred",
        length=72,
        unit=Unit.HOURS,
        source="Boards’ own protocols; there is no national figure",
    ),
    ClockRule(
        key="scoping",
        name="Agencies’ answers about their involvement",
        starts="agencies-asked",
        stops="agencies-answered",
        length=10,
        unit=Unit.WORKING_DAYS,
        source="Boards’ own protocols, commonly five to ten working days",
    ),
    ClockRule(
        key="decision",
        name="The Chair’s decision",
        starts="reached-chair",
        stops="chair-decided",
        length=1,
        unit=Unit.MONTHS,
        source=_GUIDANCE,
        is_most=True,
    ),
    ClockRule(
        key="telling",
        name="Telling those who must know of the decision",
        starts="chair-decided",
        stops="all-told",
        length=5,
        unit=Unit.WORKING_DAYS,
        source="At once after the decision; five working days is a Board’s own measure",
    ),
    ClockRule(
        key="sign-off",
        name="Sign-off of the Overview Report",
        starts="chair-decided",
        stops="board-signed-off",
        length=6,
        unit=Unit.MONTHS,
        source=_GUIDANCE,
        is_fixed=True,
        is_main=True,
        may_be_extended=True,
    ),
)

MILESTONES = (
    Milestone("panel", "Panel formed", 3, "panel-formed"),
    Milestone("terms", "Terms of reference approved", 4, "terms-approved"),
    Milestone("begin", "Agencies asked to begin", 4, "evidence-begun"),
    Milestone("chronologies", "Chronologies in", 8, "chronologies-in"),
    Milestone("reports", "Agencies’ reports in", 12, "reports-in"),
    Milestone("scrutiny", "Reports accepted by the Panel", 16, "reports-accepted"),
    Milestone("board", "Overview Report with the Board", 22, "reports-with-board"),
)
