"""What `--help` says, and what is said of a command that was called wrongly."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest
import typer.main
from typer.testing import CliRunner, Result

from bot.cli import app
from bot.operator.texts import OperatorLanguage, load_operator_texts

COMMANDS: Any = typer.main.get_command(app)
LOCALES = {OperatorLanguage.KK: "kk_KZ.UTF-8", OperatorLanguage.RU: "ru_RU.UTF-8", OperatorLanguage.EN: "C"}
every_language = pytest.mark.parametrize("language", OperatorLanguage)


def call(language: OperatorLanguage, *arguments: str) -> Result:
    # So wide that no sentence is broken.
    return CliRunner().invoke(
        app, arguments, prog_name="qazyna", env={"LANG": LOCALES[language]}, terminal_width=400
    )


@every_language
def test_help_lists_what_every_command_does(language: OperatorLanguage) -> None:
    texts = load_operator_texts(language)
    result = call(language, "--help")
    assert result.exit_code == 0
    assert result.stdout.startswith(texts.get("cli-usage"))
    for name in COMMANDS.commands:
        assert f"  {name}" in result.stdout
        assert texts.get(f"cli-command-{name}")[:40] in result.stdout
    short = call(language, "-h")
    assert (short.exit_code, short.stdout) == (0, result.stdout)


@every_language
@pytest.mark.parametrize("name", list(COMMANDS.commands))
def test_help_of_a_command_says_what_it_takes(name: str, language: OperatorLanguage) -> None:
    texts = load_operator_texts(language)
    result = call(language, name, "--help")
    assert result.exit_code == 0
    for parameter in COMMANDS.commands[name].params:
        assert texts.get(parameter.help)[:40] in result.stdout
        assert (parameter.metavar or parameter.opts[0]) in result.stdout
    assert texts.get("cli-help") in result.stdout
    assert call(language, name, "-h").stdout == result.stdout


def test_without_a_command_all_are_shown_and_the_code_says_that_it_was_wrong() -> None:
    result = call(OperatorLanguage.RU)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == call(OperatorLanguage.RU, "--help").stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["stat"], "нет команды stat; похоже: stats"),
        (["что"], "нет команды что"),
        (["--quiet"], "нет параметра --quiet"),
        (["ask", "--jso", "x"], "нет параметра --jso; похоже: --json"),
        (["ask", "--quiet"], "нет параметра --quiet"),
        (["ask", "--lang"], "у --lang должно быть значение"),
        (["ask", "--json=1"], "у --json не бывает значения"),
        (["ask", "--lang", "xx", "школы"], "значение не подходит: --lang kk|ru"),
        (["ask", "школы", "дороги"], "непонятно, к чему это: дороги"),
        (["parse"], "не указано: FILE"),
        (["load"], "не указано: PATH…"),
    ],
)
def test_what_was_called_wrongly_is_told_in_a_sentence(arguments: list[str], said: str) -> None:
    result = call(OperatorLanguage.RU, *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    command = " ".join(["qazyna", *arguments[:1]]) if arguments[0] in COMMANDS.commands else "qazyna"
    assert result.stderr == f"{said}\nЧто есть: {command} --help\n"


@every_language
def test_it_is_told_in_the_terminal_s_language(language: OperatorLanguage) -> None:
    said = load_operator_texts(language).get("usage-extra", found="b")
    assert call(language, "parse", "a", "b").stderr.startswith(said)


def test_texts_are_not_read_before_they_are_needed() -> None:
    program = "import sys, bot.cli; sys.exit('fluent' in sys.modules)"
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
