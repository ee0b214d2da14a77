"""The second wall: who is asking, told to PostgreSQL, which answers with what they may see.

Every confidential table has row-level security, forced also for its owner. Its policies are made
here from the same matrix as the first wall (:data:`goldenthread.domain.visibility.MATRIX`), by other
means: functions in the schema ``walls`` that look up, in the database, who takes part in which review.
``lay`` is run by every ``goldenthread migrate``; a process that serves pages calls ``check_standing``
and refuses to start when a wall is missing, old, or can be walked round.
"""

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.db import connection, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.utils import CursorWrapper

from goldenthread.domain.independence import DECLARING, Leaving
from goldenthread.domain.visibility import MATRIX, Material

SETTING = "goldenthread.person"


class WallsDown(Exception):
    """The second wall does not stand; the text says where."""


@dataclass(frozen=True, slots=True)
class WalledTable:
    """A confidential table: what kind of material it holds, and which of its columns the wall reads."""

    name: str
    material: Material
    review_column: str = "review_id"
    has_agency: bool = False
    has_shared: bool = False
    own_row_column: str = ""
    """A column holding the id of a person who always sees the row (their own membership)."""
    material_column: str = ""
    materials: tuple[tuple[str, Material], ...] = ()
    """Where one column decides the kind of material of each row: its values, and the kind of each."""
    is_ones_own_to_write: bool = False
    """Whether the person in ``own_row_column`` also writes the row (and nobody else does)."""
    is_frozen: bool = False
    """Its rows are written once: the application can neither change nor remove one."""


@contextmanager
def asking(person_id: int | None) -> Iterator[None]:
    """Ask the database as this person until the end of the block, in one transaction.

    The setting is local to the transaction, so a pooled connection never carries it to somebody else.
    """
    with transaction.atomic():
        before = _setting()
        _set(person_id)
        yield
        # After an error there is nothing to put back: PostgreSQL undoes the setting with the rest.
        if not connection.needs_rollback:
            _set(before)


def who_is_asking() -> int | None:
    """The person the database is being asked as, or None."""
    return _setting()


def _setting() -> int | None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT nullif(current_setting(%s, true), '')::bigint", [SETTING])
        row = cursor.fetchone()
    return row[0] if row else None


def _set(person_id: int | None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config(%s, %s, true)",
            [SETTING, "" if person_id is None else str(person_id)],
        )


# ---------------------------------------------------------------- what the walls ask

_DECLARING = ", ".join(f"'{role.value}'" for role in DECLARING)
_WITNESS = Leaving.BECAME_WITNESS.value

