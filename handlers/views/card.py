"""A line's card: what it is, how much, out of what, what changed, and where it is printed."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.views.amounts import exact, figure, percent, readable
from handlers.views.card_head import card_place, card_title
from handlers.views.clean import one_line
from handlers.views.doubts import doubt_lines, doubt_places, line_amount, marked
from handlers.views.faults import fault_lines
from handlers.views.lines import (
    BUTTON_LIMIT,
    cited,
    line_in_list,
    line_name,
    skipped_text,
)
from handlers.views.links import line_payload, share_query
from handlers.views.message import (
    Action,
    Button,
    MessageView,
    OpenLedger,
    OpenLine,
    ShareInline,
    ShowCandidates,
    Span,
    StartChat,
    bold,
    bullet,
    code,
    italic,
    link,
    paragraphs,
    plain,
)
from handlers.views.texts import Texts
from parser.budget_code import BY_SIDE, codes_of
from parser.records import DecisionKind
from storage.reading.address import LineAddress
from storage.reading.records import Card, Change, Parent

CHILDREN_PAGE = 6
_PARENT_LIMIT = 120
_WHOLES = frozenset(BY_SIDE.values())  # a share of them is one of all money

Spans = Sequence[Span]


def card_view(
    card: Card, texts: Texts, *, asked: bool = False, inline: bool = False, notice: str | None = None
) -> MessageView:
    """A line's card with buttons to what is above, below and before it.

    Args:
        card: the line of an edition.
        texts: the person's language.
        asked: a button leads back to the candidates of the question.
        inline: for a message that lives in somebody else's chat.
        notice: a sentence to put first, such as what could not be found.

    Returns:
        The message.
    """
    spans = paragraphs(
        [[italic(notice)]] if notice else [],
        card_title(card, texts),
        card_place(card, texts),
        _shares(card, texts),
        _changes(card, texts),
        [[plain(texts.get("card-discrepancies", count=card.discrepancies))]] if card.discrepancies else [],
        fault_lines(card.faults, texts),
        [_source(card, texts), *_doubts(card, texts)],
        _children_title(card, texts),
    )
    return MessageView(spans, _rows(card, texts, asked=asked, inline=inline))


def _doubts(card: Card, texts: Texts) -> list[list[Span]]:
    """What the marks of the card mean, but for the line's own doubt, which is said at its amount."""
    own = card.line.doubt
    lines = [*(parent.line for parent in card.parents), *card.children.lines]
    others = [line for line in lines if line.doubt is not own]
    computed = (*card.parents, card.since_previous, card.since_original, card.plan_drift, *card.line.blocks)
    left = {each.doubt for each in computed if each} - {own, *(line.doubt for line in others)}
    return [*doubt_places(others, texts), *doubt_lines(left, texts)]


def _shares(card: Card, texts: Texts) -> list[Spans]:
    if not card.parents:
        return []
    shared = any(parent.share is not None for parent in card.parents)
    lines: list[Spans] = [[bold(texts.get("card-shares" if shared else "card-inside"))]]
    for parent in _telling_parents(card):
        name = line_in_list(parent.line, texts, _PARENT_LIMIT)
        amount = line_amount(parent.line, texts)
        if parent.share is None:
            lines.append(bullet(texts.get("card-parent", name=name, amount=amount)))
            continue
        key = f"card-share-{parent.line.path}" if parent.line.path in _WHOLES else "card-share"
        share = marked(percent(parent.share, texts), parent.doubt)
        lines.append(bullet(texts.get(key, share=share, name=name, amount=amount)))
    return lines


def _telling_parents(card: Card) -> list[Parent]:
    """The lines above without those that say the same as a wider one: an only child is all of its parent."""
    wider = [*card.parents[1:], None]
    pairs = zip(card.parents, wider, strict=True)
    kept = [parent for parent, above in pairs if above is None or above.line.amount != parent.line.amount]
    return [parent for parent in kept if parent.line.amount != card.line.amount] or kept


def _changes(card: Card, texts: Texts) -> list[Spans]:
    lines: list[Spans] = [[bold(texts.get("card-changes"))]]
    previous, original = card.since_previous, card.since_original
    if card.edition.decision.kind is DecisionKind.ORIGINAL and previous is None:
        return [*lines, [plain(texts.get("card-is-original"))]]
    if previous is None:
        lines.append([plain(texts.get("card-no-previous"))])
    elif original is None or previous.since.address != original.since.address:
        lines.append(_change(previous, card, texts))
    if original is not None:
        lines.append(_change(original, card, texts, suffix="-original"))
    elif previous is not None:
        lines.append([plain(texts.get("card-no-original"))])
    if previous is not None and previous.skipped:
        lines.append([italic(skipped_text(previous.skipped, texts))])
    return [*lines, *_continued(card, texts), *_drift(card, texts)]


def _continued(card: Card, texts: Texts) -> list[Spans]:
    """Says that the line stood before, or goes on, under another administrator or group."""
    moves = (("card-continued-from", card.continued_from), ("card-continued-as", card.continued_as))
    return [
        bullet(texts.get(key, code=" · ".join(codes_of(move.path)), **cited(move.decision, texts)))
        for key, move in moves
        if move is not None
    ]


