"""A release pasted or saved as text, or several in one file under lines such as `=== US ===`."""

from __future__ import annotations

import re
from typing import ClassVar

import attrs
from attrs import field

from paired_readouts.model import Version, VersionWarning
from paired_readouts.model._by_fields import by_fields
from paired_readouts.parsing._draft import Draft, tell
from paired_readouts.parsing._fragment import draft_markup
from paired_readouts.parsing._parties import find_parties
from paired_readouts.parsing._release import build_version
from paired_readouts.parsing._settings import ParserSettings
from paired_readouts.parsing.source import Source

__all__ = ["PlainTextParser"]

_SECTION = re.compile(r"^[ \t]*={3,}[ \t]*(\S[^\n=]{0,200}?)[ \t]*={3,}[ \t]*$", re.MULTILINE)
_DATA = re.compile(r"\s*(?:<(?:[?!]|/?[a-zA-Z][\w:.-]*[\s>/])|\{\s*[\"}]|\[\s*[\[{])")
_MARKED = re.compile(
    r"</(?:p|div|span|a|b|i|em|strong|li|sup|h\d)>|<br\s*/?>"
    r"|&(?:nbsp|amp|quot|[lr][sd]quo|[mn]dash|#\d{2,5});",
    re.IGNORECASE,
)
_CODE = re.compile(r"[A-Z][A-Z0-9-]{1,19}\Z")


@by_fields
@attrs.frozen(eq=False, repr=False)
class PlainTextParser:
    """Reads text; the last of the default parsers, since it takes whatever is text."""

    #: The name in `Version.parser`.
    name: ClassVar[str] = "plain-text"
    #: Words, publishers and bounds.
    settings: ParserSettings = field(factory=ParserSettings, kw_only=True)

    def accepts(self, source: Source) -> bool:
        """Whatever is text, and neither a page nor data."""
        text = source.readable
        return bool(text) and _DATA.match(text) is None

    def parse(self, source: Source) -> tuple[Version, ...]:
        """One version, or one a section."""
        decoded = source.decode()
        sections = _sections(decoded.text)
        versions = []
        for label, text in sections:
            party, issuer, warnings = self._label(label)
            draft = Draft(
                text=text,
                party=party,
                issuer=issuer,
                url=source.url,
                warnings=(*decoded.warnings, *warnings),
            )
            if _MARKED.search(text):  # a copy that kept some tags, and its line breaks
                markup = f"<pre>{text}"
                draft = draft_markup(draft, markup, settings=self.settings, where=source.where)
            where = f"{source.where}: section {label!r}" if label else source.where
            versions.append(
                build_version(draft, parser=self.name, settings=self.settings, where=where)
            )
        return tuple(versions)

    def _label(self, label: str) -> tuple[str, str, tuple[VersionWarning, ...]]:
        head, _, office = (part.strip() for part in label.partition(":"))
        if not head:
            return "", "", ()
        if _CODE.match(head):
            return head, office, ()
        codes = find_parties(self.settings.words).codes(head)
        if len(codes) == 1:
            return codes[0], office, ()
        note = tell("unknown-party", f"no party is known by {head!r}; write a code: === US ===")
        return "", office, (note,)


def _sections(text: str) -> list[tuple[str, str]]:
    """Label and text of each section; one without a label where there are none."""
    marks = list(_SECTION.finditer(text))
    if not marks:
        return [("", text)]
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    sections = [(m.group(1), text[m.end() : end]) for m, end in zip(marks, ends, strict=True)]
    before = text[: marks[0].start()]
    return [("", before), *sections] if before.strip() else sections
