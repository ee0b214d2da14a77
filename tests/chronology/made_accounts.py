"""Chronologies of several agencies, typed as text, merged and made ready for the rules."""

from tests.chronology.made_tables import table

from goldenthread.chronology.accounts import accounts
from goldenthread.chronology.analysis import analyse
from goldenthread.chronology.compared import compare
from goldenthread.chronology.entries import understand
from goldenthread.chronology.integrated import Source, merge
from goldenthread.chronology.links import links
from goldenthread.chronology.tables import ReadFile


def merged(**of_agencies):
    """``police="Date|Event\\n…"``: underscores in an agency’s name stand for spaces."""
    sources = []
    for name, text in of_agencies.items():
        made = table(text)
        read = ReadFile(
            name=f"{name}.docx", kind="docx", digest=name.rjust(64, "0"), tables=(made,)
        )
        sources.append(
            Source(agency=name.replace("_", " "), file=read, understood=understand(read))
        )
    return merge(sources)


def shown(born=None, **of_agencies):
    return analyse(merged(**of_agencies), born=born)


def told(**of_agencies):
    return accounts(merged(**of_agencies).entries)


def linked(**of_agencies):
    return links(compare(told(**of_agencies)))


def rows(ids, integrated):
    """(agency, row) of ids, to compare with what was typed; the first row under the headings is 2."""
    places = {one.id: (one.agency, one.row) for one in integrated.entries}
    return [places[one] for one in ids]