_FUNCTIONS = f"""
CREATE SCHEMA IF NOT EXISTS walls;
CREATE TABLE IF NOT EXISTS walls.reach (
    role text NOT NULL, material text NOT NULL, reach text NOT NULL, PRIMARY KEY (role, material));

CREATE OR REPLACE FUNCTION walls.person() RETURNS bigint
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT nullif(current_setting('goldenthread.person', true), '')::bigint
$$;

-- Whoever is asking, unless their access has ended: whatever part they still hold, it opens nothing.
CREATE OR REPLACE FUNCTION walls.person_with_access() RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT id FROM accounts_person WHERE id = walls.person() AND is_active
$$;

-- Who takes part in which review, as what, and for which agency: for whoever is asking. Somebody who was
-- appointed and has not declared how they stand to the case, or who has left, takes no part. To somebody who
-- left as a witness nothing opens that review any more, neither another part nor a post: they read what they
-- referred themselves, and nothing else.
CREATE OR REPLACE FUNCTION walls.parts() RETURNS TABLE (review_id bigint, role text, agency_id bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT given.review_id, given.role, given.agency_id FROM (
    SELECT review.id AS review_id, post.role::text AS role, NULL::bigint AS agency_id
      FROM accounts_post post JOIN reviews_review review ON review.partnership_id = post.partnership_id
     WHERE post.person_id = (SELECT walls.person_with_access()) AND post.agency_id IS NULL AND post.ended_on IS NULL
       AND review.referred_at IS NOT NULL
    UNION ALL
    SELECT asked.review_id, post.role::text, post.agency_id
      FROM accounts_post post JOIN reviews_involvement asked ON asked.agency_id = post.agency_id
     WHERE post.person_id = (SELECT walls.person_with_access()) AND post.ended_on IS NULL
    UNION ALL
    SELECT member.review_id, member.role::text, member.agency_id
      FROM reviews_membership member
     WHERE member.person_id = (SELECT walls.person_with_access()) AND member.left_on IS NULL
       AND (member.declaration <> '' OR member.role NOT IN ({_DECLARING}))
    ) given WHERE NOT EXISTS (
        SELECT FROM reviews_membership witness
         WHERE witness.review_id = given.review_id AND witness.person_id = (SELECT walls.person_with_access())
           AND witness.left_for = '{_WITNESS}' AND witness.left_on IS NOT NULL)
    UNION ALL
    SELECT review.id, 'referrer', NULL::bigint
      FROM reviews_review review WHERE review.referrer_id = (SELECT walls.person_with_access())
$$;

CREATE OR REPLACE FUNCTION walls.whole(kind text) RETURNS SETOF bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT part.review_id FROM walls.parts() part JOIN walls.reach reach USING (role)
     WHERE reach.material = kind AND reach.reach = 'all'
$$;

CREATE OR REPLACE FUNCTION walls.shared(kind text) RETURNS SETOF bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT part.review_id FROM walls.parts() part JOIN walls.reach reach USING (role)
     WHERE reach.material = kind
       AND (reach.reach = 'shared'
            OR (reach.reach = 'own_then_shared' AND EXISTS (
                SELECT FROM reviews_contribution own
                 WHERE own.review_id = part.review_id AND own.agency_id = part.agency_id
                   AND own.chronology_submitted_at IS NOT NULL)))
$$;

CREATE OR REPLACE FUNCTION walls.own(kind text) RETURNS TABLE (review_id bigint, agency_id bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT part.review_id, part.agency_id FROM walls.parts() part JOIN walls.reach reach USING (role)
     WHERE reach.material = kind AND reach.reach IN ('own', 'own_then_shared') AND part.agency_id IS NOT NULL
$$;
"""

_ASKED_BY_THE_WALLS = (
    "reviews_review",
    "reviews_membership",
    "reviews_involvement",
    "reviews_contribution",
)


def _whole(table: WalledTable) -> list[str]:
    review = table.review_column
    if not table.material_column:
        return [f"{review} IN (SELECT walls.whole('{table.material.value}'))"]
    return [
        f"({table.material_column} = '{value}' AND {review} IN (SELECT walls.whole('{kind.value}')))"
        for value, kind in table.materials
    ]


def _is_ones_own(table: WalledTable) -> str:
    return f"{table.own_row_column} = (SELECT walls.person_with_access())"


def _sees(table: WalledTable) -> str:
    kind, review = f"'{table.material.value}'", table.review_column
    ways = _whole(table)
    if table.has_shared:
        ways.append(f"(shared AND {review} IN (SELECT walls.shared({kind})))")
    if table.has_agency:
        ways.append(
            f"({review}, agency_id) IN (SELECT own.review_id, own.agency_id FROM walls.own({kind}) own)"
        )
    if table.own_row_column:
        ways.append(_is_ones_own(table))
    return " OR ".join(ways)


def _writes(table: WalledTable) -> str:
    kind, review = f"'{table.material.value}'", table.review_column
    ways = _whole(table)
    if table.has_agency:
        ways.append(
            f"({review}, agency_id) IN (SELECT own.review_id, own.agency_id FROM walls.own({kind}) own)"
        )
    if table.own_row_column and (table.review_column == "id" or table.is_ones_own_to_write):
        ways.append(_is_ones_own(table))
    return " OR ".join(ways)


