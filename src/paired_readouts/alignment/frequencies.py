"""How much a word tells within the genre, for the steps that come after alignment."""

from paired_readouts.alignment._frequencies import genre_weight

__all__ = ["genre_weight"]
