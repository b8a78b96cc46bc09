"""How well questions are understood: `python -m bench.search [--cities] [--held] [--wrong] [--weights]`.

The measure is `tests/search/questions.tsv`: a question, its language and class, the accepted
answers, what is right to do (`sure`: assert, `choose`: offer, `none`: find nothing, `talk`: small
talk) and its part. The open two thirds are what rules and weights may be tried on, and what the tests
have floors for. A third is held aside and gates nothing: `--held` measures it instead, before a release.
`--cities` measures the questions in `tests/search/cities/`, written apart from the bot, on Taraz and on
four other budgets; `--frames` what is asked of a budget beside a line's amount (see `bench.frames`), with
`--file FILE` of any file in the same form.
`--wrong` lists every question that goes wrong. `--weights` moves one weight of search at a time over the
open questions of both and shows what it does.
"""

from __future__ import annotations

import asyncio
import csv
import sys
import tempfile
from collections import defaultdict
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.loading import list_files, load_files
from parser.question.reading import read_question
from storage.answering.answer import Answer
from storage.answering.answer_traits import is_confident, list_matches
from storage.answering.request import Request
from storage.answering.service import answer
from storage.engine import create_engine, create_sessions
from storage.kept.remembered import KeptReadings, let_recall
from storage.kept.state import read_state_numbers
from storage.schema import migrate
from storage.search.index import build_index
from storage.search.weights import WEIGHTS, Weights

ROOT = Path(__file__).parents[1]
QUESTIONS = ROOT / "tests/search/questions.tsv"
TARAZ = ROOT / "data/taraz"
_CITIES = ROOT / "tests/search/cities"
# A real rayon, in Russian only; and three budgets made up of official names: a city of republican
# significance, a city of an oblast, a rural district.
CITIES: dict[str, Sequence[Path]] = {
    "taraz": [TARAZ],
    "aitekebi": [_CITIES / "aitekebi.html"],
    **{
        name: [_CITIES / f"{name}.{language}.csv" for language in ("kk", "ru")]
        for name in ("astana", "semey", "village")
    },
}


@dataclass(frozen=True, slots=True)
class Case:
    """One question of the measure. `accepted` are alternatives, each a set of paths."""

    text: str
    language: str
    kind: str
    accepted: tuple[frozenset[str], ...]
    expect: str
    part: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a question. `rank` is the place of the first accepted line, 0 when it is not shown."""

    case: Case
    paths: tuple[str, ...]
    confident: bool
    rank: int

    @property
    def right(self) -> bool:
        """Whether the bot did what it should: asserted a right line, offered, or found nothing."""
        match self.case.expect:
            case "sure":
                return self.rank == 1
            case "choose":
                return not self.confident and self.rank > 0
            case "talk":
                return not self.paths
            case _:
                return not self.confident

    @property
    def wrongly_sure(self) -> bool:
        """Whether a line was asserted that is not right."""
        return self.confident and not (self.case.expect == "sure" and self.rank == 1)


def load_cases(part: str | None = None, file: Path = QUESTIONS) -> list[Case]:
    """The questions of a part (`open` or `held`), or all."""
    with file.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [
        Case(
            row["question"],
            row["language"],
            row["class"],
            ()
            if row["accepted"] == "none"
            else tuple(frozenset(a.split("+")) for a in row["accepted"].split("|")),
            row["expect"],
            row["part"],
        )
        for row in rows
        if part in (None, row["part"])
    ]


def judge(case: Case, found: Answer) -> Outcome:
    """Compares an answer with what is accepted."""
    paths = tuple(match.path for match in list_matches(found))
    ranks = range(1, len(paths) + 1)
    rank = next((at for at in ranks if any(_accepts(wanted, paths, at) for wanted in case.accepted)), 0)
    return Outcome(case, paths, is_confident(found), rank)


def _accepts(wanted: frozenset[str], paths: Sequence[str], rank: int) -> bool:
    if len(wanted) == 1:
        return paths[rank - 1] in wanted
    return wanted <= set(paths[: len(wanted) + rank - 1])


async def measure(cases: Iterable[Case], documents: Iterable[Path] = (TARAZ,)) -> list[Outcome]:
    """Asks every question of some decisions, those of Taraz by default, through the door the bot uses."""
    async with open_budgets(documents) as session:
        return await ask_cases(session, cases)


@asynccontextmanager
async def open_budgets(documents: Iterable[Path]) -> AsyncIterator[AsyncSession]:
    """A session of a database of its own that holds some decisions."""
    with tempfile.TemporaryDirectory() as folder:
        engine = create_engine(f"sqlite+aiosqlite:///{folder}/bench.db")
        await migrate(engine)
        sessions = create_sessions(engine)
        async for report in load_files(sessions, list_files(documents)):
            if report.error:
                raise report.error
        async with sessions() as session:
            numbers = await read_state_numbers(await session.connection())
            let_recall(session, KeptReadings(numbers.budgets))  # as the bot remembers what it has read
            yield session
        await engine.dispose()


async def ask_cases(
    session: AsyncSession, cases: Iterable[Case], weights: Weights = WEIGHTS
) -> list[Outcome]:
    """Asks questions of the budgets of a session, and compares the answers with what is accepted."""
    index = await build_index(session, weights)
    return [judge(case, await answer(session, index, Request(read_question(case.text)))) for case in cases]


def cities_questions(name: str, part: str | None = None) -> list[Case]:
    """The questions of one city's budget."""
    return load_cases(part, _CITIES / f"{name}.questions.tsv")


