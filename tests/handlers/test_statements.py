"""No message, no button and no page of inline results takes more than a few statements, whatever is loaded."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.harness.person import TestUser
from tests.harness.statements import MOST, count_statements
from tests.harness.sweeping import mostly_swept
from tests.harness.world import World, open_world

pytestmark = pytest.mark.sqlite  # elsewhere a writer takes two statements more to begin

MESSAGES = [
    "464 009",  # a sure line
    "білім беру",
    "доля садиков",
    "как изменилось образование",  # its history
    "13 454 001",  # a line that the newest edition lacks
    "719 855",  # an amount of an older edition
    "образование 12-3",
    "капитальные расходы",  # a choice
    "отдел",
    "самые большие расходы",  # a listing
    "какие отделы больше всего тратят",  # and one of departments, each in all of its groups
    "458",
    "білімнің ең ірі бағдарламалары",
    "образование и спорт",  # a comparison
    "дороги или школы",
    "образование за все годы",
    "образование 12-3 и 21-3",  # as two decisions left it
    "программы дороже 500 млн",  # a list within bounds
    "мектепсіз білім беру",  # a line less another
    "культура без школ",  # and why it is not computed
    "білім беру 2013-2015",
    "что изменилось",  # a decision's changes
    "ghjcdtotybt",  # another reading
    "жекетабыссалығы",
    "школы в 2019 году",  # an edition that is not loaded
    "метро",  # a line of another budget
    "строительство метрополитена",
    "Айтеке би образование",  # a budget in one language
    "жзщшфйцх",  # nothing
    "курс валют",
    "сәлем",
    "/start",
    "/decisions",
    "/budget",
    "/changes 12-3",
    "какие решения загружены",
    "/help",
    "/about",
    "/language",
]
PICTURE = 3
REPLY = 3
QUERIES = [
    "",
    "1",
    "ж",
    "шк",
    "об",
    "ремонт дор",
    "отдел",
    "білім беру",
    "самые большие расходы на образование",
    "жзщшфйцх",
    "ghjcdtotybt",
]


@pytest.fixture(params=["one", pytest.param("five", marks=pytest.mark.sweep)])
async def crowd(
    request: pytest.FixtureRequest,
    samples: Path,
    five_budgets: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> AsyncIterator[World]:
    """The bot over one budget, and over five. No time passes: that it looks every two seconds what is stored comes besides."""
    stored = samples if request.param == "one" else five_budgets
    async with open_world(Path(shutil.copy(stored, tmp_path / "qazyna.db")), limits={}) as world:
        monkeypatch.setattr(world.services.keeper, "_clock", lambda: 0.0)
        await world.person().send("/help")  # the index is built at first use
        yield world


async def test_messages_and_their_buttons(
    crowd: World, subtests: pytest.Subtests, request: pytest.FixtureRequest
) -> None:
    # A button leads to a budget that it names: what holds among five holds for one alone, where some are pressed.
    pressed = MESSAGES if request.node.callspec.params["crowd"] == "five" else MESSAGES[::16]
    for message in MESSAGES:
        with subtests.test(message), count_statements(crowd.services.engine) as statements:
            person = crowd.person("ru")
            await person.send(message)
            # That it is answered is kept once the answer is sent.
            kept = [statement for statement in statements if "sent_reply" in statement]
            assert len(statements) - len(kept) <= MOST, statements
            assert len(kept) <= REPLY, kept
            # What is known of the budgets is read once.
            assert sum("figure_change" in statement for statement in statements) <= 1
        if message in pressed:
            await _press_each(crowd, person, subtests, message)


async def _press_each(crowd: World, person: TestUser, subtests: pytest.Subtests, message: str) -> None:
    """One button of every kind that a message has, and of every kind behind it."""
    assert person.message is not None
    waiting = [(message, person.message)]
    pressed: set[str] = set()
    while waiting:
        way, shown = waiting.pop()
        markup = shown.reply_markup
        for button in [button for row in markup.inline_keyboard for button in row] if markup else []:
            kind = (button.callback_data or "").partition(":")[0]
            if not kind or kind in pressed:
                continue
            pressed.add(kind)
            way = f"{way} → {button.text}"
            with subtests.test(way), count_statements(crowd.services.engine) as statements:
                await person.press_data(button.callback_data or "", message=shown)
                # Whether Telegram has a picture is one more; that it has it is kept when the picture is sent.
                pictures = [statement for statement in statements if "sent_picture" in statement]
                # With who begins to follow a line it is noted what they know of it.
                begins = any("INSERT INTO follow" in statement for statement in statements)
                assert len(statements) - len(pictures) <= MOST + begins, statements
                assert len(pictures) <= PICTURE, pictures
            if person.message is not None:
                waiting.append((way, person.message))


@pytest.mark.parametrize("query", mostly_swept(QUERIES, 3))
async def test_pages_of_inline_results(crowd: World, query: str) -> None:
    offset = ""
    for _ in range(4):
        with count_statements(crowd.services.engine) as statements:
            answer = await crowd.person("kk").ask_inline(query, offset)
        assert len(statements) <= MOST, statements
        offset = answer.next_offset or ""
        if not offset:
            break


async def test_what_is_gone(crowd: World, subtests: pytest.Subtests) -> None:
    person = crowd.person("ru")
    await person.send("отдел")
    offered = person.message
    line = next(button.callback_data or "" for button in person.buttons)
    _, budget, year, *_ = line.split(":")
    gone = {
        "budget": f"l2:{'a' * 12}:{year}:0:e:0:0",
        "decision": f"l2:{budget}:{year}:aaaaaaa:e-04-464:0:0",
        "year": f"h2:{budget}:2031:0:e:0",
        "line": f"l2:{budget}:{year}:0:e-99-999-999:1:0",
        "changes": f"c2:{budget}:{year}:0:e:0:aaaaaaa",
        "page": f"q2:5:{'a' * 12}",
    }
    for what, data in gone.items():
        with subtests.test(what), count_statements(crowd.services.engine) as statements:
            await person.press_data(data, message=offered)
            assert 1 < len(statements) <= MOST, statements


async def test_what_is_shared_and_followed(crowd: World) -> None:
    person = crowd.person("kk")
    await person.send("464 009")
    query = next(button.switch_inline_query for button in person.buttons if button.switch_inline_query)
    with count_statements(crowd.services.engine) as statements:
        assert len((await person.ask_inline(query)).results) == 1
    assert len(statements) <= MOST, statements
    with count_statements(crowd.services.engine) as statements:
        await person.open_link(query.partition("#")[2])
    assert len(statements) <= MOST, statements
