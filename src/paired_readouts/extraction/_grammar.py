"""What extraction knows of one language, compiled once from its lexicon."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache, partial
from itertools import pairwise
from typing import NamedTuple

import attrs

from paired_readouts._text import Phrases, Tokens
from paired_readouts.extraction._inflection import Form, inflect
from paired_readouts.lexicon import Entry, Lexicon
from paired_readouts.model import Act

__all__ = ["Grammar", "Title", "Verb", "compile_grammar"]


@attrs.define(eq=False, repr=False)
class Verb:
    """A reporting verb as the lexicon has it."""

    lemma: str
    act: Act
    force: int
    #: The words that must follow it directly.
    rest: tuple[str, ...]
    colourless: bool
    joint: bool
    first_only: bool
    passive: bool
    #: Whether it is a frame only where all perform it.
    joint_only: bool
    #: Whether it is a frame only with a noun of what is said.
    noun_only: bool
    #: The act where all perform it, if that is another one.
    joint_act: Act


class Title(NamedTuple):
    """An office as the lexicon has it."""

    id: str
    #: Offices that the bare title may stand for, its own id included.
    covers: frozenset[str]
    #: The party that the office itself tells; "" for most.
    party: str = ""

    @property
    def office(self) -> str:
        """The id of one holder's office; that of a plural ends in a plus sign."""
        return self.id.removesuffix("+")


@attrs.define(eq=False, repr=False)
class Grammar:
    """Tables for looking up folded tokens."""

    #: Each inflected form: the grammatical forms that it may be, with the verbs, longest first.
    verbs: dict[str, tuple[tuple[str, Verb], ...]]
    #: The forms with verbs of several words: the words that come second in these.
    seconds: dict[str, frozenset[str]]
    #: The same forms: their verbs of one word alone.
    single: dict[str, tuple[tuple[str, Verb], ...]]
    contact: dict[str, str]
    #: The words at which a frame's verb may begin.
    frame_words: frozenset[str]
    titles: Phrases[Title]
    #: Office to the offices that its bare title may stand for.
    covers: dict[str, frozenset[str]]
    countries: Phrases[str]
    #: Organisations and places, which are nobody's names.
    things: Phrases[str]
    sets: dict[str, frozenset[str]]
    phrases: dict[str, Phrases[str]]
    #: Words that begin a sentence of its own, which goes on with nobody's content.
    openers: Phrases[str]
    #: What leads to a verb's infinitive, with its "to"; whether it says that the act was not done.
    leads: Phrases[bool]
    #: Noun to (act, force), as carriers take them.
    nouns: dict[str, tuple[Act, int]]
    #: The same for verbs that are frames only with such a noun.
    said_things: dict[str, tuple[Act, int]]
    #: The same for verbs that stress, where what is said again is an act of its own.
    renewed_things: dict[str, tuple[Act, int]]
    #: Words that perform an act by themselves at the head of a direct quotation: "Thank you …".
    performing: dict[str, tuple[Act, int]]
    #: What "we are" in a direct quotation: "ready", "grateful".
    minds: dict[str, tuple[Act, int]]

    def is_adverb(self, word: str) -> bool:
        """Whether `word` may stand between a subject and its verb."""
        if word[-2:] == "ly" and len(word) > 4 and word not in self.verbs:
            return True
        return word in self.sets["adverbs"]

    def is_third_person(self, word: str) -> bool:
        """Whether `word` is a verb's form such as "holds", which a title prints with a capital."""
        if not word.endswith("s"):
            return False
        return self.contact.get(word) == Form.THIRD or any(
            form == Form.THIRD for form, _ in self.verbs.get(word, ())
        )

    def tells_fact(self, word: str) -> bool:
        """Whether `word` tells what somebody did: one of the table, or any that ends in -ed."""
        return word in self.sets["fact-verbs"] or (word.endswith("ed") and len(word) > 4)

    def is_past(self, word: str) -> bool:
        """Whether `word` is the past of a reporting verb."""
        return any(form == Form.PAST for form, _ in self.verbs.get(word, ()))

    def verbs_at(self, tokens: Tokens, at: int) -> list[tuple[str, Verb, int]]:
        """The verbs that the token may be a form of: form, verb, one past its last token."""
        lower, after = tokens.lower, at + 1
        word = lower[at]
        seconds = self.seconds.get(word)
        if seconds is None:
            return [(form, verb, after) for form, verb in self.verbs.get(word, ())]
        single = [(form, verb, after) for form, verb in self.single[word]]
        adverb = lower[at - 1] if at else ""
        if adverb[-2:] == "ly":  # "highly evaluated" is "evaluate highly"
            rows = self.verbs[word]
            single = [(f, verb, after) for f, verb in rows if verb.rest == (adverb,)] + single
        following = lower[after] if after < len(lower) else ""
        # An adverb may stand before the words that must follow.
        later = after + 1 if self.is_adverb(following) else after
        beyond = lower[later] if later < len(lower) else ""
        if following not in seconds and beyond not in seconds:
            return single
        longer = []
        for form, verb in self.verbs[word]:
            rest = verb.rest
            if rest and rest[0] in (following, beyond):
                first = after if rest[0] == following else later
                end = first + len(rest)
                if tuple(lower[first:end]) == rest:
                    longer.append((form, verb, end))
        return longer + single


