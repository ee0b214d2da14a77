"""The case site: confidential, for people who are signed in."""

import os

from goldenthread.config.installation import DatabaseRole
from goldenthread.config.settings.shared import *  # noqa: F403 (a settings module is its names)
from goldenthread.config.settings.shared import BEHIND_TLS, INSTALLATION, TEMPLATES

TEMPLATES[0]["OPTIONS"]["builtins"].append(  # type: ignore[index]
    "goldenthread.reviews.templatetags.goldenthread_case"
)
TEMPLATES[0]["OPTIONS"]["context_processors"].append(  # type: ignore[index]
    "goldenthread.accounts.context.demo"
)

DATABASES = {
    "default": INSTALLATION.database(
        DatabaseRole(os.environ.get("GOLDENTHREAD_DATABASE_ROLE", DatabaseRole.APP.value))
    )
}
KEYS_FOLDER = INSTALLATION.keys_folder

ROOT_URLCONF = "goldenthread.config.urls.case"
WSGI_APPLICATION = "goldenthread.config.wsgi.case.application"

INSTALLED_APPS = [
    "goldenthread.reviews",
    "goldenthread.accounts",
    "goldenthread.publication",
    "goldenthread.audit",
    "goldenthread.pages",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "allauth",
    "allauth.account",
    "procrastinate.contrib.django",
    "csp",
    "django_htmx",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "goldenthread.accounts.middleware.NothingIsCached",
]

# ---------------------------------------------------------------- people
AUTH_USER_MODEL = "accounts.Person"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("email", "name")},
    },
]
PASSWORD_RESET_TIMEOUT = 3 * 24 * 60 * 60  # how long the link to choose a password holds
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "my_work"
ACCOUNT_ADAPTER = "goldenthread.accounts.adapter.ClosedAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_PRESERVE_USERNAME_CASING = False
# Behind a proxy, limits count by the address that the proxy says it was asked from.
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if BEHIND_TLS else 0
ACCOUNT_RATE_LIMITS = {"login": "30/m/ip", "login_failed": "10/m/ip,5/5m/key"}

# Counters and sessions are in the database, so that limits hold across processes.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "shared_cache",
    }
}
SESSION_COOKIE_AGE = 8 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_SAVE_EVERY_REQUEST = True  # the time left is counted from the last thing done
SESSION_COOKIE_SECURE = BEHIND_TLS
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SECURE = BEHIND_TLS
# What a page says once may name a file or a person: kept with the session, not in a cookie.
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
CSRF_FAILURE_VIEW = "goldenthread.reviews.web.refusals.form_has_expired"

# Where the public finds what has been published, for the link to it.
PUBLIC_ADDRESS = os.environ.get("GOLDENTHREAD_PUBLIC_ADDRESS", "").rstrip("/")

# On a demo installation there is a page on which to sign in as any of the invented people.
DEMO = os.environ.get("GOLDENTHREAD_DEMO", "") == "yes"

# A request's body is bounded before anything reads it; the page says so in words well before.
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
DATA_UPLOAD_MAX_NUMBER_FILES = 1
FILE_UPLOAD_HANDLERS = ["goldenthread.reviews.web.uploads.BoundedUploadHandler"]

PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "jobs"

# ---------------------------------------------------------------- letters
# Where people find this site, for the link in an e-mail.
SITE_ADDRESS = os.environ.get("GOLDENTHREAD_SITE_ADDRESS", "http://127.0.0.1:8000").rstrip("/")

EMAIL_HOST = os.environ.get("GOLDENTHREAD_SMTP_HOST", "")
EMAIL_PORT = int(os.environ.get("GOLDENTHREAD_SMTP_PORT", "587"))
EMAIL_HOST_USER = os.environ.get("GOLDENTHREAD_SMTP_NAME", "")
EMAIL_HOST_PASSWORD = os.environ.get("GOLDENTHREAD_SMTP_PASSWORD", "")
EMAIL_USE_SSL = EMAIL_PORT == 465
EMAIL_USE_TLS = os.environ.get("GOLDENTHREAD_SMTP_PLAIN", "") != "yes" and not EMAIL_USE_SSL
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = os.environ.get("GOLDENTHREAD_SENDER", "golden-thread@localhost")
# A demo sends nothing out: what it would have sent is in this folder. Elsewhere nothing is sent until a
# server for it has been named, and the pages say so.
EMAIL_FILE_PATH = INSTALLATION.folder / "letters"
_SENT_BY = "filebased" if DEMO else "smtp" if EMAIL_HOST else "dummy"
EMAIL_BACKEND = f"django.core.mail.backends.{_SENT_BY}.EmailBackend"
