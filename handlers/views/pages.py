"""The pages that are always the same: help, about, choosing a language, short notices."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from handlers.views.actions import ChooseLanguage, StartChat
from handlers.views.amounts import figure, readable, unit_name
from handlers.views.lines import cited
from handlers.views.links import HELP_PAYLOAD, spoken_payload
from handlers.views.message import Button, MessageView, Span, bold, code, paragraphs, plain
from handlers.views.texts import Texts, load_texts
from parser.question.remarks import Remark
from parser.records import Language
from storage.answering.sure_examples import WideExamples
from storage.reading.records import EditionInfo

COMMANDS = (
    "start",
    "help",
    "ask",
    "budget",
    "decisions",
    "changes",
    "home",
    "follow",
    "language",
    "privacy",
    "forget",
    "about",
)  # in the order of the menu
NO_EXAMPLES = WideExamples()
REMARKS_WITH_EXAMPLES = frozenset({Remark.ABOUT, Remark.CHECK})
EDITIONS_SHOWN = 20  # budget years that /about lists


def help_view(username: str | None, texts: Texts, examples: WideExamples = NO_EXAMPLES) -> MessageView:
    """How to ask.

    Args:
        username: the bot's name in Telegram, without `@`; None where it is not in Telegram.
        texts: the person's language.
        examples: what the budget at hand surely answers.

    Returns:
        The message.
    """
    said = _say_examples(examples, texts)
    said_ways = {
        way: texts.get(f"help-{way}", **values) if values else texts.get(f"help-{way}-plain")
        for way, values in said.items()
    }
    ways = [
        *(said_ways[way] for way in ("name", "code", "amount", "edition")),
        _several(examples, texts),
        texts.get("help-word"),
        said_ways["check"],
        texts.get("help-buttons"),
    ]
    elsewhere: list[list[Span]] = []
    if username is not None:
        elsewhere.append([plain("• " + texts.get("help-inline", username=username))])
        elsewhere.append([plain("• " + texts.get("help-group"))])
    return MessageView(
        paragraphs(
            [[bold(texts.get("help-title"))]],
            [[plain(f"• {way}")] for way in ways],
            elsewhere,
            [[plain(texts.get("help-scope"))]],
            [[plain(texts.get("help-commands"))]],
        )
    )


def _say_examples(examples: WideExamples, texts: Texts) -> dict[str, dict[str, str]]:
    """The ways to ask for one line, each with the values of its text; without any where none is known."""
    words, amount, claim = examples.words, examples.amount, claim_example(examples, texts)
    editions = [f"{words[0]} {each}" for each in (examples.year, examples.decision) if each]
    printed = {"unit": unit_name(amount[1], texts), "amount": figure(*amount, texts)} if amount else {}
    return {
        "name": {"asked": _quoted(words, texts)} if words else {},
        "code": {"codes": ", ".join(examples.codes)} if examples.codes else {},
        "amount": printed,
        "edition": {"asked": _quoted(editions, texts)} if editions else {},
        "check": {"claim": claim} if claim else {},
    }


def _several(examples: WideExamples, texts: Texts) -> str:
    """How to ask for several lines, or one in several years."""
    asked, words = [texts.get("help-largest")], examples.words
    if len(words) > 1:
        asked.append(texts.get("help-or", one=words[0], other=words[1]))
    if examples.year and examples.of_year:
        first, second = sorted((str(examples.of_year), examples.year))
        asked.append(texts.get("help-years", word=words[0], first=first, second=second))
    return texts.get("help-several", asked=_quoted(asked, texts))


def _quoted(said: Sequence[str], texts: Texts) -> str:
    return ", ".join(texts.get("help-quoted", said=each) for each in said)


def claim_example(examples: WideExamples, texts: Texts) -> str | None:
    """What may be checked, for instance: a line of the budget at hand with its amount."""
    if not examples.words or not examples.claimed:
        return None
    amount = readable(examples.claimed, texts)
    claim = texts.get("check-claimed", word=examples.words[0], amount=amount)
    return texts.get("check-question", claim=claim)


def group_view(username: str, example: str, texts: Texts, other: str | None = None) -> MessageView:
    """How to ask in a group.

    Args:
        username: the bot's name in Telegram, without `@`.
        example: what to ask, for instance.
        texts: the group's language.
        other: what to ask behind it, in reply to the answer; None where nothing else is surely answered.

    Returns:
        The message.
    """
    replying = ("group-reply",) if other else ()
    ways = ("group-name", "group-taken", *replying, "group-command", "group-inline")
    told = [texts.get(key, username=username, example=example, other=other or "") for key in ways]
    return _tell_ways(texts.get("group-ask"), told, texts.get("group-buttons"), texts)


def guest_view(username: str, example: str, texts: Texts) -> MessageView:
    """How to ask in a chat that the bot is no member of: nothing goes on from an answer there.

    Args:
        username: the bot's name in Telegram, without `@`.
        example: what to ask, for instance.
        texts: the person's language.

    Returns:
        The message; its button leads into the private chat.
    """
    ways = ("group-name", "group-taken", "group-inline")
    told = [texts.get(key, username=username, example=example) for key in ways]
    opened = StartChat(spoken_payload(HELP_PAYLOAD, texts.language))
    rows = ((Button(texts.get("button-open-bot"), opened),),)
    return replace(_tell_ways(texts.get("guest-ask"), told, texts.get("guest-once"), texts), rows=rows)


def _tell_ways(heading: str, ways: Sequence[str], more: str, texts: Texts) -> MessageView:
    return MessageView(
        paragraphs(
            [[bold(texts.get("start-title"))], [plain(texts.get("start-what"))]],
            [[plain(heading)], *([plain(f"• {way}")] for way in ways)],
            [[plain(more)]],
        )
    )


def ask_view(examples: Sequence[str], texts: Texts, claim: str | None = None) -> MessageView:
    """What the command that asks says where nothing is asked: how to use it.

    Args:
        examples: what to ask, for instance.
        texts: the person's language.
        claim: what to have checked, for instance.

    Returns:
        The message; a tap copies each example.
    """
    shown = (*examples, *([claim] if claim else []))
    asked = [[plain("• "), code(f"/ask {each}")] for each in shown]
    return MessageView(paragraphs([[plain(texts.get("ask-how"))], *asked]))


def remark_view(remark: Remark, username: str | None, texts: Texts, examples: WideExamples) -> MessageView:
    """What a message is answered with that asks nothing of a budget.

    Args:
        remark: what it says.
        username: the bot's name in Telegram, without `@`; None where it is not in Telegram.
        texts: the person's language.
        examples: what the budget at hand surely answers; looked at for `REMARKS_WITH_EXAMPLES` alone.

    Returns:
        A line; to a question about the bot, how to ask.
    """
    if remark is Remark.ABOUT:
        return help_view(username, texts, examples)
    if remark is Remark.CHECK:
        claim = claim_example(examples, texts)
        key = "talk-check" if claim else "talk-check-plain"
        return MessageView((plain(texts.get(key, claim=claim or "")),))
    return notice_view(f"talk-{remark}", texts)


def about_view(editions: Sequence[Sequence[EditionInfo]], texts: Texts) -> MessageView:
    """What the bot is, what it cannot know, and what is loaded.

    Args:
        editions: for each budget and year its editions, oldest first.
        texts: the person's language.

    Returns:
        The message.
    """
    loaded: list[list[Span]] = [[bold(texts.get("about-data"))]]
    for group in editions[:EDITIONS_SHOWN]:
        newest = group[-1]
        place = texts.place(newest.budget.place)
        described = texts.get(
            "about-edition",
            place=place,
            year=str(newest.year),
            count=len(group),
            **cited(newest.decision, texts),
        )
        loaded.append([plain("• " + described)])
    return MessageView(
        paragraphs(
            [[bold(texts.get("about-title"))], [plain(texts.get("about-what"))]],
            [[plain(texts.get("about-scope"))]],
            [[plain(texts.get("about-gaps"))]],
            loaded if editions else [[plain(texts.get("nothing-loaded"))]],
            [[plain(texts.get("about-privacy"))]],
        )
    )


def language_view(texts: Texts) -> MessageView:
    """The question which language to use, asked in both.

    Args:
        texts: the person's language.

    Returns:
        The message, each language named in itself.
    """
    row = tuple(
        Button(load_texts(language).get("language-name"), ChooseLanguage(language)) for language in Language
    )
    return MessageView((plain(texts.get("language-choose")),), (row,))


def notice_view(key: str, texts: Texts) -> MessageView:
    """One sentence without buttons.

    Args:
        key: the sentence's name in the locale.
        texts: the person's language.

    Returns:
        The message.
    """
    return MessageView((plain(texts.get(key)),))
