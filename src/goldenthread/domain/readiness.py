"""What is still missing before a step? Facts in, sentences out."""

from dataclasses import dataclass

from goldenthread.domain.duties import Duty, carries_out


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing that is not there yet: what, and in which part of the review it is mended.

    ``blocks`` is False for what only warns: the step can be taken, with a reason that is kept.
    """

    what: str
    where: str
    blocks: bool = True


@dataclass(frozen=True, slots=True)
class ContributionFacts:
    """What one agency has been asked to bring, and what it has brought."""

    agency: str
    wants_chronology: bool
    wants_report: bool
    author_named: bool
    chronology_submitted: bool
    report_accepted: bool


@dataclass(frozen=True, slots=True)
class ReviewFacts:
    """The facts about one review that the guards of its steps ask for.

    ``…_recorded`` is said of the present round: when a closed case comes back to the Committee, the
    judgement and the decision of before do not count (they are kept).
    """

    referral_sent: bool = False
    referral_withdrawn: bool = False
    is_duplicate: bool = False
    agencies_asked: int = 0
    agencies_unanswered: tuple[str, ...] = ()
    judgement_recorded: bool = False
    forms_incomplete: tuple[str, ...] = ()
    """Statutory forms beside the referral that are not complete, by their titles."""
    decision_recorded: bool = False
    panel_chair_declared: bool = False
    overview_author_declared: bool = False
    agencies_without_panel_member: tuple[str, ...] = ()
    terms_approved: bool = False
    contributions: tuple[ContributionFacts, ...] = ()
    reports_empty: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Each of the two final documents as the regime calls it, with its sections that are still empty."""
    sign_off_recorded: bool = False
    release_outcome: str = ""
    actions_without_owner: tuple[str, ...] = ()


def nothing(_facts: ReviewFacts) -> tuple[Missing, ...]:
    """A step that needs nothing before it."""
    return ()


def before_scoping(facts: ReviewFacts) -> tuple[Missing, ...]:
    """The referral has been sent."""
    if facts.referral_sent:
        return ()
    return (Missing("the referral has not been sent.", "referral"),)


def before_closing_withdrawn(facts: ReviewFacts) -> tuple[Missing, ...]:
    """The referrer has withdrawn the referral: nobody else ends it so."""
    if facts.referral_withdrawn:
        return ()
    return (Missing("the referrer has not withdrawn the referral.", "referral"),)


def before_closing_as_duplicate(facts: ReviewFacts) -> tuple[Missing, ...]:
    """It has been recorded which other referral is of the same case."""
    if facts.is_duplicate:
        return ()
    return (Missing("it has not been said which referral is of the same case.", "referral"),)


@carries_out(Duty.P4)
def before_taking_up_again(facts: ReviewFacts) -> tuple[Missing, ...]:
    """The referral was closed before any agency was asked; a case that was decided is reconsidered instead."""
    if not facts.agencies_asked:
        return ()
    return (Missing("the case was considered. Ask for it to be considered again.", "decision"),)


@carries_out(Duty.P4, Duty.P7)
def before_reconsidering(facts: ReviewFacts) -> tuple[Missing, ...]:
    """The agencies were asked: a referral that was closed before that is taken up again instead."""
    if facts.agencies_asked:
        return ()
    return (Missing("no agency was ever asked. Take the referral up again.", "referral"),)


@carries_out(Duty.P7)
def before_judgement(facts: ReviewFacts) -> tuple[Missing, ...]:
    """Every agency has been asked. One that has not answered is named, and passed only with a reason (P7)."""
    if not facts.agencies_asked:
        return (Missing("no agency has been asked whether it was involved.", "scoping"),)
    return tuple(
        Missing(f"{agency} has not answered.", "scoping", blocks=False)
        for agency in facts.agencies_unanswered
    )


@carries_out(Duty.P8)
def before_decision(facts: ReviewFacts) -> tuple[Missing, ...]:
    """The judgement is recorded, limb by limb, with its recommendation; statutory forms are complete."""
    missing = [Missing(f"“{title}” is not complete.", "forms") for title in facts.forms_incomplete]
    if not facts.judgement_recorded:
        missing.append(Missing("the judgement has not been recorded.", "judgement"))
    return tuple(missing)


@carries_out(Duty.P9)
def before_leaving_decision(facts: ReviewFacts) -> tuple[Missing, ...]:
    """The Chair's decision has been recorded with its day and reasons, so that the clock has a start."""
    if facts.decision_recorded:
        return ()
    return (Missing("the decision has not been recorded.", "decision"),)


@carries_out(Duty.P10, Duty.P11)
def before_evidence(facts: ReviewFacts) -> tuple[Missing, ...]:
    """An independent chair and author have declared, terms are approved, each agency has an author.

    An agency without a senior manager on the panel is named, and passed only with a reason.
    """
    missing = []
    if not facts.panel_chair_declared:
        missing.append(
            Missing("nobody who chairs the panel has declared that they are independent.", "panel")
        )
    if not facts.overview_author_declared:
        missing.append(
            Missing(
                "nobody who writes the final report has declared that they are independent.",
                "panel",
            )
        )
    if not facts.terms_approved:
        missing.append(Missing("the terms of reference have not been approved.", "terms"))
    if not facts.contributions:
        missing.append(Missing("no agency has been asked for a contribution.", "agency-reports"))
    missing += [
        Missing(f"{one.agency} has not named its author.", "agency-reports")
        for one in facts.contributions
        if not one.author_named
    ]
    missing += [
        Missing(f"{agency} has no senior manager on the panel.", "panel", blocks=False)
        for agency in facts.agencies_without_panel_member
    ]
    return tuple(missing)


@carries_out(Duty.P12)
def before_synthesis(facts: ReviewFacts) -> tuple[Missing, ...]:
    """Every chronology asked for has been submitted, and every agency report has been accepted."""
    missing = [
        Missing(f"{one.agency} has not submitted its chronology.", "chronology")
        for one in facts.contributions
        if one.wants_chronology and not one.chronology_submitted
    ]
    missing += [
        Missing(f"the report of {one.agency} has not been accepted.", "agency-reports")
        for one in facts.contributions
        if one.wants_report and not one.report_accepted
    ]
    return tuple(missing)


@carries_out(Duty.P13, Duty.P27)
def before_sign_off(facts: ReviewFacts) -> tuple[Missing, ...]:
    """The final report and its summary have something in every section.

    The section on good practice is one of them, so learning from what went well is never left out (P27).
    """
    return tuple(
        Missing(f"the {document} has nothing under “{section}”.", "overview")
        for document, sections in facts.reports_empty
        for section in sections
    )


@carries_out(Duty.P24)
def before_publication(facts: ReviewFacts) -> tuple[Missing, ...]:
    """The reports are whole and the Board's approval has been recorded, which stops the clock."""
    missing = before_sign_off(facts)
    if facts.sign_off_recorded:
        return missing
    return (*missing, Missing("the approval has not been recorded.", "sign-off"))


@carries_out(Duty.P23)
def before_follow_up(facts: ReviewFacts) -> tuple[Missing, ...]:
    """Publication has an outcome: published, or withheld with a reason."""
    if facts.release_outcome:
        return ()
    return (Missing("it has not been recorded whether the reports are published.", "publication"),)


@carries_out(Duty.P5, Duty.P25)
def before_closing(facts: ReviewFacts) -> tuple[Missing, ...]:
    """Every action has somebody who answers for it. Open actions outlive the review (P25)."""
    return tuple(
        Missing(f"action {number} has nobody who answers for it.", "actions")
        for number in facts.actions_without_owner
    )
