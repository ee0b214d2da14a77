"""Promises about what is written down: commands that exist, no machine's own paths, no registry's name."""

import re
import subprocess

import pytest
from tests.repo.source import ROOT

MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
TARGETS = set(re.findall(r"^([a-z-]+):", MAKEFILE, re.M))
DOCUMENTS = sorted([ROOT / "README.md", *(ROOT / "docs").rglob("*.md")])


def tracked() -> list[str]:
    """Every file that git keeps and that is text."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout
    ends = (".png", ".docx", ".xlsx", ".pdf", ".ods", ".woff2", ".lock")
    return [name for name in listed.split("\0") if name and not name.endswith(ends)]


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_every_command_that_a_document_names_exists(path):
    text = path.read_text(encoding="utf-8")
    named = set(re.findall(r"`make ([a-z-]+)", text)) | set(
        re.findall(r"^make ([a-z-]+)", text, re.M)
    )
    assert named <= TARGETS


def test_every_command_of_the_makefile_is_in_its_list():
    assert {name for name in TARGETS if f"{name}:" in MAKEFILE} >= {
        *("help", "run", "test", "check", "fix", "demo", "docs", "bench"),
    }
    assert all(re.search(rf"^{name}:.*## \S", MAKEFILE, re.M) for name in TARGETS - {"chromium"}), (
        "a target has no sentence that says what it does"
    )


def test_the_readme_names_the_two_commands_and_no_other():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    commands = re.findall(
        r"^(?:\$ )?(make \S+|goldenthread \S+|pip \S+|python\S* \S+)", readme, re.M
    )
    assert commands == ["make run", "make test"]


def test_what_the_readme_links_to_is_there():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    links = re.findall(r"\]\(([^)#]+)\)", readme)
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_no_file_names_a_machines_own_folder_or_a_registry():
    # Put together here, so that this file does not hold what it looks for.
    machine = [f"/{name}/" for name in ("root", "work", "Users")] + ["/" + "tmp" + "/"]
    registry = [
        *("pypi" + ".org", "files.python" + "hosted.org", "registry." + "npmjs.org"),
        *("index" + "-url", "npm" + ".pkg.github"),
    ]
    found = []
    for name in tracked():
        path = ROOT / name
        if not path.exists():
            continue
        text = path.read_text(encoding="utf-8", errors="replace")
        found += [(name, word) for word in (*machine, *registry) if word in text]
    assert found == []
