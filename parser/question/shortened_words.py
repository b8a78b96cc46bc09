"""A shortened word with its Kazakh ending typed right behind it: `ЖКХға`, `АӘКтің`, `ткшда`.

Written so it is a word that no list has: shortened words have no forms. A hyphen parts them, as many write.
"""

from __future__ import annotations

import re

_CASE = r"""(?:
      (?:[лдт][аеә]р)?      # ЖОО|лар
      (?: [ғгқк][ае]        # ЖКХ|ға, АӘК|ке
        | [дт][ае]н? | н[ае]н
        | [дт][ае][ғг][ыіи]
        | [ндт][ыіи][ңн]    # ЖКХ|ның
        | [ндт][ыіи]
        | [мбп]ен
        | с[ыіи]з? )
    )"""
# In capitals before small letters; without any vowel; with two that begin no word (АӘК).
_CAPITALS = re.compile(rf"\b(?P<word>[А-ЯЁӘҒҚҢӨҰҮҺІ]{{2,5}})(?P<ending>{_CASE})\b", re.VERBOSE)
_NO_WORD = re.compile(
    rf"\b(?P<word>[бвгғджзйкқлмнңпрстфхһцчшщ]{{3,5}}|м?аәк)(?P<ending>{_CASE})\b",
    re.IGNORECASE | re.VERBOSE,
)


def part_shortened(text: str) -> str:
    """A text whose shortened words have their endings behind a hyphen.

    >>> part_shortened("ЖКХға қанша, ткшда ше")
    'ЖКХ-ға қанша, ткш-да ше'

    Args:
        text: the message.
    """
    return _NO_WORD.sub(_part, _CAPITALS.sub(_part, text))


def _part(match: re.Match[str]) -> str:
    return f"{match['word']}-{match['ending']}"
