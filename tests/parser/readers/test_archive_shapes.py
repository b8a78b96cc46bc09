"""Other shapes of the archive's tables than the sample has: each row is read as it is printed, or is told."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from parser.kinds import Doubt, FindingKind
from parser.parse import parse_raw
from parser.readers.files import as_raw
from parser.records import Language, ParsedDecision
from tests.parser import archive_sample as sample
from tests.parser.act_texts import differing, languages, raw
from tests.parser.archive_sample import DECEMBER, ORIGINAL

KK, RU = Language.KK, Language.RU
CELLS = re.compile(r"<td(?P<span>[^>]*)>(?P<text>[^<]*)</td>")
Rows = list[tuple[str, str, int]]


def read(text: str, language: Language, version: str = DECEMBER) -> ParsedDecision:
    assert text != sample.text(version, language)
    return parse_raw(raw(text, meta=sample.meta(version)))


def rows_of(parsed: ParsedDecision) -> list[Rows]:
    return [[(line.path, line.name, line.amount) for line in each.lines] for each in parsed.editions]


def whole(language: Language, version: str = DECEMBER) -> list[Rows]:
    return rows_of(sample.parsed(version, language))


def by_cell(text: str, change: Callable[[str], str]) -> str:
    return CELLS.sub(lambda cell: f"<td{cell['span']}>{change(cell['text'])}</td>", text)


LIKE: dict[str, Callable[[str], str]] = {
    "emphasis": lambda cell: f"**{cell}**" if cell.strip() else cell,
    "escapes": lambda cell: cell.replace("(", "\\(").replace("-", "\\-"),
    "letters for zeros": lambda cell: re.sub("0", "О", cell) if re.fullmatch(r"0\d{1,2}", cell) else cell,
    "latin letters for zeros": lambda cell: (
        re.sub("0", "O", cell) if re.fullmatch(r"0\d{1,2}", cell) else cell
    ),
    "a wide minus": lambda cell: re.sub(r"^- ?(?=\d)", "\uff0d", cell),
    "a bullet for a minus": lambda cell: re.sub(r"^- ?(?=\d)", "\u2043", cell),
    "a dash with a mark": lambda cell: "-*" if cell in {"0", "0,0"} else cell,
    "blanks around": lambda cell: f"&nbsp;\n{cell}&#8203; " if cell else "&nbsp;",
}


@languages
@pytest.mark.parametrize("shape", LIKE)
def test_a_cell_is_what_a_person_sees_in_it(shape: str, language: Language) -> None:
    version = ORIGINAL if "zeros" in shape or "mark" in shape else DECEMBER
    parsed = read(by_cell(sample.text(version, language), LIKE[shape]), language, version)
    assert rows_of(parsed) == whole(language, version)
    assert differing(parsed) == []


@languages
@pytest.mark.parametrize("nth", [1, 2, 3])
def test_a_table_that_is_not_closed_ends_where_the_next_begins_and_is_told(
    nth: int, language: Language
) -> None:
    parts = sample.text(DECEMBER, language).split("</table>")
    text = "</table>".join(parts[:nth]) + "</table>".join(["", *parts[nth:]])[len("</table>") :]
    parsed = read(text, language)
    assert rows_of(parsed) == whole(language)
    assert [(found.kind, str(found.at)) for found in parsed.warnings] == [
        (FindingKind.TABLE_UNCLOSED, f"table {nth}")
    ]
    page = f"<html><body>{_page(text)}</body></html>"
    saved = parse_raw(as_raw("a.html", page.encode()))
    assert rows_of(saved) == whole(language)
    assert FindingKind.TABLE_UNCLOSED in {found.kind for found in saved.warnings}


def _page(text: str) -> str:
    """The text as a page; the act's own line stands at its head."""
    line = "<p>Решение Хромтауского районного маслихата от 4 января 2019 года № 276</p>"
    own = re.sub(r"(?m)^(?![<\s])[>#\s*]*(.*?)\**\s*$", r"<p>\1</p>", text)
    return f"{line}\n{own}"


@languages
def test_programs_without_zeros_are_programs_without_a_label_too(language: Language) -> None:
    whole_text = sample.text(DECEMBER, language)
    bare = by_cell(whole_text, lambda cell: cell.lstrip("0") if re.fullmatch(r"0\d\d", cell) else cell)
    parsed = read(bare, language)
    assert rows_of(parsed) == whole(language)
    # No row names a column any more.
    unlabelled = re.sub(r"<tr>\n(?:<td[^>]*>[^\d<]*</td>\n)+</tr>\n", "", bare)
    assert unlabelled.count("<tr>") < bare.count("<tr>")
    again = read(unlabelled, language)
    assert rows_of(again)[0] == whole(language)[0]


