"""May the reports be made public? Only a labelled copy in which nobody is left (P22, P23)."""

from goldenthread.domain.answers import YES, Answer
from goldenthread.domain.duties import Duty, carries_out
from goldenthread.domain.process import Stage


@carries_out(Duty.P22, Duty.P23)
def may_release(
    *,
    stage: Stage,
    signed_off: bool,
    published: bool,
    people: int,
    survivors: int,
    open_questions: int,
    held: Answer = YES,
) -> Answer:
    """A labelled copy is published when the Board has signed off and nobody can be found in it.

    ``people`` counts who is in the register with a name: where nobody is, nobody can be found, so
    nothing is proved. ``survivors`` counts what would still identify a person in it (P22); ``open_questions``
    counts words that may be a name and that nobody has answered yet. ``held`` is whether other
    proceedings hold it back (:func:`goldenthread.domain.proceedings.holds_publication`). A copy once
    published is never changed under its readers.
    """
    if not (answer := _may_settle(stage=stage, signed_off=signed_off)):
        return answer
    if published:
        return Answer("The reports have been published.")
    if not held:
        return held
    if not people:
        return Answer(
            "No name is in the register of who is who yet, so none could be found."
            " Add the child’s name first."
        )
    if survivors:
        what = "One thing" if survivors == 1 else f"{survivors} things"
        return Answer(
            f"{what} would still identify a person. Label what is listed, then check again."
        )
    if open_questions:
        what = (
            "One question about a possible name is"
            if open_questions == 1
            else f"{open_questions} questions about possible names are"
        )
        return Answer(f"{what} not answered yet.")
    return YES


@carries_out(Duty.P23)
def may_withhold(*, stage: Stage, signed_off: bool, published: bool, reason: str) -> Answer:
    """The reports are usually made public; to withhold them is an outcome that keeps its reason (P23)."""
    if not (answer := _may_settle(stage=stage, signed_off=signed_off)):
        return answer
    if published:
        return Answer("The reports have been published, so they can no longer be withheld.")
    return YES if reason.strip() else Answer("Say why the reports are not made public.")


def _may_settle(*, stage: Stage, signed_off: bool) -> Answer:
    # Withheld today may be published later: proceedings end, and the review has gone on meanwhile.
    if signed_off and stage in (Stage.PUBLICATION, Stage.FOLLOW_UP, Stage.CLOSED):
        return YES
    return Answer("The reports have not been approved yet.")
