"""The report: one structure over a comparison, which every format writes out thinly."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from paired_readouts.model._by_fields import by_fields

__all__ = [
    "Account",
    "Alone",
    "Check",
    "Figure",
    "Issue",
    "Line",
    "Logistic",
    "Pledge",
    "Point",
    "Quote",
    "Report",
    "Shared",
    "Voice",
]


@by_fields
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Line:
    """One statement as readers see it."""

    #: The account's label and the statement's number: "US7"; the same in every format.
    label: str
    #: Who speaks, by family name; "" where the text names nobody.
    who: str
    #: The same, each speaker by the full name.
    speakers: tuple[str, ...]
    #: The act's word.
    act: str
    #: The exact words.
    text: str
    #: What is said, from the verb on, shortened with "…" where it is long.
    quotation: str
    #: The first code point in the account's text.
    start: int
    #: One past the last code point.
    end: int
    #: The topics that the content touches.
    topics: tuple[str, ...]
    #: Whether speaker or act is unsure: shown as "(?)".
    doubtful: bool


@by_fields
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Account:
    """One account: who issued it, how whole it is, and its lines."""

    #: What its lines are labelled with: the party's code, or "A", "B" where that is unknown;
    #: never ends in a digit, so that no two lines of a report share a label.
    label: str
    #: What sentences call it before the word "account": "US", "Azerbaijani"; no two are the same.
    called: str
    #: How sentences call it: "US account", "Azerbaijani excerpt".
    name: str
    #: How sentences say that something is absent from it: "It is not in the Azerbaijani excerpt."
    missing: str
    #: The party's code; "" is unknown.
    party: str
    #: The office that issued it.
    issuer: str
    #: The outlet that carried it.
    via: str
    #: Its title.
    title: str
    #: When it was published, ISO 8601; "" where not told.
    published: str
    #: The same as readers write it: "9 April 2031, 18:05 UTC".
    when: str
    #: Where it was found.
    url: str
    #: The language's code.
    language: str
    #: How whole it is, with the words that show it.
    completeness: str
    #: Whether it is a translation; "" where that is neither stated nor in question.
    translation: str
    #: What a reader should know about it.
    warnings: tuple[str, ...]
    #: The version's id.
    version: str
    #: The whole text.
    text: str
    #: The number of words.
    words: int
    #: How long it is: "7 statements, 107 words".
    length: str
    #: Its statements.
    lines: tuple[Line, ...]


@by_fields
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Point:
    """A finding in a sentence."""

    #: Its number in the note, from 1 on.
    number: int
    #: The code of the difference.
    code: str
    #: The same in words: "in one account only".
    kind: str
    #: How much it matters.
    severity: str
    #: The sentence.
    sentence: str
    #: What to keep in mind.
    caveats: tuple[str, ...]
    #: Whether it rests on something unsure.
    doubtful: bool
    #: The labels of all lines that it rests on.
    labels: tuple[str, ...]


@by_fields
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Quote:
    """Words of one account with their lines."""

    #: The index of the account.
    account: int
    #: Who speaks; "" where the text names nobody.
    who: str
    #: The words, exact, with "…" where shortened.
    text: str
    #: The labels of the lines.
    labels: tuple[str, ...]
    #: Whether a line, or what joins them, is unsure.
    doubtful: bool
    #: The numbers of the findings in short that tell of these lines.
    notes: tuple[int, ...] = ()


@by_fields
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Shared:
    """A matter that two or more accounts have."""

    #: Its number, from 1 on, in the order of the first account.
    number: int
    #: A few words of the texts on what it is about; "" where no finding names it.
    matter: str
    #: How the accounts stand to each other: the relation's word.
    relation: str
    #: The kinds of difference.
    differences: tuple[str, ...]
    #: The gravest finding on it; "" for none.
    severity: str
    #: The words of each account, by account.
    quotes: tuple[Quote, ...]
    #: What only one account adds, by account; not where that is nearly all of its words.
    added: tuple[Quote, ...]
    #: The lowest score of the links that join it.
    score: float
    #: Whether that score is low: what joins the accounts here is unsure.
    weak: bool
    #: Which of its accounts lack it, by index; only where there are three or more.
    lacking: tuple[int, ...] = ()


@by_fields
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Alone:
    """Lines that one account alone has, of one kind."""

    #: The index of the account.
    account: int
    #: Whose lines they are: "own", "joint", "credited" to another side, or "narrated".
    kind: str
    #: The same in words: "its own side’s lines".
    whose: str
    #: The heading over all that the account alone has: "Only in the US account".
    title: str
    #: Where the lines are that were told in short: "In short above: 1, 3"; "" for none.
    told: str
    #: The lines.
    quotes: tuple[Quote, ...]


@by_fields
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Logistic:
    """A fact about the conversation as each account tells it."""

    #: What is told: the kind of claim, or "published" or "via".
    fact: str
    #: The same in words: "day", "who called".
    name: str
    #: What each account says, "" where it says nothing.
    values: tuple[str, ...]
    #: Whether two accounts contradict each other.
    disputed: bool


@by_fields
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Pledge:
    """Something that somebody undertakes, and which account says so."""

    #: Who undertakes it, by name or party; "" where that is not told.
    who: str
    #: What is undertaken, in the words of the account that has it.
    what: str
    #: On what condition; "" for none.
    condition: str
    #: How firmly: "will", or "NRL will, VST considers" where the accounts differ.
    firmness: str
    #: What the accounts make of it: "in both", "only in the US account", "denied", "conflicting".
    status: str
    #: The labels of its lines.
    labels: tuple[str, ...]


@by_fields
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Figure:
    """A measure in words."""

    #: Its name in words.
    name: str
    #: Its value: "3 of 12", "0.42", or "not defined".
    value: str
    #: How it was computed, or why it could not be.
    method: str
    #: Whether it has no value.
    undefined: bool = False


@by_fields
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Voice:
    """How many words of an account report one speaker."""

    #: The index of the account.
    account: int
    #: The speaker's name; "nobody named" where the text gives the words to nobody.
    name: str
    #: The number of words.
    words: int


@by_fields
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Check:
    """Something to look at by eye before printing."""

    #: The sentence.
    text: str
    #: The lines that it concerns.
    labels: tuple[str, ...] = ()


@by_fields
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Issue:
    """One row of the issue table: a matter, shared or in one account only."""

    #: A few words of the texts on what it is about; "" where no finding names it.
    matter: str
    #: The labels of its lines.
    labels: tuple[str, ...]
    #: The words of each account; "" where it has none.
    words: tuple[str, ...]
    #: Who says them in each account; "" where it names nobody.
    speakers: tuple[str, ...]
    #: "same", "differs", "conflict", or "only in the US account".
    relation: str
    #: The kinds of difference.
    differences: tuple[str, ...]
    #: The gravest finding on it; "" for none.
    severity: str
    #: Whether something in it is unsure.
    doubtful: bool


@by_fields
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Report:
    """Everything that a report on two or more accounts shows, in its order."""

    #: Who with whom, how and when: "Velin – Sordan, call, 9 April 2031".
    title: str
    #: Who took part: "President Mara Velin (NRL)".
    participants: tuple[str, ...]
    #: The accounts, as given.
    accounts: tuple[Account, ...]
    #: What is known about the conversation itself in one line, and what neither account tells.
    occasion: str
    #: How much has a counterpart, one sentence an account or pair.
    counts: tuple[str, ...]
    #: The findings that matter most, numbered; `nothing` stands where there is none.
    short: tuple[Point, ...]
    #: What is told where there is no finding.
    nothing: str
    #: Every finding, numbered, most important first.
    points: tuple[Point, ...]
    #: The other findings that neither `shared` nor `alone` tells in full.
    further: tuple[Point, ...]
    #: What two or more accounts have.
    shared: tuple[Shared, ...]
    #: What one account alone has.
    alone: tuple[Alone, ...]
    #: Who called, when, how long, who published when.
    logistics: tuple[Logistic, ...]
    #: Who undertakes what; only on two accounts.
    pledges: tuple[Pledge, ...]
    #: The measures.
    figures: tuple[Figure, ...]
    #: The speakers' shares.
    voices: tuple[Voice, ...]
    #: What to check before printing.
    checks: tuple[Check, ...]
    #: The issue table.
    issues: tuple[Issue, ...]
    #: Versions of library, lexicon and weights.
    provenance: str
    #: The headings of the parts, by name.
    titles: Mapping[str, str] = attrs.field(hash=False)
