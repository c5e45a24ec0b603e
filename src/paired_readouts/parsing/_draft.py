"""What a format says of a release, before what it leaves open is looked for in the text."""

from __future__ import annotations

import datetime as dt

import attrs
from attrs import field

from paired_readouts.model import Completeness, Genre, Revision, Translation, VersionWarning
from paired_readouts.model._by_fields import by_fields
from paired_readouts.parsing._settings import ParserSettings
from paired_readouts.parsing.profiles import Profile, host_of

__all__ = ["Draft", "tell"]


@by_fields
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Draft:
    """What a format says of a release; what it does not say is looked for in the text."""

    #: The text as the format has it, with line breaks between blocks.
    text: str
    #: The same with "> " before what is set off; "" where nothing can be.
    quoting: str = ""
    title: str = ""
    party: str = ""
    issuer: str = ""
    #: Who signs it, as the format has it: an office, or a person.
    byline: str = ""
    via: str = ""
    #: A date that the format gives as such.
    published: dt.date | dt.datetime | None = None
    #: A date as printed.
    date_text: str = ""
    language: str = ""
    url: str = ""
    genre: Genre | None = None
    completeness: Completeness = field(factory=Completeness)
    translation: Translation = Translation.UNKNOWN
    revisions: tuple[Revision, ...] = ()
    warnings: tuple[VersionWarning, ...] = ()
    #: The publisher, where the format knows which of its layouts this is.
    profile: Profile | None = None
    #: Whether the text is the account and nothing else, so that no line of it can be a title.
    bare: bool = False

    @property
    def url_host(self) -> str:
        """The host of the URL, as an outlet's name."""
        return host_of(self.url).removeprefix("www.")

    def publisher(self, settings: ParserSettings) -> Profile | None:
        """The publisher's profile: as told, else by host and date."""
        stamp = self.published
        day = stamp.date() if isinstance(stamp, dt.datetime) else stamp
        return self.profile or settings.publisher(self.url, on=day)


def tell(code: str, text: str) -> VersionWarning:
    """A warning."""
    return VersionWarning(code=code, text=text)
