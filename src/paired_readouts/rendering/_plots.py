"""Small plots as SVG, each told in words too: coverage, share of voice, order of matters."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from paired_readouts.rendering._markup import SIGNS, escape
from paired_readouts.rendering.report import Report

__all__ = ["plot_coverage", "plot_order", "plot_voices"]

_WIDTH = 340
_BAR = 24
_STEP = 50
_CHARACTER = 8.4
_RELATIONS = ("same", "differs", "conflict", "only")
_WORDS = {"same": "alike", "differs": "differing", "conflict": "in conflict", "only": "only here"}


def plot_coverage(report: Report) -> str:
    """One bar an account: how many of its statements have a counterpart, and of which kind."""
    relation = line_relations(report)
    rows = []
    for account in report.accounts:
        kinds = [relation.get(line.label, "only") for line in account.lines]
        parts = [(f"{SIGNS.get(k, '–')} {kinds.count(k)}", kinds.count(k), k) for k in _RELATIONS]
        told = ", ".join(f"{kinds.count(k)} {_WORDS[k]}" for k in _RELATIONS if k in kinds)
        rows.append((account.label, [part for part in parts if part[1]], told))
    return _figure("<b>Coverage</b> Statements by whether the other side has them", rows)


def plot_voices(report: Report) -> str:
    """One bar an account: whose words it reports, by words."""
    names = list(dict.fromkeys(voice.name for voice in report.voices))
    rows = []
    for index, account in enumerate(report.accounts):
        voices = [voice for voice in report.voices if voice.account == index]
        total = sum(voice.words for voice in voices) or 1
        parts = [(v.name, v.words, f"v{min(names.index(v.name), 5)}") for v in voices if v.words]
        told = ", ".join(f"{v.name} {round(100 * v.words / total)}%" for v in voices if v.words)
        rows.append((account.label, parts, told))
    return _figure("<b>Share of voice</b> Words by who is reported to say them", rows)


def line_relations(report: Report) -> dict[str, str]:
    """The relation of every line that has a counterpart; the gravest where there are several."""
    rank = {kind: i for i, kind in enumerate(_RELATIONS)}
    out: dict[str, str] = {}
    for matter in report.shared:
        for label in (label for quote in matter.quotes for label in quote.labels):
            if label not in out or rank[matter.relation] > rank[out[label]]:
                out[label] = matter.relation
    return out


def _figure(title: str, rows: Sequence[tuple[str, Sequence[tuple[str, int, str]], str]]) -> str:
    bars = []
    for number, (label, parts, _) in enumerate(rows):
        top = number * _STEP
        bars.append(f'<text class="name" x="0" y="{top + 11}">{escape(label)}</text>')
        bars += _bar(parts, top + 17)
    words = "; ".join(f"{label}: {told or 'nothing'}" for label, _, told in rows)
    height = len(rows) * _STEP - 6 if rows else 0
    told = "<br>".join(f"<b>{escape(x)}</b> {escape(t or 'nothing')}" for x, _, t in rows)
    return _wrap(title, f"{words}.", height, "".join(bars), f'<p class="told">{told}</p>')


def _bar(parts: Sequence[tuple[str, int, str]], top: int) -> list[str]:
    total = sum(size for _, size, _ in parts) or 1
    out = []
    left = 0.0
    for text, size, kind in parts:
        width = _WIDTH * size / total
        out.append(
            f'<rect class="{kind}" x="{left:.1f}" y="{top}" '
            f'width="{max(width - 1.5, 0.5):.1f}" height="{_BAR}"/>'
        )
        if len(text) * _CHARACTER + 8 < width:
            out.append(
                f'<text class="in {kind}" x="{left + 5:.1f}" y="{top + 16}">{escape(text)}</text>'
            )
        left += width
    return out


def _wrap(title: str, words: str, height: float, inside: str, below: str = "") -> str:
    return (
        f'<figure class="plot"><figcaption>{title}</figcaption>\n'
        f'<svg viewBox="0 0 {_WIDTH} {height:g}" role="img" '
        f'aria-label="{escape(words)}">{inside}</svg>{below}</figure>'
    )


def plot_order(report: Report) -> str:
    """The order of the shared matters: a line from each place in one account to the next."""
    columns = len(report.accounts)
    place = {
        line.label: (a, i)
        for a, account in enumerate(report.accounts)
        for i, line in enumerate(account.lines)
    }
    longest = max((len(account.lines) for account in report.accounts), default=1)
    step = max(min(18.0, 240 / max(longest, 1)), 5.0)
    left, right, top = 34.0, _WIDTH - 34.0, 10.0
    xs = [left + (right - left) * a / max(columns - 1, 1) for a in range(columns)]
    out = []
    for a, account in enumerate(report.accounts):
        end = top + step * max(len(account.lines) - 1, 0)
        out.append(f'<path class="axis" d="M{xs[a]:.1f} {top}V{end:.1f}"/>')
        out += [
            f'<circle class="tick" cx="{xs[a]:.1f}" cy="{top + step * i:.1f}" r="1.6"/>'
            for i in range(len(account.lines))
        ]
    marked: dict[str, None] = {}
    for matter in report.shared:
        spots = sorted(place[label] for quote in matter.quotes for label in quote.labels)
        having = sorted({a for a, _ in spots})
        after = dict(pairwise(having))
        for (a, i), (b, j) in ((s, t) for s in spots for t in spots if after.get(s[0]) == t[0]):
            out.append(
                f'<path class="slope {matter.relation}" d="M{xs[a]:.1f} {top + step * i:.1f}'
                f'L{xs[b]:.1f} {top + step * j:.1f}"/>'
            )
        marked.update(dict.fromkeys(label for q in matter.quotes for label in q.labels))
    out += _end_labels(marked, place, xs, top, step)
    told = "; ".join(
        f"matter {m.number}: " + ", ".join(x for q in m.quotes for x in q.labels)
        for m in report.shared
    )
    height = top * 2 + step * max(longest - 1, 0)
    words = told or "no shared matter"
    title = "<b>Order of matters</b> Where each shared matter stands"
    return _wrap(title, words, height, "".join(out))


def _end_labels(
    marked: dict[str, None],
    place: dict[str, tuple[int, int]],
    xs: Sequence[float],
    top: float,
    step: float,
) -> list[str]:
    """Labels at the outer axes, those that would touch the one above passed over."""
    out = []
    lowest = [-100.0] * len(xs)
    for label in sorted(marked, key=place.__getitem__):
        a, i = place[label]
        y = top + step * i
        if 0 < a < len(xs) - 1 or y - lowest[a] < 10:
            continue
        lowest[a] = y
        x, anchor = (xs[a] - 6, "end") if a == 0 else (xs[a] + 6, "start")
        out.append(
            f'<text class="tiny" x="{x:.1f}" y="{y + 3:.1f}" text-anchor="{anchor}">'
            f"{escape(label)}</text>"
        )
    return out
