"""Names, formulas, quotations, and words of cause, blame and purpose."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from paired_readouts._text import fold
from paired_readouts.divergence._accounts import SIDES, Account, Cue, Pair
from paired_readouts.divergence._found import Found, evidence, make_found
from paired_readouts.divergence._linked import Linked, Reading, of_link
from paired_readouts.divergence._quoting import line, quote
from paired_readouts.model import Act, Difference, FindingCode, Mode, Severity, Side, Span

__all__ = ["find_framing", "find_naming", "find_quotation", "find_vagueness"]

_CLOSE = 0.2
# How sure it is that two names are of one thing: over the accounts as wholes, and in one link.
_UNLINKED = 0.5
_LINKED = 0.7
# Less shared than this, two linked passages need not name the same thing.
_RELATED = 0.1
_MARKS = {"“": "”", '"': '"', "«": "»", "„": "“"}
_OPENING = re.compile("[" + "".join(_MARKS) + "]")
_LONGEST_QUOTATION = 14


def find_naming(reading: Reading) -> Iterator[Found]:
    """One thing under another name, in a link or over the accounts as wholes."""
    pair = reading.pair
    whole = (tuple(range(len(pair.left.statements))), tuple(range(len(pair.right.statements))))
    chosen: dict[str, tuple[tuple[float, ...], Found]] = {}
    for linked in reading.links:
        if not linked.differs or linked.shared.overlap < _RELATED:
            continue
        places = pair.settle(-linked.link.left[0], -linked.link.right[0])
        rank = (linked.shared.overlap, sum(places), *places)
        for thing, found in _name(pair, (linked.link.left, linked.link.right), linked):
            if thing not in chosen or rank > chosen[thing][0]:
                chosen[thing] = (rank, found)
    for thing, found in _name(pair, whole, None):
        chosen.setdefault(thing, ((0.0,), found))
    for thing in sorted(chosen):
        yield chosen[thing][1]


def _name(
    pair: Pair, places: tuple[tuple[int, ...], tuple[int, ...]], linked: Linked | None
) -> Iterator[tuple[str, Found]]:
    """Each thing that the two sides name in other words here, with its finding."""
    left, right = places
    forms = (_forms(pair.left, left), _forms(pair.right, right))
    for thing in sorted(set(forms[0]) & set(forms[1])):
        ours, theirs = forms[0][thing], forms[1][thing]
        if {c.entry.id for c in ours} & {c.entry.id for c in theirs}:
            continue
        if not any(cue.entry.whole("loaded") for cue in (*ours, *theirs)):
            continue
        found = make_found(
            pair,
            FindingCode.NAMING,
            Severity.MINOR if linked is None else Severity.DEGREE,
            left=tuple(i for i in left if any(c in pair.left.cues[i] for c in ours)),
            right=tuple(i for i in right if any(c in pair.right.cues[i] for c in theirs)),
            shows=evidence(pair.left, (c.span for c in ours), "name")
            + evidence(pair.right, (c.span for c in theirs), "name"),
            links=() if linked is None else (linked.position,),
            confidence=_UNLINKED if linked is None else _LINKED * linked.link.score,
            form="forms",
            matter=thing.replace("-", " "),
            left_form=quote(ours[0].span.cut(pair.left.version.text), pair.left),
            right_form=quote(theirs[0].span.cut(pair.right.version.text), pair.right),
        )
        yield thing, found


def _forms(account: Account, indexes: tuple[int, ...]) -> dict[str, list[Cue]]:
    forms: dict[str, list[Cue]] = defaultdict(list)
    for cue in account.find_cues(indexes, "name"):
        forms[cue.entry.text("thing")].append(cue)
    return forms


def find_framing(pair: Pair, linked: Linked) -> Iterator[Found]:
    """Words of cause, blame or purpose on one side only, or another judgement of the matter."""
    if not linked.differs:
        return
    cues = {side: pair.account(side).find_cues(linked.indexes(side), "cause") for side in SIDES}
    holding = [side for side in SIDES if cues[side]]
    if Difference.STANCE in linked.link.differences:
        yield of_link(
            pair,
            linked,
            FindingCode.FRAMING,
            Severity.DEGREE,
            form="stance",
            left_line=linked.line(Side.LEFT),
            right_line=linked.line(Side.RIGHT),
        )
    elif len(holding) == 1 and linked.shared.overlap >= _CLOSE:
        side = holding[0]
        account, cue = pair.account(side), cues[side][0]
        index = next(i for i in linked.indexes(side) if cue in account.cues[i])
        yield of_link(
            pair,
            linked,
            FindingCode.FRAMING,
            Severity.DEGREE,
            evidence(account, (cue.span,), "cause"),
            form="cause",
            party=account.label,
            other=pair.account(side.other).label,
            kind=cue.entry.text("title"),
            cue=quote(
                account.version.text[cue.span.start : _clause_end(account, index, cue)], account, 10
            ),
            line=line(account, index),
            other_line=linked.line(side.other),
        )


def _clause_end(account: Account, index: int, cue: Cue) -> int:
    end = account.statements[index].span.end
    rest = account.version.text[cue.span.end : end]
    stop = min((p for p in map(rest.find, ",;.") if p > 0), default=len(rest))
    return cue.span.end + stop


def find_vagueness(pair: Pair, linked: Linked) -> Iterator[Found]:
    """A formula on one side, specifics on the other."""
    if not linked.shows(Difference.DETAIL):
        return
    formulas = {
        side: pair.account(side).find_cues(linked.indexes(side), "formula") for side in SIDES
    }
    holding = [side for side in SIDES if formulas[side]]
    if len(holding) != 1:
        return
    side = holding[0]
    account, other = pair.account(side), pair.account(side.other)
    if all(other.is_contact(i) for i in linked.indexes(side.other)):
        return
    yield of_link(
        pair,
        linked,
        FindingCode.VAGUENESS,
        Severity.DEGREE,
        evidence(account, (c.span for c in formulas[side]), "formula"),
        form="formula",
        vague=account.label,
        specific=other.label,
        formula=quote(formulas[side][0].span.cut(account.version.text), account),
        line=linked.line(side.other),
    )


def find_quotation(pair: Pair, linked: Linked) -> Iterator[Found]:
    """A phrase in quotation marks on one side only, or quoted in other words."""
    if not linked.differs:
        return
    quoted = {side: _quoted(pair.account(side), linked.indexes(side)) for side in SIDES}
    left, right = quoted[Side.LEFT], quoted[Side.RIGHT]
    if left and right:
        yield from _differently(pair, linked, left[0], right[0])
        return
    for side in SIDES:
        account, other = pair.account(side), pair.account(side.other)
        text = " ".join(fold(s.text) for s in linked.statements(side.other))
        fresh = [s for s in quoted[side] if fold(s.cut(account.version.text)) not in text]
        if not fresh:
            continue
        yield of_link(
            pair,
            linked,
            FindingCode.QUOTATION,
            Severity.MINOR,
            evidence(account, fresh, "quotation"),
            form="only",
            party=account.label,
            other=other.label,
            quotation=quote(fresh[0].cut(account.version.text), account),
            other_line=linked.line(side.other),
        )


def _differently(pair: Pair, linked: Linked, left: Span, right: Span) -> Iterator[Found]:
    words = (left.cut(pair.left.version.text), right.cut(pair.right.version.text))
    if [fold(w).strip(".,") for w in words[0].split()] == [
        fold(w).strip(".,") for w in words[1].split()
    ]:
        return
    yield of_link(
        pair,
        linked,
        FindingCode.QUOTATION,
        Severity.MINOR,
        evidence(pair.left, (left,), "quotation") + evidence(pair.right, (right,), "quotation"),
        form="differ",
        left_quotation=quote(words[0], pair.left),
        right_quotation=quote(words[1], pair.right),
    )


def _quoted(account: Account, indexes: tuple[int, ...]) -> list[Span]:
    """Short phrases in quotation marks; whole sentences of direct speech are no such phrases."""
    found = []
    for index in indexes:
        statement = account.statements[index]
        if statement.mode is Mode.DIRECT or statement.act is Act.NARRATE:
            continue
        text, offset, end = statement.text, statement.span.start, 0
        while (mark := _OPENING.search(text, end)) is not None:
            start, end = mark.end(), text.find(_MARKS[mark[0]], mark.end()) + 1
            if not end:
                break
            if 0 < len(text[start : end - 1].split()) <= _LONGEST_QUOTATION:
                found.append(Span(offset + start, offset + end - 1))
    return found
