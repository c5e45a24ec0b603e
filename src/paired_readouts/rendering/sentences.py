"""Sentences from findings: templates are words of the lexicon, slots come with the finding."""

from __future__ import annotations

from collections.abc import Mapping

import regex

from paired_readouts.lexicon import Lexicon, default_lexicon
from paired_readouts.model import CompletenessLevel, Finding
from paired_readouts.rendering._quoting import clean

__all__ = ["make_sentence", "say_absence"]

_TABLE = "sentences"
_SLOT = regex.compile(r"\{([a-z_-]+)\}")


def make_sentence(finding: Finding, *, lexicon: Lexicon | None = None) -> str:
    """The finding as a plain sentence; its code and matter where the lexicon has no template."""
    lexicon = lexicon or default_lexicon()
    values = {slot.name: slot.text for slot in finding.slots}
    values["absence"] = _fill(_template(lexicon, "absence", values.get("state", "")), values)
    template = _template(lexicon, finding.code.value, values.get("form", ""))
    sentence = _fill(template, values) if template else _plain(finding)
    return " ".join(clean(sentence).split())


def say_absence(label: str, level: CompletenessLevel, *, lexicon: Lexicon | None = None) -> str:
    """How to say that the account `label`, of completeness `level`, does not have something."""
    lexicon = lexicon or default_lexicon()
    template = _template(lexicon, "absence", level.value) or _template(
        lexicon, "absence", CompletenessLevel.UNKNOWN.value
    )
    return _fill(template, {"other": label})


def _template(lexicon: Lexicon, section: str, form: str) -> str:
    entry = lexicon.tables.get(_TABLE, {}).get(section)
    return entry.text(form) if entry and form else ""


def _fill(template: str, values: Mapping[str, str]) -> str:
    return _SLOT.sub(lambda match: values.get(match[1], ""), template)


def _plain(finding: Finding) -> str:
    what = finding.slot("matter") or "; ".join(slot.text for slot in finding.slots)
    name = finding.code.value.replace("-", " ").capitalize()
    return f"{name}: {what}." if what else f"{name}."
