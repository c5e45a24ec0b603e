"""What stands around prose, as the lexicon's table `boilerplate` lists it: look-ups for a line."""

from __future__ import annotations

import re
from functools import lru_cache

import attrs

from paired_readouts._text import fold
from paired_readouts.lexicon import Lexicon

__all__ = ["EDGE", "Furniture", "furniture", "tail_mark"]

#: White space and invisible signs that may stand around a line.
EDGE = (
    " \t\n\r\v\f\x1c\x1d\x1e\x1f\x85\xa0\xad\u1680\u180e\u2000\u2001\u2002\u2003\u2004\u2005\u2006"
)
EDGE += "\u2007\u2008\u2009\u200a\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d"
EDGE += "\u202e\u202f\u205f\u2060\u2066\u2067\u2068\u2069\u3000\ufeff"
_SIGNS = EDGE + "[](){}*_#=~<>|\\/-–—•·\"'“”‘’."
_END = re.compile(r"[\s\\*]*(?:[/(\[]\s?(?:END|End)\s?[/)\]]|(?:\\?#[\s\\*]*){2,}\**|-\s?30\s?-)\Z")
# What such a mark may end with.
_END_SIGNS = frozenset("/)]#*\\-" + EDGE)
# The sign of an agency after the last sentence: "-- NNA", "NNA 19:42 LOCAL TIME 16:42 GMT 0031".
_AGENCY_SIGN = (
    r"(?:[-–—/]{1,3}\s?[A-Z]{2,8}|[-–—/]{0,3}\s?[A-Z]{2,8}(?=\s\d\d?:\d\d\s))"
    r"(?:\s(?:\d\d?:\d\d|[A-Z]{2,6}|\d{4})){0,8}"
)
_GAP = r"(?:\s?[-–]\s?|\s)"
# Also "END", initials, and "NNA: 4 May 2020" or "Press Office of the President 4 - May - 2020".
_SIGN_OFF = re.compile(
    rf"(?<=[.!?”\"●])\s*(?:{_AGENCY_SIGN}|END[S.]?|End(?:s|item)?\.?|(?:[A-Z]\.){{2,4}}"
    r"|(?:[A-Z]{2,8}:|[A-Z][\w’']+(?:\s(?:[A-Z][\w’']+|of|the|and|for)){1,9})\s"
    rf"\d\d?{_GAP}[A-Z][a-z]{{2,8}}{_GAP}\d{{4}})\Z"
)
_LONGEST_SIGN = 110
_HEAD = 160
_PLACE = 70
_WHITE = "[" + re.escape(EDGE) + "]"


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Furniture:
    """The table, ready for look-ups."""

    #: First word of a phrase to its rows: phrase, entry id, place.
    _phrases: dict[str, tuple[tuple[str, str, str], ...]]
    #: Phrases that lead up to a colon.
    _leads: tuple[str, ...]
    #: A sentence's last words that announce what follows.
    _ends: tuple[str, ...]
    #: The longest word of each of these, one of which any text that holds them has.
    _longest_words: tuple[str, ...]
    #: Words of which an announcing sentence has one.
    _announced: tuple[str, ...]
    #: A date in words or figures.
    date: re.Pattern[str]
    _not_places: frozenset[str]
    _calendar: frozenset[str]
    _contact: frozenset[str]
    _capitals: frozenset[str]
    #: A word that makes a line before the prose a title.
    title: re.Pattern[str]

    def rule(self, line: str, *places: str) -> str:
        """The id of the entry that `line` begins with or is, in one of `places`; "" for none."""
        words = line[:_HEAD].strip(_SIGNS).split()
        rows = self._phrases.get(fold(words[0]).rstrip(":.,")) if words else None
        if rows is None:
            return ""
        head = fold(" ".join(words))
        for phrase, entry, place in rows:
            if place not in places or not head.startswith(phrase.rstrip("*")):
                continue
            rest = head[len(phrase) :]
            if place == "mark":
                if not rest.strip(" .:!") and len(line) < _HEAD:
                    return entry
            elif phrase[-1] in "*:©(" or not (rest and (rest[0].isalnum() or rest[0] == "'")):
                return entry
        return ""

    def lead(self, text: str, start: int, end: int) -> tuple[int, int] | None:
        """Where a phrase like "the following is attributable to" stands, through its colon."""
        if text.find(":", start, min(end, start + 700)) < 0:
            return None
        match = _one_of(self._leads).search(text, start, min(end, start + 400))
        if match is None or ". " in text[start : match.start()]:
            return None
        colon = text.find(":", match.end(), min(end, match.end() + 300))
        if colon < 0 or ". " in text[match.end() : colon].replace("Mr. ", "").replace("Ms. ", ""):
            return None
        return match.start(), colon + 1

    def announcements(self, text: str, start: int, end: int) -> list[tuple[int, int]]:
        """Sentences such as "The overview of the talks is as follows:" between `start`, `end`."""
        found: list[tuple[int, int]] = []
        folded = text[start:end].lower()
        if not any(word in folded for word in self._longest_words):
            return found
        for match in _one_of(self._ends, r"\s*[.:]").finditer(text, start, end):
            floor = max(start, match.start() - 240, found[-1][1] if found else 0)
            before = text[floor : match.start()]
            cut = max((before.rfind(sign) for sign in _STOPS), default=-1)
            if cut < 0 and floor > start and not (found and floor == found[-1][1]):
                continue
            head = before[cut + 1 :].lstrip(EDGE)
            if _one_of(self._announced).search(head) and len(head.split()) <= 25:
                found.append((match.start() - len(head), match.end()))
        return found

    def tells_contact(self, line: str) -> bool:
        """Whether `line` says, in sentence case, that a call or meeting took place."""
        words = line[:300].split()
        if not any(fold(word.strip(",.")) in self._contact for word in words):
            return False
        return (
            self.title.search(line, 0, 300) is not None
            and sum(word[0].islower() for word in words if len(word) > 3) >= 2
        )

    def is_dated(self, line: str) -> bool:
        """Whether `line` is a date, with at most a few words of place, time or office around it."""
        if len(line) > 90 or line[-1] in ";–—-" or self.date.search(line) is None:
            return False
        words = re.findall(r"[^\W\d_]+", self.date.sub(" ", line))
        free = [w for w in words if fold(w) not in self._calendar]
        return len(free) <= 5 and all(w[0].isupper() or w in _SMALL for w in free)

    def letterhead(self, text: str, start: int, end: int) -> int:
        """One past a letterhead that lost its line break and ends in a date; else `start`."""
        date = self.date.search(text, start, min(end, start + 240))
        if date is None or not any(c.isdigit() for c in date.group()[-4:]):
            return start
        before = text[start : date.start()]
        after = text[date.end() : date.end() + 40].lstrip(EDGE + ",|–-")
        ends = any(sign in before for sign in (". ", ", ", " on ", " of the "))
        return date.end() if after[:1].isupper() and not ends else start

    def dateline(self, text: str, start: int, end: int) -> int:
        """One past the dateline that the prose at `start` begins with; `start` where none is."""
        head = text[start : min(end, start + 140)]
        day = self.date.match(head)
        if day and _YEAR.search(day.group()):
            after = head[day.end() :]
            if after[:1] in EDGE and after.lstrip(EDGE)[:1].isupper():
                return start + day.end()
        for match in _BREAK.finditer(head):
            after = head[match.end() :].lstrip(EDGE + "“\"'‘")[:1]
            colon = match.group().strip(EDGE) == ":"
            if after.isupper() and self._is_place(head[: match.start()], match.group(), colon):
                return start + match.end()
        return start

    def _is_place(self, place: str, sign: str, colon: bool) -> bool:  # noqa: FBT001
        bare = _AGENCY.sub(" ", place)
        dated = self.date.sub(" ", bare)
        told = dated != bare or bare != place or sign[0] in "/)"
        words = [w.strip(" ,.") for w in dated.replace("/", " ").split()]
        words = [w for w in words if w.strip("|.") and fold(w) not in self._calendar]
        if len(dated) > _PLACE or len(words) > 6 or (not words and not told):
            return False
        if any(fold(w) in self._not_places for w in words):
            return False
        told = told or fold(words[0] if len(words) == 1 else dated.split(",")[0]) in self._capitals
        if sign[0] == "." and (dated == bare or not bare.isupper()):
            return False
        if told and (not colon or dated != bare):
            return all(w[0].isupper() or w[0].isdigit() for w in words)
        return all(w.isupper() and w[0].isalpha() for w in words) and len("".join(words)) > 2


