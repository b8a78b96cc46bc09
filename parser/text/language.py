"""Which language a text is in."""

from __future__ import annotations

from parser.records import Language
from parser.text.letters import KAZAKH

_SAMPLE = 200_000  # letters; a decision is in one language from its title on
_RUSSIAN = "".join(map(chr, range(ord("а"), ord("я") + 1))) + "ё"


def detect_language(text: str) -> Language | None:
    """The language of a text by its letters; None for a text without Cyrillic letters.

    Kazakh prints its own letters about every sixth; a Russian text has them only in names.
    """
    sample = text[:_SAMPLE].lower()
    kazakh = sum(map(sample.count, KAZAKH))
    cyrillic = sum(map(sample.count, _RUSSIAN)) + kazakh
    if not cyrillic:
        return None
    return Language.KK if kazakh * 25 > cyrillic else Language.RU
