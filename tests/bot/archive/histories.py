"""What the clone of the open archive that tests load has in its history."""

from __future__ import annotations

from tests.bot.archive.clones import (
    TOP,
    UNCAUSED,
    Commit,
    village,
)
from tests.parser import archive_sample as sample
from tests.parser.archive_sample import FILES, ORIGINAL

OTHER = f"{TOP}/2019/0105-o-reglamente-200001"
REPORT = f"{TOP}/2019/0106-ob-ispolnenii-biudzheta-200002"
PASTURES = f"{TOP}/2019/0107-o-vnesenii-izmenenii-200003"
GONE = f"{TOP}/2018/1225-o-biudzhete-selskogo-okruga-koktau-100001"


def other_acts() -> list[Commit]:
    """What is no budget: by its title, by its text, by who adopted it."""
    meta = "act_code: '{0}'\ntitle:\n  rus: {1}\napproved_by:\n- '15301300{2}'\n"
    text = "# {0}\n\n1. Утвердить.\n"
    titles = {
        OTHER: ("200001", "О регламенте маслихата", "0002"),
        REPORT: ("200002", "Об отчете об исполнении бюджета за 2018 год", "0002"),
        PASTURES: ("200003", "О внесении изменений в решение № 5", "0002"),
        f"{TOP}/2019/0108-o-biudzhete-200004": ("200004", "О бюджете на 2019 год", "0001"),
    }
    files: dict[str, str | bytes | None] = {}
    for folder, (code, title, adopter) in titles.items():
        files[f"{folder}/meta.yaml"] = meta.format(code, title, adopter)
        files[f"{folder}/rus.md"] = text.format(title)
    return [Commit(files)]


def elsewhere(text: str) -> str:
    """The sample's budget as that of another village, by an older decision."""
    for old, new in (("Дөң", "Көктау"), ("№ 276", "№ 201"), ("128266", "100001")):
        text = text.replace(old, new)
    return text


def repealed_act() -> list[Commit]:
    """A budget of another village that was repealed and is in the history alone."""
    files = {name: elsewhere(sample.text(ORIGINAL, language)) for language, name in FILES.items()}
    files["meta.yaml"] = elsewhere(sample.meta(ORIGINAL))
    return [
        Commit({f"{GONE}/{name}": text for name, text in files.items()}),
        Commit({f"{GONE}/{name}": None for name in files}, UNCAUSED, "2019-08-01"),
    ]


def history() -> list[Commit]:
    first, july, december = village()
    stays, goes = repealed_act()
    return [first, *other_acts(), stays, july, goes, december]
