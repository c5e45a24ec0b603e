"""Over three and more accounts: who stands with whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from itertools import combinations

import attrs

from paired_readouts.divergence._accounts import Pair, state_of
from paired_readouts.divergence._names import join_words
from paired_readouts.divergence._quoting import lines
from paired_readouts.divergence._reading import read_pair
from paired_readouts.divergence.sentences import absence, fill, name_accounts, phrase_finding
from paired_readouts.lexicon import Lexicon, default_lexicon
from paired_readouts.model import (
    Camp,
    Comparison,
    ConversationComparison,
    Finding,
    FindingCode,
    Severity,
    Side,
)

__all__ = ["Camp", "find_camps"]

_ALONE = frozenset({FindingCode.ONE_SIDED, FindingCode.CREDITED_WORDS, FindingCode.NEXT_STEPS})
_ORDER = (Severity.SUBSTANTIVE, Severity.DEGREE, Severity.MINOR)


def find_camps(
    whole: ConversationComparison, *, lexicon: Lexicon | None = None
) -> tuple[Camp, ...]:
    """The findings of all pairs of accounts, each difference once, with who stands with whom.

    Most important first; none where there are fewer than three accounts. `compare_conversation`
    gives them too, as `camps`.
    """
    if len(whole.conversation.versions) < 3:
        return ()
    places = _places(whole)
    camps = [*_one_sided(whole, places), *_on_links(whole, places), *_of_pairs(whole)]
    ranks = [{f: k for k, f in enumerate(c.divergence.findings)} for c in whole.comparisons]
    camps.sort(
        key=lambda c: (
            _ORDER.index(c.finding.severity),
            ranks[c.comparison][c.finding],
            c.comparison,
            c.statements,
        )
    )
    phrasing = _Phrasing(whole, default_lexicon() if lexicon is None else lexicon)
    return tuple(attrs.evolve(camp, sentence=phrasing.say(camp)) for camp in camps)


@attrs.frozen(eq=False, repr=False, slots=False)
class _Phrasing:
    """What is needed to say a difference in a sentence."""

    whole: ConversationComparison
    lexicon: Lexicon

    @cached_property
    def names(self) -> list[str]:
        return name_accounts(self.whole.conversation.versions, lexicon=self.lexicon)

    @cached_property
    def pairs(self) -> list[Pair]:
        return [read_pair(one.alignment, self.lexicon) for one in self.whole.comparisons]

    def say(self, camp: Camp) -> str:
        """The difference, and how each of the other accounts stands to it."""
        if camp.statements and camp.finding.code is FindingCode.CREDITED_WORDS:
            pair = _sides_of(self.whole)[camp.comparison]
            others = [k for k in camp.against if k not in pair]
            return " ".join((self._phrase(camp), *map(self._absence, others)))
        if camp.statements:
            return " ".join((self._told(camp), *map(self._absence, camp.against)))
        stands = [
            fill(
                self.lexicon, "camp", "with", {"party": self.names[k], "other": self.names[side[0]]}
            )
            for side in (camp.having, camp.against)
            for k in side[1:]
        ]
        return " ".join((self._phrase(camp), *stands, *map(self._absence, camp.silent)))

    def _phrase(self, camp: Camp) -> str:
        """The finding of the pair, with the accounts called as among all."""
        called = [self.names[k] for k in _sides_of(self.whole)[camp.comparison]]
        return phrase_finding(camp.finding, names=called, lexicon=self.lexicon)

    def _told(self, camp: Camp) -> str:
        pair = self.pairs[camp.comparison]
        account = pair.left if camp.finding.left else pair.right
        party = join_words([self.names[k] for k in camp.having], self.lexicon)
        form = "one" if len(camp.having) == 1 else "several"
        slots = {"party": party, "lines": lines(account, camp.statements)}
        return fill(self.lexicon, "camp", form, slots)

    def _absence(self, version: int) -> str:
        state = state_of(self.whole.conversation.versions[version])
        return absence(state, other=self.names[version], lexicon=self.lexicon)


def _places(whole: ConversationComparison) -> dict[tuple[int, int], tuple[int, Side]]:
    """For each ordered two versions: their comparison, and the side of the first."""
    found = {}
    for n, (left, right) in enumerate(_sides_of(whole)):
        found[left, right] = (n, Side.LEFT)
        found[right, left] = (n, Side.RIGHT)
    return found


def _sides_of(whole: ConversationComparison) -> list[tuple[int, int]]:
    """The left and the right version of each comparison."""
    return list(combinations(range(len(whole.conversation.versions)), 2))


def _partners(comparison: Comparison, side: Side, statement: int) -> set[int]:
    """The other account's statements that are linked with this one."""
    links = comparison.alignment.links
    if side is Side.LEFT:
        return {j for link in links if statement in link.left for j in link.right}
    return {i for link in links if statement in link.right for i in link.left}


