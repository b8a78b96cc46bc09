"""What to type, for instance: questions that the budget at hand surely answers."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.desk import Desk
from handlers.shown_again import reuse
from handlers.views.texts import Texts
from storage.answering.sure_examples import SureExamples, find_sure_examples

_BETWEEN = " | "


async def find_examples(desk: Desk, every: Sequence[Texts]) -> list[tuple[str, ...]]:
    """Questions that are answered surely, whatever budget is at hand: a word, a code, all of it.

    Args:
        desk: whom to show them to, from what.
        every: the texts of each language that they are wanted in.

    Returns:
        For each language what to type; nothing where no budget is loaded.
    """
    budget = desk.first_budget
    if budget is None:
        return [() for _ in every]
    words = [texts.get("start-example-words").split(_BETWEEN) for texts in every]
    key = ("examples", budget, tuple(texts.language for texts in every))
    found = await reuse(desk, key, lambda: find_sure_examples(desk.session, desk.index, budget, *words))
    return [_list_shown(sure, texts) for sure, texts in zip(found, every, strict=True)]


async def find_example(desk: Desk) -> str:
    """The best of these questions, in the person's language; where no budget is loaded, where money goes."""
    [examples] = await find_examples(desk, [desk.texts])
    return examples[0] if examples else desk.texts.get("start-example-total")


def _list_shown(sure: SureExamples, texts: Texts) -> tuple[str, ...]:
    shown = (sure.word, sure.code, texts.get("start-example-total"))
    return tuple(filter(None, shown))
