"""The twelve walls of who must not see what, each a scene in the demo that a hole would spoil.

A wall is tried in three ways: by the pages, as the person’s browser gets them; by the first wall alone
(asked where the second does not hold); and by the database alone (every row is asked for).
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from html import unescape

import pytest
from django.db import connections
from django.test import Client
from django.urls import reverse
from tests.addresses import BACKEND, Examples, in_a_review

from goldenthread.accounts import access
from goldenthread.accounts import services as accounts
from goldenthread.accounts.models import Agency, Contact, Person, Post
from goldenthread.audit.models import Record
from goldenthread.domain.people import MANAGERS
from goldenthread.domain.privacy import Privacy
from goldenthread.domain.process import Stage
from goldenthread.domain.questionnaires.questions import Kind, rows_of
from goldenthread.domain.roles import Role
from goldenthread.domain.visibility import Material, Reach, reach
from goldenthread.publication.models import PublishedReport
from goldenthread.reviews.demo.story import southmere
from goldenthread.reviews.demo.story.accounts import accounts_for
from goldenthread.reviews.demo.story.people import PEOPLE
from goldenthread.reviews.jobs.chronology import read_as
from goldenthread.reviews.jobs.reminders import climb_for
from goldenthread.reviews.models import (
    WALLED,
    Contribution,
    Disclosure,
    Entry,
    Involvement,
    Judgement,
    Membership,
    OverviewSection,
    RegisteredPerson,
    ReportSection,
    ReportVerdict,
    Review,
    SourceFile,
    SubmittedReport,
    Terms,
    TermsShared,
    Visit,
)
from goldenthread.reviews.models.walled import walled_table
from goldenthread.reviews.printing import privacy_by_table
from goldenthread.reviews.queries import referral as referrals
from goldenthread.reviews.queries import register as registers
from goldenthread.reviews.services import chronology, panel
from goldenthread.reviews.walls import asking

pytestmark = [
    pytest.mark.django_db(databases=["default", "unwalled"]),
    pytest.mark.usefixtures("demo"),
    pytest.mark.xdist_group("demo"),
]

OF_AGENCIES = (Role.AGENCY_CONTACT, Role.SENIOR_OFFICER, Role.AGENCY_AUTHOR)
WHAT_THE_PANEL_MAKES = {
    Material.JUDGEMENT,
    Material.OVERVIEW,
    Material.RELEASE,
    Material.COMMITTEE_MEETING,
    Material.PANEL_MEETING,
    Material.BOARD_MEETING,
}
TODAY = date(2012, 6, 1)


# ---------------------------------------------------------------- who is there, and what they see


def somebody(role: Role, agency: str = "") -> Person:
    """Whoever plays this part in the long case."""
    return Person.objects.get(email=accounts_for(role, agency=agency)[0].email)


@pytest.fixture
def manager() -> Person:
    return somebody(Role.BUSINESS_MANAGER)


@pytest.fixture
def stranger() -> Person:
    return Person.objects.create(email="zoe@elsewhere.example", name="Zoe Outermark")


@pytest.fixture
def long(manager: Person) -> Review:
    with asking(manager.pk):
        return Review.objects.get(reference="NM-2011-01")


@pytest.fixture
def in_evidence(manager: Person) -> Review:
    with asking(manager.pk):
        return Review.objects.get(stage=Stage.EVIDENCE.value, partnership__prefix="NM")


def seen(person: Person, model: type, review: Review, **where: object) -> set[int]:
    """The rows that reach this person, by either wall alone; that they agree is a test of its own."""
    of = {"pk" if walled_table(model).review_column == "id" else "review_id": review.pk, **where}
    first = model.objects.using("unwalled").visible_to(person).filter(**of)
    with asking(person.pk):
        second = set(model.objects.filter(**of).values_list("pk", flat=True))
    return set(first.values_list("pk", flat=True)) | second


def seen_now(person: Person, manager: Person, model: type, review: Review) -> set[int]:
    """The same in the middle of a scene, which another connection does not see.

    The first wall is then asked behind the second one of somebody who sees every row of these tables.
    """
    of = {"pk" if walled_table(model).review_column == "id" else "review_id": review.pk}
    with asking(manager.pk):
        first = set(model.objects.visible_to(person).filter(**of).values_list("pk", flat=True))
    with asking(person.pk):
        return first | set(model.objects.filter(**of).values_list("pk", flat=True))


def all_of(model: type, review: Review, **where: object) -> set[int]:
    """The rows there are, whoever may see them."""
    of = "pk" if walled_table(model).review_column == "id" else "review_id"
    rows = model.objects.using("unwalled").filter(**{of: review.pk}, **where)
    return set(rows.values_list("pk", flat=True))


def tables_of(*materials: Material) -> list[type]:
    """The tables that hold nothing but material of these kinds."""
    return [
        model
        for model in WALLED
        if set((getattr(model, "materials", None) or {"": model.material}).values())
        <= set(materials)
    ]


def signed_in(person: Person) -> Client:
    client = Client()
    client.force_login(person, backend=BACKEND)
    return client


def status(client: Client, name: str, review: Review, **words: object) -> int:
    at = reverse(name, kwargs={"reference": review.reference, **words})
    return client.get(at).status_code


def pages(client: Client, review: Review, manager: Person, but: Iterable[str] = ()) -> Iterator:
    """Each page of the review that opens for whoever is signed in, with its route, as text."""
    examples = Examples(review, manager)
    for route in ("", "reviews/", *in_a_review()):
        part = route.removeprefix("reviews/<str:reference>/")
        if any(part.startswith(left_out) for left_out in but):
            continue
        answer = client.get(examples.address(route) if route else "/")
        if answer.status_code == 200 and answer["Content-Type"].startswith("text/html"):
            yield route, answer.content.decode()


def openings(texts: Iterable[str]) -> list[str]:
    """A few words from the beginning of each text, by which it is found again wherever it is shown."""
    plain = (re.split(r"[’“”&<>\"'*\n]", text.lstrip("#* "))[0][:40].strip() for text in texts)
    return [words for words in plain if len(words) > 20]


# ---------------------------------------------------------------- wall 1


def test_wall_1_no_agency_sees_another_s_report_at_any_time(long, manager):
    police = Agency.objects.get(key="police")
    for role in OF_AGENCIES:
        person = somebody(role, "police")
        for model in (ReportSection, SubmittedReport, ReportVerdict, SourceFile):
            theirs = all_of(model, long) - all_of(model, long, agency=police)
            assert theirs
            assert seen(person, model, long) & theirs == set(), (role, model)
    author = signed_in(somebody(Role.AGENCY_AUTHOR, "police"))
    assert status(author, "agency_report", long, agency_key="police") == 200
    assert status(author, "agency_report", long, agency_key="housing") in (403, 404)
    written = ReportSection.objects.using("unwalled").filter(review=long).exclude(agency=police)
    words = openings(written.values_list("text", flat=True))
    assert len(words) > 20
    for route, page in pages(author, long, manager):
        assert [leak for leak in words if leak in page] == [], route


def test_wall_1_other_chronologies_only_once_one_s_own_is_submitted(long, manager):
    police = Agency.objects.get(key="police")
    author = somebody(Role.AGENCY_AUTHOR, "police")
    own, every = all_of(Entry, long, agency=police), all_of(Entry, long)
    theirs = Entry.objects.using("unwalled").filter(review=long).exclude(agency=police)
    words = openings(theirs.values_list("event", flat=True)[:300])
    assert own
    assert own < every
    assert len(words) > 100
    asked = Contribution.objects.filter(review=long, agency=police)
    with asking(manager.pk):
        submitted_at = asked.get().chronology_submitted_at
        assert asked.update(chronology_submitted_at=None) == 1
    with asking(author.pk):
        assert set(Entry.objects.filter(review=long).values_list("pk", flat=True)) == own
        found = Entry.objects.visible_to(author).filter(review=long)
        assert set(found.values_list("pk", flat=True)) == own
    for route, page in pages(signed_in(author), long, manager):
        assert [leak for leak in words if leak in page] == [], route
    with asking(manager.pk):
        asked.update(chronology_submitted_at=submitted_at)
    assert seen(author, Entry, long) == every
    page = signed_in(author).get(reverse("chronology", kwargs={"reference": long.reference}))
    assert any(known in page.content.decode() for known in words)


def test_wall_1_the_first_wall_alone_keeps_chronologies_apart(long):
    police = Agency.objects.get(key="police")
    author = somebody(Role.AGENCY_AUTHOR, "police")
    there = Contribution.objects.using("unwalled").filter(review=long, agency=police)
    assert there.update(chronology_submitted_at=None) == 1
    found = Entry.objects.using("unwalled").visible_to(author).filter(review=long)
    assert set(found.values_list("agency", flat=True)) == {police.pk}


# ---------------------------------------------------------------- wall 2


@pytest.mark.parametrize("role", Role)
def test_wall_2_an_interview_is_its_author_s_and_that_agency_s_alone(role):
    of_author = Reach.OWN if role is Role.AGENCY_AUTHOR else Reach.NONE
    assert reach(role, Material.INTERVIEW_NOTES) is of_author
    assert reach(role, Material.INTERVIEW_RECORD) is of_author
    inside = role in (Role.AGENCY_AUTHOR, Role.SENIOR_OFFICER)
    assert reach(role, Material.BREACH) is (Reach.OWN if inside else Reach.NONE)


def test_wall_2_has_no_table_yet_that_could_leak():
    held = tables_of(Material.INTERVIEW_NOTES, Material.INTERVIEW_RECORD, Material.BREACH)
    assert held == [], (
        "These tables now hold what was said in interviews. Write their scene here: the page, the query and"
        " the database, for another agency, the panel, the overview author and the author’s senior officer."
    )


# ---------------------------------------------------------------- wall 3


@pytest.mark.parametrize("role", OF_AGENCIES)
def test_wall_3_agencies_see_nothing_of_what_the_panel_makes_of_the_evidence(
    long, in_evidence, manager, role
):
    tables = tables_of(*WHAT_THE_PANEL_MAKES)
    assert {Judgement, OverviewSection} < set(tables)
    agency = Agency.objects.get(key="police")
    person = somebody(role, "police")
    client = signed_in(person)
    for review in (long, in_evidence):
        for model in tables:
            assert seen(person, model, review) == set(), (review.reference, model)
        others = all_of(ReportVerdict, review) - all_of(ReportVerdict, review, agency=agency)
        assert seen(person, ReportVerdict, review) & others == set()
        for page in ("judgement", "overview", "release", "meetings", "decision_log"):
            assert status(client, page, review) == 403, page
    assert all(all_of(model, long) for model in (Judgement, OverviewSection, ReportVerdict))


@pytest.mark.parametrize("role", OF_AGENCIES)
def test_wall_3_no_page_of_an_agency_repeats_what_the_panel_wrote(long, manager, role):
    there = {"review": long}
    judged = Judgement.objects.using("unwalled").filter(**there).values_list("reasons", "dissent")
    report = OverviewSection.objects.using("unwalled").filter(**there)
    words = openings(
        [*(text for row in judged for text in row), *report.values_list("text", flat=True)]
    )
    assert len(words) > 8
    for route, page in pages(signed_in(somebody(role, "police")), long, manager):
        assert [leak for leak in words if leak in page] == [], route


def test_wall_3_the_panel_sees_no_agency_s_draft(long):
    assert all_of(ReportSection, long)
    assert all_of(SourceFile, long)
    there = Entry.objects.using("unwalled").filter(review=long, agency__key="police")
    assert there.update(shared=False) > 10
    drafts = set(there.values_list("pk", flat=True))
    for role in (Role.PANEL_CHAIR, Role.OVERVIEW_AUTHOR, Role.BUSINESS_MANAGER, Role.BOARD_CHAIR):
        person = somebody(role)
        assert seen(person, ReportSection, long) == set(), role
        assert seen(person, SourceFile, long) == set(), role
        first = Entry.objects.using("unwalled").visible_to(person).filter(review=long)
        assert set(first.values_list("pk", flat=True)) & drafts == set(), role


# ---------------------------------------------------------------- walls 4, 8, 9 and 10


@pytest.mark.parametrize(
    ("title", "agency"),
    [
        ("Senior investigating officer", "police"),
        ("Disciplinary investigator", "childrens-social-care"),
        ("Inspector of children’s services", ""),
        ("Councillor", ""),
        ("Aunt of the child", ""),
    ],
)
def test_walls_4_8_9_and_10_whoever_has_no_part_finds_no_review_anywhere(
    long, in_evidence, manager, title, agency
):
    person = Person.objects.create(
        email="outside@elsewhere.example",
        name="Una Withoutpart",
        job_title=title,
        employer=Agency.objects.filter(key=agency).first(),
    )
    client = signed_in(person)
    for review in (long, in_evidence):
        examples = Examples(review, manager)
        for route in in_a_review():
            assert client.get(examples.address(route)).status_code == 404, route
    for place in ("my_work", "reviews", "refer"):
        page = client.get(reverse(place)).content.decode()
        assert long.reference not in page
        assert long.label not in page.partition("<main")[2]
    with asking(person.pk):
        key = access.make_calendar_key(person)
    feed = client.get(reverse("calendar", kwargs={"key": key})).content.decode()
    assert "VCALENDAR" in feed
    assert "VEVENT" not in feed
    assert [row for model in WALLED for row in seen_now(person, person, model, long)] == []


@pytest.mark.parametrize("model", WALLED, ids=lambda model: model.__name__)
def test_walls_4_8_9_and_10_neither_wall_lets_a_row_through_to_a_stranger(model, stranger):
    assert model.objects.using("unwalled").exists()
    assert not model.objects.using("unwalled").visible_to(stranger).exists()
    with asking(stranger.pk):
        assert not model.objects.exists()


def test_wall_8_what_is_disclosed_is_seen_by_those_who_keep_the_schedule(long):
    every = all_of(Disclosure, long)
    assert every
    keepers = (Role.BUSINESS_MANAGER, Role.BOARD_CHAIR, Role.PANEL_CHAIR)
    for role in keepers:
        assert seen(somebody(role), Disclosure, long) == every
        assert status(signed_in(somebody(role)), "disclosure", long) == 200
    others = [somebody(role, "police") for role in (Role.AGENCY_AUTHOR, Role.PANEL_MEMBER)]
    others += [somebody(role) for role in (Role.OVERVIEW_AUTHOR, Role.COMMITTEE_MEMBER)]
    for person in (*others, somebody(Role.AGENCY_CONTACT, "police")):
        assert seen(person, Disclosure, long) == set(), person
        assert status(signed_in(person), "disclosure", long) == 403, person
    for document in Disclosure.objects.using("unwalled").filter(review=long).exclude(agency=None):
        officer = somebody(Role.SENIOR_OFFICER, document.agency.key)
        own = all_of(Disclosure, long, agency=document.agency_id)
        assert seen(officer, Disclosure, long) == own


# ---------------------------------------------------------------- wall 5


def test_wall_5_an_interviewee_sees_the_terms_and_not_who_else_takes_part(long, manager, stranger):
    with asking(manager.pk):
        own = Membership.objects.create(
            review=long,
            person=stranger,
            role=Role.INTERVIEWEE.value,
            agency=Agency.objects.get(key="police"),
            joined_on=TODAY,
        )
    assert seen_now(stranger, manager, Terms, long) == all_of(Terms, long) != set()
    assert seen_now(stranger, manager, Membership, long) == {own.pk}
    assert all_of(TermsShared, long)
    for model in WALLED:
        if model not in (Terms, Membership):
            assert seen_now(stranger, manager, model, long) == set(), model
    names = set(Membership.objects.using("unwalled").values_list("person__name", flat=True))
    client = signed_in(stranger)
    for route, page in pages(client, long, manager):
        assert [name for name in names if name in page] == [], route
    for page in ("panel", "chronology", "agency_reports", "activity", "scoping"):
        assert status(client, page, long) in (403, 404), page


# ---------------------------------------------------------------- wall 6


NAMES_AS_WRITTEN = ("chronology/", "agency-reports/", "overview/")
"""Where what agencies and authors wrote is shown as they wrote it, names and all: labels are put in their
place at publication. These pages are left out here until labels are shown to whoever has no key."""


def written_forms() -> list[re.Pattern[str]]:
    forms = {form for one in PEOPLE for form in one.written_forms}
    return [re.compile(rf"(?<![\w-]){re.escape(form)}(?![\w-])") for form in sorted(forms)]


def named_in(page: str, *, but: Iterable[str] = ()) -> list[str]:
    """Who in the case is named on the page, leaving out its markup and these texts."""
    text = unescape(re.sub(r"<(script|style|svg)\b.*?</\1>|<[^>]*>", " ", page, flags=re.S))
    for left_out in sorted(but, key=len, reverse=True):
        text = text.replace(left_out, " ")
    return [found.group() for form in written_forms() if (found := form.search(text))]


def not_of_the_case() -> set[str]:
    """What looks like a name of the case and is none: streets, and whoever works on it."""
    people = {*Person.objects.values_list("name", flat=True)}
    people |= {*Contact.objects.values_list("name", flat=True)}
    return people | {words for one in PEOPLE for words in one.never}


def told_in_scoping(review: Review) -> set[str]:
    """What agencies answered in their own words, names and all; names have a place of their own beside it."""
    fields = ("summary", "service", "concerns", "action_taken", "others_involved", "proceedings")
    rows = Involvement.objects.using("unwalled").filter(review=review).values_list(*fields)
    return {text for row in rows for text in row if text}


def told_in_referral(review: Review, manager: Person) -> set[str]:
    """What the referrer told in the long answers: names and all, where the form does not ask for names."""
    with asking(manager.pk):
        referral = referrals.referral_of(manager, review)
        form, answers = referrals.form_of(referral), referrals.answers_of(referral)
    asked = [question for section in form.sections for question in section.questions]
    told = [one for one in asked if one.kind is Kind.LONG_TEXT and not one.identifies]
    paragraphs = (line.strip() for one in told for line in answers.get(one.key, "").splitlines())
    events = {row.get("event", "") for row in rows_of(answers.get("key_dates", ""))}
    return {line for line in (*paragraphs, *events) if line}


def test_wall_6_who_is_who_is_read_by_its_keepers_alone(long):
    every = all_of(RegisteredPerson, long)
    keepers = {Role.BUSINESS_MANAGER, Role.BOARD_CHAIR, Role.PANEL_CHAIR, Role.OVERVIEW_AUTHOR}
    for role in keepers:
        assert seen(somebody(role), RegisteredPerson, long) == every
        assert status(signed_in(somebody(role)), "register", long) == 200
    for person in (
        somebody(Role.PANEL_MEMBER, "police"),
        somebody(Role.COMMITTEE_MEMBER),
        somebody(Role.AGENCY_CONTACT, "police"),
        somebody(Role.REFERRER),
    ):
        assert seen(person, RegisteredPerson, long) == set(), person
        assert status(signed_in(person), "register", long) == 403, person
    own = all_of(RegisteredPerson, long, agency__key="police")
    for role in (Role.AGENCY_AUTHOR, Role.SENIOR_OFFICER):
        assert seen(somebody(role, "police"), RegisteredPerson, long) == own != set()


def test_wall_6_this_test_would_find_a_name(long, manager):
    keeper = signed_in(manager)
    page = keeper.get(reverse("register", kwargs={"reference": long.reference}))
    assert len(named_in(page.content.decode())) > 50


@pytest.mark.parametrize(
    ("role", "agency"),
    [
        (Role.PANEL_MEMBER, "police"),
        (Role.PANEL_MEMBER, "community-health"),
        (Role.COMMITTEE_MEMBER, ""),
        (Role.AGENCY_CONTACT, "housing"),
    ],
)
def test_wall_6_no_page_names_anybody_to_whoever_has_no_key(long, manager, role, agency):
    client = signed_in(somebody(role, agency))
    # An agency that was asked about people by name is shown whom it was asked about: its own page.
    own = ("scoping/<slug:agency_key>/",) if role is Role.AGENCY_CONTACT else ()
    known = not_of_the_case() | told_in_scoping(long) | told_in_referral(long, manager)
    named = {
        route: found
        for route, page in pages(client, long, manager, but=(*NAMES_AS_WRITTEN, *own))
        if (found := named_in(page, but=known))
    }
    assert named == {}, "\n".join(f"{route}: {found}" for route, found in named.items())


def test_wall_6_what_is_published_names_nobody():
    published = PublishedReport.objects.all()
    assert published
    for report in published:
        for section in (*report.sections, *report.summary):
            assert named_in(section["text"], but=not_of_the_case()) == [], (
                report.slug,
                section["key"],
            )


# ---------------------------------------------------------------- wall 7


OF_THE_CASE = [model for model in WALLED if model not in (Membership, TermsShared, Visit)]
"""Every table but those in which a row is the person's own: that they were here, and when they looked."""


