"""What a review type says: its words, stages, steps, clocks, forms and outlines."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from goldenthread.domain.clocks import ClockRule, Event, Milestone
from goldenthread.domain.contributions import Form
from goldenthread.domain.criteria import Criteria, Known
from goldenthread.domain.notices import Recipient
from goldenthread.domain.outlines import OutlineSection
from goldenthread.domain.process import Stage, StageDescription, Step
from goldenthread.domain.questionnaires.questions import Question, Questionnaire
from goldenthread.domain.roles import ROLES, Permission, Role, roles_with


@dataclass(frozen=True, slots=True)
class Nouns:
    """The regime's own words, so that no page holds them."""

    review: str
    reviews: str
    board: str
    chair: str
    committee: str
    panel: str
    agency_report: str
    agency_reports: str
    overview: str
    summary: str


@dataclass(frozen=True, slots=True)
class DecisionOutcome:
    """One way the decision can go, and the step it takes.

    ``ask_which`` is the question that has to be answered with it, where it leaves open what there is.
    """

    key: str
    words: str
    step: str
    ask_which: str = ""


@dataclass(frozen=True, slots=True)
class ReviewType:
    """A regime and its version, whole."""

    key: str
    name: str
    guidance: str
    nouns: Nouns
    stages: tuple[StageDescription, ...]
    steps: tuple[Step, ...]
    outcomes: tuple[DecisionOutcome, ...]
    referral: Questionnaire
    facts_from_referral: Callable[[Mapping[str, str]], dict[str, Known]]
    criteria: Criteria
    agency_report_outline: tuple[OutlineSection, ...]
    overview_outline: tuple[OutlineSection, ...]
    summary_outline: tuple[OutlineSection, ...]
    earlier_referrals: tuple[Questionnaire, ...] = ()
    """Earlier versions of the form, kept for the referrals that were made with them."""
    deciders: tuple[Role, ...] = (Role.BOARD_CHAIR,)
    """Who decides; where there are several, each says so and there is a decision once all have."""
    role_words: Mapping[Role, str] = field(default_factory=dict)
    """What the regime calls a role, where it is not the role's own name."""
    absent: frozenset[Role] = frozenset()
    """Roles that this regime does not know: whoever holds such a post has nothing to do in its reviews."""
    forms: tuple[Questionnaire, ...] = ()
    """Statutory forms that are filled in before the decision, beside the referral."""
    aids: tuple[Question, ...] = ()
    """The questions that help to judge the criteria, each answered with its evidence."""
    short_report: tuple[str, ...] = ()
    """The sections that a short information report holds, by key; empty where it holds all of the outline."""
    standard_questions: tuple[Question, ...] = ()
    """What every review's terms of reference answer, before the lines of enquiry of this one."""
    events: tuple[Event, ...] = ()
    """What starts and stops the clocks, and reaches the milestones."""
    clocks: tuple[ClockRule, ...] = ()
    """What is due when; exactly one is the main clock (P24)."""
    milestones: tuple[Milestone, ...] = ()
    """The stations of the plan, in order, counted from the start of the main clock."""
    recipients: tuple[Recipient, ...] = ()
    """Who must be told of the decision and of the sign-off."""

    @property
    def main_clock(self) -> ClockRule:
        """The clock of the review as a whole, which starts with a decision for a review (P24)."""
        return next(clock for clock in self.clocks if clock.is_main)

    def called(self, role: Role) -> str:
        """What the regime calls the role: “Lead reviewer”, “Overview author”."""
        return self.role_words.get(role, ROLES[role].name)

    def whose_turn(self, stage: StageDescription) -> str:
        """Everybody whose turn it is in a stage; nothing where it is nobody's."""
        return " and ".join(self.called(role) for role in stage.owners)

    def takers(self, permission: Permission) -> tuple[str, ...]:
        """Who may do this under the regime, in its own words and in the order of the roles."""
        return tuple(
            self.called(role) for role in roles_with(permission) if role not in self.absent
        )

    def form(self, key: str) -> Questionnaire:
        """The statutory form with this key; KeyError for one this type does not have."""
        return {form.key: form for form in self.forms}[key]

    def report_outline(self, form: Form) -> tuple[OutlineSection, ...]:
        """What an agency's report of this form holds: the whole outline, or of a short one its part."""
        if form is not Form.INFORMATION_REPORT or not self.short_report:
            return self.agency_report_outline
        return tuple(
            section for section in self.agency_report_outline if section.key in self.short_report
        )

    def stage(self, stage: Stage) -> StageDescription:
        """The description of a stage; KeyError for a stage this type does not have."""
        return {description.stage: description for description in self.stages}[stage]

    def referral_of_version(self, version: int) -> Questionnaire:
        """The referral's form in this version; KeyError for one there never was."""
        return {form.version: form for form in (*self.earlier_referrals, self.referral)}[version]

    def step(self, name: str) -> Step:
        """The step with this name; KeyError for a step this type does not have."""
        return {step.name: step for step in self.steps}[name]

    def steps_from(self, stage: Stage) -> tuple[Step, ...]:
        """The steps that lead on (or back) from a stage, in the table's order."""
        return tuple(step for step in self.steps if step.from_stage is stage)

    def outcome(self, key: str) -> DecisionOutcome:
        """The decision outcome with this key; KeyError for one this type does not have."""
        return {outcome.key: outcome for outcome in self.outcomes}[key]
