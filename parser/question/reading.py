"""A message → what is asked: codes, an amount, a year, an edition, words.

Deterministic: the same message always reads the same. Nothing is looked up here; a number may be several
things at once (`206` a code and an amount, `12-3` a decision and a code) and all readings are given, for the
index to choose from.
"""

from __future__ import annotations

import re
from functools import lru_cache

from parser.dataclass import replace
from parser.question.aside import goes_with_agreement
from parser.question.bound_by import find_bound
from parser.question.called_on import cut_called
from parser.question.checking import Checking, cut_checking
from parser.question.contrast import cut_denied, denies_all, denies_name, denies_times, find_meant_line
from parser.question.courtesies import cut_courtesies
from parser.question.degrees import says_size
from parser.question.exclusion import Cut, find_exclusions
from parser.question.fillers import drop_endings
from parser.question.hearsay import cut_hearsay
from parser.question.intents import Frame, Intent, Relation, Unheld, Unsaid
from parser.question.introductions import cut_introduction
from parser.question.latin_words import spell_latin
from parser.question.line_by_line import join_entries
from parser.question.moved_amounts import drop_repeated_amounts
from parser.question.moved_money import find_moved, read_moved
from parser.question.named_seasons import list_seasons
from parser.question.plain_question import LONGEST_READ, clean_question, read_plain_question, spell_editions
from parser.question.question import Claim, Exclusion, Question
from parser.question.ranked_after import read_ranked_after
from parser.question.ranked_in import read_ranked_in
from parser.question.relation import may_relate
from parser.question.remarks import Remark, cut_agreement, cut_greeting
from parser.question.several import of_editions, of_previous, read_parts, with_parts, without_relation
from parser.question.side_by_side import part_lines
from parser.question.stated_share import names_share, states_share
from parser.question.story import cut_story
from parser.question.taken_out import ask_rest, beside_rest, leave_out, level_of_token, read_whole, takes_out
from parser.question.two_totals import may_name_two_totals, read_two_totals
from parser.question.typed import as_meant
from parser.question.unnaming import denies_taxes_spent
from parser.question.unread import mark_unread
from parser.question.without_edition import read_without_edition
from parser.text.folding import sounds

_MOST_PARTS = 12  # that a message is read in; more of them is a story
_LONGEST = 20_000  # characters at a message's end that are looked at
_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+|\n+")


@lru_cache(maxsize=8)  # on its way one message is read by itself, and several times as going on from others
def read_question(text: str) -> Question:
    """Reads a message of any length and any characters.

    Of a long one the last sentence is read that asks something: what stands before it tells a story.
    """
    said, checking = _cut_around(text)
    if checking is not None and (check := _read_check(checking)):
        return check
    if len(said) <= LONGEST_READ:
        question = _read_message(_cut_denied_line(cut_denied(join_entries(said))))
        if stated := _read_stated_share(said, question):
            return stated
        share = question.intent is Intent.SHARE and not question.exclusions
        denied = denies_all(said) or denies_times(said) or (share and denies_name(question.tokens))
        denied = denied or denies_taxes_spent([token.sound for token in question.tokens])
        return replace(question, is_denied=denied, aside=_find_aside(text, question))
    sentences = [sentence for sentence in _SENTENCE_END.split(said[-_LONGEST:]) if sentence.strip()]
    last = [_read_message(_cut_beginning(sentence)) for sentence in reversed(sentences[-_MOST_PARTS:])]
    asked = next((question for question in last if question.asks), last[0])
    return replace(asked, is_shortened=True)


def read_together(text: str) -> Question | None:
    """Reads a message of which something may be asked of several lines together; None of any other.

    That its words ask nothing of the kind is told before it is read: most messages behind another do not.
    """
    said, checking = _cut_around(text)
    plain = len(said) <= LONGEST_READ and checking is None
    return None if plain and not _may_relate(cut_denied(join_entries(said))) else read_question(text)


def _may_relate(text: str) -> bool:
    """Whether a message may ask anything of several lines together."""
    shown = clean_question(text)
    spelled = spell_editions(shown)
    moved = next(find_moved(shown), None) is not None
    return moved or may_relate(spelled) or may_name_two_totals(sounds(drop_endings(spelled)))


