"""What would be sent to the operator of an answer that was not wanted, and the question for consent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from handlers.views.actions import FeedbackStep, GiveFeedback
from handlers.views.clean import one_line
from handlers.views.fitting import ROWS
from handlers.views.message import Button, MessageView, Span, code, folded, italic, paragraphs, plain
from handlers.views.operator_actions import PhraseStep, TakePhraseStep
from handlers.views.texts import Texts
from storage.taught import phrase_key, read_phrase

_QUESTION_SENT, _ANSWER_SENT = 500, 2500  # characters


def consent_view(question: str | None, answer: str, texts: Texts) -> MessageView:
    """Asks whether question and answer may be sent, and shows both as they would be.

    The question stands as code and the answer as a quote, so that a press finds them there.

    Args:
        question: as it was typed; None where the answer does not tell it.
        answer: the bot's message.
        texts: the person's language.
    """
    told = texts.get("feedback-answer", answer=answer[:_ANSWER_SENT])
    row = tuple(
        Button(texts.get(f"button-feedback-{step.name.lower()}"), GiveFeedback(step))
        for step in (FeedbackStep.SEND, FeedbackStep.DROP)
    )
    spans = paragraphs(
        [[plain(texts.get("feedback-consent"))]], _tell_question(question, texts), folded([[plain(told)]])
    )
    return MessageView(spans, (row,))


def reported_view(question: str | None, answer: str, texts: Texts) -> MessageView:
    """What an operator gets: what the person saw and agreed to, and a button to teach the question's words.

    Args:
        question: as it was shown; None where none was.
        answer: as it was shown.
        texts: the person's language.
    """
    head = [[plain(texts.get("feedback-title"))]]
    asked, words = _tell_question(question, texts), read_phrase(question or "")
    teach = Button(texts.get("button-teach", words=one_line(words, 40)), _teach(words))
    rows = ((teach,),) if words else ()
    how = [[italic(texts.get("feedback-teach-how"))]] if words else []
    return MessageView(paragraphs(head, asked, folded([[plain(answer)]]), how), rows)


def _teach(words: str) -> TakePhraseStep:
    return TakePhraseStep(phrase_key(words), PhraseStep.TEACH)


def _tell_question(question: str | None, texts: Texts) -> list[list[Span]]:
    """The question behind its title, as code; no line where it is not known."""
    if not question:
        return []
    return [[plain(texts.get("feedback-question") + " "), code(question[:_QUESTION_SENT])]]


def feedback_button(texts: Texts) -> Button:
    """The button that begins it."""
    return Button(texts.get("button-feedback"), GiveFeedback(FeedbackStep.ASK))


def with_feedback(view: MessageView, texts: Texts) -> MessageView:
    """A message with that button: in a row of its own, or beside the last where there are many rows."""
    button, rows = feedback_button(texts), view.rows
    if len(rows) < ROWS:
        return replace(view, rows=(*rows, (button,)))
    return replace(view, rows=_beside_last(rows, button))


def _beside_last(rows: Sequence[tuple[Button, ...]], button: Button) -> tuple[tuple[Button, ...], ...]:
    return (*rows[:-1], (*rows[-1], button))
