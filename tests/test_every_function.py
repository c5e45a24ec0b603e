"""Every public function, on any text: an answer or a documented error, and nothing else."""

from __future__ import annotations

import inspect
import io
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import paired_readouts as pr

WORDS = st.sampled_from(
    (
        *("The Minister", "President Mara Velin of Vestria", "They", "Both sides", "She", "I"),
        *("discussed trade", "urged the release of the crew", "thanked him", "said that", "agreed"),
        *("did not discuss", "warned of 5 million crowns", "on 12 June", "if", "by phone"),
        *(".", ",", ";", "\n", "\n\n", "“", "”", "(", "###", "=== NRL ===\n", "1.", "\u00ad", "🕊"),
    )
)
TEXTS = (st.lists(WORDS, max_size=30).map(" ".join) | st.text(max_size=80)).map(
    lambda text: f"They spoke. {text}"
)
JUNK = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20)
DATA = st.recursive(
    JUNK,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=12), inner, max_size=4)
    ),
    max_leaves=12,
)


@attrs.frozen
class World:
    """Two accounts that were compared, and the text of the first."""

    text: str
    comparison: pr.Comparison

    @property
    def left(self) -> pr.Version:
        return self.comparison.left

    @property
    def conversation(self) -> pr.Conversation:
        return pr.Conversation(versions=(self.comparison.left, self.comparison.right))


def make_world(left: str, right: str) -> World:
    versions = (pr.Version(text=left, party="NRL"), pr.Version(text=right, party="VST"))
    return World(left, pr.compare_versions(*versions))


def explain(world: World) -> object:
    alignment = world.comparison.alignment
    return [pr.explain_link(alignment, link) for link in alignment.links]


def anchor(world: World) -> object:
    alignment = world.comparison.alignment
    anchors = [pr.anchor_link(alignment, link) for link in alignment.links]
    return pr.align_statements(world.left, world.comparison.right, links=anchors)


def load_words(world: World) -> object:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "words.toml"
        file.write_text(world.text, encoding="utf-8", errors="replace")
        return pr.load_lexicon(file)


def print_it(world: World) -> object:
    console: Any = pytest.importorskip("rich.console").Console(file=io.StringIO())
    return pr.print_report(world.comparison, console=console)


def write_rows(world: World) -> object:
    kinds: tuple[Any, ...] = ("statements", "links", "findings")
    return [(pr.row_columns(kind), pr.to_rows(world.comparison, kind=kind)) for kind in kinds]


CALLS: dict[str, Callable[[World], object]] = {
    "align_statements": lambda w: pr.align_statements(w.left, w.comparison.right),
    "anchor_link": anchor,
    "build_report": lambda w: pr.build_report(w.comparison),
    "compare_conversation": lambda w: pr.compare_conversation(w.conversation),
    "compare_many": lambda w: list(pr.compare_many([w.conversation])),
    "compare_revisions": lambda w: pr.compare_revisions(w.comparison.alignment),
    "compare_translations": lambda w: pr.compare_translations(w.comparison.alignment),
    "compare_versions": lambda w: pr.compare_versions(w.left, w.left),
    "conversation_keys": lambda w: pr.conversation_keys(w.left),
    "credited_words": lambda w: pr.credited_words(w.comparison),
    "default_lexicon": lambda w: pr.default_lexicon(w.text),
    "default_parsers": lambda _: pr.default_parsers(),
    "explain_link": explain,
    "extract_statements": lambda w: pr.extract_statements(w.left),
    "find_conversations": lambda w: pr.find_conversations(w.conversation.versions),
    "find_participants": lambda w: pr.find_participants([w.left]),
    "from_dict": lambda w: pr.from_dict({w.text: w.text}),
    "from_json": lambda w: pr.from_json(w.text),
    "json_schema": lambda _: pr.json_schema(),
    "load_lexicon": load_words,
    "parse_version": lambda w: pr.parse_version(w.text),
    "parse_versions": lambda w: pr.parse_versions(w.text.encode("utf-8", "replace")),
    "print_report": print_it,
    "render_annotations": lambda w: pr.render_annotations(w.comparison),
    "render_csv": lambda w: pr.render_csv(w.comparison),
    "render_html": lambda w: pr.render_html(w.comparison),
    "render_markdown": lambda w: pr.render_markdown(w.comparison),
    "render_tei": lambda w: pr.render_tei(w.comparison),
    "render_text": lambda w: pr.render_text(w.comparison, width=len(w.text)),
    "row_columns": write_rows,
    "score_divergence": lambda w: pr.score_divergence(w.comparison.alignment),
    "split_sentences": lambda w: pr.split_sentences(w.text),
    "to_dict": lambda w: pr.from_dict(pr.to_dict(w.comparison)),
    "to_json": lambda w: pr.to_json(w.comparison, indent=len(w.text) % 3),
    "to_rows": write_rows,
}


def test_no_function_is_forgotten() -> None:
    public = {name for name in pr.__all__ if inspect.isfunction(getattr(pr, name))}
    assert public == set(CALLS)


@pytest.mark.parametrize("name", CALLS)
@settings(max_examples=20)
@given(left=TEXTS, right=TEXTS)
def test_function_answers_or_gives_a_documented_error(name: str, left: str, right: str) -> None:
    world = make_world(left, right)
    before = pr.to_json(world.comparison)
    try:
        first = CALLS[name](world)
    except pr.PairedReadoutsError as error:
        told = (error.code, error.what)
        with pytest.raises(type(error)) as again:
            CALLS[name](world)
        assert all(told)
        assert (again.value.code, again.value.what) == told
    else:
        assert repr(first) == repr(CALLS[name](world))
    assert pr.to_json(world.comparison) == before


@given(DATA)
def test_any_plain_data_is_a_value_or_an_exchange_error(data: Any) -> None:
    with pytest.raises(pr.ExchangeError):
        pr.from_dict(data)


@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-16")))
def test_any_bytes_are_versions_or_a_parse_error(content: bytes) -> None:
    with suppress(pr.ParseError):
        assert pr.parse_versions(pr.Source(content))
