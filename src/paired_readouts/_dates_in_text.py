"""Dates in running text: "April 5", "on Thursday", "January 9–10", "late November", "next week"."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

import attrs

from paired_readouts._calendar import (
    MONTHS,
    WEEKDAYS,
    day_value,
    month_value,
    near_month,
    near_year,
    shift_month,
    week_value,
)
from paired_readouts._text import Tokens, places

__all__ = ["find_dates"]

#: First token, one past the last, ISO 8601 value.
Found = tuple[int, int, str]

_DASHES = frozenset({"-", "—", "to", "through", "until", "till"})
_JOINS = frozenset({",", "and", "-", "or"})
_ORDINALS = ("st", "nd", "rd", "th")
# Months that are also words or names stand for a month only after one of these.
_NAMELIKE = frozenset(
    {"april", "may", "june", "august", "march", "mar", "jan", "sun", "sat", "wed"}
)
_MONTH_CUES = frozenset(
    {"in", "of", "since", "until", "till", "by", "late", "early", "mid", "last", "next", "this"}
    | {"from", "to", "during", "before", "after", "through", "-", "and", "for", "between", "end"}
)
_SHORT_NAMES = frozenset({"may", "june", "july"})
_YEAR_CUES = _MONTH_CUES | {"the", "its", "their", "his", "her", "our", "a", "year", "throughout"}
_PART_OF = frozenset({"early", "late", "mid"})
_NOT_FEASTS = frozenset(
    {"good", "black", "bloody", "easter", "palm", "ash", "holy", "super", "cyber"}
)
_DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
_TODAY = frozenset({"morning", "afternoon", "evening", "noon"})
_WHICH = {"last": -1, "this": 0, "next": 1, "current": 0, "previous": -1}
_COUNTS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "ten": 10}
_AHEAD = frozenset({"will", "upcoming", "scheduled", "tomorrow", "coming", "plans", "intends"})


def find_dates(tokens: Tokens, reference: dt.date | None = None) -> list[Found]:
    """The dates in `tokens`: first token, one past the last, value by ISO 8601.

    The value is as fine as the words: a day, a week, a month, a year, "--04-05" without a year,
    or a range of two of them with a slash. Words that need a day to count from ("yesterday",
    "on Thursday") are passed over without `reference`, the day on which the text was published;
    with it a day or month near to it gets its year.

    >>> from paired_readouts._text import tokenize
    >>> find_dates(tokenize("They met on April 5."))
    [(3, 5, '--04-05')]
    """
    if isinstance(reference, dt.datetime):
        reference = reference.date()
    lower = tokens.lower
    opening = _OPENING.intersection(lower)
    opening |= {word for word in set(lower) if word[0].isdecimal()}
    if not opening:
        return []
    reader = _Reader(tokens.words, lower, reference)
    found: list[Found] = []
    past = 0
    for at in places(lower, opening):
        if at >= past and (hit := _STARTERS.get(lower[at], _Reader.number)(reader, at)):
            found.append(hit)
            past = hit[1]
    return list(_share_years(found, lower, reference))


def _share_years(
    found: list[Found], lower: list[str], reference: dt.date | None
) -> Iterator[Found]:
    """Days without a year take that of the next date that they are joined to, or the near one."""
    year: int | None = None
    joined: list[Found] = []
    for place in range(len(found) - 1, -1, -1):
        first, end, value = found[place]
        following = found[place + 1][0] if place + 1 < len(found) else len(lower) + 9
        if following - end > 2 or not _JOINS.issuperset(lower[end:following]):
            year = None
        if value.startswith("--"):
            value = "/".join(_with_year(part, year, reference) for part in value.split("/"))
        year = int(value[:4]) if value[:4].isdecimal() else None
        joined.append((first, end, value))
    yield from reversed(joined)


def _with_year(value: str, year: int | None, reference: dt.date | None) -> str:
    month, day = int(value[2:4]), value[5:]
    if year is None:
        near = near_year(reference, month, int(day)) if day else near_month(reference, month)
        year = near
    if not day:
        return month_value(year, month)
    return day_value(year, month, int(day)) or value


@attrs.frozen(eq=False, repr=False)
class _Reader:
    words: list[str]
    lower: list[str]
    reference: dt.date | None

    def word(self, at: int) -> str:
        return self.lower[at] if 0 <= at < len(self.lower) else ""

    def month_at(self, at: int) -> int | None:
        word = self.word(at).removesuffix("'s").removeprefix("mid-")
        month = MONTHS.get(word)
        if month is None:
            return None
        capital = self.words[at][0].isupper() or word != self.word(at)
        return month if capital else None

    def day_at(self, at: int) -> int | None:
        word = self.word(at)
        if word.endswith(_ORDINALS):
            word = word[:-2]
        return int(word) if word.isdecimal() and len(word) <= 2 and 1 <= int(word) <= 31 else None

    def year_at(self, at: int) -> int | None:
        word = self.word(at).removesuffix("'s")
        return (
            int(word) if len(word) == 4 and word.isdecimal() and "1900" <= word < "2100" else None
        )

    def after_comma(self, at: int) -> int:
        return at + 1 if self.word(at) == "," else at

    def year_after(self, at: int) -> tuple[int, int | None]:
        """The year that belongs to the date that ends at `at`: one past it, and the year."""
        place = self.after_comma(at)
        year = self.year_at(place)
        if year is not None:
            return place + 1, year
        place = at + 1 if self.word(at) == "of" else at
        which = _WHICH.get(self.word(place))
        if which is not None and self.word(place + 1) == "year" and self.reference is not None:
            return place + 2, self.reference.year + which
        return at, None

    def number(self, at: int) -> Found | None:
        """A date that begins with a number: "5 April", "9-10 January", "2022-04-05", "2022"."""
        day = self.day_at(at)
        if day is None:
            return self.year(at)
        place, last = self.day_range(at + 1)
        if self.word(place) in {"of", "-"}:
            place += 1
        month = self.month_at(place)
        if month is None:
            return None
        end = place + 2 if self.word(place + 1) == "." and self.is_short(place) else place + 1
        end, year = self.year_after(end)
        return self.finish(at, end, (year, month, day), (year, month, last or day))

    def is_short(self, at: int) -> bool:
        """Whether a full stop after the month may belong to it."""
        return len(self.word(at)) <= 4 and self.word(at) not in _SHORT_NAMES

    def day_range(self, at: int) -> tuple[int, int | None]:
        """The second day of "9-10", "9 to 10", "9 and 10" after its first."""
        if self.word(at) in _DASHES or self.word(at) in {"and", "&"}:
            last = self.day_at(at + 1)
            if last is not None and self.year_at(at + 1) is None:
                return at + 2, last
        return at, None

    def finish(
        self,
        first: int,
        end: int,
        left: tuple[int | None, int, int],
        right: tuple[int | None, int, int],
    ) -> Found | None:
        begin, finish = day_value(*left), day_value(*right)
        if begin is None or finish is None:
            return None
        if self.word(first - 1) in {",", "("} and self.word(first - 2) in WEEKDAYS:
            first -= 2
        elif self.word(first - 1) in WEEKDAYS:
            first -= 1
        return first, end, begin if begin == finish else f"{begin}/{finish}"

    def year(self, at: int) -> Found | None:
        year = self.year_at(at)
        if year is None:
            return None
        iso = [self.word(place) for place in range(at + 1, at + 5)]
        if iso[0] == "-" == iso[2] and len(iso[1]) == 2 and len(iso[3]) == 2:
            if (iso[1] + iso[3]).isdecimal():
                value = day_value(year, int(iso[1]), int(iso[3]))
                return None if value is None else (at, at + 5, value)
            return None
        before = self.word(at - 1)
        if before not in _YEAR_CUES and not before.endswith("'s"):
            return None
        if iso[0] == "-" and (last := self.year_at(at + 2)) is not None:
            return at, at + 3, f"{year}/{last}"
        if iso[0].isdecimal() or iso[0] in _UNITS_AFTER:
            return None
        first = at - 1 if before in _PART_OF else at
        return first, at + 1, f"{year:04}"

    def month(self, at: int) -> Found | None:
        """A date that begins with a month: "April 5", "Jan. 9-10, 2022", "September this year"."""
        month = self.month_at(at)
        if month is None:
            return None
        place = at + 1
        if self.word(place) == "." and self.is_short(at):
            place += 1
        if self.word(place) == "the":
            place += 1
        day = self.day_at(place)
        if day is None or self.word(at).endswith("'s"):
            return self.whole_month(at, month)
        end, last_day = self.day_range(place + 1)
        last_month = month
        if last_day is None and self.word(end) in _DASHES and (over := self.month_at(end + 1)):
            over_day = self.day_at(end + 2)
            if over_day is not None:
                end, last_day, last_month = end + 3, over_day, over
        end, year = self.year_after(end)
        return self.finish(at, end, (year, month, day), (year, last_month, last_day or day))

    def whole_month(self, at: int, month: int) -> Found | None:
        end, year = self.year_after(at + 1)
        before = self.word(at - 1)
        first = at - 1 if before in _PART_OF | set(_WHICH) else at
        if year is None:
            short = len(self.lower[at]) <= 4 or self.lower[at].removesuffix("'s") in _NAMELIKE
            if short and (before not in _MONTH_CUES or self.is_name(end)):
                return None
            if before in _WHICH and self.reference is not None:
                year = self.which_year(month, _WHICH[before])
        elif before == "-" and at >= 2 and (earlier := self.month_at(at - 2)):
            return at - 2, end, f"{month_value(year, earlier)}/{month_value(year, month)}"
        return first, end, month_value(year, month)

    def is_name(self, at: int) -> bool:
        return self.word(at).isalpha() and self.words[at][0].isupper()

    def which_year(self, month: int, which: int) -> int | None:
        if self.reference is None:
            return None
        year, now = self.reference.year, self.reference.month
        if which == 0:
            return year
        return year - (month >= now) if which < 0 else year + (month <= now)

    def weekday(self, at: int) -> Found | None:
        """A day of the week, with the date that follows it, or counted from the reference."""
        if not self.words[at][0].isupper() or self.word(at - 1) in _NOT_FEASTS:
            return None
        place = self.after_comma(at + 1)
        follows = self.lower[place : place + 1]
        read = _STARTERS.get(follows[0]) if follows else None
        if read is _Reader.month and (dated := self.month(place)) is not None:
            return (at, dated[1], dated[2])
        if follows and follows[0][0].isdecimal() and (dated := self.number(place)) is not None:
            return (at, dated[1], dated[2])
        word = self.word(at).removesuffix("'s")
        if self.reference is None or len(word) < 6:
            return None
        before = self.word(at - 1)
        ahead = before == "next" or not _AHEAD.isdisjoint(self.lower[max(0, at - 6) : at])
        days = (WEEKDAYS[word] - self.reference.weekday()) % 7
        if ahead:
            days = days or 7
        elif before == "last":
            days -= 7
        elif before == "this" or self.word(at - 2) == "this":
            days += 0
        else:
            days -= 7 if days else 0
        first = at - 1 if before in _WHICH else at
        return first, at + 1, (self.reference + dt.timedelta(days=days)).isoformat()

    def day(self, at: int) -> Found | None:
        """A day beside the reference: "today", "yesterday", "tomorrow"."""
        if self.reference is None:
            return None
        word = self.word(at).removesuffix("'s")
        end = at + 2 if self.word(at + 1) in _TODAY else at + 1
        return at, end, (self.reference + dt.timedelta(days=_DAYS[word])).isoformat()

    def period(self, at: int) -> Found | None:
        """A time beside the reference: "this morning", "last week", "next month", "last May"."""
        which, unit = _WHICH[self.word(at)], self.word(at + 1).removesuffix("'s")
        if unit in MONTHS or unit in WEEKDAYS:
            read = _Reader.month if unit in MONTHS else _Reader.weekday
            return read(self, at + 1)
        if self.reference is None:
            return None
        value = self.moved(unit, which)
        if value is None and which <= 0 and unit in _TODAY | {"night"}:
            value = (self.reference + dt.timedelta(days=which)).isoformat()
        first = at - 1 if self.word(at - 1) in {"earlier", "later"} else at
        return None if value is None else (first, at + 2, value)

    def moved(self, unit: str, by: int) -> str | None:
        reference = self.reference
        if reference is None:
            return None
        if unit == "week":
            return week_value(reference + dt.timedelta(weeks=by))
        if unit == "month":
            return month_value(*shift_month(reference, by))
        return f"{reference.year + by:04}" if unit == "year" else None

    def count(self, at: int) -> Found | None:
        """So long before the reference: "two days ago", "three weeks ago"."""
        if self.word(at + 2) != "ago" or self.reference is None:
            return None
        number, unit = _COUNTS[self.word(at)], self.word(at + 1).removesuffix("s")
        if unit == "day":
            value: str | None = (self.reference - dt.timedelta(days=number)).isoformat()
        else:
            value = self.moved(unit, -number)
        return None if value is None else (at, at + 3, value)


_UNITS_AFTER = frozenset(
    {"troops", "people", "soldiers", "percent", "%", "million", "tons", "tonnes"}
)


def _starters() -> dict[str, Callable[[_Reader, int], Found | None]]:
    table: dict[str, Callable[[_Reader, int], Found | None]] = {}
    for words, read in (
        (MONTHS, _Reader.month),
        (WEEKDAYS, _Reader.weekday),
        (_DAYS, _Reader.day),
    ):
        for word in words:
            table[word] = table[word + "'s"] = read
    table |= {f"mid-{word}": _Reader.month for word in MONTHS}
    table |= dict.fromkeys(_WHICH, _Reader.period)
    return table | dict.fromkeys(_COUNTS, _Reader.count)


_STARTERS = _starters()
_OPENING = frozenset(_STARTERS)