@lru_cache(maxsize=8)
def compile_grammar(lexicon: Lexicon) -> Grammar:
    """The tables of `lexicon`, made once."""
    irregular = {entry.id: entry for entry in lexicon.table("inflections")}
    frames = {entry.id: entry for entry in lexicon.table("frames")}
    nouns = {entry.id: entry for entry in lexicon.table("nouns")}
    titles = {entry.id: entry for entry in lexicon.table("titles")}
    sets = {name: frozenset(entry.list()) for name, entry in frames.items()}
    for name in ("carriers", "carriers-when-bare", "bare-nouns", "discuss-exchanged",
                 "renewers"):  # fmt: skip
        sets[name] = frozenset(nouns[name].list())
    for name in ("honorifics", "name-particles", "name-suffixes", "family-name-first",
                 "title-modifiers"):  # fmt: skip
        sets[name] = frozenset(titles[name].list())
    sets["starters"] = lexicon.words("abbreviations", "sentence-starters")
    sets["determining"] = sets["determiners"] | sets["numbers"]
    sets["actor-openers"] = frozenset().union(
        *(sets[name] for name in ("determiners", "numbers", "joint", "pronoun-he", "pronoun-she",
                                  "pronoun-we", "honorifics", "title-modifiers")),
        {"heads"},
    )  # fmt: skip
    phrase_tables = ("covers", "key-topic", "common-passive", "common-passive-verbs", "topped",
                     "about", "common-agree", "common-emphasis", "presence", "done",
                     "united")  # fmt: skip
    contact: dict[str, str] = {}
    for lemma in frames["contact"].list():
        for form, text in inflect(lemma, irregular):
            contact.setdefault(text, form)
    verbs = _verbs(lexicon, irregular)
    longer = {text: rows for text, rows in verbs.items() if rows[0][1].rest}  # they stand first
    return Grammar(
        verbs=verbs,
        seconds={
            text: frozenset([verb.rest[0] for _, verb in rows if verb.rest])
            for text, rows in longer.items()
        },
        single={
            text: tuple([row for row in rows if not row[1].rest]) for text, rows in longer.items()
        },
        contact=contact,
        frame_words=frozenset({*verbs, *contact, "according"}),
        titles=Phrases(_title_rows(titles)),
        covers={title.id: title.covers for entry in titles.values() for title in _offices(entry)},
        countries=Phrases(_country_rows(lexicon)),
        things=Phrases(
            (word.lower(), entry.id)
            for table in ("organisations", "places")
            for entry in lexicon.table(table)
            for word in entry.list()
        ),
        sets=sets,
        phrases={name: Phrases((w, name) for w in frames[name].list()) for name in phrase_tables},
        openers=Phrases((w, w) for w in frames["continuation-openers"].list()),
        leads=Phrases(
            (f"{words} to", name == "leads-denied")
            for name in ("leads", "leads-denied")
            for words in frames[name].list()
        ),
        nouns={
            word: (Act(entry.text("act")), entry.whole("force"))
            for entry in reversed(list(nouns.values()))
            if entry.text("act")
            for word in entry.list()
        },
        said_things=_said_things(nouns["said-things"]),
        renewed_things=_said_things(nouns["renewed-things"]),
        performing=_said_things(nouns["performing"]),
        minds=_said_things(nouns["minds"]),
    )


