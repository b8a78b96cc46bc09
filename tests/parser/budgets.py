"""Invented budgets that add up, and printing them as the official print does."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from hypothesis import strategies as st

from parser.budget_code import FIRST_ADMINISTRATOR, SECTIONS, depth
from parser.records import Language, Section

_KAZAKH = """білім беру қызметін қамтамасыз ету және жергілікті деңгейде мемлекеттік саясатты іске асыру мектепке
    дейінгі тәрбие ұйымдарының тұрғын үй-коммуналдық шаруашылығы іс-шаралар Iшкi көлiк балаларға арналған құрылыс
    бөлімі суару жүйесін дамыту көшелердi жарықтандыру маңызы бар қаланың мәдениет"""
_RUSSIAN = """услуги по реализации государственной политики на местном уровне обеспечение деятельности организаций
    дошкольного воспитания жилищно-коммунальное хозяйство социально-экономических областного значения развитие
    объектов культуры и спорта капитальные расходы строительство реконструкция освещение улиц"""
WORDS = {Language.KK: _KAZAKH.split(), Language.RU: _RUSSIAN.split()}
HEADERS = {
    Language.KK: {
        "receipts": ["Санаты", "", "Сомасы, мың", "теңге", "", "Сыныбы", "", "Iшкi сыныбы", "", "Атауы", "", "1 2 3"],
        "spending": [
            "Функционалдық топ", "", "Сомасы, мың", "теңге", "", "Бюджеттік бағдарламалардың әкiмшiсi", "",
            "Бағдарлама", "", "Атауы", "", "1 2 3",
        ],
    },
    Language.RU: {
        "receipts": ["Категория", "", "Сумма, тысяч", "тенге", "", "Класс", "", "Подкласс", "", "Наименование", "", "1 2 3"],
        "spending": [
            "Функциональная группа", "", "Сумма, тысяч", "тенге", "", "Администратор бюджетных программ", "",
            "Программа", "", "Наименование", "", "1 2 3",
        ],
    },
}  # fmt: skip
SECTION_NAMES = {
    Language.KK: (
        "1. КІРІСТЕР", "2. ШЫҒЫНДАР", "3. Таза бюджеттік кредиттеу", "Бюджеттік кредиттер",
        "Бюджеттік кредиттерді өтеу", "4. Қаржы активтерімен операциялар бойынша сальдо",
        "Қаржы активтерін сатып алу", "Мемлекеттің қаржы активтерін сатудан түсетін түсімдер",
        "5. Бюджет тапшылығы (профициті)", "6. Бюджет тапшылығын қаржыландыру (профицитін пайдалану)",
    ),
    Language.RU: (
        "1. ДОХОДЫ", "2. ЗАТРАТЫ", "3. Чистое бюджетное кредитование", "Бюджетные кредиты",
        "Погашение бюджетных кредитов", "4. Сальдо по операциям с финансовыми активами",
        "Приобретение финансовых активов", "Поступления от продажи финансовых активов государства",
        "5. Дефицит (профицит) бюджета", "6. Финансирование дефицита (использование профицита) бюджета",
    ),
}  # fmt: skip
HEADS = {
    Language.KK: """"{y}-{z} жылдарға арналған қалалық бюджет туралы" Көктем қалалық мәслихатының
2000 жылғы 14 желтоқсандағы № 1-1 шешіміне өзгерістер енгізу туралы

Көктем қалалық мәслихатының {y} жылғы 8 сәуірдегі № 2-3 шешімі. Әділет департаментінде {y} жылғы 17 сәуірде
№ 77 болып тіркелді
      1. Бюджет бекітілсін.

      Көктем қалалық мәслихатының
      2000 жылғы 14 желтоқсандағы
      № 1-1 шешіміне 1-қосымша

Көктем қаласының {y} жылға арналған бюджеті

""",
    Language.RU: """О внесении изменений в решение Коктемского городского маслихата от 14 декабря 2000 года № 1-1
