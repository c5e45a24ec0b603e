"""Reporting frames: the places in a sentence where somebody is reported to perform an act."""

from __future__ import annotations

from bisect import bisect_left

from paired_readouts._text import places
from paired_readouts.extraction._actors import ActorKind
from paired_readouts.extraction._acts import choose_act
from paired_readouts.extraction._cast import Resolution
from paired_readouts.extraction._contact_frames import (
    find_contact,
    is_other_word,
    joins_contact,
    says_more,
)
from paired_readouts.extraction._coordination import describes, find_fact, goes_on
from paired_readouts.extraction._frame import DENIALS, WEAK, Frame, Spot
from paired_readouts.extraction._inflection import Form
from paired_readouts.extraction._leads import find_lead, find_united, leads_on
from paired_readouts.extraction._nominal import NOMINAL, find_nominal
from paired_readouts.extraction._participles import find_early_participle, find_participle
from paired_readouts.extraction._passives import find_agent, find_passive, is_fronted
from paired_readouts.extraction._relatives import (
    find_main,
    find_other,
    find_relative,
    only_describes,
)
from paired_readouts.extraction._scene import Scene, Subject
from paired_readouts.model import Act

__all__ = ["FrameReader"]

_NOBODY = Resolution((), "passive without an agent", 0.9)
_AFTER_SPEAKER = frozenset(
    {".", ",", ";", ":", "and", '"', "in", "during", "at", "on", "from", "after", "before", "to",
     "who", "as", "when", "while", "ahead"}
)  # fmt: skip
_COMMON = frozenset({Act.DISCUSS, Act.AGREE})
_FINISHED = frozenset({Form.PAST, Form.PARTICIPLE})
_PERFECT = frozenset({"has", "have", "had"})


