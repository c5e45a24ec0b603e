"""The accounts side by side as HTML: every statement a block, every counterpart a link."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import attrs

from paired_readouts.model._by_fields import by_fields
from paired_readouts.rendering._markup import SIGNS, escape, refer
from paired_readouts.rendering.report import Account, Line, Report

__all__ = ["columns_section", "columns_styles"]

_RELATIONS = ("same", "differs", "conflict", "only")
_WORDS = {"only": "in one account only"}


@by_fields
@attrs.frozen(kw_only=True, eq=False, repr=False)
class _Marks:
    """What is known of each line by its label: matters, counterparts, notes; and filters."""

    matters: Mapping[str, tuple[int, ...]]
    relations: Mapping[int, str]
    weak: frozenset[int]
    members: Mapping[int, tuple[str, ...]]
    notes: Mapping[str, tuple[int, ...]]
    credited: Mapping[str, str]
    speakers: tuple[str, ...]
    topics: tuple[str, ...]


def _make_marks(report: Report) -> _Marks:
    matters: dict[str, list[int]] = {}
    members: dict[int, tuple[str, ...]] = {}
    for matter in report.shared:
        labels = tuple(label for quote in matter.quotes for label in quote.labels)
        members[matter.number] = labels
        for label in labels:
            matters.setdefault(label, []).append(matter.number)
    notes: dict[str, list[int]] = {}
    for point in report.short:
        for label in point.labels:
            notes.setdefault(label, []).append(point.number)
    lines = [line for account in report.accounts for line in account.lines]
    return _Marks(
        matters={label: tuple(numbers) for label, numbers in matters.items()},
        relations={matter.number: matter.relation for matter in report.shared},
        weak=frozenset(matter.number for matter in report.shared if matter.weak),
        members=members,
        notes={label: tuple(numbers) for label, numbers in notes.items()},
        credited={
            label: group.whose
            for group in report.alone
            if group.kind == "credited"
            for quote in group.quotes
            for label in quote.labels
        },
        speakers=tuple(sorted({line.who for line in lines})),
        topics=tuple(sorted({topic for line in lines for topic in line.topics})),
    )


def columns_styles(report: Report) -> str:
    """The rules that light a line's counterparts and that filter, for this report's lines."""
    marks = _make_marks(report)
    rules = []
    if marks.relations:
        lit = ",".join(f".cols:has(.m{n}:is(:hover,:focus-within)) .m{n}" for n in marks.relations)
        rules.append(f"{lit}{{--tint:var(--lit);--band:.55}}")
    chosen = [("who", "w", len(marks.speakers)), ("topic", "t", len(marks.topics))]
    chosen.append(("rel", "r", len(_RELATIONS)))
    for name, letter, count in chosen:
        rules += [
            f'#accounts:has(#f-{name} option[value="{letter}{i}"]:checked) '
            f".line:not(.{letter}{i}){{display:none}}"
            for i in range(count)
        ]
    return "\n".join(rules)


def columns_section(report: Report) -> str:
    """The section with filters, key and columns."""
    marks = _make_marks(report)
    matters = " ".join(
        f"{n}:{relation}{':weak' if n in marks.weak else ''}"
        for n, relation in marks.relations.items()
    )
    columns = "\n".join(_column(account, i, marks) for i, account in enumerate(report.accounts))
    count = len(report.accounts)
    kind = " many" if count > 2 else ""
    if count > 2:
        columns = f"{_spine(marks)}\n{columns}"
    return (
        '<section id="accounts" aria-labelledby="h-accounts">\n'
        f'<h2 id="h-accounts">{escape(report.titles["accounts"])}</h2>\n'
        f"{_filters(marks)}\n{_key()}\n"
        f'<div class="cols{kind}" style="--n: {count}" data-matters="{matters}">\n{columns}\n'
        '<svg class="ribbons" aria-hidden="true"></svg></div>\n</section>'
    )


def _spine(marks: _Marks) -> str:
    """The shared matters in one list, which ties more than two columns together."""
    rows = "\n".join(
        f'<li class="m{n}"><span class="rel {relation}"><span aria-hidden="true">'
        f"{SIGNS[relation]} </span>{relation}</span> {refer(marks.members[n])}"
        f"{' (?)' if n in marks.weak else ''}</li>"
        for n, relation in marks.relations.items()
    )
    return (
        '<nav class="spine" aria-labelledby="h-spine"><h3 id="h-spine">Shared</h3>'
        f"<ol>\n{rows}\n</ol></nav>"
    )


def _filters(marks: _Marks) -> str:
    speakers = [(f"w{i}", who or "nobody named") for i, who in enumerate(marks.speakers)]
    topics = [(f"t{i}", topic) for i, topic in enumerate(marks.topics)]
    relations = [(f"r{i}", _WORDS.get(kind, kind)) for i, kind in enumerate(_RELATIONS)]
    fields = _choice("who", "Speaker", speakers)
    if topics:
        fields += _choice("topic", "Topic", topics)
    fields += _choice("rel", "Relation", relations)
    return (
        f'<form class="filters" aria-label="Filter the statements">{fields}'
        '<output id="shown" aria-live="polite"></output></form>'
    )


def _choice(name: str, title: str, options: Sequence[tuple[str, str]]) -> str:
    inside = "".join(f'<option value="{v}">{escape(words)}</option>' for v, words in options)
    return (
        f'<label for="f-{name}">{title} <select id="f-{name}" autocomplete="off">'
        f'<option value="" selected>all</option>{inside}</select></label>'
    )


def _key() -> str:
    rows = "".join(
        f'<li class="rel {kind}"><span aria-hidden="true">{SIGNS.get(kind, "–")} </span>'
        f"{_WORDS.get(kind, kind)}</li>"
        for kind in _RELATIONS
    )
    return f'<ul class="key" aria-label="Relations">{rows}<li>(?) unsure</li></ul>'


def _column(account: Account, index: int, marks: _Marks) -> str:
    blocks = []
    end = 0
    for line in account.lines:
        blocks.append(_between(account, end, line.start))
        blocks.append(_block(line, account, marks))
        end = line.end
    blocks.append(_between(account, end, len(account.text)))
    inside = "\n".join(block for block in blocks if block)
    title = f'<p class="title" dir="auto">{escape(account.title)}</p>' if account.title else ""
    return (
        f'<article class="account a{index}" aria-labelledby="h-a{index}">'
        f'<h3 id="h-a{index}">{escape(account.name)}</h3>{title}\n'
        f'<ol class="lines">\n{inside}\n</ol></article>'
    )


def _between(account: Account, start: int, end: int) -> str:
    """The words that belong to no statement, so that nothing of the text is missing."""
    words = account.text[start:end].strip()
    if not any(c.isalnum() for c in words):
        return ""
    return f'<li class="between" lang="{escape(account.language)}" dir="auto">{escape(words)}</li>'


def _block(line: Line, account: Account, marks: _Marks) -> str:
    numbers = marks.matters.get(line.label, ())
    relations = [marks.relations[n] for n in numbers] or ["only"]
    kind = max(relations, key=_RELATIONS.index)
    classes = ["line", kind, f"w{marks.speakers.index(line.who)}"]
    classes += [f"m{n}" for n in numbers]
    classes += [f"t{marks.topics.index(topic)}" for topic in line.topics]
    classes += sorted({f"r{_RELATIONS.index(relation)}" for relation in relations})
    label = escape(line.label)
    doubt = ' <span class="doubt" title="speaker or act unsure">(?)</span>' if line.doubtful else ""
    who = f"<b>{escape(line.who)}</b> ·\u00a0" if line.who else ""
    return (
        f'<li class="{" ".join(classes)}" id="s-{label}" tabindex="-1">'
        f'<p class="meta"><a class="label" href="#s-{label}">{label}</a> '
        f"{who}{escape(line.act)}{doubt}</p>"
        f'<p class="words" lang="{escape(account.language)}" dir="auto">{escape(line.text)}</p>'
        f'<p class="chips">{_chips(line, numbers, marks)}</p></li>'
    )


def _chips(line: Line, numbers: Sequence[int], marks: _Marks) -> str:
    own = line.label.rstrip("0123456789")
    chips = []
    for n in numbers:
        relation = marks.relations[n]
        others = [x for x in marks.members[n] if x.rstrip("0123456789") != own]
        chips.append(
            f'<span class="rel {relation}"><span aria-hidden="true">{SIGNS[relation]} </span>'
            f"{relation} {refer(others)}{' (?)' if n in marks.weak else ''}</span>"
        )
    if not chips:
        more = f", {marks.credited[line.label]}" if line.label in marks.credited else ""
        chips.append(
            '<span class="rel only"><span aria-hidden="true">– </span>'
            f"only here{escape(more)}</span>"
        )
    chips += [f'<a class="note" href="#n{n}">note {n}</a>' for n in marks.notes.get(line.label, ())]
    return " ".join(chips)
