"""Names of files that say what is in them, in letters that every system takes: `taraz-2013-21-3-changes`."""

from __future__ import annotations

import re
import unicodedata

from parser.decision.place_names import names_of_place
from parser.records import Language
from storage.reading.records import EditionInfo

_LONGEST = 80
# As passports write it, without marks: Kazakh letters by their sound.
_LATIN = str.maketrans(
    {
        "а": "a", "ә": "a", "б": "b", "в": "v", "г": "g", "ғ": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh",
        "з": "z", "и": "i", "й": "y", "к": "k", "қ": "k", "л": "l", "м": "m", "н": "n", "ң": "n", "о": "o",
        "ө": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ұ": "u", "ү": "u", "ф": "f", "х": "kh",
        "һ": "h", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "і": "i", "ь": "",
        "э": "e", "ю": "yu", "я": "ya",
    }
)  # fmt: skip


def file_name(edition: EditionInfo, *words: str, of_decision: bool = True) -> str:
    """A file's name without its ending.

    Args:
        edition: that the figures are of.
        words: what of it is in the file.
        of_decision: whether it is of this one edition, whose decision is then named.

    Returns:
        Small Latin letters, digits and hyphens.
    """
    names = names_of_place(edition.budget.place)
    parts = [names.get(Language.RU, edition.budget.place), str(edition.year)]
    if of_decision:
        parts.append(edition.decision.number)
    return "-".join(filter(None, map(in_latin, (*parts, *words))))[:_LONGEST].rstrip("-") or "qazyna"


def in_latin(text: str) -> str:
    """A text in small Latin letters, digits and hyphens.

    >>> in_latin("Айтекебийский район")
    'aytekebiyskiy-rayon'
    """
    spelled = unicodedata.normalize("NFKD", unicodedata.normalize("NFC", text).casefold().translate(_LATIN))
    return re.sub(r"[^a-z0-9]+", "-", spelled.encode("ascii", "ignore").decode()).strip("-")