class FrameReader:
    """Finds the frames of one sentence after another."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.lower = scene.tokens.lower
        self.grammar = scene.grammar
        self.sets = scene.grammar.sets
        self.everybody = scene.cast.participants
        self.frames: list[Frame] = []
        # The words at which a frame's verb may begin, and those that may be of a nominal frame.
        self._verbs = list(places(self.lower, scene.grammar.frame_words))
        self._nominals = scene.cues.begin(scene.grammar.phrases[name] for name in NOMINAL)

    def read(self, low: int, high: int) -> list[Frame]:
        """The frames among the tokens from `low` up to `high`, in order."""
        self.frames = []
        low = self.scene.past_spokesperson(low, high)
        nominal = self._nominal(low, high)
        chosen = nominal.verb[0] if nominal else -1
        verbs = self._verbs[bisect_left(self._verbs, low) : bisect_left(self._verbs, high)]
        past = low
        for at in sorted({*verbs, chosen}) if nominal else verbs:
            if at < past:
                continue
            frame = nominal if at == chosen and not self.frames else None
            if frame is None and at not in self.scene.quoted:
                frame = self._at(at, low, high)
            if frame is None or (self.frames and frame.start <= self.frames[-1].verb[1]):
                continue
            if len(frame.speakers.participants) == 1:
                self.scene.last = frame.speakers.participants[0]
            self.frames.append(frame)
            past = high if frame.kind == "according" else frame.verb[1] + 1
        self._add_early_participle(low)
        return self.frames

    def _at(self, at: int, low: int, high: int) -> Frame | None:
        """The frame whose verb begins at token `at`."""
        word = self.lower[at]
        if not self.frames:
            contact = self._contact(at, low, high) if word in self.grammar.contact else None
            if contact is not None:
                return contact
            if word == "according":
                return self._according(at, low, high)
        if joins_contact(self.scene, self.frames, at, high):
            who = self.frames[0].speakers
            return Frame(at - 1, (at, at), Act.NARRATE, None, "", who, "contact")
        capital = at > low and self.scene.tokens.words[at][0].isupper()  # "the States"
        readings = [] if capital else self.grammar.verbs_at(self.scene.tokens, at)
        if not readings or leads_on(self.scene, at):
            return None
        before, passed = self.scene.step_back(at, low)
        if not passed.isdisjoint(self.sets["modal"]):
            return None
        for form, verb, end in readings:
            if end > high or (verb.rest and is_other_word(self.scene, end, high)):
                continue
            frame = self._try(Spot(form, verb, at, end, low, high), before, passed)
            if frame is not None:
                return frame
        return None

    def _try(self, spot: Spot, before: int, passed: frozenset[str]) -> Frame | None:
        """The frame of a verb that may be one in this place, by what stands before it.

        `before` is the token before its adverbs and auxiliaries, which are `passed`.
        """
        be = not passed.isdisjoint(self.sets["be"])
        past = spot.form in _FINISHED
        if past and (be or is_fronted(self.scene, spot, before)):
            return self._passive(spot, before, negated=not passed.isdisjoint(DENIALS))
        if spot.form == Form.PARTICIPLE and passed.isdisjoint(_PERFECT):
            return None
        if spot.form == Form.BASE and self.lower[spot.at - 1] == "to":
            return self._purpose(spot) or self._led_to(spot)
        subject = self.scene.subject(
            before, spot.low, spot.form, progressive=be, first=not self.frames
        )
        aside = before not in self.scene.ends  # "X and Y, on the margins of …, welcomed"
        if subject is not None and (subject.who.participants or not (aside and self.frames)):
            return self._clause(spot, subject, passed)
        if spot.verb.first_only or before < spot.low:
            return None
        return self._without_subject(spot, before)

    def _without_subject(self, spot: Spot, before: int) -> Frame | None:
        if spot.form == Form.PAST:
            inverted = self._inverted(spot) or self._relative(spot, before)
            return inverted or self._coordinated(spot, before)
        if spot.form == Form.ING:
            return self._beginning(spot) or self._participle(spot, before)
        purpose = bool(self.frames) and self.frames[-1].kind == "purpose"
        if purpose and spot.form == Form.BASE and self.lower[before] == "and":
            return self._frame(spot, before, self.frames[-1].speakers, "purpose")
        return self._now(spot, before)

    def _now(self, spot: Spot, before: int) -> Frame | None:
        """As in "… and looks forward to", "stresses trade and thanks", "I … look forward to"."""
        last = self.frames[-1] if self.frames else None
        if last is None or "that" in self.lower[last.verb[1] : before]:
            return None
        now = self.grammar.is_third_person(self.lower[last.verb[0]])
        listed = now and not last.speakers.rule.endswith("principal")
        if spot.verb.act is not Act.EXPRESS and not listed:
            return None
        first_person = last.speakers.rule.startswith("first person")
        if spot.form == Form.THIRD or (spot.form == Form.BASE and first_person):
            return self._coordinated(spot, before)
        return None

    def _frame(
        self, spot: Spot, start: int, speakers: Resolution, kind: str, *, negated: bool = False
    ) -> Frame | None:
        """The frame of a verb with known speakers; None where a noun that it needs is not there."""
        chosen = choose_act(self.scene, spot, speakers.participants, denied=negated)
        if chosen is None or (spot.verb.joint_only and len(speakers.participants) == 1):
            return None
        # In a release signed "I", what "we" did is done by all, and what "we" do by the signer.
        own = not (self.scene.signed and spot.form == Form.PAST)
        if speakers.rule == "first person plural" and chosen.act not in _COMMON and own:
            signer = self.scene.cast.principal(self.scene.cast.own)
            speakers = Resolution((signer,) if signer else (), "first person", 0.8)
        if chosen.act in _COMMON:
            speakers = self._with_partner(spot, speakers)
        denied = negated and (chosen.act is not Act.REJECT or spot.verb.act is Act.REJECT)
        return Frame(
            start=start,
            verb=(spot.at, chosen.end - 1),
            act=chosen.act,
            force=chosen.force,
            lemma=chosen.lemma,
            speakers=speakers,
            kind=kind,
            colourless=spot.verb.colourless and chosen.act is Act.STATE,
            negated=denied or "no" in self.lower[spot.end : chosen.end],
        )

    def _with_partner(self, spot: Spot, speakers: Resolution) -> Resolution:
        """`speakers`, and whom they "discussed with" right after the verb."""
        if len(speakers.participants) != 1:
            return speakers
        for at in range(spot.end, min(spot.high, spot.end + 8)):
            if self.lower[at] in {",", "that"}:
                break
            actor = self.scene.starts.get(at + 1) if self.lower[at] == "with" else None
            if actor is not None and not actor.possessive:
                partner = self.scene.cast.resolve(actor).participants
                both = {*speakers.participants, *partner}
                ordered = tuple(p for p in self.everybody if p in both)
                return Resolution(ordered, speakers.rule, speakers.confidence)
        return speakers

    def _clause(self, spot: Spot, subject: Subject, passed: frozenset[str]) -> Frame | None:
        """As in "The President stressed …"."""
        if spot.verb.first_only and self.frames:
            return None
        if subject.actor.kind is ActorKind.SIDE:
            present = spot.form != Form.PAST or spot.verb.lemma.startswith("be ")
            ready = spot.verb.lemma in self.sets["readiness"]
            if present and (ready or spot.verb.act in WEAK):
                return None  # content: "Norland considers …"
        if subject.actor.country:
            if not passed.isdisjoint(self.sets["auxiliaries"]):
                return None
            if self.scene.is_past_remark(subject, spot.low, passed):
                return None
        opener = self.lower[subject.first - 1] if subject.first > spot.low else ""
        if opener == "which" and only_describes(self.scene, spot, subject.first, passed):
            return self._relative(spot, subject.actor.last)
        if opener == "as" and self.lower[spot.end : spot.end + 1] != [","]:
            return None
        if spot.form == Form.BASE and not self._takes_base(subject, passed):
            return None
        start = self.scene.opening(subject.first, spot.low) if self.frames else spot.low
        denied = not passed.isdisjoint(DENIALS)
        kind = "relative" if opener == "which" and self.lower[start] == "which" else "clause"
        return self._frame(spot, start, subject.who, kind, negated=denied)

    def _takes_base(self, subject: Subject, passed: frozenset[str]) -> bool:
        """Whether a bare verb can go with the subject: "they agree", "he did not agree"."""
        plural = len(subject.who.participants) > 1 or subject.who.rule.startswith("first person")
        side = subject.actor.kind is ActorKind.SIDE
        return plural or side or not passed.isdisjoint(self.sets["do"])

    def _contact(self, at: int, low: int, high: int) -> Frame | None:
        """The sentence that says that the conversation took place."""
        if says_more(self.scene, at, high):
            return None
        found = find_contact(self.scene, at, low, high)
        if found is None:
            return None
        who = found.subject.who
        self.scene.opener = self.scene.opener or next(iter(who.participants), None)
        if len(who.participants) == 1:
            self.scene.last = who.participants[0]
        about = found.about
        if about is None:
            return Frame(low, (at, at), Act.NARRATE, None, "", who, "contact")
        everybody = Resolution(self.everybody, "contact with a topic", 0.95)
        frame = Frame(low, (at, about), Act.DISCUSS, 1, "discuss", everybody, "contact about")
        frame.subject = who
        return frame

    def _according(self, at: int, low: int, high: int) -> Frame | None:
        """As in "According to the President, …"."""
        if self.lower[at + 1 : at + 2] != ["to"] or (at > low and self.lower[at - 1] != ","):
            return None
        actor = self.scene.starts.get(at + 2)
        if self.lower[at + 2 : at + 3] in (["him"], ["her"]) and self.scene.last is not None:
            who = Resolution((self.scene.last,), "pronoun", 0.9)
        elif actor is not None and at + 2 < high:
            found = self.scene.resolve([actor])
            if found is None or not found.participants:
                return None
            who = found
        else:
            return None
        return Frame(low, (at, at + 1), Act.STATE, 2, "according to", who, "according")

    def _nominal(self, low: int, high: int) -> Frame | None:
        """A frame whose subject is the conversation."""
        if bisect_left(self._nominals, low) == bisect_left(self._nominals, high):
            return None
        return find_nominal(self.scene, low, high)

    def _passive(self, spot: Spot, before: int, *, negated: bool) -> Frame | None:
        """As in "Issues were discussed", "it was noted that", "was reiterated by the President"."""
        start = find_passive(self.scene, self.frames, spot, before)
        if start is None:
            return None if negated else self._relative(spot, before)
        speakers = find_agent(self.scene, spot.end, spot.high)
        if speakers is None and spot.verb.joint:
            speakers = Resolution(self.everybody, "passive of a common act", 0.9)
            if spot.verb.lemma == "accept" and self.scene.last is not None:
                speakers = find_other(self.scene, (self.scene.last,))
        return self._frame(spot, start, speakers or _NOBODY, "passive", negated=negated)

    def _inverted(self, spot: Spot) -> Frame | None:
        """As in '"…," said the President'."""
        actor = self.scene.starts.get(spot.end)
        quoting = spot.verb.colourless or spot.verb.act is Act.EMPHASIZE
        if actor is None or actor.possessive or not quoting or spot.at <= spot.low:
            return None
        before = spot.at - 1
        closes = before in self.scene.quoted or before - 1 in self.scene.quoted
        after = self.lower[actor.last + 1] if actor.last + 1 < spot.high else "."
        ends = self.lower[before] == "," and after == "." and not self.frames
        if self.lower[before] not in {'"', ",", "'"} or not (closes or ends):
            return None
        if after not in _AFTER_SPEAKER:
            return None
        who = self.scene.resolve([actor])
        return None if who is None else self._frame(spot, spot.low, who, "inverted")

    def _relative(self, spot: Spot, before: int) -> Frame | None:
        """As in "…, who expressed his thanks", "…, which was accepted with pleasure"."""
        found = find_relative(self.scene, self.frames, spot, before)
        return found and self._frame(spot, found[0], found[1], "relative")

    def _purpose(self, spot: Spot) -> Frame | None:
        """A purpose that is an act: "spoke with President Velin to congratulate her"."""
        contact = bool(self.frames) and self.frames[-1].kind.startswith("contact")
        if not contact or spot.verb.act is Act.DISCUSS:
            return None
        # After "spoke about the Prime Minister's promise to …" it belongs to the matter.
        if self.frames[-1].kind != "contact" and self.lower[spot.at - 2] not in {"and", ","}:
            return None
        speakers = self.frames[-1].subject or self.frames[-1].speakers
        frame = self._frame(spot, spot.at - 1, speakers, "purpose")
        return None if frame is None or frame.act is Act.DISCUSS else frame

    def _after_main_verb(self, spot: Spot, main: int) -> Frame | None:
        """The frame of a verb that depends on the sentence's main verb, at token `main`."""
        before, _ = self.scene.step_back(main, spot.low)
        subject = self.scene.subject(before, spot.low, Form.PAST, first=not self.frames)
        if subject is not None:
            start = self.scene.opening(subject.first, spot.low) if self.frames else spot.low
            return self._frame(spot, start, subject.who, "clause")
        if self.frames and self.lower[before] in {"and", "but"}:
            return self._frame(spot, before, self.frames[-1].speakers, "coordinated")
        return None

    def _led_to(self, spot: Spot) -> Frame | None:
        """As in "He took the opportunity to explain …", "The sides failed to agree on …"."""
        lead = find_lead(self.scene, spot)
        frame = lead and self._after_main_verb(spot, lead.at)
        if lead and frame:
            frame.negated = lead.denied
        return frame

    def _coordinated(self, spot: Spot, before: int) -> Frame | None:
        """A further verb of the last subject: "… and highlighted …"."""
        opener = self.lower[before]
        as_well = self.lower[before - 2 : before + 1] == ["as", "well", "as"]
        as_well &= spot.verb.lemma not in self.sets["participle-weak"]  # "as well as shared aims"
        if not (as_well or opener in {"and", ",", "but", "-"}):
            return None
        fact = None if self.frames else find_fact(self.scene, spot, before)
        if fact is not None:
            self.frames.append(fact)
        if not self.frames:
            return None
        last = self.frames[-1]
        modifier = (
            not spot.verb.rest
            and spot.end < spot.high
            and self.lower[spot.end] in self.sets["after-modifier"]
        )
        if last.kind == "passive" or modifier or describes(self.scene, spot, before, last):
            return None
        if opener in {",", "-"} and not goes_on(self.scene, spot):
            return None
        speakers = find_main(self.scene, self.frames, before)
        if last.kind == "contact" and spot.verb.joint:
            speakers = Resolution(self.everybody, "common act after a contact", 0.9)
        start = before - 2 if as_well else before if opener in {"and", "but"} else before + 1
        return self._frame(spot, start, speakers, "coordinated")

    def _beginning(self, spot: Spot) -> Frame | None:
        """As in "He began by offering his condolences", "They were united in urging restraint"."""
        united = find_united(self.scene, spot)
        if united is not None:
            return self._after_main_verb(spot, united)
        by = spot.at - 1
        begun = by - 1
        if self.lower[begun] in self.sets["conversation"]:
            begun -= 1 + (self.lower[begun - 1] in self.sets["determiners"])
        if self.lower[by] != "by" or self.lower[begun] not in self.sets["beginnings"]:
            return None
        return self._after_main_verb(spot, begun)

    def _participle(self, spot: Spot, before: int) -> Frame | None:
        """A participle that reports: "…, underscoring …", "while noting …"."""
        start = find_participle(self.scene, self.frames, spot, before)
        if start is None:
            return None
        return self._frame(spot, start, self.frames[-1].speakers, "participle")

    def _add_early_participle(self, low: int) -> None:
        """As in "Stating that …, President Velin said …", whose first words are a frame too."""
        if not self.frames or self.frames[0].kind != "clause" or self.frames[0].start != low:
            return
        main = self.frames[0]
        found = find_early_participle(self.scene, main, low)
        early = found and self._frame(found[0], low, main.speakers, "participle")
        if found and early:
            main.start = found[1]
            self.frames.insert(0, early)
