"""What the views of answers share: notices, numbered buttons, pages, and where the amounts are printed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace

from handlers.views.actions import OpenLine, OpenOffice, ShowCandidates
from handlers.views.amounts import day
from handlers.views.clean import one_line
from handlers.views.doubts import doubt_places, line_amount
from handlers.views.faults import fault_mark
from handlers.views.fitting import NUMBERS_IN_ROW
from handlers.views.lines import (
    BUTTON_LIMIT,
    are_beside,
    cited,
    codes_text,
    line_in_list,
    line_name,
    short_name,
)
from handlers.views.message import Button, Span, bold, in_rows, italic, link, plain
from handlers.views.texts import Texts
from handlers.views.ways import ANSWERED, AnswerPage, Way
from parser.budget_code import parents
from parser.decision.place_kinds import kind_of_place
from parser.decision.place_names import names_of_place
from parser.question.asking_words import load_asking_words
from parser.question.intents import Intent, Relation
from parser.question.place_list import asks_every_place, asks_where, asks_which_place
from parser.question.question import Question
from storage.answering.missing import OF_PLACE, Missing, MissingKind
from storage.answering.page import Match, Page
from storage.answering.request import Heard
from storage.reading.address import EditionAddress
from storage.reading.records import DecisionInfo, EditionInfo, LineSummary

MATCHES_PAGE = 5
QUERY_SHOWN = 80
_SEVERAL = 2
_VALUE_SHOWN = 60  # letters of what is not loaded
_QUESTIONS_SHOWN = 300  # and of several questions
NAME_SHOWN = 200
_PARENT_SHOWN = 100
_LABEL_PARENT = 22
_LABEL_MARKS = 10  # the number and the marks between


def answer_notices(
    heard: Heard, texts: Texts, *, sums_alone: bool = False, edition: EditionInfo | None = None
) -> list[str]:
    """What a person must know of an answer before reading it, a sentence each.

    Args:
        heard: what was asked.
        texts: the person's language.
        sums_alone: whether the answer is of sums only, which tells nothing of a change that was asked for.
        edition: the only one that the answer is computed of.

    Returns:
        That what is to be checked has no figure, that only a part of the message was read, that the edition
        asked for is not loaded, that only one of several is told, that no decision gives a reason or says
        where money went, and that something else was searched than was typed.
    """
    notices, claim = [], heard.question.claim
    if claim and not claim.statements and heard.question.relation is not Relation.COMPARED:
        notices.append(texts.get("claim-no-figure"))
    if heard.question.is_shortened:
        notices.append(texts.get("notice-shortened", query=one_line(heard.question.text, QUERY_SHOWN)))
    notices += _say_edition(heard, texts, edition)
    if heard.lacking:
        place = texts.place(heard.lacking.budget.place)
        key = "line-lacking-branch" if heard.lacks_branch else "line-lacking"
        notices.append(texts.get(key, place=place, year=str(heard.lacking.year)))
    if heard.assumed:
        notices.append(texts.get("place-assumed", place=texts.place(heard.assumed.place)))
    if heard.question.intent is Intent.LARGEST and _asks_which_place(heard.question):
        notices += _say_which_place(heard, texts)
    elif heard.assumed and asks_every_place([token.sound for token in heard.question.tokens]):
        notices.append(_say_how_to_compare("every-place", heard.assumed.place, texts))
    if heard.alike:
        notices.append(texts.get("decision-alike", number=heard.alike))
    if heard.question.frame.reason:
        notices.append(texts.get("not-held-reason"))
    if heard.question.frame.moved:
        notices.append(f"{texts.get('notice-moved')} {texts.get('notice-moved-lines')}")
    if sums_alone and _asks_change(heard.question):
        notices.append(texts.get("notice-sums-alone"))
    if heard.searched:
        searched = one_line(heard.searched, QUERY_SHOWN)
        query = one_line(heard.question.text, QUERY_SHOWN)
        notices.append(texts.get("searched-instead", query=query, searched=searched))
    return notices


def _say_edition(heard: Heard, texts: Texts, told: EditionInfo | None) -> list[str]:
    """That the edition or the place that was asked for is not loaded; that only one of several is told."""
    notices, missing = [], heard.lacks
    if missing:
        value = missing_value(missing, texts)
        month = int(value) if missing.kind is MissingKind.MONTH else 0
        of_place = missing.kind is MissingKind.YEAR and missing.place and len(texts.places) > 1
        key = "missing-year-there" if of_place else f"missing-{missing.kind}"
        key += "-several" if missing.further else ""
        place = texts.place(missing.place) if of_place else ""
        notices.append(texts.get(key, value=value, month=month, place=place, year=str(missing.year)))
    if told is not None and heard.question.asks_several_editions:
        number = one_line(told.decision.number, _VALUE_SHOWN)
        notices.append(texts.get("notice-one-edition", year=str(told.year), number=number))
    return notices


def _asks_which_place(question: Question) -> bool:
    return asks_which_place([token.sound for token in question.tokens])


def _say_which_place(heard: Heard, texts: Texts) -> list[str]:
    """That places are to be named, of which the one with most is asked for; or that only one is loaded."""
    taken = heard.assumed or (heard.edition.budget if heard.edition else None)
    # Of the place at hand `где больше тратят` asks on what, and `самый богатый отдел города` is no place.
    of_lines = heard.question.frame.level is not None
    on_what = not heard.assumed and asks_where([token.sound for token in heard.question.tokens])
    if taken is None or of_lines or on_what:
        return []
    if len(texts.places) < _SEVERAL:
        return [texts.get("which-place-alone")]
    return [_say_how_to_compare("which-place-more", taken.place, texts)]


def _say_how_to_compare(key: str, taken: str, texts: Texts) -> str:
    """That places are compared where they are named, with one that the taken one may be compared with."""
    kind = kind_of_place(taken)
    others = sorted(set(texts.places) - {taken}, key=lambda place: (kind_of_place(place) is not kind, place))
    one, other = texts.place(taken), texts.place(others[0]) if others else ""
    section = texts.get("section-expenditure").casefold()
    return texts.get(key, section=section, one=one, other=other)


def _asks_change(question: Question) -> bool:
    """Whether a change is asked for, and no word that only takes something out sounds so: `қоспағанда`."""
    signs = (word for cut in question.exclusions for word in cut.sign)
    return question.intent is Intent.CHANGE and not any(map(load_asking_words().asks_change, signs))


def missing_value(missing: Missing, texts: Texts) -> str:
    """What is not loaded: places in the person's language, a date in digits, anything else as asked."""
    if missing.kind is MissingKind.DATE:
        return day(dt.date.fromisoformat(missing.value), texts)
    several = missing.further or missing.kind in {MissingKind.NOT_PLAIN, MissingKind.OTHER_EDITIONS}
    shown = _QUESTIONS_SHOWN if several else _VALUE_SHOWN
    if missing.kind not in OF_PLACE:
        return one_line(missing.value, shown)
    listed = ((names_of_place(name), name) for name in missing.values)
    return one_line(", ".join(names.get(texts.language, name) for names, name in listed), shown)


