"""What an office has in all functional groups together, said to be computed, and in each of them.

It is a card, of twelve lines at most: of many groups the smallest are told together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from handlers.views.actions import (
    Action,
    OpenChangedLines,
    OpenLine,
    OpenOffice,
    OpenOfficeEditions,
    OpenOfficeLedger,
    OpenOfficePrinted,
    ShareInline,
    StartFollowing,
)
from handlers.views.amounts import exact, percent
from handlers.views.card import LINES_SHOWN
from handlers.views.card_buttons import NUMBER_LIMIT, nearest_years, way_back
from handlers.views.card_head import spoken_amount
from handlers.views.clean import one_line
from handlers.views.doubts import doubt_lines, line_amount, marked
from handlers.views.fitting import FittedLine, fit, lines
from handlers.views.lines import BUTTON_LIMIT, cited
from handlers.views.matches import (
    answer_notices,
    match_parent,
    number_rows,
    numbered,
    page_line,
    page_way,
    paging_row,
    source_lines,
)
from handlers.views.message import Button, MessageView, Span, bold, bullet, code, italic, paragraphs, plain
from handlers.views.office_pages import office_ledger_view, office_title
from handlers.views.since import since_lines
from handlers.views.table_actions import TableKind, TakeAnswer, TakeTable
from handlers.views.take_away import table_button
from handlers.views.texts import Texts
from handlers.views.ways import DIRECT, OfOffices, Way, in_other_year
from parser.budget_code import BY_SIDE, codes_of
from parser.kinds import Doubt
from storage.answering.office_sum import Office
from storage.answering.page import LIST_PAGE
from storage.answering.several_figures import AcrossGroups

_NAMED_PARTS = 3  # more are buttons of their numbers
_GROUP_SHOWN = 70
_UNCHANGED, _SHARE, _PREVIOUS, _MARKS = 4, 3, 2, 1  # how soon they are left out
_FEWEST = 2  # groups that are told each by itself, however little room there is
_WHOLES = frozenset(BY_SIDE.values())

Row = tuple[Button, ...]


def across_view(answer: AcrossGroups, texts: Texts) -> MessageView:
    """What an office has, as the answer to a question.

    Args:
        answer: its lines, largest first.
        texts: the person's language.

    Returns:
        The message; a button opens each line.
    """
    page = answer.page
    if not page.matches:
        return MessageView(paragraphs([[plain(office_title(answer, texts))]]))
    notices = answer_notices(answer.heard, texts)
    if answer.asks_change and len(answer.ledger.steps) > 1:
        is_asked = answer.heard.question.names_decision and answer.heard.missing is None
        return office_ledger_view(answer, texts, page_way(page), notices, is_asked=is_asked)
    view = _view(answer, texts, page_way(page), notices)
    paging = paging_row(page, texts, LIST_PAGE)
    table = table_button(TakeAnswer(page.offset, page.matches[0].edition.budget), texts)
    return replace(view, rows=(*view.rows, (*paging, table)))


def office_view(office: Office, texts: Texts, way: Way = DIRECT) -> MessageView:
    """What an office has, opened by a button.

    Args:
        office: its lines, largest first.
        texts: the person's language.
        way: how the person came here.

    Returns:
        The message; a button opens each line, one leads back.
    """
    began = Way(way.began)
    view = _view(office, texts, began)
    table = table_button(TakeTable(office.address, TableKind.OFFICE, began), texts)
    back = way_back(began, office.address, office.page.matches[0].edition, texts)
    return replace(view, rows=(*view.rows, (table, *back)))


def _view(answer: Office, texts: Texts, way: Way, notices: Sequence[str] = ()) -> MessageView:
    page = answer.page
    first = page.matches[0]
    edition = first.edition
    amount = marked(exact(answer.amount, first.line.unit, texts), answer.doubt)
    key = "card-budget" if edition.year == edition.budget.first_year else "card-plan-year"
    budget = texts.get(key, place=texts.place(first.place), year=str(edition.year))
    as_of = "card-as-of-newest" if answer.around.newest else "card-as-of-older"
    shown = {match.line.doubt for match in page.matches}
    groups = texts.get("across-summed", count=page.total)
    told = lines(*([italic(notice)] for notice in notices))
    head = lines(
        [bold(office_title(answer, texts))],
        [bold(amount), plain(f" ({spoken_amount(answer.amount, texts)})")],
        [
            plain(f"{budget} · {texts.get('card-codes')} "),
            code(codes_of(first.path)[-1]),
            plain(f" · {groups}"),
        ],
        [plain(texts.get(as_of, **cited(edition.decision, texts)))],
    )
    source, *marks = source_lines(page.matches, texts)
    doubts = doubt_lines([answer.doubt], texts) if answer.doubt not in shown else []
    last = [*lines(source), *lines(*marks, *doubts, spare=_MARKS)]
    since = _since(answer, texts)
    paged = page_line(page, texts)
    kept = sum(not line.spare for line in since)
    room = LINES_SHOWN - len(told) - len(head) - len(paged) - len(last) - kept
    parts = lines(*paged, *_parts(answer, texts, max(room, _FEWEST)))
    spans = fit([told, head, [*_share(answer, texts), *since], parts, last], LINES_SHOWN)
    rows = (*_part_rows(answer, texts, way), _editions(answer, texts, way), _tools(answer, texts, way))
    return MessageView(spans, tuple(row for row in rows if row))


def _share(answer: Office, texts: Texts) -> list[FittedLine]:
    """What it is out of: all money of its section."""
    whole = answer.around.whole
    if whole is None or whole.share is None or whole.line.path not in _WHOLES:
        return []
    share = marked(percent(whole.share, texts), whole.doubt)
    amount = line_amount(whole.line, texts)
    key = f"card-share-{whole.line.path}"
    return lines(bullet(texts.get(key, share=share, amount=amount)), spare=_SHARE)


def _since(answer: Office, texts: Texts) -> list[FittedLine]:
    """By how much the sum changed since the decision before and since the original."""
    first, ledger = answer.page.matches[0], answer.ledger
    previous, original = ledger.since_previous, ledger.since_original
    told = since_lines((previous, original), first.edition.decision.kind, first.line, texts, ledger.steps)
    if previous is not None and original is not None and len(told) > 1:
        spare = _PREVIOUS if previous.delta else _UNCHANGED
        told = [FittedLine(told[0].spans, max(told[0].spare, spare)), *told[1:]]
    return told


def _parts(answer: Office, texts: Texts, room: int) -> list[list[Span]]:
    """What it has in each group, a line each: the office has been named. The smallest may stand together."""
    parts = numbered(answer.page)
    alone = parts if len(parts) <= room else parts[: room - 1]
    told = [
        [plain(f"{number}. "), bold(line_amount(match.line, texts)), plain(f" · {group}")]
        for number, match in alone
        for group in [match_parent(match, texts, _GROUP_SHOWN)]
    ]
    rest = [match.line for _, match in parts[len(alone) :]]
    if rest:
        doubt = Doubt.gravest(line.doubt for line in rest)
        amount = marked(exact(sum(line.amount for line in rest), rest[0].unit, texts), doubt)
        said = texts.get("across-rest", first=len(alone) + parts[0][0], last=parts[-1][0], amount=amount)
        told.append([plain(said)])
    return told


def _part_rows(answer: Office, texts: Texts, way: Way) -> list[Row]:
    """A button for each of its lines: of many the number alone."""
    actions = [(number, match, OpenLine(match.address, way)) for number, match in numbered(answer.page)]
    if len(actions) > _NAMED_PARTS:
        return number_rows([Button(str(number), action) for number, _, action in actions])
    return [
        (Button(texts.get("candidate-number", number=number, name=group), action, number),)
        for number, match, action in actions
        for group in [match_parent(match, texts, BUTTON_LIMIT)]
    ]


def _editions(answer: Office, texts: Texts, way: Way) -> Row:
    """The years beside, the decision to choose another, the newest where it is an older one; following."""
    edition, around = answer.page.matches[0].edition, answer.around
    row = [
        Button(
            str(other.year), OpenOffice(other.line, in_other_year(way, edition.address, other.line.edition))
        )
        for other in nearest_years(around.other_years, edition.year)
    ]
    if len(around.ledger.steps) > 1:
        label = texts.get("button-edition", number=one_line(edition.decision.number, NUMBER_LIMIT))
        row.append(Button(label, OpenOfficeEditions(answer.printed_at, way)))
    if not around.newest:
        row.append(Button(texts.get("button-newest"), OpenOffice(answer.address.as_of(None), way)))
    else:
        row.append(Button(texts.get("button-follow-short"), StartFollowing(answer.address)))
    return tuple(row)


def _tools(answer: Office, texts: Texts, way: Way) -> Row:
    edition, ledger = answer.page.matches[0].edition, answer.ledger
    tools: list[tuple[str, Action]] = []
    if len(ledger.steps) > 1:
        tools.append((texts.get("button-ledger"), OpenOfficeLedger(answer.address, way)))
    if ledger.since_previous is not None:
        number = one_line(edition.decision.number, NUMBER_LIMIT)
        listed = OpenChangedLines(edition.decision.address, answer.printed_at, OfOffices.ONE, 0, way)
        tools.append((texts.get("button-changes", number=number), listed))
    tools.append((texts.get("button-printed"), OpenOfficePrinted(answer.printed_at, way)))
    question = texts.get(
        "across-question",
        code=codes_of(answer.address.path)[-1],
        place=texts.place(edition.budget.place),
        year=str(edition.year),
        number=one_line(edition.decision.number, NUMBER_LIMIT),
    )
    tools.append((texts.get("button-share"), ShareInline(question)))
    return tuple(Button(label, action) for label, action in tools)
