"""What every test with a database needs: a real PostgreSQL, asked as the role that pages ask as."""

import os
from collections.abc import Iterator

import pytest
from django.core.management import call_command
from django.db import connections

from goldenthread.config.embedded import EmbeddedDatabase
from goldenthread.config.installation import DatabaseRole, Installation
from goldenthread.vault.keys import Keyring


@pytest.fixture(scope="session")
def django_db_setup(django_db_blocker: pytest.FixtureRequest) -> Iterator[None]:
    """A database of this worker's own, made by the owner; the tests then ask as the application."""
    installation = Installation.here()
    installation.make_secrets()
    Keyring.load_or_create(installation.keys_folder)
    embedded = _start(installation)
    name = f"test_{os.environ.get('PYTEST_XDIST_WORKER', 'main')}_{os.getpid()}"
    embedded.create_database(name)
    with django_db_blocker.unblock():
        _use(installation, name, embedded.host)
        _migrate(installation, name)
        yield
        connections["default"].close()
    embedded.drop_database(name)


def _start(installation: Installation) -> EmbeddedDatabase:
    # Several workers start at once; the server is started by the first and kept for the next run.
    return EmbeddedDatabase(installation)


def _use(installation: Installation, name: str, host: str) -> None:
    os.environ["GOLDENTHREAD_DATABASE_NAME"] = name
    connections["default"].close()
    connections["default"].settings_dict.update(
        {**installation.database(DatabaseRole.APP), "NAME": name, "HOST": host, "CONN_MAX_AGE": 0}
    )


def _migrate(installation: Installation, name: str) -> None:
    settings = dict(connections["default"].settings_dict)
    settings.update(installation.database(DatabaseRole.OWNER))
    settings.update({"NAME": name, "CONN_MAX_AGE": 0})
    app = dict(connections["default"].settings_dict)
    connections["default"].settings_dict.update(settings)
    call_command("migrate", interactive=False, verbosity=0)
    call_command("createcachetable", verbosity=0)
    call_command("lay_walls", app=DatabaseRole.APP.value, public=DatabaseRole.PUBLIC.value)
    connections["default"].close()
    connections["default"].settings_dict.clear()
    connections["default"].settings_dict.update(app)
