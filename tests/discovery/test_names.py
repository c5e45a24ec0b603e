"""One person under many spellings, and people who merely sound alike."""

from __future__ import annotations

import pytest

from paired_readouts.discovery._names import is_same, make_person, sound
from paired_readouts.model import Participant


@pytest.mark.parametrize(
    "spellings",
    [
        ("Zelmanskyy", "Zelmansky", "Zelmanskiy", "Zelmanskyi", "Selmanskyj"),
        ("Ansarov", "Ansaroff", "Ansarow"),
        ("Khelidze", "Helidze", "Hélidze"),
        ("Vuković", "Vukovic"),
        ("Mohammad", "Muhammad", "Mohamed"),
        ("Yevgeniy", "Evgeny"),
        ("Shturm", "Schturm"),
        ("Björkström", "Bjorkstrom"),
    ],
    ids=lambda names: names[0],
)
def test_spellings_sound_alike(spellings: tuple[str, ...]) -> None:
    assert len({sound(name) for name in spellings}) == 1


def person(name: str, *, party: str = "", role: str = ""):
    return make_person(Participant(name=name, party=party, role=role))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (person("Mara Velin"), person("Velin")),
        (person("Mara Velin", party="VST"), person("H. Velin")),
        (person("Josef R. Tornquist, Jr."), person("Joseph Tornquist")),
        (person("Oto Ruda"), person("Ruda Oto")),
        (person("Volodymir Zelmanskyy"), person("Vladimir Zelmansky")),
        (person("Sultan bin Hamad Al Rashid"), person("Sultan bin Hamad")),
        (
            person("Prime Minister", role="Prime Minister", party="NRL"),
            person("Elsa Tornquist", role="Prime Minister", party="NRL"),
        ),
    ],
    ids=lambda p: " ".join(p.words),
)
def test_one_person(left, right) -> None:
    assert is_same(left, right)
    assert is_same(right, left)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (person("Mara Velin"), person("Elsa Tornquist")),
        (person("Olena Zelmanska"), person("Volodymyr Zelmanskyy")),
        (person("Mara Velin"), person("Mara Tornquist")),
        (person("Velin", party="VST"), person("Velin", party="NRL")),
        (person("Li"), person("Lu")),
        (
            person("Prime Minister", role="Prime Minister", party="NRL"),
            person("Elsa Tornquist", role="Foreign Minister", party="NRL"),
        ),
        (
            person("President", role="President"),
            person("Mara Velin", role="President"),
        ),
    ],
    ids=lambda p: " ".join(p.words),
)
def test_two_people(left, right) -> None:
    assert not is_same(left, right)
    assert not is_same(right, left)
