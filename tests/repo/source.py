"""The product's own source, as trees: for promises that can be read off it."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "goldenthread"


@cache
def tree(path: Path) -> ast.Module:
    """One file, parsed once."""
    return ast.parse(path.read_text(encoding="utf-8"))


def python_files(*folders: str) -> list[Path]:
    """The Python files in these folders of the package (all of it, when none is named), without migrations."""
    found = (path for folder in folders or ("",) for path in (PACKAGE / folder).rglob("*.py"))
    return sorted(path for path in found if "migrations" not in path.parts)


def nodes(*folders: str) -> Iterator[tuple[str, ast.AST]]:
    """Every node of these folders, with where it stands."""
    for path in python_files(*folders):
        for node in ast.walk(tree(path)):
            yield f"{path.relative_to(PACKAGE)}:{getattr(node, 'lineno', 0)}", node


def called(node: ast.AST) -> str:
    """The last word of what is called: “now” for ``timezone.now()``; empty for what is no call."""
    if not isinstance(node, ast.Call):
        return ""
    match node.func:
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name
    return ""
