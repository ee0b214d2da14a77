"""Template tags of the case site."""
