"""What one account alone has: matters, lines given to the other side, what is to follow, items."""

from __future__ import annotations

from collections.abc import Iterator

from paired_readouts.divergence._accounts import Account, Pair
from paired_readouts.divergence._found import Found, evidence, make_finding
from paired_readouts.divergence._linked import Reading
from paired_readouts.divergence._matters import group_matters
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
_MOST_MATTERS = 6
_STRONG = frozenset(
    {Act.AGREE, Act.COMMIT, Act.REQUEST, Act.WARN, Act.REJECT, Act.CRITICIZE, Act.PROPOSE}
)
_STEPS = frozenset({Act.AGREE, Act.COMMIT, Act.PROPOSE})
# Greetings, atmosphere, and staying in touch.
_LIGHT = ("courtesy", "contacts")
_ORDER = (Severity.SUBSTANTIVE, Severity.DEGREE, Severity.MINOR)


def one_sided_severity(account: Account, index: int) -> Severity:
    """How much a statement weighs that the other account does not have."""
    statement = account.statements[index]
    cues = account.find_cues((index,), *_LIGHT, "formula")
    if statement.act is Act.NARRATE:
        telling = statement.undertaking is not None and not cues
        return Severity.DEGREE if telling else Severity.MINOR
    if account.find_cues((index,), *_LIGHT):
        return Severity.MINOR
    if statement.act in _STRONG or statement.undertaking is not None:
        return Severity.SUBSTANTIVE
    # What is rebutted or called a lie is an accusation, whatever verb reports it.
    if account.find_cues((index,), "rebuttal"):
        return Severity.SUBSTANTIVE
    if any(m.kind is MentionKind.QUANTITY for m in statement.mentions):
        return Severity.SUBSTANTIVE
    if cues and sum(account.bases[index].values()) < 24:
        return Severity.MINOR
    return Severity.DEGREE


def _alone(pair: Pair, account: Account) -> tuple[int, ...]:
    alignment = pair.alignment
    return alignment.unlinked_left if account.side is Side.LEFT else alignment.unlinked_right


def _is_step(account: Account, index: int) -> bool:
    statement = account.statements[index]
    if statement.act not in _STEPS and not account.find_cues((index,), "coming"):
        return False
    return bool(account.find_cues((index,), "follow-up")) and not account.is_contact(index)


def _plain(pair: Pair, account: Account) -> list[int]:
    """The statements told as one-sided: neither credited to the other side nor next steps."""
    return [
        i
        for i in _alone(pair, account)
        if account.standing(i) != "credited" and not _is_step(account, i)
    ]


def find_one_sided(reading: Reading) -> Iterator[Found]:
    """Matters of one account alone, one finding a matter."""
    pair = reading.pair
    for account in (pair.left, pair.right):
        plain = _plain(pair, account)
        light = [i for i in plain if one_sided_severity(account, i) is Severity.MINOR]
        groups = list(group_matters(account, tuple(i for i in plain if i not in light)))
        rest: list[int] = []
        if len(groups) > _MOST_MATTERS:
            groups.sort(key=lambda g: (_rank(account, g), -_words(account, g), g))
            rest = sorted(i for g in groups[_MOST_MATTERS - 1 :] for i in g)
            groups = sorted(groups[: _MOST_MATTERS - 1])
        for group in groups:
            yield _one_sided(pair, account, group, _worst(account, group), form="statements")
        if rest:
            yield _one_sided(pair, account, tuple(rest), Severity.DEGREE, form="rest")
        light = [i for i in light if not account.is_contact(i)]
        if light:
            yield _one_sided(pair, account, tuple(light), Severity.MINOR, form="atmosphere")


def _rank(account: Account, group: tuple[int, ...]) -> int:
    return min(_ORDER.index(one_sided_severity(account, i)) for i in group)


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
    who = names_of((p for i in group for p in account.statements[i].speakers), pair.lexicon)
    credited = code is FindingCode.CREDITED_WORDS
    finding = make_finding(
        pair,
        code,
        severity,
        left=group if account.side is Side.LEFT else (),
        right=group if account.side is Side.RIGHT else (),
        shows=evidence(account, (account.statements[i].span for i in group), "only here"),
        confidence=_absent(account, other, group),
        form=form,
        matter=quote(gist(account, (_heaviest(account, group),)), account),
        who=who,
        lines=lines(account, _told_first(account, group), named=who if credited else ""),
        also=side_slots(account, other),
    )
    return Found(finding)


def _heaviest(account: Account, group: tuple[int, ...]) -> int:
    return max(group, key=lambda i: (sum(account.bases[i].values()), -i))


def _told_first(account: Account, group: tuple[int, ...]) -> tuple[int, ...]:
    """The group with its three most telling statements first, in the order of the text."""
    if len(group) <= 3:
        return group
    ranked = sorted(
        group,
        key=lambda i: (
            _ORDER.index(one_sided_severity(account, i)),
            -sum(account.bases[i].values()),
            i,
        ),
    )
    first = sorted(ranked[:3])
    return (*first, *(i for i in group if i not in first))


def _absent(account: Account, other: Account, group: tuple[int, ...]) -> float:
    """How sure it is that the other text has nothing of it: less, the more words it shares."""
    shares = []
    for i in group:
        own = sum(account.bases[i].values())
        best = max(
            (
                sum(w for base, w in account.bases[i].items() if base in bases)
                for bases in other.bases
            ),
            default=0.0,
        )
        shares.append(best / own if own else 0.5)
    return 0.95 - 0.5 * (sum(shares) / len(shares))


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
            for i in _alone(pair, account)
            if _is_step(account, i) and account.standing(i) != "credited"
        )
        for group in group_matters(account, steps):
            strong = any(
                account.statements[i].act in _STRONG and not account.find_cues((i,), *_LIGHT)
                for i in group
            )
            severity = Severity.SUBSTANTIVE if strong else Severity.DEGREE
            yield _one_sided(
                pair, account, group, severity, form="only", code=FindingCode.NEXT_STEPS
            )
