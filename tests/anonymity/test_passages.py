"""The marked passages: everybody masked or asked about, nobody mistaken, words left alone."""

import pytest
from tests.anonymity import scoring

from goldenthread.anonymity import label_text, restore, survivors

PASSAGES = [one for name in scoring.SETS for one in scoring.passages(name)]


@pytest.mark.parametrize("marked", PASSAGES, ids=lambda marked: marked.text[:40])
def test_passage(marked):
    assert list(scoring.faults(marked)) == []


@pytest.mark.parametrize("marked", PASSAGES, ids=lambda marked: marked.text[:40])
def test_passage_goes_back_and_settles(marked):
    register = scoring.REGISTERS[marked.register]
    labelled = label_text(marked.text, register)
    assert restore(labelled) == marked.text
    assert label_text(labelled.text, register).text == labelled.text


def test_verifier_sees_what_people_marked_and_little_of_what_was_labelled():
    unseen, left = [], []
    for marked in PASSAGES:
        register = scoring.REGISTERS[marked.register]
        raw = survivors(marked.text, register)
        for mark in marked.marks:
            seen = any(s.offset < mark.end and mark.start < s.offset + s.length for s in raw)
            if mark.meaning not in ("~", "?") and not seen:
                unseen.append(marked.text[mark.start : mark.end])
        if survivors(label_text(marked.text, register).text, register):
            left.append(marked.text)
    assert unseen == []
    # The verifier does not trust a heading in capitals: a person passes it.
    assert left == ["GRACE AND FAVOUR HOUSING POLICY"]


@pytest.mark.parametrize("name", scoring.REGISTERS)
def test_passages_of_one_case_read_as_one_document(name):
    # What one passage has named in full must not make another passage’s words certain.
    joined = scoring.joined([one for one in PASSAGES if one.register == name])
    labelled = label_text(joined.text, scoring.REGISTERS[name])
    assert list(scoring.faults(joined)) == []
    assert restore(labelled) == joined.text
    assert label_text(labelled.text, scoring.REGISTERS[name]).text == labelled.text
