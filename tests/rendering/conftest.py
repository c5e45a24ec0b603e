"""Comparisons made by hand: invented states, people and texts.

In the words of a statement, `{…}` marks the verb and `[…]` an item of the content.
"""
# ruff: noqa: E501 - a statement stays on its line

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from itertools import combinations

import attrs
import pytest

from paired_readouts import model as m

VELIN = m.Participant(name="Mara Velin", role="President", party="NRL", aliases=("Velin",))
SORDAN = m.Participant(name="Ilko Sordan", role="President", party="VST", aliases=("Sordan",))
TAMM = m.Participant(name="Ada Tamm", role="Prime Minister", party="OST")

SINGLE = {"V": (VELIN,), "S": (SORDAN,), "T": (TAMM,), "B": (VELIN, SORDAN), "-": ()}
SINGLE["A"] = (VELIN, SORDAN, TAMM)

Row = tuple[str, m.Act, str]


def account(party: str, rows: Sequence[Row], *, gap: str = " ", **fields: object) -> m.Version:
    """A version whose text is the rows' words joined by `gap`."""
    text = ""
    statements = []
    for who, act, marked in rows:
        words, verb, items = _unmark(marked, len(text))
        span = m.Span(len(text), len(text) + len(words))
        start = verb.end + 1 if verb else span.start
        statements.append(
            m.Statement(
                text=words,
                span=span,
                speakers=SINGLE[who] if act is not m.Act.NARRATE else (),
                act=act,
                verb=verb,
                content=(m.Span(start, span.end),) if verb and start < span.end else (),
                items=items,
                topics=_topics(words),
                confidence=m.Confidence(value=0.5 if "(?)" in marked else 0.95, rule="by hand"),
            )
        )
        text += words + gap
    return m.Version(text=text.rstrip(), party=party, statements=tuple(statements), **fields)


def _topics(words: str) -> tuple[str, ...]:
    known = {"fish": "fisheries", "gas": "energy", "border": "border", "prison": "human rights"}
    return tuple(sorted(topic for word, topic in known.items() if word in words.lower()))


def _unmark(marked: str, base: int) -> tuple[str, m.Span | None, tuple[m.Span, ...]]:
    out = ""
    verb = None
    items = []
    start = 0
    for c in marked.replace(" (?)", ""):
        if c in "{[":
            start = base + len(out)
        elif c == "}":
            verb = m.Span(start, base + len(out))
        elif c == "]":
            items.append(m.Span(start, base + len(out)))
        else:
            out += c
    return out, verb, tuple(items)


def find(version: m.Version, words: str) -> m.Span:
    """Where `words` stand in the version's text."""
    start = version.text.index(words)
    return m.Span(start, start + len(words))


def norland() -> m.Version:
    rows: list[Row] = [
        ("-", m.Act.NARRATE, "President Mara Velin spoke today with President Ilko Sordan of Vestria."),
        ("B", m.Act.DISCUSS, "The two leaders {discussed} [the fishing quota in the Gray Strait] and [the gas pipeline under it]."),
        ("V", m.Act.REQUEST, "President Velin {urged} [the release of the crew held in Sund prison]"),
        ("V", m.Act.EMPHASIZE, "and {underscored} that there is [no justification for drones over the border]."),
        ("B", m.Act.AGREE, "They {agreed} that [a working group will meet in May] and [report by 1 July]."),
        ("V", m.Act.COMMIT, "President Velin {announced} [40 million marks] for [the repair of the harbour]."),
    ]  # fmt: skip
    version = account(
        "NRL",
        rows,
        issuer="Office of the President",
        title="Readout of the call with President Sordan",
        published=dt.datetime(2031, 4, 9, 18, 5, tzinfo=dt.UTC),
        genre=m.Genre.READOUT,
        participants=(VELIN, SORDAN),
        completeness=m.Completeness(
            level=m.CompletenessLevel.FULL, evidence="President Mara Velin spoke today"
        ),
        translation=m.Translation.ORIGINAL,
    )
    return attrs.evolve(
        version,
        claims=(
            m.Claim(kind=m.ClaimKind.CONTACT, value="call", span=find(version, "spoke")),
            m.Claim(kind=m.ClaimKind.DATE, value="2031-04-09", span=find(version, "today")),
        ),
    )


