"""From sentences and their frames to drafts of statements: who goes on, who is quoted."""

from __future__ import annotations

import attrs

from paired_readouts.extraction._actors import ActorKind
from paired_readouts.extraction._acts import first_person_act
from paired_readouts.extraction._frame import INNER, Frame
from paired_readouts.extraction._frames import FrameReader
from paired_readouts.extraction._scene import Scene
from paired_readouts.model import Act, Mode, Participant

__all__ = ["Draft", "Drafter"]

# Acts whose content may go on over sentences without a frame of their own.
_CARRYING = frozenset(Act) - {Act.NARRATE, Act.DISCUSS, Act.PRAISE, Act.EXPRESS}
# By these one quotes: the first person of the quotation decides before them.
_QUOTING = frozenset({Act.STATE, Act.EMPHASIZE})
_PEOPLE = frozenset({ActorKind.NAME, ActorKind.TITLE, ActorKind.JOINT})
_OPENING_SIGNS = frozenset("\"“«‘'(")
_CLOSING = ".!?\"”»)'’"
_LEAD_IN = 16
_SIGNED_WITHIN = 4


@attrs.define(eq=False, repr=False)
class Draft:
    """A statement on its way: its tokens and what is decided of it."""

    first: int
    #: One past the last token.
    end: int
    act: Act = Act.NARRATE
    force: int | None = None
    lemma: str = ""
    #: The first and the last token of the verb.
    verb: tuple[int, int] | None = None
    speakers: tuple[Participant, ...] = ()
    mode: Mode = Mode.NARRATED
    #: The index of the draft whose frame it shares.
    continues: int | None = None
    negated: bool = False
    #: Which rule decided, and how sure it is.
    rule: str = "no frame"
    confidence: float = 0.85