def test_wall_7_whoever_has_not_declared_sees_nothing_until_they_have(in_evidence, manager):
    police = Agency.objects.get(key="police")
    member = Person.objects.create(
        email="new@police.northmere.example", name="Una Newcome", employer=police
    )
    client = signed_in(member)
    with asking(manager.pk):
        for before in Membership.objects.filter(
            review=in_evidence, agency=police, role=Role.PANEL_MEMBER.value, left_on=None
        ):
            panel.leave(before, why="changed_post", by=manager)
        part = panel.appoint_undeclared(
            in_evidence, member, Role.PANEL_MEMBER, agency=police, by=manager
        )
    examples = Examples(in_evidence, manager)
    for route in in_a_review():
        assert client.get(examples.address(route)).status_code == 404, route
    assert in_evidence.reference not in client.get("/reviews/").content.decode()
    for model in OF_THE_CASE:
        assert seen_now(member, manager, model, in_evidence) == set(), model
    assert seen_now(member, manager, Membership, in_evidence) == {part.pk}
    with asking(manager.pk):
        panel.declare(
            part,
            declaration="I have no interest to declare.",
            involved_in_case=False,
            managed_those_involved=False,
            by=manager,
        )
    assert status(client, "review_home", in_evidence) == 200
    assert status(client, "judgement", in_evidence) == 200
    assert seen_now(member, manager, Judgement, in_evidence) == all_of(Judgement, in_evidence)
    assert seen_now(member, manager, Membership, in_evidence) > {part.pk}


