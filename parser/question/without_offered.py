"""A message that takes out some of the lines that were shown with numbers: `без первого`, `екіншісінсіз`."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.carried_over import with_edition, without_edition
from parser.question.choice import read_choice
from parser.question.in_list import find_in_list, line_at
from parser.question.intents import Frame, Intent, Relation, Unsaid
from parser.question.question import Exclusion, Question
from parser.question.reading import read_question
from parser.question.shown_before import ShownBefore
from parser.question.taken_out import read_whole

_SEVERAL = 2  # lines that are added up, at least


def without_offered(own: Question, shown: ShownBefore) -> Question | None:
    """What was shown, without those of its numbered lines that a message takes out.

    Args:
        own: the message as it stands alone.
        shown: what the answer before it showed.

    Returns:
        None where it takes out no line by its number alone; that it lacks what it goes on from where no line
        has that number.
    """
    cuts = [cut for cut in own.exclusions if cut.whole.names_nothing and not cut.whole.text]
    numbered = [(cut, [_read(part) for part in cut.parts]) for cut in cuts]
    found = next(((cut, numbers) for cut, numbers in numbered if all(numbers)), None)
    if found is None or own.asks_edition or not own.frame.asks_nothing_more:
        return None
    cut, numbers = found
    paths = [_find(number, shown.offered) for number in numbers if number]
    known = [path for path in paths if path is not None]
    if len(known) < len(paths):
        return replace(own, lacks=Unsaid.CONTEXT, talk=None)
    offer = _find_offer(shown)
    if offer is None or shown.of_changes:  # of what a decision changed nothing is taken out
        return replace(own, lacks=Unsaid.CONTEXT, talk=None)
    if offer.intent in {Intent.LARGEST, Intent.LIST}:
        return _take_out(known, cut, own, offer)
    return replace(offer, refused=offer.refused | set(known), said=own.tokens)


def _chose_several(shown: ShownBefore) -> bool:
    """Whether two lines of what was offered were chosen, one after another."""
    before = shown.question.earlier
    return before is not None and find_in_list(before, shown.offered) is not None


def _says_all(question: Question) -> bool:
    asking = load_asking_words()
    return any(asking.says(token.sound, Asks.EVERYTHING) for token in question.tokens)


def sum_offered(own: Question, shown: ShownBefore) -> Question | None:
    """The lines that were offered or listed as the largest, added up: `все вместе` behind `дороги`, `топ 5`.

    Args:
        own: the message as it stands alone.
        shown: what the answer before it showed.

    Returns:
        None where it asks anything else, or no lines were offered as what one question may mean.
    """
    plain = own.relation is Relation.SUMMED and own.names_nothing and own.frame.asks_nothing_more
    offer = _find_offer(shown) if plain and not (own.asks_edition or own.parts) else None
    if offer is None or offer.parts or len(shown.offered) < _SEVERAL:
        return None
    frame, chosen = offer.frame, find_in_list(shown.question, shown.offered) is not None
    if chosen and _chose_several(shown) and not _says_all(own):
        return None  # `первое`, `а второе`, `вместе`
    offers = (
        (chosen or not shown.is_asserted)
        and frame.asks_nothing_more
        and not _names_before(offer, shown.offered.values())
    )
    largest = frame.intent is Intent.LARGEST and frame.count == len(shown.offered)  # топ 5
    if not (offers or largest):
        return None
    parts = tuple(with_edition(line_at(place, offer.named), offer) for place in shown.offered.values())
    return replace(offer, frame=Frame(), parts=parts, relation=Relation.SUMMED, said=own.tokens)


def _names_before(offer: Question, offered: Collection[str]) -> bool:
    """Whether another line was named before, which `все вместе` means too."""
    asked = offer.earlier
    while asked is not None and (asked.path in offered or asked.words == offer.words):
        asked = asked.earlier
    return asked is not None and not asked.parts


def _find_offer(shown: ShownBefore) -> Question | None:
    """The question that numbered lines were shown for; None where that is forgotten."""
    asked: Question | None = shown.question
    while asked is not None and find_in_list(asked, shown.offered) is not None:
        asked = asked.earlier
    return asked


def _take_out(paths: list[str], cut: Exclusion, own: Question, previous: Question) -> Question:
    """A list without lines: of the largest, the others; of what a line consists of, what is left of it."""
    listed = previous.intent is Intent.LARGEST
    named = zip(paths, cut.parts, strict=True)
    parts = tuple(line_at(place, part.text) for place, part in named)
    before = previous.exclusions[0] if previous.exclusions else None
    bare = without_edition(before.whole if before else previous)
    whole = read_whole(replace(bare, frame=Frame(), exclusions=()))
    parts = (*(before.parts if before else ()), *parts)
    taken = replace(cut, whole=whole, parts=parts)
    question = replace(
        previous,
        frame=previous.frame if listed else Frame(),
        exclusions=(taken,),
        named=f"{previous.named} {own.text}".strip(),
        said=own.tokens,
        path=None,
    )
    return with_edition(question, previous)


def _read(part: Question) -> int | None:
    """The number of a line by which something is taken out; in Kazakh its word has lost its ending."""
    return read_choice(read_question(part.text)) or None


def _find(number: int, offered: Mapping[int, str]) -> str | None:
    return offered.get(max(offered, default=0) if number < 0 else number)
