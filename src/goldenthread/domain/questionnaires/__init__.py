"""Statutory forms as data: from one specification come the pages, the checks and the summary."""