# ---------------------------------------------------------------- wall 11


def test_wall_11_who_looks_after_another_board_s_people_sees_none_of_this_one_s_cases(
    long, in_evidence, manager
):
    told = next(one for one in southmere.ACCOUNTS if one.role in MANAGERS)
    other = Person.objects.get(email=told.email)
    client = signed_in(other)
    assert client.get(reverse("people", kwargs={"prefix": "SM"})).status_code == 200
    for review in (long, in_evidence):
        examples = Examples(review, manager)
        for route in in_a_review():
            assert client.get(examples.address(route)).status_code == 404, route
        for model in WALLED:
            assert seen(other, model, review) == set(), model
    assert long.reference not in client.get("/reviews/").content.decode()


def known_names() -> list[str]:
    """Every name of somebody in the long case that is long enough to be nothing else."""
    forms = {form for one in PEOPLE for form in (*one.names, *one.aliases)}
    return sorted(form for form in forms if len(form) > 6)


def columns(*classes: Privacy) -> list[tuple[str, str]]:
    """The columns of these classes of information, by table, as the database names them."""
    with connections["unwalled"].cursor() as cursor:
        cursor.execute("SELECT table_name, column_name FROM information_schema.columns")
        there = set(cursor.fetchall())
    fields = [
        (table, name if (table, name) in there else f"{name}_id")
        for table, row in privacy_by_table().items()
        for name, found in row.items()
        if found in classes
    ]
    assert set(fields) <= there
    return fields


