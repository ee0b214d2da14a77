"""The verifier of finished files: reads the bytes that are to be released, and fails closed.

It shares no step with the making of labelled copies: it unpacks, joins and searches by its own means.
"""
