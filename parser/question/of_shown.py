"""What a message asks of the line that was shown before it, and does not name: `а кому?`, `мұнсыз қанша?`.

Such words ask nothing by themselves, or something else: `кто?` asks a bot who it is, and `кроме этого` takes
nothing out. After an answer they are about its line. The phrases are in `locales/going_on.*.tsv`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from enum import StrEnum
from functools import cache

from parser.dataclass import dataclass
from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.carried_over import of_newest, with_edition, with_year, without_edition
from parser.question.intents import Frame, Intent, Relation, Unheld
from parser.question.question import Exclusion, Question, Token
from parser.question.reading import read_question
from parser.question.word_patterns import FoundPhrase, Phrases
from parser.records import Language
from parser.text.word_lists import ListRow, WordListError, read_list

GOING_ON_COLUMNS = ("phrase", "asks", "example")
BETWEEN = "between"  # stands between the words of a phrase: откуда `эта` цифра


class OfShown(StrEnum):
    """What is asked of a line that was shown, besides what no plan holds (`Unheld`)."""

    CARD = "card"  # what its card says: its source, since when it is
    CODE = "code"  # the same: its code
    ABOVE = "above"  # what it stands in
    CHANGE = "change"  # what it was before, and since which decision it is another
    DECISION = "decision"  # the same: which decisions changed it
    EXPLAINED = "explained"  # what its name means; of a name that no glossary has, its card
    EARLIER = "earlier"  # the same; where that was told already, what it was at first
    FIRST = "first"  # what it was in the budget as first adopted
    WHY = "why"  # how it changed, of which no decision says why
    BY = "by"  # by how much it is another than before
    FINANCED = "financed"  # of a deficit, with what it is covered; of spending, of which money it is paid
    REST = "rest"  # all but this line
    WITH = "with"  # the line with what was taken out of it
    OTHER = "other"  # nothing: something else was meant, which is not said
    BACK = "back"  # nothing: what was asked before it is asked again
    AGAIN = "again"  # nothing: what was shown is asked again
    LISTED = "listed"  # nothing: the last list that was asked for is asked for again
    BEHIND = "behind"  # nothing: the second of the largest that were shown
    INSIDE = "inside"  # of what lines it consists
    LARGEST = "largest"  # of the lines inside it
    SMALLEST = "smallest"
    IN_KAZAKH = "in-kk"  # the same answer in Kazakh
    IN_RUSSIAN = "in-ru"


ALONE = frozenset({OfShown.BACK, OfShown.AGAIN, OfShown.LISTED, OfShown.BEHIND, OfShown.OTHER})
"""What depends on the message before, whatever that named, and is asked by a whole message."""

_Asks = Unheld | OfShown
_LANGUAGES = {OfShown.IN_KAZAKH: Language.KK, OfShown.IN_RUSSIAN: Language.RU}
_FRAMES = {
    OfShown.CARD: Frame(),
    OfShown.CODE: Frame(),
    OfShown.FIRST: Frame(),
    OfShown.BY: Frame(Intent.COMPARE),
    OfShown.FINANCED: Frame(beyond_plan=Unheld.SOURCE),
    OfShown.WITH: Frame(),
    OfShown.ABOVE: Frame(above=True),
    OfShown.CHANGE: Frame(Intent.CHANGE),
    OfShown.EARLIER: Frame(Intent.CHANGE),
    OfShown.WHY: Frame(Intent.CHANGE, reason=True),
    OfShown.DECISION: Frame(Intent.CHANGE),
    OfShown.EXPLAINED: Frame(),
    OfShown.INSIDE: Frame(Intent.LIST),
    OfShown.LARGEST: Frame(Intent.LARGEST),
    OfShown.SMALLEST: Frame(Intent.LARGEST, smallest=True),
}


@dataclass(frozen=True, slots=True)
class AskedOfShown:
    """What a message asks of the line before, and the words that ask it."""

    asks: _Asks
    words: tuple[Token, ...]


def find_of_shown(question: Question, names_line: Callable[[Question], bool]) -> AskedOfShown | None:
    """What a message asks of the line that was shown before.

    Args:
        question: the message, read by itself.
        names_line: whether words that seem to name a line may name one.

    Returns:
        None where no phrase asks so, or where the message names a line of its own or asks something else.
    """
    if question.codes or question.amounts or question.scaled or question.claim:
        return None
    found = max(_list_phrases(question.tokens), key=lambda match: len(match.positions), default=None)
    if found is None:
        return None
    words = tuple(question.tokens[number] for number in found.positions)
    rest = _read([token for number, token in enumerate(question.tokens) if number not in found.positions])
    # `куда входит` asks something else by itself; in `кто больше всех получил` other words do.
    others_ask = _asks(question) and not _asks(_read(words))
    if others_ask or _asks(rest):
        return None
    asks = found.phrase.meaning
    if asks is Unheld.SHARED and len(found.positions) == 1 and question.asks_edition:
        return None  # `расскажи мне за 2014 год`: to whom it is told, and not whose share is asked
    return None if _names_other(asks, rest, names_line) else AskedOfShown(asks, words)


def _names_other(asks: _Asks, rest: Question, names_line: Callable[[Question], bool]) -> bool:
    """Whether the other words of a message name a line, or the whole budget: `кері қайтарылған ақша`."""
    asking = load_asking_words()
    of_all = any(asking.says(token.sound, Asks.WHOLE) for token in rest.tokens)
    if (asks in ALONE and rest.names_line) or (asks is OfShown.DECISION and of_all):
        return True
    # Of what is not in a budget something may be asked; nothing is left of it, and no decision changes it.
    if asks not in {OfShown.REST, OfShown.DECISION}:
        rest = replace(rest, frame=Frame(beyond_plan=Unheld.PERSON))
    return rest.names_line and names_line(rest)


def _read(tokens: Sequence[Token]) -> Question:
    return read_question(" ".join(token.folded for token in tokens))


def _asks(question: Question) -> bool:
    """Whether something is asked, besides what no plan holds."""
    frame = replace(question.frame, beyond_plan=None)
    return bool(question.exclusions) or not frame.asks_nothing_more


def ask_of_shown(asked: AskedOfShown, question: Question, previous: Question) -> Question:
    """The whole question that a message asks of the line before.

    Args:
        asked: what it asks.
        question: the message; an edition that it names is the one that is asked for.
        previous: the whole question before it.
    """
    before = with_edition(without_edition(previous), question) if question.asks_edition else previous
    if asked.asks is OfShown.REST:
        return _ask_for_rest(asked, before)
    if isinstance(asked.asks, Unheld):
        return replace(line_of(of_newest(before)), frame=Frame(beyond_plan=asked.asks))
    return _ask_otherwise(asked.asks, question, previous, before)


def _ask_otherwise(asks: OfShown, question: Question, previous: Question, before: Question) -> Question:
    """What was asked before in another language, at another time, or something else of its line."""
    if language := _LANGUAGES.get(asks):
        return replace(previous, language=language)
    told_already = asks is OfShown.EARLIER and previous.intent is Intent.CHANGE
    if not question.asks_edition and (asks is OfShown.FIRST or told_already):
        return _ask_of_original(previous)
    if asks in {OfShown.CHANGE, OfShown.EARLIER} and question.asks_edition:
        return replace(before, frame=Frame())  # `сколько было в апреле` asks for that amount
    whole = asks in {OfShown.ABOVE, OfShown.WITH}
    return replace(line_of(before) if whole else before, frame=_FRAMES[asks])


def line_of(question: Question) -> Question:
    """A question without what it takes out of its line: `образование` of `образование без школ`."""
    if not question.exclusions:
        return question
    whole = with_edition(question.exclusions[0].whole, question)
    return replace(whole, exclusions=(), said=question.said, before=question.before)


def _ask_of_original(previous: Question) -> Question:
    """What was asked before, in the budget of the same year as it was first adopted."""
    edition = with_year(Question("", Frame(), (), original=True), previous)
    return replace(with_edition(without_edition(previous), edition), frame=Frame())


def _ask_for_rest(asked: AskedOfShown, previous: Question) -> Question:
    """All but the line before, of its side; after a line less some of its parts these parts themselves."""
    if previous.exclusions:
        parts = tuple(with_edition(part, previous) for part in previous.exclusions[0].parts)
        if len(parts) == 1:
            return parts[0]
        tokens = tuple(token for part in parts for token in part.tokens)
        return replace(parts[0], tokens=tokens, parts=parts)
    bare = replace(previous, frame=Frame(), parts=(), relation=Relation.NAMED)
    whole = replace(bare, tokens=(), codes=(), amounts=(), scaled=None, path=None, named="")
    parts = tuple(with_edition(part, previous) for part in previous.parts) or (bare,)
    sign = tuple(word.sound for word in asked.words)
    tokens = tuple(replace(token, filler=True) for token in previous.tokens)
    cut = Exclusion(whole, parts, sign, of_all=True)
    return replace(whole, tokens=tokens, named=previous.named, exclusions=(cut,))


def _list_phrases(tokens: Sequence[Token]) -> list[FoundPhrase[_Asks]]:
    """The phrases in a message. `қаланың` names the whole budget, and is no slip of `қалғаны`."""
    asking = load_asking_words()
    return [
        found
        for found in load_of_shown().find(tokens)
        if found.phrase.meaning is not OfShown.REST
        or not any(asking.says(tokens[number].sound, Asks.WHOLE) for number in found.positions)
    ]


def read_of_shown_rows() -> tuple[ListRow, ...]:
    """The rows of both languages."""
    return tuple(
        row for language in Language for row in read_list(f"going_on.{language}.tsv", GOING_ON_COLUMNS)
    )


def read_of_shown(row: ListRow) -> _Asks:
    """What a row's phrase asks.

    Raises:
        WordListError: there is no such question.
    """
    try:
        return row.target("asks", OfShown)
    except WordListError:
        return row.target("asks", Unheld)


@cache
def load_of_shown() -> Phrases[_Asks]:
    """The phrases of both languages."""
    rows = read_of_shown_rows()
    between = [row["phrase"] for row in rows if row["asks"] == BETWEEN]
    return Phrases([(row, read_of_shown(row)) for row in rows if row["asks"] != BETWEEN], between)
