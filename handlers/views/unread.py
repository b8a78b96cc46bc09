"""Lines that a decision's table prints and that could not be read: what became of them is not known."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.views.amounts import figure
from handlers.views.changed_names import name_lines
from handlers.views.clean import one_line
from handlers.views.doubts import marked
from handlers.views.message import Span, bold, plain
from handlers.views.texts import Texts
from storage.reading.differences import Changes, UnreadLine

_UNIT = 1000  # all changes are shown in thousand tenge
_NAME = 90  # letters of a row of which no line is known

Spans = Sequence[Span]


def unread_lines(changes: Changes, texts: Texts, count: int, paths: Sequence[str] = ()) -> list[Spans]:
    """The lines that one of two editions prints and that could not be read there, with the amount that was.

    Args:
        changes: the difference from an earlier edition.
        texts: the person's language.
        count: how many are shown at most.
        paths: of the lines that alone are looked into; none for all.

    Returns:
        A title and a line for each; nothing where all was read.
    """
    lines = changes.list_unread(paths) if paths else list(changes.unread)
    names = name_lines(lines, changes, texts)
    told = [unread_text(line, names[line.path], texts) for line in lines]
    if not paths:
        told += [texts.get("unread-name", name=one_line(name, _NAME)) for name in changes.rows_unread]
    if not told:
        return []
    shown: list[Spans] = [[bold(texts.get("changes-lines-unread"))]]
    shown += [[plain(f"• {line}")] for line in told[:count]]
    if len(told) > count:
        shown.append([plain("• " + texts.get("changes-more", count=len(told) - count))])
    return shown


def unread_text(line: UnreadLine, name: str, texts: Texts) -> str:
    """What a line had, where it has an amount now that could not be read; or the other way round."""
    key, amount = ("now", line.old) if line.new is None else ("before", line.new)
    said = marked(figure(amount or 0, _UNIT, texts), line.doubt)
    return texts.get(f"changes-line-unread-{key}", name=name, amount=said)


def verdict(changes: Changes, texts: Texts, wrong: str = "⚠️") -> str:
    """Whether the changes of the lines give those of the totals; that this is not known, if it is not.

    Args:
        changes: the difference from an earlier edition.
        texts: the person's language.
        wrong: the sign that they do not.
    """
    if changes.reconciled:
        return f"✓ {texts.get('changes-reconciled')}"
    if changes.reconciled is None:
        return f"{wrong} {texts.get('changes-verdict-unread')}"
    said = texts.get("changes-gap", count=len(changes.gap))
    return (
        f"{wrong} {said} {texts.get('changes-verdict-unread')}"
        if changes.is_partly_read
        else f"{wrong} {said}"
    )
