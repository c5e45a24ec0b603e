"""Values are compared, hashed and shown as attrs itself would have it."""

from __future__ import annotations

import attrs
import pytest

from paired_readouts.model import Evidence, Limits, Side, Span
from paired_readouts.model._by_fields import by_fields


@attrs.frozen(kw_only=True)
class Written:
    left: object
    right: object = ""


@by_fields
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Shared:
    left: object
    right: object = ""


@by_fields
@attrs.frozen(eq=False, repr=False)
class Alone:
    value: object

    def __repr__(self) -> str:
        return "its own"


@pytest.mark.parametrize("kind", [Written, Shared], ids=["by attrs", "by fields"])
def test_equal_fields_make_equal_values(kind: type) -> None:
    value = kind(left=(1, "a"))
    assert value == kind(left=(1, "a"))
    assert hash(value) == hash(kind(left=(1, "a")))
    assert value != kind(left=(1, "b"))
    assert value != kind(left=(1, "a"), right="b")
    assert value != (1, "a")


def test_values_of_two_classes_differ() -> None:
    class Other(Shared):
        pass

    assert Shared(left=1) != Written(left=1)
    assert Shared(left=1) != Other(left=1)


def test_repr_is_that_of_attrs() -> None:
    written = repr(Written(left=Span(1, 2), right=("a", 1.5)))
    assert repr(Shared(left=Span(1, 2), right=("a", 1.5))) == written.replace("Written", "Shared")


def test_own_repr_stays() -> None:
    assert repr(Alone(1)) == "its own"
    assert Alone(1) == Alone(1)
    assert hash(Alone("a")) == hash(Alone("a"))


def test_a_field_may_stand_aside() -> None:
    @by_fields
    @attrs.frozen(eq=False, repr=False)
    class Row:
        name: str
        values: object = attrs.field(hash=False)
        rest: object = attrs.field(default="", repr=False)

    assert hash(Row("a", ["no hash"])) == hash(Row("a", []))
    assert Row("a", ["one"]) != Row("a", ["other"])
    assert repr(Row("a", [1])).endswith("Row(name='a', values=[1])")
    assert Row("a", [1]) != Row("a", [1], "rest")


def test_public_values_are_shown_by_their_fields() -> None:
    shown = repr(Evidence(side=Side.LEFT, span=Span(0, 4), note="verb"))
    assert shown == "Evidence(side=<Side.LEFT: 'left'>, span=Span(0, 4), note='verb')"
    assert repr(Limits(versions=1)).endswith("depth=200, versions=1)")
