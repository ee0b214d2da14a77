"""The committed files say what the words say, and come whole through the product's own readers."""

import io
import zipfile

import pytest

from goldenthread.chronology.entries import understand
from goldenthread.documents.readers import read_file
from goldenthread.reviews.demo.story.chronologies import chronologies, chronology
from goldenthread.reviews.demo.story.files import agency_file, build_file, file_name
from goldenthread.reviews.demo.story.partnership import AGENCY_KEYS
from goldenthread.reviews.demo.story.timeline import BORN_ON, PERIOD_TO


def parts(data):
    if not data.startswith(b"PK"):
        return data
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return [(one.filename, one.date_time, package.read(one)) for one in package.infolist()]


def longest(cells):
    # The first cell is the date, which a workbook may hold as a real date.
    return max(cells[1:], key=len)


def understood(key):
    return understand(
        read_file(agency_file(key), name=file_name(key)), latest=PERIOD_TO, born=BORN_ON
    )


@pytest.mark.parametrize("key", AGENCY_KEYS)
def test_the_committed_file_is_fresh(key):
    # Member by member: how hard a zip is squeezed may differ from one machine to the next.
    assert parts(agency_file(key)) == parts(build_file(key))


@pytest.mark.parametrize("key", AGENCY_KEYS)
def test_building_twice_makes_the_same_bytes(key):
    assert build_file(key) == build_file(key)


def test_the_ten_files_are_of_three_kinds():
    endings = sorted(file_name(key).rpartition(".")[2] for key in AGENCY_KEYS)
    assert endings == ["csv"] * 2 + ["docx"] * 4 + ["xlsx"] * 4


def test_no_two_agencies_use_the_same_headings():
    headings = [tuple(told.tables[0].headings) for told in chronologies()]
    assert len(set(headings)) == 10


def test_each_agency_tells_thirty_to_sixty_entries_and_all_together_over_350():
    counts = {told.agency: len(told.entries) for told in chronologies()}
    assert [key for key, count in counts.items() if not 30 <= count <= 60] == []
    assert sum(counts.values()) >= 350


def test_no_entry_is_told_twice_in_the_same_words():
    narratives = [max(entry, key=len) for told in chronologies() for entry in told.entries]
    told_at_length = [narrative for narrative in narratives if len(narrative) > 40]
    assert len(told_at_length) > 280
    assert len(set(told_at_length)) == len(told_at_length)


@pytest.mark.parametrize("key", AGENCY_KEYS)
def test_every_entry_arrives_in_order_with_its_words(key):
    told = [longest(entry) for entry in chronology(key).entries]
    arrived = [longest(entry.cells) for entry in understood(key).entries]
    # A dated line above the headings may be kept as one entry more; none may be one less.
    assert [words for words in arrived if words in set(told)] == told
    assert len(arrived) - len(told) <= 1


@pytest.mark.parametrize("key", AGENCY_KEYS)
def test_the_column_that_tells_what_happened_is_found(key):
    told = {longest(entry) for entry in chronology(key).entries}
    events = {entry.event for entry in understood(key).entries}
    assert len(events & told) > len(told) / 2


def test_the_surgery_s_file_is_in_the_windows_alphabet():
    assert "£60" in agency_file("larkfield-surgery").decode("cp1252")
    with pytest.raises(UnicodeDecodeError):
        agency_file("larkfield-surgery").decode("utf-8")


def test_the_housing_file_is_parted_by_semicolons():
    assert agency_file("housing").decode("utf-8").startswith("Date;Ref;")
