"""The lines that a question may be about, in one edition and, for lines it lacks, the others of its year.

Pure: the names are ranked and the lines read before; `wanted.py` says which.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parser.budget_code import BY_SIDE, codes_of, level_of, pad, parents
from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.intents import Intent
from parser.question.question import Question
from storage.answering.amount_lines import (
    add_with_amount,
    amount_of,
    find_lacking_amount,
    find_with_amount,
    is_of_amount,
    keep_side,
)
from storage.answering.asked_numbers import list_code_digits, measure_distance
from storage.answering.decision_numbers import names_none
from storage.answering.edition import AskedEdition
from storage.answering.inquiry import Found, FoundCut, FoundLine, Inquiry, Sought, SoughtCut
from storage.answering.located import keep_branch, lacks_line, locate_lines
from storage.answering.missing import Missing, MissingKind
from storage.answering.wanted import TOTALS
from storage.reading.outlines import Outlines
from storage.search.candidate import Candidate, Ranked
from storage.search.index import Index
from storage.search.unled import find_unled
from storage.search.weights import CertaintyWeights


def find(index: Index, inquiry: Inquiry, outlines: Outlines) -> Found:
    """Looks a question up in a place.

    Args:
        index: the names.
        inquiry: the question and the place.
        outlines: with the lines that are wanted.

    Returns:
        The lines of the edition asked for, else of the main year's.
    """
    asked, lines = inquiry.asked, _find(index, inquiry.asked, inquiry.plain, outlines)
    main = None if lines else asked.of_main_year()
    found_in_main = _find(index, main, inquiry.plain, outlines) if main else []
    if main and found_in_main:
        asked, lines = main, found_in_main
    lacking = _find_lacking(index, inquiry.plain.question, lines, inquiry.asked) or _lack_line(lines, asked)
    if lacking is not None:
        asked = replace(asked, missing=asked.missing or lacking)
    coded = not lines and _names_code(index, inquiry.plain.question)
    lacks = lacks_line(inquiry.plain.ranked, lines, index.weights.certainty) or coded
    thing = None if lacks or inquiry.asked.missing else find_unled(index, inquiry.plain.question.tokens)
    branch = keep_branch(lines, thing, index.weights.answer.whole)
    nearest = () if lines else _find_nearest(index, inquiry.asked, inquiry.plain, outlines)
    if branch is not None:
        # It is no part of the branch that such a line would be in.
        lines, nearest, lacks = [replace(line, part=None) for line in branch], (), True
    return Found(
        asked,
        inquiry.question,
        lines,
        tuple(_find_part(index, asked, part, outlines) for part in inquiry.parts),
        tuple((reading, _find(index, asked, sought, outlines)) for reading, sought in inquiry.otherwise),
        nearest,
        tuple(_find_cut(index, asked, cut, outlines) for cut in inquiry.cuts),
        tuple(tuple(_find(index, asked, each, outlines) for each in fuller) for fuller in inquiry.fuller),
        asked if lacks else None,
        lacks_branch=branch is not None and thing is not None and not thing.has_branch,
        ranked=inquiry.plain.ranked,
    )


def _lack_line(lines: Sequence[FoundLine], asked: AskedEdition) -> Missing | None:
    """That the decision asked for has no such line, but another one of the year: `газ в решении 146`."""
    best = next(iter(lines), None)
    if best is None or asked.decision is None or best.asked.edition.key == asked.edition.key:
        return None
    return Missing(MissingKind.EDITION_LINE, asked.edition.decision.number)


def _find_part(index: Index, asked: AskedEdition, part: Sought, outlines: Outlines) -> list[FoundLine]:
    """The candidates of one thing of several; none of a known thing that no loaded budget has."""
    lines = _find(index, asked, part, outlines)
    thing = find_unled(index, part.question.tokens)
    return lines if keep_branch(lines, thing, index.weights.answer.whole) is None else []


def _find_cut(index: Index, asked: AskedEdition, cut: SoughtCut, outlines: Outlines) -> FoundCut:
    """The lines of a cut, all of the edition asked for: what is computed is of one table."""
    here = Outlines({asked.edition.key: outlines.lines(asked.edition).values()})
    if cut.whole.question.names_nothing:
        totals = (Candidate(section.value, index.weights.certainty.sure) for section in TOTALS)
        wholes = locate_lines(totals, asked, here, index.weights.certainty)
    else:
        wholes = _find(index, asked, cut.whole, here)
    return FoundCut(asked, cut, wholes, tuple(_find_part(index, asked, part, here) for part in cut.parts))


def _names_code(index: Index, question: Question) -> bool:
    """Whether all that is asked of is a code that some loaded budget has: `464 в Айтекебийском районе`."""
    known = any(index.find_code(digits) for digits in list_code_digits(question.codes))
    return known and question.names_only_numbers


def _find_lacking(
    index: Index, question: Question, found: Sequence[FoundLine], asked: AskedEdition
) -> Missing | None:
    """What is missing of the amount asked for; nothing where its digits may be a code."""
    if any(index.find_code(digits) for digits in list_code_digits(question.codes)):
        return None
    return find_lacking_amount(question, found, asked, amount_of(question, index.weights.candidates))


def _find(index: Index, asked: AskedEdition, sought: Sought, outlines: Outlines) -> list[FoundLine]:
    """All candidates, best first: those with the typed codes, else amounts, else names."""
    bands, question = index.weights.certainty, sought.question
    if question.path:
        return locate_lines([Candidate(question.path, 1.0, exact=True)], asked, outlines, bands)
    named = [
        candidate
        for candidate in sought.ranked
        if _is_offered(candidate, question, bands) and candidate.path not in question.refused
    ]
    # A number among words that name something else (`iphone 13`, `6 класс`) is no code and no amount.
    alone = question.names_only_numbers
    coded = locate_lines(_list_coded(index, question, named, alone=alone), asked, outlines, bands)
    least = index.weights.candidates.surely_an_amount
    large = any(len(str(abs(amount)).rstrip("0")) >= least for amount in question.amounts)
    # A rounded amount is many lines: then only what the words name as well as any.
    best = max((candidate.score for candidate in named), default=0.0)
    meant = {candidate.path for candidate in named if candidate.score == best or not question.scaled}
    amounts = find_with_amount(question, meant, asked, outlines, alone=alone or large)
    if amounts and not alone and not any(line.path in meant for line in amounts):
        worded = locate_lines(named, asked, outlines, bands)
        if _says_all_words(worded, question, bands):  # садики 8 392 311, which schools have
            return add_with_amount(worded, question, asked, outlines, first=False)
    amounts = keep_side(amounts, question, asked, outlines)
    if coded or amounts:
        return _merge(_doubt_split(index, question, coded), amounts, bands.lead)
    # `топ 3` and `12-3` have no word left.
    named_decision = question.names_decision and not question.codes
    named_place = bool(asked.used_words) and not question.codes  # `Тараз`
    asks = question.tokens or question.intent is not Intent.AMOUNT or named_decision or named_place
    is_amount = amount_of(question, index.weights.candidates) is not None
    if is_amount and alone:
        return []
    if asks and all(token.filler for token in question.tokens):
        sides = TOTALS if question.frame.side is None else (BY_SIDE[question.frame.side],)
        totals = (Candidate(section.value, bands.sure) for section in sides)
        found = locate_lines(totals, asked, outlines, bands)
    else:
        lines = [candidate for candidate in named if candidate.path not in _TOTALS]
        best = max((candidate.score for candidate in lines), default=0.0)
        named = [each for each in named if not _is_of_budget_alone(each, bands, best)]
        found = _leave_repeated(index, locate_lines(named, asked, outlines, bands))
        if is_amount:
            found = add_with_amount(
                found, question, asked, outlines, first=not _is_surely_named(found, bands)
            )
    # A number that nothing has read is not passed over in silence: beside it no line is sure.
    return [replace(line, weak=True) for line in found] if names_none(question) else found


_TOTALS = frozenset(section.value for section in TOTALS)


def _is_of_budget_alone(candidate: Ranked, bands: CertaintyWeights, best: float) -> bool:
    """Whether a total is found by a word for the budget alone, beside what it says nothing of.

    `по здравоохранению в этом бюджете есть что-то?` asks of no revenue, and neither does `сколько бюджет
    получает штрафов`, of which lines say more.

    Args:
        candidate: one of what was found.
        bands: from where on a line says all of a question.
        best: how well the best of the lines fits that are no totals.
    """
    if candidate.path not in _TOTALS or not (candidate.through and candidate.pieced):
        return False
    return candidate.covered < bands.covered / 2 or best > max(candidate.score, bands.sure)


def _is_surely_named(found: Sequence[FoundLine], bands: CertaintyWeights) -> bool:
    """Whether the words of a question surely name the best line, or a part of it."""
    best = next(iter(found), None)
    if best is None:
        return False
    well = best.score >= bands.sure and best.covered >= bands.covered
    return best.part is not None or (well and (best.exact or best.through))


def _says_all_words(found: Sequence[FoundLine], question: Question, bands: CertaintyWeights) -> bool:
    """Whether a phrase or a name leads from all words of a question that are no numbers to the best line."""
    best = next(iter(found), None)
    said = [token.sound for token in question.tokens if not token.filler]
    named = [word for word in said if not word.isdigit()]
    if all(load_asking_words().says(word, Asks.ROW, Asks.LINE, Asks.PROGRAM) for word in named):
        return False  # `439 489 бұл қай жол` is of no road
    if best is None or not (best.exact or best.through):
        return False
    return best.covered * len(said) / len(named) >= bands.covered


def _leave_repeated(index: Index, found: Sequence[FoundLine]) -> list[FoundLine]:
    """The lines without those that repeat one above them: a class's only subclass, of its name and amount."""
    at = {line.path: line for line in found}
    return [
        line
        for line in found
        if not any(_repeats(index, line, at[above]) for above in parents(line.path) if above in at)
    ]


