"""What the tests notice: `python -m bench.mutation MODULE TEST…` (`make mutate MODULE=… TESTS=…`).

mutmut changes MODULE in one small place after another and runs, for each change, those of the tests named
that pass through the changed function. A change that no test and no type notices has survived: a test is
missing, or the place does not matter. Everything happens in a copy of the tree.
"""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path
from shutil import copy2

ROOT = Path(__file__).parents[1]
ROOMS = ("bot", "handlers", "storage", "parser")
_BY_TYPES, _SURVIVED = "caught by type check", "survived"
_NOTICED = ("killed", "timeout", "segfault", _BY_TYPES)
# The tree's settings of mypy ask for codes that mutmut's own additions lack.
_MYPY = [
    *("-m", "mypy", "--config-file=", "--strict", "--explicit-package-bases"),
    *("--ignore-missing-imports", "--no-warn-unused-ignores", "--output=json"),
]


@dataclass(frozen=True, slots=True)
class Survivor:
    """A change that nothing noticed: the line it is at, and the line before and after it."""

    line: int
    before: str
    after: str


def copy_tree(folder: Path) -> None:
    """The files that git knows or would take up, as they stand now."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],  # noqa: S607
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    for name in filter(None, listed.stdout.split("\0")):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            copy2(ROOT / name, folder / name)


def write_settings(folder: Path, module: str, tests: Sequence[str]) -> None:
    """The settings of mutmut for one module."""
    beside = sorted(path.name for path in folder.iterdir() if path.name not in {*ROOMS, "tests"})
    settings: Mapping[str, Sequence[str]] = {
        "source_paths": ROOMS,
        "only_mutate": [module],
        "also_copy": beside,
        "pytest_add_cli_args_test_selection": tests,
        "type_check_command": [sys.executable, *_MYPY, module],
    }
    lines = ["[mutmut]"]
    for name, values in settings.items():
        lines += [f"{name} =", *(f"    {value}" for value in values)]
    (folder / "setup.cfg").write_text("\n".join(lines) + "\n", encoding="utf-8")


def run_mutmut(folder: Path) -> None:
    """Lets mutmut work, with its progress on a terminal and its words only where it fails."""
    shown = sys.stdout.isatty()
    done = subprocess.run(
        [sys.executable, "-m", "mutmut", "run"],
        cwd=folder,
        stdout=None if shown else subprocess.PIPE,
        stderr=None if shown else subprocess.STDOUT,
        check=False,
    )
    if done.returncode:
        said = (done.stdout or b"").decode(errors="replace").replace("\r", "\n")
        sys.exit(
            "\n".join([*said.splitlines()[-20:], "mutmut failed: do the tests named pass by themselves?"])
        )


def load_results(folder: Path, module: str) -> dict[str, str]:
    """The name of each change and what became of it, in mutmut's words."""
    with chdir(folder):
        from mutmut.stats import status_by_exit_code
    stored = json.loads((folder / "mutants" / f"{module}.meta").read_text(encoding="utf-8"))
    return {name: status_by_exit_code[code] for name, code in stored["exit_code_by_key"].items()}


def list_survivors(folder: Path, module: str, names: Sequence[str]) -> Iterator[Survivor]:
    """The changes of these names, with the lines of the module that they are at."""
    source = (folder / module).read_text(encoding="utf-8")
    starts = function_lines(source)
    with chdir(folder):
        from mutmut.mutation.diff_apply import get_diff_for_mutant

        for name in names:
            diff = get_diff_for_mutant(name, path=module).splitlines()[2:]
            before = next((line[1:] for line in diff if line.startswith("-")), "")
            after = "\n".join(line[1:].strip() for line in diff if line.startswith("+"))
            start = starts.get(function_name(name), 0)
            line = find_line(source, before, start)
            yield Survivor(line, before.strip(), after)


def function_name(mutant: str) -> str:
    """`parser.tables.levels.xǁ_Nodeǁadd__mutmut_3` → `_Node.add`; `….x_solve__mutmut_1` → `solve`."""
    mangled = mutant.rpartition(".")[2].rpartition("__mutmut_")[0]
    return (
        mangled.removeprefix("xǁ").replace("ǁ", ".")
        if mangled.startswith("xǁ")
        else mangled.removeprefix("x_")
    )


def function_lines(source: str) -> dict[str, int]:
    """Each function and method of a module, and the line it begins at."""
    lines: dict[str, int] = {}
    for node in ast.parse(source).body:
        if isinstance(node, ast.ClassDef):
            lines |= {f"{node.name}.{name}": line for name, line in _functions(node.body)}
    return lines | dict(_functions(ast.parse(source).body))


def _functions(body: Sequence[ast.stmt]) -> Iterator[tuple[str, int]]:
    for node in body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, node.lineno


def find_line(source: str, text: str, start: int) -> int:
    """The number of the first line from `start` on that reads like `text`; `start` where none does."""
    lines = source.splitlines()
    for number in range(max(start, 1), len(lines) + 1):
        if lines[number - 1].strip() == text.strip():
            return number
    return start


def print_report(module: str, results: Mapping[str, str], survivors: Sequence[Survivor]) -> None:
    """Prints every change that no test noticed, and how many were noticed by what.

    Args:
        module: the file that was changed.
        results: what became of each change, by its name.
        survivors: the changes that went unnoticed.
    """
    for survivor in sorted(survivors, key=lambda survivor: (survivor.line, survivor.after)):
        print(f"{module}:{survivor.line}")
        print(f"  - {survivor.before}")
        print("\n".join(f"  + {line}" for line in survivor.after.splitlines()))
    counted = Counter(results.values())
    noticed = sum(counted[status] for status in _NOTICED)
    by_tests = noticed - counted[_BY_TYPES]
    unnoticed_by_types = len(results) - counted[_BY_TYPES]
    print(
        f"{module}: {len(results)} changes, {noticed} noticed ({noticed / len(results):.0%}): "
        f"{counted[_BY_TYPES]} by types, {by_tests} of the other {unnoticed_by_types} by tests"
        f" ({by_tests / max(unnoticed_by_types, 1):.0%})."
    )
    print("; ".join(f"{status}: {count}" for status, count in sorted(counted.items())))


def main(arguments: Sequence[str]) -> None:
    """Changes a module in a copy of the project, runs the tests on each change, and prints the report.

    Args:
        arguments: the module, then the tests that are to notice.
    """
    if len(arguments) < 2 or not (ROOT / arguments[0]).is_file():
        sys.exit("usage: make mutate MODULE=parser/tables/levels.py TESTS=tests/parser/tables")
    module, *tests = arguments
    with tempfile.TemporaryDirectory() as name:
        folder = Path(os.path.realpath(name))
        copy_tree(folder)
        write_settings(folder, module, tests)
        run_mutmut(folder)
        results = load_results(folder, module)
        if not results:
            sys.exit(f"{module}: nothing in it can be changed")
        survived = [mutant for mutant, status in results.items() if status not in _NOTICED]
        print_report(module, results, list(list_survivors(folder, module, survived)))


if __name__ == "__main__":
    main(sys.argv[1:])
