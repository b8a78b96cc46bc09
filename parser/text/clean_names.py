"""Names as documents print them, made clean to read: letters of one alphabet, no shouting.

What is printed stays in the source; search folds names in its own way.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from parser.text.letters import CAPITALS, CYRILLIC, SMALLS, TO_CYRILLIC, VOWELS
from parser.text.word_lists import any_of, read_list

PROPER_COLUMNS = ("name", "printed", "shown")
_WORD = re.compile(r"[^\W\d_]+")
_ROMAN = re.compile(r"[IVX]+")
_SMALL = re.compile(f"[{SMALLS}]")
_QUOTED = re.compile(r"[\"“”„]([^\"“”„«»]*)[\"“”]")  # "Развитие регионов"
_INNER = {"«": "„", "»": "“"}
_FEWEST = 4  # letters of a name that is shouted, and no abbreviation
_OPENS = re.compile(rf"(?:^|[«\"“]|[IVX\d]+[.)])\s*[{CAPITALS.lower()}]")


@lru_cache(maxsize=2048)  # of a name that is shown again and again
def clean_name(name: str) -> str:
    """A name with Latin look-alikes as the Cyrillic letters they stand for, and without capitals throughout.

    Args:
        name: as printed.

    Returns:
        The name to show.

    >>> clean_name("Iшкi сауда")
    'Ішкі сауда'
    >>> clean_name("VI. ФИНАНСИРОВАНИЕ ДЕФИЦИТА БЮДЖЕТА")
    'VI. Финансирование дефицита бюджета'
    >>> clean_name('в рамках Программы "Развитие регионов"')
    'в рамках Программы «Развитие регионов»'
    """
    spelled = nest_quotes(_QUOTED.sub(r"«\1»", _WORD.sub(lambda word: _in_cyrillic(word[0]), name)))
    return _in_small_letters(spelled) if _is_shouted(spelled) else spelled


def nest_quotes(text: str) -> str:
    """A text whose quotation marks inside others are the inner ones: `«Программы „Развитие регионов“»`.

    Args:
        text: any. Where marks are not closed, as in a name that is cut short, it stays as it is.
    """
    depth, nested = 0, list[str]()
    if text.count("«") < 2:
        return text
    for letter in text:
        depth += (letter == "«") - (letter == "»" and depth > 0)
        inner = depth > 1 if letter == "«" else depth > 0
        nested.append(_INNER.get(letter, letter) if inner else letter)
    return text if depth else "".join(nested)


def _in_cyrillic(word: str) -> str:
    return word.translate(TO_CYRILLIC) if CYRILLIC.search(word) else word


def _is_shouted(name: str) -> bool:
    words = [word for word in _WORD.findall(name) if not _ROMAN.fullmatch(word)]
    return sum(map(len, words)) >= _FEWEST and not _SMALL.search(name)


def _in_small_letters(name: str) -> str:
    small = _WORD.sub(lambda word: word[0] if _is_abbreviation(word[0]) else word[0].lower(), name)
    small = _proper_names().sub(lambda name: name[0].title(), small)
    return _OPENS.sub(lambda begin: begin[0][:-1] + begin[0][-1].upper(), small)


@cache
def _proper_names() -> re.Pattern[str]:
    """The names that keep their capitals (`locales/proper_names.tsv`)."""
    return re.compile(rf"\b{any_of(row['name'] for row in read_list('proper_names.tsv', PROPER_COLUMNS))}")


def _is_abbreviation(word: str) -> bool:
    """Whether capitals are a word's own: a Roman number, or letters that nobody reads as a word (`ЖКХ`)."""
    return _ROMAN.fullmatch(word) is not None or (len(word) > 1 and VOWELS.isdisjoint(word.lower()))
