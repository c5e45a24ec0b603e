"""The words with which an article introduces a release: whose it is, and how much of it follows."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

import attrs

from paired_readouts._text import Phrases, Tokens, fold, tokenize
from paired_readouts.lexicon import Lexicon
from paired_readouts.model import Completeness, CompletenessLevel, Translation
from paired_readouts.model._by_fields import by_fields
from paired_readouts.parsing._parties import Mention, Parties, find_parties

__all__ = ["Introduction", "Introductions", "find_introductions"]

_LONGEST = 400
_NEAR = 6
_HEADING = 10


@by_fields
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Introduction:
    """Whose account follows."""

    #: The party's code.
    party: str
    #: The office, in the article's words.
    issuer: str
    #: How much of the release follows, by the article's own words.
    completeness: Completeness
    #: Whether the article calls it a translation.
    translation: Translation
    #: Whether the party is in the table of states.
    listed: bool
    #: Whether the words name a release, rather than only an office that says something.
    release: bool


@attrs.frozen(kw_only=True, eq=False)
class Introductions:
    """Look-ups in the tables of one lexicon."""

    _parties: Parties
    _tables: dict[str, Phrases[str]]
    _words: dict[str, frozenset[str]]

    def read(self, text: str, names: Iterable[str] = ()) -> Introduction | None:
        """What `text`, the words before a quotation or a line of its own, introduces."""
        tokens = tokenize(text[-_LONGEST:])
        nouns = self._places(tokens, "release")
        verbs = self._places(tokens, "says")
        if not nouns and not verbs:
            return None
        best = self._best(tokens, nouns, verbs)
        if best is not None:
            office = self._parties.office(tokens, best)
            spoken_to = self._before(tokens, best.first) in self._words["party-to"]
            if spoken_to and not office and best.end not in nouns:
                return None
            near = any(abs(best.first - at) <= _NEAR for at in nouns)
            follows = best.end in verbs and self._before(tokens, best.first) != "of"
            if near or office or best.kind in {"seats", "capitals"} or follows:
                return self._made(tokens, best.party, office, listed=True, release=near)
            return None
        at = self._unlisted(tokens, nouns)
        if at is None:
            return None
        code = _code(tokens.words[at], names)
        office = self._parties.office(tokens, Mention(code, "adjectives", at, at + 1))
        return self._made(tokens, code, office, listed=False, release=bool(nouns))

    def read_heading(self, text: str, names: Iterable[str] = ()) -> Introduction | None:
        """What a line of its own introduces: "American version", "What the Kremlin said"."""
        tokens = tokenize(text[:_LONGEST])
        if not 0 < len(tokens) <= _HEADING:
            return None
        mentions = list(self._parties.find(tokens))
        if len({m.party for m in mentions}) > 1:
            return None
        found = self.read(text, names)
        if found is not None and (mentions or found.release):
            return found
        if not mentions:
            return None
        named = {at for m in mentions for at in range(m.first, m.end)}
        rest = {w for at, w in enumerate(tokens.lower) if at not in named and w[0].isalpha()}
        if rest <= self._words["office-inner"] | {"in", "by", "from"}:
            first = mentions[0]
            office = self._parties.office(tokens, first)
            return self._made(tokens, first.party, office, listed=True, release=False)
        return None

    def retells(self, text: str, names: Iterable[str] = (), *, clause: bool) -> Introduction | None:
        """Whose account `text` retells, before a `clause` with "that" or after a comma."""
        tokens = tokenize(text[-_LONGEST:])
        if not len(tokens):
            return None
        if not clause and not self._tables["retold-first"].match(tokens.lower, 0):
            return None
        of_contact = self._places(tokens, "retold-of-a-contact") and self._places(tokens, "contact")
        if not of_contact and not self._places(tokens, "retold"):
            return None
        told = self.read(text, names)
        return told if told is not None and told.release else None

    def announces(self, text: str, names: Iterable[str] = ()) -> Introduction | None:
        """Whose account stands under the line `text`: "Below is the readout of the Kremlin."."""
        tokens = tokenize(text[:_LONGEST])
        if not 0 < len(tokens) <= 2 * _HEADING:
            return None
        if not self._tables["announcing"].match(tokens.lower, 0):
            return None
        told = self.read(text, names)
        return told if told is not None and told.release else None

    def _places(self, tokens: Tokens, table: str) -> list[int]:
        phrases = self._tables[table]
        return [at for at in range(len(tokens)) if phrases.match(tokens.lower, at)]

    def _best(self, tokens: Tokens, nouns: list[int], verbs: list[int]) -> Mention | None:
        """The party that speaks: near the release or its verb, by its office, not spoken to."""
        mentions = list(self._parties.find(tokens))
        ends = {mention.end: mention.party for mention in mentions}

        def cost(mention: Mention) -> tuple[float, int]:
            places = nouns or verbs
            distance = min(abs(mention.first - at) for at in places)
            before = self._before(tokens, mention.first)
            total = float(distance)
            if mention.kind == "seats" or self._parties.office(tokens, mention):
                total -= 8
            if ends.get(mention.first, mention.party) != mention.party:
                total += 20  # "Pakistan's Foreign Office" is not that of another state.
            if before in self._words["party-by"]:
                total -= 2
            if before in self._words["party-to"]:
                total += 12
            after = tokens.lower[mention.end] if mention.end < len(tokens) else ""
            if after in self._words["person"] and not self._parties.office(tokens, mention):
                total += 5
            return total, mention.first

        return min(mentions, key=cost, default=None)

    def _before(self, tokens: Tokens, at: int) -> str:
        while at > 0 and tokens.lower[at - 1] in {"the", "that", "'s"}:
            at -= 1
        if at > 1 and tokens.lower[at - 2] == "according":
            return "according"
        return tokens.lower[at - 1] if at > 0 else ""

    def _unlisted(self, tokens: Tokens, nouns: list[int]) -> int | None:
        """A name that no table has, right beside a release or an office."""
        for at, word in enumerate(tokens.words):
            lower = tokens.lower[at].removesuffix("'s")
            plain = lower.isalpha() and len(lower) > 3 and word[0].isupper()
            if not plain or lower in self._words["not-a-name"]:
                continue
            before = self._before(tokens, at)
            beside = at + 1 in nouns or (
                at + 1 < len(tokens)
                and (
                    self._parties.is_office(tokens, at + 1)
                    or tokens.lower[at + 1] in self._words["office-inner"]
                )
            )
            between = tokens.lower[nouns[0] : at] if nouns and nouns[0] < at else []
            of_noun = (
                before in {"of", "by", "from"}
                and 0 < len(between) <= 2 * _NEAR
                and not any(w in self._words["party-to"] for w in between[:-1])
            )
            if (beside and before not in self._words["party-to"]) or of_noun:
                return at
        return None

    def _made(
        self, tokens: Tokens, party: str, issuer: str, *, listed: bool, release: bool
    ) -> Introduction:
        level, evidence = CompletenessLevel.UNKNOWN, ""
        for table, found in (
            ("excerpt", CompletenessLevel.EXCERPT),
            ("summary", CompletenessLevel.SUMMARY),
        ):
            places = self._places(tokens, table)
            if places and not evidence:
                evidence = tokens.text[tokens.starts[places[0]] :].strip(' :,“"\n')
                level = found
        translated = bool(self._places(tokens, "translation"))
        return Introduction(
            party=party,
            issuer=issuer,
            completeness=Completeness(level=level, evidence=evidence),
            translation=Translation.UNOFFICIAL if translated else Translation.UNKNOWN,
            listed=listed,
            release=release,
        )


def _code(name: str, names: Iterable[str]) -> str:
    """A code for a party that no table has: the name as printed, of its state where it stands."""
    word = name.removesuffix("'s").removesuffix("’s")
    stems = [
        other
        for other in names
        if 4 <= len(other) < len(word)
        and word.startswith(other.rstrip("aeiouy")[:12])
        and len(other.rstrip("aeiouy")) >= 4
    ]
    chosen = max(stems, key=lambda other: (len(other), other), default=word)
    plain = unicodedata.normalize("NFKD", chosen).encode("ascii", "ignore").decode().upper()
    return re.sub(r"[^A-Z0-9]", "", plain) or "X"


@lru_cache(maxsize=8)
def find_introductions(lexicon: Lexicon) -> Introductions:
    """The look-ups for `lexicon`, made once."""
    lists = {entry.id: entry.list() for entry in lexicon.table("introductions")}
    lists["contact"] = lexicon.entry("genres", "contact").list()
    words = {name: frozenset(fold(w) for w in listed) for name, listed in lists.items()}
    calendar = lexicon.words("boilerplate", "months") | lexicon.words("boilerplate", "weekdays")
    ordinary = lexicon.words("introductions", "not-a-name")
    single = {w for listed in lists.values() for phrase in listed for w in fold(phrase).split()}
    words["not-a-name"] = frozenset(calendar | ordinary | single)
    return Introductions(
        parties=find_parties(lexicon),
        tables={name: Phrases([(w, w) for w in listed]) for name, listed in lists.items()},
        words=words,
    )
