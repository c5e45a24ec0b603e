"""TEI P5 with parallel segmentation: one `<app>` a matter, one `<rdg>` an account."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape as escape_xml

from paired_readouts.rendering._markup import escape
from paired_readouts.rendering._quoting import clean
from paired_readouts.rendering.building import Reportable, build_report
from paired_readouts.rendering.report import Account, Line, Report, Shared

__all__ = ["render_tei"]


def render_tei(value: Reportable) -> str:
    """`value` as a TEI P5 document: every statement once, shared ones side by side in `<app>`.

    The matters stand in the first account's order; `n` keeps each statement's place in its own.
    """
    report = build_report(value)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<TEI xmlns="http://www.tei-c.org/ns/1.0">\n'
        f"{_header(report)}\n<text>\n<body>\n{_body(report)}\n</body>\n</text>\n</TEI>\n"
    )


def _text(words: str) -> str:
    return escape_xml(clean(words), quote=False)


def _header(report: Report) -> str:
    witnesses = "\n".join(_witness(account) for account in report.accounts)
    kinds = _categories("relation", dict.fromkeys(m.relation for m in report.shared))
    kinds += _categories(
        "difference", dict.fromkeys(d for m in report.shared for d in m.differences)
    )
    kinds += _categories(
        "act", dict.fromkeys(line.act for a in report.accounts for line in a.lines)
    )
    taxonomies = f"<classDecl>{kinds}</classDecl>\n" if kinds else ""
    return (
        f"<teiHeader>\n<fileDesc>\n<titleStmt><title>{_text(report.title)}</title></titleStmt>\n"
        f"<publicationStmt><p>{_text(report.provenance or 'Made without stated versions')}</p>"
        f"</publicationStmt>\n<sourceDesc>\n<listWit>\n{witnesses}\n</listWit>\n</sourceDesc>\n"
        "</fileDesc>\n<encodingDesc>\n"
        '<variantEncoding method="parallel-segmentation" location="internal"/>\n'
        f"{taxonomies}</encodingDesc>\n{_profile(report)}</teiHeader>"
    )


def _witness(account: Account) -> str:
    issuer = f" <orgName>{_text(account.issuer)}</orgName>" if account.issuer else ""
    title = f" <title>{_text(account.title)}</title>" if account.title else ""
    day = account.published
    date = f' <date when="{escape(day)}">{_text(account.when)}</date>' if day else ""
    where = f' <ref target="{escape(account.url)}"/>' if account.url else ""
    idno = f' <idno type="version">{_text(account.version)}</idno>'
    about = "; ".join(filter(None, (account.completeness, account.translation)))
    return (
        f'<witness xml:id="{escape(account.label)}">{_text(account.name)}'
        f"{issuer}{title}{date}{where}{idno} <note>{_text(about)}</note></witness>"
    )


def _categories(kind: str, names: Iterable[str]) -> str:
    rows = "".join(
        f'<category xml:id="{kind}-{name}"><catDesc>{name}</catDesc></category>' for name in names
    )
    return f'<taxonomy xml:id="{kind}">{rows}</taxonomy>' if rows else ""


def _speakers(report: Report) -> dict[str, str]:
    """An identifier for each speaker's name."""
    lines = [line for account in report.accounts for line in account.lines]
    names = dict.fromkeys(name for line in lines for name in line.speakers)
    return {name: f"speaker-{i}" for i, name in enumerate(names, 1)}


def _profile(report: Report) -> str:
    people = "".join(
        f'<person xml:id="{identity}"><persName>{_text(name)}</persName></person>'
        for name, identity in _speakers(report).items()
    )
    if not people:
        return ""
    return (
        f"<profileDesc><particDesc><listPerson>{people}</listPerson></particDesc></profileDesc>\n"
    )


def _body(report: Report) -> str:
    lines = {line.label: line for account in report.accounts for line in account.lines}
    speakers = _speakers(report)
    placed: set[str] = set()
    blocks = []
    for matter in report.shared:
        readings = []
        for index, account in enumerate(report.accounts):
            labels = [x for q in matter.quotes if q.account == index for x in q.labels]
            readings.append(_reading(account, [lines[x] for x in labels], speakers, placed))
        blocks.append(_app(matter.relation, _analysis(matter), readings, f"matter-{matter.number}"))
    for account in report.accounts:
        for line in account.lines:
            if line.label not in placed:
                readings = [
                    _reading(other, [line] if other is account else [], speakers, placed)
                    for other in report.accounts
                ]
                blocks.append(_app("alone", "", readings, f"alone-{line.label}"))
    return "<ab>\n" + "\n".join(blocks) + "\n</ab>"


def _analysis(matter: Shared) -> str:
    names = [f"#relation-{matter.relation}", *(f"#difference-{d}" for d in matter.differences)]
    return f' ana="{" ".join(names)}"'


def _app(kind: str, analysis: str, readings: Sequence[str], name: str) -> str:
    inside = "\n".join(readings)
    return f'<app xml:id="{escape(name)}" type="{kind}"{analysis}>\n{inside}\n</app>'


def _reading(
    account: Account, lines: Sequence[Line], speakers: dict[str, str], placed: set[str]
) -> str:
    witness = escape(account.label)
    if not lines:
        return f'<rdg wit="#{witness}"/>'
    segments = []
    for line in lines:
        label = escape(line.label)
        if line.label in placed:
            segments.append(f'<ptr target="#{label}"/>')
            continue
        placed.add(line.label)
        number = line.label.removeprefix(account.label)
        names = " ".join(f"#{speakers[name]}" for name in line.speakers)
        who = f' corresp="{names}"' if names else ""
        doubt = ' cert="low"' if line.doubtful else ""
        segments.append(
            f'<seg xml:id="{label}" n="{escape(number)}" ana="#act-{line.act}"{who}{doubt}>'
            f"{_text(line.text)}</seg>"
        )
    return f'<rdg wit="#{witness}">{" ".join(segments)}</rdg>'
