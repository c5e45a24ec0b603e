"""Profiles of publishers, read from TOML."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import attrs
from attrs import field

from paired_readouts.errors import ModelError, ParseError
from paired_readouts.model._by_fields import by_fields
from paired_readouts.model._checks import is_a, party, tuple_of
from paired_readouts.parsing._selectors import is_selector

__all__ = ["Profile", "default_profiles", "find_profiles", "host_of", "load_profiles"]


@by_fields
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Profile:
    """One publisher: whose releases its pages hold, and where they stand in a page."""

    #: The section's name in the file.
    id: str
    #: Host names; each stands for the hosts under it too.
    hosts: tuple[str, ...] = field(validator=tuple_of(str))
    #: Whose account a release of this publisher is.
    party: str = field(default="", validator=party)
    #: The office that issues it.
    office: str = field(default="", validator=is_a(str))
    #: ISO 639-1 code; "" where pages come in several languages.
    language: str = field(default="", validator=is_a(str))
    #: Lines that are no part of a release.
    lines: tuple[str, ...] = field(default=(), validator=tuple_of(str))
    #: Selectors of the element that holds the text; the first that fits counts.
    container: tuple[str, ...] = field(default=(), validator=tuple_of(str))
    #: Selectors of the title.
    title: tuple[str, ...] = field(default=(), validator=tuple_of(str))
    #: Selectors of the date.
    date: tuple[str, ...] = field(default=(), validator=tuple_of(str))
    #: Whether "03/04/2022" is the third of April; None where not known.
    day_first: bool | None = field(default=None, validator=is_a(bool, type(None)))
    #: The first day of this layout, by the date of the release; None for no bound.
    since: dt.date | None = field(default=None, validator=is_a(dt.date, type(None)))
    #: The last day of this layout; None for no bound.
    until: dt.date | None = field(default=None, validator=is_a(dt.date, type(None)))
    #: What it was checked on; "" where it was not.
    checked: str = field(default="", validator=is_a(str))

    def holds_on(self, day: dt.date | None) -> bool:
        """Whether the layout was in use on `day`; so it may have been where that is unknown."""
        if day is None:
            return True
        return (self.since or dt.date.min) <= day <= (self.until or dt.date.max)


@cache
def default_profiles() -> tuple[Profile, ...]:
    """The profiles that ship, in the order of the file."""
    return load_profiles(Path(__file__).parent / "publishers.toml")


def load_profiles(path: str | Path) -> tuple[Profile, ...]:
    """The profiles in a TOML file, one section each; a ParseError says what is wrong where."""
    import tomllib

    path = Path(path)
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ParseError(str(path), f"cannot be read: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ParseError(str(path), f"is no TOML: {error}") from error
    return tuple(_profile(f"{path}: {name}", name, values) for name, values in raw.items())


def find_profiles(url: str, profiles: tuple[Profile, ...]) -> tuple[Profile, ...]:
    """The layouts of the publisher at `url`, in order; none where it is not known."""
    host = host_of(url)
    while "." in host:
        if found := tuple(profile for profile in profiles if host in profile.hosts):
            return found
        host = host.partition(".")[2]
    return ()


def host_of(url: str) -> str:
    """The host of `url` in lower case, without user and port; linear and never an error."""
    rest = (_ARCHIVE.sub("", url) or url).partition("://")[2] or url.removeprefix("//")
    for sign in "/?#":
        rest = rest.partition(sign)[0]
    return rest.rpartition("@")[2].partition(":")[0].strip().rstrip(".").lower()


# The copy of a page in a web archive is that publisher's page.
_ARCHIVE = re.compile(r"\Ahttps?://web\.archive\.org/web/\d{4,14}[a-z_]{0,4}/(?=https?://)")
_FIELDS = frozenset(attribute.name for attribute in attrs.fields(Profile)) - {"id"}
_LISTS = frozenset({"hosts", "lines", "container", "title", "date"})


def _profile(where: str, name: str, values: Any) -> Profile:  # noqa: ANN401 - checked right here
    if not isinstance(values, Mapping):
        raise ParseError(where, "is no section", "write [name] and fields under it")
    unknown = sorted(set(values) - _FIELDS)
    if unknown:
        known = ", ".join(sorted(_FIELDS))
        raise ParseError(f"{where}.{unknown[0]}", "no such field", f"there are: {known}")
    given: dict[str, Any] = {}
    for key, value in values.items():
        given[key] = tuple(value) if key in _LISTS and isinstance(value, list) else value
    if not given.get("hosts"):
        raise ParseError(f"{where}.hosts", "is missing", 'write hosts = ["example.org"]')
    for key, wrong, hint in _wrong(given):
        raise ParseError(f"{where}.{key}", f"is not right: {wrong!r:.60}", hint)
    try:
        return Profile(id=name, **given)
    except ModelError as error:
        field_name = error.where.rpartition(".")[2]
        raise ParseError(f"{where}.{field_name}", error.what, error.hint) from error


def _wrong(given: Mapping[str, Any]) -> Iterator[tuple[str, object, str]]:
    """What has the right type, and yet could never be used: its key, its value, what to write."""
    for host in map(str, given["hosts"]):
        if host != host_of(f"//{host}"):
            yield "hosts", host, 'write the host alone, in small letters: "example.org"'
    for key in ("container", "title", "date"):
        for selector in map(str, given.get(key, ())):
            if not is_selector(selector):
                yield key, selector, 'write a selector: "div.entry", "#main", "[itemprop=x]"'
    for key in ("since", "until"):
        if isinstance(given.get(key), dt.datetime):
            yield key, given[key], "write a day: 2030-05-31"
    if given.get("since") and given.get("until") and str(given["until"]) < str(given["since"]):
        yield "until", given["until"], "write a day on or after since"
