"""All handlers in the order that updates are offered to them."""

from __future__ import annotations

from aiogram import Router

from handlers import (
    admin,
    ask,
    budget,
    changes,
    changes_picture,
    decisions,
    documents,
    errors,
    fallback,
    feedback,
    follow,
    guest,
    history_picture,
    home,
    inline,
    language,
    line,
    membership,
    privacy,
    question,
    start,
    structure_picture,
    take_away,
    teaching,
)
from handlers.filters import WrittenByPerson


def create_root_router() -> Router:
    """A new router of all handlers. The first handler that matches takes the update.

    Returns:
        The root, to be included once.
    """
    root = Router(name="root")
    for sent in (root.message, root.edited_message):
        sent.filter(WrittenByPerson())
    for router in (
        errors.create_router(),
        membership.create_router(),
        start.create_router(),
        documents.create_router(),
        ask.create_router(),
        teaching.create_router(),
        admin.create_router(),
        budget.create_router(),
        decisions.create_router(),
        changes.create_router(),
        home.create_router(),
        follow.create_router(),
        feedback.create_router(),
        language.create_router(),
        privacy.create_router(),
        line.create_router(),
        history_picture.create_router(),
        changes_picture.create_router(),
        structure_picture.create_router(),
        take_away.create_router(),
        inline.create_router(),
        guest.create_router(),
        question.create_router(),  # any text: after every command
        fallback.create_router(),  # anything at all: the last
    ):
        _take_over(root, router)
    return root


def _take_over(root: Router, router: Router) -> None:
    """Lets the root offer updates to a router's handlers itself, behind those that it has.

    Offering one to a router takes as long as asking its filters, and there are many routers.

    Args:
        root: the root.
        router: has handlers, and no filters or middlewares for all of them.
    """
    for kind, observer in router.observers.items():
        root.observers[kind].handlers.extend(observer.handlers)
