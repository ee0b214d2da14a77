"""Invented chronologies, merged, for the writers to write."""

from hypothesis import strategies as st

from goldenthread.chronology.analysis import analyse
from goldenthread.chronology.dates import Reading
from goldenthread.chronology.entries import understand
from goldenthread.chronology.integrated import Source, merge
from goldenthread.chronology.tables import Cell, ReadFile, Row, Table

HEADINGS = ("Date", "Time", "What happened", "Source", "Action taken", "Colour of door")
DATES = (
    "3 May 2011",
    "03.05.11",
    "about March 2010",
    "May 2011",
    "2009",
    "?12/3/10",
    "3-5 May 2011",
    "w/c 9 May 2011",
    "by 3 June 2011",
    "from 2 Jan 2012",
    "22/23 May 2011",
    "12 March",
    "31/02/2010",
    "not known",
    "as above",
    "",
)
TIMES = ("", "14.30", "9am", "afternoon", "2-3pm", "about 9am", "soon")
FIRST = ("", "=2+5 ", "+44 rang. ", "-", "@home ", "'quoted' ", "#import $x$ *b* ", "<b>&amp; ")
words = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), max_size=60)
ODD = (
    "",
    "\nShe said:\n“No.”",
    " 20° £5 €7 😀 Zoë",
    "\n\nAgain; a,b|c\td",
    " word" * 600,
    ' ""x"" ',
)
events = st.builds(
    lambda first, said, odd: (
        f"{first}The health visitor called at Bramble Cottage. {said}".strip() + odd.rstrip()
    ),
    st.sampled_from(FIRST),
    words.map(lambda said: " ".join(said.split())),
    st.sampled_from(ODD),
)
rows = st.tuples(
    st.sampled_from(DATES),
    st.sampled_from(TIMES),
    events,
    st.sampled_from(("", "Diary of HV1", "=cmd")),
    st.sampled_from(("", "None.", "Letter sent\nand filed")),
    st.sampled_from(("", "green", "+red")),
)
files = st.lists(st.lists(rows, min_size=1, max_size=5), min_size=1, max_size=3)


def source(agency, rows, *, name=""):
    lines = tuple(
        Row(number, tuple(Cell(text) for text in texts))
        for number, texts in enumerate((HEADINGS, *rows), start=1)
    )
    digest = f"{abs(hash((agency, tuple(rows)))):064x}"
    file = ReadFile(name or f"{agency}.docx", "docx", digest, (Table("Table 1", lines),))
    return Source(agency, file, understand(file))


def merged(tables):
    agencies = ("Bramble Surgery", "Bramble School", "=Bramble Police")
    return merge(source(agency, rows) for agency, rows in zip(agencies, tables, strict=False))


def written(write, tables):
    integrated = merged(tables)
    return integrated, write(integrated, analyse(integrated))


def told(entry, *, agency, extra):
    """What of an entry has to come back from a file."""
    read = entry.date
    extent = (read.first, read.last, read.doubt, read.time) if isinstance(read, Reading) else None
    if extent and extent[:2] == (None, None):
        extent = None
    return (extent, agency, entry.event, entry.source, entry.fields.get("action", ""), extra)
