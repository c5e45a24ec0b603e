"""What a parser gets: content, and what is known about where it came from."""

from __future__ import annotations

import codecs
import re
from functools import lru_cache
from pathlib import Path

import attrs
from attrs import field

from paired_readouts.errors import ParseError
from paired_readouts.model import VersionWarning
from paired_readouts.model._by_fields import by_fields
from paired_readouts.model._checks import is_a

__all__ = ["Decoded", "Source", "decode_bytes"]

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(
    rb"""<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]{2,40})"""
    rb"""|<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""",
    re.IGNORECASE,
)
_CHARSET = re.compile(r"""charset\s*=\s*["']?([\w.:-]{2,40})""", re.IGNORECASE)
_OTHER_KINDS = (
    (b"%PDF-", "is a PDF file", "pass PdfParser() from paired_readouts.parsing.pdf in parsers="),
    (b"PK\x03\x04", "is a ZIP or DOCX file", "pass DocxParser() from paired_readouts.parsing.docx"),
    (b"\xd0\xcf\x11\xe0", "is a file of old Office", "save it as text, HTML or DOCX"),
    (b"\x89PNG", "is a picture", "give the text, not a picture of it"),
    (b"\xff\xd8\xff", "is a picture", "give the text, not a picture of it"),
    (b"GIF8", "is a picture", "give the text, not a picture of it"),
    (b"\x1f\x8b", "is compressed", "unpack it first"),
    (b"{\\rtf", "is an RTF file", "save it as text, HTML or DOCX"),
)
# UTF-16 shows by its mark or its NUL bytes; "idna", "punycode" and the like are for no text.
_SENT = (
    *("utf-8", "ascii", "cp", "iso8859", "iso2022", "koi8", "mac", "gb", "big5", "euc", "shift"),
    *("johab", "hz", "tis", "kz1048", "ptcp"),
)
# In these the bytes 0x80 to 0x9F are control signs that no text uses; browsers read Windows-1252.
_AS_WINDOWS = frozenset({"iso8859-1", "ascii", "latin-1", "cp1252"})


@by_fields
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Decoded:
    """A source as text."""

    #: The text, with "\\n" for every line break and no byte order mark.
    text: str
    #: The encoding that was used; "" where the content was text from the start.
    encoding: str
    #: Doubts about it.
    warnings: tuple[VersionWarning, ...] = ()


@by_fields
@attrs.frozen(eq=False, repr=False)
class Source:
    """Something to parse: a page, a feed, a file, a text.

    >>> Source("Readout …", name="velin.txt")
    Source('velin.txt', 9 characters)
    """

    #: The content, as text or as the bytes that came over the wire.
    content: str | bytes = field(validator=is_a(str, bytes))
    #: Where it was found; parsers take the publisher from its host.
    url: str = field(default="", kw_only=True, validator=is_a(str))
    #: The media type as declared; a hint only, since many are wrong.
    media_type: str = field(default="", kw_only=True, validator=is_a(str))
    #: What errors call it: a file's name.
    name: str = field(default="", kw_only=True, validator=is_a(str))

    @classmethod
    def from_path(cls, path: str | Path, *, url: str = "", media_type: str = "") -> Source:
        """The file at `path`; a ParseError where it cannot be read."""
        path = Path(path)
        if path.is_dir():
            raise ParseError(str(path), "is a folder", "give a file; one call a file")
        if path.is_char_device() or path.is_block_device():
            raise ParseError(str(path), "is a device", "give a file")
        try:
            content = path.read_bytes()
        except OSError as error:
            reason = error.strerror or type(error).__name__
            raise ParseError(str(path), f"cannot be read: {reason}", "check the path") from error
        return cls(content, url=url, media_type=media_type, name=str(path))

    @property
    def where(self) -> str:
        """The name for errors: the file, else the URL, else "source"."""
        return self.name or self.url or "source"

    def decode(self) -> Decoded:
        """The content as text; a ParseError where the bytes are none."""
        return _decode(self)

    @property
    def text(self) -> str:
        """The content as text; a ParseError where the bytes are none."""
        return _decode(self).text

    @property
    def readable(self) -> str:
        """As `text`, but "" where the bytes are none: for `accepts`, which never raises."""
        try:
            return _decode(self).text
        except ParseError:
            return ""

    def __len__(self) -> int:
        return len(self.content)

    def __bool__(self) -> bool:
        return True

    def __repr__(self) -> str:
        unit = "bytes" if isinstance(self.content, bytes) else "characters"
        return f"Source({self.where!r}, {len(self.content)} {unit})"


