"""The HTML page: valid, whole, self-contained, small."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import attrs
import pytest

from paired_readouts import model as m
from paired_readouts.rendering import build_report, render_html

html5lib = pytest.importorskip("html5lib", reason="html5lib checks the page; see group check")


@pytest.fixture(params=["pair", "three"])
def value(request: pytest.FixtureRequest) -> m.Comparison | m.ConversationComparison:
    return request.getfixturevalue(request.param)  # type: ignore[no-any-return]


def parse(page: str):
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page)


def words_of(element) -> str:
    return " ".join("".join(element.itertext()).split())


def test_page_is_valid_html(value: m.Comparison) -> None:
    parse(render_html(value))


def test_notebook_views_are_valid_html(pair: m.Comparison) -> None:
    for part in (pair.left, pair.alignment, pair.divergence, pair):
        parse(f"<!DOCTYPE html><title>x</title><body>{part._repr_html_()}")


def test_page_asks_for_nothing(value: m.Comparison) -> None:
    page = render_html(value)
    assert not re.findall(r"""(?:src|srcset|data|action|poster)\s*=\s*["']?\S+:""", page)
    assert not re.findall(r"@import|url\(|<link|<iframe|<img|fetch\(|XMLHttp|import\(", page)


def test_every_identifier_is_there_once_and_every_reference_leads_somewhere(
    value: m.Comparison,
) -> None:
    root = parse(render_html(value))
    ids = [e.get("id") for e in root.iter() if e.get("id")]
    assert len(ids) == len(set(ids))
    targets = [e.get("href") for e in root.iter("a") if e.get("href", "").startswith("#")]
    targets += ["#" + e.get("aria-labelledby") for e in root.iter() if e.get("aria-labelledby")]
    targets += ["#" + e.get("for") for e in root.iter("label")]
    assert targets
    assert {target[1:] for target in targets} <= set(ids)


def test_every_word_of_the_accounts_is_on_the_page(value: m.Comparison) -> None:
    report = build_report(value)
    root = parse(render_html(value))
    columns = list(root.iter("article"))
    for account, column in zip(report.accounts, columns, strict=True):
        shown = [words_of(e) for e in column.iter() if e.get("class") in {"words", "between"}]
        letters = "".join(c for c in "".join(shown) if c.isalnum())
        assert letters == "".join(c for c in account.text if c.isalnum())


def test_words_between_statements_are_shown(pair: m.Comparison) -> None:
    left = attrs.evolve(pair.left, statements=pair.left.statements[:1])
    alignment = m.Alignment(left=left, right=pair.right)
    value = m.Comparison(
        left=left, right=pair.right, alignment=alignment, divergence=m.Divergence()
    )
    root = parse(render_html(value))
    between = [words_of(e) for e in root.iter("li") if e.get("class") == "between"]
    assert between == [" ".join(pair.left.text[pair.left.statements[0].span.end :].split())]


def test_page_is_read_by_landmarks_and_headings(value: m.Comparison) -> None:
    root = parse(render_html(value))
    assert [len(list(root.iter(tag))) for tag in ("h1", "main", "header", "footer")] == [1] * 4
    levels = [int(e.tag[1]) for e in root.iter() if re.fullmatch("h[1-6]", str(e.tag))]
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert all(e.get("aria-label") for e in root.iter("svg") if e.get("role") == "img")


def test_relations_are_told_by_words_too(pair: m.Comparison) -> None:
    root = parse(render_html(pair))
    chips = {e.get("class"): words_of(e) for e in root.iter("span") if "rel " in e.get("class", "")}
    assert {kind.split()[1] for kind in chips} == {"same", "differs", "conflict", "only"}
    assert all(any(c.isalpha() for c in words) for words in chips.values())


def test_source_words_set_their_own_direction(pair: m.Comparison) -> None:
    root = parse(render_html(pair))
    words = [e for e in root.iter("p") if e.get("class") == "words"]
    assert words
    assert all(e.get("dir") == "auto" and e.get("lang") == "en" for e in words)


def test_forty_statements_a_side_stay_small(long: m.Comparison) -> None:
    assert len(render_html(long).encode()) < 150_000


def test_notebook_styles_touch_nothing_outside(pair: m.Comparison) -> None:
    for part in (pair.left, pair.alignment, pair.divergence, pair):
        html = part._repr_html_()
        style = html[html.index("<style>") + 7 : html.index("</style>")]
        selectors = [
            s.strip() for rule in re.findall(r"([^{}]+)\{", style) for s in rule.split(",")
        ]
        assert selectors
        assert all(s.startswith(".paired-readouts") for s in selectors)
        assert "<script" not in html


def test_rendering_is_not_imported_with_the_values(run_python: Callable[..., Any]) -> None:
    code = "import sys, paired_readouts.model; print('paired_readouts.rendering' in sys.modules)"
    assert run_python("-c", code).stdout.strip() == b"False"


@pytest.mark.parametrize("url", ["https://palace.example/a?b&c", "javascript:alert(1)", ""])
def test_an_issuer_links_to_the_page_of_the_release(url: str, pair: m.Comparison) -> None:
    left = attrs.evolve(pair.left, url=url)
    alignment = attrs.evolve(pair.alignment, left=left)
    page = render_html(attrs.evolve(pair, left=left, alignment=alignment))
    linked = f'href="{url.replace("&", "&amp;")}" rel="noreferrer"'
    assert (linked in page) is url.startswith("https:")
    assert "javascript:" not in page
