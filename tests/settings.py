"""Settings for tests: the case site's, with quick passwords and static files as they are."""

import os
import tempfile

# Named before the settings are imported: they read it once. The folder is this run's own; the workers of
# a run inherit it, and the run that made it removes it.
if "GOLDENTHREAD_DATA" not in os.environ:
    os.environ["GOLDENTHREAD_DATA"] = tempfile.mkdtemp(prefix="goldenthread-tests-")
    os.environ["GOLDENTHREAD_TESTS_FOLDER"] = os.environ["GOLDENTHREAD_DATA"]

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