def _cut_denied_line(text: str) -> str:
    """What is meant of a message that denies a line with its time; all of it where another time is meant."""
    meant = find_meant_line(text)
    asked = _read(meant) if meant else None
    return meant if meant and asked and asked.names_line and not asked.asks_edition else text


def _cut_around(text: str) -> tuple[str, Checking | None]:
    """A message without what stands around it, a greeting or a story, and what is to be checked of it."""
    said = cut_introduction(cut_called(cut_greeting(cut_agreement(cut_courtesies(as_meant(text.strip()))))))
    said = cut_hearsay(said, _asks_alone) if len(said) <= LONGEST_READ else said
    checking = cut_checking(said)
    if checking is None and len(said) <= LONGEST_READ:  # what is claimed is no story
        said = cut_story(said, _asks_alone, _asks_nothing)
        checking = cut_checking(said)
    return said, checking


def _asks_alone(told: str, asked: str) -> bool:
    """Whether the end of a message names a line, and what is told before it no year and no decision."""
    question = _read(asked)
    return question.names_line and not question.names_only_numbers and not _read(told).asks_edition


def _asks_nothing(told: str) -> bool:
    """Whether what is told beside a question asks nothing by itself: `қашан салынады` asks when.

    Nor does it take anything out, `мне без школ`, or name a code.
    """
    question = read_question(told)
    return question.frame.asks_nothing_more and not (question.exclusions or question.codes)


def _find_aside(text: str, question: Question) -> Remark | None:
    """What a message says to the bot should it name no line, also behind a word of agreement that was cut."""
    agreed = cut_agreement(text) != text
    asks = question.talk or question.codes or question.amounts or question.scaled or question.asks_edition
    if question.aside or not agreed or asks or not question.frame.asks_nothing_more:
        return question.aside
    return Remark.AGREEMENT if goes_with_agreement(question.tokens) else None


def _read_check(checking: Checking) -> Question | None:
    """What is to be checked; None where it has no figure, and something else is asked: `проверка смет`.

    Behind a colon a text without a figure is read by itself: the word before it names no line.
    """
    claim = replace(_read_claim(checking.claim), asked_in=checking.language)
    if claim.statements:
        return Question(clean_question(checking.claim), Frame(), (), claim=claim)
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
    claim = _read_claim(said)
    if len(claim.statements) != 1 or claim.unread or not states_share(claim.statements[0], said):
        return None
    return Question(clean_question(said), Frame(), (), claim=claim)


def _read_claim(said: str) -> Claim:
    from parser.question.claim import read_claim  # noqa: PLC0415 - with 20 files that few messages need

    return read_claim(said, _read_message)


def _cut_beginning(sentence: str) -> str:
    """The end of a sentence that is too long, from the beginning of a word."""
    if len(sentence) <= LONGEST_READ:
        return sentence
    end = sentence[-LONGEST_READ:]
    return end.partition(" ")[2] or end


def _read_message(text: str) -> Question:
    question = _read(text)
    if moved := read_moved(question, _read):
        return moved
    if totals := read_two_totals(question):
        return of_editions(totals, compares=False)
    cuts = tuple(map(_read_cut, find_exclusions(spell_latin(question.text))))
    if without := read_without_edition(question, cuts, _read_message):
        return without
    exclusions = tuple(cut for cut in cuts if takes_out(cut))  # `что без изменений` takes nothing out
    beside = leave_out(question, exclusions)
    question = question if beside is None else replace(question, frame=_read(beside).frame)
    question = ask_rest(question, exclusions)
    spelled = spell_editions(question.text)
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
    whole = of_editions(beside_rest(with_parts(question, sides, parts)), compares=sides.compares)
    whole = drop_repeated_amounts(whole)
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
        asked = read_plain_question(found[-1].rest)
        alone = asked.names_nothing and asked.frame.beyond_plan is None
        beside = len(found) > 1 and asked.intent is Intent.COMPARE  # школы осенью по сравнению с летом
        if asked.intent is Intent.CHANGE or alone or beside:
            said = " ".join(season.said for season in found)
            edition = f"{said} {asked.named_edition}".strip()
            months = tuple(season.months for season in found)
            since = len(found) == 1 and found[0].since  # по сравнению с летом
            in_order = replace(asked.in_order, after=True) if since else asked.in_order
            shown = clean_question(text)
            named = replace(asked, text=shown, season=months[0], seasons=months, in_order=in_order)
            return replace(named, named_edition=edition)
    return read_plain_question(text)
