"""Journeys: the whole product in a real browser, against a real installation of its own."""

import pytest

# The legs of a journey assert too, and should say as much when it fails.
pytest.register_assert_rewrite("tests.journeys")
