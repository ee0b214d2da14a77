"""Reviews as a Django app."""

from django.apps import AppConfig


class ReviewsConfig(AppConfig):
    """Installs the confidential tables, and the checks that refuse to start without their walls."""

    name = "goldenthread.reviews"
    label = "reviews"
    default_auto_field = "django.db.models.BigAutoField"
