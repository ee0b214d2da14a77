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
"""Bytes of address space for each file: the XML of a part may be 64 MB, its tree seven times that."""
SECONDS = 40
"""Of processor time: many times what the worst takes, and far less than what it asks for."""
HERE = Path(__file__).parent
ASK = """
import json, sys
sys.path.insert(0, sys.argv[1])
from test_hostile import answer
json.dump(answer(sys.stdin.buffer.read()), sys.stdout)
"""


def answer(data):
    """What the reader says, or how many rows it found."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 5))
    try:
        read = read_file(data, name="agency")
    except FileRefused as refused:
        return refused.reason
    return sum(len(table.rows) for table in read.tables)


def asked(data):
    done = subprocess.run(
        [sys.executable, "-c", ASK, str(HERE)], input=data, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode()[-500:]
    return json.loads(done.stdout)


@pytest.mark.parametrize("what", REFUSED)
def test_a_file_made_to_exhaust_is_refused(what):
    make, says = REFUSED[what]
    reason = asked(make())

    assert isinstance(reason, str), f"read: {reason} rows"
    assert re.search(says, reason)
    assert reason.endswith(".")


@pytest.mark.parametrize("what", READ)
def test_a_file_that_only_looks_too_much_is_read(what):
    make, rows = READ[what]

    assert asked(make()) == rows


@pytest.mark.parametrize("cut", range(0, len(WORD), len(WORD) // 60))
def test_a_file_cut_anywhere_is_refused(cut):
    with pytest.raises(FileRefused):
        read_file(WORD[:cut], name="agency.docx")
