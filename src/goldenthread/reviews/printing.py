"""The pages of the documentation that are printed from the code."""

import ast
from collections.abc import Iterator
from pathlib import Path

from django.apps import apps
from django.urls import URLPattern, URLResolver, get_resolver

from goldenthread.domain import printing
from goldenthread.domain.duties import Duty
from goldenthread.domain.privacy import Privacy

_OURS = ("accounts", "audit", "publication", "reviews")


def printed_pages(*, tests_folder: Path) -> dict[str, str]:
    """Each made page by its file's name in ``docs/``."""
    return {
        "process.md": printing.process_page(pages_by_duty(), tests_by_duty(tests_folder)),
        "states.md": printing.states_page(),
        "permissions.md": printing.permissions_page(),
        "privacy.md": printing.privacy_page(privacy_by_table()),
    }


def pages_by_duty() -> dict[Duty, list[str]]:
    """For each duty the addresses of the pages that serve it."""
    found: dict[Duty, list[str]] = {duty: [] for duty in Duty}
    for route, callback in addresses():
        for duty in getattr(getattr(callback, "page", None), "duties", ()):
            found[duty].append(f"/{route}")
    return found


def addresses() -> Iterator[tuple[str, object]]:
    """Every address of the case site with the function that answers it."""
    yield from _walk("", get_resolver("goldenthread.config.urls.case"))


def _walk(before: str, resolver: URLResolver) -> Iterator[tuple[str, object]]:
    for pattern in resolver.url_patterns:
        route = before + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            yield route, pattern.callback
        else:
            yield from _walk(route, pattern)


def tests_by_duty(folder: Path) -> dict[Duty, list[str]]:
    """For each duty the tests that are marked as proving it, by file and name."""
    found: dict[Duty, list[str]] = {duty: [] for duty in Duty}
    for path in sorted(folder.rglob("test_*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        everywhere = _duties_of_module(tree)
        for node in tree.body:
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                for duty in everywhere | _duties_of(node.decorator_list):
                    found[duty].append(f"{path.relative_to(folder)}::{node.name}")
    return found


def _duties_of_module(tree: ast.Module) -> frozenset[Duty]:
    marks = [
        node.value
        for node in tree.body
        if isinstance(node, ast.Assign)
        and any(
            isinstance(target, ast.Name) and target.id == "pytestmark" for target in node.targets
        )
    ]
    return frozenset(duty for mark in marks for duty in _duties_of(list(ast.walk(mark))))


def _duties_of(nodes: list[ast.expr] | list[ast.AST]) -> frozenset[Duty]:
    return frozenset(
        Duty(word.value)
        for node in nodes
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "duty"
        for word in node.args
        if isinstance(word, ast.Constant) and isinstance(word.value, str)
    )


def privacy_by_table() -> dict[str, dict[str, Privacy]]:
    """The class of every field of every table of ours."""
    return {
        model._meta.db_table: dict(model.privacy_of)  # type: ignore[attr-defined]
        for label in _OURS
        for model in apps.get_app_config(label).get_models()
    }
