"""A message that goes on from the one before it: `ал 2014 жылы?`, `и спорт?`, `на сколько выросло?`."""

from __future__ import annotations

from dataclasses import replace

from parser.question.about_it import about_it, of_line_inside
from parser.question.about_one import about_one
from parser.question.asked_again import ask_again
from parser.question.beside_before import beside_line, compares_editions, unpointed
from parser.question.carried_over import (
    as_comparison,
    in_year_beside,
    is_of_branch,
    is_still_asked,
    now_asked,
    of_same_changes,
    taken_out_of,
    with_edition,
    with_edition_of_all,
    with_unheld,
    without_edition,
    without_rows,
)
from parser.question.changed_before import (
    add_to_told,
    as_share_of_all,
    asks_why,
    changed_together,
    repeat_comparison,
    since_edition,
)
from parser.question.choice import choose_among, is_named_code, read_choice, tells_which_time
from parser.question.compared_on import beside_first, how_many_times
from parser.question.contrast import cut_denied
from parser.question.courtesies import cut_courtesies
from parser.question.decision_list import is_of_decision
from parser.question.glossary import find_term
from parser.question.going_on import (
    against_edition,
    ask_of_all_offices,
    bound_otherwise,
    find_unsaid,
    reverse,
    with_what_only_goes_on,
    without_share_base,
)
from parser.question.headless import complete_name
from parser.question.in_another_place import in_another_place
from parser.question.in_list import choose_in_list
from parser.question.intents import Frame, Intent, Relation, Unsaid
from parser.question.joining_words import find_join
from parser.question.lineless import find_lineless, is_told_alone
from parser.question.lines_together import (
    add_up_all,
    all_together,
    largest_of_named,
    more_than_shown,
    of_several_years,
)
from parser.question.named_years import spell_relative
from parser.question.of_budget import is_complete, names_budget, picks_inside
from parser.question.of_line_before import answer_of_shown, ask_line_before
from parser.question.of_ranking import first_and_chosen, of_ranking
from parser.question.of_shown import ALONE, OfShown, find_of_shown
from parser.question.pointed_decision import of_pointed_decision
from parser.question.question import Question
from parser.question.ranked_after import read_at_place
from parser.question.reading import read_question
from parser.question.refused import refuse_lines
from parser.question.remarks import Remark, cut_agreement
from parser.question.same_way import in_same_way
from parser.question.shown_before import NO_WORDS, KnownWords, ShownBefore
from parser.question.small_words import SmallWord, is_small
from parser.question.together_before import compare_shown, set_together_before, share_together
from parser.question.two_editions import of_two_editions
from parser.question.two_totals import is_of_two_totals
from parser.question.typed import as_meant
from parser.question.without_it import without_it
from parser.question.without_offered import sum_offered, without_offered
from parser.text.folding import sounds

# What is asked of the next line too: `как изменилось образование`, `а спорт?`.
_CARRIED_ON = frozenset({Intent.CHANGE, Intent.SHARE, Intent.LARGEST, Intent.LIST})

# Said to the bot, whatever was asked before: `спасибо огромное` asks for no largest line.
_OF_NO_LINE = frozenset(
    {
        *(Remark.SWEARING, Remark.THANKS, Remark.ITSELF, Remark.GREETING, Remark.FAREWELL),
        Remark.WORDLESS,  # `сколько денег на 🚀`
    }
)


def read_first(text: str) -> Question:
    """What a message asks that goes on from none, and what it lacks where it would have to."""
    question = ask_of_all_offices(read_question(text))
    if question.claim or is_of_two_totals(question):  # а расходы превышают доходы?
        return question
    if at_place := read_at_place(question):
        return at_place
    shown_before = find_of_shown(question, lambda _: True)
    if shown_before is not None and shown_before.asks is OfShown.AGAIN:  # повтори
        return replace(question, lacks=Unsaid.CONTEXT, talk=None)
    text = cut_denied(cut_agreement(cut_courtesies(as_meant(text))))
    undated = spell_relative(text, None)
    start, end = find_join(undated)
    rest = undated[start:end]
    joined = undated != text or rest != undated
    asks = any(letter.isalnum() for letter in rest)
    lack = find_unsaid(read_question(rest), joined=joined) if asks else Unsaid.CONTEXT if joined else None
    return replace(question, lacks=lack, talk=None) if lack else question


