"""Hold the meetings of the demo’s long case, and judge and decide a closed case anew, by the real services."""

from datetime import date, datetime, time, timedelta

from django.utils import timezone

from goldenthread.accounts.models import Person
from goldenthread.domain.criteria.scr_2010 import Fact
from goldenthread.domain.meetings import Attended, first_items
from goldenthread.domain.roles import Role
from goldenthread.reviews import moments
from goldenthread.reviews.demo.story import meetings as story
from goldenthread.reviews.demo.world import World
from goldenthread.reviews.models import LoggedDecision, Meeting, Review
from goldenthread.reviews.queries import decision_log as log
from goldenthread.reviews.queries import meeting as queries
from goldenthread.reviews.services import decision, decision_log, judgement, meeting, steps
from goldenthread.reviews.walls import asking


def hold(world: World, review: Review, told: story.Held, *, on: date) -> Meeting:
    """One meeting from its plan to its closed record, and its actions as far as they are done."""
    manager = world.person(Role.BUSINESS_MANAGER)
    with moments.at(_at(on)), asking(manager.pk):
        one = meeting.plan(
            review,
            told.body,
            held_on=on,
            items=first_items(told.body, review.type.nouns),
            begins_at=told.begins_at,
            place=told.place,
            quorum=told.quorum,
            chaired_by=told.chaired_by,
            by=manager,
        )
        people = {person.name: person for person in Person.objects.all()}
        one = meeting.record_attendance(
            one,
            [_attended(line, people) for line in told.attended],
            began_from=queries.version_of(one),
            by=manager,
        )
        _record_items(review, one, told, by=manager)
        for asked in told.asked:
            decision_log.ask(
                one,
                text=asked.text,
                owner=people[asked.who],
                owner_name="",
                due_on=on + timedelta(days=asked.due_after),
                by=manager,
            )
        one = meeting.close(one, note="", by=manager)
    _finish(one, told, on=on, by=manager)
    return one


def hold_panels(world: World, review: Review, *, first_on: date, second_on: date) -> None:
    """The two meetings of the panel, with a decision between them that replaces one of the first."""
    hold(world, review, story.FIRST_PANEL, on=first_on)
    chair, told = world.person(Role.PANEL_CHAIR), story.BETWEEN_MEETINGS
    between = first_on + timedelta(days=20)
    with moments.at(_at(between)), asking(chair.pk):
        decision_log.record_between(
            review,
            story.FIRST_PANEL.body,
            text=told.text,
            reasons=told.reasons,
            proposed_by=told.proposed_by,
            decided_on=between,
            replaces=_replaced(review, story.FIRST_PANEL, told, by=chair),
            by=chair,
        )
    hold(world, review, story.SECOND_PANEL, on=second_on)


def ask_for_more(world: World, review: Review, *, on: date) -> None:
    """The Committee has typed half a judgement and asks for more; the case returns, and the draft with it."""
    member, manager = world.person(Role.COMMITTEE_MEMBER), world.person(Role.BUSINESS_MANAGER)
    with moments.at(_at(on)), asking(member.pk):
        judgement.keep_draft(review, answers=story.HALF_A_JUDGEMENT, began_from="", by=member)
        steps.take(review, "ask_for_more", by=member, reason=story.ASKED_FOR)
    with moments.at(_at(on, 16)), asking(manager.pk):
        steps.take(
            review,
            "put_to_committee",
            by=manager,
            reason="The hospital’s letter is here; what is still missing will be sent on.",
        )


def judge_again(world: World, review: Review, *, on: date) -> date:
    """A closed case comes back with something new; the Chair decides otherwise than was recommended, on the day returned."""
    manager = world.person(Role.BUSINESS_MANAGER)
    with moments.at(_at(on)), asking(manager.pk):
        steps.take(review, "reconsider", by=manager, reason=story.CAME_BACK_BECAUSE)
    member, judged_on = world.person(Role.COMMITTEE_MEMBER), on + timedelta(days=9)
    with moments.at(_at(judged_on)), asking(member.pk):
        judgement.record(
            review,
            met_on=judged_on,
            present="Desmond Okorafe (in the chair), Harriet Silverdown and three other members.",
            facts={
                **{fact.value: ("no", "") for fact in Fact},
                Fact.INTERAGENCY_CONCERN: ("yes", "Three reports went astray in a year."),
                Fact.KNOWN_TO_AGENCIES: ("yes", ""),
            },
            recommendation="no_review",
            reasons=story.JUDGED_AGAIN,
            dissent=story.DISSENT,
            by=member,
        )
    chair, decided_on = world.person(Role.BOARD_CHAIR), on + timedelta(days=14)
    with moments.at(_at(decided_on)), asking(chair.pk):
        decision.decide(
            review,
            outcome="other_review",
            which=story.AUDIT,
            reasons=story.DECIDED_AGAIN,
            decided_on=decided_on,
            by=chair,
        )
        review.refresh_from_db()
    return decided_on


def _attended(line: story.Attender, people: dict[str, Person]) -> Attended:
    person = people.get(line.name)
    return Attended(
        name=line.name,
        was=line.was,
        capacity=line.capacity,
        counts=line.counts,
        interest=line.interest,
        stood_back=line.stood_back,
        agreed_confidentiality=line.was != "apologies",
        person_id=person.pk if person else None,
    )


def _record_items(review: Review, one: Meeting, told: story.Held, *, by: Person) -> None:
    items = {item.position: item for item in queries.items_of(by, one)}
    for position, text in told.said.items():
        meeting.note_item(items[position], discussion=text, began_from=queries.digest(""), by=by)
    for decided in told.decided:
        decision_log.record_at(
            one,
            item=items.get(decided.item),
            text=decided.text,
            reasons=decided.reasons,
            proposed_by=decided.proposed_by,
            replaces=_replaced(review, told, decided, by=by),
            by=by,
        )


def _replaced(
    review: Review, told: story.Held, decided: story.Decided, *, by: Person
) -> LoggedDecision | None:
    if decided.replaces is None:
        return None
    read = log.decision_numbered(by, review, told.body, decided.replaces)
    return read.decision if read else None


def _finish(one: Meeting, told: story.Held, *, on: date, by: Person) -> None:
    for number, asked in enumerate(told.asked, start=1):
        if asked.done_after is None:
            continue
        done_on = on + timedelta(days=asked.done_after)
        with moments.at(_at(done_on)), asking(by.pk):
            action = queries.actions_of(by, one).get(number=number)
            decision_log.finish(action, done_on=done_on, note=asked.note, by=by)


def _at(day: date, hour: int = 15) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(hour)))