"О городском бюджете на {y}-{z} годы"

Решение Коктемского городского маслихата от 8 апреля {y} года № 2-3. Зарегистрировано Департаментом юстиции
17 апреля {y} года № 77
      1. Утвердить бюджет.

      Приложение 1 к решению
      Коктемского городского маслихата

Бюджет города Коктем на {y} год

""",
}


@dataclass(frozen=True)
class PrintedRow:
    """A row of an invented budget and the path it must be read as."""

    path: str
    code: str
    name: str
    amount: int  # in thousand tenge


@dataclass(frozen=True)
class Budget:
    """An invented budget; `tables` are the header's side and the rows under it."""

    language: Language
    year: int
    tables: tuple[tuple[str, tuple[PrintedRow, ...]], ...]

    @property
    def rows(self) -> list[PrintedRow]:
        return [row for _, rows in self.tables for row in rows]


@cache
def names(language: Language) -> st.SearchStrategy[str]:
    """Names of one to forty words, some with numbers at either end, commas and quotes."""
    word = st.sampled_from(WORDS[language])
    plain = st.lists(word, min_size=1, max_size=18).map(_join)
    return st.one_of(
        plain,
        plain,
        plain,
        plain.map(lambda name: f"18 {name}"),
        plain.map(lambda name: f"{name} 2020"),
        plain.map(lambda name: f"«{name}» {name}"),
        st.tuples(plain, plain).map(lambda pair: f"{pair[0]}, {pair[1]}"),
        st.tuples(plain, st.integers(2, 99)).map(lambda pair: f"{pair[0]} {pair[1]}"),
    )


def _join(words: list[str]) -> str:
    """Words as a name, every fifth with a word in brackets."""
    text = " ".join(words)
    return f"{text} (жол) бөлімі" if len(words) % 5 == 0 else text


amounts = st.one_of(st.integers(1, 999), st.integers(1000, 3_000_000), st.sampled_from([60, 453, 122, 1, 7]))


@st.composite
def budgets(draw: st.DrawFn, language: Language) -> Budget:
    """Budgets whose every parent is the sum of its children and whose identities hold."""
    name = names(language)
    heads = SECTION_NAMES[language]
    revenue = draw(_receipts(Section.REVENUE, name, width=2))
    spending = draw(_spending(Section.EXPENDITURE, name))
    receipts = draw(_receipts(Section.FINANCING_RECEIPTS, name, width=1))
    payments = draw(_spending(Section.FINANCING_PAYMENTS, name))
    loans, repaid, bought, sold = (draw(st.integers(0, 5000)) for _ in range(4))
    totals = [sum(row.amount for row in rows if depth(row.path) == 1) for rows in (revenue, spending)]
    deficit = totals[0] - totals[1] - (loans - repaid) - (bought - sold)
    figures = (
        totals[0],
        totals[1],
        loans - repaid,
        loans,
        repaid,
        bought - sold,
        bought,
        sold,
        deficit,
        -deficit,
    )
    paths = (
        "revenue", "expenditure", "net_lending", "net_lending/loans", "net_lending/repayments",
        "financial_assets", "financial_assets/purchase", "financial_assets/sale", "deficit", "financing",
    )  # fmt: skip
    plain = [
        PrintedRow(path, "", head, figure) for path, head, figure in zip(paths, heads, figures, strict=True)
    ]
    return Budget(
        language,
        draw(st.integers(2009, 2030)),
        (
            ("receipts", (plain[0], *revenue)),
            ("spending", (plain[1], *spending, *plain[2:])),
            ("receipts", tuple(receipts)),
            ("spending", tuple(payments)),
        ),
    )