class Drafter:
    """Takes the sentences of one text in order and gives the drafts of its statements."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.tokens = scene.tokens
        self.reader = FrameReader(scene)
        self.drafts: list[Draft] = []
        # Sentences of a quotation that wait for the frame after it, and the last frame seen.
        self._waiting: list[int] = []
        self._last: Frame | None = None

    def add(self, low: int, high: int) -> None:
        """Add the sentence between the tokens `low` and `high`."""
        low = self._past_mark(low, high)
        frames = self.reader.read(low, high)
        quoted = self.scene.quoted
        if not frames and low in quoted and self._ends_quoted(high):
            self._wait(low, high)
            if self._quotation_ends(high):
                self._settle(self._last)
        elif frames:
            self._settle(frames[0] if low in quoted else self._last)
            self._add_framed(frames, low, high)
        else:
            self._settle(self._last)
            self._add_frameless(low, high)

    def finish(self) -> list[Draft]:
        """The drafts of all sentences added."""
        self._settle(None)
        return self.drafts

    def _past_mark(self, low: int, high: int) -> int:
        """Past the number or bullet of a list item."""
        words = self.tokens.words
        at = low
        while at < high and not words[at][0].isalnum() and words[at] not in _OPENING_SIGNS:
            at += 1
        if at + 3 < high and words[at] == "(" and words[at + 2] == ")" and len(words[at + 1]) < 3:
            at += 3
        elif at + 2 < high and words[at].isdigit() and words[at + 1] in {".", ")"}:
            at += 2
        return at if at < high else low

    # -- sentences with frames ----------------------------------------------------------------

    def _add_framed(self, frames: list[Frame], low: int, high: int) -> None:
        self.scene.signed |= self._is_signed(frames)
        ends = [frame.start for frame in frames[1:]] + [high]
        for frame, end in zip(frames, ends, strict=True):
            first = low if frame is frames[0] else frame.start
            act, force = frame.act, frame.force
            direct = first == low and low in self.scene.quoted
            if direct and act in _QUOTING:
                act, force = first_person_act(self.scene, low, end) or (act, force)
            if frame.colourless and self._promises_again(first, end):
                act, force = Act.COMMIT, 3
            quotes = self._quotes_after(frame, end)
            if quotes and frame.colourless:
                act, force = first_person_act(self.scene, frame.verb[1] + 1, end) or (act, force)
            told = act is Act.NARRATE
            mode = Mode.DIRECT if direct or quotes else Mode.INDIRECT
            self.drafts.append(
                Draft(
                    first=first,
                    end=self._before_sign(first, end),
                    act=act,
                    force=force,
                    lemma=frame.lemma,
                    verb=frame.verb,
                    speakers=() if told else frame.speakers.participants,
                    mode=Mode.NARRATED if told else mode,
                    negated=frame.negated,
                    rule=f"{frame.kind}, {frame.speakers.rule}",
                    confidence=frame.speakers.confidence,
                )
            )
        self._last = frames[-1]

    def _promises_again(self, first: int, end: int) -> bool:
        """Whether the signer says "As I have said, Norland will …"."""
        lower = self.tokens.lower
        return self.scene.signed and lower[first] == "as" and "will" in lower[first:end]

    def _quotes_after(self, frame: Frame, end: int) -> bool:
        """Whether a quotation follows the verb directly: 'replied, "We are ready …"'."""
        at = frame.verb[1] + 1
        while at < end and self.tokens.words[at] in {",", ":"}:
            at += 1
        return at < end and at in self.scene.quoted

    def _is_signed(self, frames: list[Frame]) -> bool:
        """Whether one of the first sentences reports what "I" did, outside a quotation."""
        return len(self.drafts) < _SIGNED_WITHIN and any(
            self.tokens.words[at] == "I" and at not in self.scene.quoted
            for frame in frames
            for at in range(frame.start, frame.verb[0])
        )

    def _before_sign(self, first: int, end: int) -> int:
        """`end`, without signs that open what follows."""
        while end - 1 > first and self.tokens.words[end - 1] in {"“", "(", "–", "—"}:
            end -= 1
        return end

    # -- sentences without a frame --------------------------------------------------------------

    def _add_frameless(self, low: int, high: int) -> None:
        """A sentence without a frame goes on with the last speaker's content, or tells a fact."""
        if self.scene.signed:
            self.drafts.append(self._signed_draft(low, high))
            return
        previous = self.drafts[-1] if self.drafts else None
        if previous is None or not self._continues(previous, low, high):
            self.drafts.append(Draft(first=low, end=high))
            return
        shared = len(self.drafts) - 1 if previous.continues is None else previous.continues
        self.drafts.append(
            Draft(
                first=low,
                end=high,
                act=previous.act,
                force=previous.force,
                speakers=previous.speakers,
                mode=previous.mode,
                continues=shared,
                rule="continuation",
                confidence=0.75,
            )
        )

    def _signed_draft(self, low: int, high: int) -> Draft:
        """In a release signed in the first person each sentence is the signer's."""
        signer = self.scene.cast.principal(self.scene.cast.own)
        committed = {"will", "committed"} & set(self.tokens.lower[low:high])
        plain = (Act.COMMIT, 3) if committed else (Act.STATE, 2)
        act, force = first_person_act(self.scene, low, high) or plain
        return Draft(
            first=low,
            end=high,
            act=act,
            force=force,
            speakers=(signer,) if signer else (),
            mode=Mode.DIRECT,
            rule="signed release",
            confidence=0.75,
        )

    def _continues(self, previous: Draft, low: int, high: int) -> bool:
        if previous.rule.startswith("relative"):
            return False
        if previous.act not in _CARRYING or (previous.verb is None and previous.continues is None):
            return False
        if not previous.speakers and previous.act is not Act.AGREE:
            return False
        phrases = self.scene.grammar.phrases
        if self.scene.grammar.openers.match(self.tokens.lower, low) is not None:
            return False
        if self.scene.cues.has(phrases["presence"], low, high):
            return False
        done = next(iter(self.scene.cues.matches(phrases["done"], low, high)), None)
        if done is not None and INNER.isdisjoint(self.tokens.lower[low : done[0]]):
            return False
        return self.tokens.words[high - 1][-1] in _CLOSING and not self._tells_a_fact(low, high)

    def _tells_a_fact(self, low: int, high: int) -> bool:
        """Whether the sentence tells what somebody did: "The ministers signed …"."""
        grammar, lower = self.scene.grammar, self.tokens.lower
        for at in range(low, min(high, low + _LEAD_IN)):
            actor = self.scene.starts.get(at)
            if actor is None or actor.possessive or actor.kind not in _PEOPLE:
                continue
            if at == low and actor.kind is ActorKind.NAME and not actor.bare:
                return True
            verb = actor.last + 1
            while verb < high and grammar.is_adverb(lower[verb]):
                verb += 1
            word = lower[verb] if verb < high else ""
            if grammar.tells_fact(word):
                return True
        return False

    # -- quotations ---------------------------------------------------------------------------

    def _wait(self, low: int, high: int) -> None:
        """Keep a quoted sentence until the frame of its quotation is known."""
        act, force = first_person_act(self.scene, low, high) or (Act.STATE, 2)
        self._waiting.append(len(self.drafts))
        self.drafts.append(
            Draft(
                first=low,
                end=high,
                act=act,
                force=force,
                mode=Mode.DIRECT,
                rule="quotation",
                confidence=0.9,
            )
        )

    def _ends_quoted(self, high: int) -> bool:
        """Whether a sentence ends in a quotation; its full stop may stand behind the mark."""
        quoted, last = self.scene.quoted, high - 1
        return last in quoted or (self.tokens.words[last] == "." and last - 1 in quoted)

    def _quotation_ends(self, high: int) -> bool:
        return high not in self.scene.quoted or self.tokens.words[high - 1][-1] in '"”»'

    def _settle(self, frame: Frame | None) -> None:
        """Give the waiting sentences the frame after their quotation, or the one before it."""
        for index in self._waiting:
            draft = self.drafts[index]
            told = frame is not None and frame.act is Act.NARRATE and draft.act is Act.STATE
            if frame is None or told:
                draft.act, draft.force, draft.mode = Act.NARRATE, None, Mode.NARRATED
                continue
            if draft.act is Act.STATE and frame.kind != "relative":
                draft.act, draft.force = frame.act, frame.force
            draft.lemma = frame.lemma
            draft.speakers = frame.speakers.participants
            draft.continues = self._framed_before(index) if frame is self._last else None
        self._waiting.clear()

    def _framed_before(self, index: int) -> int | None:
        return next((i for i in range(index - 1, -1, -1) if self.drafts[i].verb is not None), None)
