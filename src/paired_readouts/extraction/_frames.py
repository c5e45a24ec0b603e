"""Reporting frames: the places in a sentence where somebody is reported to perform an act."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from paired_readouts._text import Tokens
from paired_readouts.extraction._actors import Actor, ActorKind
from paired_readouts.extraction._acts import choose_act
from paired_readouts.extraction._cast import Cast, Resolution
from paired_readouts.extraction._grammar import Grammar, Verb
from paired_readouts.extraction._inflection import Form
from paired_readouts.model import Act, Participant

__all__ = ["Frame", "FrameReader"]

_NOBODY = Resolution((), "passive without an agent", 0.9)
_LONGEST_PARENTHESIS = 14
_LONGEST_CLAUSE = 50
_LONGEST_LEAD_IN = 14


@attrs.frozen(kw_only=True)
class Frame:
    """One reporting frame, by token places."""

    #: The first token of the statement that it opens.
    start: int
    #: The first and the last token of the verb, through the act's noun.
    verb: tuple[int, int]
    act: Act
    force: int | None
    lemma: str
    speakers: Resolution
    kind: str
    colourless: bool = False
    negated: bool = False


@attrs.define
class FrameReader:
    """Finds the frames of one sentence after another; remembers who spoke last."""

    tokens: Tokens
    grammar: Grammar
    actors: Sequence[Actor]
    cast: Cast
    #: Tokens inside quotations, which hold no frames.
    quoted: frozenset[int]
    #: Who spoke last alone.
    last: Participant | None = None
    #: Who opened the conversation.
    present: Participant | None = None
    _ends: dict[int, Actor] = attrs.field(init=False)
    _starts: dict[int, Actor] = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        self._ends = {actor.last: actor for actor in self.actors}
        self._starts = {actor.first: actor for actor in self.actors}

    def read(self, low: int, high: int) -> list[Frame]:
        """The frames among the tokens from `low` up to `high`, in order."""
        frames: list[Frame] = []
        nominal = self._nominal(low, high)
        at = low
        while at < high:
            if at in self.quoted:
                at += 1
                continue
            frame = None
            if nominal is not None and at == nominal.verb[0]:
                frame, nominal = nominal, None
            elif self.tokens.lower[at] in self.grammar.verbs or (
                not frames and self.tokens.lower[at] in self.grammar.contact
            ):
                frame = self._at(at, low, high, frames)
            elif self.tokens.lower[at] == "according" and not frames:
                frame = self._according(at, low, high)
            if frame is None:
                at += 1
                continue
            if frames and frame.start <= frames[-1].verb[1]:
                at += 1
                continue
            self._remember(frame)
            if frame.kind == "contact, topic":
                frames[-1:] = [frame]
            else:
                frames.append(frame)
            at = frame.verb[1] + 1
        return frames

    def _remember(self, frame: Frame) -> None:
        if len(frame.speakers.participants) == 1:
            self.last = frame.speakers.participants[0]

    def _at(self, at: int, low: int, high: int, frames: list[Frame]) -> Frame | None:
        """The frame whose verb begins at token `at`."""
        if not frames and self.tokens.lower[at] in self.grammar.contact:
            contact = self._contact(at, low, high)
            if contact is not None:
                return contact
        tried: set[Form] = set()
        for form, verb, end in self.grammar.verbs_at(self.tokens, at):
            if end > high or form in tried:
                continue
            frame = self._try(form, verb, at, end, low, high, frames)
            if frame is not None:
                return frame
            if not verb.rest:
                tried.add(form)
        return None

    def _try(
        self, form: Form, verb: Verb, at: int, end: int, low: int, high: int, frames: list[Frame]
    ) -> Frame | None:
        lower = self.tokens.lower
        before, passed = self._step_back(at, low)
        if passed & self.grammar.sets["modal"]:
            return None
        be = bool(passed & self.grammar.sets["be"])
        if form in {Form.PAST, Form.PARTICIPLE} and be:
            return self._passive(verb, at, end, before, low, high, frames)
        if form is Form.PARTICIPLE and not passed & {"has", "have", "had"}:
            return None
        if form is Form.BASE and lower[at - 1] == "to":
            return self._purpose(verb, at, end, high, frames)
        negated = "not" in passed
        subject = self._subject(before, low, form, be=be, frames=frames)
        if subject is not None:
            if verb.first_only and frames:
                return None
            country = self._ends.get(before)
            if country is not None and country.country:
                weak = (
                    form is not Form.PAST or verb.rest or passed & self.grammar.sets["auxiliaries"]
                )
                if weak or self._tells_when(low, country.first) or "recently" in passed:
                    return None
            if form is Form.BASE and not self._takes_base(subject, passed):
                return None
            start = low if not frames else self._opening(subject[0], low)
            return self._frame(verb, at, end, high, start, subject[1], "clause", negated=negated)
        if verb.first_only:
            return None
        if before < low:
            return None
        if form is Form.PAST and not be:
            inverted = self._inverted(verb, at, end, low, high)
            if inverted is not None:
                return inverted
            return self._coordinated(verb, at, end, before, high, frames)
        if form is Form.BASE and frames and frames[-1].kind == "purpose" and lower[before] == "and":
            return self._frame(verb, at, end, high, before, frames[-1].speakers, "purpose")
        if form is Form.ING:
            return self._participle(verb, at, end, before, low, high, frames)
        return None

    # -- what stands before a verb ------------------------------------------------------------

    def _step_back(self, at: int, low: int) -> tuple[int, set[str]]:
        """The token before the verb's adverbs and auxiliaries, and the words stepped over."""
        lower = self.tokens.lower
        passed: set[str] = set()
        at -= 1
        while at >= low and at not in self._ends:
            word = lower[at]
            if word in self.grammar.sets["auxiliaries"] or self.grammar.is_adverb(word):
                passed.add(word)
                at -= 1
            else:
                break
        return at, passed

    def _subject(
        self, before: int, low: int, form: Form, *, be: bool, frames: list[Frame]
    ) -> tuple[int, Resolution] | None:
        """The subject that ends at `before`: its first token, and whom it stands for."""
        actor = self._ends.get(before) or self._before_parenthesis(before, low)
        if actor is None or actor.possessive or actor.first < low:
            return None
        first, chain = self._chain(actor, low)
        if not self._opens_clause(first, low, form, be=be, frames=frames, actor=actor):
            return None
        return self._resolve_chain(first, chain)

    def _resolve_chain(self, first: int, chain: list[Actor]) -> tuple[int, Resolution] | None:
        found: list[Resolution] = []
        for actor in chain:
            taken = tuple(p for r in found for p in r.participants)
            found.append(
                self.cast.resolve(actor, last=self.last, present=self.present, taken=taken)
            )
        people = tuple(dict.fromkeys(p for r in found for p in r.participants))
        if not people and all(a.kind is ActorKind.SIDE for a in chain):
            return None
        order = {p: i for i, p in enumerate(self.cast.participants)}
        people = tuple(sorted(people, key=order.__getitem__))
        weakest = min(found, key=lambda r: r.confidence)
        return first, Resolution(people, weakest.rule, weakest.confidence)

    def _before_parenthesis(self, before: int, low: int) -> Actor | None:
        """The actor before ", in turn," or ", who last met in March,"."""
        lower = self.tokens.lower
        if before < low or lower[before] != ",":
            return None
        for at in range(before - 1, max(low, before - _LONGEST_CLAUSE), -1):
            if lower[at] == "," and at - 1 in self._ends:
                inner = range(at + 1, before)
                if lower[at + 1].endswith("ing") or lower[at + 1] == "who":
                    return self._ends[at - 1]
                if before - at > _LONGEST_PARENTHESIS:
                    return None
                if not any(lower[i] in {"and", "that"} for i in inner):
                    return self._ends[at - 1]
        return None

    def _chain(self, actor: Actor, low: int) -> tuple[int, list[Actor]]:
        """The coordinated actors that end with `actor`, and the first token of all."""
        lower = self.tokens.lower
        chain = [actor]
        while True:
            at = chain[0].first - 1
            if at - 1 >= low and lower[at] == "and" and lower[at - 1] == ",":
                at -= 1
            elif at - 2 >= low and lower[at - 1 : at + 1] in (["well", "as"],):
                at -= 2
            elif at - 1 >= low and lower[at] == "with" and lower[at - 1] in {"together", "along"}:
                at -= 1
            elif at < low or lower[at] not in {"and", ",", "&", "alongside"}:
                break
            previous = self._ends.get(at - 1) or self._ends.get(at)
            if previous is None or previous.possessive or previous.first < low:
                break
            if lower[at] == "," and previous.kind is not ActorKind.NAME:
                break
            if len(chain) == 1 and lower[at] == "," and lower[actor.first - 1] == ",":
                break
            before_it = lower[previous.first - 1] if previous.first > low else ""
            if before_it in {"with", "to", "of", "for", "by", "between", "from", "that"}:
                break
            chain.insert(0, previous)
        return chain[0].first, chain

    def _opens_clause(
        self, first: int, low: int, form: Form, *, be: bool, frames: list[Frame], actor: Actor
    ) -> bool:
        """Whether a subject that begins at `first` opens a clause of its own."""
        lower, sets = self.tokens.lower, self.grammar.sets
        if first <= low:
            return form is not Form.ING or be
        opener = lower[first - 1]
        if form is Form.ING and not be:
            return opener == "with"
        if opener == "which" and lower[first - 2] in {"during", "in", "at"}:
            return True
        if opener in sets["complementizers"] or (actor.country and frames):
            return False
        if opener in sets["clause-openers"]:
            if opener in {"with", "who", "where", "("}:
                return False
            return not frames or opener != "," or actor.kind is not ActorKind.SIDE
        if frames or first - low > _LONGEST_LEAD_IN or actor.country:
            return False
        return lower[first - 1] not in sets["complement-openers"] and not any(
            lower[i] in self.grammar.verbs and lower[i].endswith("ed") for i in range(low, first)
        )

    def _tells_when(self, low: int, first: int) -> bool:
        """Whether the words before a country place its act in the past ("In late December, …")."""
        past = self.grammar.sets["past-openers"]
        words = self.tokens.lower[low:first]
        return any(w in past or w[0].isdigit() for w in words)

    def _opening(self, first: int, low: int) -> int:
        """Where the statement begins whose subject begins at `first`."""
        lower = self.tokens.lower
        if first - 1 >= low and lower[first - 1] in {"and", "while", "but", "with", "whereas"}:
            return first - 1
        if first - 2 >= low and lower[first - 1] == "which":
            return first - 2
        return first

    def _takes_base(self, subject: tuple[int, Resolution], passed: set[str]) -> bool:
        if passed & self.grammar.sets["do"]:
            return True
        if len(subject[1].participants) > 1:
            return True
        actor = self._starts.get(subject[0])
        return actor is not None and actor.kind in {ActorKind.I, ActorKind.WE, ActorKind.JOINT}

    # -- kinds of frames ------------------------------------------------------------------------

    def _frame(
        self,
        verb: Verb,
        at: int,
        end: int,
        high: int,
        start: int,
        speakers: Resolution,
        kind: str,
        *,
        negated: bool = False,
    ) -> Frame | None:
        chosen = choose_act(
            self.tokens, self.grammar, self._starts, verb, at, end, high, speakers.participants
        )
        if chosen is None:
            return None
        if speakers.rule == "first person plural" and chosen.act not in {Act.DISCUSS, Act.AGREE}:
            signer = self.cast.principal(self.cast.own)
            speakers = Resolution((signer,) if signer else (), "first person", 0.8)
        return Frame(
            start=start,
            verb=(at, chosen.end - 1),
            act=chosen.act,
            force=chosen.force,
            lemma=chosen.lemma,
            speakers=speakers,
            kind=kind,
            colourless=verb.colourless and chosen.act is Act.STATE,
            negated=negated,
        )

    def _coordinated(
        self, verb: Verb, at: int, end: int, before: int, high: int, frames: list[Frame]
    ) -> Frame | None:
        """A further verb of the last subject: "… and highlighted …"."""
        lower = self.tokens.lower
        if not frames or lower[before] not in {"and", ",", "but", "-"}:
            return None
        if frames[-1].kind == "passive" or (
            not verb.rest and end < high and lower[end] in self.grammar.sets["after-modifier"]
        ):
            return None
        if lower[before] in {",", "-"} and not self._comma_list(at, end, high):
            return None
        start = before if lower[before] in {"and", "but"} else before + 1
        speakers = frames[-1].speakers
        if frames[-1].kind == "contact" and verb.joint:
            speakers = Resolution(self.cast.participants, "common act after a contact", 0.9)
        return self._frame(verb, at, end, high, start, speakers, "coordinated")

    def _comma_list(self, at: int, end: int, high: int) -> bool:
        """Whether "…, praised …" goes on as a list of verbs, or has a that-clause."""
        lower = self.tokens.lower
        if end < high and lower[end] == "that":
            return True
        for i in range(end, high - 1):
            if lower[i] == "and" and any(
                form is Form.PAST for form, _, _ in self.grammar.verbs_at(self.tokens, i + 1)
            ):
                return True
        return False

    def _participle(
        self, verb: Verb, at: int, end: int, before: int, low: int, high: int, frames: list[Frame]
    ) -> Frame | None:
        """A participle that reports: "…, underscoring …", "while noting …"."""
        lower, sets = self.tokens.lower, self.grammar.sets
        head = verb.lemma.split()[0]
        if not frames or head not in sets["participles"] or before < low:
            return None
        opener = lower[before]
        if opener in {"and", "or"}:
            if frames[-1].kind != "participle" and lower[before - 1] != ",":
                return None
            if frames[-1].kind != "participle" and head in sets["participle-weak"]:
                return None
        elif opener not in {",", "while", '"', "-", ";"}:
            return None
        if head in sets["participle-weak"] and not verb.rest and not self._is_reported(end, high):
            return None
        if opener == "," and self._in_gerund_list(frames[-1].verb[1] + 1, before):
            if head in sets["participle-weak"]:
                return None
        speakers = frames[-1].speakers
        start = before + 1 if opener in {",", '"', "-", ";"} else before
        return self._frame(verb, at, end, high, start, speakers, "participle")

    def _is_reported(self, end: int, high: int) -> bool:
        lower = self.tokens.lower
        if end < high and (lower[end] == "that" or end in self._starts):
            return True
        return any(lower[i] in self.grammar.nouns for i in range(end, min(end + 5, high)))

    def _in_gerund_list(self, first: int, last: int) -> bool:
        lower = self.tokens.lower
        return any(lower[i].endswith("ing") and len(lower[i]) > 5 for i in range(first, last))

    def _inverted(self, verb: Verb, at: int, end: int, low: int, high: int) -> Frame | None:
        """'…," said X.'"""
        actor = self._starts.get(end)
        if (
            actor is None
            or actor.possessive
            or (not verb.colourless and verb.act is not Act.EMPHASIZE)
        ):
            return None
        before = self.tokens.lower[at - 1] if at > low else ""
        if before not in {'"', ",", "'"} or (at - 2 >= low and not self._after_quote(at - 1)):
            return None
        after = self.tokens.lower[actor.last + 1] if actor.last + 1 < high else "."
        if after not in {".", ",", ";", ":", "and", '"', "in", "during", "at", "on"}:
            return None
        resolved = self._resolve_chain(actor.first, [actor])
        if resolved is None:
            return None
        return self._frame(verb, at, end, high, low, resolved[1], "inverted")

    def _after_quote(self, at: int) -> bool:
        return at in self.quoted or at - 1 in self.quoted

    def _purpose(
        self, verb: Verb, at: int, end: int, high: int, frames: list[Frame]
    ) -> Frame | None:
        """A purpose that is an act: "spoke with X to congratulate him"."""
        if not frames or not frames[-1].kind.startswith("contact"):
            return None
        start = at - 1
        if verb.act is Act.DISCUSS:
            return None
        speakers = frames[-1].speakers
        if frames[-1].kind == "contact, topic":
            speakers = self._contact_subject or speakers
        return self._frame(verb, at, end, high, start, speakers, "purpose")

    _contact_subject: Resolution | None = None

    def _contact(self, at: int, low: int, high: int) -> Frame | None:
        """The sentence that says that a conversation took place."""
        lower, grammar = self.tokens.lower, self.grammar
        form = grammar.contact[lower[at]]
        if form in {Form.ING, Form.PARTICIPLE} or (form is Form.BASE and lower[at] != "met"):
            return None
        before, passed = self._step_back(at, low)
        if passed & grammar.sets["modal"] or passed & grammar.sets["be"]:
            return None
        subject = self._subject(before, low, form, be=False, frames=[])
        if subject is None or not self._is_contact(at, high, len(subject[1].participants) > 1):
            return None
        self.present = self.present or next(iter(subject[1].participants), None)
        self._contact_subject = subject[1]
        if len(subject[1].participants) == 1:
            self.last = subject[1].participants[0]
        about = self._about(at + 1, high)
        if about is None:
            return Frame(
                start=low, verb=(at, at), act=Act.NARRATE, force=None, lemma="", kind="contact",
                speakers=subject[1],
            )  # fmt: skip
        everybody = Resolution(self.cast.participants, "contact with a topic", 0.95)
        return Frame(
            start=low, verb=(at, about), act=Act.DISCUSS, force=1, lemma="discuss",
            kind="contact about", speakers=everybody,
        )  # fmt: skip

    def _is_contact(self, at: int, high: int, together: bool) -> bool:  # noqa: FBT001
        lower, sets = self.tokens.lower, self.grammar.sets
        rest = lower[at + 1 : min(high, at + 26)]
        word = lower[at]
        if word in {"spoke", "talked", "connected", "sat"}:
            to_somebody = any(
                w == "to" and at + 2 + i in self._starts for i, w in enumerate(rest[:4])
            )
            nouns = any(w in sets["contact-nouns"] for w in rest[:8])
            return together or to_somebody or nouns or "with" in rest[:6]
        if word in sets["contact-alone"]:
            return True
        if word in {"called", "welcomed"}:
            following = self._starts.get(at + 1)
            if following is None or following.kind is not ActorKind.NAME:
                return False
            past = lower[following.last + 1 : following.last + 3]
            return word == "called" or "to" in past[:1]
        if word == "placed":
            return "call" in rest[:5]
        return any(w in sets["contact-nouns"] for w in rest[:12])

    def _about(self, first: int, high: int) -> int | None:
        """The last token of "about" or "to discuss" after a contact verb, if the clause has one."""
        lower = self.tokens.lower
        phrases = self.grammar.phrases["about"]
        for i in range(first, high):
            if lower[i] in {"and", ";"} and i + 1 < high and lower[i + 1] in self.grammar.verbs:
                return None
            if lower[i] == "that" or i in self.quoted:
                return None
            found = phrases.match(lower, i)
            if found is not None and lower[i] != "during" and not self._is_approximate(i):
                return found[0] - 1
            if lower[i] == "to" and i + 1 < high and lower[i + 1] in self.grammar.verbs:
                if lower[i + 1] not in {"discuss"}:
                    return None
        return None

    def _is_approximate(self, at: int) -> bool:
        """Whether "about" stands before a number: "for about 30 minutes"."""
        words = self.tokens.lower
        return words[at] == "about" and (
            words[at - 1] in {"for", "lasted", "lasting"} or words[at + 1][:1].isdigit()
        )

    def _passive(
        self, verb: Verb, at: int, end: int, before: int, low: int, high: int, frames: list[Frame]
    ) -> Frame | None:
        """ "Issues were discussed", "it was noted that", "was reiterated by the President"."""
        lower = self.tokens.lower
        impersonal = before >= low and lower[before] == "it"
        start = low
        if frames:
            if not impersonal or before - 1 < low or lower[before - 1] not in {"and", ",", ";"}:
                return None
            start = before - 1 if lower[before - 1] == "and" else before
        elif not impersonal:
            if not verb.passive or before < low:
                return None
            region = lower[low : before + 1]
            inner = any(w in {"that", "which", "who", "where", "if", "whether"} for w in region)
            if inner and verb.act is not Act.DISCUSS:
                return None
        if not impersonal and end < high and lower[end] in {"to"} and verb.act is not Act.PRAISE:
            return None
        agent = self._agent(end, high)
        if agent is not None:
            speakers = agent
        elif verb.joint:
            speakers = Resolution(self.cast.participants, "passive of a common act", 0.9)
        else:
            speakers = _NOBODY
        return self._frame(verb, at, end, high, start, speakers, "passive")

    def _agent(self, end: int, high: int) -> Resolution | None:
        lower = self.tokens.lower
        for i in range(end, min(high, end + 6)):
            if lower[i] == "by" and i + 1 in self._starts:
                resolved = self._resolve_chain(i + 1, [self._starts[i + 1]])
                return resolved[1] if resolved and resolved[1].participants else None
            if lower[i] in {"that", ","}:
                return None
        return None

    def _according(self, at: int, low: int, high: int) -> Frame | None:
        """ "According to X, …"."""
        lower = self.tokens.lower
        if at + 2 >= high or lower[at + 1] != "to" or (at > low and lower[at - 1] != ","):
            return None
        if lower[at + 2] in {"him", "her"} and self.last is not None:
            return Frame(
                start=low, verb=(at, at + 1), act=Act.STATE, force=2, lemma="according to",
                speakers=Resolution((self.last,), "pronoun", 0.9), kind="according",
            )  # fmt: skip
        if at + 2 not in self._starts:
            return None
        resolved = self._resolve_chain(at + 2, [self._starts[at + 2]])
        if resolved is None or not resolved[1].participants:
            return None
        return Frame(
            start=low, verb=(at, at + 1), act=Act.STATE, force=2, lemma="according to",
            speakers=resolved[1], kind="according",
        )  # fmt: skip

    def _nominal(self, low: int, high: int) -> Frame | None:
        """Frames whose subject is the conversation: "the key topic was", "attention was paid"."""
        agreed = self._common(low, high, "common-agree")
        place = (
            agreed
            or self._covers(low, high)
            or self._key_topic(low, high)
            or self._common(low, high, "common-passive")
            or self._topped(low, high)
        )
        if place is None:
            return None
        everybody = Resolution(self.cast.participants, "common by nature", 0.93)
        return Frame(
            start=low,
            verb=place,
            act=Act.AGREE if agreed else Act.DISCUSS,
            force=3 if agreed else 1,
            lemma="agree" if agreed else "discuss",
            speakers=everybody,
            kind="nominal",
        )

    def _covers(self, low: int, high: int) -> tuple[int, int] | None:
        lower, grammar = self.tokens.lower, self.grammar
        seen = False
        for i in range(low, min(high, low + 24)):
            word = lower[i]
            if i in self.quoted or word in {"that", "which", "who"}:
                return None
            if seen and (found := grammar.phrases["covers"].match(lower, i)):
                return (i, found[0] - 1)
            head = self._starts.get(i)
            if head is not None and not head.possessive and not seen and i == low:
                return None
            seen |= word in grammar.sets["conversation"]
        return None

    def _topped(self, low: int, high: int) -> tuple[int, int] | None:
        lower, topped = self.tokens.lower, self.grammar.phrases["topped"]
        for i in range(low + 1, min(high, low + 60)):
            if i in self.quoted or (lower[i] in self.grammar.verbs and lower[i - 1] == ","):
                return None
            found = topped.match(lower, i)
            if found is not None:
                return (i, found[0] - 1)
        return None

    def _key_topic(self, low: int, high: int) -> tuple[int, int] | None:
        lower, grammar = self.tokens.lower, self.grammar
        for i in range(low, min(high, low + 12)):
            found = grammar.phrases["key-topic"].match(lower, i)
            if found is None:
                continue
            for j in range(found[0], min(high, found[0] + 12)):
                if lower[j] in {"was", "were", "is", "are", "included"}:
                    return (i, j)
        return None

    def _common(self, low: int, high: int, nouns: str) -> tuple[int, int] | None:
        lower, grammar = self.tokens.lower, self.grammar
        noun = False
        for i in range(low, min(high, low + 20)):
            if lower[i] in {"that", "which", "who"}:
                return None
            if noun:
                found = grammar.phrases["common-passive-verbs"].match(lower, i)
                if found is not None:
                    return (i, found[0] - 1)
            noun = noun or grammar.phrases[nouns].match(lower, i) is not None
        return None
