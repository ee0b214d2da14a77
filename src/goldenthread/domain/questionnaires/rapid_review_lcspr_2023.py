"""The report of the rapid review of 2023: what the partners send to the national panel.

It can be sent only after the notification, and within fifteen working days of it.
"""

from goldenthread.domain.questionnaires.questions import Kind, Question, Questionnaire, Section

RAPID_REVIEW = Questionnaire(
    key="rapid-review-lcspr-2023",
    version=1,
    title="Report of the rapid review",
    sections=(
        Section(
            "case",
            "The case",
            (
                Question(
                    "notification_reference",
                    "Reference of the notification",
                    Kind.TEXT,
                    needed="Enter the reference of the notification",
                ),
                Question(
                    "summary",
                    "What happened, in brief",
                    Kind.LONG_TEXT,
                    "With labels, not names.",
                    needed="Say in brief what happened",
                ),
                Question(
                    "family_structure",
                    "Family structure",
                    Kind.LONG_TEXT,
                    "With labels, not names.",
                ),
                Question(
                    "equality",
                    "Race, culture, language, religion, disability and other inequalities",
                    Kind.LONG_TEXT,
                    "How they mattered in the child’s life and in what services did.",
                    needed="Say how inequalities were considered",
                ),
            ),
        ),
        Section(
            "safety",
            "Safety now",
            (
                Question(
                    "immediate_safety",
                    "What was done at once for this child and other children?",
                    Kind.LONG_TEXT,
                    needed="Say what was done at once to keep children safe",
                ),
                Question(
                    "immediate_learning", "What was learned and changed at once?", Kind.LONG_TEXT
                ),
            ),
        ),
        Section(
            "involvement",
            "What agencies did",
            (
                Question(
                    "agency_involvement",
                    "Each agency’s involvement",
                    Kind.ROWS,
                    needed="Enter the involvement of at least one agency, or of none known",
                    row="agency",
                    columns=(
                        Question(
                            "agency", "Agency", Kind.TEXT, needed="Enter the name of each agency"
                        ),
                        Question(
                            "involvement",
                            "What it did, and when",
                            Kind.LONG_TEXT,
                            needed="Say what each agency did",
                        ),
                    ),
                ),
                Question(
                    "key_practice",
                    "Key practice episodes",
                    Kind.ROWS,
                    "The few periods in which the case could have gone another way.",
                    row="episode",
                    columns=(
                        Question("period", "When", Kind.TEXT, needed="Say when each episode was"),
                        Question(
                            "what",
                            "What happened",
                            Kind.LONG_TEXT,
                            needed="Say what happened in each episode",
                        ),
                        Question(
                            "appraisal",
                            "How it is judged, and why it made sense then",
                            Kind.LONG_TEXT,
                        ),
                    ),
                ),
                Question(
                    "worked_well", "What worked well", Kind.LONG_TEXT, needed="Say what worked well"
                ),
                Question(
                    "did_not",
                    "What did not, and why",
                    Kind.LONG_TEXT,
                    needed="Say what did not work, and why",
                ),
                Question(
                    "earlier_learning", "What earlier reviews said about the same", Kind.LONG_TEXT
                ),
            ),
        ),
        Section(
            "family",
            "The family",
            (
                Question(
                    "family_told",
                    "Has the family been told of the rapid review?",
                    Kind.CHOICE,
                    options=(
                        ("yes", "Yes"),
                        ("not_yet", "Not yet, because it is not safe or right"),
                        ("no", "No"),
                    ),
                    needed="Say whether the family has been told",
                ),
                Question(
                    "family_view",
                    "What the family said, or why they were not asked yet",
                    Kind.LONG_TEXT,
                ),
            ),
        ),
        Section(
            "next",
            "What follows",
            (
                Question(
                    "learning",
                    "Learning, actions and who owns them",
                    Kind.LONG_TEXT,
                    needed="Say what was learned and what follows",
                ),
                Question(
                    "why_review",
                    "Why a local review is, or is not, proposed",
                    Kind.LONG_TEXT,
                    "Against the criteria, one by one.",
                    needed="Give the reasons for or against a local review",
                ),
                Question("national", "Could the case matter nationally? Say why", Kind.LONG_TEXT),
                Question(
                    "publication_intent", "What is meant to be published, and when", Kind.LONG_TEXT
                ),
                Question("education_view", "What schools and colleges say", Kind.LONG_TEXT),
                Question("scrutiny", "What independent scrutiny says", Kind.LONG_TEXT),
            ),
        ),
    ),
)
