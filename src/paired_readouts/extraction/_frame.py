"""One reporting frame, and the place of a verb where there may be one."""

from __future__ import annotations

import attrs

from paired_readouts.extraction._cast import Resolution
from paired_readouts.extraction._grammar import Verb
from paired_readouts.model import Act

__all__ = ["DENIALS", "INNER", "WEAK", "Frame", "Spot"]

#: Acts of verbs that stand in what is said as often as before it.
WEAK = frozenset({Act.STATE, Act.DISCUSS, Act.AGREE})
#: Words that open a clause inside of what is said: "the agreement that was signed".
INNER = frozenset({"that", "which", "who"})
#: Words that deny the verb of a frame.
DENIALS = frozenset({"no", "not", "never"})


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
