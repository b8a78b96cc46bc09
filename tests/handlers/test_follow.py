"""A line is followed by a button, and its followers are told when a decision that changes it is loaded."""

from __future__ import annotations

from aiogram.exceptions import TelegramForbiddenError
from aiogram.methods import SendMessage

from bot.serving.notifier import Notifier
from handlers.callbacks import pack
from handlers.views.message import StartFollowing
from handlers.views.texts import Texts
from parser.records import DecisionRef
from storage.loading.ingest import ingest
from storage.reading.address import BudgetAddress, EditionAddress, LineAddress
from tests.harness.person import TestUser, alert_of, text_of
from tests.harness.world import World
from tests.storage.builders import NOVEMBER, PROGRAM, document, edition, with_amount

LINE = LineAddress(EditionAddress(BudgetAddress("Тараз", 2013, 2015), 2013), PROGRAM)
FOLLOW = pack(StartFollowing(LINE)) or ""


async def load(world: World, ref: DecisionRef = NOVEMBER, amount: int = 1_234_000) -> None:
    """Loads one more decision on the budget."""
    table = with_amount(edition(ref), PROGRAM, amount)
    await ingest(world.services.sessions, document(ref, [table]))


async def tell(world: World) -> list[SendMessage]:
    """What followers are written now."""
    world.session.sent.clear()
    await Notifier(world.services, pause=0).tell(world.bot)
    return world.session.of(SendMessage)


async def test_a_follower_is_told_once_and_may_stop(world: World, person: TestUser, texts: Texts) -> None:
    await person.send("464 009")
    assert alert_of(await person.press_data(FOLLOW)) == texts.get("follow-began")
    assert await tell(world) == []
    await load(world)
    [sent] = await tell(world)
    assert sent.chat_id == person.user.id
    assert texts.get("follow-due", number=NOVEMBER.number, date="13.11.2013") in sent.text
    assert "→ 1\u00a0234" in sent.text
    assert await tell(world) == []
    assert texts.get("follow-title") in text_of(await person.send("/follow"))
    [label] = person.labels
    assert alert_of(await person.press(label)) == texts.get("follow-stopped")
    assert text_of(await person.send("/follow")) == texts.get("follow-none")


async def test_who_blocked_the_bot_is_left_in_peace(world: World, person: TestUser, texts: Texts) -> None:
    await person.press_data(FOLLOW)
    await load(world)
    world.session.fail(SendMessage, lambda method: TelegramForbiddenError(method, "blocked by the user"))
    assert len(await tell(world)) == 1
    assert await tell(world) == []
    assert text_of(await person.send("/follow")) == texts.get("follow-none")


async def test_what_is_followed_is_told_and_forgotten_with_the_rest(person: TestUser, texts: Texts) -> None:
    await person.press_data(FOLLOW)
    assert texts.get("privacy-follows", count=1) in text_of(await person.send("/privacy"))
    await person.send("/forget")
    assert text_of(await person.send("/follow")) == texts.get("follow-none")
