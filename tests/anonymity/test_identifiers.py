"""United Kingdom identifiers, by shape."""

import pytest

from goldenthread.anonymity import Kind, Register, find, label_text, survivors
from goldenthread.anonymity.identifiers import mask, nhs_check, uln_check

NOBODY = Register(())


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("NHS 943 476 5919", [("943 476 5919", Kind.NHS)]),
        ("NHS 943 476 5918 (mistyped)", [("943 476 5918", Kind.NHS)]),
        ("no 9434765919 on file", [("9434765919", Kind.NHS)]),
        ("no 9434765910 on file", [("9434765910", Kind.NUMBER)]),
        ("NI QQ 12 34 56 C", [("QQ 12 34 56 C", Kind.NI)]),
        ("ni ab123456c", [("ab123456c", Kind.NI)]),
        ("lives in LS1 4AB", [("LS1 4AB", Kind.POSTCODE)]),
        ("lives in ls14ab now", [("ls14ab", Kind.POSTCODE)]),
        ("SW1A 1AA and ZZ99 3VZ", [("SW1A 1AA", Kind.POSTCODE), ("ZZ99 3VZ", Kind.POSTCODE)]),
        ("ring 020 7946 0018", [("020 7946 0018", Kind.PHONE)]),
        ("ring +44 (0)1632 960001", [("+44 (0)1632 960001", Kind.PHONE)]),
        ("ring 07700900123", [("07700900123", Kind.PHONE)]),
        ("tel: 555 0142", [("555 0142", Kind.PHONE)]),
        ("j.smythe+x@mail.example", [("j.smythe+x@mail.example", Kind.EMAIL)]),
        ("jan at mail dot example", [("jan at mail dot example", Kind.EMAIL)]),
        ("see www.page.example/a?b=1.", [("www.page.example/a?b=1", Kind.WEB)]),
        ("see facebook.com/some.one", [("facebook.com/some.one", Kind.WEB)]),
        ("posts as @quiet_fox", [("@quiet_fox", Kind.HANDLE)]),
        ("his username is quiet_fox9", [("quiet_fox9", Kind.HANDLE)]),
        ("the car AB12 CDE", [("AB12 CDE", Kind.VEHICLE)]),
        ("reg no ab12cde", [("ab12cde", Kind.VEHICLE)]),
        ("DOB 03/05/11", [("03/05/11", Kind.BIRTH)]),
        ("born on the 3rd of May 2011", [("3rd of May 2011", Kind.BIRTH)]),
        ("3 May 2011 (DOB)", [("3 May 2011", Kind.BIRTH)]),
        ("he died on 2 March 2021", [("2 March 2021", Kind.DEATH)]),
        ("passport 509876543", [("509876543", Kind.PASSPORT)]),
        ("UPN B938765412345", [("B938765412345", Kind.UPN)]),
        ("PNC 11/482913X", [("11/482913X", Kind.PNC)]),
        ("case LS11C00123", [("LS11C00123", Kind.COURT)]),
        ("Re X [2013] EWFC 12", [("[2013] EWFC 12", Kind.COURT)]),
        ("LCS 1048821", [("1048821", Kind.NUMBER)]),
        ("learner 1234567899", [("1234567899", Kind.ULN)]),
        ("Log 1187 of 03/11/21", [("1187 of 03/11/21", Kind.NUMBER)]),
        ("at 14 Larch Close", [("14 Larch Close", Kind.ADDRESS)]),
        ("at 14 larch close", [("14 larch close", Kind.ADDRESS)]),
        ("at 3a The Old Tannery Road", [("3a The Old Tannery Road", Kind.ADDRESS)]),
    ],
)
def test_found_and_masked(text, found):
    spans = find(text, NOBODY)
    assert [(span.text, span.kind) for span in spans] == found
    assert all(span.label == mask(span.kind) for span in spans)
    assert survivors(label_text(text, NOBODY).text, NOBODY) == ()


@pytest.mark.parametrize(
    "text",
    [
        "In 2004 the District Court sat.",
        "On 2/3 May at 14.05 he scored 104.",
        "Seen on the 2nd and 3rd of May 2011.",
        "Working Together 2010, paragraph 8.12, page 210",
        "£1,204,500 over 12 months; version 0.14.0 (2026)",
        "See https://www.gov.uk/guidance and www.legislation.gov.uk/ukpga.",
        "He is 8 years old, in Year 4, at Level 3, and weighs 25.5 kg.",
        "Between 2008-2011 there were 14 referrals (3 closed).",
        "SW1, HV2 and GP 1 met; Child Q was absent.",
        "The 20110503 export was empty.",
    ],
)
def test_left_alone(text):
    assert find(text, NOBODY) == ()


def test_checks_of_numbers():
    assert nhs_check("9434765919")
    assert not nhs_check("9434765918")
    assert uln_check("1234567899")
    assert not uln_check("0234567899")
