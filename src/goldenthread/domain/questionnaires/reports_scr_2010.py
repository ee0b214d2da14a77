"""What the reports of the Serious Case Review of 2010 are made of, section by section."""

from goldenthread.domain.outlines import OutlineSection

AGENCY_REPORT = (
    OutlineSection(
        "summary", "Summary of involvement", "What the agency did, and what it decided, in brief."
    ),
    OutlineSection(
        "involvement",
        "Analysis of involvement",
        "What was done and why; how the child was seen and heard.",
    ),
    OutlineSection(
        "decisions",
        "Analysis of decision making",
        "What was known at each point, what was decided, and why.",
    ),
    OutlineSection(
        "adherence",
        "Adherence to policy and procedures",
        "What policy and procedures asked for, whether it was done, and why where it was not.",
    ),
    OutlineSection(
        "good_practice", "Good practice", "What went well, and what made that possible."
    ),
    OutlineSection("lessons", "Lessons to be learned", "What this case teaches the agency."),
    OutlineSection(
        "recommendations",
        "Recommendations for action",
        "What should change, who would do it, and by when.",
    ),
)

OVERVIEW = (
    OutlineSection(
        "introduction",
        "Introduction",
        "What led to the review, its terms, who took part, and other proceedings.",
    ),
    OutlineSection("facts", "The facts", "What happened, as all agencies together tell it."),
    OutlineSection(
        "family",
        "The family’s view",
        "What the family told the review, or why they were not asked.",
    ),
    OutlineSection(
        "analysis",
        "Analysis",
        "How and why things happened; where a different course was possible.",
    ),
    OutlineSection(
        "good_practice", "Good practice", "What went well, and what made that possible."
    ),
    OutlineSection(
        "lessons", "Lessons", "What this case teaches, and how each lesson will be acted on."
    ),
    OutlineSection("recommendations", "Recommendations", "Few, specific, and owned."),
)

SUMMARY = (
    OutlineSection("introduction", "Introduction", "What led to the review and how it was done."),
    OutlineSection(
        "facts", "What happened", "A short account that agrees with the Overview Report."
    ),
    OutlineSection(
        "learning",
        "Priorities for learning and change",
        "Conclusions, lessons and recommendations.",
    ),
)
