"""A line's card: what it is, how much, out of what, what changed, and where it is printed.

A card has at most twelve lines; what does not fit stands with the printed row (`printed.py`).
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from handlers.views.amounts import exact, percent
from handlers.views.card_buttons import ALONE, Situation, card_rows
from handlers.views.card_head import card_place, card_title
from handlers.views.deltas import tell_delta
from handlers.views.doubts import doubt_lines, doubt_places, line_amount, marked
from handlers.views.faults import conflict_line, fault_line, unread_mark
from handlers.views.fitting import FittedLine, fit, lines
from handlers.views.lines import cited, codes_text, line_in_list, line_name
from handlers.views.message import MessageView, Span, bullet, italic
from handlers.views.since import since_lines
from handlers.views.sources import source_line
from handlers.views.texts import Texts
from handlers.views.unlike_names import mark_apart
from parser.budget_code import BY_SIDE, codes_of
from parser.kinds import Doubt
from storage.answering.page import Match
from storage.reading.records import Card, Parent

CHILDREN_SHOWN = 3
LINES_SHOWN = 12
_PARENT_LIMIT = 60
_WHOLES = frozenset(BY_SIDE.values())  # a share of them is one of all money
_MIDDLE_SHARE, _DRIFT, _MOVES, _LAST_SHARE, _DOUBTS = 9, 8, 4, 2, 1  # how soon they are left out

Spans = Sequence[Span]


def card_view(
    card: Card, texts: Texts, situation: Situation = ALONE, *, notice: str | None = None
) -> MessageView:
    """A line's card with buttons to what is above, below, before and beside it.

    Args:
        card: the line of an edition.
        texts: the person's language.
        situation: where it is shown, and how the person came there.
        notice: a sentence to put first, such as what could not be found.

    Returns:
        The message.
    """
    conflicts = conflict_line(card.discrepancies, card.line.unit, texts)
    blocks = [
        lines([italic(notice)]) if notice else [],
        [*lines(*card_title(card, texts)), *card_place(card, texts)],
        [*_shares(card, texts), *_changes(card, texts)],
        lines(*conflicts, *fault_line(card.faults, texts), *unread_mark(card.edition, texts, card.line.path)),
        lines(source_line(card.edition, card.line.row, texts, card.line.url))
        + lines(*_doubts(card, texts), spare=_DOUBTS),
    ]
    return MessageView(fit(blocks, LINES_SHOWN), card_rows(card, texts, situation))


def _doubts(card: Card, texts: Texts) -> list[list[Span]]:
    """What the marks of the card mean, but for the line's own doubt, which is said at its amount."""
    own = card.line.doubt
    lines = [*(parent.line for parent in card.parents), *card.children.lines]
    others = [line for line in lines if line.doubt is not own]
    computed = (*card.parents, card.since_previous, card.since_original, card.plan_drift, *card.line.blocks)
    left = {each.doubt for each in computed if each} - {own, *(line.doubt for line in others)}
    return [*doubt_places(others, texts), *doubt_lines(left, texts)]


def _shares(card: Card, texts: Texts) -> list[FittedLine]:
    """What the line is out of: the line above it and all money, and between them where there is room."""
    parents = _telling_parents(card)
    named = [
        (line_in_list(parent.line, texts, _PARENT_LIMIT), (codes_text(parent.line.codes),))
        for parent in parents
    ]
    names = mark_apart(named, _PARENT_LIMIT)  # a group and its subgroup may have one name: `Прочие`
    spare = [0, *[_MIDDLE_SHARE] * (len(parents) - 2), _LAST_SHARE]
    return [
        FittedLine(bullet(_share(parent, name, texts)), least)
        for parent, name, least in zip(parents, names, spare, strict=False)
    ]


def _share(parent: Parent, name: str, texts: Texts) -> str:
    amount = line_amount(parent.line, texts)
    if parent.share is None:
        return texts.get("card-parent", name=name, amount=amount)
    key = f"card-share-{parent.line.path}" if parent.line.path in _WHOLES else "card-share"
    share = marked(percent(parent.share, texts), parent.doubt)
    return texts.get(key, share=share, name=name, amount=amount)


def share_of_sum(amount: int, matches: Sequence[Match], texts: Texts) -> list[Spans]:
    """What share a sum of lines is of each line that holds them all, and of all money of its side.

    Args:
        amount: the sum.
        matches: the lines, of one side, with their cards.
        texts: the person's language.
    """
    cards = [match.card for match in matches if match.card is not None]
    if not cards or amount < 0 or len(cards) < len(matches):
        return []
    held = set.intersection(*({parent.line.path for parent in card.parents} for card in cards))
    return [
        bullet(_share(_share_of(amount, parent, matches), line_name(parent.line, texts), texts))
        for parent in _telling_parents(cards[0])
        if parent.line.path in held and parent.line.amount > 0
    ]


def _share_of(amount: int, parent: Parent, matches: Sequence[Match]) -> Parent:
    """A line above with the share of it that a sum is."""
    doubt = Doubt.gravest((parent.line.doubt, *(match.line.doubt for match in matches)))
    return Parent(parent.line, Fraction(amount, parent.line.amount), doubt)


def widest_share(card: Card, texts: Texts) -> list[Spans]:
    """What share of all money of its side a line of a list is; none of a total.

    Args:
        card: of the line.
        texts: the person's language.
    """
    return [
        bullet(_share(parent, line_in_list(parent.line, texts, _PARENT_LIMIT), texts))
        for parent in _telling_parents(card)[-1:]
    ]


def _telling_parents(card: Card) -> list[Parent]:
    """The lines above without those that say the same as a wider one: an only child is all of its parent."""
    wider = (*(parent.line.amount for parent in card.parents[1:]), None)
    pairs = zip(card.parents, wider, strict=False)
    kept = [parent for parent, above in pairs if above != parent.line.amount]
    return [parent for parent in kept if parent.line.amount != card.line.amount] or kept


def _changes(card: Card, texts: Texts) -> list[FittedLine]:
    since = card.since_previous, card.since_original
    shown = since_lines(since, card.edition.decision.kind, card.line, texts, card.ledger)
    moves, drift = _continued(card, texts), _drift(card, texts)
    return [*shown, *lines(*moves, spare=_MOVES), *lines(*drift, spare=_DRIFT)]


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
        why = "unread" if drift.unread else "absent"
        return [bullet(texts.get(f"card-plan-{kind}-{why}", **since))]
    amount = exact(drift.amount, card.line.unit, texts)
    adopted = drift.amount if drift.is_plan else card.line.amount
    both = (adopted - drift.delta, adopted)
    delta = tell_delta(card.line.path, both, card.line.unit, texts, with_unit=True)
    said = texts.get(f"card-plan-{kind}", amount=amount, delta=delta, **since)
    return [bullet(marked(said, drift.doubt))]
