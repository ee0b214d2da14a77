"""Files that come out bent are read or refused, and never end in any other error."""

from datetime import date
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from mutations import bend_bytes, bend_part, good_files

from goldenthread.chronology.entries import understand
from goldenthread.chronology.tables import ReadFile
from goldenthread.documents.readers import read_file
from goldenthread.documents.refused import FileRefused

LATEST = date(2026, 11, 24)
bounded = settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


def answer(data, name):
    """A file read and understood, or a sentence that says why not."""
    try:
        read = read_file(data, name=name)
    except FileRefused as refused:
        return refused.reason
    understand(read, latest=LATEST)
    return read


def is_answer(said):
    return isinstance(said, ReadFile) or said.endswith(".")


@pytest.mark.parametrize("kind", ["docx", "xlsx", "ods", "odt"])
@bounded
@given(seed=st.integers(0, 2**32))
def test_a_package_whose_marks_are_bent(kind, seed):
    assert is_answer(answer(bend_part(Random(seed), good_files()[kind]), f"agency.{kind}"))


@pytest.mark.parametrize("kind", ["docx", "xlsx", "ods", "odt", "csv", "utf-16"])
@bounded
@given(seed=st.integers(0, 2**32))
def test_a_file_whose_bytes_are_bent(kind, seed):
    assert is_answer(answer(bend_bytes(Random(seed), good_files()[kind]), "agency"))


@settings(bounded, max_examples=8)
@given(seed=st.integers(0, 2**32))
def test_a_pdf_whose_bytes_are_bent(seed):
    assert is_answer(answer(bend_bytes(Random(seed), good_files()["pdf"]), "agency.pdf"))


@bounded
@given(st.binary(max_size=2000))
def test_bytes_that_mean_nothing(data):
    assert is_answer(answer(data, "agency.csv"))


@bounded
@given(st.text(st.characters(codec="utf-8"), max_size=500))
def test_text_that_means_nothing(text):
    assert is_answer(answer(text.encode(), "agency.csv"))


@pytest.mark.parametrize("kind", ["docx", "xlsx", "ods", "odt", "csv", "utf-16", "pdf"])
def test_what_is_bent_was_straight(kind):
    assert isinstance(answer(good_files()[kind], f"agency.{kind}"), ReadFile)
