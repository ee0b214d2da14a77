"""The demo world: one invented partnership, one long case, and ten short ones, as plain data.

Every person, place and agency here is invented. Nothing in this package knows of tables or pages;
the loader beside it walks the real services with these words.
"""
