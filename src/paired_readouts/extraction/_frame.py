"""One reporting frame, and the place of a verb where there may be one."""

from __future__ import annotations

import attrs

from paired_readouts.extraction._cast import Resolution
from paired_readouts.extraction._grammar import Verb
from paired_readouts.model import Act

__all__ = ["Frame", "Spot"]


@attrs.define(eq=False, repr=False)
class Frame:
    """One reporting frame, by token places."""

    #: The first token of the statement that it opens.
    start: int
    #: The first and the last token of the verb, through the act's noun.
    verb: tuple[int, int]
    act: Act
    force: int | None
    lemma: str
    speakers: Resolution
    #: How it was found: a clause, coordinated, a participle, a purpose, …
    kind: str
    colourless: bool = False
    negated: bool = False
    #: Whose contact it tells of, where all discuss what it was about.
    subject: Resolution | None = None


@attrs.define(eq=False, repr=False)
class Spot:
    """A verb in its sentence: the form, the tokens of the verb, the sentence's tokens."""

    form: str
    verb: Verb
    at: int
    end: int
    low: int
    high: int
