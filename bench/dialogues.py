"""The dialogues that docs/pictures shows: what people write and press, and what the bot answers.

A dialogue is held with the bot itself over the sample decisions, through its dispatcher; only Telegram is
replaced. Its transcript goes into the picture, so that a test tells when the bot says something else by now.
"""

from __future__ import annotations

import hashlib
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace

from aiogram.types import Chat, InlineQueryResultArticle, Message, MessageEntity

from handlers.views.texts import Texts, load_texts
from parser.records import Language
from tests.harness.person import TestUser
from tests.harness.session import USERNAME
from tests.harness.world import World

TRANSCRIPT = "Transcript"  # the field of a picture's file that holds its dialogue's
BOT = "qazyna_bot"
GROUP = Chat(id=-1, type="supergroup", title="Тараз")
AISHA, DANIYAR = 7, 8
NAMES = {AISHA: "Айша", DANIYAR: "Данияр"}


@dataclass(frozen=True, slots=True)
class Said:
    """What a person wrote. `name` is theirs in a group."""

    text: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Answered:
    """A message of the bot: its text, its buttons, and the picture above it.

    `pressed` is the button that is pressed next, `alone` who alone sees the message.
    """

    text: str
    entities: tuple[MessageEntity, ...]
    rows: tuple[tuple[str, ...], ...]
    picture: bytes | None = None
    pressed: str = ""
    alone: str = ""


@dataclass(frozen=True, slots=True)
class Offered:
    """Inline results: what is typed after the bot's name, and the titles and descriptions to choose from."""

    query: str
    results: tuple[tuple[str, str], ...]


Moment = Said | Answered | Offered


@dataclass(frozen=True, slots=True)
class Dialogue:
    """A dialogue as it is shown."""

    name: str
    moments: tuple[Moment, ...]

    @property
    def transcript(self) -> str:
        """A hash of all that is said and shown, but for the pixels of pictures."""
        told = [
            replace(moment, picture=None) if isinstance(moment, Answered) else moment
            for moment in self.moments
        ]
        return hashlib.blake2b(repr(told).encode(), digest_size=16).hexdigest()


class Recorder:
    """Holds a dialogue, and keeps what is shown."""

    def __init__(self, world: World, language: Language) -> None:
        self.texts: Texts = load_texts(language)
        self.moments: list[Moment] = []
        self._world = world
        self._language = language

    def person(self, number: int = AISHA, chat: Chat | None = None) -> TestUser:
        """Somebody who speaks the language."""
        return self._world.person(self._language.value, id=number, chat=chat)

    async def say(self, person: TestUser, text: str) -> None:
        """The person writes, and the bot answers."""
        name = NAMES[person.user.id] if person.chat.id < 0 else ""
        self.moments.append(Said(text.replace(USERNAME, BOT), name))
        await person.send(text)
        self._keep(person.message)

    async def press(
        self, person: TestUser, key: str, *, on: Message | None = None, **values: str | int
    ) -> None:
        """The person presses a button of the last message, called as that text of the locale."""
        shown = self.moments[-1]
        if not isinstance(shown, Answered):
            raise TypeError("nothing with a button was shown last")
        label = next(
            each for row in shown.rows for each in row if each.startswith(self.texts.get(key, **values))
        )
        self.moments[-1] = replace(shown, pressed=label)
        person.message = on or person.message
        await person.press(label)
        self._keep(person.message)

    async def offer(self, person: TestUser, query: str, most: int) -> None:
        """The person types a query after the bot's name."""
        results = (await person.ask_inline(query)).results
        shown = [each for each in results if isinstance(each, InlineQueryResultArticle)][:most]
        told = tuple((each.title, each.description or "") for each in shown)
        self.moments.append(Offered(f"@{BOT} {query}", told))

    def _keep(self, message: Message | None) -> None:
        if message is None:
            raise LookupError("the bot says nothing")
        markup = message.reply_markup
        photo = message.photo[-1].file_id if message.photo else None
        receiver = message.receiver_user
        self.moments.append(
            Answered(
                message.text or message.caption or "",
                tuple(message.entities or message.caption_entities or ()),
                tuple(tuple(button.text for button in row) for row in markup.inline_keyboard)
                if markup
                else (),
                self._world.session.files.get(photo) if photo else None,
                alone=NAMES[receiver.id] if receiver else "",
            )
        )


async def _start(recorder: Recorder, _language: Language) -> None:
    person = recorder.person()
    await recorder.say(person, "/start")
    await recorder.press(person, "button-start-changes")


async def _card(recorder: Recorder, language: Language) -> None:
    person = recorder.person()
    await recorder.say(person, {Language.KK: "мектептер", Language.RU: "школы"}[language])
    await recorder.press(person, "button-ledger")
    await recorder.press(person, "chart-button")


async def _group(recorder: Recorder, language: Language) -> None:
    asker, other = recorder.person(AISHA, GROUP), recorder.person(DANIYAR, GROUP)
    question = {Language.KK: "көшелерді жарықтандыруға қанша?", Language.RU: "сколько на освещение улиц?"}[
        language
    ]
    await recorder.say(asker, f"@{USERNAME} {question}")
    await recorder.press(other, "button-printed", on=asker.message)
    query = {Language.KK: "мектептер vs балабақша", Language.RU: "школы vs садики"}[language]
    await recorder.offer(recorder.person(), query, 3)


_HELD: dict[str, Callable[[Recorder, Language], Awaitable[None]]] = {
    "start": _start,
    "card": _card,
    "group": _group,
}
NAMED: Sequence[str] = tuple(_HELD)


async def hold_dialogue(world: World, name: str, language: Language) -> Dialogue:
    """Hold a dialogue.

    Args:
        world: the bot over the sample decisions.
        name: of the dialogue.
        language: of the people in it.
    """
    for number in NAMES:  # in whatever language they spoke before
        await world.services.memory.forget(number)
    recorder = Recorder(world, language)
    await _HELD[name](recorder, language)
    return Dialogue(f"{name}.{language.value}", tuple(recorder.moments))