def _one_sided(
    whole: ConversationComparison, places: dict[tuple[int, int], tuple[int, Side]]
) -> Iterator[Camp]:
    versions = range(len(whole.conversation.versions))
    told: set[tuple[int, int]] = set()
    for i, n, side, finding in _lines_alone(whole, places):
        groups: dict[tuple[int, ...], list[int]] = defaultdict(list)
        for s in _sides(finding, side)[0]:
            if (i, s) in told:
                continue
            same = {
                k: _partners(whole.comparisons[places[i, k][0]], places[i, k][1], s)
                for k in versions
                if k != i
            }
            told |= {(i, s), *((k, t) for k, partners in same.items() for t in partners)}
            groups[tuple(k for k in same if not same[k])].append(s)
        for lacking_all, statements in groups.items():
            yield Camp(
                finding=finding,
                comparison=n,
                having=tuple(k for k in versions if k not in lacking_all),
                against=lacking_all,
                statements=tuple(statements),
            )


def _lines_alone(
    whole: ConversationComparison, places: dict[tuple[int, int], tuple[int, Side]]
) -> list[tuple[int, int, Side, Finding]]:
    """Findings on what one side of a pair has: the version, the comparison, its side, the finding.

    Those on what is credited to the other side come first: for the rest they are lines like others.
    """
    found = [
        (i, n, side, finding)
        for (i, _), (n, side) in sorted(places.items())
        for finding in whole.comparisons[n].divergence.findings
        if finding.code in _ALONE and _sides(finding, side)[0] and not _sides(finding, side)[1]
    ]
    return sorted(found, key=lambda row: row[3].code is not FindingCode.CREDITED_WORDS)


def _sides(finding: Finding, side: Side) -> tuple[tuple[int, ...], tuple[int, ...]]:
    if side is Side.LEFT:
        return finding.left, finding.right
    return finding.right, finding.left


def _on_links(
    whole: ConversationComparison, places: dict[tuple[int, int], tuple[int, Side]]
) -> Iterator[Camp]:
    versions = range(len(whole.conversation.versions))
    told: set[tuple[FindingCode, int, frozenset[int]]] = set()
    for (i, j), (n, side) in sorted(places.items()):
        if side is Side.RIGHT:
            continue
        for finding in whole.comparisons[n].divergence.findings:
            if not (finding.left and finding.right):
                continue
            stands: dict[int, int | None] = {i: i, j: j}
            for k in versions:
                if k not in (i, j):
                    stands[k] = _stands_with(whole, places, finding, (i, j, k))
            camp = Camp(
                finding=finding,
                comparison=n,
                having=tuple(k for k in versions if stands[k] == i),
                against=tuple(k for k in versions if stands[k] == j),
                silent=tuple(k for k in versions if stands[k] is None),
            )
            key = (finding.code, _matter(whole, i, finding.left[0]), frozenset(camp.having))
            mirrored = (finding.code, key[1], frozenset(camp.against))
            if key not in told and mirrored not in told:
                told |= {key, mirrored}
                yield camp


def _of_pairs(whole: ConversationComparison) -> Iterator[Camp]:
    """What is told of two accounts as wholes: who says who called, how long the one is."""
    for n, (i, j) in enumerate(_sides_of(whole)):
        for finding in whole.comparisons[n].divergence.findings:
            if (finding.left and finding.right) or finding.code in _ALONE:
                continue
            right = bool(finding.right) or any(e.side is Side.RIGHT for e in finding.evidence)
            one, other = (j, i) if right and not finding.left else (i, j)
            yield Camp(finding=finding, comparison=n, having=(one,), against=(other,))


def _matter(whole: ConversationComparison, version: int, statement: int) -> int:
    """The index of the shared matter that a statement belongs to."""
    for n, matter in enumerate(whole.shared):
        if any((p.version, p.statement) == (version, statement) for p in matter.places):
            return n
    return -1 - statement


def _stands_with(
    whole: ConversationComparison,
    places: dict[tuple[int, int], tuple[int, Side]],
    finding: Finding,
    versions: tuple[int, int, int],
) -> int | None:
    """Which of the first two versions the third stands with; None where it touches neither side.

    It stands with the one from which it does not differ in this way, by its link with it.
    """
    i, j, k = versions
    near = []
    for one, statements in ((i, finding.left), (j, finding.right)):
        n, side = places[one, k]
        comparison = whole.comparisons[n]
        linked = any(_partners(comparison, side, s) for s in statements)
        apart = any(
            other.code is finding.code and set(_sides(other, side)[0]) & set(statements)
            for other in comparison.divergence.findings
        )
        if linked:
            near.append((apart, one))
    if not near:
        return None
    apart, one = min(near)
    return one if not apart or len(near) > 1 else (j if one == i else i)
