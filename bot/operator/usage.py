"""What `--help` says of the commands, and what is wrong in how one was called: in the operator's language.

A command's help is the text `cli-command-NAME`; the `help` of its options and arguments is a text's key.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, Protocol

import typer
from typer.core import TyperCommand, TyperGroup
from typer.exceptions import TyperException

from bot.command import WRONG_USAGE, texts

if TYPE_CHECKING:
    from typer._click import Command, Context, HelpFormatter

    from bot.operator.texts import OperatorTexts


class WrongUsage(Exception):  # noqa: N818 - what the exit code is called everywhere
    """A command that was called wrongly.

    Args:
        said: what is wrong, in the operator's language.
        command: as it was called, without what stands behind it: "python -m bot ask".
    """

    def __init__(self, said: str, command: str) -> None:
        super().__init__(f"{said}\n{texts().get('usage-help', command=command)}")


class _Parameter(Protocol):
    """An option or an argument, as Typer has it."""

    name: str
    param_type_name: str
    opts: list[str]
    metavar: str | None
    help: str | None
    nargs: int
    required: bool
    is_flag: bool


class _AsTyped:
    """Takes a text as it was typed, and what was not given for nothing, as Typer does.

    Typer asks pydantic of each, which takes a sixth of a start of `ask` to import. All else it still asks it.
    """

    def coerce(self, value: Any, param: Any, ctx: Context) -> Any:  # noqa: ANN401 - as Typer has it
        """The value of a parameter, as its command takes it."""
        is_one = not param.multiple and param.nargs == 1
        if is_one and (value is None or (param.type_descriptor.annotation is str and isinstance(value, str))):
            return value
        param._runtime_param = None  # noqa: SLF001 - Typer makes its own
        return param.get_runtime_param().coerce(value, param=param, ctx=ctx)


class LocalCommand(TyperCommand):
    """A command whose help and errors are in the operator's language."""

    def format_help(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Writes how the command is called, what it does and what its parameters are."""
        words = texts()
        parameters: list[Any] = self.get_params(ctx)
        _write_usage(ctx, formatter, [_usage(parameter) for parameter in parameters], words)
        _write_text(formatter, words.get(f"cli-command-{self.name}"))
        _write_parameters(formatter, parameters, words)

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """Reads the command's parameters; what does not fit is told in the operator's language."""
        ctx.allow_extra_args = True  # to name them in our own words
        rest = _parse(super().parse_args, self, ctx, args)
        if rest:
            raise WrongUsage(texts().get("usage-extra", found=" ".join(rest)), ctx.command_path)
        return rest


class LocalCommands(TyperGroup):
    """All commands: their list is in the operator's language, too."""

    def format_help(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Writes what the program is for and what each command does."""
        words = texts()
        _write_usage(ctx, formatter, [words.get("cli-command")], words)
        _write_text(formatter, words.get("cli-program"))
        names = self.list_commands(ctx)
        with formatter.section(words.get("cli-commands")):
            formatter.write_dl([(name, words.get(f"cli-command-{name}")) for name in names])
        _write_parameters(formatter, list(self.get_params(ctx)), words)

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """Reads what stands before the command; without a command, all of them are shown."""
        if not args:
            typer.echo(ctx.get_help(), err=True)
            raise typer.Exit(WRONG_USAGE)
        return _parse(super().parse_args, self, ctx, args)

    def resolve_command(self, ctx: Context, args: list[str]) -> tuple[str | None, Command | None, list[str]]:
        """Finds the command that is called."""
        known = self.list_commands(ctx)
        if args[0] not in known:
            similar = ", ".join(get_close_matches(args[0], known)) or None
            said = texts().say("usage-no-command", {"found": args[0], "similar": similar})
            raise WrongUsage(said, ctx.command_path)
        return super().resolve_command(ctx, args)

    def main(self, *args: Any, **settings: Any) -> Any:  # noqa: ANN401 - Typer's own
        """Runs the command that the arguments name; one that was called wrongly ends with code 2."""
        try:
            return super().main(*args, **settings)
        except WrongUsage as error:
            typer.echo(error, err=True)
            sys.exit(WRONG_USAGE)


class _Parser(Protocol):
    def __call__(self, ctx: Context, args: list[str]) -> list[str]: ...


def _parse(parse: _Parser, command: Command, ctx: Context, args: list[str]) -> list[str]:
    for parameter in command.get_params(ctx):
        vars(parameter)["_runtime_param"] = _AsTyped()
    try:
        return parse(ctx, args)
    except TyperException as error:
        raise WrongUsage(_explain(error, command, texts()), ctx.command_path) from error


def _explain(error: TyperException, command: Command, words: OperatorTexts) -> str:
    """What Typer says in English, in the operator's language: its errors are told by what they hold."""
    parameter: _Parameter | None = getattr(error, "param", None)
    if parameter is not None:
        name = _name(parameter)
        if not error.message:
            return words.get("usage-missing", name=name)
        ends = {"least": getattr(parameter, "min", None), "most": getattr(parameter, "max", None)}
        told = {end: None if number is None else str(number) for end, number in ends.items()}
        return words.say("usage-value", {"name": name, **told})
    option: str = getattr(error, "option_name", "")
    if hasattr(error, "possibilities"):
        similar = ", ".join(sorted(error.possibilities or ())) or None
        return words.say("usage-no-option", {"found": option, "similar": similar})
    flags = [name for known in _options(command) if known.is_flag for name in known.opts]
    return words.get("usage-option-value", name=option, takes="nothing" if option in flags else "value")


def _options(command: Command) -> Iterator[_Parameter]:
    parameters: list[Any] = command.params
    return (parameter for parameter in parameters if parameter.param_type_name == "option")


def _name(parameter: _Parameter) -> str:
    """A parameter with what it takes: `--lang kk|ru`, `--json`, `PATH…`."""
    value = (parameter.metavar or "") + ("…" if parameter.nargs == -1 else "")
    if parameter.param_type_name == "argument":
        return value
    names = ", ".join(parameter.opts)
    return f"{names} {value}" if value else names


def _usage(parameter: _Parameter) -> str:
    return _name(parameter) if parameter.required else f"[{_name(parameter)}]"


def _write_usage(ctx: Context, formatter: HelpFormatter, pieces: list[str], words: OperatorTexts) -> None:
    formatter.write_usage(ctx.command_path, " ".join(pieces), f"{words.get('cli-usage')} ")


def _write_text(formatter: HelpFormatter, text: str) -> None:
    formatter.write_paragraph()
    with formatter.indentation():
        formatter.write_text(text)


def _write_parameters(formatter: HelpFormatter, parameters: list[Any], words: OperatorTexts) -> None:
    for kind in ("argument", "option"):
        rows = [
            (_name(parameter), words.get("cli-help" if parameter.name == "help" else parameter.help))
            for parameter in parameters
            if parameter.param_type_name == kind
        ]
        if rows:
            with formatter.section(words.get(f"cli-{kind}s")):
                formatter.write_dl(rows)
