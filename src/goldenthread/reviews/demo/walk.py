"""Walk a review through the real services, as the people whose turn it is, on the days it happened.

So a demo review is always in a state that the rules allow, and its trail is that of real work. Tests
build their reviews the same way.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone

from goldenthread.accounts.models import Person
from goldenthread.domain.actions import ActionStatus
from goldenthread.domain.contributions import Form
from goldenthread.domain.notices import Occasion
from goldenthread.domain.process import Stage
from goldenthread.domain.roles import Role
from goldenthread.reviews import moments
from goldenthread.reviews.demo import forming, meetings, timekeeping, way_in
from goldenthread.reviews.demo.beside import Running
from goldenthread.reviews.demo.script import AgencyPart, PlannedAction, Script, declaration_of
from goldenthread.reviews.demo.story import meetings as told_meetings
from goldenthread.reviews.demo.story.people import PersonInCase
from goldenthread.reviews.demo.world import World
from goldenthread.reviews.models import Review, SubmittedReport
from goldenthread.reviews.queries import register as registers
from goldenthread.reviews.queries import release as releases
from goldenthread.reviews.queries.agency_report import submissions
from goldenthread.reviews.queries.overview import documents
from goldenthread.reviews.queries.scoping import involvements
from goldenthread.reviews.services import (
    action_plan,
    agency_report,
    chronology,
    decision,
    judgement,
    overview,
    panel,
    referral,
    register,
    release,
    scoping,
    sign_off,
    steps,
    terms,
)
from goldenthread.reviews.walls import asking

_ORDER = tuple(Stage)
_SATURDAY = 5


class Walk:
    """One review on its way; each method is one thing that people do, and leaves it one step further."""

    def __init__(self, world: World, script: Script) -> None:
        self.world = world
        self.script = script
        self.review: Review
        self.beside: Running | None = None

    def to(self, stage: Stage) -> Review:
        """Walk until the review rests at this stage; KeyError for one its script does not come to."""
        self.refer()
        for reached, go_on in (
            (Stage.REFERRAL, self.ask),
            (Stage.SCOPING, self.put_to_committee),
            (Stage.JUDGEMENT, self.judge),
            (Stage.DECISION, self.decide),
            (Stage.PANEL, self.form_panel),
            (Stage.EVIDENCE, self.hand_over),
            (Stage.SYNTHESIS, self.put_to_board),
            (Stage.SIGN_OFF, self.approve),
            (Stage.PUBLICATION, self.publish),
            (Stage.FOLLOW_UP, self.close),
        ):
            if self.review.stage == stage:
                break
            if self.review.stage == reached:
                go_on()
                self._look_again()
        return self.review

    # ------------------------------------------------------------ referral to decision

    def refer(self) -> None:
        """Somebody refers the case."""
        with self._as(Role.REFERRER, on=self.script.days.referred) as by:
            begun = referral.begin(self.world.partnership, by=by)
            for section in begun.review.type.referral.sections:
                referral.save_section(begun, section, self.script.answers, by=by)
            label = next(one.label for one in self.script.people if one.key == "child")
            self.review = referral.send(begun, by=by, label=label).review
        way_in.acknowledge(self.world, self.review, on=self.script.days.referred)
        if kept := self.script.time:
            on = self.script.days.referred
            timekeeping.record_days(self.world, self.review, kept, on=on)

    def ask(self) -> None:
        """The business manager accepts the referral; the agencies that have an answer give it."""
        asked_on = self.script.days.asked
        agencies = [self.world.agencies[one.key] for one in self.script.agencies]
        with self._as(Role.BUSINESS_MANAGER, on=asked_on) as by:
            scoping.ask_agencies(self.review, agencies, due_on=asked_on + timedelta(days=10), by=by)
        in_order = sorted(self.script.agencies, key=lambda part: part.answered_on or asked_on)
        for part in in_order:
            if part.answered_on:
                self._remind_until(part.answered_on)
            if part.summary or not part.involved:
                self._answer(part)

    def _remind_until(self, day: date) -> None:
        """Every morning the ladder is climbed for whoever has not answered yet."""
        morning = self.script.days.asked
        while (morning := morning + timedelta(days=1)) < day:
            if morning.weekday() < _SATURDAY:
                way_in.climb(self.world, day=morning)

    def _answer(self, part: AgencyPart) -> None:
        on = part.answered_on or part.secured_on or self.script.days.asked
        with self._as(Role.AGENCY_CONTACT, part.key, on=max(on, self.script.days.asked)) as by:
            question = involvements(by, self.review).get(agency__key=part.key)
            details, names = way_in.fuller_answer(part.key if part.secured_on else "")
            scoping.answer(
                question,
                was_involved=part.involved,
                summary=part.summary,
                records_secured_on=part.secured_on,
                details=details,
                names=names,
                by=by,
            )

    def put_to_committee(self) -> None:
        """The case goes to the Committee, also when an agency has not answered."""
        with self._as(Role.BUSINESS_MANAGER, on=self.script.days.judged) as by:
            steps.take(
                self.review,
                "put_to_committee",
                by=by,
                reason="The meeting is today; what is still missing will be sent on.",
            )

    def judge(self) -> None:
        """The Committee judges and recommends."""
        script = self.script
        more: dict[str, Any] = {}
        if script.meets:
            told = told_meetings.COMMITTEE
            at_it = meetings.hold(self.world, self.review, told, on=script.days.judged)
            more = {"meeting": at_it, "aids": told_meetings.AIDS, **told_meetings.JUDGED}
        with self._as(Role.COMMITTEE_MEMBER, on=script.days.judged) as by:
            judgement.record(
                self.review,
                met_on=script.days.judged,
                present=script.present,
                facts=script.facts,
                recommendation=script.recommendation,
                reasons=script.committee_reasons,
                dissent=script.dissent,
                **more,
                by=by,
            )

    def decide(self) -> None:
        """The Chair decides."""
        script = self.script
        with self._as(Role.BOARD_CHAIR, on=script.days.decided) as by:
            decision.decide(
                self.review,
                outcome=script.outcome,
                reasons=script.chair_reasons,
                decided_on=script.days.decided,
                by=by,
            )
        self._look_again()
        self._tell(Occasion.DECISION, on=script.days.decided)

    def _tell(self, about: Occasion, *, on: date) -> None:
        """Those who must know are told, at the latest today; in a case just decided some are not told yet."""
        told_on = min(on + timedelta(days=1), moments.today())
        if self.script.rests_at is Stage.PANEL:
            timekeeping.tell_some(self.world, self.review, on=told_on)
        else:
            timekeeping.tell_everybody(self.world, self.review, about, on=told_on)

    # ------------------------------------------------------------ panel and evidence

    def form_panel(self) -> None:
        """The panel is formed, the terms agreed, the register begun, and the agencies asked to begin."""
        self.appoint()
        self.agree_terms()
        self.register_people()
        with self._as(Role.PANEL_CHAIR, on=self.script.days.terms_agreed) as by:
            steps.take(self.review, "begin_evidence", by=by)
        if kept := self.script.time:
            self._look_again()
            on = self.script.days.terms_agreed
            timekeeping.plan_anew(self.world, self.review, kept, on=on + timedelta(days=14))
        if told := self.script.beside:
            self.beside = Running(self.world, self.review, told)
            self._until(self.script.days.terms_agreed)
        if changed := self.script.forming:
            self._until(changed.changed_on)
            forming.while_agencies_work(self.world, self.review, changed)

    def appoint(self) -> None:
        """The independent people, a panel member and an author for each agency that was involved."""
        decided = self.script.days.decided
        if told := self.script.forming:
            forming.leave_at_once(self.world, self.review, told, on=decided)
        others = [part.key for part in self.script.agencies if not part.involved]
        forming.ask_for_nothing(self.world, self.review, others, on=decided)
        with self._as(Role.BUSINESS_MANAGER, on=decided) as by:
            for role in (Role.PANEL_CHAIR, Role.OVERVIEW_AUTHOR):
                self._appoint(role, "", by=by)
            for part in self._involved:
                panel.ask_for_contribution(
                    self.review,
                    self.world.agencies[part.key],
                    form=Form.FULL_REPORT,
                    due_on=self.script.days.reports,
                    by=by,
                )
                self._appoint(Role.PANEL_MEMBER, part.key, by=by)
        for part in self._involved:
            with self._as(Role.SENIOR_OFFICER, part.key, on=decided) as by:
                author = self.world.person(Role.AGENCY_AUTHOR, part.key)
                panel.name_author(
                    self.review,
                    self.world.agencies[part.key],
                    author,
                    declaration=declaration_of(author.email),
                    involved_in_case=False,
                    managed_those_involved=False,
                    by=by,
                )

    def _appoint(self, role: Role, agency: str, *, by: Person) -> None:
        person = self.world.person(role, agency)
        panel.appoint(
            self.review,
            person,
            role,
            agency=self.world.agencies.get(agency),
            declaration=declaration_of(person.email),
            involved_in_case=False,
            managed_those_involved=False,
            by=by,
        )

    def agree_terms(self) -> None:
        """The panel chair writes the terms of reference; the Chair of the Board approves them."""
        script = self.script
        with self._as(Role.PANEL_CHAIR, on=script.days.terms_agreed) as by:
            written = forming.write_terms(self.review, script, by=by)
        with self._as(Role.BOARD_CHAIR, on=script.days.terms_agreed) as by:
            terms.approve(written, by=by)

    def register_people(self) -> None:
        """Everybody named in the case gets a label; the child has had one since the referral."""
        with self._as(Role.BUSINESS_MANAGER, on=self.script.days.terms_agreed) as by:
            for one in self.script.people:
                if one.key == "child":
                    self._complete_child(one, by=by)
                    continue
                register.add_person(
                    self.review,
                    label=one.label,
                    role=one.role,
                    names=one.names,
                    aliases=one.aliases,
                    never=one.never,
                    agency=self.world.agencies.get(one.agency),
                    by=by,
                )

    def _complete_child(self, one: PersonInCase, *, by: Person) -> None:
        rows = registers.registered(by, self.review)
        child = next(row.row for row in rows if row.row.label == self.review.label)
        register.change_person(
            child,
            label=one.label,
            role=one.role,
            names=one.names,
            aliases=one.aliases,
            never=one.never,
            by=by,
        )

    def bring_evidence(self) -> None:
        """Each agency brings its file, submits, and writes its report, as far as its script goes."""
        for part in self._involved:
            self.bring_chronology(part)
        for part in self._involved:
            self.write_report(part)

    def bring_chronology(self, part: AgencyPart) -> None:
        """One agency brings its file, has it read, and submits what was understood."""
        if part.file is None:
            return
        name, data = part.file
        agency = self.world.agencies[part.key]
        with self._as(Role.AGENCY_AUTHOR, part.key, on=self.script.days.evidence) as by:
            brought = chronology.bring_file(self.review, agency, name=name, data=data, by=by)
            chronology.read_source_file(brought.pk, by=by)
            chronology.submit(self.review, agency, by=by)

    def write_report(self, part: AgencyPart) -> None:
        """One agency writes its report; when it is whole it is submitted and the panel answers it."""
        agency = self.world.agencies[part.key]
        outline = self.review.type.agency_report_outline
        with self._as(Role.AGENCY_AUTHOR, part.key, on=self.script.days.reports) as by:
            for section in outline:
                if text := part.report.get(section.key, ""):
                    agency_report.write_section(
                        self.review, agency, section.key, text=text, version=0, by=by
                    )
            if not all(part.report.get(section.key) for section in outline):
                return
            submission = agency_report.submit(self.review, agency, by=by)
        if part.returned_with:
            self._answer_report(submission, SubmittedReport.RETURNED, part.returned_with)
            with self._as(Role.AGENCY_AUTHOR, part.key, on=self.script.days.reports) as by:
                submission = agency_report.submit(self.review, agency, by=by)
        self._answer_report(submission, SubmittedReport.ACCEPTED, "")

    def _answer_report(self, submission: SubmittedReport, verdict: str, comment: str) -> None:
        with self._as(Role.PANEL_CHAIR, on=self.script.days.reports) as by:
            seen = submissions(by, self.review, submission.agency).get(pk=submission.pk)
            agency_report.decide(seen, verdict=verdict, comment=comment, by=by)

    # ------------------------------------------------------------ synthesis to the end

    def hand_over(self) -> None:
        """The evidence is in; the panel has met on it; the overview author takes over."""
        self.bring_evidence()
        if self.script.meets:
            days = self.script.days
            meetings.hold_panels(
                self.world,
                self.review,
                first_on=days.terms_agreed + timedelta(days=5),
                second_on=days.reports + timedelta(days=5),
            )
        self._until(self.script.days.synthesis)
        with self._as(Role.PANEL_CHAIR, on=self.script.days.synthesis) as by:
            steps.take(self.review, "begin_synthesis", by=by)

    def write_overview(self) -> None:
        """The overview author writes both documents, as far as the script goes."""
        script = self.script
        with self._as(Role.OVERVIEW_AUTHOR, on=script.days.synthesis) as by:
            for document in documents(by, self.review):
                texts = script.overview if document.key == "overview" else script.summary
                for section in document.sections:
                    if text := texts.get(section.outline.key, ""):
                        overview.write_section(
                            self.review,
                            document.key,
                            section.outline.key,
                            text=text,
                            version=section.version,
                            by=by,
                        )

    def put_to_board(self) -> None:
        """The panel agrees the reports and puts them to the Board."""
        self.write_overview()
        self.plan_actions()
        with self._as(Role.PANEL_CHAIR, on=self.script.days.signed_off) as by:
            steps.take(self.review, "put_to_board", by=by)

    def plan_actions(self) -> None:
        """Actions are planned before the reports go to the Board, and some have begun."""
        for one in self.script.actions:
            self._plan(one)

    def _plan(self, planned: PlannedAction) -> None:
        with self._as(Role.PANEL_CHAIR, on=self.script.days.synthesis) as by:
            added = action_plan.add(
                self.review,
                lesson=planned.lesson,
                text=planned.text,
                lead_agency=self.world.agencies.get(planned.lead_agency),
                owner=planned.owner,
                due_on=planned.due_on,
                measure=planned.measure,
                by=by,
            )
        with self._as(Role.BUSINESS_MANAGER, on=self.script.days.signed_off) as by:
            action_plan.record_progress(
                added,
                status=ActionStatus.ON_TRACK,
                note="Begun. The first results have been shown to the Board’s monitoring group.",
                by=by,
            )

    def approve(self) -> None:
        """The Board approves."""
        on = self.script.days.signed_off
        if kept := self.script.time:
            timekeeping.ask_and_answer(self.world, self.review, kept)
        if self.script.meets:
            meetings.hold(self.world, self.review, told_meetings.BOARD, on=on)
        with self._as(Role.BOARD_CHAIR, on=on) as by:
            sign_off.record(self.review, approved_on=on, note=self.script.sign_off_note, by=by)
        self._look_again()
        self._tell(Occasion.SIGN_OFF, on=on)

    def publish(self) -> None:
        """Every question about a name is answered, and the labelled copy is published."""
        self._until(self.script.days.published)
        self.answer_questions()
        with self._as(Role.BUSINESS_MANAGER, on=self.script.days.published) as by:
            release.publish(self.review, by=by)
            steps.take(self.review, "begin_follow_up", by=by)

    def answer_questions(self) -> None:
        """Say of each word that may be a name whose it is, as whoever knows the case would."""
        with self._as(Role.BUSINESS_MANAGER, on=self.script.days.published) as by:
            rows = {one.row.label: one.row for one in registers.registered(by, self.review)}
            while questions := releases.prepared(by, self.review).questions:
                for question in questions:
                    whose = self._whose(question.shown)
                    row = rows[whose.label] if whose else None
                    register.answer(self.review, question.shown, row, by=by)

    def _whose(self, shown: str) -> PersonInCase | None:
        wanted = shown.casefold()
        for one in self.script.people:
            if any(wanted == form.casefold() for form in one.written_forms):
                return one
        return None

    def close(self) -> None:
        """The review is closed; open actions go on being tracked."""
        with self._as(Role.BUSINESS_MANAGER, on=self.script.days.published) as by:
            steps.take(self.review, "close", by=by)

    # ------------------------------------------------------------

    def _until(self, day: date) -> None:
        """What runs beside the review goes on until this day."""
        if self.beside:
            self.beside.until(day)

    def _look_again(self) -> None:
        with self._as(Role.BUSINESS_MANAGER, on=self.script.days.referred):
            self.review.refresh_from_db()

    @property
    def _involved(self) -> list[AgencyPart]:
        return [part for part in self.script.agencies if part.involved and part.summary]

    @contextmanager
    def _as(self, role: Role, agency: str = "", *, on: date) -> Iterator[Person]:
        """Be somebody on a day: the database is asked as them, and that is what day it is."""
        person = self.world.person(role, agency)
        moment = timezone.make_aware(datetime.combine(on, time(10)))
        with moments.at(moment), asking(person.pk):
            yield person
