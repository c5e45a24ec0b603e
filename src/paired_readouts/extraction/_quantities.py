"""Quantities: "$500 million", "half a billion euros", "an hour and a half", "12,000 troops"."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from paired_readouts.extraction._words import PlainPhrases, Words
from paired_readouts.lexicon import Entry, Lexicon

__all__ = ["Units", "compile_units", "read_quantity"]

_LONGEST_NUMBER = 15
_MOST_MAGNITUDES = 2
_ORDINALS = frozenset({"st", "nd", "rd", "th"})
_STOPS = frozenset(
    {"of", "and", "or", "to", "in", "on", "at", "for", "from", "by", "with", "as", "the", "a", "an"}
    | {
        "that",
        "which",
        "who",
        "is",
        "are",
        "was",
        "were",
        "has",
        "have",
        "will",
        "its",
        "this",
        "s",
    }
    | {"between", "since", "until", "after", "before", "during", "towards", "against", "through"}
)
_HYPHENS = frozenset({"-", "‐", "‑"})
_SIGNED = frozenset({"+", "/", ":"})


class Units(NamedTuple):
    """The tables of units, compiled."""

    #: Currency signs and codes that stand before a number.
    signs: PlainPhrases[str]
    #: Units that stand after a number.
    after: PlainPhrases[Entry]
    #: Number words.
    numbers: dict[str, int]
    #: Magnitude words.
    magnitudes: dict[str, int]
    #: Words after which a quantity may begin that are no numbers: "a", "an", "half".
    openers: frozenset[str] = frozenset({"a", "an", "half"})


@lru_cache(maxsize=8)
def compile_units(lexicon: Lexicon) -> Units:
    """The units of `lexicon`, ready for look-ups."""
    signs: list[tuple[str, str]] = []
    after: list[tuple[str, Entry]] = []
    numbers: dict[str, int] = {}
    magnitudes: dict[str, int] = {}
    for entry in lexicon.table("units"):
        kind, words = entry.text("kind"), entry.list()
        if kind == "magnitude":
            magnitudes |= dict.fromkeys(words, entry.whole("times"))
        elif kind == "number":
            numbers |= {word: place for place, word in enumerate(words, 1)}
        elif kind == "tens":
            numbers |= {word: 10 * place for place, word in enumerate(words, 2)}
        else:
            signs += [(sign, entry.id) for sign in entry.list("signs")]
            after += [(word, entry) for word in words]
    return Units(PlainPhrases(signs), PlainPhrases(after), numbers, magnitudes)


def read_quantity(words: Words, at: int, units: Units) -> tuple[int, str] | None:
    """The quantity that begins at word `at`: one past its last word, and "<number> <unit>"."""
    word = words.plain[at]
    if word in units.signs.first:
        signed = _signed(words, at, units)
        if signed is not None:
            return signed
    if word in units.openers:
        return _opened(words, at, units)
    amount = _number(words, at, units)
    if amount is None or words.word(at - 1) in _SIGNED or words.word(amount[0]) in _SIGNED:
        return None
    if words.text[words.starts[at] - 1 : words.starts[at]] in _HYPHENS and words.starts[at]:
        return None
    end, number = amount
    if words.word(end) in {"-", "to"} and (last := _number(words, end + 1, units)) is not None:
        measured = units.after.match(words.plain, last[0]) if last[0] < len(words.plain) else None
        times = units.magnitudes.get(words.word(last[0] - 1), 1) if end == at + 1 else 1
        if measured and last[1] > number * times:
            shown = f"{_show(number * times)}-{_show(last[1])} {measured[1].id}"
            return measured[0], shown
    return _measured(words, at, end, number, units)


def _signed(words: Words, at: int, units: Units) -> tuple[int, str] | None:
    """A sum of money after its sign: "$5 million", "USD 800-900 million"."""
    sign = units.signs.match(words.plain, at)
    if sign is None or (words.plain[at][0].isalpha() and not words.shown[at].isupper()):
        return None
    amount = _number(words, sign[0], units, after_sign=True)
    if amount is None:
        return None
    end, number = amount
    last = _number(words, end + 1, units, after_sign=True) if words.word(end) == "-" else None
    if last is None or not words.word(end + 1)[:1].isdecimal():
        return end, f"{_show(number)} {sign[1]}"
    times = units.magnitudes.get(words.word(last[0] - 1), 1) if end == sign[0] + 1 else 1
    return last[0], f"{_show(number * times)}-{_show(last[1])} {sign[1]}"


def _show(number: float) -> str:
    rounded = round(number, 4)
    return str(int(rounded)) if rounded == int(rounded) else str(rounded)


def _number(
    words: Words, at: int, units: Units, *, after_sign: bool = False
) -> tuple[int, float] | None:
    """The number at `at` with its magnitude and "and a half": one past it, and its value."""
    word = words.word(at)
    value: float | None
    suffix = ""
    if word[:1].isdecimal():
        bare = word.rstrip("abcdefghijklmnopqrstuvwxyz%")
        suffix = word[len(bare) :]
        value = _digits(bare)
        if value is None or suffix in _ORDINALS:
            return None
    else:
        value = units.numbers.get(word)
        tens = value is not None and value >= 20
        if tens and 1 <= units.numbers.get(words.word(at + 1), 0) <= 9:
            value = (value or 0) + units.numbers[words.word(at + 1)]
            at += 1
    if value is None:
        return None
    if suffix:
        times = units.magnitudes.get(suffix)
        return (at + 1, value * times) if times else None
    end = at + 1
    if [words.word(end + i) for i in range(3)] == ["and", "a", "half"]:
        end, value = end + 3, value + 0.5
    place = end + 1 if words.word(end) == "-" else end
    for _ in range(_MOST_MAGNITUDES):
        magnitude = words.word(place)
        if magnitude not in units.magnitudes or (len(magnitude) <= 2 and not after_sign):
            break
        value *= units.magnitudes[magnitude]
        end = place = place + 1
    return end, value


def _digits(bare: str) -> float | None:
    if len(bare) > _LONGEST_NUMBER or not bare.replace(",", "").replace(".", "").isdecimal():
        return None
    parts = bare.split(",")
    if len(parts) > 1 and all(len(part.split(".")[0]) == 3 for part in parts[1:]):
        bare = "".join(parts)
    elif len(parts) == 2:
        bare = bare.replace(",", ".")
    elif len(parts) > 2:
        return None
    return float(bare) if bare.count(".") <= 1 else None


def _opened(words: Words, at: int, units: Units) -> tuple[int, str] | None:
    """After "a", "an" or "half": "half a billion euros", "an hour and a half", "a dozen states"."""
    times, place = 1.0, at + 1
    if words.plain[at] == "half":
        if words.word(place) not in {"a", "an"}:
            return None
        times, place = 0.5, place + 1
    elif words.word(place) == "half":
        times, place = 0.5, place + 1
        place += words.word(place) == "-"
    word = words.word(place)
    if word in units.magnitudes and len(word) > 2:
        return _measured(words, at, place + 1, times * units.magnitudes[word], units)
    if word == "hour":
        return _measured(words, at, place, times, units)
    return None


def _measured(
    words: Words, at: int, end: int, number: float, units: Units
) -> tuple[int, str] | None:
    """The unit after a number: beside it, or a noun within three words."""
    place = end + 1 if words.word(end) == "-" else end
    if place >= len(words.plain):
        return None
    unit = units.after.match(words.plain, place)
    if unit is not None:
        return _with_unit(words, unit, number, units)
    first = words.plain[at]
    spelled = not first[0].isdecimal() and number < 100
    spelled |= first.isdecimal() and "1900" <= first < "2100" and len(first) == 4
    if place != end or (words.is_capital(at - 1) and words.word(at - 1) not in _STOPS):
        return None
    for noun in range(place, min(place + 3, len(words.plain))):
        word = words.plain[noun]
        if not word.isalpha() or word in _STOPS:
            return None
        counted = units.after.match(words.plain, noun)
        if counted is not None and counted[1].text("kind") == "count":
            return counted[0], f"{_show(number)} {counted[1].id}"
        if len(word) > 3 and word.endswith("s") and not word.endswith("ss"):
            follows = words.word(noun + 1)
            after = units.after.match(words.plain, noun + 1) if follows else None
            if after is not None and after[1].text("kind") == "count":
                return after[0], f"{_show(number)} {after[1].id}"
            return (
                None if spelled or words.is_capital(noun) else (noun + 1, f"{_show(number)} {word}")
            )
    return None


def _with_unit(
    words: Words, unit: tuple[int, Entry], number: float, units: Units
) -> tuple[int, str] | None:
    end, entry = unit
    name = entry.text("into") or entry.id
    if entry.id == "day" and number == 1:
        return None
    if [words.word(end + i) for i in range(3)] == ["and", "a", "half"]:
        end, number = end + 3, number + 0.5
    number *= entry.whole("times", 1)
    if entry.id == "hour":
        place = end + 1 if words.word(end) == "and" else end
        more = _number(words, place, units)
        if more is not None and words.word(more[0]) in {"minutes", "minute"}:
            end, number = more[0] + 1, number + more[1]
    return end, f"{_show(number)} {name}"
