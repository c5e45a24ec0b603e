"""What surrounds the matters: logistics, measures, voices, and what to check by eye."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from paired_readouts.alignment import tell_other_days
from paired_readouts.lexicon import Lexicon
from paired_readouts.model import (
    ClaimKind,
    CompletenessLevel,
    LedgerEntry,
    Measure,
    Participant,
    Relation,
    Severity,
    Translation,
    Version,
)
from paired_readouts.rendering._accounts import DOUBT, name_person, name_speakers
from paired_readouts.rendering._days import format_day, format_moment
from paired_readouts.rendering._quoting import clean, shorten
from paired_readouts.rendering._view import Pair, View
from paired_readouts.rendering._wording import say
from paired_readouts.rendering.report import Account, Check, Figure, Logistic, Pledge, Shared, Voice

__all__ = [
    "count_counterparts",
    "make_checks",
    "make_figures",
    "make_logistics",
    "make_pledges",
    "make_voices",
]

_WORDS = 160
_MEASURES = (
    *("coverage_left", "coverage_right", "item_coverage_left", "item_coverage_right"),
    *("unshared", "disagreement", "divergence", "attribution", "force_gap", "order", "facts"),
)


def _format_claim(kind: ClaimKind, value: str) -> str:
    value = clean(value)
    value = " ".join(format_day(word) for word in value.split())
    if kind is ClaimKind.DURATION:
        amount, _, unit = value.partition(" ")
        return value if amount == "1" or not unit or unit.endswith("s") else f"{amount} {unit}s"
    return value


# Numbers for ranking or for a direction, which a count would make look like a share.
_PLAIN = frozenset({"unshared", "divergence", "force_gap", "order"})


def make_logistics(versions: Sequence[Version], lexicon: Lexicon) -> tuple[Logistic, ...]:
    """What the accounts say about the conversation itself, one row a fact."""
    rows = []
    for kind in ClaimKind:
        told = [tuple(dict.fromkeys(c.value for c in v.claims if c.kind is kind)) for v in versions]
        if any(told):
            rows.append(
                Logistic(
                    fact=kind.value,
                    name=say(lexicon, "logistics", kind.value),
                    values=tuple(
                        ", ".join(_format_claim(kind, value) for value in values) for values in told
                    ),
                    disputed=_disputed(kind, [values for values in told if values]),
                )
            )
    published = tuple(format_moment(v.published) for v in versions)
    via = tuple(clean(v.via) for v in versions)
    rows += [
        Logistic(fact=fact, name=say(lexicon, "logistics", fact), values=values, disputed=False)
        for fact, values in (("published", published), ("via", via))
        if any(values)
    ]
    return tuple(rows)


def _disputed(kind: ClaimKind, told: Sequence[tuple[str, ...]]) -> bool:
    if kind in {ClaimKind.PRESENT, ClaimKind.FOLLOW_UP, ClaimKind.PLACE}:
        return False
    if kind is ClaimKind.DATE:
        told = [tuple(value[-5:] for value in values) for values in told]
    return any(not set(a) & set(b) for i, a in enumerate(told) for b in told[i + 1 :])


def count_counterparts(view: View, shared: Sequence[Shared]) -> tuple[str, ...]:
    """How many statements of each account another one has, one sentence an account."""
    alike: dict[str, bool] = {}
    for matter in shared:
        for label in (label for quote in matter.quotes for label in quote.labels):
            alike[label] = alike.get(label, True) and matter.relation == Relation.SAME.value
    sentences = []
    for account in view.accounts:
        linked = [alike[line.label] for line in account.lines if line.label in alike]
        others = [other.name for other in view.accounts if other is not account]
        form = "other" if len(others) == 1 else "others"
        sentences.append(
            view.say(
                "counts",
                {0: "none", 1: "one"}.get(len(linked), "some"),
                linked=len(linked),
                all=len(account.lines),
                label=account.label,
                where=view.say("counts", form, name=others[0] if others else ""),
                alike=sum(linked),
                differing=len(linked) - sum(linked),
            )
        )
    return tuple(sentences)


def make_figures(view: View) -> tuple[Figure, ...]:
    """The measures of each pair in words; those that say nothing at all are passed over."""
    if len(view.pairs) > 1:
        return (*_pool_figures(view), *_count_severities(view))
    figures = []
    for pair in view.pairs:
        left, right = view.accounts[pair.left].label, view.accounts[pair.right].label
        figures += [
            Figure(
                name=view.say("measures", name, left=left, right=right),
                value=_format_measure(view, name, measure),
                method=measure.method.removeprefix("not defined: "),
                undefined=measure.value is None,
            )
            for name, measure in _told_measures(pair)
        ]
    return (*figures, *_count_severities(view))


def _told_measures(pair: Pair) -> list[tuple[str, Measure]]:
    measures = pair.comparison.divergence.measures
    rows = [(name, getattr(measures, name)) for name in _MEASURES]
    return [(name, measure) for name, measure in rows if measure != Measure()]


def _pool_figures(view: View) -> list[Figure]:
    """One row a measure with the values of all pairs; those of both directions in one."""
    values: dict[str, list[str]] = {}
    methods: dict[str, str] = {}
    for pair in view.pairs:
        labels = [view.accounts[pair.left].label, view.accounts[pair.right].label]
        for name, measure in _told_measures(pair):
            pooled = name.removesuffix("_left").removesuffix("_right")
            left, right = reversed(labels) if name.endswith("_right") else labels
            form = "pair" if pooled == name else "in"
            value = _format_measure(view, name, measure)
            told = view.say("measures", form, left=left, right=right, value=value)
            values.setdefault(pooled, []).append(told)
            if measure.value is not None:
                methods.setdefault(pooled, measure.method)
    first, second = view.say("measures", "first"), view.say("measures", "second")
    return [
        Figure(
            name=view.say("measures", name, left=first, right=second),
            value="; ".join(told),
            method=methods.get(name, ""),
        )
        for name, told in values.items()
    ]


def _format_measure(view: View, name: str, measure: Measure) -> str:
    if measure.value is None:
        return view.say("measures", "undefined")
    if name not in _PLAIN and measure.n and abs(measure.k / measure.n - measure.value) < 1e-4:
        return f"{measure.k:g} of {measure.n:g}"
    return f"{measure.value:.2f}".replace("-", "−")


def _count_severities(view: View) -> list[Figure]:
    rows = []
    for pair in view.pairs:
        counted = Counter(f.severity.value for f in pair.comparison.divergence.findings)
        value = ", ".join(f"{counted[s.value]} {s.value}" for s in Severity)
        if len(view.pairs) > 1:
            left, right = view.accounts[pair.left].label, view.accounts[pair.right].label
            value = view.say("measures", "pair", left=left, right=right, value=value)
        rows.append(value)
    if not rows:
        return []
    name, method = view.say("measures", "findings"), view.say("measures", "counted")
    return [Figure(name=name, value="; ".join(rows), method=method)]


def make_pledges(view: View) -> tuple[Pledge, ...]:
    """The ledger of undertakings; of two accounts only, for it tells what a pair makes of them."""
    if len(view.accounts) != 2:
        return ()
    names = {
        person.family_name: name_person(person)
        for version in view.versions
        for person in version.participants
    }
    left, right = (account.name for account in view.accounts)
    return tuple(
        Pledge(
            who=", ".join(names.get(who, clean(who)) for who in entry.by),
            what=shorten(entry.what, _WORDS),
            condition=shorten(entry.condition, _WORDS),
            firmness=_format_firmness(view, entry),
            status=view.say("pledges", entry.status.value, left=left, right=right),
            labels=view.labels(0, entry.left) + view.labels(1, entry.right),
        )
        for entry in view.pairs[0].comparison.divergence.ledger
    )


def _format_firmness(view: View, entry: LedgerEntry) -> str:
    left, right = entry.left_firmness, entry.right_firmness
    if left and right and left is not right:
        labels = [account.label for account in view.accounts]
        return f"{labels[0]} {left.value}, {labels[1]} {right.value}"
    told = left or right
    return told.value if told else ""


def make_voices(view: View) -> tuple[Voice, ...]:
    """The words that each account reports of each speaker, most first."""
    counted = [Counter[str]() for _ in view.versions]
    for words, version in zip(counted, view.versions, strict=True):
        for statement in version.statements:
            words[_voice_of(view, statement.speakers)] += len(statement.text.split())
    # That one account of two has no words of somebody is worth a zero.
    joint, nobody = view.say("voices", "joint"), view.say("voices", "nobody")
    named = {name for words in counted for name in words if name not in {joint, nobody}}
    everyone = named if len(counted) == 2 else set()
    return tuple(
        Voice(account=account, name=name, words=words[name])
        for account, words in enumerate(counted)
        if words
        for name in sorted({*words, *everyone}, key=lambda name: (-words[name], name))
    )


def _voice_of(view: View, speakers: Sequence[Participant]) -> str:
    if not speakers:
        return view.say("voices", "nobody")
    if len({p.party for p in speakers}) > 1:
        return view.say("voices", "joint")
    return name_speakers(speakers)


def make_checks(view: View) -> tuple[Check, ...]:
    """What to look at by eye before printing: by account, by link, and what absence proves."""
    checks = []
    for account, version in zip(view.accounts, view.versions, strict=True):
        doubtful = tuple(line.label for line in account.lines if line.doubtful)
        if doubtful:
            checks.append(Check(text=view.say("checks", "doubtful"), labels=doubtful))
        if about := _check_account(view, account, version):
            checks.append(Check(text=f"{account.label}: {' '.join(map(_as_sentence, about))}"))
    for pair in view.pairs:
        checks += _check_links(view, pair)
    checks.append(Check(text=view.say("checks", "absence")))
    return tuple(checks)


def _as_sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:].rstrip('. ')}."


def _check_account(view: View, account: Account, version: Version) -> list[str]:
    about = []
    if version.completeness.level is not CompletenessLevel.FULL:
        about.append(account.completeness)
    perhaps = version.translation in {Translation.UNKNOWN, Translation.UNOFFICIAL}
    if perhaps and account.translation:
        about.append(view.say("checks", "translated", translation=account.translation))
    return [*about, *account.warnings]


def _check_links(view: View, pair: Pair) -> list[Check]:
    checks = []
    left, right = view.accounts[pair.left], view.accounts[pair.right]
    if tell_other_days(pair.comparison.left, pair.comparison.right):
        text = view.say("checks", "other-days", left=left.label, right=right.label)
        checks.append(Check(text=text))
    for link in pair.comparison.alignment.links:
        if link.score >= DOUBT:
            continue
        labels = view.labels(pair.left, link.left) + view.labels(pair.right, link.right)
        best = max(link.contributions, key=lambda c: c.added, default=None)
        evidence = view.say("evidence", best.feature) if best and best.added > 0 else ""
        form = "joined-by" if evidence else "joined"
        text = view.say("checks", form, score=f"{link.score:.2f}", evidence=evidence)
        checks.append(Check(text=text, labels=labels))
    for unfit in pair.comparison.alignment.unfit:
        words = [anchor.text for anchor in (*unfit.left[:1], *unfit.right[:1])]
        quoted = " and ".join(f"“{clean(w)[:60]}”" for w in words)
        checks.append(Check(text=view.say("checks", "unfit", words=quoted)))
    return checks