def _drift(card: Card, texts: Texts) -> list[Spans]:
    """Says what became of a plan in the next budget, or what had been planned for this year."""
    drift = card.plan_drift
    if drift is None:
        return []
    kind = "became" if drift.is_plan else "was"
    since = cited(drift.edition.decision, texts)
    if drift.amount is None or drift.delta is None:
        return [bullet(texts.get(f"card-plan-{kind}-absent", **since))]
    amount = exact(drift.amount, card.line.unit, texts)
    delta = exact(drift.delta, card.line.unit, texts, signed=True)
    said = texts.get(f"card-plan-{kind}", amount=amount, delta=delta, **since)
    return [bullet(marked(said, drift.doubt))]


def _change(change: Change, card: Card, texts: Texts, suffix: str = "") -> Spans:
    since = cited(change.since, texts)
    if change.old is None:
        return bullet(texts.get(f"card-appeared{suffix}", **since))
    if change.delta == 0:
        return bullet(marked(texts.get(f"card-unchanged{suffix}", **since), change.doubt))
    delta = exact(change.delta, card.line.unit, texts, signed=True)
    old = figure(change.old, card.line.unit, texts)
    return bullet(marked(texts.get(f"card-changed{suffix}", delta=delta, old=old, **since), change.doubt))


def _source(card: Card, texts: Texts) -> Spans:
    edition, line, decision = card.edition, card.line, card.edition.decision
    council = decision.body_in(texts.language)
    if council is None:
        body = texts.get("source-body-unknown", place=texts.place(edition.budget.place))
    elif texts.language in decision.bodies:
        body = one_line(council, 120)
    else:
        body = texts.get("name-elsewhere", name=one_line(council, 120))
    act = texts.get("source-decision", **cited(decision, texts))
    tail = []
    if edition.appendix:
        tail.append(texts.get("source-appendix", appendix=one_line(edition.appendix, 20)))
    tail.append(texts.get("source-row", row=line.row))
    return [
        plain(f"{texts.get('card-source')} {body}, "),
        link(act, decision.url_in(texts.language)),
        plain(f", {', '.join(tail)}, {texts.get('source-file')} "),
        code(one_line(line.file, 80)),
    ]


def _children_title(card: Card, texts: Texts) -> list[Spans]:
    children = card.children
    if not children.lines:
        return []
    first, last = children.offset + 1, children.offset + len(children.lines)
    if children.offset:
        return [[plain(texts.get("card-children-page", count=children.total, first=first, last=last))]]
    key = "card-children" if last == children.total else "card-children-largest"
    return [[plain(texts.get(key, count=children.total))]]


def _rows(card: Card, texts: Texts, *, asked: bool, inline: bool) -> tuple[tuple[Button, ...], ...]:
    here = card.address
    rows: list[tuple[Button, ...]] = [
        (_line_button(_child_label(card, index, texts), here.beside(child.path), asked=asked),)
        for index, child in enumerate(card.children.lines)
    ]
    rows.append(_paging(card, texts, here, asked=asked))
    if card.parents:
        above = card.parents[0].line
        label = texts.get("button-parent", name=line_name(above, texts, BUTTON_LIMIT - 2))
        rows.append((_line_button(label, here.beside(above.path), asked=asked),))
    if not card.newest:
        rows.append((_line_button(texts.get("button-newest"), here.as_of(None), asked=asked),))
    rows.append(_tools(card, texts, here, asked=asked, inline=inline))
    if asked and not inline:
        rows.append((Button(texts.get("button-candidates"), ShowCandidates(budget=card.edition.budget)),))
    return tuple(row for row in rows if row)


def _child_label(card: Card, index: int, texts: Texts) -> str:
    child = card.children.lines[index]
    amount = marked(readable(child.amount, texts, short=True), child.doubt)
    name = line_name(child, texts, max(BUTTON_LIMIT - len(amount), 10))
    return texts.get("button-child", amount=amount, name=name)


def _line_button(label: str, line: LineAddress, *, asked: bool, offset: int = 0) -> Button:
    return Button(label, OpenLine(line, offset, asked))


def _paging(card: Card, texts: Texts, here: LineAddress, *, asked: bool) -> tuple[Button, ...]:
    children, row = card.children, []
    if children.offset > 0:
        before = max(children.offset - CHILDREN_PAGE, 0)
        row.append(_line_button(texts.get("button-previous"), here, asked=asked, offset=before))
    after = children.offset + len(children.lines)
    if children.lines and after < children.total:
        row.append(_line_button(texts.get("button-next"), here, asked=asked, offset=after))
    return tuple(row)


def _tools(card: Card, texts: Texts, here: LineAddress, *, asked: bool, inline: bool) -> tuple[Button, ...]:
    tools: list[tuple[str, Action]] = []
    if len(card.ledger) > 1:
        tools.append(("button-ledger", OpenLedger(here, asked)))
    payload = line_payload(here)
    # What is shown is handed on, not what will be the newest by then.
    shared = share_query(LineAddress(card.edition.address, card.line.path), line_name(card.line, texts))
    if not inline and shared is not None:
        tools.append(("button-share", ShareInline(shared)))
    elif inline and payload is not None:
        tools.append(("button-open-bot", StartChat(payload)))
    return tuple(Button(texts.get(key), action) for key, action in tools)
