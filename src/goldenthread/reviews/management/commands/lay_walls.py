"""Lay the second wall: run as the owner of the tables, after every migration."""

from typing import Any

from django.core.management.base import BaseCommand
from django.db import connections

from goldenthread.reviews import walls
from goldenthread.reviews.models import walled_tables


class Command(BaseCommand):
    """Functions, matrix, policies and grants, laid anew. Can be repeated safely."""

    help = "Lay the walls of row-level security anew, as the owner of the tables."

    def add_arguments(self, parser: Any) -> None:
        """The connection of the owner, and the two roles that pages are served as."""
        parser.add_argument("--database", default="default")
        parser.add_argument("--app", required=True)
        parser.add_argument("--public", required=True)

    def handle(self, *_args: Any, **options: Any) -> None:
        """Lay them."""
        walls.lay(
            walled_tables(),
            database=connections[options["database"]],
            app=options["app"],
            public=options["public"],
        )
