"""Promises about where things are done: one writer of the stage, no clock in rules, no writing in queries."""

import ast

from tests.repo.source import PACKAGE, called, nodes, python_files, tree

ENGINES = ("domain", "chronology", "anonymity", "documents", "vault")
WRITES = {
    *("save", "create", "update", "delete", "bulk_create", "bulk_update"),
    *("get_or_create", "update_or_create", "raw", "execute"),
}
CLOCKS = {"now", "today", "utcnow", "localdate", "time_ns", "monotonic"}


def _assigned(node: ast.AST) -> list[ast.expr]:
    match node:
        case ast.Assign(targets=targets):
            return targets
        case ast.AugAssign(target=target) | ast.AnnAssign(target=target):
            return [target]
    return []


def test_a_stage_is_written_in_one_place():
    found = [
        where
        for where, node in nodes("reviews", "config", "cli", "publication")
        for target in _assigned(node)
        if isinstance(target, ast.Attribute) and target.attr in ("stage", "stage_since")
    ]
    by_file = {where.partition(":")[0] for where in found}
    # A referral that is sent has stood at its first stage since that day.
    assert by_file == {"reviews/services/steps.py", "reviews/services/referral.py"}
    of_a_referral = [where for where in found if "referral" in where]
    assert len(of_a_referral) == 1


def test_a_stage_is_given_only_to_a_review_that_begins():
    found = {
        where.partition(":")[0]
        for where, node in nodes("reviews")
        if called(node) in WRITES | {"Review"}
        for word in node.keywords
        if word.arg == "stage"
    }
    assert found == {"reviews/services/referral.py"}


def test_rules_and_engines_are_told_what_day_it_is():
    assert [where for where, node in nodes(*ENGINES) if called(node) in CLOCKS] == []


def test_in_reviews_the_time_is_asked_in_one_place():
    found = {
        where.partition(":")[0]
        for where, node in nodes("reviews")
        if isinstance(node, ast.Call)
        and ast.unparse(node.func)
        in ("timezone.now", "timezone.localdate", "timezone.localtime", "localdate", "now", "today")
        and not (ast.unparse(node.func).endswith(("localdate", "localtime")) and node.args)
    }
    assert found == {"reviews/moments.py"}


def test_no_field_sets_its_own_time():
    found = [
        where
        for where, node in nodes("reviews/models", "audit", "publication")
        if isinstance(node, ast.keyword) and node.arg in ("auto_now", "auto_now_add")
    ]
    assert found == []


def test_queries_never_write():
    assert [
        where
        for where, node in nodes("reviews/queries")
        if called(node) in WRITES and isinstance(node.func, ast.Attribute)
    ] == []


def test_pages_open_no_transaction_of_their_own():
    found = {
        where.partition(":")[0]
        for where, node in nodes("reviews/web")
        if isinstance(node, ast.ImportFrom)
        and node.module in ("django.db", "django.db.transaction")
    }
    assert {where for where in found if not where.startswith("reviews/web/forms/")} == set()


def test_no_type_of_review_is_compared_outside_the_types():
    def is_of_type(expression: ast.expr) -> bool:
        text = ast.unparse(expression)
        return text.endswith(("review_type", ".type.key", "kind.key")) or "scr-2010" in text

    found = [
        where
        for where, node in nodes()
        if not where.startswith("domain/review_types/")
        for expression in (
            [node.left, *node.comparators]
            if isinstance(node, ast.Compare)
            else [node.subject]
            if isinstance(node, ast.Match)
            else []
        )
        if is_of_type(expression)
    ]
    assert found == []


def test_a_lock_never_holds_back_who_only_refers_to_the_row():
    # Otherwise two transactions that lock in the same order can still wait for each other: the check of
    # a foreign key waits for the row it refers to.
    found = [
        where
        for where, node in nodes()
        if called(node) == "select_for_update"
        and "no_key" not in {word.arg for word in node.keywords}
    ]
    assert found == []


def test_nothing_that_matters_is_asserted():
    assert [where for where, node in nodes() if isinstance(node, ast.Assert)] == []


def test_a_table_is_read_by_services_behind_the_first_wall():
    """``objects`` of a walled table is followed by ``visible_to``, by making a row, or is on this list."""
    passed = {
        # What is asked of the whole review, whoever asks: counts and names of agencies, never content.
        "_ask": "which agencies have been asked",
    }
    found = []
    for path in python_files("reviews/services"):
        for function in ast.walk(tree(path)):
            if not isinstance(function, ast.FunctionDef) or function.name in passed:
                continue
            for node in ast.walk(function):
                if not (isinstance(node, ast.Attribute) and isinstance(node.value, ast.Attribute)):
                    continue
                if node.value.attr == "objects" and node.attr in (
                    "filter",
                    "get",
                    "all",
                    "exclude",
                ):
                    table = ast.unparse(node.value.value)
                    if table not in ("SentForm", "Partnership", "Person"):
                        found.append(f"{path.relative_to(PACKAGE)}:{node.lineno} {table}")
    assert found == []
