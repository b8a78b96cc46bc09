"""An operator teaches everyday words: which line they mean, by a question that finds it or by a button."""

from __future__ import annotations

from collections.abc import Callable

from aiogram import Bot, F, Router
from aiogram.enums import MessageEntityType
from aiogram.filters import CommandObject, Filter
from aiogram.types import BufferedInputFile, CallbackQuery, Message

from handlers.callbacks import PhraseButton, TaughtButton, TeachButton
from handlers.commands import ADMIN, filter_of
from handlers.desk import Desk
from handlers.filters import FromAdministrator
from handlers.registration import Registrar
from handlers.send import alert, send_view, show_view
from handlers.views.admin import taught_view
from handlers.views.lines import listed_name
from handlers.views.links import decode_path
from handlers.views.message import MessageView
from handlers.views.operator_actions import PhraseStep
from handlers.views.pages import notice_view
from handlers.views.teaching import LINES_OFFERED, ask_line_view, taught_line_view
from parser.question.question import Question
from parser.question.reading import read_question
from parser.records import Language
from parser.text.language import detect_language
from storage.answering.answer import Answer, Nothing, SureLine
from storage.answering.answer_traits import list_matches
from storage.answering.request import Request
from storage.answering.service import answer
from storage.columns import utc_now
from storage.missed_questions import list_missed
from storage.taught import list_taught, phrase_key, read_phrase, write_tsv
from storage.teaching import teach, unteach

_ASKING = {PhraseStep.TEACH, PhraseStep.LEAVE}  # what buttons do whose message asks about their phrase
_ALL = 10_000  # more than are ever kept


class TeachingCommand(Filter):
    """`/admin words = question`; hands both on."""

    async def __call__(self, _: Message, command: CommandObject) -> bool | dict[str, str]:
        """Whether it is: False, or the words and the question for the handler."""
        phrase, sign, question = (command.args or "").partition("=")
        said = read_phrase(phrase)
        return {"phrase": said, "question": question.strip()} if sign and said and question.strip() else False


class TeachingReply(Filter):
    """An answer to the bot's question which line some words mean, or to a report of such; hands both on."""

    async def __call__(self, message: Message, bot: Bot) -> bool | dict[str, str]:
        """Whether it is: False, or the words and the question for the handler."""
        asked = message.reply_to_message
        if asked is None or asked.from_user is None or asked.from_user.id != bot.id or not message.text:
            return False
        phrase = _phrase_in(asked)
        if phrase is None or message.text.startswith("/"):
            return False
        return {"phrase": phrase, "question": message.text}


def _phrase_in(asked: Message) -> str | None:
    """The phrase that a message of ours asks about: it stands there as code, and a button has its hash."""
    code = next((each for each in asked.entities or [] if each.type == MessageEntityType.CODE), None)
    phrase = read_phrase(code.extract_from(asked.text or "")) if code else ""
    return phrase if phrase and phrase_key(phrase) in _asked_keys(asked) else None


def _asked_keys(asked: Message) -> set[str]:
    """The hashes of the phrases that the buttons of a message ask about."""
    rows = asked.reply_markup.inline_keyboard if asked.reply_markup else []
    carried = (button.callback_data or "" for row in rows for button in row)
    ours = [data for data in carried if data.startswith(f"{PhraseButton.__prefix__}:")]
    return {button.key for button in map(PhraseButton.unpack, ours) if button.step in _ASKING}


async def offer_lines(message: Message, phrase: str, question: str, desk: Desk, bot: Bot) -> None:
    """Offers the lines that a question finds, for a phrase to mean one of them."""
    await send_view(message, await _ask(phrase, question, desk), bot)


async def _ask(phrase: str, question: str, desk: Desk) -> MessageView:
    """Offers the lines that a question finds; words that name nothing cannot be taught."""
    read = read_question(phrase)
    if not _may_name_line(read):
        return notice_view("teach-no-name", desk.texts)
    means = await _find(read, desk)
    found = means if question == phrase else await _find(read_question(question), desk)
    matches = found.nearest if isinstance(found, Nothing) else list_matches(found)
    paths = dict.fromkeys(match.address.path for match in matches)
    offered = [(path, desk.index.names.get(path, {})) for path in paths]
    sure = means.match.address.path if isinstance(means, SureLine) else None
    known = listed_name(sure, desk.index.names.get(sure, {}), desk.texts) if sure else None
    return ask_line_view(phrase, offered, desk.texts, known)


