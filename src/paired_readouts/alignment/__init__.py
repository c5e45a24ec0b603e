"""Which statements of two accounts report the same matter."""

from paired_readouts.alignment._cast import tell_other_days
from paired_readouts.alignment.aligning import align_statements
from paired_readouts.alignment.explaining import Explanation, explain_link
from paired_readouts.alignment.manual import anchor_link
from paired_readouts.alignment.matters import join_matters
from paired_readouts.alignment.similarity import Similarity

__all__ = [
    "Explanation",
    "Similarity",
    "align_statements",
    "anchor_link",
    "explain_link",
    "join_matters",
    "tell_other_days",
]
