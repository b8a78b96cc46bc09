"""A message → what is asked: codes, an amount, a year, an edition, words.

Deterministic: the same message always reads the same. Nothing is looked up here; a number may be several
things at once (`206` a code and an amount, `12-3` a decision and a code) and all readings are given, for the
index to choose from.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from parser.question.apart_endings import join_endings
from parser.question.around_month import spell_around_month
from parser.question.aside import read_aside
from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.bot_itself import read_about_bot
from parser.question.bound_by import find_bound
from parser.question.checking import Checking, cut_checking
from parser.question.claim import read_claim
from parser.question.contrast import cut_denied, denies_all, denies_name
from parser.question.degrees import says_size, spell_comparatives
from parser.question.exclusion import Cut, find_exclusions
from parser.question.explaining import asks_who, cut_explaining
from parser.question.fillers import drop_endings, is_filler, strip_fillers
from parser.question.glossary import find_term
from parser.question.intents import Frame, Intent, Relation, Unheld, Unsaid
from parser.question.introductions import cut_introduction, only_introduces
from parser.question.latin_words import spell_latin
from parser.question.line_by_line import join_entries
from parser.question.long_numbers import spell_long_numbers
from parser.question.moved_money import find_moved, read_moved
from parser.question.named_decision import NO_ORDER
from parser.question.named_edition import latest, part_edition, spell_decisions, spell_unamended
from parser.question.named_seasons import list_seasons
from parser.question.named_span import cut_adopted
from parser.question.named_years import cut_relative, every_year, names_this_year, spell_years
from parser.question.numbered_things import cut_numbered
from parser.question.place_list import asks_for_places
from parser.question.question import Exclusion, Question, Token
from parser.question.ranked_after import read_ranked_after
from parser.question.ranked_in import read_ranked_in
from parser.question.reading_words import (
    complete_frame,
    hear_words,
    more_than_edition,
    says_now,
    without_rows_of_edition,
)
from parser.question.remarks import Remark, cut_greeting, names_by_sign, read_remark, says_nothing
from parser.question.several import of_editions, of_previous, read_parts, with_parts, without_relation
from parser.question.side_by_side import may_relate, part_lines
from parser.question.stated_share import names_share, states_share
from parser.question.steps import cut_dates, cut_edition, cut_figures, cut_list
from parser.question.story import cut_story
from parser.question.taken_out import ask_rest, leave_out, level_of_token, read_whole, takes_out
from parser.question.two_totals import may_name_two_totals, read_two_totals
from parser.question.unread import mark_unread
from parser.question.without_edition import read_without_edition
from parser.question.years_in_words import spell_years_in_words
from parser.question.years_of_two import spell_years_of_two
from parser.records import Language
from parser.text.folding import compose, sounds
from parser.text.language import detect_language
from parser.text.letters import with_ascii_digits

_MOST_PARTS = 12  # that a message is read in; more of them is a story
_MAX_LENGTH = 300  # characters that are read; more is no question about a budget line
_LONGEST = 20_000  # characters at a message's end that are looked at
_TAG = re.compile(r"</?[a-z][a-z0-9]{0,9}\s*/?>", re.IGNORECASE)  # <b>: a text copied with its marks
_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+|\n+")
# Than who the bot is: what may be said around that question.
_TELLING_LESS = frozenset({None, Remark.ABOUT, Remark.GREETING, Remark.AGREEMENT, Remark.FAREWELL})


@lru_cache(maxsize=8)  # on its way one message is read by itself, and several times as going on from others
def read_question(text: str) -> Question:
    """Reads a message of any length and any characters.

    Of a long one the last sentence is read that asks something: what stands before it tells a story.
    """
    said, checking = _cut_around(text)
    if checking is not None and (check := _read_check(checking)):
        return check
    if len(said) <= _MAX_LENGTH:
        question = _read_message(cut_denied(join_entries(said)))
        if stated := _read_stated_share(said, question):
            return stated
        share = question.intent is Intent.SHARE and not question.exclusions
        return replace(question, is_denied=denies_all(said) or (share and denies_name(question.tokens)))
    sentences = [sentence for sentence in _SENTENCE_END.split(said[-_LONGEST:]) if sentence.strip()]
    last = [_read_message(_cut_beginning(sentence)) for sentence in reversed(sentences[-_MOST_PARTS:])]
    asked = next((question for question in last if question.asks), last[0])
    return replace(asked, is_shortened=True)


def read_together(text: str) -> Question | None:
    """Reads a message of which something may be asked of several lines together; None of any other.

    That its words ask nothing of the kind is told before it is read: most messages behind another do not.
    """
    said, checking = _cut_around(text)
    plain = len(said) <= _MAX_LENGTH and checking is None
    return None if plain and not _may_relate(cut_denied(join_entries(said))) else read_question(text)


def _may_relate(text: str) -> bool:
    """Whether a message may ask anything of several lines together."""
    shown = _clean(text)
    spelled = _spell(shown)
    moved = next(find_moved(shown), None) is not None
    return moved or may_relate(spelled) or may_name_two_totals(sounds(drop_endings(spelled)))


def _cut_around(text: str) -> tuple[str, Checking | None]:
    """A message without what stands around it, a greeting or a story, and what is to be checked of it."""
    said = cut_introduction(cut_greeting(with_ascii_digits(text.strip())))
    checking = cut_checking(said)
    if checking is None and len(said) <= _MAX_LENGTH:  # what is claimed is no story
        said = cut_story(said, _asks_alone)
        checking = cut_checking(said)
    return said, checking


def _asks_alone(told: str, asked: str) -> bool:
    """Whether the end of a message names a line, and what is told before it no year and no decision."""
    question = _read(asked)
    return question.names_line and not question.names_only_numbers and not _read(told).asks_edition


def _read_check(checking: Checking) -> Question | None:
    """What is to be checked; None where it has no figure, and something else is asked: `проверка смет`.

    Behind a colon a text without a figure is read by itself: the word before it names no line.
    """
    claim = replace(read_claim(checking.claim, _read_message), asked_in=checking.language)
    if claim.statements:
        return Question(_clean(checking.claim), Frame(), (), claim=claim)
    if not any(map(str.isalnum, checking.claim)):
        return Question("", Frame(Intent.HELP), (), talk=Remark.CHECK, claim=claim)
    if not checking.is_marked:
        return None
    asked = _read_message(checking.claim)
    if asked.frame.bounds is not None:  # a claim asks for no list: `меньше половины школ закрыли`
        asked = replace(asked, frame=Frame(), parts=(), relation=Relation.NAMED)
    return replace(asked, claim=claim)


def _read_stated_share(said: str, question: Question) -> Question | None:
    """A share of a whole that is stated to be no such, or to be bounded: a claim, though none asks to check.

    `трансферты не занимают и 40 % доходов`, `мектептерге білімнің 60 пайызынан кем емес`. Of no line that is
    named a list is asked (`программы не меньше 10 % доходов`), and of the budget its share.
    """
    if question.talk or question.frame.own_share or not names_share(said):
        return None
    claim = read_claim(said, _read_message)
    if len(claim.statements) != 1 or claim.unread or not states_share(claim.statements[0], said):
        return None
    return Question(_clean(said), Frame(), (), claim=claim)


def _cut_beginning(sentence: str) -> str:
    """The end of a sentence that is too long, from the beginning of a word."""
    if len(sentence) <= _MAX_LENGTH:
        return sentence
    end = sentence[-_MAX_LENGTH:]
    return end.partition(" ")[2] or end


def _read_message(text: str) -> Question:
    question = _read(text)
    if moved := read_moved(question, _read):
        return moved
    if totals := read_two_totals(question):
        return of_editions(totals, compares=False)
    cuts = tuple(map(_read_cut, find_exclusions(question.text)))
    if without := read_without_edition(question, cuts, _read_message):
        return without
    exclusions = tuple(cut for cut in cuts if takes_out(cut))  # `что без изменений` takes nothing out
    beside = leave_out(question, exclusions)
    question = question if beside is None else replace(question, frame=_read(beside).frame)
    question = ask_rest(question, exclusions)
    spelled = _spell(question.text)
    listed = (
        _read_bounded(question)
        or read_ranked_in(question, spelled, _read)
        or read_ranked_after(question, spelled, _read)
    )
    if listed:
        return listed
    sides = part_lines(spelled, question.frame)
    if sides.compares and question.frame.beyond_plan is Unheld.PERSON and not says_size(question.text):
        # бюджет кем подписан
        sides = replace(sides, relation=Relation.NAMED, pieces=())
    of_years = question.frame.every_year or len(question.years) > 1  # садики 2013 и 2014 рядом
    if sides.relation is not Relation.NAMED or question.intent is Intent.CHANGE or of_years:
        question = without_relation(question)
    of_all = question.intent is Intent.CHANGE and question.names_nothing  # бюджет до и после уточнения
    several = 2 <= len(sides.pieces) <= _MOST_PARTS and not of_all
    parts = tuple(read_parts(spelled, sides, _read)) if several else ()
    whole = of_editions(with_parts(question, sides, parts), compares=sides.compares)
    if whole.intent is Intent.CHANGE and whole.frame.bounds is not None and not whole.exclusions:
        return replace(whole, lacks=Unsaid.BOUNDED_CHANGES, talk=None)
    return mark_unread(of_previous(whole))


def _read_bounded(question: Question) -> Question | None:
    """A message that asks which lines have more than one that it names, or less; None for any other."""
    # `2013 или 2014 на что больше школам` compares years.
    bounds = question.frame.bounds is None and len(question.years) < 2
    bound = find_bound(question.text) if bounds else None
    line = _read(bound.line) if bound else None
    if bound is None or line is None or not line.names_line or line.asks_edition:
        return None
    asked = _read(bound.rest)
    level = asked.frame.level or next(filter(None, map(level_of_token, asked.tokens)), None)
    frame = replace(
        asked.frame,
        level=level,
        intent=Intent.LARGEST,
        smallest=not bound.from_below,
        beyond_plan=None,
        side=None,
    )
    tokens = tuple(replace(token, filler=True) for token in asked.tokens)
    return replace(
        question, frame=frame, tokens=tokens, parts=(line,), relation=Relation.BOUNDED, exclusions=()
    )


def _read_cut(cut_text: Cut) -> Exclusion:
    """A message cut into a line and what is taken out of it, both read."""
    return Exclusion(
        read_whole(_read(cut_text.whole)),
        tuple(map(_read, cut_text.parts)),
        tuple(sounds(cut_text.sign)),
        cut_text.of_all,
        cut_text.is_doubtful,
    )


def _read(text: str) -> Question:
    """A message that names one line, and perhaps seasons: where changes or nothing else are asked of."""
    found = list_seasons(text)
    if found:
        asked = _read_plain(found[-1].rest)
        alone = asked.names_nothing and asked.frame.beyond_plan is None
        beside = len(found) > 1 and asked.intent is Intent.COMPARE  # школы осенью по сравнению с летом
        if asked.intent is Intent.CHANGE or alone or beside:
            said = " ".join(season.said for season in found)
            edition = f"{said} {asked.named_edition}".strip()
            months = tuple(season.months for season in found)
            since = len(found) == 1 and found[0].since  # по сравнению с летом
            in_order = replace(asked.in_order, after=True) if since else asked.in_order
            named = replace(asked, text=_clean(text), season=months[0], seasons=months, in_order=in_order)
            return replace(named, named_edition=edition)
    return _read_plain(text)


def _read_plain(text: str) -> Question:
    """A message that names one line, step by step; `steps.py` says why each stands where it stands."""
    shown = _clean(text)
    one_of_many = cut_numbered(shown)
    if one_of_many is not None:
        of_all = _read_plain(one_of_many.rest)
        unheld = of_all.frame.beyond_plan or one_of_many.asks
        return replace(of_all, text=shown, frame=replace(of_all.frame, beyond_plan=unheld))
    spelled = _spell(shown)
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
    explained = None if of_amount else explains  # `439 489 мың, бұл не`, and not `464 009 деген не`
    frame = replace(complete_frame(heard, asked, figures, talk), explains=explained, every_year=every)
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


def _spell(text: str) -> str:
    """A text with its years and the numbers of its decisions each written in one way."""
    spelled = spell_years_of_two(spell_years_in_words(spell_latin(spell_long_numbers(text))))
    return spell_comparatives(spell_around_month(spell_decisions(spell_years(spell_unamended(spelled)))))


def _clean(text: str) -> str:
    text = _TAG.sub(" ", text[: 4 * _MAX_LENGTH])
    # `compose` drops the number sign, which tells a decision from a code: it is kept aside.
    shown = compose(text[: 4 * _MAX_LENGTH].replace("№", "\ue000"))[:_MAX_LENGTH].replace("\ue000", "№")
    return join_endings(shown)
