"""Who is meant: actors resolved to the participants of one version."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from functools import lru_cache

import attrs

from paired_readouts._text import tokenize_line
from paired_readouts.extraction._actors import Actor, ActorKind
from paired_readouts.extraction._grammar import Title, compile_grammar
from paired_readouts.lexicon import Lexicon
from paired_readouts.model import Participant, fold_name

__all__ = [
    "RELATIVE_OFFICES",
    "Cast",
    "Resolution",
    "is_at_an_end",
    "make_cast",
    "same_name",
    "similar",
]

# "HE the Minister": with more words, of an office that tells which minister is meant.
_LONGEST_ALONE = 3
#: Offices that tell only on which side somebody is.
RELATIVE_OFFICES = frozenset({"counterpart", "guest"})
_UNTOLD = RELATIVE_OFFICES | {""}
_ARTICLES = ("al", "el")
# Before a father's name.
_SON_OF = frozenset({"bin", "ibn", "bint", "ben"})
_ENDINGS = ("iy", "yy", "ij", "ii", "yi", "ey", "i")


@attrs.define(eq=False, repr=False)
class Resolution:
    """Whom an actor stands for, the rule that decided, and how sure it is."""

    participants: tuple[Participant, ...]
    rule: str
    confidence: float


_NOBODY = Resolution((), "nobody known", 0.6)


@attrs.frozen(eq=False, repr=False)
class Cast:
    """The participants, as one version speaks of them."""

    participants: tuple[Participant, ...]
    #: The offices of each participant, by the ids of the lexicon.
    offices: tuple[set[str], ...]
    #: The party whose account it is.
    own: str
    #: Office to the offices that its bare title may stand for.
    covers: Mapping[str, frozenset[str]]
    #: Whom each name that was looked up stands for.
    _named: dict[tuple[str, ...], Participant | None] = attrs.field(init=False, factory=dict)

    def principal(self, party: str) -> Participant | None:
        """The first participant of a party."""
        return next((p for p in self.participants if p.party == party), None)

    def by_name(self, name: tuple[str, ...]) -> Participant | None:
        """The participant with this name, in any spelling that is close enough."""
        if name not in self._named:
            folded = fold_name(" ".join(name))
            found = [p for p in self.participants if same_name(folded, p)]
            ends = (p for p in found if is_at_an_end(folded, (p.name, *p.aliases)))
            self._named[name] = next(ends, None) or next(iter(found), None)
        return self._named[name]

    def resolve(
        self,
        actor: Actor,
        *,
        last: Participant | None = None,
        opener: Participant | None = None,
        taken: tuple[Participant, ...] = (),
    ) -> Resolution:
        """Whom `actor` stands for.

        `last` spoke last alone, `opener` opened the conversation, `taken` are named beside it.
        """
        match actor.kind:
            case ActorKind.NAME:
                found = self.by_name(actor.name)
                return Resolution((found,), "name", 0.99) if found else _NOBODY
            case ActorKind.TITLE:
                return self._by_office(actor, last, taken)
            case ActorKind.JOINT:
                return self._all(actor)
            case ActorKind.WE:
                return Resolution(self.participants, "first person plural", 0.8)
            case ActorKind.I:
                signer = self.principal(self.own)
                return Resolution((signer,), "first person", 0.9) if signer else _NOBODY
            case ActorKind.SIDE:
                chief = self.principal(self.own if actor.own else actor.party)
                rule = "country for its principal" if actor.country else "side for its principal"
                return Resolution((chief,), rule, 0.9) if chief else _NOBODY
            case _:
                who = last or opener
                return Resolution((who,), "pronoun", 0.9) if who else _NOBODY

    def _all(self, actor: Actor) -> Resolution:
        """Everybody; of a plural office ("the Ministers") those of whom no other one is known."""
        everybody = actor.number == len(self.participants)
        others = tuple(p for p in self.participants if p.party != self.own)
        if actor.visiting and actor.number in {0, len(others)} and others:
            return Resolution(others, "visitors", 0.85)
        if actor.title is not None and actor.title.id != "leader+" and not everybody:
            office = actor.title._replace(id=actor.title.office)
            exact = self._with_that_very(office)
            if len(exact) > 1 and actor.number in {0, len(exact)}:
                return Resolution(exact, "holders of that very office", 0.9)
            holders = tuple(
                p
                for p, offices in zip(self.participants, self.offices, strict=True)
                if not offices or self._holds(offices, office)
            )
            if 1 < len(holders) < len(self.participants):
                return Resolution(holders, "holders of the office", 0.85)
        return Resolution(self.participants, "joint subject", 0.95)

    def _with_that_very(self, office: Title) -> tuple[Participant, ...]:
        """Who holds an office that stands for no other; nobody where it may."""
        if len(office.covers) > 1:
            return ()
        held = zip(self.participants, self.offices, strict=True)
        return tuple(p for p, offices in held if office.id in offices)

    def _counterpart(self, actor: Actor, last: Participant | None) -> Resolution:
        """As in "his counterpart": the one other participant, of the party named if one is."""
        guest = actor.title is not None and actor.title.id == "guest"
        others = [p for p in self.participants if actor.party in {"", p.party}]
        others = [p for p in others if (p.party != self.own if guest else p is not last)]
        return Resolution((others[0],), "counterpart", 0.8) if len(others) == 1 else _NOBODY

    def _holds(self, offices: AbstractSet[str], title: Title) -> bool:
        return bool(offices & title.covers) or any(
            title.id in self.covers.get(office, ()) for office in offices
        )

    def _by_office(
        self, actor: Actor, last: Participant | None, taken: tuple[Participant, ...]
    ) -> Resolution:
        title = actor.title
        if title is None:
            return _NOBODY
        if title.id in RELATIVE_OFFICES:
            return self._counterpart(actor, last)
        held = [
            (p, offices)
            for p, offices in zip(self.participants, self.offices, strict=True)
            if p not in taken
            and (self._holds(offices, title) or actor.offices & offices)
            and (not actor.party or not p.party or p.party == actor.party)
        ]
        held = [(p, offices) for p, offices in held if self._may_be(p, actor)] or held
        matching = self._likeliest(actor, title, held, last)
        if len(matching) > 1:
            printed = [p for p in matching if actor.role.casefold() in p.role.casefold()]
            untold = last in matching and last is not None and last.role.casefold() in _UNTOLD
            if len(printed) == 1 and not (actor.own or untold):
                return Resolution((printed[0],), "title as printed", 0.9)
            own = [p for p in matching if p.party == self.own]
            if own and (actor.own or not actor.party):
                matching = own
            if len(matching) > 1 and last in matching:
                return Resolution((last,), "title of the last speaker", 0.75)
            return Resolution((matching[0],), "title of the issuer's own", 0.9)
        if matching:
            return Resolution((matching[0],), "title", 0.97)
        without = [
            p
            for p, offices in zip(self.participants, self.offices, strict=True)
            if not offices and p.party == (actor.party or self.own)
        ]
        if len(without) == 1:
            return Resolution((without[0],), "title by elimination", 0.7)
        return _NOBODY

    def _may_be(self, participant: Participant, actor: Actor) -> bool:
        """Whether the phrase leaves open that it is `participant`: of the issuer's, a visitor."""
        own = participant.party == self.own
        return not (actor.home and not own) and not (actor.visiting and own)

    def _likeliest(
        self,
        actor: Actor,
        title: Title,
        held: list[tuple[Participant, set[str]]],
        last: Participant | None,
    ) -> list[Participant]:
        """Who of those that `actor` may stand for hold all its offices, or that very one.

        "The Minister" is the issuer's own foreign minister before another's "Minister Aster",
        unless that one spoke last.
        """
        several = {title.id, *actor.offices}
        whole = [p for p, offices in held if several <= offices]
        exact = whole or [p for p, offices in held if not several.isdisjoint(offices)]
        alone = " " not in actor.role and actor.last - actor.first < _LONGEST_ALONE
        if exact and alone and len(title.covers) > 1 and not actor.party and last not in exact:
            own = [p for p, _ in held if p.party == self.own]
            if own and not any(p in exact for p in own):
                return own
        return exact or [p for p, _ in held]


