"""A person who asks, presses buttons and shares cards, and what each address showed them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from aiogram.methods import EditMessageText, SendMessage
from aiogram.types import InlineQueryResultArticle, InputTextMessageContent

from handlers.callbacks import FeedbackButton
from handlers.views.links import find_shared
from parser.records import Language
from tests.harness.person import Sent, TestUser

# Cards of several editions and years, candidates, lists, comparisons, a decision's changes.
QUESTIONS = {
    Language.KK: ["білім беру", "бөлімі", "білім беру 12-3", "білім беру 2014", "білім беру № 10-3"],
    Language.RU: [
        "образование",
        "отдел",
        "образование № 10-3",
        "образование 2013 и 2014",
        "как изменилось № 18-3",
    ],
}
PRESSED = 8  # buttons after each question
_STRIDE = 7919  # a prime: here and there among the buttons instead of one branch after the other
SHARED = 6


@dataclass
class Seen:
    """What a person was shown, by the address that shows it again."""

    buttons: dict[str, Sent] = field(default_factory=dict)
    links: dict[str, Sent] = field(default_factory=dict)
    shared: dict[str, InlineQueryResultArticle] = field(default_factory=dict)


async def look_around(person: TestUser, language: Language) -> Seen:
    """Asks, presses every button it comes to, shares cards, and notes what each address showed."""
    seen = Seen()
    for asked in ["/start", *QUESTIONS[language]]:
        await person.send(asked)
        before = len(seen.buttons)
        waiting = list_data(person)
        while waiting and len(seen.buttons) < before + PRESSED:
            data = waiting.pop(len(seen.buttons) * _STRIDE % len(waiting))
            if data in seen.buttons or data.startswith(("q", "g", "f", "v", "j3")):
                continue
            seen.buttons[data] = await person.press_data(data, message=person.message)
            waiting += list_data(person)
            for query in [button.switch_inline_query for button in person.buttons]:
                # What is shared of a decision is a question in words, and no address.
                if query and find_shared(query) and len(seen.shared) < SHARED:
                    [result] = (await person.ask_inline(query)).results
                    assert isinstance(result, InlineQueryResultArticle)
                    seen.shared[query] = result
    for result in seen.shared.values():
        assert result.reply_markup is not None
        for button in (button for row in result.reply_markup.inline_keyboard for button in row):
            if button.url:
                payload = button.url.partition("?start=")[2]
                seen.links[payload] = await person.open_link(payload)
    return seen


def list_data(person: TestUser) -> list[str]:
    """The data of the buttons of the last message, without that of the button to the operator."""
    data = (button.callback_data for button in person.buttons)
    return [each for each in data if each and not each.startswith(f"{FeedbackButton.__prefix__}:")]


def text_of(sent: Sent) -> str:
    """The text that was sent or edited."""
    [text] = [method.text for method in sent if isinstance(method, SendMessage | EditMessageText)]
    return text or ""


def amount_of(sent: Sent) -> str:
    """A card's amount: the second bold span, after the line's name."""
    [method] = [method for method in sent if isinstance(method, SendMessage | EditMessageText)]
    bold = [entity for entity in method.entities or [] if entity.type == "bold"]
    return bold[1].extract_from(method.text or "")


def figures(text: str) -> list[str]:
    """All numbers of a text: amounts, codes, years, decisions and dates."""
    return re.findall(r"\d[\d\u00a0.,]*", text)


def message_of(result: InlineQueryResultArticle) -> str:
    """What an inline result sends."""
    assert isinstance(result.input_message_content, InputTextMessageContent)
    return result.input_message_content.message_text
