"""What each weight of search does: `python -m bench.search --weights [PREFIX…] [--every=N]`.

Every number of `storage/search/weights.py` is moved down and up by a fifth, a whole number by at least
one, and all open questions are asked again: ours of Taraz, and the cities'. The held ones are never asked.
A weight that changes no answer in either direction does nothing and can go. With prefixes (`rank`,
`words.certain`) only the weights are moved whose names begin with one of them; with `--every=N` only every
Nth question is asked, for a first look: all of them take half a minute for each move.
"""

from __future__ import annotations

import dataclasses
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path

from sqlmodel.ext.asyncio.session import AsyncSession

from bench.search import (
    CITIES,
    TARAZ,
    Case,
    Outcome,
    ask_cases,
    cities_questions,
    load_cases,
    open_budgets,
    summarize,
)
from storage.search.weights import WEIGHTS, Weights

MOVED = 0.2  # of a weight's value
_FIGURES = ("top1", "sure_right")
_HEAD = (
    f"{'weight':32}{'is':>8}{'moved':>9}{'changed':>9}"
    f"{'own top-1':>15}{'own sure right':>15}{'cities top-1':>15}{'sure right':>15}"
)

Number = int | float


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """Questions and a session of the budgets they are asked of. `whose`: our own, or the cities'."""

    whose: str
    session: AsyncSession
    cases: Sequence[Case]


@dataclass(frozen=True, slots=True)
class WeightMove:
    """One weight, by the group and the name it has in `Weights`, and the value it is moved to."""

    group: str
    name: str
    value: Number
    moved: Number

    @property
    def weights(self) -> Weights:
        """All weights, this one moved."""
        group = dataclasses.replace(getattr(WEIGHTS, self.group), **{self.name: self.moved})
        return dataclasses.replace(WEIGHTS, **{self.group: group})


def list_moves(prefixes: Sequence[str] = ()) -> Iterator[WeightMove]:
    """Each weight whose name begins with one of some prefixes (all without any), moved down and then up."""
    for group in dataclasses.fields(WEIGHTS):
        weights = getattr(WEIGHTS, group.name)
        for field in dataclasses.fields(weights):
            if prefixes and not f"{group.name}.{field.name}".startswith(tuple(prefixes)):
                continue
            value = getattr(weights, field.name)
            for direction in (-1, 1):
                yield WeightMove(group.name, field.name, value, move(value, direction))


def move(value: Number, direction: int) -> Number:
    """A value moved down (-1) or up (1) by a fifth; a whole number stays whole and moves by one at least."""
    if isinstance(value, int):
        return value + direction * max(1, round(MOVED * value))
    return value * (1 + direction * MOVED)


Asked = Mapping[str, Sequence[Outcome]]  # by whose questions they are


async def run() -> None:
    """Moves the weights that the command line names, and prints what each does as soon as it is known."""
    prefixes = [argument for argument in sys.argv[1:] if not argument.startswith("-")]
    every = next((int(argument[8:]) for argument in sys.argv if argument.startswith("--every=")), 1)
    async with AsyncExitStack() as stack:
        sets = [
            QuestionSet(whose, await stack.enter_async_context(open_budgets(documents)), cases[::every])
            for whose, documents, cases in _list_sets()
        ]
        before = await _ask(sets, WEIGHTS)
        print(_HEAD)
        for moved in list_moves(prefixes):
            print(tell_move(moved, before, await _ask(sets, moved.weights)), flush=True)


def _list_sets() -> Iterator[tuple[str, Sequence[Path], Sequence[Case]]]:
    yield "own", [TARAZ], load_cases("open")
    for city, documents in CITIES.items():
        yield "cities", documents, cities_questions(city, "open")


async def _ask(sets: Sequence[QuestionSet], weights: Weights) -> Asked:
    outcomes: dict[str, list[Outcome]] = defaultdict(list)
    for questions in sets:
        outcomes[questions.whose] += await ask_cases(questions.session, questions.cases, weights)
    return outcomes


def tell_move(moved: WeightMove, before: Asked, after: Asked) -> str:
    """A row: the weight, how many answers its move changes, and by how much the figures rise or fall."""
    changed = sum(
        (a.paths, a.confident) != (b.paths, b.confident)
        for whose in before
        for a, b in zip(before[whose], after[whose], strict=True)
    )
    figures = [
        summarize(after[whose])[figure] - summarize(before[whose])[figure]
        for whose in before
        for figure in _FIGURES
    ]
    cells = "".join(f"{figure:>+15.2%}" if round(figure, 4) else f"{0:>15}" for figure in figures)
    return f"{moved.group + '.' + moved.name:32}{moved.value:>8g}{moved.moved:>9.4g}{changed:>9}{cells}"
