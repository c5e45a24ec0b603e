"""Findings as sentences: templates are data, slots are what a finding puts into them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from paired_readouts.errors import LexiconError
from paired_readouts.lexicon import Lexicon, default_lexicon
from paired_readouts.model import Finding, FindingCode, Version

__all__ = ["ACCOUNT_SLOTS", "SLOTS", "absence", "name_accounts", "phrase_finding"]

#: The slots that each code fills, besides those that every finding has: `form` (the template),
#: `left` and `right` (what the accounts are called) and `matter` (a few words on the matter). Where
#: only one account has something, `party` is that account, `other` the other one and `state` how
#: complete the other one's text is (full, excerpt, unknown). A `line` is a speaker and his words in
#: quotation marks.
SLOTS: Mapping[FindingCode, tuple[str, ...]] = {
    FindingCode.ONE_SIDED: (
        *("party", "other", "state", "who", "lines", "words", "total"),
        *("added", "left_added", "right_added"),
    ),
    FindingCode.CREDITED_WORDS: (
        *("party", "other", "state", "who", "lines", "words", "total", "other_lines"),
    ),
    FindingCode.REASSIGNED: ("left_line", "right_line"),
    FindingCode.JOINT_SINGLE: (
        *("joint", "single", "joint_who", "single_who", "joint_line", "single_line"),
    ),
    FindingCode.RECIPROCAL: ("matter_head", "left_line", "right_line"),
    FindingCode.AGAINST_EACH_OTHER: ("left_line", "right_line"),
    FindingCode.AGREEMENT: (
        *("agreeing", "other", "agreeing_line", "other_line", "left_scope", "right_scope"),
    ),
    FindingCode.DENIAL: ("left_line", "right_line"),
    FindingCode.CONDITION: ("party", "other", "condition", "line", "other_line"),
    FindingCode.FORCE: (
        *("stronger", "weaker", "strong_line", "weak_line", "left_line", "right_line"),
    ),
    FindingCode.CERTAINTY: (
        *("firmer", "looser", "firm_word", "loose_word", "firm_line", "loose_line"),
    ),
    FindingCode.NAMING: ("left_form", "right_form"),
    FindingCode.FRAMING: (
        *("party", "other", "kind", "cue", "line", "other_line", "left_line", "right_line"),
    ),
    FindingCode.VAGUENESS: (
        *("vague", "specific", "formula", "line", "left_scope", "right_scope"),
    ),
    FindingCode.QUOTATION: (
        *("party", "other", "quotation", "other_line", "left_quotation", "right_quotation"),
    ),
    FindingCode.FIGURES: ("what", "left_value", "right_value"),
    FindingCode.NEXT_STEPS: (
        *("party", "other", "state", "who", "lines", "words", "total"),
        *("left_value", "right_value"),
    ),
    FindingCode.INITIATOR: ("party", "other", "state", "value", "left_value", "right_value"),
    FindingCode.CONTACT_KIND: ("left_value", "right_value"),
    FindingCode.CHANNEL: ("left_value", "right_value"),
    FindingCode.FIRST_PUBLISHED: ("first", "second", "first_value", "second_value"),
    FindingCode.LENGTH: ("left_words", "left_statements", "right_words", "right_statements"),
    FindingCode.ORDER: ("line", "left_place", "right_place", "places"),
    FindingCode.VOICE: ("who", "left_share", "right_share"),
    FindingCode.REVISION: ("party", "before", "after"),
    FindingCode.OWN_HISTORY: ("party", "phrase", "count", "total"),
    FindingCode.TRANSLATION: ("party", "before", "after"),
    FindingCode.SHARED_SILENCE: ("topic",),
}


#: The slots that hold what an account is called.
ACCOUNT_SLOTS = (
    *("left", "right", "party", "other", "joint", "single", "agreeing", "stronger", "weaker"),
    *("firmer", "looser", "vague", "specific", "first", "second"),
)

_ORDINALS = ("first", "second", "third", "fourth", "fifth")


class _Slots(dict[str, str]):
    """A slot that a finding does not fill is empty in its sentence."""

    def __missing__(self, key: str) -> str:
        return ""


def fill(lexicon: Lexicon, section: str, form: str, slots: Mapping[str, str]) -> str:
    """The template `form` of `section` with the slots put in, single-spaced."""
    template = lexicon.entry("sentences", section).text(form)
    values = _Slots(slots)
    if "state" in slots:
        values["absence"] = absence(slots["state"], other=slots.get("other", ""), lexicon=lexicon)
    return " ".join(template.format_map(values).split())


def absence(state: str, *, other: str, lexicon: Lexicon | None = None) -> str:
    """The sentence that says that the account `other` does not have something.

    `state` is how complete that text is: "full", "excerpt" (a summary too) or "unknown".
    """
    words = default_lexicon() if lexicon is None else lexicon
    return words.entry("sentences", "absence").text(state).format_map(_Slots(other=other))


def phrase_finding(
    finding: Finding, *, names: Sequence[str] = (), lexicon: Lexicon | None = None
) -> str:
    """One plain sentence for a finding, without its caveats.

    `names` are what to call the left and the right account, where that is not what the finding
    calls them. Where the lexicon has no template for it, it is the code and the matter.
    """
    words = default_lexicon() if lexicon is None else lexicon
    slots = {slot.name: slot.text for slot in finding.slots}
    if names:
        called = {slots.get("left", ""): names[0], slots.get("right", ""): names[1]}
        slots |= {k: called.get(slots[k], slots[k]) for k in ACCOUNT_SLOTS if k in slots}
    try:
        sentence = fill(words, finding.code.value, slots.get("form", ""), slots)
    except LexiconError:
        sentence = ""
    if sentence:
        return sentence
    code = finding.code.value.replace("-", " ").capitalize()
    what = finding.slot("matter") or "; ".join(slot.text for slot in finding.slots)
    return " ".join((f"{code}: {what}." if what else f"{code}.").split())


def name_accounts(versions: Sequence[Version], *, lexicon: Lexicon | None = None) -> list[str]:
    """What sentences call each account before the word "account": "US", "Ukrainian"; all differ."""
    words = default_lexicon() if lexicon is None else lexicon
    names = [_name_account(version, words) for version in versions]
    counts = Counter(names)
    issuers = Counter(version.issuer for version in versions)
    told = []
    for place, (name, version) in enumerate(zip(names, versions, strict=True)):
        if name and counts[name] == 1:
            told.append(name)
        elif version.issuer and issuers[version.issuer] == 1 and version.issuer not in names:
            told.append(version.issuer)
        else:
            told.append(f"{_ordinal(place)} {name}".rstrip())
    return told


def _name_account(version: Version, lexicon: Lexicon) -> str:
    party = version.party
    if not party or party in lexicon.words("sentences", "by-code"):
        return party or version.issuer
    countries = lexicon.tables.get("countries", {})
    adjectives = countries[party].list("adjectives") if party in countries else ()
    return adjectives[0] if adjectives else party


def _ordinal(place: int) -> str:
    return _ORDINALS[place] if place < len(_ORDINALS) else f"number {place + 1}"