def match_parent(match: Match, texts: Texts, limit: int) -> str:
    """What a line stands in: the name of the line above it; of a section's total, the place.

    Of an office with all of its lines, in how many groups it is.
    """
    if match.groups > 1:
        return texts.get("across-groups", count=match.groups)
    if match.parent is not None:  # the nearest that is printed, not what the codes have above the line
        return short_name(match.parent.path, match.parent.names, texts, limit)
    above = next(iter(parents(match.path)), None)
    return short_name(above, {}, texts, limit) if above else texts.place(match.place)


def parent_among(match: Match, texts: Texts, limit: int, among: Sequence[Match]) -> str:
    """What a line stands in; of another section or its codes where a line of that name stands in its like.

    Args:
        match: the line.
        texts: the person's language.
        limit: the longest that it may be.
        among: the lines of the list.
    """
    parent, name = match_parent(match, texts, limit), line_name(match.line, texts)
    alike = [
        other.line
        for other in among
        if other.path != match.path
        and not are_beside(other.path, match.path)  # whose names have their codes
        and line_name(other.line, texts) == name
        and match_parent(other, texts, limit) == parent
    ]
    if not alike:
        return parent
    other_sections = all(other.section is not match.line.section for other in alike)
    mark = texts.get(f"section-{match.line.section}") if other_sections else codes_text(match.line.codes)
    both = f"{parent}, {mark}"
    return both if len(both) <= limit else one_line(mark, limit)


def describe_match(
    number: int, match: Match, texts: Texts, *, in_place: bool = False, among: Sequence[Match] = ()
) -> list[list[Span]]:
    """A line in a numbered list: its name, its amount and what it stands in, or whose budget it is of.

    Args:
        number: of the line in the list.
        match: the line.
        texts: the person's language.
        in_place: whether the list is of several places.
        among: the lines that are listed.
    """
    name = line_in_list(match.line, texts, NAME_SHOWN, listed_lines(among))
    amount = line_amount(match.line, texts)
    parent = texts.place(match.place) if in_place else parent_among(match, texts, _PARENT_SHOWN, among)
    inside = texts.get("candidate-inside", amount=amount, parent=parent)
    return [[bold(texts.get("candidate-number", number=number, name=name))], [plain(inside)]]


