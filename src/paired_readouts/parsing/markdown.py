"""Releases saved as Markdown, with front matter or without."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import ClassVar

import attrs
from attrs import field

from paired_readouts._dates import parse_published
from paired_readouts.model import Version
from paired_readouts.model._by_fields import by_fields
from paired_readouts.parsing._cleaning import clean_line
from paired_readouts.parsing._draft import Draft
from paired_readouts.parsing._front_matter import (
    has_front_matter,
    read_front_matter,
    split_front_matter,
)
from paired_readouts.parsing._parties import find_parties
from paired_readouts.parsing._settings import ParserSettings
from paired_readouts.parsing._tags import unescape
from paired_readouts.parsing.article import read_draft
from paired_readouts.parsing.source import Source

__all__ = ["MarkdownParser", "plain_markdown", "versions_of"]

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_TAG = re.compile(r"</?[a-zA-Z][^<>\n]{0,200}>")
_IMAGE = re.compile(r"!\[[^\]\n]{0,300}\]\([^)\n]{0,500}\)")
_LINK = re.compile(r"\[((?:[^\]\n]|\n(?!\n)){1,300})\]\([^)\n]{0,500}\)(?:\{[^}\n]{0,100}\})?")
_STRONG = re.compile(r"(?<![\w*_])(\*{1,3}|_{1,3})(?=\S)([^*_\n]{1,400}?)(?<=\S)\1(?![\w*_])")
_HEAD = re.compile(r"^#{1,6}[ \t]+(.+?)[ \t]*#*$", re.MULTILINE)
_STARTS = re.compile(r"[ \t]*(?:[-*+>#|=]|\d{1,3}[.)][ \t]|\\[#*-]|```)")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!|<>~$'\"-])")
_CODE_FORM = re.compile(r"[A-Z][A-Z0-9-]{1,19}\Z")
_FIELDS = {
    "title": ("title", "headline", "name"),
    "date": ("published_time", "published", "date_published", "datePublished", "date"),
    "url": ("source_url", "url", "link", "canonical", "permalink", "source"),
    "issuer": ("issuer", "office", "organisation", "organization", "publisher"),
    "party": ("party", "country", "state"),
    "language": ("language", "lang", "locale"),
    "via": ("via", "outlet"),
}


@by_fields
@attrs.frozen(eq=False, repr=False)
class MarkdownParser:
    """Reads Markdown; its front matter in the subset of YAML that such files use."""

    #: The name in `Version.parser`.
    name: ClassVar[str] = "markdown"
    #: Words, publishers and bounds.
    settings: ParserSettings = field(factory=ParserSettings, kw_only=True)

    def accepts(self, source: Source) -> bool:
        """Whether it has front matter, or is called Markdown."""
        text = source.readable
        called = "markdown" in source.media_type or source.name.lower().endswith(
            (".md", ".markdown")
        )
        return bool(text) and (called or has_front_matter(text.lstrip("\n")))

    def parse(self, source: Source) -> tuple[Version, ...]:
        """One version, or those that an article quotes."""
        text = source.text.lstrip("\n")
        head, body = split_front_matter(text, where=source.where)
        fields = read_front_matter(head, where=source.where)
        return versions_of(fields, body, source, name=self.name, settings=self.settings)


def versions_of(
    fields: Mapping[str, str], body: str, source: Source, *, name: str, settings: ParserSettings
) -> tuple[Version, ...]:
    """The versions in Markdown whose front matter says `fields`."""
    told = {
        key: clean_line(next((fields[n] for n in names if fields.get(n)), ""))
        for key, names in _FIELDS.items()
    }
    heads = [match.group(1) for match in _HEAD.finditer(body[:20_000])]
    party = told["party"]
    if party and not _CODE_FORM.match(party):
        codes = find_parties(settings.words).codes(party)
        party = codes[0] if len(codes) == 1 else ""
    title = told["title"] or (plain_markdown(heads[0]) if heads else "")
    url = told["url"] if "://" in told["url"] else ""
    draft = Draft(
        text=plain_markdown(body),
        title=title,
        party=party,
        issuer=told["issuer"],
        via=told["via"],
        published=parse_published(told["date"]) if told["date"] else None,
        date_text=told["date"],
        language=told["language"][:2].lower(),
        url=source.url or url,
        warnings=source.decode().warnings,
    )
    return read_draft(draft, parser=name, settings=settings, where=source.where)


def plain_markdown(text: str) -> str:
    """`text` without its marks: emphasis, links, headings, escapes, tags and comments."""
    text = _join_lines(_COMMENT.sub("", text) if "-->" in text else text)
    text = _LINK.sub(r"\1", _IMAGE.sub("", text))
    text = _HEAD.sub(r"\1", text)
    text = _STRONG.sub(r"\2", _STRONG.sub(r"\2", text))
    text = _TAG.sub("", text)
    text = re.sub(r"\\$", "", text, flags=re.MULTILINE)
    return unescape(_ESCAPED.sub(r"\1", text))


def _join_lines(text: str) -> str:
    """One line a paragraph: in Markdown a line break alone breaks nothing."""
    paragraphs: list[list[str]] = []
    before = ""
    for line in text.split("\n"):
        ends = not before.strip() or before.startswith("#") or before.endswith(("  ", "\\"))
        if ends or not line.strip() or _STARTS.match(line):
            paragraphs.append([line])
        else:
            paragraphs[-1].append(line.strip())
        before = line
    return "\n".join(" ".join(parts) for parts in paragraphs)
