"""Statements: what an account states, and who is reported to have said it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

import attrs

from paired_readouts._release import VERSION
from paired_readouts.extraction._cast import make_cast
from paired_readouts.extraction._details import Describer
from paired_readouts.extraction._drafts import Drafter
from paired_readouts.extraction._grammar import compile_grammar
from paired_readouts.extraction._quotations import find_quotations
from paired_readouts.extraction._reading import Reading, read_text
from paired_readouts.extraction._scene import Scene
from paired_readouts.extraction.claims import find_claims, find_genre
from paired_readouts.extraction.participants import find_participants
from paired_readouts.lexicon import Lexicon, default_lexicon
from paired_readouts.model import Participant, Provenance, Version, VersionWarning, fold_name

__all__ = ["extract_statements"]


def extract_statements(
    version: Version,
    *,
    participants: Sequence[Participant] = (),
    lexicon: Lexicon | None = None,
) -> Version:
    """`version` with its statements, participants, claims and genre.

    `participants` are those of the whole conversation, as `find_participants` gives them over all
    its accounts; without them they are found in this one alone. A version that has statements is
    returned unchanged. A version in a language without a lexicon gets a warning and no statements.
    """
    if version.statements:
        return version
    if lexicon is None and version.language == "en":
        lexicon = default_lexicon()
    if lexicon is None or lexicon.language != version.language:
        warning = VersionWarning(
            code="unsupported-language",
            text=f"no lexicon for language {version.language!r}: no statements were extracted",
        )
        return attrs.evolve(version, warnings=(*version.warnings, warning))
    people = tuple(participants) or version.participants
    people = people or find_participants([version], lexicon=lexicon)
    return _extract(version, people, lexicon)


def _extract(version: Version, people: tuple[Participant, ...], lexicon: Lexicon) -> Version:
    reading = read_text(version.text, lexicon)
    scene = _scene(version, people, reading, lexicon)
    drafter = Drafter(scene)
    for low, high in reading.sentences:
        drafter.add(low, high)
    describer = Describer(scene, version, lexicon)
    claims = version.claims or find_claims(
        version,
        tokens=reading.tokens,
        words=describer.words,
        sentences=reading.spans(),
        mentions=describer.mentions,
        participants=people,
        lexicon=lexicon,
    )
    return attrs.evolve(
        version,
        statements=tuple(describer.describe(draft) for draft in drafter.finish()),
        participants=people,
        claims=claims,
        genre=find_genre(version, claims=claims, tokens=reading.tokens, lexicon=lexicon),
        provenance=Provenance(library=VERSION, lexicon=lexicon.version),
    )


def _scene(
    version: Version, people: tuple[Participant, ...], reading: Reading, lexicon: Lexicon
) -> Scene:
    grammar = compile_grammar(lexicon)
    actors = reading.known_actors(frozenset(w for p in people for w in _names(p)))
    cast = make_cast(people, actors, version.party, lexicon)
    starts = reading.tokens.starts
    quoted = frozenset(
        at
        for quotation in find_quotations(version.text, lexicon)
        for at in range(bisect_left(starts, quotation.start), bisect_left(starts, quotation.end))
    )
    return Scene(reading.tokens, grammar, actors, cast, reading.cues, quoted)


def _names(participant: Participant) -> set[str]:
    """Folded words of the participant's names that may stand for the participant alone."""
    names = {fold_name(n).split()[-1] for n in participant.aliases if fold_name(n)}
    return {w for w in {participant.family_name, *names} if len(w) > 1}
