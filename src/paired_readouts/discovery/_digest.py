"""A release in brief: who spoke with whom, how and on which day, from its title and opening."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache

import attrs
from attrs import field

from paired_readouts._text import Phrases, tokenize
from paired_readouts.discovery._names import Person, make_person, sound
from paired_readouts.extraction import find_participants
from paired_readouts.extraction.claims import find_claims, find_genre
from paired_readouts.lexicon import Lexicon, default_lexicon
from paired_readouts.model import (
    Claim,
    ClaimKind,
    ConversationKind,
    Genre,
    Participant,
    Version,
)

__all__ = ["Digest", "read_digests", "specifics"]

# The opening that is read; where it names too few, the page has other things above the release.
_OPENINGS = (700, 3_000)
# A date in the text further from the publication than this may be another event's.
_NEAR = dt.timedelta(days=3)
_SPECIFIC = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]{4,}(?:-[^\W\d_]+)*")


@attrs.frozen(eq=False)
class Digest:
    """What one version tells of one conversation."""

    version: Version
    #: The version's id, and what of a version may differ where the text does not.
    order: tuple[str, ...]
    participants: tuple[Participant, ...]
    #: Every party named in the title or the opening, the version's own included; sorted.
    parties: tuple[str, ...]
    kind: ConversationKind
    #: The days on which it may have taken place, the likeliest first.
    days: tuple[dt.date, ...]
    #: Whether the text itself tells the day.
    told: bool
    genre: Genre
    #: Whether the version reports other conversations besides.
    part: bool = False
    #: The participants as matching needs them, in the same order.
    people: tuple[Person, ...] = field(init=False)

    @people.default
    def _make_people(self) -> tuple[Person, ...]:
        return tuple(map(make_person, self.participants))

    @property
    def party(self) -> str:
        return self.version.party

    @property
    def own(self) -> tuple[Person, ...]:
        """The people of the version's own party."""
        return tuple(p for p in self.people if p.party and p.party == self.party)

    def named(self, party: str) -> tuple[Person, ...]:
        """The people of `party` who have a name."""
        return tuple(p for p in self.people if p.party == party and not p.unnamed)


@attrs.frozen(eq=False)
class _Tables:
    apart: Phrases[bool]
    states: Phrases[str]


@lru_cache(maxsize=8)
def _tables(lexicon: Lexicon) -> _Tables:
    fields = ("words", "adjectives", "capitals", "seats")
    states = [
        (word.lower(), entry.id)
        for entry in lexicon.table("countries")
        for field in fields
        for word in entry.list(field)
    ]
    apart = lexicon.words("discovery", "apart")
    return _Tables(Phrases((word, True) for word in sorted(apart)), Phrases(states))


def read_digests(version: Version, *, lexicon: Lexicon | None = None) -> tuple[Digest, ...]:
    """One digest for each conversation that `version` reports; mostly one."""
    known = _lexicon_for(version, lexicon)
    head, participants = _read_opening(version, known)
    claims = find_claims(head, participants=participants, lexicon=known) if known else ()
    days, told = _days(version, claims)
    whole = Digest(
        version=version,
        order=order_of(version),
        participants=participants,
        parties=_parties(head, participants, known),
        kind=_kind(claims),
        days=days,
        told=told,
        genre=find_genre(head, claims=claims, lexicon=known) if known else version.genre,
    )
    return _split(whole, head, known) if known else (whole,)


def order_of(version: Version) -> tuple[str, ...]:
    """What sorts versions the same way in every run."""
    published = version.published.isoformat() if version.published else ""
    return (published, version.id, version.title, version.url, version.issuer, version.via)


def specifics(digest: Digest, *, lexicon: Lexicon | None = None) -> frozenset[str]:
    """The numbers and telling words of the text, by which near candidates are told apart."""
    words = set(_SPECIFIC.findall(digest.version.text.lower()))
    words -= _usual(lexicon or default_lexicon())
    return frozenset(words.difference(*(person.words for person in digest.people)))


@lru_cache(maxsize=8)
def _usual(lexicon: Lexicon) -> frozenset[str]:
    return lexicon.words("discovery", "usual")


def _lexicon_for(version: Version, lexicon: Lexicon | None) -> Lexicon | None:
    if lexicon is not None:
        return lexicon if lexicon.language == version.language else None
    return default_lexicon() if version.language == "en" else None


def _read_opening(
    version: Version, lexicon: Lexicon | None
) -> tuple[Version, tuple[Participant, ...]]:
    """The version cut to its opening, and who takes part."""
    head = version
    participants = version.participants
    for length in _OPENINGS:
        head = _cut(version, length)
        if participants or lexicon is None:
            break
        found = find_participants((head,), lexicon=lexicon)
        if len(found) > 1 or len(version.text) <= length:
            return head, found
    return head, participants or (find_participants((head,), lexicon=lexicon) if lexicon else ())


def _cut(version: Version, length: int) -> Version:
    text = version.text
    if len(text) > length:
        text = text[: text.rfind(" ", 0, length) if " " in text[:length] else length]
    return attrs.evolve(
        version, text=text if text.strip() else version.text, statements=(), claims=(), warnings=()
    )


def _days(version: Version, claims: tuple[Claim, ...]) -> tuple[tuple[dt.date, ...], bool]:
    published = version.published
    day = published.date() if isinstance(published, dt.datetime) else published
    told = next((claim.day for claim in claims if claim.kind is ClaimKind.DATE), None)
    if told is None:
        return ((day,) if day else ()), False
    if day is None or abs(told - day) <= _NEAR:
        return (told,), True
    return (told, day), True


def _kind(claims: tuple[Claim, ...]) -> ConversationKind:
    said = next((claim.value for claim in claims if claim.kind is ClaimKind.CONTACT), "other")
    return ConversationKind(said)


def _parties(
    head: Version, participants: tuple[Participant, ...], lexicon: Lexicon | None
) -> tuple[str, ...]:
    found = {p.party for p in participants} | {head.party}
    if lexicon is not None:
        lead = head.text[: _OPENINGS[0]]
        for text in (head.title, lead):
            found |= {code for _, _, code in _tables(lexicon).states.find(tokenize(text).lower)}
    return tuple(sorted(found - {""}))


def _split(whole: Digest, head: Version, lexicon: Lexicon) -> tuple[Digest, ...]:
    """A digest for each counterpart, where the release tells of conversations apart."""
    others = [p for p in whole.people if p not in whole.own]
    if not whole.own or len(others) < 2 or len({p.party for p in others}) < 2:
        return (whole,)
    opening = tokenize(f"{head.title}\n{head.text[: _OPENINGS[0] // 2]}").lower
    if next(_tables(lexicon).apart.find(opening), None) is None:
        return (whole,)
    parts = []
    for party in sorted({p.party for p in others}):
        kept = tuple(
            value
            for person, value in zip(whole.people, whole.participants, strict=True)
            if person in whole.own or person.party == party
        )
        theirs = sorted(sound(person.family) for person in others if person.party == party)
        parts.append(
            attrs.evolve(
                whole,
                participants=kept,
                order=(*whole.order, *theirs),
                parties=tuple(sorted({party, whole.party} - {""})),
                part=True,
            )
        )
    return tuple(parts)
