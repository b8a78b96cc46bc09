"""The words of a message that no other step has cut: which name a line, and what the others ask of it."""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import pairwise

from parser.dataclass import replace
from parser.question.amount_seen import find_amount_seen
from parser.question.asking import read_frame
from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.beyond_plan import find_beyond_plan
from parser.question.fillers import drop_endings, find_speaker, is_filler
from parser.question.held import ask_held
from parser.question.intents import Frame, Intent, Unheld
from parser.question.named_edition import latest, original, stands_around
from parser.question.ordering import Order
from parser.question.question import Token
from parser.question.remarks import Remark
from parser.question.small_words import points_to_spot
from parser.question.steps import AskedList, Figures
from parser.question.taken_out import mark_asking
from parser.question.where_from import ask_of_figure, ask_where_from
from parser.text.folding import sound, words


def hear_words(figures: Figures, order: Order, *, edition: bool) -> tuple[tuple[Token, ...], Frame]:
    """The fifth step, on the words that no other has cut: those that are left name a line or ask.

    After the amounts, for beside one a word for any line or for money names none: `программа 250 млн`.
    """
    tokens = _mark_empty(figures.words, edition=edition)
    seen = find_amount_seen(tokens) if figures.has_figure else frozenset[int]()
    tokens, frame = _hear(tokens, seen, order)
    if figures.has_figure:  # `211 711 тыс. тенге, откуда эта цифра`
        frame = ask_of_figure(tokens, frame)
    else:
        tokens, frame = ask_where_from(tokens, frame)
    if figures.with_scale:
        tokens = mark_asking(tokens, Asks.PROGRAM, Asks.LINE, Asks.GENERIC, Asks.MONEY)
    asked = mark_asking(tokens, Asks.WHY) if figures.codes else tokens
    if asked != tokens and all(token.filler or token.sound.isdigit() for token in asked):
        return asked, replace(frame, intent=Intent.CHANGE)  # `история 458`
    return tokens, frame


def complete_frame(
    frame: Frame, asked: AskedList, figures: Figures, talk: Remark | None, *, names: bool
) -> Frame:
    """The last step: what the words ask, with what was cut before they were read.

    The numbers and the talk must be known: `8 млрд қайда` asks for the line of that amount. How many things
    come for an amount (`сколько квартир построят на 2 млрд`) no plan tells, and they are named.
    """
    numbered = figures.codes or figures.amounts or figures.scaled
    # How many lines there are within bounds is told with them: `1 млрд-тан асқан бағдарламалар нешеу`.
    counted = asked.bounds is not None and frame.level is not None and frame.beyond_plan is Unheld.COUNT
    counted = counted or (asked.bounds is not None and asked.bounds.high == 0)  # где ноль тенге
    asks_source = frame.beyond_plan in {Unheld.PLACE, Unheld.COUNT} and figures.has_figure
    things = names and frame.beyond_plan is Unheld.COUNT and asked.bounds is None
    of_amount = (figures.with_scale or asks_source) and not things
    if asked.own_share and frame.intent is Intent.AMOUNT:
        frame = replace(frame, intent=Intent.SHARE, own_share=True)
    of_line = asked.order.of_years and frame.intent is Intent.LIST  # `какие средние расходы за три года`
    intent = Intent.AMOUNT if of_line else frame.intent
    return replace(
        frame,
        intent=Intent.HELP if talk and intent is Intent.AMOUNT else intent,
        count=asked.count,
        side=None if numbered else frame.side,  # `12,5 млрд қайда кетті` is of an amount
        beyond_plan=None if talk or of_amount or counted else frame.beyond_plan,
        bounds=asked.bounds,
        average=asked.order.average,
        average_year=asked.order.of_years,
    )


