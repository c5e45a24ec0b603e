"""Who asked for the conversation, as an account tells it."""

from __future__ import annotations

from paired_readouts.extraction._contacts import Account
from paired_readouts.model import Claim, ClaimKind, Mention, MentionKind, Span

__all__ = ["find_initiator"]

_LEAD = 3
_REACH = 14
# So far back, in words, the same sentence is searched for what the asking side goes with.
_BACK = 80


def find_initiator(account: Account, about: list[int]) -> Claim | None:
    """The side that asked for the conversation: its party's code, or a folded family name."""
    for number in sorted({*about, *range(min(_LEAD, len(account.sentences)))}):
        low, high = account.sentences[number]
        lead = number < _LEAD or number in about
        found = _by_request(account, low, high, lead=lead) or _placed(account, low, high, lead=lead)
        if found is not None:
            return found
    return None


def _by_request(account: Account, low: int, high: int, *, lead: bool) -> Claim | None:
    """By a phrase such as "at the request of the latter", "at the Norland side's initiative"."""
    for first, end in account.find("by-request-of", low, high):
        if _tells_contact(account, low, first, high, lead=lead):
            who = _side(account, end, _end_of_name(account, end, high), max(low, first - _BACK))
            if who:
                return Claim(
                    kind=ClaimKind.INITIATOR, value=who, span=_shown(account, first, end, high)
                )
    asked = account.find("call-from", low, high) if lead else []
    until = account.told_until(account.after_lead_in(low, high), high) if asked else low
    for first, end in asked:
        who = _side(account, end, _end_of_name(account, end, high), low) if end <= until else ""
        if who:
            span = _shown(account, first, end, high)
            return Claim(kind=ClaimKind.INITIATOR, value=who, span=span)
    for last, end in account.find("own-initiative", low, high):
        opening = _opening(account, low, last)
        if opening is not None and _tells_contact(account, low, opening, high, lead=lead):
            who = _side(account, opening + 1, last, max(low, opening - _BACK))
            if who:
                return Claim(kind=ClaimKind.INITIATOR, value=who, span=account.span(opening, end))
    return None


def _opening(account: Account, low: int, last: int) -> int | None:
    """The "at" or "on" of "at X's initiative" before its last word."""
    for at in range(last - 1, max(low, last - _REACH) - 1, -1):
        word = account.words.plain[at]
        if word in {"at", "on", "upon"}:
            return at if last - at > 1 else None
        if word in {",", ";", ":", "of", "by"}:
            return None
    return None


def _tells_contact(account: Account, low: int, first: int, high: int, *, lead: bool) -> bool:
    """Whether the words that name the asking side stand with those that tell of the contact."""
    named = "the-conversation"
    if first > low + 2:
        low = max(low, first - _BACK)
        told = [end for _, end in account.find(named, low, first)]
        told += [end for _, end in account.find("places-a-call", low, first)]
        told += [end for _, end, _ in account.contacts(low, first)]
        return bool(told) and account.told_until(told[-1], first) >= first - 2
    if not lead:
        return False
    high = min(high, first + _BACK)
    comma = next((at for at in range(first, high) if account.words.plain[at] == ","), first)
    return any(
        account.told_until(comma, start) == start for start, _, _ in account.contacts(comma, high)
    )


def _end_of_name(account: Account, low: int, high: int) -> int:
    told = account.find("the-conversation", low, high)
    high = told[0][0] if told else high
    for at in range(low, min(high, low + _REACH)):
        if account.words.plain[at] in {",", ";", ".", ":", "(", "and"}:
            if account.words.plain[at] == "." and len(account.words.word(at - 1)) <= 2:
                continue
            return at
    return min(high, low + _REACH)


def _shown(account: Account, first: int, end: int, high: int) -> Span:
    return account.span(first, max(end, _end_of_name(account, end, high)))


def _placed(account: Account, low: int, high: int, *, lead: bool) -> Claim | None:
    """By a verb: "X phoned Y", "X initiated the call", "X called Prime Minister Y"."""
    if not lead or not (account.tells("places-a-call") or account.tells("calls-somebody")):
        return None
    start = account.after_lead_in(low, high)
    hits = [*account.find("places-a-call", start, high)]
    hits += [
        (first, end)
        for first, end in account.find("calls-somebody", start, high)
        if account.words.is_capital(end)
    ]
    for first, end in sorted(hits):
        if first > start + _BACK:
            break
        if account.told_until(start, first) < first or account.words.word(first - 1) in _PASSIVE:
            continue
        who = _side(account, start, first, low)
        if who:
            return Claim(kind=ClaimKind.INITIATOR, value=who, span=account.span(first, end))
    return None


_PASSIVE = frozenset({"was", "were", "been", "so", "is"})


def _side(account: Account, low: int, high: int, sentence: int) -> str:
    """The side that is named between two words, "" if none is."""
    words = account.words.plain[low:high]
    if account.has("own-side", low) is not None:
        return account.version.party
    for entry, place in (("latter", -1), ("former", 0)):
        if any(account.has(entry, low + at) is not None for at in range(len(words))):
            before = account.named(sentence, low, MentionKind.PERSON)
            sides = [side for mention in before if (side := _of_person(account, mention))]
            return sides[place] if sides and (place or len(set(sides)) > 1) else ""
    people = account.named(low, high, MentionKind.PERSON)
    states = account.named(low, high, MentionKind.COUNTRY)
    for mention in people:
        party = _of_person(account, mention)
        if party and party != mention.value:
            return party
    if states:
        return states[0].value
    return people[0].value if people else ""


def _of_person(account: Account, mention: Mention) -> str:
    """The party of a participant, or the family name of one whose party is unknown."""
    for participant in account.participants:
        if participant.family_name == mention.value:
            return participant.party or mention.value
    return mention.value
