"""What is imported is declared, what is declared is locked, and the locks say everything that an install needs."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from tests.test_imports import OURS, PROJECT, imports

DECLARED = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
RUNTIME = DECLARED["dependencies"]
POSTGRES = DECLARED["optional-dependencies"]["postgres"]
DEV = [*POSTGRES, *DECLARED["optional-dependencies"]["dev"]]
LOCKS = ["requirements.txt", "requirements-postgres.txt", "requirements-dev.txt"]

# Declared for what they do, not for what is imported from them.
NEVER_IMPORTED = {
    "aiosqlite",  # SQLAlchemy's driver, named in DATABASE_URL
    *("lxml-stubs", "mypy", "types-babel", "types-pyyaml"),
    *("pytest-asyncio", "pytest-cov", "pytest-xdist"),
    "ruff",
}


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def name(requirement: str) -> str:
    found = re.match(r"[A-Za-z0-9._-]+", requirement)
    assert found, requirement
    return normal(found[0])


def imported(*rooms: str) -> set[str]:
    """The packages, by the names they are installed under, that the files of these rooms import."""
    modules: set[str] = set()
    for room in rooms:
        for file in (PROJECT / room).rglob("*.py"):
            modules |= {".".join(module.split(".")[:2]) for module in imports(file)}
    installed = packages_distributions()
    packages: set[str] = set()
    for module in modules:
        top = module.partition(".")[0]
        if top in sys.stdlib_module_names or top in OURS:
            continue
        assert top in installed, f"{top} is imported and not installed"
        names = {normal(package) for package in installed[top]} - NEVER_IMPORTED
        if len(names) > 1:  # a module shared by several packages: fluent.runtime and fluent.syntax
            names = {normal(module)}
        packages |= names
    return packages


def pins(lock: str) -> dict[str, str]:
    """Each package of a lock, with its extras, and the version it is pinned to."""
    text = (PROJECT / lock).read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9][^=\s]*)==([^\s;]+)", text, re.MULTILINE))


def test_the_program_declares_what_it_imports() -> None:
    assert (
        imported("bot", "handlers", "storage", "parser")
        == {name(entry) for entry in RUNTIME} - NEVER_IMPORTED
    )


@pytest.mark.sweep
def test_tests_and_benchmarks_declare_what_they_import() -> None:
    declared = {name(entry) for entry in [*RUNTIME, *DEV]}
    packages = imported("tests", "bench")
    assert packages <= declared
    assert {name(entry) for entry in DEV} - NEVER_IMPORTED <= packages


@pytest.mark.parametrize(
    ("lock", "requirements"), [*zip(LOCKS, [RUNTIME, RUNTIME + POSTGRES, RUNTIME + DEV], strict=True)]
)
def test_what_is_declared_is_locked_with_its_extras(lock: str, requirements: list[str]) -> None:
    locked = pins(lock)
    for requirement in requirements:
        extras = re.search(r"\[.*\]", requirement)
        assert name(requirement) + (extras[0] if extras else "") in locked


def test_a_lock_keeps_the_extras_that_packages_ask_of_each_other() -> None:
    """An older pip asks for the extras a lock leaves out, finds the release of the day and refuses it."""
    assert "coverage[toml]" in pins("requirements-dev.txt")


def test_tests_run_on_the_versions_that_the_program_runs_on() -> None:
    runtime, postgres, dev = ({name(package): pin for package, pin in pins(lock).items()} for lock in LOCKS)
    assert runtime.items() <= postgres.items() <= dev.items()


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_has_a_hash_and_none_an_address(lock: str) -> None:
    text = (PROJECT / lock).read_text(encoding="utf-8")
    entries = re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE)[1:]
    assert len(entries) == len(pins(lock))
    for entry in entries:
        assert re.search(r"^    --hash=sha256:[0-9a-f]{64}", entry, re.MULTILINE), entry
    assert "://" not in text
    assert "--index-url" not in text


def test_an_import_that_is_not_declared_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "room").mkdir()
    (tmp_path / "room" / "file.py").write_text(
        "import yarl\nfrom fluent.syntax import ast\n", encoding="utf-8"
    )
    monkeypatch.setattr("tests.test_dependencies.PROJECT", tmp_path)
    assert imported("room") == {"yarl", "fluent-syntax"}


def test_the_audit_takes_no_unknown_package_for_a_sound_one() -> None:
    """An index without a word on a package once let the whole audit pass."""
    make = shutil.which("make")
    assert make
    recipe = subprocess.run(  # noqa: S603
        [make, "--just-print", "audit"], cwd=PROJECT, capture_output=True, text=True, check=True
    ).stdout
    audit = next(line for line in recipe.splitlines() if line.startswith(".venv/audit/bin/pip-audit"))
    assert "--strict" in audit.split()
    assert "requirements-postgres.txt" in audit
