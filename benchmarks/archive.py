"""An archive of releases about conversations between invented states, with the true groups known.

Everything comes from a seed: states, leaders, topics, who spoke with whom and when, and how each
office tells it: three to six of eight matters, in words of its own, so that two accounts share as
many telling words as published ones do. Of the conversations with two accounts a third is dated a
day apart, in a quarter a name is spelt otherwise, a tenth of the leaders have another contact in
the week, a twentieth one on the same day. Half of all releases have no partner.
"""

from __future__ import annotations

import datetime as dt
import random
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import attrs
from archive_manners import MANNERS, Scene, State, tell

import paired_readouts as pr

__all__ = ["Archive", "make_archive"]

STATES, TOPICS = 60, 160
FIRST_DAY, YEARS = dt.date(2041, 1, 1), 10
_OFFICES = (("President", "Prime Minister"), ("Prime Minister", "Foreign Minister"))
_STEMS = [
    "Ar",
    "Bel",
    "Cor",
    "Dan",
    "Est",
    "Fal",
    "Gor",
    "Hal",
    "Ist",
    "Jor",
    "Kal",
    "Lum",
    "Mor",
    "Nor",
    "Ost",
    "Pel",
    "Qua",
    "Ror",
    "Sal",
    "Tor",
    "Ulm",
    "Vel",
]
_MIDDLES = ["a", "e", "i", "o", "ad", "en", "ir", "os", "an", "el", "ov", "un"]
_ENDS = [
    "skyy",
    "vić",
    "ov",
    "mann",
    "berg",
    "ström",
    "enko",
    "dze",
    "yan",
    "lund",
    "ford",
    "escu",
    "kazy",
    "rayev",
    "hov",
]
_GIVEN = [
    "Mara",
    "Elsa",
    "Tomas",
    "Ilya",
    "Josef",
    "Ana",
    "Petra",
    "Viktor",
    "Lena",
    "Oskar",
    "Nadia",
    "Emil",
    "Katja",
    "Rolf",
    "Selma",
    "Dario",
    "Irina",
    "Anton",
    "Bruno",
    "Clara",
    "Milan",
    "Vera",
    "Hugo",
    "Sonja",
    "Pavel",
    "Greta",
    "Marek",
    "Yusuf",
    "Amir",
    "Leila",
]
# Each place and each matter as different offices put it.
# fmt: off
_PLACES = [
    ("harbour", "port"), ("valley", "basin"), ("river", "waterway"), ("border", "frontier"),
    ("strait", "narrows"), ("pass", "crossing"), ("island", "isle"), ("railway", "rail line"),
    ("pipeline", "conduit"), ("airport", "airfield"),
]
_MATTERS = [
    ("fishing quotas", "catch limits"), ("grain transit", "the passage of wheat"),
    ("prisoner exchanges", "the release of captives"), ("visa rules", "travel permits"),
    ("the census", "the count of inhabitants"), ("timber tariffs", "duties on wood"),
    ("flood relief", "aid to the inundated districts"), ("the ceasefire", "the truce"),
    ("electricity supply", "power deliveries"), ("student exchanges", "scholarships"),
    ("border patrols", "joint guards"), ("debt relief", "the rescheduling of loans"),
    ("satellite launches", "orbital missions"), ("vaccine deliveries", "medical shipments"),
    ("copper exports", "the sale of ore"), ("the joint commission", "the mixed committee"),
]
# fmt: on
_OTHER_SPELLINGS = (
    ("skyy", ("sky", "skiy", "skyi")),
    ("vić", ("vic", "vich")),
    ("ov", ("off", "ow")),
    ("ström", ("strom", "stroem")),
    ("rayev", ("raev", "raiev")),
    ("kazy", ("kazi", "qazy")),
    ("hov", ("khov",)),
    ("yan", ("ian", "jan")),
    ("mann", ("man",)),
    ("berg", ("bergh",)),
)  # fmt: skip


@attrs.frozen
class Archive:
    """Releases, and for each the groups that it belongs to."""

    versions: list[pr.Version]
    #: The numbers of the conversations that each version reports, in the same order.
    truth: list[tuple[int, ...]]
    lexicon: pr.Lexicon


