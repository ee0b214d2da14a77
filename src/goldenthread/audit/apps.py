"""The trail as a Django app."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """Installs the trail's tables; their grants let the application only add and read."""

    name = "goldenthread.audit"
    label = "audit"
    default_auto_field = "django.db.models.BigAutoField"
