"""Everything that is told of small comparisons made by hand: findings, places and measures.

`UPDATE_GOLDEN=1 pytest tests/divergence/test_told.py` writes `told.txt` anew; review the diff. The
order of the findings is not in it, nor is their confidence: those are learned.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import attrs
import pytest
from divergence_accounts import EXCERPT, account, score
from test_adversarial import BASE, ROWS, links_of
from test_findings import ALONE, LINKED, SPOKE

from paired_readouts.divergence import phrase_finding
from paired_readouts.model import CommonMatter, Finding, Measure, Measures, Side, Version

GOLDEN = Path(__file__).parent / "told.txt"

STRESSED = "velin | emphasize | stressed | President Velin stressed {}."
MATTERS = (
    STRESSED.format("the dredging of the northern strait"),
    STRESSED.format("the vaccination of cattle"),
    "velin | request | urged | President Velin urged cheaper insurance for fishermen.",
    "velin | state | noted | President Velin noted the lighting of museums.",
    "velin | warn | warned of | President Velin warned of forged passports.",
    STRESSED.format("a railway to Karsa"),
    "velin | commit | promised | President Velin promised scholarships to nurses.",
)
GREETING = "velin | express | conveyed | President Velin conveyed her best wishes."
OFFER = "orsk | propose | offered | Prime Minister Orsk offered pilots for the northern strait."

#: The left lines, the right lines and the links of comparisons that have several things at once.
SEVERAL = {
    "many-matters": ((SPOKE, *MATTERS, GREETING), (SPOKE,), ("0-0",)),
    "two-statements-against-one": (
        (SPOKE, MATTERS[1], MATTERS[0]),
        (SPOKE, MATTERS[0].replace("velin", "orsk").replace("President Velin", "Orsk")),
        ("0-0", "1,2-1 differs speaker"),
    ),
    "many-matters-and-what-is-credited": ((SPOKE, *MATTERS, OFFER), (SPOKE,), ("0-0",)),
    "the-stronger-of-two-statements": (
        (
            SPOKE,
            "velin | state | noted | Velin noted the grain of Karsa and the northern strait.",
            "velin | warn | warned of | Velin warned of mines in the northern strait.",
        ),
        (SPOKE, "velin | state | noted | Velin noted the grain of Karsa, and mines at sea."),
        ("0-0", "1,2-1 differs force"),
    ),
    "one-quotation-on-two-links": (
        (SPOKE, "velin | emphasize | stressed | Velin stressed “open ports” for grain and coal."),
        (
            SPOKE,
            "velin | emphasize | stressed | Velin stressed ports for grain.",
            "velin | emphasize | underlined | Velin underlined ports for coal.",
        ),
        ("0-0", "1-1 differs detail", "1-2 differs detail"),
    ),
    "one-name-in-every-line": (
        (
            SPOKE,
            STRESSED.format("harbour dues and dredging fees for timber barges at Tarn"),
            STRESSED.format("school meals, reading lessons and music teachers at Tarn"),
            STRESSED.format("lower harbour dues for timber barges and fewer fees at Tarn"),
            "orsk | request | urged | Orsk urged vaccines, nurses and a clinic for goats at Tarn.",
            STRESSED.format("museum lighting, painters and a sculpture garden at Tarn"),
            "velin | request | urged | Velin urged railway bridges, signals and tunnels at Tarn.",
        ),
        (SPOKE,),
        ("0-0",),
    ),
    "moved-to-the-front": (
        (SPOKE, *MATTERS[:5]),
        (SPOKE, MATTERS[4], *MATTERS[:4]),
        ("0-0", "1-2", "2-3", "3-4", "4-5", "5-1"),
    ),
    "mirrored": (MATTERS[:5], MATTERS[4::-1], ("0-4", "1-3", "2-2", "3-1", "4-0")),
    "figures-force-persons-items": (
        (
            SPOKE,
            "velin | warn | warned | Velin warned of [20 raids on ships] and [attacks in Karsa].",
            "both | agree | agreed | They agreed on grain exports through the strait.",
            "velin | request | urged | Velin urged [the release of the crew] and [an open port].",
            "velin | state | said | Velin said that 40 tonnes of timber went to Karsa.",
            "- | narrate | lasted | The call lasted forty minutes.",
        ),
        (
            SPOKE,
            "velin | state | noted | Velin noted [30 raids on ships] and [attacks in Karsa].",
            "orsk | propose | proposed | Orsk proposed grain exports through the strait.",
            "velin | request | urged | Velin urged the release of the crew.",
            "orsk | praise | thanked | Orsk thanked Velin for the hospital.",
        ),
        ("0-0", "1-1 differs force facts", "2-2 differs force speaker", "3-3 differs detail"),
    ),
    "one-against-two": (
        (
            SPOKE,
            "both | discuss | discussed | They discussed [safety at sea], [timber ships], [dues].",
        ),
        (
            SPOKE,
            "velin | emphasize | stressed | Velin stressed safety at sea.",
            "orsk | request | asked | Orsk asked for timber ships by 2031.",
        ),
        ("0-0", "1-1 differs force speaker", "1-2 differs force speaker"),
    ),
    "a-cause-with-a-clause-after-it": (
        (SPOKE, "velin | express | voiced | Velin voiced concern on grain."),
        (
            SPOKE,
            "velin | express | voiced | Velin voiced concern on grain due to storms, as in May.",
        ),
        ("0-0", "1-1 differs terms"),
    ),
    "next-steps-on-both-sides": (
        (SPOKE, "both | agree | agreed | They agreed that envoys meet in Lund next week."),
        (SPOKE, "velin | propose | invited | President Velin invited Orsk to visit Norland."),
        ("0-0",),
    ),
    "nothing-shared": ((SPOKE, MATTERS[0]), ("- | narrate | rained | It rained.", OFFER), ()),
}


#: A line of the left account alone: how it is quoted, and what it is on.
QUOTED = {
    "leaning-on-what-was-said": "velin | state | - | At the same time, pilots wait in Karsa.",
    "of-a-noun": "both | discuss | focus | The focus was the pay of pilots in Karsa.",
    "passive": "both | discuss | discussed | The pay of pilots in Karsa was discussed.",
    "participle": "velin | emphasize | stressing | Stressing the pay of pilots, Velin left.",
    "no-verb": "velin | state | - | Pilots wait in Karsa.",
    "after-thirteen-words": "velin | state | asked | In the old hall of the fort on a hill by the "
    "sea in Karsa Velin asked for pilots.",
    "quotation-left-open": "velin | state | said | Velin said “pilots wait in Karsa.",
    "long": "velin | state | said | Velin said pilots, cooks, nurses, bakers, tailors, miners, "
    "clerks, guards, divers, drivers, porters, sailors, millers, masons, roofers, joiners, "
    "tanners, coopers, weavers, potters, printers, saddlers, smiths, turners, dyers, hatters, "
    "glovers, fullers and the rest wait in Karsa.",
}

#: A line of each account, and the link where there is one.
FACED = {
    "a-charge-and-a-rebuttal": (
        "velin | warn | warned | Velin warned of attacks on ships in the strait.",
        "orsk | reject | called | Orsk called the reports on the strait baseless.",
        "",
    ),
    "a-charge-and-a-rebuttal-of-another-matter": (
        "velin | warn | warned | Velin warned of attacks on ships.",
        "orsk | reject | called | Orsk called the price of timber unacceptable.",
        "",
    ),
    "two-rebuttals": (
        "velin | state | called | Velin called talk of the strait baseless, as are attacks.",
        "orsk | state | called | Orsk called the price of timber false.",
        "",
    ),
    "two-charges": (
        "velin | warn | warned | Velin warned of attacks on ships in the strait.",
        "orsk | warn | warned | Orsk warned of threats to ships in the strait.",
        "",
    ),
    "charged-on-a-link": (
        "velin | warn | warned | Velin warned of attacks on ships in the strait.",
        "orsk | reject | called | Orsk called talk of ships in the strait baseless.",
        "1-1 differs speaker stance",
    ),
    "loaded-names-of-two-links": (
        "velin | state | said | Velin said that the war in Karsa worries her.",
        "velin | state | said | Velin said that the conflict in Karsa worries her.",
        "1-1 differs terms",
    ),
    "loaded-names-without-a-link": (
        "velin | state | said | Velin said that the war in Karsa worries her.",
        "orsk | state | said | Orsk said that the conflict is not over.",
        "",
    ),
    "a-formula-each": (
        "both | discuss | discussed | They discussed issues of mutual interest.",
        "both | discuss | discussed | They discussed bilateral issues of mutual interest.",
        "1-1 differs detail",
    ),
    "a-quotation-of-many-words": (
        "velin | state | said | Velin said “that the port of Karsa is open to all” ships.",
        "velin | state | said | Velin said that the port of Karsa is open to ships.",
        "1-1 differs detail",
    ),
    "a-quotation-that-both-have": (
        "velin | state | said | Velin said that ports are “open to all”.",
        "velin | state | said | Velin said that “open to all” is the rule for ports.",
        "1-1 differs detail",
    ),
    "facts-of-another-unit": (
        "velin | state | said | Velin said that 20 ships took 40 tonnes of timber to Karsa.",
        "velin | state | said | Velin said that 30 ships took 40 tonnes of timber to Karsa.",
        "1-1 differs facts",
    ),
    "refused-in-one": (
        "velin | reject | opposed | Velin opposed the northern dam at Tarn.",
        "velin | state | noted | Velin noted the northern dam at Tarn.",
        "1-1 differs force",
    ),
    "refused-in-both": (
        "velin | reject | rejected | Velin rejected the northern dam at Tarn.",
        "velin | reject | opposed | Velin opposed the northern dam at Tarn and its lake.",
        "1-1 differs detail",
    ),
    "will-and-may": (
        "velin | state | said | Velin said that the ports will open.",
        "velin | state | said | Velin said that the ports may open.",
        "1-1 differs force",
    ),
    "all-against-some": (
        "velin | state | said | Velin said that all the ports will never open.",
        "velin | state | said | Velin said that all the ports will open.",
        "1-1 conflict",
    ),
}

Compared = tuple[Version, Version, tuple[str, ...]]


def compared(group: str) -> dict[str, Compared]:
    """The accounts and links of a group, by name."""
    match group:
        case "linked":
            return {
                name: (account("NRL", [SPOKE, left]), account("VST", [SPOKE, right]), ("0-0", link))
                for name, (left, right, link, _) in LINKED.items()
            }
        case "alone":
            short = account("VST", [SPOKE])
            return {
                name: (account("NRL", [SPOKE, line]), short, ("0-0",))
                for name, (line, _) in ALONE.items()
            }
        case "alone-beside-an-excerpt":
            short = account("VST", [SPOKE], completeness=EXCERPT)
            return {
                name: (short, account("NRL", [SPOKE, line]), ("0-0",))
                for name, (line, _) in ALONE.items()
            }
        case "quoted":
            short = account("VST", [SPOKE])
            return {
                name: (account("NRL", [SPOKE, line]), short, ("0-0",))
                for name, line in QUOTED.items()
            }
        case "faced":
            return {
                name: (
                    account("NRL", [SPOKE, left]),
                    account("VST", [SPOKE, right]),
                    ("0-0", *([link] if link else [])),
                )
                for name, (left, right, link) in FACED.items()
            }
        case "edited":
            return {
                name: (account("NRL", BASE), account("VST", ROWS[name][0]), tuple(links_of(name)))
                for name in ROWS
            }
    return {
        name: (account("NRL", left), account("VST", right), links)
        for name, (left, right, links) in SEVERAL.items()
    }


def tell_finding(finding: Finding, texts: dict[Side, str]) -> str:
    """The finding, its sentence, and the words that show it."""
    shown = "; ".join(
        f"{one.side.value} “{one.span.cut(texts[one.side])}”"
        + (f" ({one.note})" if one.note else "")
        for one in finding.evidence
    )
    code, severity, left, right = attrs.astuple(finding, recurse=False)[:4]
    lines = [
        f"{code.value}, {severity.value}, {[*left]}–{[*right]}, on {finding.slot('matter')}",
        phrase_finding(finding),
        *([f"shown by {shown}"] if shown else []),
        *finding.caveats,
    ]
    return "\n    ".join(lines)


def tell_common(common: CommonMatter, texts: dict[Side, str]) -> str:
    """What both have of a matter, in either text's words, and what each adds."""
    cut = {
        name: [span.cut(texts[Side(name.partition("_")[0])]) for span in getattr(common, name)]
        for name in ("left_core", "right_core", "left_added", "right_added")
    }
    told = "; ".join(f"{name} {words}" for name, words in cut.items() if words)
    return f"common in {common.link}: {told}"


