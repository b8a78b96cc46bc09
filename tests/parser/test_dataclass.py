"""`parser.dataclass` beside the standard library's: classes that behave alike, whatever is asked of them."""

from __future__ import annotations

import ast
import copy
import dataclasses
import pickle
import sys
from collections.abc import Callable
from dataclasses import field
from pathlib import Path
from typing import Any, ClassVar

import pytest

from parser import dataclass as quick
from tests.harness.sources import list_nodes, read_tree

PROJECT = Path(__file__).parents[2]


class Made:
    """The same classes, made by one of the two decorators."""

    def __init__(self, dataclass: Callable[..., Any], name: str) -> None:
        @dataclass(frozen=True, slots=True)
        class Base:
            plain: int
            text: str = "none"
            many: tuple[int, ...] = field(default_factory=lambda: (1, 2))
            aside: float = field(default=0.5, compare=False)
            unseen: str = field(default="", repr=False)
            of_all: ClassVar[int] = 7

        @dataclass(frozen=True, slots=True)
        class Derived(Base):
            text: str = "derived"
            unhashed: list[int] = field(default_factory=list, hash=False)
            worked_out: int = field(init=False)
            zero: int = field(init=False, default=0)
            fresh: dict[str, int] = field(init=False, default_factory=dict, compare=False)
            named: int = field(kw_only=True, default=3)

            def __post_init__(self) -> None:
                object.__setattr__(self, "worked_out", self.plain * 2)

            @property
            def doubled(self) -> int:
                return self.plain * 2

        @dataclass(slots=True)
        class Changing:
            count: int = 0

        @dataclass(frozen=True, slots=True, kw_only=True)
        class Named:
            first: int
            second: int = 2

        @dataclass(frozen=True, slots=True, eq=False)
        class Itself:
            value: int

        @dataclass(frozen=True, slots=True)
        class ByHand:
            value: str

            def __eq__(self, other: object) -> bool:
                return isinstance(other, ByHand) and self.value.lower() == other.value.lower()

            def __repr__(self) -> str:
                return f"<{self.value}>"

            def __hash__(self) -> int:
                return 5

        @dataclass(frozen=True, slots=True)
        class Compared:  # noqa: PLW1641 - the decorator adds it
            value: str

            def __eq__(self, other: object) -> bool:
                return isinstance(other, Compared)

        @dataclass(frozen=True, slots=True)
        class Nothing:
            pass

        @dataclass(frozen=True, slots=True)
        class Single:
            only: Any

        self.kinds = (Base, Derived, Changing, Named, Itself, ByHand, Compared, Nothing, Single)
        self.dataclass = dataclass
        self.Base: Any = Base
        self.Derived: Any = Derived
        self.Changing: Any = Changing
        self.Named: Any = Named
        self.Itself: Any = Itself
        self.ByHand: Any = ByHand
        self.Compared: Any = Compared
        self.Nothing: Any = Nothing
        self.Single: Any = Single
        for kind in self.kinds:  # where `pickle` looks for them
            kind.__qualname__ = f"{name}.{kind.__name__}"


QUICK = Made(quick.dataclass, "QUICK")
STANDARD = Made(dataclasses.dataclass, "STANDARD")


def change(value: Any, count: int) -> Any:
    value.count = count
    return repr(value)


def heir(base: type[Any]) -> type[Any]:
    """A class with one field more, that no decorator has seen."""
    return type("Heir", (base,), {"__annotations__": {"other": int}, "other": 0})


def hold_itself(made: Made) -> Any:
    """An object that holds a list that holds it."""
    within: list[Any] = []
    holding = made.Single(within)
    within.append(holding)
    return holding


