"""News texts that set releases of two parties and more side by side."""

from __future__ import annotations

import datetime as dt
import textwrap

import pytest

from paired_readouts.model import CompletenessLevel
from paired_readouts.parsing import ArticleParser, Source, parse_versions
from paired_readouts.parsing._introductions import find_introductions

N1 = "President Velin spoke today with Minister Aro of Vestria about fish, grain and the bay."
N2 = "The President urged Vestria to open the crossing at once, and stressed that aid must pass."
V1 = "Minister Aro had a call with President Velin. The head of state noted that boats must leave."
V2 = "The sides agreed to continue their contacts at the level of experts in the weeks to come."
O1 = "Chancellor Ost joined the call of the two leaders for ten minutes and welcomed their talks."

SIDE_BY_SIDE = f"""Velin and Aro talk: two accounts

Velgrad /Norwire/. The President of Norland told Vestria to open the crossing.

The news release of the Norlandic foreign ministry about the call between Velin and Aro reads:

“{N1}

{N2}”

The news release of the Vestrian president’s press office about the call, in particular, says:

“{V1}

{V2}”

Dear visitors, leave your opinion below.

Editor’s choice
"""


def read(text: str, parsers) -> list[tuple[str, str, str]]:
    versions = parse_versions(text, parsers=parsers)
    assert {version.parser for version in versions} == {"article"}
    return [(v.party, v.issuer, v.text) for v in versions]


def test_side_by_side(parsers) -> None:
    norland, vestria = parse_versions(SIDE_BY_SIDE, parsers=parsers)
    assert (norland.party, norland.issuer, norland.via) == ("NRL", "Foreign ministry", "Norwire")
    assert norland.text == f"{N1}\n\n{N2}"
    assert norland.completeness.level is CompletenessLevel.UNKNOWN
    assert (vestria.party, vestria.issuer) == ("VST", "President’s press office")
    assert vestria.text == f"{V1}\n\n{V2}"
    assert vestria.completeness.level is CompletenessLevel.EXCERPT
    assert vestria.completeness.evidence == "in particular, says"
    assert norland.published is None
    assert norland.title == "Velin and Aro talk: two accounts"


def test_what_is_retold_is_a_summary(parsers) -> None:
    text = f"{WAYS['retold'][0]}"
    norland, vestria = parse_versions(text, parsers=parsers)
    assert norland.completeness.level is vestria.completeness.level is CompletenessLevel.SUMMARY
    assert norland.completeness.evidence == "The Blue Palace said in its readout that"


def test_headline_and_outlet_come_from_the_article(parsers) -> None:
    text = SIDE_BY_SIDE.replace("Velgrad /Norwire/. ", "")
    source = Source(text, url="https://www.norwire.example/1")
    assert {v.via for v in parse_versions(source, parsers=parsers)} == {"norwire.example"}
    nowhere = parse_versions(text, parsers=parsers)[0]
    assert "unknown-outlet" in {w.code for w in nowhere.warnings}


