"""What a decision changed: the chat and the command line tell the same of it."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli import app
from handlers.views.texts import Texts
from parser.records import Language
from storage.engine import create_engine, create_sessions
from storage.loading.ingest import ingest
from storage.schema import migrate
from tests.harness.databases import database_url
from tests.harness.person import TestUser, text_of
from tests.harness.world import World, open_world
from tests.storage.builders import APRIL, changed, document, edition

WHAT_CHANGED = {Language.KK: "не өзгерді", Language.RU: "что изменилось"}
REPAID = "net_lending/repayments"


async def fill(file: Path, language: Language, repaid: int) -> None:
    """Loads the invented budget, in which loans of 20 are repaid, and a decision that changes only that."""
    engine = create_engine(database_url(file))
    await migrate(engine)
    april = changed(APRIL, {REPAID: repaid}, language)
    for parsed in (
        document(editions=[edition(language=language)], language=language),
        document(APRIL, [april], language),
    ):
        await ingest(create_sessions(engine), parsed)
    await engine.dispose()


@pytest.mark.parametrize(("repaid", "moved"), [(30, -10), (15, 5), (-30, -10)])
async def test_loans_that_are_repaid_are_on_the_same_side(
    tmp_path: Path, language: Language, texts: Texts, repaid: int, moved: int
) -> None:
    file = tmp_path / "qazyna.db"
    await fill(file, language, repaid)

    def call() -> str:
        result = CliRunner().invoke(app, ["changes", "--json"], env={"DATABASE_URL": database_url(file)})
        assert result.exit_code == 0, result.output
        return result.stdout

    flow = json.loads(await asyncio.to_thread(call))["flow"]
    sides = {side: [(shift["path"], shift["delta"]) for shift in flow[side]] for side in ("cuts", "rises")}
    side, other = ("cuts", "rises") if moved < 0 else ("rises", "cuts")
    assert sides == {side: [(REPAID, moved * 1000)], other: []}
    async with open_world(file) as world:
        text = text_of(await world.person(language.value).send(WHAT_CHANGED[language])).replace("\u00a0", " ")
    section = texts.get("section-net_lending")
    assert texts.get(f"changes-{other}", section=section) not in text
    title, line = text[text.index(texts.get(f"changes-{side}", section=section)) :].split("\n")[:2]
    assert title == texts.get(f"changes-{side}", section=section)
    assert line.startswith(f"• {moved:+} — ".replace("-", "−"))
    assert line.endswith(f"20 → {repaid})".replace("-", "−"))


UNCHANGED = {
    Language.KK: ["қай шығындар қысқарған жоқ", "қай шығындар көбейтілмеді"],
    Language.RU: ["какие строки не урезали"],
}
SAME_WORDS = {
    Language.KK: ["не өзгерді", "бюджет нақтыланды, не қосылды", "қай шығындар көбейді"],
    Language.RU: ["что изменилось", "какие строки урезали", "какие расходы выросли"],
}


async def test_what_did_not_change_is_not_what_is_shown(
    world: World, texts: Texts, language: Language
) -> None:
    """The changes that a decision made are said not to be what was asked for."""
    told = texts.get("changes-denied")
    for number, said in enumerate((*UNCHANGED[language], *SAME_WORDS[language])):
        text = text_of(await world.person(language.value, id=700 + number).send(said))
        assert (told in text) is (said in UNCHANGED[language]), said


@pytest.mark.parametrize(
    "question",
    [
        "қандай баптар өзгеріссіз қалды",
        "что без изменений",
        "какие строки не изменились",
    ],
)
async def test_the_lines_that_did_not_change_are_listed(
    person: TestUser, texts: Texts, question: str
) -> None:
    assert texts.get("changes-same", count=13) in text_of(await person.send(question))


@pytest.mark.parametrize(
    "question",
    [
        "откуда взяли деньги на увеличение",
        "что урезали больше всего",
        "көбейтуге ақшаны қайдан алды",
        "нені көп қысқартты",
    ],
)
async def test_where_money_came_from_and_went_is_told_beside_rises_and_cuts(
    person: TestUser, texts: Texts, question: str
) -> None:
    """What rose and what was cut is told of both sides, in whichever direction it is asked."""
    assert texts.get("sheet-flow") in text_of(await person.send(question))


@pytest.mark.parametrize(
    ("named", "key", "values"),
    [
        ("99-9", "decisions-without", {"number": "99-9"}),
        ("5", "decisions-without", {"number": "13-3"}),
        ("6", "decisions-without-time", {}),
        ("4", "changes-title", {"number": "12-3", "date": "08.04.2013"}),
        ("декабрь 2012", "changes-title", {"number": "10-3", "date": "14.12.2012"}),
        ("2012 желтоқсан", "changes-title", {"number": "10-3", "date": "14.12.2012"}),
        ("12-3", "changes-title", {"number": "12-3", "date": "08.04.2013"}),
    ],
)
async def test_the_command_names_a_decision_or_a_month(
    person: TestUser, texts: Texts, named: str, key: str, values: dict[str, str | int]
) -> None:
    text = text_of(await person.send(f"/changes {named}"))
    assert text.startswith(texts.get(key, **values))


MERKI = {Language.KK: "Меркі ауданы", Language.RU: "Меркенский район"}


async def test_what_is_lent_is_told_apart_from_spending(
    resident: TestUser, texts: Texts, language: Language
) -> None:
    """Of 553,670 more that are spent 12,880 are lent, and expenditure rose by the rest alone."""
    await resident.send(f"/home {MERKI[language]}")
    told = text_of(await resident.send("/changes 29-3")).replace("\u00a0", " ")
    assert "7 924 850 → 8 465 640 (+540 790)" in told
    flow = told.partition(texts.get("sheet-flow"))[2].partition("\n\n")[0].splitlines()
    moved = {line.partition(" — ")[2]: line.partition(" — ")[0].removeprefix("• ") for line in flow[1:-1]}
    cut, risen = texts.get("sheet-cut", count=9), texts.get("sheet-risen", count=41)
    assert (moved[cut], moved[risen], moved[texts.get("sheet-outside")]) == (
        "−103 860",
        "+657 530",
        "+12 880",
    )
    assert flow[-1] == "✓ " + texts.get("sheet-balanced-wide")
    other = text_of(await resident.send("/home Тараз")) and text_of(await resident.send("/changes 12-3"))
    assert texts.get("sheet-outside") not in other
    assert "✓ " + texts.get("sheet-balanced") in other


ALONE = {Language.KK: "Әйтеке би ауданы", Language.RU: "Айтекебийский район"}


@pytest.mark.parametrize(("place", "number"), [(ALONE, "126"), (MERKI, "18-2")])
async def test_from_a_decision_that_is_compared_with_nothing_its_totals_and_the_others_are_opened(
    resident: TestUser, texts: Texts, language: Language, place: dict[Language, str], number: str
) -> None:
    await resident.send(f"/home {place[language]}")
    told = text_of(await resident.send(f"/changes {number}"))
    for side in ("revenue", "expenditure"):
        card = text_of(await resident.press(texts.get(f"section-{side}")))
        assert card.startswith(texts.get(f"section-{side}"))
        assert f"№ {number}" in card
        assert text_of(await resident.press(texts.get("button-back-changes", number=number))) == told
        await resident.send(f"/changes {number}")
    listed = text_of(await resident.press(texts.get("button-decisions-all")))
    await resident.press(number)
    assert text_of(await resident.press(texts.get("button-decisions"))) == listed


NEW_LINES = {
    Language.KK: "12-3 шешімінде қандай жаңа жолдар бар",
    Language.RU: "какие новые строки в решении 12-3",
}


async def test_a_list_whose_title_says_that_lines_are_new_or_gone_says_it_once(
    person: TestUser, language: Language, texts: Texts
) -> None:
    new, gone = (
        texts.get(f"changes-line-{status}", delta="", name="@").partition("@")[2].strip()
        for status in ("added", "removed")
    )
    for label, is_said in (("▾", True), ("＋", False), ("－", False)):
        first = text_of(await person.send("/changes 12-3"))
        assert new in first
        assert gone in first  # under rises and cuts
        listed = text_of(await person.press(label))
        assert ((new in listed) or (gone in listed)) is is_said, listed
    asked = text_of(await person.send(NEW_LINES[language]))
    assert "+40\u00a0000" in asked
    assert new not in asked
