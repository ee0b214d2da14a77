"""The folder of an installation: its secrets, its keys, and where its database is.

Everything an installation owns is in one folder (``GOLDENTHREAD_DATA``, by default ``.data`` here).
Secrets and keys are made once, on the first start, readable by their owner only.
"""

import contextlib
import json
import os
import secrets
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlparse


class DatabaseRole(StrEnum):
    """As whom a process asks the database. Each may do only what it must."""

    OWNER = "goldenthread_owner"
    """Owns the tables and changes their shape. No page is ever served as the owner."""
    APP = "goldenthread_app"
    """The case site and the worker: owns nothing, and every wall holds for it."""
    PUBLIC = "goldenthread_public"
    """The public site: reads what is published and nothing else."""


URL_VARIABLES: dict[DatabaseRole, str] = {
    DatabaseRole.OWNER: "DATABASE_OWNER_URL",
    DatabaseRole.APP: "DATABASE_URL",
    DatabaseRole.PUBLIC: "DATABASE_PUBLIC_URL",
}

DATABASE_NAME = "goldenthread"


class NotConfigured(Exception):
    """The installation lacks something it needs; the text says what to set."""


@dataclass(frozen=True, slots=True)
class Installation:
    """One installation's folder."""

    folder: Path

    @classmethod
    def here(cls) -> "Installation":
        """The installation that the environment names."""
        return cls(Path(os.environ.get("GOLDENTHREAD_DATA", ".data")).absolute())

    @property
    def keys_folder(self) -> Path:
        """Where the master key and the trail's key are."""
        return Path(os.environ.get("GOLDENTHREAD_KEYS", str(self.folder / "keys")))

    @property
    def postgres_folder(self) -> Path:
        """Where the embedded PostgreSQL keeps its data."""
        return self.folder / "postgres"

    @property
    def uses_embedded_database(self) -> bool:
        """Whether no other database has been named."""
        return not os.environ.get(URL_VARIABLES[DatabaseRole.APP])

    def secret(self, name: str) -> str:
        """One secret of this installation; before the first start, one that is forgotten again."""
        kept = self._secrets()
        return kept.get(name) or secrets.token_urlsafe(48)

    def make_secrets(self) -> None:
        """Make the secrets, unless they have been made. Of processes that try at once the first wins."""
        self.folder.mkdir(parents=True, exist_ok=True)
        if self._secrets_path.exists():
            return
        names = ("django", "postgres", *(role.value for role in DatabaseRole))
        made = self.folder / f"secrets.{os.getpid()}.new"
        descriptor = os.open(made, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            json.dump({name: secrets.token_urlsafe(48) for name in names}, file)
        with contextlib.suppress(FileExistsError):
            os.link(made, self._secrets_path)
        made.unlink()

    def database(self, role: DatabaseRole) -> dict[str, object]:
        """Django's settings for the database, asked as this role."""
        url = os.environ.get(URL_VARIABLES[role], "")
        if url:
            return _from_url(url, variable=URL_VARIABLES[role])
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": os.environ.get("GOLDENTHREAD_DATABASE_NAME", DATABASE_NAME),
            "HOST": os.environ.get("GOLDENTHREAD_DATABASE_HOST", str(self.postgres_folder)),
            "USER": role.value,
            "PASSWORD": self.secret(role.value),
            "CONN_MAX_AGE": 60,
            "CONN_HEALTH_CHECKS": True,
        }

    @property
    def _secrets_path(self) -> Path:
        return self.folder / "secrets.json"

    def _secrets(self) -> dict[str, str]:
        try:
            return dict(json.loads(self._secrets_path.read_text(encoding="utf-8")))
        except FileNotFoundError:
            return {}


def _from_url(url: str, *, variable: str) -> dict[str, object]:
    parts = urlparse(url)
    if parts.scheme not in {"postgres", "postgresql"}:
        raise NotConfigured(f"{variable} must begin with postgresql://")
    query = {key: values[-1] for key, values in parse_qs(parts.query).items()}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "HOST": query.pop("host", parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": query,
    }
