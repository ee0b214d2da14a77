"""What a command needs before it can do its work: the database started, Django set up, as a role."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click
import django

from goldenthread.config.embedded import EmbeddedDatabase
from goldenthread.config.installation import DatabaseRole, Installation, NotConfigured
from goldenthread.vault.keys import Keyring, KeysUnusable

_CASE_SETTINGS = "goldenthread.config.settings.case"


@contextmanager
def database_running() -> Iterator[Installation]:
    """The installation with its keys made and its database up; one that we started is stopped after."""
    installation = Installation.here()
    try:
        installation.make_secrets()
        Keyring.load_or_create(installation.keys_folder)
    except (KeysUnusable, NotConfigured) as error:
        raise click.ClickException(str(error)) from error
    if not installation.uses_embedded_database or os.environ.get("GOLDENTHREAD_DATABASE_HOST"):
        yield installation
        return
    embedded = EmbeddedDatabase(installation)
    try:
        yield installation
    finally:
        if not embedded.was_running:
            embedded.stop()


def set_up_django(role: DatabaseRole = DatabaseRole.APP) -> None:
    """Set Django up with the settings of the case site, asking the database as this role."""
    os.environ["GOLDENTHREAD_DATABASE_ROLE"] = role.value
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", _CASE_SETTINGS)
    django.setup()


def run_ourselves(*words: str) -> None:
    """Run another of our commands in a process of its own; stop here when it does not succeed."""
    done = subprocess.run([sys.executable, "-m", "goldenthread", *words], check=False)  # noqa: S603
    if done.returncode:
        raise click.exceptions.Exit(done.returncode)