def _said_things(entry: Entry) -> dict[str, tuple[Act, int]]:
    things = {}
    for row in entry.list():
        noun, _, named = row.partition("=")
        act, _, force = named.partition(":")
        things[noun] = (Act(act), int(force))
    return things


def _verbs(
    lexicon: Lexicon, irregular: dict[str, Entry]
) -> dict[str, tuple[tuple[str, Verb], ...]]:
    verbs: list[Verb] = []
    for entry in lexicon.table("verbs"):
        act = Act(entry.text("act"))
        verb = partial(
            Verb,
            act=act,
            force=entry.whole("force"),
            colourless=bool(entry.whole("colourless")),
            joint=bool(entry.whole("joint")),
            joint_only=bool(entry.whole("joint-only")),
            noun_only=bool(entry.whole("noun-only")),
            passive=not entry.whole("no-passive"),
            first_only=bool(entry.whole("first-only")),
            joint_act=Act(entry.text("joint-act", act.value)),
        )
        verbs += [verb(lemma=phrase, rest=tuple(phrase.split()[1:])) for phrase in entry.list()]
    table: dict[str, list[tuple[str, Verb]]] = {}
    forms: dict[str, list[tuple[str, str]]] = {}
    for read in sorted(verbs, key=_rank):
        first = read.lemma.split()[0]
        if first not in forms:
            forms[first] = _forms(first, irregular)
        for form, text in forms[first]:
            table.setdefault(text, []).append((form, read))
    return {text: tuple(rows) for text, rows in table.items()}


def _forms(lemma: str, irregular: dict[str, Entry]) -> list[tuple[str, str]]:
    """The forms of a verb; a participle like the past is read as the past alone."""
    forms = list(inflect(lemma, irregular))
    past = {text for form, text in forms if form == Form.PAST}
    return [row for row in forms if row[0] != Form.PARTICIPLE or row[1] not in past]


def _rank(verb: Verb) -> tuple[int, bool]:
    """Verbs with more words come first, and "speak highly" before "speak of"."""
    return -len(verb.rest), not any(word.endswith("ly") for word in verb.rest)


def _title_rows(titles: dict[str, Entry]) -> Iterator[tuple[str, Title]]:
    for entry in titles.values():
        for one, several in pairwise(_offices(entry)):
            for word in entry.list():
                yield word, one
                head, *rest = word.split()
                if not head.endswith("s"):
                    yield " ".join([f"{head}s", *rest]), several
                if rest and not rest[-1].endswith("s"):
                    yield f"{word}s", several


def _offices(entry: Entry) -> tuple[Title, ...]:
    """The office of one holder and that of several; none where the entry is no office."""
    if entry.text("class") in {"", "honorific", "particle", "suffix"}:
        return ()
    covers = frozenset({entry.id, *entry.text("generic").split()})
    one = Title(entry.id, covers, entry.text("party"))
    return one, one._replace(id=f"{entry.id}+")


def _country_rows(lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    for entry in lexicon.table("countries"):
        for name in ("words", "adjectives", "people", "capitals", "seats"):
            for word in entry.list(name):
                yield word.lower(), entry.id
