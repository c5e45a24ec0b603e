"""Where the phrases of several tables stand in one text; one pass finds where each may begin."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from paired_readouts._text import Phrases

__all__ = ["CueTables", "Cues"]

T = TypeVar("T")

# So many different words are kept with the tables that they may open.
_MOST_WORDS = 20_000


class CueTables:
    """Tables of phrases that are looked up together."""

    def __init__(self, tables: Iterable[Phrases[Any]]) -> None:
        self.tables = tuple(tables)
        # The tables that a word opens, each with the words of which one must follow, if any must.
        self._opened: dict[str, list[tuple[Phrases[Any], frozenset[str] | None]]] = {}

    def read(self, lower: list[str]) -> Cues:
        """The places in the folded words `lower` at which a phrase of each table may begin."""
        places: dict[Phrases[Any], list[int]] = {table: [] for table in self.tables}
        opened = self._opened
        if len(opened) >= _MOST_WORDS:
            opened.clear()
        for word in set(lower).difference(opened):
            opened[word] = self._look_up(word)
        last = len(lower) - 1
        for at, tables in enumerate(map(opened.get, lower)):
            if tables:
                following = lower[at + 1] if at < last else ""
                for table, seconds in tables:
                    if seconds is None or following in seconds:
                        places[table].append(at)
        return Cues(lower, places)

    def _look_up(self, word: str) -> list[tuple[Phrases[Any], frozenset[str] | None]]:
        seconds = ((table, table.seconds(word)) for table in self.tables)
        return [(table, words) for table, words in seconds if words is None or words]


class Cues:
    """The phrases of some tables in one text."""

    def __init__(self, lower: list[str], places: dict[Phrases[Any], list[int]]) -> None:
        self._lower = lower
        self._places = places

    def matches(self, table: Phrases[T], low: int, high: int) -> Iterator[tuple[int, int, T]]:
        """Every phrase that begins from token `low` up to `high`: first, one past, value."""
        places = self._places[table]
        for index in range(bisect_left(places, low), len(places)):
            at = places[index]
            if at >= high:
                return
            if found := table.match(self._lower, at):
                yield at, found[0], found[1]

    def find(self, table: Phrases[T], low: int, high: int) -> Iterator[tuple[int, int, T]]:
        """The phrases that lie between two tokens, without overlaps: first, one past, value."""
        past = low
        places = self._places[table]
        for index in range(bisect_left(places, low), len(places)):
            at = places[index]
            if at >= high:
                return
            if at >= past and (found := table.match(self._lower, at, high)):
                past = found[0]
                yield at, past, found[1]

    def has(self, table: Phrases[Any], low: int, high: int) -> bool:
        """Whether a phrase lies between two tokens."""
        return next(self.find(table, low, high), None) is not None
