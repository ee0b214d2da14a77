"""The clocks of reviews, each with its sum (P24): the one place from which any page takes them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from goldenthread.accounts.bank_holidays import calendar_of
from goldenthread.accounts.clock_lengths import own_lengths
from goldenthread.accounts.models import Partnership
from goldenthread.domain.answers import Answer
from goldenthread.domain.clocks import (
    ClockRule,
    EventFact,
    Worked,
    clocks_here,
    may_happen_now,
    worked_out,
)
from goldenthread.domain.deadlines import Clock, Extension, in_words, running
from goldenthread.domain.process import Stage
from goldenthread.reviews.models import ExtensionAnswer, Review
from goldenthread.reviews.queries.events import days_of_each, sees_event
from goldenthread.reviews.queries.parts import Parts

_Granted = Mapping[str, tuple[Extension, ...]]


@dataclass(frozen=True, slots=True)
class Running:
    """One clock of a review: its rule, how its due day was worked out, and how it stands.

    ``worked`` and ``clock`` are None while the event it counts from has not happened. ``is_over``: it was never
    stopped, and is waited for no more, because the case has been closed.
    """

    rule: ClockRule
    worked: Worked | None
    clock: Clock | None
    is_over: bool = False

    @property
    def is_late(self) -> bool:
        """Whether it is running, or stopped, after its due day."""
        return self.clock is not None and self.clock.is_late and not self.is_over

    @property
    def warning(self) -> str:
        """What to say while the clock runs and much of its time has gone, or all; empty while there is time."""
        clock = self.clock
        if clock is None or not self.running_out:
            return ""
        if clock.is_late:
            return f"{self.rule.name}: was due on {in_words(clock.due)}"
        return f"{self.running_out}; due {in_words(clock.due)}"

    @property
    def running_out(self) -> str:
        """The same where the due day stands beside it."""
        clock = self.clock
        if clock is None or clock.stopped is not None or self.is_over:
            return ""
        if clock.is_late:
            return f"{self.rule.name}: the day has passed"
        return f"{self.rule.name}: {clock.warning}% of the time has gone" if clock.warning else ""


@dataclass(frozen=True, slots=True)
class TimeWarning:
    """A sentence about a clock that is late, or whose time is running out."""

    text: str
    is_late: bool

    @property
    def tag(self) -> str:
        """The same in a word or two."""
        return "Late" if self.is_late else "Due soon"

    @property
    def kind(self) -> str:
        """The colour of the word: red is for what is late alone."""
        return "late" if self.is_late else "due"


def clock_of(review: Review, *, today: date) -> Clock | None:
    """The review's main clock; None before there is a decision for a review.

    For those who see the timetable: extensions are part of it, and to others it would look late.
    """
    return main_clock_of(review, today=today).clock


def main_clock_of(review: Review, *, today: date) -> Running:
    """The same with its rule and how its due day was worked out."""
    return main_clocks([review], today=today)[review.pk]


def main_clocks(reviews: Sequence[Review], *, today: date) -> dict[int, Running]:
    """The same of many reviews, by the id of each, asked for all of them at once."""
    rules, granted = _rules_of_each(reviews), _granted_in_each(reviews)
    return {
        review.pk: _running(review, rule, {}, granted[review.pk], today=today, nation=nation)
        for review in reviews
        for own, nation in (rules[review.pk],)
        for rule in own
        if rule.is_main
    }


def clocks_of(review: Review, parts: Parts, *, today: date) -> list[Running]:
    """Every clock of the review that somebody with these parts sees, in the order of the type's list."""
    return clocks_of_each([review], {review.pk: parts}, today=today)[review.pk]


def clocks_of_each(
    reviews: Sequence[Review], parts: Mapping[int, Parts], *, today: date
) -> dict[int, list[Running]]:
    """The same of many reviews, by the id of each; ``parts`` are those of whoever asks, in each review."""
    rules, granted, days = _rules_of_each(reviews), _granted_in_each(reviews), days_of_each(reviews)
    found = {}
    for review in reviews:
        own, nation = rules[review.pk]
        found[review.pk] = [
            _running(review, rule, days[review.pk], granted[review.pk], today=today, nation=nation)
            for rule in own
            if _sees(parts[review.pk], review, rule)
        ]
    return found