def tell_measures(measures: Measures) -> Iterator[str]:
    for name, measure in attrs.asdict(measures, recurse=False).items():
        if isinstance(measure, Measure):
            value = "not defined" if measure.value is None else f"{measure.value:g}"
            counts = f", {measure.k:g} of {measure.n:g}" if measure.n else ""
            yield f"{name} = {value}{counts}, {list(measure.left)}–{list(measure.right)}"
        else:
            yield from (f"{name}: {one}" for one in measure)


def tell(group: str) -> str:
    """All that is told of the comparisons of a group."""
    blocks = [f"# {group}"]
    for name, (left, right, links) in compared(group).items():
        divergence, texts = (
            score(left, right, *links),
            {Side.LEFT: left.text, Side.RIGHT: right.text},
        )
        told = sorted(tell_finding(finding, texts) for finding in divergence.findings)
        if group == "several":
            told += [tell_common(common, texts) for common in divergence.common]
            told += tell_measures(divergence.measures)
        blocks.append("\n".join([f"## {name}", *told]))
    return "\n\n".join(blocks)


GROUPS = ("linked", "faced", "alone", "quoted", "alone-beside-an-excerpt", "edited", "several")


def parts() -> dict[str, str]:
    text = GOLDEN.read_text(encoding="utf-8").removesuffix("\n")
    found = text.split("\n\n# ")
    return dict(zip(GROUPS, [found[0], *(f"# {part}" for part in found[1:])], strict=True))


@pytest.fixture(scope="module", autouse=True)
def _update() -> None:
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.write_text("\n\n".join(map(tell, GROUPS)) + "\n", encoding="utf-8", newline="\n")


@pytest.mark.parametrize("group", GROUPS)
def test_what_is_told_stays_as_it_is(group: str) -> None:
    assert tell(group) == parts()[group]
