"""What operators look at: what is loaded, what disagrees, what was not found or taught, what went wrong."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from handlers.views.actions import Action, OpenDecisions, OpenLine
from handlers.views.clean import one_line
from handlers.views.message import Button, MessageView, Span, bold, bullet, in_rows, italic, paragraphs, plain
from handlers.views.operator_actions import AdminPage, OpenAdminPage, PhraseStep, SendTaught, TakePhraseStep
from handlers.views.texts import Texts
from parser.dataclass import dataclass
from storage.missed_questions import Missed
from storage.reading.address import LineAddress
from storage.reading.discrepancies import StoredDiscrepancy
from storage.reading.holdings import Holding
from storage.taught import Taught, phrase_key

ADMIN_ROWS = 6  # of a page
_PHRASES_IN_ROW = 2  # of buttons, so that these stand with the rows that turn pages
_LONGEST = 260  # letters of a row
_PAGES = (AdminPage.BUDGETS, AdminPage.DISCREPANCIES, AdminPage.MISSED, AdminPage.TAUGHT, AdminPage.ERRORS)

Row = tuple[Button, ...]


def admin_view(counts: dict[AdminPage, int], texts: Texts) -> MessageView:
    """The first page.

    Args:
        counts: how much each page has.
        texts: the operator's language.
    """
    rows = [(Button(_page_name(page, counts, texts), OpenAdminPage(page)),) for page in _PAGES]
    head = [[bold(texts.get("admin-title"))], [plain(texts.get("admin-documents"))]]
    return MessageView(paragraphs(head, [[plain(texts.get("admin-teach-how"))]]), tuple(rows))


def _page_name(page: AdminPage, counts: dict[AdminPage, int], texts: Texts) -> str:
    return texts.get(f"admin-page-{page.name.lower()}", count=counts[page])


def holdings_view(holdings: Sequence[Holding], offset: int, total: int, texts: Texts) -> MessageView:
    """Budgets, with how much is loaded of each; a button lists the decisions on it."""
    rows, buttons = [], []
    for each in holdings:
        budget = each.budget
        named = {"place": texts.place(budget.place), "years": f"{budget.first_year}–{budget.last_year}"}
        values = {"loaded": each.loaded, "known": each.known, "editions": each.editions}
        rows.append(texts.get("admin-budget", **named, **values, discrepancies=each.discrepancies))
        buttons.append(
            (Button(f"{named['place']} · {named['years']}", OpenDecisions(budget, budget.first_year)),)
        )
    return _page(_Part(AdminPage.BUDGETS, offset, total), rows, buttons, texts)


def discrepancies_view(
    found: Sequence[tuple[StoredDiscrepancy, LineAddress, str]], offset: int, total: int, texts: Texts
) -> MessageView:
    """Discrepancies; a button opens the line that each is about.

    Args:
        found: each with its line, and in words.
        offset: how many stand before them.
        total: how many there are.
        texts: the operator's language.
    """
    rows, buttons = [], []
    for number, (each, line, said) in enumerate(found, start=offset + 1):
        place = texts.place(line.edition.budget.place)
        named = {"place": place, "year": str(line.edition.year), "number": each.decision.number}
        rows.append(texts.get("admin-discrepancy", row=number, found=said, file=each.file, **named))
        buttons.append(Button(texts.get("button-admin-line", row=number), OpenLine(line)))
    return _page(_Part(AdminPage.DISCREPANCIES, offset, total), rows, in_rows(buttons, 4), texts)


def missed_view(missed: Sequence[Missed], offset: int, total: int, texts: Texts) -> MessageView:
    """Questions that found nothing; a button teaches what the words of each mean."""
    rows = [texts.get("admin-missed", words=each.words, count=each.count) for each in missed]
    buttons = [_phrase_button("button-teach", each.words, PhraseStep.TEACH, texts) for each in missed]
    return _page(_Part(AdminPage.MISSED, offset, total), rows, in_rows(buttons, _PHRASES_IN_ROW), texts)


def taught_view(taught: Sequence[Taught], offset: int, texts: Texts) -> MessageView:
    """What was taught; buttons forget a phrase, and send all as files."""
    page = taught[offset : offset + ADMIN_ROWS]
    rows = [texts.get("admin-taught", words=each.words, name=each.name) for each in page]
    buttons = [_phrase_button("button-unteach", each.words, PhraseStep.FORGET, texts) for each in page]
    below = [*in_rows(buttons, _PHRASES_IN_ROW)]
    if taught:
        below.append((Button(texts.get("button-taught-file"), SendTaught()),))
    return _page(_Part(AdminPage.TAUGHT, offset, len(taught)), rows, below, texts)


def _phrase_button(key: str, words: str, step: PhraseStep, texts: Texts) -> Button:
    return Button(texts.get(key, words=one_line(words, 40)), TakePhraseStep(phrase_key(words), step))


def errors_view(errors: Iterable[tuple[dt.datetime, str]], offset: int, texts: Texts) -> MessageView:
    """What went wrong since the start, the newest first.

    Args:
        errors: when, and what.
        offset: how many of the newest to pass over.
        texts: the operator's language.
    """
    listed = list(errors)
    page = listed[offset : offset + ADMIN_ROWS]
    rows = [f"{at:%d.%m %H:%M:%S} UTC · {said}" for at, said in page]
    return _page(_Part(AdminPage.ERRORS, offset, len(listed)), rows, [], texts)


@dataclass(frozen=True, slots=True)
class _Part:
    """What of a page is shown: from which row on, of how many."""

    page: AdminPage
    offset: int
    total: int


def _page(part: _Part, rows: Sequence[str], buttons: Sequence[Row], texts: Texts) -> MessageView:
    page, offset, total = part.page, part.offset, part.total
    head: list[list[Span]] = [[bold(texts.get(f"admin-page-{page.name.lower()}", count=total))]]
    if total > len(rows) > 0:
        shown = texts.get("decisions-page-of", first=offset + 1, last=offset + len(rows), count=total)
        head.append([italic(shown)])
    if not rows:
        head.append([plain(texts.get("admin-none"))])
    turns: list[Button] = []
    if offset > 0:
        turns.append(_turn("button-previous", page, max(offset - ADMIN_ROWS, 0), texts))
    if offset + len(rows) < total:
        turns.append(_turn("button-next", page, offset + ADMIN_ROWS, texts))
    back = Button(texts.get("button-admin"), OpenAdminPage(AdminPage.HOME))
    spans = paragraphs(head, *([bullet(one_line(row, _LONGEST))] for row in rows))
    return MessageView(spans, (*buttons, *([tuple(turns)] if turns else []), (back,)))


def _turn(key: str, page: AdminPage, offset: int, texts: Texts) -> Button:
    action: Action = OpenAdminPage(page, offset)
    return Button(texts.get(key), action)
