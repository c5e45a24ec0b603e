"""What a report says itself, around the words of the sources: data of the lexicon."""

from __future__ import annotations

from paired_readouts.lexicon import Lexicon

__all__ = ["say"]


def say(lexicon: Lexicon, section: str, form: str, **slots: object) -> str:
    """The form `form` of a section of the table `report`, with the slots put in."""
    return lexicon.entry("report", section).text(form).format_map(slots)
