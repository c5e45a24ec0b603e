"""The people of a conversation while evidence is gathered, and what comes of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

import attrs

from paired_readouts.extraction._actors import Actor
from paired_readouts.extraction._cast import is_at_an_end, match_names
from paired_readouts.model import Participant, fold_name

__all__ = ["BARE_TITLE", "LEAD", "OWN", "Person", "add_person", "choose_people", "find_person"]

# A text that names more people is a roll; those after them are not looked into.
_MOST_PEOPLE = 50
_MOST_FORMS = 20
# How much speaks for a party: it is printed with the name; a phrase of the issuer's own; a bare
# title; the place in the lead.
_EXPLICIT, OWN, BARE_TITLE, LEAD = 3.0, 2.0, 0.3, 0.5


@attrs.define(eq=False, repr=False)
class Person:
    """One person while evidence is gathered."""

    #: How often each form of the name is met, and each office as printed.
    names: dict[tuple[str, ...], int] = attrs.field(factory=dict)
    roles: dict[str, int] = attrs.field(factory=dict)
    #: Forms of address that say nothing of the office: "His Excellency".
    styles: set[str] = attrs.field(factory=set)
    #: The forms of the name, folded.
    folded: set[str] = attrs.field(factory=set)
    offices: set[str] = attrs.field(factory=set)
    votes: dict[str, float] = attrs.field(factory=lambda: defaultdict(float))
    lead: bool = False
    #: Whether the office is of a body such as the WTO, and of no state.
    of_body: bool = False
    frames: int = 0

    def add(self, actor: Actor) -> None:
        if actor.name in self.names:
            self.names[actor.name] += 1
        elif actor.name and len(self.names) < _MOST_FORMS:
            self.names[actor.name] = 1
            self.folded.add(_fold(actor.name))
        if actor.title is not None and actor.title.id == "style" and not actor.offices:
            self.styles.add(actor.role)
        if actor.role:
            self.roles[actor.role] = self.roles.get(actor.role, 0) + 1
        if actor.title is not None:
            self.offices.add(actor.title.office)
        if actor.party:
            self.votes[actor.party] += _EXPLICIT

    def take(self, other: Person) -> None:
        """Add all that is known of `other`, who is the same person."""
        for name, times in other.names.items():
            self.names[name] = self.names.get(name, 0) + times
        for role, times in other.roles.items():
            self.roles[role] = self.roles.get(role, 0) + times
        self.folded |= other.folded
        self.styles |= other.styles
        self.offices |= other.offices
        for party, weight in other.votes.items():
            self.votes[party] += weight
        self.lead |= other.lead
        self.of_body |= other.of_body
        self.frames += other.frames

    def is_named(self, folded: str) -> bool:
        """Whether the folded name may be one of this person's."""
        return folded in self.folded or any(
            match_names(folded, other, other.rpartition(" ")[2]) for other in self.folded
        )

    def is_same(self, other: Person) -> bool:
        """Whether both may be one person: of names of several words those alone are compared."""
        ours, theirs = _fullest(self.folded), _fullest(other.folded)
        return any(a == b or match_names(a, b, b.rpartition(" ")[2]) for a in theirs for b in ours)


def choose_people(
    people: list[Person], parties: list[str], *, family_first: frozenset[str]
) -> tuple[Participant, ...]:
    """Those of `people` who take part, as participants.

    `family_first` are the parties whose people's family name is printed first.
    """
    people = _merge_unnamed(_merge_spellings(people))
    taking_part = [p for p in people if p.lead] or [p for p in people if p.frames]
    if any(p.lead for p in people):
        taking_part += _beside_the_lead(people, taking_part, parties)
    return _settle(taking_part, parties, family_first)


def _merge_spellings(people: list[Person]) -> list[Person]:
    """`people`, with whoever was met by one name before the full one was read as one person."""
    kept: list[Person] = []
    for person in people:
        party = _winner(person.votes)
        same = [
            other
            for other in kept
            if other.is_same(person) and (not party or _winner(other.votes) in {"", party})
        ]
        if len(same) == 1:
            same[0].take(person)
        else:
            kept.append(person)
    return kept


