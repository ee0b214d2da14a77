"""The demo: an invented partnership whose reviews are walked through the real services."""