WAYS = {
    "headings": (
        f"American readers\n\nNorlandic version\n\n{N1}\n\n{N2}\n\nVestrian version\n\n{V1}\n",
        [("NRL", "", f"{N1}\n\n{N2}"), ("VST", "", V1)],
    ),
    "what-they-said": (
        f"What the Blue Palace said\n\n{N1}\n\nWhat Velgrad said\n\n{V1}\n\nRelated news\nFish",
        [("NRL", "Blue Palace", N1), ("VST", "", V1)],
    ),
    "readout-of": (
        f"Readout of the Blue Palace:\n{N1}\n\nReadout of Vestria’s Foreign Ministry:\n{V1}",
        [("NRL", "Blue Palace", N1), ("VST", "Foreign Ministry", V1)],
    ),
    "three": (
        f"Norland:\n\n“{N1}”\n\nVestria:\n\n“{V1}”\n\nOstmark:\n\n“{O1}”",
        [("NRL", "", N1), ("VST", "", V1), ("OST", "", O1)],
    ),
    "frame-before-in-the-paragraph": (
        (
            f"For its part, the Blue Palace stated that “{N1}”\n\n"
            f"According to the Vestrian readout, “{V1}” Experts doubt it."
        ),
        [("NRL", "Blue Palace", N1), ("VST", "", V1)],
    ),
    "frame-after": (
        (
            f"They spoke. “{N1[:-1]},” the Blue Palace said in a readout. “{N2}”\n\n"
            f"The Vestrian Foreign Ministry said: “{V1}”"
        ),
        [("NRL", "Blue Palace", f"{N1}\n\n{N2}"), ("VST", "Foreign Ministry", V1)],
    ),
    "marks-opened-again": (
        (
            f"The press release of the Ministry of Fish of Norland says:\n\n“{N1}\n\n“{N2}”\n\n"
            f"The Vestrian government, in turn, published the following "
            f"statement:\n\n“{V1}\n\n“{V2}”"
        ),
        [("NRL", "Ministry of Fish", f"{N1}\n\n{N2}"), ("VST", "Government", f"{V1}\n\n{V2}")],
    ),
    "straight-marks": (
        (
            f'The statement of the Blue Palace:\n\n"{N1}\n\n'
            '"He said \'no\' to "fish for boats" twice.'
            f'"\n\nThe statement of Vestria:\n\n"{V1}"'
        ),
        [
            ("NRL", "Blue Palace", f"{N1}\n\nHe said 'no' to \"fish for boats\" twice."),
            ("VST", "", V1),
        ],
    ),
    "quotation-inside-at-the-head": (
        (
            f"The readout of Norland reads:\n\n“{N1}\n\n“We will open,” he said of "
            f"the bay. {N2}”\n\n"
            f"The readout of Vestria reads:\n\n“{V1}”"
        ),
        [
            ("NRL", "", f"{N1}\n\n“We will open,” he said of the bay. {N2}"),
            ("VST", "", V1),
        ],
    ),
    "full-stop-outside": (
        f"The Norlandic readout says: “{N1[:-1]}”.\n\nThe Vestrian readout says: “{V1[:-1]}”.",
        [("NRL", "", N1), ("VST", "", V1)],
    ),
    "set-off-by-marks-of-mail": (
        f"The Norlandic readout:\n\n> {N1}\n\nSo far.\n\nThe Vestrian readout:\n\n> {V1}\n\nEnd.",
        [("NRL", "", N1), ("VST", "", V1)],
    ),
    "link-between": (
        (
            f"The Norlandic readout:\n\n“{N1}”\n\nRead also: Boats in the bay\n\n"
            f"The Vestrian readout:\n\n“{V1}\n\n{V2}”"
        ),
        [("NRL", "", N1), ("VST", "", f"{V1}\n\n{V2}")],
    ),
    "single-marks": (
        (
            f"The Norlandic readout reads:\n\n‘{N1}\n\n‘{N2}’\n\n"
            f"The Vestrian readout reads:\n\n‘{V1} Vestria’s boats won’t go.’"
        ),
        [("NRL", "", f"{N1}\n\n{N2}"), ("VST", "", f"{V1} Vestria’s boats won’t go.")],
    ),
    "straight-single-marks-in-the-paragraph": (
        (f"The Blue Palace said: '{N1} It's \"time\".' The Vestrian Foreign Ministry said: '{V1}'"),
        [("NRL", "Blue Palace", f'{N1} It\'s "time".'), ("VST", "Foreign Ministry", V1)],
    ),
    "low-and-angle-marks": (
        f"The Norlandic readout reads: „{N1}“\n\nThe Vestrian readout reads: «{V1}»",
        [("NRL", "", N1), ("VST", "", V1)],
    ),
    "retold": (
        (
            f"The Blue Palace said in its readout that {N1} {N2}\n\nThe talks were long.\n\n"
            f"Velgrad said in a statement on the call that {V1}"
        ),
        [("NRL", "Blue Palace", f"{N1} {N2}"), ("VST", "", V1)],
    ),
    "retold-after-a-comma": (
        (
            f"According to the Norlandic readout, {N1} According to the Vestrian readout, {V1}\n\n"
            f"In its readout, the government of Ostmark said that {O1}"
        ),
        [("NRL", "", N1), ("VST", "", V1), ("OST", "Government", O1)],
    ),
    "heading-in-the-line": (
        f"Norland's version: {N1}\n\n{N2}\n\nVestria's version: {V1}",
        [("NRL", "", f"{N1}\n\n{N2}"), ("VST", "", V1)],
    ),
    "announced-by-a-sentence": (
        (
            f"Below is the readout of the Blue Palace.\n\n{N1}\n\n"
            f"And here is the readout of Vestria:\n\n{V1}"
        ),
        [("NRL", "Blue Palace", N1), ("VST", "", V1)],
    ),
    "four-headings": (
        (
            f"Norlandic version\n\n{N1}\n\nVestrian version\n\n{V1}\n\n"
            f"Ostmarker version\n\n{O1}\n\nFrench version\n\n{N2} {V2}"
        ),
        [("NRL", "", N1), ("VST", "", V1), ("OST", "", O1), ("FR", "", f"{N2} {V2}")],
    ),
    "one-release-in-two-places": (
        (
            f"The Norlandic readout reads:\n\n“{N1}”\n\nThe Vestrian readout reads:\n\n“{V1}”\n\n"
            f"The Norlandic readout also says: “{N2}”"
        ),
        [("NRL", "", f"{N1}\n\n{N2}"), ("VST", "", V1)],
    ),
    "spoken-to-is-not-the-speaker": (
        (
            f"After the call with the Vestrian president, the Blue Palace said:\n\n“{N1}”\n\n"
            f"The account of Velgrad on the talks with Norland reads:\n\n“{V1}”"
        ),
        [("NRL", "Blue Palace", N1), ("VST", "", V1)],
    ),
}


