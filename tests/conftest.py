"""What every test with a database needs: a real PostgreSQL, asked as the role that pages ask as."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connections
from hypothesis import settings

from goldenthread.config.embedded import EmbeddedDatabase
from goldenthread.config.installation import DatabaseRole, Installation
from goldenthread.reviews.demo import loading
from goldenthread.vault.keys import Keyring

# No test takes time by the clock. A server tries the same examples each time; a developer finds new ones.
settings.register_profile("steady", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("steady")

OWN_FOLDER = os.environ.get("GOLDENTHREAD_TESTS_FOLDER", "")

NAME = f"test_{os.environ.get('PYTEST_XDIST_WORKER', 'main')}_{os.getpid()}"


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Stop the embedded server and remove the folder, when this run has made it and its workers have ended."""
    if hasattr(session.config, "workerinput") or not OWN_FOLDER:
        return
    if (Path(OWN_FOLDER) / "postgres" / "postmaster.pid").exists():
        EmbeddedDatabase(Installation.here()).stop()
    shutil.rmtree(OWN_FOLDER, ignore_errors=True)


@pytest.fixture(scope="session")
def embedded() -> EmbeddedDatabase:
    """The embedded server; the first worker starts it, and the run stops it."""
    installation = Installation.here()
    installation.make_secrets()
    Keyring.load_or_create(installation.keys_folder)
    return EmbeddedDatabase(installation)


@pytest.fixture(scope="session")
def django_db_setup(embedded: EmbeddedDatabase, django_db_blocker) -> Iterator[None]:
    """A database of this worker's own, made by the owner; the tests then ask as the application."""
    embedded.create_database(NAME)
    with django_db_blocker.unblock():
        _ask(DatabaseRole.OWNER, NAME, host=embedded.host)
        call_command("migrate", interactive=False, verbosity=0)
        call_command("createcachetable", verbosity=0)
        call_command("lay_walls", app=DatabaseRole.APP.value, public=DatabaseRole.PUBLIC.value)
        _ask(DatabaseRole.APP, NAME, host=embedded.host)
        yield
        connections.close_all()
    embedded.drop_database(NAME)


@pytest.fixture(scope="session")
def demo_database(embedded: EmbeddedDatabase, django_db_setup, django_db_blocker) -> Iterator[str]:
    """A database that holds the whole demo, loaded once; tests that look at it use ``demo``."""
    name = f"{NAME}_demo"
    with django_db_blocker.unblock():
        connections.close_all()
        embedded.create_database(name, like=NAME)
        _ask(DatabaseRole.APP, name, host=embedded.host)
        loading.load(say=lambda _: None)
        _ask(DatabaseRole.APP, NAME, host=embedded.host)
    yield name
    embedded.drop_database(name)


@pytest.fixture(scope="module")
def demo(embedded: EmbeddedDatabase, demo_database: str, django_db_blocker) -> Iterator[None]:
    """For a module of tests that look at the demo; each is undone, as any test with a database."""
    with django_db_blocker.unblock():
        _ask(DatabaseRole.APP, demo_database, host=embedded.host)
    yield
    with django_db_blocker.unblock():
        _ask(DatabaseRole.APP, NAME, host=embedded.host)


def _ask(role: DatabaseRole, name: str, *, host: str) -> None:
    connection = connections["default"]
    connection.close()
    connection.settings_dict.update(Installation.here().database(role))
    here = {"NAME": name, "HOST": host, "CONN_MAX_AGE": 0}
    connection.settings_dict.update(here)
    unwalled = connections["unwalled"]
    unwalled.close()
    unwalled.settings_dict.update(
        {**here, "USER": "postgres", "PASSWORD": Installation.here().secret("postgres")}
    )
