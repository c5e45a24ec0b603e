"""One link as the findings read it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import NamedTuple

import attrs

from paired_readouts.divergence._accounts import SIDES, Account, Pair
from paired_readouts.divergence._confidence import signs_of_link
from paired_readouts.divergence._found import Found, make_found
from paired_readouts.divergence._quoting import gist, line, quote
from paired_readouts.divergence._segments import Shared, end_of_phrase, read_link
from paired_readouts.model import (
    Act,
    Difference,
    Evidence,
    FindingCode,
    Link,
    Origin,
    Participant,
    Relation,
    Severity,
    Side,
    Span,
    Statement,
)

__all__ = ["Linked", "Reading", "first_index", "of_link", "read_links"]

# Weaker than this, two passages share a topic at best.
_TOPIC_ONLY = 0.12
# From here on, the two sides share enough words to be read as one claim.
_SURE = 0.3
# From here on, the sides have nearly the same words.
_NEARLY_ALIKE = 0.75
# The words on a matter that a sentence has room for.
_MATTER = 10
# How far, in characters, the end of a quotation is looked for.
_QUOTED = 60
# From this probability on a link confirms a line; from the second where hardly a word is shared.
_CONFIRMS = 0.45
_CONFIRMS_ALONE = 0.7
# Acts of one person that answer an act of another: thanks for what was said, a promise for a plea.
_ANSWERS = {
    Act.PRAISE: frozenset(Act) - {Act.PRAISE, Act.NARRATE},
    Act.REQUEST: frozenset({Act.COMMIT, Act.AGREE, Act.REJECT}),
    Act.PROPOSE: frozenset({Act.AGREE, Act.REJECT}),
}
# What a word must tell, in bits, to stand for a matter alone.
_TELLING = 6.0


@attrs.frozen(eq=False, repr=False, slots=False)
class Linked:
    """A link, its statements, and what they share."""

    pair: Pair
    #: The index of the link in the alignment.
    position: int
    link: Link
    shared: Shared

    def indexes(self, side: Side) -> tuple[int, ...]:
        return self.link.left if side is Side.LEFT else self.link.right

    def statements(self, side: Side) -> tuple[Statement, ...]:
        return self._statements[side]

    def speakers(self, side: Side) -> Mapping[tuple[str, str], Participant]:
        """Those whose acts this side reports here, by key, in the order of the text."""
        return self._speakers[side]

    def acts(self, side: Side) -> frozenset[Act]:
        return self._acts[side]

    @cached_property
    def parted(self) -> bool:
        """Whether both sides name somebody, and nobody is named by both."""
        left, right = self.speakers(Side.LEFT), self.speakers(Side.RIGHT)
        return bool(left and right) and left.keys().isdisjoint(right)

    def line(self, side: Side) -> str:
        """The words of this side: the statement that says most of what is shared."""
        return self._lines[side]

    # Each of these is asked for by most of the findings.

    @cached_property
    def _statements(self) -> dict[Side, tuple[Statement, ...]]:
        told = {side: self.pair.account(side).statements for side in SIDES}
        return {side: tuple([told[side][i] for i in self.indexes(side)]) for side in SIDES}

    @cached_property
    def _speakers(self) -> dict[Side, dict[tuple[str, str], Participant]]:
        told = self._statements
        return {side: {p.key: p for s in told[side] for p in s.speakers} for side in SIDES}

    @cached_property
    def _acts(self) -> dict[Side, frozenset[Act]]:
        return {side: frozenset([s.act for s in self._statements[side]]) for side in SIDES}

    @cached_property
    def _lines(self) -> dict[Side, str]:
        return {side: line(self.pair.account(side), self.key_index(side)) for side in SIDES}

    def key(self, side: Side, fits: Callable[[Statement], bool] | None = None) -> int | None:
        """The statement that says most of what is shared, of those that fit; None for none."""
        known = self.known[side]
        account = self.pair.account(side)
        places = [i for i in self.indexes(side) if fits is None or fits(account.statements[i])]
        return max(places, key=lambda i: (known[i], -i), default=None)

    def key_index(self, side: Side) -> int:
        """The statement that says most of what is shared."""
        return self._key_indexes[side]

    @cached_property
    def _key_indexes(self) -> dict[Side, int]:
        places = {side: self.key(side) for side in SIDES}
        return {s: self.indexes(s)[0] if i is None else i for s, i in places.items()}

    @cached_property
    def two_ends(self) -> bool:
        """Whether the link joins an act of one person and another's answer to it."""
        if not self.shows(Difference.SPEAKER):
            return False
        # What each side says of the shared matter decides, whoever else speaks in the same link.
        left, right = (self.pair.account(s).statements[self.key_index(s)] for s in SIDES)
        if not (left.speakers and right.speakers) or _share_speaker(left, right):
            return False
        return right.act in _ANSWERS.get(left.act, ()) or left.act in _ANSWERS.get(right.act, ())

    @cached_property
    def known(self) -> dict[Side, dict[int, float]]:
        """What each statement tells of what both sides have."""
        both = self.shared.both
        told = {side: self.pair.account(side).bases for side in SIDES}
        return {
            side: {
                i: sum([w for base, w in told[side][i].items() if base in both])
                for i in self.indexes(side)
            }
            for side in SIDES
        }

    @cached_property
    def signs(self) -> Mapping[str, float]:
        """What the confidence of a finding on the link is estimated from."""
        return signs_of_link(self.link.score, self.shared.overlap)

    @property
    def weak(self) -> bool:
        """Whether the link is too unsure to confirm that the one text has what the other says."""
        overlap, score = self.shared.overlap, self.link.score
        if overlap < _TOPIC_ONLY:
            return score < _CONFIRMS_ALONE
        return overlap < _SURE and score < _CONFIRMS

    @property
    def drops(self) -> bool:
        """Whether two lists are joined of which one is longer, though the link says "same"."""
        if self.link.relation is not Relation.SAME or self.link.origin is not Origin.FOUND:
            return False
        return any(
            rest and joined and any(rest[0] in s.items and len(s.items) > 1 for s in statements)
            for rest, joined, statements in (
                (self.link.left_rest, self.link.left_items, self.statements(Side.LEFT)),
                (self.link.right_rest, self.link.right_items, self.statements(Side.RIGHT)),
            )
        )

    def shows(self, *differences: Difference) -> bool:
        """Whether the link may differ so; one without any difference given may differ in all."""
        if self.link.relation is Relation.SAME:
            return False
        return not self.link.differences or not set(differences).isdisjoint(self.link.differences)

    @cached_property
    def differs(self) -> bool:
        """Whether a difference in a few words may be told.

        The alignment's "same" still holds a word that decides (will, not, if) where the two sides
        have nearly the same words; a person's "same" is believed.
        """
        if self.link.relation is not Relation.SAME:
            return True
        contact = all(
            self.pair.account(side).is_contact(i) for side in SIDES for i in self.indexes(side)
        )
        found = self.link.origin is Origin.FOUND and not contact
        return found and self.shared.likeness >= _NEARLY_ALIKE and not self._same_words()

    def _same_words(self) -> bool:
        texts = [
            " ".join(" ".join(s.text.split()) for s in self.statements(side)) for side in SIDES
        ]
        return texts[0] == texts[1]

    @property
    def caveats(self) -> tuple[str, ...]:
        return ("topic",) if self.shared.overlap < _TOPIC_ONLY else ()

    @cached_property
    def matter(self) -> str:
        """A few exact words that the two sides share, else the first ones on the matter."""
        pair = self.pair
        accounts = (pair.left, pair.right)
        found = [(text, a) for a in accounts for text in self._shared_words(a)]
        if found:
            text, account = max(found, key=lambda run: (len(run[0].split()), run[0]))
            return quote(text, account, _MATTER)
        words = [word for a in accounts for word in self._shared_single(a)]
        if words:
            _, text = max(words)
            return quote(text, pair.left, _MATTER)
        gists = [(gist(a, (self.key_index(a.side),), 8), a) for a in accounts]
        text, account = min(gists, key=lambda run: (len(run[0]), run[0]))
        return quote(text, account, _MATTER)

    def _shared_single(self, account: Account) -> list[tuple[float, str]]:
        """Shared words that tell enough to stand for the matter alone, with what they tell."""
        return [
            (word.weight, self._phrase(account, account.tokens.span(word.token, word.token)))
            for i in self.indexes(account.side)
            for word in account.words[i]
            if word.base in self.shared.both and word.weight >= _TELLING
        ]

    def _shared_words(self, account: Account) -> list[str]:
        """From the first shared word of a statement to the last, or the longest stretch of them."""
        inside = account.statements[self.key_index(account.side)].span
        runs = [span for span in self.shared.core(account.side) if span in inside]
        if not runs:
            return []
        whole = self._phrase(account, Span(runs[0].start, runs[-1].end))
        if 1 < len(whole.split()) <= _MATTER:
            return [whole]
        return [words for words in (self._phrase(account, r) for r in runs) if " " in words]

    def _phrase(self, account: Account, span: Span) -> str:
        """Words up to the end of their phrase, and the whole of a quotation that they cut."""
        text = account.version.text
        start, end = span.start, end_of_phrase(account, span.end)
        more = text.count("“", start, end) - text.count("”", start, end)
        if more > 0:
            end = text.find("”", end, end + _QUOTED) + 1 or end
        elif more < 0:
            start = max(text.rfind("“", max(0, start - _QUOTED), start), 0) or start
        return text[start:end]


