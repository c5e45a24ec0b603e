"""What one account alone has: matters, lines given to the other side, what is to follow, items."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from paired_readouts.divergence._accounts import Account, Pair
from paired_readouts.divergence._found import Found, evidence, make_found
from paired_readouts.divergence._linked import Reading
from paired_readouts.divergence._matters import group_matters, name_matter
from paired_readouts.divergence._names import names_of
from paired_readouts.divergence._quoting import gist, lines, quote, side_slots
from paired_readouts.model import (
    Act,
    FindingCode,
    MentionKind,
    Severity,
    Side,
)

__all__ = [
    "find_credited_words",
    "find_next_steps",
    "find_one_sided",
    "one_sided_severity",
]

# More matters than these in one account are told in one finding: a long text against a short one.
_MOST_MATTERS = 4
# From so many statements on, a matter is named before its lines.
_NAMED = 3
# What a fact, or a line with a formula in it, tells at least to be a matter, in bits.
_TELLING = 24.0
# More candidates than these for a counterpart that was missed tell nothing more.
_MOST_RIVALS = 4
_STRONG = frozenset(
    {Act.AGREE, Act.COMMIT, Act.REQUEST, Act.WARN, Act.REJECT, Act.CRITICIZE, Act.PROPOSE}
)
_STEPS = frozenset({Act.AGREE, Act.COMMIT, Act.PROPOSE})
_ORDER = (Severity.SUBSTANTIVE, Severity.DEGREE, Severity.MINOR)


def one_sided_severity(account: Account, index: int) -> Severity:
    """How much a statement weighs that the other account does not have."""
    statement = account.statements[index]
    formula = account.has_cue(index, "formula")
    if statement.act is Act.NARRATE:
        telling = statement.undertaking is not None or account.weights[index] >= _TELLING
        itself = formula or account.is_on_itself(index)
        return Severity.DEGREE if telling and not itself else Severity.MINOR
    if account.is_light(index):
        return Severity.MINOR
    if statement.act in _STRONG or statement.undertaking is not None:
        return Severity.SUBSTANTIVE
    # What is rebutted or called a lie is an accusation, whatever verb reports it.
    if account.has_cue(index, "rebuttal"):
        return Severity.SUBSTANTIVE
    if any(m.kind is MentionKind.QUANTITY for m in statement.mentions):
        return Severity.SUBSTANTIVE
    if formula and account.weights[index] < _TELLING:
        return Severity.MINOR
    return Severity.DEGREE


def _is_step(account: Account, index: int) -> bool:
    statement = account.statements[index]
    if statement.act not in _STEPS and not account.has_cue(index, "coming"):
        return False
    return account.has_cue(index, "follow-up") and not account.is_contact(index)


def find_one_sided(reading: Reading) -> Iterator[Found]:
    """Matters of one account alone, one finding a matter.

    A matter has the lines that are credited to the other side in it, if its own side speaks of it
    too; what is to follow is told apart.
    """
    pair = reading.pair
    for account in (pair.left, pair.right):
        alone = [i for i in pair.alone(account.side) if not _is_step(account, i)]
        light = [i for i in alone if one_sided_severity(account, i) is Severity.MINOR]
        groups = [
            group
            for group in group_matters(account, tuple(i for i in alone if i not in light))
            if _own(account, group)
        ]
        rest: list[int] = []
        if len(groups) > _MOST_MATTERS:
            groups.sort(key=lambda g: (_rank(account, g), -_words(account, g), g))
            rest = sorted(i for g in groups[_MOST_MATTERS - 1 :] for i in g)
            groups = sorted(groups[: _MOST_MATTERS - 1])
        for group in groups:
            yield _one_sided(pair, account, group, _worst(account, group), form="statements")
        if rest:
            yield _one_sided(pair, account, tuple(rest), Severity.DEGREE, form="rest")
        light = [i for i in _own(account, light) if not account.is_contact(i)]
        if light:
            yield _one_sided(pair, account, tuple(light), Severity.MINOR, form="atmosphere")


def _own(account: Account, group: Iterable[int]) -> tuple[int, ...]:
    """Those of a group that the account does not credit to the other side."""
    return tuple(i for i in group if account.standing(i) != "credited")


def _rank(account: Account, group: tuple[int, ...]) -> int:
    told = _own(account, group) or group
    return min(_ORDER.index(one_sided_severity(account, i)) for i in told)


def _worst(account: Account, group: tuple[int, ...]) -> Severity:
    return _ORDER[_rank(account, group)]


def _words(account: Account, group: tuple[int, ...]) -> int:
    return sum(account.lengths[i] for i in group)


def _one_sided(
    pair: Pair,
    account: Account,
    group: tuple[int, ...],
    severity: Severity,
    *,
    form: str,
    code: FindingCode = FindingCode.ONE_SIDED,
) -> Found:
    other = pair.account(account.side.other)
    credited = code is FindingCode.CREDITED_WORDS
    told = group if credited else _own(account, group)
    who = names_of((p for i in told for p in account.statements[i].speakers), pair.lexicon)
    name = name_matter(account, group) if form == "statements" and len(group) >= _NAMED else None
    matter = name.cut(account.version.text) if name else gist(account, (_heaviest(account, told),))
    return make_found(
        pair,
        code,
        severity,
        left=group if account.side is Side.LEFT else (),
        right=group if account.side is Side.RIGHT else (),
        shows=evidence(account, (account.statements[i].span for i in told), "only here"),
        signs=_signs(pair, account, group),
        form="matter" if name else form,
        matter=quote(matter, account),
        who=who,
        words=str(_words(account, group)),
        total=str(account.length),
        lines=lines(account, _told_first(account, told), named=who if credited else ""),
        also=side_slots(account, other),
    )


def _heaviest(account: Account, group: tuple[int, ...]) -> int:
    return max(group, key=lambda i: (account.weights[i], -i))


def _told_first(account: Account, group: tuple[int, ...]) -> tuple[int, ...]:
    """The group with its three most telling statements first, in the order of the text."""
    if len(group) <= 3:
        return group
    ranked = sorted(
        group,
        key=lambda i: (
            _ORDER.index(one_sided_severity(account, i)),
            -account.weights[i],
            i,
        ),
    )
    first = sorted(ranked[:3])
    return (*first, *(i for i in group if i not in first))


def _signs(pair: Pair, account: Account, group: tuple[int, ...]) -> dict[str, float]:
    """What tells how sure it is that the other text has nothing of it."""
    other = pair.account(account.side.other)
    shares = []
    for i in group:
        own = account.weights[i]
        shared = [0.0] * len(other.statements)
        for base, weight in account.bases[i].items():
            for j in other.holders.get(base, ()):
                shared[j] += weight
        best = max(shared, default=0.0)
        shares.append(best / own if own else 0.5)
    return {
        "shared": sum(shares) / len(shares),
        "rivals": min(_MOST_RIVALS, len(pair.alone(other.side))),
    }


def find_credited_words(reading: Reading) -> Iterator[Found]:
    """Lines given to the other side's principal that the other side's text does not have.

    A link that is not sure of itself confirms no line.
    """
    pair = reading.pair
    for account in (pair.left, pair.right):
        confirmed = {i for x in reading.links if not x.weak for i in x.indexes(account.side)}
        credited = tuple(
            i
            for i in range(len(account.statements))
            if i not in confirmed and account.standing(i) == "credited"
        )
        for group in group_matters(account, credited):
            yield _one_sided(
                pair,
                account,
                group,
                Severity.SUBSTANTIVE,
                form="uncredited",
                code=FindingCode.CREDITED_WORDS,
            )


def find_next_steps(reading: Reading) -> Iterator[Found]:
    """Visits, meetings and contacts to come that only one account has."""
    pair = reading.pair
    for account in (pair.left, pair.right):
        steps = tuple(
            i
            for i in pair.alone(account.side)
            if _is_step(account, i) and account.standing(i) != "credited"
        )
        for group in group_matters(account, steps):
            strong = any(
                account.statements[i].act in _STRONG and not account.is_light(i) for i in group
            )
            severity = Severity.SUBSTANTIVE if strong else Severity.DEGREE
            yield _one_sided(
                pair, account, group, severity, form="only", code=FindingCode.NEXT_STEPS
            )
