"""Days and moments as readers write them."""

from __future__ import annotations

import datetime as dt

__all__ = ["format_day", "format_moment"]

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def format_day(value: str) -> str:
    """An ISO date, with or without year or day, as readers write it.

    >>> format_day("2031-04-09"), format_day("--04-09"), format_day("2031-04")
    ('9 April 2031', '9 April', 'April 2031')
    """
    parts = value.removeprefix("--").split("-")
    year = [] if value.startswith("--") else parts[:1]
    rest = parts if value.startswith("--") else parts[1:]
    if not all(p.isdigit() for p in (*year, *rest)) or len(rest) > 2:
        return value
    if rest and not 1 <= int(rest[0]) <= 12:
        return value
    month = [_MONTHS[int(rest[0]) - 1]] if rest else []
    day = [str(int(rest[1]))] if len(rest) == 2 else []
    return " ".join((*day, *month, *year))


def format_moment(moment: dt.date | None) -> str:
    """A day, or a day and time with its zone; "" for None.

    >>> format_moment(dt.datetime(2031, 4, 9, 18, 5, tzinfo=dt.UTC))
    '9 April 2031, 18:05 UTC'
    """
    if moment is None:
        return ""
    day = format_day(moment.isoformat()[:10])
    if isinstance(moment, dt.datetime):
        zone = moment.strftime("%z")
        away = "" if zone in {"", "+0000"} else f"{zone[:3]}:{zone[3:5]}"
        return f"{day}, {moment.strftime('%H:%M')} UTC{away}"
    return day
