"""From what a format gives to a `Version`: the one way that all our parsers take."""

from __future__ import annotations

import re

import attrs

from paired_readouts._furniture import furniture
from paired_readouts._layout import Block, BlockKind, find_blocks
from paired_readouts._text import fold
from paired_readouts.errors import LimitError, ParseError
from paired_readouts.lexicon import Lexicon
from paired_readouts.model import (
    Completeness,
    CompletenessLevel,
    Translation,
    Version,
    VersionWarning,
)
from paired_readouts.parsing._cleaning import clean_line, clean_text, mend_mojibake
from paired_readouts.parsing._draft import Draft, tell
from paired_readouts.parsing._genres import find_genre, find_language
from paired_readouts.parsing._heads import Heads
from paired_readouts.parsing._settings import ParserSettings
from paired_readouts.parsing.profiles import Profile

__all__ = ["build_version", "date_draft", "find_title", "join_blocks"]

_HYPHEN = re.compile(r"(?<=\w)-\s*\n\s*(?=[a-z])")
_ELLIPSIS = re.compile(r"(?:\[…\]|\[\.\.\.\]|…|\.\.\.)\s*\Z")
_TITLE_STROKE = re.compile(r"(?<=\s)[|–—:-](?=\s)")
_TAG = re.compile(r"</?[a-z][a-z0-9]{0,9}(?:\s[^<>]{0,200})?/?>", re.IGNORECASE)
_INNER = frozenset({"title", "signature"})
_LETTERHEAD = frozenset({"letterhead", "byline", "attribution"})


def build_version(draft: Draft, *, parser: str, settings: ParserSettings, where: str) -> Version:
    """The version that `draft` describes; a ParseError where it holds no text.

    What the draft leaves open is taken from the publisher's profile, then from the text's own
    letterhead, attribution and dateline, else it stays empty and a warning says so.
    """
    words = settings.words
    profile = draft.publisher(settings)
    text, mended = mend_mojibake(draft.text)
    text, lines = _without_lines(clean_text(text), profile)
    if len(text) > settings.limits.characters:
        raise LimitError(
            where,
            f"a text of {len(text)} characters; the limit is {settings.limits.characters}",
            "split it, or pass limits=Limits(characters=…)",
        )
    blocks = find_blocks(text, words)
    if draft.bare:
        blocks = tuple(b._replace(kind=BlockKind.PROSE) if b.rule in _INNER else b for b in blocks)
    body = join_blocks(text, blocks)
    if not body:
        raise ParseError(where, "has no release in it", "give a file with the text of a release")
    found = [b for b in blocks if b.kind is BlockKind.BOILERPLATE]
    warnings = [*draft.warnings]
    if mended:
        warnings.append(tell("mojibake", f"{mended} characters had been decoded wrongly; mended"))
    if "\ufffd" in body:
        warnings.append(tell("encoding", "some characters were lost before the text came here"))
    title = clean_line(_TAG.sub("", mend_mojibake(draft.title)[0])) or find_title(
        text, found, words
    )
    reading = Heads(text=text, found=found, profile=profile, words=words, warnings=warnings)
    published = draft.published or reading.date(draft.date_text)
    party, issuer = reading.who(draft)
    language = draft.language or (profile.language if profile else "") or find_language(body, words)
    title = _without_outlet(title, (draft.via, issuer, draft.url_host))
    _tell_missing(warnings, party=party, issuer=issuer, title=title, published=published)
    if not language:
        warnings.append(tell("unknown-language", "the language was not told and is not English"))
    _tell_dropped(warnings, text, found, title, lines)
    return Version(
        text=body,
        party=party,
        issuer=issuer,
        via=draft.via,
        title=title,
        published=published,
        language=language,
        url=draft.url,
        genre=draft.genre or find_genre(title, body, words),
        completeness=_completeness(draft, text, found),
        translation=_translation(draft, text, found),
        revisions=draft.revisions,
        warnings=tuple(warnings),
        parser=parser,
    )


def join_blocks(text: str, blocks: tuple[Block, ...]) -> str:
    """The account in `blocks`: each a paragraph, with its number, hard wraps joined."""
    paragraphs = []
    for block in blocks:
        if block.kind is BlockKind.BOILERPLATE:
            continue
        start = block.number.start if block.number else block.span.start
        raw = _HYPHEN.sub("-", text[start : block.span.end])
        paragraphs.append(" ".join(raw.split()))
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)


