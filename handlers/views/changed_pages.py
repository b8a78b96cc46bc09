"""A page of what a decision changed: of all lines, those of one direction or one office, or the offices."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from handlers.views.actions import OpenChangedLines, OpenChanges, OpenLine, OpenOffice
from handlers.views.amounts import figure
from handlers.views.card_buttons import NUMBER_LIMIT
from handlers.views.changed_lines import TELLING_TITLES, UNIT, changes_title, office_before_and_after
from handlers.views.changed_names import name_changed_lines
from handlers.views.clean import one_line
from handlers.views.doubts import doubt_lines, marked
from handlers.views.lines import BUTTON_LIMIT, codes_text, line_in_list, line_name
from handlers.views.matches import NAME_SHOWN, answer_notices, number_rows
from handlers.views.message import Button, MessageView, Span, bold, italic, paragraphs, plain
from handlers.views.moved_money import describe_changed, describe_transfer, list_changed
from handlers.views.table_actions import TakeChanges
from handlers.views.take_away import table_button
from handlers.views.texts import Texts
from handlers.views.unlike_names import mark_apart
from handlers.views.ways import AnswerPage, ChangesPage, ListedChanges, OfOffices, Way
from parser.budget_code import SPENT, codes_of, section_of
from parser.kinds import Doubt
from parser.question.intents import ListedLevel
from parser.records import Section
from storage.answering.answer import DecisionChanges
from storage.reading.address import LineAddress
from storage.reading.differences import ChangedLine, Changes
from storage.reading.office_changes import (
    OfficeChange,
    ProgramTransfer,
    find_office_change,
    list_office_changes,
    list_office_lines,
    list_transfers,
    office_of_line,
)
from storage.reading.office_ledger import OfficeKey, office_path

CHANGED_PAGE = 10

Spans = Sequence[Span]


def changed_lines_view(changes: Changes, here: OpenChangedLines, texts: Texts) -> MessageView:
    """A page of the lines that a decision changed.

    Args:
        changes: the difference from the previous loaded edition.
        here: which lines, from which one on, and how the person came to them.
        texts: the person's language.

    Returns:
        The message; a numbered button opens each line as the decision left it, one that it removed as it was
        before; others turn the page, or lead back to the changes.
    """
    office = _find_office(changes, here)
    lines = list_office_lines(changes, office.key) if office else _list_lines(changes, here.listed)
    page = lines[here.offset : here.offset + CHANGED_PAGE]
    names = name_changed_lines(changes, texts)
    blocks: list[list[Spans]] = []
    before: Section | None = None
    for number, changed in enumerate(page, start=here.offset + 1):
        section = section_of(changed.path)
        if section is not before:
            blocks.append([] if office else [[bold(texts.get(f"section-{section}"))]])
        before = section
        said = describe_changed(changed, names[changed.path], texts, titled=here.listed in TELLING_TITLES)
        blocks[-1].append([plain(f"{number}. {said}")])
    doubts = doubt_lines([changed.doubt for changed in page], texts)
    head = _head(changes, here, texts, len(lines), len(page))
    if office:
        others = [each for each in list_office_changes(changes) if each.key != office.key]
        head.insert(2, [bold(_office_total(office, _name_offices([office, *others], texts), texts))])
    spans = paragraphs(head, *blocks, doubts)
    rows = [*_line_rows(changes, page, here), *_last_rows(changes, here, texts, len(lines), office)]
    return MessageView(spans, tuple(rows))


def office_changes_view(
    changes: Changes, here: OpenChangedLines, texts: Texts, notices: Sequence[str] = ()
) -> MessageView:
    """A page of the offices that have more or less after a decision, and of programs that changed office.

    Args:
        changes: the difference from the previous loaded edition.
        here: from which one on, and how the person came to them.
        texts: the person's language.
        notices: sentences to put first.

    Returns:
        The message; a numbered button opens the lines of an office, or the card of a program.
    """
    offices, transfers = list_office_changes(changes), list_transfers(changes)
    names = _name_offices(offices, texts)
    told: list[OfficeChange | ProgramTransfer] = [*offices, *transfers]
    page = told[here.offset : here.offset + CHANGED_PAGE]
    way = Way(ChangesPage(here.decision, here.listed, here.offset, here.since))
    blocks: dict[str, list[Spans]] = {}
    buttons = []
    for number, each in enumerate(page, start=here.offset + 1):
        if isinstance(each, OfficeChange):
            key = "changes-offices-less" if each.delta < 0 else "changes-offices-more"
            text = _office_total(each, names, texts)
            listed = here.line.beside(office_path(each.key))
            action = replace(here, line=listed, listed=OfOffices.ONE, offset=0)
            buttons.append(Button(str(number), action))
        else:
            key, text = "changes-transfers", describe_transfer(each, texts)
            opened = LineAddress(changes.edition.address, each.target.path)
            buttons.append(Button(str(number), OpenLine(opened, way)))
        blocks.setdefault(key, [[bold(texts.get(key))]]).append([plain(f"{number}. {text}")])
    spans = paragraphs(
        [[italic(notice)] for notice in notices],
        [*_head(changes, here, texts, len(told), len(page)), *_net(offices, texts)],
        *blocks.values(),
        [[italic(texts.get("changes-offices-arithmetic"))]],
        doubt_lines([each.doubt for each in page], texts),
    )
    return MessageView(spans, (*number_rows(buttons), *_last_rows(changes, here, texts, len(told))))


def asks_of_offices(answer: DecisionChanges) -> bool:
    """Whether it is asked of all offices what they have more or less: `какие отделы урезали`."""
    inside, frame = answer.inside, answer.heard.question.frame
    of_all = inside is None or inside.path in SPENT
    return frame.level is ListedLevel.ADMINISTRATOR and of_all and answer.changes.previous is not None


def offices_answer_view(answer: DecisionChanges, texts: Texts) -> MessageView:
    """What offices have more or less, as the answer to a question.

    Args:
        answer: the changes of a decision, or of several together.
        texts: the person's language.

    Returns:
        The message; a numbered button opens the lines of an office.
    """
    changes = answer.changes
    edition, previous = changes.edition, changes.previous
    line = LineAddress(edition.address, Section.EXPENDITURE.value)
    since = previous.address if answer.together and previous else None
    here = OpenChangedLines(edition.decision.address, line, OfOffices.EACH, since=since)
    notices = [*answer_notices(answer.heard, texts)]
    if answer.newest_has_none:
        notices.append(texts.get("changes-none-newest"))
    return office_changes_view(changes, here, texts, notices)


def _list_lines(changes: Changes, listed: ListedChanges) -> list[ChangedLine]:
    return list_changed(changes, None if isinstance(listed, OfOffices) else listed)


def _find_office(changes: Changes, here: OpenChangedLines) -> OfficeChange | None:
    """The office whose lines are listed; None where other lines are."""
    key = office_of_line(here.line.path) if here.listed is OfOffices.ONE else None
    return find_office_change(changes, key) if key else None


def _head(changes: Changes, here: OpenChangedLines, texts: Texts, count: int, shown: int) -> list[Spans]:
    """The decision, the budget, what is listed, and which of them these are."""
    edition = changes.edition
    title = changes_title(changes, texts, together=here.since is not None)
    place = f"{texts.place(edition.budget.place)} · {edition.year} · {texts.get('unit-thousand')}"
    kind = texts.get(f"changes-lines-{here.listed.value if here.listed else 'all'}", count=count)
    head: list[Spans] = [[bold(title)], [plain(place)], [plain(kind)]]
    if count > shown:
        first, last = here.offset + 1, here.offset + shown
        head.append([italic(texts.get("decisions-page-of", first=first, last=last, count=count))])
    return head


def _net(offices: Sequence[OfficeChange], texts: Texts) -> list[Spans]:
    """How much all offices that have less lost, and how much all that have more gained."""
    sides = {
        "less": [each for each in offices if each.delta < 0],
        "more": [each for each in offices if each.delta > 0],
    }
    shown: list[Spans] = []
    for key, side in sides.items():
        if side:
            delta = figure(sum(each.delta for each in side), UNIT, texts, signed=True)
            doubt = Doubt.gravest(each.doubt for each in side)
            shown.append(
                [plain(marked(texts.get(f"changes-net-{key}", count=len(side), delta=delta), doubt))]
            )
    return shown


def _name_offices(offices: Sequence[OfficeChange], texts: Texts) -> Mapping[OfficeKey, str]:
    """The names of offices: what one spends and what it lends are told by their sections."""
    named = [
        (
            line_in_list(office.line, texts, NAME_SHOWN),
            (
                texts.get(f"section-{section_of(office.line.path)}"),
                codes_text(codes_of(office.line.path)[-1:]),
            ),
        )
        for office in offices
    ]
    names = mark_apart(named, NAME_SHOWN)
    return {office.key: name for office, name in zip(offices, names, strict=True)}


def _office_total(office: OfficeChange, names: Mapping[OfficeKey, str], texts: Texts) -> str:
    """What an office had and has, and the difference; of one that is new or gone the only amount."""
    both = office.old, office.new
    return office_before_and_after(names[office.key], both, office.doubt, texts, path=office.line.path)


_Rows = list[tuple[Button, ...]]


def _line_rows(changes: Changes, page: Sequence[ChangedLine], here: OpenChangedLines) -> _Rows:
    edition = changes.edition.address
    way = Way(ChangesPage(here.decision, here.listed, here.offset, here.since))
    buttons = []
    for number, changed in enumerate(page, start=here.offset + 1):
        line = LineAddress(edition, changed.path)
        if changed.new is None and changes.previous is not None:
            line = line.as_of(changes.previous.address)
        buttons.append(Button(str(number), OpenLine(line, way)))
    return number_rows(buttons)


def _last_rows(
    changes: Changes, here: OpenChangedLines, texts: Texts, total: int, office: OfficeChange | None = None
) -> _Rows:
    """The buttons that turn the page, and those that lead back."""
    turns = tuple(
        Button(texts.get(key), replace(here, offset=max(offset, 0)))
        for key, offset, there in (
            ("button-previous", here.offset - CHANGED_PAGE, here.offset > 0),
            ("button-next", here.offset + CHANGED_PAGE, here.offset + CHANGED_PAGE < total),
        )
        if there
    )
    last = _up(changes, here, texts, office)
    taken = TakeChanges(here.decision, here.line, here.listed, here.offset, here.way, here.since)
    last = (*last, table_button(taken, texts))
    rows = [turns, last]
    return [row for row in rows if row]


def _up(
    changes: Changes, here: OpenChangedLines, texts: Texts, office: OfficeChange | None
) -> tuple[Button, ...]:
    """The button to the decision's changes; from the lines of an office those to all offices and to it.

    The office leads back to them, or to the answer that its own card led back to.
    """
    if office is None:
        up = OpenChanges(here.decision, here.line, here.way, here.since)
        return (Button(_back_label(changes, here, texts), up),)
    each = replace(here, listed=OfOffices.EACH, offset=0)
    name = line_name(office.line, texts, BUTTON_LIMIT)
    of_card = here.since is None and isinstance(here.way.began, AnswerPage)
    way = here.way if of_card else Way(ChangesPage(here.decision, here.listed, 0, here.since))
    card = OpenOffice(here.line.as_of(here.decision).beside(office_path(office.key)), way)
    return (
        Button(texts.get("button-back-offices"), each),
        Button(texts.get("button-parent", name=name), card),
    )


def _back_label(changes: Changes, here: OpenChangedLines, texts: Texts) -> str:
    if here.since is not None:
        return texts.get("button-back-together")
    number = one_line(changes.edition.decision.number, NUMBER_LIMIT)
    return texts.get("button-back-changes", number=number)
