"""Quantities and dates of statements, compared by value."""

from __future__ import annotations

from collections import defaultdict

from paired_readouts.divergence._accounts import Account
from paired_readouts.model import Mention, MentionKind

__all__ = ["compatible", "figures_of"]


def figures_of(account: Account, indexes: tuple[int, ...]) -> dict[str, list[Mention]]:
    """The quantities by unit and the dates, in the order of the text."""
    found: dict[str, list[Mention]] = defaultdict(list)
    for i in indexes:
        for mention in account.statements[i].mentions:
            if mention.kind is MentionKind.DATE:
                found["date"].append(mention)
            elif mention.kind is MentionKind.QUANTITY:
                found[mention.value.partition(" ")[2]].append(mention)
    return found


def compatible(first: str, second: str) -> bool:
    """Whether two normalised values can both be true: equal, or dates of which one says more.

    >>> compatible("2022-04-05", "--04-05"), compatible("2022-04", "2022-05")
    (True, False)
    """
    if first == second:
        return True
    a, b = (tuple(v.split("-")) for v in (first, second))
    if len(a) == len(b) == 1:
        return False
    a, b = (("", *v[2:]) if v[:2] == ("", "") else v for v in (a, b))
    return all(x == y or not x or not y for x, y in zip(a, b, strict=False))
