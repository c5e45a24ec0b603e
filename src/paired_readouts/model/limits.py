"""How large an input may be."""

from __future__ import annotations

import attrs
from attrs import field

from paired_readouts.model._by_fields import by_fields
from paired_readouts.model._checks import count

__all__ = ["Limits"]


@by_fields
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Limits:
    """Bounds on input; what lies above gets a `LimitError` that names the bound."""

    #: Bytes or characters of a source.
    source: int = field(default=50_000_000, validator=count)
    #: Code points of one version's text.
    characters: int = field(default=2_000_000, validator=count)
    #: Statements a side in an alignment.
    statements: int = field(default=500, validator=count)
    #: Accounts of one conversation, of which each is compared with each.
    accounts: int = field(default=40, validator=count)
    #: Nesting of elements, parts or objects in a source.
    depth: int = field(default=200, validator=count)
    #: Versions that one source may give.
    versions: int = field(default=10_000, validator=count)
