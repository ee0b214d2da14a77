"""Other proceedings are kept apart; one hold never holds another (P6, P21)."""

from datetime import date

import pytest

from goldenthread.domain.answers import YES
from goldenthread.domain.proceedings import (
    DISCLOSURE_WORDS,
    KIND,
    KINDS,
    DisclosureDecision,
    OpenHold,
    holds_interview,
    holds_publication,
    may_decide_on_disclosure,
    may_keep_proceeding,
    may_lift,
    may_look_again,
    may_place_hold,
    may_serve,
)

TODAY = date(2011, 3, 1)
SENIOR = OpenHold("the senior investigating officer", date(2011, 5, 3))
CORONER = OpenHold("the coroner’s officer", date(2011, 4, 1))


@pytest.mark.duty("P6")
def test_the_six_kinds_are_data():
    assert [kind.key for kind in KINDS] == [
        "criminal",
        "coroner",
        "family_court",
        "disciplinary",
        "complaint",
        "other_review",
    ]
    assert [kind.key for kind in KINDS if kind.is_bare] == ["disciplinary"]
    assert set(KIND) == {kind.key for kind in KINDS}


@pytest.mark.duty("P6")
@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({}, ""),
        ({"kind": "gossip"}, "Choose what kind of proceeding it is."),
        ({"body": " "}, "Say before whom it is: the police force or the court."),
        ({"kind": "disciplinary", "kept": ("", " ")}, ""),
        (
            {"kind": "disciplinary"},
            (
                "Of disciplinary or regulatory proceedings the review keeps only that there are any."
                " Leave everything else empty."
            ),
        ),
        (
            {"began_on": date(2011, 5, 3), "ended_on": date(2011, 5, 2)},
            "The proceeding ends before it begins. Change one of the two dates.",
        ),
    ],
)
def test_a_proceeding_is_kept_and_of_a_disciplinary_one_only_that_it_exists(changes, reason):
    given = {
        "kind": "criminal",
        "body": "Northmere Crown Court",
        "kept": ("T2011/0001",),
        "began_on": None,
        "ended_on": None,
    }
    assert may_keep_proceeding(**given | changes).reason == reason


def place(**changes):
    given = {
        "reason": "The statement is not taken yet.",
        "asked_by": "the senior investigating officer",
        "look_again_on": date(2011, 5, 3),
        "today": TODAY,
        "holds_interview": True,
        "has_agency": True,
        "whose": "Health visitor 1",
        "names_found": (),
    }
    return may_place_hold(**given | changes)


@pytest.mark.duty("P6")
@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({}, ""),
        ({"has_agency": False}, "Say whose interview is held: choose the agency."),
        ({"whose": " "}, "Say whose interview is held, by label or post."),
        ({"holds_interview": False, "has_agency": False, "whose": ""}, ""),
        ({"published": True}, ""),
        (
            {"holds_interview": False, "published": True},
            "The reports have been published, so publication can no longer be held back.",
        ),
        (
            {"names_found": ("Opal Fenwick",)},
            "“Opal Fenwick” is somebody’s name. Write the label or the post instead.",
        ),
        ({"reason": ""}, "Say why it is held back."),
        ({"asked_by": ""}, "Say who asked for it."),
        (
            {"look_again_on": TODAY},
            "Give a day still to come on which the hold is looked at again.",
        ),
    ],
)
def test_a_hold_says_what_why_for_whom_and_until_when(changes, reason):
    assert place(**changes).reason == reason


@pytest.mark.duty("P6")
def test_a_hold_is_looked_at_again_and_lifted_once_with_words():
    look = {"lifted": False, "note": "No charge yet.", "look_again_on": date(2011, 6, 1)}
    assert may_look_again(**look, today=TODAY) is YES
    assert may_look_again(**look | {"lifted": True}, today=TODAY).reason == (
        "The hold has been lifted."
    )
    assert may_look_again(**look | {"note": ""}, today=TODAY).reason == (
        "Say what was found, and why the hold stays."
    )
    assert may_look_again(**look, today=date(2011, 6, 1)).reason == (
        "Give a day still to come on which the hold is looked at again."
    )
    assert may_lift(lifted=False, because="The trial has ended.") is YES
    assert may_lift(lifted=False, because=" ").reason == "Say why the hold is lifted."
    assert may_lift(lifted=True, because="x").reason == "The hold has already been lifted."


@pytest.mark.duty("P6")
def test_publication_waits_for_every_open_hold_on_it():
    assert holds_publication(()) is YES
    assert holds_publication((SENIOR,)).reason == (
        "Publication is held back. The senior investigating officer asked for it, and the hold is looked at"
        " again on 3 May 2011."
    )
    assert holds_publication((SENIOR, CORONER)).reason == (
        "Publication is held back. The coroner’s officer asked for it, and the hold is looked at again on"
        " 1 April 2011. 1 more hold is open."
    )
    assert holds_publication((SENIOR, CORONER, SENIOR)).reason.endswith("2 more holds are open.")


@pytest.mark.duty("P6")
def test_an_interview_waits_for_its_own_hold():
    assert holds_interview(()) is YES
    assert holds_interview((SENIOR, CORONER)).reason == (
        "This interview is held back. The coroner’s officer asked for it, and the hold is looked at again on"
        " 1 April 2011."
    )


@pytest.mark.duty("P6")
@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({}, ""),
        ({"decided": True}, "This request has been answered. A new request is a new line."),
        ({"decision": "perhaps"}, "Choose what was decided."),
        ({"decision": "redacted"}, "Say what is taken out of the document."),
        ({"decision": "redacted", "redactions": "Names of other children."}, ""),
        ({"decision": "refused"}, "Say why the document is not disclosed."),
        ({"decision": "left_to_court"}, ""),
    ],
)
def test_a_request_is_answered_once(changes, reason):
    given = {"decided": False, "decision": "whole", "redactions": "", "reason": ""}
    assert may_decide_on_disclosure(**given | changes).reason == reason
    assert set(DISCLOSURE_WORDS) == set(DisclosureDecision)


@pytest.mark.duty("P6")
def test_only_what_is_disclosed_is_served_and_once():
    assert may_serve(decision="whole", served=False) is YES
    assert may_serve(decision="", served=False).reason == (
        "Record first what was decided about the request."
    )
    assert may_serve(decision="refused", served=False).reason == (
        "The document is not disclosed, so it is not served."
    )
    assert may_serve(decision="whole", served=True).reason == (
        "It has already been recorded when the document was served."
    )
