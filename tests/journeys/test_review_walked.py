"""A review walked from its referral to the public page, by everybody who takes part."""

from tests.journeys import deciding, evidence, panel, publishing
from tests.journeys.journey import Journey
from tests.journeys.looking import Look


def test_a_review_from_its_referral_to_the_public_page(site, people):
    """tbd"""
    journey = Journey(site, people, Look())
    try:
        deciding.sign_in(journey)
        deciding.refer(journey)
        deciding.ask_agencies(journey)
        deciding.answer_for_agencies(journey)
        deciding.put_to_committee(journey)
        deciding.judge(journey)
        deciding.decide(journey)
        panel.refuse_who_is_not_independent(journey)
        panel.form_panel(journey)
        panel.agree_terms(journey)
        panel.name_authors(journey)
        panel.begin_evidence(journey)
        evidence.bring_files(journey)
        evidence.read_chronology(journey)
        evidence.write_reports(journey)
        evidence.answer_reports(journey)
        publishing.write_overview(journey)
        publishing.keep_register(journey)
        publishing.answer_questions(journey)
        publishing.sign_off(journey)
        publishing.publish(journey)
        publishing.read_public_page(journey)
        publishing.act_on_it(journey)
        publishing.look_back(journey)
    finally:
        for n, p in people._pages.items():
            print(n, p.url); p.screenshot(path=f"/tmp/jr/{n}.png", full_page=True)
        print(journey.look.wrong, people.complaints, site.said()[-3000:])
    assert journey.look.wrong == []
