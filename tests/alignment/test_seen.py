"""What the alignment sees in pairs of statements: numbers, relation, differences and evidence.

`UPDATE_GOLDEN=1 pytest tests/alignment/test_seen.py` writes `seen.txt` anew; review the diff. What
is learned, probabilities and weights, is not in it.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import attrs

from paired_readouts.alignment._features import FEATURES, Cell
from paired_readouts.alignment._relations import Relating, relate
from paired_readouts.alignment.aligning import profile_pair
from paired_readouts.lexicon import default_lexicon
from paired_readouts.model import Act, Claim, ClaimKind, Side, Span, Version

HERE = Path(__file__).parent
GOLDEN = HERE / "seen.txt"
Account = Callable[..., Version]

JUDGED = {
    name: ([left], [right])
    for name, left, right, _ in (
        block.strip().split("\n")
        for block in (HERE / "judgements.txt").read_text(encoding="utf-8").split("\n# ")[1:]
    )
}
MANY = {
    "two calls": (
        (
            " | narrate | spoke | President Velin spoke by phone today with Prime Minister Okar.",
            "velin | request | urged | She urged the release of the detained fishermen of Brenn.",
            "velin,okar | discuss | discussed | They discussed steel tariffs, ferries, and milk.",
            "velin | state | announced | Velin announced $40 million for the victims of the flood.",
            "velin | emphasize | stressed | She stressed the freedom of the press.",
            "velin,okar | agree | agreed | They agreed to stay in touch.",
        ),
        (
            " | narrate | held | Prime Minister Okar held a telephone conversation with Velin.",
            "okar | praise | thanked | He thanked Norland for $40 million after the flooding.",
            "okar | state | explained | Okar explained that the fishermen detained await a court.",
            "velin,okar | agree | agreed | They agreed that the ferry to Brenn sails on 12 May.",
            "velin,okar | discuss |  | Steel and other tariffs, and journalism.",
            "velin,okar | agree | agreed | It was agreed to maintain regular contacts.",
        ),
    ),
    "lists": (
        (" | discuss | on | They spoke on ferries, the price of milk, and wind farms at sea.",),
        (
            "okar | request | asked | Okar asked for wind farms at sea; dredging; and milk.",
            "velin | propose | proposed | Velin proposed a tour of the national orchestra in May.",
        ),
    ),
    "neither side agreed": (
        ("velin,okar | agree | did not agree | The sides did not agree on the price of gas.",),
        ("velin,okar | agree | did not agree | They did not agree on the price of any gas.",),
    ),
    "denied of another claim": (
        ("velin | agree | agreed | Velin agreed on music, ferries, museums and parks for winter.",),
        ("velin | agree | did not agree | Velin did not agree on winter cod, visas and taxes.",),
    ),
    "both refuse, and one asks": (
        ("velin | reject | rejected | Velin rejected the dam at Tarn.",),
        (
            "okar | reject | rejected | Okar rejected the dam at Tarn.",
            "okar | request | asked | Okar asked for another dam.",
        ),
    ),
    "one undertakes, the other thanks": (
        ("velin | commit | promised | Velin promised 20 generators and a team of doctors.",),
        ("okar | praise | thanked | Okar thanked Norland for doctors, after a hard winter.",),
    ),
    "how it went": (
        (
            " | narrate | spoke | Velin spoke with Okar.",
            " | narrate | held | The talks of Velin and Okar were held in a friendly atmosphere.",
        ),
        (" | narrate | held | Okar held a meeting.", " | narrate | rained | It rained on Okar."),
    ),
    "several sides": (
        (
            "velin | criticize | denounced | Velin denounced 40 strikes on the Tarn dam in March.",
            "velin | request | urged | She urged that about 300 tons of grain be let through.",
        ),
        (
            "okar | reject | rejected | Okar rejected reports of 30 strikes on the Tarn dam.",
            "okar | commit | promised | He promised that 350 tons of grain will be let through.",
        ),
    ),
}


def calls(account: Account) -> tuple[Version, Version]:
    """Two accounts of who called and when, each with its claims."""
    told = []
    for party, words, day in (("NRL", "request", "3 May"), ("VST", "initiative", "4 May")):
        version = account(party, f" | narrate | spoke | They spoke on {day}, at Norland's {words}.")
        day_at, asked_at = version.text.index(day), version.text.index("Norland")
        claims = (
            Claim(kind=ClaimKind.DATE, value=f"2031-05-0{day[0]}", span=Span(day_at, day_at + 5)),
            Claim(kind=ClaimKind.INITIATOR, value=party, span=Span(asked_at, asked_at + 7)),
        )
        told.append(attrs.evolve(version, claims=claims))
    return told[0], told[1]


def compared(account: Account) -> dict[str, tuple[Version, Version]]:
    """All pairs of accounts, by name."""
    rows: dict[str, tuple[Sequence[str], Sequence[str]]] = {**JUDGED, **MANY}
    made = {name: (account("NRL", *a), account("VST", *b)) for name, (a, b) in rows.items()}
    strangers = account("KRS", " | narrate | met | The Karsa council met farmers of Brenn.")
    return {
        **made,
        "strangers": (made["two calls"][0], strangers),
        "who called": calls(account),
        "plain sentences": tuple(  # type: ignore[dict-item]
            attrs.evolve(
                v,
                statements=tuple(
                    attrs.evolve(s, verb=None, act=Act.NARRATE, speakers=()) for s in v.statements
                ),
            )
            for v in made["two calls"]
        ),
    }


def tell_cell(cell: Cell) -> str:
    told = [f"{name} {v:.3f}" for name, v in zip(FEATURES, cell.values, strict=False) if v]
    told += [f"{v:.3f}" for v in cell.values[len(FEATURES) :]]
    return ", ".join(told) + (f"; items {cell.items}" if cell.items != (-1, -1) else "")


def tell(left: Version, right: Version) -> Iterator[str]:
    """Line by line what is seen in each pair of statements, and in all of them as one link."""
    words = default_lexicon()
    profiled = profile_pair(left, right, words)
    for i, row in enumerate(profiled.compare()):
        yield from (f"{i}-{j}: {tell_cell(cell)}" for j, cell in enumerate(row) if cell)
    related = relate(Relating(left, right, words), profiled.left, profiled.right)
    yield " ".join([related.relation.value, *(d.value for d in related.differences)])
    texts = {Side.LEFT: left.text, Side.RIGHT: right.text}
    for one in related.evidence:
        yield f"{one.side.value} “{one.span.cut(texts[one.side])}” ({one.note})"
    for name in ("left_items", "right_items", "left_rest", "right_rest"):
        text = texts[Side(name.partition("_")[0])]
        if spans := getattr(related, name):
            yield f"{name}: {'; '.join(span.cut(text) for span in spans)}"


def test_what_is_seen_stays_as_it_is(account: Account) -> None:
    blocks = {name: "\n".join(tell(*pair)) for name, pair in compared(account).items()}
    text = "\n\n".join(f"# {name}\n{told}" for name, told in blocks.items()) + "\n"
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.write_text(text, encoding="utf-8", newline="\n")
    seen = dict(block.split("\n", 1) for block in GOLDEN.read_text("utf-8")[2:].split("\n\n# "))
    assert list(blocks) == list(seen)
    for name, told in blocks.items():
        assert told == seen[name].rstrip("\n"), name
