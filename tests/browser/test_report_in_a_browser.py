"""The report as a reader meets it: laid out, clicked, filtered, tabbed through, printed."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

WIDTHS = [1440, 800, 380]

#: Statements whose box overlaps the next one's, and elements that stick out of the window.
FAULTS = """(() => {
  const faults = [];
  for (const account of document.querySelectorAll('.account')) {
    const blocks = [...account.querySelectorAll('.lines > li')];
    const boxes = blocks.map((e) => e.getBoundingClientRect());
    boxes.slice(1).forEach((box, i) => {
      if (box.top < boxes[i].bottom - 0.5) faults.push('overlap ' + i);
    });
  }
  for (const e of document.querySelectorAll('main *, header *, footer *')) {
    const style = getComputedStyle(e);
    const box = e.getBoundingClientRect();
    if (!box.width || e.closest('svg') || e.closest('thead')) continue;
    const name = e.tagName + ' ' + e.className;
    if (box.right > innerWidth + 1 || box.left < -1) faults.push('outside ' + name);
    const wide = e.scrollWidth > e.clientWidth + 1;
    if (wide && style.overflowX !== 'visible') faults.push('cut ' + name);
  }
  return faults;
})()"""

#: For each ribbon: whether it begins at a statement's right edge and ends at another's left one.
ENDS = """(() => {
  const base = document.querySelector('.cols').getBoundingClientRect();
  const near = (a, b) => Math.abs(a - b) < 1.5;
  const boxes = [...document.querySelectorAll('.line')].map((e) => e.getBoundingClientRect());
  return [...document.querySelectorAll('.ribbons path')].map((path) => {
    const n = path.getAttribute('d').match(/-?[\\d.]+/g).map(Number);
    const [x1, y1, x2, y2] = [n[0] + base.left, n[1] + base.top, n[6] + base.left, n[7] + base.top];
    return boxes.some((b) => near(b.right, x1) && near(b.top, y1))
      && boxes.some((b) => near(b.left, x2) && near(b.top, y2));
  });
})()"""

MARKED = """[...document.querySelectorAll('.line')].filter((e) =>
  getComputedStyle(e).getPropertyValue('--tint') ===
  getComputedStyle(document.documentElement).getPropertyValue('--lit')).map((e) => e.id)"""

SHOWN = "[...document.querySelectorAll('.line')].filter((e) => e.offsetParent).map((e) => e.id)"


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("name", ["pair", "three", "five", "long", "long_words", "right_to_left"])
def test_nothing_overlaps_or_is_cut(
    chromium: Any, pages: dict[str, Path], name: str, width: int, *, dark: bool
) -> None:
    chromium.show(pages[name], width=width, dark=dark)
    assert chromium.run(FAULTS) == []


@pytest.mark.parametrize(
    ("name", "width", "count"),
    [
        *(("pair", 1440, 4), ("pair", 800, 4), ("three", 1440, 6), ("pair", 380, 0)),
        *(("long", 1440, 20), ("right_to_left", 1440, 4), ("five", 1440, 3), ("five", 800, 3)),
    ],
)
def test_ribbons_end_at_their_statements(
    chromium: Any, pages: dict[str, Path], name: str, width: int, count: int
) -> None:
    chromium.show(pages[name], width=width)
    assert chromium.run(ENDS) == [True] * count


def test_a_short_account_stays_beside_a_long_one(chromium: Any, pages: dict[str, Path]) -> None:
    chromium.show(pages["uneven"])
    chromium.run(
        "scrollTo({top: 2600, behavior: 'instant'}), new Promise((done) => requestAnimationFrame("
        "() => requestAnimationFrame(() => requestAnimationFrame(done))))"
    )
    top = "document.querySelector('{}').getBoundingClientRect().top"
    assert chromium.run(top.format(".a0")) == 16
    assert chromium.run(top.format(".a1")) < 0
    assert chromium.run(ENDS) == [True, True]


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_a_click_on_a_statement_marks_its_counterparts(
    chromium: Any, pages: dict[str, Path], *, script: bool
) -> None:
    chromium.show(pages["pair"], script=script)
    chromium.click("#s-NRL2 .words")
    assert chromium.run(MARKED) == ["s-NRL2", "s-VST4"]


def test_filters_show_a_speakers_lines_and_count_them(
    chromium: Any, pages: dict[str, Path]
) -> None:
    chromium.show(pages["pair"])
    chromium.run(
        "(() => { const s = document.querySelector('#f-who');"
        "s.value = [...s.options].find((o) => o.text === 'Sordan').value;"
        "s.dispatchEvent(new Event('change', {bubbles: true})); })()"
    )
    assert chromium.run(SHOWN) == ["s-VST2", "s-VST5", "s-VST6"]
    assert chromium.run("document.querySelector('#shown').textContent") == "3 of 13 statements"
    assert chromium.run(ENDS) == []


def test_filters_join(chromium: Any, pages: dict[str, Path]) -> None:
    chromium.show(pages["pair"])
    chromium.run(
        "for (const [id, text] of [['f-topic', 'border'], ['f-rel', 'in one account only']]) {"
        "const s = document.getElementById(id);"
        "s.value = [...s.options].find((o) => o.text === text).value; }"
    )
    assert chromium.run(SHOWN) == ["s-NRL4", "s-VST2"]


def test_tab_leads_through_filters_statements_and_counterparts(
    chromium: Any, pages: dict[str, Path]
) -> None:
    chromium.show(pages["pair"])
    seen = []
    for _ in range(60):
        chromium.press("Tab")
        seen.append(
            chromium.run(
                "document.activeElement.id || document.activeElement.getAttribute('href') || 'body'"
            )
        )
    assert seen[0] == "#accounts"
    order = ["f-who", "f-topic", "f-rel", "#s-NRL1", "#s-VST1", "#s-NRL2", "#s-VST4"]
    start = seen.index("f-who")
    assert seen[start : start + len(order)] == order


def test_words_run_in_their_own_direction(chromium: Any, pages: dict[str, Path]) -> None:
    chromium.show(pages["right_to_left"])
    ends = chromium.run(
        "[...document.querySelectorAll('.a1 .words')].map((e) => getComputedStyle(e).direction)"
    )
    assert set(ends) == {"rtl"}


def test_focus_is_seen_and_marks_counterparts(chromium: Any, pages: dict[str, Path]) -> None:
    chromium.show(pages["pair"])
    chromium.run("document.querySelector('#s-VST6 .label').focus()")
    assert chromium.run(MARKED) == ["s-NRL6", "s-VST6"]


@pytest.mark.parametrize("name", ["pair", "three"])
def test_paper_holds_every_word(chromium: Any, pages: dict[str, Path], name: str) -> None:
    chromium.show(pages[name], media="print", width=700)
    assert chromium.run(SHOWN) == chromium.run(
        "[...document.querySelectorAll('.line')].map((e) => e.id)"
    )
    assert chromium.run(FAULTS) == []
    assert chromium.print_pdf().startswith(b"%PDF")


def test_issue_table_is_copied_as_a_table_without_styles(
    chromium: Any, pages: dict[str, Path]
) -> None:
    chromium.show(pages["pair"], dark=True)
    copied = chromium.run(
        "(() => { getSelection().selectAllChildren(document.querySelector('#issue-table'));"
        "const data = new DataTransfer();"
        "document.querySelector('#issue-table').dispatchEvent("
        "new ClipboardEvent('copy', {clipboardData: data, bubbles: true, cancelable: true}));"
        "return data.getData('text/html'); })()"
    )
    assert copied.startswith("<table")
    assert copied.count("<tr>") == 10
    assert "style=" not in copied
    assert "href" not in copied


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("name", ["pair", "three"])
def test_axe_finds_no_serious_fault(
    chromium: Any, pages: dict[str, Path], name: str, *, dark: bool
) -> None:
    folder = Path(os.environ.get("NODE_PATH", Path(__file__).parents[2] / "node_modules"))
    axe = folder / "axe-core" / "axe.min.js"
    if not axe.is_file():
        pytest.skip("no axe-core: npm install --no-save axe-core, or set NODE_PATH")
    chromium.show(pages[name], dark=dark)
    chromium.run(axe.read_text(encoding="utf-8") + "; undefined")
    faults = chromium.run(
        "axe.run(document).then((r) => r.violations"
        ".filter((v) => ['serious', 'critical'].includes(v.impact))"
        ".map((v) => v.id + ': ' + v.nodes.map((n) => n.html).join(' | ').slice(0, 400)))"
    )
    assert faults == []
