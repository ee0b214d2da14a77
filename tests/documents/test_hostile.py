"""Hostile files end in a sentence, in a process that may not take more memory or time than it says."""

import json
import re
import resource
import subprocess
import sys
from pathlib import Path

import pytest
from hostile_files import READ, REFUSED, WORD

from goldenthread.documents.readers import read_file
from goldenthread.documents.refused import FileRefused

MEMORY = 1_600_000_000
"""Bytes of address space: the XML of a part may be 64 MB, and its tree seven times that."""
SECONDS = 120
"""Of processor time for all of them together, which is far less than what one of them asks for."""
ASK = """
import json, sys
sys.path.insert(0, sys.argv[1])
from test_hostile import answers
json.dump(answers(sys.argv[2]), sys.stdout)
"""


def answers(which):
    """For each file, what the reader says or how many rows it found."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 5))
    made = {"refused": REFUSED, "read": READ}[which]
    return {what: answer(make()) for what, (make, _) in made.items()}


def answer(data):
    try:
        read = read_file(data, name="agency")
    except FileRefused as refused:
        return refused.reason
    return sum(len(table.rows) for table in read.tables)


def asked(which):
    done = subprocess.run(
        [sys.executable, "-c", ASK, str(Path(__file__).parent), which],
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()[-500:]
    return json.loads(done.stdout)


def test_files_made_to_exhaust_are_refused():
    said = asked("refused")

    assert {
        what: said[what]
        for what, (_, says) in REFUSED.items()
        if not (isinstance(said[what], str) and re.search(rf"(?:{says}).*\.$", said[what]))
    } == {}


def test_files_that_only_look_too_much_are_read():
    assert asked("read") == {what: rows for what, (_, rows) in READ.items()}


@pytest.mark.parametrize("cut", range(0, len(WORD), len(WORD) // 60))
def test_a_file_cut_anywhere_is_refused(cut):
    with pytest.raises(FileRefused):
        read_file(WORD[:cut], name="agency.docx")
