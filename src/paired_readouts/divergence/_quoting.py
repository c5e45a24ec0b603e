"""Exact words of an account, cut short for a sentence."""

from __future__ import annotations

from paired_readouts.divergence._accounts import Account
from paired_readouts.divergence._names import names_of
from paired_readouts.model import Act, Mode, Span

__all__ = ["clip", "gist", "line", "lines", "quote", "side_slots"]

_INNER = {"“": "‘", "”": "’", '"': "'"}
_OPENING = frozenset('“"')
_LONGEST = 26
# The words that a sentence has room for of a line that stands alone in it.
_ONE_LINE = 36
_EDGES = " \n\t,;:.–—-"


def clip(text: str, account: Account, longest: int = _LONGEST) -> str:
    """`text` on one line, at most `longest` words, with "…" where it goes on.

    It does not break off after a word such as "of" or "the".
    """
    words = text.split()
    if len(words) <= longest:
        return " ".join(words).strip(_EDGES)
    words = words[:longest]
    while len(words) > 2 and words[-1].lower() in account.function_words:
        words.pop()
    return " ".join(words).strip(_EDGES) + " …"


def quote(text: str, account: Account, longest: int = _LONGEST) -> str:
    """`text` between quotation marks, clipped; quotation marks in it become single ones."""
    words = text.strip()
    if words[:1] in _OPENING:
        whole = words[1:].rstrip(_EDGES).removesuffix("”").removesuffix('"')
        # “Open ports” for grain: the quotation is not all of it.
        words = words if "”" in whole else whole
    inner = clip(words, account, longest)
    for mark, single in _INNER.items():
        inner = inner.replace(mark, single)
    if inner.count("‘") > inner.count("’"):
        inner += "’"
    start, end = account.marks
    return f"{start}{inner.strip()}{end}"


def line(account: Account, index: int, longest: int = _LONGEST) -> str:
    """Who and what: the speakers, and the statement's words from its verb on."""
    who, mark, words = _split_line(account, index, longest)
    return f"{who}{mark} {words}".lstrip()


def _split_line(account: Account, index: int, longest: int) -> tuple[str, str, str]:
    """The speakers, the mark after them and the words in quotation marks."""
    statement = account.statements[index]
    who = names_of(statement.speakers, account.lexicon)
    if not who or statement.act is Act.NARRATE:
        return "", "", quote(statement.text, account, longest)
    span, mark = _told(account, index)
    return who, mark, quote(span.cut(account.version.text), account, longest)


def lines(account: Account, indexes: tuple[int, ...], *, most: int = 3, named: str = "") -> str:
    """The lines of several statements, the first `most` of them in full.

    Speakers are named where they change; not those that the sentence has named before.
    """
    shown = indexes[:most]
    longest = (_LONGEST, _ONE_LINE, 22, 18)[min(len(shown), 3)]
    told = []
    for i in shown:
        who, mark, words = _split_line(account, i, longest)
        told.append(words if who == named else f"{who}{mark} {words}".lstrip())
        named = who
    text = "; ".join(told)
    rest = len(indexes) - len(shown)
    if not rest:
        return text
    more = account.lexicon.entry("sentences", "words").text("more")
    return f"{text} {more.format(count=rest)}"


def gist(account: Account, indexes: tuple[int, ...], longest: int = 10) -> str:
    """A few exact words on the matter: the content of the first of these statements."""
    statement = account.statements[indexes[0]]
    span = statement.content[0] if statement.content else _after_verb(account, indexes[0])
    leaning = account.find_cues(indexes[:1], "leaning")
    if leaning and leaning[0].span.start <= span.start < leaning[0].span.end < span.end:
        # "At the same time" is no matter.
        span = Span(leaning[0].span.end, span.end)
    words = span.cut(account.version.text).strip(_EDGES).split()
    while len(words) > 2 and words[0].lower().strip(",") in _LEADING:
        words.pop(0)
    if len(words) > longest:
        # Better a clause than the first words of the next one.
        clauses = [n for n, word in enumerate(words[:longest], 1) if n > 2 and word[-1] in ",;"]
        longest = clauses[-1] if clauses else longest
    return clip(" ".join(words), account, longest)


_LEADING = frozenset({"that", "for", "on", "about", "of", "to", "the", "a", "with", "in", "his"})


def _told(account: Account, index: int) -> tuple[Span, str]:
    """The words to quote after the speakers' names, and the mark between them."""
    statement = account.statements[index]
    verb, contents, text = statement.verb, statement.content, account.version.text
    if verb is None:
        return statement.span, ":"
    if contents and contents[-1].end <= verb.end:
        direct = statement.mode is Mode.DIRECT
        return (Span(contents[0].start, contents[-1].end) if direct else statement.span), ":"
    before = text[statement.span.start : verb.start].lower().split()
    first = verb.cut(text).lower().split()[:1]
    frame = account.lexicon.entry("sentences", "words")
    if " ".join(verb.cut(text).lower().split()) in frame.list("attributions"):
        comma = text.find(",", verb.end, statement.span.end - 2)
        start = comma + 2 if comma >= 0 else verb.end
        return Span(start, statement.span.end), ":"
    # Of a noun's verb ("the key topic was") and a passive one the names are not the subject.
    forms = frame.list("passive")
    passive = before and (before[-1] in forms or (first and first[0] in forms))
    if len(before) > 12 or before[-1:] in (["the"], ["a"], ["an"]) or passive:
        return statement.span, ":"
    participle = not before[1:] and first and first[0].endswith("ing")
    return Span(verb.start, statement.span.end), "," if participle else ""


def _after_verb(account: Account, index: int) -> Span:
    statement = account.statements[index]
    if statement.verb is None or statement.span.end - statement.verb.end < 3:
        return statement.span
    return Span(statement.verb.end, statement.span.end)


def side_slots(account: Account, other: Account) -> dict[str, str]:
    """The slots of what one account alone has."""
    return {"party": account.label, "other": other.label, "state": other.state}
