"""A program that another office has now: the decision says so, and old cards and links lead to where it stands."""

from __future__ import annotations

import pytest

from handlers.views.texts import Texts
from parser.budget_code import codes_of
from parser.records import Language
from storage.loading.ingest import ingest
from tests.harness.budget import JULY, NAMES, THIRD, names, opens
from tests.harness.person import TestUser, text_of
from tests.harness.world import World
from tests.storage.builders import KK, NOVEMBER, document, edition

LEFT, LESSONS = "expenditure/04/464#2/006", "expenditure/04/464/006"
SAME_CODE, OTHER_CODE = "expenditure/04/467/006", "expenditure/04/467/031"


async def move(world: World, path: str, amount: int) -> None:
    """Has the lessons stand under the department of construction from November on."""
    leaves = {each: left for each, left in THIRD.items() if each != LEFT} | {path: amount}
    table = edition(NOVEMBER, KK, leaves=leaves, names=names(KK) | {path: NAMES[LESSONS][0]})
    await ingest(world.services.sessions, document(NOVEMBER, [table]))


def flat(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize("path", [SAME_CODE, OTHER_CODE])
@pytest.mark.parametrize(("amount", "both"), [(120_000, "100 000 → 120 000"), (100_000, "100 000, ")])
async def test_a_decision_names_the_offices_between_which_a_program_moved(
    world: World, person: TestUser, texts: Texts, path: str, amount: int, both: str
) -> None:
    await move(world, path, amount)
    told = flat(text_of(await person.send(f"/changes {NOVEMBER.number}")))
    block = told.partition(texts.get("changes-transfers"))[2].partition("\n\n")[0]
    assert block.startswith("\n• ")
    left, reached = block.index("(464) → "), block.index(f"(467), {both}")
    assert left < reached
    assert texts.get("changes-none") not in told


async def test_what_moved_within_an_office_is_under_another_code(
    world: World, person: TestUser, texts: Texts
) -> None:
    await move(world, "expenditure/12/464/006", 100_000)
    told = flat(text_of(await person.send(f"/changes {NOVEMBER.number}")))
    assert texts.get("changes-transfers") not in told
    block = told.partition(texts.get("sheet-moved"))[2].partition("\n\n")[0]
    same = texts.get("changes-total-same", section="", new="100 000")
    assert block.endswith(same)
    assert "04 464 006" in block
    await person.press(texts.get("button-changed-all", count=1))
    assert person.message is not None
    assert "0 — " not in (person.message.text or "").replace("\u00a0", " ").replace("100 000", "")


async def test_the_newest_edition_is_opened_where_the_program_stands_now(
    world: World, person: TestUser, texts: Texts
) -> None:
    await move(world, SAME_CODE, 120_000)
    await person.send("/start")
    older = flat(text_of(await person.press_data(opens(LESSONS, decision=JULY), message=person.message)))
    assert texts.get("card-as-of-older", number="15-3", date="12.07.2013") in older
    newest = flat(text_of(await person.press(texts.get("button-newest"))))
    assert "04 · 467 · 006" in newest
    assert "120 000" in newest


@pytest.mark.parametrize(
    ("path", "amount"), [(SAME_CODE, 120_000), (SAME_CODE, 100_000), (OTHER_CODE, 100_000)]
)
async def test_an_old_button_leads_to_where_the_program_stands_now(
    world: World, person: TestUser, texts: Texts, path: str, amount: int
) -> None:
    await move(world, path, amount)
    gone = await open_lost(person, texts)
    code = " · ".join(codes_of(path))
    assert texts.get("gone-moved", code=code) in gone
    assert f"{amount // 1000} 000" in flat(
        text_of(await person.press(texts.get("gone-button-moved", code=code)))
    )


async def open_lost(person: TestUser, texts: Texts) -> str:
    """What an old button says of the lessons, which are not under their code any more."""
    await person.send("/start")
    gone = flat(text_of(await person.press_data(opens(LESSONS), message=person.message)))
    assert gone.startswith(texts.get("gone-line-coded", place="Тараз", year="2013", codes="04 · 464 · 006"))
    return gone


async def test_under_another_code_with_another_amount_it_may_be_another_line(
    world: World, person: TestUser, texts: Texts
) -> None:
    await move(world, OTHER_CODE, 120_000)
    gone = await open_lost(person, texts)
    code = " · ".join(codes_of(OTHER_CODE))
    assert texts.get("gone-moved", code=code) not in gone
    cited = {"number": NOVEMBER.number, "date": f"{NOVEMBER.date:%d.%m.%Y}"}
    told = flat(texts.get("gone-alike", code=code, old="100 000", new="120 000", **cited))
    assert told.partition("120 000")[0] in gone
    assert "120 000" in flat(text_of(await person.press(texts.get("gone-button-alike", code=code))))


async def test_of_two_lines_of_its_name_none_is_told(world: World, person: TestUser, texts: Texts) -> None:
    other = "expenditure/12/467/032"
    leaves = {each: left for each, left in THIRD.items() if each != LEFT} | {
        OTHER_CODE: 100_000,
        other: 100_000,
    }
    called = dict.fromkeys((OTHER_CODE, other), NAMES[LESSONS][0])
    table = edition(NOVEMBER, KK, leaves=leaves, names=names(KK) | called)
    await ingest(world.services.sessions, document(NOVEMBER, [table]))
    gone = await open_lost(person, texts)
    assert "467" not in gone
    assert not [label for label in person.labels if "467" in label]


TEN = {
    Language.KK: "18-3 шешімде ең көп өскен 10 жол",
    Language.RU: "10 строк которые больше всего выросли в 18-3",
}


async def test_ten_changes_are_shown_where_ten_are_asked(
    asker: TestUser, texts: Texts, language: Language
) -> None:
    told = flat(text_of(await asker.send(TEN[language])))
    title = texts.get("changes-rises", section=texts.get("section-expenditure"))
    block = told.partition(title)[2].partition("\n\n")[0].splitlines()
    assert len(block) == 12  # the end of the title, ten lines, and how many more
    assert block[-2].startswith("• +29 500 — ")
