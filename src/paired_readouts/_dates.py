"""The date of a release, as governments print it, read strictly."""

from __future__ import annotations

import contextlib
import datetime as dt
import re
from functools import cache
from typing import NamedTuple

from paired_readouts._calendar import MONTHS, WEEKDAYS
from paired_readouts._dates_in_text import find_dates

__all__ = ["DateReading", "find_dates", "parse_published", "read_published"]

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_WEEKDAY = "|".join(sorted(WEEKDAYS, key=len, reverse=True))
_LABEL = r"(?:(?:published|posted|issued|released|updated|created|dated?)(?: on| at)?:?)"
_HEAD = rf"(?:{_LABEL}\s*)?(?:on\s+)?(?:(?:{_WEEKDAY})\.?,?\s+)?(?:the\s+)?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_NAMED = rf"(?P<month>{_MONTH})\.?"
_YEAR = r"(?P<year>(?:1[89]|20)\d\d)"
_CLOCK = (
    r"(?:(?:,|\s|\bat\b|\||–|-|/|@|T)*(?P<hour>\d{1,2})"
    r"(?:[:.](?P<minute>\d\d)(?::(?P<second>\d\d)(?:\.\d{1,9})?)?)?"
    r"\s*(?P<half>[ap]\.?\s?m\.?)?"
    r"\s*(?P<zone>[a-z]{2,5}|z|(?:utc|gmt)?\s?[+−-]\d\d?:?(?:\d\d)?)?"
    r"(?:\s*\([^()]{1,30}\))?)?"
)
# Offsets in hours, only of names that mean one thing wherever they are printed.
_ZONES = {"z": 0.0, "utc": 0.0, "gmt": 0.0, "cet": 1.0, "cest": 2.0, "eet": 2.0, "eest": 3.0}
_ZONES |= {"msk": 3.0, "jst": 9.0, "kst": 9.0, "est": -5.0, "edt": -4.0, "cdt": -5.0}
_ZONES |= {"mst": -7.0, "mdt": -6.0, "pst": -8.0, "pdt": -7.0, "trt": 3.0, "nzst": 12.0}
_LONGEST = 120
# Every form has one: where there is none, no form need be tried.
_A_YEAR = re.compile(r"(?:1[89]|20)\d\d")


# The usual forms, most frequent first.
_FORMS = (
    rf"{_DAY}(?:\s+of)?[\s-]+{_NAMED},?[\s-]+{_YEAR}",
    rf"{_NAMED}\s+{_DAY},?\s+{_YEAR}",
    rf"{_YEAR}[\s-]+{_NAMED}[\s-]+{_DAY}",
    rf"{_YEAR}(?P<sep>[-/.])(?P<month>\d{{1,2}})(?P=sep)(?P<day>\d{{1,2}})",
    rf"(?P<one>\d{{1,2}})(?P<sep>[/.-])(?P<two>\d{{1,2}})(?P=sep){_YEAR}",
)


@cache
def _form(place: int) -> re.Pattern[str]:
    """One of the usual forms, compiled when first needed."""
    whole = rf"\s*{_HEAD}{_FORMS[place]}(?:\s+year)?\.?{_CLOCK}\.?\s*"
    return re.compile(whole, re.IGNORECASE)


class DateReading(NamedTuple):
    """What a printed date says, or why it says nothing."""

    #: The date, with the time where its zone is known; None where it cannot be told.
    value: dt.date | dt.datetime | None
    #: "" or what is in doubt: "no date", "no such date", "day or month", "no zone".
    doubt: str = ""


def parse_published(
    text: str, *, day_first: bool | None = None, zone: dt.tzinfo | None = None
) -> dt.date | dt.datetime | None:
    """The date that `text` prints, and the time where its zone is given; else None.

    The whole text must be the date; nothing is filled in from today. `day_first` says how to read
    "03/04/2022", and `zone` to which zone a time without one belongs: without `zone` such a time
    is dropped.

    >>> parse_published("11 May 2022, 21:40")
    datetime.date(2022, 5, 11)
    >>> parse_published("03/04/2022") is None
    True
    """
    return read_published(text, day_first=day_first, zone=zone).value


