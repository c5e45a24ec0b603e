"""Releases in DOCX, by python-docx: the extra `paired-readouts[docx]`."""

from __future__ import annotations

import io
import zipfile
from typing import ClassVar

import attrs
from attrs import field

from paired_readouts.errors import LimitError, PairedReadoutsError, ParseError
from paired_readouts.model import Version
from paired_readouts.model._by_fields import by_fields
from paired_readouts.parsing._cleaning import clean_line
from paired_readouts.parsing._draft import Draft, tell
from paired_readouts.parsing._extras import load_extra
from paired_readouts.parsing._settings import ParserSettings
from paired_readouts.parsing.article import read_draft
from paired_readouts.parsing.source import Source

__all__ = ["DocxParser"]

_FILES = 5_000
_PARAGRAPHS = 50_000


@by_fields
@attrs.frozen(eq=False, repr=False)
class DocxParser:
    """Reads the paragraphs of a DOCX file; tables, pictures and notes are passed over."""

    #: The name in `Version.parser`.
    name: ClassVar[str] = "docx"
    #: Words, publishers and bounds.
    settings: ParserSettings = field(factory=ParserSettings, kw_only=True)

    def accepts(self, source: Source) -> bool:
        """Whether it is a ZIP archive that holds a Word document."""
        content = source.content
        return (
            isinstance(content, bytes)
            and content.startswith(b"PK\x03\x04")
            and b"word/document.xml" in content
        )

    def parse(self, source: Source) -> tuple[Version, ...]:
        """The version in the file, or those that an article in it quotes."""
        docx = load_extra("docx", "docx")
        raw = source.content if isinstance(source.content, bytes) else b""
        try:
            self._refuse_bombs(raw, source.where)
            document = docx.Document(io.BytesIO(raw))
            paragraphs = document.paragraphs[: _PARAGRAPHS + 1]
            lines = [_line(paragraph) for paragraph in paragraphs]
            title = clean_line(document.core_properties.title or "")
            tables = len(document.tables)
        except PairedReadoutsError:
            raise
        except Exception as error:
            raise ParseError(
                source.where, f"is no DOCX that can be read: {error!r:.100}", "save it again"
            ) from error
        if len(lines) > _PARAGRAPHS:
            raise LimitError(source.where, f"has more than {_PARAGRAPHS} paragraphs", "cut it")
        notes = (tell("boilerplate", f"tables passed over: {tables}"),) if tables else ()
        draft = Draft(text="\n\n".join(lines), title=title, url=source.url, warnings=notes)
        return read_draft(draft, parser=self.name, settings=self.settings, where=source.where)

    def _refuse_bombs(self, raw: bytes, where: str) -> None:
        files = zipfile.ZipFile(io.BytesIO(raw)).infolist()
        size = sum(info.file_size for info in files)
        if len(files) > _FILES or size > self.settings.limits.source:
            raise LimitError(
                where,
                f"unpacks to {size} bytes in {len(files)} files",
                "pass limits=Limits(source=…) if you trust it",
            )


def _line(paragraph: object) -> str:
    style = str(getattr(getattr(paragraph, "style", None), "name", ""))
    text = str(getattr(paragraph, "text", ""))
    return f"- {text}" if style.startswith("List") and text.strip() else text