def more_than_edition(tokens: Sequence[Token], frame: Frame) -> Frame:
    """What is asked where an edition is named, and perhaps that a line has more now: `больше, чем в апреле`.

    That asks how the line has changed, and for no largest lines of that edition. No line stands behind it.
    """
    asking = load_asking_words()
    compares = any(
        asking.says(size.sound, Asks.MORE, Asks.LESS)
        and asking.says(than.sound, Asks.AGAINST)
        and not all(token.filler for token in tokens[: number - 2])
        and all(token.filler for token in tokens[number:])
        for number, (size, than) in enumerate(pairwise(tokens), start=2)
    )
    return Frame(Intent.CHANGE) if compares else frame


def says_now(tokens: Sequence[Token]) -> bool:
    """Whether a word says that what is now is meant too: `изначально и сколько стало`. `болды` is either."""
    asking = load_asking_words()
    now = (token for token in tokens if asking.says(token.sound, Asks.NOW))
    return any(not asking.says(token.sound, Asks.WAS) for token in now)


def without_rows_of_edition(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Words of a message that asks which lines are new in an edition: `15-3 жаңа жолдар` are no roads."""
    rows = mark_asking(tokens, Asks.ROW)
    return rows if all(token.filler for token in rows) else tokens


def _mark_empty(text: str, *, edition: bool) -> tuple[Token, ...]:
    """The words of a text, those marked that are empty; where an edition is named, its words too."""
    tokens: list[Token] = []
    version = _list_version(text, edition=edition)
    for word in words(drop_endings(text)):
        spoken = sound(word)
        if spoken:
            around = word in version or (edition and stands_around(word, spoken))
            there = bool(tokens) and points_to_spot(tokens[-1].sound, spoken)
            tokens.append(Token(word, spoken, is_filler(word, spoken) or around or there))
    return tuple(tokens)


def _list_version(text: str, *, edition: bool) -> frozenset[str]:
    """The words that name one version of the budget: `первая версия`, `последняя версия`."""
    asking = load_asking_words()
    if edition:
        said = (match.group() for match in original().finditer(text))
        return frozenset(word for each in said if " " in each for word in words(each))
    found = set[str]()
    for first, second in pairwise(words(text)):
        version = asking.writes(second, Asks.VERSION) and not asking.says(sound(second), Asks.WHOLE)
        if version and latest().fullmatch(first):
            found |= {first, second}
    return frozenset(found)


def _hear(tokens: Sequence[Token], seen: Set[int], order: Order) -> tuple[tuple[Token, ...], Frame]:
    """The words with those marked that ask, and what they ask.

    Args:
        tokens: the words, the empty ones marked.
        seen: the numbers of those that say where an amount was seen: they are not heard.
        order: what the message asked for already.
    """
    kept = [number for number in range(len(tokens)) if number not in seen]
    heard = [tokens[number] for number in kept]
    fillers = {number for number, token in enumerate(heard) if token.filler}
    fillers |= find_speaker([token.folded for token in heard])
    beyond = find_beyond_plan(heard)
    fillers = (fillers | beyond.marks) - beyond.owed
    spoken = [token.sound for token in heard]
    frame, marks = read_frame(spoken, fillers, order)
    if beyond.asked is Unheld.OFFICE and frame.intent is Intent.CHANGE:
        # `ведении` sounds like `введены`
        others = ["" if number in beyond.marks else word for number, word in enumerate(spoken)]
        frame, marks = read_frame(others, fillers, order)
    written = {token.sound: token.folded for token in heard}
    frame = replace(frame, unread=tuple(written[spoken] for spoken in frame.unread))
    named = {kept[number] for number in range(len(heard)) if number not in fillers and number not in marks}
    marked = tuple(
        Token(token.folded, token.sound, number not in named) for number, token in enumerate(tokens)
    )
    if beyond.asked is Unheld.OFFICE:
        marked = mark_asking(marked, Asks.PROGRAM, Asks.LINE)  # кто управляет программой освещение
    return marked, ask_held(frame, beyond.asked, marked)
