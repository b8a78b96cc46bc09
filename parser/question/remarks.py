"""Messages that ask nothing: a greeting, thanks, a swear word, a thumb (`locales/talk.tsv`)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from enum import StrEnum
from functools import cache
from itertools import islice
from unicodedata import category, normalize

from parser.dataclass import dataclass
from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.joining_words import find_join
from parser.question.small_words import SmallWord, is_small
from parser.question.word_forms import WISH
from parser.text.folding import sounds, words
from parser.text.word_lists import ListRow, WordSet, read_list, spoken_words, word_set

TALK_COLUMNS = ("words", "says", "example")
_AROUND = "around"  # says nothing by itself
_BESIDE = "beside"  # says nothing either, and only beside a word that says something: здоровья
_PHRASE = "+"  # joins words that say something only together
_OPENING = 2  # words in which a message that says something else than a question begins
_ASKING = (Asks.HOW_MUCH, Asks.HOW_MANY, Asks.WHICH, Asks.WHERE, Asks.CHANGE, Asks.GOES_ON)
_HELD_DOWN = 3  # times that a letter stands in a word of no other letter: ааа
_FIRST_PIECE = re.compile(r"\s*([^,.!;\n]+)[,.!;\n]+\s*")
_WORDS_AHEAD = re.compile(r"\s*([^\W\d_]+)(?![-\w])[\s,.!;…)]*")
_MOST_AHEAD = 3  # words of a phrase that agrees
_STOP = re.compile(r"[,.!;…)]")


class Remark(StrEnum):
    """What a message says that asks nothing of a budget; of several the first is answered."""

    SWEARING = "swearing"
    LANGUAGE = "language"  # the other language is asked for
    THANKS = "thanks"
    ITSELF = "itself"  # who the bot is, who made it, where its figures are from: `bot_itself.tsv`
    LEAVING = "leaving"  # to follow no more, or to be forgotten: a command does it
    REQUEST = "request"  # something is asked for that is no business of a budget: a film, a song
    ABOUT = "about"  # what the bot can do, how to ask
    FAREWELL = "farewell"
    GREETING = "greeting"
    AGREEMENT = "agreement"
    WORDLESS = "wordless"  # only signs, or a letter held down: `?`, `...`, `ааааа`
    CHECK = "check"  # a check is asked for, and not of what
    PLACES = "places"  # which places are loaded, or another one: `place_list.tsv`


def read_remark(text: str, spoken: Sequence[str]) -> Remark | None:
    """What a message says, where it asks nothing.

    Args:
        text: the message.
        spoken: its words as they sound.

    Returns:
        None for a message that may ask something.
    """
    talk = _load_talk()
    if not words(text):
        signs = (says for sign, says in talk.signs.items() if sign in text)
        return next(signs, Remark.WORDLESS) if text.strip() else None
    if all(map(_is_one_letter, words(text))):
        return Remark.WORDLESS
    said = talk.find_remarks(spoken) if spoken else None
    if said is None:
        return talk.find_opening(spoken) if not _may_ask(text) else None
    return next((remark for remark in Remark if remark in said), Remark.ABOUT)


def _is_one_letter(word: str) -> bool:
    """Whether a word is a letter again and again: it sounds as the letter does alone, like the word `а`."""
    return word.isalpha() and len(word) >= _HELD_DOWN and len(set(word)) == 1


def _may_ask(text: str) -> bool:
    """Whether a message has a figure or a question mark: whatever it begins with, it may ask something."""
    return "?" in text or any(map(str.isdigit, text))


def cut_greeting(text: str) -> str:
    """A message without the greeting that it begins with, where it says more: its commas part no lines.

    >>> cut_greeting("салем бро, на садики сколько")
    'на садики сколько'

    Args:
        text: the message.
    """
    talk = _load_talk()
    match = _FIRST_PIECE.match(text)
    if match is None or Remark.GREETING not in (talk.find_remarks(sounds(match[1])) or ()):
        return text
    rest = text[match.end() :]
    return rest if talk.find_remarks(sounds(rest)) is None else text  # `хай, ок` is one remark


def cut_agreement(text: str) -> str:
    """A message without the words of agreement that it begins with, where it says more.

    They name no line, with a comma behind them or none. What joins a message to the one before stays.

    >>> cut_agreement("ну ладно покажи налоги")
    'покажи налоги'

    Args:
        text: the message.
    """
    talk, rest = _load_talk(), "" if find_join(text)[0] else text
    while rest and (end := talk.find_agreement(rest)):
        rest = rest[end:]
    said, asking = sounds(rest), load_asking_words()
    # `нормально на школы` asks whether it is enough, `ясно что дороги` tells something
    tells = bool(said) and (is_small(SmallWord.PURPOSE, said[0]) or asking.says(said[0], Asks.WHAT))
    weighs = tells and not any(asking.says(word, *_ASKING) for word in said)
    return rest if said and not weighs and talk.find_remarks(said) is None else text


def find_first_remark(spoken: Sequence[str]) -> Remark | None:
    """What one of the words says that a message begins with, whatever it goes on with; None where none does.

    Args:
        spoken: its words as they sound.
    """
    telling = _load_talk().telling
    return next((says for says in Remark if any(map(telling[says].has, spoken[:_OPENING]))), None)


def says_nothing(spoken: str) -> bool:
    """Whether a word, as it sounds, is one of those that ask nothing of a budget."""
    return _load_talk().all_words.has(spoken)


def is_swearing(spoken: str) -> bool:
    """Whether a word, as it sounds, is one to swear with: it names no line."""
    return _load_talk().telling[Remark.SWEARING].has(spoken)


def read_talk_rows() -> tuple[ListRow, ...]:
    """The rows of the list."""
    return read_list("talk.tsv", TALK_COLUMNS)


@dataclass(frozen=True, slots=True)
class _TalkWords:
    all_words: WordSet
    telling: Mapping[Remark, WordSet]
    beside: WordSet
    phrases: Mapping[str, Mapping[tuple[str, ...], Remark]]  # by their first words
    signs: Mapping[str, Remark]

    def find_remarks(self, spoken: Sequence[str]) -> Collection[Remark] | None:
        """What words say, as they sound; None where one of them is no talk."""
        said: set[Remark] = set()
        rest, is_beside = list(spoken), False
        while rest:
            begun = self.phrases.get(rest[0], {})
            phrase = next((each for each in begun if tuple(rest[: len(each)]) == each), ())
            if phrase:
                said.add(begun[phrase])
            elif self.all_words.has(rest[0]):
                said |= {remark for remark, telling in self.telling.items() if telling.has(rest[0])}
            elif self.beside.has(rest[0]):
                is_beside = True
            else:
                return None
            del rest[: len(phrase) or 1]
        return said if said or not is_beside else None

    def find_agreement(self, text: str) -> int:
        """Where the word or the phrase of agreement ends that a text begins with; 0 where none begins it."""
        words_ahead = list(islice(_WORDS_AHEAD.finditer(text), _MOST_AHEAD))
        spoken = [" ".join(sounds(word[1])) for word in words_ahead]
        if not spoken or words_ahead[0].start() or len(words_ahead[0][1]) == 1:
            return 0  # `я` sounds like `иә`
        if self.telling[Remark.THANKS].has(spoken[0]):  # спасибо, понятно, а на спорт
            behind = words_ahead[0].end()
            agreed_behind = self.find_agreement(text[behind:])
            return behind + agreed_behind if agreed_behind else 0
        begun = self.phrases.get(spoken[0], {})
        agreed = (
            len(each)
            for each, says in begun.items()
            if says is Remark.AGREEMENT and tuple(spoken[: len(each)]) == each
        )
        count = max(agreed, default=int(self.telling[Remark.AGREEMENT].has(spoken[0])))
        if count == 1 and is_small(SmallWord.QUALIFIES, spoken[0]) and not _STOP.search(words_ahead[0][0]):
            return 0  # `жақсы мектеп` names a school, `жақсы, мектеп` agrees
        return words_ahead[count - 1].end() if count else 0

    def find_opening(self, spoken: Sequence[str]) -> Remark | None:
        """What words say that begin with thanks or a request and go on with what no list has.

        Thanks go on with a wish: `рахмет балам, өркенің өссін`. A word that asks how much tells a question.
        """
        asking = load_asking_words()
        if any(asking.says(word, *_ASKING) for word in spoken):
            return None
        if any(map(self.telling[Remark.REQUEST].has, spoken[:_OPENING])):
            return Remark.REQUEST
        thanks = any(map(self.telling[Remark.THANKS].has, spoken[:_OPENING]))
        wishes = any(self.beside.has(word) or WISH.search(word) for word in spoken)
        return Remark.THANKS if thanks and wishes else None


def names_by_sign(text: str) -> bool:
    """Whether a sign that nothing reads stands where what is asked about is named: `на 🚀`, `💰 қанша`.

    One at the end only adorns the question, and a sign of the list says something: `👍`.

    Args:
        text: the message.
    """
    written = text.split()
    signs = [number for number, word in enumerate(written) if _is_unread_sign(word)]
    leads = bool(signs) and signs[0] == 0 and any(map(sounds, written))
    places = (SmallWord.PURPOSE, SmallWord.INSIDE)
    return leads or any(
        is_small(says, spoken)
        for number in signs
        if number
        for spoken in sounds(written[number - 1])[-1:]
        for says in places
    )


def _is_unread_sign(word: str) -> bool:
    """Whether a word is of pictures alone: `№` and `™` stand for letters."""
    if sounds(word) or word in _load_talk().signs:
        return False
    return any(category(sign) == "So" and normalize("NFKC", sign) == sign for sign in word)


@cache
def _load_talk() -> _TalkWords:
    said = defaultdict[str, list[str]](list)
    signs: dict[str, Remark] = {}
    phrases = defaultdict[str, dict[tuple[str, ...], Remark]](dict)
    for row in read_talk_rows():
        says = row["says"] if row["says"] in {_AROUND, _BESIDE} else row.target("says", Remark)
        for written in row["words"].split():
            if _PHRASE in written and isinstance(says, Remark):
                phrase = tuple(sounds(written))
                phrases[phrase[0]][phrase] = says
            elif spoken := spoken_words(written):
                said[says] += spoken
            elif isinstance(says, Remark):
                signs[written] = says
    return _TalkWords(
        word_set([word for says, listed in said.items() if says != _BESIDE for word in listed]),
        {remark: word_set(said[remark]) for remark in Remark},
        word_set(said[_BESIDE]),
        phrases,
        signs,
    )