def _share_speaker(one: Statement, other: Statement) -> bool:
    return not {p.key for p in one.speakers}.isdisjoint(p.key for p in other.speakers)


class Reading(NamedTuple):
    """Two accounts and their links, read."""

    pair: Pair
    links: tuple[Linked, ...]

    def joined(self) -> tuple[tuple[Linked, ...], ...]:
        """The links in groups: those that share a statement, and so on, tell one matter."""
        group_of = {linked.position: [linked] for linked in self.links}
        # The first link of each statement; the group of a later one goes into its group.
        first: dict[tuple[Side, int], Linked] = {}
        for linked in self.links:
            for place in [(side, i) for side in SIDES for i in linked.indexes(side)]:
                group = group_of[linked.position]
                other = group_of[first.setdefault(place, linked).position]
                if other is not group:
                    other += group
                    group_of.update((one.position, other) for one in group)
        groups = {id(group): group for group in group_of.values()}
        return tuple(
            tuple(sorted(group, key=lambda one: one.position)) for group in groups.values()
        )


def read_links(pair: Pair) -> tuple[Linked, ...]:
    """The links of an alignment, in its order."""
    return tuple(
        Linked(pair, position, link, read_link(pair, link))
        for position, link in enumerate(pair.alignment.links)
    )


def first_index(account: Account, indexes: tuple[int, ...], *kinds: str) -> int:
    """The first of these statements that holds a cue of these kinds."""
    return next((i for i in indexes if account.has_cue(i, *kinds)), indexes[0])


def of_link(
    pair: Pair,
    linked: Linked,
    code: FindingCode,
    severity: Severity,
    shows: tuple[Evidence, ...] = (),
    *,
    also: Mapping[str, str] | None = None,
    **slots: str,
) -> Found:
    """A finding on a link."""
    return make_found(
        pair,
        code,
        severity,
        left=linked.link.left,
        right=linked.link.right,
        links=(linked.position,),
        shows=shows,
        signs=linked.signs,
        extra=linked.caveats,
        also={**(also or {}), **slots},
        matter=linked.matter,
    )
