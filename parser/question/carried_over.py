"""What one question takes over from another: the edition that it asks for, or what is asked of its line.

Questions are joined as values, not as texts; `text` and `named_edition` go along, for what is shown.
"""

from __future__ import annotations

from dataclasses import replace

from parser.question.intents import Relation
from parser.question.named_decision import NO_ORDER
from parser.question.question import Question

_SEVERAL = 2  # editions


def with_edition(named: Question, asked: Question) -> Question:
    """What one question names, in the edition that another asks for."""
    return replace(
        named,
        text=f"{named.named} {asked.named_edition}".strip(),
        named_edition=asked.named_edition,
        year=asked.year,
        year_is_said=asked.year_is_said,
        years=asked.years,
        year_shift=asked.year_shift,
        decision=asked.decision,
        decisions=asked.decisions,
        decision_is_marked=asked.decision_is_marked,
        date=asked.date,
        month=asked.month,
        months=asked.months,
        latest=asked.latest,
        in_order=asked.in_order,
        season=asked.season,
        original=asked.original,
    )


def beside_year(year: int, asked: Question) -> Question:
    """The edition a question asks for, to be compared with a year: `сравни с 2014`."""
    years = tuple(dict.fromkeys((year, *asked.years)))
    return replace(asked, year=year, years=years, named_edition=f"{year} {asked.named_edition}".strip())


def with_frame(question: Question, asked: Question) -> Question:
    """A question with what another one asks, where that asks something."""
    return question if asked.frame.asks_nothing_more else replace(question, frame=asked.frame)


def of_newest(question: Question) -> Question:
    """A question of several editions of a year, asked of the newest; any other as it is."""
    order = question.in_order
    said = max(len(question.decisions), len(question.months), bool(order.standing) + len(order.beside))
    if said < _SEVERAL:
        return question
    bare = replace(without_edition(question), relation=Relation.NAMED, in_order=NO_ORDER, original=False)
    year = str(question.year) if question.year and question.year_is_said else ""
    newest = replace(bare, decision=None, decisions=(), month=None, months=(), named_edition=year)
    return replace(newest, text=f"{bare.named} {year}".strip())


def without_edition(question: Question) -> Question:
    """What a question names, whatever edition it asks for. A year without `жыл` or `год` is a word too."""
    years = {str(year) for year in question.years}
    numbers = [tuple(number.split("-")) for number in question.decisions]
    numbers.append(tuple(group for number in numbers for group in number))
    codes = tuple(run for run in question.codes if run not in numbers)
    return replace(
        question,
        tokens=tuple(token for token in question.tokens if token.sound not in years),
        codes=codes,
        amounts=() if question.codes and not codes else question.amounts,
        parts=tuple(map(without_edition, question.parts)),
        exclusions=tuple(
            replace(
                cut,
                whole=without_edition(cut.whole),
                parts=tuple(map(without_edition, cut.parts)),
            )
            for cut in question.exclusions
        ),
    )
