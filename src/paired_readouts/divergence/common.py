"""Common ground: for each linked matter the core that both texts have, and what each adds."""

from __future__ import annotations

from paired_readouts.divergence._accounts import Pair
from paired_readouts.divergence._segments import Shared, show_added
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
            left_added=show_added(pair.left, one.left_added, one),
            right_added=show_added(pair.right, one.right_added, one),
        )
        for position, one in enumerate(shared)
    )
