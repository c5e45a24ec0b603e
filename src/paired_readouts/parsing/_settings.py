"""What all our parsers share: words, publishers, bounds."""

from __future__ import annotations

import attrs
from attrs import field

from paired_readouts.lexicon import Lexicon, default_lexicon
from paired_readouts.model import Limits
from paired_readouts.parsing.profiles import Profile, default_profiles, find_profile

__all__ = ["ParserSettings"]


@attrs.frozen(kw_only=True)
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

    def publisher(self, url: str) -> Profile | None:
        """The profile of the publisher at `url`; None where none is known."""
        return find_profile(url, (*self.profiles, *default_profiles()))
