"""Sentences that say that the conversation took place: the facts that both tell."""

from __future__ import annotations

import pytest

import paired_readouts as pr

DAYS = {
    "same-day": ("on 3 May 2031", "on 3 May 2031", "same"),
    "year-in-one-only": ("on 3 May 2031", "on 3 May", "same"),
    "day-in-one-only": ("on 3 May 2031", "by phone", "same"),
    "another-day": ("on 3 May 2031", "on 4 May 2031", "differs"),
    "another-day-without-year": ("on 3 May", "on 4 May 2031", "differs"),
}


@pytest.mark.parametrize(("one", "other", "relation"), DAYS.values(), ids=DAYS.keys())
def test_days_of_the_conversation(one: str, other: str, relation: str) -> None:
    left, right = (
        pr.Version(text=f"Minister Elsa Tornquist spoke with President Mara Velin {day}.", party=p)
        for day, p in ((one, "NRL"), (other, "VST"))
    )
    (link,) = pr.compare_versions(left, right).alignment.links
    assert link.relation.value == relation


OTHERS = {
    "after-it": "Following the talks, Elsa Tornquist and Mara Velin visited the harbour of Tarn.",
    "after-theirs": "After their call Elsa Tornquist and Mara Velin wrote to the crews.",
    "before-it": "Elsa Tornquist and Mara Velin had previously met in Halvern.",
    "to-come": "Elsa Tornquist and Mara Velin will meet in Tarn in June.",
}


@pytest.mark.parametrize("sentence", OTHERS.values(), ids=OTHERS.keys())
def test_what_came_after_the_conversation_is_not_the_conversation(sentence: str) -> None:
    spoke = "Minister Elsa Tornquist spoke by phone with President Mara Velin on 3 May."
    left = pr.Version(text=f"{spoke} {sentence}", party="NRL")
    right = pr.Version(text=spoke.replace("spoke by phone", "conferred"), party="VST")
    links = pr.compare_versions(left, right).alignment.links
    assert [(link.left, link.right) for link in links] == [((0,), (0,))]
