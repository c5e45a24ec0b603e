"""From groups of digests to conversations, with the ids that they had."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import attrs

from paired_readouts.discovery._calibration import calibrate
from paired_readouts.discovery._digest import Digest, order_of
from paired_readouts.discovery._grouping import Group, group_digests
from paired_readouts.discovery._names import Person, is_same
from paired_readouts.lexicon import Lexicon
from paired_readouts.model import (
    Conversation,
    ConversationKind,
    Participant,
    Version,
    VersionWarning,
    fold_name,
)

__all__ = ["group_versions"]

_TELLING = (
    ConversationKind.VIDEO,
    ConversationKind.VISIT,
    ConversationKind.CALL,
    ConversationKind.MEETING,
    ConversationKind.EXCHANGE,
)


def group_versions(
    versions: Iterable[Version],
    *,
    known: Iterable[Conversation],
    complete: Mapping[str, tuple[dt.date, dt.date]] | None,
    lexicon: Lexicon | None,
    read: Callable[[Version], tuple[Digest, ...]],
) -> tuple[Conversation, ...]:
    """As `find_conversations`, with the digests that `read` gives: it may have them already."""
    earlier = sorted(known, key=lambda c: c.id)
    pooled = [*versions, *(version for c in earlier for version in c.versions)]
    digests = sorted(
        (digest for version in _once(pooled) for digest in read(version)),
        key=lambda digest: (digest.order, digest.party),
    )
    ordered = tuple(digests)
    groups = group_digests(ordered, lexicon=lexicon)
    found = [_make(group, ordered, complete or {}) for group in groups]
    named = _name(found, [_anchor(group, ordered) for group in groups], earlier)
    return tuple(sorted(named, key=lambda c: (c.date or dt.date.min, c.id)))


def _once(versions: Sequence[Version]) -> list[Version]:
    """Each version once, the one in which most was found."""
    seen: dict[tuple[str, ...], Version] = {}
    for version in versions:
        known = seen.setdefault((version.party, *order_of(version)), version)
        if len(version.statements) > len(known.statements):
            seen[(version.party, *order_of(version))] = version
    return list(seen.values())


def _anchor(group: Group, digests: tuple[Digest, ...]) -> str:
    """A name for the group from its first digest."""
    first = digests[group.members[0]]
    words = "\n".join((first.party, *first.order))
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _make(
    group: Group, digests: tuple[Digest, ...], complete: Mapping[str, tuple[dt.date, dt.date]]
) -> Conversation:
    members = sorted(
        (digests[place] for place in group.members), key=lambda d: (d.party, d.days[:1], d.order)
    )
    participants = _join_participants(members)
    day = _day(members)
    having = {d.party for d in members}
    missing = sorted({p.party for p in participants} - having - {""})
    silent = [
        party
        for party in missing
        if day and party in complete and complete[party][0] <= day < complete[party][1]
    ]
    evidence = dict.fromkeys(line for tie in group.ties for line in tie.evidence)
    return Conversation(
        versions=tuple(d.version for d in members),
        kind=_kind(members),
        date=day,
        participants=participants,
        evidence=tuple(evidence),
        confidence=calibrate(min(tie.odds for tie in group.ties)) if group.ties else 1.0,
        missing=tuple(missing),
        silent=tuple(silent),
        warnings=tuple(_doubts(members)),
    )


def _doubts(members: list[Digest]) -> Iterator[VersionWarning]:
    """Why no other account could be looked for; what is joined to another has both."""
    for code, has, what in (
        ("no-date", members[0].days, "no date is known"),
        ("no-participants", members[0].people, "nobody was recognised who takes part"),
    ):
        if not has:
            text = f"{what}: no other account can be looked for"
            yield VersionWarning(code=code, text=text)


def _day(members: list[Digest]) -> dt.date | None:
    """The day that most tell, those who tell it in the text first; the earlier of equals."""
    days: Counter[dt.date] = Counter()
    for digest in members:
        for day in digest.days[:1]:
            days[day] += 2 if digest.told else 1
    return min(days, key=lambda day: (-days[day], day)) if days else None


def _kind(members: list[Digest]) -> ConversationKind:
    """The kind that most tell; of equals the one that says more: a video call before a meeting."""
    kinds = Counter(d.kind for d in members if d.kind is not ConversationKind.OTHER)
    return min(
        kinds, key=lambda kind: (-kinds[kind], _TELLING.index(kind)), default=ConversationKind.OTHER
    )


def _join_participants(members: list[Digest]) -> tuple[Participant, ...]:
    """Everybody whom a member names, each once, the fullest form of the name first."""
    joined: list[tuple[Person, list[Participant]]] = []
    named = sorted(
        (pair for d in members for pair in zip(d.people, d.participants, strict=True)),
        key=lambda pair: (pair[0].unnamed, -len(pair[0].words), pair[0].words, pair[1].role),
    )
    for person, participant in named:
        same = next((forms for other, forms in joined if is_same(person, other)), None)
        if same is None:
            joined.append((person, [participant]))
        else:
            same.append(participant)
    merged = [_merge_forms(forms) for _, forms in joined]
    return tuple(sorted(merged, key=lambda p: (p.party, fold_name(p.name))))


def _merge_forms(forms: list[Participant]) -> Participant:
    first = forms[0]
    names = {name for p in forms for name in (p.name, *p.aliases) if p.name != p.role}
    return attrs.evolve(
        first,
        party=next((p.party for p in forms if p.party), ""),
        role=next((p.role for p in forms if p.role), ""),
        aliases=tuple(sorted(names - {first.name})),
    )


def _name(
    found: list[Conversation], anchors: list[str], earlier: list[Conversation]
) -> list[Conversation]:
    """The conversations with their ids: those that they had, or those of their anchors."""
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, conversation in enumerate(found):
        for version in conversation.versions:
            places[(version.party, *order_of(version))].append(place)
    had: dict[int, list[str]] = defaultdict(list)
    for conversation in earlier:
        votes = Counter(
            place
            for version in conversation.versions
            for place in places[(version.party, *order_of(version))]
        )
        if conversation.id:
            home = min(votes, key=lambda p: (anchors[p] != conversation.id, -votes[p], anchors[p]))
            had[home].append(conversation.id)
    named = []
    for place, conversation in enumerate(found):
        ids = sorted(had[place], key=lambda old: (old != anchors[place], old))
        gone = {old for c in earlier if c.id in ids for old in (*ids[1:], *c.merged)}
        named.append(
            attrs.evolve(
                conversation,
                id=ids[0] if ids else anchors[place],
                merged=tuple(sorted(gone - set(ids[:1]))),
            )
        )
    return named
