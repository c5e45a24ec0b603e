"""Statements: what an account states, sentence by sentence, and who is reported to have said it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

import attrs

from paired_readouts import _release
from paired_readouts._text import Tokens
from paired_readouts.extraction._actors import ActorKind
from paired_readouts.extraction._acts import first_person_act
from paired_readouts.extraction._cast import Cast, make_cast
from paired_readouts.extraction._details import Describer
from paired_readouts.extraction._frames import Frame, FrameReader
from paired_readouts.extraction._grammar import Grammar, compile_grammar
from paired_readouts.extraction._quotations import find_quotations
from paired_readouts.extraction._reading import read_text
from paired_readouts.extraction._scene import Scene
from paired_readouts.extraction.claims import find_claims, find_genre
from paired_readouts.extraction.participants import find_participants
from paired_readouts.lexicon import Lexicon, default_lexicon
from paired_readouts.model import (
    Act,
    Mode,
    Participant,
    Provenance,
    Version,
    VersionWarning,
    fold_name,
)

__all__ = ["extract_statements"]

_CARRYING = frozenset(
    {Act.STATE, Act.EMPHASIZE, Act.WARN, Act.AGREE, Act.COMMIT, Act.REQUEST, Act.CRITICIZE,
     Act.REJECT, Act.PROPOSE}
)  # fmt: skip

_PEOPLE = frozenset({ActorKind.NAME, ActorKind.TITLE, ActorKind.JOINT})
_CLOSING = ".!?\"”»)'’"
_LEAD_IN = 16


@attrs.frozen(kw_only=True)
class Draft:
    """A statement on its way: its tokens and what is decided of it."""

    first: int
    #: One past the last token.
    end: int
    act: Act
    force: int | None
    lemma: str
    verb: tuple[int, int] | None
    speakers: tuple[Participant, ...]
    mode: Mode
    continues: int | None = None
    negated: bool = False
    rule: str = ""
    confidence: float = 1.0


def extract_statements(
    version: Version,
    *,
    participants: Sequence[Participant] = (),
    lexicon: Lexicon | None = None,
) -> Version:
    """`version` with its statements, participants, claims and genre.

    `participants` are those of the whole conversation, as `find_participants` gives them over all
    its accounts; without them they are found in this one alone. A version that has statements is
    returned unchanged. A version in a language without a lexicon gets a warning and no statements.
    """
    if version.statements:
        return version
    if lexicon is None and version.language == "en":
        lexicon = default_lexicon()
    if lexicon is None or lexicon.language != version.language:
        warning = VersionWarning(
            code="unsupported-language",
            text=f"no lexicon for language {version.language!r}: no statements were extracted",
        )
        return attrs.evolve(version, warnings=(*version.warnings, warning))
    people = tuple(participants) or version.participants
    people = people or find_participants([version], lexicon=lexicon)
    return _Extraction(version, people, lexicon).run()


class _Extraction:
    """One version on its way through the stages; holds what all of them look at."""

    def __init__(self, version: Version, people: tuple[Participant, ...], lexicon: Lexicon) -> None:
        self.version = version
        self.people = people
        self.lexicon = lexicon
        self.grammar: Grammar = compile_grammar(lexicon)
        reading = read_text(version.text, lexicon)
        self.tokens: Tokens = reading.tokens
        self.sentences = reading.sentences
        self.actors = reading.known_actors(frozenset(w for p in people for w in _names(p)))
        self.cast: Cast = make_cast(people, self.actors, version.party, self.grammar)
        self.drafts: list[Draft] = []
        self.waiting: list[int] = []
        self.signed = False

    def run(self) -> Version:
        """The version with all that was found."""
        text = self.version.text
        quotations = find_quotations(text, 0, len(text))
        quoted = frozenset(
            i for q in quotations for i in range(self._token(q.start), self._token(q.end))
        )
        scene = Scene(self.tokens, self.grammar, self.actors, self.cast, quoted)
        self.reader = FrameReader(scene)
        for low, high in self.sentences:
            self._sentence(low, high, quoted)
        self._settle_quotation(None)
        describer = Describer(
            tokens=self.tokens,
            grammar=self.grammar,
            lexicon=self.lexicon,
            cast=self.cast,
            actors=self.actors,
            version=self.version,
        )
        statements = tuple(describer.describe(draft) for draft in self.drafts)
        found = attrs.evolve(
            self.version,
            statements=statements,
            participants=self.people,
            provenance=Provenance(library=_release.VERSION, lexicon=self.lexicon.version),
        )
        claims = self.version.claims or find_claims(
            found,
            tokens=self.tokens,
            mentions=describer.mentions,
            participants=self.people,
            lexicon=self.lexicon,
        )
        found = attrs.evolve(found, claims=claims)
        return attrs.evolve(found, genre=find_genre(found, claims=claims, lexicon=self.lexicon))

    def _token(self, offset: int) -> int:
        return bisect_left(self.tokens.starts, offset)

    # -- one sentence ------------------------------------------------------------------------

    def _sentence(self, low: int, high: int, quoted: frozenset[int]) -> None:
        low = self._past_mark(low, high)
        frames = self.reader.read(low, high)
        opens_quoted = low in quoted
        if opens_quoted and high - 1 in quoted and not frames:
            self._add_waiting(low, high)
            if not (high in quoted and self._same_quotation(high)):
                self._settle_quotation(self._introducing())
            return
        if frames:
            if self.waiting:
                self._settle_quotation(frames[0] if opens_quoted else self._introducing())
            self._framed(frames, low, high, quoted)
            return
        if self.waiting:
            self._settle_quotation(self._introducing())
        self._frameless(low, high)

    def _past_mark(self, low: int, high: int) -> int:
        """Past the number or bullet of a list item."""
        words = self.tokens.words
        at = low
        while (
            at < high
            and not words[at][0].isalnum()
            and words[at] not in {'"', "“", "«", "‘", "'", "("}
        ):
            at += 1
        if at + 1 < high and words[at].isdigit() and words[at + 1] in {".", ")"}:
            at += 2
        return at if at < high else low

    def _same_quotation(self, at: int) -> bool:
        return at < len(self.tokens) and self.tokens.words[at - 1][-1] not in '"”»'

    def _introducing(self) -> Frame | None:
        return self._last_frame

    _last_frame: Frame | None = None

    def _framed(self, frames: list[Frame], low: int, high: int, quoted: frozenset[int]) -> None:
        self.signed |= self._is_signed(frames, quoted)
        for number, frame in enumerate(frames):
            first = low if number == 0 else frame.start
            end = frames[number + 1].start if number + 1 < len(frames) else high
            act, force = frame.act, frame.force
            direct = number == 0 and low in quoted
            if direct and frame.act is Act.STATE:
                act, force = first_person_act(self.tokens, self.grammar, low, end) or (act, force)
            mode = Mode.DIRECT if direct else Mode.INDIRECT
            if act is Act.NARRATE:
                mode = Mode.NARRATED
            self.drafts.append(
                Draft(
                    first=first,
                    end=self._without_comma(first, end),
                    act=act,
                    force=force,
                    lemma=frame.lemma,
                    verb=frame.verb,
                    speakers=() if act is Act.NARRATE else frame.speakers.participants,
                    mode=mode,
                    negated=frame.negated,
                    rule=f"{frame.kind}, {frame.speakers.rule}",
                    confidence=frame.speakers.confidence,
                )
            )
            self._last_frame = frame

    def _is_signed(self, frames: list[Frame], quoted: frozenset[int]) -> bool:
        return len(self.drafts) < 4 and any(
            self.tokens.words[i] == "I" and i not in quoted
            for frame in frames
            for i in range(frame.start, frame.verb[0])
        )

    def _without_comma(self, first: int, end: int) -> int:
        """`end`, not past signs that belong to nothing before it."""
        while end - 1 > first and self.tokens.words[end - 1] in {"“", "(", "–", "—"}:
            end -= 1
        return end

    def _frameless(self, low: int, high: int) -> None:
        """A sentence without a frame goes on with the last speaker's content, or tells a fact."""
        previous = self.drafts[-1] if self.drafts else None
        if self.signed:
            signer = self.cast.principal(self.version.party)
            act, force = self._signed_act(low, high)
            who = (signer,) if signer else ()
            self._plain(low, high, act, force, who, None, Mode.DIRECT, "signed release", 0.75)
        elif previous is not None and self._continues(previous, low, high):
            index = len(self.drafts) - 1
            shared = previous.continues if previous.continues is not None else index
            self._plain(
                low, high, previous.act, previous.force, previous.speakers, shared, previous.mode,
                "continuation", 0.75,
            )  # fmt: skip
        else:
            self._plain(low, high, Act.NARRATE, None, (), None, Mode.NARRATED, "no frame", 0.85)

    def _signed_act(self, low: int, high: int) -> tuple[Act, int | None]:
        found = first_person_act(self.tokens, self.grammar, low, high)
        if found is not None:
            return found
        words = self.tokens.lower[low:high]
        if "will" in words or "committed" in words:
            return Act.COMMIT, 3
        return Act.STATE, 2

    def _continues(self, previous: Draft, low: int, high: int) -> bool:
        if previous.act not in _CARRYING or (previous.verb is None and previous.continues is None):
            return False
        lower = self.tokens.lower
        opener = self.grammar.phrases["continuation-openers"].match(lower, low)
        if opener is not None:
            return False
        presence = self.grammar.phrases["presence"]
        if next(presence.find(lower[low:high]), None) is not None:
            return False
        if not previous.speakers and previous.act is not Act.AGREE:
            return False
        return self.tokens.words[high - 1][-1] in _CLOSING and not self._tells_a_fact(low, high)

    def _tells_a_fact(self, low: int, high: int) -> bool:
        """Whether the sentence tells what somebody did: "The ministers signed …"."""
        facts = self.grammar.sets["fact-verbs"]
        for actor in self.actors:
            if not low <= actor.first < min(high, low + _LEAD_IN) or actor.possessive:
                continue
            if actor.first == low and actor.kind is ActorKind.NAME and not actor.bare:
                return True
            at = actor.last + 1
            while at < high and self.grammar.is_adverb(self.tokens.lower[at]):
                at += 1
            if actor.kind in _PEOPLE and at < high:
                word = self.tokens.lower[at]
                if word in facts or (word.endswith("ed") and len(word) > 4):
                    return True
        return False

    def _add_waiting(self, low: int, high: int) -> None:
        act, force = first_person_act(self.tokens, self.grammar, low, high) or (Act.STATE, 2)
        self._plain(low, high, act, force, (), None, Mode.DIRECT, "quotation", 0.9)
        self.waiting.append(len(self.drafts) - 1)

    def _settle_quotation(self, frame: Frame | None) -> None:
        """Give the sentences of a quotation the frame that stands after it, or before it."""
        follows = frame is not None and frame is not self._last_frame
        index = len(self.drafts) if follows else None
        for waiting in self.waiting:
            draft = self.drafts[waiting]
            if frame is None:
                self.drafts[waiting] = attrs.evolve(
                    draft, act=Act.NARRATE, force=None, mode=Mode.NARRATED
                )
                continue
            changes: dict[str, object] = {"speakers": frame.speakers.participants}
            if frame.act is not Act.STATE and not (frame.colourless and draft.act is not Act.STATE):
                changes |= {"act": frame.act, "force": frame.force}
            if index is None:
                changes["continues"] = self._frame_index(waiting)
            self.drafts[waiting] = attrs.evolve(draft, lemma=frame.lemma, **changes)  # type: ignore[arg-type]
        self.waiting.clear()

    def _frame_index(self, waiting: int) -> int | None:
        for index in range(waiting - 1, -1, -1):
            if self.drafts[index].verb is not None:
                return index
        return None

    def _plain(
        self,
        low: int,
        high: int,
        act: Act,
        force: int | None,
        speakers: tuple[Participant, ...],
        continues: int | None,
        mode: Mode,
        rule: str,
        confidence: float,
    ) -> None:
        self.drafts.append(
            Draft(
                first=low,
                end=high,
                act=act,
                force=force,
                lemma="",
                verb=None,
                speakers=speakers,
                mode=mode,
                continues=continues,
                rule=rule,
                confidence=confidence,
            )  # fmt: skip
        )


def _names(participant: Participant) -> set[str]:
    """Folded words of the participant's names that may stand for the participant alone."""
    names = {fold_name(n).split()[-1] for n in participant.aliases if fold_name(n)}
    return {w for w in {participant.family_name, *names} if len(w) > 1}
