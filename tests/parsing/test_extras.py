"""Parsers over libraries that an extra brings; each test is skipped where its library is not."""

from __future__ import annotations

import datetime as dt
import io
import zipfile

import pytest

from paired_readouts.errors import LimitError, ParseError
from paired_readouts.model import Limits
from paired_readouts.parsing import ParserSettings, Source, parse_version, parse_versions
from paired_readouts.parsing.docx import DocxParser
from paired_readouts.parsing.pdf import PdfParser
from paired_readouts.parsing.trafilatura import TrafilaturaParser
from paired_readouts.parsing.yaml import YamlMarkdownParser

LEAD = "President Velin spoke today with Minister Aro of Vestria about fish and grain."
NEXT = "The leaders agreed that the crossing at the bay should open before the summer."


def pdf_of(*lines: str) -> bytes:
    """The smallest PDF with these lines of text."""
    stream = "BT /F1 12 Tf 14 TL 72 720 Td " + " ".join(f"({line}) Tj T*" for line in lines) + " ET"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        (
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
            "/Resources << /Font << /F1 5 0 R >> >> >>"
        ),
        f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    tail = f"xref\n0 6\n0000000000 65535 f \n{table}trailer\n<< /Size 6 /Root 1 0 R >>\n"
    return out + f"{tail}startxref\n{len(out)}\n%%EOF\n".encode()


def test_pdf() -> None:
    pytest.importorskip("pypdf")
    source = Source(pdf_of(LEAD))
    assert parse_version(source, parsers=[PdfParser()]).text == LEAD


@pytest.mark.parametrize("content", [b"%PDF-1.4\nnothing", pdf_of(LEAD)[:300], pdf_of("")])
def test_broken_pdf(content: bytes) -> None:
    pytest.importorskip("pypdf")
    with pytest.raises(ParseError):
        parse_versions(Source(content), parsers=[PdfParser()])


def docx_of(*lines: str) -> bytes:
    docx = pytest.importorskip("docx")
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    document.core_properties.title = "Velin's call"
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def test_docx() -> None:
    version = parse_version(Source(docx_of(LEAD, NEXT)), parsers=[DocxParser()])
    assert (version.text, version.title) == (f"{LEAD}\n\n{NEXT}", "Velin's call")


def test_docx_with_a_list_and_a_table() -> None:
    docx = pytest.importorskip("docx")
    document = docx.Document()
    document.add_heading("Velin’s call", level=1)
    document.add_paragraph(LEAD)
    document.add_paragraph("Fish", style="List Bullet")
    document.add_table(rows=1, cols=1).cell(0, 0).text = "Boats"
    buffer = io.BytesIO()
    document.save(buffer)
    version = parse_version(Source(buffer.getvalue()), parsers=[DocxParser()])
    assert (version.title, version.text) == ("Velin’s call", f"{LEAD}\n\n- Fish")
    assert "tables passed over: 1" in {warning.text for warning in version.warnings}


def test_docx_that_declares_entities() -> None:
    raw = docx_of(LEAD)
    laughs = "".join(f'<!ENTITY a{n} "&a{n - 1};&a{n - 1};">' for n in range(1, 40))
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/document.xml":
                head, _, rest = content.decode().partition("?>")
                rest = rest.replace("</w:t>", "&a39;</w:t>", 1)
                content = f'{head}?><!DOCTYPE w [<!ENTITY a0 "x">{laughs}]>{rest}'.encode()
            new.writestr(name, content)
    try:
        version = parse_version(Source(buffer.getvalue()), parsers=[DocxParser()])
    except ParseError:
        return
    assert len(version.text) < 2 * len(LEAD)


def test_pdf_that_unpacks_too_far() -> None:
    pytest.importorskip("pypdf")
    settings = ParserSettings(limits=Limits(characters=50))
    with pytest.raises(LimitError, match="has too much text"):
        PdfParser(settings=settings).parse(Source(pdf_of(LEAD)))


def test_docx_that_unpacks_too_far() -> None:
    settings = ParserSettings(limits=Limits(source=1000))
    with pytest.raises(LimitError, match="unpacks to"):
        DocxParser(settings=settings).parse(Source(docx_of(LEAD)))


def test_zip_that_is_no_docx() -> None:
    pytest.importorskip("docx")
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    with pytest.raises(ParseError, match="is no DOCX"):
        parse_versions(Source(buffer.getvalue()), parsers=[DocxParser()])


def test_page_by_its_look() -> None:
    pytest.importorskip("trafilatura")
    text = f"<p>{LEAD}</p><p>{NEXT}</p>" * 3
    page = f"<html><head><title>Call</title></head><body><div class='x'>{text}</div></body></html>"
    version = parse_version(page, parsers=[TrafilaturaParser()])
    assert LEAD in version.text
    assert "main-text" in {warning.code for warning in version.warnings}


def test_front_matter_in_all_of_yaml() -> None:
    pytest.importorskip("yaml")
    text = f"---\ntitle: >-\n  Velin's\n  call\ndate: 2022-05-13\nmore: {{a: b}}\n---\n{LEAD}\n"
    version = parse_version(text, parsers=[YamlMarkdownParser()])
    assert (version.title, version.published) == ("Velin's call", dt.date(2022, 5, 13))


def test_front_matter_that_is_no_yaml() -> None:
    pytest.importorskip("yaml")
    with pytest.raises(ParseError, match="is no YAML"):
        parse_versions("---\na: [b\n---\nx", parsers=[YamlMarkdownParser()])


#: A parser of an extra, a source in which it finds no release, and what it says of it.
EMPTY = {
    "yaml-none": (YamlMarkdownParser, LEAD, "has no front matter"),
    "yaml-words": (YamlMarkdownParser, f"---\njust words\n---\n{LEAD}", "has no keys"),
    "page": (TrafilaturaParser, "<html><body></body></html>", "has no main text"),
}


@pytest.mark.parametrize("row", EMPTY)
def test_sources_without_a_release(row: str) -> None:
    parser, content, words = EMPTY[row]
    pytest.importorskip("yaml" if parser is YamlMarkdownParser else "trafilatura")
    with pytest.raises(ParseError, match=words):
        parser().parse(Source(content))


def test_a_list_in_all_of_yaml() -> None:
    pytest.importorskip("yaml")
    text = f"---\ntitle: [A call, in May]\nparty: [NRL]\n---\n{LEAD}\n"
    version = parse_version(text, parsers=[YamlMarkdownParser()])
    assert (version.title, version.party) == ("A call, in May", "NRL")


def test_files_of_too_many_pages_or_paragraphs(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pypdf")
    content = docx_of(LEAD, NEXT)
    monkeypatch.setattr("paired_readouts.parsing.pdf._PAGES", 0)
    with pytest.raises(LimitError, match="more than 0 pages"):
        PdfParser().parse(Source(pdf_of(LEAD)))
    monkeypatch.setattr("paired_readouts.parsing.docx._PARAGRAPHS", 1)
    with pytest.raises(LimitError, match="more than 1 paragraphs"):
        DocxParser().parse(Source(content))
