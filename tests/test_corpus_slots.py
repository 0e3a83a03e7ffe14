"""Slots that are filled directly hold what `dataclass` itself would put there."""

from __future__ import annotations

import copy
import inspect
import pickle
from dataclasses import FrozenInstanceError, dataclass, field, fields, replace

import pytest

from corpus.concepts import Mention
from corpus.model import (
    Attribution,
    Date,
    Discrepancy,
    Link,
    Number,
    Sentence,
    Side,
    Source,
    Span,
)
from corpus.slots import filled_directly
from corpus.terms import Term


@dataclass(frozen=True, slots=True)
class Usual:
    first: int
    second: str = "two"
    third: tuple[int, ...] = ()


@filled_directly
@dataclass(frozen=True, slots=True)
class Direct:
    first: int
    second: str = "two"
    third: tuple[int, ...] = ()


@pytest.mark.parametrize("given", [(1,), (1, "b"), (1, "b", (3,))])
def test_slots_hold_what_is_given_and_the_defaults(given: tuple[object, ...]) -> None:
    usual, direct = Usual(*given), Direct(*given)  # type: ignore[arg-type]
    assert [getattr(direct, it.name) for it in fields(Direct)] == [
        getattr(usual, it.name) for it in fields(Usual)
    ]
    assert repr(direct) == repr(usual).replace("Usual", "Direct")
    assert hash(direct) == hash(usual)


def test_what_is_made_stays_frozen() -> None:
    with pytest.raises(FrozenInstanceError):
        Direct(1).first = 2  # type: ignore[misc]


def test_names_replacing_and_copying_work_as_before() -> None:
    made = Direct(third=(1,), first=3)
    assert replace(made, second="b") == Direct(3, "b", (1,))
    assert copy.deepcopy(made) == made
    assert pickle.loads(pickle.dumps(made)) == made
    assert str(inspect.signature(Direct)) == str(inspect.signature(Usual))


def test_a_wrong_call_is_told_as_for_any_class() -> None:
    with pytest.raises(TypeError, match="first"):
        Direct()  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        Direct(1, "b", (), 4)  # type: ignore[call-arg]


@pytest.mark.parametrize(
    "kind",
    [Attribution, Date, Discrepancy, Link, Mention, Number, Sentence, Side, Source, Span, Term],
)
def test_the_model_tells_what_its_values_are_made_of(kind: type) -> None:
    assert list(inspect.signature(kind).parameters) == [it.name for it in fields(kind)]


def test_a_class_that_has_more_to_do_is_refused() -> None:
    @dataclass(frozen=True, slots=True)
    class Made:
        items: list[int] = field(default_factory=list)

    @dataclass(frozen=True, slots=True, kw_only=True)
    class Named:
        item: int

    @dataclass(frozen=True, slots=True)
    class Checked:
        item: int

        def __post_init__(self) -> None:
            """Check the item."""

    for kind in (Made, Named, Checked):
        with pytest.raises(TypeError, match="more to do"):
            filled_directly(kind)
