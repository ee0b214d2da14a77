"""Every review type is whole: what the rest of the house asks of a type by name is there, and fits."""

import pytest

from goldenthread.domain.process import Stage
from goldenthread.domain.readiness import ReviewFacts
from goldenthread.domain.review_types import REVIEW_TYPES
from goldenthread.domain.roles import ROLES, Role

TYPES = [pytest.param(kind, id=kind.key) for kind in REVIEW_TYPES.values()]
ASKED_FOR_BY_NAME = (
    "ask_agencies",
    "put_to_committee",
    "recommend",
    "ask_for_more",
    "sign_off",
    "return_to_author",
)
"""Steps that a page or a service takes by name."""


@pytest.mark.parametrize("kind", TYPES)
def test_its_steps_join_its_stages_and_each_can_be_taken_by_somebody(kind):
    stages = [description.stage for description in kind.stages]
    assert stages == [stage for stage in Stage if stage in stages]
    for step in kind.steps:
        assert {step.from_stage, step.to_stage} <= set(stages)
        assert kind.takers(step.permission), f"nobody takes {step.name}"
        assert not set(step.told) & kind.absent
        step.guard(ReviewFacts())
    names = [step.name for step in kind.steps]
    assert len(set(names)) == len(names)
    assert set(ASKED_FOR_BY_NAME) <= set(names)


@pytest.mark.parametrize("kind", TYPES)
def test_every_stage_but_the_first_can_be_reached_and_every_stage_can_be_left(kind):
    reached, new = {Stage.REFERRAL}, {Stage.REFERRAL}
    while new:
        new = {step.to_stage for step in kind.steps if step.from_stage in new} - reached
        reached |= new
    assert reached == {description.stage for description in kind.stages}
    for stage in reached:
        assert kind.steps_from(stage)


@pytest.mark.parametrize("kind", TYPES)
def test_every_outcome_takes_a_step_from_the_decision_and_one_leads_to_a_review(kind):
    steps = [kind.step(outcome.step) for outcome in kind.outcomes]
    assert {step.from_stage for step in steps} == {Stage.DECISION}
    assert Stage.PANEL in {step.to_stage for step in steps}
    assert len({outcome.key for outcome in kind.outcomes}) == len(kind.outcomes)


@pytest.mark.parametrize("kind", TYPES)
def test_those_who_decide_are_known_to_it_and_own_the_decision_together(kind):
    assert kind.deciders
    assert not set(kind.deciders) & kind.absent
    assert set(kind.stage(Stage.DECISION).owners) == set(kind.deciders)
    assert set(kind.stage(Stage.SIGN_OFF).owners) == set(kind.deciders)
    for description in kind.stages:
        assert not set(description.owners) & kind.absent


@pytest.mark.parametrize("kind", TYPES)
def test_its_forms_ask_each_question_once_and_its_outlines_have_good_practice(kind):
    for form in (kind.referral, *kind.forms):
        keys = [question.key for section in form.sections for question in section.questions]
        assert len(set(keys)) == len(keys), form.key
    assert len({form.key for form in (kind.referral, *kind.forms)}) == 1 + len(kind.forms)
    for outline in (kind.agency_report_outline, kind.overview_outline):
        assert "good_practice" in [section.key for section in outline]


@pytest.mark.parametrize("kind", TYPES)
def test_its_clocks_and_milestones_name_events_that_it_lists(kind):
    listed = [event.key for event in kind.events]
    assert len(set(listed)) == len(listed)
    assert sum(clock.is_main for clock in kind.clocks) == 1
    for clock in kind.clocks:
        assert {clock.starts, clock.stops, *clock.starts_or} <= set(listed)
    for milestone in kind.milestones:
        assert milestone.done in listed


def test_a_role_is_called_what_the_regime_calls_it():
    for kind in REVIEW_TYPES.values():
        for role in Role:
            assert kind.called(role) == kind.role_words.get(role, ROLES[role].name)
