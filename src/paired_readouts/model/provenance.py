"""What made a result."""

from __future__ import annotations

import attrs
from attrs import field

from paired_readouts.model._by_fields import by_fields
from paired_readouts.model._checks import is_a

__all__ = ["Provenance"]


@by_fields
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Provenance:
    """The versions of library, lexicon and weights behind a result; empty where none was used."""

    #: The library's version.
    library: str = field(default="", validator=is_a(str))
    #: The lexicon's version.
    lexicon: str = field(default="", validator=is_a(str))
    #: The version of the learned weights.
    weights: str = field(default="", validator=is_a(str))
