"""A short information report holds some of the sections, and is submitted with those (P12, P27)."""

import pytest
from tests.writing import at_evidence

from goldenthread.domain.contributions import Form
from goldenthread.domain.review_types import REVIEW_TYPES
from goldenthread.reviews.models import Contribution
from goldenthread.reviews.queries import agency_report as queries
from goldenthread.reviews.services import agency_report, panel
from goldenthread.reviews.walls import asking

pytestmark = pytest.mark.django_db


@pytest.mark.duty("P12", "P27")
def test_a_short_report_is_written_and_submitted_in_its_own_sections():
    writing = at_evidence()
    case = writing.case
    with asking(case.bea.pk):
        asked = Contribution.objects.get(review=case.review, agency=case.police)
        panel.change_form(
            asked, form=Form.INFORMATION_REPORT, because="It was called once.", by=case.bea
        )
    with asking(case.ned.pk):
        sections = [one.outline.key for one in queries.draft(case.ned, case.review, case.police)]
        assert sections == ["summary", "good_practice", "lessons"]
        for key in sections:
            agency_report.write_section(
                case.review, case.police, key, text="We went.", version=0, by=case.ned
            )
        submitted = agency_report.submit(case.review, case.police, by=case.ned)
    assert [one["key"] for one in submitted.sections] == sections


def test_sections_of_a_short_report_are_sections_of_the_outline():
    for kind in REVIEW_TYPES.values():
        keys = [section.key for section in kind.agency_report_outline]
        assert set(kind.short_report) <= set(keys)
        assert kind.report_outline(Form.FULL_REPORT) == kind.agency_report_outline
        short = [section.key for section in kind.report_outline(Form.INFORMATION_REPORT)]
        assert short == (list(kind.short_report) or keys)
