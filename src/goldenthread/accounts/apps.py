"""Accounts as a Django app."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Installs people, agencies and posts."""

    name = "goldenthread.accounts"
    label = "accounts"
    default_auto_field = "django.db.models.BigAutoField"
