"""What every page is made of: the layout, the components, the form renderer, the words, the styles.

Knows nothing of reviews, people or tables: it is given values and shows them. Both sites use it.
"""
