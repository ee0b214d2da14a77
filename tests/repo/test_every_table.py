"""Promises about tables: every field has a privacy class, every confidential table both walls."""

import pytest
from django.apps import apps
from django.db import connection

from goldenthread.domain.privacy import Privacy
from goldenthread.reviews.models import WALLED, walled_tables
from goldenthread.reviews.walls import check_standing

OURS = [
    model
    for label in ("accounts", "audit", "publication", "reviews")
    for model in apps.get_app_config(label).get_models()
]


@pytest.mark.parametrize("model", OURS, ids=lambda model: model.__name__)
def test_every_field_is_in_a_privacy_class(model):
    fields = {field.name for field in model._meta.local_fields}
    assert set(model.privacy_of) == fields


@pytest.mark.parametrize("model", OURS, ids=lambda model: model.__name__)
def test_what_is_about_a_case_is_behind_both_walls(model):
    classes = set(model.privacy_of.values())
    if classes & {Privacy.CASE, Privacy.IDENTITY}:
        assert model in WALLED


@pytest.mark.django_db
def test_every_wall_stands_and_the_application_cannot_walk_round_it():
    check_standing(walled_tables())


@pytest.mark.django_db
def test_every_table_with_a_review_has_forced_row_security():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid"
            " WHERE c.relkind = 'r' AND a.attname = 'review_id' AND NOT a.attisdropped"
            " AND NOT (c.relrowsecurity AND c.relforcerowsecurity)"
        )
        assert [row[0] for row in cursor.fetchall()] == ["audit_record"]


@pytest.mark.django_db
def test_the_application_cannot_change_or_remove_a_record_of_the_trail():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT has_table_privilege('audit_record', 'UPDATE'),"
            " has_table_privilege('audit_record', 'DELETE'),"
            " has_table_privilege('audit_record', 'TRUNCATE')"
        )
        assert cursor.fetchone() == (False, False, False)


@pytest.mark.parametrize("model", WALLED, ids=lambda model: model.__name__)
def test_a_time_and_its_person_are_both_there_or_neither(model):
    fields = {field.name: field for field in model._meta.local_fields}
    pairs = [
        (name, f"{name.removesuffix('_at')}_by")
        for name, field in fields.items()
        if name.endswith("_at") and f"{name.removesuffix('_at')}_by" in fields
    ]
    for at, by in pairs:
        assert fields[at].null == fields[by].null
        if fields[at].null:
            conditions = [str(getattr(one, "condition", "")) for one in model._meta.constraints]
            assert any(f"{at}__isnull" in said and f"{by}__isnull" in said for said in conditions)


@pytest.mark.django_db
def test_the_public_site_can_read_what_is_published_and_nothing_else():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname, privilege FROM pg_class,"
            " unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE']) privilege"
            " WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm')"
            " AND has_table_privilege('goldenthread_public', oid, privilege)"
        )
        assert cursor.fetchall() == [("publication_publishedreport", "SELECT")]
