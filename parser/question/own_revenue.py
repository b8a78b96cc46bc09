"""What a budget gets of its own: its revenue without transfers. No decision prints it as a line."""

from __future__ import annotations

import re

from parser.dataclass import dataclass
from parser.question.asked_patterns import asked_pattern
from parser.question.asking_words import load_asking_words, plain_word
from parser.question.asks import Asks
from parser.records import Language
from parser.text.language import detect_language


@dataclass(frozen=True, slots=True)
class OwnRevenue:
    """A message that names own revenue, with all revenue instead of it, what is taken out, and its words."""

    whole: str
    part: str
    said: str


def find_own_revenue(text: str) -> OwnRevenue | None:
    """Own revenue in a message: `өз кірісіміз қанша` is all revenue, of which transfers are taken out.

    Args:
        text: the message.

    Returns:
        None where a message names no revenue as one's own.
    """
    found = _own_revenue().search(text)
    if found is None:
        return None
    language = detect_language(found.group()) or Language.RU
    revenue, transfers = (plain_word(language, asks) for asks in (Asks.INCOME, Asks.TRANSFERS))
    whole = f"{text[: found.start()]} {revenue} {text[found.end() :]}"
    return OwnRevenue(" ".join(whole.split()), transfers, found.group())


@asked_pattern(Asks.OWN_REVENUE)
def _own_revenue() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){load_asking_words().pattern(Asks.OWN_REVENUE)}", re.IGNORECASE)
