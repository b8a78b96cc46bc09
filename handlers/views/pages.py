"""The pages that are always the same: greeting, help, about, choosing a language, short notices."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.views.actions import ChooseLanguage, OfferHomes, OpenChanges, OpenInside, OpenLine
from handlers.views.lines import cited
from handlers.views.message import Button, MessageView, Span, bold, code, paragraphs, plain
from handlers.views.texts import Texts, load_texts
from parser.budget_code import BY_SIDE, Side
from parser.question.remarks import Remark
from parser.records import Language, Section
from storage.reading.address import BudgetAddress, EditionAddress, LineAddress
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
BUDGETS_SHOWN = 6
EDITIONS_SHOWN = 20  # budget years that /about lists
_EXAMPLES = ("start-example-name", "start-example-code", "start-example-total")


def start_view(
    budgets: Sequence[BudgetAddress],
    texts: Texts,
    unread: str | None = None,
    newest: EditionAddress | None = None,
) -> MessageView:
    """The greeting: what the bot is for, what to type, and buttons that ask at once.

    Args:
        budgets: what is loaded.
        texts: the person's language.
        unread: the name of the text that says what of the message was not understood.
        newest: what the newest decision set in the budget at hand.

    Returns:
        The message; its buttons open the totals, what changed last and the largest lines.
    """
    spans = paragraphs(
        [[bold(texts.get("start-title"))], [plain(texts.get("start-what"))]],
        [[plain(texts.get("start-ask"))], *([plain("• "), code(texts.get(key))] for key in _EXAMPLES)],
        [[plain(texts.get(unread))]] if unread else [],
        _loaded(budgets, texts),
        [[plain(texts.get("start-more"))]],
    )
    rows = (*_asking(newest, texts), *_totals(budgets, texts), *_elsewhere(budgets, texts))
    return MessageView(spans, rows)


def _elsewhere(budgets: Sequence[BudgetAddress], texts: Texts) -> tuple[tuple[Button, ...], ...]:
    """The button to choose a place of one's own, where there are several."""
    several = len({budget.place for budget in budgets}) > 1
    return ((Button(texts.get("button-homes"), OfferHomes()),),) if several else ()


def asking_rows(newest: EditionAddress, texts: Texts) -> tuple[tuple[Button, ...], ...]:
    """Buttons that ask at once of a place: what changed last, the largest lines, revenue and spending.

    Args:
        newest: what the newest decision set there.
        texts: the person's language.
    """
    return (*_asking(newest, texts), *_totals([newest.budget], texts))


def _asking(newest: EditionAddress | None, texts: Texts) -> tuple[tuple[Button, ...], ...]:
    """Buttons that ask what changed last, and for the largest lines."""
    if newest is None or newest.decision is None:
        return ()
    spent = LineAddress(EditionAddress(newest.budget, newest.year), BY_SIDE[Side.SPENDING].value)
    changed = Button(texts.get("button-start-changes"), OpenChanges(newest.decision, spent))
    return ((changed, Button(texts.get("button-start-largest"), OpenInside(spent))),)


def bilingual_start_view(
    budgets: Sequence[BudgetAddress], every: Sequence[Texts], newest: EditionAddress | None = None
) -> MessageView:
    """The greeting of a person of whom no language is known: in each, with a button for each.

    Args:
        budgets: what is loaded.
        every: the texts of each language.
        newest: what the newest decision set in the budget at hand.

    Returns:
        The message; its buttons of totals are in the first language.
    """
    views = [start_view(budgets, texts, newest=newest) for texts in every]
    spans = paragraphs(*([view.spans] for view in views))
    return MessageView(spans, (*views[0].rows, *language_view(every[0]).rows))


def budgets_view(sentence: str, budgets: Sequence[BudgetAddress], texts: Texts) -> MessageView:
    """A sentence, then what is loaded, with the totals as buttons.

    Args:
        sentence: what to say first.
        budgets: what is loaded.
        texts: the person's language.

    Returns:
        The message.
    """
    return MessageView(paragraphs([[plain(sentence)]], _loaded(budgets, texts)), _totals(budgets, texts))


