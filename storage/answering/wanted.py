"""Which lines of which editions are read for a question, and how well any of them can be matched at all."""

from __future__ import annotations

from collections.abc import Sequence

from parser.budget_code import BY_SIDE, Side, codes_of, level_of, parents
from parser.question.intents import Intent
from parser.records import Level
from storage.answering.amount_lines import amount_of, is_of_amount, list_all_editions
from storage.answering.asked_numbers import list_code_digits, list_ranges
from storage.answering.edition import AskedEdition
from storage.answering.inquiry import Inquiry, Sought
from storage.answering.several_editions import list_change, list_side_by_side
from storage.reading.printed_amounts import Wanted
from storage.search.index import Index

LISTED = frozenset({Intent.LARGEST, Intent.LIST})
"""What is asked of the lines inside a line."""

TOTALS = (BY_SIDE[Side.SPENDING], BY_SIDE[Side.RECEIPTS])
"""What a question about money at large is about."""


def list_wanted(index: Index, inquiry: Inquiry) -> Wanted:
    """The lines that `candidates.find` looks at for the question as it was typed."""
    wanted = _list_wanted(index, inquiry.asked, [inquiry.plain, *inquiry.part_pieces, *inquiry.cut_pieces])
    asked, question = inquiry.asked, inquiry.question
    side_by_side = list_side_by_side(asked, question) or list_change(asked, question)
    if side_by_side is not None:
        wanted.editions |= {each.edition.key: each.edition for each in side_by_side.editions}
    frame = question.frame
    lists = frame.intent in LISTED or frame.which or frame.at_large is not None or inquiry.cuts
    if lists or _compares_offices(index, inquiry, among_editions=side_by_side is not None):
        wanted.whole |= set(wanted.editions)
    return wanted


def _compares_offices(index: Index, inquiry: Inquiry, *, among_editions: bool) -> bool:
    """Whether an office may be among what is compared: all that it has is told then."""
    compared = (*inquiry.part_pieces, *((inquiry.plain,) if among_editions else ()))
    nearest = index.weights.candidates.nearest
    return any(
        level_of(candidate.path) is Level.ADMINISTRATOR
        for sought in compared
        for candidate in sought.ranked[:nearest]
    )


def list_wanted_otherwise(index: Index, inquiry: Inquiry) -> Wanted:
    """The lines that other readings of what was typed lead to."""
    return _list_wanted(index, inquiry.asked, [sought for _, sought in inquiry.otherwise])


def can_reach(index: Index, inquiry: Inquiry, score: float) -> bool:
    """Whether some line, of whatever edition, could be matched with this score or a better one."""
    otherwise = (sought for _, sought in inquiry.otherwise)
    return any(_reach(index, sought) >= score for sought in (inquiry.plain, *inquiry.parts, *otherwise))


def _list_wanted(index: Index, asked: AskedEdition, all_sought: Sequence[Sought]) -> Wanted:
    wanted = Wanted()
    main = asked.of_main_year()
    for edition in (asked, main) if main else (asked,):
        for sought in all_sought:
            wanted.add(_list_wanted_in(index, edition, sought))
    return wanted


def _list_wanted_in(index: Index, asked: AskedEdition, sought: Sought) -> Wanted:
    bands, question = index.weights.certainty, sought.question
    is_amount = amount_of(question, index.weights.candidates) is not None
    tried = list_all_editions(asked) if is_amount else asked.editions()
    editions = {each.edition.key: each.edition for each in tried}
    paths = {candidate.path for candidate in sought.ranked if candidate.score >= bands.offered}
    paths |= {
        candidate.path
        for candidate in sought.ranked[: index.weights.candidates.nearest]
        if candidate.score >= bands.nearest
    }
    paths |= {question.path} if question.path else set()
    offices = {codes_of(path)[-1] for path in paths if level_of(path) is Level.ADMINISTRATOR}
    paths |= {path for code in offices for path in index.find_code(code)}  # all that an office has
    if question.frame.above:
        paths |= {above for path in paths for above in parents(path)}
    paths |= {path for digits in list_code_digits(question.codes) for path in index.find_code(digits)}
    of_all = question.intent is Intent.CHANGE or question.names_decision
    paths |= set(TOTALS) if of_all or all(token.filler for token in question.tokens) else set()
    units = {text.unit for edition in editions.values() for text in edition.texts}
    # Where no line has the amount, those nearest to it are.
    whole = {asked.edition.key} if is_of_amount(question, index.weights.candidates) else set[int]()
    return Wanted(editions, paths, set(list_ranges(question, units)), whole)


def _reach(index: Index, sought: Sought) -> float:
    """The best score that `candidates.find` can give to any line of any edition."""
    question, ranked = sought.question, sought.ranked
    if question.codes or question.amounts or question.scaled:
        return 1.0
    return max(index.weights.certainty.sure, ranked[0].score if ranked else 0.0)
