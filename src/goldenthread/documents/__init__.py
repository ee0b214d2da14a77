"""Files: what they really are, what they hold, and writing new ones. Plain Python, no database.

Start with :func:`goldenthread.documents.readers.read_file`.
"""