def vestria() -> m.Version:
    rows: list[Row] = [
        ("-", m.Act.NARRATE, "A telephone conversation took place on April 9 at the initiative of the Norland side."),
        ("S", m.Act.STATE, "Ilko Sordan {noted} that [accusations about drones over the border are baseless]."),
        ("V", m.Act.STATE, "Mara Velin {said} that [Norland does not seek to change the fishing quota] (?)"),
        ("B", m.Act.DISCUSS, "The sides {exchanged} views on [the fishing quota] and on [tourism]."),
        ("S", m.Act.PROPOSE, "Ilko Sordan {proposed} to [set up a joint commission in June]."),
        ("S", m.Act.PRAISE, "He {thanked} Mara Velin for [60 million marks for the harbour]."),
        ("B", m.Act.EXPRESS, "The Presidents {wished} each other [a good spring]."),
    ]  # fmt: skip
    version = account(
        "VST",
        rows,
        gap="\n\n",
        issuer="Press service of the President",
        via="Gazeta Vestria",
        published=dt.date(2031, 4, 10),
        participants=(SORDAN, VELIN),
        completeness=m.Completeness(
            level=m.CompletenessLevel.EXCERPT, evidence="in particular, says"
        ),
        translation=m.Translation.UNOFFICIAL,
        warnings=(m.VersionWarning(code="no-title", text="The source gives no title."),),
    )
    side = find(version, "at the initiative of the Norland side")
    return attrs.evolve(
        version,
        claims=(
            m.Claim(kind=m.ClaimKind.CONTACT, value="call"),
            m.Claim(kind=m.ClaimKind.DATE, value="--04-09", span=find(version, "April 9")),
            m.Claim(kind=m.ClaimKind.INITIATOR, value="NRL", span=side),
            m.Claim(kind=m.ClaimKind.DURATION, value="30 minute"),
        ),
    )


def ostmark() -> m.Version:
    rows: list[Row] = [
        ("A", m.Act.DISCUSS, "The three leaders {discussed} [the fishing quota]."),
        ("T", m.Act.WARN, "Prime Minister Tamm {warned} against [new drones over the border]."),
        ("A", m.Act.AGREE, "They {agreed} on [a working group]."),
        ("T", m.Act.STATE, "She {said} that [Ostmark will send observers]."),
    ]  # fmt: skip
    return account("OST", rows, issuer="Chancellery", participants=(TAMM, VELIN, SORDAN))


def finding(code: str, severity: str, sides: str, **slots: str) -> m.Finding:
    """A finding; `sides` is "1,2–3": indexes of the left and of the right statements."""
    left, _, right = sides.partition("–")
    caveats = slots.pop("caveats", "")
    return m.Finding(
        code=m.FindingCode(code),
        severity=m.Severity(severity),
        left=tuple(int(i) for i in left.split(",") if i),
        right=tuple(int(i) for i in right.split(",") if i),
        slots=tuple(m.Slot(name=name, text=text) for name, text in slots.items()),
        caveats=(caveats,) if caveats else (),
        confidence=float(slots.pop("confidence", "0.9")),
    )


def findings() -> tuple[m.Finding, ...]:
    return (
        finding(
            "one-sided", "substantive", "2–", form="statements", party="NRL", other="VST",
            state="excerpt", lines="Velin urged “the release of the crew held in Sund prison”",
            caveats="The VST text is an excerpt.",
        ),
        finding(
            "credited-words", "substantive", "–2", form="uncredited", who="Velin", party="VST",
            other="NRL", state="full",
            lines="“Norland does not seek to change the fishing quota”",
        ),
        finding(
            "against-each-other", "substantive", "3–1", form="set", left="NRL", right="VST",
            left_line="Velin on “no justification for drones over the border”",
            right_line="Sordan: “accusations about drones over the border are baseless”",
        ),
        finding(
            "figures", "substantive", "5–5", form="values", left="NRL", right="VST",
            left_value="“40 million marks”", right_value="“60 million marks”",
        ),
        finding(
            "agreement", "substantive", "4–4", form="agreed", agreeing="NRL", other="VST",
            agreeing_line="“a working group will meet in May”",
            other_line="Sordan proposed to “set up a joint commission in June”",
        ),
        finding(
            "one-sided", "degree", "1–3", form="both-items", matter="“the fishing quota”",
            left="NRL", right="VST", left_added="“the gas pipeline under it”",
            right_added="“tourism”", confidence="0.5",
        ),
        finding(
            "initiator", "minor", "–0", form="only", party="VST", other="NRL", state="full",
            value="“at the initiative of the Norland side”",
        ),
    )  # fmt: skip


