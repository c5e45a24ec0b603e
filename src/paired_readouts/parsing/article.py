"""A news text that quotes two or more releases about one conversation, one after the other."""

from __future__ import annotations

import re
from typing import ClassVar

import attrs
from attrs import field

from paired_readouts._layout import Block, find_blocks
from paired_readouts.errors import ParseError
from paired_readouts.model import CompletenessLevel, Version
from paired_readouts.model._by_fields import by_fields
from paired_readouts.parsing._cleaning import clean_text, mend_mojibake
from paired_readouts.parsing._draft import Draft, tell
from paired_readouts.parsing._genres import tells_contact
from paired_readouts.parsing._introductions import find_introductions
from paired_readouts.parsing._quoted import Quoted, find_quoted
from paired_readouts.parsing._release import build_version, date_draft, find_title
from paired_readouts.parsing._settings import ParserSettings
from paired_readouts.parsing.source import Source

__all__ = ["ArticleParser", "read_draft"]

_AGENCY = re.compile(r"[/(\[]\s*([A-Z][\w. -]{1,24}?)\s*[/)\]]")


@by_fields
@attrs.frozen(eq=False, repr=False)
class ArticleParser:
    """Reads articles with two or more quoted releases; a press office's own page it leaves."""

    #: The name in `Version.parser`.
    name: ClassVar[str] = "article"
    #: Words, publishers and bounds.
    settings: ParserSettings = field(factory=ParserSettings, kw_only=True)

    def accepts(self, source: Source) -> bool:
        """Whether releases of two parties are quoted in the text."""
        text = source.readable
        if text[:200].lstrip().startswith("<"):
            return False
        return self.settings.publisher(source.url) is None and self.holds(text)

    def holds(self, text: str) -> bool:
        """Whether `text` sets releases of two parties side by side."""
        if len(text) > self.settings.limits.characters:
            return False
        quoted = find_quoted(text, self.settings)
        return len({q.introduction.party for q in quoted}) > 1

    def parse(self, source: Source) -> tuple[Version, ...]:
        """One version a quoted release, in the order of the article."""
        decoded = source.decode()
        draft = Draft(text=decoded.text, url=source.url, warnings=decoded.warnings)
        return self.split(draft, where=source.where)

    def split(self, draft: Draft, *, where: str) -> tuple[Version, ...]:
        """The versions in an article of which a format has told title, date and outlet."""
        quoted = find_quoted(draft.text, self.settings)
        if not quoted:
            raise ParseError(
                where, "quotes no release", "an article introduces each: 'The release of X reads:'"
            )
        text = clean_text(mend_mojibake(draft.text)[0])
        blocks = find_blocks(text, self.settings.words)
        outlet = draft.via or _outlet(text, blocks) or draft.url_host
        frame = attrs.evolve(draft, title=draft.title or self._title(text, blocks))
        if frame.published is None:
            frame = date_draft(frame, text, blocks, self.settings)
        return tuple(self._version(frame, found, outlet, where) for found in quoted)

    def _title(self, text: str, blocks: tuple[Block, ...]) -> str:
        """The headline; a heading over the first account is none."""
        introductions = find_introductions(self.settings.words)
        found = [
            block
            for block in blocks
            if block.rule == "title" and not introductions.read_heading(block.span.cut(text))
        ]
        return find_title(text, found, self.settings.words)

    def _version(self, frame: Draft, found: Quoted, outlet: str, where: str) -> Version:
        told = found.introduction
        warnings = [*frame.warnings, *found.warnings]
        if not told.listed:
            note = f"{told.party} is made from the words {found.words[-80:]!r}; no table has it"
            warnings.append(tell("unlisted-party", note))
        if not outlet:
            warnings.append(tell("unknown-outlet", "the outlet that carried it is not told"))
        completeness = told.completeness
        if completeness.level is not CompletenessLevel.EXCERPT and not tells_contact(
            found.text, self.settings.words
        ):
            opening = " ".join(found.text.split()[:2])
            note = f"never says that the conversation took place; it begins {opening!r}"
            warnings.append(tell("no-opening", note))
        draft = attrs.evolve(
            frame,
            text=found.text,
            party=told.party,
            issuer=told.issuer,
            via=outlet or "an article",
            completeness=completeness,
            translation=told.translation,
            warnings=tuple(warnings),
            bare=True,
        )
        return build_version(draft, parser=self.name, settings=self.settings, where=where)


def read_draft(
    draft: Draft, *, parser: str, settings: ParserSettings, where: str
) -> tuple[Version, ...]:
    """The one version that a format's `draft` describes; of an outlet's, those that it quotes."""
    article = ArticleParser(settings=settings)
    quoting = draft.quoting or draft.text
    outlets = not draft.party and draft.publisher(settings) is None
    if outlets and article.holds(quoting):
        return article.split(attrs.evolve(draft, text=quoting), where=where)
    return (build_version(draft, parser=parser, settings=settings, where=where),)


def _outlet(text: str, blocks: tuple[Block, ...]) -> str:
    """The outlet that the dateline names: "Yerevan /Mediamax/.", "LONDON (Reuters) —"."""
    for block in blocks:
        if block.rule == "dateline" and (match := _AGENCY.search(block.span.cut(text))):
            return match.group(1)
    return ""
