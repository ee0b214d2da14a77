"""A review walked from its referral to the public page, by everybody who takes part."""

import pytest
from tests.journeys import beside, deciding, evidence, panel, publishing, timekeeping
from tests.journeys.journey import Journey
from tests.journeys.looking import Look


@pytest.mark.duty(
    *("P1", "P2", "P3", "P5", "P6", "P7", "P8", "P9", "P10", "P11", "P12", "P13"),
    *("P22", "P23", "P24", "P25", "P27"),
)
def test_a_review_from_its_referral_to_the_public_page(site, people):
    """One review, in a browser, as thirty people at work would see it.

    1. The referrer signs in, begins a referral, saves, comes back, and sends it.
    2. The manager accepts it and asks three agencies, then a fourth. Three were involved; one was not,
       and says so.
    3. The manager puts the case to the Committee, which judges fact by fact, sees what follows limb by
       limb, and recommends.
    4. The Chair decides, and the clock starts.
    5. The panel is formed. Somebody of a member agency cannot chair it; an independent person can.
    6. The panel chair writes the terms of reference and the Chair approves them.
       The manager tells those who must know, with a letter from the record; plans a day anew, seeing first
       what a delay does; and asks for more time, which the Chair grants: the first day stays.
    7. Each agency names its author. One who managed those involved is refused, with the reason.
    8. Three authors upload their agencies' own files (Word, Excel, CSV), see what was understood of
       them, and submit. Before that they see nothing of other agencies, afterwards everything.
    9. The panel reads the chronology of all, page by page, and narrows it down.
    10. The authors write their reports in sections. The panel returns one, then accepts all.
        A trial runs beside the review: it is recorded without what it is about, holds publication back
        and nothing else, and asks for a document.
    11. The overview author writes both documents.
    12. The manager keeps who is who and answers every question about a possible name.
    13. The Board approves. While the hold is open nothing is published; it is lifted, and the manager
        publishes the labelled copy.
    14. A stranger reads it: every label is right, and nobody's name is in it.
    15. An action is planned, and goes on after the review has been closed.
    16. All of it is in the trail, and the trail holds.
    17. Every kind of page on the way can be used by everyone, wide and on a telephone.
    """
    journey = Journey(site, people, Look())
    _decide(journey)
    _bring_evidence(journey)
    _publish(journey)
    assert journey.look.wrong == []
    assert people.complaints == []
    assert "ERROR django.request" not in site.said()


def _decide(journey: Journey) -> None:
    deciding.sign_in(journey)
    deciding.refer(journey)
    deciding.ask_agencies(journey)
    deciding.answer_for_agencies(journey)
    deciding.put_to_committee(journey)
    deciding.judge(journey)
    deciding.decide(journey)


def _bring_evidence(journey: Journey) -> None:
    panel.refuse_who_is_not_independent(journey)
    panel.form_panel(journey)
    panel.agree_terms(journey)
    timekeeping.tell_who_must_know(journey)
    timekeeping.plan_another_day(journey)
    timekeeping.ask_for_more_time(journey)
    panel.name_authors(journey)
    panel.begin_evidence(journey)
    evidence.bring_files(journey)
    evidence.read_chronology(journey)
    evidence.write_reports(journey)
    evidence.answer_reports(journey)
    beside.record_trial(journey)
    beside.disclose(journey)


def _publish(journey: Journey) -> None:
    publishing.write_overview(journey)
    publishing.keep_register(journey)
    publishing.answer_questions(journey)
    publishing.sign_off(journey)
    beside.let_publication_go(journey)
    publishing.publish(journey)
    publishing.read_public_page(journey)
    publishing.act_on_it(journey)
    publishing.look_back(journey)