def make_archive(size: int, *, seed: int = 7, known_states: bool = True) -> Archive:
    """An archive of `size` releases; without `known_states` the lexicon lacks their names."""
    rng = random.Random(seed)
    states = list(_make_states(rng))
    topics = [_make_topic(rng) for _ in range(TOPICS)]
    versions: list[pr.Version] = []
    truth: list[tuple[int, ...]] = []
    numbers = count()
    while len(versions) < size:
        for number, version in _happen(rng, states, topics, numbers):
            versions.append(version)
            truth.append(number)
    order = list(range(len(versions)))
    rng.shuffle(order)
    lexicon = _make_lexicon(states) if known_states else pr.default_lexicon()
    return Archive([versions[i] for i in order[:size]], [truth[i] for i in order[:size]], lexicon)


def _make_states(rng: random.Random) -> Iterator[State]:
    stems = [f"{a}{b}" for a in _STEMS for b in ("an", "em", "ov", "ur", "il", "ath")]
    rng.shuffle(stems)
    families: set[str] = set()
    for index in range(STATES):
        stem, town = stems[2 * index], stems[2 * index + 1]
        code = f"{stem[:2].upper()}{chr(65 + index // 26)}{chr(65 + index % 26)}"
        leaders = []
        for office in _OFFICES[index % 2]:
            family = ""
            while not family or family in families:
                family = rng.choice(_STEMS) + rng.choice(_MIDDLES) + rng.choice(_ENDS)
            families.add(family)
            name = f"{rng.choice(_GIVEN)} {family}"
            leaders.append(pr.Participant(name=name, role=office, party=code))
        yield State(
            code, f"{stem}ia", f"{stem}ian", f"{town}grad", tuple(leaders), index % len(MANNERS)
        )


def _make_topic(rng: random.Random) -> tuple[str, ...]:
    """A matter at a place, in all wordings."""
    name = f"{rng.choice(_STEMS)}{rng.choice(_MIDDLES)}n"
    matters, places = rng.choice(_MATTERS), rng.choice(_PLACES)
    return tuple(f"{matter} on the {name} {place}" for matter in matters for place in places)


def _make_lexicon(states: list[State]) -> pr.Lexicon:
    rows = [
        f'[{s.code}]\nwords = ["{s.name}", "Republic of {s.name}"]\n'
        f'adjectives = ["{s.adjective}"]\n'
        f'people = []\ncapitals = ["{s.capital}"]\n'
        for s in states
    ]
    with tempfile.TemporaryDirectory() as folder:
        table = Path(folder) / "countries.toml"
        table.write_text("\n".join(rows), encoding="utf-8")
        return pr.default_lexicon() | pr.load_lexicon(table)


def _happen(
    rng: random.Random, states: list[State], topics: list[tuple[str, ...]], numbers: Iterator[int]
) -> Iterator[tuple[tuple[int, ...], pr.Version]]:
    """The releases on one conversation, and on those that the same leaders have soon after."""
    several = rng.random() < 0.04
    sides = rng.sample(states, rng.randint(3, 5) if several else 2)
    level = rng.choice((0, 0, 1))
    day = FIRST_DAY + dt.timedelta(days=rng.randrange(365 * YEARS))
    kind = rng.choice(("call", "call", "call", "meeting", "video"))
    again = rng.random()
    # Of the releases half have no partner: twice as many conversations with one as with two.
    paired = several or rng.random() < 1 / 3
    contacts = [(day, kind)]
    if again < 0.05:
        contacts.append((day, rng.choice(("call", "meeting"))))
    elif again < 0.15:
        contacts.append((day + dt.timedelta(days=rng.randint(2, 6)), kind))
    for when, how in contacts:
        number = next(numbers)
        agenda = rng.sample(topics, 8)
        scene = Scene(day=when, kind=how, sides=sides, level=level, agenda=agenda)
        tellers = sides if paired else [rng.choice(sides)]
        late = rng.choice(tellers) if paired and rng.random() < 1 / 3 else None
        odd = rng.choice(tellers) if paired and rng.random() < 1 / 4 else None
        for side in tellers:
            spelt = _respell(rng, scene, side) if side is odd else scene
            yield (number,), tell(rng, spelt, side, late=side is late)


def _respell(rng: random.Random, scene: Scene, teller: State) -> Scene:
    """The scene with the names of the others spelt as another office transliterates them."""
    return attrs.evolve(
        scene,
        sides=[
            side
            if side is teller
            else attrs.evolve(side, leaders=tuple(_other_name(rng, p) for p in side.leaders))
            for side in scene.sides
        ],
    )


def _other_name(rng: random.Random, person: pr.Participant) -> pr.Participant:
    for ending, others in _OTHER_SPELLINGS:
        if person.name.endswith(ending):
            name = person.name.removesuffix(ending) + rng.choice(others)
            return attrs.evolve(person, name=name)
    return person
