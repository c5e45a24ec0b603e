"""Which statements of two accounts report the same matter."""

from paired_readouts.alignment.aligning import Similarity, align_statements

__all__ = ["Similarity", "align_statements"]
