"""Labels in the place of names, and back."""

import pytest

from goldenthread.anonymity import Person, Register, label_text, restore, survivors

REGISTER = Register(
    (
        Person("child", "Child Q", "Child", names=("Kayleigh Hartley",), aliases=("Kay",)),
        Person("mother", "Mother", "Mother", names=("Dawn Hartley",), aliases=("07700 900123",)),
        Person("worker", "Social Worker 1", "Social Worker", names=("Sarah Bell",)),
        Person("other", "Social Worker 2", "Social Worker", names=("Sarah Quinn",)),
    )
)


@pytest.mark.parametrize(
    ("text", "labelled"),
    [
        ("Kayleigh Hartley was seen.", "Child Q was seen."),
        ("HARTLEY, Kayleigh (child)", "Child Q (child)"),
        ("Mrs Hartley rang.", "Mother rang."),
        ("K. Hartley’s bruise", "Child Q’s bruise"),
        ("Kay-\nleigh Hartley", "Child Q"),
        ("Sarah rang.", "[name removed] rang."),
        (
            "Sarah Quinn rang. Sarah was worried.",
            "Social Worker 2 rang. Social Worker 2 was worried.",
        ),
        ("Call 07700 900123.", "Call [phone number removed]."),
        ("Ronnie Hartley called.", "[name removed] called."),
        ("The Hartleys moved.", "The [name removed] moved."),
    ],
)
def test_label_text(text, labelled):
    result = label_text(text, REGISTER)
    assert result.text == labelled
    assert restore(result) == text
    assert label_text(result.text, REGISTER).text == labelled
    assert survivors(text, REGISTER) != ()
    assert survivors(result.text, REGISTER) == ()


def test_an_answer_is_remembered_for_the_form():
    labelled = label_text("Sarah rang. Sarah’s car.", REGISTER, answers={"Sarah": "worker"})
    assert labelled.text == "Social Worker 1 rang. Social Worker 1’s car."
    assert labelled.questions == ()


def test_a_form_is_asked_once():
    questions = label_text("Sarah rang. Then Sarah left. Sarah’s car.", REGISTER).questions
    assert [(span.text, span.candidates) for span in questions] == [("Sarah", ("worker", "other"))]
