"""Two aligned accounts as the findings read them: words, cues and standing of each statement."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property, lru_cache
from typing import NamedTuple, TypeVar

import attrs

from paired_readouts._text import Tokens
from paired_readouts.divergence._names import is_of, name_of
from paired_readouts.lexicon import Entry, Lexicon
from paired_readouts.model import (
    Act,
    Alignment,
    CompletenessLevel,
    Share,
    Side,
    Span,
    Statement,
    Version,
)

T = TypeVar("T")

__all__ = ["SIDES", "Account", "Cue", "Pair", "Word", "state_of"]

#: Both sides; going through the enum itself is slow.
SIDES = (Side.LEFT, Side.RIGHT)

_STATES = {
    CompletenessLevel.FULL: "full",
    CompletenessLevel.EXCERPT: "excerpt",
    CompletenessLevel.SUMMARY: "excerpt",
    CompletenessLevel.UNKNOWN: "unknown",
}


class Word(NamedTuple):
    """A token that tells something of the matter."""

    #: A stem, or the kind and value of the mention that the token belongs to.
    base: str
    #: The token's index in the account.
    token: int
    #: The bits that it tells within the genre.
    weight: float


class Cue(NamedTuple):
    """A phrase of the tables of cues or of loaded names."""

    #: The kind of cue; "name" for a loaded name.
    kind: str
    #: Its row.
    entry: Entry
    #: Where it stands.
    span: Span


@attrs.frozen(eq=False, repr=False, slots=False)
class Account:
    """One side: its version, and what its words show, read once."""

    side: Side
    version: Version
    #: The party of the other account.
    facing: str
    #: What the account is called in a sentence: "US", "Ukrainian".
    label: str
    lexicon: Lexicon
    statements: tuple[Statement, ...]
    tokens: Tokens
    #: The first token of each statement and one past its last.
    bounds: tuple[tuple[int, int], ...]
    #: The informative words of each statement.
    words: tuple[tuple[Word, ...], ...]
    #: The cues of each statement.
    cues: tuple[tuple[Cue, ...], ...]

    @property
    def state(self) -> str:
        """How complete the text is, in the words of the table of sentences."""
        return state_of(self.version)

    @cached_property
    def caveat(self) -> str:
        """What to keep in mind where the account does not have something; "" for a whole text."""
        level = self.version.completeness.level
        if level is CompletenessLevel.FULL:
            return ""
        words = self.lexicon.entry("sentences", "caveats")
        return words.text(level.value).format(account=self.label)

    @cached_property
    def bases(self) -> tuple[dict[str, float], ...]:
        """The informative words of each statement with their weights."""
        return tuple([{base: weight for base, _, weight in words} for words in self.words])

    @cached_property
    def base_at(self) -> dict[int, str]:
        """The informative word at each token that is one."""
        return {token: base for words in self.words for base, token, _ in words}

    @cached_property
    def function_words(self) -> frozenset[str]:
        """Words such as "of" and "the", which no quotation breaks off at."""
        return _function_words(self.lexicon)

    @cached_property
    def lengths(self) -> tuple[int, ...]:
        """The number of words of each statement."""
        return tuple([len(s.text.split()) for s in self.statements])

    @cached_property
    def length(self) -> int:
        """The number of words of all statements."""
        return sum(self.lengths)

    def find_cues(self, indexes: tuple[int, ...], *kinds: str) -> tuple[Cue, ...]:
        """The cues of these kinds in these statements, in the order of the text."""
        return tuple([c for i in indexes for c in self.cues[i] if c.kind in kinds])

    def has_cue(self, index: int, *kinds: str) -> bool:
        """Whether a cue of these kinds stands in a statement."""
        return not self._cue_kinds[index].isdisjoint(kinds)

    @cached_property
    def _cue_kinds(self) -> tuple[frozenset[str], ...]:
        return tuple([frozenset([kind for kind, _, _ in cues]) for cues in self.cues])

    @cached_property
    def holders(self) -> dict[str, list[int]]:
        """The statements that hold each informative word."""
        found: dict[str, list[int]] = defaultdict(list)
        for i, told in enumerate(self.bases):
            for base in told:
                found[base].append(i)
        return dict(found)

    @cached_property
    def repeated(self) -> list[tuple[str, list[int]]]:
        """The informative words that several statements hold, with these."""
        return [(base, holding) for base, holding in self.holders.items() if len(holding) > 1]

    @cached_property
    def marks(self) -> tuple[str, str]:
        """The quotation marks of a sentence."""
        entry = self.lexicon.entry("sentences", "words")
        return entry.text("open"), entry.text("close")

    @cached_property
    def weights(self) -> tuple[float, ...]:
        """What each statement tells, in bits."""
        return tuple(sum(told.values()) for told in self.bases)

    @cached_property
    def voices(self) -> tuple[Share, ...]:
        """Each speaker's share of the account, joint lines as one voice, by words."""
        words: dict[str, int] = defaultdict(int)
        statements: dict[str, int] = defaultdict(int)
        both = self.lexicon.entry("sentences", "words").text("both")
        for statement, length in zip(self.statements, self.lengths, strict=True):
            people = statement.speakers
            name = both if len(people) > 1 else name_of(people[0]) if people else ""
            words[name] += length
            statements[name] += 1
        return tuple(
            Share(
                side=self.side,
                name=name,
                statements=statements[name],
                words=words[name],
                share=round(words[name] / self.length, 6) if self.length else 0.0,
            )
            for name in sorted(words, key=lambda name: (-words[name], name))
        )

    def standing(self, index: int) -> str:
        """Whose line it is: "own", "credited", "joint" or "nobody"."""
        return self._standings[index]

    @cached_property
    def _standings(self) -> tuple[str, ...]:
        return tuple(map(self._stand, range(len(self.statements))))

    def _stand(self, index: int) -> str:
        speakers = self.statements[index].speakers
        if not speakers:
            return "nobody"
        mine = [is_of(p, self.version.party) for p in speakers]
        if all(mine):
            return "own"
        if any(mine):
            return "joint"
        # Where the other account's party is not known, whoever is not one's own is on its side.
        facing = self.facing or (self.version.party and "?")
        theirs = facing != self.version.party and all(
            p.party and facing in {"?", p.party} for p in speakers
        )
        return "credited" if theirs else "nobody"

    def is_light(self, index: int) -> bool:
        """Whether the statement is one of greeting, atmosphere or staying in touch."""
        return self.has_cue(index, "courtesy", "contacts")

    def is_on_itself(self, index: int) -> bool:
        """Whether the statement tells of the conversation rather than of a matter."""
        if self.has_cue(index, "courtesy", "contacts", "contact"):
            return True
        span = self.statements[index].span
        return any(c.span is not None and c.span.overlaps(span) for c in self.version.claims)

    def is_contact(self, index: int) -> bool:
        """Whether the statement tells that the conversation took place."""
        if self.statements[index].act not in (Act.NARRATE, Act.DISCUSS) or index > 1:
            return False
        if not self.has_cue(index, "contact") or (index and self.has_cue(index, "courtesy")):
            return False
        return self.statements[index].act is Act.NARRATE or index == 0


