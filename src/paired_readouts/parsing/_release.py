"""From what a format gives to a `Version`: the one way that all our parsers take."""

from __future__ import annotations

import datetime as dt
import re

import attrs
from attrs import field

from paired_readouts._dates import read_published
from paired_readouts._furniture import furniture
from paired_readouts._layout import Block, BlockKind, find_blocks
from paired_readouts._text import fold
from paired_readouts.errors import LimitError, ParseError
from paired_readouts.lexicon import Lexicon
from paired_readouts.model import (
    Completeness,
    CompletenessLevel,
    Genre,
    Revision,
    Translation,
    Version,
    VersionWarning,
)
from paired_readouts.parsing._cleaning import clean_line, clean_text, mend_mojibake
from paired_readouts.parsing._genres import find_genre, find_language
from paired_readouts.parsing._parties import find_parties
from paired_readouts.parsing._settings import ParserSettings
from paired_readouts.parsing.profiles import Profile, host_of

__all__ = ["Draft", "build_version", "date_draft", "find_title", "join_blocks", "tell"]

_HYPHEN = re.compile(r"(?<=\w)-\s*\n\s*(?=[a-z])")
_ELLIPSIS = re.compile(r"(?:\[…\]|\[\.\.\.\]|…|\.\.\.)\s*\Z")
_TITLE_STROKE = re.compile(r"(?<=\s)[|–—:-](?=\s)")
_TAG = re.compile(r"</?[a-z][a-z0-9]{0,9}(?:\s[^<>]{0,200})?/?>", re.IGNORECASE)
_INNER = frozenset({"title", "signature"})
_LETTERHEAD = frozenset({"letterhead", "byline", "attribution"})


@attrs.frozen(kw_only=True)
class Draft:
    """What a format says of a release; what it does not say is looked for in the text."""

    #: The text as the format has it, with line breaks between blocks.
    text: str
    #: The same with "> " before what is set off; "" where nothing can be.
    quoting: str = ""
    title: str = ""
    party: str = ""
    issuer: str = ""
    #: Who signs it, as the format has it: an office, or a person.
    byline: str = ""
    via: str = ""
    #: A date that the format gives as such.
    published: dt.date | dt.datetime | None = None
    #: A date as printed.
    date_text: str = ""
    language: str = ""
    url: str = ""
    genre: Genre | None = None
    completeness: Completeness = field(factory=Completeness)
    translation: Translation = Translation.UNKNOWN
    revisions: tuple[Revision, ...] = ()
    warnings: tuple[VersionWarning, ...] = ()
    #: The publisher, where the format knows which of its layouts this is.
    profile: Profile | None = None
    #: Whether the text is the account and nothing else, so that no line of it can be a title.
    bare: bool = False

    @property
    def url_host(self) -> str:
        """The host of the URL, as an outlet's name."""
        return host_of(self.url).removeprefix("www.")

    def publisher(self, settings: ParserSettings) -> Profile | None:
        """The publisher's profile: as told, else by host and date."""
        stamp = self.published
        day = stamp.date() if isinstance(stamp, dt.datetime) else stamp
        return self.profile or settings.publisher(self.url, on=day)


def tell(code: str, text: str) -> VersionWarning:
    """A warning."""
    return VersionWarning(code=code, text=text)


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
    reading = _Heads(text=text, found=found, profile=profile, words=words, warnings=warnings)
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
    reading = _Heads(
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


@attrs.frozen(kw_only=True)
class _Heads:
    """What stands around the account: letterhead, dateline, attribution."""

    text: str
    found: list[Block]
    profile: Profile | None
    words: Lexicon
    #: Doubts are added here.
    warnings: list[VersionWarning]

    def _lines(self, *rules: str) -> list[str]:
        return [block.span.cut(self.text) for block in self.found if block.rule in rules]

    def date(self, printed: str) -> dt.date | dt.datetime | None:
        """The date of publication: as the format prints it, else in a line that is a date."""
        lines = [printed] if printed else self._lines("dateline", "letterhead", "byline")
        values = [value for line in lines if (value := self._read_date(line))]
        days = sorted({value.isoformat()[:10] for value in values})
        if len(days) > 1:
            note = f"{', '.join(days)}; the first in the text is taken"
            self.warnings.append(tell("several-dates", note))
        return values[0] if values else None

    def _read_date(self, line: str) -> dt.date | dt.datetime | None:
        day_first = self.profile.day_first if self.profile else None
        shape = furniture(self.words).date.search(line[:160])
        for piece in (line.strip(), shape.group().strip(" .,") if shape else ""):
            reading = read_published(piece, day_first=day_first)
            if reading.doubt == "day or month":
                self.warnings.append(tell("ambiguous-date", f"{piece!r}: which is the day?"))
                return None
            if reading.doubt == "no such date":
                self.warnings.append(tell("unread-date", f"{piece!r} is no day of the calendar"))
                return None
            if reading.value:
                return reading.value
        return None

    def who(self, draft: Draft) -> tuple[str, str]:
        """Party and office: as the format says, by the publisher, by letterhead and the like."""
        heads = self._lines("letterhead", "byline", "attribution")
        if _office(draft.byline, self.words):  # else it names a person
            heads.insert(0, draft.byline)
        party = draft.party or (self.profile.party if self.profile else "")
        if not party:
            known = find_parties(self.words)
            codes = list(dict.fromkeys(code for head in heads for code in known.codes(head)))
            if len(codes) == 1:
                party = codes[0]
            elif codes:
                named = ", ".join(codes)
                self.warnings.append(tell("several-parties", f"the letterhead names {named}"))
        issuer = draft.issuer or (self.profile.office if self.profile else "")
        if not issuer:
            signed = [draft.byline, *self._lines("letterhead", "byline")]
            issuer = next((o for head in signed if (o := _office(head, self.words))), "")
        return party, issuer


def _office(line: str, words: Lexicon) -> str:
    offices = {fold(word) for word in words.entry("introductions", "office").list()}
    line = clean_line(line).strip(" -–—*#:")
    inside = {fold(word.strip(",.:")) for word in line.split()}
    short = len(line) < 120 and not line.endswith((".", ":"))
    return line if short and inside & offices and not any(c.isdigit() for c in line) else ""


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
