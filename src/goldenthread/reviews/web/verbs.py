"""The trail's verbs in words, for people to read."""

_WORDS: dict[str, str] = {
    "referral.begun": "began a referral",
    "referral.saved": "saved part of the referral",
    "referral.sent": "sent the referral",
    "scoping.asked": "accepted the referral and asked the agencies",
    "scoping.asked_more": "asked further agencies",
    "scoping.answered": "answered whether the agency was involved",
}


def in_words(verb: str) -> str:
    """A sentence's end for a verb of the trail: “read the chronology”, “took the step …”."""
    if verb in _WORDS:
        return _WORDS[verb]
    part, _, what = verb.partition(".")
    if part == "step":
        return f"took the step “{what.replace('_', ' ')}”"
    return f"{what.replace('_', ' ')} ({part.replace('_', ' ')})"
