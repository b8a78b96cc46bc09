"""A message that names one line, and what it asks of it, step by step (`steps.py` says why in this order)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from parser.dataclass import replace
from parser.question.apart_endings import join_endings
from parser.question.around_month import spell_around_month
from parser.question.aside import read_aside
from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.bot_itself import read_about_bot
from parser.question.decision_papers import spell_papers
from parser.question.degrees import spell_comparatives
from parser.question.explaining import asks_who, cut_explaining
from parser.question.fillers import is_filler, strip_fillers
from parser.question.glossary import find_term
from parser.question.hyphened import spell_hyphened
from parser.question.intents import Intent, Unheld
from parser.question.introductions import only_introduces
from parser.question.latin_words import spell_latin
from parser.question.long_numbers import spell_long_numbers
from parser.question.named_decision import NO_ORDER
from parser.question.named_edition import latest, part_edition, spell_decisions, spell_unamended
from parser.question.named_span import cut_adopted
from parser.question.named_years import cut_relative, every_year, names_this_year, spell_years
from parser.question.numbered_things import cut_numbered
from parser.question.place_list import asks_for_places
from parser.question.question import Question, Token
from parser.question.reading_words import (
    complete_frame,
    hear_words,
    more_than_edition,
    says_now,
    without_rows_of_edition,
)
from parser.question.remarks import Remark, names_by_sign, read_remark, says_nothing
from parser.question.shortened_words import part_shortened
from parser.question.steps import cut_dates, cut_edition, cut_figures, cut_list
from parser.question.years_in_words import spell_years_in_words
from parser.question.years_of_two import spell_years_of_two
from parser.records import Language
from parser.text.folding import compose
from parser.text.language import detect_language

LONGEST_READ = 300  # characters of a message; more is no question about a budget line
_TAG = re.compile(r"</?[a-z][a-z0-9]{0,9}\s*/?>", re.IGNORECASE)  # <b>: a text copied with its marks
# Than who the bot is: what may be said around that question.
_TELLING_LESS = frozenset({None, Remark.ABOUT, Remark.GREETING, Remark.AGREEMENT, Remark.FAREWELL})


def read_plain_question(text: str) -> Question:
    """What a message asks that names one line: neither seasons, several lines, nor what is taken out of one.

    Args:
        text: the message, or the part of it that names one line.
    """
    shown = clean_question(text)
    one_of_many = cut_numbered(shown)
    if one_of_many is not None:
        of_all = read_plain_question(one_of_many.rest)
        unheld = of_all.frame.beyond_plan or one_of_many.asks
        return replace(of_all, text=shown, frame=replace(of_all.frame, beyond_plan=unheld))
    spelled = spell_editions(shown)
    rest, explains = cut_explaining(spelled)  # before all: `не`, `что` ask something else by themselves
    span = cut_adopted(rest)
    dates = cut_dates(span.rest)
    every = every_year().search(cut_relative(shown)[0]) is not None
    asked = cut_list(dates.rest, of_years=every or len(dates.years) > 1)
    every = every or (asked.order.of_years and not dates.years)  # расходы в среднем за год
    edition = cut_edition(asked.rest, dates.years)
    figures = cut_figures(edition.rest)
    tokens, heard = hear_words(
        figures, asked.order, edition=edition.is_named or dates.date is not None or bool(span.said)
    )
    if edition.is_named or span.said:
        heard = more_than_edition(tokens, heard)
    if heard.picks_rows and (edition.is_named or span.said):
        tokens = without_rows_of_edition(tokens)
    numbered = bool(figures.codes or figures.with_scale or asked.bounds)
    talk = None if numbered or span.said else _read_talk(shown or text, spelled, tokens)
    if talk is Remark.ABOUT and heard.intent is Intent.LARGEST:
        talk = None  # `кім көп` asks whose sum is largest, and not who the bot is
    if talk is Remark.ABOUT and heard.intent is Intent.CHANGE and edition.is_named:
        talk = None  # шілдеде не болды
    if not span.said and only_introduces(
        shown, lambda spoken: says_nothing(spoken) or is_filler(spoken, spoken)
    ):
        talk = Remark.GREETING
    if talk is not Remark.ITSELF and explains and not (numbered or tokens):
        talk = Remark.ABOUT  # `это что?`, of nothing
    # `сколько денег на 🚀`: of no line before, nor of the whole budget
    of_nothing = not (numbered or talk or explains or figures.amounts or any(map(_names, tokens)))
    if of_nothing and heard.asks_nothing_more and names_by_sign(shown):
        talk = Remark.WORDLESS
    asks = numbered or talk or explains or edition.is_named or span.said or dates.years or figures.amounts
    speaks = not asks and replace(heard, beyond_plan=None).asks_nothing_more
    of_amount = figures.has_figure and not (figures.codes and not figures.with_scale)
    if heard.beyond_plan is Unheld.PERSON and figures.codes and not any(map(_names, tokens)):
        explains = explains or detect_language(shown) or Language.RU  # `456 это кто` asks what the code is
        heard = replace(heard, beyond_plan=None)
    if explains and not numbered and asks_who(spelled) and _may_name_person(tokens):
        explains, heard = None, replace(heard, beyond_plan=heard.beyond_plan or Unheld.PERSON)
    # `самые большие расходы это что` asks which they are, and `что такое программа` what that is
    of_lines = heard.intent is Intent.LARGEST and _asks_for_large(tokens)
    # `439 489 мың, бұл не` asks of an amount, and `464 009 деген не` of a code
    explained = None if of_amount or of_lines else explains
    names = any(map(_names, tokens))
    frame = replace(
        complete_frame(heard, asked, figures, talk, names=names), explains=explained, every_year=every
    )
    named, named_edition = part_edition(span.plain or spelled, ordered=edition.in_order is not NO_ORDER)
    return Question(
        text=shown,
        frame=frame,
        tokens=tokens,
        talk=talk,
        aside=read_aside(tokens) if speaks else None,
        codes=figures.codes,
        amounts=figures.amounts,
        scaled=figures.scaled,
        exact_said=figures.exact_said,
        year=edition.year,
        year_is_said=edition.year_is_said,
        years=dates.years,
        year_shift=asked.year_shift,
        this_year=names_this_year(shown),
        decision=next(iter(edition.decisions), None),
        decisions=edition.decisions,
        decision_is_marked=edition.decision_is_marked,
        date=dates.date,
        month=next(iter(edition.months), None),
        months=edition.months,
        adopted=span.adopted,
        original=edition.original,
        latest=latest().search(shown) is not None or (edition.original and says_now(tokens)),
        in_order=edition.in_order,
        named=strip_fillers(cut_relative(named)[0]),
        named_edition=f"{span.said} {named_edition}".strip(),
    )


def _read_talk(said: str, spelled: str, tokens: Sequence[Token]) -> Remark | None:
    """What a message without a figure says that asks nothing of a budget.

    Args:
        said: the message; where it is only invisible signs, as it was sent.
        spelled: with its years and decisions each written in one way.
        tokens: its words.
    """
    spoken = [token.sound for token in tokens]
    talk = read_remark(said, spoken)
    if talk is None and asks_for_places(spoken):
        talk = Remark.PLACES
    return read_about_bot(spelled) or talk if talk in _TELLING_LESS else talk


def _may_name_person(tokens: Sequence[Token]) -> bool:
    """Whether words may be somebody's name: neither a term of budgets nor an office."""
    asking = load_asking_words()
    office = any(asking.says(token.sound, Asks.ADMINISTRATOR) for token in tokens)
    return any(map(_names, tokens)) and not office and not find_term(tokens)


