"""A line's row as the document prints it, between its neighbours, and all that is doubtful about it."""

from __future__ import annotations

from collections.abc import Iterator

from handlers.views.actions import OpenLine
from handlers.views.amounts import unit_name
from handlers.views.clean import one_line
from handlers.views.doubts import MARK, doubt_lines
from handlers.views.faults import conflict_lines, fault_lines
from handlers.views.feedback import feedback_button
from handlers.views.lines import cited, codes_text
from handlers.views.message import Button, MessageView, Span, bold, italic, link, paragraphs, plain
from handlers.views.texts import Texts
from handlers.views.ways import DIRECT, Way
from storage.reading.printed_rows import PrintedLine, PrintedRows

OWN_SHOWN = 4  # rows of the line; an administrator may have more blocks
_NEIGHBOUR_NAME, _OWN_NAME = 90, 300


def printed_view(printed: PrintedRows, texts: Texts, way: Way = DIRECT) -> MessageView:
    """The rows of a line as they are printed, with those around them.

    Args:
        printed: the rows.
        texts: the person's language.
        way: how the person came to the line.

    Returns:
        The message; buttons lead back to the card, and say that it was not what was wanted.
    """
    return MessageView(
        paragraphs(
            [[bold(texts.get("printed-title"))], printed_source(printed, texts)],
            *_parts(printed, texts),
            doubt_lines([row.block.doubt for row in printed.own if row.block], texts),
            conflict_lines(printed.discrepancies.figures, printed.unit, texts),
            fault_lines(printed.discrepancies.faults, texts),
        ),
        ((Button(texts.get("button-card"), OpenLine(printed.address, way)), feedback_button(texts)),),
    )


def printed_source(printed: PrintedRows, texts: Texts) -> list[Span]:
    """The decision, the appendix, the rows, the unit of its amounts, and whose language it is.

    Args:
        printed: the rows.
        texts: the person's language.
    """
    decision = printed.edition.decision
    act = texts.get("source-decision", **cited(decision, texts))
    tail = []
    if printed.appendix:
        tail.append(texts.get("source-appendix", appendix=one_line(printed.appendix, 20)))
    numbers = ", ".join(str(row.row) for row in printed.own[:OWN_SHOWN])
    tail.append(texts.get("printed-rows", count=len(printed.own), rows=numbers))
    tail.append(unit_name(printed.unit, texts))
    if printed.language is not texts.language:
        tail.append(texts.get("printed-language"))
    return [link(act, printed.url), plain(f", {', '.join(tail)}")]


def _parts(printed: PrintedRows, texts: Texts) -> Iterator[list[list[Span]]]:
    """Rows that stand together, a block each; what stands between two blocks is not shown."""
    block: list[list[Span]] = []
    own, before = 0, None
    for row in printed.rows:
        own += row.block is not None
        if own > OWN_SHOWN:
            block.append([italic(texts.get("printed-more", count=len(printed.own) - OWN_SHOWN))])
            break
        if block and before is not None and row.row - before > 1:
            yield block
            block = []
        block.append(printed_row(row))
        before = row.row
    if block:
        yield block


def printed_row(row: PrintedLine) -> list[Span]:
    """A row as it is printed, with its number; one of the line's own stands out."""
    codes = f"{codes_text(row.codes)}  " if row.codes else ""
    if row.block is None:
        name, amount = one_line(row.name, _NEIGHBOUR_NAME), one_line(row.amount, 40)
        return [plain(f"{row.row}. {codes}{name} — {amount}")]
    mark = f" {MARK}" if row.block.doubt else ""
    name, amount = one_line(row.name, _OWN_NAME), one_line(row.amount, 40)
    return [bold(f"▸ {row.row}. {codes}{name} — {amount}{mark}")]
