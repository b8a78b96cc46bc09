"""One folding of Kazakh and Russian text, for documents and for questions alike.

Two forms, both for comparing and never for display:

- `fold` keeps the words: case, Unicode forms, look-alike letters, hyphens and
  spaces are evened out, nothing else. Equal folds are the same words.
- `skeleton` also merges what people mix up when they type (и/і/ы, қ/к, Latin
  transliteration in its several alphabets), so that `білім беру`, `билим беру` and
  `bilim beru` are one string. Equal skeletons probably are the same words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain

from parser.text.letters import CYRILLIC, TO_CYRILLIC, drop_invisible
from parser.text.marks import without_raised

_LATIN = re.compile(r"[a-z]", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+|₸")  # the sign of the tenge is its word
_MARKS = re.compile("[\u0300-\u036f]")

# Letters that people exchange are one sound: и й і ы, к қ, г ғ, н ң, о ө, у ұ ү, а ә, х һ.
_CYRILLIC_SOUNDS = str.maketrans(
    {
        "а": "a", "ә": "a", "б": "b", "в": "v", "г": "g", "ғ": "g", "д": "d", "е": "e", "ё": "e", "ж": "j",
        "з": "z", "и": "i", "й": "i", "і": "i", "ы": "i", "ї": "i", "к": "k", "қ": "k", "л": "l", "м": "m",
        "н": "n", "ң": "n", "о": "o", "ө": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ұ": "u",
        "ү": "u", "ў": "u", "ф": "f", "х": "h", "һ": "h", "ц": "c", "ч": "4", "ш": "w", "щ": "w", "ъ": "",
        "ь": "", "э": "e", "є": "e", "ю": "iu", "я": "ia", "ґ": "g",
    }
)  # fmt: skip
# Latin spellings of the same sounds, longest first: passport and everyday transliteration of
# Russian and Kazakh, and the Kazakh Latin alphabets proposed in 2018, 2019 and 2021.
_LATIN_DIGRAPHS = (
    ("shch", "w"), ("sch", "w"), ("sh", "w"), ("ch", "4"), ("kh", "h"), ("gh", "g"), ("ng", "n"), ("ts", "c"),
    ("yu", "iu"), ("ju", "iu"), ("ya", "ia"), ("ja", "ia"), ("yo", "e"), ("ye", "e"),
    ("zh", "j"),  # after `ja`: `zharyk` is жарық
)  # fmt: skip
# Two letters all the same behind a stem, where Kazakh endings begin: `bolingen` бөлінген, `ormanga` орманға,
# but `zhanga` жаңа and `kenges` кеңес. The apostrophe keeps them apart and is not heard.
_N_AND_G = re.compile(r"(?<=[^\W\d_]{3})(?<!zha)(?<!zhe)n(?=g[ae])")
_LATIN_LETTERS = str.maketrans(
    {
        "y": "i", "q": "k", "x": "h", "ı": "i", "ş": "w", "ç": "4", "ğ": "g", "ǵ": "g", "ñ": "n",
        "ń": "n", "ŋ": "n", "ö": "o", "ó": "o", "ü": "u", "ú": "u", "ū": "u", "ý": "u", "ä": "a", "á": "a",
        "ə": "a", "ï": "i", "í": "i", "'": "", "ʻ": "", "’": "",
    }
)  # fmt: skip
# The Kazakh Latin alphabet of 2017 wrote its letters with apostrophes: a' g' i' n' o' u' y', s' c'.
_APOSTROPHE = re.compile(r"([aginouysc])['\u2018\u2019\u02bc`](?=[a-z]|\b|$)")
_APOSTROPHES = {"s": "sh", "c": "ch", "y": "u"}
_LOOK_ALIKE = re.compile(f"[{''.join(map(chr, TO_CYRILLIC))}]")
_DOUBLED = re.compile(r"([^\W\d])\1+")
# What most texts consist of: letters and signs that are shown, composed, no marks, the same in every form.
_PLAIN = re.compile("[ -~\u0400-\u0481\u048a-\u052f«»–—]*")
_SHORT_TEXT, _SHORT_WORD = 300, 40  # letters: such texts and words are heard several times, one after another
_ALONE = re.compile(_PLAIN.pattern.replace(" -~", "!-&(-~"))  # but an apostrophe, which other words heed


def compose(text: str) -> str:
    """Composed Unicode, no invisible characters, single spaces, no footnote or stray combining marks."""
    if _PLAIN.fullmatch(text):
        return " ".join(text.split())
    text = without_raised(text.replace("№", " "))  # which NFKC would spell "No"; and `¹`, "1"
    text = unicodedata.normalize("NFKC", text)
    return " ".join(_MARKS.sub("", drop_invisible(text)).split())


def words(text: str) -> list[str]:
    """The words and numbers of a text, case folded, look-alike letters in their own alphabet."""
    return list(_words_again(text)) if len(text) <= _SHORT_TEXT else _words(text)


@lru_cache(maxsize=32)  # of a message each step asks for them anew
def _words_again(text: str) -> tuple[str, ...]:
    return tuple(_words(text))


def _words(text: str) -> list[str]:
    text = compose(text).casefold()
    if "'" in text or "\u2019" in text:
        text = _APOSTROPHE.sub(lambda match: _APOSTROPHES.get(match[1], match[1]), text)
    found = _WORD.findall(text)
    return [_one_alphabet(word) for word in found] if _LOOK_ALIKE.search(text) else found


def _one_alphabet(word: str) -> str:
    """A word in one alphabet: Latin look-alikes become Cyrillic when any letter is Cyrillic."""
    if word.isascii() or not _LOOK_ALIKE.search(word) or not CYRILLIC.search(word):
        return word
    return word.translate(TO_CYRILLIC)


class Folding:
    """Folds the words of many texts that have most of them in common: each is folded once."""

    def __init__(self) -> None:
        self._folded = _FoldedPieces()

    def words(self, text: str) -> tuple[str, ...]:
        """The same as `words` of the text."""
        pieces = list(map(self._folded.__getitem__, text.split()))
        return tuple(words(text) if None in pieces else chain.from_iterable(pieces))  # type: ignore[arg-type]


class _FoldedPieces(dict[str, "tuple[str, ...] | None"]):
    """What stands between blanks → its words; None where they may depend on what stands beside it."""

    def __missing__(self, piece: str) -> tuple[str, ...] | None:
        alone = piece.isalpha() or _ALONE.fullmatch(piece)
        found = self[piece] = tuple(words(piece)) if alone else None
        return found


def read_by_look(text: str) -> str | None:
    """A text with its wholly Latin words read as the Cyrillic ones that they look like: `MYCOP в городе`.

    None where no word can be read so, or where no other word is Cyrillic.
    """
    folded = compose(text).casefold()
    alike = [word for word in _WORD.findall(folded) if word.isascii() and word.isalpha()]
    read = folded.translate(TO_CYRILLIC)
    if not CYRILLIC.search(folded) or not any(
        not _LATIN.search(word.translate(TO_CYRILLIC)) for word in alike
    ):
        return None
    return read


def fold(text: str) -> str:
    """Equal for texts that differ only in case, spacing, punctuation or look-alike letters.

    >>> fold("Iшкi  сыныбы:") == fold("ішкі сыныбы")
    True
    """
    return join_folded(words(text))


def join_folded(folded: Iterable[str]) -> str:
    """The same of a text's folded words."""
    joined = " ".join(folded)
    return joined.replace("ё", "е")