def link(left: str, right: str, score: float, relation: str, *kinds: str, **more: object) -> m.Link:
    return m.Link(
        left=tuple(int(i) for i in left.split(",")),
        right=tuple(int(i) for i in right.split(",")),
        score=score,
        relation=m.Relation(relation),
        differences=tuple(sorted(m.Difference(kind) for kind in kinds)),
        **more,
    )


def ledger() -> tuple[m.LedgerEntry, ...]:
    return (
        m.LedgerEntry(
            by=("velin",),
            what="40 million marks for the repair of the harbour",
            condition="once the crew is free",
            left_firmness=m.Firmness.WILL,
            left=(5,),
            status=m.LedgerStatus.LEFT_ONLY,
        ),
        m.LedgerEntry(
            by=("NRL", "VST"),
            what="a working group will meet in May",
            left_firmness=m.Firmness.WILL,
            right_firmness=m.Firmness.CONSIDERS,
            left=(4,),
            right=(4,),
            status=m.LedgerStatus.CONFLICTING,
        ),
    )


def pair() -> m.Comparison:
    """Norland and Vestria: two matters in both, one in conflict, an excerpt, a weak link."""
    left, right = norland(), vestria()
    best = (m.Contribution(feature="topics", value=1.0, weight=0.8, added=0.8),)
    links = (
        link("0", "0", 0.97, "same"),
        link("1", "3", 0.91, "differs", "detail"),
        link("4", "4", 0.52, "differs", "detail", "speaker", contributions=best),
        link("5", "5", 0.83, "conflict", "facts"),
    )
    quota = find(left, "the fishing quota in the Gray Strait"), find(right, "the fishing quota and")
    common = m.CommonMatter(
        link=1,
        left_core=(quota[0],),
        right_core=(m.Span(quota[1].start, quota[1].end - 4),),
        left_added=(find(left, "the gas pipeline under it"),),
        right_added=(find(right, "tourism"),),
    )
    measures = m.Measures(
        coverage_left=m.Measure(value=0.666667, k=4, n=6, method="Statements with a link."),
        coverage_right=m.Measure(value=0.571429, k=4, n=7, method="Statements with a link."),
        unshared=m.Measure(value=0.384615, k=5, n=13, method="1 − linked / all."),
        divergence=m.Measure(value=0.519231, method="1 − mean credit of all statements."),
        order=m.Measure(value=1.0, method="Kendall’s tau over 4 linked pairs."),
        facts=m.Measure(value=None, method="Fewer than two facts that both give."),
    )
    return m.Comparison(
        left=left,
        right=right,
        alignment=m.Alignment(left=left, right=right, links=links),
        divergence=m.Divergence(
            measures=measures,
            findings=findings(),
            common=(common,),
            ledger=ledger(),
            provenance=m.Provenance(library="0.1.0", lexicon="abc123", weights="w1"),
        ),
    )


def long() -> m.Comparison:
    """Forty statements a side, the first of one against the last of the other."""
    words = "President Velin {urged} that " + "[the release of the crew held in Sund prison] " * 4
    rows = [("VSB"[n % 3], m.Act.REQUEST, f"{words.rstrip()} {n}.") for n in range(40)]
    left, right = account("NRL", rows), account("VST", rows)
    links = tuple(m.Link(left=(i,), right=(39 - i,)) for i in range(0, 40, 2))
    alignment = m.Alignment(left=left, right=right, links=links)
    return m.Comparison(left=left, right=right, alignment=alignment, divergence=m.Divergence())


def uneven() -> m.Comparison:
    """Two statements beside forty, which share their first and their last."""
    full = long().right
    rows: list[Row] = [
        ("V", m.Act.REQUEST, "President Velin {urged} [the release of the crew]."),
        ("S", m.Act.STATE, "President Sordan {noted} [the state of the harbour]."),
    ]
    left = account("NRL", rows)
    links = (link("0", "0", 0.9, "differs", "detail"), link("1", "39", 0.9, "same"))
    alignment = m.Alignment(left=left, right=full, links=links)
    return m.Comparison(left=left, right=full, alignment=alignment, divergence=m.Divergence())


