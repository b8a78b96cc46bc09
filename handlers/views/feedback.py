"""What would be sent to the operator of an answer that was not wanted, and the question for consent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from handlers.views.actions import FeedbackStep, GiveFeedback
from handlers.views.clean import one_line
from handlers.views.fitting import ROWS
from handlers.views.message import Button, MessageView, code, folded, italic, paragraphs, plain
from handlers.views.operator_actions import PhraseStep, TakePhraseStep
from handlers.views.texts import Texts
from storage.taught import phrase_key, read_phrase

_QUESTION_SENT, _ANSWER_SENT = 500, 2500  # characters
_UNKNOWN = "—"  # a question that the answer does not tell


def consent_view(question: str | None, answer: str, texts: Texts) -> MessageView:
    """Asks whether question and answer may be sent, and shows both as they would be.

    Args:
        question: as it was typed; None where the answer does not tell it.
        answer: the bot's message.
        texts: the person's language.
    """
    asked = texts.get("feedback-question", question=(question or _UNKNOWN)[:_QUESTION_SENT])
    told = texts.get("feedback-answer", answer=answer[:_ANSWER_SENT])
    quote = folded([[plain(asked)], [plain(told)]])
    row = tuple(
        Button(texts.get(f"button-feedback-{step.name.lower()}"), GiveFeedback(step))
        for step in (FeedbackStep.SEND, FeedbackStep.DROP)
    )
    return MessageView(paragraphs([[plain(texts.get("feedback-consent"))]], quote), (row,))


def reported_view(agreed: str, texts: Texts) -> MessageView:
    """What an operator gets: what the person saw and agreed to, and a button to teach the question's words.

    Args:
        agreed: question and answer, as they were shown.
        texts: the person's language.
    """
    head = [[plain(texts.get("feedback-title"))]]
    question, answer = _split(agreed, texts)
    if question is None:
        return MessageView(paragraphs(head, folded([[plain(agreed)]])))
    before, _, after = texts.get("feedback-question", question="\0").partition("\0")
    asked = [[plain(before), code(question), plain(after)]]
    words = read_phrase(question)
    teach = Button(texts.get("button-teach", words=one_line(words, 40)), _teach(words))
    rows = ((teach,),) if words else ()
    how = [[italic(texts.get("feedback-teach-how"))]] if words else []
    return MessageView(paragraphs(head, asked, folded([[plain(answer)]]), how), rows)


def _teach(words: str) -> TakePhraseStep:
    return TakePhraseStep(phrase_key(words), PhraseStep.TEACH)


def _split(agreed: str, texts: Texts) -> tuple[str | None, str]:
    """The question of what was agreed to, and the rest; None where no question is told."""
    before, _, after = texts.get("feedback-question", question="\0").partition("\0")
    told = texts.get("feedback-answer", answer="\0").partition("\0")[0]
    asked, sign, answer = agreed.partition(f"{after}\n{told}")
    question = asked.removeprefix(before)
    known = bool(sign) and asked.startswith(before) and question != _UNKNOWN
    return (question, f"{told}{answer}") if known else (None, agreed)


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
