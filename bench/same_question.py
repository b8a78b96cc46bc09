"""The same question said otherwise: `python -m bench.same_question`.

Of the open questions that are answered rightly, new ones are made whose right answer follows
(`bench/said_otherwise.py`); no label is written for them. Of each way it prints how many answers stayed,
became weaker, were lost, and are sure of something else; and lists the last two. What asks for another
place or year, or denies, has to be heard: there, what stays sure is wrong.

Options: `--budget B` and `--way W` choose one, `--sample N` so many questions of each way (60), `--seed S`
which ones, `--weaker` lists those too.
"""

from __future__ import annotations

import asyncio
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import islice
from operator import itemgetter
from random import Random

from rich.console import Console
from rich.table import Table

from bench.frames import (
    BUDGETS,
    FIFTH_OPEN,
    FOURTH_OPEN,
    FRESH,
    NEXT_TURN,
    QUESTIONS,
    REPORTED,
    SIXTH_OPEN,
    FrameCase,
    FrameOutcome,
    load_frames,
    measure_frames,
)
from bench.said_otherwise import CONTRARY, SAME, Asked, say_otherwise
from bench.search import CITIES, Case, cities_questions, load_cases
from parser.question.typed import as_meant
from parser.records import Language
from parser.text.letters import CYRILLIC

_OPEN = (QUESTIONS, FRESH, FOURTH_OPEN, FIFTH_OPEN, SIXTH_OPEN, REPORTED)
_LINELESS = frozenset({"talk", "nothing"})
_DIGITS = frozenset("0123456789")


class Fate(StrEnum):
    """What became of an answer when its question was said otherwise."""

    STAYED = "stayed"
    WEAKER = "weaker"  # what was sure is offered, or the right line stands behind another one
    LOST = "lost"  # the right line is not shown, or something else than what was asked
    WRONG = "sure and other"


@dataclass(frozen=True, slots=True)
class Retold:
    """A question, how it was said otherwise, and in which way."""

    way: str
    case: FrameCase
    otherwise: FrameCase


@dataclass(frozen=True, slots=True)
class Compared:
    """A question that was said otherwise, with both answers and what became of the first."""

    retold: Retold
    before: FrameOutcome
    after: FrameOutcome
    fate: Fate


def load_open_questions() -> list[FrameCase]:
    """All open questions whose right line is known, of all budgets; what stands in two sets comes once."""
    plain = [_as_frame("taraz", case) for case in load_cases("open") if case.expect == "sure"]
    for city in CITIES:
        plain += [_as_frame(city, case) for case in cities_questions(city, "open") if case.expect == "sure"]
    cases = [*(case for file in _OPEN for case in load_frames(file)), *plain]
    typed = [case for case in cases if case.question == as_meant(case.question)]  # not in another layout
    return list({(case.budget, case.question): case for case in reversed(typed)}.values())


def _as_frame(budget: str, case: Case) -> FrameCase:
    language = case.language if case.language in {*Language} else Language.RU  # of both in one question
    return FrameCase(budget, language, case.text, "amount", ("amount",), case.accepted)


def retell(cases: Sequence[FrameCase], ways: Iterable[str], sample: int, seed: int) -> list[Retold]:
    """Questions said otherwise, so many in each way, the same ones for the same seed.

    Args:
        cases: the questions.
        ways: names of `SAME` and `CONTRARY`.
        sample: how many of each way, where as many can be said so.
        seed: of what is drawn.
    """
    return [one for way in ways for one in islice(_retell_in(way, cases, seed), sample)]


def _retell_in(way: str, cases: Iterable[FrameCase], seed: int) -> Iterator[Retold]:
    """In an order that a question which is new in the sets leaves as it was for all others."""
    chances = [(Random(f"{seed} {way} {case.budget} {case.question}"), case) for case in cases]  # noqa: S311
    for _, chance, case in sorted(
        [(chance.random(), chance, case) for chance, case in chances], key=itemgetter(0)
    ):
        retold = _retell_one(way, case, chance)
        if retold is not None:
            yield retold


