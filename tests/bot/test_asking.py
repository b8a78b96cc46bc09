"""`ask` as an operator, a clerk and a script use it."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from shutil import copy
from typing import cast

import pytest

from bot.asking import ask_all
from storage.direct import open_ready_file
from storage.engine import create_engine, create_sessions
from tests.bot.command_line import Environment, call, call_json
from tests.harness.databases import database_url
from tests.harness.sweeping import mostly_swept
from tests.storage.conftest import Sessions


def test_questions_of_the_command_line_are_not_counted_as_missed(samples: Path, tmp_path: Path) -> None:
    """Who tries the command line must not teach the operator words that nobody asked the bot."""
    environment = {"DATABASE_URL": database_url(Path(copy(samples, tmp_path / "qazyna.db"))), "LANG": "C"}
    for arguments in (["ask", "ыалолр"], ["ask", "ыалолр", "--json"], ["ask", "--stdin"]):
        assert call(environment, *arguments, text="ыалолр\n").exit_code == 0
    stats = call_json(environment, "stats")
    assert (stats["missed_questions"], stats["missed_most"]) == (0, [])


def test_ask_json_is_the_contract(loaded: Environment) -> None:
    answered = call_json(loaded, "ask", "464 009", "--lang", "ru")
    assert (answered["query"], answered["intent"], answered["confident"]) == ("464 009", "amount", True)
    (match,) = answered["matches"]
    assert match["path"] == "expenditure/04/464/009"
    assert match["name"] == "Обеспечение деятельности организаций дошкольного воспитания и обучения"
    assert match["amount"] == 1_889_410_000
    assert [parent["path"] for parent in match["parents"]] == [
        "expenditure/04/464", "expenditure/04", "expenditure",
    ]  # fmt: skip
    assert match["parents"][1]["share"] == pytest.approx(1_889_410 / 12_523_223, abs=1e-6)
    since = match["change"]["since"]
    assert (since["number"], since["date"]) == ("20-3", "2013-11-13")
    assert match["change"]["delta"] == 0
    assert match["source"]["number"] == "21-3"
    assert (match["source"]["appendix"], match["source"]["row"]) == ("1", 66)


def test_ask_json_says_at_which_place_a_line_stands(loaded: Environment) -> None:
    answered = call_json(loaded, "ask", "на каком месте культура по расходам")
    assert (answered["kind"], answered["inside"], answered["confident"]) == ("listing", "expenditure", True)
    assert answered["listing"]["ranks"] == [
        {"path": "expenditure/08", "number": 5, "out_of": 13, "amount": 492_332_000}
    ]
    assert "expenditure/08" in [match["path"] for match in answered["matches"]]
    assert call_json(loaded, "ask", "самые большие расходы")["listing"]["ranks"] == []


@pytest.mark.parametrize(
    ("question", "intent", "inside", "paths"),
    [
        ("самые большие расходы", "largest", "expenditure", ["expenditure/04", "expenditure/07"]),
        ("сравни образование и транспорт", "compare", None, ["expenditure/04", "expenditure/12"]),
        ("что изменилось", "change", None, ["expenditure", "revenue"]),
    ],
)
def test_ask_json_of_several_figures(
    loaded: Environment, question: str, intent: str, inside: str | None, paths: list[str]
) -> None:
    answered = call_json(loaded, "ask", question)
    assert (answered["intent"], answered["inside"]) == (intent, inside)
    assert [match["path"] for match in answered["matches"]][:2] == paths


_EVERY_KIND = [
    ("464 009", "line"),
    ("капитальные расходы", "choice"),
    ("самые большие расходы", "listing"),
    ("больше 1 млрд", "bounds"),
    ("отдел строительства", "across"),
    ("образование без школ", "exclusion"),
    ("культура без школ", "no_exclusion"),
    ("сравни образование и транспорт", "comparison"),
    ("школы и садики вместе", "sum"),
    ("школы и садики по годам", "by_edition"),
    ("білім беру 2013-2015", "years"),
    ("образование 12-3 и 21-3", "editions"),
    ("не өзгерді", "changes"),
    ("какие решения загружены", "decisions"),
    ("кто строит школу", "not_held"),
    ("школы в Костанае", "not_loaded"),
    ("столовая в школе", "part_of"),
    ("что такое субвенция", "explanation"),
    ("проверь: на образование дали 2 млрд", "check"),
    ("жзщшфйцх", "nothing"),
    ("рахмет", "talk"),
]


@pytest.mark.parametrize("asked", mostly_swept(_EVERY_KIND, 3))
def test_ask_json_has_the_same_fields_for_every_kind(loaded: Environment, asked: tuple[str, str]) -> None:
    question, kind = asked
    answered = call_json(loaded, "ask", question)
    assert answered["kind"] == kind
    assert list(answered) == [
        "query", "language", "intent", "kind", "not_held", "talk", "confident", "missing", "lacking", "unfound", "others",
        "searched", "assumed", "other_places",
        "inside", "listing", "bounded", "across", "exclusion", "explanation", "check", "comparison", "sum", "sums", "sides", "total", "matches", "changes", "together", "newest_has_none", "decisions", "words", "nearest",
    ]  # fmt: skip
    assert answered["total"] >= len(answered["matches"])


def test_ask_json_tells_how_an_office_changed(loaded: Environment) -> None:
    across = call_json(loaded, "ask", "на сколько вырос отдел строительства")["across"]
    assert across["amount"] == 5_239_697_000
    assert (across["change"]["since"]["number"], across["change"]["delta"]) == ("20-3", 0)
    assert across["change_since_original"]["delta"] == 352_499_000
    assert [step["amount"] for step in across["ledger"] if step["loaded"]][:2] == [
        4_887_198_000,
        4_945_542_000,
    ]


def test_ask_json_compares_a_claim(loaded: Environment) -> None:
    check = call_json(loaded, "ask", "тексер: білім беруге 12,5 млрд бөлінді, 5 мектеп салынды")["check"]
    assert check["unread"] == ["5 мектеп"]
    (statement,) = check["statements"]
    assert (statement["said"], statement["kind"], statement["value"]) == (
        "12,5 млрд",
        "amount",
        12_500_000_000,
    )
    assert statement["sure"]
    (line,) = statement["lines"]
    newest = line["compared"][-1]
    assert (line["path"], newest["actual"]) == ("expenditure/04", 12_523_223_000)
    assert (newest["difference"], newest["agreement"]) == (23_223_000, "rounded")
    assert (newest["decision"]["number"], newest["decision"]["date"]) == ("21-3", "2013-12-11")


@pytest.mark.parametrize(
    ("claim", "unchecked", "since"),
    [
        ("на школы в 3 раза больше, чем на единорогов", ("base-unfound", "единорогов"), None),
        ("школы в Таразе получили на 20 % больше, чем в Семее", ("two-places", "Семей"), None),
        ("на единорогов дали 5 млрд", ("unfound", "единорогов"), None),
        ("дали 5 млрд", ("no-subject", ""), None),
        ("на школы дали 5 млрд долларов", ("foreign", ""), None),
        ("на образование на 241 млн больше, чем в решении 12-3", None, "в решении 12-3"),
    ],
)
def test_ask_json_tells_why_a_claim_stands_beside_nothing(
    loaded: Environment, claim: str, unchecked: tuple[str, str] | None, since: str | None
) -> None:
    (statement,) = call_json(loaded, "ask", f"проверь: {claim}", "--lang", "ru")["check"]["statements"]
    told = statement["unchecked"]
    assert (told and (told["kind"], told["value"])) == unchecked
    assert bool(statement["lines"]) == (unchecked is None)
    assert statement["since"] == since
    assert not statement["moved"]


def test_ask_json_tells_that_a_claim_is_of_money_that_moved(loaded: Environment) -> None:
    claim = "проверь: 500 млн перебросили с дорог на школы"
    statements = call_json(loaded, "ask", claim, "--lang", "ru")["check"]["statements"]
    assert [each["moved"] for each in statements] == [True, True]


def test_ask_json_counts_and_sums_what_is_bounded(loaded: Environment) -> None:
    bounded = call_json(loaded, "ask", "программы от 200 до 300 млн", "--lang", "ru")["bounded"]
    assert bounded["whole"]["path"] == "expenditure"
    assert (bounded["level"], bounded["out_of"]) == ("program", 96)
    assert bounded["bounds"] == {
        "low": 200_000_000, "high": 300_000_000, "low_included": True, "high_included": True
    }  # fmt: skip


def test_ask_json_has_the_lines_that_an_amount_is_computed_of(loaded: Environment) -> None:
    exclusion = call_json(loaded, "ask", "мектепсіз білім беру")["exclusion"]
    assert exclusion["whole"]["path"] == "expenditure/04"
    assert [part["path"] for part in exclusion["parts"]] == ["expenditure/04/464/003"]
    assert exclusion["amount"] == 12_523_223_000 - 8_392_311_000
    assert exclusion["hindrance"] is None


def test_ask_json_explains_a_word_with_its_source(loaded: Environment) -> None:
    explanation = call_json(loaded, "ask", "таза бюджеттік кредиттеу дегеніміз не")["explanation"]
    assert (explanation["term"], explanation["name"]) == ("net-lending", "Таза бюджеттік кредиттеу")
    assert explanation["source"] == [{"article": 9, "paragraph": 5, "subparagraph": 0}]


def test_ask_json_has_the_difference_and_the_sum_of_lines(loaded: Environment) -> None:
    preschools = 1_889_410_000 + 671_530_000
    compared = call_json(loaded, "ask", "на сколько школы больше садиков")
    assert compared["comparison"] == {"difference": 8_392_311_000 - preschools, "obstacle": None}
    [side] = compared["sides"]
    assert (side["words"], side["amount"], side["year"]) == ("садиков", preschools, 2013)
    summed = call_json(loaded, "ask", "образование, школы и соцпомощь вместе")["sum"]
    assert summed == {"amount": 12_523_223_000 + 937_916_000, "obstacle": None, "doubt": None}
    by_year = call_json(loaded, "ask", "образование и соцпомощь вместе в 2013 и 2014")
    assert by_year["sums"][0] == summed["amount"]
    assert [match["year"] for match in by_year["matches"]] == [2013, 2013, 2014, 2014]


def test_ask_json_says_why_nothing_is_taken_out(loaded: Environment) -> None:
    answered = call_json(loaded, "ask", "культура без школ")
    assert (answered["confident"], answered["exclusion"]["hindrance"]) == (False, "outside")
    assert answered["exclusion"]["amount"] is None


def test_ask_json_says_what_the_chat_says(loaded: Environment) -> None:
    changed = call_json(loaded, "ask", "что изменилось № 15-3", "--lang", "ru")
    assert changed["changes"] == call_json(loaded, "changes", "15-3", "--lang", "ru")
    assert (changed["together"], changed["newest_has_none"]) == (False, False)
    dearer = call_json(loaded, "ask", "какие налоги выросли")
    assert (dearer["together"], dearer["newest_has_none"], dearer["inside"]) == (True, True, "revenue/1")
    history = call_json(loaded, "ask", "как изменилось образование")["matches"][0]["ledger"]
    assert [step["decision"]["number"] for step in history][:2] == ["10-3", "12-3"]
    assert history[0]["delta"] is None
    assert history[-1]["amount"] == 12_523_223_000
    listed = call_json(loaded, "ask", "ең аз шығындар", "--lang", "kk")
    assert (listed["listing"]["whole"]["path"], listed["listing"]["order"]) == ("expenditure", "smallest")
    assert call_json(loaded, "ask", "irjks")["searched"] == "школы"
    lacking = call_json(loaded, "ask", "школы 2019")
    assert lacking["missing"] == {"kind": "year", "value": "2019", "further": []}
    nothing = call_json(loaded, "ask", "курс валют")
    assert nothing["words"] == ["курс", "валют"]
    assert all({"path", "name", "amount", "source"} <= set(line) for line in nothing["nearest"])


def test_what_a_decision_that_is_not_loaded_changed_is_not_told_of_another_silently(
    loaded: Environment,
) -> None:
    said = call(loaded, "ask", "что изменилось № 99-9").stdout
    assert "99-9" in said.partition("№ 21-3")[0]


def test_ask_answers_a_line_each(loaded: Environment) -> None:
    result = call(loaded, "ask", "--stdin", "--json", text="білім беру\nыалолр\n")
    assert result.exit_code == 0
    first, second = (json.loads(line) for line in result.stdout.splitlines())
    assert (first["language"], first["matches"][0]["amount"]) == ("kk", 12_523_223_000)
    assert (second["confident"], second["matches"]) == (False, [])


@pytest.mark.parametrize(
    ("question", "said"),
    [("білім беру", "12\u00a0523\u00a0223 мың теңге"), ("образование", "12\u00a0523\u00a0223 тыс. тенге")],
)
def test_ask_in_words(loaded: Environment, question: str, said: str) -> None:
    result = call(loaded, "ask", question)
    assert result.exit_code == 0
    assert said in result.stdout
    assert "№ 21-3" in result.stdout


def test_ask_wants_one_question_or_the_input(loaded: Environment) -> None:
    assert call(loaded, "ask").exit_code == 2
    assert call(loaded, "ask", "школы", "--stdin").exit_code == 2
    assert call(loaded, "nonsense").exit_code == 2


def test_ask_json_without_data_is_json_and_says_why(empty: Environment) -> None:
    result = call(empty, "ask", "школы", "--json")
    assert (result.exit_code, json.loads(result.stdout)["kind"]) == (1, "nothing_loaded")
    assert "bot load data/taraz" in result.stderr
    lines = call(empty, "ask", "--stdin", "--json", text="школы\nбілім беру\n")
    assert [json.loads(line)["kind"] for line in lines.stdout.splitlines()] == ["nothing_loaded"] * 2
    assert lines.exit_code == 1


@pytest.mark.parametrize(
    ("question", "language", "name"),
    [
        ("мектептер", "kk", "Жалпы білім беру"),
        ("koshe jarygy", "kk", None),
        ("doroga", "ru", None),
        ("школы", "ru", None),
    ],
)
def test_ask_speaks_the_language_that_the_words_tell(
    loaded: Environment, question: str, language: str, name: str | None
) -> None:
    assert call_json(loaded, "ask", question)["language"] == language
    source = {"kk": "Дереккөз:", "ru": "Источник:"}[language]
    said = call(loaded, "ask", question).stdout
    assert source in said
    assert name is None or name in said


def test_ask_json_names_the_words_that_no_line_has(loaded: Environment) -> None:
    answered = call_json(loaded, "ask", "апрельским решением кого осчастливили")
    assert (answered["kind"], answered["confident"]) == ("changes", False)
    assert answered["unfound"] == ["осчастливили"]


@pytest.mark.sqlite
@pytest.mark.parametrize("as_json", [False, True])
async def test_a_file_answers_by_its_driver_as_by_sqlalchemy(samples: Path, *, as_json: bool) -> None:
    questions = [question for question, _ in _EVERY_KIND]
    url = database_url(samples)
    engine, ready = create_engine(url), open_ready_file(url)
    assert ready is not None
    with closing(ready):
        direct = cast("Sessions", ready)
        told = [
            [answer async for answer in ask_all(each, questions, None, as_json=as_json, lines=True)]
            for each in (direct, create_sessions(engine))
        ]
    await engine.dispose()
    assert told[0] == told[1]
    assert len(set(told[0])) == len(questions)


@pytest.mark.sqlite
def test_a_file_that_cannot_be_read_further_is_told(samples: Path, tmp_path: Path) -> None:
    file = Path(copy(samples, tmp_path / "qazyna.db"))
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("DROP TABLE line")
    result = call({"DATABASE_URL": database_url(file), "LANG": "C"}, "ask", "464 009")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "no such table: line" in result.stderr
    assert result.stderr.count("\n") == 1


def test_a_reader_that_goes_away_ends_it_without_a_word(loaded: Environment) -> None:
    """`ask --stdin | head -1`: the answers that nobody reads are none of anybody's errors."""
    command = [sys.executable, "-m", "bot", "ask", "464 009"]
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(  # noqa: S603 - this very Python
        command, env={**os.environ, **loaded}, stdout=writing, stderr=subprocess.PIPE, check=False
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (1, b"")
