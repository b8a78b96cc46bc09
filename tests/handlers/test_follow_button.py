"""Under a line that one follows stands the button that stops it, whatever led there; others see that which begins."""

from __future__ import annotations

from typing import Any

from aiogram.methods import EditMessageReplyMarkup, SendMessage
from aiogram.types import Chat, InlineKeyboardMarkup

from bot.serving.notifier import Notifier
from handlers.packing import pack
from handlers.views.actions import OpenLine, StartFollowing, StopFollowing
from handlers.views.links import line_payload
from handlers.views.texts import Texts
from parser.records import Language
from storage.loading.ingest import ingest
from tests.harness.budget import NAMES, THIRD, line, names
from tests.harness.person import TestUser, alert_of, text_of
from tests.harness.world import World
from tests.storage.builders import KK, NOVEMBER, document, edition

LIGHT, LEFT, LESSONS = "expenditure/07/458/015", "expenditure/04/464#2/006", "expenditure/04/464/006"
SCHOOLS_PATH = "expenditure/04/464/003"
MOVED = "expenditure/04/467/006"
SAID = {Language.KK: "көшелерді жарықтандыру", Language.RU: "освещение улиц"}
SCHOOLS = {Language.KK: "мектептер", Language.RU: "школы"}
OFFICE = {Language.KK: "құрылыс бөлімі", Language.RU: "отдел строительства"}


def button_of(person: TestUser, texts: Texts) -> str:
    """Which of the two buttons stands under the last message."""
    two = [texts.get(f"button-{key}-short") for key in ("follow", "unfollow")]
    [found] = [label for label in person.labels if label in two]
    return "follows" if found == two[1] else "does not"


async def test_all_that_leads_to_a_followed_line_shows_the_button_that_stops(
    asker: TestUser, texts: Texts
) -> None:
    said = SCHOOLS[texts.language]
    assert text_of(await asker.send(f"/follow {said}")).startswith(texts.get("follow-began"))
    assert button_of(asker, texts) == "follows"
    for _ in range(3):  # what is asked again comes from memory
        await asker.send(said)
        assert button_of(asker, texts) == "follows"
    await asker.press(texts.get("button-ledger"))
    await asker.press(texts.get("button-card"))
    assert button_of(asker, texts) == "follows"
    await asker.press("2014")
    assert button_of(asker, texts) == "does not"
    await asker.press("2013")
    assert button_of(asker, texts) == "follows"
    await asker.press(texts.get("button-edition", number="21-3"))
    await asker.press("12-3")
    await asker.press(texts.get("button-newest"))
    assert button_of(asker, texts) == "follows"
    payload = line_payload(line(SCHOOLS_PATH))
    assert payload is not None
    await asker.open_link(payload)
    assert button_of(asker, texts) == "follows"


async def test_a_card_that_says_that_it_is_followed_says_so_no_more(
    world: World, person: TestUser, texts: Texts
) -> None:
    said = SAID[texts.language]
    await person.send(said)
    assert person.message is not None
    card, styles = person.message.text, person.message.model_dump(include={"entities"})
    await person.send(f"/follow {said}")
    stopped = await person.press(texts.get("button-unfollow-short"))
    assert alert_of(stopped) == texts.get("follow-stopped")
    assert text_of(stopped) == card
    assert person.message.model_dump(include={"entities"}) == styles
    assert button_of(person, texts) == "does not"


async def test_it_says_so_no_more_after_another_language_was_chosen(person: TestUser, texts: Texts) -> None:
    await person.send(f"/follow {SAID[texts.language]}")
    card, stop = person.message, person.button(texts.get("button-unfollow-short")).callback_data or ""
    [other] = set(Language) - {texts.language}
    await person.send(f"/language {other.value}")
    assert texts.get("follow-began") not in text_of(await person.press_data(stop, message=card))


async def test_an_office_that_is_followed_whole_shows_it_too(asker: TestUser, texts: Texts) -> None:
    await asker.send(f"/follow {OFFICE[texts.language]}")
    assert button_of(asker, texts) == "follows"
    await asker.send(OFFICE[texts.language])
    assert button_of(asker, texts) == "follows"
    await asker.press(texts.get("button-unfollow-short"))
    await asker.send(OFFICE[texts.language])
    assert button_of(asker, texts) == "does not"


async def test_a_press_turns_the_button_and_the_next_one_takes_it_back(
    world: World, person: TestUser, texts: Texts
) -> None:
    await person.send(SAID[texts.language])
    rows = [[button.text for button in row] for row in markup_of(person).inline_keyboard]
    for told, key, now in [("began", "follow", "follows"), ("stopped", "unfollow", "does not")] * 2:
        said = alert_of(await person.press(texts.get(f"button-{key}-short")))
        assert said == texts.get(f"follow-{told}")
        assert button_of(person, texts) == now
    assert [[button.text for button in row] for row in markup_of(person).inline_keyboard] == rows
    assert len(world.session.of(EditMessageReplyMarkup)) == 4