def _retell_one(way: str, case: FrameCase, chance: Random) -> Retold | None:
    plain = case.kinds == ("amount",) and case.decision is None and NEXT_TURN not in case.question
    amount = plain and _DIGITS.isdisjoint(case.question) and case.group != "years"
    told = case.group != "places" and "not_loaded" not in case.kinds
    if way in CONTRARY and (not amount or case.group.startswith("official")):
        return None  # a whole name is asked of a line, not of what it denies
    asked = Asked(case.question, case.language, case.budget, amount and told, told)
    question = say_otherwise((SAME | CONTRARY)[way], asked, chance)
    # No courtesy in Cyrillic beside a question in Latin letters: nobody writes so.
    if question is None or (CYRILLIC.search(question) and not CYRILLIC.search(case.question)):
        return None
    # A remark may be answered, or found to ask nothing: both are right of what asks nothing.
    kinds = tuple(_LINELESS | {*case.kinds}) if _LINELESS.intersection(case.kinds) else case.kinds
    return Retold(way, case, replace(case, question=question, kinds=kinds))


async def compare_answers(retold: Sequence[Retold]) -> list[Compared]:
    """Asks all as they were and otherwise, and compares the answers, where the first was right."""
    before = {outcome.case: outcome for outcome in await measure_frames({one.case: None for one in retold})}
    right = [one for one in retold if before[one.case].right]
    after = {
        outcome.case: outcome for outcome in await measure_frames({one.otherwise: None for one in right})
    }
    return [
        Compared(one, *(both := (before[one.case], after[one.otherwise])), _judge(one, *both))
        for one in right
    ]


def _judge(retold: Retold, before: FrameOutcome, after: FrameOutcome) -> Fate:
    if retold.way in CONTRARY:
        return Fate.WRONG if _stays_sure(before, after) else Fate.STAYED
    if after.wrongly_sure:
        return Fate.WRONG
    if after.right:
        return Fate.WEAKER if before.confident and not after.confident else Fate.STAYED
    shown = any(lines <= {*after.paths} for lines in retold.case.accepted)
    return Fate.WEAKER if shown else Fate.LOST


def _stays_sure(before: FrameOutcome, after: FrameOutcome) -> bool:
    """Whether the card that was right is shown again, and nothing is said to be missing."""
    return after.confident and before.paths == after.paths and before.names == after.names


def count_fates(compared: Iterable[Compared]) -> dict[str, Counter[Fate]]:
    """How often each fate befell what was said in each way."""
    counts: dict[str, Counter[Fate]] = defaultdict(Counter)
    for one in compared:
        counts[one.retold.way][one.fate] += 1
    return counts


def _table(counts: Mapping[str, Counter[Fate]]) -> Table:
    table = Table(box=None, pad_edge=False)
    for head in ("way", "n", *Fate):
        table.add_column(head, justify="left" if head == "way" else "right")
    for way, fates in [*counts.items(), ("all", sum(counts.values(), Counter[Fate]()))]:
        table.add_row(way, str(fates.total()), *(f"{fates[fate]}" for fate in Fate))
    return table


def _list_worst(compared: Sequence[Compared], shown: Sequence[Fate]) -> Iterator[str]:
    for fate in shown:
        for one in compared:
            if one.fate is fate:
                case = one.retold.otherwise
                said = f"{case.question!r}  (of {one.retold.case.question!r})"
                yield f"{fate.value.upper():15}{one.retold.way:15}{case.budget:9}{said}"
                yield f"    {_name(one.before)}  ->  {_name(one.after)}"


def _name(outcome: FrameOutcome) -> str:
    return f"{'sure ' if outcome.confident else ''}{outcome.names[-1]} {outcome.paths[:2]}"


def _option(name: str, otherwise: str) -> str:
    return sys.argv[sys.argv.index(name) + 1] if name in sys.argv else otherwise


def _run() -> None:
    budget, way = _option("--budget", ""), _option("--way", "")
    if budget and budget not in BUDGETS:
        raise SystemExit(f"no budget {budget!r}: {', '.join(BUDGETS)}")
    if way and way not in SAME | CONTRARY:
        raise SystemExit(f"no way {way!r}: {', '.join(SAME | CONTRARY)}")
    cases = [case for case in load_open_questions() if case.budget == (budget or case.budget)]
    ways = [way] if way else [*SAME, *CONTRARY]
    retold = retell(cases, ways, int(_option("--sample", "60")), int(_option("--seed", "1")))
    compared = asyncio.run(compare_answers(retold))
    console = Console(width=None if sys.stdout.isatty() else 160)
    console.print(_table(count_fates(compared)))
    weaker = [Fate.WEAKER] if "--weaker" in sys.argv else []
    for line in _list_worst(compared, (Fate.WRONG, Fate.LOST, *weaker)):
        console.print(line, soft_wrap=True, markup=False, highlight=False)


if __name__ == "__main__":
    _run()
