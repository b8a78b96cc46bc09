"""The numbers of a page's picture, each read several times by itself.

A misread digit is a wrong figure that looks right. So what may be a number is read twice more, as digits and
signs only, at other scales: a digit that all readings see is hardly another one. Where they differ, the one
that most of them have comes first, and the others stay beside it as rivals.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, groupby
from typing import TYPE_CHECKING

from rapidfuzz.distance import Levenshtein

from parser.dataclass import dataclass
from parser.readers.picture_blocks import PageBlock, strips_of
from parser.readers.pictures import as_png
from parser.readers.tesseract import SeenWord, read_words
from parser.text.letters import DASHES, DIGIT_LOOK

if TYPE_CHECKING:
    from PIL.Image import Image

OPINIONS = 3  # readings of a page
SURE = 60  # a word read with less confidence is not sure
UNREAD = "\ufffd"  # stands in another reading for what the first was not sure of

_SIGNS = "0123456789-–—,.()/"
_AGAIN = (("rus", 0.9), ("kaz", 1.1))  # data and scale, measured by the page, of the other readings
_PARTING = ".,"  # what may stand behind a number and is none of its own
_GAP = 1.5  # as far apart, measured by their height, the parts of a number stand
_WIDEST = 500  # pixels of a number
_LOWEST = 20  # and how high it is at least
_DIGIT = re.compile(r"\d")
_LETTER = re.compile(r"[^\W\d_]")
_ODD = re.compile(rf"[^\w{re.escape(_SIGNS)}]|_")
_LISTED = re.compile(rf"[{''.join(DIGIT_LOOK.values())}]\.")  # З. Чистое кредитование
_SPOKEN = re.compile(rf"[^\W\d{''.join(DIGIT_LOOK.values())}]")

Reading = tuple[SeenWord, ...]


@dataclass(frozen=True, slots=True)
class Number:
    """What may be a number: the words that it was read as with its page, and the block that shows it.

    `alone` says that nothing else stands on its line: a point behind it is dirt, not a list's;
    `under_text`, that letters stand right above, as over the last letter of a label in a narrow column.
    """

    words: Reading
    block: PageBlock
    alone: bool = False
    under_text: bool = False

    @property
    def text(self) -> str:
        """What was read, as numbers are compared."""
        return text_of_number(self.words)

    def written(self, text: str) -> Reading:
        """The number as one word that says something else, in the same place."""
        first = self.words[0] if self.words else SeenWord(text, 0, *self.block, ())
        text += "." * (
            bool(self.words) and not self.alone and self.words[-1].text.endswith(".") and text[-1:].isdigit()
        )
        right, bottom = (self.words[-1].right, first.bottom) if self.words else self.block[2:]
        return (replace(first, text=text, right=right, bottom=bottom),)

    @property
    def has_letters(self) -> bool:
        """Whether digits stand beside letters, as in `2013-2015жж.`."""
        return bool(_DIGIT.search(self.text) and _SPOKEN.search(self.text))


def find_numbers(read: Sequence[SeenWord], blocks: Sequence[PageBlock]) -> Iterator[Number]:
    """The numbers of a page, each with the room around it in which no other word stands.

    Blocks in which nothing was read are among them: they often show a code of one digit.
    """
    for (index, *_), group in groupby(read, key=lambda word: word.line):
        for number in _numbers_of(list(group), blocks[int(index)]):
            lone = number.words[0] if not _DIGIT.search(number.text) else None
            yield replace(number, under_text=lone is not None and any(_is_over(lone, word) for word in read))
    seen = {word.line[0] for word in read}
    for index, block in enumerate(blocks):
        is_high = block.bottom - block.top > _LOWEST
        if str(index) not in seen and is_high and block.right - block.left < _WIDEST:
            yield Number((), block)


def _numbers_of(line: Sequence[SeenWord], block: PageBlock) -> Iterator[Number]:
    alone = len(line) == 1
    held: list[SeenWord] = []
    for index, word in enumerate(line):
        if not _may_be_number(word, alone=alone):
            continue
        held.append(word)
        after = line[index + 1] if index + 1 < len(line) else None
        if after and _may_be_number(after, alone=False) and _are_near(word, after):
            continue
        begin = index - len(held)
        left = line[begin].right + 3 if begin >= 0 else block.left
        right = after.left - 3 if after else block.right
        yield Number(tuple(held), _around(held, left, right), alone=len(held) == len(line))
        held = []


def _may_be_number(word: SeenWord, *, alone: bool) -> bool:
    if _DIGIT.search(word.text) or set(word.text) <= set(DASHES):
        return True
    return (alone and len(word.text) <= 2) or _LISTED.fullmatch(word.text) is not None


def _is_over(word: SeenWord, above: SeenWord) -> bool:
    """Whether a word of letters stands right above another one."""
    beside = min(word.right, above.right) > max(word.left, above.left)
    gap = word.top - above.bottom
    return beside and abs(gap) < word.bottom - word.top and len(_LETTER.findall(above.text)) > 1


def _are_near(word: SeenWord, after: SeenWord) -> bool:
    return after.left - word.right < _GAP * max(word.bottom - word.top, after.bottom - after.top)


def _around(words: Reading | list[SeenWord], left: int, right: int) -> PageBlock:
    """The part of a page that shows a number, with a sign that may stand before or behind it."""
    top, bottom = min(word.top for word in words), max(word.bottom for word in words)
    begin, end = words[0].left, words[-1].right
    return PageBlock(
        min(max(left, begin - 2 * (bottom - top)), begin),
        top - 3,
        max(min(right, end + bottom - top), end),
        bottom + 3,
    )


def readings_of_numbers(picture: Image, numbers: Sequence[Number]) -> list[list[Reading]]:
    """For each number as many readings as a page has, the likeliest first; the first again where all agree.

    Raises:
        SubprocessError: tesseract failed, or took too long.
    """
    alone = [number for number in numbers if not number.has_letters]
    others = [_read_again(picture, alone, data, scale) for data, scale in _AGAIN]
    again = dict(zip(map(id, alone), zip(*others, strict=True), strict=True))
    settled = [_settled(number, again.get(id(number), ())) for number in numbers]
    return [(readings + readings[:1] * OPINIONS)[:OPINIONS] for readings in settled]


def _read_again(picture: Image, numbers: Sequence[Number], data: str, scale: float) -> list[str]:
    """The same numbers once more, read as digits and signs only.

    Several stand in one line for Tesseract, which gives that line back as a whole. It is cut where the first
    reading of each number fits it best.
    """
    found: list[str] = []
    for strip in strips_of(picture, [number.block for number in numbers], scale, beside=True):
        read = read_words(as_png(strip.picture), data, letters=_SIGNS)
        for line, words in zip(strip.lines, strip.words_by_line(read), strict=True):
            known = [_signs(numbers[index].words) or UNREAD for index in line]
            found += _parted(_signs(sorted(words, key=lambda word: word.left)), known)
    return found


def _parted(text: str, known: Sequence[str]) -> Iterator[str]:
    """A line of numbers, parted where it is most like those that are known."""
    ends = list(accumulate(map(len, known)))
    edits = Levenshtein.opcodes("".join(known), text)
    begin = 0
    for end in ends:
        edit = next((edit for edit in edits if edit.src_start <= end < edit.src_end), None)
        if edit is None:
            stop = len(text)
        elif edit.tag == "delete":
            stop = edit.dest_start
        else:
            stop = min(edit.dest_start + end - edit.src_start, edit.dest_end)
        yield text[begin:stop].strip(_PARTING)
        begin = stop


def _settled(number: Number, again: Sequence[str]) -> list[Reading]:
    """The readings of a number that differ, the likeliest first.

    Args:
        number: as it was read with its page.
        again: what the other readings say; nothing where it has letters.
    """
    first = number.words
    if number.has_letters:  # 2013-2015жж.
        sure = all(word.confidence > SURE for word in first)
        return [first] if sure else [first, tuple(map(unread, first))]
    texts = [number.text, *again]
    is_digits = _DIGIT.search(number.text) is not None
    raw = "".join(word.text for word in first)
    if is_digits and (_ODD.search(raw) or (number.alone and raw.endswith(tuple(_PARTING)))):
        first = number.written(number.text)
    if len(set(texts)) == 1:
        return [first]
    if not is_digits and (len(set(again)) > 1 or not _may_be_taken_for(again[0], number)):
        return [first]
    readings = {text: number.written(text) for text in again if text} | (
        {number.text: first} if first else {}
    )
    ordered = sorted(readings, key=lambda text: (-texts.count(text), texts.index(text)))
    return [readings[text] for text in (ordered if is_digits else ordered[:1])]


def _may_be_taken_for(digits: str, number: Number) -> bool:
    """Whether digits that stand alone may have been taken for the letters that were read first."""
    if not _DIGIT.search(digits):
        return False
    return not number.under_text or (
        digits.isdecimal() and number.text[:1] in DIGIT_LOOK.get(int(digits), "")
    )


def text_of_number(words: Iterable[SeenWord]) -> str:
    """A number as it is compared: its digits, letters and signs, whatever dashes and spaces it has."""
    return _signs(words).strip(_PARTING)


def _signs(words: Iterable[SeenWord]) -> str:
    text = "".join(word.text for word in words)
    return _ODD.sub("", "".join("-" if letter in DASHES else letter for letter in text))


def unread(word: SeenWord) -> SeenWord:
    """A word as a reading has it that could not read it."""
    return replace(word, text=UNREAD * len(word.text))
