"""Which parts of a text are prose, and which are the page around it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paired_readouts._layout import BlockKind, find_blocks
from paired_readouts.lexicon import default_lexicon

LEXICON = default_lexicon()
LEAD = "President Velin of Norland spoke with Minister Aro today."


def shape(text: str) -> list[tuple[str, str]]:
    """Each block as its kind (for boilerplate: the rule) and its words on one line."""
    return [
        (block.rule or block.kind.value, " ".join(block.span.cut(text).split()))
        for block in find_blocks(text, LEXICON)
    ]


CASES = {
    "prose-alone": (LEAD, [("prose", LEAD)]),
    "no-full-stop": ("The leaders discussed trade", [("prose", "The leaders discussed trade")]),
    "title-then-prose": (
        f"Telephone call with Minister Aro\n\n{LEAD}",
        [("title", "Telephone call with Minister Aro"), ("prose", LEAD)],
    ),
    "letterhead": (
        f"Office of the President of Norland\nPress release 34/2021\n12 May 2021\n\n{LEAD}",
        [
            ("letterhead", "Office of the President of Norland"),
            ("letterhead", "Press release 34/2021"),
            ("dateline", "12 May 2021"),
            ("prose", LEAD),
        ],
    ),
    "attribution": (
        f"The following is attributable to Spokesperson Ida Brem:\n\n{LEAD}",
        [
            ("attribution", "The following is attributable to Spokesperson Ida Brem:"),
            ("prose", LEAD),
        ],
    ),
    "attribution-invisible-mark": (
        f"The below is attributable to Spokesperson Ida Brem:\u200e\n{LEAD}",
        [("attribution", "The below is attributable to Spokesperson Ida Brem:"), ("prose", LEAD)],
    ),
    "attribution-break-lost": (
        f"Office of the Spokesperson The below is attributable to Spokesperson Ida Brem: {LEAD}",
        [
            ("letterhead", "Office of the Spokesperson"),
            ("attribution", "The below is attributable to Spokesperson Ida Brem:"),
            ("prose", LEAD),
        ],
    ),
    "dateline-agency": (
        f"PORT ARO, 11th October, 2023 (NNA) — {LEAD}",
        [("dateline", "PORT ARO, 11th October, 2023 (NNA) —"), ("prose", LEAD)],
    ),
    "dateline-agency-dated": (
        f"PORT ARO, 14 MARCH, NORWIRE. {LEAD}",
        [("dateline", "PORT ARO, 14 MARCH, NORWIRE."), ("prose", LEAD)],
    ),
    "dateline-colon-dated": (
        f"Port Aro, 11 October 2021 (NNA): {LEAD}",
        [("dateline", "Port Aro, 11 October 2021 (NNA):"), ("prose", LEAD)],
    ),
    "agency-under-it": (
        f"{LEAD}\n\n-- NNA",
        [("prose", LEAD), ("signature", "-- NNA")],
    ),
    "capitals-without-date-are-no-dateline": (
        f"THE NORLAND WIRE. {LEAD}",
        [("prose", f"THE NORLAND WIRE. {LEAD}")],
    ),
    "dateline-colon": (f"PORTARO: {LEAD}", [("dateline", "PORTARO:"), ("prose", LEAD)]),
    "dateline-strokes": (
        f"Portaro /Norwire/. {LEAD}",
        [("dateline", "Portaro /Norwire/."), ("prose", LEAD)],
    ),
    "dateline-day-alone": (f"05.03.2031 {LEAD}", [("dateline", "05.03.2031"), ("prose", LEAD)]),
    "dateline-day-in-words": (
        f"5 March 2031 {LEAD}",
        [("dateline", "5 March 2031"), ("prose", LEAD)],
    ),
    "day-of-the-sentence": (f"5 March 2031, {LEAD}", [("prose", f"5 March 2031, {LEAD}")]),
    "day-that-is-told-of": (
        "5 March 2031 saw President Velin meet Minister Aro.",
        [("prose", "5 March 2031 saw President Velin meet Minister Aro.")],
    ),
    "agency-and-hour-behind-it": (
        f"{LEAD} NNA 19:42 LOCAL TIME 16:42 GMT 0031",
        [("prose", LEAD), ("end-mark", "NNA 19:42 LOCAL TIME 16:42 GMT 0031")],
    ),
    "agency-behind-it": (f"{LEAD} --NNA", [("prose", LEAD), ("end-mark", "--NNA")]),
    "shortened-name-is-no-agency": (
        "They discussed trade. Then they left for NATO",
        [("prose", "They discussed trade. Then they left for NATO")],
    ),
    "where-photos-are": (
        f"{LEAD}\n\nPhotos and video are available on the website of the office.",
        [
            ("prose", LEAD),
            ("media", "Photos and video are available on the website of the office."),
        ],
    ),
    "who-gives-the-readout": (
        f"Defence Press Secretary Ida Brem provided the following readout:\n\n{LEAD}",
        [
            ("overview", "Defence Press Secretary Ida Brem provided the following readout:"),
            ("prose", LEAD),
        ],
    ),
    "speaker-label-is-no-dateline": (
        "THE PRESIDENT: Thank you all for coming.",
        [("prose", "THE PRESIDENT: Thank you all for coming.")],
    ),
    "dash-in-prose": (
        "Velin – who spoke first – thanked the host.",
        [("prose", "Velin – who spoke first – thanked the host.")],
    ),
    "overview": (
        (
            f"{LEAD} The overview of the talks is as follows.\n\n1. Trade\n(1) "
            f"Velin noted growth.\n"
            "(2) The two ministers concurred.\n2. Sea\nThe ministers discussed fishing."
        ),
        [
            ("prose", LEAD),
            ("overview", "The overview of the talks is as follows."),
            ("heading", "Trade"),
            ("list item", "Velin noted growth."),
            ("list item", "The two ministers concurred."),
            ("heading", "Sea"),
            ("prose", "The ministers discussed fishing."),
        ],
    ),
    "as-follows-that-tells": (
        "The leaders agreed as follows: aid goes on.",
        [("prose", "The leaders agreed as follows: aid goes on.")],
    ),
    "numbers-break-lost": (
        f"{LEAD} (1) Velin noted growth. (2) The sides agreed to meet.",
        [
            ("prose", LEAD),
            ("list item", "Velin noted growth."),
            ("list item", "The sides agreed to meet."),
        ],
    ),
    "bullets": (
        "The leaders discussed:\n- trade\n- the sea",
        [("prose", "The leaders discussed:"), ("list item", "trade"), ("list item", "the sea")],
    ),
    "letterhead-break-lost": (
        f"Press release Ministry of Fish of Norland 11 May 2022 {LEAD}",
        [("letterhead", "Press release Ministry of Fish of Norland 11 May 2022"), ("prose", LEAD)],
    ),
    "label-before-the-letterhead": (
        f"From:\nOffice of Fish\nPublished\n25 October 2022\n\nCall with Aro\n{LEAD}",
        [
            ("letterhead", "From:"),
            ("letterhead", "Office of Fish"),
            ("title", "Published"),
            ("dateline", "25 October 2022"),
            ("title", "Call with Aro"),
            ("prose", LEAD),
        ],
    ),
    "agency-under-the-text": (
        f"Port Aro, May 11, 2022, NNA -- {LEAD}\n--NNA\n21:40 LOCAL TIME",
        [
            ("dateline", "Port Aro, May 11, 2022, NNA --"),
            ("prose", LEAD),
            ("signature", "--NNA"),
            ("signature", "21:40 LOCAL TIME"),
        ],
    ),
    "short-lines-are-no-wraps": (
        f"Call with Minister Aro of Vestria on the bay\n{LEAD}\nThe leaders agreed to meet.",
        [
            ("title", "Call with Minister Aro of Vestria on the bay"),
            ("prose", LEAD),
            ("prose", "The leaders agreed to meet."),
        ],
    ),
    "end-mark-line": (f"{LEAD}\n\n\\###", [("prose", LEAD), ("end-mark", "\\###")]),
    "end-mark-in-line": (f"{LEAD} ###", [("prose", LEAD), ("end-mark", "###")]),
    "thirty": (f"{LEAD}\n-30-", [("prose", LEAD), ("end-mark", "-30-")]),
    "links-close": (
        f"{LEAD}\n\nAssociated links\n\nPriority: the sea\nhttps://norland.example",
        [
            ("prose", LEAD),
            ("related", "Associated links"),
            ("related", "Priority: the sea"),
            ("related", "https://norland.example"),
        ],
    ),
    "link-between-paragraphs": (
        f"{LEAD}\n\nRead also: Boats in the bay\n\n" + "The leaders discussed the sea. " * 8,
        [
            ("prose", LEAD),
            ("related", "Read also: Boats in the bay"),
            ("prose", ("The leaders discussed the sea. " * 8).strip()),
        ],
    ),
    "trailing-dateline": (
        f"{LEAD}\n\nPort Aro\nMarch 12, 2024",
        [("prose", LEAD), ("signature", "Port Aro"), ("dateline", "March 12, 2024")],
    ),
    "caption": (
        f"Photo: Press office of the President\n\n{LEAD}",
        [("caption", "Photo: Press office of the President"), ("prose", LEAD)],
    ),
    "translation": (
        f"[Provisional translation]\n\n{LEAD}",
        [("translation", "[Provisional translation]"), ("prose", LEAD)],
    ),
    "contacts-as-a-subject": (
        f"{LEAD}\n\nContacts between the two sides will go on.",
        [("prose", LEAD), ("prose", "Contacts between the two sides will go on.")],
    ),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_blocks(text: str, expected: list[tuple[str, str]]) -> None:
    assert shape(text) == expected


WRAPPED = """President Velin of Norland spoke today with Minister Aro about the
ongoing work to open the crossing at the bay. They agreed to meet on May
27. The talks will be held in Port Aro.
The President thanked the Minister, who will see the crossing for himself
before the summer."""


def test_hard_wraps_are_joined_and_breaks_kept() -> None:
    assert [words for _, words in shape(WRAPPED)] == [
        (
            "President Velin of Norland spoke today with Minister Aro about the "
            "ongoing work to open "
            "the crossing at the bay. They agreed to meet on May 27. The talks "
            "will be held in Port "
            "Aro."
        ),
        (
            "The President thanked the Minister, who will see the crossing for himself before the "
            "summer."
        ),
    ]


NO_BREAK = """President Mara V. Velin spoke today with Prime Minister Tomas Aro of the
Republic of Vestria. The President affirmed the importance of the strong
U.S. Norland bilateral relationship. She also emphasized the
United Norland’s commitment to working with the members of the Council of
Orland.\xa0 The two leaders thanked https://norland.example/{} for the
Sund Bay Fund."""


@pytest.mark.parametrize("path", ["1", "2031/05/13/a-very-long-path-that-no-line-can-hold-at-all"])
def test_wraps_that_a_no_break_space_or_an_address_moved(path: str) -> None:
    text = NO_BREAK.format(path).replace("\xa0", " ")
    (block,) = find_blocks(text, default_lexicon())
    assert block.span.cut(text) == text


def test_page_numbers_are_no_text() -> None:
    text = "They spoke of fish.\n\n- 2 -\n\nThey agreed to meet.\n\n3/3"
    found = [b.rule for b in find_blocks(text, default_lexicon())]
    assert found == ["", "page", "", "page"]


def test_place_that_ends_in_initials_is_no_sentence() -> None:
    text = "Sund, B.C.\n\nTreaty Room\n\nThe two presidents spoke of fish today."
    found = [b.rule for b in find_blocks(text, default_lexicon())]
    assert found == ["title", "title", ""]


def test_number_of_an_item_has_a_span_of_its_own() -> None:
    text = "The sides agreed:\n(1) to meet\n(2) to trade"
    items = [b for b in find_blocks(text, LEXICON) if b.kind is BlockKind.ITEM]
    assert [b.number.cut(text) for b in items if b.number] == ["(1)", "(2)"]


@given(st.text(alphabet=st.sampled_from('Aa.:-(1) \n#“"—é\u200e'), max_size=300))
def test_every_letter_lies_in_one_block(text: str) -> None:
    blocks = find_blocks(text, LEXICON)
    covered = [False] * len(text)
    end = 0
    for block in blocks:
        start = block.number.start if block.number else block.span.start
        assert end <= start <= block.span.end
        end = block.span.end
        covered[start:end] = [True] * (end - start)
    assert all(done for c, done in zip(text, covered, strict=True) if c.isalnum())


def test_boilerplate_examples_are_boilerplate() -> None:
    import tomllib
    from pathlib import Path

    path = Path(__file__).parents[2] / "src/paired_readouts/lexicons/en/boilerplate.toml"
    for entry_id, entry in tomllib.loads(path.read_text(encoding="utf-8")).items():
        for example in entry.get("examples", ()):
            before, after = (LEAD, "") if entry["place"] == "close" else ("", LEAD)
            rules = [rule for rule, _ in shape(f"{before}\n\n{example}\n\n{after}")]
            assert entry_id in rules, example
