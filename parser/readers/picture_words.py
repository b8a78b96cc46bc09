"""The words of a page's picture, as several readings have them.

The page is read in its language; then what may be a number is read again by itself
(`parser.readers.picture_numbers`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby
from statistics import median_low
from typing import TYPE_CHECKING

from parser.readers.lines import Word
from parser.readers.picture_blocks import PageBlock, find_blocks, strips_of
from parser.readers.picture_numbers import OPINIONS, SURE, find_numbers, readings_of_numbers, unread
from parser.readers.picture_rules import Ruled
from parser.readers.pictures import POINTS, as_png
from parser.readers.tesseract import SeenWord, read_words
from parser.records import Language
from parser.text.language import detect_language
from parser.text.letters import DASHES, DESCENDING, QUOTES

if TYPE_CHECKING:
    from PIL.Image import Image

_DATA = {Language.KK: "kaz", Language.RU: "rus"}
_SAMPLE = 12  # blocks that tell a page's language
_DIRT = 40  # what is read with less confidence, and is no letter, digit or dash, is none at all
_NOT_STANDING = DESCENDING | set(DASHES) | set(QUOTES)
_SPOKEN = re.compile(r"[^\W_]")
# What is taken for № with data that do not know it: Ме, Хә, /%.
_LIKE_NUMBER_SIGN = re.compile(r"[^\d\s]{1,4}")
_NOT_SPOKEN = re.compile(r"[^\W\d_][!|\[\]{}]|[!|\[\]{}][^\W\d_]")  # бел!м!


def read_picture(ruled: Ruled) -> list[list[Word]]:
    """The words of a page as several readings have them, the likeliest first.

    Raises:
        SubprocessError: tesseract failed, or took too long.
    """
    blocks = find_blocks(ruled)
    if not blocks:
        return [[] for _ in range(OPINIONS)]
    language = _language(ruled.text, blocks)
    read = [word for word in _read(ruled.text, blocks, _DATA[language]) if not _is_dirt(word)]
    read = _with_other_language(ruled.text, _with_number_signs(ruled.text, read), language)
    numbers = list(find_numbers(read, blocks))
    counted = {id(word) for number in numbers for word in number.words}
    words = [word for word in read if id(word) not in counted]
    unsure = [_marked(word) for word in words]
    opinions = [_as_words(words), *(_as_words(unsure) for _ in range(OPINIONS - 1))]
    readings = readings_of_numbers(ruled.text, numbers)
    for index, opinion in enumerate(opinions):
        for number in readings:
            opinion.extend(_as_words(number[index]))
    return opinions


def _language(picture: Image, blocks: Sequence[PageBlock]) -> Language:
    """The language of a page, told from its longest lines; Kazakh data know the Russian letters as well."""
    longest = sorted(blocks, key=lambda block: block.left - block.right)[:_SAMPLE]
    text = " ".join(word.text for word in _read(picture, longest, _DATA[Language.KK]))
    return detect_language(text) or Language.RU


def _read(picture: Image, blocks: Sequence[PageBlock], data: str) -> list[SeenWord]:
    return [
        word
        for strip in strips_of(picture, blocks)
        for word in strip.words_on_page(read_words(as_png(strip.picture), data), blocks)
    ]


def _is_dirt(word: SeenWord) -> bool:
    """Whether a word is specks that were taken for signs."""
    return word.confidence < _DIRT and not _SPOKEN.search(word.text) and not set(word.text) & set(DASHES)


def _with_number_signs(picture: Image, read: Sequence[SeenWord]) -> list[SeenWord]:
    """The words with №, which the Kazakh data do not know, where the Russian data see it before a number."""
    possible: dict[int, PageBlock] = {}
    for before, word, after in zip([None, *read], read, read[1:], strict=False):
        if word.line == after.line and after.text[0].isdigit() and _LIKE_NUMBER_SIGN.fullmatch(word.text):
            begin = word.left - 2 * (after.bottom - after.top)
            if before and before.line == word.line:
                begin = max(begin, before.right + 3)
            possible[id(word)] = PageBlock(min(begin, word.left), word.top, word.right, word.bottom)
    again = _read(picture, list(possible.values()), _DATA[Language.RU])
    signs = {int(word.line[0]) for word in again if word.text.startswith("№")}
    found = {word for index, word in enumerate(possible) if index in signs}
    return [replace(word, text="№", confidence=100.0) if id(word) in found else word for word in read]


def _with_other_language(picture: Image, read: Sequence[SeenWord], language: Language) -> list[SeenWord]:
    """The words with those of the other language that its data read with more confidence."""
    odd = [word for word in read if _SPOKEN.search(word.text) and _is_odd(word)]
    places = [PageBlock(word.left - 2, word.top - 2, word.right + 2, word.bottom + 2) for word in odd]
    other = next(data for known, data in _DATA.items() if known is not language)
    better: dict[int, SeenWord] = {}
    for line, group in groupby(_read(picture, places, other), key=lambda word: word.line[0]):
        again, word = list(group), odd[int(line)]
        if len(again) == 1 and again[0].confidence > max(word.confidence, SURE) and not _is_odd(again[0]):
            better[id(word)] = replace(word, text=again[0].text, confidence=again[0].confidence)
    return [better.get(id(word), word) for word in read]


def _is_odd(word: SeenWord) -> bool:
    return word.confidence < SURE or _NOT_SPOKEN.search(word.text) is not None


def _marked(word: SeenWord) -> SeenWord:
    """A word as a second reading has it: unread where the first was not sure."""
    return unread(word) if _SPOKEN.search(word.text) and _is_odd(word) else word


def _as_words(seen: Iterable[SeenWord]) -> list[Word]:
    """Words with their places in points, on the line that the letters of theirs stand on."""
    found: list[Word] = []
    for _, group in groupby(seen, key=lambda word: word.line):
        line = list(group)
        standing = [word.bottom for word in line if not set(word.text) & _NOT_STANDING]
        base = median_low(standing) if standing else min(word.bottom for word in line)
        found.extend(
            Word(
                word.text,
                word.left * POINTS,
                word.right * POINTS,
                word.top * POINTS,
                word.bottom * POINTS,
                base * POINTS,
            )
            for word in line
        )
    return found