def bytes_in(table: str, column: str) -> bytes:
    """All that a column holds, as somebody reads it who has the database and not the keys."""
    with connections["unwalled"].cursor() as cursor:
        cursor.execute(f'SELECT "{column}" FROM "{table}" WHERE "{column}" IS NOT NULL')
        rows = [row[0] for row in cursor.fetchall()]
    raw = (
        bytes(one) if isinstance(one, (bytes, memoryview)) else str(one).encode() for one in rows
    )
    return b"\n".join(raw)


def test_wall_11_sealed_columns_hold_no_name_that_can_be_read(long, manager):
    forms = [
        form.encode(code) for form in known_names() for code in ("utf-8", "utf-16-le", "utf-16-be")
    ]
    written = bytes_in("reviews_entry", "event")
    assert sum(form in written for form in forms) > 20, (
        "this test would find a name where there is one"
    )
    sealed = columns(Privacy.IDENTITY)
    assert ("reviews_registeredperson", "sealed_names") in sealed
    for table, column in sealed:
        held = bytes_in(table, column)
        assert len(held) > 0, f"{table}.{column} is empty: the demo must fill it"
        if column == "name":
            continue  # what an agency calls its file
        assert [form for form in forms if form in held] == [], (table, column)
    with asking(manager.pk):
        opened = {name for one in registers.registered(manager, long) for name in one.names}
    assert {name for one in PEOPLE for name in one.names} <= opened


