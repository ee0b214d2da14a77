"""The tables. Every one but :class:`SentForm` is behind both walls (:data:`WALLED`)."""

from goldenthread.reviews.models.action_plan import Action, ActionProgress
from goldenthread.reviews.models.agency_report import ReportSection, ReportVerdict, SubmittedReport
from goldenthread.reviews.models.chasing import Reminder, Visit
from goldenthread.reviews.models.chronology import Entry, SourceFile
from goldenthread.reviews.models.decision import Decision, Notice, SignOff, Voice
from goldenthread.reviews.models.judgement import (
    JudgedFact,
    Judgement,
    JudgementDraft,
    StatutoryForm,
)
from goldenthread.reviews.models.meeting import (
    AgendaItem,
    Attendance,
    LoggedDecision,
    Meeting,
    MeetingAction,
)
from goldenthread.reviews.models.overview import OverviewSection
from goldenthread.reviews.models.panel import Contribution, Declaration, Membership
from goldenthread.reviews.models.proceedings import (
    Disclosure,
    Hold,
    HoldLookedAt,
    Proceeding,
)
from goldenthread.reviews.models.referral import Referral
from goldenthread.reviews.models.register import RegisteredPerson
from goldenthread.reviews.models.release import NameAnswer, Release
from goldenthread.reviews.models.review import Review, ReviewKey, StepTaken
from goldenthread.reviews.models.scoping import Involvement
from goldenthread.reviews.models.sent_form import SentForm
from goldenthread.reviews.models.terms import Terms, TermsShared
from goldenthread.reviews.models.timetable import (
    EventDate,
    ExtensionAnswer,
    ExtensionRequest,
    PlannedDay,
)
from goldenthread.reviews.models.walled import walled_table
from goldenthread.reviews.walls import WalledTable

__all__ = [
    "WALLED",
    "Action",
    "ActionProgress",
    "AgendaItem",
    "Attendance",
    "Contribution",
    "Decision",
    "Declaration",
    "Disclosure",
    "Entry",
    "EventDate",
    "ExtensionAnswer",
    "ExtensionRequest",
    "Hold",
    "HoldLookedAt",
    "Involvement",
    "JudgedFact",
    "Judgement",
    "JudgementDraft",
    "LoggedDecision",
    "Meeting",
    "MeetingAction",
    "Membership",
    "NameAnswer",
    "Notice",
    "OverviewSection",
    "PlannedDay",
    "Proceeding",
    "Referral",
    "RegisteredPerson",
    "Release",
    "Reminder",
    "ReportSection",
    "ReportVerdict",
    "Review",
    "ReviewKey",
    "SentForm",
    "SignOff",
    "SourceFile",
    "StatutoryForm",
    "StepTaken",
    "SubmittedReport",
    "Terms",
    "TermsShared",
    "Visit",
    "Voice",
    "walled_tables",
]

WALLED = (
    Action,
    ActionProgress,
    AgendaItem,
    Attendance,
    Contribution,
    Decision,
    Declaration,
    Disclosure,
    Entry,
    EventDate,
    ExtensionAnswer,
    ExtensionRequest,
    Hold,
    HoldLookedAt,
    Involvement,
    JudgedFact,
    Judgement,
    JudgementDraft,
    LoggedDecision,
    Meeting,
    MeetingAction,
    Membership,
    NameAnswer,
    Notice,
    OverviewSection,
    PlannedDay,
    Proceeding,
    Referral,
    RegisteredPerson,
    Release,
    Reminder,
    ReportSection,
    ReportVerdict,
    Review,
    ReviewKey,
    SignOff,
    SourceFile,
    StatutoryForm,
    StepTaken,
    SubmittedReport,
    Terms,
    TermsShared,
    Visit,
    Voice,
)


def walled_tables() -> tuple[WalledTable, ...]:
    """Every confidential table, as both walls know it."""
    return tuple(walled_table(model) for model in WALLED)
