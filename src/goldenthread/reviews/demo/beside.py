"""Let proceedings run beside a demo review, day by day in the order in which things happened."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import partial
from typing import Any

from django.utils import timezone

from goldenthread.accounts.models import Person
from goldenthread.domain.roles import Role
from goldenthread.reviews import moments
from goldenthread.reviews.demo.story.beside import Asked, Beside, Held
from goldenthread.reviews.demo.world import World
from goldenthread.reviews.models import Disclosure, Hold, Proceeding, Review
from goldenthread.reviews.services import disclosure, holds, proceedings
from goldenthread.reviews.walls import asking


@dataclass(frozen=True, slots=True)
class _Happened:
    on: date
    act: Callable[[Person], None]


class Running:
    """What runs beside one review. It goes on until a day, and later from there."""

    def __init__(self, world: World, review: Review, told: Beside) -> None:
        self.world, self.review = world, review
        self._proceedings: list[Proceeding] = []
        self._holds: dict[int, Hold] = {}
        self._lines: dict[int, Disclosure] = {}
        # A stable order: what happens on one day happens in the order in which it is told.
        self._to_come = sorted(self._all(told), key=lambda happened: happened.on)

    def until(self, day: date) -> None:
        """Do everything that happened by this day and has not been done yet."""
        while self._to_come and self._to_come[0].on <= day:
            happened = self._to_come.pop(0)
            with _as_manager(self.world, on=happened.on) as by:
                happened.act(by)

    def _all(self, told: Beside) -> Iterator[_Happened]:
        for on, known in told.proceedings:
            yield _Happened(on, partial(self._add, known))
        for number, (on, known) in told.ended.items():
            yield _Happened(on, partial(self._change, number, known))
        for number, held in enumerate(told.holds):
            yield from self._hold(number, held)
        for number, asked in enumerate(told.asked):
            yield from self._ask(number, asked)

    def _hold(self, number: int, held: Held) -> Iterator[_Happened]:
        yield _Happened(held.on, partial(self._place, number, held))
        if held.looked_on and held.next_on:
            again = {"note": held.found, "look_again_on": held.next_on}
            yield _Happened(held.looked_on, partial(self._look, number, again))
        if held.lifted_on:
            yield _Happened(held.lifted_on, partial(self._lift, number, held.because))

    def _ask(self, number: int, asked: Asked) -> Iterator[_Happened]:
        yield _Happened(asked.on, partial(self._request, number, asked))
        if asked.decided_on:
            yield _Happened(asked.decided_on, partial(self._decide, number, asked))
        if served_on := asked.served_on:
            yield _Happened(served_on, partial(self._serve, number, served_on))

    def _add(self, known: proceedings.Known, by: Person) -> None:
        self._proceedings.append(proceedings.add(self.review, known, by=by))

    def _change(self, number: int, known: proceedings.Known, by: Person) -> None:
        proceedings.change(self._proceedings[number], known, by=by)

    def _place(self, number: int, held: Held, by: Person) -> None:
        words: dict[str, Any] = {
            "reason": held.reason,
            "asked_by": held.asked_by,
            "look_again_on": held.look_again_on,
            "proceeding": self._proceedings[held.proceeding],
            "by": by,
        }
        if held.agency:
            agency = self.world.agencies[held.agency]
            placed = holds.place_on_interview(self.review, agency, whose=held.whose, **words)
        else:
            placed = holds.place_on_publication(self.review, **words)
        self._holds[number] = placed

    def _look(self, number: int, again: dict[str, Any], by: Person) -> None:
        holds.look_again(self._holds[number], by=by, **again)

    def _lift(self, number: int, because: str, by: Person) -> None:
        holds.lift(self._holds[number], because=because, by=by)

    def _request(self, number: int, asked: Asked, by: Person) -> None:
        self._lines[number] = disclosure.add_request(
            self.review,
            document=asked.document,
            requested_by=asked.by,
            requested_on=asked.on,
            legal_basis=asked.basis,
            agency=self.world.agencies.get(asked.agency),
            proceeding=self._proceedings[asked.proceeding],
            by=by,
        )

    def _decide(self, number: int, asked: Asked, by: Person) -> None:
        disclosure.decide(
            self._lines[number],
            decision=asked.decision,
            claims_immunity=asked.immunity,
            redactions=asked.redactions,
            reason=asked.reason,
            by=by,
        )

    def _serve(self, number: int, served_on: date, by: Person) -> None:
        disclosure.serve(self._lines[number], served_on=served_on, by=by)


@contextmanager
def _as_manager(world: World, *, on: date) -> Iterator[Person]:
    person = world.person(Role.BUSINESS_MANAGER)
    moment = timezone.make_aware(datetime.combine(on, time(15)))
    with moments.at(moment), asking(person.pk):
        yield person