def test_wall_11_what_is_kept_in_the_open_about_the_work_names_nobody():
    names = [form.encode() for form in known_names()]
    for table, column in columns(Privacy.OPERATIONAL, Privacy.PUBLIC, Privacy.ACCOUNT):
        assert [name for name in names if name in bytes_in(table, column)] == [], (table, column)
    for table in ("procrastinate_jobs", "django_session", "reviews_sentform"):
        with connections["unwalled"].cursor() as cursor:
            cursor.execute(f"SELECT row::text FROM {table} row")
            kept = "\n".join(row[0] for row in cursor.fetchall())
        assert [name for name in known_names() if name in kept] == [], table


def test_wall_11_the_trail_says_who_did_what_and_nothing_of_what_it_said(long):
    trail = Record.objects.using("unwalled").filter(review_id=long.pk)
    assert trail.count() > 100
    word = re.compile(r"[a-z0-9_.:-]{0,60}", re.ASCII)
    for verb, subject, fields in trail.values_list("verb", "subject", "fields"):
        for said in (verb, subject, *fields):
            assert word.fullmatch(said), (verb, said)


# ---------------------------------------------------------------- wall 12


def assert_gone(
    client: Client, person: Person, manager: Person, review: Review, answer: int
) -> None:
    """Nothing of the review reaches them from the very next request on."""
    examples = Examples(review, manager)
    for route in in_a_review():
        assert client.get(examples.address(route)).status_code == answer, route
    for model in OF_THE_CASE:
        assert seen_now(person, manager, model, review) == set(), model