def read_follow_up(text: str, shown: ShownBefore, known: KnownWords = NO_WORDS) -> Question:
    """The whole question that a message asks after another one.

    Args:
        text: the message.
        shown: what the answer before it showed.
        known: what the loaded budgets know of its words.

    Returns:
        The message's own question where it stands alone; else what it names with the edition asked for
        before (`и спорт?`), or what was named before with the edition, the place or the frame that it asks
        for (`ал 2014 жылы?`, `а в Астане?`, `на сколько выросло?`), or the line that it chooses (`второе`).
        Questions are joined as values, not as texts.
    """
    text, shown = cut_agreement(cut_courtesies(as_meant(text))), _of_changes_told(of_line_inside(shown))
    meant = cut_denied(text)
    own = read_question(meant)
    if (pointed := of_pointed_decision(own, shown)) is not None:
        return pointed
    asked_of_shown = find_of_shown(own, known.names_line)
    of_shown = asked_of_shown is not None  # ең біріншісі; откуда информация?
    if asked_of_shown is not None and (again := ask_again(asked_of_shown, own, shown)) is not None:
        return again
    told_to_bot = own.talk in _OF_NO_LINE and not (own.talk is Remark.ITSELF and of_shown)
    of_no_line = told_to_bot or find_lineless(own, known.find_places(own)) is not None
    of_no_line = of_no_line or is_told_alone(own) or is_of_decision(own)
    if own.lacks is Unsaid.WITHOUT_EDITION or of_no_line or (own.frame.explains and find_term(own.tokens)):
        return own  # `что такое секвестр` asks of the word, whatever was cut before; `сколько жителей`
    if (chosen := _choose(own, shown, known)) is not None:
        return chosen
    digits = own.text.strip("?!. ").isdigit() or is_named_code(own)
    chooses = (read_choice(own) or 0) > 0 or (tells_which_time(own) and not own.asks_edition)
    if chooses and not (digits or of_shown):
        return replace(own, lacks=Unsaid.CONTEXT, talk=None)  # `четвёртое` of three
    if (about := about_one(meant, own, shown)) is not None:  # второй почему вырос?
        shown, meant = about.shown, about.text
    whole = _join(meant, shown, known, joined=meant != text)
    return whole if whole.text == own.text else replace(whole, said=own.tokens)


def _choose(own: Question, shown: ShownBefore, known: KnownWords) -> Question | None:
    """What a message chooses of what was shown, or takes out of it, by numbers or by names."""
    previous = shown.question
    if (rest := without_offered(own, shown)) is not None:
        return rest
    if (ranked := of_ranking(own, shown, known) or first_and_chosen(own, shown, known)) is not None:
        return ranked
    if (chosen := choose_in_list(own, shown)) is not None:
        return chosen
    return choose_among(own, previous) or refuse_lines(own, shown, known) or sum_offered(own, shown)


def _join(text: str, shown: ShownBefore, known: KnownWords, *, joined: bool) -> Question:
    previous, year = shown.question, shown.year
    start, end = find_join(text)
    said = spell_relative(text, year)
    joined = joined or start > 0 or end < len(text)
    if full := complete_name(text[start:end], shown, known, joined=joined):
        return _with_line(read_question(full), previous, joined=True)
    alone = read_question(said[start : len(said) - (len(text) - end)])
    # `садики в прошлом году` is complete: that year is the calendar's.
    if alone.names_line and not joined and not _names_year(previous):
        alone = read_question(text)
    if joined and previous.frame.explains and alone.frame.asks_nothing_more and find_term(alone.tokens):
        return replace(alone, frame=previous.frame)  # что такое дефицит, а субвенция?
    corrects = _corrects(text[:start])
    against = against_edition(alone, previous)  # меньше, чем в решении 12-3
    if not shown.of_changes and (since := since_edition(text[start:end], previous)) is not None:
        return since
    alone = as_share_of_all(asks_why(as_comparison(alone)))
    whole = of_same_changes(alone, previous) if shown.of_changes and alone.intent is Intent.CHANGE else alone
    complete = not joined and is_of_two_totals(alone)
    together = (
        in_same_way(text[start:end], alone, previous)
        or about_it(alone, shown, known)
        or changed_together(alone, previous, known.find_places)
        or add_to_told(alone, previous, known.find_places)
        or (whole if complete or is_complete(alone, known.find_places, joined=joined) else None)
        or (with_edition_of_all(alone, previous) if is_of_two_totals(alone) else None)
        or of_two_editions(alone, previous)
        or (reverse(alone, previous) if previous.intent is Intent.LARGEST and not previous.parts else None)
        or largest_of_named(alone, previous, known.find_places)
        or how_many_times(alone, previous, known.find_places)
        or share_together(alone, previous, known)
        or add_up_all(alone, previous, known.find_places)
        or set_together_before(text[start:end], previous, known)
        or compare_shown(alone, previous, known)
        or more_than_shown(alone, previous, known.find_places)
        or against
    )
    if together is not None:
        return together
    asked = find_of_shown(alone, known.names_line)
    if asked is not None:
        return answer_of_shown(asked, alone, shown)
    alone = without_rows(alone) if shown.of_changes else alone
    joined = joined or (shown.of_changes and is_of_branch(alone))
    whole = _go_on(alone, said, shown, known, joined=joined)
    instead = corrects and whole.names_line and not whole.parts and alone.names_line
    return replace(whole, corrects=True, before=previous.before) if instead else whole


