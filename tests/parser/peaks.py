"""`python -m tests.parser.peaks QUARTER WHOLE`: what reading takes of memory, by form, at two sizes.

Each reading has a process of its own, a copy of this one in which all was read once: what it takes for the
first time alone is not counted. Lines of a form and two peaks in kB, above what that process began with.
"""

from __future__ import annotations

import base64
import os
import sys
import zipfile
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from parser.errors import ParseError
from parser.parse import parse_raw
from parser.readers.detect import is_archive, members_of
from parser.readers.files import as_raw
from tests.parser.contents import Content, TableOf
from tests.parser.layouts import as_aligned, as_tabbed
from tests.parser.office import PRINTERS
from tests.parser.office_97 import as_doc, as_xls, put_office
from tests.parser.pages_of_contents import as_page, as_word
from tests.parser.pdf_tables import Print, as_pdf

Printing = Callable[[Sequence[Content]], bytes]

HEAD = (
    "Решение Хромтауского районного маслихата Актюбинской области от 4 января 2019 года № 276",
    "О бюджетах сельских округов на 2019-2021 годы",
    "Хромтауский районный маслихат РЕШИЛ:",
    "1. Утвердить бюджеты сельских округов на 2019-2021 годы.",
)
LABELS = (
    "Функциональная группа",
    "Администратор бюджетных программ",
    "Программа",
    "Наименование",
    "Сумма, тысяч тенге",
)
EDITION = (
    "form,qazyna-edition", "place,Тараз", "body,Таразский городской маслихат", "language,ru", "year,2019",
    "decision_number,5-1", "decision_date,2018-12-24", "budget_years,2019-2021", "appendix,1", "unit,тысяч тенге", "",
    "section,category,class,subclass,group,subgroup,administrator,program,name,amount",
    "revenue,,,,,,,,I. Доходы,300", "expenditure,,,,,,,,II. Затраты,300",
)  # fmt: skip
ROWS = (
    ("", "", "", "I. Доходы", "300"),
    ("4", "", "", "Поступления трансфертов", "300"),
    ("", "", "", "II. Затраты", "300"),
    ("04", "", "", "Образование", "300"),
    ("", "124", "", "Аппарат акима", "300"),
    ("", "", "003", "Общеобразовательное обучение по специальным образовательным программам", "300"),
)


def contents_of(villages: int) -> list[Content]:
    """A decision with a budget for each of so many villages."""
    found: list[Content] = list(HEAD)
    for number in range(villages):
        name = "Ак" + "".join(chr(ord("а") + int(digit)) for digit in f"{number:04}")
        found += [f"Приложение {number + 1}", f"Бюджет {name}ского сельского округа на 2019 год"]
        found.append(TableOf([[(cell, 1, 1) for cell in row] for row in (LABELS, *ROWS)]))
    return found


def _lines(contents: Sequence[Content], line: Callable[[Sequence[str]], str], rule: str = "") -> bytes:
    said: list[str] = []
    for content in contents:
        if isinstance(content, str):
            said += ["", content, ""]
            continue
        rows = [line([str(text) for text, _, _ in row]) for row in content.rows]
        said += [rows[0], *([rule] if rule else []), *rows[1:], ""]
    return "\n".join(said).encode()


def _as_markdown(contents: Sequence[Content]) -> bytes:
    return _lines(contents, lambda cells: f"| {' | '.join(cells)} |", "|---|---|---|---|---|")


def _as_csv(contents: Sequence[Content]) -> bytes:
    """The rows of all its tables as one edition in the form that `export` writes."""
    tables = [each for each in contents if isinstance(each, TableOf)]
    lines = [
        f'expenditure,,,,{number % 90 + 1},,,,"{row[-2][0]}",300'
        for number, table in enumerate(tables)
        for row in table.rows[4:]
    ]
    return "\n".join((*EDITION, *lines)).encode()


def _printed(contents: Sequence[Content], printer: Callable[..., bytes], *more: object) -> bytes:
    """By a printer of paragraphs, and of tables behind them all."""
    paragraphs = tuple(each for each in contents if isinstance(each, str))
    tables = [each.rows for each in contents if isinstance(each, TableOf)]
    return printer(tables, paragraphs, *more)