async def _find(question: Question, desk: Desk) -> Answer:
    request = Request(question, desk.own, limit=LINES_OFFERED, running_year=desk.running_year)
    return await answer(desk.session, desk.index, request)


def _may_name_line(question: Question) -> bool:
    """Whether a question has a word that may be what a line is called: no number, and none that only asks."""
    letters = (token.folded for token in question.tokens if not token.filler)
    return question.talk is None and any(any(map(str.isalpha, word)) for word in letters)


async def take_phrase_step(
    callback: CallbackQuery, callback_data: PhraseButton, desk: Desk, bot: Bot, registrar: Registrar
) -> None:
    """Asks which line a missed question's words mean, or forgets what was taught."""
    if callback_data.step is PhraseStep.TEACH:
        missed = [each.words for each in await list_missed(desk.session, _ALL)]
    else:
        missed = [each.words for each in await list_taught(desk.session)]
    message = callback.message
    reported = _phrase_in(message) if isinstance(message, Message) else None
    known = [*missed, reported] if reported and callback_data.step is PhraseStep.TEACH else missed
    phrase = next((words for words in known if phrase_key(words) == callback_data.key), None)
    if phrase is None:
        await alert(callback, desk.texts.get("teach-gone"))
    elif phrase == reported and isinstance(message, Message):  # what was reported stays to be read
        await send_view(message, await _ask(phrase, phrase, desk), bot)
        await callback.answer()
    elif callback_data.step is PhraseStep.TEACH:
        await show_view(callback, await _ask(phrase, phrase, desk), bot)
    else:
        await unteach(desk.session, phrase)
        registrar.look_again()
        await show_view(callback, taught_view(await list_taught(desk.session), 0, desk.texts), bot)


async def teach_line(
    callback: CallbackQuery, callback_data: TeachButton, desk: Desk, bot: Bot, registrar: Registrar
) -> None:
    """Keeps what the phrase of the message means."""
    message, path = callback.message, decode_path(callback_data.path) or ""
    phrase = _phrase_in(message) if isinstance(message, Message) else None
    names = desk.index.names.get(path)
    if phrase is None or not names:
        await alert(callback, desk.texts.get("teach-gone"))
        return
    language = detect_language(phrase) or desk.texts.language
    if not await teach(desk.session, phrase, language, names, utc_now()):
        await alert(callback, desk.texts.get("teach-too-many"))
        return
    registrar.look_again()
    await show_view(callback, taught_line_view(phrase, listed_name(path, names, desk.texts), desk.texts), bot)


async def send_taught(callback: CallbackQuery, desk: Desk) -> None:
    """Sends what was taught, a file for each language, in the form of the lexicon."""
    taught = await list_taught(desk.session)
    if callback.message is None or not taught:
        await alert(callback, desk.texts.get("teach-gone"))
        return
    for language in Language:
        content = write_tsv(taught, language)
        if content:
            file = BufferedInputFile(content.encode(), f"lexicon.taught.{language}.tsv")
            caption = desk.texts.get("teach-file", file=f"lexicon.{language}.tsv")
            await callback.message.answer_document(file, caption=caption, parse_mode=None)
    await callback.answer()


def create_router() -> Router:
    """The router of teaching; before that of /admin, whose command it shares."""
    router = Router(name="teaching")
    router.message.register(offer_lines, filter_of(ADMIN), TeachingCommand(), FromAdministrator())
    router.message.register(offer_lines, TeachingReply(), FromAdministrator())
    for handler, pressed in (
        (take_phrase_step, PhraseButton.filter(F.step != PhraseStep.LEAVE)),
        (teach_line, TeachButton.filter()),
        (send_taught, TaughtButton.filter()),
    ):
        register: Callable[..., object] = router.callback_query.register
        register(handler, pressed, FromAdministrator())
    return router
