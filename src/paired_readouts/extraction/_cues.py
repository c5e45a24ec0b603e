"""Where the phrases of several tables stand in one text.

One pass finds where each may begin; a table's phrases are matched when it is first asked for.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import Any, TypeAlias, TypeVar

from paired_readouts._text import Phrases

__all__ = ["CueTables", "Cues", "Hit"]

T = TypeVar("T")

#: A phrase in a text: its first token, one past its last, its value.
Hit: TypeAlias = tuple[int, int, T]

# So many different words are kept with the tables that they may open.
_MOST_WORDS = 20_000


#: What a word opens: the words of which one must follow in any table, None where none must; and the
#: tables, each with its own such words.
_Opened: TypeAlias = tuple[frozenset[str] | None, list[tuple[Phrases[Any], frozenset[str] | None]]]


class CueTables:
    """Tables of phrases that are looked up together."""

    def __init__(self, tables: Iterable[Phrases[Any]]) -> None:
        self.tables = tuple(tables)
        self._opened: dict[str, _Opened | None] = {}

    def read(self, lower: list[str]) -> Cues:
        """The places in the folded words `lower` at which a phrase of each table may begin."""
        places: dict[Phrases[Any], list[int]] = {table: [] for table in self.tables}
        opened = self._opened
        if len(opened) >= _MOST_WORDS:  # a new one: another thread may be reading this one
            opened = self._opened = {}
        for word in set(lower).difference(opened):
            opened[word] = self._look_up(word)
        found_at = map(opened.__getitem__, lower)
        after = [*lower[1:], ""]
        for at, found, following in zip(range(len(lower)), found_at, after, strict=False):
            if found is None:
                continue
            any_of, tables = found
            if any_of is None or following in any_of:
                for table, seconds in tables:
                    if seconds is None or following in seconds:
                        places[table].append(at)
        return Cues(lower, places)

    def _look_up(self, word: str) -> _Opened | None:
        seconds = ((table, table.seconds(word)) for table in self.tables)
        tables = [(table, words) for table, words in seconds if words is None or words]
        if not tables:
            return None
        following = [words for _, words in tables if words is not None]
        any_word = len(following) < len(tables)
        return None if any_word else frozenset().union(*following), tables


class Cues:
    """The phrases of some tables in one text."""

    def __init__(self, lower: list[str], places: dict[Phrases[Any], list[int]]) -> None:
        self._lower = lower
        self._places = places
        # The longest phrase at each place, of the tables that were asked for.
        self._hits: dict[Phrases[Any], list[Hit[Any]]] = {}

    def begin(self, tables: Iterable[Phrases[Any]]) -> list[int]:
        """The tokens at which a phrase of one of `tables` may begin, in order."""
        return sorted(at for table in tables for at in self._places[table])

    def matches(self, table: Phrases[T], low: int, high: int) -> list[Hit[T]]:
        """Every phrase that begins from token `low` up to `high`, in order."""
        places = self._places[table]
        if not places or places[0] >= high or places[-1] < low:
            return []
        hits = self._hits.get(table)
        if hits is None:
            hits = self._hits[table] = self._look_up(table, places)
        return hits[bisect_left(hits, (low,)) : bisect_left(hits, (high,))]

    def _look_up(self, table: Phrases[T], places: list[int]) -> list[Hit[T]]:
        lower = self._lower
        return [(at, hit[0], hit[1]) for at in places if (hit := table.match(lower, at))]

    def find(self, table: Phrases[T], low: int, high: int) -> list[Hit[T]]:
        """The phrases that lie between two tokens, in order, without overlaps."""
        found: list[Hit[T]] = []
        past = low
        for hit in self.matches(table, low, high):
            at, end, _ = hit
            if at < past:
                continue
            if end > high:  # a shorter one may end in time
                shorter = table.match(self._lower, at, high)
                if shorter is None:
                    continue
                hit = (at, shorter[0], shorter[1])  # noqa: PLW2901
            past = hit[1]
            found.append(hit)
        return found

    def has(self, table: Phrases[Any], low: int, high: int) -> bool:
        """Whether a phrase lies between two tokens."""
        return bool(self.find(table, low, high))
