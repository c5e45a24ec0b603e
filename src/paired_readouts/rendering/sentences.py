"""Sentences from findings, safe to print; the words are the divergence's own templates."""

from __future__ import annotations

from paired_readouts.divergence.sentences import absence, phrase_finding
from paired_readouts.errors import LexiconError
from paired_readouts.lexicon import Lexicon, default_lexicon
from paired_readouts.model import CompletenessLevel, Finding
from paired_readouts.rendering._quoting import clean

__all__ = ["make_sentence", "say_absence", "say_absence_of"]


def make_sentence(finding: Finding, *, lexicon: Lexicon | None = None) -> str:
    """The finding as a plain sentence; its code and matter where the lexicon has no template."""
    try:
        sentence = phrase_finding(finding, lexicon=lexicon)
    except LexiconError:
        sentence = ""
    return " ".join(clean(sentence or _plain(finding)).split())


def say_absence(label: str, level: CompletenessLevel, *, lexicon: Lexicon | None = None) -> str:
    """How to say that the account `label`, of completeness `level`, does not have something."""
    # A summary is told as an excerpt: both lack what the whole may have.
    state = CompletenessLevel.EXCERPT if level is CompletenessLevel.SUMMARY else level
    return absence(state.value, other=label, lexicon=lexicon or default_lexicon())


def say_absence_of(finding: Finding, *, lexicon: Lexicon | None = None) -> str:
    """The sentence on what the other account does not have; "" where the finding tells of none."""
    state = finding.slot("state")
    if not state:
        return ""
    try:
        return clean(absence(state, other=finding.slot("other"), lexicon=lexicon))
    except LexiconError:
        return ""


def _plain(finding: Finding) -> str:
    what = finding.slot("matter") or "; ".join(slot.text for slot in finding.slots)
    name = finding.code.value.replace("-", " ").capitalize()
    return f"{name}: {what}." if what else f"{name}."