def _repeats(index: Index, line: FoundLine, above: FoundLine) -> bool:
    names = index.words.names_of
    same = not set(names.get(line.path, ())).isdisjoint(names.get(above.path, ()))
    return same and line.asked == above.asked and line.line.amount == above.line.amount


def _is_offered(candidate: Candidate, question: Question, bands: CertaintyWeights) -> bool:
    """Whether a candidate is one at all; a single word that no name surely has must be like it enough."""
    alone = not candidate.covered and len(question.words) == 1
    return candidate.score >= (bands.offered_alone if alone else bands.offered)


def find_totals(asked: AskedEdition, outlines: Outlines, bands: CertaintyWeights) -> list[FoundLine]:
    """The totals of an edition: what is asked of is the budget as a whole."""
    return locate_lines((Candidate(section.value, bands.sure) for section in TOTALS), asked, outlines, bands)


def list_both_totals(asked: AskedEdition, outlines: Outlines, bands: CertaintyWeights) -> list[FoundLine]:
    """The same in the order in which a budget shows its two sides: what comes in, what is spent."""
    order = [section.value for section in BY_SIDE.values()]
    return sorted(find_totals(asked, outlines, bands), key=lambda line: order.index(line.path))


def _find_nearest(index: Index, asked: AskedEdition, sought: Sought, outlines: Outlines) -> list[FoundLine]:
    """The few lines nearest to a question that finds nothing; too far from it to be what was meant."""
    most, question = index.weights.candidates.nearest, sought.question
    if is_of_amount(question, index.weights.candidates):
        lines = outlines.lines(asked.edition).values()
        ordered = sorted(lines, key=lambda line: measure_distance(line.amount, line.unit, question))
        return [FoundLine(line.path, 0.0, asked=asked, line=line) for line in ordered[:most]]
    bands, ranked = index.weights.certainty, sought.ranked[:most]
    near = (
        candidate
        for candidate in ranked
        if bands.nearest <= candidate.score and not _is_offered(candidate, question, bands)
    )
    return locate_lines(near, asked, outlines, bands)


