"""Every exception of the library, under one base.

Each is also a builtin that a caller who does not know the library would catch. A message says
*where: what (what to do)*; `code` is stable and safe to branch on. All arguments are positional,
so that exceptions cross process borders unharmed.
"""

from __future__ import annotations

from typing import ClassVar

__all__ = [
    "AlignmentError",
    "ConversationError",
    "ExchangeError",
    "LexiconError",
    "LimitError",
    "MissingExtraError",
    "ModelError",
    "PairedReadoutsError",
    "ParseError",
    "PluginError",
    "UnsupportedSourceError",
]


class PairedReadoutsError(Exception):
    """The base of every exception that the library raises on purpose."""

    #: A stable word for this kind of error.
    code: ClassVar[str] = "error"

    def __init__(self, where: str, what: str, hint: str = "") -> None:
        super().__init__(where, what, hint)
        #: The place: a file, a field, a path into the data.
        self.where = where
        #: What is wrong there.
        self.what = what
        #: What to do about it; may be empty.
        self.hint = hint

    def __str__(self) -> str:
        text = f"{self.where}: {self.what}" if self.where else self.what
        return f"{text} ({self.hint})" if self.hint else text


class ModelError(PairedReadoutsError, ValueError):
    """A value breaks one of its invariants; `where` names the class and the field."""

    code = "invalid-value"


class ParseError(PairedReadoutsError, ValueError):
    """A source is not what its parser promises to read."""

    code = "unreadable-source"


class UnsupportedSourceError(ParseError):
    """No parser accepts the source."""

    code = "unsupported-source"


class LimitError(PairedReadoutsError, ValueError):
    """An input is larger than the `Limits` in force."""

    code = "over-limit"


class LexiconError(PairedReadoutsError, ValueError):
    """A lexicon file has a bad entry or a wrong type; or what is asked for is not in a lexicon."""

    code = "invalid-lexicon"


class AlignmentError(PairedReadoutsError, ValueError):
    """Two versions, links by hand or a similarity matrix cannot be aligned as given."""

    code = "invalid-alignment"


class ConversationError(PairedReadoutsError, ValueError):
    """A set of versions cannot be compared or grouped as given."""

    code = "invalid-conversation"


class ExchangeError(PairedReadoutsError, ValueError):
    """Exchanged data does not fit the schema; `where` is a path: `statements[3].span.end`."""

    code = "invalid-exchange"


class MissingExtraError(PairedReadoutsError, ImportError):
    """A function needs an extra that is not installed; the hint names the extra."""

    code = "missing-extra"


class PluginError(PairedReadoutsError, RuntimeError):
    """A plug-in could not be loaded or broke its protocol; `where` names it."""

    code = "plugin-failed"
