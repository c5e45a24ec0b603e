"""Participles that report: "…, underscoring …", "Stating that …, the President said …"."""

from __future__ import annotations

from collections.abc import Sequence

from paired_readouts.extraction._frame import Frame, Spot
from paired_readouts.extraction._inflection import Form
from paired_readouts.extraction._scene import Scene
from paired_readouts.model import Act

__all__ = ["find_early_participle", "find_participle"]

_SEPARATORS = frozenset({",", '"', "-", ";"})
# "…, while opposing any return to sanctions" reports.
_OPPOSING = frozenset({Act.REJECT, Act.CRITICIZE, Act.WARN})
# "Noting during the call that" has so many words between the two at most.
_THAT_WITHIN = 5
# "describing the raid on the port as" has so many.
_AS_WITHIN = 10


def find_participle(scene: Scene, frames: Sequence[Frame], spot: Spot, before: int) -> int | None:
    """Where the frame of a participle behind `frames` begins; None where it reports nothing."""
    lower, sets = scene.tokens.lower, scene.grammar.sets
    head = spot.verb.lemma.split()[0]
    if not frames or head not in sets["participles"]:
        return None
    opener, last = lower[before], frames[-1]
    weak = head in sets["participle-weak"]
    weak &= opener != "while" or spot.verb.act not in _OPPOSING
    if opener in {"and", "or"}:
        reports = last.kind == "participle" or lower[last.verb[0]].endswith("ing")
        if not reports and (weak or lower[before - 1] != ","):
            return None
    elif opener not in _SEPARATORS and opener != "while":
        return None
    if weak:
        gerunds = (
            opener == ","
            and not spot.verb.rest
            and lower[spot.end : spot.end + 1] != ["that"]
            and _has_gerund(lower[last.verb[1] + 1 : before])
        )
        if gerunds or not (spot.verb.rest or _is_reported(scene, spot)):
            return None
    return before + 1 if opener in _SEPARATORS else before


def _is_reported(scene: Scene, spot: Spot) -> bool:
    """Whether a that-clause, a person or an act's noun follows, or what is agreed on."""
    after, lower = spot.end, scene.tokens.lower
    if lower[after : after + 1] == ["that"] or after in scene.starts:
        return True
    if spot.verb.act is Act.AGREE and lower[after : after + 1] in (["on"], ["upon"], ["to"]):
        return True
    if spot.verb.lemma in scene.grammar.sets["participle-as"]:
        return "as" in lower[after : after + _AS_WITHIN]
    return any(word in scene.grammar.nouns for word in lower[after : after + 5])


def _has_gerund(words: Sequence[str]) -> bool:
    return any(len(w) > 5 and w.endswith("ing") for w in words)


def find_early_participle(scene: Scene, main: Frame, low: int) -> tuple[Spot, int] | None:
    """A participle that reports before the main verb, and where the main frame begins then.

    As in "Stating that …, President Velin said …", "While thanking …, President Velin said …"
    and "President Velin, stating that …, said …".
    """
    lower = scene.tokens.lower
    before, _ = scene.step_back(main.verb[0], low)
    aside = scene.before_aside(before, low)
    if aside is not None:
        spot = _early_spot(scene, aside.last + 2, low, main)
        return (spot, before + 1) if spot else None
    subject = scene.ends.get(before)
    if subject is None or lower[subject.first - 1] != ",":
        return None
    spot = _early_spot(scene, low + (lower[low] in {"while", "having"}), low, main)
    return (spot, subject.first) if spot else None


def _early_spot(scene: Scene, at: int, low: int, main: Frame) -> Spot | None:
    """The participle at token `at`, where it reports: "thanking", "having thanked"."""
    sets, after = scene.grammar.sets, scene.tokens.lower[at : main.verb[0]]
    for form, verb, end in scene.grammar.verbs_at(scene.tokens, at):
        head = verb.lemma.split()[0]
        having = form in {Form.PAST, Form.PARTICIPLE} and scene.tokens.lower[at - 1] == "having"
        if not (having or form == Form.ING) or head not in sets["participles"]:
            continue
        content = after[end - at :]
        described = head in sets["participle-as"] and "as" in content
        that = "that" in content[:_THAT_WITHIN] or described
        spot = Spot(form, verb, at, end, low, main.verb[0])
        if that or (at <= low + 1 and _reports_first(scene, spot)):
            return spot
    return None


def _reports_first(scene: Scene, spot: Spot) -> bool:
    """Whether a participle that opens the sentence reports; "Referring to" sets a topic."""
    if spot.verb.lemma.split()[0] not in scene.grammar.sets["participle-weak"]:
        return True
    if spot.verb.act is Act.DISCUSS:
        return False
    return bool(spot.verb.rest) or (spot.verb.act is Act.EXPRESS and _is_reported(scene, spot))