# What may end a dateline: an agency between strokes or in brackets, a dash, a colon.
_BREAK = re.compile(
    rf"(?:/[A-Z][\w -]{{1,20}}/\.?{_WHITE}*[-–—]*|:|\.(?<=[A-Z]{{3}}\.)){_WHITE}+"
    rf"|{_WHITE}*(?:[–—]{_WHITE}*|(?:-{{1,3}}|−){_WHITE}+)"
)
_SMALL = frozenset({"of", "at", "am", "pm", "a", "m", "p", "th", "st", "nd", "rd", "hrs", "h"})
_LAST_WORDS = ("Enditem", "Enditem.", "Ends", "Ends.", "End", "End.", "ENDS.")
_YEAR = re.compile(r"\d{4}")
_STOPS = (". ", ".\n", ".\xa0", "! ", "? ")
_AGENCY = re.compile(r"[(\[/][A-Z][\w. -]{1,24}[)\]/]")


def tail_mark(text: str, start: int, end: int) -> re.Match[str] | None:
    """The sign of the end, "### ", "(END)" or an agency's, that stands last between two places."""
    if start >= end:
        return None
    if text[end - 1] in _END_SIGNS:
        return _END.search(text, max(start, end - 40), end)
    signed = text[end - 1].isdigit() or text[end - 1].isupper() or text[end - 2].isupper()
    if signed or text.endswith(_LAST_WORDS, start, end):
        return _SIGN_OFF.search(text, max(start, end - _LONGEST_SIGN), end)
    return None


