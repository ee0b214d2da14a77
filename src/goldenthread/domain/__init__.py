"""The rules of the review, in plain Python: no framework, no clock, no files.

Start with :mod:`goldenthread.domain.duties` (what must be true), then
:mod:`~goldenthread.domain.process` (how a review moves) and
:mod:`~goldenthread.domain.visibility` (who sees what).
"""