def _without_lines(text: str, profile: Profile | None) -> tuple[str, list[str]]:
    """`text` without the lines that the publisher puts on every page, and those lines."""
    if profile is None or not profile.lines:
        return text, []
    known = {fold(line) for line in profile.lines}
    lines = text.split("\n")
    dropped = [line.strip() for line in lines if fold(line.strip()) in known]
    return "\n".join(line for line in lines if fold(line.strip()) not in known), dropped


def find_title(text: str, found: list[Block], words: Lexicon) -> str:
    """The title among the lines before the prose: one that names talks, else the longest."""
    titles = [clean_line(b.span.cut(text)).strip("*# ") for b in found if b.rule == "title"]
    titles = [title.removesuffix(" -").removesuffix(" –") for title in titles if title]
    telling = [title for title in titles if furniture(words).title.search(title)]
    return telling[0] if telling else max(titles, key=len, default="")


def _without_outlet(title: str, names: tuple[str, ...]) -> str:
    """`title` without the outlet's name that pages put after it: "Call | Norwire"."""
    head, _, last = _TITLE_STROKE.sub("\n", title).rpartition("\n")
    told = fold(last.strip())
    if head and any(name and told.endswith(fold(name)) for name in names):
        return title[: len(head)].strip()
    return title


def date_draft(
    draft: Draft, text: str, blocks: tuple[Block, ...], settings: ParserSettings
) -> Draft:
    """`draft` with the date that the head of an article prints, told as the article's."""
    warnings: list[VersionWarning] = []
    reading = Heads(
        text=text,
        found=[b for b in blocks if b.kind is BlockKind.BOILERPLATE],
        profile=draft.publisher(settings),
        words=settings.words,
        warnings=warnings,
    )
    published = reading.date(draft.date_text)
    if published is not None:
        warnings.append(tell("date-of-article", "the date is that of the article"))
    return attrs.evolve(draft, published=published, warnings=(*draft.warnings, *warnings))


def _completeness(draft: Draft, text: str, found: list[Block]) -> Completeness:
    if draft.completeness.level is not CompletenessLevel.UNKNOWN or draft.via:
        return draft.completeness
    if cut := _ELLIPSIS.search(text.rstrip()[-12:]):
        return Completeness(level=CompletenessLevel.EXCERPT, evidence=cut.group().strip())
    ends = [b.span.cut(text) for b in found if b.rule == "end-mark"]
    if ends and any(c == "#" or c.isalnum() for c in ends[-1]):
        return Completeness(level=CompletenessLevel.FULL, evidence=ends[-1])
    return draft.completeness


def _translation(draft: Draft, text: str, found: list[Block]) -> Translation:
    for block in found:
        if block.rule == "translation":
            told = fold(block.span.cut(text))
            official = "provisional" in told or ("official" in told and "unofficial" not in told)
            return Translation.OFFICIAL if official else Translation.UNOFFICIAL
    return draft.translation


def _tell_missing(warnings: list[VersionWarning], **values: object) -> None:
    told = {
        "party": ("unknown-party", "whose account it is, is not told; pass party by hand"),
        "issuer": ("unknown-issuer", "the office that issued it is not told"),
        "title": ("no-title", "no title was found"),
        "published": ("no-date", "no date of publication was found"),
    }
    warnings.extend(tell(*told[name]) for name, value in values.items() if not value)


def _tell_dropped(
    warnings: list[VersionWarning], text: str, found: list[Block], title: str, lines: list[str]
) -> None:
    """Nothing is dropped without a trace."""
    dropped = [f"line {line[:60]!r}" for line in lines]
    dropped += [
        f"{block.rule} {clean_line(block.span.cut(text))[:60]!r}"
        for block in found
        if clean_line(block.span.cut(text)) != title
    ]
    if dropped:
        more = f" and {len(dropped) - 12} more" if len(dropped) > 12 else ""
        told = f"no part of the text: {', '.join(dropped[:12])}{more}"
        warnings.append(tell("boilerplate", told))
