"""Load the demo: the long case, and a short one at rest at every stage."""

from collections.abc import Callable
from datetime import date, timedelta

from goldenthread.accounts.models import Partnership
from goldenthread.domain.notices import Occasion
from goldenthread.domain.process import Stage
from goldenthread.reviews import moments
from goldenthread.reviews.demo import (
    contacts,
    forming,
    looking,
    meetings,
    script,
    timekeeping,
    way_in,
    world,
)
from goldenthread.reviews.demo.beside import Running
from goldenthread.reviews.demo.local_review import LocalReview
from goldenthread.reviews.demo.story.beside import waiting_for_trial
from goldenthread.reviews.demo.story.others import SHORT_CASES
from goldenthread.reviews.demo.story.southmere import CASES as LOCAL_CASES
from goldenthread.reviews.demo.walk import Walk

_BEGAN_ON = date(2009, 4, 1)


def is_loaded() -> bool:
    """Whether there is any partnership here, the demo's or a real one."""
    return Partnership.objects.exists()


def load(*, say: Callable[[str], None], people_only: bool = False) -> None:
    """Load everything, or only the agencies and people, telling how far it has come.

    What has been loaded stays if it is stopped.
    """
    here = world.found(began_on=_BEGAN_ON)
    way_in.enter_duty_team(here)
    contacts.enter(here)
    there = world.found(began_on=_BEGAN_ON, board=world.SOUTHMERE)
    way_in.enter_duty_team(there)
    if people_only:
        return
    today = moments.today()
    say("Loading the demo: the long case, told by ten agencies …")
    Walk(here, script.long_case()).to(Stage.FOLLOW_UP)
    for number, case in enumerate(SHORT_CASES, start=1):
        say(f"Loading the demo: short case {number} of {len(SHORT_CASES)} …")
        walk = Walk(here, script.short(case, today=today))
        rest(walk)
        if case.rests_at is Stage.SCOPING:
            referred_twice = walk
    way_in.withdrawn(here, today=today)
    way_in.repeated(here, referred_twice.review, referred_twice.script.answers, today=today)
    for number, local in enumerate(LOCAL_CASES, start=1):
        say(f"Loading the demo: local review {number} of {len(LOCAL_CASES)} …")
        LocalReview(there, local, today=today).rest()
    looking.looked_before(here, today=today)


def rest(walk: Walk) -> None:
    """Walk a review to where its script rests, with what has been begun there."""
    stage = walk.script.rests_at
    way_in.rests_early(walk.world, walk.to(stage), today=moments.today())
    if stage is Stage.PANEL:
        forming.begin_panel(walk.world, walk.review, on=moments.today())
    days = walk.script.days
    if stage is Stage.JUDGEMENT:
        meetings.ask_for_more(walk.world, walk.review, on=days.judged)
    if stage is Stage.EVIDENCE:
        walk.bring_evidence()
        today = moments.today()
        Running(walk.world, walk.review, waiting_for_trial(today)).until(today)
    if stage is Stage.SYNTHESIS:
        walk.write_overview()
    if stage is Stage.SIGN_OFF:
        timekeeping.ask_today(walk.world, walk.review, today=moments.today())
    if stage is Stage.CLOSED and walk.review.decided_on is None:
        again = days.decided + timedelta(days=120)
        told_on = meetings.judge_again(walk.world, walk.review, on=again) + timedelta(days=1)
        timekeeping.tell_everybody(walk.world, walk.review, Occasion.DECISION, on=told_on)
