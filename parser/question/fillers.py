"""Words that name nothing: of politeness, of asking, of who asks (`locales/filler.*.txt`)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from parser.question.asked_patterns import asked_pattern
from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.remarks import is_swearing
from parser.question.word_forms import PAST, TOLD
from parser.records import Language
from parser.text.folding import sound, sounds, words
from parser.text.word_lists import LOCALES

_I_AM = ("мын", "мін", "пын", "пін", "бын", "бін")  # the ending of «I am» and of «I do»
_OF_THING = re.compile("[aeiou]bin$")  # as it sounds, of мектеп, клуб: «I am» ends so behind a consonant
THINGS = (Asks.ADMINISTRATOR, Asks.RECEIVES, Asks.HEAD, Asks.RISE)  # бөлім, түсім, төлем, өсім
_SELF_LENGTH = 6  # letters of a word that ends so because it says who speaks: анамын is a mother, сабын soap
# A Kazakh ending behind a hyphen, as it sounds: ТКШ-дан, ЖКХ-ға. The word before it names all the same.
_ENDING = re.compile("[dtn]in?|[gk][ae]|n[ae]|[dt][ae]|[dtn][ae]n|[mbp]en")
_BEHIND_HYPHEN = re.compile(r"(?<=[^\W\d])-(\w+)")
_ORDINAL = re.compile("o?go|o?mu|i|ia|e|i?m|i?h|iu|uiu|wi")  # of a Russian or Kazakh number: 458-му
_BEHIND_NUMBER = re.compile(r"(?<=\d)-([^\W\d]+)")


def is_filler(folded: str, spoken: str) -> bool:
    """Whether a word, as it is written and as it sounds, is one of politeness, asking or swearing."""
    empty = spoken in load_fillers() or _tells_of_filler(spoken) or is_swearing(spoken) or _gives(spoken)
    return empty and not load_asking_words().writes(folded, Asks.NOTHING)


def _gives(spoken: str) -> bool:
    """Whether a word says that money is given, in any form: `выделят`, `аударады`."""
    return load_asking_words().says(spoken, Asks.GIVES)


def _tells_of_filler(spoken: str) -> bool:
    """Whether a Kazakh verb that names nothing stands in what somebody was told: `бөлініпті` of `бөлінді`."""
    told = TOLD.fullmatch(spoken)
    return told is not None and any(told["stem"] + ending in load_fillers() for ending in PAST)


def strip_fillers(text: str) -> str:
    """A text without the words at its ends that name nothing: `сколько на школы в` is `школы`.

    `көп` of `көп балалы` belongs to what is named.
    """
    said = text.split()
    empty = [all(is_filler(word, sound(word)) for word in words(piece)) for piece in said]
    first = next((index for index, fills in enumerate(empty) if not fills), len(said))
    last = next((index for index, fills in enumerate(reversed(empty)) if not fills), 0)
    if first and _no_degree().match(" ".join(said[first - 1 :])):
        first -= 1
    return " ".join(said[first : len(said) - last]).strip(" ?!.,;:")


@asked_pattern(Asks.NOT_MORE)
def _no_degree() -> re.Pattern[str]:
    """What begins as if it compared: `көп балалы`."""
    return re.compile(load_asking_words().pattern(Asks.NOT_MORE), re.IGNORECASE)


def find_speaker(folded: Sequence[str]) -> set[int]:
    """Which words of a message only say who asks: `депутат ретінде`, `журналистпін`, `как мать`.

    Args:
        folded: the words as written.
    """
    asking = load_asking_words()
    said = set()
    for number, (word, following) in enumerate(pairwise([*folded, ""])):
        before = folded[number - 1] if number else ""
        presented = asking.writes(before, Asks.SPEAKER_FOLLOWS) or asking.writes(following, Asks.ASKS)
        if (
            (len(word) >= _SELF_LENGTH and word.endswith(_I_AM) and not _is_object(word))
            or asking.writes(following, Asks.SPEAKER_PRECEDES)
            or (presented and asking.writes(word, Asks.SPEAKER))
        ):
            said.add(number)
    return said


def _is_object(word: str) -> bool:
    """Whether a word that ends as «I am» is somebody's thing: `мектебін`, `бөлімін`; but `қызбын`."""
    of_thing = _OF_THING.search(sound(word)) is not None
    return of_thing or load_asking_words().says(sound(word[:-2]), *THINGS)


def drop_endings(text: str) -> str:
    """A text without the endings that stand behind a hyphen: behind a number Russian ones too.

    >>> drop_endings("ТКШ-дан тыс")
    'ТКШ тыс'
    """
    text = _BEHIND_NUMBER.sub(lambda match: "" if _ends_number(sound(match[1])) else match[0], text)
    return _BEHIND_HYPHEN.sub(lambda match: "" if _ENDING.fullmatch(sound(match[1])) else match[0], text)


def _ends_number(spoken: str) -> bool:
    return bool(_ENDING.fullmatch(spoken) or _ORDINAL.fullmatch(spoken))


def fills_in(language: Language, spoken: str) -> bool:
    """Whether a word, as it sounds, is one of politeness and asking in a language."""
    return spoken in _load_fillers_of(language)


@cache
def load_fillers() -> frozenset[str]:
    """Words of politeness and asking, in both languages, as they sound."""
    return frozenset[str]().union(*map(_load_fillers_of, Language))


@cache
def _load_fillers_of(language: Language) -> frozenset[str]:
    return _read_sounds(f"filler.{language}.txt")


def _read_sounds(file: str) -> frozenset[str]:
    lines = (LOCALES / file).read_text(encoding="utf-8").splitlines()
    # All at once: a thousand short texts take half as long again.
    return frozenset(sounds("\n".join(line for line in lines if not line.startswith("#"))))
