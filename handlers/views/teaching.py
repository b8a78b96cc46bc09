"""Which line everyday words mean: asked, offered, kept.

The words stand as code in the message, and a button of it has their hash: a press or a reply finds them so.
"""

from __future__ import annotations

from collections.abc import Sequence

from handlers.views.fitting import ROWS
from handlers.views.lines import short_name
from handlers.views.message import Button, MessageView, bold, code, paragraphs, plain
from handlers.views.operator_actions import AdminPage, OpenAdminPage, PhraseStep, TakePhraseStep, TeachLine
from handlers.views.texts import Texts
from storage.reading.records import Names
from storage.taught import phrase_key

LINES_OFFERED = ROWS - 1  # the last row leads back

Offered = Sequence[tuple[str, Names]]


def ask_line_view(phrase: str, offered: Offered, texts: Texts, known: str | None = None) -> MessageView:
    """Asks which line a phrase means, and offers some.

    Args:
        phrase: its words.
        offered: paths with their names.
        texts: the operator's language.
        known: the line that the words surely find by now, where they do: what is taught takes its place.
    """
    head = [[plain(texts.get("teach-ask")), plain(" "), code(phrase)]]
    if known is not None:
        head.append([plain("⚠ "), plain(texts.get("teach-known", name=known))])
    how = texts.get("teach-choose" if offered else "teach-none")
    return MessageView(
        paragraphs(head, [[plain(how)]]),
        (*_lines(offered, texts), _back(TakePhraseStep(phrase_key(phrase), PhraseStep.LEAVE), texts)),
    )


def taught_line_view(phrase: str, name: str, texts: Texts) -> MessageView:
    """Says what a phrase means from now on."""
    head = [[bold(texts.get("teach-done"))], [code(phrase), plain(f" → {name}")]]
    return MessageView(
        paragraphs(head, [[plain(texts.get("teach-where"))]]),
        (_back(OpenAdminPage(AdminPage.MISSED), texts),),
    )


def _lines(offered: Offered, texts: Texts) -> list[tuple[Button, ...]]:
    return [
        (Button(short_name(path, names, texts, 60), TeachLine(path)),)
        for path, names in offered[:LINES_OFFERED]
    ]


def _back(to_missed: TakePhraseStep | OpenAdminPage, texts: Texts) -> tuple[Button, ...]:
    missed = Button(texts.get("button-admin-missed"), to_missed)
    return missed, Button(texts.get("button-admin-taught"), OpenAdminPage(AdminPage.TAUGHT))
