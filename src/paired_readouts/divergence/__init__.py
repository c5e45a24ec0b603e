"""How two aligned accounts differ: findings, measures, undertakings, credited words."""

from paired_readouts.divergence.credits import confirm_credits, credited_words
from paired_readouts.divergence.more import compare_revisions, compare_translations
from paired_readouts.divergence.scoring import score_divergence
from paired_readouts.divergence.sentences import phrase_finding

__all__ = [
    "compare_revisions",
    "compare_translations",
    "confirm_credits",
    "credited_words",
    "phrase_finding",
    "score_divergence",
]
