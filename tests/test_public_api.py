"""The public face: what is in it, and that it changes only on purpose."""

from __future__ import annotations

import importlib.util
import inspect
from pathlib import Path

import pytest

import paired_readouts as pr

HERE = Path(__file__).parent

#: The names that other packages build on; more may be added, none of these may go.
FIXED = (
    "Source",
    "align_statements",
    "build_report",
    "compare_conversation",
    "compare_versions",
    "conversation_keys",
    "credited_words",
    "default_lexicon",
    "default_parsers",
    "explain_link",
    "extract_statements",
    "find_conversations",
    "find_participants",
    "from_dict",
    "from_json",
    "load_lexicon",
    "parse_version",
    "parse_versions",
    "render_html",
    "render_markdown",
    "render_text",
    "score_divergence",
    "split_sentences",
    "to_dict",
    "to_json",
    "to_rows",
)


@pytest.mark.parametrize("name", FIXED)
def test_fixed_name_is_there(name: str) -> None:
    assert name in pr.__all__
    assert callable(getattr(pr, name))


@pytest.mark.parametrize("name", pr.__all__)
def test_every_name_of_the_face_has_a_docstring(name: str) -> None:
    value = getattr(pr, name)
    if inspect.isclass(value) or inspect.isfunction(value):
        assert (value.__doc__ or "").strip()


def test_public_face_is_the_one_on_record() -> None:
    location = HERE.parent / "tools" / "list_public_api.py"
    spec = importlib.util.spec_from_file_location("list_public_api", location)
    assert spec is not None
    assert spec.loader is not None
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    recorded = (HERE / "public_api.txt").read_text(encoding="utf-8")
    assert tool.list_public_api() == recorded, (
        "meant? then run `python tools/list_public_api.py --write` and say so in CHANGELOG.md"
    )
