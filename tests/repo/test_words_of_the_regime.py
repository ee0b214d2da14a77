"""No page and no shared rule speaks in the words of one regime: they ask the review's type for its word."""

import ast
import re

import pytest
from tests.repo.source import PACKAGE as SOURCE

OF_A_REGIME = re.compile(
    r"\bIMRs?\b|\bSCRs?\b|\bLSCBs?\b|\bLCSPRs?\b|Serious Case Review|Individual Management Review|Executive Summary"
    r"|Overview Report|\bCommittee\b|\bBoard’s\b|\b[Tt]he Board\b|Chair of the Board|\bthe Chair\b"
    r"|\b[Oo]verview author|\b[Oo]verview report"
)
SPEAK_FOR_THEIR_REGIME = (
    "domain/review_types/",
    "domain/questionnaires/",
    "domain/criteria/",
    "domain/duties.py",
    "reviews/demo/",
    "domain/roles.py",
    "domain/visibility.py",
    "domain/printing.py",
)
"""The regimes themselves, the statements of the process in its seed's words, the demo's story, and the
printed pages about all regimes at once."""


def _is_shared(path) -> bool:
    where = path.relative_to(SOURCE).as_posix()
    return not where.startswith(SPEAK_FOR_THEIR_REGIME) and "migrations" not in where


def _sentences(path):
    """String constants of a module that are no docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docs = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    attribute_docs = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            if id(node) not in docs | attribute_docs and " " in node.value:
                yield node.lineno, node.value


def test_no_template_holds_a_word_of_one_regime():
    found = [
        f"{path.relative_to(SOURCE)}:{number}: {match.group()}"
        for path in sorted(SOURCE.rglob("*.html"))
        if _is_shared(path)
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        for match in OF_A_REGIME.finditer(re.sub(r"\{%\s*comment.*?endcomment\s*%\}", "", line))
    ]
    assert found == []


@pytest.mark.parametrize("package", ["accounts", "domain", "pages", "publication", "reviews"])
def test_no_sentence_of_a_shared_module_holds_one(package):
    found = [
        f"{path.relative_to(SOURCE)}:{number}: {match.group()}"
        for path in sorted((SOURCE / package).rglob("*.py"))
        if _is_shared(path)
        for number, text in _sentences(path)
        for match in OF_A_REGIME.finditer(text)
    ]
    assert found == []
