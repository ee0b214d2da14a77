"""What the reports of the local review of 2023 are made of, section by section."""

from goldenthread.domain.outlines import OutlineSection

AGENCY_REPORT = (
    OutlineSection("summary", "Summary of involvement", "What the agency did, in brief."),
    OutlineSection(
        "practice",
        "Key practice",
        "The moments that mattered, what people knew then, and why what they did made sense to them.",
    ),
    OutlineSection(
        "systems",
        "What lay behind it",
        "Tools, time, supervision, culture, demand: why practice was as it was.",
    ),
    OutlineSection(
        "good_practice", "What worked well", "What went well, and what made that possible."
    ),
    OutlineSection(
        "learning", "Learning", "What the agency has learned, and what it has changed already."
    ),
)

OVERVIEW = (
    OutlineSection(
        "introduction", "Introduction", "What led to the review, its terms, and who took part."
    ),
    OutlineSection("child", "The child’s life", "What daily life was like for the child."),
    OutlineSection(
        "family",
        "The family’s view",
        "What the family told the review, or why they were not asked.",
    ),
    OutlineSection(
        "analysis",
        "Why things happened",
        "The systemic or underlying reasons why actions were, or were not, taken.",
    ),
    OutlineSection(
        "good_practice", "What worked well", "Good practice, and what made it possible."
    ),
    OutlineSection(
        "improvements",
        "Improvements needed",
        "A summary of what should improve, for the partners and for anybody else who is concerned.",
    ),
)

SUMMARY = (
    OutlineSection(
        "what_happened", "What happened", "A short account that agrees with the report."
    ),
    OutlineSection(
        "learning",
        "What we learned",
        "The few findings that matter most, good practice among them.",
    ),
    OutlineSection("what_follows", "What follows", "What will change, and who sees to it."),
)
