"""What to type, for instance: questions that the budget at hand surely answers."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.desk import Desk
from handlers.shown_again import reuse
from handlers.views.message import MessageView
from handlers.views.pages import (
    NO_EXAMPLES,
    REMARKS_WITH_EXAMPLES,
    ask_view,
    claim_example,
    group_view,
    help_view,
)
from handlers.views.texts import Texts
from storage.answering.answer import Answer, Talk
from storage.answering.sure_examples import (
    SureExamples,
    WideExamples,
    find_sure_examples,
    find_wide_examples,
)

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


async def find_each_kind(desk: Desk) -> WideExamples:
    """What of each kind may be asked of the budget at hand, in the person's language."""
    budget, texts = desk.first_budget, desk.texts
    if budget is None:
        return NO_EXAMPLES
    words = texts.get("start-example-words").split(_BETWEEN)
    return await reuse(
        desk,
        ("each example", budget, texts.language),
        lambda: find_wide_examples(desk.session, desk.index, budget, words),
    )


async def tell_how_to_ask(desk: Desk) -> MessageView:
    """How to ask, by examples that the budget at hand surely answers."""
    return help_view(desk.username, desk.texts, await find_each_kind(desk))


async def tell_how_to_ask_here(desk: Desk, username: str) -> MessageView:
    """The same in a group."""
    other = (await find_each_kind(desk)).words[1:2]
    return group_view(username, await find_example(desk), desk.texts, other[0] if other else None)


async def tell_of_command(desk: Desk) -> MessageView:
    """How to use the command that asks."""
    [examples] = await find_examples(desk, [desk.texts])
    return ask_view(examples, desk.texts, claim_example(await find_each_kind(desk), desk.texts))


async def find_examples_of(found: Answer, desk: Desk) -> WideExamples:
    """The examples that an answer tells of asking, or of a check, by; none for any other answer."""
    if not isinstance(found, Talk) or found.remark not in REMARKS_WITH_EXAMPLES:
        return NO_EXAMPLES
    return await find_each_kind(desk.speaking(found.heard))


async def find_example(desk: Desk) -> str:
    """The best of these questions, in the person's language; where no budget is loaded, where money goes."""
    [examples] = await find_examples(desk, [desk.texts])
    return examples[0] if examples else desk.texts.get("start-example-total")


def _list_shown(sure: SureExamples, texts: Texts) -> tuple[str, ...]:
    shown = (sure.word, sure.code, texts.get("start-example-total"))
    return tuple(filter(None, shown))