@pytest.mark.parametrize(("text", "expected"), WAYS.values(), ids=WAYS)
def test_ways_to_introduce(text: str, expected: list[tuple[str, str, str]], parsers) -> None:
    assert read(text, parsers) == expected


def test_page_with_its_menu(parsers) -> None:
    menu = "Home\nPolitics\nNorland\nVestria\nOstmark\nSport\n\n"
    page = f"{menu}{SIDE_BY_SIDE}\nShare\nPrint\n\nMore news\nOstmark votes\nVestria sails"
    norland, vestria = parse_versions(page, parsers=parsers)
    assert (norland.text, vestria.text) == (f"{N1}\n\n{N2}", f"{V1}\n\n{V2}")
    assert norland.title == "Velin and Aro talk: two accounts"


def test_states_that_no_table_has() -> None:
    norland, vestria = parse_versions(SIDE_BY_SIDE)
    assert (norland.party, vestria.party) == ("NORLAND", "VESTRIA")
    assert "unlisted-party" in {w.code for w in norland.warnings}


def test_date_of_the_article_is_told_as_such(parsers) -> None:
    text = SIDE_BY_SIDE.replace("accounts\n", "accounts\nApril 3, 2024\n", 1)
    version = parse_versions(text, parsers=parsers)[0]
    assert version.published == dt.date(2024, 4, 3)
    assert "date-of-article" in {w.code for w in version.warnings}


def test_no_opening_is_told(parsers) -> None:
    body = (
        "The Minister stressed that the crossing must open and that the boats must leave at once."
    )
    text = f"The Norlandic readout reads:\n\n“{body}”\n\nThe Vestrian readout reads:\n\n“{V1}”"
    norland, vestria = parse_versions(text, parsers=parsers)
    assert "no-opening" in {w.code for w in norland.warnings}
    assert "no-opening" not in {w.code for w in vestria.warnings}


def test_a_quotation_that_is_never_closed(parsers) -> None:
    text = f"The Norlandic readout reads:\n\n“{N1}\n\nThe Vestrian readout reads:\n\n“{V1}”"
    norland, vestria = parse_versions(text, parsers=parsers)
    assert (norland.text, vestria.text) == (N1, V1)
    assert "open-quotation" in {w.code for w in norland.warnings}


NO_ARTICLES = {
    "signs-alone": "that it was. , and that. “ , ”\n\n: that\n\n:\n\n“\n\n.",
    "release": f"{N1} {N2}",
    "news": "The Blue Palace said talks would go on. “We are hopeful that a deal can be reached in "
    "the coming weeks and days,” said the Vestrian president. Velgrad gave no comment.",
    "statements-retold": "President Velin said in a statement that Norland would wait no longer "
    "for the boats of others. Vestria said in a statement that the crossing was closed and that it "
    "would stay so.",
    "own-account": f"{N1} The Vestrian readout said nothing. The President recalled that Velgrad "
    "said in its readout of May that the bay is a bay and that the boats would leave it in time.",
    "one-party": f"The Norlandic readout reads:\n\n“{N1}”\n\nVelgrad was silent.",
    "short-quotations": "The Norlandic readout called the talks “frank”. The Vestrian readout "
    "called them “long”.",
}


