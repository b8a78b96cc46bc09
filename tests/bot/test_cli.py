"""The command line as an operator, a clerk and a script use it."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from parser.budget_code import parents
from storage.loading.ingest import IngestReport, ingest
from storage.migrations import HEAD
from tests.bot.command_line import DECISION, Environment, call, call_json
from tests.harness.databases import database_url
from tests.harness.signals import heeding_signals


def test_parse_json_is_the_contract(empty: Environment) -> None:
    parsed = call_json(empty, "parse", str(DECISION))
    assert list(parsed) == [
        "source", "decision", "headline", "figure_changes", "clause_figures", "editions", "set_aside",
        "discrepancies", "warnings",
    ]  # fmt: skip
    assert parsed["source"]["format"] == "txt"
    assert parsed["decision"]["amends"] == {
        "number": "10-3",
        "date": "2012-12-14",
        "registration_number": "1860",
        "url": None,
    }
    assert parsed["decision"]["budget_years"] == [2013, 2015]
    assert parsed["headline"]["deficit"] == -281_421_000
    assert parsed["figure_changes"][5] == {
        "clause": "1.6", "old": 0, "new": 218_421_000, "path": "financing_receipts/8",
    }  # fmt: skip
    (edition,) = parsed["editions"]
    assert edition["set_by"]["number"] == "12-3"
    line = edition["lines"][84]
    assert (line["path"], line["codes"], line["amount"], line["row"]) == (
        "expenditure/06/451/016", ["06", "451", "016"], 190_000_000, 85,
    )  # fmt: skip
    assert line["printed"] == "016 18 жасқа дейінгі балаларға мемлекеттік жәрдемақылар 190 000"
    assert parsed["discrepancies"] == []


def test_parse_says_what_it_understood(empty: Environment) -> None:
    result = call(empty, "parse", str(DECISION))
    assert result.exit_code == 0
    for said in ("№ 12-3 of 2013-04-08, amendment", "195 lines", "21 882 988 → 22 275 886", "none"):
        assert said in result.stdout


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("C", "bad.txt: decision № 2-3 is read, but there is no table in it, and no figure that it changes"),
        (
            "ru_RU.UTF-8",
            "bad.txt: решение № 2-3 прочитано, но в нём нет ни таблицы, ни суммы, которую оно меняет",
        ),
        ("kk_KZ.UTF-8", "bad.txt: № 2-3 шешімі оқылды, бірақ ішінде кесте де, өзгертілетін сома да жоқ"),
    ],
)
def test_a_bad_file_is_exit_1_and_one_line_in_the_terminal_s_language(
    empty: Environment, tmp_path: Path, lang: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_text("Көктем қалалық мәслихатының 2013 жылғы 8 сәуірдегі № 2-3 шешімі", encoding="utf-8")
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    result = call({**empty, "LANG": lang}, "parse", str(bad))
    assert result.exit_code == 1
    assert result.stderr.strip() == said
    assert result.stdout == ""


def test_load_reports_each_file_and_goes_on_past_a_bad_one(empty: Environment, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_bytes(b"\x00")
    (folder / "b.txt").write_bytes(DECISION.read_bytes())
    first = call(empty, "load", str(folder))
    assert first.exit_code == 1
    assert "a.txt: this is not a text file" in first.output
    assert "failed" in first.stdout
    assert "№ 12-3 2013-04-08" in first.stdout
    second = call(empty, "load", str(folder / "b.txt"))
    assert second.exit_code == 0
    assert "unchanged" in second.stdout


@pytest.mark.parametrize(
    ("lang", "said", "left"),
    [
        ("C", "new", "One file was not reached: the same command goes on."),
        ("ru_RU.UTF-8", "новый", "До 1 файла не дошло: та же команда продолжит."),
        ("kk_KZ.UTF-8", "жаңа", "1 файлға жете алмадық: сол команда әрі қарай жалғастырады."),
    ],
)
def test_a_load_that_is_stopped_tells_what_is_stored(
    empty: Environment, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, lang: str, said: str, left: str
) -> None:
    first, later = tmp_path / "a.txt", tmp_path / "b.txt"
    for file in (first, later):
        file.write_bytes(DECISION.read_bytes())

    async def store_and_stop(*given: Any, **options: Any) -> IngestReport:
        report = await ingest(*given, **options)
        asyncio.get_running_loop().call_soon(os.kill, os.getpid(), signal.SIGINT)
        return report

    monkeypatch.setattr("bot.loading.ingest", store_and_stop)
    with heeding_signals():
        result = call(empty | {"LC_ALL": lang}, "load", str(first), str(later))
    assert result.exit_code == 130
    printed = result.stdout.replace("\xa0", " ").splitlines()
    assert any(line.startswith(first.name) and line.rstrip().endswith(said) for line in printed), (
        result.stdout
    )
    assert printed[-1] == left
    monkeypatch.undo()
    assert call(empty, "load", str(later)).exit_code == 0


def test_a_load_that_is_stopped_while_a_file_is_stored_tells_that_file(
    empty: Environment, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    first, later = tmp_path / "a.txt", tmp_path / "b.txt"
    for file in (first, later):
        file.write_bytes(DECISION.read_bytes())

    async def stop_and_store(*given: Any, **options: Any) -> IngestReport:
        os.kill(os.getpid(), signal.SIGINT)
        await asyncio.sleep(0)
        return await ingest(*given, **options)

    monkeypatch.setattr("bot.loading.ingest", stop_and_store)
    with heeding_signals():
        result = call(empty, "load", str(first), str(later))
    assert result.exit_code == 130
    assert any(
        line.startswith("a.txt") and line.rstrip().endswith("new") for line in result.stdout.splitlines()
    )
    assert "One file was not reached" in result.stdout
    monkeypatch.undo()
    assert "unchanged" in call(empty, "load", str(first)).stdout


def test_load_says_what_disagrees_and_where(empty: Environment, tmp_path: Path) -> None:
    file = tmp_path / "wrong.txt"
    file.write_text(DECISION.read_text(encoding="utf-8").replace("10 456", "10 457"), encoding="utf-8")
    said = call(empty, "load", str(file)).stdout
    assert "wrong.txt\n  discrepancy   expenditure/08/455 is printed as" in said
    assert "thousand tenge (line " in said
    parsed = call(empty, "parse", str(file)).stdout
    assert "discrepancy   expenditure/08/455 is printed as" in parsed


def test_load_of_nothing_is_an_error(empty: Environment, tmp_path: Path) -> None:
    result = call(empty, "load", str(tmp_path))
    assert (result.exit_code, result.stdout.strip()) == (1, "there are no files to load")


def test_changes_of_a_decision_are_reconciled(loaded: Environment) -> None:
    changes = call_json(loaded, "changes", "12-3")
    assert changes["previous"] == {
        "number": "10-3",
        "date": "2012-12-14",
        "url": "https://zan.gov.kz/client/#!/doc/69528/rus/14.12.2012",
    }
    assert changes["totals"]["revenue"] == {"old": 21_882_988_000, "new": 22_275_886_000, "doubt": None}
    assert (changes["reconciled"], changes["gap"]) == (True, [])
    by_path = {line["path"]: line for line in changes["lines"]}
    assert by_path["expenditure/07/458/002"]["delta"] == 719_855_000 - 242_000_000
    assert (
        sum(line["delta"] for path, line in by_path.items() if parents(path) == ("expenditure",))
        == 22_557_307_000 - 21_945_988_000
    )


def test_changes_asks_which_of_several_decisions_of_one_number_is_meant(five_budgets: Path) -> None:
    loaded = {"DATABASE_URL": f"sqlite+aiosqlite:///{five_budgets}", "LANG": "en_US.UTF-8"}
    asked = call(loaded, "changes", "1-1")
    assert asked.exit_code == 1
    assert "Астана 2022-12-20" in asked.stderr
    assert "Семей 2019-12-20" in asked.stderr
    for told in (["--place", "Семей"], ["--place", "Семипалатинск"], ["--date", "2019-12-20"]):
        changes = call_json(loaded, "changes", "1-1", *told)
        assert (changes["place"], changes["decision"]["date"]) == ("Семей", "2019-12-20")
    assert call(loaded, "changes", "1-1", "--date", "декабрь").exit_code == 2
    missed = call(loaded, "changes", "1-1", "--date", "2019-12-21")
    assert (missed.exit_code, "are other ones: " in missed.stderr) == (1, True)
    assert "Семей 2019-12-20" in missed.stderr
    assert "no loaded decision has the number 9-9" in call(loaded, "changes", "9-9").stderr


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en_US.UTF-8", "no budget of Теміртау is loaded; there are: "),
        ("ru_RU.UTF-8", "не загружено ни одного бюджета: Теміртау; есть: "),
        ("kk_KZ.UTF-8", "бірде-бір бюджеті жүктелмеген: Теміртау; бары: "),
    ],
)
def test_changes_says_of_which_place_nothing_is_loaded(language: str, said: str, five_budgets: Path) -> None:
    loaded = {"DATABASE_URL": f"sqlite+aiosqlite:///{five_budgets}", "LANG": language}
    missed = call(loaded, "changes", "1-1", "--place", "Теміртау")
    assert (missed.exit_code, missed.stderr.startswith(said)) == (1, True)
    assert "Семей" in missed.stderr


def test_changes_names_the_decisions_that_are_not_loaded(loaded: Environment) -> None:
    changes = call_json(loaded, "changes", "15-3")
    assert changes["not_loaded_between"] == [{"number": "13-3", "date": "2013-05-24", "url": None}]
    assert call(loaded, "changes", "77-7").exit_code == 1


def test_check_and_stats(loaded: Environment) -> None:
    assert call_json(loaded, "check") == []
    stats = call_json(loaded, "stats")
    assert (stats["budgets"], stats["decisions_known"], stats["editions"]) == (1, 8, 8)
    assert stats["lines"] == 1746


def test_coverage(loaded: Environment) -> None:
    regions = {region["archive"]: region for region in call_json(loaded, "coverage")["regions"]}
    assert [year["year"] for year in regions["local-zhambyl"]["years"]] == [2013, 2014, 2015]
    assert regions["local-aktobe"]["years"] == []
    said = call({**loaded, "LANG": "ru_RU.UTF-8"}, "coverage").output
    assert "Жамбылская область  2013    1 из 12" in said
    assert "Актюбинская область (local-aktobe)" in said


def test_a_copy_of_the_database_answers_in_its_place(loaded: Environment, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    made = call(loaded, "backup", str(copy))
    assert (made.exit_code, made.stdout) == (0, f"{copy}: {copy.stat().st_size:,} bytes\n")
    restored = {**loaded, "DATABASE_URL": database_url(copy)}
    assert call_json(restored, "stats") == call_json(loaded, "stats")
    again = call(loaded, "backup", str(copy))
    assert (again.exit_code, again.stderr) == (1, f"{copy} is there already; nothing was written\n")


@pytest.mark.parametrize("command", [["ask", "школы"], ["changes"], ["check"], ["coverage"]])
def test_without_data_it_says_how_to_load(empty: Environment, command: list[str]) -> None:
    result = call(empty, *command)
    assert result.exit_code == 1
    assert "bot load data/taraz" in result.stderr


def test_changes_json_with_nothing_to_compare_does_not_say_that_all_is_reconciled(
    loaded: Environment,
) -> None:
    changes = call_json(loaded, "changes", "10-3")
    assert (changes["previous"], changes["reconciled"], changes["gap"]) == (None, None, [])


@pytest.mark.parametrize("arguments", [["stats"], ["ask", "школы"], ["load", str(DECISION)]])
def test_a_database_that_cannot_be_opened_is_one_line(
    arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("its thread would report to a loop that has ended")

    monkeypatch.setattr("storage.driver.OneTripConnection", refuse)
    result = call({"DATABASE_URL": database_url(tmp_path / "none/qazyna.db"), "LANG": "C"}, *arguments)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "the database cannot be used: its file cannot be opened\n"


REFUSED = {
    "kk_KZ.UTF-8": "дерекқорды пайдалану мүмкін емес",
    "ru_RU.UTF-8": "базой данных нельзя пользоваться",
    "C": "the database cannot be used",
}


@pytest.mark.parametrize("lang", REFUSED)
@pytest.mark.parametrize(
    ("url", "named"),
    [
        ("postgresql+asyncpg://u:hunter2@h/n", "asyncpg"),
        ("sqlite+aiosqlite:///a.db?timeout=long", "DATABASE_URL"),
    ],
)
def test_a_database_without_a_driver_or_with_a_wrong_parameter_is_one_line(
    monkeypatch: pytest.MonkeyPatch, lang: str, url: str, named: str
) -> None:
    monkeypatch.setitem(sys.modules, "asyncpg", None)  # as where it is not installed
    for command in (["stats"], ["chat"], ["load", str(DECISION)]):
        result = call({"DATABASE_URL": url, "LANG": lang}, *command)
        assert (result.exit_code, result.stdout) == (1, "")
        [line] = result.stderr.splitlines()
        assert REFUSED[lang] in line
        assert named in line
        assert "hunter2" not in line


def test_what_is_wrong_with_a_file_is_no_part_of_the_report(empty: Environment, tmp_path: Path) -> None:
    absent = tmp_path / "absent.html"
    result = call(empty, "load", str(absent), str(DECISION))
    assert result.exit_code == 1
    assert result.stderr == f"{absent}: there is no such file\n"
    assert "there is no such file" not in result.stdout
    assert "№ 12-3 2013-04-08" in result.stdout


def test_a_wrong_setting_is_wrong_usage(empty: Environment) -> None:
    result = call({**empty, "DATABASE_URL": "mysql://x"}, "stats")
    assert result.exit_code == 2
    assert "DATABASE_URL" in result.stderr


def test_export_and_load_give_the_same_answers(
    loaded: Environment, empty: Environment, tmp_path: Path
) -> None:
    folder = tmp_path / "dataset"
    exported = call(loaded, "export", str(folder))
    assert exported.exit_code == 0
    assert "lines.csv: 1,746" in exported.stdout
    assert (folder / "datapackage.json").exists()
    assert (folder / "lines.xlsx").exists()
    assert call(empty, "load", str(folder)).exit_code == 0
    for command in (["ask", "464 009"], ["changes", "12-3"], ["stats"]):
        assert call_json(empty, *command) == call_json(loaded, *command)


def test_export_where_nothing_can_be_written(loaded: Environment, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    result = call(loaded, "export", str(tmp_path / "file"))
    assert result.exit_code == 1
    assert str(tmp_path / "file") in result.stderr


def test_changes_say_where_the_money_went(loaded: Environment) -> None:
    flow = call_json(loaded, "changes", "12-3")["flow"]
    assert flow["balanced"]
    assert flow["risen"] + flow["cut"] == flow["revenue"] + flow["financing"]
    assert sum(shift["delta"] for shift in flow["rises"]) == flow["risen"]


def test_migrate_twice(empty: Environment) -> None:
    assert call(empty, "migrate").stdout == call(empty, "migrate").stdout == f"schema {HEAD}\n"


# One interpreter for all commands: it tells which of them ask for aiogram, which no import finds, so that each is told.
WATCHED = """
import sys
from typer.testing import CliRunner

class Watch:
    def find_spec(self, name, path, target=None):
        if name == "aiogram":
            asked.append(command)
            raise ModuleNotFoundError(name)

sys.meta_path.insert(0, Watch())
asked, command = [], "the start"
from bot.cli import app

for command, *arguments in {commands}:
    if not CliRunner().invoke(app, [command, *arguments]).output:
        asked.append(command + " says nothing")
print(asked)
"""


@pytest.mark.sweep
def test_commands_start_without_aiogram(loaded: Environment) -> None:
    commands = [
        ["parse", str(DECISION)],
        ["load", "/nonexistent"],
        ["ask", "школы"],
        ["changes", "12-3"],
        ["check"],
    ]
    program = WATCHED.format(commands=commands)
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", program], env=loaded, capture_output=True, text=True, check=False
    )
    assert (done.stdout, done.stderr) == ("[]\n", "")
