"""Which language a text is in."""

from __future__ import annotations

import re

from parser.records import Language

_KAZAKH = re.compile(r"[әғқңөұүһі]", re.IGNORECASE)
_RUSSIAN = re.compile(r"[а-яё]", re.IGNORECASE)


def detect_language(text: str) -> Language | None:
    """The language of a text by its letters; None for a text without Cyrillic letters.

    Kazakh prints its own letters about every sixth; a Russian text has them only in names.
    """
    kazakh = len(_KAZAKH.findall(text))
    cyrillic = len(_RUSSIAN.findall(text)) + kazakh
    if not cyrillic:
        return None
    return Language.KK if kazakh * 25 > cyrillic else Language.RU
