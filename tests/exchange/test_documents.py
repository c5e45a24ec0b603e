"""Documents: what is written is read back, and what does not fit is named by its path."""

from __future__ import annotations

import copy
import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import paired_readouts as pr
from paired_readouts import model
from paired_readouts.errors import ExchangeError
from paired_readouts.exchange._migrations import MIGRATIONS, SCHEMA_VERSION, migrate
from paired_readouts.model import Comparison, ConversationComparison, Span, Statement, Version

DATA = Path(__file__).parent / "data"
KINDS = sorted(
    name
    for name in model.__all__
    if isinstance(kind := getattr(model, name), type) and attrs.has(kind)
)


@pytest.mark.parametrize("name", KINDS)
def test_every_value_comes_back_as_it_was(name: str, samples: dict[str, Any]) -> None:
    value = samples[name]
    assert pr.from_dict(pr.to_dict(value)) == value
    assert pr.from_json(pr.to_json(value)) == value
    assert pr.from_json(pr.to_json(value, indent=2).encode()) == value


@pytest.mark.parametrize("name", KINDS)
def test_document_says_what_it_is_and_is_plain(name: str, samples: dict[str, Any]) -> None:
    document = pr.to_dict(samples[name])
    assert list(document)[:2] == ["schema_version", "type"]
    assert document["type"] == name
    assert json.loads(json.dumps(document)) == document


def test_each_version_is_stored_once(over_all: ConversationComparison) -> None:
    document = pr.to_dict(over_all)
    assert [row["party"] for row in document["version_table"]] == ["NRL", "VST", "CRV"]
    assert document["conversation"]["versions"] == [0, 1, 2]
    assert document["comparisons"][0]["left"] == 0
    assert document["comparisons"][0]["alignment"]["right"] == 1
    again = pr.from_dict(document, expect=ConversationComparison)
    assert again.comparisons[0].left is again.conversation.versions[0]


def test_what_is_computed_is_written_too(comparison: Comparison) -> None:
    document = pr.to_dict(comparison)
    assert document["version_table"][0]["id"] == comparison.left.id
    assert document["alignment"]["unlinked_left"] == list(comparison.alignment.unlinked_left)


def test_reading_does_not_touch_the_data(comparison: Comparison) -> None:
    document = pr.to_dict(comparison)
    before = copy.deepcopy(document)
    pr.from_dict(document)
    assert document == before


def test_fields_with_a_default_may_be_absent() -> None:
    document = {"schema_version": 1, "type": "Version", "text": "Velin spoke."}
    assert pr.from_dict(document) == Version(text="Velin spoke.")


def change(path: str, value: object) -> Callable[[dict[str, Any]], None]:
    """Puts `value` at a path such as "a.b.0.c" of a document; takes the field away for "DELETE"."""

    def apply(document: dict[str, Any]) -> None:
        *steps, last = [int(step) if step.isdecimal() else step for step in path.split(".")]
        place: Any = document
        for step in steps:
            place = place[step]
        if value == "DELETE":
            del place[last]
        else:
            place[last] = value

    return apply


FIRST = "version_table.0.statements.0"
BAD = [
    ("span-end-word", f"{FIRST}.span.end", "x", "expected a whole number, got 'x'"),
    ("span-end-bool", f"{FIRST}.span.end", True, "expected a whole number, got True"),
    ("span-end-before-start", f"{FIRST}.span.start", 99, "26 lies before start 99"),
    ("span-absent", f"{FIRST}.span", "DELETE", "is missing"),
    ("span-list", f"{FIRST}.span", [0, 26], "expected an object, got a list"),
    ("text-number", f"{FIRST}.text", 3, "expected a text, got 3"),
    ("text-absent", "version_table.0.text", "DELETE", "is missing"),
    ("negated-word", f"{FIRST}.negated", "no", "expected true or false, got 'no'"),
    (
        "score-word",
        "alignment.links.0.score",
        "high",
        "expected a finite number, got 'high'",
    ),
    (
        "score-huge",
        "alignment.links.0.score",
        10**400,
        "expected a finite number, got a number of more than 40 digits",
    ),
    (
        "score-above-one",
        "alignment.links.0.score",
        1.5,
        "expected a number from 0 to 1, got 1.5",
    ),
    ("links-object", "alignment.links", {}, "expected a list, got an object"),
    ("speakers-member", f"{FIRST}.speakers.0", None, "expected an object, got None"),
    (
        "date-word",
        "version_table.1.published",
        "yesterday",
        "expected an ISO 8601 date, or a date and time with zone, got 'yesterday'",
    ),
    (
        "date-no-zone",
        "version_table.1.published",
        "2031-05-03T09:30:00",
        "a datetime without a zone (add tzinfo, or give a date alone)",
    ),
    ("left-no-such-version", "left", 2, "no version 2; version_table has 2"),
    ("left-negative", "left", -1, "no version -1; version_table has 2"),
    ("left-word", "left", "NRL", "expected a whole number, got 'NRL'"),
    ("left-other-version", "left", 1, "is not the version that the alignment joins"),
    ("table-object", "version_table", {}, "expected a list of versions, got an object"),
    ("table-absent", "version_table", "DELETE", "expected a list of versions, got None"),
    (
        "link-to-nowhere",
        "alignment.links.0.right",
        [4],
        "statement 4 does not exist; that side has 1",
    ),
    (
        "id-of-another-text",
        "version_table.0.id",
        "00",
        "is not what the other fields give, 'ID' (drop this field; it is computed)",
    ),
    (
        "unlinked-wrong",
        "alignment.unlinked_left",
        [1],
        "is not what the other fields give, () (drop this field; it is computed)",
    ),
]
#: Where the error is found, where that is not the path of the change.
FOUND_AT = {
    "span-end-before-start": f"{FIRST}.span.end",
    "link-to-nowhere": "alignment.links.0.right",
}


