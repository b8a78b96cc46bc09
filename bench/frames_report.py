"""What `python -m bench.search --frames [--held | --file FILE]` prints: figures, and what goes wrong.

Of the questions that are held aside only figures are printed, never a question. A file of one's own, in the
form of `tests/search/frames.tsv`, is measured instead of the open questions and printed like them.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bench.frames import (
    FIFTH,
    FIFTH_OPEN,
    FOURTH,
    FOURTH_OPEN,
    FRESH,
    HELD,
    QUESTIONS,
    REPORTED,
    SECOND,
    SIXTH,
    SIXTH_OPEN,
    THIRD,
    UNSEEN,
    FrameOutcome,
    group_outcomes,
    load_frames,
    measure_frames,
    summarize_frames,
)


async def run() -> None:
    """Prints the figures of each file, and of the open questions those that go wrong."""
    console = Console(width=None if sys.stdout.isatty() else 160)
    held = "--held" in sys.argv
    for file in _files(sys.argv):
        outcomes = await measure_frames(load_frames(file))
        console.print(_table(file.name, outcomes))
        for outcome in () if held else outcomes:
            if not outcome.right:
                console.print(_line(outcome), soft_wrap=True, markup=False, highlight=False)


def _files(options: Sequence[str]) -> Sequence[Path]:
    if "--held" in options:
        return (HELD, *UNSEEN, *SECOND, *THIRD, *FOURTH, *FIFTH, *SIXTH)
    if "--file" not in options:
        return (QUESTIONS, FRESH, FOURTH_OPEN, FIFTH_OPEN, SIXTH_OPEN, REPORTED)
    named = options[options.index("--file") + 1 :]
    if not named:
        raise SystemExit("--file needs the path of a file of questions")
    return (Path(named[0]),)


def _table(title: str, outcomes: Sequence[FrameOutcome]) -> Table:
    table = Table(box=None, pad_edge=False, title=title, title_justify="left")
    for head in ("class", "n", "kind", "first line", "value", "all right", "sure and wrong", "of sure"):
        table.add_column(head, justify="left" if head == "class" else "right")
    for group, members in [*group_outcomes(outcomes).items(), ("all", outcomes)]:
        figures = summarize_frames(members)
        valued = any(outcome.case.amounts or outcome.case.decision for outcome in members)
        shares = [
            f"{figures[figure]:.1%}" if figure != "value" or valued else "–"
            for figure in ("kind", "line", "value", "right")
        ]
        wrong = sum(outcome.wrongly_sure for outcome in members)
        table.add_row(group, str(len(members)), *shares, str(wrong), f"{figures['sure_wrong']:.1%}")
    return table


def _line(outcome: FrameOutcome) -> str:
    case = outcome.case
    faults = "".join(
        letter if fault else "·"
        for letter, fault in (
            ("S", outcome.wrongly_sure),
            ("k", not outcome.kind_right),
            ("l", not outcome.line_right),
            ("v", not outcome.value_right),
        )
    )
    wanted = "|".join("&".join(sorted(lines)) for lines in case.accepted)[:60]
    got = f"{outcome.names[-1]} {outcome.paths[:2]}"
    asked = f"{case.budget:9}{case.group:14}{case.question!r:60}"
    return f"{faults} {asked} {'|'.join(case.kinds)} {wanted}  <-  {got}"
