"""From a comparison to the report on it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

import attrs

from paired_readouts.divergence.sentences import phrase_finding
from paired_readouts.lexicon import Lexicon, default_lexicon
from paired_readouts.model import (
    ClaimKind,
    Comparison,
    ConversationComparison,
    ConversationKind,
    Finding,
    Participant,
    Provenance,
    Severity,
    Side,
    Version,
)
from paired_readouts.rendering._accounts import DOUBT, make_accounts, name_person
from paired_readouts.rendering._days import format_day
from paired_readouts.rendering._facts import (
    count_counterparts,
    make_checks,
    make_figures,
    make_logistics,
    make_pledges,
    make_voices,
)
from paired_readouts.rendering._issues import make_issues
from paired_readouts.rendering._matters import (
    LISTED,
    drop_repeats,
    make_alone,
    make_further,
    make_shared,
)
from paired_readouts.rendering._quoting import clean
from paired_readouts.rendering._view import Pair, View, make_view
from paired_readouts.rendering._wording import say
from paired_readouts.rendering.report import Logistic, Point, Report
from paired_readouts.rendering.sentences import say_absence_of

__all__ = ["Reportable", "build_report"]

Reportable: TypeAlias = Comparison | ConversationComparison | Report

_SHORT = 5
#: The slots of a finding that hold what an account is called.
_ACCOUNT_SLOTS = frozenset(
    (
        *("left", "right", "party", "other", "joint", "single", "agreeing", "stronger", "weaker"),
        *("firmer", "looser", "vague", "specific", "first", "second"),
    )
)
_RANK = {Severity.SUBSTANTIVE: 0, Severity.DEGREE: 1, Severity.MINOR: 2}
_ASKED = (ClaimKind.DATE, ClaimKind.DURATION, ClaimKind.INITIATOR)


def build_report(value: Reportable, *, lexicon: Lexicon | None = None) -> Report:
    """The report on two accounts, or on all accounts of a conversation."""
    if isinstance(value, Report):
        return value
    lexicon = lexicon or default_lexicon()
    versions = (
        (value.left, value.right) if isinstance(value, Comparison) else value.conversation.versions
    )
    view = make_view(value, make_accounts(versions, lexicon), lexicon)
    points = _make_points(view, lexicon)
    short = points[:_SHORT]
    shared, alone = make_shared(view, points), make_alone(view, points, short)
    logistics = make_logistics(versions, lexicon)
    return Report(
        title=_make_title(value, versions, logistics),
        participants=_make_participants(versions),
        accounts=view.accounts,
        occasion=_make_occasion(logistics, len(versions), lexicon),
        counts=count_counterparts(view, shared),
        short=short,
        nothing=say(lexicon, "short", "none"),
        points=points,
        further=make_further(points[_SHORT:], shared, alone),
        shared=tuple(map(drop_repeats, shared)),
        alone=alone,
        logistics=logistics,
        pledges=make_pledges(view),
        figures=make_figures(view),
        voices=make_voices(view),
        checks=make_checks(view),
        issues=make_issues(view, shared, alone),
        provenance=_make_provenance(view.pairs),
        titles={
            name: say(lexicon, "titles", name) for name in lexicon.entry("report", "titles").values
        },
    )


def _make_points(view: View, lexicon: Lexicon) -> tuple[Point, ...]:
    """The findings in sentences: a pair's in their order, those of several pairs by severity."""
    found = [
        (pair, _call_accounts(view, pair, finding))
        for pair in view.pairs
        for finding in pair.comparison.divergence.findings
    ]
    if len(view.pairs) > 1:
        found.sort(key=lambda row: _RANK[row[1].severity])
    points: dict[tuple[str, ...], Point] = {}
    for pair, finding in found:
        point = _make_point(view, pair, finding, lexicon, len(points) + 1)
        # What one account alone has is found once against each of the others: told once.
        told = finding.slot("lines") or finding.slot("added")
        own = _own_labels(view, pair, finding) if told else point.labels
        # A line credited to one of the others is, for the rest, a line of one account.
        whole = own and finding.slot("lines") and point.code in LISTED
        key = own if whole else (point.code, finding.slot("form"), told or point.sentence, *own)
        known = points.setdefault(key, point)
        absence = say_absence_of(finding, lexicon=lexicon) if told else ""
        if absence and absence not in known.sentence:
            points[key] = attrs.evolve(
                known,
                sentence=f"{known.sentence} {absence}",
                caveats=tuple(dict.fromkeys(known.caveats + point.caveats)),
                labels=tuple(dict.fromkeys(known.labels + point.labels)),
            )
    return tuple(points.values())


