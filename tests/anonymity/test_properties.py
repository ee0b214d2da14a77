"""What must be so for every text: labelling goes back, settles, and lets no planted name through."""

import itertools
import string

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.anonymity.scoring import REGISTERS

from goldenthread.anonymity import Decision, find, label_text, restore, survivors

REGISTER = REGISTERS["hartley"]

# Ordinary prose of records, without any name, to plant names in.
SENTENCES = (
    "The visit was planned for the morning.",
    "No concerns were recorded about feeding",
    "Mother was tearful and said she was not coping;",
    "home conditions were poor",
    "The panel asked why the referral was closed.",
    "He will ring back and she may attend.",
    "A mark was seen on her arm.",
    "- Section 47 enquiry agreed",
    "Child Q was at nursery.",
    "Discussed with SW1 and GP 1 (by telephone)",
)
FRAGMENTS = st.one_of(
    st.sampled_from(SENTENCES),
    st.sampled_from([name for person in REGISTER.people for name in person.names]),
    st.sampled_from(["Kayleigh", "HARTLEY", "sarah", "Dr", "Mrs", "K.", "KH", "Will", "May", "Grace"]),
    st.sampled_from(["07700 900123", "OM3 4QT", "03/05/2007", "943 476 5919", "[name removed]"]),
    st.text(alphabet=string.ascii_letters + string.digits + " .,’'-–@#\n\t\u00a0\u00ad\u200bé", max_size=12),
    st.text(max_size=6),
)  # fmt: skip
TEXTS = st.lists(FRAGMENTS, max_size=14).flatmap(
    lambda pieces: st.lists(st.sampled_from([" ", "\n", ", ", "", " – "]), min_size=len(pieces), max_size=len(pieces)).map(
        lambda gaps: "".join(piece + gap for piece, gap in zip(pieces, gaps, strict=True))
    )
)  # fmt: skip

DECORATIONS = (
    "{}", "{}’s", "({})", "“{}”", "{},", "{}:", "*{}*", "_{}_", "{}/", "\t{}\t", "[{}]", "{};", "– {} –",
    "\u00a0{}\u00a0", "{}.", "{}?", "re:{}", "{}\u200b",
)  # fmt: skip


def _spellings(name):
    first, *_, last = name.removeprefix("Dr ").split()
    return (
        f"{first} {last}", f"{first.upper()} {last.upper()}", f"{last}, {first}", f"{last.upper()} {first}",
        f"{first[0]} {last}", f"{first[0]}. {last}", f"{first}\u00a0{last}", f"{first}\n{last}", f"{first}  {last}",
        f"{first} {last}".replace("’", "'"), f"{first}.{last}@mail.example", f"{first[:2]}\u00ad{first[2:]} {last}",
        f"{first}_{last}", f"{last[:3]}-\n{last[3:]}", f"Ms {last}", f"{first} “Bee” {last}",
    )  # fmt: skip


PLANTED = st.sampled_from(
    [
        spelling
        for person in REGISTER.people
        for name in person.names
        for spelling in _spellings(name)
    ]
)


@settings(deadline=None, max_examples=100)
@given(TEXTS)
def test_restore_is_the_exact_inverse(text):
    assert restore(label_text(text, REGISTER)) == text


@settings(deadline=None, max_examples=100)
@given(TEXTS)
def test_labelling_twice_changes_nothing(text):
    labelled = label_text(text, REGISTER).text
    again = label_text(labelled, REGISTER)
    assert (again.text, again.replaced, again.questions) == (labelled, (), ())


@settings(deadline=None, max_examples=80)
@given(TEXTS)
def test_spans_are_in_order_apart_and_say_what_stands_there(text):
    spans = find(text, REGISTER)
    assert all(one.end <= two.start for one, two in itertools.pairwise(spans))
    assert all(text[span.start : span.end] == span.text for span in spans)
    assert all(span.text.strip() for span in spans)


@settings(deadline=None, max_examples=250)
@given(
    st.lists(st.sampled_from(SENTENCES), max_size=3),
    PLANTED,
    st.sampled_from(DECORATIONS),
    st.lists(st.sampled_from(SENTENCES), max_size=3),
)
def test_a_planted_name_is_gone_or_asked_and_the_verifier_sees_it(before, name, decoration, after):
    text = " ".join([*before, "Spoke to", decoration.format(name), *after])
    at = text.index(name)
    over = [span for span in find(text, REGISTER) if span.start < at + len(name) and at < span.end]
    assert over
    keys = {
        person.key for person in REGISTER.people if any(name in _spellings(n) for n in person.names)
    }
    sure = {key for span in over if span.decision is Decision.REPLACE for key in span.candidates}
    assert sure <= keys
    assert any(
        s.offset < at + len(name) and at < s.offset + s.length for s in survivors(text, REGISTER)
    )
    assert survivors(label_text(text, REGISTER).text, REGISTER) == ()
