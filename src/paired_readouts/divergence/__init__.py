"""How two aligned accounts differ: findings, measures, undertakings, credited words."""

from paired_readouts.divergence.archives import Attention, measure_agreement, measure_attention
from paired_readouts.divergence.camps import Camp, find_camps
from paired_readouts.divergence.credits import CreditRecord, confirm_credits, credited_words
from paired_readouts.divergence.more import compare_revisions, compare_translations
from paired_readouts.divergence.naming import NamesUsed, compare_names
from paired_readouts.divergence.scoring import score_divergence
from paired_readouts.divergence.sentences import phrase_finding

__all__ = [
    "Attention",
    "Camp",
    "CreditRecord",
    "NamesUsed",
    "compare_names",
    "compare_revisions",
    "compare_translations",
    "confirm_credits",
    "credited_words",
    "find_camps",
    "measure_agreement",
    "measure_attention",
    "phrase_finding",
    "score_divergence",
]