def warnings_of(clocks: Sequence[Running]) -> list[TimeWarning]:
    """What is late or soon will be, in sentences, those that are late first."""
    warned = [TimeWarning(one.warning, one.is_late) for one in clocks if one.warning]
    return sorted(warned, key=lambda one: not one.is_late)


def rules_of(review: Review) -> tuple[ClockRule, ...]:
    """The clocks of the review's type, as its Board counts them."""
    return _rules_of_each([review])[review.pk][0]


def may_be_published_today(review: Review, *, today: date) -> Answer:
    """Whether what the regime wants so long before publication has come that long ago."""
    published = next(event.key for event in review.type.events if event.fact is EventFact.PUBLISHED)
    return may_happen_now(
        published,
        rules_of(review),
        review.type.events,
        days=days_of_each([review])[review.pk],
        today=today,
        calendar=calendar_of(review.partnership.nation),
    )


def _sees(parts: Parts, review: Review, rule: ClockRule) -> bool:
    """A clock whose events somebody does not see would tell them of those, or tell them wrongly."""
    events = {event.key: event for event in review.type.events}
    return all(sees_event(parts, events[key]) for key in (rule.starts, rule.stops))


def _running(
    review: Review,
    rule: ClockRule,
    days: Mapping[str, date],
    granted: _Granted,
    *,
    today: date,
    nation: str,
) -> Running:
    # The main clock starts with a decision for a review, and with no other decision.
    starts = review.decided_on if rule.is_main else days.get(rule.starts)
    stops = review.signed_off_on if rule.is_main else days.get(rule.stops)
    if starts is None or (starts > today and rule.length > 0):
        return Running(rule, None, None)
    worked = worked_out(rule, starts, calendar=calendar_of(nation))
    extensions = tuple(one for one in granted.get(rule.key, ()) if one.until > worked.due)
    clock = running(
        starts=starts,
        due=worked.due,
        stopped=stops,
        today=today,
        extensions=extensions,
        warns_at=rule.warns_at,
    )
    is_over = clock.stopped is None and not _outlives(review, rule)
    return Running(rule, worked, clock, is_over=is_over)


def _outlives(review: Review, rule: ClockRule) -> bool:
    """What goes on when the case has been closed: what counts from publication, and telling who must know.

    A decision against a review closes the case, and is told all the same.
    """
    if Stage(review.stage) is not Stage.CLOSED:
        return True
    facts = {event.key: event.fact for event in review.type.events}
    return facts.get(rule.starts) is EventFact.PUBLISHED or facts.get(rule.stops) is EventFact.TOLD


def _rules_of_each(reviews: Sequence[Review]) -> dict[int, tuple[tuple[ClockRule, ...], str]]:
    boards = Partnership.objects.in_bulk({review.partnership_id for review in reviews})
    return {
        review.pk: (
            clocks_here(review.type.clocks, own_lengths(board, review.review_type)),
            board.nation,
        )
        for review in reviews
        for board in (boards[review.partnership_id],)
    }


def _granted_in_each(reviews: Sequence[Review]) -> dict[int, dict[str, tuple[Extension, ...]]]:
    """The extensions granted, by review and clock, in the order in which they were."""
    kinds = {review.pk: review.type for review in reviews}
    rows = ExtensionAnswer.objects.filter(review__in=list(kinds), granted_until__isnull=False)
    found: dict[int, dict[str, tuple[Extension, ...]]] = defaultdict(dict)
    for one in rows.select_related("request").order_by("recorded_at", "pk"):
        if one.granted_until is None:
            continue
        chair = f"the {kinds[one.review_id].nouns.chair}"
        extension = Extension(
            due_before=one.request.due_before,
            until=one.granted_until,
            by=one.answered_for or chair,
            because=one.reason,
        )
        before = found[one.review_id].get(one.request.clock, ())
        found[one.review_id][one.request.clock] = (*before, extension)
    return found