def _call_accounts(view: View, pair: Pair, finding: Finding) -> Finding:
    """The finding of a pair with the accounts called as the whole report calls them.

    Two accounts of one party differ by name only where both are in sight.
    """
    sides = (("left", pair.left), ("right", pair.right))
    slots = {finding.slot(side): view.accounts[i].called for side, i in sides}
    names = {old: new for old, new in slots.items() if old}
    if all(old == new for old, new in names.items()):
        return finding
    words = view.lexicon.entry("sentences", "caveats")
    caveats = {
        words.text(name).format(account=old): words.text(name).format(account=new)
        for name in words.values
        for old, new in names.items()
    }
    return attrs.evolve(
        finding,
        slots=tuple(
            attrs.evolve(slot, text=names[slot.text])
            if slot.name in _ACCOUNT_SLOTS and slot.text in names
            else slot
            for slot in finding.slots
        ),
        caveats=tuple(caveats.get(caveat, caveat) for caveat in finding.caveats),
    )


def _own_labels(view: View, pair: Pair, finding: Finding) -> tuple[str, ...]:
    """The lines of the account that alone has what the finding tells."""
    sides = {evidence.side for evidence in finding.evidence}
    left = view.labels(pair.left, finding.left) if Side.LEFT in sides else ()
    right = view.labels(pair.right, finding.right) if Side.RIGHT in sides else ()
    return left + right


def _make_point(view: View, pair: Pair, finding: Finding, lexicon: Lexicon, number: int) -> Point:
    labels = view.labels(pair.left, finding.left) + view.labels(pair.right, finding.right)
    return Point(
        number=number,
        code=finding.code.value,
        kind=say(lexicon, "kinds", finding.code.value),
        severity=finding.severity.value,
        sentence=clean(phrase_finding(finding, lexicon=lexicon)),
        caveats=tuple(clean(caveat) for caveat in finding.caveats),
        doubtful=finding.confidence < DOUBT,
        labels=labels,
    )


def _everyone(versions: Sequence[Version]) -> list[Participant]:
    """Everyone who takes part, in the accounts' order, each once in the fullest form."""
    people: dict[tuple[str, str], Participant] = {}
    for participant in (p for version in versions for p in version.participants):
        known = people.get(participant.key)
        if known is None or (not known.role and participant.role):
            people[participant.key] = participant
    parties = [version.party for version in versions]
    return sorted(
        people.values(),
        key=lambda p: parties.index(p.party) if p.party in parties else len(parties),
    )


def _make_participants(versions: Sequence[Version]) -> tuple[str, ...]:
    return tuple(
        clean(f"{p.role} {p.name}".strip() + (f" ({p.party})" if p.party else ""))
        for p in _everyone(versions)
    )


def _make_title(
    value: Comparison | ConversationComparison,
    versions: Sequence[Version],
    logistics: Sequence[Logistic],
) -> str:
    people = _everyone(versions)
    names = []
    for party in dict.fromkeys(version.party for version in versions):
        first = next((p for p in people if p.party == party), None)
        names.append(name_person(first) if first else party or "unknown party")
    kind, day = _told(logistics, ClaimKind.CONTACT), _told(logistics, ClaimKind.DATE)
    if isinstance(value, ConversationComparison):
        conversation = value.conversation
        if conversation.kind is not ConversationKind.OTHER:
            kind = conversation.kind.value
        if conversation.date is not None:
            day = format_day(conversation.date.isoformat())
    return ", ".join(part for part in (" – ".join(names), kind, day) if part)


def _told(logistics: Sequence[Logistic], fact: ClaimKind) -> str:
    """What the accounts tell of one fact, the fullest form; "" where they dispute it."""
    rows = [row for row in logistics if row.fact == fact.value and not row.disputed]
    return max((value for row in rows for value in row.values), key=len, default="")


def _make_occasion(logistics: Sequence[Logistic], accounts: int, lexicon: Lexicon) -> str:
    told = {row.fact for row in logistics}
    silent = [say(lexicon, "logistics", fact.value) for fact in _ASKED if fact.value not in told]
    disputed = [row.name for row in logistics if row.disputed]
    sentences = []
    via = {row.fact: set(row.values) for row in logistics}.get("via", set())
    if accounts > 1 and len(via) == 1:
        sentences.append(say(lexicon, "logistics", "carried", via=via.pop()))
    if disputed:
        sentences.append(say(lexicon, "logistics", "disputed", facts=", ".join(disputed)))
    if silent:
        form = "neither" if accounts == 2 else "none"
        sentences.append(say(lexicon, "logistics", form, facts=", ".join(silent)))
    return " ".join(sentences)


def _make_provenance(pairs: Sequence[Pair]) -> str:
    made: Provenance = pairs[0].comparison.divergence.provenance if pairs else Provenance()
    named = (("library", made.library), ("lexicon", made.lexicon), ("weights", made.weights))
    return ", ".join(f"{name} {version}" for name, version in named if version)
