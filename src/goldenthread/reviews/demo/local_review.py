"""Walk a review under the guidance of 2023: partners decide together, after a rapid review."""

import csv
import io
from datetime import date, timedelta

from goldenthread.domain.outlines import OutlineSection
from goldenthread.domain.process import Stage
from goldenthread.domain.questionnaires.reports_lcspr_2023 import AGENCY_REPORT, OVERVIEW, SUMMARY
from goldenthread.domain.review_types.lcspr_2023 import LCSPR_2023
from goldenthread.domain.roles import Role
from goldenthread.reviews.demo.script import AgencyPart, Days, Script
from goldenthread.reviews.demo.story.southmere import LocalCase
from goldenthread.reviews.demo.walk import Walk
from goldenthread.reviews.demo.world import World
from goldenthread.reviews.services import decision, judgement, sign_off, statutory_form, terms

# Days after the incident on which each thing is done.
NOTIFIED, ASKED, JUDGED, DECIDED, TERMS_AGREED, SIGNED_OFF = 2, 3, 20, 24, 50, 200


class LocalReview(Walk):
    """A review that the three partners of the invented Southmere decide on together."""

    def __init__(self, world: World, case: LocalCase, *, today: date) -> None:
        super().__init__(world, script_of(case, today=today))
        self.case = case

    def rest(self) -> None:
        """Walk to where the case rests, with what has been begun there."""
        self.to(self.case.rests_at)
        if self.case.rests_at is Stage.JUDGEMENT:
            self.write_rapid_review()
        if self.case.rests_at is Stage.DECISION:
            self.speak()

    def write_rapid_review(self) -> None:
        """The business manager writes the report of the rapid review as far as the case tells it."""
        with self._as(Role.BUSINESS_MANAGER, on=self.script.days.judged) as by:
            for form in LCSPR_2023.forms:
                for section in form.sections:
                    statutory_form.save_section(
                        self.review, form.key, section, self.case.rapid_review, by=by
                    )

    def judge(self) -> None:
        """The rapid review is complete, the facts are judged, and there is a recommendation."""
        self.write_rapid_review()
        script = self.script
        with self._as(Role.COMMITTEE_MEMBER, on=script.days.judged) as by:
            for form in LCSPR_2023.forms:
                statutory_form.complete(self.review, form.key, by=by)
            judgement.record(
                self.review,
                met_on=script.days.judged,
                present=script.present,
                facts={
                    fact.key: self.case.facts.get(fact.key, ("no", ""))  # type: ignore[call-overload]
                    for fact in LCSPR_2023.criteria.facts
                },
                recommendation=script.recommendation,
                reasons=script.committee_reasons,
                dissent="",
                by=by,
            )

    def speak(self) -> None:
        """Each partner says what they decide, as far as the case tells it."""
        for role, outcome, reasons in self.case.voices:
            with self._as(role, on=self.script.days.decided) as by:
                decision.decide(
                    self.review,
                    outcome=outcome,
                    reasons=reasons,
                    decided_on=self.script.days.decided,
                    by=by,
                )

    def decide(self) -> None:
        """The three partners decide together."""
        self.speak()

    def agree_terms(self) -> None:
        """The chair of the Review Panel writes the terms; a partner approves them."""
        script = self.script
        with self._as(Role.PANEL_CHAIR, on=script.days.terms_agreed) as by:
            terms.write(
                self.review,
                period_from=script.period[0],
                period_to=script.period[1],
                subjects=script.subjects,
                by=by,
            )
            written = terms.write_lines(
                self.review, lines={}, new_lines=script.lines_of_enquiry, by=by
            )
        with self._as(Role.PARTNER_LOCAL_AUTHORITY, on=script.days.terms_agreed) as by:
            terms.approve(written, by=by)

    def approve(self) -> None:
        """Each of the partners approves."""
        on = self.script.days.signed_off
        for role in LCSPR_2023.deciders:
            with self._as(role, on=on) as by:
                sign_off.record(self.review, approved_on=on, note="", by=by)


def script_of(case: LocalCase, *, today: date) -> Script:
    """The case as the walk needs it, its days counted so that today it rests where it says."""

    def day(after: int) -> date:
        return min(today, today - timedelta(days=case.incident_days_ago - after))

    incident = day(0)
    return Script(
        rests_at=case.rests_at,
        days=Days(
            referred=day(NOTIFIED),
            asked=day(ASKED),
            judged=day(JUDGED),
            decided=day(DECIDED),
            terms_agreed=day(TERMS_AGREED),
            evidence=day(TERMS_AGREED + 30),
            reports=day(TERMS_AGREED + 60),
            synthesis=day(TERMS_AGREED + 90),
            signed_off=day(SIGNED_OFF),
            published=day(SIGNED_OFF + 20),
        ),
        people=(case.child,),
        answers=case.notification
        | {
            "child_name": case.child.names[0],
            "child_born_on": (incident - timedelta(days=case.age_in_days)).isoformat(),
            "incident_on": incident.isoformat(),
            "became_aware_on": incident.isoformat(),
        },
        agencies=tuple(_part(case, key, day=day(0)) for key in case.answers),
        present="The Rapid Review Group, with its legal adviser.",
        recommendation=case.recommendation,
        committee_reasons=case.reasons,
        period=(day(-730), incident),
        subjects=f"{case.child.label}, and the adults who cared for the child.",
        lines_of_enquiry=case.lines_of_enquiry,
        overview=_by_section(OVERVIEW, case.overview),
        summary=_by_section(SUMMARY, case.summary),
    )


def _part(case: LocalCase, key: str, *, day: date) -> AgencyPart:
    rows = case.events.get(key, ())
    return AgencyPart(
        key=key,
        involved=key in case.reports or not case.reports,
        summary=case.answers[key],
        file=(f"{key}.csv", _file(rows, incident=day)) if rows else None,
        report=_by_section(AGENCY_REPORT, case.reports.get(key, ())),
    )


def _file(rows: tuple[tuple[int, str], ...], *, incident: date) -> bytes:
    out = io.StringIO()
    lines = csv.writer(out, lineterminator="\r\n")
    lines.writerow(("Date", "Event", "Source of information"))
    for before, event in rows:
        lines.writerow((f"{incident - timedelta(days=before):%d/%m/%Y}", event, "Agency file"))
    return out.getvalue().encode("utf-8")


def _by_section(outline: tuple[OutlineSection, ...], texts: tuple[str, ...]) -> dict[str, str]:
    return {section.key: text for section, text in zip(outline, texts, strict=False)}
