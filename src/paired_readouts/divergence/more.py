"""Findings that need more from the caller: an earlier text, earlier accounts, another language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from paired_readouts._text import Tokens, tokenize
from paired_readouts.divergence._accounts import Account, Pair
from paired_readouts.divergence._found import Found, evidence, make_found
from paired_readouts.divergence._quoting import quote
from paired_readouts.divergence._reading import read_pair
from paired_readouts.lexicon import Lexicon, default_lexicon
from paired_readouts.model import (
    Alignment,
    Finding,
    FindingCode,
    Severity,
    Side,
    Span,
    Version,
)

__all__ = [
    "compare_revisions",
    "compare_translations",
    "find_own_history",
    "find_shared_silence",
]

# A party's phrase is set when this many of its earlier accounts have it, of which this share.
_LEAST_ACCOUNTS = 3
_USUAL = 0.75
_PHRASE = 4
_LONGEST = 12


def find_shared_silence(pair: Pair, topics: Iterable[str]) -> list[Found]:
    """Topics to watch for that neither account mentions.

    A topic is one of the lexicon, or a plain phrase that is looked for word by word.
    """
    return [
        make_found(
            pair,
            FindingCode.SHARED_SILENCE,
            Severity.DEGREE,
            form="neither",
            matter=topic,
            topic=topic,
        )
        for topic in sorted(set(topics))
        if not any(_mentions(account, topic) for account in (pair.left, pair.right))
    ]


def _mentions(account: Account, topic: str) -> bool:
    if any(topic in statement.topics for statement in account.statements):
        return True
    wanted = tokenize(topic).lower
    lower = account.tokens.lower
    return any(lower[i : i + len(wanted)] == wanted for i in range(len(lower) - len(wanted) + 1))


def find_own_history(pair: Pair, history: Sequence[Version]) -> list[Found]:
    """Set phrases of a party's earlier accounts that its account at hand does not have."""
    found = []
    for account, _ in pair.accounts:
        earlier = [v for v in history if v.party == account.version.party and v.party]
        earlier = [v for v in earlier if v.id != account.version.id]
        if len(earlier) < _LEAST_ACCOUNTS:
            continue
        for phrase, count in _set_phrases(earlier):
            if _has(account.tokens.lower, phrase):
                continue
            found.append(
                make_found(
                    pair,
                    FindingCode.OWN_HISTORY,
                    Severity.DEGREE,
                    confidence=count / len(earlier),
                    form="dropped",
                    matter=" ".join(phrase),
                    party=account.label,
                    phrase=quote(" ".join(phrase), account),
                    count=str(count),
                    total=str(len(earlier)),
                )
            )
    return found


def _has(lower: list[str], phrase: tuple[str, ...]) -> bool:
    return any(
        tuple(lower[i : i + len(phrase)]) == phrase for i in range(len(lower) - len(phrase) + 1)
    )


def _set_phrases(versions: Sequence[Version]) -> list[tuple[tuple[str, ...], int]]:
    """The longest runs of words that most of the versions have, with how many have them."""
    held: Counter[tuple[str, ...]] = Counter()
    for version in versions:
        lower = tokenize(version.text).lower
        held.update(
            {
                tuple(lower[i : i + size])
                for size in range(_PHRASE, _LONGEST + 1)
                for i in range(len(lower) - size + 1)
                if all(word[0].isalnum() for word in lower[i : i + size])
            }
        )
    least = max(_LEAST_ACCOUNTS, _USUAL * len(versions))
    usual = {phrase: count for phrase, count in held.items() if count >= least}
    inner = {
        phrase[i : i + size]
        for phrase in usual
        for size in range(_PHRASE, len(phrase))
        for i in range(len(phrase) - size + 1)
    }
    return sorted((p, n) for p, n in usual.items() if p not in inner)


def compare_revisions(
    alignment: Alignment, *, lexicon: Lexicon | None = None
) -> tuple[Finding, ...]:
    """What changed between two texts of one release: the left the earlier, the right the later.

    Changes are told word by word, in the order of the later text.
    """
    return _changes(alignment, FindingCode.REVISION, lexicon)


def compare_translations(
    alignment: Alignment, *, lexicon: Lexicon | None = None
) -> tuple[Finding, ...]:
    """What two renderings of one account into one language have differently.

    Both texts must be in the language of the lexicon: the original itself is not read.
    """
    return _changes(alignment, FindingCode.TRANSLATION, lexicon)


def _changes(
    alignment: Alignment, code: FindingCode, lexicon: Lexicon | None
) -> tuple[Finding, ...]:
    from difflib import SequenceMatcher

    pair = read_pair(alignment, default_lexicon() if lexicon is None else lexicon)
    left, right = pair.left.tokens, pair.right.tokens
    matcher = SequenceMatcher(None, left.lower, right.lower, autojunk=False)
    findings = []
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            continue
        before, after = _words(left, a, b), _words(right, c, d)
        if not before and not after:
            continue
        findings.append(_change(pair, code, before, after))
    return tuple(findings)


def _words(tokens: Tokens, first: int, last: int) -> Span | None:
    if not any(word[0].isalnum() for word in tokens.lower[first:last]):
        return None
    return tokens.span(first, last - 1)


def _change(pair: Pair, code: FindingCode, before: Span | None, after: Span | None) -> Finding:
    texts = {Side.LEFT: before, Side.RIGHT: after}
    shown = {
        side: quote(span.cut(pair.account(side).version.text), pair.account(side)) if span else ""
        for side, span in texts.items()
    }
    if code is FindingCode.REVISION:
        form = "changed" if before and after else "dropped" if before else "added"
    else:
        form = "differs" if before and after else "only"
    return make_found(
        pair,
        code,
        _weight(before, after, pair),
        left=_holders(pair.left, before),
        right=_holders(pair.right, after),
        shows=tuple(
            one
            for side, span in texts.items()
            if span
            for one in evidence(pair.account(side), (span,), "changed")
        ),
        form=form,
        matter=shown[Side.RIGHT] or shown[Side.LEFT],
        party=pair.left.label,
        before=shown[Side.LEFT] or shown[Side.RIGHT],
        after=shown[Side.RIGHT],
    ).finding


def _weight(before: Span | None, after: Span | None, pair: Pair) -> Severity:
    """A change is of degree where a telling word or a cue changed, else minor."""
    for account, span in ((pair.left, before), (pair.right, after)):
        if span is None:
            continue
        for words, cues in zip(account.words, account.cues, strict=True):
            if any(span.start <= account.tokens.starts[w.token] < span.end for w in words):
                return Severity.DEGREE
            if any(c.span.overlaps(span) and c.kind != "leaning" for c in cues):
                return Severity.DEGREE
    return Severity.MINOR


def _holders(account: Account, span: Span | None) -> tuple[int, ...]:
    if span is None:
        return ()
    return tuple(i for i, s in enumerate(account.statements) if s.span.overlaps(span))
