"""Settings of the two sites: ``case`` (confidential) and ``public`` (what is published)."""
