"""Publication as a Django app."""

from django.apps import AppConfig


class PublicationConfig(AppConfig):
    """Installs what is published."""

    name = "goldenthread.publication"
    label = "publication"
    default_auto_field = "django.db.models.BigAutoField"
