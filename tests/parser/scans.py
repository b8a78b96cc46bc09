"""Pictures of an invented decision, and what Tesseract said of them, recorded.

A picture is read by asking Tesseract several times; the answers stand in a file beside it, in the order
in which they came. `python -m tests.parser.scans` draws the pictures anew and records the answers; it needs Tesseract
and the font DejaVu Sans.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

from parser.budget_code import codes_of
from parser.parse import parse_raw
from parser.readers import picture_blocks, picture_numbers, picture_rules, picture_words, pictures, tesseract
from parser.readers.files import RawFile, as_raw
from parser.readers.picture_blocks import PageBlock
from parser.readers.picture_rules import Ruled
from parser.records import Language

FOLDER = Path(__file__).parent / "documents" / "scans"
_ANSWER = "#### "
_LETTERS = "whitelist"  # only the readings of numbers say which letters there may be
_SIZE = (2481, 3508)  # of a sheet at 300 pixels to the inch
_ROW, _COLUMNS = 81, (105, 360, 645, 900, 1995, 2400)  # pixels

AMOUNTS = {
    "revenue": 47_350, "revenue/1": 12_350, "revenue/1/01": 8_120, "revenue/1/01/2": 8_120,
    "revenue/1/04": 4_230, "revenue/1/04/1": 1_230, "revenue/1/04/4": 3_000,
    "revenue/4": 35_000, "revenue/4/02": 35_000, "revenue/4/02/3": 35_000,
    "expenditure": 48_350, "expenditure/01": 20_350, "expenditure/01/124": 20_350,
    "expenditure/01/124/001": 20_350, "expenditure/07": 28_000, "expenditure/07/124": 28_000,
    "expenditure/07/124/008": 13_000, "expenditure/07/124/011": 15_000,
    "net_lending": 0, "financial_assets": 0, "deficit": -1_000, "financing": 1_000,
    "financing_receipts/8": 1_000, "financing_receipts/8/01": 1_000, "financing_receipts/8/01/1": 1_000,
}  # fmt: skip
TEXTS = {
    Language.RU: (
        "О бюджете Актасского сельского округа на 2024-2026 годы",
        "Решение Коктемского районного маслихата от 27 декабря 2023 года № 12-3",
        "1. Утвердить бюджет.",
        "Приложение 1 к решению",
        "Бюджет Актасского сельского округа на 2024 год",
    ),
    Language.KK: (
        "2024-2026 жылдарға арналған Ақтас ауылдық округінің бюджеті туралы",
        "Көктем аудандық мәслихатының 2023 жылғы 27 желтоқсандағы № 12-3 шешімі",
        "1. Бюджет бекітілсін.",
        "Шешімге 1-қосымша",
        "2024 жылға арналған Ақтас ауылдық округінің бюджеті",
    ),
}
HEADERS = {
    Language.RU: (
        ("Категория", "Класс", "Подкласс", "Наименование", "Сумма, тыс. тенге"),
        ("Группа", "Админ.", "Программа", "Наименование", "Сумма, тыс. тенге"),
    ),
    Language.KK: (
        ("Санаты", "Сыныбы", "Кіші сыныбы", "Атауы", "Сомасы, мың теңге"),
        ("Топ", "Әкімші", "Бағдарлама", "Атауы", "Сомасы, мың теңге"),
    ),
}
NAMES = {
    Language.RU: (
        "1. ДОХОДЫ", "Налоговые поступления", "Подоходный налог", "Индивидуальный подоходный налог",
        "Налоги на собственность", "Налоги на имущество", "Налог на транспортные средства",
        "Поступления трансфертов", "Трансферты из вышестоящих органов управления", "Трансферты из бюджета района",
        "2. ЗАТРАТЫ", "Государственные услуги общего характера", "Аппарат акима сельского округа",
        "Услуги по обеспечению деятельности акима", "Жилищно-коммунальное хозяйство",
        "Аппарат акима сельского округа", "Освещение улиц населенных пунктов",
        "Благоустройство и озеленение", "3. Чистое бюджетное кредитование",
        "4. Сальдо по операциям с финансовыми активами", "5. Дефицит (профицит) бюджета",
        "6. Финансирование дефицита бюджета", "Используемые остатки бюджетных средств",
        "Остатки бюджетных средств", "Свободные остатки бюджетных средств",
    ),
    Language.KK: (
        "1. КІРІСТЕР", "Салықтық түсімдер", "Табыс салығы", "Жеке табыс салығы",
        "Меншікке салынатын салықтар", "Мүлікке салынатын салықтар", "Көлік құралдарына салынатын салық",
        "Трансферттер түсімі", "Жоғары тұрған органдардан трансферттер", "Аудан бюджетінен трансферттер",
        "2. ШЫҒЫНДАР", "Жалпы сипаттағы мемлекеттік қызметтер", "Ауылдық округ әкімінің аппараты",
        "Әкімнің қызметін қамтамасыз ету", "Тұрғын үй-коммуналдық шаруашылық",
        "Ауылдық округ әкімінің аппараты", "Елді мекендерде көшелерді жарықтандыру",
        "Абаттандыру және көгалдандыру", "3. Таза бюджеттік кредиттеу",
        "4. Қаржы активтерімен операциялар бойынша сальдо", "5. Бюджет тапшылығы (профициті)",
        "6. Бюджет тапшылығын қаржыландыру", "Бюджет қаражатының пайдаланылатын қалдықтары",
        "Бюджет қаражаты қалдықтары", "Бюджет қаражатының бос қалдықтары",
    ),
}  # fmt: skip


@dataclass
class Scan:
    """A picture, and what Tesseract answers when it is read: its arguments, then what it prints."""

    raw: RawFile
    answers: list[str]

    @classmethod
    def of(cls, language: Language) -> Scan:
        path = FOLDER / f"village.{language}.png"
        answers = path.with_suffix(".tsv").read_text(encoding="utf-8").split(_ANSWER)[1:]
        return cls(as_raw(path.name, path.read_bytes()), answers)

    def on_page(self, printed: str, seen: str, nth: int = 1) -> Scan:
        """The page is read with another word where the nth of some that are the same is printed."""
        page = max((i for i, answer in enumerate(self.answers) if _LETTERS not in answer), key=self._length)
        self.answers[page] = _replaced(self.answers[page], f"\t{printed}\n", f"\t{seen}\n", nth)
        return self

    def in_numbers(self, printed: str, seen: str, nth: int = 1, *, readings: Sequence[int] = (0, 1)) -> Scan:
        """The second (0) and the third reading (1), which are of numbers only, have other digits in a row."""
        numbers = [i for i, answer in enumerate(self.answers) if _LETTERS in answer]
        for reading in readings:
            self.answers[numbers[reading]] = _replaced(self.answers[numbers[reading]], printed, seen, nth)
        return self

    def _length(self, index: int) -> int:
        return len(self.answers[index])

    def play(self, monkeypatch: pytest.MonkeyPatch) -> RawFile:
        """Puts the recorded answers in Tesseract's place."""
        left = iter(self.answers)

        def run(arguments: Sequence[str], _picture: bytes) -> bytes:
            asked, _, answer = next(left).partition("\n")
            assert asked == " ".join(arguments), "asked otherwise than when it was recorded"
            return answer.encode()

        find_rules, upright, kept = picture_rules.find_rules, pictures.upright, _kept(self.raw.sha256)
        find_blocks = picture_blocks.find_blocks

        def find_rules_once(picture: Image.Image) -> Ruled:
            """Turning a picture takes most of the time, and its outcome is the same in all tests."""
            if kept:
                tesseract.quarters_to_turn(b"")
            else:
                kept.append(find_rules(upright(picture)))
            return kept[0]

        def find_blocks_once(ruled: Ruled) -> list[PageBlock]:
            """To tell blocks of text from specks takes most of the rest."""
            if ruled is not kept[0]:
                return find_blocks(ruled)
            blocks = _kept_blocks(self.raw.sha256)
            blocks[:] = blocks or find_blocks(ruled)
            return [*blocks]

        monkeypatch.setattr(tesseract, "_run", run)
        monkeypatch.setattr(pictures, "upright", lambda picture: picture)
        monkeypatch.setattr(picture_rules, "find_rules", find_rules_once)
        monkeypatch.setattr(picture_words, "find_blocks", find_blocks_once)
        for module in (picture_words, picture_numbers):
            monkeypatch.setattr(module, "as_png", lambda _: b"")  # nobody sees the picture
        return self.raw