def make_cast(
    participants: tuple[Participant, ...], actors: Iterable[Actor], own: str, lexicon: Lexicon
) -> Cast:
    """The cast of a version: offices are read from the participants' roles and from the text."""
    ordered = tuple(sorted(participants, key=lambda p: p.party != own))
    offices = tuple(set(_offices(p.role, lexicon)) for p in ordered)
    cast = Cast(ordered, offices, own, compile_grammar(lexicon).covers)
    for actor in actors:
        if actor.kind is ActorKind.NAME and actor.title is not None:
            holder = cast.by_name(actor.name)
            if holder is not None:
                held = {actor.title.office, *actor.offices}
                offices[ordered.index(holder)].update(held - {"style"})
    _settle_counterparts(cast)
    return cast


def _settle_counterparts(cast: Cast) -> None:
    """A counterpart holds what the first on the other side holds."""
    for participant, held in zip(cast.participants, cast.offices, strict=True):
        if not RELATIVE_OFFICES.isdisjoint(held):
            held.difference_update(RELATIVE_OFFICES)
            others = zip(cast.participants, cast.offices, strict=True)
            theirs = (offices for p, offices in others if p.party != participant.party)
            held.update(held or next(theirs, ()))


@lru_cache(maxsize=512)
def _offices(role: str, lexicon: Lexicon) -> frozenset[str]:
    """The offices that a role as printed names, by the ids of the lexicon."""
    found = compile_grammar(lexicon).titles.find(tokenize_line(role).lower)
    return frozenset(title.office for _, _, title in found) - {"style"}


