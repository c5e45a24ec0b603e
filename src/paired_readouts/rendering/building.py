"""From a comparison to the report on it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

import attrs

from paired_readouts.divergence import find_camps
from paired_readouts.divergence.sentences import phrase_finding
from paired_readouts.lexicon import Lexicon, default_lexicon
from paired_readouts.model import (
    Camp,
    ClaimKind,
    Comparison,
    ConversationComparison,
    ConversationKind,
    Finding,
    Participant,
    Provenance,
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
    drop_repeats,
    make_alone,
    make_further,
    make_shared,
)
from paired_readouts.rendering._quoting import clean
from paired_readouts.rendering._view import Pair, View, make_view
from paired_readouts.rendering._wording import say
from paired_readouts.rendering.report import Logistic, Point, Report

__all__ = ["Reportable", "build_report"]

Reportable: TypeAlias = Comparison | ConversationComparison | Report

_SHORT = 5
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
    points = _make_points(value, view, lexicon)
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


def _make_points(
    value: Comparison | ConversationComparison, view: View, lexicon: Lexicon
) -> tuple[Point, ...]:
    """The findings in sentences: a pair's in their order, those of several pairs each once."""
    if isinstance(value, ConversationComparison) and len(value.comparisons) > 1:
        camps = value.camps or find_camps(value, lexicon=lexicon)
        return tuple(_make_camp_point(view, c, k) for k, c in enumerate(camps, 1))
    return tuple(
        _make_point(view, pair, finding, number)
        for pair in view.pairs
        for number, finding in enumerate(pair.comparison.divergence.findings, 1)
    )


def _make_camp_point(view: View, camp: Camp, number: int) -> Point:
    """A difference over three and more accounts, with who stands with whom."""
    pair = view.pairs[camp.comparison]
    point = _make_point(view, pair, camp.finding, number, sentence=camp.sentence)
    account = pair.left if camp.finding.left else pair.right
    labels = view.labels(account, camp.statements) or point.labels
    return attrs.evolve(point, caveats=_call_accounts(view, pair, camp.finding), labels=labels)


def _call_accounts(view: View, pair: Pair, finding: Finding) -> tuple[str, ...]:
    """The caveats of a pair's finding, with the accounts called as the whole report calls them.

    Two accounts of one party differ by name only where both are in sight.
    """
    words = view.lexicon.entry("sentences", "caveats")
    caveats = {
        words.text(name).format(account=finding.slot(side)): words.text(name).format(
            account=view.accounts[account].called
        )
        for name in words.values
        for side, account in (("left", pair.left), ("right", pair.right))
    }
    return tuple(clean(caveats.get(caveat, caveat)) for caveat in finding.caveats)


def _make_point(
    view: View, pair: Pair, finding: Finding, number: int, *, sentence: str = ""
) -> Point:
    return Point(
        number=number,
        code=finding.code.value,
        kind=view.say("kinds", finding.code.value),
        severity=finding.severity.value,
        sentence=clean(sentence or phrase_finding(finding, lexicon=view.lexicon)),
        caveats=tuple(clean(caveat) for caveat in finding.caveats),
        doubtful=finding.confidence < DOUBT,
        labels=view.labels(pair.left, finding.left) + view.labels(pair.right, finding.right),
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