def _merge_unnamed(people: list[Person]) -> list[Person]:
    """`people`, with whoever a lead calls by the office alone known by the name given elsewhere."""
    kept = []
    for person in people:
        party = _winner(person.votes)
        named = None if person.names else _holder(people, person.offices, party)
        if named is None:
            kept.append(person)
        else:
            named.lead = True
            named.votes[party] += OWN
    return kept


def _holder(people: list[Person], offices: set[str], party: str) -> Person | None:
    """The first whose name is known that holds one of `offices` for `party`."""
    for person in people:
        if person.names and person.offices & offices and _winner(person.votes) in {"", party}:
            return person
    return None


def _beside_the_lead(
    people: list[Person], leading: list[Person], parties: list[str]
) -> list[Person]:
    """Who takes part and is not named where the conversation is.

    That is the speaker whom a party lacks, and, where the lead has one side alone, those of the
    other who hold an office.
    """
    present = {_winner(p.votes) for p in leading}
    rest = [p for p in people if not p.lead and p.names and p.frames]
    found = []
    for party in parties:
        if party in present:
            continue
        own = [p for p in rest if _winner(p.votes) == party] or [p for p in rest if not p.votes]
        if own:
            found.append(max(own, key=lambda p: (p.frames, sorted(p.names))))
    if len(present) == 1:
        found += [
            p
            for p in rest
            if p not in found and p.offices and _winner(p.votes) not in {"", *present}
        ]
    return found


def find_person(people: list[Person], actor: Actor) -> Person | None:
    """Who of `people` is named so."""
    folded = _fold(actor.name)
    found = [person for person in people if person.is_named(folded)]
    if len(found) > 1:
        found.sort(key=lambda person: not is_at_an_end(folded, person.folded))
    return found[0] if found else None


def add_person(people: list[Person]) -> Person:
    """Somebody new, who is not kept where there are too many."""
    person = Person()
    if len(people) < _MOST_PEOPLE:
        people.append(person)
    return person


def _fullest(names: set[str]) -> list[str]:
    """The names of several words, in order; all where there are none."""
    return sorted(name for name in names if " " in name) or sorted(names)


def _fold(name: Sequence[str]) -> str:
    return fold_name(" ".join(name))


def _winner(votes: Mapping[str, float]) -> str:
    if len(votes) < 2:
        return next(iter(votes), "")
    return min(votes, key=lambda party: (-votes[party], party))


def _settle(
    people: list[Person], parties: list[str], family_first: frozenset[str]
) -> tuple[Participant, ...]:
    """Participants from the evidence: parties by votes or elimination, names at their fullest."""
    named = [p for p in people if p.names]
    taken = {_winner(p.votes) for p in named}
    for person in named:
        if not person.votes:
            left = [party for party in parties if party not in taken]
            if len(left) == 1:
                person.votes[left[0]] += LEAD
    settled = [_participant(p, family_first) for p in named]
    for person in people:
        party = _winner(person.votes)
        if not person.names and party not in {p.party for p in settled}:
            role = min(person.roles, key=lambda r: (-person.roles[r], r))
            settled.append(Participant(name=role, role=role, party=party))
    return tuple(sorted(settled, key=lambda p: (p.party, fold_name(p.name))))


def _participant(person: Person, family_first: frozenset[str]) -> Participant:
    party = _winner(person.votes)
    forms = sorted(person.names, key=lambda n: (-len(n), -person.names[n], n))
    fullest = _joined(forms[0])
    role = min(
        person.roles,
        key=lambda r: (
            r in person.styles,
            -len(r.split()),
            r.isupper(),
            -person.roles[r],
            r,
        ),
        default="",
    )
    family = ""
    upper = [w for w in forms[0] if w.isupper() and len(w) > 2]
    if len(upper) == 1 and len(forms[0]) > 1:
        family = upper[0].title()
    elif party in family_first and len(forms[0]) > 1:
        family = forms[0][0]
    aliases = sorted({_joined(form) for form in forms[1:]} - {fullest})
    return Participant(name=fullest, role=role, party=party, aliases=tuple(aliases), family=family)


def _joined(name: tuple[str, ...]) -> str:
    return " ".join(f"{w}." if len(w) == 1 else w for w in name)
