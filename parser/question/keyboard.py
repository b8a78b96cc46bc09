"""What was meant when the keyboard was in another layout.

Russian and Kazakh layouts of Windows and phones; in the Kazakh one the number row types
ә і ң ғ ү ұ қ ө һ.
"""

from __future__ import annotations

import re

_LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"
_RUSSIAN = "йцукенгшщзхъфывапролджэячсмитьбюё"
_NUMBER_ROW = {"2": "ә", "3": "і", "4": "ң", "5": "ғ", "8": "ү", "9": "ұ", "0": "қ", "-": "ө", "=": "һ"}
_SHIFTED = {"{": "х", "}": "ъ", ":": "ж", '"': "э", "<": "б", ">": "ю"}
_TO_RUSSIAN = str.maketrans(dict(zip(_LATIN, _RUSSIAN, strict=True)) | _SHIFTED)
_TO_LATIN = str.maketrans({char: key for key, char in zip(_LATIN, _RUSSIAN, strict=True) if key.isalpha()})
_TO_KAZAKH = str.maketrans(_NUMBER_ROW)
_WORD = re.compile(r"\S*[^\W\d_]\S*")  # what has a letter in it: `500` of `500 млн` is a number


def other_layouts(text: str) -> list[str]:
    """What a text reads as in the other layouts, the likelier first; empty when it could be none.

    Args:
        text: as typed.

    Returns:
        Latin keys read as Russian and as Kazakh ones, Cyrillic keys read as Latin ones, and the number
        row inside words read as Kazakh letters.
    """
    typed = text.casefold()
    letters = [char for char in typed if char.isalpha()]
    if not letters:
        return []
    readings = []
    if all(char.isascii() for char in letters):
        russian = typed.translate(_TO_RUSSIAN)
        readings = (
            [_WORD.sub(lambda word: word.group().translate(_TO_KAZAKH), russian), russian]
            if any(char in _NUMBER_ROW for char in typed)
            else [russian]
        )
    else:
        if any(char in _NUMBER_ROW for char in typed):
            readings.append(_WORD.sub(lambda word: word.group().translate(_TO_KAZAKH), typed))
        latin = typed.translate(_TO_LATIN)
        if not any(char.isalpha() and not char.isascii() for char in latin):
            readings.append(latin)  # no key of Latin types the letters that are only Kazakh
    return [reading for reading in dict.fromkeys(readings) if reading != typed]
