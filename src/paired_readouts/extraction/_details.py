"""What a statement says besides its frame: content, items, mentions, undertakings and the rest."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from paired_readouts.extraction._actors import Actor, ActorKind
from paired_readouts.extraction._content import compile_content
from paired_readouts.extraction._drafts import Draft
from paired_readouts.extraction._items import find_items
from paired_readouts.extraction._scene import Scene
from paired_readouts.extraction.mentions import find_mentions, open_named
from paired_readouts.lexicon import Lexicon
from paired_readouts.model import (
    Act,
    Confidence,
    Embedded,
    Firmness,
    Mention,
    MentionKind,
    Occasion,
    Participant,
    Span,
    Statement,
    Undertaking,
    Version,
)

__all__ = ["Describer"]

_TARGETED = frozenset({Act.CRITICIZE, Act.REJECT, Act.WARN, Act.REQUEST, Act.PRAISE, Act.COMMIT})
_TARGETS = frozenset({MentionKind.COUNTRY, MentionKind.PERSON})
_ALL = frozenset({ActorKind.JOINT, ActorKind.WE})
_PRONOUNS = frozenset({ActorKind.HE, ActorKind.SHE, ActorKind.I, ActorKind.WE})
_SINGULAR = frozenset({"he", "she"})
_CONTENT_LEADS = frozenset({"that", "to", "about", "on", "for"})
_LONGEST_CONDITION = 40
# So long a clause such as "During the conversation," may be that tells no matter.
_LEAD_IN = 8
_LEADING = frozenset({"during", "in", "at", "on", "within"})


class Describer:
    """Makes statements of drafts; computes what covers the whole text once."""

    def __init__(self, scene: Scene, version: Version, lexicon: Lexicon) -> None:
        self.scene = scene
        self.tokens = scene.tokens
        self.cast = scene.cast
        self.lexicon = lexicon
        self.version = version
        self.tables = compile_content(lexicon)
        self.cues = scene.cues
        self.words = open_named(scene.tokens, participants=scene.cast.participants, lexicon=lexicon)
        self.mentions = find_mentions(
            scene.tokens,
            words=self.words,
            participants=scene.cast.participants,
            reference=version.published,
            lexicon=lexicon,
        )
        self._mention_starts = [m.span.start for m in self.mentions]
        self._actor_firsts = [a.first for a in scene.actors]
        themes = self.tables.themes
        topics = [
            (at, topic)
            for at, _, entry in self.cues.find(self.tables.topics, 0, len(self.tokens))
            if (topic := entry.text("topic") or (entry.id if entry.id in themes else ""))
        ]
        self._topics = [topic for _, topic in topics]
        self._topic_firsts = [at for at, _ in topics]

    def describe(self, draft: Draft) -> Statement:
        """The statement of one draft."""
        span = self._span(draft.first, draft.end)
        verb = self._verb(draft)
        parts = self._content(draft, verb)
        items = [item for part in parts for item in self._items(part)]
        content = tuple([self._span(*part) for part in parts])
        mentions = self._mentions_in(span)
        addressees = self._addressees(draft)
        target = self._target(draft, mentions, addressees)
        condition = self._condition(draft)
        return Statement(
            text=span.cut(self.version.text),
            span=span,
            speakers=draft.speakers,
            addressees=addressees,
            target=target,
            act=draft.act,
            lemma=draft.lemma,
            verb=None if verb is None else self._span(verb[0], verb[1] + 1),
            force=draft.force,
            content=content,
            items=content if items == parts else tuple([self._span(*item) for item in items]),
            embedded=tuple(self._embedded(draft, parts)),
            undertaking=self._undertaking(draft, verb, parts, condition),
            occasion=self._occasion(draft),
            mode=draft.mode,
            negated=draft.negated,
            condition=condition,
            topics=self._topics_in(draft),
            mentions=mentions,
            continues=draft.continues,
            event_code=self.tables.codes.get(draft.act, "") if target else "",
            confidence=Confidence(value=draft.confidence, rule=draft.rule),
        )

    def _span(self, first: int, end: int) -> Span:
        return Span(self.tokens.starts[first], self.tokens.ends[end - 1])

    def _verb(self, draft: Draft) -> tuple[int, int] | None:
        """The first and the last token of the verb, where it lies in the statement."""
        verb = draft.verb
        return verb if verb and draft.first <= verb[0] <= verb[1] < draft.end else None

    # -- content and items ----------------------------------------------------------------------

    def _past_addressee(self, at: int) -> int:
        """Past "the President" of "assured the President that …"; `at` where no clause follows."""
        actor = self.scene.starts.get(at)
        if actor is None or actor.possessive:
            return at
        after = actor.last + 1
        return after if self.tokens.lower[after : after + 1] == ["that"] else at

    def _content(self, draft: Draft, verb: tuple[int, int] | None) -> list[tuple[int, int]]:
        """The parts of the statement that are no frame, as ranges of tokens."""
        low, high = draft.first, draft.end
        if verb is None:
            return self._trimmed(low, high)
        after = self._trimmed(self._past_addressee(verb[1] + 1), high, lead=_CONTENT_LEADS)
        if after and after[0][1] - after[0][0] > 2:
            return after
        before_end = verb[0]
        for actor in reversed(self._actors_in(low, verb[0])):
            if actor.last + 3 >= before_end:
                before_end = actor.first
                break
        if draft.rule.startswith(("passive", "nominal")):
            low, before_end = self._without_edges(low, before_end)
        return self._trimmed(low, before_end) or after or self._trimmed(low, high)

    def _without_edges(self, low: int, end: int) -> tuple[int, int]:
        """What stands before a passive verb, without "During the call," and "were also"."""
        lower, grammar = self.tokens.lower, self.scene.grammar
        comma = next((i for i in range(low, min(end, low + _LEAD_IN)) if lower[i] == ","), low)
        if lower[low] in _LEADING and comma + 1 < end:
            low = comma + 1
        while end - 1 > low and (
            lower[end - 1] in grammar.sets["auxiliaries"] or grammar.is_adverb(lower[end - 1])
        ):
            end -= 1
        return low, end

    def _trimmed(
        self, first: int, end: int, lead: frozenset[str] | set[str] = frozenset()
    ) -> list[tuple[int, int]]:
        words = self.tokens.lower
        while first < end and (not words[first][0].isalnum() and words[first] not in "$€£¥"):
            first += 1
        if first < end and words[first] in lead:
            first += 1
        while end > first and not words[end - 1][-1].isalnum() and words[end - 1] != "%":
            end -= 1
        return [(first, end)] if end > first else []

    def _items(self, part: tuple[int, int]) -> list[tuple[int, int]]:
        return find_items(self.tokens.lower, self.cues, self.tables, *part)

    # -- who and what -----------------------------------------------------------------------------

    def _actors_in(self, first: int, end: int) -> Sequence[Actor]:
        low = bisect_left(self._actor_firsts, first)
        high = bisect_left(self._actor_firsts, end)
        return self.scene.actors[low:high]

    def _mentions_in(self, span: Span) -> tuple[Mention, ...]:
        low = bisect_left(self._mention_starts, span.start)
        high = bisect_left(self._mention_starts, span.end)
        found = self.mentions[low:high]
        return found if not found or found[-1].span.end <= span.end else found[:-1]

    def _topics_in(self, draft: Draft) -> tuple[str, ...]:
        low = bisect_left(self._topic_firsts, draft.first)
        high = bisect_left(self._topic_firsts, draft.end, low)
        return tuple(sorted(set(self._topics[low:high]))) if high > low else ()

    def _addressees(self, draft: Draft) -> tuple[Participant, ...]:
        """Whom the verb has as its first object: "told President Velin that …"."""
        if draft.verb is None or draft.act is Act.NARRATE:
            return ()
        at = draft.verb[1] + 1
        if at < draft.end and self.tokens.lower[at] in {"to", "with"}:
            at += 1
        actor = self.scene.starts.get(at)
        if actor is None or actor.possessive or actor.kind in _ALL:
            return ()
        resolved = self.cast.resolve(actor).participants
        return tuple([p for p in resolved if p not in draft.speakers])

    def _target(
        self, draft: Draft, mentions: Sequence[Mention], addressees: tuple[Participant, ...]
    ) -> tuple[str, ...]:
        """Against or towards whom: the addressee's party, or the first other one named."""
        if draft.act not in _TARGETED or draft.verb is None:
            return ()
        if addressees and draft.act is not Act.WARN:
            return tuple(sorted({p.party or p.family_name for p in addressees}))
        own = {name for p in draft.speakers for name in (p.party, p.family_name)}
        after = self.tokens.ends[draft.verb[1]]
        for mention in mentions:
            named = mention.kind in _TARGETS and mention.span.start >= after
            if named and mention.value not in own:
                return (mention.value,)
        return ()

    # -- inside the content ---------------------------------------------------------------------

    def _embedded(self, draft: Draft, parts: list[tuple[int, int]]) -> Iterator[Embedded]:
        """Acts of others: "the comment of the President on …", "Norland's readiness to …"."""
        lower = self.tokens.lower
        for first, end in parts:
            for cue, after, act in self.cues.find(self.tables.embedded, first, end):
                owner = next((a for a in self._actors_in(max(first, cue - 12), cue)
                              if a.possessive and a.last + 3 >= cue), None)  # fmt: skip
                if owner is None and after + 1 < end and lower[after] in {"of", "by"}:
                    owner = self.scene.starts.get(after + 1)
                if owner is None:
                    continue
                who = self.cast.resolve(owner).participants
                if who and set(who) != set(draft.speakers):
                    yield Embedded(
                        speakers=who, act=act, cue=self._span(cue, after), span=self._span(cue, end)
                    )

    def _condition(self, draft: Draft) -> Span | None:
        for first, _, _ in self.cues.find(self.tables.conditions, draft.first, draft.end):
            if draft.verb is not None and first < draft.verb[0]:
                continue
            end = first + 1
            while end < draft.end and end - first < _LONGEST_CONDITION:
                if self.tokens.lower[end] in {",", ";"}:
                    break
                end += 1
            kept = self._trimmed(first, end)
            return self._span(*kept[0]) if kept else None
        return None

    def _undertaking(
        self,
        draft: Draft,
        verb: tuple[int, int] | None,
        parts: list[tuple[int, int]],
        condition: Span | None,
    ) -> Undertaking | None:
        """Something that a side undertakes: an act that commits, or a side that "will" do it."""
        if not parts or draft.act is Act.NARRATE:
            return None
        first, end = parts[0]
        cues = self.cues.find(self.tables.firmness, verb[0] if verb else first, end)
        found = cues[0] if cues else None
        if draft.act is Act.COMMIT:
            firmness = found[2] if found else Firmness.WILL
            return Undertaking(
                by=self._undertakers(self._owner_within(verb) or draft.speakers),
                what=self._span(first, end),
                condition=condition,
                firmness=firmness,
            )
        if found is None or found[0] < first:
            return None
        told = self.tokens.lower[found[0] - 1] in _SINGULAR and self.scene.starts.get(first)
        owner = draft.speakers if told else self._owner_before(first, found[0], found[2])
        hoped = draft.act is Act.EXPRESS and owner != draft.speakers
        if not owner or hoped:
            return None
        return Undertaking(
            by=self._undertakers(owner),
            what=self._span(found[0], end),
            condition=condition,
            firmness=found[2],
        )

    def _owner_within(self, verb: tuple[int, int] | None) -> tuple[Participant, ...]:
        """Whose readiness it is that the verb speaks of: "noted Vestria's readiness to"."""
        for actor in self._actors_in(verb[0] + 1, verb[1]) if verb else ():
            if actor.possessive and actor.kind not in _PRONOUNS:
                return self.cast.resolve(actor).participants
        return ()

    def _owner_before(
        self, first: int, cue: int, firmness: Firmness
    ) -> tuple[Participant, ...] | None:
        """The participants whose name or country stands right before a cue such as "will"."""
        first -= self.tokens.lower[first - 1] == "that"  # "that Norland" is one phrase
        for actor in reversed(self._actors_in(first, cue)):
            gap = [
                w
                for w in self.tokens.lower[actor.last + 1 : cue]
                if w not in {"also", "and", "its", "allies", "partners", "the"}
            ]
            who = self.cast.resolve(actor).participants
            reach = 0 if actor.possessive and firmness is Firmness.WILL else 1
            if who and len(gap) <= reach and actor.kind is not ActorKind.JOINT:
                return who
        return None

    def _undertakers(self, people: Sequence[Participant]) -> tuple[str, ...]:
        return tuple(sorted({p.party or p.family_name for p in people}))

    def _occasion(self, draft: Draft) -> Occasion:
        if draft.act is Act.NARRATE:
            return Occasion.UNKNOWN
        if draft.rule.startswith("signed release") or self.cues.has(
            self.tables.release, draft.first, draft.end
        ):
            return Occasion.RELEASE
        return Occasion.CONVERSATION
