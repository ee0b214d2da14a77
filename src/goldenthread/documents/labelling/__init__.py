"""Labelled copies of files: names replaced inside Word, Excel and text files, and the proof that none is left."""
