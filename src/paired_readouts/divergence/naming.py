"""Which names each account uses for the things that have several."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache

from paired_readouts._text import fold
from paired_readouts.divergence._accounts import Account, Pair
from paired_readouts.divergence._reading import read_pair
from paired_readouts.lexicon import Lexicon, default_lexicon
from paired_readouts.model import Alignment, MentionKind, NamesUsed

__all__ = ["NamesUsed", "compare_names", "names_used"]

_NAMED = frozenset({MentionKind.PLACE, MentionKind.ORGANISATION, MentionKind.COUNTRY})


def compare_names(alignment: Alignment, *, lexicon: Lexicon | None = None) -> tuple[NamesUsed, ...]:
    """The things that the two accounts do not name alike, sorted: as in the measure `naming`.

    These are things of the lexicon's table of loaded names, and places, organisations and states
    that both accounts name. A thing that both name by the same forms is not listed. Which name is
    right is not for the library to say.
    """
    return names_used(read_pair(alignment, default_lexicon() if lexicon is None else lexicon))


def names_used(pair: Pair) -> tuple[NamesUsed, ...]:
    """The things that the two accounts do not name alike, sorted."""
    left, right = _forms(pair.left), _forms(pair.right)
    loaded = _loaded(pair.lexicon)
    things = [t for t in sorted({*left, *right}) if t in loaded or (t in left and t in right)]
    used = (
        NamesUsed(
            thing=thing,
            left=tuple(sorted(left.get(thing, ()))),
            right=tuple(sorted(right.get(thing, ()))),
        )
        for thing in things
    )
    return tuple(one for one in used if one.left != one.right)


@lru_cache(maxsize=8)
def _loaded(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(entry.text("thing") for entry in lexicon.table("loaded_names"))


def _forms(account: Account) -> dict[str, set[str]]:
    text = account.version.text
    forms: dict[str, set[str]] = defaultdict(set)
    for statement, cues in zip(account.statements, account.cues, strict=True):
        for cue in cues:
            if cue.kind == "name":
                forms[cue.entry.text("thing")].add(fold(cue.span.cut(text)))
        for mention in statement.mentions:
            if mention.kind in _NAMED:
                words = " ".join(mention.span.cut(text).split())
                forms[mention.value].add(words.removesuffix("’s").removesuffix("'s"))
    return forms
