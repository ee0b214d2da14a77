"""The trail's verbs in words, for people to read."""

_WORDS: dict[str, str] = {
    "referral.begun": "began a referral",
    "referral.saved": "saved part of the referral",
    "referral.sent": "sent the referral",
    "scoping.asked": "accepted the referral and asked the agencies",
    "scoping.asked_more": "asked further agencies",
    "scoping.answered": "answered whether the agency was involved",
    "chronology.file_brought": "brought a file of the chronology",
    "chronology.file_read": "had a file of the chronology read",
    "chronology.file_refused": "had a file that could not be read",
    "chronology.file_read_again": "asked for a file to be read again",
    "chronology.file_downloaded": "took away a file as it was brought",
    "chronology.submitted": "submitted the chronology",
    "agency_report.written": "wrote in the agency’s report",
    "agency_report.submitted": "submitted the agency’s report",
    "agency_report.answered": "answered the agency’s report for the panel",
    "overview.written": "wrote in the reports",
    "register.added": "added somebody to who is who",
    "register.changed": "changed somebody in who is who",
    "register.answered": "said whose name it is",
    "release.published": "published the reports",
    "release.withheld": "recorded that the reports are not made public",
    "action.added": "added an action",
    "action.changed": "changed an action",
    "action.progress": "said how an action stands",
    "judgement.recorded": "recorded the Committee’s judgement",
    "decision.recorded": "recorded the Chair’s decision",
    "panel.appointed": "appointed somebody to the panel",
    "panel.left": "recorded that somebody has left the panel",
    "panel.asked_agency": "asked an agency for a contribution",
    "panel.author_named": "named the agency’s author",
    "terms.saved": "saved the terms of reference",
    "terms.approved": "approved the terms of reference",
    "sign_off.recorded": "recorded the Board’s approval",
    "decision.said": "said what they decide",
    "sign_off.said": "said that they approve",
    "meeting.planned": "planned a meeting",
    "meeting.changed": "changed what is planned for a meeting",
    "meeting.attendance": "recorded who attended a meeting",
    "meeting.noted": "recorded what was said at a meeting",
    "meeting.closed": "closed the record of a meeting",
    "meeting.minutes_taken": "took away the minutes of a meeting",
    "meeting.decision_logged": "recorded a decision in the decision log",
    "meeting.action_asked": "recorded an action of a meeting",
    "meeting.action_done": "recorded that an action of a meeting is done",
}

_READ: dict[str, str] = {
    "review": "the review’s home",
    "referral": "the referral",
    "scoping": "the agencies’ answers",
    "judgement": "the Committee’s judgement",
    "decision": "the Chair’s decision",
    "panel": "who is on the panel",
    "terms": "the terms of reference",
    "chronology": "the chronology",
    "source_file": "a file of the chronology",
    "agency_report": "the agencies’ reports",
    "verdict": "the panel’s answer to a report",
    "overview": "the overview report",
    "register": "who is who",
    "sign_off": "the Board’s approval",
    "trail": "this activity",
    "release": "the copy for the public",
    "action": "the actions",
    "committee_meeting": "the Committee’s meetings",
    "panel_meeting": "the panel’s meetings",
    "board_meeting": "the Board’s meetings",
}


def in_words(verb: str) -> str:
    """A sentence's end for a verb of the trail: “read the chronology”, “took the step …”."""
    if verb in _WORDS:
        return _WORDS[verb]
    part, _, what = verb.partition(".")
    if what == "read" and part in _READ:
        return f"read {_READ[part]}"
    if part == "step":
        return f"took the step “{what.replace('_', ' ')}”"
    return f"{what.replace('_', ' ')} ({part.replace('_', ' ')})"
