"""Settings for tests: the case site's, with quick passwords and static files as they are."""

import os
import tempfile
from pathlib import Path

# Named before the settings are imported: they read it once.
os.environ.setdefault(
    "GOLDENTHREAD_DATA", str(Path(tempfile.gettempdir()) / f"goldenthread-tests-{os.getuid()}")
)

from goldenthread.config.settings.case import *  # noqa: F403
from goldenthread.config.settings.case import DATABASES, INSTALLATION, MIDDLEWARE, STORAGES

# Static files are served by the real server, which the journeys start.
MIDDLEWARE = [name for name in MIDDLEWARE if not name.startswith("whitenoise")]

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
DEMO = True

# For tests that look behind the second wall, as a superuser of the database, for whom it does not hold.
DATABASES = {
    **DATABASES,
    "unwalled": {
        **DATABASES["default"],
        "USER": "postgres",
        "PASSWORD": INSTALLATION.secret("postgres"),
    },
}
