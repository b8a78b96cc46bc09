"""That what a button or a link named is not there any more, and what there is."""

from __future__ import annotations

from handlers.views.actions import OpenLine
from handlers.views.amounts import day, exact, figure
from handlers.views.clean import one_line
from handlers.views.doubts import doubt_lines, marked
from handlers.views.lines import BUTTON_LIMIT, cited, codes_text, short_name
from handlers.views.message import Button, MessageView, paragraphs, plain
from handlers.views.texts import Texts
from parser import budget_code
from storage.reading.lookup import Lacking, Remains
from storage.reading.renumbered import Renumbered


def gone_view(remains: Remains, texts: Texts) -> MessageView:
    """What is missing, with buttons to where it stands now, to the same line elsewhere and to the one above.

    Args:
        remains: what there is.
        texts: the person's language.

    Returns:
        The message.
    """
    same, above = remains.same, remains.above
    rows: list[tuple[Button, ...]] = []
    said = [[plain(gone_sentence(remains, texts))]]
    if remains.moved:
        code = codes_text(budget_code.codes_of(remains.moved.path))
        said.append([plain(_moved_sentence(remains.moved, code, texts))])
        if not remains.moved.is_same:
            said += doubt_lines([remains.moved.old.doubt, remains.moved.new.doubt], texts)
        key = "gone-button-moved" if remains.moved.is_same else "gone-button-alike"
        moved = remains.asked.beside(remains.moved.path)
        rows.append((Button(texts.get(key, code=code), OpenLine(moved)),))
    if same:
        number = one_line(same.decision.number, 20)
        label = texts.get("gone-button-same", year=str(same.line.edition.year), number=number)
        rows.append((Button(label, OpenLine(same.line.as_of(same.decision))),))
    if above:
        name = short_name(above.line.path, above.names, texts, BUTTON_LIMIT - 2)
        rows.append((Button(texts.get("button-parent", name=name), OpenLine(above.line)),))
    spans = paragraphs(said, [[plain(texts.get("gone-instead"))]] if rows else [])
    return MessageView(spans, tuple(rows))


def _moved_sentence(moved: Renumbered, code: str, texts: Texts) -> str:
    """Where the line stands now, or that one of its name began, which may be another line."""
    if moved.is_same:
        return texts.get("gone-moved", code=code)
    old = marked(figure(moved.old.amount, moved.unit, texts), moved.old.doubt)
    new = marked(exact(moved.new.amount, moved.unit, texts), moved.new.doubt)
    return texts.get("gone-alike", code=code, old=old, new=new, **cited(moved.decision, texts))


def gone_sentence(remains: Remains, texts: Texts) -> str:
    """One sentence: which budget it is, and what of the address it does not have.

    Args:
        remains: what there is.
        texts: the person's language.

    Returns:
        The sentence.
    """
    asked = remains.asked
    where = {"place": texts.place(asked.edition.budget.place), "year": str(asked.edition.year)}
    codes = budget_code.codes_of(asked.path)
    if remains.lacking is Lacking.LINE and codes:
        return texts.get("gone-line-coded", codes=codes_text(codes), **where)
    if remains.lacking is Lacking.EDITION and asked.edition.decision is not None:
        decision = asked.edition.decision
        number = one_line(decision.number, 30)
        return texts.get("gone-edition", number=number, date=day(decision.date, texts), **where)
    return texts.get(f"gone-{remains.lacking}", **where)
