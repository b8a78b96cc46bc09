"""Replaced figures and appendices in every wording."""

from __future__ import annotations

import pytest

from parser.decision.changed_lines import tie_changes
from parser.decision.replaced_appendices import read_appendix_changes
from parser.decision.replaced_figures import read_changes
from parser.findings import Findings
from parser.kinds import FindingKind
from tests.parser.texts import paragraphs

CHANGES = {
    "ru: subclauses on lines of their own": (
        """в подпункте 1) пункта 1:
        цифры «2 529 613» заменить цифрами «2 587 691,3»;
        цифры «2 094 420» заменить цифрами «2 152 498,3»;
        в подпункте 5):
        цифры «-24 036» заменить цифрами «- 78 250,7».""",
        [("1.1", "2 529 613", "2 587 691,3"), ("1.1", "2 094 420", "2 152 498,3"), ("1.5", "-24 036", "-78 250,7")],
    ),
    "kk: subclauses without brackets": (
        """1) 1 тармақта:
        1 тармақшада:
        «2 529 613» саны «2 587 691,3» санымен ауыстырылсын;
        5 тармақшада:
        «-24 036» саны «- 78 250,7» санымен ауыстырылсын;""",
        [("1.1", "2 529 613", "2 587 691,3"), ("1.5", "-24 036", "-78 250,7")],
    ),
    "kk: the print throws the subclause behind": (
        """:1 тармақта
        «21 882 988» сандары «22 275 886» сандарымен ауыстырылсын;1) тармақшадағы
        «16 492 948» сандары «16 885 846» сандарымен ауыстырылсын;
        «21 945 988» сандары «22 557 307» сандарымен ауыстырылсын;2) тармақшадағы""",
        [("1.1", "21 882 988", "22 275 886"), ("1.1", "16 492 948", "16 885 846"), ("1.2", "21 945 988", "22 557 307")],
    ),
    "ru: several figures, respectively": (
        "в подпункте 1): цифры «10», «20» заменить соответственно цифрами «11», «22»; в подпункте 2) цифру \"30\" заменить на цифру \"33\".",
        [("1.1", "10", "11"), ("1.1", "20", "22"), ("1.2", "30", "33")],
    ),
    "kk: several figures, respectively": (
        "1) тармақшада «10», «20» сандары тиісінше «11», «22» сандарымен ауыстырылсын; 2) тармақшада \"30\" деген сан \"33\" деген санмен ауыстырылсын",
        [("1.1", "10", "11"), ("1.1", "20", "22"), ("1.2", "30", "33")],
    ),
    "ru: the unit inside the quotes": (
        "в подпункте 2) пункта 1 цифры и слова «30 тысяч тенге» заменить цифрами и словами «33 тысячи тенге»;",
        [("1.2", "30", "33")],
    ),
    "kk: the unit inside the quotes": (
        "1-тармақтың 2) тармақшасында «30 мың теңге» деген сандар мен сөздер «33 мың теңге» деген сандармен және сөздермен ауыстырылсын;",
        [("1.2", "30", "33")],
    ),
    "ru: a whole line": (
        "в подпункте 4) пункта 1: строку «сальдо по операциям с финансовыми активами – 13550 тысяч тенге» заменить строкой «сальдо по операциям с финансовыми активами – 16750 тысяч тенге»;",
        [("1.4", "13550", "16750")],
    ),
    "ru: minuses in brackets": (
        "в подпункте 6) цифры «(-) 735» заменить цифрами «(-88 924 176,8)»",
        [("1.6", "-735", "-88 924 176,8")],
    ),
    "ru: no quotes at all": (
        "в подпункте 1 пункта 1 цифры 21 882 988 заменить цифрами 22 275 886;",
        [("1.1", "21 882 988", "22 275 886")],
    ),
    "ru: curly and doubled quotes": (
        "в подпункте 1) пункта 1 цифры ““21882988” заменить цифрами „22275886“;",
        [("1.1", "21882988", "22275886")],
    ),
    "ru: Latin letters": (
        "в подпунктe 1) цифpы «5» зaменить цифpaми «7»;",
        [("1.1", "5", "7")],
    ),
    "ru: nothing is replaced": ("Утвердить резерв в сумме 50 000 тысяч тенге.", []),
    "kk: words are replaced": ("«Лебяжі» деген сөз «Аққулы» деген сөзбен ауыстырылсын.", []),
}  # fmt: skip


@pytest.mark.parametrize("name", CHANGES)
def test_replaced_figures(name: str) -> None:
    text, expected = CHANGES[name]
    findings = Findings()
    assert [(c.clause, c.old, c.new) for c in read_changes(paragraphs(text), findings)] == expected
    assert list(findings) == []


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("в подпункте 1): в строке «налоговые поступления» цифры «5» заменить цифрами «7»;", "revenue/1"),
        (
            "1) тармақшада: «салықтық түсімдер» деген жолдағы «5» сандары «7» сандарымен ауыстырылсын;",
            "revenue/1",
        ),
        ("строку «затраты – 5 тысяч тенге» заменить строкой «затраты – 7 тысяч тенге»;", "expenditure"),
    ],
)
def test_the_line_that_words_name(text: str, path: str) -> None:
    (change,) = tie_changes(read_changes(paragraphs(text), Findings()), None, 1000, Findings())
    assert (change.path, change.old, change.new) == (path, 5000, 7000)


def test_figures_that_cannot_be_paired_are_warned_of() -> None:
    findings = Findings()
    changes = read_changes(paragraphs("цифры «10», «20» заменить цифрами «11»;"), findings)
    assert [(c.old, c.new) for c in changes] == [("10", "11")]
    assert [(f.kind, f.values) for f in findings] == [
        (FindingKind.FIGURES_UNPAIRED, {"old_count": 2, "new_count": 1})
    ]


APPENDICES = {
    "ru: one, without a number": ("Приложение 1 к указанному решению изложить в новой редакции согласно приложению к настоящему решению.", [("1", None)]),
    "ru: several": ("приложения 1, 4 и 5 к указанному решению изложить в следующей редакции согласно приложениям 1, 2, 3 к настоящему решению.", [("1", "1"), ("4", "2"), ("5", "3")]),
    "ru: of a named decision": ("2. Приложения 1, 6 к решению районного маслихата «О районном бюджете» изложить в новой редакции согласно приложениям 1, 2 к настоящему решению", [("1", "1"), ("6", "2")]),
    "kk: several": ("көрсетілген шешімнің 1, 2, 3-қосымшалары осы шешімнің 1, 2, 3-қосымшаларына сәйкес жаңа редакцияда жазылсын.", [("1", "1"), ("2", "2"), ("3", "3")]),
    "kk: one": ("Аталған шешімнің 1-қосымшасы осы шешімнің қосымшасына сәйкес жаңа редакцияда баяндалсын.", [("1", None)]),
    "kk: the print has thrown the words about": ("Аталған шешімнің осы шешімнің сәйкес жаңа 1 қосымшасы қосымшасына басылымда мазмұндалсын.", [("1", None)]),
    "ru: a restated clause names appendices and replaces none": ("пункт 1 изложить в следующей редакции: «1. Утвердить бюджет согласно приложениям 1, 2 и 3", []),
}  # fmt: skip


@pytest.mark.parametrize("name", APPENDICES)
def test_replaced_appendices(name: str) -> None:
    text, expected = APPENDICES[name]
    assert [(c.old, c.new) for c in read_appendix_changes(paragraphs(text))] == expected