async def test_the_button_and_the_news_are_in_the_language_of_the_question(
    world: World, texts: Texts
) -> None:
    """Of whom Telegram tells no language, the bot knows only that of what they write."""
    person = world.person(None)
    await person.send(f"/follow {SAID[texts.language]}")
    assert button_of(person, texts) == "follows"
    await person.press(texts.get("button-unfollow-short"))
    assert button_of(person, texts) == "does not"
    await person.send(f"/follow {SAID[texts.language]}")
    table = edition(NOVEMBER, KK, leaves=THIRD | {LIGHT: 650_000}, names=names(KK))
    await ingest(world.services.sessions, document(NOVEMBER, [table]))
    await Notifier(world.services, pause=0).tell(world.bot)
    markup = world.session.of(SendMessage)[-1].reply_markup
    assert isinstance(markup, InlineKeyboardMarkup)
    assert markup.inline_keyboard[-1][-1].text == texts.get("button-unfollow-short")


def markup_of(person: TestUser) -> InlineKeyboardMarkup:
    assert person.message is not None
    assert person.message.reply_markup is not None
    return person.message.reply_markup


async def test_in_the_list_and_in_news_it_keeps_the_name(
    world: World, person: TestUser, texts: Texts
) -> None:
    await person.press_data(pack(StartFollowing(line(LIGHT))) or "")
    await person.send("/follow")
    [stop] = person.labels
    name = stop.removeprefix(texts.get("button-unfollow", name=""))
    assert name
    await person.press(stop)
    assert person.labels == [texts.get("button-follow", name=name)]
    assert alert_of(await person.press(person.labels[0])) == texts.get("follow-began")
    assert person.labels == [stop]
    table = edition(NOVEMBER, KK, leaves=THIRD | {LIGHT: 650_000}, names=names(KK))
    await ingest(world.services.sessions, document(NOVEMBER, [table]))
    await Notifier(world.services, pause=0).tell(world.bot)
    sent = world.session.of(SendMessage)[-1]
    assert isinstance(sent.reply_markup, InlineKeyboardMarkup)
    [[_], [_, stopping]] = sent.reply_markup.inline_keyboard
    news = world.session.messages[max(world.session.messages)]
    await person.press_data(stopping.callback_data or "", message=news)
    [[_], [_, begins]] = world.session.messages[news.message_id].reply_markup.inline_keyboard  # type: ignore[union-attr]
    assert begins.text == texts.get("button-follow-short")


async def test_nobody_else_and_no_group_is_shown_what_one_follows(world: World, texts: Texts) -> None:
    said = SAID[texts.language]
    follower, other = world.person(texts.language), world.person(texts.language, id=8)
    await follower.send(f"/follow {said}")
    for _ in range(3):
        for asked, shown in ((other, "does not"), (follower, "follows")):
            await asked.send(said)
            assert button_of(asked, texts) == shown
    group = Chat(id=-100500, type="supergroup", title="Тараз")
    member = world.person(texts.language, chat=group)
    await member.send(f"/ask {said}")
    assert button_of(member, texts) == "does not"
    results = (await follower.ask_inline(said)).results
    assert not any(data.startswith("f1:") for data in data_of(results))


def data_of(results: list[Any]) -> list[str]:
    """What the buttons of inline results carry."""
    rows = [row for each in results if each.reply_markup for row in each.reply_markup.inline_keyboard]
    return [button.callback_data or "" for row in rows for button in row]


async def test_a_program_that_moved_is_followed_where_it_stands_now(
    world: World, person: TestUser, texts: Texts
) -> None:
    await person.press_data(pack(StartFollowing(line(LESSONS))) or "")
    leaves = {each: left for each, left in THIRD.items() if each != LEFT} | {MOVED: 120_000}
    table = edition(NOVEMBER, KK, leaves=leaves, names=names(KK) | {MOVED: NAMES[LESSONS][0]})
    await ingest(world.services.sessions, document(NOVEMBER, [table]))
    await person.send("/follow")
    message = person.message
    await person.press_data(pack(OpenLine(line(MOVED))) or "", message=message)
    assert button_of(person, texts) == "follows"
    [stop] = [each for each in person.buttons if each.text == texts.get("button-unfollow-short")]
    assert stop.callback_data == pack(StopFollowing(line(LESSONS)))


async def test_what_is_forgotten_is_followed_no_more(person: TestUser, texts: Texts) -> None:
    await person.send(f"/follow {SAID[texts.language]}")
    await person.send("/forget")
    await person.send(SAID[texts.language])
    assert button_of(person, texts) == "does not"
