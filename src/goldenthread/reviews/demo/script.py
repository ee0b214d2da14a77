"""What the walk through a review needs to know: one shape for the long case and the short ones."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from goldenthread.domain.criteria.scr_2010 import Fact
from goldenthread.domain.process import Stage
from goldenthread.reviews.demo.story import accounts, scoped, short_case, southmere, texts
from goldenthread.reviews.demo.story.beside import LONG_CASE as RAN_BESIDE
from goldenthread.reviews.demo.story.beside import Beside
from goldenthread.reviews.demo.story.chronologies import chronologies
from goldenthread.reviews.demo.story.files import build_file, file_name
from goldenthread.reviews.demo.story.forming import LONG_CASE as FORMED
from goldenthread.reviews.demo.story.forming import Forming
from goldenthread.reviews.demo.story.people import PEOPLE, PersonInCase
from goldenthread.reviews.demo.story.short_case import ShortCase
from goldenthread.reviews.demo.story.timekeeping import LONG_CASE, Timekeeping


@dataclass(frozen=True, slots=True)
class AgencyPart:
    """What one agency does: its answer, the file it brings, the report it writes."""

    key: str
    involved: bool
    summary: str
    secured_on: date | None = None
    file: tuple[str, bytes] | None = None
    report: dict[str, str] = field(default_factory=dict)
    answered_on: date | None = None
    """The day of its answer, where that is not the day on which it secured its records."""
    returned_with: str = ""
    """What the panel wants changed before it accepts the report, if it returns it once."""


@dataclass(frozen=True, slots=True)
class PlannedAction:
    """One action of the plan. ``lead_agency`` is empty for the Board."""

    lesson: str
    text: str
    lead_agency: str
    owner: str
    due_on: date
    measure: str
    outlives_review: bool = False


@dataclass(frozen=True, slots=True)
class Days:
    """On which day each thing is done."""

    referred: date
    asked: date
    judged: date
    decided: date
    terms_agreed: date
    evidence: date
    reports: date
    synthesis: date
    signed_off: date
    published: date


@dataclass(frozen=True, slots=True)
class Script:
    """One review, from its referral to where it rests."""

    rests_at: Stage
    days: Days
    people: tuple[PersonInCase, ...]
    answers: dict[str, str]
    agencies: tuple[AgencyPart, ...]
    present: str = ""
    facts: dict[str, tuple[str, str]] = field(default_factory=dict)
    recommendation: str = "review"
    committee_reasons: str = ""
    dissent: str = ""
    outcome: str = "review"
    chair_reasons: str = ""
    period: tuple[date, date] = (date(2000, 1, 1), date(2000, 1, 2))
    subjects: str = ""
    lines_of_enquiry: tuple[str, ...] = ()
    overview: dict[str, str] = field(default_factory=dict)
    summary: dict[str, str] = field(default_factory=dict)
    sign_off_note: str = ""
    meets: bool = False
    """Whether the meetings of its bodies are recorded, as the story of the long case tells them."""
    actions: tuple[PlannedAction, ...] = ()
    time: Timekeeping | None = None
    forming: Forming | None = None
    beside: Beside | None = None


def long_case() -> Script:
    """The case told by ten agencies, which rests in follow-up with its actions still open."""
    judgement, decision, terms = texts.JUDGEMENT, texts.DECISION, texts.TERMS
    decided = decision.decided_on
    return Script(
        rests_at=Stage.FOLLOW_UP,
        days=Days(
            referred=texts.REFERRED_ON,
            asked=texts.REFERRED_ON + timedelta(days=1),
            judged=judgement.met_on,
            decided=decided,
            terms_agreed=decided + timedelta(days=21),
            evidence=decided + timedelta(days=62),
            reports=decided + timedelta(days=90),
            synthesis=decided + timedelta(days=140),
            signed_off=texts.SIGNED_OFF_ON,
            published=texts.SIGNED_OFF_ON + timedelta(days=70),
        ),
        people=PEOPLE,
        answers=texts.REFERRAL_ANSWERS,
        agencies=tuple(_told_by(told.agency) for told in chronologies()),
        present=judgement.present,
        facts={one.fact: (one.known, one.evidence) for one in judgement.facts},
        recommendation=judgement.recommendation,
        committee_reasons=judgement.reasons,
        dissent=judgement.dissent,
        outcome=decision.outcome,
        chair_reasons=decision.reasons,
        period=(terms.period_from, terms.period_to),
        subjects=terms.subjects,
        lines_of_enquiry=terms.lines_of_enquiry,
        overview=texts.overview(),
        summary=texts.executive_summary(),
        sign_off_note=texts.SIGN_OFF_NOTE,
        meets=True,
        actions=tuple(
            PlannedAction(
                lesson=one.lesson,
                text=one.text,
                lead_agency=one.lead_agency,
                owner=one.owner,
                due_on=one.due_on,
                measure=one.measure,
                outlives_review=one.outlives_review,
            )
            for one in texts.ACTIONS
        ),
        time=LONG_CASE,
        forming=FORMED,
        beside=RAN_BESIDE,
    )


def _told_by(key: str) -> AgencyPart:
    answer = {one.agency: one for one in texts.SCOPING}[key]
    return AgencyPart(
        key=key,
        involved=answer.involved,
        summary=answer.summary,
        secured_on=answer.records_secured_on,
        answered_on=scoped.ANSWERED_LATE.get(key),
        file=(file_name(key), build_file(key)),
        report=texts.agency_report(key),
        returned_with=texts.RETURN_COMMENT if key == texts.RETURNED_REPORT else "",
    )


def short(case: ShortCase, *, today: date) -> Script:
    """A short case, its days counted so that today it rests where it says."""

    def day(after: int) -> date:
        # Never later than today: a case that rests early has not come to its later days.
        return min(short_case.day_of(case, after, today=today), today)

    return Script(
        rests_at=case.rests_at,
        days=Days(
            referred=day(short_case.REFERRED),
            asked=day(short_case.ASKED),
            judged=day(short_case.JUDGED),
            decided=day(short_case.DECIDED),
            terms_agreed=day(short_case.TERMS_AGREED),
            evidence=day(short_case.TERMS_AGREED + 40),
            reports=day(short_case.TERMS_AGREED + 60),
            synthesis=day(short_case.TERMS_AGREED + 90),
            signed_off=day(short_case.SIGNED_OFF),
            published=day(short_case.SIGNED_OFF + 14),
        ),
        people=case.people,
        answers=short_case.referral_answers(case, today=today),
        agencies=tuple(_short_part(case, one.key, today=today) for one in case.agencies),
        present="The Committee, with its legal adviser.",
        # What a short case does not tell did not happen in it.
        facts={fact: (case.facts.get(fact, "no"), _evidence(case, fact)) for fact in Fact},
        recommendation=case.recommendation,
        committee_reasons=case.committee_reasons,
        outcome=case.outcome,
        chair_reasons=case.chair_reasons,
        period=(day(-730), day(0)),
        subjects=f"{case.child.label}, and the adults who cared for the child.",
        lines_of_enquiry=case.lines_of_enquiry,
        overview=short_case.overview(case),
        summary=short_case.executive_summary(case),
        actions=tuple(
            PlannedAction(
                lesson=one.lesson,
                text=one.text,
                lead_agency=one.lead_agency,
                owner=one.owner,
                due_on=short_case.day_of(case, one.due_after, today=today),
                measure=one.measure,
            )
            for one in case.actions
        ),
    )


def _evidence(case: ShortCase, fact: Fact) -> str:
    return case.working_together_why if fact is Fact.INTERAGENCY_CONCERN else ""


def _short_part(case: ShortCase, key: str, *, today: date) -> AgencyPart:
    one = case.agency(key)
    file = None
    if one.events:
        file = (f"{key}.csv", short_case.chronology_file(case, key, today=today))
    return AgencyPart(
        key=key,
        involved=one.involved,
        summary=one.answer,
        file=file,
        report=short_case.agency_report(case, key),
    )


def declaration_of(email: str) -> str:
    """What this demo person declares when they take a part in a review."""
    everybody = (*accounts.ACCOUNTS, *southmere.ACCOUNTS)
    told = {account.email: account.declaration for account in everybody}
    return told[email] or "I have nothing to declare."
