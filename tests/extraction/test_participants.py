"""Who takes part, in the manners of many press offices."""

from __future__ import annotations

import pytest

from paired_readouts.extraction import find_participants
from paired_readouts.model import Version

VELIN, ASTER = ("Mara Velin", "President", "NRL"), ("Joon Aster", "Prime Minister", "VST")

# Title, text of an account by NRL, whom it names.
TABLE = {
    "name after office": (
        "",
        "President Mara Velin of Norland spoke with Prime Minister Joon Aster of Vestria.",
        [VELIN, ASTER],
    ),
    "office after name": (
        "",
        "Mara Velin, President of Norland, spoke with Joon Aster, Prime Minister of Vestria.",
        [VELIN, ASTER],
    ),
    "office of a state": (
        "",
        (
            "President of Norland Mara Velin had a telephone conversation with Prime Minister of"
            " Vestria Joon Aster."
        ),
        [VELIN, ASTER],
    ),
    "apposition": (
        "",
        (
            "The President of Norland, Mara Velin, spoke with the Prime Minister of Vestria, Joon"
            " Aster."
        ),
        [VELIN, ASTER],
    ),
    "adjective": (
        "",
        "Norlandic President Mara Velin called Vestrian Prime Minister Joon Aster.",
        [VELIN, ASTER],
    ),
    "honorifics": (
        "",
        (
            "H.E. Ms. Mara Velin, President of Norland, met H.E. Mr. Joon Aster, Prime Minister of"
            " Vestria."
        ),
        [VELIN, ASTER],
    ),
    "engineer": (
        "",
        "President Mara Velin of Norland met the Prime Minister of Vestria Eng. Joon Aster.",
        [VELIN, ASTER],
    ),
    "style between office and name": (
        "",
        (
            "President Mara Velin of Norland spoke with the Prime Minister of Vestria, His"
            " Excellency Joon Aster, today."
        ),
        [VELIN, ASTER],
    ),
    "office in capitals": (
        "",
        "President Mara Velin of Norland met Vestrian FM Rua Tell in Hale.",
        [VELIN, ("Rua Tell", "FM", "VST")],
    ),
    "the title names them": (
        "Call of President Mara Velin with Prime Minister Joon Aster of Vestria",
        "The President spoke with the Prime Minister today. They agreed to meet.",
        [VELIN, ASTER],
    ),
    "unnamed principal": (
        "",
        "The President spoke with Prime Minister Joon Aster of Vestria today.",
        [("President", "President", "NRL"), ASTER],
    ),
    "a particle joined to a name": (
        "President Velin receives a call",
        "President Mara Velin spoke with the Prime Minister of Vestria, Joon el-Aster.",
        [VELIN, ("Joon el-Aster", "Prime Minister", "VST")],
    ),
    "known by one name first": (
        "Aster and Velin speak",
        (
            "Prime Minister Aster called. President Mara Velin of Norland thanked Prime Minister"
            " Joon Aster of Vestria. President Velin spoke with Joon Aster."
        ),
        [VELIN, ASTER],
    ),
    "acting": (
        "",
        (
            "Acting Minister of Foreign Affairs Mara Velin of Norland met with Joon Aster, Prime"
            " Minister of Vestria."
        ),
        [("Mara Velin", "Minister of Foreign Affairs", "NRL"), ASTER],
    ),
    "caretaker behind a country": (
        "",
        (
            "Norland's Foreign Minister Mara Velin and Vestria's caretaker Foreign Minister Joon"
            " Aster spoke by phone."
        ),
        [("Mara Velin", "Foreign Minister", "NRL"), ("Joon Aster", "Foreign Minister", "VST")],
    ),
    "a bullet is no initial": (
        "",
        (
            "President Mara Velin spoke with Prime Minister Joon Aster of Vestria.\nO Acting"
            " Minister Orm noted the price of fish."
        ),
        [VELIN, ASTER],
    ),
    "a palace is nobody": (
        "",
        "President Mara Velin received Joon Aster, Prime Minister of Vestria, at Al Orrin Palace.",
        [VELIN, ASTER],
    ),
    "a style is no office": (
        "",
        "President Mara Velin spoke with His Excellency Joon Aster, Prime Minister of Vestria.",
        [VELIN, ASTER],
    ),
    "named in a purpose": (
        "",
        (
            "President Mara Velin spoke with Joon Aster, Prime Minister of Vestria, to follow up on"
            " the summit between King Orrin and Chancellor Tamm."
        ),
        [VELIN, ASTER],
    ),
    "whom they came to meet": (
        "",
        "President Mara Velin traveled to Hale to meet with Prime Minister Joon Aster of Vestria.",
        [VELIN, ASTER],
    ),
    "initial that may be an article": (
        "",
        "President Mara A. Velin of Norland spoke with Prime Minister Joon Aster of Vestria.",
        [("Mara A. Velin", "President", "NRL"), ASTER],
    ),
    "particles with capitals": (
        "",
        "President Mara Velin of Norland spoke with King Hamar Bin Isor Al Khalor of Vestria.",
        [VELIN, ("Hamar Bin Isor Al Khalor", "King", "VST")],
    ),
    "style and office": (
        "",
        "President Mara Velin of Norland spoke with His Majesty King Orven of Vestria.",
        [VELIN, ("Orven", "His Majesty King", "VST")],
    ),
    "two offices": (
        "",
        (
            "President Mara Velin of Norland spoke with Prime Minister and Minister of Finance Joon"
            " Aster of Vestria."
        ),
        [VELIN, ("Joon Aster", "Prime Minister and Minister of Finance", "VST")],
    ),
    "whose visit is to come": (
        "",
        (
            "President Mara Velin of Norland spoke with Prime Minister Joon Aster of Vestria ahead"
            " of the visit of Chancellor Ilse Orn of Sundmark."
        ),
        [VELIN, ASTER],
    ),
    "nobody": ("", "The price of fish rose.", []),
}


