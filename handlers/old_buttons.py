"""Buttons that say a decision's number and carry none: long ago the newest one was not named in them.

Since then another decision may be the newest. What such a button opens is told by its label, or by the card
under which it stands; where neither tells, the decisions are offered to choose from.
"""

from __future__ import annotations

import re

from aiogram.types import CallbackQuery, Message

from handlers.line_buttons import (
    AnyLineButton,
    EditionsButton,
    LineButton,
    OfficeButton,
    OfficeEditionsButton,
    OfficePrintedButton,
    PrintedButton,
)
from handlers.views.actions import OpenEditions, OpenOfficeEditions
from handlers.views.amounts import day
from handlers.views.clean import one_line
from handlers.views.links import NEWEST
from handlers.views.texts import load_texts
from handlers.way_tokens import read_way
from parser.dataclass import dataclass
from parser.records import Language
from storage.reading.address import DecisionAddress
from storage.reading.lookup import FoundBudget
from storage.reading.short_address import decision_key

# What a button was called that opened a line as a decision left it.
_STEP = re.compile(r"(?:[^:№]+: \d{4}, |\d\d\.\d\d\.\d{4} )?№\s\S+(?: ▾| \w+ \d\d\.\d\d\.\d{4})?")
_LABELS = ("button-step", "button-edition", "ledger-decision", "comparison-edition-open", "gone-button-same")
_OF_CARD = ("card-as-of-newest", "card-as-of-older")
_OF_PRINTED = ("source-decision",)
# These name their decision now: without one they are old, whatever they say.
_OfDecision = EditionsButton | PrintedButton | OfficeEditionsButton | OfficePrintedButton


@dataclass(frozen=True, slots=True)
class OldButton:
    """A button that speaks of one decision and names none.

    Attributes:
        data: what it carries.
        label: what it says; empty where the message is too old to be seen.
        text: of the message under which it stands.
    """

    data: AnyLineButton
    label: str
    text: str

    def name_decision(self, budget: FoundBudget) -> AnyLineButton | None:
        """The button with its decision; None where nothing tells which one that is.

        Args:
            budget: the button's.
        """
        named = [each for each in budget.decisions if self._tells(each)]
        return self.data.model_copy(update={"decision": decision_key(named[0])}) if len(named) == 1 else None

    def _tells(self, decision: DecisionAddress) -> bool:
        cited = {"number": one_line(decision.number, 30), "year": str(self.data.year)}
        every = [load_texts(language) for language in Language]
        dated = [(texts, cited | {"date": day(decision.date, texts)}) for texts in every]
        if _STEP.fullmatch(self.label):
            return any(self.label == texts.get(key, **values) for texts, values in dated for key in _LABELS)
        keys = _OF_PRINTED if _is_printed(self.text) else _OF_CARD
        return any(texts.get(key, **values) in self.text for texts, values in dated for key in keys)

    def choose(self, budget: FoundBudget) -> OpenEditions | OpenOfficeEditions:
        """What offers the decisions to choose from.

        Args:
            budget: the button's.
        """
        line, way = budget.newest_line(self.data.line), read_way(self.data.way, budget)
        of_office = isinstance(self.data, OfficeButton | OfficeEditionsButton | OfficePrintedButton)
        return OpenOfficeEditions(line, way) if of_office else OpenEditions(line, way)


def find_old(callback: CallbackQuery, data: AnyLineButton) -> OldButton | None:
    """The button that was pressed, where it speaks of one decision and names none.

    Args:
        callback: the press.
        data: what the button carries.
    """
    if data.decision != NEWEST or not isinstance(data, LineButton | OfficeButton | _OfDecision):
        return None
    message = callback.message if isinstance(callback.message, Message) else None
    label = _find_label(message, callback.data)
    text = (message.text or "") if message else ""
    if not isinstance(data, _OfDecision) and not _STEP.fullmatch(label) and not _is_printed(text):
        return None
    return OldButton(data, label, text)


def _is_printed(text: str) -> bool:
    """Whether a message shows rows as they are printed, of which it says the decision."""
    return text.startswith(tuple(load_texts(language).get("printed-title") for language in Language))


def _find_label(message: Message | None, data: str | None) -> str:
    """What the button with that data says; empty where it is not seen."""
    markup = message.reply_markup if message else None
    every = [button for row in markup.inline_keyboard for button in row] if markup else []
    return next((button.text for button in every if button.callback_data == data), "")