TOLD: dict[str, Callable[[Made], Any]] = {
    "defaults": lambda made: repr(made.Base(1)),
    "all given": lambda made: repr(made.Base(1, "a", (), 2.0, "b")),
    "by name": lambda made: repr(made.Base(text="a", plain=1)),
    "derived": lambda made: repr(made.Derived(2, named=4)),
    "worked out": lambda made: (made.Derived(2).worked_out, made.Derived(2).doubled, made.Derived(2).zero),
    "fresh": lambda made: made.Derived(2).fresh is made.Derived(2).fresh,
    "missing": lambda made: made.Base(),
    "too many": lambda made: made.Base(1, "a", (), 2.0, "b", 6),
    "unknown": lambda made: made.Base(1, other=2),
    "named by place": lambda made: made.Named(1),
    "named": lambda made: repr(made.Named(first=1)),
    "not an argument": lambda made: made.Derived(1, zero=1),
    "equal": lambda made: made.Base(1) == made.Base(1, aside=9.0),
    "unequal": lambda made: made.Base(1) == made.Base(2),
    "unequal by what is not shown": lambda made: made.Base(1) == made.Base(1, unseen="a"),
    "of another class": lambda made: (made.Base(1) == made.Derived(1), made.Base(1) == 1),
    "hash": lambda made: hash(made.Base(1)) == hash((1, "none", (1, 2), "")),
    "hash of part": lambda made: hash(made.Derived(1)) == hash(made.Derived(1, unhashed=[1])),
    "hash of one": lambda made: hash(made.Single("a")) == hash(("a",)),
    "equal as itself": lambda made: made.Single(float("nan")) == made.Single(float("nan")),
    "unhashable": lambda made: hash(made.Single([])),
    "hash of what changes": lambda made: hash(made.Changing()),
    "identity": lambda made: (made.Itself(1) == made.Itself(1), isinstance(hash(made.Itself(1)), int)),
    "by hand": lambda made: (
        made.ByHand("A") == made.ByHand("a"),
        repr(made.ByHand("a")),
        hash(made.ByHand("a")),
    ),
    "compared by hand": lambda made: (made.Compared("a") == made.Compared("b"), len({made.Compared("a")})),
    "nothing": lambda made: (made.Nothing() == made.Nothing(), hash(made.Nothing())),
    "assigned": lambda made: setattr(made.Base(1), "plain", 2),
    "deleted": lambda made: delattr(made.Base(1), "plain"),
    "changed": lambda made: change(made.Changing(), 2),
    "no place": lambda made: setattr(made.Changing(), "other", 2),
    "slots": lambda made: (made.Base.__slots__, made.Derived.__slots__, hasattr(made.Base(1), "__dict__")),
    "replaced": lambda made: repr(dataclasses.replace(made.Base(1), text="new")),
    "replaced what is not an argument": lambda made: dataclasses.replace(made.Derived(1), zero=1),
    "fields": lambda made: [each.name for each in dataclasses.fields(made.Derived)],
    "as a mapping": lambda made: dataclasses.asdict(made.Derived(1)),
    "matched": lambda made: made.Derived.__match_args__,
    "of the class": lambda made: made.Derived.of_all,
    "written": lambda made: repr(pickle.loads(pickle.dumps(made.Derived(1, named=5)))),  # noqa: S301 - our own
    "copied": lambda made: copy.deepcopy(made.Derived(1)) == made.Derived(1),
    "of a changing one, frozen": lambda made: made.dataclass(frozen=True, slots=True)(heir(made.Changing)),
    "of a frozen one, changing": lambda made: made.dataclass(slots=True)(heir(made.Base)),
    "told of all": lambda made: [
        [getattr(kind.__dataclass_params__, name) for name in ("init", "repr", "eq", "order", "frozen")]
        for kind in (made.Base, made.Derived, made.Changing, made.Named, made.Itself)
    ],
    "assigned in a derived one": lambda made: setattr(made.Derived(1), "plain", 2),
    "in itself": lambda made: repr(hold_itself(made)),
}


@pytest.mark.parametrize("told", TOLD)
def test_both_tell_the_same(told: str) -> None:
    mine, standard = outcome(TOLD[told], QUICK), outcome(TOLD[told], STANDARD)
    assert mine == standard


def outcome(tell: Callable[[Made], Any], made: Made) -> tuple[str, Any]:
    """What comes of something, or what it raises."""
    try:
        return "told", _without_name(tell(made))
    except (TypeError, AttributeError, ValueError) as error:
        return type(error).__name__, _without_name(str(error))


def _without_name(told: Any) -> Any:
    return told.replace("QUICK.", "").replace("STANDARD.", "") if isinstance(told, str) else told


