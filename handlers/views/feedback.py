"""What would be sent to the operator of an answer that was not wanted, and the question for consent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from handlers.views.actions import FeedbackStep, GiveFeedback
from handlers.views.message import Button, MessageView, folded, paragraphs, plain
from handlers.views.texts import Texts

_QUESTION_SENT, _ANSWER_SENT = 500, 2500  # characters
_ROWS = 6


def consent_view(question: str | None, answer: str, texts: Texts) -> MessageView:
    """Asks whether question and answer may be sent, and shows both as they would be.

    Args:
        question: as it was typed; None where the answer does not tell it.
        answer: the bot's message.
        texts: the person's language.
    """
    asked = texts.get("feedback-question", question=(question or "—")[:_QUESTION_SENT])
    told = texts.get("feedback-answer", answer=answer[:_ANSWER_SENT])
    quote = folded([[plain(asked)], [plain(told)]])
    row = tuple(
        Button(texts.get(f"button-feedback-{step.name.lower()}"), GiveFeedback(step))
        for step in (FeedbackStep.SEND, FeedbackStep.DROP)
    )
    return MessageView(paragraphs([[plain(texts.get("feedback-consent"))]], quote), (row,))


def feedback_button(texts: Texts) -> Button:
    """The button that begins it."""
    return Button(texts.get("button-feedback"), GiveFeedback(FeedbackStep.ASK))


def with_feedback(view: MessageView, texts: Texts) -> MessageView:
    """A message with that button: in a row of its own, or beside the last where there are many rows."""
    button, rows = feedback_button(texts), view.rows
    if len(rows) < _ROWS:
        return replace(view, rows=(*rows, (button,)))
    return replace(view, rows=_beside_last(rows, button))


def _beside_last(rows: Sequence[tuple[Button, ...]], button: Button) -> tuple[tuple[Button, ...], ...]:
    return (*rows[:-1], (*rows[-1], button))
