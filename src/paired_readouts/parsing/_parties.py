"""Whose account a line announces: states by name, adjective, capital or seat, and their offices."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import attrs

from paired_readouts._text import Phrases, Tokens, fold, tokenize
from paired_readouts.lexicon import Lexicon
from paired_readouts.model._by_fields import by_fields

__all__ = ["Mention", "Parties", "find_parties"]

_KINDS = ("words", "adjectives", "people", "capitals", "seats")


@by_fields
@attrs.frozen(eq=False, repr=False)
class Mention:
    """A party that is named, as tokens."""

    #: Its code.
    party: str
    #: By what: a name ("words"), "adjectives", "people", "capitals", "seats".
    kind: str
    #: Its first token.
    first: int
    #: One past its last token.
    end: int


@attrs.frozen(kw_only=True, eq=False)
class Parties:
    """Look-ups in the tables `countries` and `introductions` of one lexicon."""

    _names: Phrases[tuple[str, str, bool]]
    _inner: frozenset[str]
    _offices: Phrases[str]
    _roles: frozenset[str]
    _verbs: frozenset[str]
    _before_office: frozenset[str]

    def find(self, tokens: Tokens) -> Iterator[Mention]:
        """The parties that `tokens` name, from left to right."""
        lower = [word.removesuffix("'s").removesuffix("'") for word in tokens.lower]
        at = 0
        while at < len(lower):
            found = self._names.match(lower, at) if tokens.words[at][0].isupper() else None
            if found is None:
                at += 1
                continue
            end, (party, kind, capitals) = found
            if not capitals or all(
                not any(c.islower() for c in w.removesuffix("'s").removesuffix("’s"))
                for w in tokens.words[at:end]
            ):
                yield Mention(party, kind, at, end)
            at = end

    def codes(self, text: str) -> tuple[str, ...]:
        """The codes of the parties that `text` names, each once, in the order of the text."""
        return tuple(dict.fromkeys(m.party for m in self.find(tokenize(text[:2000]))))

    def office(self, tokens: Tokens, mention: Mention) -> str:
        """The office of the mentioned party that stands beside the mention; "" where none does."""
        if mention.kind == "seats":
            return _phrase(tokens, mention.first, mention.end)
        right = mention.end
        while right < len(tokens) and self._belongs(tokens, right):
            right += 1
        right = self._last_office(tokens, mention.end, right)
        if right > mention.end:
            return _phrase(tokens, mention.end, right)
        left = mention.first
        while left > 0 and self._belongs(tokens, left - 1):
            left -= 1
        while left < mention.first and tokens.lower[left] in self._before_office:
            left += 1
        if self._last_office(tokens, left, mention.first) > left:
            end = mention.first
            while end > left and tokens.lower[end - 1] in {"of", "the", "for"}:
                end -= 1
            return _phrase(tokens, left, end)
        return ""

    def is_office(self, tokens: Tokens, at: int) -> bool:
        """Whether a word for an office begins at token `at`."""
        return self._office_end(tokens, at) > at

    def _office_end(self, tokens: Tokens, at: int) -> int:
        """One past the longest word for an office at token `at`; `at` where there is none."""
        near = [w.removesuffix("'s").removesuffix("'") for w in tokens.lower[at : at + 4]]
        found = self._offices.match(near, 0)
        return at + found[0] if found else at

    def _belongs(self, tokens: Tokens, at: int) -> bool:
        word = tokens.lower[at]
        if word in self._verbs:
            return False
        capital = tokens.words[at][0].isupper()
        return capital or word in self._inner or self.is_office(tokens, at)

    def _last_office(self, tokens: Tokens, start: int, end: int) -> int:
        """One past the last word before `end` with which the name of an office may close."""
        last = start
        for at in range(start, end):
            found = self._office_end(tokens, at)
            if at < found <= end:
                last = found
        if last == start:
            return start
        # "Ministry of Foreign Affairs" goes on after its noun.
        while last < end and (
            tokens.words[last][0].isupper()
            or (
                last + 1 < end
                and tokens.lower[last] in {"of", "for", "and"}
                and tokens.words[last + 1][0].isupper()
            )
        ):
            last += 1
        return last


def _phrase(tokens: Tokens, first: int, end: int) -> str:
    text = " ".join(tokens.text[tokens.starts[first] : tokens.ends[end - 1]].split())
    text = text.removesuffix("'s").removesuffix("’s")
    return text[:1].upper() + text[1:]


@lru_cache(maxsize=8)
def find_parties(lexicon: Lexicon) -> Parties:
    """The look-ups for `lexicon`, made once."""
    rows: list[tuple[str, tuple[str, str, bool]]] = []
    for entry in lexicon.table("countries"):
        for kind in _KINDS:
            rows.extend(
                (word, (entry.id, kind, not any(c.islower() for c in word)))
                for word in entry.list(kind)
            )
    tables = {entry.id: entry.list() for entry in lexicon.table("introductions")}
    return Parties(
        names=Phrases(rows),
        inner=frozenset(fold(w) for w in tables.get("office-inner", ())),
        offices=Phrases([(word, word) for word in tables.get("office", ())]),
        roles=frozenset(tables.get("person", ())),
        before_office=frozenset(
            (*tables.get("release", ()), "the", "of", "and", "to", "for", "as", "by", "in", "from")
        ),
        verbs=frozenset(w for w in tables.get("says", ()) if " " not in w),
    )
