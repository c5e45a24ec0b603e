"""How ten invented press offices write about the same conversation."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable

import attrs

import paired_readouts as pr

__all__ = ["MANNERS", "Scene", "State", "tell"]

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_NO_TITLE = ("", "Press release", "News")


@attrs.frozen
class State:
    """A state with two leaders and a manner of writing."""

    code: str
    name: str
    adjective: str
    capital: str
    leaders: tuple[pr.Participant, ...]
    manner: int


@attrs.frozen
class Scene:
    """A conversation as it was."""

    day: dt.date
    kind: str
    #: The states that took part; their leaders of `level` spoke.
    sides: list[State]
    level: int
    #: The matters, each in all wordings.
    agenda: list[tuple[str, ...]]


@attrs.frozen
class Words:
    """What a manner may need to say."""

    scene: Scene
    own: State
    others: list[State]
    #: "today", "yesterday" or "on May 3"; "" where the office does not tell the day.
    when: str

    @property
    def me(self) -> pr.Participant:
        return self.own.leaders[self.scene.level]

    def them(self, form: str) -> str:
        names = []
        for side in self.others:
            person = side.leaders[self.scene.level]
            family = person.name.split()[-1]
            names.append(
                form.format(
                    office=person.role,
                    name=person.name,
                    family=family,
                    state=side.name,
                    adjective=side.adjective,
                )
            )
        return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"

    @property
    def opening(self) -> str:
        """The day as a sentence opens with it."""
        return f"{self.when[0].upper()}{self.when[1:]}, " if self.when else ""

    @property
    def dated(self) -> str:
        """The same, where the day is a date."""
        return self.opening if self.when.startswith("on") else ""

    @property
    def family(self) -> str:
        return str(self.me.name.split()[-1])

    def pick(self, call: str, meeting: str, video: str) -> str:
        return {"call": call, "meeting": meeting, "video": video}[self.scene.kind]


def _spokesperson(w: Words) -> tuple[str, str, str]:
    verb = w.pick("spoke", f"met in {w.own.capital}", "met virtually")
    what = w.pick("Call", "Meeting", "Video Call")
    return (
        f"{w.me.role} {w.family}’s {what} with " + w.them("{adjective} {office} {family}"),
        (
            f"The below is attributable to the spokesperson:\n\n{w.me.role} {w.me.name} "
            f"{verb} {w.when} with {w.them('{adjective} {office} {name}')}."
        ),
        f"The {w.me.role}",
    )


def _house(w: Words) -> tuple[str, str, str]:
    what = w.pick("Call", "Meeting", "Video Call")
    verb = w.pick("spoke by phone", "met", "held a video call")
    return (
        f"Readout of {w.me.role} {w.family}’s {what} with {w.them('{office} {name} of {state}')}",
        f"{w.me.role} {w.me.name} {verb} {w.when} with {w.them('{office} {name} of {state}')}.",
        f"{w.me.role} {w.family}",
    )


def _full_names(w: Words) -> tuple[str, str, str]:
    what = w.pick("Telephone conversation", "Meeting", "Videoconference")
    did = w.pick("had a telephone conversation", "held talks", "held a videoconference")
    return (
        f"{what} with " + w.them("{office} of {state} {name}"),
        f"{w.dated}{w.me.name} {did} with {w.them('{office} of the Republic of {state} {name}')}.",
        w.me.name,
    )


def _head_of_state(w: Words) -> tuple[str, str, str]:
    did = w.pick("had a phone conversation", "met", "held a video conference")
    return (
        f"{w.me.role} of {w.own.name} {did} with " + w.them("{office} of {state}"),
        (
            f"{w.me.role} of {w.own.name} {w.me.name} {did} {w.when} with "
            f"{w.them('{office} of {state} {name}')}."
        ),
        w.me.name,
    )


def _street(w: Words) -> tuple[str, str, str]:
    day = f"{w.scene.day.day} {_MONTHS[w.scene.day.month - 1]} {w.scene.day.year}"
    what = w.pick("call", "meeting", "video call")
    did = w.pick("spoke to", "met", "held a video call with")
    return (
        f"{w.me.role} {what} with {w.them('{office} {family} of {state}')}: {day}",
        f"The {w.me.role} {did} {w.them('{office} {name} of {state}')} {w.when}.",
        f"The {w.me.role}",
    )


def _speaks(w: Words) -> tuple[str, str, str]:
    did = w.pick("speaks with", "meets with", "holds a video call with")
    past = w.pick("spoke", "met", "held a video call")
    return (
        f"{w.me.role} {w.family} {did} {w.them('{office} {family} of {state}')}",
        (
            f"{w.opening}{w.me.role} {w.me.name} {past} with the "
            f"{w.them('{office} of {state}, {name}')}."
        ),
        f"{w.me.role} {w.family}",
    )


def _north(w: Words) -> tuple[str, str, str]:
    past = w.pick("spoke by telephone", "met", "spoke by video link")
    return (
        f"{w.me.role} {w.family} {past} with {w.them('{office} {family}')}",
        f"{w.me.role} {w.me.name} {past} with {w.them('{office} {name} of {state}')} {w.when}.",
        f"{w.me.role} {w.family}",
    )


def _request(w: Words) -> tuple[str, str, str]:
    past = w.pick("spoke with", "met with", "had a video meeting with")
    return (
        f"{w.me.name} {past} {w.them('{adjective} {office} {name}')}",
        (
            f"{w.dated}{w.me.role} {w.me.name} "
            f"{past} {w.them('{adjective} {office} {name}')} at the request of the latter."
        ),
        w.me.name,
    )


def _excellency(w: Words) -> tuple[str, str, str]:
    did = w.pick("a telephone conversation", "a meeting", "a video conference")
    return (
        f"{w.me.role}’s {w.pick('Telephonic Conversation', 'Meeting', 'Video Conference')} with "
        + w.them("{office} of {state}"),
        (
            f"{w.me.role} {w.me.name} had {did} {w.when} with "
            f"{w.them('H.E. {name}, {office} of {state}')}."
        ),
        w.me.role,
    )


def _rang(w: Words) -> tuple[str, str, str]:
    past = w.pick("made a phone call to", "received", "held a videoconference with")
    return (
        w.them("{office} of {state} {name}")
        + w.pick(" phone call", " was received", " videoconference"),
        (
            f"{w.dated}{w.me.role} of {w.own.name} {w.me.name} "
            f" {past} {w.them('{office} of {state} {name}')}."
        ),
        "The head of state",
    )


MANNERS: tuple[Callable[[Words], tuple[str, str, str]], ...] = (
    _spokesperson, _house, _full_names, _head_of_state, _street, _speaks, _north, _request,
    _excellency, _rang,
)  # fmt: skip

_SAID = (
    "{who} underscored the importance of {topic}.",
    "They discussed {topic}, and agreed to remain in close contact.",
    "{who} raised {topic} and thanked the other side for its support.",
    "Special attention was paid to {topic}.",
    "{who} expressed concern about {topic} and proposed further consultations.",
    "The two sides reviewed {topic}, including {number} million crowns of investment.",
    "{who} noted progress on {topic} since the beginning of the year.",
    "The parties exchanged views on {topic}.",
)


def tell(rng: random.Random, scene: Scene, own: State, *, late: bool) -> pr.Version:
    """The release of `own` on `scene`; a late one is published on the day after."""
    published = scene.day + dt.timedelta(days=int(late))
    when = _when(rng, scene.day, late=late)
    others = [side for side in scene.sides if side.code != own.code]
    title, lead, who = MANNERS[own.manner](Words(scene, own, others, when))
    # An account has a part of what was spoken about, in an order and in words of its own.
    heard = rng.sample(scene.agenda, rng.randint(3, 6))
    body = [
        rng.choice(_SAID).format(
            who=who, topic=rng.choice(topic), number=7 + sum(map(len, topic)) % 90
        )
        for topic in heard
    ]
    if rng.random() < 0.1:
        title = rng.choice(_NO_TITLE)
    return pr.Version(
        text=" ".join(" ".join([lead, *body]).split(" ")).replace("  ", " ").replace(" .", "."),
        title=title,
        party=own.code,
        issuer=f"Office of the {own.leaders[scene.level].role}",
        published=published,
    )


def _when(rng: random.Random, day: dt.date, *, late: bool) -> str:
    """How the text tells the day: half of the late ones only by their date of publication."""
    plain = f"on {_MONTHS[day.month - 1]} {day.day}"
    if late:
        return rng.choice(("yesterday", plain, "", ""))
    return rng.choice(("today", "today", plain, ""))
