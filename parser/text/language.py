"""Which language a text is in."""

from __future__ import annotations

import re

from parser.records import Language
from parser.text.letters import KAZAKH, RUSSIAN

_KAZAKH = re.compile(f"[{KAZAKH}]", re.IGNORECASE)
_SAMPLE = 200_000  # letters; a decision is in one language from its title on
_RUSSIAN = re.compile(f"[{RUSSIAN}]", re.IGNORECASE)


def detect_language(text: str) -> Language | None:
    """The language of a text by its letters; None for a text without Cyrillic letters.

    Kazakh prints its own letters about every sixth; a Russian text has them only in names.
    """
    sample = text[:_SAMPLE]
    kazakh = len(_KAZAKH.findall(sample))
    cyrillic = len(_RUSSIAN.findall(sample)) + kazakh
    if not cyrillic:
        return None
    return Language.KK if kazakh * 25 > cyrillic else Language.RU