def a_member(review: Review, role: Role) -> Membership:
    """An open membership of somebody whose only part this is."""
    for one in Membership.objects.using("unwalled").filter(
        review=review, role=role.value, left_on=None
    ):
        parts = Membership.objects.using("unwalled").filter(review=review, person=one.person_id)
        if parts.count() == 1 and not Post.objects.filter(person=one.person_id).exists():
            return one
    raise AssertionError(f"nobody is only {role} here")


@pytest.mark.parametrize("role", [Role.PANEL_MEMBER, Role.AGENCY_AUTHOR, Role.OVERVIEW_AUTHOR])
def test_wall_12_whoever_leaves_the_panel_is_told_there_is_nothing(in_evidence, manager, role):
    there = a_member(in_evidence, role)
    person = Person.objects.get(pk=there.person_id)
    client = signed_in(person)
    assert status(client, "panel", in_evidence) == 200
    with asking(manager.pk):
        part = Membership.objects.get(pk=there.pk)
        panel.leave(part, why="changed_post", by=manager)
    assert_gone(client, person, manager, in_evidence, 404)
    with asking(manager.pk):
        kept = Record.objects.filter(review_id=in_evidence.pk, person_id=person.pk)
        assert kept.exists(), "what they did and saw stays in the trail"


@pytest.mark.parametrize("role", [Role.SENIOR_OFFICER, Role.COMMITTEE_MEMBER])
def test_wall_12_whoever_leaves_a_post_is_told_there_is_nothing(in_evidence, manager, role):
    person = somebody(role, "police" if role is Role.SENIOR_OFFICER else "")
    client = signed_in(person)
    assert status(client, "panel", in_evidence) == 200
    with asking(manager.pk):
        for post in Post.objects.filter(person=person, ended_on=None):
            accounts.end_post(post, ended_on=TODAY, by=manager)
        Membership.objects.filter(person=person, left_on=None).update(left_on=date(2100, 1, 1))
    assert_gone(client, person, manager, in_evidence, 404)