def _as_pdf(contents: Sequence[Content]) -> bytes:
    tables = [
        [[str(t) for t, _, _ in row] for row in each.rows] for each in contents if isinstance(each, TableOf)
    ]
    return as_pdf(tables, [each for each in contents if isinstance(each, str)], Print())


def _as_saved_page(contents: Sequence[Content]) -> bytes:
    """A page that a browser saved as one file, with its style sheet."""
    head = b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="B"\r\n\r\n'
    page = b"--B\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    sheet = b"\r\n--B\r\nContent-Type: text/css\r\n\r\np { color: black }\r\n--B--\r\n"
    return head + page + base64.encodebytes(as_page(contents)) + sheet


def _as_archive(contents: Sequence[Content]) -> bytes:
    """Decisions of a few budgets each, half of them in an archive within the archive."""
    head, budgets = list(contents[: len(HEAD)]), list(contents[len(HEAD) :])
    few = 5 * 3  # a caption, a title and a table each
    pages = [as_page([*head, *budgets[at : at + few]]) for at in range(0, len(budgets), few)]
    inner = _pack({f"{number}.html": page for number, page in enumerate(pages[::2])})
    return _pack({f"{number}.htm": page for number, page in enumerate(pages[1::2])} | {"inner.zip": inner})


def _pack(members: dict[str, bytes]) -> bytes:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return packed.getvalue()


FORMS: dict[str, Printing] = {
    "html": as_page,
    "mhtml": _as_saved_page,
    "zip": _as_archive,
    "xls": as_xls,
    "doc": as_doc,
    "docx": as_word,
    **PRINTERS,
    "md": _as_markdown,
    "csv": _as_csv,
    "txt of tabs": lambda contents: _printed(contents, as_tabbed),
    "txt of columns": lambda contents: _printed(contents, as_aligned),
    "pdf": _as_pdf,
}


def read(form: str, data: bytes) -> str:
    """Reads a document, or those of an archive one after another; gives what was refused of it, if it was."""
    raw = as_raw(f"decision.{form.split(maxsplit=1)[0]}", data)
    try:
        if not is_archive(raw):
            parse_raw(raw)
            return ""
        for member in members_of(raw):
            parse_raw(member.read())
    except ParseError as error:
        return str(error)
    return ""


def apart(work: Callable[[], bytes]) -> bytes:
    """What some work gives; it is done in a copy of this process, whose memory stays as it is."""
    result, into = os.pipe()
    child = os.fork()
    if not child:
        os.close(result)
        with os.fdopen(into, "wb") as told:
            told.write(work())
        os._exit(0)
    os.close(into)
    with os.fdopen(result, "rb") as told:
        given = told.read()
    os.waitpid(child, 0)
    return given


def measure_peak(work: Callable[[], object]) -> int:
    """What some work takes at most above what is taken already, in kB."""

    def measure() -> bytes:
        Path("/proc/self/clear_refs").write_text("5")
        before = _peak()
        work()
        return str(_peak() - before).encode()

    return int(apart(measure))


def _peak() -> int:
    """The high-water mark of this process since it was last reset."""
    status = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in status if line.startswith("VmHWM"))


def _say(name: str, peaks: Iterable[int], refused: str = "") -> None:
    sys.stdout.write("\t".join([name, *map(str, peaks), refused]) + "\n")
    sys.stdout.flush()  # what a copy of this process has not said yet, it would say too


def _measure(sizes: Sequence[int]) -> None:
    _say(
        "what takes its square", (measure_peak(partial(b"".ljust, 400 * size * size, b"x")) for size in sizes)
    )
    for form, printer in FORMS.items():
        refused = read(form, printer(contents_of(2)))
        documents = (apart(partial(lambda p, size: p(contents_of(size)), printer, size)) for size in sizes)
        _say(form, (measure_peak(partial(read, form, data)) for data in documents), refused)


if __name__ == "__main__":
    with TemporaryDirectory() as programs:
        put_office(Path(programs))
        os.environ["PATH"] = f"{programs}{os.pathsep}{os.environ['PATH']}"
        _measure([int(size) for size in sys.argv[1:]])
