"""A claim in another message: in reply to it, forwarded, or the one that was sent just before."""

from __future__ import annotations

import datetime as dt

from aiogram.types import Chat, MessageOriginHiddenUser, TextQuote, User

from handlers.views.texts import Texts
from parser.records import Language
from tests.handlers.claiming import CHECK, LIGHTING, claim, shown
from tests.harness.person import TestUser
from tests.harness.session import USERNAME
from tests.harness.world import World

OTHER = User(id=8, is_bot=False, first_name="Ерлан")
GROUP = Chat(id=-100500, type="supergroup", title="Тараз")
FORWARDED = MessageOriginHiddenUser(date=dt.datetime(2013, 7, 12, tzinfo=dt.UTC), sender_user_name="Ерлан")


def says_how(text: str, texts: Texts) -> bool:
    """Whether it is told how to have something checked, by a line of the budget."""
    said, _, rest = texts.get("talk-check", claim="|").partition("|")
    return text.startswith(said) and text.endswith(rest)


class TestOfAnotherMessage:
    """«@bot проверь» in reply to a message, a forwarded message, and one that was sent just before."""

    async def test_a_reply_in_a_group(self, world: World, texts: Texts) -> None:
        person = world.person(texts.language.value, chat=GROUP)
        said = person.make_message(claim(texts.language, "700 млн"), from_user=OTHER)
        text = shown(await person.send(f"@{USERNAME} {CHECK[texts.language]}", reply_to_message=said))
        assert text.startswith(LIGHTING[texts.language])
        assert "700 000 (=)" in text

    async def test_a_message_without_a_figure_claims_nothing(self, world: World, texts: Texts) -> None:
        member = world.person(texts.language.value, chat=GROUP)
        asked = CHECK[texts.language]
        said = member.make_message("просто текст", from_user=OTHER)
        sent = await member.send(f"@{USERNAME} {asked}", reply_to_message=said)
        assert says_how(shown(sent), texts)
        sent = await member.send(f"@{USERNAME} {asked}: {LIGHTING[texts.language]}")
        assert shown(sent).startswith(f"{texts.get('claim-no-figure')}\n{LIGHTING[texts.language]}")

    async def test_only_the_part_that_is_quoted(self, world: World, texts: Texts) -> None:
        person = world.person(texts.language.value, chat=GROUP)
        said = person.make_message(claim(texts.language, "1 млн"), from_user=OTHER)
        quote = TextQuote(text=claim(texts.language, "700 млн"), position=0)
        asked = f"@{USERNAME} {CHECK[texts.language]}"
        assert "(=)" in shown(await person.send(asked, reply_to_message=said, quote=quote))

    async def test_a_forward_in_private(self, person: TestUser, language: Language) -> None:
        forwarded = await person.send(claim(language, "700 млн"), forward_origin=FORWARDED)
        assert "700 000 (=)" in shown(forwarded)
        assert shown(await person.send(CHECK[language])) == shown(forwarded)

    async def test_the_message_before_in_private(self, person: TestUser, language: Language) -> None:
        await person.send(claim(language, "700 млн"))
        assert "700 000 (=)" in shown(await person.send(CHECK[language]))

    async def test_of_nothing_it_says_how(self, person: TestUser, texts: Texts) -> None:
        assert says_how(shown(await person.send(CHECK[texts.language])), texts)
        await person.send("/forget")
        await person.send(claim(texts.language, "700 млн"))
        await person.send("/forget")
        assert says_how(shown(await person.send(CHECK[texts.language])), texts)

    async def test_what_the_bot_said_is_no_claim(self, person: TestUser, texts: Texts) -> None:
        await person.send(LIGHTING[texts.language])
        text = shown(await person.send(CHECK[texts.language], reply_to_message=person.message))
        assert says_how(text, texts)
