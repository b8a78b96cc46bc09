"""Lines that a decision moved under another code, each joined from the two that it is told by."""

from __future__ import annotations

from dataclasses import replace

from handlers.views.texts import Texts
from parser.budget_code import section_of
from parser.kinds import Doubt
from storage.reading.differences import ChangedLine, Changes, Flow


def join_moved(changes: Changes) -> tuple[ChangedLine, ...]:
    """The lines of a decision's changes, a program that moved being one line and not a cut and a rise.

    Args:
        changes: the difference from the previous loaded edition.

    Returns:
        The lines in their order. One that moved stands under its new path with its old amount, and
        `moved_from` says where it stood; its change is what is left of both.
    """
    removed = {line.path: line for line in changes.lines if line.status == "removed" and line.telling}
    joined: list[ChangedLine] = []
    gone: set[str] = set()
    for line in changes.lines:
        before = removed.get(line.moved_from or "") if line.telling and line.status == "added" else None
        if before is None or section_of(before.path) is not section_of(line.path):
            joined.append(line)
            continue
        gone.add(before.path)
        doubt = Doubt.gravest((before.doubt, line.doubt))
        delta = (line.new or 0) - (before.old or 0)
        joined.append(replace(line, old=before.old, delta=delta, status="changed", doubt=doubt))
    return tuple(line for line in joined if line.path not in gone or line.status != "removed")


def tell_balance(flow: Flow, texts: Texts, wrong: str = "⚠️") -> str:
    """Whether what is spent changed by as much as what pays for it.

    Args:
        flow: what changed; where that is more than expenditure, so is what is said to agree.
        texts: the person's language.
        wrong: the sign that it does not agree.
    """
    if flow.balanced is None:
        return f"{wrong} {texts.get('sheet-balance-unread')}"
    if flow.outside:
        said = texts.get("sheet-balanced-wide" if flow.balanced else "sheet-unbalanced-wide")
    else:
        said = texts.get("sheet-balanced" if flow.balanced else "sheet-unbalanced")
    return f"{'✓' if flow.balanced else wrong} {said}"
