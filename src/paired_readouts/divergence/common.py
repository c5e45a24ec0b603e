"""Common ground: for each linked matter the core that both texts have, and what each adds."""

from __future__ import annotations

from paired_readouts.divergence._accounts import Pair
from paired_readouts.divergence._segments import Shared
from paired_readouts.model import CommonMatter

__all__ = ["common_ground"]


def common_ground(pair: Pair, shared: tuple[Shared, ...]) -> tuple[CommonMatter, ...]:
    """One entry a link, in the order of the alignment's links.

    A core is given in both texts' own words: the stretches whose telling words the other side has
    too. Where two linked statements share no such word, both cores are empty.
    """
    return tuple(
        CommonMatter(
            link=position,
            left_core=one.left_core,
            right_core=one.right_core,
            left_added=tuple(sorted(set(one.left_added))),
            right_added=tuple(sorted(set(one.right_added))),
        )
        for position, one in enumerate(shared)
        if position < len(pair.alignment.links)
    )
