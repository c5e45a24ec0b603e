"""Calendar words as they are printed, and days, weeks and months as ISO 8601 writes them."""

from __future__ import annotations

import datetime as dt

__all__ = [
    "MONTHS",
    "WEEKDAYS",
    "day_value",
    "month_value",
    "near_month",
    "near_year",
    "shift_month",
    "week_value",
]

_MONTH_NAMES = (
    "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|"
    "september sept sep|october oct|november nov|december dec"
)
_WEEKDAY_NAMES = (
    "monday mon|tuesday tue tues|wednesday wed|thursday thu thur thurs|friday fri|saturday sat|"
    "sunday sun"
)
#: Each folded month name and abbreviation, with its number from 1 on.
MONTHS = {w: n for n, names in enumerate(_MONTH_NAMES.split("|"), 1) for w in names.split()}
#: Each folded weekday name and abbreviation, with its number, Monday being 0.
WEEKDAYS = {w: n for n, names in enumerate(_WEEKDAY_NAMES.split("|")) for w in names.split()}

# A date without a year is of the reference's year, or of the one beside it, only within this many
# days: beyond them two years are as likely.
_NEAR_DAYS = 92
_NEAR_MONTHS = 3


def day_value(year: int | None, month: int, day: int) -> str | None:
    """The day as ISO writes it, without a year where that is None; None where there is no such day.

    >>> day_value(2022, 4, 5), day_value(None, 4, 5), day_value(2022, 2, 30)
    ('2022-04-05', '--04-05', None)
    """
    try:
        dt.date(2000 if year is None else year, month, day)
    except ValueError:
        return None
    return f"{'-' if year is None else f'{year:04}'}-{month:02}-{day:02}"


def month_value(year: int | None, month: int) -> str:
    """The month as ISO writes it, without a year where that is None."""
    return f"{'-' if year is None else f'{year:04}'}-{month:02}"


def week_value(day: dt.date) -> str:
    """The ISO week of `day`: "2022-W14"."""
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


def shift_month(day: dt.date, by: int) -> tuple[int, int]:
    """Year and month of the month that lies `by` months after that of `day`."""
    year, month = divmod(day.year * 12 + day.month - 1 + by, 12)
    return year, month + 1


def near_year(reference: dt.date | None, month: int, day: int) -> int | None:
    """The year in which this day lies within a quarter of a year of `reference`; None if none."""
    if reference is None:
        return None
    for year in (reference.year, reference.year - 1, reference.year + 1):
        try:
            if abs((dt.date(year, month, day) - reference).days) <= _NEAR_DAYS:
                return year
        except ValueError:
            continue
    return None


def near_month(reference: dt.date | None, month: int) -> int | None:
    """The year in which this month lies within three months of `reference`; None if none."""
    if reference is None:
        return None
    for year in (reference.year, reference.year - 1, reference.year + 1):
        apart = (year - reference.year) * 12 + month - reference.month
        if abs(apart) <= _NEAR_MONTHS:
            return year
    return None
