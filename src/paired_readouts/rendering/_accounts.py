"""The accounts of a report, and their lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from paired_readouts.divergence.sentences import name_accounts
from paired_readouts.lexicon import Lexicon
from paired_readouts.model import (
    Participant,
    Span,
    Statement,
    Translation,
    Version,
    fold_name,
)
from paired_readouts.rendering._days import format_moment
from paired_readouts.rendering._quoting import clean, quote_spans, shorten
from paired_readouts.rendering._wording import say
from paired_readouts.rendering.report import Account, Line
from paired_readouts.rendering.sentences import say_absence

__all__ = ["DOUBT", "make_accounts", "name_person", "name_speakers", "said_spans"]

#: Below this probability a line or a link is marked "(?)".
DOUBT = 0.6

_QUOTATION = 150
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def make_accounts(versions: Sequence[Version], lexicon: Lexicon) -> tuple[Account, ...]:
    """The accounts of `versions`, each with a label of its own."""
    return tuple(
        _make_account(version, label, clean(said), lexicon)
        for version, label, said in zip(
            versions, _labels(versions), name_accounts(versions, lexicon=lexicon), strict=True
        )
    )


def name_person(participant: Participant) -> str:
    """The family name as it is printed."""
    family = participant.family_name
    for word in reversed(participant.name.split()):
        if fold_name(word) == family:
            return clean(word.rstrip(".,"))
    return shorten(participant.name, 40)


def name_speakers(speakers: Sequence[Participant]) -> str:
    """Who speaks, by family name: "Velin and Sordan"; "" for nobody."""
    names = list(dict.fromkeys(name_person(p) for p in speakers))
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def said_spans(statement: Statement) -> tuple[Span, ...]:
    """What is said from the verb on; from the start where what stands there is not the speaker."""
    verb, content = statement.verb, statement.content
    if verb is None or not content or verb.start > content[0].start:
        return (statement.span,)
    before = statement.text[: verb.start - statement.span.start]
    named = {
        word
        for person in statement.speakers
        for form in (person.name, person.role, *person.aliases)
        for word in fold_name(form).split()
    }
    words = before.split()
    # What goes on from the statement before it begins with a small word such as "and".
    goes_on = len(words) == 1 and words[0].islower()
    dropped = goes_on or named & set(fold_name(before).split())
    start = verb.start if dropped else statement.span.start
    return (Span(start, content[0].end), *content[1:])


def _labels(versions: Sequence[Version]) -> list[str]:
    """A label for each version: its party where that is known and nobody else's."""
    parties = [_end_in_letter(version.party) for version in versions]
    counted = Counter(parties)
    labels: list[str] = []
    for party in parties:
        label = party
        number = 0
        while not label or label in labels or (counted[party] > 1 and label == party):
            letters = _LETTERS[number % 26] * (1 + number // 26)
            label = f"{party}-{letters}" if party else letters
            number += 1
        labels.append(label)
    return labels


def _end_in_letter(party: str) -> str:
    return f"{party}-" if party[-1:].isdigit() else party


def _make_account(version: Version, label: str, said: str, lexicon: Lexicon) -> Account:
    level = version.completeness.level
    whole = say(lexicon, "completeness", level.value)
    if version.completeness.evidence:
        words = shorten(version.completeness.evidence, 80)
        whole = say(lexicon, "completeness", "shown", level=whole, words=words)
    return Account(
        label=label,
        called=said,
        name=say(lexicon, "account", level.value, name=said),
        missing=say_absence(said, level, lexicon=lexicon),
        party=version.party,
        issuer=shorten(version.issuer, 120),
        via=shorten(version.via, 120),
        title=shorten(version.title, 300),
        published=version.published.isoformat() if version.published else "",
        when=format_moment(version.published),
        url=clean(version.url),
        language=version.language,
        completeness=whole,
        translation=_say_translation(version, lexicon),
        warnings=tuple(clean(w.text) for w in version.warnings),
        version=version.id,
        text=clean(version.text),
        words=version.words,
        length=say(
            lexicon,
            "length",
            "one" if len(version.statements) == 1 else "several",
            lines=len(version.statements),
            words=version.words,
        ),
        lines=tuple(
            _make_line(version, statement, f"{label}{number}")
            for number, statement in enumerate(version.statements, 1)
        ),
    )


def _say_translation(version: Version, lexicon: Lexicon) -> str:
    """Whether it is a translation; "" where the party writes in this language in any case."""
    written = lexicon.words("sentences", "original")
    if version.translation is Translation.UNKNOWN and version.party in written:
        return ""
    return say(lexicon, "translation", version.translation.value)


def _make_line(version: Version, statement: Statement, label: str) -> Line:
    return Line(
        label=label,
        who=name_speakers(statement.speakers),
        speakers=tuple(dict.fromkeys(clean(p.name) for p in statement.speakers)),
        act=statement.act.value,
        text=clean(statement.text),
        quotation=quote_spans(version.text, said_spans(statement), _QUOTATION),
        start=statement.span.start,
        end=statement.span.end,
        topics=tuple(clean(topic) for topic in statement.topics),
        doubtful=statement.confidence.value < DOUBT,
    )
