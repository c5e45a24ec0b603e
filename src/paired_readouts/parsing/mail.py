"""Releases sent by e-mail, saved as .eml."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, ClassVar

import attrs
from attrs import field

from paired_readouts.errors import LimitError, ParseError
from paired_readouts.model import Version, VersionWarning
from paired_readouts.model._by_fields import by_fields
from paired_readouts.parsing._cleaning import clean_line
from paired_readouts.parsing._draft import Draft, tell
from paired_readouts.parsing._fragment import draft_markup
from paired_readouts.parsing._settings import ParserSettings
from paired_readouts.parsing.article import read_draft
from paired_readouts.parsing.feed import read_mail_date
from paired_readouts.parsing.source import Source, decode_bytes

if TYPE_CHECKING:
    from email.message import EmailMessage

__all__ = ["MailParser"]

_HEADER = re.compile(r"\A(?:From |[A-Za-z][A-Za-z0-9-]{1,40}:[ \t])")
_NEEDED = re.compile(
    r"^(?:from|date|subject|mime-version|received|message-id):", re.IGNORECASE | re.MULTILINE
)
_REPLY = re.compile(r"\A(?:(?:re|fwd?|aw|wg)\s*:\s*)+", re.IGNORECASE)
_ADDRESS = re.compile(r"@([\w.-]{3,120})")
# Messages of a mailbox, headers of a message that is handed on, lines that go on.
_MAILBOX = re.compile(rb"\n\n(?=From [^\n]{3,200}\d{4}\n[A-Za-z-]{2,40}: )")
_HEADERS = re.compile(
    r"(?:^[*>\s]{0,4}(?:from|sent|date|to|cc|subject|reply-to):[^\n]{1,500}\n){3,8}",
    re.IGNORECASE | re.MULTILINE,
)
_FLOWED = re.compile(r"(?<!^--) \n(?=\S)", re.MULTILINE)
_COVER = 5_000
_PARTS = 200
# Lines that may be marks between parts; a text has few lines that begin so.
_MARKS = 5_000
_HEADER_MOST = 2_000


@by_fields
@attrs.frozen(eq=False, repr=False)
class MailParser:
    """Reads the text of a message: its plain part, else its HTML part; attachments are told of."""

    #: The name in `Version.parser`.
    name: ClassVar[str] = "e-mail"
    #: Words, publishers and bounds.
    settings: ParserSettings = field(factory=ParserSettings, kw_only=True)

    def accepts(self, source: Source) -> bool:
        """Whether it begins with the headers of a message."""
        content = source.content
        head = content[:4000]
        if isinstance(head, bytes):
            head = head.decode("latin-1")
        head = head.replace("\r\n", "\n").partition("\n\n")[0]
        return bool(_HEADER.match(head)) and len(set(_NEEDED.findall(head))) >= 2

    def parse(self, source: Source) -> tuple[Version, ...]:
        """The version in the message, or those that an article in it quotes; of a mailbox, all."""
        content = source.content
        raw = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
        raw = raw.replace(b"\r\n", b"\n")
        messages = _MAILBOX.split(raw) if raw.startswith(b"From ") else [raw]
        if len(messages) > self.settings.limits.versions:
            raise LimitError(source.where, f"has {len(messages)} messages", "split it")
        return tuple(v for message in messages for v in self._versions(message, source))

    def _versions(self, raw: bytes, source: Source) -> tuple[Version, ...]:
        message = _message(raw, source.where)
        plain, marked, warnings = self._texts(message, source.where)
        heads = {name: _header(message, name) for name in ("From", "Subject", "Date")}
        plain, sent = _forwarded(plain)
        if sent:
            heads |= sent
            warnings.append(tell("forwarded", f"a message from {sent.get('From', '')[:80]!r}"))
        # A page that a browser saved: the date is that of the saving.
        saved = _header(message, "Snapshot-Content-Location")
        hosts = _ADDRESS.findall(heads["From"])
        draft = Draft(
            text=plain,
            title=clean_line(_REPLY.sub("", heads["Subject"])),
            profile=self.settings.publisher(f"//{hosts[-1]}") if hosts else None,
            published=None if saved else read_mail_date(heads["Date"]),
            language=_header(message, "Content-Language")[:2].lower(),
            url=source.url or saved,
            warnings=tuple(warnings),
        )
        if not plain.strip():
            draft = draft_markup(draft, marked, settings=self.settings, where=source.where)
        if not draft.text.strip():
            raise ParseError(source.where, "is a message without text", "save its attachment")
        return read_draft(draft, parser=self.name, settings=self.settings, where=source.where)

    def _texts(self, message: EmailMessage, where: str) -> tuple[str, str, list[VersionWarning]]:
        """The plain parts, those in HTML, and what is told of all parts."""
        plain: list[str] = []
        marked: list[str] = []
        other: list[str] = []
        warnings: list[VersionWarning] = []
        for number, part in enumerate(_walk(message, where, self.settings.limits.depth)):
            if number > _PARTS:
                raise LimitError(where, f"has more than {_PARTS} parts", "save the text alone")
            kind = part.get_content_type()
            if part.get_content_disposition() == "attachment" or not kind.startswith("text/"):
                other.append(f"{kind} {part.get_filename() or ''}".strip())
                continue
            payload = part.get_payload(decode=True)
            if not isinstance(payload, bytes) or not payload.strip():
                continue
            decoded = decode_bytes(payload, charset=part.get_content_charset() or "", where=where)
            warnings += decoded.warnings
            if kind == "text/html":
                marked.append(decoded.text)
            elif kind == "text/plain":
                flowed = part.get_param("format", "") == "flowed"
                plain.append(_FLOWED.sub(" ", decoded.text) if flowed else decoded.text)
        if other:
            warnings.append(tell("attachments", f"not read: {', '.join(other[:10])}"))
        return "\n\n".join(plain), "<hr>".join(marked), warnings


def _forwarded(text: str) -> tuple[str, dict[str, str]]:
    """The text of the message that `text` hands on, and its headers; as it is where it does not."""
    block = _HEADERS.search(text[:_COVER])
    if block is None or len(text) - block.end() < block.start():
        return text, {}
    fields = (line.partition(":") for line in block.group().strip("\n*> ").split("\n"))
    told = {name.strip("*> ").title(): value.strip(" *") for name, _, value in fields}
    told["Date"] = told.get("Date") or told.get("Sent", "")
    return text[block.end() :], {name: value for name, value in told.items() if value}


def _message(raw: bytes, where: str) -> EmailMessage:
    from email import message_from_bytes
    from email.policy import EmailPolicy

    class Bounded(EmailPolicy):
        """Long headers are cut, since the standard library reads them in quadratic time."""

        def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
            name, value = super().header_source_parse(sourcelines)
            return name, value[:_HEADER_MOST]

    if raw.count(b"\n--") > _MARKS:
        raise LimitError(where, f"has more than {_PARTS} parts", "save the text alone")
    bounded: Any = Bounded()
    try:
        return message_from_bytes(raw, policy=bounded)
    except Exception as error:
        raise ParseError(
            where, f"is no e-mail that can be read: {error!r:.80}", "save it as text"
        ) from error


def _walk(message: EmailMessage, where: str, depth: int) -> list[EmailMessage]:
    """The parts that hold no others, in order; the nesting is bounded."""
    found: list[EmailMessage] = []
    level = [(message, 0)]
    while level:
        part, nested = level.pop()
        if nested > depth:
            raise LimitError(where, f"parts nest deeper than {depth}", "save the text alone")
        if part.is_multipart():
            level += [(p, nested + 1) for p in reversed(list(part.iter_parts()))]
        else:
            found.append(part)
    return found


def _header(message: EmailMessage, name: str) -> str:
    """A header as text; what cannot be read counts as missing."""
    try:
        return str(message.get(name, "") or "")
    except Exception:  # noqa: BLE001 - the standard library fails in many ways on broken headers
        return ""
