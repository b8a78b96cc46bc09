"""The head of a line's card: its short name, the amount right under it, and whose budget it is of."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.views.amounts import exact, figure, is_rounded, readable
from handlers.views.doubts import doubt_lines, marked
from handlers.views.fitting import FittedLine, lines
from handlers.views.lines import cited, codes_text, deficit_sign, line_name, shown_name
from handlers.views.message import Span, bold, code, italic, plain
from handlers.views.texts import Texts
from storage.reading.records import Card, DecisionInfo

_BLOCKS_SHOWN = 5
_WHOLE_NAME, _BLOCKS = 6, 4  # how soon they are left out

Spans = Sequence[Span]


def card_title(card: Card, texts: Texts) -> list[Spans]:
    """The line's short name, and right under it the amount."""
    line = card.line
    printed, spoken = exact(line.amount, line.unit, texts), readable(line.amount, texts)
    amount = [bold(printed)]
    sign = deficit_sign(line)
    if sign:
        spoken = texts.get(f"card-deficit-{sign}", amount=spoken_amount(abs(line.amount), texts))
        amount.append(plain(f" ({spoken})"))
    elif spoken != printed and line.amount:
        amount.append(plain(f" ({spoken_amount(line.amount, texts)})"))
    return [[bold(line_name(line, texts))], amount, *doubt_lines([line.doubt], texts)]


def spoken_amount(amount: int, texts: Texts) -> str:
    """An amount as one says it: «около 12,5 млрд тенге», «12 млрд тенге»."""
    rounded = "-rounded" if is_rounded(amount) else ""
    return texts.get(f"card-readable{rounded}", amount=readable(amount, texts))


def card_place(card: Card, texts: Texts) -> list[FittedLine]:
    """Whose budget it is, the codes and the decision; and the whole name where the title is shorter."""
    edition, line = card.edition, card.line
    key = "card-budget" if edition.year == card.main_year else "card-plan-year"
    as_of = "card-as-of-newest" if card.newest else "card-as-of-older"
    where: list[Span] = [
        plain(texts.get(key, place=texts.place(edition.budget.place), year=str(edition.year)))
    ]
    if line.codes:
        where += [plain(f" · {texts.get('card-codes')} "), code(codes_text(line.codes))]
    shown = lines(where, [plain(texts.get(as_of, **cited(edition.decision, texts)))])
    gone = _find_removal(card)
    if gone is not None:
        shown += lines([plain(texts.get("card-gone", **cited(gone, texts)))])
    name = shown_name(line.path, line.names, texts)
    if name.text != line_name(line, texts) and not deficit_sign(line):
        shown += lines([plain(texts.get("card-whole-name") + " "), italic(name.text)], spare=_WHOLE_NAME)
    if name.elsewhere:
        shown += lines([italic(texts.get("card-name-elsewhere"))])
    return [*shown, *_blocks(card, texts)]


def _find_removal(card: Card) -> DecisionInfo | None:
    """The later decision that left no such line, where none has it again, under another code either."""
    later = [step for step in card.ledger if step.decision.date > card.edition.decision.date and step.loaded]
    if card.newest or card.continued_as is not None or not later or later[-1].amount is not None:
        return None
    kept = [number for number, step in enumerate(later, start=1) if step.amount is not None]
    return later[max(kept, default=0)].decision


def _blocks(card: Card, texts: Texts) -> list[FittedLine]:
    """The rows that a line's amount is the sum of, where it is printed in several."""
    blocks, unit = card.line.blocks, card.line.unit
    if len(blocks) < 2:
        return []
    amounts = [marked(figure(block.amount, unit, texts), block.doubt) for block in blocks[:_BLOCKS_SHOWN]]
    if len(blocks) > _BLOCKS_SHOWN:
        amounts.append(texts.get("card-blocks-more", count=len(blocks) - _BLOCKS_SHOWN))
    said = texts.get("card-blocks", count=len(blocks), amounts=" + ".join(amounts))
    return lines([plain(said)], spare=_BLOCKS)
