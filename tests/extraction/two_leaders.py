"""Two leaders who speak, and what is read of a text on them, for the tables of forms."""

from __future__ import annotations

from collections.abc import Sequence

from paired_readouts.extraction import extract_statements
from paired_readouts.lexicon import Lexicon
from paired_readouts.model import Participant, Statement, Version

LEAD = "President Velin spoke with Prime Minister Aster. "
PEOPLE = (
    Participant(name="Mara Velin", role="President", party="NRL"),
    Participant(name="Joon Aster", role="Prime Minister", party="VST"),
)


def read(text: str, lexicon: Lexicon | None = None) -> tuple[Statement, ...]:
    """The statements of an account by NRL."""
    version = Version(text=text, party="NRL")
    return extract_statements(version, participants=PEOPLE, lexicon=lexicon).statements


def acts(statements: Sequence[Statement]) -> list[str]:
    """Of each statement the speakers, in the order of the alphabet, and the act."""
    return [
        f"{' '.join(sorted(p.family_name for p in s.speakers))} {s.act.value}" for s in statements
    ]


def frames(statements: Sequence[Statement]) -> list[str]:
    """The same, and the dictionary form of the verb."""
    told = zip(acts(statements), statements, strict=True)
    return [f"{act} {statement.lemma}" for act, statement in told]
