"""Pages of the documentation that are printed from the rules, so that they cannot disagree with them.

Every function here is pure: the same rules print the same page. ``goldenthread docs`` writes the pages,
and ``make check`` fails when a page in ``docs/`` is not the one that would be printed.
"""

from collections.abc import Iterable, Mapping, Sequence

from goldenthread.domain import (
    actions,
    calendars,
    clocks,
    contributions,
    criteria,
    deadlines,
    decisions,
    extensions,
    independence,
    letters,
    meetings,
    notices,
    panel,
    planning,
    proceedings,
    process,
    readiness,
    referrals,
    release,
    reminders,
    statutory_forms,
    terms,
    together,
    your_part,
)
from goldenthread.domain.duties import NOT_YET, PARTLY, RULES, STATEMENTS, Duty
from goldenthread.domain.privacy import DESCRIPTIONS, Privacy
from goldenthread.domain.process import Stage, Step
from goldenthread.domain.review_types import REVIEW_TYPES
from goldenthread.domain.review_types.kinds import ReviewType
from goldenthread.domain.roles import (
    HELD_WORDS,
    PERMISSION_WORDS,
    ROLES,
    Permission,
    Role,
    roles_with,
)
from goldenthread.domain.visibility import (
    MATERIAL_WORDS,
    OUTSIDERS,
    REACH_WORDS,
    Material,
    Reach,
    reach,
)

RULE_MODULES = (
    actions,
    calendars,
    clocks,
    contributions,
    criteria,
    deadlines,
    decisions,
    extensions,
    independence,
    letters,
    meetings,
    notices,
    panel,
    planning,
    proceedings,
    process,
    readiness,
    referrals,
    release,
    reminders,
    statutory_forms,
    terms,
    together,
    your_part,
)
"""The modules that mark the duties they carry out; imported here so that all of them have."""

_PRINTED = (
    "<!-- Printed from the code by `make docs`. Do not edit: change the rule, then print again. -->"
)


def process_page(pages: Mapping[Duty, Sequence[str]], tests: Mapping[Duty, Sequence[str]]) -> str:
    """``docs/process.md``: each statement with the rules, pages and tests that carry it out, or what is not yet.

    ``pages`` names for each duty the pages that serve it, ``tests`` the tests that prove it.
    """
    carried = [duty for duty in Duty if duty not in NOT_YET]
    lines = [
        "# The process, statement by statement",
        "",
        _PRINTED,
        "",
        "What must be true of a review, in numbered statements; and for each the rules that hold it, the pages on",
        "which people meet it, and the tests that prove it. A statement that is not carried out yet says so.",
        "",
        f"{len(carried)} of {len(Duty)} statements are carried out, {len(PARTLY)} of these in part.",
    ]
    for duty in Duty:
        lines += ["", f"## {duty}", "", STATEMENTS[duty], ""]
        if duty in NOT_YET:
            lines += [f"**Not yet.** {NOT_YET[duty]}"]
            continue
        lines += _named("Rules", RULES[duty])
        lines += _named("Pages", pages.get(duty, ()))
        lines += _named("Tests", tests.get(duty, ()))
        if duty in PARTLY:
            lines += ["", f"**In part.** {PARTLY[duty]}"]
    return _page(lines)


def _named(title: str, names: Iterable[str]) -> list[str]:
    listed = ", ".join(f"`{name}`" for name in sorted(set(names)))
    return [f"- {title}: {listed or 'none'}"]


def states_page() -> str:
    """``docs/states.md``: for each review type its stages, the steps between them, and a picture of both."""
    lines = [
        "# Stages and steps",
        "",
        _PRINTED,
        "",
        "A review has one stage at a time, and in each it is somebody’s turn. It moves only by a step. A step is taken",
        "by whoever holds its permission, when nothing that blocks it is missing; a step that is taken although something",
        "that only warns is missing keeps the reason, and so does every step back.",
    ]
    for review_type in REVIEW_TYPES.values():
        lines += ["", f"## {review_type.name}", "", f"{review_type.guidance}.", ""]
        lines += _stages(review_type)
        lines += ["", "### Steps", "", *_steps(review_type)]
        lines += ["", "### Picture", "", *_diagram(review_type)]
    return _page(lines)


def _stages(review_type: ReviewType) -> list[str]:
    rows = [
        (
            str(number),
            stage.name,
            " and ".join(review_type.called(role) for role in stage.owners) or "nobody",
            stage.turn,
        )
        for number, stage in enumerate(review_type.stages, start=1)
    ]
    return ["### Stages", "", *_table(("", "Stage", "Whose turn", "What they do"), rows)]


