"""What the linked words commit to: agreement, denial, conditions, strength, certainty."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from paired_readouts._text import CLAUSE_ENDS
from paired_readouts.divergence._accounts import SIDES, Account, Cue, Pair
from paired_readouts.divergence._found import Found, evidence
from paired_readouts.divergence._linked import Linked, first_index, of_link
from paired_readouts.divergence._quoting import line, quote
from paired_readouts.divergence._segments import count_parts
from paired_readouts.model import (
    Act,
    Difference,
    Evidence,
    FindingCode,
    Firmness,
    Relation,
    Severity,
    Side,
    Span,
)

__all__ = [
    "find_agreement",
    "find_certainty",
    "find_condition",
    "find_denial",
    "find_force",
]

# Below this overlap of telling words, a difference in one word need not be about the same thing.
_CLOSE = 0.3
_VERY_CLOSE = 0.6
_BINDING = frozenset({Act.AGREE, Act.COMMIT})
_SCOPED = _BINDING | {Act.REQUEST, Act.PROPOSE}
_FIRMNESS = (
    *(Firmness.WILL_NOT, Firmness.CONSIDERS, Firmness.READY, Firmness.INTENDS),
    *(Firmness.WILL, Firmness.DONE),
)


def find_agreement(pair: Pair, linked: Linked) -> Iterator[Found]:
    """Agreed in the one account only, or an agreement on something wider or narrower."""
    agreeing = [side for side in SIDES if Act.AGREE in linked.acts(side)]
    if len(agreeing) == 1 and linked.shows(Difference.FORCE, Difference.SPEAKER):
        side = agreeing[0]
        index = _agreeing(linked, side)
        if _agreed_elsewhere(linked, side, index):
            return
        yield of_link(
            pair,
            linked,
            FindingCode.AGREEMENT,
            Severity.MINOR if pair.account(side).is_light(index) else Severity.SUBSTANTIVE,
            _verbs(linked),
            form="agreed",
            agreeing=pair.account(side).label,
            other=pair.account(side.other).label,
            agreeing_line=line(pair.account(side), index),
            other_line=linked.line(side.other),
        )
    elif linked.differs and len(agreeing) == 2 and _other_scope(linked):
        yield of_link(
            pair,
            linked,
            FindingCode.AGREEMENT,
            Severity.DEGREE,
            form="scope",
            left_scope=linked.line(Side.LEFT),
            right_scope=linked.line(Side.RIGHT),
        )


def _agreeing(linked: Linked, side: Side) -> int:
    """The statement that says that it was agreed, rather than one that goes on about it."""
    account = linked.pair.account(side)
    told = [i for i in linked.indexes(side) if account.statements[i].act is Act.AGREE]
    return next((i for i in told if account.statements[i].verb is not None), told[0])


def _agreed_elsewhere(linked: Linked, side: Side, index: int) -> bool:
    """Whether another link of the statement joins it to one that says so too."""
    other = linked.pair.account(side.other)
    return any(
        other.statements[j].act is Act.AGREE
        for link in linked.pair.alignment.links
        if index in (link.left if side is Side.LEFT else link.right)
        for j in (link.right if side is Side.LEFT else link.left)
    )


def _other_scope(linked: Linked) -> bool:
    """The same words, in another number of parts: "energy and water" against "energy water"."""
    left, right = linked.pair.left, linked.pair.right
    words = [{b for i in linked.link.left for b in left.bases[i]}]
    words.append({b for i in linked.link.right for b in right.bases[i]})
    counts = [sum(count_parts(left, i) for i in linked.link.left)]
    counts.append(sum(count_parts(right, i) for i in linked.link.right))
    return words[0] == words[1] and counts[0] != counts[1]


def find_denial(pair: Pair, linked: Linked) -> Iterator[Found]:
    """One account negates what the other says."""
    conflict = linked.link.relation is Relation.CONFLICT
    close = linked.shared.overlap >= _VERY_CLOSE and not linked.two_ends
    if not linked.differs or not (conflict or close):
        return
    denying = [side for side in SIDES if _denies(linked, side)]
    agreeing = [side for side in SIDES if Act.AGREE in linked.acts(side)]
    if len(denying) == 2 or not (denying or conflict):
        return
    if conflict and not denying and len(agreeing) == 1:
        return
    yield of_link(
        pair,
        linked,
        FindingCode.DENIAL,
        Severity.SUBSTANTIVE,
        tuple(
            one
            for side in SIDES
            for cue in _denials(linked, side)
            for one in evidence(linked.pair.account(side), (cue.span,), cue.kind)
        ),
        form="negated",
        left_line=linked.line(Side.LEFT),
        right_line=linked.line(Side.RIGHT),
    )


def _denies(linked: Linked, side: Side) -> bool:
    statements = linked.statements(side)
    if any(s.negated or s.act is Act.REJECT for s in statements):
        return True
    return bool(_denials(linked, side))


def _denials(linked: Linked, side: Side) -> list[Cue]:
    """The words of a side that deny what is shared, or the frame: "open, with no dues" has none."""
    account = linked.pair.account(side)
    return [
        cue
        for i in linked.indexes(side)
        for cue in account.find_cues((i,), "denial", "rebuttal")
        if cue.kind == "rebuttal" or _governs(linked, account, i, cue)
    ]


def _governs(linked: Linked, account: Account, index: int, cue: Cue) -> bool:
    """Whether a denying word reaches a word that both sides have, or stands before the verb."""
    verb = account.statements[index].verb
    if verb is not None and cue.span.start < verb.end:
        return True
    lower, starts = account.tokens.lower, account.tokens.starts
    first, last = bisect_left(starts, cue.span.end), account.bounds[index][1]
    end = next((at for at in range(first, last) if lower[at] in CLAUSE_ENDS), last)
    reached = [word.base for word in account.words[index] if first <= word.token < end]
    return not reached or not linked.shared.both.isdisjoint(reached)


def find_condition(pair: Pair, linked: Linked) -> Iterator[Found]:
    """A condition or linkage that only one account sets."""
    if not linked.differs or linked.shared.overlap < _CLOSE:
        return
    conditions = {side: _conditions(linked, side) for side in SIDES}
    setting = [side for side in SIDES if conditions[side]]
    if len(setting) != 1:
        return
    side = setting[0]
    account, other = pair.account(side), pair.account(side.other)
    index = next(
        i for i in linked.indexes(side) if conditions[side][0] in account.statements[i].span
    )
    statement = account.statements[index]
    binding = statement.act in _BINDING or statement.undertaking is not None
    yield of_link(
        pair,
        linked,
        FindingCode.CONDITION,
        Severity.SUBSTANTIVE if binding else Severity.DEGREE,
        evidence(account, conditions[side], "condition"),
        form="one",
        party=account.label,
        other=other.label,
        condition=quote(conditions[side][0].cut(account.version.text), account, 14),
        line=line(account, index),
        other_line=linked.line(side.other),
    )


def _conditions(linked: Linked, side: Side) -> tuple[Span, ...]:
    given = [s.condition for s in linked.statements(side) if s.condition is not None]
    given += [
        s.undertaking.condition
        for s in linked.statements(side)
        if s.undertaking is not None and s.undertaking.condition is not None
    ]
    if given:
        return tuple(sorted(set(given)))
    account = linked.pair.account(side)
    found = []
    for index in linked.indexes(side):
        end = account.statements[index].span.end
        for cue in account.find_cues((index,), "condition"):
            words = account.version.text[cue.span.start : end]
            stop = min((p for p in map(words.find, ",;.") if p > 0), default=len(words))
            found.append(Span(cue.span.start, cue.span.start + stop))
    return tuple(found)


def find_force(pair: Pair, linked: Linked) -> Iterator[Found]:
    """Acts of another strength on one matter."""
    if not linked.shows(Difference.FORCE) or linked.two_ends:
        return
    force = {
        side: max((s.force or 0 for s in linked.statements(side)), default=0) for side in SIDES
    }
    agreeing = sum(Act.AGREE in linked.acts(side) for side in SIDES)
    if not all(force.values()) or force[Side.LEFT] == force[Side.RIGHT] or agreeing == 1:
        return
    strong = Side.LEFT if force[Side.LEFT] > force[Side.RIGHT] else Side.RIGHT
    lines = {side: _line_of_force(linked, side, force[side]) for side in SIDES}
    yield of_link(
        pair,
        linked,
        FindingCode.FORCE,
        Severity.DEGREE,
        _verbs(linked),
        form="persons" if linked.parted else "acts",
        stronger=pair.account(strong).label,
        weaker=pair.account(strong.other).label,
        strong_line=lines[strong],
        weak_line=lines[strong.other],
        left_line=lines[Side.LEFT],
        right_line=lines[Side.RIGHT],
    )


def _line_of_force(linked: Linked, side: Side, force: int) -> str:
    """The words whose act is that strong."""
    place = linked.key(side, lambda s: s.force == force)
    if place is None or place == linked.key_index(side):
        return linked.line(side)
    return line(linked.pair.account(side), place)


def find_certainty(pair: Pair, linked: Linked) -> Iterator[Found]:
    """More or less firm, likely or urgent, in the content itself."""
    if not linked.differs or linked.shared.overlap < _CLOSE or linked.two_ends:
        return
    levels = {side: _level(linked, side) for side in SIDES}
    left, right = levels[Side.LEFT], levels[Side.RIGHT]
    if left is None or right is None or left[0] == right[0]:
        return
    firm = Side.LEFT if left[0] > right[0] else Side.RIGHT
    account, other = pair.account(firm), pair.account(firm.other)
    spans = {Side.LEFT: left[1], Side.RIGHT: right[1]}
    yield of_link(
        pair,
        linked,
        FindingCode.CERTAINTY,
        Severity.DEGREE,
        evidence(account, (spans[firm],), "firmer")
        + evidence(other, (spans[firm.other],), "looser"),
        form="words",
        firmer=account.label,
        looser=other.label,
        firm_word=quote(spans[firm].cut(account.version.text), account, 8),
        loose_word=quote(spans[firm.other].cut(other.version.text), other, 8),
        firm_line=line(account, first_index(account, linked.indexes(firm), "modality")),
        loose_line=line(other, first_index(other, linked.indexes(firm.other), "modality")),
    )


def _level(linked: Linked, side: Side) -> tuple[int, Span] | None:
    """How firm the side is at its firmest, and the words that show it."""
    account = linked.pair.account(side)
    cues = account.find_cues(linked.indexes(side), "modality")
    if cues:
        best = max(cues, key=lambda c: (c.entry.whole("level"), -c.span.start))
        return best.entry.whole("level"), best.span
    undertakings = [s.undertaking for s in linked.statements(side) if s.undertaking is not None]
    if not undertakings:
        return None
    firmest = max(undertakings, key=lambda u: (_FIRMNESS.index(u.firmness), -u.what.start))
    return (1, 2, 3, 3, 4, 5)[_FIRMNESS.index(firmest.firmness)], firmest.what


def _cues(linked: Linked, *kinds: str) -> tuple[Evidence, ...]:
    return tuple(
        one
        for side in SIDES
        for cue in linked.pair.account(side).find_cues(linked.indexes(side), *kinds)
        for one in evidence(linked.pair.account(side), (cue.span,), cue.kind)
    )


def _verbs(linked: Linked) -> tuple[Evidence, ...]:
    spans = {side: [s.verb for s in linked.statements(side) if s.verb] for side in SIDES}
    return tuple(
        one for side in SIDES for one in evidence(linked.pair.account(side), spans[side], "verb")
    )
