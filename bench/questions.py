"""What is asked where bots are measured. Imports neither aiogram nor ours: each bot does in its own way."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

QUESTIONS = (
    "білім беру", "школы", "balabaqsha", "жол жөндеу", "сколько денег на библиотеки", "мәдениет үйі",
    "көшелерді жарықтандыру", "тұрғын үй көмегі", "подоходный налог", "ремонт дорог", "обеспечене санитари",
    "резерв",
)  # fmt: skip


def new_questions(names: Sequence[str]) -> list[str]:
    """Questions that were not asked before: what lines are called, in other words each time.

    Args:
        names: of lines.
    """
    heads = ("сколько на", "қанша", "расходы на", "бюджет", "покажи", "айтшы")
    tails = ("", "2013", "в 2014 году", "2013 жылы")
    said = itertools.product(tails, heads, (_shorten(name) for name in names))
    return list(dict.fromkeys(f"{head} {name} {tail}".strip() for tail, head, name in said))


def _shorten(name: str) -> str:
    """The first words of a name, as many as people write."""
    return " ".join(word for word in name.lower().split() if len(word) > 3)[:40].rpartition(" ")[0]
