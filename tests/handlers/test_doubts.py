"""An amount that was read with doubt says so wherever it is shown, and what is computed of it does too."""

from __future__ import annotations

import asyncio
import csv
import json
import re
from collections.abc import AsyncIterator, Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from aiogram.types import InlineQueryResultArticle, InputTextMessageContent
from typer.testing import CliRunner

from bot.cli import app
from bot.operator.texts import OperatorLanguage, load_operator_texts
from handlers.views.doubts import MARK
from handlers.views.texts import Texts, load_texts
from parser.kinds import Doubt
from parser.parse import parse_file
from parser.records import Language, ParsedDecision
from storage.engine import create_engine, create_sessions
from storage.loading.ingest import ingest
from storage.schema import migrate
from tests.conftest import SAMPLES
from tests.harness.budget import documents
from tests.harness.databases import database_url
from tests.harness.person import TestUser, text_of
from tests.harness.world import open_world
from tests.storage.builders import doubted

KINDERGARTENS, LIGHTS = "expenditure/04/464/009", "expenditure/07/458/015"
QUESTIONS = {
    "line": {Language.KK: "464 009", Language.RU: "464 009"},
    "largest": {Language.KK: "ең ірі шығындар", Language.RU: "самые большие расходы"},
    "comparison": {
        Language.KK: "жарықтандыру мен көгалдандыруды салыстыр",
        Language.RU: "сравни освещение и озеленение",
    },
    "years": {
        Language.KK: "мектепке дейінгі тәрбие 2013 және 2014",
        Language.RU: "дошкольное воспитание 2013 и 2014",
    },
    "choice": {Language.KK: "өзгелер", Language.RU: "прочие"},
    "changes": {Language.KK: "не өзгерді", Language.RU: "что изменилось"},
}
# An amount with its unit, the change of one, or a share.
_FIGURE = re.compile(r"\d (мың|млн|млрд|тыс\.|теңге|тенге)|[+−]\d|\d %|→ \d")


def fill(file: Path, doubt: Doubt, *paths: str) -> Path:
    """Loads the invented budget with some of its lines in doubt, or all of them."""

    def with_doubt(parsed: ParsedDecision) -> ParsedDecision:
        return replace(parsed, editions=tuple(doubted(each, *paths, doubt=doubt) for each in parsed.editions))

    async def load() -> None:
        engine = create_engine(database_url(file))
        await migrate(engine)
        for parsed in map(with_doubt, documents()):
            await ingest(create_sessions(engine), parsed)
        await engine.dispose()

    asyncio.run(load())
    return file


@pytest.fixture(scope="module", params=list(Doubt), ids=str)
def all_doubted(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Doubt, Path]:
    """A database all of whose amounts are in doubt."""
    doubt = Doubt(request.param)
    return doubt, fill(tmp_path_factory.mktemp("doubted") / "qazyna.db", doubt)