@st.composite
def _receipts(
    draw: st.DrawFn, section: Section, name: st.SearchStrategy[str], width: int
) -> list[PrintedRow]:
    rows: list[PrintedRow] = []
    for category in draw(_codes(SECTIONS[section].categories, 3)):
        below: list[PrintedRow] = []
        total = 0
        for clas in draw(_codes(range(1, 9), 2)):
            path = f"{section}/{category}/{clas:02}"
            leaves = [
                PrintedRow(f"{path}/{sub}", str(sub), draw(name), draw(amounts))
                for sub in draw(_codes(range(1, 9), 3))
            ]
            amount = sum(leaf.amount for leaf in leaves)
            below += [PrintedRow(path, str(clas).zfill(width), draw(name), amount), *leaves]
            total += amount
        rows += [PrintedRow(f"{section}/{category}", str(category), draw(name), total), *below]
    return rows


@st.composite
def _spending(draw: st.DrawFn, section: Section, name: st.SearchStrategy[str]) -> list[PrintedRow]:
    rows: list[PrintedRow] = []
    for group in draw(_codes(SECTIONS[section].groups, 3)):
        below: list[PrintedRow] = []
        total = 0
        for administrator in draw(st.lists(st.integers(FIRST_ADMINISTRATOR, 499), min_size=1, max_size=2)):
            path = f"{section}/{group:02}/{administrator}"
            leaves = [
                PrintedRow(f"{path}/{program:03}", f"{program:03}", draw(name), draw(amounts))
                for program in draw(_codes(range(1, 99), 3))
            ]
            amount = sum(leaf.amount for leaf in leaves)
            below += [PrintedRow(path, str(administrator), draw(name), amount), *leaves]
            total += amount
        rows += [PrintedRow(f"{section}/{group:02}", f"{group:02}", draw(name), total), *below]
    return rows


@cache
def _codes(codes: range, most: int) -> st.SearchStrategy[list[int]]:
    return st.lists(st.sampled_from(codes), min_size=1, max_size=most, unique=True).map(sorted)


def grouped(amount: int) -> str:
    """An amount as printed: digits in threes."""
    return f"{amount:,}".replace(",", " ")


@st.composite
def prints(draw: st.DrawFn, budget: Budget) -> str:
    """The budget in the official print's layout, with everything that layout does at random."""
    text = HEADS[budget.language].format(y=budget.year, z=budget.year + 2)
    for side, rows in budget.tables:
        header = "\n".join(HEADERS[budget.language][side]) + "\n\n"
        text += header
        for row in rows:
            blocks = draw(_row_blocks(row))
            for block in blocks:
                text += block + "\n\n"
                gap = draw(st.integers(0, 24))
                if gap == 0:
                    text += "\n\n\f"
                elif gap == 1:
                    text += "\n\n" + header
    return text


@st.composite
def _row_blocks(draw: st.DrawFn, row: PrintedRow) -> list[str]:
    """A row on one line, or its name wrapped with the amount, and perhaps the code, on lines of their own."""
    amount = grouped(row.amount)
    one_line = f"{row.code} {row.name} {amount}".strip()
    if len(one_line) <= 84 and (row.name[-1].isdigit() or draw(st.integers(0, 5))):
        return [one_line]
    code_alone = bool(row.code) and draw(st.booleans())
    first = row.name if code_alone else f"{row.code} {row.name}".strip()
    lines = _wrap(first, draw(st.integers(30, 70)))
    if not code_alone:
        return ["\n".join(lines), amount]
    if draw(st.booleans()):
        return ["\n".join([row.code, *lines]), amount]
    return [row.code, "\n".join(lines), amount]


def _wrap(text: str, width: int) -> list[str]:
    """Wraps as the print does: after a hyphen, and before a comma that did not fit."""
    lines, line = [], ""
    for token in text.replace("-", "-\0").replace(",", "\1,").replace(" ", " \0").split("\0"):
        for part in token.split("\1"):
            if line and len(line) + len(part.rstrip()) > width:
                lines.append(line.rstrip() if not line.endswith("- ") else line)
                line = ""
            line += part
    return [part for part in (*lines, line.rstrip()) if part.strip()]
