"""The forms of a verb by rule, with the lexicon's list of exceptions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from paired_readouts.lexicon import Entry

__all__ = ["Form", "inflect"]

_VOWELS = "aeiou"


class Form:
    """The grammatical forms of a verb: plain strings, as every step asks for them many times."""

    BASE: Final = "base"
    THIRD: Final = "third"
    PAST: Final = "past"
    PARTICIPLE: Final = "participle"
    ING: Final = "ing"


def inflect(lemma: str, irregular: Mapping[str, Entry]) -> Iterator[tuple[str, str]]:
    """Every form of `lemma`, each once a form."""
    listed = irregular.get(lemma)
    past = listed.text("past") if listed else ""
    past = past or _past(lemma)
    yield Form.BASE, lemma
    yield Form.THIRD, (listed.text("third") if listed else "") or _third(lemma)
    yield Form.PAST, past
    yield Form.PARTICIPLE, (listed.text("participle") if listed else "") or past
    yield Form.ING, (listed.text("ing") if listed else "") or _ing(lemma)
    if lemma == "be":
        yield Form.PAST, "were"
        yield Form.BASE, "are"
        yield Form.BASE, "am"


def _past(lemma: str) -> str:
    if lemma.endswith("e"):
        return f"{lemma}d"
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return f"{lemma[:-1]}ied"
    return f"{lemma}ed"


def _third(lemma: str) -> str:
    if lemma.endswith(("s", "x", "z", "ch", "sh", "o")):
        return f"{lemma}es"
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return f"{lemma[:-1]}ies"
    return f"{lemma}s"


def _ing(lemma: str) -> str:
    if lemma.endswith("e") and not lemma.endswith(("ee", "ye")):
        return f"{lemma[:-1]}ing"
    return f"{lemma}ing"
