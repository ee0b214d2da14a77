"""The trail as its owner sees it: whole, and open to every change."""

from collections.abc import Iterator

import pytest
from django.db import connections

from goldenthread.config.installation import DatabaseRole, Installation


@pytest.fixture(scope="module")
def as_owner(django_db_setup, django_db_blocker) -> Iterator[None]:
    """The tests of a module ask the database as the owner of the tables, whom nothing holds back."""
    connection = connections["default"]
    before = dict(connection.settings_dict)
    owner = Installation.here().database(DatabaseRole.OWNER)
    with django_db_blocker.unblock():
        connection.close()
        connection.settings_dict.update({key: owner[key] for key in ("USER", "PASSWORD")})
    yield
    with django_db_blocker.unblock():
        connection.close()
        connection.settings_dict.update(before)
