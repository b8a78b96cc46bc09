"""Where a figure is printed, in one line: the council, the decision, the appendix and the row."""

from __future__ import annotations

from handlers.views.clean import one_line
from handlers.views.lines import cited
from handlers.views.message import Span, link, plain
from handlers.views.texts import Texts
from storage.reading.address import BudgetAddress
from storage.reading.records import DecisionInfo, EditionInfo


def council_name(decision: DecisionInfo, budget: BudgetAddress, texts: Texts) -> str:
    """The council that adopts a budget's decisions: `Тараз қалалық мәслихаты`.

    Where no decision has its name in the person's language, the name in the other one with a mark; where
    none has a name at all, the council of the place.
    """
    council = decision.body_in(texts.language)
    if council is None:
        return texts.get("source-body-unknown", place=texts.place(budget.place))
    if texts.language in decision.bodies:
        return one_line(council, 120)
    return texts.get("name-elsewhere", name=one_line(council, 120))


def source_line(edition: EditionInfo, row: int | None, texts: Texts, page: str | None = None) -> list[Span]:
    """The source of a figure; the decision leads to its official page where a loaded text said its address.

    Args:
        edition: that the figure is printed in.
        row: the row of its table; None of figures in several rows.
        texts: the person's language.
        page: of the text that the row was read from; it serves a decision whose own page is not known.
    """
    decision = edition.decision
    body = council_name(decision, edition.budget, texts)
    tail = [texts.get("source-appendix", appendix=one_line(edition.appendix, 20))] if edition.appendix else []
    if row is not None:
        tail.append(texts.get("source-row", row=row))
    return [
        plain(f"{texts.get('card-source')} {body}, "),
        link(texts.get("source-decision", **cited(decision, texts)), decision.url_in(texts.language) or page),
        plain("".join(f", {each}" for each in tail)),
    ]