def _corrects(ahead: str) -> bool:
    """Whether the words that join a message say that its line is meant instead of the one before: `нет,`."""
    return any(is_small(SmallWord.CORRECTS, spoken) for spoken in sounds(ahead))


def _go_on(alone: Question, said: str, shown: ShownBefore, known: KnownWords, *, joined: bool) -> Question:
    """What a message asks that is neither complete nor of the lines before it together.

    Args:
        alone: the message without the words that join it, read by itself.
        said: the whole of it, its year named by its number.
        shown: what the answer before it showed.
        known: what the loaded budgets know of its words.
        joined: whether a word joins it to the message before.
    """
    previous, year = shown.question, shown.year
    going_on = with_what_only_goes_on(_without_pointer(alone))
    if not alone.asks_edition:  # `прошлое решение` says of what
        going_on = in_year_beside(going_on, previous, year)
    question = without_share_base(going_on)

    def of_budget() -> bool:
        return not shown.of_changes and names_budget(previous, known.find_places)

    elsewhere = without_it(said, previous)
    if elsewhere is None and (rest := taken_out_of(previous, question)) is not None:
        elsewhere = None if of_budget() else rest
    elsewhere = elsewhere or in_another_place(question, previous, known)
    elsewhere = elsewhere or repeat_comparison(question, previous)
    if elsewhere is None and (compared := of_several_years(question, previous)) is not None:
        elsewhere = compared if of_budget() else None
    if elsewhere is not None or not question.text:
        return elsewhere or read_question(said)
    # `а 12-3?` goes on to a decision, whose number may be a code elsewhere.
    own = without_edition(question) if joined else question
    inside = own.names_line or question.exclusions or picks_inside(question.frame)
    if inside and not question.asks_edition and of_budget():
        lacked = not joined and len(previous.years) == 1 and previous.years[0] != year
        return with_edition_of_all(question, previous.of_year(year) if lacked else previous)
    if own.names_line and (question.frame.asks_nothing_more or known.names_line(own)):
        return _with_line(question, previous, joined=joined)
    together = (
        now_asked(question, previous)
        or reverse(question, previous)
        or bound_otherwise(question, previous)
        or of_several_years(question, previous)
        or all_together(question, previous, known.find_places)
    )
    if together is not None:
        return together
    asked = ask_line_before(question, shown, joined=joined)
    unheld = find_lineless(previous, known.find_places(previous))  # сколько жителей, на сколько выросло?
    return asked if unheld is None or asked is question else with_unheld(asked, unheld)


def _names_year(question: Question) -> bool:
    """Whether it names a year by its number, by which the next message may count: `школы 2014`."""
    return bool(question.years) and not (question.year_shift or question.this_year)


def _without_pointer(question: Question) -> Question:
    """A message whose words ask of a share only without the one that points: `какая это часть расходов`."""
    if not question.frame.asks_nothing_more:
        return question
    bare = read_question(unpointed(question.text))
    return bare if bare.intent is Intent.SHARE else question


def goes_on(text: str, known: KnownWords = NO_WORDS) -> bool:
    """Whether what a message asks depends on the one before it: `ал 2014 жылы?`, `и спорт?`."""
    asked = find_of_shown(read_question(cut_denied(cut_courtesies(as_meant(text)))), known.names_line)
    if asked is not None and asked.asks in ALONE:
        return True
    # After two questions that have nothing in common it asks two things.
    before = (
        ShownBefore(read_question(f"{code} {year}"), year) for code, year in (("464", 2013), ("457", 2014))
    )
    first, second = (read_follow_up(text, shown, known) for shown in before)
    return first != second


def _with_line(question: Question, previous: Question, *, joined: bool) -> Question:
    """The line that a message names, in the frame and the edition that were asked for before."""
    compares = question.intent is Intent.COMPARE or question.relation is Relation.COMPARED
    if compares and not question.parts and not compares_editions(question):
        return beside_line(question, previous)
    if (against := beside_first(question, previous)) is not None:
        return against
    if not joined:
        return question
    question = replace(question, before=replace(previous, before=None))
    over_years = previous.frame.every_year and not previous.parts
    carried = (previous.intent in _CARRIED_ON or over_years) and is_still_asked(question, previous)
    if question.frame.asks_nothing_more and carried:
        question = replace(question, frame=previous.frame)
    return question if question.asks_edition else with_edition(question, previous)


def _of_changes_told(shown: ShownBefore) -> ShownBefore:
    """What was shown, as asked for by a message that only names a decision: what that changed."""
    asked = shown.question
    only_named = shown.of_changes and asked.names_nothing and asked.frame.asks_nothing_more
    return replace(shown, question=replace(asked, frame=Frame(Intent.CHANGE))) if only_named else shown
