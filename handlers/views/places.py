"""Which place's budget: one that is not loaded, several to choose from, others that have the same line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from handlers.views.actions import AskIn, ChooseHome
from handlers.views.matches import missing_value
from handlers.views.message import Button, MessageView, bold, paragraphs, plain
from handlers.views.texts import Texts
from storage.answering.answer import PlaceChoice
from storage.answering.request import Heard
from storage.reading.address import BudgetAddress

PLACES_SHOWN = 12  # buttons of a question; what is not among them can be named
_OTHERS_SHOWN = 4
_A_ROW = 2


def place_choice_view(answer: PlaceChoice, texts: Texts) -> MessageView:
    """Asks which place is meant, or says that the one that was named is not loaded.

    Args:
        answer: the budgets to choose from.
        texts: the person's language.

    Returns:
        The message; a button for each place asks the same of it.
    """
    missing = answer.heard.missing
    if missing is not None:
        name = missing_value(missing, texts)
        said = [[bold(texts.get("place-not-loaded", place=name))], [plain(texts.get("place-loaded"))]]
    else:
        said = [[bold(texts.get("place-which"))]]
    if len(answer.budgets) > PLACES_SHOWN:
        said.append([plain(texts.get("place-more", count=len(answer.budgets) - PLACES_SHOWN))])
    return MessageView(paragraphs(said), _rows(answer.budgets[:PLACES_SHOWN], texts))


def other_places(heard: Heard, texts: Texts) -> tuple[tuple[Button, ...], ...]:
    """Buttons that ask the same of other places which have an answer's line.

    Args:
        heard: which place was taken without being named, and which others there are.
        texts: the person's language.
    """
    return _rows(heard.others[:_OTHERS_SHOWN], texts)


def home_view(home: str | None, budgets: Sequence[BudgetAddress], texts: Texts) -> MessageView:
    """Says which place is the person's own, with buttons to choose one.

    Args:
        home: the place, None where none was chosen.
        budgets: of the places to choose from.
        texts: the person's language.
    """
    said = [[plain(texts.get("home-is", place=texts.place(home)))]] if home else []
    said.append([plain(texts.get("home-choose"))])
    return MessageView(paragraphs(said), _rows(budgets[:PLACES_SHOWN], texts, ChooseHome))


def home_saved_view(place: str, texts: Texts) -> MessageView:
    """Says that a place is now the person's own.

    Args:
        place: as its budget is called.
        texts: the person's language.
    """
    return MessageView((plain(texts.get("home-saved", place=texts.place(place))),))


def _rows(
    budgets: Iterable[BudgetAddress], texts: Texts, action: type[AskIn | ChooseHome] = AskIn
) -> tuple[tuple[Button, ...], ...]:
    buttons = [
        Button(texts.get("button-place", place=texts.place(budget.place, 40)), action(budget))
        for budget in budgets
    ]
    return tuple(tuple(buttons[at : at + _A_ROW]) for at in range(0, len(buttons), _A_ROW))
