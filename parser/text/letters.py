"""Which characters are which: alphabets, letters that look alike, dashes, quotes, and what shows nothing.

All are strings to be put between the brackets of a character class, or tables for `str.translate`; what
a text means is said elsewhere.
"""

from __future__ import annotations

import re
import unicodedata

# Capital and small letters of names in Latin, Russian and Kazakh.
CAPITALS = "A-ZА-ЯЁӘҒҚҢӨҰҮҺІ"
SMALLS = "a-zа-яёәғқңөұүһі"
KAZAKH = "әғқңөұүһі"  # letters that Russian has not
BACK_ROW, FRONT_ROW = "қғұ", "әөүі"  # of them, those that stand in words of one row of vowels
RUSSIAN = "а-яё"
SIGNS = "ьъ"  # that soften or part, and begin no word
SOUNDING = "аәеёиіоөуұүыэюя"  # vowels
VOWELS = frozenset(f"{SOUNDING}ь")  # that a word may end in and lose in other forms, and the soft sign
_NEIGHBOURS = "їҐґєў"  # of Ukrainian and Belarusian, typed for those of Kazakh that look like them
CYRILLIC = re.compile(f"[{RUSSIAN}{KAZAKH}{_NEIGHBOURS}]", re.IGNORECASE)

YO = "её"  # of which either may be printed for the other
# What an expression that ignores case takes for a letter beside its capital one: ı, İ, the sign of kelvin, ſ,
# and old forms of Cyrillic letters.
RARE_CASES = "\u0131\u0130\u212a\u017f\u1c80\u1c81\u1c82\u1c83\u1c84\u1c85\u1c86"

# Latin letters that look like Cyrillic ones. Prints mix them into Cyrillic words, and people type them there.
_LATIN_LOOK = "abcehikmoptxyABCEHIKMOPTXY"
_CYRILLIC_LOOK = "авсенікмортхуАВСЕНІКМОРТХУ"
TO_CYRILLIC = str.maketrans(f"{_LATIN_LOOK}ëöïü", f"{_CYRILLIC_LOOK}ёөїү")
# How Kazakh is typed on a keyboard that has not its letters: і is и or ы.
WITHOUT_KAZAKH = tuple(str.maketrans(KAZAKH, f"агкноуух{i}") for i in "иы")
# What the sounds of `parser.text.folding.sound` are written with.
FROM_SOUNDS = str.maketrans("abvgdejziklmnoprstufhc4w", "абвгдежзиклмнопрстуфхцчш")
TO_LATIN = str.maketrans(_CYRILLIC_LOOK, _LATIN_LOOK)

# Letters that a lone digit of a picture is taken for, and letters that reach below their line.
DIGIT_LOOK = {0: "ОоOoС", 1: "ІіIilТт", 2: "гГ", 3: "ЗзЭэ", 4: "чЧ", 6: "бБ", 7: "Тт", 8: "ВвБ"}
ROUND = f"Oo{DIGIT_LOOK[0][:2]}"  # typed for a zero
DESCENDING = frozenset("рфуцщдқңұүөҚҢЦЩДQgjpqy,;()/№_")

# Roman numbers are printed with Cyrillic letters as well: ІХ for IX, У for V, one Ш for III.
ROMAN, ROMAN_THREE = "IVXІХУ", "Ш"
TO_ROMAN = str.maketrans({"І": "I", "У": "V", "Х": "X", ROMAN_THREE: "III"})

SPACES = " \u00a0\u2007\u2008\u2009\u200a\u202f"  # that part the digits of a number
DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2212"  # any of them may be a hyphen, a dash or a minus
QUOTES = "«»“”„‟\"'‘’`<>‹›"

# Characters that show nothing. Line breaks and tabs are none of them: they part words.
_CONTROLS = "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"
_FORMATS = (
    "\xad"  # a soft hyphen
    "\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e"
    "\u200b\u200e\u200f\u202a-\u202e"  # a space of no width, marks and switches of direction
    "\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff"
)
_NO_CHARACTERS = "\ud800-\udfff\ufffe\uffff"  # halves of surrogate pairs, noncharacters
JOINERS = "\u200c\u200d"  # hold letters and emoji together: shown with what they join, not read
INVISIBLE = f"{_CONTROLS}{_FORMATS}{_NO_CHARACTERS}"
_UNREAD = re.compile(f"[{INVISIBLE}{JOINERS}]")
# A number that a switch of direction has printed from right to left: `042 1` is seen as `1 240`.
_BACKWARDS = re.compile("\u202e([0-9 \u00a0\u202f.,()+−–-]+)\u202c?")
_MIRRORED = str.maketrans("()[]<>{}«»", ")(][><}{»«")


# Digits of other scripts, and full-width and mathematical ones; what parts a number in Arabic.
_OTHER_DIGIT = re.compile(r"(?![0-9])\d|[\u066b\u066c]")
_ARABIC_MARKS = {"\u066b": ",", "\u066c": "\u00a0"}


def with_ascii_digits(text: str) -> str:
    """A text with its digits in ASCII, whatever script they are typed in; each character stays where it is.

    >>> with_ascii_digits("٢٠١٣ және ２０１４"), with_ascii_digits("№ 12-3")
    ('2013 және 2014', '№ 12-3')
    """
    return text if text.isascii() else _OTHER_DIGIT.sub(_as_ascii, text)


def _as_ascii(found: re.Match[str]) -> str:
    return _ARABIC_MARKS.get(found[0]) or str(unicodedata.decimal(found[0]))


def drop_invisible(text: str) -> str:
    """A text without the characters that show nothing, for reading: `бюджет` of one with soft hyphens."""
    if text.isascii() and text.isprintable():
        return text
    return _UNREAD.sub("", _BACKWARDS.sub(lambda match: turned_round(match[1]), text))


def turned_round(text: str) -> str:
    """A text as it is seen where its letters are printed from right to left.

    >>> turned_round("042 1"), turned_round("(182)")
    ('1 240', '(281)')
    """
    return text[::-1].translate(_MIRRORED)
