"""The head of a line's card: its short name, the amount right under it, and whose budget it is of."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.views.amounts import exact, is_rounded, readable
from handlers.views.doubts import doubt_lines, marked
from handlers.views.lines import cited, codes_text, deficit_sign, line_name, shown_name
from handlers.views.message import Span, bold, bullet, code, italic, plain
from handlers.views.texts import Texts
from storage.reading.records import Block, Card

_BLOCKS_SHOWN = 5

Spans = Sequence[Span]


def card_title(card: Card, texts: Texts) -> list[Spans]:
    """The line's short name, and right under it the amount."""
    line = card.line
    printed, spoken = exact(line.amount, line.unit, texts), readable(line.amount, texts)
    amount = [bold(printed)]
    sign = deficit_sign(line)
    if sign:
        spoken = texts.get(f"card-deficit-{sign}", amount=_spoken(abs(line.amount), texts))
        amount.append(plain(f" ({spoken})"))
    elif spoken != printed:
        amount.append(plain(f" ({_spoken(line.amount, texts)})"))
    return [[bold(line_name(line, texts))], amount, *doubt_lines([line.doubt], texts)]


def _spoken(amount: int, texts: Texts) -> str:
    rounded = "-rounded" if is_rounded(amount) else ""
    return texts.get(f"card-readable{rounded}", amount=readable(amount, texts))


def card_place(card: Card, texts: Texts) -> list[Spans]:
    """Whose budget it is and of which decision, the codes, and the whole name where the title is shorter."""
    edition, line = card.edition, card.line
    key = "card-budget" if edition.year == card.main_year else "card-plan-year"
    as_of = "card-as-of-newest" if card.newest else "card-as-of-older"
    lines: list[Spans] = [
        [plain(texts.get(key, place=texts.place(edition.budget.place), year=str(edition.year)))],
        [plain(texts.get(as_of, **cited(edition.decision, texts)))],
    ]
    if line.codes:
        lines.append([plain(texts.get("card-codes") + " "), code(codes_text(line.codes))])
    name = shown_name(line.path, line.names, texts)
    if name.text != line_name(line, texts) and not deficit_sign(line):
        lines.append([plain(texts.get("card-whole-name") + " "), italic(name.text)])
    if name.elsewhere:
        lines.append([italic(texts.get("card-name-elsewhere"))])
    return [*lines, *_blocks(card, texts)]


def _blocks(card: Card, texts: Texts) -> list[Spans]:
    """The rows that a line's amount is the sum of, where it is printed in several."""
    line = card.line
    if len(line.blocks) < 2:
        return []
    lines: list[Spans] = [[plain(texts.get("card-blocks", count=len(line.blocks)))]]
    lines.extend(
        bullet(texts.get("card-block", row=block.row, amount=_of_block(block, line.unit, texts)))
        for block in line.blocks[:_BLOCKS_SHOWN]
    )
    if len(line.blocks) > _BLOCKS_SHOWN:
        lines.append(bullet(texts.get("card-blocks-more", count=len(line.blocks) - _BLOCKS_SHOWN)))
    return lines


def _of_block(block: Block, unit: int, texts: Texts) -> str:
    return marked(exact(block.amount, unit, texts), block.doubt)