def same_name(folded: str, participant: Participant) -> bool:
    """Whether the folded name may be that of `participant`."""
    family = participant.family_name
    return bool(folded) and any(
        match_names(folded, fold_name(name), family)
        for name in (participant.name, *participant.aliases)
    )


def is_at_an_end(folded: str, names: Iterable[str]) -> bool:
    """Whether a folded name stands first or last in one of `names`, and is no father's."""
    return any(
        folded in (words[0], words[-1]) for name in names if (words := fold_name(name).split())
    )


@lru_cache(maxsize=4_000)
def match_names(left: str, right: str, family: str) -> bool:
    """Whether two folded names may be one person's: the shorter lies in the longer.

    Where both name a father, the first names are the same, too: a king and his son share others.
    """
    if left.replace("-", " ") == right.replace("-", " "):
        return True
    short, long = sorted((_words(left), _words(right)), key=len)
    if not short:
        return False
    if len(short) == 1:
        return any(similar(short[0], word) for word in long)
    shared = sum(any(similar(word, other) for other in long) for word in short)
    fathers = not _SON_OF.isdisjoint(short) and not _SON_OF.isdisjoint(long)
    if fathers and shared < len(short) and not similar(short[0], long[0]):
        return False
    return shared >= 2 or (
        any(similar(w, family) for w in short) and any(similar(w, family) for w in long)
    )


def _words(folded: str) -> list[str]:
    """The words of a folded name, initials aside, an article joined to one by itself."""
    for article in _ARTICLES:
        folded = folded.replace(f" {article}-", f" {article} ").removeprefix(f"{article}-")
    return [word for word in folded.split() if len(word) > 1]


def similar(left: str, right: str) -> bool:
    """Whether two folded words may be transliterations of one name."""
    if left == right:
        return True
    if left[:1] != right[:1] or min(len(left), len(right)) < 5 or abs(len(left) - len(right)) > 2:
        return False
    plain = [_plain(word) for word in (left, right)]
    return plain[0] == plain[1] or (min(map(len, plain)) > 5 and _one_edit(*plain))


def _plain(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending):
            return word.removesuffix(ending) + "y"
    return word


def _one_edit(left: str, right: str) -> bool:
    """Whether one letter put in, taken out or changed makes the words equal."""
    if len(left) > len(right):
        left, right = right, left
    if len(right) - len(left) > 1:
        return False
    at = next((i for i, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), len(left))
    return left[at:] == right[at + 1 :] or left[at + 1 :] == right[at + 1 :]