@lru_cache(maxsize=8)
def furniture(lexicon: Lexicon) -> Furniture:
    """The look-ups for `lexicon`, made once."""
    phrases: dict[str, list[tuple[str, str, str]]] = {}
    tables: dict[str, tuple[str, ...]] = {}
    leads: list[str] = []
    ends: list[str] = []
    announced: list[str] = []
    for entry in lexicon.table("boilerplate"):
        place = entry.text("place")
        tables[entry.id] = entry.list()
        if place == "lead":
            leads += entry.list()
        if place == "sentence":
            announced += entry.list()
            ends += entry.list("ends")
        elif place != "table":
            for phrase in entry.list():
                row = (" ".join(fold(phrase).split()), entry.id, place)
                phrases.setdefault(row[0].split(" ", 1)[0].rstrip(":.,*"), []).append(row)
    months = _any(tables.get("months", ()), "[a-z]*")
    return Furniture(
        phrases={first: tuple(rows) for first, rows in phrases.items()},
        leads=tuple(leads),
        ends=tuple(ends),
        longest_words=tuple(sorted({max(phrase.split(), key=len) for phrase in ends})),
        announced=tuple(announced),
        date=_date(months),
        not_places=frozenset(tables.get("not-a-place", ())),
        calendar=frozenset(tables.get("months", ()) + tables.get("weekdays", ())),
        capitals=frozenset(fold(c) for e in lexicon.table("countries") for c in e.list("capitals")),
        contact=frozenset(tables.get("contact", ())),
        title=_one_of(tables.get("title", ())),
    )


@lru_cache(maxsize=32)
def _one_of(phrases: tuple[str, ...], ending: str = r"\b") -> re.Pattern[str]:
    """What finds any of `phrases`; most texts ask for few of these patterns."""
    return re.compile(rf"\b{_any(phrases)}{ending}", re.IGNORECASE)


def _any(phrases: tuple[str, ...], ending: str = "") -> str:
    ordered = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    options = (
        r"\s+".join(
            re.escape(word.rstrip("*")) + (r"\w*" if word.endswith("*") else "")
            for word in phrase.split()
        )
        for phrase in ordered
    )
    return f"(?:{'|'.join(options) or '(?!)'}){ending}"


def _date(months: str) -> re.Pattern[str]:
    day = r"\d{1,2}(?:st|nd|rd|th)?"
    gap = r"\s*"
    return re.compile(
        rf"\b{day}{gap}(?:of\b{gap})?(?:{months})\.?,?(?:{gap}(?:19|20)\d\d\b)?"
        rf"|\b(?:{months})\.?{gap}{day}\b(?:,?{gap}(?:19|20)\d\d\b)?"
        r"|\b\d{4}-\d\d-\d\d(?:T[\d:.+Z-]+)?|\b\d{1,2}[./]\d{1,2}[./](?:19|20)?\d\d\b",
        re.IGNORECASE,
    )
