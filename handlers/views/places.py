"""Which place's budget: one that is not loaded, several to choose from, others that have the same line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from handlers.views.actions import AskIn, ChooseHome, ChooseHomeYear
from handlers.views.greeting import asking_rows
from handlers.views.matches import missing_value
from handlers.views.message import Button, MessageView, bold, in_rows, paragraphs, plain
from handlers.views.texts import Texts
from storage.answering.answer import PlaceChoice
from storage.answering.request import Heard
from storage.reading.address import BudgetAddress, EditionAddress
from storage.reading.places import Home

PLACES_SHOWN = 12  # buttons of a question; what is not among them can be named
_OTHERS_SHOWN = 4
_A_ROW = 2
_YEARS_SHOWN, _YEARS_IN_ROW = 10, 5


def place_choice_view(answer: PlaceChoice, texts: Texts, *, elsewhere: bool = False) -> MessageView:
    """Asks which place is meant, or says that the named one is not loaded and which are.

    Args:
        answer: the budgets to choose from.
        texts: the person's language.
        elsewhere: whether the chat can have no buttons, so that the text has to name the places.

    Returns:
        The message; a button for each place asks the same of it.
    """
    missing = answer.heard.missing
    if missing is not None:
        name = missing_value(missing, texts)
        key = "places-not-loaded" if missing.further else "place-not-loaded"
        said = [[bold(texts.get(key, place=name))]]
        said += [] if elsewhere else [[plain(texts.get("place-loaded"))]]
    else:
        said = [[bold(texts.get("place-which"))]]
    if elsewhere:
        places = tell_places(answer.budgets, "places-loaded", texts)
        return MessageView(paragraphs([*said, *([[plain(places)]] if places else [])]))
    if len(answer.budgets) > PLACES_SHOWN:
        said.append([plain(texts.get("place-more", count=len(answer.budgets) - PLACES_SHOWN))])
    return MessageView(paragraphs(said), _rows(answer.budgets[:PLACES_SHOWN], texts))


def tell_places(budgets: Sequence[BudgetAddress], key: str, texts: Texts) -> str:
    """The places of budgets in a sentence, for where no buttons name them; empty where there are none.

    Args:
        budgets: of the places.
        key: the sentence that they stand in.
        texts: the person's language.
    """
    names = list(dict.fromkeys(texts.place(budget.place) for budget in budgets))
    more = len(names) - PLACES_SHOWN
    shown = ", ".join(names[:PLACES_SHOWN])
    if more > 0:
        shown = texts.get("places-and-more", places=shown, count=more)
    return texts.get(key, places=shown) if names else ""


def other_places(heard: Heard, texts: Texts) -> tuple[tuple[Button, ...], ...]:
    """Buttons that ask the same of other places which have an answer's line.

    Args:
        heard: which place was taken without being named, and which others there are.
        texts: the person's language.
    """
    return _rows(heard.others[:_OTHERS_SHOWN], texts)


def home_view(
    home: Home | None, years: Sequence[int], budgets: Sequence[BudgetAddress], texts: Texts
) -> MessageView:
    """Says which place and year are the person's own, with buttons to choose others.

    Args:
        home: the place and year, None where none was chosen.
        years: that have a budget of that place.
        budgets: of the places to choose from.
        texts: the person's language.
    """
    said = [[plain(_own(home, texts))]] if home else []
    said.append([plain(texts.get("home-choose"))])
    if len(budgets) > PLACES_SHOWN:
        said.append([plain(texts.get("home-more", count=len(budgets) - PLACES_SHOWN))])
    chosen = home.year if home else None
    return MessageView(
        paragraphs(said),
        (*_year_rows(years, chosen, texts), *_rows(budgets[:PLACES_SHOWN], texts, ChooseHome)),
    )


def _own(home: Home, texts: Texts) -> str:
    place = texts.place(home.place)
    if home.year is None:
        return texts.get("home-is", place=place)
    return texts.get("home-is-year", place=place, year=str(home.year))


def home_saved_view(
    home: Home, years: Sequence[int], newest: EditionAddress | None, texts: Texts
) -> MessageView:
    """Says that a place is now the person's own, and asks of it at once.

    Args:
        home: the place, and the year where one was chosen.
        years: that have a budget of that place: where there are several, one may be chosen.
        newest: what the newest decision set there.
        texts: the person's language.

    Returns:
        The message; its buttons open the totals, what changed last and the largest lines, and choose a year.
    """
    place, year = texts.place(home.place), home.year
    said = (
        texts.get("home-saved", place=place)
        if year is None
        else texts.get("home-saved-year", place=place, year=str(year))
    )
    asked = [[plain(texts.get("home-which-year"))]] if len(years) > 1 else []
    rows = asking_rows(newest, texts) if newest else ()
    return MessageView(paragraphs([[plain(said)]], asked), (*_year_rows(years, year, texts), *rows))


def _year_rows(years: Sequence[int], chosen: int | None, texts: Texts) -> tuple[tuple[Button, ...], ...]:
    """Buttons that choose a year, and the newest whichever it is; none where there is but one."""
    if len(years) < 2:
        return ()
    newest = Button(_ticked(texts.get("button-newest-year"), ticked=chosen is None), ChooseHomeYear(None))
    buttons = [Button(_ticked(str(year), ticked=year == chosen), ChooseHomeYear(year)) for year in years]
    return ((newest,), *in_rows(buttons[-_YEARS_SHOWN:], _YEARS_IN_ROW))


def _ticked(label: str, *, ticked: bool) -> str:
    return f"✓ {label}" if ticked else label


def _rows(
    budgets: Iterable[BudgetAddress], texts: Texts, action: type[AskIn | ChooseHome] = AskIn
) -> tuple[tuple[Button, ...], ...]:
    buttons = [
        Button(texts.get("button-place", place=texts.place(budget.place, 40)), action(budget))
        for budget in budgets
    ]
    return tuple(tuple(buttons[at : at + _A_ROW]) for at in range(0, len(buttons), _A_ROW))
