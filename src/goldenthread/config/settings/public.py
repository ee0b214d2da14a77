"""The public site: what has been published, and nothing that could lead to anything else."""

from goldenthread.config.installation import DatabaseRole
from goldenthread.config.settings.shared import *  # noqa: F403 (a settings module is its names)
from goldenthread.config.settings.shared import INSTALLATION

DATABASES = {"default": INSTALLATION.database(DatabaseRole.PUBLIC)}

ROOT_URLCONF = "goldenthread.config.urls.public"
WSGI_APPLICATION = "goldenthread.config.wsgi.public.application"

INSTALLED_APPS = [
    "goldenthread.publication",
    "goldenthread.pages",
    "django.contrib.staticfiles",
    "csp",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
