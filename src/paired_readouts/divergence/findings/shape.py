"""How the accounts were published and built: channel, date, length, order, whose words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from paired_readouts.divergence._found import Found, make_found
from paired_readouts.divergence._linked import Reading
from paired_readouts.divergence._shape import kendall_tau, linked_places, voice_shares
from paired_readouts.model import FindingCode, Genre, Severity, Side, Version

__all__ = ["find_channel", "find_first_published", "find_length", "find_order", "find_voice"]

# One text is long against another from this ratio of words on.
_LONG = 3.0
# An order is told where a shared matter moves by more than half of the matters.
_MOVED = 0.5
# Whose words is told where a share differs by so much, and is next to nothing on one side.
_VOICE = 0.7
_SILENT = 0.05


def find_channel(reading: Reading) -> Iterator[Found]:
    """Another kind of text, or carried by an outlet on one side only."""
    pair = reading.pair
    shown = [_channel(pair.left.version), _channel(pair.right.version)]
    genres = {pair.left.version.genre, pair.right.version.genre} - {Genre.UNKNOWN}
    carried = bool(pair.left.version.via) != bool(pair.right.version.via)
    if len(genres) == 2 or carried:
        yield make_found(
            pair,
            FindingCode.CHANNEL,
            Severity.MINOR,
            form="differ",
            matter="channel",
            left_value=shown[0],
            right_value=shown[1],
        )


def _channel(version: Version) -> str:
    what = version.genre.value if version.genre is not Genre.UNKNOWN else "text"
    issuer = f" of {version.issuer}" if version.issuer else ""
    return f"{what}{issuer}" + (f", carried by {version.via}" if version.via else "")


def find_first_published(reading: Reading) -> Iterator[Found]:
    """Which account came out first, where both dates can be compared."""
    pair = reading.pair
    left, right = pair.left.version.published, pair.right.version.published
    if left is None or right is None:
        return
    if not (isinstance(left, dt.datetime) and isinstance(right, dt.datetime)):
        left, right = _day(left), _day(right)
    if left == right:
        return
    sides = (pair.left, pair.right) if left < right else (pair.right, pair.left)
    values = sorted((left, right))
    yield make_found(
        pair,
        FindingCode.FIRST_PUBLISHED,
        Severity.MINOR,
        form="first",
        matter="published",
        first=sides[0].label,
        second=sides[1].label,
        first_value=values[0].isoformat(),
        second_value=values[1].isoformat(),
    )


def _day(moment: dt.date) -> dt.date:
    return moment.date() if isinstance(moment, dt.datetime) else moment


def find_length(reading: Reading) -> Iterator[Found]:
    """A text three times as long as the other, or more."""
    pair = reading.pair
    words = [pair.left.length, pair.right.length]
    if not all(words) or max(words) < _LONG * min(words):
        return
    yield make_found(
        pair,
        FindingCode.LENGTH,
        Severity.MINOR,
        form="ratio",
        matter="length",
        left_words=str(words[0]),
        right_words=str(words[1]),
        left_statements=str(len(pair.left.statements)),
        right_statements=str(len(pair.right.statements)),
    )


def find_order(reading: Reading) -> Iterator[Found]:
    """A shared matter that the accounts tell at quite another place."""
    pair = reading.pair
    places = linked_places(pair.alignment)
    if kendall_tau(places) is None:
        return
    count = len(places)
    by_right = sorted(range(count), key=lambda n: (places[n][1], n))
    there = {n: place for place, n in enumerate(by_right)}
    moves = [
        (abs(there[n] - n), -there[n] - n, *pair.settle(-n, -there[n]), n) for n in range(count)
    ]
    most, *_, moved = max(moves)
    if most < max(2, _MOVED * (count - 1)):
        return
    _, _, position = places[moved]
    linked = reading.links[position]
    yield make_found(
        pair,
        FindingCode.ORDER,
        Severity.MINOR,
        left=linked.link.left,
        right=linked.link.right,
        form="moved",
        matter=linked.matter,
        line=linked.matter,
        left_place=str(moved + 1),
        right_place=str(there[moved] + 1),
        places=str(count),
    )


def find_voice(reading: Reading) -> Iterator[Found]:
    """A speaker who has most of one account's words and next to none of the other's."""
    pair = reading.pair
    shares = voice_shares(pair)
    names = sorted({s.name for s in shares if s.name})
    gaps = []
    for name in names:
        share = {s.side: s.share for s in shares if s.name == name}
        left, right = share.get(Side.LEFT, 0.0), share.get(Side.RIGHT, 0.0)
        gaps.append((abs(left - right), name, left, right))
    if not gaps:
        return
    gap, name, left, right = max(gaps, key=lambda row: (row[0], row[1]))
    if gap < _VOICE or min(left, right) > _SILENT:
        return
    yield make_found(
        pair,
        FindingCode.VOICE,
        Severity.MINOR,
        form="shares",
        matter="whose words",
        who=name,
        left_share=f"{left:.0%}",
        right_share=f"{right:.0%}",
    )
