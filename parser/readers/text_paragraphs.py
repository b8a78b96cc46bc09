"""Printed lines of running text → paragraphs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from parser.document import Paragraph
from parser.readers.labels import is_stamp
from parser.readers.printed_table import PrintLine
from parser.records import PlaceUnit, SourcePlace
from parser.text.joining import join_lines

# Letters: no print breaks its lines so late; Word saves each paragraph as a line, however long it is.
_WIDEST_PRINT = 140
_ENDS = tuple('.;:»”"')  # of sentences and titles


def are_paragraphs(lines: Iterable[str]) -> bool:
    """Whether every line of a text is a paragraph of its own, as in what Word saves as plain text.

    Args:
        lines: the running text without its tables, whose rows may be wide in any print.
    """
    return any(len(" ".join(line.split())) > _WIDEST_PRINT for line in lines)


def join_paragraphs(lines: Sequence[PrintLine], *, each_line: bool) -> Iterator[Paragraph]:
    """The paragraphs of running text.

    Args:
        lines: in reading order.
        each_line: whether every line is a paragraph (`are_paragraphs`); else one begins at an indented line
            and after a blank one, and the stamp of an appendix does behind the end of a sentence.
    """
    part: list[PrintLine] = []
    for line in lines:
        begins = each_line or not line.text.strip() or line.text.startswith("  ")
        if part and (begins or _begins_stamp(line.text, part[-1].text)):
            yield _paragraph(part)
            part = []
        if line.text.strip():
            part.append(line)
    if part:
        yield _paragraph(part)


def _begins_stamp(line: str, before: str) -> bool:
    """Whether a line begins the stamp of an appendix: no sentence that names one goes on over it."""
    return before.rstrip().endswith(_ENDS) and not line[:1].islower() and is_stamp(line)


def _paragraph(lines: Sequence[PrintLine]) -> Paragraph:
    text = join_lines(line.text for line in lines)
    return Paragraph(text, SourcePlace(PlaceUnit.LINE, lines[0].number))
