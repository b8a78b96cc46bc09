"""Each view that can be taken away, over the real decisions: the file has what the view shows, in both forms alike."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree import ElementTree

import pytest

from handlers.views.texts import Texts, load_texts
from parser.records import Language
from tests.handlers.taking import AMOUNT, Taken, take
from tests.harness.person import TestUser, text_of

# What is asked in both languages, the buttons that lead to the view, and whether its rows stand as in the file.
VIEWS: dict[str, tuple[tuple[str, str], Sequence[str], bool]] = {
    "card": (("білім беру", "образование"), (), False),
    "parts": (("04 464", "04 464"), ("inside",), True),
    "history": (("білім беру қалай өзгерді", "как изменилось образование"), (), True),
    "budget": (("/budget", "/budget"), (), False),
    "changes": (("/changes 20-3", "/changes 20-3"), ("▾",), True),
    "together": (
        ("сәуірден желтоқсанға дейін не өзгерді", "что изменилось с апреля по декабрь"),
        ("▾",),
        True,
    ),
    "largest": (("ең ірі шығындар", "самые большие расходы"), (), True),
    "bounded": (("500 млн-нан қымбат бағдарламалар", "программы дороже 500 млн"), (), True),
    "office": (("458", "458"), (), True),
    "comparison": (("білім беру мен мәдениетті салыстыр", "сравни образование и культуру"), (), False),
    "sum": (("білім беру мен мәдениет бірге қанша", "образование и культура вместе"), (), False),
    "years": (("білім беру 2013 және 2014", "образование 2013 и 2014"), (), True),
    "remainder": (("мектепсіз білім беру", "образование без школ"), (), False),
}
SHOWN = re.compile(r"(?<![\d\u00a0,])([−+]?\d[\d\u00a0]*)(?= (?:тыс\.|мың)| — )")
ROW = re.compile(r"(?:\d+\.|2\d{3}) |• (?!\d+,\d %)")  # shares of the whole budget are no rows
FORMULA = re.compile(r"[=@\t\r\n]|[+-](?![\d\s.,]*$)")


def shown_amounts(text: str, *, of_rows: bool) -> list[int]:
    """The amounts of a message in tenge, in their order; perhaps only the first of each row of its list.

    A card's changes since other decisions stand in its history's file.
    """
    lines = [line for line in text.split("\n") if (ROW.match(line) if of_rows else "№" not in line)]
    if of_rows and any(re.match(r"\d+\. ", line) for line in lines):
        lines = [line for line in lines if not line.startswith("• ")]
    found = (SHOWN.findall(line) for line in lines)
    told = [each[:1] if of_rows else each for each in found]
    return [_tenge(amount) for amounts in told for amount in amounts]


def _tenge(amount: str) -> int:
    return int(amount.replace("\u00a0", "").replace("−", "-")) * 1000


async def open_view(person: TestUser, language: Language, kind: str, texts: Texts) -> str:
    said, way, _ = VIEWS[kind]
    text = text_of(await person.send(said[language is Language.RU]))
    for label in way:
        pressed = texts.get("button-inside", count=9).partition("(")[0] if label == "inside" else label
        text = text_of(await person.press(pressed))
    return text


@pytest.mark.parametrize("kind", VIEWS)
async def test_a_file_has_what_its_view_shows(
    asker: TestUser, language: Language, texts: Texts, kind: str
) -> None:
    text = await open_view(asker, language, kind, texts)
    taken = await take(asker, texts)
    names = {AMOUNT, "old", "new", "delta"} & {
        each for each in (AMOUNT, "old", "new", "delta") if _has(taken, each)
    }
    in_order = VIEWS[kind][2]
    shown = shown_amounts(text, of_rows=in_order)
    assert len(shown) > 1, text
    if in_order:
        told = iter([int(cell) for cell in taken.column("delta" if "old" in names else AMOUNT) if cell])
        assert all(any(amount == cell for cell in told) for amount in shown), (shown, taken.rows)
    else:
        cells = [int(cell) for name in names for cell in taken.column(name) if cell]
        assert set(map(abs, shown)) <= {abs(cell) for cell in cells} | _differences(cells)


@pytest.mark.parametrize("kind", VIEWS)
async def test_each_row_says_in_which_text_it_stands(
    asker: TestUser, language: Language, texts: Texts, kind: str
) -> None:
    await open_view(asker, language, kind, texts)
    taken = await take(asker, texts)
    known = {load_texts(each).get("language-name") for each in Language}
    for number, said in zip(taken.column("row"), taken.column("text"), strict=True):
        assert (said in known) if number else not said


def _has(taken: Taken, name: str) -> bool:
    return taken.texts.get(f"table-{name}") in taken.rows[0]


def _differences(amounts: Sequence[int]) -> set[int]:
    """What a message may tell of two lines of its file: by how much one is more."""
    return {abs(one - other) for one in amounts[:9] for other in amounts[:9]}


@pytest.mark.parametrize("kind", VIEWS)
async def test_both_forms_of_a_file_have_the_same_cells(
    asker: TestUser, language: Language, texts: Texts, kind: str
) -> None:
    await open_view(asker, language, kind, texts)
    text = await take(asker, texts)
    assert text.data.startswith("\ufeff".encode())
    lines = list(csv.reader(io.StringIO(text.data.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert [cell for line in lines for cell in line if FORMULA.match(cell)] == []
    await open_view(asker, language, kind, texts)
    cells = read_workbook((await take(asker, texts, "xlsx")).data)
    head = next(number for number, row in enumerate(cells) if row.get(1, NONE).value == lines[0][1])
    assert [_told(row, lines[0], texts) for row in cells[head:]] == [
        [cell.removeprefix("'") for cell in line] for line in lines
    ]
    kinds = {texts.get(f"table-{name}"): False for name in ("code", "decision", "path")}
    kinds |= {texts.get(f"table-{name}"): True for name in (AMOUNT, "old", "new", "delta")}
    for at, title in enumerate(lines[0]):
        if title in kinds:
            column = [row[at] for row in cells[head + 1 :] if at in row]
            assert {cell.is_number for cell in column if cell.value} <= {kinds[title]}


@dataclass(frozen=True)
class WrittenCell:
    """A cell of a workbook as it is stored."""

    value: str
    is_number: bool


NONE = WrittenCell("", is_number=False)
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
EPOCH = dt.date(1899, 12, 30)


def read_workbook(data: bytes) -> list[dict[int, WrittenCell]]:
    """The rows of a workbook, each with its cells by their columns; a formula fails."""
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        shared, sheet = (
            ElementTree.fromstring(book.read(f"xl/{name}.xml"))  # noqa: S314 - the bot's own file
            for name in ("sharedStrings", "worksheets/sheet1")
        )
    strings = ["".join(part.text or "" for part in each.iter(f"{SHEET}t")) for each in shared]
    assert sheet.find(f".//{SHEET}f") is None
    rows = []
    for row in sheet.iter(f"{SHEET}row"):
        cells = {}
        for cell in row.iter(f"{SHEET}c"):
            value = cell.findtext(f"{SHEET}v")
            if value is not None:
                column = _column(re.sub(r"\d", "", cell.get("r", "")))
                is_text = cell.get("t") == "s"
                cells[column] = WrittenCell(strings[int(value)] if is_text else value, not is_text)
        rows.append(cells)
    return rows


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _told(row: dict[int, WrittenCell], head: Sequence[str], texts: Texts) -> list[str]:
    """A row of a workbook as CSV has it."""
    days = {texts.get("table-date"), texts.get("table-before-date")}
    told = []
    for at, title in enumerate(head):
        cell = row.get(at, NONE)
        if cell.is_number and title in days:
            told.append((EPOCH + dt.timedelta(int(cell.value))).isoformat())
        elif cell.is_number and title == texts.get("table-share"):
            told.append(f"{float(cell.value) * 100:.2f}%".replace(".", ","))
        else:
            told.append(cell.value)
    return told
