"""Cases that end otherwise than the long one, each in a browser, from the referral to where it ends."""

import io
import zipfile
from collections.abc import Callable

import pytest
from playwright.sync_api import expect
from tests.journeys import cases
from tests.journeys.browsing import (
    People,
    choose,
    expect_heading,
    expect_wrong,
    fill,
    follow,
    pick,
    press,
    row,
)
from tests.journeys.installation import Site
from tests.journeys.journey import Journey, account, agency_name
from tests.journeys.looking import Look

from goldenthread.domain.criteria.scr_2010 import CRITERIA, Fact
from goldenthread.domain.process import Stage
from goldenthread.domain.questionnaires.referral_scr_2010_v2 import REFERRAL
from goldenthread.domain.roles import Role
from goldenthread.reviews.demo.story.texts import REFERRAL_ANSWERS

POLICE, HOUSING = "police", "housing"
REVIEW = "There will be a Serious Case Review"
NO_REVIEW = "There will be no review"
FORBIDDEN = (403, 404)


@pytest.fixture
def journey(site: Site, people: People):
    """One more case; what it shows can be used by everybody, and no page complains."""
    walked = Journey(site, people, Look())
    yield walked
    assert walked.look.wrong == []
    assert people.complaints == []


@pytest.fixture
def referred(journey: Journey) -> Callable[..., str]:
    """Refer a case of this child in a few words, and have two agencies answer."""

    def refer(child: str, **answers: str) -> str:
        same = {
            key: REFERRAL_ANSWERS[key] for key in ("child_born_on", "child_plan", "incident_on")
        }
        told = {"child_name": child, **same, **answers}
        page = journey.people.page(account(Role.REFERRER).name)
        cases.refer(journey, page, "Northmere", REFERRAL, told)
        cases.ask(journey, [agency_name(key) for key in (POLICE, HOUSING)])
        for key in (POLICE, HOUSING):
            cases.answer(journey, key, "Seen once, two years ago.")
        journey.step(Role.BUSINESS_MANAGER, "Put the case to the Committee")
        return child

    return refer


@pytest.mark.duty("P2", "P3", "P9", "P24")
def test_a_death_with_suspected_neglect(journey: Journey, referred):
    """A child has died and neglect is suspected; nobody is concerned about how agencies worked together.

    1. The case is referred, two agencies answer, and it goes to the Committee.
    2. The death limb holds by itself: the Board must consider. Not one of the five harm limbs holds.
    3. The Committee recommends a review, the Chair decides, and the clock starts.
    """
    referred(
        "Rowan Testerby",
        circumstances="Rowan, aged two, was found in a garden pond. The gate had been broken for months.",
        died_or_harmed="died",
        abuse_or_neglect="suspected",
        other_children="None.",
        working_together="no",
    )
    page = cases.open_judgement(journey)
    facts = {
        Fact.CHILD_DIED: ("yes", "The referral."),
        Fact.ABUSE_OR_NEGLECT: ("suspected", "The gate, and what neighbours say of it."),
    }
    cases.judge(page, CRITERIA, facts)
    expect(page.locator("#criteria")).to_contain_text(
        "The Board must consider what can be learned."
    )
    cases.expect_limb(page, "A child has died and abuse or neglect is a factor", "Holds")
    expect(page.locator("#criteria").get_by_text("Does not hold", exact=True)).to_have_count(5)
    cases.recommend(page, REVIEW, "A child has died, and neglect may have been a factor.")
    cases.decide(journey, Role.BOARD_CHAIR, REVIEW, "I agree.")
    expect(journey.go(Role.BOARD_CHAIR).get_by_role("main")).to_contain_text("Day 0 of")