async def measure_cities(part: str | None = None) -> list[Outcome]:
    """Asks every city's questions of its own budget."""
    outcomes: list[Outcome] = []
    for name, documents in CITIES.items():
        outcomes += await measure(cities_questions(name, part), documents)
    return outcomes


def summarize(outcomes: Sequence[Outcome]) -> dict[str, float]:
    """The figures of a class or of all, as shares; NaN-free: an empty set scores 1."""
    named = [o for o in outcomes if o.case.accepted]
    sure = [o for o in outcomes if o.confident]
    nothing = [o for o in outcomes if o.case.expect in ("none", "talk")]
    return {
        "top1": _share([o.rank == 1 for o in named]),
        "top3": _share([0 < o.rank <= 3 for o in named]),
        "mrr": sum(1 / o.rank for o in named if o.rank) / len(named) if named else 1.0,
        "right": _share([o.right for o in outcomes]),
        "direct": _share([o.confident and o.rank == 1 for o in named if o.case.expect == "sure"]),
        "sure_right": _share([not o.wrongly_sure for o in sure]),
        "sure_line": _share([o.rank == 1 for o in sure]),
        "nothing_asserted": 1 - _share([not o.confident for o in nothing]),
        "missed": 1 - _share([o.rank > 0 for o in named]),
    }


def _share(values: Sequence[bool]) -> float:
    return sum(values) / len(values) if values else 1.0


def _print(outcomes: Sequence[Outcome], *, wrong: bool) -> None:
    by_class: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        by_class[outcome.case.kind].append(outcome)
    table = Table(box=None, pad_edge=False)
    for title in (
        "class",
        "n",
        "top-1",
        "top-3",
        "MRR",
        "right",
        "direct",
        "sure & right",
        "sure of a right line",
        "sure of nothing",
        "missed",
    ):
        table.add_column(title, justify="left" if title == "class" else "right")
    for name, group in [*sorted(by_class.items()), ("all", list(outcomes))]:
        figures = summarize(group)
        cells = [f"{figures[key]:.3f}" if key == "mrr" else f"{figures[key]:.1%}" for key in figures]
        table.add_row(name, str(len(group)), *cells)
    console = Console(width=None if sys.stdout.isatty() else 160)
    console.print(table)
    for outcome in outcomes if wrong else ():
        if not outcome.right or outcome.wrongly_sure:
            case = outcome.case
            sure = "SURE" if outcome.confident else "    "
            accepted = "|".join("+".join(sorted(paths)) for paths in case.accepted) or "none"
            line = f"{sure} {case.kind:20}{case.expect:7}{case.text[:60]!r:64} {accepted[:60]}"
            console.print(f"{line}  <-  {outcome.paths[:3]}", soft_wrap=True, markup=False)


def _run() -> None:
    if "--weights" in sys.argv:
        from bench.weights import run

        return asyncio.run(run())
    if "--frames" in sys.argv:
        from bench.frames_report import run as run_frames

        return asyncio.run(run_frames())
    part = "held" if "--held" in sys.argv else "open"
    asked = measure_cities(part) if "--cities" in sys.argv else measure(load_cases(part))
    return _print(asyncio.run(asked), wrong="--wrong" in sys.argv)


if __name__ == "__main__":
    _run()
