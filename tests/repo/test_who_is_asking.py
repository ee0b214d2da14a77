"""Who is asking never outlives the block that asks, whatever happens inside it."""

from contextlib import closing

import pytest
from django.db import (
    DataError,
    IntegrityError,
    ProgrammingError,
    connection,
    connections,
    transaction,
)

from goldenthread.accounts.models import Person
from goldenthread.publication.models import PublishedReport
from goldenthread.reviews import walls
from goldenthread.reviews.models import WALLED, walled_tables
from goldenthread.reviews.models.walled import walled_table
from goldenthread.reviews.walls import WallsDown, asking, check_standing, who_is_asking

pytestmark = pytest.mark.django_db


def test_it_ends_with_the_block():
    with asking(7):
        assert who_is_asking() == 7
    assert who_is_asking() is None


def test_a_block_within_another_gives_back_who_asked_before():
    with asking(7):
        with asking(8):
            assert who_is_asking() == 8
        assert who_is_asking() == 7
        with asking(None):
            assert who_is_asking() is None
        assert who_is_asking() == 7


def test_it_ends_with_an_error_of_the_programs_own():
    with pytest.raises(LookupError), asking(7), asking(8):
        raise LookupError
    assert who_is_asking() is None


def test_an_error_of_the_database_is_told_as_it_is_and_ends_it():
    Person.objects.create(email="bea@northmere.example", name="Bea Ledger")
    with pytest.raises(IntegrityError), asking(7):
        Person.objects.create(email="bea@northmere.example", name="Another")
    assert who_is_asking() is None


def test_an_error_that_is_caught_within_leaves_the_asker():
    with asking(7):
        with pytest.raises(DataError), transaction.atomic():
            connection.cursor().execute("SELECT 1/0")
        assert who_is_asking() == 7


def test_a_block_that_is_undone_gives_back_who_asked_before():
    with asking(7):
        with asking(8):
            transaction.set_rollback(True)
        assert who_is_asking() == 7


def test_the_next_transaction_of_a_pooled_connection_asks_as_nobody():
    pooled = connection.copy()
    with closing(pooled), pooled.cursor() as cursor:
        cursor.execute("BEGIN")
        cursor.execute("SELECT set_config(%s, '7', true)", [walls.SETTING])
        cursor.execute("COMMIT")
        cursor.execute("SELECT nullif(current_setting(%s, true), '')", [walls.SETTING])
        assert cursor.fetchone() == (None,)


@pytest.mark.parametrize(
    "model",
    [model for model in WALLED if walled_table(model).is_frozen],
    ids=lambda model: model.__name__,
)
def test_what_is_written_once_can_neither_be_changed_nor_removed(model):
    for act in (lambda: model.objects.update(review_id=0), lambda: _delete(model)):
        with pytest.raises(ProgrammingError, match="permission denied"), asking(7):
            act()


def _delete(model) -> None:
    model.objects.all()._raw_delete("default")


def test_what_is_published_can_be_withdrawn_and_not_changed():
    PublishedReport.objects.filter(pk=0).update(withdrawn_on=None, notice="")
    for act in (
        lambda: PublishedReport.objects.update(title="Another"),
        lambda: _delete(PublishedReport),
    ):
        with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            act()


def test_no_function_can_be_put_in_a_walls_way():
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        connection.cursor().execute(
            "CREATE FUNCTION public.f() RETURNS int LANGUAGE sql AS 'SELECT 1'"
        )


def test_every_function_that_sees_more_than_its_caller_fixes_where_names_are_looked_up():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT proname, proconfig FROM pg_proc"
            " WHERE pronamespace = 'walls'::regnamespace AND prosecdef ORDER BY proname"
        )
        found = dict(cursor.fetchall())
    assert set(found) == {"own", "parts", "person_with_access", "shared", "whole"}
    assert set(map(tuple, found.values())) == {("search_path=public, pg_temp",)}


def test_a_matrix_changed_in_the_database_keeps_the_program_from_starting(monkeypatch):
    check_standing(walled_tables())
    rows = sorted(walls._matrix_rows())
    monkeypatch.setattr(walls, "_matrix_rows", lambda: iter(rows[:-1]))
    monkeypatch.setattr(walls, "fingerprint", lambda _tables: _laid())
    with pytest.raises(WallsDown, match="Who may see what"):
        check_standing(walled_tables())


def _laid() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT obj_description(to_regnamespace('walls'), 'pg_namespace')")
        return cursor.fetchone()[0]


@pytest.mark.parametrize(
    ("role", "why"),
    [("postgres", "can walk round row-level security"), ("goldenthread_owner", "owns tables")],
)
@pytest.mark.django_db(databases=["default", "unwalled"])
def test_a_role_that_the_walls_do_not_hold_may_serve_nothing(role, why, monkeypatch):
    monkeypatch.setattr(walls, "connection", connections["unwalled"])
    with connections["unwalled"].cursor() as cursor:
        cursor.execute(f"SET LOCAL ROLE {role}")
        with pytest.raises(WallsDown, match=why):
            check_standing(walled_tables())


@pytest.mark.django_db(databases=["default", "unwalled"])
def test_a_role_that_could_become_the_owner_may_serve_nothing(monkeypatch):
    monkeypatch.setattr(walls, "connection", connections["unwalled"])
    with connections["unwalled"].cursor() as cursor:
        cursor.execute("GRANT goldenthread_owner TO goldenthread_app")
        cursor.execute("SET LOCAL ROLE goldenthread_app")
        with pytest.raises(WallsDown, match="owns tables"):
            check_standing(walled_tables())