REPLACED: dict[str, Callable[[Made, Callable[..., Any]], Any]] = {
    "nothing": lambda made, replace: repr(replace(made.Base(1, "a"))),
    "some": lambda made, replace: repr(replace(made.Base(1, "a", aside=2.0), text="new", many=())),
    "of a changing one": lambda made, replace: change(replace(made.Changing(3), count=4), 5),
    "by name": lambda made, replace: repr(replace(made.Named(first=1), second=3)),
    "as it was": lambda made, replace: "; ".join(_tell_both(made.Base(1), replace)),
    "of its class": lambda made, replace: type(replace(made.Base(1), plain=2)) is made.Base,
    "frozen": lambda made, replace: setattr(replace(made.Base(1), plain=2), "plain", 3),
    "unknown": lambda made, replace: replace(made.Base(1), other=2),
    "derived": lambda made, replace: repr(replace(made.Derived(1), plain=4)),
    "what is not an argument": lambda made, replace: replace(made.Derived(1), zero=1),
    "hash": lambda made, replace: hash(replace(made.Base(1), text="new")) == hash(made.Base(1, "new")),
    "written": lambda made, replace: repr(pickle.loads(pickle.dumps(replace(made.Base(1), plain=2)))),  # noqa: S301 - our own
    "no object": lambda _, replace: replace(1, other=2),
}


def _tell_both(value: Any, replace: Callable[..., Any]) -> tuple[str, str]:
    """A copy and the object that was copied."""
    return repr(replace(value, text="new")), repr(value)


@pytest.mark.parametrize("replaced", REPLACED)
def test_the_hundredth_copy_is_as_the_first(replaced: str) -> None:
    tell = REPLACED[replaced]
    for _ in range(100):
        mine = outcome(lambda made: tell(made, quick.replace), QUICK)
        assert mine == outcome(lambda made: tell(made, dataclasses.replace), STANDARD)


def test_of_a_class_that_is_copied_often_no_slot_is_asked() -> None:
    value = QUICK.Base(1)
    calls: list[str] = []
    for _ in range(40):
        quick.replace(value, text="new")
    sys.setprofile(lambda _, event, called: calls.append(called.__name__) if event == "c_call" else None)
    try:
        quick.replace(value, text="new")
    finally:
        sys.setprofile(None)
    assert "getattr" not in calls


def test_a_class_without_slots_is_refused() -> None:
    with pytest.raises(TypeError, match="slots"):
        quick.dataclass(frozen=True)


@pytest.mark.parametrize("asked", ["order", "unsafe_hash", "weakref_slot", "match_args", "repr", "init"])
def test_what_is_not_written_here_is_refused_by_its_name(asked: str) -> None:
    with pytest.raises(TypeError, match=f"knows no {asked}; take the standard library's"):
        quick.dataclass(frozen=True, slots=True, **{asked: True})


@pytest.mark.sweep
def test_classes_with_slots_are_made_quickly_everywhere() -> None:
    """But for one with an order, and one without slots, which the standard library makes."""
    slow: list[str] = []
    for room in ("parser", "storage", "handlers", "bot"):
        for file in {*(PROJECT / room).rglob("*.py")} - {Path(quick.__file__)}:
            imported = [
                node.module
                for node in list_nodes(read_tree(file))
                if isinstance(node, ast.ImportFrom) and any(name.name == "dataclass" for name in node.names)
            ]
            slow += [str(file.relative_to(PROJECT)) for module in imported if module == "dataclasses"]
    assert sorted(slow) == ["parser/text/passage.py", "storage/kept_memory.py"]


def test_making_one_takes_a_part_of_the_calls() -> None:
    """Nothing is compiled but `__init__`."""
    assert count_compiled(quick.dataclass) * 4 < count_compiled(dataclasses.dataclass)


def count_compiled(dataclass: Callable[..., Any]) -> int:
    """How often Python's compiler is called for one class."""
    calls: list[str] = []
    program = "class Kind:\n    'A class.'\n    one: int\n    two: str = ''\n"

    def note(_: Any, event: str, called: Any) -> None:
        if event == "c_call" and called.__name__ in {"exec", "compile"}:
            calls.append(called.__name__)

    scope: dict[str, Any] = {"__name__": __name__}
    exec(program, scope)  # noqa: S102 - the class above
    sys.setprofile(note)
    try:
        dataclass(frozen=True, slots=True)(scope["Kind"])
    finally:
        sys.setprofile(None)
    return len(calls)
