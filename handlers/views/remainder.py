"""A line less some of the lines inside it, or why nothing can be taken out of it."""

from __future__ import annotations

from fractions import Fraction

from handlers.views.actions import OpenLine
from handlers.views.amounts import MINUS, NBSP, exact, figure, is_rounded, percent, readable
from handlers.views.clean import one_line
from handlers.views.deltas import tell_growth
from handlers.views.doubts import line_amount, marked
from handlers.views.lines import BUTTON_LIMIT, line_in_list, line_name
from handlers.views.matches import (
    NAME_SHOWN,
    QUERY_SHOWN,
    answer_notices,
    describe_match,
    listed_lines,
    match_button,
    numbered,
    page_line,
    page_rows,
    paging_row,
    source_lines,
)
from handlers.views.message import Button, MessageView, Span, bold, bullet, italic, paragraphs, plain
from handlers.views.over_years import tell_edition, tell_lacking
from handlers.views.take_away import answer_table_row
from handlers.views.texts import Texts
from handlers.views.ways import ANSWERED
from parser.kinds import Doubt
from parser.question.intents import Intent
from storage.answering.page import Match
from storage.answering.remainder import Hindrance
from storage.answering.several_figures import NoRemainder, Remainder, RemainderThen


def remainder_view(answer: Remainder, texts: Texts) -> MessageView:
    """What is left of a line, said to be computed, with the lines that it is computed of.

    Args:
        answer: the line, what is taken out of it, and what is left.
        texts: the person's language.

    Returns:
        The message; a button opens each line, and what else may have been meant to be taken out.
    """
    matches = [answer.whole, *answer.parts]
    shown = [*matches, *answer.others]
    unit = answer.whole.line.unit
    counted = list(enumerate(matches, start=1))
    amount = [bold(marked(exact(answer.amount, unit, texts), answer.doubt))]
    if is_rounded(answer.amount):
        rounded = texts.get("card-readable-rounded", amount=readable(answer.amount, texts))
        amount.append(plain(f" ({rounded})"))
    others = [[plain(texts.get("remainder-others"))]] if answer.others else []
    further = list(enumerate(answer.others, start=len(matches) + 1))
    is_over = len(answer.over) > 1 or bool(answer.lacking)
    edition = None if is_over else answer.whole.edition
    notices = answer_notices(answer.heard, texts, sums_alone=not is_over, edition=edition)
    spans = paragraphs(
        [[italic(notice)] for notice in notices],
        [
            [bold(remainder_title(answer, texts))],
            amount,
            [plain(_sum(answer, texts))],
            *_share(answer, texts),
        ],
        _list_over(answer, texts),
        [[italic(tell_lacking(each, texts))] for each in answer.lacking],
        *(describe_match(number, match, texts, among=shown) for number, match in counted),
        others,
        *(describe_match(number, match, texts, among=shown) for number, match in further),
        source_lines([*shown, *(then.whole for then in answer.over)], texts),
    )
    buttons = tuple(
        (match_button(number, match, texts, among=shown),) for number, match in [*counted, *further]
    )
    return MessageView(spans, (*buttons, *answer_table_row(matches, texts)))


def _share(answer: Remainder, texts: Texts) -> list[list[Span]]:
    """What share of the line is left, where a share is asked for: it is computed too."""
    whole = answer.whole.line
    if answer.heard.question.intent is not Intent.SHARE or not whole.amount:
        return []
    share = marked(percent(Fraction(answer.amount, whole.amount), texts), answer.doubt)
    name = line_in_list(whole, texts, NAME_SHOWN)
    return [[*bullet(texts.get("card-share", share=share, name=name, amount=line_amount(whole, texts)))]]


def _list_over(answer: Remainder, texts: Texts) -> list[list[Span]]:
    """What is left in each of the years or editions that are asked for, and how that changed: computed."""
    rows = (
        [[plain(texts.get(f"remainder-over-{'years' if answer.of_years else 'editions'}"))]]
        if answer.over
        else []
    )
    before: RemainderThen | None = None
    for then in answer.over:
        unit, edition = then.whole.line.unit, tell_edition(then.whole, texts, "of", of_years=answer.of_years)
        row = [plain(f"{edition} "), bold(marked(exact(then.amount, unit, texts), then.doubt))]
        if before is not None:
            change = texts.get("ledger-unchanged")
            if then.amount != before.amount:
                change = tell_growth(then.whole.path, (before.amount, then.amount), unit, texts)
            row.append(plain(f" ({marked(change, Doubt.gravest((before.doubt, then.doubt)))})"))
        rows.append(row)
        before = then
    return rows


def remainder_title(answer: Remainder, texts: Texts) -> str:
    """What the amount is of: «Образование» без строки «Общеобразовательное обучение»."""
    listed = listed_lines((answer.whole, *answer.parts))
    names = ", ".join(
        texts.get("remainder-part", name=line_in_list(part.line, texts, NAME_SHOWN, listed))
        for part in answer.parts
    )
    whole = line_in_list(answer.whole.line, texts, NAME_SHOWN, listed)
    return texts.get("remainder-title", whole=whole, parts=names, count=len(answer.parts))


def _sum(answer: Remainder, texts: Texts) -> str:
    """How the amount is computed: 12 523 223 − 8 392 311."""
    unit = answer.whole.line.unit
    terms = [
        marked(figure(match.line.amount, unit, texts), match.line.doubt)
        for match in (answer.whole, *answer.parts)
    ]
    return texts.get("remainder-computed", sum=f"{NBSP}{MINUS} ".join(terms))


def no_remainder_view(answer: NoRemainder, texts: Texts) -> MessageView:
    """Says why nothing is taken out of a line, and offers what may have been meant.

    Args:
        answer: the reason, and the lines.
        texts: the person's language.

    Returns:
        The message; a button opens each line that may be meant, and the line itself where that is clear.
    """
    page = answer.page
    rows = page_rows(page, texts)
    paging = paging_row(page, texts)
    spans = paragraphs(
        [[italic(notice)] for notice in answer_notices(answer.heard, texts)],
        [[plain(_reason(answer, texts))], *page_line(page, texts)],
        *(describe_match(number, match, texts, among=page.matches) for number, match in numbered(page)),
        source_lines(page.matches, texts),
    )
    return MessageView(spans, (*rows, *([paging] if paging else []), *_whole_row(answer.whole, texts)))


def _reason(answer: NoRemainder, texts: Texts) -> str:
    words = one_line(answer.words, QUERY_SHOWN)
    name = line_in_list(answer.whole.line, texts, NAME_SHOWN) if answer.whole else ""
    found = "some" if answer.page.matches else "none"
    if answer.hindrance in {Hindrance.WHOLE, Hindrance.PART}:
        return texts.get(f"remainder-{answer.hindrance}-{found}", words=words, whole=name)
    return texts.get(f"remainder-{answer.hindrance}", words=words, whole=name)


def _whole_row(whole: Match | None, texts: Texts) -> tuple[tuple[Button, ...], ...]:
    if whole is None:
        return ()
    label = texts.get("button-parent", name=line_name(whole.line, texts, BUTTON_LIMIT - 2))
    return ((Button(label, OpenLine(whole.address, ANSWERED)),),)
