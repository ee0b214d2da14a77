"""The tables. Every one but :class:`SentForm` is behind both walls (:data:`WALLED`)."""

from goldenthread.reviews.models.action_plan import Action, ActionProgress
from goldenthread.reviews.models.agency_report import ReportSection, ReportVerdict, SubmittedReport
from goldenthread.reviews.models.chronology import Entry, SourceFile
from goldenthread.reviews.models.decision import Decision, SignOff
from goldenthread.reviews.models.judgement import JudgedFact, Judgement
from goldenthread.reviews.models.overview import OverviewSection
from goldenthread.reviews.models.panel import Contribution, Membership
from goldenthread.reviews.models.referral import Referral
from goldenthread.reviews.models.register import RegisteredPerson
from goldenthread.reviews.models.release import NameAnswer, Release
from goldenthread.reviews.models.review import Review, ReviewKey, StepTaken
from goldenthread.reviews.models.scoping import Involvement
from goldenthread.reviews.models.sent_form import SentForm
from goldenthread.reviews.models.terms import Terms
from goldenthread.reviews.models.walled import walled_table
from goldenthread.reviews.walls import WalledTable

__all__ = [
    "WALLED",
    "Action",
    "ActionProgress",
    "Contribution",
    "Decision",
    "Entry",
    "Involvement",
    "JudgedFact",
    "Judgement",
    "Membership",
    "NameAnswer",
    "OverviewSection",
    "Referral",
    "RegisteredPerson",
    "Release",
    "ReportSection",
    "ReportVerdict",
    "Review",
    "ReviewKey",
    "SentForm",
    "SignOff",
    "SourceFile",
    "StepTaken",
    "SubmittedReport",
    "Terms",
    "walled_tables",
]

WALLED = (
    Action,
    ActionProgress,
    Contribution,
    Decision,
    Entry,
    Involvement,
    JudgedFact,
    Judgement,
    Membership,
    NameAnswer,
    OverviewSection,
    Referral,
    RegisteredPerson,
    Release,
    ReportSection,
    ReportVerdict,
    Review,
    ReviewKey,
    SignOff,
    SourceFile,
    StepTaken,
    SubmittedReport,
    Terms,
)


def walled_tables() -> tuple[WalledTable, ...]:
    """Every confidential table, as both walls know it."""
    return tuple(walled_table(model) for model in WALLED)