def as_written(path: str) -> str:
    """The path "a.0.b" as errors write it: "a[0].b"."""
    steps = path.split(".")
    return steps[0] + "".join(f"[{s}]" if s.isdecimal() else f".{s}" for s in steps[1:])


@pytest.mark.parametrize(("name", "path", "value", "what"), BAD, ids=[name for name, *_ in BAD])
def test_what_does_not_fit_is_named(
    name: str, path: str, value: object, what: str, comparison: Comparison
) -> None:
    document = pr.to_dict(comparison)
    change(path, value)(document)
    with pytest.raises(ExchangeError) as caught:
        pr.from_dict(document)
    where = as_written(FOUND_AT.get(name, path))
    assert str(caught.value) == f"{where}: {what}".replace("'ID'", repr(comparison.left.id))


def test_unknown_field_is_named_with_the_known_ones(comparison: Comparison) -> None:
    document = pr.to_dict(comparison)
    document["alignment"]["links"][0]["evidence"][0]["spam"] = 1
    with pytest.raises(ExchangeError) as caught:
        pr.from_dict(document)
    assert str(caught.value) == (
        "alignment.links[0].evidence[0].spam: unknown field (Evidence has: side, span, note)"
    )


def test_unknown_word_is_named_with_the_known_ones(comparison: Comparison) -> None:
    document = pr.to_dict(comparison)
    document["alignment"]["links"][0]["relation"] = "similar"
    with pytest.raises(ExchangeError, match=r"links\[0\]\.relation: expected a word of Relation"):
        pr.from_dict(document)


HEADS = [
    ("no-object", [], "document: expected an object, got a list"),
    ("no-schema-version", {"type": "Span"}, "schema_version: expected a whole number, got None"),
    ("bool", {"schema_version": True}, "schema_version: expected a whole number, got True"),
    ("newer", {"schema_version": 99}, "schema_version: 99 is unknown; this library reads 1 to"),
    ("older-than-any", {"schema_version": 0}, "schema_version: 0 is unknown"),
    ("no-type", {"schema_version": 1}, "type: unknown type None"),
    ("function", {"schema_version": 1, "type": "fold_name"}, "type: unknown type 'fold_name'"),
    ("enum", {"schema_version": 1, "type": "Act"}, "type: unknown type 'Act'"),
    ("type-list", {"schema_version": 1, "type": ["Span"]}, "type: unknown type a list"),
]


@pytest.mark.parametrize(
    ("document", "message"), [row[1:] for row in HEADS], ids=[row[0] for row in HEADS]
)
def test_head_that_is_none_is_refused(document: Any, message: str) -> None:
    with pytest.raises(ExchangeError) as caught:
        pr.from_dict(document)
    assert str(caught.value).startswith(message)


TEXTS = [
    ("empty", "", "line 1, column 1: is no JSON"),
    ("cut", '{"schema_version": 1,', "line 1, column 22: is no JSON"),
    ("nan", '{"schema_version": NaN}', "document: is no JSON: NaN is no number of JSON"),
    ("deep", "[" * 200_000, "document: is nested too deep"),
    ("digits", "9" * 5000, "document: is no JSON"),
    ("no-utf-8", b'{"type": "\xff"}', "document: is no JSON"),
]


@pytest.mark.parametrize(
    ("text", "message"), [row[1:] for row in TEXTS], ids=[row[0] for row in TEXTS]
)
def test_text_that_is_no_json_is_refused(text: str | bytes, message: str) -> None:
    with pytest.raises(ExchangeError) as caught:
        pr.from_json(text)
    assert str(caught.value).startswith(message)


