"""What is wrong with the table that a figure stands in: said wherever the figure is shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from handlers.views.lines import codes_text
from handlers.views.message import Span, bold, italic, plain
from handlers.views.texts import Texts
from parser.budget_code import codes_of, depth, section_of
from parser.kinds import DiscrepancyKind
from storage.reading.records import EditionInfo, Fault

_SHOWN = 4  # a table that lost its columns has a fault in every row


def fault_lines(faults: Sequence[Fault], texts: Texts) -> list[list[Span]]:
    """The faults of a table, those of one kind in one line; nothing where there are none.

    Args:
        faults: of the table that a card's line stands in.
        texts: the person's language.
    """
    if not faults:
        return []
    told = _gather(faults)
    lines = [[bold(texts.get("card-faults"))]]
    lines += [[plain(f"• {_sentence(each, texts)}")] for each in told[:_SHOWN]]
    if len(told) > _SHOWN:
        lines.append([plain(f"• {texts.get('card-faults-more', count=len(told) - _SHOWN)}")])
    return lines


def fault_mark(edition: EditionInfo, texts: Texts) -> list[list[Span]]:
    """That something is wrong with an edition's table, where no card says what."""
    return [[italic(texts.get("source-faults"))]] if edition.has_faults else []


@dataclass(frozen=True, slots=True)
class _Told:
    """A fault with the number of others like it."""

    fault: Fault
    others: int = 0


def _gather(faults: Sequence[Fault]) -> list[_Told]:
    """Faults one by one where a part is missing; rows of one kind are told by their first."""
    told: dict[tuple[DiscrepancyKind, str], _Told] = {}
    for fault in faults:
        of_row = depth(fault.path) > 0
        key = fault.kind, "" if of_row else fault.path
        if key in told:
            told[key] = replace(told[key], others=told[key].others + 1)
        else:
            told[key] = _Told(fault)
    return list(told.values())


def _sentence(told: _Told, texts: Texts) -> str:
    section = section_of(told.fault.path)
    codes = codes_text(codes_of(told.fault.path))
    name = texts.get(f"section-{section}")
    said = texts.get(f"fault-{told.fault.kind}", section=name, codes=codes)
    more = texts.get("fault-others", count=told.others) if told.others else ""
    return f"{said} {more}".strip()