def sound(word: str) -> str:
    """The phonetic skeleton of one folded word."""
    return _sound_again(word) if len(word) <= _SHORT_WORD else _sound(word)


@lru_cache(maxsize=1024)
def _sound_again(word: str) -> str:
    return _sound(word)


def _sound(word: str) -> str:
    if CYRILLIC.search(word):
        word = word.translate(_CYRILLIC_SOUNDS).replace("ts", "c")  # as in `detskiy`
    elif not word.isdigit():
        word = word.replace("w", "u")  # before `w` comes to stand for ш
        word = _N_AND_G.sub("n'", word)
        for spelling, letter in _LATIN_DIGRAPHS:
            word = word.replace(spelling, letter)
        word = word.translate(_LATIN_LETTERS)
    return _DOUBLED.sub(r"\1", word) if _DOUBLED.search(word) else word  # looking costs a third of replacing


def skeleton(text: str) -> str:
    """Equal for texts that sound alike, whatever alphabet they are typed in.

    >>> skeleton("білім беру") == skeleton("bilim beru") == skeleton("билим беру")
    True
    """
    return " ".join(sounds(text))


def sounds(text: str) -> list[str]:
    """The phonetic skeletons of a text's words; words of hard and soft signs alone drop out."""
    return [s for s in map(sound, words(text)) if s]
