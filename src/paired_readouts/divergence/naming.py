"""Which names each account uses for the things that have several."""

from __future__ import annotations

from collections import defaultdict

import attrs

from paired_readouts._text import fold
from paired_readouts.divergence._accounts import Account, read_pair
from paired_readouts.lexicon import Lexicon, default_lexicon
from paired_readouts.model import Alignment, MentionKind

__all__ = ["NamesUsed", "compare_names"]

_NAMED = frozenset({MentionKind.PLACE, MentionKind.ORGANISATION, MentionKind.COUNTRY})


@attrs.frozen(kw_only=True)
class NamesUsed:
    """One thing, and the forms under which each account names it."""

    #: The thing: one of the lexicon's table of loaded names, or the normalised name of a mention.
    thing: str
    #: The forms in the left account, sorted; empty where it does not name the thing.
    left: tuple[str, ...]
    #: The forms in the right account.
    right: tuple[str, ...]

    @property
    def only_left(self) -> tuple[str, ...]:
        """The forms that the right account never uses."""
        return tuple(form for form in self.left if form not in self.right)

    @property
    def only_right(self) -> tuple[str, ...]:
        """The forms that the left account never uses."""
        return tuple(form for form in self.right if form not in self.left)


def compare_names(alignment: Alignment, *, lexicon: Lexicon | None = None) -> tuple[NamesUsed, ...]:
    """The things that the two accounts do not name alike, sorted.

    These are things of the lexicon's table of loaded names, and places, organisations and states
    that both accounts name. A thing that both name by the same forms is not listed. Which name is
    right is not for the library to say.
    """
    pair = read_pair(alignment, default_lexicon() if lexicon is None else lexicon)
    left, right = _forms(pair.left), _forms(pair.right)
    loaded = {entry.text("thing") for entry in pair.lexicon.table("loaded_names")}
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
