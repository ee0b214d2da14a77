"""Journeys: the whole product in a real browser, against a real installation of its own."""