def _policies(table: WalledTable, *, owner: str) -> Iterator[str]:
    name, sees, writes = table.name, _sees(table), _writes(table)
    yield f"ALTER TABLE {name} ENABLE ROW LEVEL SECURITY"
    yield f"ALTER TABLE {name} FORCE ROW LEVEL SECURITY"
    for policy in ("sees", "adds", "changes", "removes", "walls_ask"):
        yield f"DROP POLICY IF EXISTS {policy} ON {name}"
    yield f"CREATE POLICY sees ON {name} FOR SELECT USING ({sees})"
    yield f"CREATE POLICY adds ON {name} FOR INSERT WITH CHECK ({writes})"
    yield f"CREATE POLICY changes ON {name} FOR UPDATE USING ({writes}) WITH CHECK ({writes})"
    yield f"CREATE POLICY removes ON {name} FOR DELETE USING ({writes})"
    if name in _ASKED_BY_THE_WALLS:
        # The functions above run as the owner; of what is confidential it may read who takes part.
        yield f'CREATE POLICY walls_ask ON {name} FOR SELECT TO "{owner}" USING (true)'


# ---------------------------------------------------------------- laying them


def lay(
    tables: Iterable[WalledTable], *, database: BaseDatabaseWrapper, app: str, public: str
) -> None:
    """Lay every wall anew, as the owner of the tables: functions, matrix, policies and grants.

    Can be repeated safely. ``app`` and ``public`` are the roles that pages are served as.
    """
    tables = tuple(tables)
    with transaction.atomic(using=database.alias), database.cursor() as cursor:
        cursor.execute("SELECT current_user")
        owner = cursor.fetchone()[0]
        cursor.execute(_FUNCTIONS)
        cursor.execute("DELETE FROM walls.reach")
        cursor.executemany("INSERT INTO walls.reach VALUES (%s, %s, %s)", list(_matrix_rows()))
        for table in tables:
            for statement in _policies(table, owner=owner):
                cursor.execute(statement)
        for statement in (*_trail_policies(), *_grants(tables, app=app, public=public)):
            cursor.execute(statement)
        cursor.execute(f"COMMENT ON SCHEMA walls IS '{fingerprint(tables)}'")


def _matrix_rows() -> Iterator[tuple[str, str, str]]:
    for role, row in MATRIX.items():
        for material, reach in row.items():
            yield role.value, material.value, reach.value


def _trail_policies() -> Iterator[str]:
    # Not forced: `goldenthread audit verify` reads the whole trail as its owner.
    yield "ALTER TABLE audit_record ENABLE ROW LEVEL SECURITY"
    for policy in ("sees", "adds"):
        yield f"DROP POLICY IF EXISTS {policy} ON audit_record"
    yield (
        "CREATE POLICY sees ON audit_record FOR SELECT USING (person_id IS NOT DISTINCT FROM walls.person()"
        " OR review_id IN (SELECT walls.whole('trail')))"
    )
    yield (
        "CREATE POLICY adds ON audit_record FOR INSERT WITH CHECK"
        " (person_id IS NOT DISTINCT FROM walls.person())"
    )


