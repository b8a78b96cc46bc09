"""An answer is the same in every process: no order in which a set is walked decides it.

The texts of a set are walked in another order by each process, as its seed of hashes has it.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.harness.databases import database_url

_PROJECT = Path(__file__).parents[2]
_SEEDS = ("1", "2")
# Several blocks of one office, several offices, things, years and decisions, words of both languages.
_QUESTIONS = (
    "самое дорогое в дорогах и транспорте",
    "на что в спорте и культуре больше всего",
    "школы и детские сады вместе",
    "отдел образования",
    "білім беру мен мәдениетке қанша",
    "что прибавили в декабре",
    "топ 3 расходов без образования",
    "деньги",
)


@pytest.mark.sweep
@pytest.mark.sqlite
def test_an_answer_is_the_same_whatever_the_order_of_sets(samples: Path) -> None:
    first, second = (ask_everything(samples, seed) for seed in _SEEDS)
    assert len(first) == len(_QUESTIONS)
    assert first == second
    assert "expenditure/12/458/045" in first[0]  # of the office's blocks the one of roads


def ask_everything(database: Path, seed: str) -> list[str]:
    """What a process of this seed answers to each of the questions, as JSON.

    Args:
        database: which holds the decisions.
        seed: of the hashes of texts.
    """
    done = subprocess.run(
        [sys.executable, "-m", "bot", "ask", "--stdin", "--json"],
        cwd=_PROJECT,
        env={
            **os.environ,
            "DATABASE_URL": database_url(database),
            "PYTHONHASHSEED": seed,
            "PYTHONUTF8": "1",
        },
        input="\n".join(_QUESTIONS),
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.splitlines()