@pytest.fixture(scope="module")
def one_doubted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database in which one line is in doubt, in all its editions."""
    return fill(tmp_path_factory.mktemp("doubted") / "qazyna.db", Doubt.SCANNED, KINDERGARTENS)


@pytest.fixture
async def doubtful(all_doubted: tuple[Doubt, Path], language: Language) -> AsyncIterator[TestUser]:
    """Somebody who asks where all amounts are in doubt."""
    async with open_world(all_doubted[1]) as world:
        yield world.person(language.value)


@pytest.fixture
async def reader(one_doubted: Path, language: Language) -> AsyncIterator[TestUser]:
    """Somebody who asks where one line is in doubt."""
    async with open_world(one_doubted) as world:
        yield world.person(language.value)


def spaced(text: str) -> str:
    """A text with plain spaces."""
    return text.replace("\u00a0", " ")


def unmarked(text: str, doubt: Doubt, texts: Texts) -> list[str]:
    """The lines of a message that show a figure without a mark. A card says at its amount what the doubt is."""
    lines = spaced(text).split("\n")
    said = texts.get(f"doubt-{doubt}")
    pairs = zip(lines, [*lines[1:], ""], strict=True)
    return [line for line, after in pairs if _FIGURE.search(line) and MARK not in line and after != said]


def with_figures(lines: Iterable[str]) -> list[str]:
    return [line for line in lines if _FIGURE.search(line)]


@pytest.mark.parametrize("asked", QUESTIONS)
async def test_every_figure_of_every_answer_is_marked_and_the_mark_is_told(
    doubtful: TestUser, all_doubted: tuple[Doubt, Path], texts: Texts, asked: str
) -> None:
    doubt, _ = all_doubted
    text = text_of(await doubtful.send(QUESTIONS[asked][texts.language]))
    assert with_figures(spaced(text).split("\n"))
    assert unmarked(text, doubt, texts) == []
    assert texts.get(f"doubt-{doubt}") in text


async def test_every_figure_of_cards_and_histories_is_marked(
    doubtful: TestUser, all_doubted: tuple[Doubt, Path], texts: Texts
) -> None:
    doubt, _ = all_doubted
    card = text_of(await doubtful.send("464"))  # printed in two blocks, with lines below it
    assert texts.get("card-blocks", count=2, amounts="").strip() in card
    assert unmarked(card, doubt, texts) == []
    children = [label for label in doubtful.labels if with_figures([spaced(label)])]
    assert children
    assert [label for label in children if MARK not in label] == []
    ledger = text_of(await doubtful.press(texts.get("button-ledger")))
    assert unmarked(ledger, doubt, texts) == []
    assert texts.get(f"doubt-{doubt}") in ledger
    await doubtful.press(texts.get("button-card"))
    changes = text_of(await doubtful.press(texts.get("button-changes", number="15-3")))
    assert unmarked(changes, doubt, texts) == []
    assert texts.get(f"doubt-{doubt}") in changes


async def test_every_inline_result_is_marked(
    doubtful: TestUser, all_doubted: tuple[Doubt, Path], texts: Texts
) -> None:
    doubt, _ = all_doubted
    answer = await doubtful.ask_inline("464")
    assert answer.results
    for result in answer.results:
        assert isinstance(result, InlineQueryResultArticle)
        assert isinstance(result.input_message_content, InputTextMessageContent)
        assert MARK in str(result.description)
        message = result.input_message_content.message_text
        assert texts.get(f"doubt-{doubt}") in message
        assert unmarked(message, doubt, texts) == []


async def test_a_card_says_it_right_at_its_amount_and_where_it_is_printed(
    reader: TestUser, texts: Texts
) -> None:
    lines = spaced(text_of(await reader.send("464 009"))).split("\n")
    at = lines.index(texts.get("doubt-scanned"))
    assert with_figures([lines[at - 1]])
    assert lines.count(texts.get("doubt-scanned")) == 1
    [source] = [line for line in lines if line.startswith(texts.get("card-source"))]
    assert texts.get("source-appendix", appendix="1") in source
    assert re.search(texts.get("source-row", row=r"\d+"), source)


async def test_above_a_doubted_line_only_the_button_to_it_is_marked(reader: TestUser, texts: Texts) -> None:
    text = text_of(await reader.send("464"))
    row = texts.get("doubt-rows", count=1, rows="11")
    assert [line for line in text.split("\n") if MARK in line] == [f"{texts.get('doubt-scanned')} ({row})"]
    assert sum(MARK in label for label in reader.labels) == 1


async def test_a_list_names_the_rows_of_what_it_marks(reader: TestUser, texts: Texts) -> None:
    largest = {
        Language.KK: "білім берудің ең ірі шығындары",
        Language.RU: "самые большие расходы на образование",
    }
    lines = text_of(await reader.send(largest[texts.language])).split("\n")
    marked = [line for line in lines if MARK in line]
    assert len(marked) == 2
    assert marked[1].startswith(texts.get("doubt-scanned"))
    rows = texts.get("doubt-rows", count=1, rows=r"\d+")
    assert re.search(re.escape("(") + rows + re.escape(")") + "$", marked[1])


@pytest.fixture
def call(one_doubted: Path) -> Callable[..., Any]:
    """Calls a command over the database in which one line is in doubt."""
    environment = {"DATABASE_URL": database_url(one_doubted), "LANG": "C"}

    def call(*arguments: str, language: str = "C") -> str:
        result = CliRunner().invoke(app, arguments, env=environment | {"LANG": language})
        assert result.exit_code == 0, result.output
        return result.stdout

    return call


def test_the_command_line_says_it_in_json(call: Callable[..., str]) -> None:
    [match] = json.loads(call("ask", "464 009", "--json"))["matches"]
    assert match["doubt"] == "scanned"
    assert {parent["doubt"] for parent in match["parents"]} == {None}
    assert match["change"]["doubt"] == match["change_since_original"]["doubt"] == "scanned"
    assert {step["doubt"] for step in match["ledger"] if step["loaded"]} == {"scanned"}
    assert (match["source"]["appendix"], match["source"]["row"] > 0) == ("1", True)
    [other] = json.loads(call("ask", "458 015", "--json"))["matches"]
    assert other["doubt"] is None


@pytest.mark.parametrize("language", ["kk_KZ.UTF-8", "ru_RU.UTF-8", "C"])
def test_what_a_decision_changed_is_marked_in_the_terminal(
    all_doubted: tuple[Doubt, Path], language: str
) -> None:
    doubt, database = all_doubted
    environment = {"DATABASE_URL": database_url(database), "LANG": language}
    result = CliRunner().invoke(app, ["changes", "15-3"], env=environment)
    assert result.exit_code == 0, result.output
    rows = [line for line in spaced(result.stdout).split("\n") if line.startswith("expenditure")]
    assert rows
    assert [row for row in rows if MARK not in row] == []
    said = load_operator_texts(OperatorLanguage(language[:2] if "_" in language else "en"))
    assert f"{MARK} {said.get(f'doubted-{doubt}')}" in result.stdout
    as_json = CliRunner().invoke(app, ["changes", "15-3", "--json"], env=environment)
    changes = json.loads(as_json.stdout)
    told = [*changes["lines"], *changes["totals"].values(), *changes["flow"]["rises"], changes["flow"]]
    assert {each["doubt"] for each in told} == {doubt}


async def test_an_export_carries_it(call: Callable[..., str], tmp_path: Path) -> None:
    await asyncio.to_thread(call, "export", str(tmp_path))
    with (tmp_path / "lines.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["line_id"] for row in rows if row["doubt"] == "scanned"} == {KINDERGARTENS}


async def test_a_page_whose_cells_are_not_certain_is_doubted_on_its_card(
    tmp_path: Path, language: Language, texts: Texts
) -> None:
    """From the file to the card: a number stands in a cell of its own between a name and its amount."""
    page = (SAMPLES.parents[1] / f"tests/parser/documents/one-table.{language}.html").read_text(
        encoding="utf-8"
    )
    lines = (
        parse_file(SAMPLES.parents[1] / f"tests/parser/documents/one-table.{language}.html").editions[0].lines
    )
    program = next(
        line for line in lines if line.path.startswith("expenditure/") and re.fullmatch(r"\d{3}", line.amount_printed)
        and len(line.codes) > 2 and line.codes[-1].startswith("0")
    )  # fmt: skip
    cell = re.compile(
        rf"(>{program.codes[-1]}</td>\s*<td[^>]*>{re.escape(program.name)}</td>)(\s*<td[^>]*>{program.amount_printed}</td>)"
    )
    torn, count = cell.subn(r"\1<td>5</td>\2", page)
    assert count == 1
    file = tmp_path / "page.html"
    file.write_text(torn, encoding="utf-8")

    def load() -> str:
        environment = {"DATABASE_URL": database_url(tmp_path / "qazyna.db"), "LANG": "C"}
        result = CliRunner().invoke(app, ["load", str(file)], env=environment)
        assert result.exit_code == 0, result.output
        return result.stdout

    said = load_operator_texts(OperatorLanguage.EN).get("doubted-unsure")
    assert f"{said}; 1 row ({program.row})" in await asyncio.to_thread(load)
    async with open_world(tmp_path / "qazyna.db") as world:
        text = text_of(await world.person(language.value).send(" ".join(program.codes[-2:])))
    assert texts.get("doubt-unsure") in text.split("\n")
    assert texts.get("source-row", row=program.row) in text


def test_the_texts_say_which_doubt_it_is() -> None:
    for language in Language:
        texts = load_texts(language)
        said = [texts.get(f"doubt-{doubt}") for doubt in Doubt]
        assert len(set(said)) == len(Doubt)
        assert all(each.startswith(f"{MARK} ") for each in said)
