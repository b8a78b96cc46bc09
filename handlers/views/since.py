"""What changed since the decision before and since the original one, each in a line."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.views.amounts import figure
from handlers.views.deltas import tell_delta
from handlers.views.doubts import marked
from handlers.views.fitting import FittedLine, lines
from handlers.views.lines import cited, skipped_text, tell_unread
from handlers.views.message import Span, bullet, italic, plain
from handlers.views.texts import Texts
from parser.records import DecisionKind
from storage.reading.records import Card, Change, LineSummary, Step

_SKIPPED = 3  # how soon it is left out

Spans = Sequence[Span]


def since_lines(
    since: tuple[Change | None, Change | None],
    kind: DecisionKind,
    line: LineSummary,
    texts: Texts,
    ledger: Sequence[Step] = (),
) -> list[FittedLine]:
    """By how much an amount changed, and which decisions in between are not loaded.

    Args:
        since: the change from the edition adopted just before, None without one, and the change from what the
            original decision set, None where that is not loaded.
        kind: of the decision that the amount is of.
        line: whose amount it is.
        texts: the person's language.
        ledger: what each decision on the year left of it: those whose amount could not be read are named.
    """
    previous, original = since
    unread = [step.decision for step in ledger if step.unread]
    told = [[italic(tell_unread(unread, texts))]] if unread else []
    if kind is DecisionKind.ORIGINAL and previous is None:
        return lines([plain(texts.get("card-is-original"))], *told)
    shown: list[FittedLine] = []
    skipped = [italic(skipped_text(previous.skipped, texts))] if previous and previous.skipped else []
    between = lines(*([skipped] if skipped else []), spare=_SKIPPED)
    if previous is None:
        shown += [] if unread else lines([plain(texts.get("card-no-previous"))])
    elif original is None or previous.since.address != original.since.address:
        shown += [*lines(_change(previous, line, texts)), *between]
        between = []  # they lie between these two, and not since the original
    if original is not None:
        shown += lines(_change(original, line, texts, suffix="-original"))
    elif previous is not None and not any(decision.kind is DecisionKind.ORIGINAL for decision in unread):
        shown += lines([plain(texts.get("card-no-original"))])
    return [*shown, *between, *lines(*told)]


def widest_change(card: Card, texts: Texts) -> list[Spans]:
    """By how much a line of a list changed in all: since the original edition, else since the one before.

    Args:
        card: of the line.
        texts: the person's language.

    Returns:
        One line; none where no earlier edition has it.
    """
    if card.since_original is not None:
        return [_change(card.since_original, card.line, texts, suffix="-original")]
    return [_change(card.since_previous, card.line, texts)] if card.since_previous is not None else []


def change_of_decision(card: Card, texts: Texts) -> list[Spans]:
    """By how much one decision changed a line of a list, and what is not loaded before it.

    Args:
        card: of the line, as the decision left it.
        texts: the person's language.

    Returns:
        No line where no earlier edition is loaded.
    """
    previous = card.since_previous
    if previous is None:
        return []
    skipped = [[italic(skipped_text(previous.skipped, texts))]] if previous.skipped else []
    if previous.unread:
        skipped.append([italic(tell_unread(previous.unread, texts))])
    return [_change(previous, card.line, texts), *skipped]


def _change(change: Change, line: LineSummary, texts: Texts, suffix: str = "") -> Spans:
    since = cited(change.since, texts)
    if change.old is None:
        return bullet(texts.get(f"card-appeared{suffix}", **since))
    if change.delta == 0:
        return bullet(marked(texts.get(f"card-unchanged{suffix}", **since), change.doubt))
    delta = tell_delta(line.path, (change.old, change.new), line.unit, texts, with_unit=True)
    old = figure(change.old, line.unit, texts)
    return bullet(marked(texts.get(f"card-changed{suffix}", delta=delta, old=old, **since), change.doubt))
