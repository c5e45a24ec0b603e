"""Two or more accounts as a report walks them: by index of account and of statement."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeAlias

import attrs

from paired_readouts.lexicon import Lexicon
from paired_readouts.model import (
    Comparison,
    ConversationComparison,
    Finding,
    Severity,
    Version,
)
from paired_readouts.model._by_fields import by_fields
from paired_readouts.rendering._wording import say
from paired_readouts.rendering.report import Account

__all__ = ["Found", "Joined", "Pair", "Place", "View", "make_view"]


@by_fields
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Pair:
    """A comparison, and which of the report's accounts it compares."""

    left: int
    right: int
    comparison: Comparison

    def places(self, finding: Finding) -> tuple[tuple[int, int], ...]:
        """The (account, statement) places that a finding rests on."""
        return (
            *((self.left, i) for i in finding.left),
            *((self.right, i) for i in finding.right),
        )


#: A statement by the indexes of its account and of itself.
Place: TypeAlias = tuple[int, int]

#: The severities of the findings on a place, each with all places that the finding rests on.
Found: TypeAlias = dict[Place, list[tuple[frozenset[Place], Severity]]]


@by_fields
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Joined:
    """The statements of each account that report one matter, and the links that join them."""

    statements: tuple[tuple[int, ...], ...]
    links: tuple[tuple[Pair, int], ...]


@by_fields
@attrs.frozen(kw_only=True, eq=False, repr=False)
class View:
    """Two or more accounts with every comparison between them."""

    versions: tuple[Version, ...]
    accounts: tuple[Account, ...]
    pairs: tuple[Pair, ...]
    matters: tuple[Joined, ...]
    lexicon: Lexicon

    def say(self, section: str, form: str, **slots: object) -> str:
        """What the report says itself."""
        return say(self.lexicon, section, form, **slots)

    def labels(self, account: int, statements: Iterable[int]) -> tuple[str, ...]:
        """The labels of an account's statements."""
        lines = self.accounts[account].lines
        return tuple(lines[i].label for i in statements)

    def found(self) -> Found:
        """The findings on each place."""
        found: Found = {}
        for pair in self.pairs:
            for finding in pair.comparison.divergence.findings:
                places = frozenset(pair.places(finding))
                for place in places:
                    found.setdefault(place, []).append((places, finding.severity))
        return found


def make_view(
    value: Comparison | ConversationComparison, accounts: tuple[Account, ...], lexicon: Lexicon
) -> View:
    """The accounts and comparisons of `value`, by index of account."""
    if isinstance(value, Comparison):
        pair = Pair(left=0, right=1, comparison=value)
        links = enumerate(value.alignment.links)
        return View(
            versions=(value.left, value.right),
            accounts=accounts,
            pairs=(pair,),
            lexicon=lexicon,
            matters=tuple(
                Joined(statements=(link.left, link.right), links=((pair, i),)) for i, link in links
            ),
        )
    versions = value.conversation.versions
    place = {version.id: i for i, version in reversed(list(enumerate(versions)))}
    pairs = tuple(
        Pair(left=place[c.left.id], right=place[c.right.id], comparison=c)
        for c in value.comparisons
    )
    return View(
        versions=versions,
        accounts=accounts,
        pairs=pairs,
        matters=_join_matters(value, pairs),
        lexicon=lexicon,
    )


def _join_matters(value: ConversationComparison, pairs: Sequence[Pair]) -> tuple[Joined, ...]:
    """The shared matters of a conversation, each with the links of every pair that lie in it."""
    matter_of = {
        (place.version, place.statement): n
        for n, matter in enumerate(value.shared)
        for place in matter.places
    }
    links: list[list[tuple[Pair, int]]] = [[] for _ in value.shared]
    for pair in pairs:
        for i, link in enumerate(pair.comparison.alignment.links):
            n = matter_of.get((pair.left, link.left[0]))
            if n is not None:
                links[n].append((pair, i))
    return tuple(
        Joined(
            statements=tuple(
                tuple(sorted({p.statement for p in matter.places if p.version == account}))
                for account in range(len(value.conversation.versions))
            ),
            links=tuple(links[n]),
        )
        for n, matter in enumerate(value.shared)
    )