@pytest.mark.duty("P3", "P4", "P7", "P8")
def test_harm_with_unknown_facts_comes_back_to_the_committee(journey: Journey, referred):
    """A child was seriously harmed, and what decides the criteria is not known yet.

    1. The judgement says that not enough is known, and names what would decide it.
    2. The Committee keeps what it typed and asks the agencies for more, with the reason.
    3. An agency answers anew; the manager puts the case to the Committee again.
    4. What was typed is there. What was unknown is now answered, a limb holds, and it recommends.
    """
    referred(
        "Linnet Sampleton",
        circumstances="Linnet, aged four, was burned. It is not known yet how badly, or who knew of the fire.",
        died_or_harmed="harmed",
        abuse_or_neglect="suspected",
        other_children="None.",
        working_together="unknown",
    )
    page = cases.open_judgement(journey)
    facts = {
        Fact.SERIOUSLY_HARMED: ("yes", "The referral."),
        Fact.ABUSE_OR_NEGLECT: ("suspected", ""),
        Fact.LIFE_THREATENING: ("unknown", ""),
        Fact.INTERAGENCY_CONCERN: ("unknown", ""),
    }
    cases.judge(page, CRITERIA, facts)
    said = page.locator("#criteria")
    cases.expect_limb(page, "Life-threatening injury or permanent impairment", "Undecided")
    expect(said.get_by_role("heading", name="What would decide it")).to_be_visible()
    decides = said.get_by_role("listitem")
    expect(decides.filter(has_text=CRITERIA.fact(Fact.LIFE_THREATENING).question)).to_be_visible()
    concern = CRITERIA.fact(Fact.INTERAGENCY_CONCERN).question
    expect(decides.filter(has_text=concern)).to_be_visible()
    journey.look.at(page, "a judgement that not enough is known")
    fill(page, "Reasons", "Typed before the agencies were asked again.")
    press(page, "Keep this and ask the agencies for more")
    expect_heading(page, "Ask the agencies for more")
    fill(page, "Why?", "How badly was the child burned, and who knew of the earlier fire?")
    press(page, "Ask the agencies for more")
    cases.answer(journey, POLICE, "Told Housing of an earlier fire. Nobody passed it on.")
    journey.step(Role.BUSINESS_MANAGER, "Put the case to the Committee")
    page = journey.go(Role.COMMITTEE_MEMBER, "judgement/")
    expect(page.get_by_role("main")).to_contain_text("who knew of the earlier fire?")
    expect(page.get_by_role("textbox", name="Reasons")).to_have_value(
        "Typed before the agencies were asked again."
    )
    journey.look.at(page, "a case that has come back to the Committee")
    known = {
        Fact.LIFE_THREATENING: ("yes", "The burns unit."),
        Fact.INTERAGENCY_CONCERN: ("yes", "The Police told Housing of a fire."),
    }
    cases.judge(page, CRITERIA, facts | known)
    cases.expect_limb(page, "Life-threatening injury or permanent impairment", "Holds")
    cases.recommend(page, REVIEW, "It is known now: the harm is lasting, and a warning was lost.")


@pytest.mark.duty("P4", "P9")
def test_the_chair_overrules_a_recommendation(journey: Journey, stages: dict[str, str]):
    """The Committee recommends a review, and the Chair decides that there is none.

    1. Without reasons the decision is refused, and what was chosen is kept.
    2. With reasons it is recorded, beside a recommendation that said otherwise.
    3. The history holds both, one after the other, and says that they differ.
    """
    journey.reference = stages[Stage.DECISION]
    page = cases.decide(journey, Role.BOARD_CHAIR, NO_REVIEW, "")
    expect_wrong(page, "Give the reasons for your decision.")
    expect(page.get_by_label(NO_REVIEW, exact=True)).to_be_checked()
    journey.look.at(page, "a decision that is refused for want of reasons")
    reasons = "The agencies have begun a review of their own, which will ask the same questions."
    page = cases.decide(journey, Role.BOARD_CHAIR, NO_REVIEW, reasons)
    expect(page.get_by_role("main")).to_contain_text("Recommended otherwise.")
    follow(page, "Everything that was judged and decided, with the reasons")
    recommended, decided = page.locator("ol > li").all()
    expect(recommended).to_contain_text(f"Recommended: {REVIEW}")
    expect(decided).to_contain_text(f"Decided: {NO_REVIEW}")
    expect(decided).to_contain_text(reasons)
    expect(decided).to_contain_text("This differs from what was recommended.")
    journey.look.at(page, "what was judged and decided")