def long_words() -> m.Comparison:
    """A word that no column is wide enough for, in every place where a source may have it."""
    word = "Strandsicherungsschifffahrtsgesellschaftsverwaltungsgebäudereinigung" * 3
    person = m.Participant(name=f"Mara {word}", role=word, party="NRL")
    rows: list[Row] = [("V", m.Act.STATE, f"Mara Velin {{said}} [{word}].")]
    left = account("NRL", rows, issuer=word, title=word, via=word, participants=(person,))
    right = account("VST", rows, issuer=word)
    claims = tuple(m.Claim(kind=kind, value=word) for kind in m.ClaimKind)
    left, right = (attrs.evolve(version, claims=claims) for version in (left, right))
    return m.Comparison(
        left=left,
        right=right,
        alignment=m.Alignment(
            left=left, right=right, links=(link("0", "0", 0.9, "conflict", "detail"),)
        ),
        divergence=m.Divergence(
            findings=(
                finding("figures", "degree", "0–0", form="values", matter=word, left_value=word),
            ),
            ledger=(
                m.LedgerEntry(
                    by=(word,), what=word, left=(0,), left_firmness=m.Firmness.WILL,
                    status=m.LedgerStatus.LEFT_ONLY,
                ),
            ),
        ),
    )  # fmt: skip


def five() -> m.ConversationComparison:
    """Five accounts that share one matter; two of one party, and one that says nothing."""
    other = attrs.evolve(vestria(), party="NRL", issuer="Ministry of Defence")
    silent = m.Version(text="Nothing of note.", party="OST")
    versions = (norland(), ostmark(), vestria(), other, silent)
    speaking = (0, 1, 2, 3)
    comparisons = tuple(
        m.Comparison(
            left=versions[a],
            right=versions[b],
            alignment=m.Alignment(
                left=versions[a],
                right=versions[b],
                links=(link("1", "1", 0.9, "differs", "detail"),) if b in speaking else (),
            ),
            divergence=m.Divergence(),
        )
        for a, b in combinations(range(len(versions)), 2)
    )
    return m.ConversationComparison(
        conversation=m.Conversation(versions=versions),
        comparisons=comparisons,
        shared=(_matter(versions, [(a, 1) for a in speaking]),),
    )


def right_to_left() -> m.Comparison:
    """The right account in a script that runs from right to left."""
    value = pair()
    said = "הנשיא סורדן הדגיש את חשיבות המשא ומתן על הדיג במצר ואת הצורך בהמשך השיחות"
    rows = [("S", m.Act.STATE, f"{said} {n}.") for n in range(7)]
    right = account("VST", rows, title=said, issuer=said, language="he")
    return m.Comparison(
        left=value.left,
        right=right,
        alignment=m.Alignment(left=value.left, right=right, links=value.alignment.links),
        divergence=m.Divergence(findings=value.divergence.findings),
    )


def three() -> m.ConversationComparison:
    """The same call with a third account: every pair, and what all or some share."""
    versions = (norland(), ostmark(), vestria())
    links = {
        (0, 1): (link("1", "0", 0.9, "differs", "detail"), link("4", "2", 0.8, "same")),
        (0, 2): pair().alignment.links,
        (1, 2): (link("0", "3", 0.85, "differs", "detail"),),
    }
    comparisons = tuple(
        m.Comparison(
            left=versions[a],
            right=versions[b],
            alignment=m.Alignment(left=versions[a], right=versions[b], links=found),
            divergence=pair().divergence if (a, b) == (0, 2) else m.Divergence(),
        )
        for (a, b), found in links.items()
    )
    shared = (
        ((0, 0), (2, 0)),
        ((0, 1), (1, 0), (2, 3)),
        ((0, 4), (1, 2), (2, 4)),
        ((0, 5), (2, 5)),
    )
    alone = ((0, 2), (0, 3), (1, 1), (1, 3), (2, 1), (2, 2), (2, 6))
    return m.ConversationComparison(
        conversation=m.Conversation(
            versions=versions,
            id="c1",
            kind=m.ConversationKind.CALL,
            date=dt.date(2031, 4, 9),
            participants=(VELIN, SORDAN, TAMM),
        ),
        comparisons=comparisons,
        shared=tuple(_matter(versions, places) for places in shared),
        alone=tuple(_matter(versions, (place,)) for place in alone),
    )


def _matter(versions: Sequence[m.Version], places: Sequence[tuple[int, int]]) -> m.Matter:
    first, statement = places[0]
    return m.Matter(
        places=tuple(m.Place(version=v, statement=s) for v, s in places),
        parties=tuple(sorted({versions[v].party for v, _ in places})),
        words=versions[first].statements[statement].text,
    )


@pytest.fixture(name="pair")
def pair_fixture() -> m.Comparison:
    return pair()


@pytest.fixture(name="three")
def three_fixture() -> m.ConversationComparison:
    return three()


@pytest.fixture(name="long")
def long_fixture() -> m.Comparison:
    return long()


@pytest.fixture(name="make_account")
def make_account_fixture() -> Callable[..., m.Version]:
    return account
