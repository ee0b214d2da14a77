"""What a judgement is made from: the meeting, the draft so far, and what was asked for meanwhile (P8)."""

from goldenthread.accounts.models import Person
from goldenthread.domain.meetings import Body, Was
from goldenthread.domain.process import Stage
from goldenthread.reviews.models import (
    Attendance,
    Judgement,
    JudgementDraft,
    Meeting,
    Review,
    StepTaken,
)
from goldenthread.reviews.queries.meeting import attendances_of, meetings_of


def meetings_to_judge_at(person: Person, review: Review) -> list[Meeting]:
    """The meetings of the body that judges at which somebody was present, newest first."""
    held = meetings_of(person, review, Body.COMMITTEE).exclude(opened_at=None)
    return list(held.order_by("-held_on", "-number"))


def present_at(person: Person, meeting: Meeting) -> str:
    """Who was there, who sent apologies and which interests were declared, a line for each."""
    lines = [_line(one) for one in attendances_of(person, meeting)]
    return "\n".join(lines)


def stood_back_at(person: Person, meeting: Meeting) -> bool:
    """Whether the person declared an interest at the meeting and stood back from it."""
    return attendances_of(person, meeting).filter(person=person, stood_back=True).exists()


def recommended_too(person: Person, judgement: Judgement) -> bool:
    """Whether the person recorded the judgement, or sat as a member at the meeting that made it."""
    if judgement.recorded_by_id == person.pk:
        return True
    if judgement.meeting is None:
        return False
    sat = attendances_of(person, judgement.meeting).filter(
        person=person, counts=True, stood_back=False
    )
    return sat.exclude(was=Was.APOLOGIES).exists()


def draft_of(person: Person, review: Review) -> JudgementDraft | None:
    """What has been typed of a judgement that is not recorded yet."""
    found = JudgementDraft.objects.visible_to(person).filter(review=review)
    return found.select_related("saved_by").first()


def version_of(draft: JudgementDraft | None) -> str:
    """When the draft was last saved, by which a save names what it began from; empty where there is none."""
    return f"{draft.saved_at.timestamp():.6f}" if draft else ""


def asked_for_more(person: Person, review: Review) -> list[StepTaken]:
    """Each time the case went back to the agencies since it was last judged, the latest first."""
    last = Judgement.objects.visible_to(person).filter(review=review).first()
    back = StepTaken.objects.visible_to(person).filter(
        review=review, from_stage=Stage.JUDGEMENT, to_stage=Stage.SCOPING
    )
    if last:
        back = back.filter(taken_at__gt=last.recorded_at)
    return list(back.select_related("taken_by").order_by("-taken_at"))


def _line(one: Attendance) -> str:
    words = one.name
    if one.capacity:
        words += f", {one.capacity}"
    if one.was == Was.APOLOGIES:
        words += " (apologies)"
    elif one.was == Was.PART:
        words += " (for part of the meeting)"
    if one.interest:
        done = "stood back" if one.stood_back else "took part, having said so"
        words += f". Interest declared: {one.interest.rstrip('.')}; {done}."
    return words