@pytest.mark.parametrize("role", [Role.SENIOR_OFFICER, Role.COMMITTEE_MEMBER, Role.BOARD_CHAIR])
def test_wall_12_no_post_opens_the_case_to_whoever_left_it_as_a_witness(in_evidence, manager, role):
    agency = "police" if role is Role.SENIOR_OFFICER else ""
    person = somebody(role, agency)
    client = signed_in(person)
    assert status(client, "panel", in_evidence) == 200
    with asking(manager.pk):
        part = Membership.objects.create(
            review=in_evidence,
            person=person,
            role=Role.INTERVIEWEE.value,
            agency=Agency.objects.get(partnership=in_evidence.partnership, key="police"),
            joined_on=TODAY,
        )
        panel.leave(part, why="became_witness", by=manager)
        elsewhere = Review.objects.visible_to(person).exclude(pk=in_evidence.pk).exists()
    assert Post.objects.filter(person=person, ended_on=None).exists()
    assert elsewhere, "every other case stays open to them"
    assert_gone(client, person, manager, in_evidence, 404)


@pytest.mark.parametrize("role", [Role.PANEL_MEMBER, Role.AGENCY_AUTHOR, Role.COMMITTEE_MEMBER])
def test_wall_12_whose_access_ends_is_signed_out_and_sees_nothing_by_any_way(
    in_evidence, manager, role
):
    if role is Role.COMMITTEE_MEMBER:
        person = somebody(role)
    else:
        person = Person.objects.get(pk=a_member(in_evidence, role).person_id)
    client = signed_in(person)
    assert status(client, "panel", in_evidence) == 200
    with asking(manager.pk):
        access.end_access(person, on=TODAY, by=manager)
    assert_gone(client, person, manager, in_evidence, 302)
    assert seen_now(person, manager, Membership, in_evidence) == set()


