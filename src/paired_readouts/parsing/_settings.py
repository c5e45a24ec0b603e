"""What all our parsers share: words, publishers, bounds."""

from __future__ import annotations

import datetime as dt

import attrs
from attrs import field

from paired_readouts.lexicon import Lexicon, default_lexicon
from paired_readouts.model import Limits
from paired_readouts.model._by_fields import by_fields
from paired_readouts.parsing.profiles import Profile, default_profiles, find_profiles

__all__ = ["ParserSettings"]


@by_fields
@attrs.frozen(kw_only=True, eq=False, repr=False)
class ParserSettings:
    """The words, publishers and bounds with which a parser works.

    >>> settings = ParserSettings(limits=Limits(characters=10_000))
    """

    #: The words; None for the default lexicon.
    lexicon: Lexicon | None = None
    #: Publishers that come before those that ship.
    profiles: tuple[Profile, ...] = field(default=(), repr=False)
    #: How large and how deep a source may be.
    limits: Limits = field(factory=Limits)

    @property
    def words(self) -> Lexicon:
        """The lexicon in force."""
        return default_lexicon() if self.lexicon is None else self.lexicon

    def layouts(self, url: str) -> tuple[Profile, ...]:
        """The profiles of the publisher at `url`; none where it is not known."""
        return find_profiles(url, (*self.profiles, *default_profiles())) if url else ()

    def publisher(self, url: str, *, on: dt.date | None = None) -> Profile | None:
        """The profile in use `on` a day at `url`, else the first; None where none is known."""
        found = self.layouts(url)
        return next((p for p in found if p.holds_on(on)), found[0] if found else None)