def test_expected_type_is_checked(comparison: Comparison) -> None:
    text = pr.to_json(comparison.left)
    assert pr.from_json(text, expect=Version).party == "NRL"
    with pytest.raises(ExchangeError, match="type: expected Comparison, got Version"):
        pr.from_json(text, expect=Comparison)


@attrs.frozen
class Stranger:
    """Not ours."""


@pytest.mark.parametrize("value", [Stranger(), model.Act.STATE, "text", None], ids=repr)
def test_what_is_no_value_of_ours_is_not_written(value: Any) -> None:
    with pytest.raises(ExchangeError, match="value: cannot exchange a"):
        pr.to_dict(value)


texts = st.text(st.characters(), min_size=1, max_size=60).filter(str.strip)
zones = st.builds(dt.timezone, st.timedeltas(dt.timedelta(hours=-23), dt.timedelta(hours=23)))
published = st.none() | st.dates() | st.datetimes(timezones=zones)


@st.composite
def versions(draw: st.DrawFn) -> Version:
    text = draw(texts)
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=6)))
    spans = [Span(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=False)]
    statements = tuple(
        Statement(text=span.cut(text), span=span, act=draw(st.sampled_from(model.Act)))
        for span in spans
        if span.cut(text).strip()
    )
    return Version(
        text=text,
        title=draw(st.text(max_size=20)),
        published=draw(published),
        party=draw(st.from_regex(r"[A-Z][A-Z0-9-]{0,4}", fullmatch=True) | st.just("")),
        statements=statements,
    )


@given(versions())
def test_any_version_comes_back_as_it_was(version: Version) -> None:
    text = pr.to_json(version)
    text.encode()
    again = pr.from_json(text, expect=Version)
    assert again == version
    assert pr.to_json(again) == text


def test_half_of_a_surrogate_pair_survives() -> None:
    version = Version(text="A bad copy \ud83d of a sign")
    text = pr.to_json(version)
    assert text.isascii()
    assert pr.from_json(text.encode()) == version


@given(st.datetimes(timezones=zones))
def test_a_date_with_time_keeps_its_instant_and_its_offset(when: dt.datetime) -> None:
    again = pr.from_json(pr.to_json(Version(text="x", published=when)), expect=Version).published
    assert isinstance(again, dt.datetime)
    assert (again, again.utcoffset()) == (when, when.utcoffset())


plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner),
    max_leaves=8,
)


@given(st.data())
def test_damage_anywhere_gives_a_value_or_an_exchange_error(data: st.DataObject) -> None:
    version = data.draw(versions())
    document = pr.to_dict(version)
    document[data.draw(st.sampled_from(sorted(document)))] = data.draw(plain)
    try:
        value = pr.from_dict(document)
    except ExchangeError:
        return
    assert pr.to_dict(value).keys() == document.keys() | pr.to_dict(version).keys()


class TestMigrations:
    def test_every_older_version_has_a_step(self) -> None:
        assert sorted(MIGRATIONS) == list(range(1, SCHEMA_VERSION))

    @pytest.mark.parametrize("version", range(1, SCHEMA_VERSION + 1))
    def test_documents_of_every_version_are_read(self, version: int) -> None:
        document = json.loads((DATA / f"comparison-{version}.json").read_text(encoding="utf-8"))
        assert document["schema_version"] == version
        told = pr.from_dict(document, expect=ConversationComparison)
        assert [v.party for v in told.conversation.versions] == ["NRL", "VST", "CRV"]
        assert told.comparisons[0].divergence.findings[0].slot("matter") == "the meeting"

    def test_newest_document_on_record_is_what_is_written(
        self, over_all: ConversationComparison
    ) -> None:
        recorded = (DATA / f"comparison-{SCHEMA_VERSION}.json").read_text(encoding="utf-8")
        assert pr.to_json(over_all, indent=1) + "\n" == recorded, (
            "a new field may be added to the record; any other change needs a new schema_version"
        )

    def test_steps_are_taken_one_after_another(self) -> None:
        steps = {
            1: lambda data: {**data, "trail": [*data.get("trail", []), "1 to 2"]},
            2: lambda data: {**data, "trail": [*data["trail"], "2 to 3"]},
        }
        old = {"schema_version": 1, "type": "Span"}
        assert migrate(old, migrations=steps, current=3) == {
            "schema_version": 3,
            "type": "Span",
            "trail": ["1 to 2", "2 to 3"],
        }
        assert old == {"schema_version": 1, "type": "Span"}


def test_an_equal_version_is_written_once(samples: dict[str, Any]) -> None:
    version = samples["Version"]
    alignment = model.Alignment(left=version, right=copy.copy(attrs.evolve(version)))
    told = pr.to_dict(alignment)
    assert told["left"] == told["right"]
    assert pr.from_dict(told) == alignment