def read_published(
    text: str, *, day_first: bool | None = None, zone: dt.tzinfo | None = None
) -> DateReading:
    """As `parse_published`, with the reason where there is no date or only a part of it.

    >>> read_published("03/04/2022").doubt
    'day or month'
    """
    if len(text) > _LONGEST or not _A_YEAR.search(text):
        return DateReading(None, "no date")
    for place in range(len(_FORMS)):
        if match := _form(place).fullmatch(text):
            return _read(match.groupdict(), day_first=day_first, zone=zone)
    return _read_other(text, zone)


def _read(
    found: dict[str, str | None], *, day_first: bool | None, zone: dt.tzinfo | None
) -> DateReading:
    year = int(found["year"] or 0)
    if "one" in found:
        one, two = int(found["one"] or 0), int(found["two"] or 0)
        if day_first is None and one != two and one <= 12 and two <= 12:
            return DateReading(None, "day or month")
        first = day_first if day_first is not None else one > 12
        day, month = (one, two) if first else (two, one)
    else:
        named = (found["month"] or "").lower()
        day, month = int(found["day"] or 0), MONTHS.get(named) or int(named)
    try:
        date = dt.date(year, month, day)
        return _with_time(date, found, zone)
    except ValueError:
        return DateReading(None, "no such date")


def _with_time(date: dt.date, found: dict[str, str | None], zone: dt.tzinfo | None) -> DateReading:
    hour, half = found["hour"], (found["half"] or "")[:1].lower()
    if hour is None or not (found["minute"] or half):
        return DateReading(date, "" if hour is None else "no zone")
    hours = int(hour)
    if half:
        if not 1 <= hours <= 12:
            return DateReading(None, "no such date")
        hours = hours % 12 + (12 if half == "p" else 0)
    moment = dt.time(hours, int(found["minute"] or 0), int(found["second"] or 0))
    printed = _zone(found["zone"] or "") or zone
    if printed is None:
        return DateReading(date, "no zone")
    return DateReading(dt.datetime.combine(date, moment, printed))


def _zone(text: str) -> dt.tzinfo | None:
    name = text.lower().replace("−", "-").replace(" ", "")
    if name in _ZONES:
        return dt.timezone(dt.timedelta(hours=_ZONES[name])) if _ZONES[name] else dt.UTC
    offset = re.fullmatch(r"(?:utc|gmt)?([+-])(\d\d?):?(\d\d)?", name)
    if offset is None:
        return None
    minutes = int(offset[2]) * 60 + int(offset[3] or 0)
    if minutes >= 24 * 60:
        return None
    shift = dt.timedelta(minutes=minutes if offset[1] == "+" else -minutes)
    return dt.timezone(shift) if shift else dt.UTC


def _read_other(text: str, zone: dt.tzinfo | None) -> DateReading:
    """Rarer forms, by dateutil: read twice from two different days, which must give one result."""
    if not re.search(r"\d\D+\d|\d{8}", text):
        return DateReading(None, "no date")
    with contextlib.suppress(ValueError):
        return _timed(dt.datetime.fromisoformat(text.strip()), zone, timed="T" in text)
    from dateutil.parser import parse

    read = set()
    for default in (dt.datetime(1904, 2, 29), dt.datetime(1911, 11, 11)):  # noqa: DTZ001
        for day_first in (False, True):
            try:
                read.add(parse(text, default=default, dayfirst=day_first, tzinfos=_known_zone))
            except (ValueError, OverflowError, TypeError, RecursionError):
                return DateReading(None, "no date")
    if len(read) != 1 or str(next(iter(read)).year) not in text:
        return DateReading(None, "no date" if len(read) != 2 else "day or month")
    return _timed(read.pop(), zone, timed=":" in text)


def _timed(moment: dt.datetime, zone: dt.tzinfo | None, *, timed: bool) -> DateReading:
    moment = moment if moment.tzinfo or not timed else moment.replace(tzinfo=zone)
    if moment.tzinfo is None:
        return DateReading(moment.date(), "no zone" if timed else "")
    return DateReading(moment)


def _known_zone(name: str | None, offset: int | None) -> dt.tzinfo | None:
    if offset is not None:
        return dt.timezone(dt.timedelta(seconds=offset)) if offset else dt.UTC
    return _zone(name or "")