def _grants(tables: Iterable[WalledTable], *, app: str, public: str) -> Iterator[str]:
    # Whoever could make a function here could have a wall call it in place of the real one.
    yield "REVOKE CREATE ON SCHEMA public FROM PUBLIC"
    yield f'GRANT USAGE ON SCHEMA public, walls TO "{app}"'
    yield f'GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO "{app}"'
    yield f'GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO "{app}"'
    yield f'GRANT SELECT ON walls.reach TO "{app}"'
    yield f'REVOKE UPDATE, DELETE ON audit_record FROM "{app}"'
    yield f'REVOKE DELETE ON audit_chain FROM "{app}"'
    yield f'REVOKE INSERT, UPDATE, DELETE ON django_migrations FROM "{app}"'
    for table in tables:
        if table.is_frozen:
            yield f'REVOKE UPDATE, DELETE ON {table.name} FROM "{app}"'
    # What has been published is never changed under its readers; it can only be withdrawn.
    yield f'REVOKE UPDATE, DELETE ON publication_publishedreport FROM "{app}"'
    yield f'GRANT UPDATE (withdrawn_on, notice) ON publication_publishedreport TO "{app}"'
    yield f'GRANT USAGE ON SCHEMA public TO "{public}"'
    yield f'REVOKE ALL ON ALL TABLES IN SCHEMA public FROM "{public}"'
    yield f'GRANT SELECT ON publication_publishedreport TO "{public}"'


def fingerprint(tables: Iterable[WalledTable]) -> str:
    """What the walls should be, in one word; laid beside them, so that old walls are noticed."""
    parts = [_FUNCTIONS, repr(sorted(_matrix_rows()))]
    for table in sorted(tables, key=lambda table: table.name):
        parts += [table.name, _sees(table), _writes(table), str(table.is_frozen)]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


# ---------------------------------------------------------------- refusing to start without them


def check_standing(tables: Iterable[WalledTable]) -> None:
    """Raise :class:`WallsDown` unless this process asks as a role for which every wall holds."""
    tables = tuple(tables)
    with connection.cursor() as cursor:
        _refuse_powerful_role(cursor)
        standing = _standing(cursor)
        for table in tables:
            if table.name not in standing:
                raise WallsDown(
                    f"The table {table.name} has no row-level security. Run “goldenthread migrate”."
                )
        cursor.execute("SELECT obj_description(to_regnamespace('walls'), 'pg_namespace')")
        laid = cursor.fetchone()
        if not laid or laid[0] != fingerprint(tables):
            raise WallsDown(
                "The walls in the database are older than this program. Run “goldenthread migrate”."
            )
        _refuse_changed_matrix(cursor)
        _refuse_writable_trail(cursor)


def _standing(cursor: CursorWrapper) -> set[str]:
    cursor.execute(
        "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace"
        " AND relrowsecurity AND relforcerowsecurity"
    )
    return {row[0] for row in cursor.fetchall()}


def _refuse_powerful_role(cursor: CursorWrapper) -> None:
    # Also what it could become: a role that is a member of another can act as that one.
    cursor.execute(
        "SELECT current_user,"
        " EXISTS (SELECT FROM pg_roles WHERE pg_has_role(current_user, oid, 'MEMBER')"
        "         AND (rolsuper OR rolbypassrls OR rolcreaterole)),"
        " EXISTS (SELECT FROM pg_class WHERE relkind IN ('r', 'p', 'v', 'm')"
        "         AND pg_has_role(current_user, relowner, 'MEMBER'))"
    )
    name, powerful, owns = cursor.fetchone()
    if powerful:
        raise WallsDown(
            f"The database role {name} can walk round row-level security. Use one that cannot."
        )
    if owns:
        raise WallsDown(
            f"The database role {name} owns tables. Pages are served by a role that owns nothing."
        )


def _refuse_changed_matrix(cursor: CursorWrapper) -> None:
    cursor.execute("SELECT role, material, reach FROM walls.reach")
    if sorted(cursor.fetchall()) != sorted(_matrix_rows()):
        raise WallsDown(
            "Who may see what in the database is not what this program says. Run “goldenthread migrate”."
        )


def _refuse_writable_trail(cursor: CursorWrapper) -> None:
    cursor.execute(
        "SELECT relrowsecurity AND NOT has_table_privilege(oid, 'UPDATE, DELETE, TRUNCATE')"
        " FROM pg_class WHERE oid = 'audit_record'::regclass"
    )
    if not cursor.fetchone()[0]:
        raise WallsDown(
            "This process could change the trail. Run “goldenthread migrate”, which takes that away."
        )
