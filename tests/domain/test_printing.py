"""Pages printed from the rules: whole, the same every time, and readable as Markdown."""

from goldenthread.domain.duties import NOT_YET, PARTLY, STATEMENTS, Duty
from goldenthread.domain.printing import (
    permissions_page,
    privacy_page,
    process_page,
    states_page,
)
from goldenthread.domain.privacy import Privacy
from goldenthread.domain.review_types import REVIEW_TYPES
from goldenthread.domain.roles import PERMISSION_WORDS, ROLES
from goldenthread.domain.visibility import MATERIAL_WORDS

PAGES = {Duty.P9: ["decision/record", "decision/record", "decision"]}
TESTS = {Duty.P9: ["tests/domain/test_decisions.py::test_b", "tests/domain/test_decisions.py::a"]}


def section(page, heading):
    return page.split(f"## {heading}\n")[1].split("\n## ")[0]


def test_the_process_page_states_all_and_is_honest_about_what_is_not_yet():
    page = process_page(PAGES, TESTS)
    for duty in Duty:
        assert STATEMENTS[duty] in section(page, duty)
        assert ("**Not yet.**" in section(page, duty)) is (duty in NOT_YET)
        assert ("**In part.**" in section(page, duty)) is (duty in PARTLY)
    assert (
        f"{len(Duty) - len(NOT_YET)} of 28 statements are carried out, {len(PARTLY)} of these in part."
        in page
    )


def test_a_statement_lists_its_rules_pages_and_tests_once_and_in_order():
    chair = section(process_page(PAGES, TESTS), "P9")
    assert "- Pages: `decision`, `decision/record`\n" in chair
    assert (
        "- Tests: `tests/domain/test_decisions.py::a`, `tests/domain/test_decisions.py::test_b`\n"
        in chair
    )
    assert "`goldenthread.domain.decisions.may_decide`" in chair
    assert "- Pages: none\n" in section(process_page(PAGES, TESTS), "P10")


def test_the_states_page_holds_every_stage_step_and_arrow():
    page = states_page()
    for kind in REVIEW_TYPES.values():
        for stage in kind.stages:
            owners = " and ".join(kind.called(role) for role in stage.owners) or "nobody"
            assert f"| {stage.name} | {owners} |" in page
        for step in kind.steps:
            assert f"    {step.from_stage} --> {step.to_stage} : {step.label}\n" in page
    assert page.count("-->") - page.count("<!--") == sum(
        len(kind.steps) + 2 for kind in REVIEW_TYPES.values()
    )
    assert (
        "| Put the case to the Committee | Scoping | Judgement | Board business manager |"
        " Every agency has been asked. One that has not answered is named, and passed only with a"
        " reason (P7). | Committee member | P7, P8 |" in page
    )
    assert (
        "| Go back to the agencies | Synthesis | Evidence | Panel chair | Nothing before it. A reason."
        " | Agency author, Overview author | – |" in page
    )


def test_the_permissions_page_holds_every_role_permission_and_material():
    page = permissions_page()
    for words in (*(role.name for role in ROLES.values()), *PERMISSION_WORDS.values()):
        assert f"| {words} |" in page
    matrix = page.split("| Material |")[1].split("\n\n")[0].splitlines()
    assert matrix[0].count("|") == len(ROLES)
    assert {line.split(" | ")[0].removeprefix("| ") for line in matrix[2:]} == set(
        MATERIAL_WORDS.values()
    )
    assert (
        "| Decide whether there is a review | Chair of the Board, Safeguarding partner for" in page
    )


def test_the_privacy_page_lists_every_field_of_every_table_in_order():
    page = privacy_page(
        {
            "Terms": {"subjects": Privacy.CASE, "id": Privacy.OPERATIONAL},
            "Person": {"email": Privacy.ACCOUNT},
        }
    )
    assert page.index("## Person") < page.index("## Terms")
    assert (
        "## Terms\n\n| Field | Class |\n| --- | --- |\n| `id` | operational |\n"
        "| `subjects` | case |\n" in page
    )


def test_every_row_of_a_table_is_as_wide_as_its_heading():
    pages = [process_page({}, {}), states_page(), permissions_page(), privacy_page({})]
    for page in pages:
        width = 0
        for line in page.splitlines():
            if not line.startswith("|"):
                width = 0
                continue
            width = width or line.count("|")
            assert line.count("|") == width, line


def test_pages_are_the_same_every_time_and_end_with_one_line_break():
    for print_page in (lambda: process_page(PAGES, TESTS), states_page, permissions_page):
        page = print_page()
        assert page == print_page()
        assert page.endswith("\n")
        assert not page.endswith("\n\n")
        assert "Do not edit" in page
