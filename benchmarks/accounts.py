"""Accounts of conversations between invented states, as many and as long as wanted, from a seed."""

from __future__ import annotations

import datetime as dt
import random

import paired_readouts as pr

__all__ = ["make_article", "make_pair", "make_release", "make_text"]

NRL = pr.Participant(name="Elsa Tornquist", role="Foreign Minister", party="NRL")
VST = pr.Participant(name="Mara Velin", role="President", party="VST")

_SUBJECTS = {
    "NRL": ("The Minister", "Minister Tornquist", "Elsa Tornquist", "She"),
    "VST": ("The President", "President Velin", "Mara Velin", "The head of our state"),
    "": ("The two", "They", "The sides", "Minister Tornquist and President Velin"),
}
_FRAMES = (
    "discussed {a} and {b}",
    "underscored the importance of {a}",
    "noted that {a} would bring relief to the region after {b}",
    "urged the other side to return to {a}",
    "expressed concern about {b}, including {a}",
    "agreed to continue work on {a}",
    "emphasized that there is no alternative to {a}, and raised {b}",
    "welcomed {a} and thanked the other side for {b}",
    "warned that delays in {a} put {b} at risk",
    "announced {n} million crowns for {a}",
)
_HEADS = (
    *("safe passage", "grain shipments", "the ceasefire", "the release of sailors", "a hotline"),
    *("customs talks", "the repair of lighthouses", "medical supplies", "the naval exercise"),
    *("visas for students", "the water level", "the inspection of ships", "fishing rights"),
    *("the timber trade", "cable repairs", "the census of refugees", "the border crossing"),
)
_PLACES = (
    *("in the Strait of Arn", "through the port of Sollen", "at Cape Ister", "in the Tarn valley"),
    *("near the dam at Orrel", "between Halvern and Ister", "under the Lund Accord"),
)


def _matters(count: int, seed: int) -> list[tuple[str, str]]:
    rng = random.Random(seed)
    whole = [f"{head} {place}" for head in _HEADS for place in _PLACES]
    return [(rng.choice(whole), rng.choice(whole)) for _ in range(count)]


def make_text(party: str, statements: int, *, conversation: int = 0, seed: int = 0) -> str:
    """An account with so many sentences; half of the matters are those of the conversation."""
    rng = random.Random(f"{party} {conversation} {seed}")
    shared = _matters(statements, conversation)
    own = _matters(statements, rng.randrange(1 << 30))
    lines = ["Foreign Minister Elsa Tornquist spoke today with President Mara Velin of Vestria."]
    for a, b in (pair[rng.random() < 0.5] for pair in zip(shared, own, strict=True)):
        subject = rng.choice(_SUBJECTS[rng.choice(("NRL", "VST", ""))])
        words = rng.choice(_FRAMES).format(a=a, b=b, n=rng.randrange(2, 90))
        lines.append(f"{subject} {words}.")
    paragraphs = [" ".join(lines[i : i + 4]) for i in range(0, len(lines), 4)]
    return "\n\n".join(paragraphs)


def make_release(party: str, statements: int, *, conversation: int = 0, seed: int = 0) -> str:
    """The account as a press office prints it: letterhead, title, date, end mark."""
    text = make_text(party, statements, conversation=conversation, seed=seed)
    title = "Foreign Minister Tornquist's Call with President Velin of Vestria"
    return f"=== {party} ===\nPress release\n3 May 2031\n\n{title}\n\n{text}\n\n###\n"


def make_article(statements: int) -> str:
    """Both accounts, quoted one after the other by an outlet."""
    quoted = [
        make_text(party, statements).replace("\n\n", "\n\n“").join("“”") for party in ("NRL", "VST")
    ]
    return (
        "Halvern /Tidewater/. Norland's Foreign Minister has spoken with Vestria's President.\n\n"
        f"The news release of the Ministry of Foreign Affairs of Norland reads:\n\n{quoted[0]}\n\n"
        f"The news release of the President's press office of Vestria reads:\n\n{quoted[1]}\n"
    )


def make_pair(
    left: int, right: int, *, conversation: int = 0, day: int = 0
) -> tuple[pr.Version, pr.Version]:
    """Two versions of one conversation, so many statements each."""
    published = dt.date(2031, 1, 1) + dt.timedelta(days=day)
    return (
        pr.Version(
            text=make_text("NRL", left - 1, conversation=conversation),
            party="NRL",
            published=published,
            participants=(NRL, VST),
        ),
        pr.Version(
            text=make_text("VST", right - 1, conversation=conversation),
            party="VST",
            published=published,
            participants=(NRL, VST),
        ),
    )