@cache
def _kept(sha256: str) -> list[Ruled]:
    """Where the picture of a file is kept without its rules; empty until it was read once."""
    return []


@cache
def _kept_blocks(sha256: str) -> list[PageBlock]:
    """Likewise for its blocks of text."""
    return []


def _replaced(text: str, old: str, new: str, nth: int) -> str:
    parts = text.split(old)
    assert len(parts) > nth, f"{old!r} is seen {len(parts) - 1} times"
    return old.join(parts[:nth]) + new + old.join(parts[nth:])


def draw(language: Language) -> Image.Image:
    """A page of the decision with its table: ruled in Russian, without rules in Kazakh."""
    picture = Image.new("L", _SIZE, 255)
    pen = ImageDraw.Draw(picture)
    font = ImageFont.truetype("DejaVuSans.ttf", 36)
    y = 150
    for text in TEXTS[language]:
        pen.text((180, y), text, 0, font)
        y += 69
    top = y + 30
    is_ruled = language is Language.RU
    rows = list(_rows(language))
    for index, row in enumerate(rows):
        y = top + index * _ROW
        for left, text in zip(_COLUMNS, row, strict=False):
            pen.text((left + 12, y + 15), text, 0, font)
        if is_ruled:
            pen.line((_COLUMNS[0], y, _COLUMNS[-1], y), 0, 3)
    if is_ruled:
        end = top + len(rows) * _ROW
        pen.line((_COLUMNS[0], end, _COLUMNS[-1], end), 0, 3)
        for left in _COLUMNS:
            pen.line((left, top, left, end), 0, 3)
    return picture.rotate(0.4, Image.Resampling.BICUBIC, fillcolor=255).convert("1")