def match_button(
    number: int, match: Match, texts: Texts, *, in_place: bool = False, among: Sequence[Match] = ()
) -> Button:
    """A numbered button that opens a line, and from there leads back to the question.

    Names repeat (Басқалар, Өзгелер): the parent tells them apart, so neither may push the other out.

    Args:
        number: of the line in the list.
        match: the line.
        texts: the person's language.
        in_place: whether the list is of several places.
        among: the lines that are listed.
    """
    parent = (
        texts.place(match.place, _LABEL_PARENT)
        if in_place
        else parent_among(match, texts, _LABEL_PARENT, among)
    )
    name = line_name(match.line, texts, BUTTON_LIMIT - len(parent) - _LABEL_MARKS, listed_lines(among))
    label = texts.get("candidate-button", number=number, name=name, parent=parent)
    opens = OpenOffice if match.groups > 1 else OpenLine
    return Button(label, opens(match.address, ANSWERED), number)


def page_rows(page: Page, texts: Texts, way: Way | None = None) -> list[tuple[Button, ...]]:
    """A numbered button for each line of a page, from where one leads back to that page.

    Args:
        page: of an answer. Of many lines the buttons are their numbers alone.
        texts: the person's language.
        way: where else the buttons lead back to.
    """
    counted, way = numbered(page), way or page_way(page)
    actions = [
        OpenOffice(match.address, way) if match.groups > 1 else OpenLine(match.address, way)
        for match in page.matches
    ]
    if len(counted) > MATCHES_PAGE:
        numbers = (str(number) for number, _ in counted)
        return number_rows([Button(*pair) for pair in zip(numbers, actions, strict=True)])
    buttons = (match_button(number, match, texts, among=page.matches) for number, match in counted)
    return [(replace(button, action=action),) for button, action in zip(buttons, actions, strict=True)]


def number_rows(buttons: Sequence[Button]) -> list[tuple[Button, ...]]:
    """Buttons of numbers in rows of five."""
    return in_rows(buttons, NUMBERS_IN_ROW)


def page_way(page: Page) -> Way:
    """The way back to a page of an answer."""
    return Way(AnswerPage(page.offset))


def listed_lines(matches: Iterable[Match]) -> list[LineSummary]:
    """The lines of several matches."""
    return [match.line for match in matches]


def numbered(page: Page) -> list[tuple[int, Match]]:
    """The lines of a page, each with its number among all lines."""
    return list(enumerate(page.matches, start=page.offset + 1))


def page_line(page: Page, texts: Texts) -> list[list[Span]]:
    """Which of all lines these are; nothing where all are shown."""
    if page.total <= len(page.matches):
        return []
    first, last = page.offset + 1, page.offset + len(page.matches)
    return [[italic(texts.get("candidates-page", total=page.total, first=first, last=last))]]


def paging_row(page: Page, texts: Texts, size: int = MATCHES_PAGE) -> tuple[Button, ...]:
    """The buttons to the page before and after this one, of so many lines; none where all is shown.

    They carry the budget, so that a further page is of the same place whatever was asked meanwhile.
    """
    row = []
    budget = page.matches[0].edition.budget if page.matches else None
    if page.offset > 0:
        before = max(page.offset - size, 0)
        row.append(Button(texts.get("button-previous"), ShowCandidates(before, budget)))
    after = page.offset + len(page.matches)
    if page.matches and after < page.total:
        row.append(Button(texts.get("button-next"), ShowCandidates(after, budget)))
    return tuple(row)


def source_lines(matches: Iterable[Match], texts: Texts) -> list[list[Span]]:
    """Where the amounts of several lines are printed: each edition once.

    Args:
        matches: the lines shown.
        texts: the person's language.

    Returns:
        A line for each edition: the budget, its year, the decision and the appendix; below it, that
        something is wrong with its table, and which rows of it were read with doubt.
    """
    editions: dict[EditionAddress, list[Match]] = {}
    for match in matches:
        editions.setdefault(match.edition.address, []).append(match)
    lines: list[list[Span]] = []
    for printed in editions.values():
        edition = printed[0].edition
        lines += [_source(edition, texts), *fault_mark(edition, texts)]
        lines += doubt_places((match.line for match in printed), texts)
    return lines


def earlier_source(edition: EditionInfo, decision: DecisionInfo, texts: Texts) -> list[Span]:
    """Where another decision of an edition's year says something: the budget, its year, and that decision."""
    head = texts.get("source-edition", place=texts.place(edition.budget.place), year=str(edition.year))
    act = texts.get("source-decision", **cited(decision, texts))
    return [plain(f"{texts.get('card-source')} {head}, "), link(act, decision.url_in(texts.language))]


def _source(edition: EditionInfo, texts: Texts) -> list[Span]:
    appendix = (
        f", {texts.get('source-appendix', appendix=one_line(edition.appendix, 20))}"
        if edition.appendix
        else ""
    )
    told = earlier_source(edition, edition.decision, texts)
    return [*told, plain(appendix)] if appendix else told