def _steps(review_type: ReviewType) -> list[str]:
    rows = [
        (
            step.label,
            _stage_name(review_type, step.from_stage),
            _stage_name(review_type, step.to_stage),
            ", ".join(review_type.takers(step.permission)) or "–",
            _guard_words(step),
            ", ".join(review_type.called(role) for role in step.told) or "–",
            ", ".join(step.duties) or "–",
        )
        for step in review_type.steps
    ]
    headings = ("Step", "From", "To", "Taken by", "Needs", "Told", "Duties")
    return _table(headings, rows)


def _guard_words(step: Step) -> str:
    # The docstring of a guard is the rule in words; printing it keeps the two one.
    words = " ".join((step.guard.__doc__ or "").split()).replace("'", "’")
    needs = "Nothing before it." if step.guard is readiness.nothing else words
    return f"{needs} A reason." if step.needs_reason else needs


def _diagram(review_type: ReviewType) -> list[str]:
    lines = ["```mermaid", "stateDiagram-v2", f"    [*] --> {review_type.stages[0].stage.value}"]
    lines += [f"    {stage.stage.value} : {stage.name}" for stage in review_type.stages]
    lines += [
        f"    {step.from_stage.value} --> {step.to_stage.value} : {step.label}"
        for step in review_type.steps
    ]
    lines += [
        f"    {stage.stage.value} --> [*]" for stage in review_type.stages if stage.owner is None
    ]
    return [*lines, "```"]


def _stage_name(review_type: ReviewType, stage: Stage) -> str:
    return review_type.stage(stage).name


def permissions_page() -> str:
    """``docs/permissions.md``: who holds which role, what each may do, and what each sees."""
    lines = [
        "# Who may do what, and who sees what",
        "",
        _PRINTED,
        "",
        "Somebody without a part in a review does not learn that there is one. A person with several parts may do, and",
        "sees, what they allow together. A part ends the moment its post or membership ends. Whoever looks after the",
        "system has no part by that, and sees no case.",
        "",
        "## Roles",
        "",
        *_table(
            ("Role", "What it is for", "How it is held"),
            [(words.name, words.purpose, HELD_WORDS[words.held]) for words in ROLES.values()],
        ),
        "",
        "## What each may do",
        "",
        *_table(
            ("Permission", "Carried by"),
            [
                (PERMISSION_WORDS[permission], _names(roles_with(permission)))
                for permission in Permission
            ],
        ),
        "",
        "## What each sees",
        "",
        "How to read the table:",
        "",
        *(f"- **{REACH_WORDS[how_far]}**: {_REACH_READS[how_far]}" for how_far in Reach),
        "",
        "“Own” is what the person’s own agency wrote. An agency submits; nothing else shares its material with the panel.",
        "",
        *_table(
            ("Material", *(words.name for words in ROLES.values())),
            [_sight(material) for material in Material],
        ),
        "",
        "## Who has no part, and how they learn what they may",
        "",
        *_table(("Who", "How"), list(OUTSIDERS.values())),
    ]
    return _page(lines)


_REACH_READS: dict[Reach, str] = {
    Reach.NONE: "never.",
    Reach.OWN: "what the own agency wrote, submitted or not; never another agency’s.",
    Reach.OWN_THEN_SHARED: "the own agency’s; and what others have submitted, from the moment the own agency has "
    "submitted its own.",
    Reach.SHARED: "what has been submitted; never a draft, not even of the person’s own agency.",
    Reach.ALL: "all of it.",
}


def _sight(material: Material) -> tuple[str, ...]:
    return (MATERIAL_WORDS[material], *(REACH_WORDS[reach(role, material)] for role in ROLES))


def privacy_page(fields: Mapping[str, Mapping[str, Privacy]]) -> str:
    """``docs/privacy.md``: the classes of information, and the class of every field of every table."""
    lines = [
        "# What is stored, and how private it is",
        "",
        _PRINTED,
        "",
        "Every field of every table is in exactly one class. Fields of the last two classes are behind both walls;",
        "those of the last are sealed as well.",
        "",
        *_table(
            ("Class", "What it holds"),
            [(privacy.value, DESCRIPTIONS[privacy]) for privacy in Privacy],
        ),
    ]
    for table in sorted(fields):
        lines += [
            "",
            f"## {table}",
            "",
            *_table(
                ("Field", "Class"),
                [(f"`{name}`", privacy.value) for name, privacy in sorted(fields[table].items())],
            ),
        ]
    return _page(lines)


def _names(roles: Iterable[Role]) -> str:
    return ", ".join(ROLES[role].name for role in roles) or "–"


def _table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    cells = [headings, ["---"] * len(headings), *rows]
    return [f"| {' | '.join(cell.replace('|', '&#124;') for cell in row)} |" for row in cells]


def _page(lines: Iterable[str]) -> str:
    return "\n".join(lines) + "\n"