def _names(token: Token) -> bool:
    return not (token.filler or token.sound.isdigit())


@lru_cache(maxsize=8)  # a message is spelled when it is read, and again for what it asks of several lines
def spell_editions(text: str) -> str:
    """A text with its years and the numbers of its decisions each written in one way.

    Args:
        text: as written.
    """
    spelled = spell_latin(spell_long_numbers(spell_hyphened(text)))
    spelled = spell_years_of_two(spell_years_in_words(spelled))
    return spell_comparatives(
        spell_around_month(spell_decisions(spell_papers(spell_years(spell_unamended(spelled)))))
    )


def _asks_for_large(tokens: Sequence[Token]) -> bool:
    asking = load_asking_words()
    return any(
        asking.says(token.sound, Asks.VERY, Asks.LARGEST, Asks.SMALLEST, Asks.LARGE) for token in tokens
    )


def clean_question(text: str) -> str:
    """The beginning of a message as it is read and shown: one form of each letter, no marks of a copied page.

    Args:
        text: as written.
    """
    text = _TAG.sub(" ", text[: 4 * LONGEST_READ])
    # `compose` drops the number sign, which tells a decision from a code: it is kept aside.
    shown = compose(text[: 4 * LONGEST_READ].replace("№", "\ue000"))[:LONGEST_READ].replace("\ue000", "№")
    return part_shortened(join_endings(shown))
