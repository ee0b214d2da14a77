"""Understanding chronologies: dates, headings, rows. Plain Python: no database, no files, no clock.

Start with :func:`goldenthread.chronology.entries.understand`, which turns the tables of a file into
entries, and :func:`goldenthread.chronology.dates.read_date`, which reads one date as typed.
"""