@attrs.frozen(eq=False, repr=False, slots=False)
class Pair:
    """Two accounts and what joins them."""

    alignment: Alignment
    lexicon: Lexicon
    left: Account
    right: Account

    def account(self, side: Side) -> Account:
        return self.left if side is Side.LEFT else self.right

    def alone(self, side: Side) -> tuple[int, ...]:
        """The statements of a side that no link joins."""
        return self._alone[side is Side.RIGHT]

    @cached_property
    def _alone(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        return self.alignment.unlinked_left, self.alignment.unlinked_right

    def settle(self, left: T, right: T) -> tuple[T, T]:
        """The two in an order that does not depend on which account is called left.

        What decides between equals goes by it, so that swapping the accounts mirrors the result.
        """
        return (left, right) if self._in_order else (right, left)

    @cached_property
    def _in_order(self) -> bool:
        left, right = self.left.version, self.right.version
        return (left.party, left.text) <= (right.party, right.text)

    @property
    def accounts(self) -> tuple[tuple[Account, Account], tuple[Account, Account]]:
        """Each account with the other one."""
        return (self.left, self.right), (self.right, self.left)


@lru_cache(maxsize=8)
def _function_words(lexicon: Lexicon) -> frozenset[str]:
    return lexicon.words("matching", "function")


def state_of(version: Version) -> str:
    """How complete a text is, in the words of the table of sentences."""
    return _STATES[version.completeness.level]