@pytest.mark.parametrize(("title", "text", "expected"), TABLE.values(), ids=TABLE)
def test_who_takes_part(title, text, expected, lexicon):
    version = Version(text=text, title=title, party="NRL")
    found = find_participants([version], lexicon=lexicon)
    assert [(p.name, p.role, p.party) for p in found] == expected


def test_accounts_help_each_other(lexicon):
    ours = Version(text="The President spoke with Prime Minister Aster today.", party="NRL")
    theirs = Version(
        text="Prime Minister Joon Aster spoke with President Mara Velin of Norland.", party="VST"
    )
    found = find_participants([ours, theirs], lexicon=lexicon)
    assert [(p.name, p.party) for p in found] == [("Mara Velin", "NRL"), ("Joon Aster", "VST")]
    assert found == find_participants([theirs, ours], lexicon=lexicon)


def test_spokespersons_take_no_part(lexicon):
    text = (
        "Spokesperson Emil Hart said that President Mara Velin of Norland spoke with Prime Minister"
        " Joon Aster of Vestria."
    )
    found = find_participants([Version(text=text, party="NRL")], lexicon=lexicon)
    assert "Emil Hart" not in {p.name for p in found}


def test_a_version_in_an_unknown_language_is_passed_over(lexicon):
    version = Version(text="President Mara Velin spoke.", language="fi", party="NRL")
    assert find_participants([version], lexicon=lexicon) == ()
    assert find_participants([], lexicon=lexicon) == ()


def test_an_office_of_another_state_makes_nobody_ours(lexicon):
    text = "President Mara Velin of Norland met Foreign Minister Aviv Kohar. The {} thanked her."
    parties = {}
    for office in ("Foreign Minister", "Vestrian Foreign Minister"):
        version = Version(text=text.format(office), party="NRL")
        found = find_participants([version], lexicon=lexicon)
        parties[office] = {person.name: person.party for person in found}["Aviv Kohar"]
    assert parties["Foreign Minister"] == "NRL"
    assert parties["Vestrian Foreign Minister"] != "NRL"


#: Whose office is printed how, and what is printed most.
PRINTED = {
    "Minister Joon Aster. Chancellor Joon Aster thanked her. Chancellor Joon": "Chancellor",
    "Chancellor Joon Aster. Minister Joon Aster thanked her. Minister Joon": "Minister",
}


@pytest.mark.parametrize("text", PRINTED)
def test_the_office_that_is_printed_most(text, lexicon):
    version = Version(text=f"President Mara Velin met {text} Aster urged calm.", party="NRL")
    found = find_participants([version], lexicon=lexicon)
    assert [p.role for p in found if p.name == "Joon Aster"] == [PRINTED[text]]


def test_a_name_with_a_word_that_is_something_else_too(lexicon):
    text = "President Mara Velin of Norland spoke with King Hamar bin Isa Al Khalor of Vestria."
    found = find_participants([Version(text=text, party="NRL")], lexicon=lexicon)
    assert ("Hamar bin Isa Al Khalor", "VST") in {(p.name, p.party) for p in found}


def test_a_name_that_breaks_off_at_a_particle_is_read(lexicon):
    text = "President Mara Velin of Norland spoke with King Hamar bin Isa Al of Vestria."
    found = find_participants([Version(text=text, party="NRL")], lexicon=lexicon)
    assert {person.name for person in found} == {"Hamar bin Isa", "Mara Velin"}