@pytest.mark.duty("P4", "P8", "P9")
def test_a_case_below_the_threshold(journey: Journey, referred):
    """Nobody died, nobody was seriously harmed: it is judged like any other, and the reasons are kept.

    1. The Committee judges: not one limb holds, and it says of each why not. It recommends no review.
    2. The Chair decides so, with reasons.
    3. The referrer reads the outcome, and nothing of the judgement, the answers or the decision.
    4. Those who must be told are listed for a no too. A letter in Word names nobody of the case.
    """
    child = referred(
        "Sorrel Specimen",
        circumstances="Sorrel, aged nine, was left alone for an evening, and rang a neighbour. Nothing happened.",
        died_or_harmed="neither",
        abuse_or_neglect="no",
        other_children="None.",
        working_together="no",
    )
    page = cases.open_judgement(journey)
    cases.judge(page, CRITERIA, {Fact.KNOWN_TO_AGENCIES: ("yes", "")})
    expect(page.locator("#criteria").get_by_text("Does not hold", exact=True)).to_have_count(
        len(CRITERIA.rules)
    )
    journey.look.at(page, "a judgement that no limb holds")
    cases.recommend(page, NO_REVIEW, "Not one limb holds.")
    cases.decide(journey, Role.BOARD_CHAIR, NO_REVIEW, "A conversation with the school is enough.")
    page = journey.go(Role.REFERRER)
    expect(page.get_by_role("main")).to_contain_text(
        "The Board has decided that there is no Serious Case Review."
    )
    journey.look.at(page, "what became of a referral")
    expect(page.get_by_text("Not one limb holds.")).to_have_count(0)
    for part in ("judgement/", "scoping/", "decision/", "decision/history/", "notices/"):
        there = page.goto(f"{journey.people.address}/reviews/{journey.reference}/{part}")
        assert there.status in FORBIDDEN, part
    page = journey.go(Role.BUSINESS_MANAGER, "notices/")
    for who in ("Ofsted", "Department for Education", agency_name(POLICE), "The family"):
        expect(row(page, who).first).to_contain_text("Not told yet")
    for who in ("Ofsted", "Whoever referred the case"):
        page = journey.go(Role.BUSINESS_MANAGER, "notices/")
        follow(page, f"Letter to {who}")
        with page.expect_download() as letter:
            page.get_by_role("button", name="Take the letter in Word").click()
        written = _words_of(letter.value.path().read_bytes())
        assert NO_REVIEW.removeprefix("There will be ") in written
        names = (*child.split(), account(Role.REFERRER).name)
        assert [name for name in names if name in written] == []


def _words_of(document: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(document)) as parts:
        return "\n".join(
            parts.read(name).decode("utf-8") for name in parts.namelist() if name.endswith(".xml")
        )


@pytest.mark.duty("P10", "P11")
def test_who_was_involved_takes_no_part(journey: Journey, stages: dict[str, str]):
    """Somebody who was involved in the case is refused, as author and on the panel, with the reason.

    (That whoever managed those involved is refused too, and who works for an agency as chair, is walked
    in the long review.)

    1. An agency is asked for a contribution. Its senior officer names an author who was involved:
       refused, and nothing typed is lost.
    2. The manager appoints a panel member who was involved: refused.
    """
    journey.reference, of = stages[Stage.PANEL], "mere-general"
    page = journey.go(Role.BUSINESS_MANAGER, "panel/ask/")
    choose(page, "Which agency?", agency_name(of))
    press(page, "Ask the agency")
    page = journey.go(Role.SENIOR_OFFICER, f"panel/author/{of}/", of=of)
    pick(page, "Who?", account(Role.AGENCY_AUTHOR, of).name)
    _declare_involved(page)
    press(page, "Name the author")
    expect_wrong(page, "Somebody who was involved in the case cannot be agency author.")
    expect(page.get_by_label("What do they declare?")).to_have_value("I saw the child once.")
    page = journey.go(Role.BUSINESS_MANAGER, "panel/appoint/")
    choose(page, "Which part?", "Panel member")
    pick(page, "For a panel member: of which agency?", agency_name(of))
    pick(page, "Who?", account(Role.PANEL_MEMBER, of).name)
    _declare_involved(page)
    press(page, "Appoint")
    expect_wrong(page, "Somebody who was involved in the case cannot be panel member.")


def _declare_involved(page) -> None:
    choose(page, "Were they involved in the case?", "Yes")
    choose(page, "Did they manage anybody who was involved?", "No")
    fill(page, "What do they declare?", "I saw the child once.")
