"""The buttons under what a decision changed: lists of all lines, pictures, the table, sharing, and back."""

from __future__ import annotations

from dataclasses import replace

from handlers.views.actions import OpenChanges, OpenDecisions, OpenLine, ShareInline
from handlers.views.card_buttons import NUMBER_LIMIT
from handlers.views.changed_lines import shown_inside
from handlers.views.charts.waterfall import changes_pictures
from handlers.views.clean import one_line
from handlers.views.matches import number_rows
from handlers.views.message import Button
from handlers.views.moved_money import changed_lines_rows
from handlers.views.table_actions import TakeAnswer, TakeChanges
from handlers.views.take_away import table_button
from handlers.views.texts import Texts
from handlers.views.ways import ANSWERED, ChangesPage, DecisionsPage, Way
from parser.budget_code import BY_SIDE, depth, section_of
from parser.records import Section
from storage.answering.answer import DecisionChanges
from storage.reading.address import LineAddress
from storage.reading.differences import Changes

_PLACE_SHOWN = 60

_Rows = tuple[tuple[Button, ...], ...]


def change_rows(
    changes: Changes, texts: Texts, opened: OpenChanges | None, answer: DecisionChanges | None
) -> _Rows:
    """The buttons under a decision's changes, or those of several together.

    Args:
        changes: the difference from an earlier edition.
        texts: the person's language.
        opened: what opened them; None where no button did.
        answer: what they are the answer of.
    """
    back = ((_back(opened, texts),),) if opened and opened.since is None else ()
    if changes.previous is None:
        return (*_whole_rows(changes, texts), *back) if back else _whole_rows(changes, texts, decisions=True)
    if answer is not None and answer.inside is not None:
        table = table_button(TakeAnswer(0, changes.edition.budget), texts)
        return (*_inside_rows(answer), (table,))
    here = opened or _open_again(changes, together=answer is not None and answer.together)
    rows = changed_lines_rows(changes, here, texts)
    share = Button(texts.get("button-share"), ShareInline(_ask(changes, here, texts)))
    table = table_button(TakeChanges(here.decision, here.line, way=here.way, since=here.since), texts)
    pictures = changes_pictures(changes, texts, here.since)
    return (*rows, (*pictures, table, share), *back)


def _whole_rows(changes: Changes, texts: Texts, *, decisions: bool = False) -> _Rows:
    """Where nothing can be compared: the buttons of what comes in and goes out, and of all decisions."""
    edition = changes.edition
    way = Way(ChangesPage(edition.decision.address))
    sides = tuple(
        Button(texts.get(f"section-{side}"), OpenLine(LineAddress(edition.address, side.value), way))
        for side in BY_SIDE.values()
        if (total := changes.totals.get(side)) is not None and total.new is not None
    )
    listed = OpenDecisions(edition.budget, edition.year)
    last = ((Button(texts.get("button-decisions-all"), listed),),) if decisions else ()
    return (*((sides,) if sides else ()), *last)


def _open_again(changes: Changes, *, together: bool) -> OpenChanges:
    """What opens changes that no button opened; the line to go back to is the total of expenditure."""
    edition = changes.edition
    line = LineAddress(replace(edition.address, decision=None), Section.EXPENDITURE.value)
    since = changes.previous.address if together and changes.previous else None
    return OpenChanges(edition.decision.address, line, since=since)


def _ask(changes: Changes, here: OpenChanges, texts: Texts) -> str:
    """The question that is answered by these changes."""
    edition, previous = changes.edition, changes.previous
    place, number = one_line(texts.place(edition.budget.place), _PLACE_SHOWN), edition.decision.number
    if here.since is None or previous is None:
        return texts.get("changes-question", named=one_line(f"№ {number} {place}", 80))
    since, until = (one_line(each, NUMBER_LIMIT) for each in (previous.number, number))
    return texts.get("changes-question-between", since=since, until=until, place=place)


def _inside_rows(answer: DecisionChanges) -> _Rows:
    """A numbered button for each of the lines inside a line that changed."""
    changes, inside = answer.changes, answer.inside
    if inside is None or changes.previous is None:
        return ()
    edition, before = changes.edition.address, changes.previous.address
    buttons = []
    for number, changed in enumerate(shown_inside(answer, inside), start=1):
        line = LineAddress(edition, changed.path)
        opened = line if changed.new is not None else line.as_of(before)
        buttons.append(Button(str(number), OpenLine(opened, ANSWERED)))
    return tuple(number_rows(buttons))


def _back(opened: OpenChanges, texts: Texts) -> Button:
    """The button to where the person came from: the list of decisions, else a line's card.

    A total is named: a greeting leads here too, and nobody who comes from it has seen the card.
    """
    line, way = opened.line, opened.way
    match way.began:
        case DecisionsPage(offset):
            listed = OpenDecisions(line.edition.budget, line.edition.year, offset)
            return Button(texts.get("button-decisions"), listed)
        case None if not depth(line.path):
            label = texts.get("button-parent", name=texts.get(f"section-{section_of(line.path)}"))
            return Button(label, OpenLine(line, way))
        case _:
            return Button(texts.get("button-card"), OpenLine(line, way))