@languages
def test_two_rows_in_one_are_both_read_and_both_told(language: Language) -> None:
    text = sample.text(ORIGINAL, language)
    at = [found.start() for found in re.finditer("</tr>\n<tr>\n", text)]
    middle = next(
        place for place in at if text[place:].count("<table") == 5 and re.search(r"\d</td>\n$", text[:place])
        and re.match(r"</tr>\n<tr>\n<td></td>\n<td></td>\n", text[place:])
    )  # fmt: skip
    parsed = read(text[:middle] + text[middle + len("</tr>\n<tr>\n") :], language, ORIGINAL)
    assert rows_of(parsed) == whole(language, ORIGINAL)
    doubted = [line for line in parsed.editions[0].lines if line.doubt is Doubt.UNSURE]
    assert len(doubted) == 2
    assert [kind for kind, _ in differing(parsed)] == [FindingKind.CELLS_UNSURE] * 2


@languages
def test_a_row_that_goes_on_in_the_next_table_or_row_is_told(language: Language) -> None:
    name = {KK: "облыстық маңызы бар қаланың", RU: "города областного значения"}[language]
    rest = f"<tr>\n<td></td>\n<td></td>\n<td></td>\n<td></td>\n<td>({name})</td>\n<td></td>\n</tr>\n"
    text = sample.text(DECEMBER, language)
    rows = [found.start() for found in re.finditer(r"<tr>\n<td></td>\n<td></td>\n<td>124</td>", text)]
    assert rows
    for between in (rest, f"</table>\n\n<table>\n{rest}"):
        parsed = read(text[: rows[0]] + between + text[rows[0] :], language)
        assert rows_of(parsed) == whole(language)
        assert differing(parsed) == [(FindingKind.CELLS_UNSURE, {"name": f"({name})"})]
    # That parts follow is no rest of a name.
    remark = {KK: "оның ішінде:", RU: "в том числе:"}[language]
    parsed = read(text[: rows[0]] + rest.replace(f"({name})", remark) + text[rows[0] :], language)
    assert (rows_of(parsed), differing(parsed)) == (whole(language), [])


@languages
def test_rows_that_are_counted_over_several_tables_are_read_without_their_numbers(language: Language) -> None:
    text = sample.text(ORIGINAL, language)
    numbers = iter(range(1, 10_000))

    def number(row: re.Match[str]) -> str:
        is_body = re.search(r"<td[^>]*>[- ]*\d[\d ,.]*</td>\n$", row["cells"]) is not None
        return f"<tr>\n<td>{next(numbers) if is_body else '№'}</td>\n{row['cells']}</tr>"

    counted = re.sub(r"<tr>\n(?P<cells>(?:<td.*</td>\n)+)</tr>", number, text)
    assert next(numbers) > 100
    parsed = read(counted, language, ORIGINAL)
    assert rows_of(parsed) == whole(language, ORIGINAL)


@languages
def test_a_crossed_out_amount_is_missing_and_no_zero(language: Language) -> None:
    text = sample.text(ORIGINAL, language)
    last = text.rindex("<td>0</td>")
    parsed = read(f"{text[:last]}<td>х</td>{text[last + len('<td>0</td>') :]}", language, ORIGINAL)
    assert sum(map(len, rows_of(parsed))) == sum(map(len, whole(language, ORIGINAL))) - 1
    assert FindingKind.AMOUNT_MISSING in {kind for kind, _ in differing(parsed)}


@languages
def test_a_note_is_of_its_own_appendix_where_two_have_one_number(language: Language) -> None:
    text = sample.text(DECEMBER, language)
    caption = {
        KK: ("№ 276 шешіміне № 2 қосымша", "№ 276 шешіміне 1 қосымша"),
        RU: ("Приложение № 2", "Приложение № 1"),
    }[language]
    assert caption[0] in text
    parsed = read(text.replace(*caption, 1), language)
    assert [(each.appendix, each.year, each.set_by.number) for each in parsed.editions] == [
        ("1", 2019, "386"), ("1", 2020, "276"), ("3", 2021, "276"),
    ]  # fmt: skip
