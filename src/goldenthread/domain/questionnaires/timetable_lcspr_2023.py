"""The timetable of a Local Child Safeguarding Practice Review of 2023: its events, clocks and milestones."""

from goldenthread.domain.clocks import ClockRule, Event, EventFact, Milestone, Unit

_GUIDANCE = "Working Together to Safeguard Children (2023), chapter 5"

EVENTS = (
    Event("incident", "the incident", is_by_hand=True),
    Event("authority-aware", "the local authority becoming aware", is_by_hand=True),
    Event("notified", "the notification", EventFact.REFERRED, is_by_hand=True),
    Event("agencies-asked", "the agencies being asked", EventFact.ASKED),
    Event("agencies-answered", "the last agency’s answer", EventFact.ANSWERED),
    Event(
        "rapid-review-sent",
        "the rapid review going to the national panel",
        EventFact.JUDGED,
        is_by_hand=True,
    ),
    Event("partners-decided", "the partners’ decision", EventFact.DECIDED),
    Event("all-told", "the last of those who must be told being told", EventFact.TOLD),
    Event("panel-formed", "the Review Panel being complete", EventFact.PANEL_FORMED),
    Event("terms-approved", "the terms of reference being approved", EventFact.TERMS_APPROVED),
    Event("evidence-begun", "the agencies being asked to begin", EventFact.EVIDENCE_BEGUN),
    Event("chronologies-in", "the last chronology coming in", EventFact.CHRONOLOGIES_IN),
    Event("reports-accepted", "the last report being accepted", EventFact.REPORTS_ACCEPTED),
    Event("reports-with-partners", "the report going to the partners", EventFact.WITH_BOARD),
    Event("partners-signed-off", "the partners’ sign-off", EventFact.SIGNED_OFF),
    Event(
        "copy-sent",
        "the copy before publication going to the national panel and the department",
        is_by_hand=True,
    ),
    Event("published", "publication", EventFact.PUBLISHED, is_by_hand=True, may_be_ahead=True),
    Event("taken-down", "the report being taken down", is_by_hand=True),
)

CLOCKS = (
    ClockRule(
        key="notification",
        name="Notification of the incident",
        starts="authority-aware",
        stops="notified",
        length=5,
        unit=Unit.WORKING_DAYS,
        source=_GUIDANCE,
        is_fixed=True,
    ),
    ClockRule(
        key="scoping",
        name="Agencies’ summaries",
        starts="agencies-asked",
        stops="agencies-answered",
        length=5,
        unit=Unit.WORKING_DAYS,
        source="Partnerships’ own protocols",
    ),
    ClockRule(
        key="rapid-review",
        name="Rapid review",
        starts="notified",
        stops="rapid-review-sent",
        length=15,
        unit=Unit.WORKING_DAYS,
        source=f"{_GUIDANCE}; some partnerships count from becoming aware",
        is_most=True,
        starts_or=("authority-aware",),
    ),
    ClockRule(
        key="telling",
        name="Telling those who must know of the decision",
        starts="partners-decided",
        stops="all-told",
        length=5,
        unit=Unit.WORKING_DAYS,
        source="Partnerships’ own protocols",
    ),
    ClockRule(
        key="review",
        name="The local review",
        starts="partners-decided",
        stops="partners-signed-off",
        length=6,
        unit=Unit.MONTHS,
        source=f"{_GUIDANCE}: as soon as possible, and no later than six months",
        is_most=True,
        is_main=True,
        may_be_extended=True,
    ),
    ClockRule(
        key="copy",
        name="Copy before publication",
        starts="published",
        stops="copy-sent",
        length=-7,
        unit=Unit.WORKING_DAYS,
        source=_GUIDANCE,
        is_fixed=True,
    ),
    ClockRule(
        key="public",
        name="The report stays public",
        starts="published",
        stops="taken-down",
        length=12,
        unit=Unit.MONTHS,
        source=f"{_GUIDANCE}: at least one year",
    ),
)

MILESTONES = (
    Milestone("reviewer", "Lead reviewer and Review Panel appointed", 3, "panel-formed"),
    Milestone("terms", "Terms of reference approved", 4, "terms-approved"),
    Milestone("begin", "Agencies asked to begin", 4, "evidence-begun"),
    Milestone("chronologies", "Chronologies in", 7, "chronologies-in"),
    Milestone("reports", "Agencies’ reports accepted", 12, "reports-accepted"),
    Milestone("report", "Report with the partners", 21, "reports-with-partners"),
)