def _list_coded(
    index: Index, question: Question, ranked: Sequence[Ranked], *, alone: bool
) -> list[Candidate]:
    """Paths with the typed codes; first those that the other words of the question name as well."""
    named = {candidate.path: candidate.score for candidate in ranked}
    found: dict[str, float] = {}
    typed = 0
    for digits in list_code_digits(question.codes):
        typed = len(digits)
        for path in index.find_code(digits):
            above = max((named.get(parent, 0.0) for parent in parents(path)), default=0.0)
            found[path] = max(named.get(path, 0.0), above)
        if found:
            break
    if found and max(found.values()) > 0:
        return [Candidate(path, score) for path, score in sorted(found.items(), key=lambda item: -item[1])]
    means_code = alone or typed >= index.weights.candidates.surely_a_code
    return [Candidate(path, 1.0) for path in found] if means_code else []


def _doubt_split(index: Index, question: Question, coded: list[FoundLine]) -> list[FoundLine]:
    """Lines by their codes; of short digits that are one number, and in a line several codes, none is sure.

    `501` may be the class 5 01, and a decision's number or an amount as well.
    """
    typed = ["".join(run) for run in question.codes if len(run) == 1]
    short = [digits for digits in typed if len(digits) < index.weights.candidates.surely_a_code]
    return [
        replace(line, weak=line.weak or not _is_last_code(line.path, short))
        if short and len(question.codes) == 1
        else line
        for line in coded
    ]


def _is_last_code(path: str, typed: Sequence[str]) -> bool:
    """Whether some typed digits are a path's last code, with its zeros or without them."""
    level = level_of(path)
    return level is not None and codes_of(path)[-1] in [pad(level, digits) for digits in typed]


def _merge(coded: list[FoundLine], amounts: list[FoundLine], lead: float) -> list[FoundLine]:
    """The lines found by codes, then those found by amounts; a line found both ways is taken once."""
    known = {candidate.path for candidate in coded}
    return coded + [
        replace(candidate, score=candidate.score - lead / 2)
        for candidate in amounts
        if candidate.path not in known
    ]
