"""An answer → the view of its kind, the same for a chat, a group and inline. Words nothing itself."""

from __future__ import annotations

from dataclasses import replace

from handlers.desk import Desk
from handlers.shown_again import reuse_of
from handlers.views.budget import budget_view
from handlers.views.candidates import candidates_view, nothing_view
from handlers.views.card import card_view
from handlers.views.card_buttons import Situation
from handlers.views.contrary import tell_contrary_line
from handlers.views.feedback import with_feedback
from handlers.views.fitting import ROWS
from handlers.views.ledger import asked_ledger_view, ledger_view
from handlers.views.matches import answer_notices
from handlers.views.message import MessageView, paragraphs, plain
from handlers.views.pages import notice_view, remark_view
from handlers.views.places import home_view, other_places, place_choice_view, tell_places
from handlers.views.texts import Texts
from handlers.views.ways import ANSWERED, DIRECT
from parser.question.bounds import BoundUnit
from parser.question.intents import Intent
from parser.question.remarks import Remark
from storage.answering.answer import (
    Answer,
    Choice,
    ClaimCheck,
    NotHeld,
    Nothing,
    NothingLoaded,
    PartOfLine,
    PlaceChoice,
    SureLine,
    Talk,
)
from storage.answering.answer_traits import is_confident
from storage.answering.request import Heard
from storage.answering.sure_examples import WideExamples
from storage.answering.wanted import LISTED


def answer_view(found: Answer, desk: Desk, examples: WideExamples) -> MessageView:
    """What an answer is shown as.

    Args:
        found: the answer.
        desk: whom to show it to.
        examples: by which it tells how to ask, where it does.

    Returns:
        The message; below it, where a place was taken that nobody named, buttons of other places.
    """
    speaking = desk.speaking(found.heard)
    view = _view(found, speaking, examples)
    if _is_offer(found):
        view = with_feedback(view, speaking.texts)
    places = other_places(found.heard, speaking.texts)
    return replace(view, rows=(*view.rows, *places)) if places else view


def elsewhere_view(found: Answer, desk: Desk, examples: WideExamples) -> MessageView:
    """What an answer is shown as in a chat where the bot may not be: nothing in it leans on its buttons.

    Args:
        found: the answer.
        desk: whom to show it to.
        examples: by which it tells how to ask, where it does.

    Returns:
        The message without buttons.
    """
    texts = desk.speaking(found.heard).texts
    match found:
        case Nothing() if found.heard.question.lacks is None:
            view = nothing_view(found.heard, texts, found.words, found.nearest, elsewhere=True)
        case PlaceChoice():
            view = place_choice_view(found, texts, elsewhere=True)
        case Talk(remark=Remark.PLACES):
            places = tell_places([known.newest for known in desk.index.places], "places-loaded", texts)
            view = MessageView(paragraphs([[plain(places or texts.get("nothing-loaded"))]]))
        case _:
            view = _name_others(answer_view(found, desk, examples), found.heard, texts)
    return replace(view, rows=())


def _name_others(view: MessageView, heard: Heard, texts: Texts) -> MessageView:
    """A message of what a place lacks, with the places that have it."""
    others = tell_places(heard.others, "lacking-elsewhere", texts) if heard.lacking else ""
    return replace(view, spans=(*view.spans, plain(f"\n\n{others}"))) if others else view


def _is_offer(found: Answer) -> bool:
    """Whether an answer only offers, or found nothing: it may not be what was wanted."""
    if isinstance(found, Nothing):
        return found.heard.question.lacks is None
    if isinstance(found, NotHeld):
        return found.page.total > 0
    if isinstance(found, Choice):
        return not found.of_budget
    return isinstance(found, PartOfLine) or (isinstance(found, ClaimCheck) and not is_confident(found))


def _view(found: Answer, desk: Desk, examples: WideExamples) -> MessageView:  # noqa: PLR0911 - one for each kind
    texts = desk.texts
    match found:
        case SureLine():
            return _sure_view(found, desk)
        case Choice(of_budget=True):
            totals = [match.card for match in found.page.matches if match.card is not None]
            return budget_view(totals, texts, answer_notices(found.heard, texts))
        case Choice():
            return candidates_view(found, texts) if found.page.matches else nothing_view(found.heard, texts)
        case Nothing():
            return nothing_view(found.heard, texts, found.words, found.nearest)
        case PlaceChoice():
            return place_choice_view(found, texts)
        case NothingLoaded():
            return notice_view("nothing-loaded", texts)
        case Talk(remark=Remark.PLACES):
            return _places_view(desk)
        case Talk(remark=remark):
            return remark_view(remark, desk.username, texts, examples)
        case _:
            from handlers.wider_views import wider_view  # noqa: PLC0415 - with 20 files that few answers need

            return wider_view(found, desk)


def _places_view(desk: Desk) -> MessageView:
    """The loaded places, to choose one's own from."""
    budgets = [known.newest for known in desk.index.places]
    return (
        home_view(desk.own, (), budgets, desk.texts) if budgets else notice_view("nothing-loaded", desk.texts)
    )


def _sure_view(found: SureLine, desk: Desk) -> MessageView:
    card, texts = found.card, desk.texts
    told = (_notice(found.heard, texts), _nothing_inside(found, texts))
    notice = " ".join(filter(None, told)) or None
    alternatives = found.total > 1
    way = ANSWERED if alternatives else DIRECT
    if found.heard.question.intent is Intent.CHANGE and len(card.ledger) > 1:
        notice = " ".join(filter(None, (notice, tell_contrary_line(found, texts)))) or None
        named = found.heard.question.names_decision and found.heard.missing is None
        if named:
            return asked_ledger_view(card, texts, way, notice)
        return ledger_view(card, texts, way=way, notice=notice)
    room = ROWS - len(other_places(found.heard, texts))
    situation = Situation(way, alternatives=alternatives, room=room)

    def show() -> MessageView:
        return desk.finish(card_view(card, texts, situation, notice=notice))

    return reuse_of(desk, card, ("card", texts.language, situation, notice, desk.username), show)


def _nothing_inside(found: SureLine, texts: Texts) -> str | None:
    """That a line has nothing inside, where that was asked for, and whether its amount is as asked."""
    frame, card = found.heard.question.frame, found.card
    if card.children.total or not (frame.intent in LISTED or frame.bounds):
        return None
    if frame.bounds is None or frame.bounds.unit is not BoundUnit.TENGE:
        return texts.get("listing-none")
    from handlers.views.bounded import describe_bounds  # noqa: PLC0415 - as the wider views

    key = "within" if frame.bounds.hold(card.line.amount) else "beyond"
    return texts.get(f"listing-none-{key}", bounds=describe_bounds(frame.bounds, texts))


def _notice(heard: Heard, texts: Texts) -> str | None:
    return " ".join(answer_notices(heard, texts)) or None
