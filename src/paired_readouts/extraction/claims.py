"""What an account says about the conversation itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from paired_readouts._dates_in_text import find_dates
from paired_readouts._text import Tokens, tokenize, tokenize_line
from paired_readouts.extraction._contacts import Account, read_account
from paired_readouts.extraction._genre import find_genre
from paired_readouts.extraction._initiators import find_initiator
from paired_readouts.extraction._words import Words
from paired_readouts.extraction.mentions import find_mentions, open_named
from paired_readouts.extraction.sentences import split_sentences
from paired_readouts.lexicon import Lexicon, default_lexicon
from paired_readouts.model import (
    Claim,
    ClaimKind,
    Mention,
    MentionKind,
    Participant,
    Span,
    Version,
    fold_name,
)

__all__ = ["find_claims", "find_genre"]

_FOLLOW_UPS = ("next-contact", "next-meeting", "next-call", "next-visit")
_LEAD = 3
_LONGEST_PLACE = 3
# The words among which those present are named.
_COMPANY = 60


def find_claims(
    version: Version,
    *,
    tokens: Tokens | None = None,
    words: Words | None = None,
    sentences: Sequence[Span] | None = None,
    mentions: tuple[Mention, ...] | None = None,
    participants: tuple[Participant, ...] = (),
    lexicon: Lexicon | None = None,
) -> tuple[Claim, ...]:
    """What `version` says about the conversation: its kind, day, hour, length, who asked for it.

    Also the place of a meeting, who else was present, and what is to follow. In the order of
    `ClaimKind`; only what the words say, so that most accounts make few claims. What the caller
    has found before (`tokens`, `words`, `sentences` and `mentions` of the whole text) is not found
    again.
    """
    lexicon = lexicon or default_lexicon()
    tokens = tokens or tokenize(version.text)
    people = participants or version.participants
    if words is None:
        words = open_named(tokens, participants=people, lexicon=lexicon)
    if mentions is None:
        mentions = find_mentions(
            tokens,
            participants=people,
            reference=version.published,
            words=words,
            lexicon=lexicon,
        )
    account = read_account(
        version,
        words=words,
        sentences=split_sentences(version.text) if sentences is None else sentences,
        mentions=mentions,
        participants=people,
        lexicon=lexicon,
    )
    return tuple(_claims(account))


def _claims(account: Account) -> Iterator[Claim]:
    entry, sentence, hit = account.contact()
    contact = entry.text("contact")
    if contact:
        span = account.span(hit[0], hit[1]) if hit is not None else None
        yield Claim(kind=ClaimKind.CONTACT, value=contact, span=span)
    about = _about(account, sentence)
    after = hit[1] if hit is not None else None
    yield from filter(
        None,
        (
            _date(account, about, after),
            _time(account, about),
            _duration(account, about),
            find_initiator(account, about),
            _place(account, sentence, after) if contact in {"meeting", "visit"} else None,
        ),
    )
    yield from _present(account)
    yield from _follow_up(account)


def _about(account: Account, sentence: int | None) -> list[int]:
    """The sentences that tell something about the conversation itself."""
    about = [] if sentence is None else [sentence]
    for number, (low, high) in enumerate(account.sentences):
        named = account.find("the-conversation", low, min(high, low + 8))
        told = named and account.find("takes-place", named[0][1], min(high, named[0][1] + 8))
        lasted = account.words.plain[low] == "it" and account.has("lasting", low + 1)
        if told or lasted:
            about.append(number)
    return sorted(set(about))


def _date(account: Account, about: list[int], contact: int | None) -> Claim | None:
    """The day of the conversation, where the words tie it to the conversation."""
    for number in about:
        days = sorted(_days(account, number, contact), key=lambda day: day[0])
        for _, mention in days[:1]:
            return Claim(kind=ClaimKind.DATE, value=mention.value, span=mention.span)
    published = account.version.published
    title = tokenize_line(account.version.title)
    for first, _, value in find_dates(title, published):
        if _is_day(value) and (first == 0 or title.lower[first - 1] in {":", "-", "on", "("}):
            return Claim(kind=ClaimKind.DATE, value=value)
    return None


def _days(account: Account, number: int, contact: int | None) -> Iterator[tuple[int, Mention]]:
    """The days that a sentence ties to the conversation, each with its rank.

    Last is the day of a journey: "went to Vesten on 2 May, where she met the Minister on 3 May".
    """
    low, high = account.sentences[number]
    start = account.after_lead_in(low, high)
    told = contact if contact is not None and low <= contact <= high else start
    for mention in account.named(low, account.told_until(told, high), MentionKind.DATE):
        at = account.at(mention.span.start)
        early = start == low and at <= low + 3
        tied = at > start and (
            account.has("not-dated", at - 1) is None
            or account.has("part-of-day", at - 2) is not None
        )
        if _is_day(mention.value) and (early or tied):
            yield int(bool(account.find("goes-on", at, told))), mention


def _is_day(value: str) -> bool:
    """Whether it is a day, "2022-04-05" or "--04-05", and no month or stretch of days."""
    return len(value) == (7 if value.startswith("--") else 10)


def _time(account: Account, about: list[int]) -> Claim | None:
    """The hour at which it began: "at 7:50 pm", "commencing at 21:40"."""
    words = account.words
    for number in about:
        low, high = account.sentences[number]
        for at in range(low, high):
            if words.plain[at] not in {"at", "from", "commencing", "around"}:
                continue
            found = _clock(words, at + 1, high)
            if found is not None:
                end, value = found
                return Claim(kind=ClaimKind.TIME, value=value, span=account.span(at + 1, end))
    return None


def _clock(words: Words, at: int, high: int) -> tuple[int, str] | None:
    hour, minute, end = words.word(at), "", at + 1
    half = ""
    for suffix in ("am", "pm"):
        if hour.endswith(suffix):
            hour, half = hour.removesuffix(suffix), suffix
    if words.word(end) == ":" and len(words.word(end + 1)) >= 2:
        minute, end = words.word(end + 1), end + 2
    elif "." in hour:
        hour, _, minute = hour.partition(".")
    for suffix in ("am", "pm"):
        if minute.endswith(suffix):
            minute, half = minute.removesuffix(suffix), suffix
    if not half and words.word(end) in {"am", "pm", "a.m.", "p.m."} and end < high:
        half, end = words.word(end).replace(".", ""), end + 1
    if not (hour.isdecimal() and len(hour) <= 2 and (half or minute)):
        return None
    if minute and not (minute.isdecimal() and len(minute) == 2 and int(minute) < 60):
        return None
    hours = int(hour) % 12 + 12 * (half == "pm") if half else int(hour)
    return (end, f"{hours:02}:{minute or '00'}") if hours < 24 else None


def _duration(account: Account, about: list[int]) -> Claim | None:
    """How long it lasted: "for about 30 minutes", "an hour-long call"."""
    for number in sorted({*about, *range(min(_LEAD, len(account.sentences)))}):
        low, high = account.sentences[number]
        for mention in account.named(low, high, MentionKind.QUANTITY):
            if not mention.value.endswith(" minute"):
                continue
            first, end = account.at(mention.span.start), account.at(mention.span.end)
            lasts = account.find("lasting", max(low, first - 5), first)
            if (lasts and number in about) or account.find("nouns", end, min(high, end + 3)):
                return Claim(kind=ClaimKind.DURATION, value=mention.value, span=mention.span)
    return None


def _place(account: Account, sentence: int | None, contact: int | None) -> Claim | None:
    """Where a meeting took place: "met in Vesten", "at the White House"."""
    if sentence is None or contact is None:
        return None
    words = account.words
    low, high = account.sentences[sentence]
    start = contact - 1 if words.word(contact - 1) in {"in", "at"} else contact
    ranges = [(start, account.told_until(contact, high))]
    if words.plain[low] in {"in", "at"}:
        ranges.append((low, low + 1))
    for first, until in ranges:
        for at in range(first, until):
            if words.plain[at] in {"in", "at"} and (span := _named_place(account, at)):
                return Claim(kind=ClaimKind.PLACE, value=_common_form(span, account), span=span)
    return None


def _named_place(account: Account, preposition: int) -> Span | None:
    words, at = account.words, preposition + 1
    at += words.word(at) == "the"
    before = words.starts[preposition] - 1
    if at >= len(words.plain) or (before >= 0 and words.text[before] == "-"):
        return None
    named = account.named(at, at + 1, MentionKind.COUNTRY, MentionKind.PLACE)
    if named:
        return named[0].span
    if words.plain[preposition] == "at" or not words.is_capital(at):
        return None
    if account.named(at, at + 1, *MentionKind):
        return None
    end = at
    while end < at + _LONGEST_PLACE and words.is_capital(end) and words.plain[end].isalpha():
        end += 1
    return account.span(at, end)


def _common_form(span: Span, account: Account) -> str:
    """The folded name of a place; of a capital with several spellings the first of the table."""
    name = fold_name(span.cut(account.version.text))
    return _capitals(account.lexicon).get(name, name)


@lru_cache(maxsize=8)
def _capitals(lexicon: Lexicon) -> dict[str, str]:
    """Each spelling of a capital with the first one of the table; other cities are left apart."""
    forms = {}
    for entry in lexicon.table("countries"):
        names = [fold_name(name) for name in entry.list("capitals")]
        for name in names[1:]:
            first = names[0]
            alike = name[0] == first[0] and name.count(" ") == first.count(" ")
            if alike or name.startswith(f"{first} "):
                forms[name] = first
    return forms


def _present(account: Account) -> Iterator[Claim]:
    """Who else was there: "was attended by …", "X also participated"."""
    if not (account.tells("was-present") or account.tells("also-present")):
        return
    own = {participant.family_name for participant in account.participants}
    seen: set[str] = set()
    for low, high in account.sentences:
        ranges = [
            (end, min(high, end + _COMPANY)) for _, end in account.find("was-present", low, high)
        ]
        ranges += [
            (max(low, first - _COMPANY), first)
            for first, _ in account.find("also-present", low, high)
        ]
        for first, end in ranges:
            for mention in account.named(first, end, MentionKind.PERSON):
                if mention.value not in own | seen:
                    seen.add(mention.value)
                    yield Claim(kind=ClaimKind.PRESENT, value=mention.value, span=mention.span)


def _follow_up(account: Account) -> Iterator[Claim]:
    """What is to follow: further contacts, a meeting, a call, a visit; with its date if told."""
    seen: set[str] = set()
    told = [name for name in _FOLLOW_UPS if account.tells(name)]
    for low, high in account.sentences if told else ():
        for name in told:
            for first, end in account.find(name, low, high):
                value = account.lexicon.entry("contacts", name).text("follow")
                dates = account.named(end, min(high, end + 10), MentionKind.DATE)
                value = f"{value} {dates[0].value}" if dates else value
                if value not in seen:
                    seen.add(value)
                    yield Claim(
                        kind=ClaimKind.FOLLOW_UP, value=value, span=account.span(first, end)
                    )