def _rows(language: Language) -> Iterator[tuple[str, ...]]:
    receipts, spending = HEADERS[language]
    yield receipts
    for (path, amount), name in zip(AMOUNTS.items(), NAMES[language], strict=True):
        if path in {"expenditure", "financing_receipts/8"}:
            yield spending if path == "expenditure" else receipts
        codes = codes_of(path)
        column = len(codes) - 1
        cells = ["", "", ""]
        if codes:
            cells[column] = codes[-1]
        yield (*cells, name, f"{amount:,}".replace(",", " "))


def record() -> None:
    """Draws the pictures, reads them and keeps what Tesseract answers."""
    run = tesseract._run
    for language in Language:
        data = BytesIO()
        draw(language).save(data, "PNG", optimize=True)
        path = FOLDER / f"village.{language}.png"
        path.write_bytes(data.getvalue())
        answers: list[str] = []

        def recorded(arguments: Sequence[str], picture: bytes, kept: list[str] = answers) -> bytes:
            answer = run(arguments, picture).decode()
            words = [
                line for line in answer.splitlines() if arguments[-1] != "tsv" or line[:2] in {"le", "5\t"}
            ]
            kept.append("\n".join([" ".join(arguments), *words, ""]))
            return answer.encode()

        tesseract._run = recorded
        parse_raw(as_raw(path.name, path.read_bytes()))
        tesseract._run = run
        path.with_suffix(".tsv").write_text("".join(_ANSWER + answer for answer in answers), encoding="utf-8")


if __name__ == "__main__":
    record()
