"""Which function finds which code."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from paired_readouts.divergence._accounts import Pair
from paired_readouts.divergence._found import Found
from paired_readouts.divergence._linked import Linked, Reading
from paired_readouts.divergence.findings import (
    attribution,
    facts,
    items,
    opposed,
    shape,
    unlinked,
    wording,
)
from paired_readouts.divergence.findings import content as contents
from paired_readouts.model import FindingCode

__all__ = ["ACCOUNT_FINDINGS", "LINK_FINDINGS"]

LinkFinding: TypeAlias = Callable[[Pair, Linked], Iterator[Found]]
AccountFinding: TypeAlias = Callable[[Reading], Iterator[Found]]

#: What one link can show, by code.
LINK_FINDINGS: tuple[tuple[FindingCode, LinkFinding], ...] = (
    (FindingCode.REASSIGNED, attribution.find_reassigned),
    (FindingCode.JOINT_SINGLE, attribution.find_joint_single),
    (FindingCode.RECIPROCAL, attribution.find_reciprocal),
    (FindingCode.AGREEMENT, contents.find_agreement),
    (FindingCode.DENIAL, contents.find_denial),
    (FindingCode.CONDITION, contents.find_condition),
    (FindingCode.FORCE, contents.find_force),
    (FindingCode.CERTAINTY, contents.find_certainty),
    (FindingCode.FRAMING, wording.find_framing),
    (FindingCode.VAGUENESS, wording.find_vagueness),
    (FindingCode.QUOTATION, wording.find_quotation),
    (FindingCode.FIGURES, facts.find_figures),
)

#: What the two accounts as wholes can show, by code.
ACCOUNT_FINDINGS: tuple[tuple[FindingCode, AccountFinding], ...] = (
    (FindingCode.ONE_SIDED, unlinked.find_one_sided),
    (FindingCode.ONE_SIDED, items.find_added_items),
    (FindingCode.CREDITED_WORDS, unlinked.find_credited_words),
    (FindingCode.NEXT_STEPS, unlinked.find_next_steps),
    (FindingCode.AGAINST_EACH_OTHER, opposed.find_against_each_other),
    (FindingCode.NAMING, wording.find_naming),
    (FindingCode.FIGURES, facts.find_disputed_claims),
    (FindingCode.INITIATOR, facts.find_initiator),
    (FindingCode.CONTACT_KIND, facts.find_contact_kind),
    (FindingCode.CHANNEL, shape.find_channel),
    (FindingCode.FIRST_PUBLISHED, shape.find_first_published),
    (FindingCode.LENGTH, shape.find_length),
    (FindingCode.ORDER, shape.find_order),
    (FindingCode.VOICE, shape.find_voice),
)