@pytest.mark.parametrize("ending", ["leaves", "access ends"])
def test_wall_12_a_job_that_waits_for_somebody_who_has_left_does_nothing(
    in_evidence, manager, ending
):
    there = a_member(in_evidence, Role.AGENCY_AUTHOR)
    author = Person.objects.get(pk=there.person_id)
    agency = Agency.objects.get(pk=there.agency_id)
    with asking(author.pk):
        Contribution.objects.filter(review=in_evidence, agency=agency).update(
            chronology_submitted_at=None
        )
        brought = chronology.bring_file(
            in_evidence,
            agency,
            name="late.csv",
            data=b"Date,Event\n3 May 2011,A call.\n",
            by=author,
        )
    with asking(manager.pk):
        if ending == "leaves":
            panel.leave(Membership.objects.get(pk=there.pk), why="changed_post", by=manager)
        else:
            access.end_access(author, on=TODAY, by=manager)
    before = Record.objects.count()
    read_as(brought.pk, person_id=author.pk)
    read_as(brought.pk, person_id=author.pk, attempts=99)
    officer = somebody(Role.SENIOR_OFFICER, agency.key)
    with asking(officer.pk):
        assert SourceFile.objects.get(pk=brought.pk).status == SourceFile.WAITING
        assert not Entry.objects.filter(source_file=brought.pk).exists()
    assert Record.objects.count() == before


def test_wall_12_no_reminder_is_sent_for_a_manager_whose_post_has_ended(long, manager):
    with asking(manager.pk):
        Post.objects.filter(person=manager).update(ended_on=date(2100, 1, 1))
    assert climb_for(long.partnership, today=TODAY) == 0
    with asking(manager.pk), pytest.raises(Review.DoesNotExist):
        panel.appoint_undeclared(
            long, somebody(Role.COMMITTEE_MEMBER), Role.PANEL_CHAIR, by=manager
        )