@pytest.mark.parametrize("text", NO_ARTICLES.values(), ids=NO_ARTICLES)
def test_what_is_no_such_article(text: str, settings) -> None:
    assert not ArticleParser(settings=settings).accepts(Source(text))


def test_press_office_is_no_outlet(settings) -> None:
    url = "https://president.norland.example/1"
    assert not ArticleParser(settings=settings).accepts(Source(SIDE_BY_SIDE, url=url))


INTRODUCTIONS = {
    "The news release of the Norlandic Ministry of Fish on the call with Vestria reads:": (
        "NRL",
        "Ministry of Fish",
    ),
    "According to the Vestrian readout,": ("VST", ""),
    "In Velgrad's telling,": ("VST", ""),
    "For its part, the Blue Palace stated that": ("NRL", "Blue Palace"),
    "As the Ministry of Fish of the Republic of Norland informs,": ("NRL", "Ministry of Fish"),
    "The press service of the head of state of Vestria reported the following:": (
        "VST",
        "Press service of the head of state",
    ),
    "The Norlandic foreign ministry's summary reads:": ("NRL", "Foreign ministry"),
    "Vestria's Foreign Office said:": ("VST", "Foreign Office"),
    "The Vestrian Embassy in Port Aro said in a statement:": ("VST", "Embassy"),
    "After the talks with Norland, Vestria said:": ("VST", ""),
}


@pytest.mark.parametrize("words", INTRODUCTIONS)
def test_introduction(words: str, settings) -> None:
    found = find_introductions(settings.words).read(words)
    assert found is not None
    assert (found.party, found.issuer) == INTRODUCTIONS[words]


@pytest.mark.parametrize(
    "words",
    [
        "He told reporters in Velgrad:",
        "The President of Norland said:",
        "The Norlandic president stated:",
        "The agenda of the talks in Port Aro was as follows:",
        "The leaders agreed on the following:",
    ],
)
def test_what_introduces_no_release(words: str, settings) -> None:
    assert find_introductions(settings.words).read(words) is None


def paragraphs(text: str) -> list[str]:
    return [part.strip() for part in text.split("\n\n") if part.strip()]


def opened_again(text: str) -> str:
    """The same with marks that open again at each paragraph."""
    found, inside = [], False
    for part in paragraphs(text):
        again = inside and not part.startswith("“")
        found.append(f"“{part}" if again else part)
        inside = (inside or part.startswith("“")) and not part.endswith("”")
    return "\n\n".join(found)


COPIES = {
    "wrapped-72": lambda t: "\n\n".join(textwrap.fill(p, 72) for p in paragraphs(t)),
    "wrapped-without-empty-lines": lambda t: "\n".join(textwrap.fill(p, 80) for p in paragraphs(t)),
    "no-empty-lines": lambda t: "\n".join(paragraphs(t)),
    "one-line": lambda t: " ".join(paragraphs(t)),
    "straight-marks": lambda t: t.replace("“", '"').replace("”", '"'),
    "angle-marks": lambda t: t.replace("“", "«").replace("”", "»"),
    "no-marks": lambda t: t.replace("“", "").replace("”", ""),
    "opened-again": opened_again,
    "windows": lambda t: t.replace("\n", "\r\n").encode("cp1252"),
    "no-break-spaces": lambda t: t.replace(" of ", "\xa0of\u202f"),
    "page": lambda t: (
        f"<html><body><main><p>{'</p><p>'.join(paragraphs(t))}</p></main></body></html>"
    ),
}


@pytest.mark.parametrize("copy", COPIES.values(), ids=COPIES)
def test_damaged_copies_give_the_same(copy, parsers) -> None:
    versions = parse_versions(Source(copy(SIDE_BY_SIDE)), parsers=parsers)
    assert [(v.party, " ".join(v.text.split())) for v in versions] == [
        ("NRL", f"{N1} {N2}"),
        ("VST", f"{V1} {V2}"),
    ]
