"""More time: asked for with reasons, granted or refused with reasons, added and never put in place of the first day."""

from datetime import date

from goldenthread.domain.answers import YES, Answer
from goldenthread.domain.clocks import ClockRule
from goldenthread.domain.deadlines import Clock, in_words
from goldenthread.domain.duties import Duty, carries_out


@carries_out(Duty.P24)
def may_ask_for_more_time(rule: ClockRule, clock: Clock | None, *, is_waiting: bool) -> Answer:
    """More time is asked for while the clock runs, one request at a time.

    After the due day it can still be asked for, and is marked as asked late. ``clock`` is None before it has
    started; ``is_waiting`` while an earlier request has no answer.
    """
    if not rule.may_be_extended:
        return Answer("The guidance knows no extension of this clock.")
    if clock is None:
        return Answer("The clock has not started yet.")
    if clock.stopped is not None:
        return Answer(f"The clock stopped on {in_words(clock.stopped)}.")
    if is_waiting:
        return Answer("More time has been asked for already, and there is no answer yet.")
    return YES


@carries_out(Duty.P24)
def is_request_whole(clock: Clock, *, until: date, reason: str) -> Answer:
    """A request says until when, which is later than the day that counts now, and why."""
    if until <= clock.due:
        return Answer(f"It is due on {in_words(clock.due)} already. Ask for a later day than that.")
    return YES if reason.strip() else Answer("Say why more time is needed.")


@carries_out(Duty.P24)
def is_answer_whole(
    clock: Clock,
    *,
    granted_until: date | None,
    reason: str,
    asked_on: date,
    answered_on: date,
    today: date,
) -> Answer:
    """An answer has its reasons, whether it grants or refuses; a granted one moves the day on.

    ``granted_until`` is None where more time is refused.
    """
    if not reason.strip():
        said = "refused" if granted_until is None else "granted"
        return Answer(f"Say why more time is {said}.")
    if answered_on > today:
        return Answer("The answer cannot be in the future. Enter the day it was given.")
    if answered_on < asked_on:
        return Answer(
            f"More time was asked for on {in_words(asked_on)}; the answer cannot be earlier."
        )
    if granted_until is not None and granted_until <= clock.due:
        return Answer(f"It is due on {in_words(clock.due)} already. Grant a later day than that.")
    return YES


def is_asked_late(*, asked_on: date, due_before: date) -> bool:
    """Whether more time was asked for only after the day had passed."""
    return asked_on > due_before
