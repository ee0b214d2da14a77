"""``goldenthread anonymity``: what each command prints, writes, and ends with."""

import json

import pytest
from click.testing import CliRunner

from goldenthread.cli import main

PEOPLE = {
    "case": "invented",
    "people": [
        {"key": "m", "label": "Mother", "role": "mother", "names": ["Kestrel Wrenfordly"]},
        {"key": "a", "label": "Aunt", "role": "aunt", "names": ["Robin Wrenfordly"]},
    ],
}


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "people.json").write_text(json.dumps(PEOPLE), encoding="utf-8")
    return tmp_path


def run(folder, *words, given=None):
    words = [str(folder / word[1:]) if word.startswith("@") else word for word in words]
    return CliRunner().invoke(main, ["anonymity", *words], input=given, catch_exceptions=False)


def test_find_prints_one_line_of_json_a_text(folder):
    given = '{"id": "t1", "text": "Kestrel Wrenfordly rang."}\n\n{"id": 2, "text": "Nobody."}\n'
    done = run(folder, "find", "--people", "@people.json", "--jsonl", "-", given=given)
    first, second = (json.loads(line) for line in done.output.splitlines())
    assert first == {
        "id": "t1",
        "spans": [
            {
                "start": 0,
                "end": 18,
                "text": "Kestrel Wrenfordly",
                "kind": "name",
                "candidates": ["m"],
                "label": "Mother",
                "decision": "replace",
            }
        ],
    }
    assert second == {"id": "2", "spans": []}


def test_a_line_that_is_no_text_is_named(folder):
    done = run(folder, "find", "--people", "@people.json", "--jsonl", "-", given="{}\n")
    assert (done.exit_code, "Line 1 of the input" in done.output) == (1, True)


@pytest.mark.duty("P22")
def test_nothing_is_written_while_a_question_is_open(folder):
    (folder / "note.txt").write_text("Mrs Wrenfordly rang.", encoding="utf-8")
    words = ("anonymise", "@note.txt", "--people", "@people.json", "-o", "@out")
    done = run(folder, *words, "--report", "@report.json")
    assert done.exit_code == 3
    assert "could be m or a" in done.output
    assert not (folder / "out").exists()
    report = json.loads((folder / "report.json").read_text(encoding="utf-8"))
    assert report["written"] is False
    assert [one["form"] for one in report["files"][0]["questions"]] == ["Mrs Wrenfordly"]


@pytest.mark.duty("P22")
def test_an_answer_closes_the_question_and_the_copy_verifies_and_goes_back(folder):
    (folder / "note.txt").write_text("Mrs Wrenfordly rang.\n", encoding="utf-8")
    (folder / "answers.json").write_text('{"Mrs Wrenfordly": "m"}', encoding="utf-8")
    people = ("--people", "@people.json")
    words = ("anonymise", "@note.txt", *people, "--answers", "@answers.json", "-o", "@out")
    assert run(folder, *words, "--key", "@key.json").exit_code == 0
    assert (folder / "out" / "note.txt").read_text(encoding="utf-8") == "Mother rang.\n"
    assert run(folder, "verify", "@out/note.txt", *people).exit_code == 0
    found = run(folder, "verify", "@note.txt", *people)
    assert found.exit_code == 1
    assert "Wrenfordly" not in found.output
    back = run(folder, "personalise", "@out/note.txt", *people, "--key", "@key.json", "-o", "@back")
    assert back.exit_code == 0
    assert (folder / "back" / "note.txt").read_text(encoding="utf-8") == "Mrs Wrenfordly rang.\n"


def test_an_open_question_can_be_masked(folder):
    (folder / "note.txt").write_text("Mrs Wrenfordly rang.", encoding="utf-8")
    words = ("anonymise", "@note.txt", "--people", "@people.json", "-o", "@out", "--mask-open")
    assert run(folder, *words).exit_code == 0
    assert (folder / "out" / "note.txt").read_text(encoding="utf-8") == "[name removed] rang."


@pytest.mark.parametrize(
    ("answers", "says"),
    [
        ("[]", "the answers are texts"),
        ('{"Kes": "nobody"}', "nobody in the register has that key"),
        ('{"part:word/media/a.png": "perhaps"}', "say “keep” or “drop”"),
        ("{", "is not JSON"),
    ],
)
def test_answers_that_cannot_be_used_are_refused_in_a_sentence(folder, answers, says):
    (folder / "note.txt").write_text("Nobody.", encoding="utf-8")
    (folder / "answers.json").write_text(answers, encoding="utf-8")
    words = ("anonymise", "@note.txt", "--people", "@people.json", "-o", "@out")
    done = run(folder, *words, "--answers", "@answers.json")
    assert (done.exit_code, says in done.output) == (1, True)


def test_a_copy_is_never_written_over_its_file(folder):
    (folder / "note.txt").write_text("Nobody.", encoding="utf-8")
    done = run(folder, "anonymise", "@note.txt", "--people", "@people.json", "-o", str(folder))
    assert (done.exit_code, "Choose another folder" in done.output) == (1, True)


def test_a_changed_copy_cannot_be_taken_back(folder):
    (folder / "note.txt").write_text("Kestrel Wrenfordly.", encoding="utf-8")
    words = ("anonymise", "@note.txt", "--people", "@people.json", "-o", "@out")
    run(folder, *words, "--key", "@key.json")
    (folder / "out" / "note.txt").write_text("Mother!", encoding="utf-8")
    people = ("--people", "@people.json", "--key", "@key.json", "-o", "@back")
    done = run(folder, "personalise", "@out/note.txt", *people)
    assert (done.exit_code, "has been changed since" in done.output) == (1, True)
