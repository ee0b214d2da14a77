"""The chronology commands: what they print, what they write, and how they end."""

import json
import subprocess
import sys

import pytest
from click.testing import CliRunner

from goldenthread.chronology.entries import understand
from goldenthread.cli.chronology import KINDS, chronology
from goldenthread.documents.readers import read_file

SURGERY = """Date,What happened,Source
3 May 2011,The health visitor called at Bramble Cottage.,Diary of HV1
9 May 2011,No reply at the door; a card was left.,Diary of HV1
31/02/2012,The nurse saw the child at the surgery.,Clinic notes
"""
SCHOOL = """When,Event,Source
4 May 2011,The child was seen in class and was cheerful.,School log
10 June 2012,The mother rang to say that the child was ill.,School log
"""

CHANGE = (
    "    “Event”: “The child was seen in class and was cheerful.” became "
    "“The child was seen in class and was quiet.”"
)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    (tmp_path / "surgery.csv").write_text(SURGERY, encoding="utf-8")
    (tmp_path / "school.csv").write_text(SCHOOL, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*words):
    return CliRunner().invoke(chronology, words)


def merged(folder, *words):
    result = run("merge", *words, "-o", "all.json")
    assert result.exit_code == 0, result.output
    return json.loads((folder / "all.json").read_text(encoding="utf-8"))


def test_a_merge_holds_every_entry_with_its_agency_in_order(folder):
    found = merged(folder, "surgery.csv", "school.csv")

    assert [(entry["agency"], entry["edtf"]) for entry in found["entries"]] == [
        ("surgery", "2011-05-03"),
        ("school", "2011-05-04"),
        ("surgery", "2011-05-09"),
        ("school", "2012-06-10"),
        ("surgery", "ERROR"),
    ]
    assert [(row["file"], row["row"], row["text"]) for row in found["unread"]] == [
        ("surgery.csv", 4, "31/02/2012")
    ]


def test_an_agency_can_be_named(folder):
    found = merged(folder, "--agency", "Bramble Surgery=surgery.csv", "school.csv")

    assert {entry["agency"] for entry in found["entries"]} == {"Bramble Surgery", "school"}


def test_the_birth_gives_ages(folder):
    found = merged(folder, "school.csv", "--born", "3 May 2010")

    assert [entry["age"] != "" for entry in found["entries"]] == [True, True]


def test_a_period_leaves_out_the_rest_but_nothing_without_a_date(folder):
    found = merged(folder, "surgery.csv", "school.csv", "--from", "5 May 2011", "--to", "2011")

    assert [entry["date_text"] for entry in found["entries"]] == ["9 May 2011", "31/02/2012"]


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_written_and_the_tables_read_back(folder, kind):
    result = run("merge", "surgery.csv", "school.csv", "-o", f"all.{kind}")
    data = (folder / f"all.{kind}").read_bytes()

    assert result.exit_code == 0
    assert result.stdout == (
        f"all.{kind}: 5 entries, 1 of them without a date that could be read.\n"
    )
    if kind not in ("html", "json"):
        assert len(understand(read_file(data, name=f"all.{kind}")).entries) == 5


def test_the_work_is_told_on_standard_error_and_can_be_quiet(folder):
    told = run("merge", "surgery.csv", "-o", "all.csv")
    quiet = run("merge", "surgery.csv", "-o", "all.csv", "--quiet")

    assert told.stderr.splitlines() == [
        "Reading surgery.csv (surgery).",
        "Merging 3 entries.",
        "Looking for what they show together.",
        "Writing all.csv.",
    ]
    assert quiet.stderr == ""


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["merge", "surgery.csv", "-o", "all.odt"], "does not end in a kind that can be written"),
        (["merge", "surgery.csv", "-o", "none/all.csv"], "There is no folder “none”."),
        (["merge", "surgery.csv", "-o", "surgery.csv"], "is one of the files to merge"),
        (["merge", "gone.csv", "-o", "all.csv"], "There is no file “gone.csv”."),
        (["merge", ".", "-o", "all.csv"], "is a folder"),
        (["merge", "-o", "all.csv"], "Name at least one file"),
        (["merge", "--agency", "surgery.csv", "-o", "all.csv"], "is not an agency and its file"),
        (["merge", "surgery.csv", "--born", "2010", "-o", "all.csv"], "--born must be one day"),
        (["merge", "surgery.csv", "--from", "31/02/2011", "-o", "a.csv"], "is not one date"),
        (["check", "empty.docx"], "empty.docx: The file is empty."),
        (["compare", "surgery.csv", "gone.csv"], "There is no file “gone.csv”."),
    ],
)
def test_what_cannot_be_done_is_said_and_ends_with_2(folder, words, said):
    (folder / "empty.docx").write_bytes(b"")
    result = run(*words)

    assert result.exit_code == 2
    assert said in " ".join(result.stderr.split())


def test_a_file_with_faults_ends_with_1_and_names_the_row(folder):
    result = run("check", "surgery.csv", "--as-at", "1 January 2013")

    assert result.exit_code == 1
    assert "“What happened”: The heading “What happened” stands for what happened." in result.stdout
    assert "Table 1, row 4: " in result.stdout


def test_a_file_without_faults_ends_with_0(folder):
    result = run("check", "school.csv", "--as-at", "1 January 2013")

    assert (result.exit_code, result.stdout.splitlines()[-1]) == (0, "0 faults in 1 file.")


def test_a_revised_file_is_compared_row_by_row(folder):
    (folder / "new.csv").write_text(
        SCHOOL.replace("was cheerful", "was quiet") + "1 July 2012,The child moved school.,Log\n",
        encoding="utf-8",
    )
    result = run("compare", "school.csv", "new.csv")

    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        "+ Table 1, row 4: 1 July 2012 The child moved school.",
        "~ Table 1, row 2, now Table 1, row 2: 4 May 2011 The child was seen in class and was quiet.",
        CHANGE,
        "1 added, 0 removed, 1 changed, 0 moved; 1 as they were.",
    ]


def test_the_same_file_differs_in_nothing(folder):
    result = run("compare", "school.csv", "school.csv")

    assert (result.exit_code, result.stdout) == (
        0,
        "0 added, 0 removed, 0 changed, 0 moved; 2 as they were.\n",
    )


def test_the_command_runs_by_itself_without_settings_or_database(folder):
    done = subprocess.run(
        [sys.executable, "-m", "goldenthread", "chronology", "merge", "school.csv", "-o", "a.html"],
        capture_output=True,
        text=True,
        env={"PATH": "", "PYTHONIOENCODING": "utf-8"},
        check=False,
    )

    assert (done.returncode, done.stdout) == (
        0,
        "a.html: 2 entries, 0 of them without a date that could be read.\n",
    )


def test_more_entries_than_a_pdf_can_hold_are_refused_before_the_long_work(folder, monkeypatch):
    monkeypatch.setattr("goldenthread.documents.writers.chronology_files.MOST", 2)
    result = run("merge", "surgery.csv", "-o", "all.pdf", "--quiet")

    assert (result.exit_code, (folder / "all.pdf").exists()) == (2, False)
    assert "A PDF holds at most" in result.output
