"""Long work, done by a worker. A job acts for the person who asked, behind both walls; its arguments are ids."""

from goldenthread.reviews.jobs import chronology, digest, reminders, upkeep

__all__ = ["chronology", "digest", "reminders", "upkeep"]