@lru_cache(maxsize=4)
def _decode(source: Source) -> Decoded:
    content = source.content
    if isinstance(content, str):
        decoded = Decoded(text=content.removeprefix("\ufeff"), encoding="")
    else:
        declared = _CHARSET.search(source.media_type)
        decoded = decode_bytes(
            content, charset=declared.group(1) if declared else "", where=source.where
        )
    _refuse_binary(decoded.text, source.where)
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
    return attrs.evolve(decoded, text=text)


def decode_bytes(content: bytes, *, charset: str = "", where: str = "source") -> Decoded:
    """`content` as text: by its byte order mark, as declared, as UTF-8, then as Windows-1252.

    Raises ParseError for bytes that are no text.
    """
    for magic, what, hint in _OTHER_KINDS:
        if content.startswith(magic):
            raise ParseError(where, what, hint)
    for bom, encoding in _BOMS:
        if content.startswith(bom):
            return Decoded(text=_strict(content, encoding, where), encoding=encoding)
    if b"\0" in content[:4096]:
        return _wide(content, where)
    return _narrow(content, charset or _declared(content), where)


def _narrow(content: bytes, declared: str, where: str) -> Decoded:
    """As UTF-8 where the bytes are that, since nothing else looks like it; then as declared."""
    known = _known(declared)
    if known.startswith("iso2022") and b"\x1b" in content and (text := _try(content, known)):
        return Decoded(text=text, encoding=known)
    if (text := _try(content, "utf-8")) is not None:
        wrong = known not in {"", "utf-8"} and not content.isascii()
        notes = (_warn("encoding", f"declared as {declared}, is UTF-8"),) if wrong else ()
        return Decoded(text=text, encoding="utf-8", warnings=notes)
    if known in {"", "utf-8"} and (damaged := _damaged(content)):
        return damaged
    for encoding in ("cp1252",) if known in {"", "utf-8"} | _AS_WINDOWS else (known, "cp1252"):
        text = _try(content, encoding)
        if text is None:
            continue
        told = f"declared as {declared}, but it is not" if declared else "no encoding declared"
        note = _warn("encoding", f"read as {encoding}: {told}, and it is no UTF-8")
        fits = encoding == known or known in _AS_WINDOWS
        return Decoded(text=text, encoding=encoding, warnings=() if fits else (note,))
    raise ParseError(
        where,
        "the bytes are no text in UTF-8, Windows-1252 or the encoding declared",
        "save the file as UTF-8",
    )


def _damaged(content: bytes) -> Decoded | None:
    """UTF-8 that was cut within a character, or that lost a few bytes; None where it is none."""
    text = content.decode("utf-8", "replace")
    lost = text.count("\ufffd")
    whole = sum(not part.isascii() for part in text.split()) - lost
    cut = lost == 1 and text.endswith("\ufffd") and content[-1] >= 0x80 and len(content) > 3
    if not cut and whole < 4 * lost:
        return None
    note = _warn("encoding", f"is UTF-8 but for {lost} places, which are lost")
    return Decoded(text=text.removesuffix("\ufffd"), encoding="utf-8", warnings=(note,))


def _wide(content: bytes, where: str) -> Decoded:
    """Text in UTF-16 without a mark: every other byte of its Latin letters is NUL."""
    head = content[:4096]
    for encoding, nul in (("utf-16-le", head[1::2]), ("utf-16-be", head[0::2])):
        if nul.count(0) > 0.6 * len(nul) and (text := _try(content, encoding)) is not None:
            note = _warn("encoding", f"read as {encoding}: no byte order mark")
            return Decoded(text=text, encoding=encoding, warnings=(note,))
    raise ParseError(where, "has NUL bytes: it is no text", "give a text, HTML, XML or JSON file")


def _refuse_binary(text: str, where: str) -> None:
    if "\0" in text:
        raise ParseError(where, "has NUL characters: it is no text", "give the text alone")
    head = text[:4096]
    if sum(1 for c in head if c < " " and c not in "\t\n\r\f\v\x1c\x1d\x1e") > len(head) // 20:
        raise ParseError(where, "is full of control characters: it is no text", "give a text file")


def _declared(content: bytes) -> str:
    match = _DECLARED.search(content, 0, 2048)
    return (match.group(1) or match.group(2)).decode("ascii") if match else ""


def _known(name: str) -> str:
    """The name of an encoding in which pages and messages are sent; "" for all others."""
    try:
        known = codecs.lookup(name).name if name else ""
    except (LookupError, ValueError):
        return ""
    return known if known.startswith(_SENT) else ""


def _try(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except (UnicodeError, LookupError):
        return None


def _strict(content: bytes, encoding: str, where: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise ParseError(
            where,
            f"begins with the mark of {error.encoding}, but byte {error.start} does not fit",
            "the file is damaged or was cut; save it again",
        ) from error


def _warn(code: str, text: str) -> VersionWarning:
    return VersionWarning(code=code, text=text)
