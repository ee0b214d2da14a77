"""Every template of both sites uses the parts of pages as they are meant."""

import re
from pathlib import Path

import pytest

import goldenthread

PACKAGE = Path(goldenthread.__file__).parent
COMPONENTS = PACKAGE / "pages" / "templates" / "pages" / "components"
TEMPLATES = sorted(PACKAGE.rglob("templates/**/*.html"))
USE = re.compile(r'\{% component "([a-z_]+)"(.*?)%\}', re.DOTALL)
QUOTED = re.compile(r'"[^"]*"|\'[^\']*\'')
NOT_ALLOWED_BY_THE_POLICY = re.compile(
    r"\sstyle=|<style|\son[a-z]+=|\shx-on|href=[\"']javascript:|<script(?![^>]*\ssrc=)"
)

every_template = pytest.mark.parametrize(
    "path", TEMPLATES, ids=lambda path: str(path.relative_to(PACKAGE))
)


@every_template
def test_a_component_is_given_only_what_it_takes(path):
    unknown = []
    for name, given in USE.findall(path.read_text()):
        takes = set(re.findall(r"[a-z_]+", (COMPONENTS / f"{name}.html").read_text()))
        keys = re.findall(r"([a-z_]+)=", QUOTED.sub("", given))
        unknown += [f"{name}: {key}" for key in keys if key not in takes]
    assert unknown == []


@every_template
def test_a_template_holds_nothing_that_the_content_policy_forbids(path):
    assert NOT_ALLOWED_BY_THE_POLICY.findall(path.read_text()) == []


@every_template
def test_a_form_that_changes_something_carries_its_token(path):
    forms = re.findall(r"<form\b[^>]*method=\"post\".*?</form>", path.read_text(), re.DOTALL)
    assert [form for form in forms if "csrf_token" not in form] == []
