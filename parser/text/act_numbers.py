"""Numbers of decisions, each in one form whatever dashes, spaces and letters that look alike are printed."""

from __future__ import annotations

import re
import unicodedata

from parser.text.letters import CYRILLIC, DASHES, ROMAN, TO_CYRILLIC, TO_ROMAN

_USUAL = re.compile(r"[\d/.-]*", re.ASCII)
_LETTERS = re.compile(r"[^\W\d_]+")
_SIGN = 2  # letters of one at most: `8С-46/2`, `25-1р`
_OF_ROMAN = re.compile(rf"[{ROMAN}Y]+")
_LOOK_CYRILLIC = re.compile(f"[{''.join(map(chr, TO_CYRILLIC))}]+")


def usual_number(number: str) -> str:
    """A decision's number as it is usually printed, so that all texts of a decision give it one.

    Roman numbers are in Latin letters, all others that both alphabets have in Cyrillic ones. One letter or
    two are capitals (`8С-46/2`), but small behind the last digit, as Shymkent prints them (`51/420-6с`); more
    are a word (`12-3-бис`), in small ones.

    >>> usual_number("2 – 3"), usual_number("\u0406V-38") == "IV-38", usual_number("1 (XIV)")
    ('2-3', True, '1 (XIV)')
    >>> usual_number("51/420-6С"), usual_number("8с-46/2"), usual_number("12-3-БИС")
    ('51/420-6с', '8С-46/2', '12-3-бис')

    Args:
        number: as printed, without its sign.
    """
    if _USUAL.fullmatch(number):
        return number
    text = "".join(unicodedata.normalize("NFKC", number).split())
    text = re.sub(f"[{DASHES}]", "-", text).replace("(", " (").strip()
    return _LETTERS.sub(_in_one_alphabet, text)


def _in_one_alphabet(letters: re.Match[str]) -> str:
    text = letters[0]
    if _OF_ROMAN.fullmatch(text):
        return text.translate(TO_ROMAN).replace("Y", "V")
    ends = letters.end() == len(letters.string) and letters.string[: letters.start()][-1:].isdigit()
    text = text.lower() if ends or len(text) > _SIGN else text.upper()
    if CYRILLIC.search(text) or _LOOK_CYRILLIC.fullmatch(text):
        return text.translate(TO_CYRILLIC)
    return text
