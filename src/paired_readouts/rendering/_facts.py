"""What surrounds the matters: logistics, measures, voices, and what to check by eye."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from paired_readouts.lexicon import Lexicon
from paired_readouts.model import (
    ClaimKind,
    CompletenessLevel,
    LedgerEntry,
    LedgerStatus,
    Measure,
    Participant,
    Relation,
    Translation,
    Version,
)
from paired_readouts.rendering._accounts import DOUBT, name_person
from paired_readouts.rendering._days import format_day, format_moment
from paired_readouts.rendering._quoting import clean, join_labels, shorten
from paired_readouts.rendering._view import Pair, View
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
_LOGISTICS = (
    ("kind", ClaimKind.CONTACT),
    ("day", ClaimKind.DATE),
    ("time", ClaimKind.TIME),
    ("length", ClaimKind.DURATION),
    ("who called", ClaimKind.INITIATOR),
    ("place", ClaimKind.PLACE),
    ("present", ClaimKind.PRESENT),
    ("follow-up", ClaimKind.FOLLOW_UP),
)
_SHARES = (
    ("coverage_left", "{left} statements with a counterpart in {right}"),
    ("coverage_right", "{right} statements with a counterpart in {left}"),
    ("item_coverage_left", "{left} items with a counterpart"),
    ("item_coverage_right", "{right} items with a counterpart"),
    ("unshared", "unshared"),
    ("disagreement", "linked matters that differ above minor"),
    ("divergence", "divergence"),
    ("attribution", "linked matters with the same speakers"),
    ("force_gap", "force gap, {left} minus {right}"),
    ("order", "same order (Kendall’s tau)"),
    ("facts", "facts that both give and that agree"),
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


def make_logistics(versions: Sequence[Version]) -> tuple[Logistic, ...]:
    """What the accounts say about the conversation itself, one row a fact."""
    rows = []
    for name, kind in _LOGISTICS:
        told = [tuple(dict.fromkeys(c.value for c in v.claims if c.kind is kind)) for v in versions]
        if any(told):
            rows.append(
                Logistic(
                    name=name,
                    values=tuple(
                        ", ".join(_format_claim(kind, value) for value in values) for values in told
                    ),
                    disputed=_disputed(kind, [values for values in told if values]),
                )
            )
    published = [v.published for v in versions]
    if any(published):
        rows.append(
            Logistic(name="published", values=tuple(map(format_moment, published)), disputed=False)
        )
    via = tuple(clean(v.via) for v in versions)
    if any(via):
        rows.append(Logistic(name="carried by", values=via, disputed=False))
    return tuple(rows)


def _disputed(kind: ClaimKind, told: Sequence[tuple[str, ...]]) -> bool:
    if kind in {ClaimKind.PRESENT, ClaimKind.FOLLOW_UP, ClaimKind.PLACE}:
        return False
    if kind is ClaimKind.DATE:
        told = [tuple(value[-5:] for value in values) for values in told]
    return any(not set(a) & set(b) for i, a in enumerate(told) for b in told[i + 1 :])


def count_counterparts(accounts: Sequence[Account], shared: Sequence[Shared]) -> tuple[str, ...]:
    """How many statements of each account another one has, one sentence an account."""
    alike: dict[str, bool] = {}
    for matter in shared:
        for label in (label for quote in matter.quotes for label in quote.labels):
            alike[label] = alike.get(label, True) and matter.relation == Relation.SAME.value
    sentences = []
    for account in accounts:
        linked = [alike[line.label] for line in account.lines if line.label in alike]
        others = [other.name for other in accounts if other is not account]
        where = f"the {others[0]}" if len(others) == 1 else "another account"
        verb = "has" if len(linked) == 1 else "have"
        same = sum(linked)
        detail = f" ({same} alike, {len(linked) - same} differing)" if linked else ""
        sentences.append(
            f"{len(linked)} of {len(account.lines)} {account.label} statements {verb} a "
            f"counterpart in {where}{detail}."
        )
    return tuple(sentences)


def make_figures(view: View) -> tuple[Figure, ...]:
    """The measures of each pair in words; those that say nothing at all are passed over."""
    figures = []
    for pair in view.pairs:
        left, right = view.accounts[pair.left].label, view.accounts[pair.right].label
        prefix = f"{left}–{right}: " if len(view.pairs) > 1 else ""
        measures = pair.comparison.divergence.measures
        for name, words in _SHARES:
            measure: Measure = getattr(measures, name)
            if measure == Measure():
                continue
            figures.append(
                Figure(
                    name=prefix + words.format(left=left, right=right),
                    value=_format_measure(name, measure),
                    method=measure.method.removeprefix("not defined: "),
                )
            )
        figures.append(_severity_figure(pair, prefix))
    return tuple(figures)


def _format_measure(name: str, measure: Measure) -> str:
    if measure.value is None:
        return "not defined"
    if name not in _PLAIN and measure.n and abs(measure.k / measure.n - measure.value) < 1e-4:
        return f"{measure.k:g} of {measure.n:g}"
    return f"{measure.value:.2f}"


def _severity_figure(pair: Pair, prefix: str) -> Figure:
    counted = Counter(f.severity.value for f in pair.comparison.divergence.findings)
    return Figure(
        name=f"{prefix}findings",
        value=", ".join(f"{counted[s]} {s}" for s in ("substantive", "degree", "minor")),
        method="Counted by severity.",
    )


def make_pledges(view: View) -> tuple[Pledge, ...]:
    """The ledger of undertakings; of two accounts only, for it tells what a pair makes of them."""
    if len(view.accounts) != 2:
        return ()
    names = {
        person.family_name: name_person(person)
        for version in view.versions
        for person in version.participants
    }
    status = {
        LedgerStatus.BOTH: "in both",
        LedgerStatus.LEFT_ONLY: f"only in the {view.accounts[0].name}",
        LedgerStatus.RIGHT_ONLY: f"only in the {view.accounts[1].name}",
    }
    return tuple(
        Pledge(
            who=", ".join(names.get(who, clean(who)) for who in entry.by),
            what=shorten(entry.what, _WORDS),
            condition=shorten(entry.condition, _WORDS),
            firmness=_format_firmness(view, entry),
            status=status.get(entry.status, entry.status.value),
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
    voices = []
    for account, version in enumerate(view.versions):
        counted: Counter[str] = Counter()
        for statement in version.statements:
            counted[_voice_of(statement.speakers)] += len(statement.text.split())
        voices += [
            Voice(account=account, name=name, words=words)
            for name, words in sorted(counted.items(), key=lambda row: (-row[1], row[0]))
        ]
    return tuple(voices)


def _voice_of(speakers: Sequence[Participant]) -> str:
    if not speakers:
        return "nobody named"
    if len({p.party for p in speakers}) > 1:
        return "jointly"
    return " and ".join(dict.fromkeys(name_person(p) for p in speakers))


def make_checks(view: View, lexicon: Lexicon) -> tuple[Check, ...]:
    """What to look at by eye before printing."""
    checks = []
    originals = lexicon.words("sentences", "original")
    for account, version in zip(view.accounts, view.versions, strict=True):
        doubtful = tuple(line.label for line in account.lines if line.doubtful)
        if doubtful:
            checks.append(Check(text="Speaker or act is unsure.", labels=doubtful))
        if version.completeness.level is not CompletenessLevel.FULL:
            checks.append(Check(text=f"{account.label}: {account.completeness}."))
        perhaps = version.translation is Translation.UNKNOWN and version.party not in originals
        if perhaps or version.translation is Translation.UNOFFICIAL:
            checks.append(
                Check(
                    text=f"{account.label}: {account.translation}; "
                    "wording and strength may be the translator’s."
                )
            )
        checks += [Check(text=f"{account.label}: {w.rstrip('.')}.") for w in account.warnings]
    for pair in view.pairs:
        checks += _check_links(view, pair)
    checks.append(Check(text="“Not in” a text does not show that a matter was not raised."))
    return tuple(checks)


def _check_links(view: View, pair: Pair) -> list[Check]:
    checks = []
    for link in pair.comparison.alignment.links:
        if link.score >= DOUBT:
            continue
        left, right = view.labels(pair.left, link.left), view.labels(pair.right, link.right)
        best = max(link.contributions, key=lambda c: c.added, default=None)
        why = f", most of it from “{best.feature}”" if best and best.added > 0 else ""
        checks.append(
            Check(
                text=f"{join_labels(left)} – {join_labels(right)} is joined "
                f"with a score of {link.score:.2f}{why}.",
                labels=left + right,
            )
        )
    for unfit in pair.comparison.alignment.unfit:
        words = [anchor.text for anchor in (*unfit.left[:1], *unfit.right[:1])]
        quoted = " and ".join(f"“{clean(w)[:60]}”" for w in words)
        checks.append(Check(text=f"A link made by hand no longer fits: {quoted}."))
    return checks