_TOTALS = tuple(BY_SIDE.values())


def _loaded(budgets: Sequence[BudgetAddress], texts: Texts) -> list[list[Span]]:
    if not budgets:
        return [[plain(texts.get("nothing-loaded"))]]
    described = (
        texts.get("start-budget", place=texts.place(budget.place), years=_years(budget))
        for budget in budgets[:BUDGETS_SHOWN]
    )
    more = len(budgets) - BUDGETS_SHOWN
    return [
        [plain(texts.get("start-loaded"))],
        *([plain(f"• {budget_line}")] for budget_line in described),
        *([[plain("• " + texts.get("start-more-budgets", count=more))]] if more > 0 else []),
    ]


def _totals(budgets: Sequence[BudgetAddress], texts: Texts) -> tuple[tuple[Button, ...], ...]:
    return tuple(
        tuple(_total(budget, section, texts) for section in _TOTALS) for budget in budgets[:BUDGETS_SHOWN]
    )


def _total(budget: BudgetAddress, section: Section, texts: Texts) -> Button:
    name = texts.get(f"section-{section}")
    label = texts.get("button-start-section", section=name, place=texts.place(budget.place, 25))
    return Button(label, OpenLine(LineAddress(EditionAddress(budget, budget.first_year), section.value)))


def _years(budget: BudgetAddress) -> str:
    return f"{budget.first_year}–{budget.last_year}"


def help_view(username: str | None, texts: Texts) -> MessageView:
    """How to ask.

    Args:
        username: the bot's name in Telegram, without `@`; None where it is not in Telegram.
        texts: the person's language.

    Returns:
        The message.
    """
    ways = (
        "help-name",
        "help-code",
        "help-amount",
        "help-edition",
        "help-several",
        "help-word",
        "help-check",
        "help-buttons",
    )
    elsewhere: list[list[Span]] = []
    if username is not None:
        elsewhere.append([plain("• " + texts.get("help-inline", username=username))])
        elsewhere.append([plain("• " + texts.get("help-group"))])
    return MessageView(
        paragraphs(
            [[bold(texts.get("help-title"))]],
            [[plain("• " + texts.get(key))] for key in ways],
            elsewhere,
            [[plain(texts.get("help-scope"))]],
            [[plain(texts.get("help-commands"))]],
        )
    )


def group_view(username: str, texts: Texts) -> MessageView:
    """How to ask in a group.

    Args:
        username: the bot's name in Telegram, without `@`.
        texts: the group's language.

    Returns:
        The message.
    """
    ways = ("group-name", "group-taken", "group-reply", "group-command", "group-inline")
    return MessageView(
        paragraphs(
            [[bold(texts.get("start-title"))], [plain(texts.get("start-what"))]],
            [
                [plain(texts.get("group-ask"))],
                *([plain("• " + texts.get(key, username=username))] for key in ways),
            ],
            [[plain(texts.get("group-buttons"))]],
        )
    )


def ask_view(texts: Texts) -> MessageView:
    """What the command that asks says where nothing is asked: how to use it.

    Args:
        texts: the person's language.

    Returns:
        The message; a tap copies each example.
    """
    examples = ("start-example-name", "start-example-code", "check-example")
    asked = [[plain("• "), code(f"/ask {texts.get(key)}")] for key in examples]
    return MessageView(paragraphs([[plain(texts.get("ask-how"))], *asked]))


def remark_view(remark: Remark, username: str | None, texts: Texts) -> MessageView:
    """What a message is answered with that asks nothing of a budget.

    Args:
        remark: what it says.
        username: the bot's name in Telegram, without `@`; None where it is not in Telegram.
        texts: the person's language.

    Returns:
        A line; to a question about the bot, how to ask.
    """
    if remark is Remark.ABOUT:
        return help_view(username, texts)
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
