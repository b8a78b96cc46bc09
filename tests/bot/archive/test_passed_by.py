"""Decisions that set no table are no gaps of a ledger where the version that they made is loaded."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from typing import TypeVar

import pytest
from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from parser.kinds import FindingKind, Value
from parser.records import Language
from storage import models
from storage.engine import create_engine, create_sessions
from storage.kept.reader import StoredReader
from storage.reading.cards import list_budgets
from storage.reading.catalogue import Catalogue
from storage.reading.catalogue_query import load_catalogue
from storage.reading.coverage import ToLookAt, load_coverage
from tests.bot.archive.clones import ACT, Commit, load, village, write_clone
from tests.harness.databases import database_url
from tests.parser import archive_sample as sample
from tests.parser.archive_sample import FILES, JULY, ORIGINAL

MAY = "2019-05-22"
NOTE = {
    Language.KK: "> *Ескерту. 4 тармаққа өзгеріс енгізілді - Ақтөбе облысы Хромтау аудандық мәслихатының 22.05.2019 № 318 шешімімен.*",
    Language.RU: "> *Сноска. Пункт 4 с изменениями, внесенными решением Хромтауского районного маслихата Актюбинской области от 22.05.2019 № 318.*",
}  # fmt: skip
TABLE_NOTE = {
    language: NOTE[language]
    .replace("4 тармаққа өзгеріс енгізілді", "2 қосымша жаңа редакцияда")
    .replace("Пункт 4 с изменениями, внесенными решением", "Приложение 2 - в редакции решения")
    for language in NOTE
}
Read = TypeVar("Read")
OTHER = {Language.KK: "Көктау", Language.RU: "Коктау"}


def in_may(text_of: Callable[[Language], str]) -> Commit:
    """The version of № 318, whose texts are given."""
    meta = (
        sample.meta(JULY).replace(JULY, MAY).replace("31 июля 2019 года № 352", "22 мая 2019 года № 318")
        .replace("133972", "131318").replace("31.07.2019", "22.05.2019")
    )  # fmt: skip
    files: dict[str, str | bytes | None] = {f"{ACT}/meta.yaml": meta}
    for language, name in FILES.items():
        files[f"{ACT}/{name}"] = text_of(language)
    return Commit(files, "№318 О внесении изменений", MAY)


def with_a_clause_changed(language: Language) -> str:
    return sample.text(ORIGINAL, language).replace("\n\n5.", f"\n\n{NOTE[language]}\n\n5.", 1)


def of_two(language: Language, *, changed: bool) -> str:
    """The original with a second village's budget for its appendix 2, which № 318 may have changed."""
    parts = re.split(
        r"(?=^> \*(?:Приложение|Аудандық мәслихаттың))", sample.text(ORIGINAL, language), flags=re.M
    )
    other = parts[2].replace("2020", "2019").replace("Дөң", OTHER[language])
    if changed:
        other = re.sub(r"(?m)^(# .*\n)", rf"\1\n{TABLE_NOTE[language]}\n", other, count=1)
        other = other.replace("<td>23 186</td>", "<td>23 187</td>")
    return parts[0] + parts[1] + other


def torn(text: str, year: int) -> str:
    """A text without the expenditure in its first table of a year, whose title and notes stay."""
    title = re.search(rf"(?m)^# .*\b{year}\b(?!-)", text)
    assert title is not None
    start = text.index("<table>", text.index("<table>", title.start()) + 1)
    return text[:start] + text[text.index("</table>", start) + len("</table>") :]


def catalogues(database: Path) -> dict[str, Catalogue]:
    async def read(session: AsyncSession) -> dict[str, Catalogue]:
        found = {}
        for budget in await list_budgets(session):
            known = await load_catalogue(StoredReader(session), budget)
            assert known is not None
            found[budget.place.partition(" ")[0]] = known
        return found

    return asyncio.run(_with_session(database, read))


async def _with_session(database: Path, read: Callable[[AsyncSession], Awaitable[Read]]) -> Read:
    engine = create_engine(database_url(database))
    try:
        async with create_sessions(engine)() as session:
            return await read(session)
    finally:
        await engine.dispose()


def not_loaded(database: Path) -> int:
    coverage = asyncio.run(_with_session(database, load_coverage))
    return sum(year.not_loaded for region in coverage.regions for year in region.years)


def look_at(database: Path) -> tuple[ToLookAt, ...]:
    """The budgets that are to be looked at first."""
    return asyncio.run(_with_session(database, load_coverage)).look_first


def said_of(database: Path, kind: FindingKind) -> list[Mapping[str, Value]]:
    """What the stored findings of a kind say."""

    async def read(session: AsyncSession) -> list[Mapping[str, Value]]:
        query = select(models.Finding).where(models.Finding.kind == kind)
        return [finding.values for finding in await session.exec(query)]

    return asyncio.run(_with_session(database, read))


def unread_tables(database: Path) -> set[tuple[Value, Value]]:
    """The place and the year of each table that is told not to have been read."""
    told = said_of(database, FindingKind.TABLE_NOT_READ)
    return {(each["budget_place"], each["year"]) for each in told}


def first_appendices(text: str, count: int) -> str:
    """A text with its first appendices alone."""
    parts = re.split(r"(?=^> \*(?:Приложение|Аудандық мәслихаттың))", text, flags=re.M)
    return "".join(parts[: count + 1])


def test_a_version_that_changed_the_text_alone_is_loaded(database: Path, tmp_path: Path) -> None:
    first, july, december = village()
    load(
        database,
        write_clone(tmp_path / "local-aktobe.git", [first, in_may(with_a_clause_changed), july, december]),
    )
    [known] = catalogues(database).values()
    loaded = {decision.number: decision.loaded for decision in known.decisions}
    assert loaded == {"276": True, "306": False, "318": True, "352": True, "371": False, "386": True}
    assert [(entry.decision.number, entry.edition is None) for entry in known.trace(2019)] == [
        ("276", False), ("306", True), ("352", False), ("371", True), ("386", False),
    ]  # fmt: skip
    assert not_loaded(database) == 2


def test_where_its_version_is_not_loaded_or_refused_it_is_a_gap(database: Path, tmp_path: Path) -> None:
    first, july, december = village()
    may = in_may(with_a_clause_changed)
    broken = {
        path: data if path.endswith("yaml") else "# О бюджете\n\n<table>" for path, data in may.files.items()
    }
    torn = Commit(broken, may.message, may.day)
    load(database, write_clone(tmp_path / "local-aktobe.git", [first, torn, july, december]))
    [known] = catalogues(database).values()
    assert [decision.number for decision in known.decisions if not decision.loaded] == ["306", "318", "371"]
    assert not_loaded(database) == 3


def test_who_changed_another_village_s_table_is_no_gap(database: Path, tmp_path: Path) -> None:
    first = village()[0]
    texts = {f"{ACT}/{name}": of_two(language, changed=False) for language, name in FILES.items()}
    both = Commit({**first.files, **texts}, first.message, first.day)
    may = in_may(lambda language: of_two(language, changed=True))
    load(database, write_clone(tmp_path / "local-aktobe.git", [both, may]))
    ledgers = {
        place: [(entry.decision.number, entry.edition is None) for entry in known.trace(2019)]
        for place, known in catalogues(database).items()
    }
    assert ledgers == {"Дөң": [("276", False)], "Көктау": [("276", False), ("318", False)]}
    assert not_loaded(database) == 0


@pytest.mark.parametrize("year", [2019, 2020])
def test_a_table_that_was_not_read_leaves_open_what_a_decision_did_to_it(
    year: int, database: Path, tmp_path: Path
) -> None:
    first, _, _ = village()
    noted = {
        language: sample.text(ORIGINAL, language).replace("\n\n5.", f"\n\n{NOTE[language]}\n\n5.", 1)
        for language in Language
    }
    may = in_may(lambda language: torn(noted[language], year))
    load(database, write_clone(tmp_path / "local-aktobe.git", [first, may]))
    [known] = catalogues(database).values()
    assert [(decision.number, decision.loaded) for decision in known.decisions] == [
        ("276", True), ("318", False),
    ]  # fmt: skip
    assert "318" in [entry.decision.number for entry in known.trace(2019)]
    assert not_loaded(database) == 1
    # Each text names the place in its own language.
    assert unread_tables(database) == {
        (known.budget.place, year),
        ("сельский округ Дөң, Хромтау ауданы", year),
    }


def test_another_village_s_table_that_was_not_read_leaves_nothing_open(
    database: Path, tmp_path: Path
) -> None:
    def text(language: Language, *, changed: bool) -> str:
        both = of_two(language, changed=changed)
        last = re.split(
            r"(?=^> \*(?:Приложение|Аудандық мәслихаттың))", sample.text(ORIGINAL, language), flags=re.M
        )[3]
        return both + last.replace("2021", "2020").replace("Дөң", OTHER[language])

    def in_two_parts(language: Language) -> str:
        whole = text(language, changed=True)
        at = whole.index(OTHER[language])
        at = whole.rindex("\n# ", 0, at)
        return whole[:at] + torn(whole[at:], 2019)

    first = village()[0]
    texts = {f"{ACT}/{name}": text(language, changed=False) for language, name in FILES.items()}
    both = Commit({**first.files, **texts}, first.message, first.day)
    load(database, write_clone(tmp_path / "local-aktobe.git", [both, in_may(in_two_parts)]))
    ledgers = {
        place: [(entry.decision.number, entry.edition is None) for entry in known.trace(2019)]
        for place, known in catalogues(database).items()
    }
    assert ledgers == {"Дөң": [("276", False)], "Көктау": [("276", False), ("318", True)]}
    assert not_loaded(database) == 1


def test_a_village_of_which_nothing_was_read_has_a_gap(database: Path, tmp_path: Path) -> None:
    def of_one(language: Language) -> str:
        whole = of_two(language, changed=True)
        at = whole.rindex("\n# ", 0, whole.index(OTHER[language]))
        return whole[:at] + torn(whole[at:], 2019)

    first = village()[0]
    texts = {f"{ACT}/{name}": of_two(language, changed=False) for language, name in FILES.items()}
    both = Commit({**first.files, **texts}, first.message, first.day)
    load(database, write_clone(tmp_path / "local-aktobe.git", [both, in_may(of_one)]))
    ledgers = {
        place: [(entry.decision.number, entry.edition is None) for entry in known.trace(2019)]
        for place, known in catalogues(database).items()
    }
    assert ledgers == {"Дөң": [("276", False)], "Көктау": [("276", False), ("318", True)]}
    assert not_loaded(database) == 1


def test_a_version_that_never_had_an_appendix_lacks_none(database: Path, tmp_path: Path) -> None:
    first, _, _ = village()
    short = {
        f"{ACT}/{name}": first_appendices(str(first.files[f"{ACT}/{name}"]), 1) for name in FILES.values()
    }
    may = in_may(lambda language: first_appendices(with_a_clause_changed(language), 1))
    original = Commit({**first.files, **short}, first.message, first.day)
    counts = load(database, write_clone(tmp_path / "local-aktobe.git", [original, may])).counts
    assert counts.findings[FindingKind.TABLE_ABSENT] == 0
    assert not [each for each in look_at(database) if FindingKind.TABLE_ABSENT in each.findings]
    [known] = catalogues(database).values()
    assert {decision.number: decision.loaded for decision in known.decisions}["318"]


def test_an_appendix_that_a_version_lost_is_told(database: Path, tmp_path: Path) -> None:
    first, july, _ = village()
    may = in_may(lambda language: first_appendices(with_a_clause_changed(language), 2))
    counts = load(database, write_clone(tmp_path / "local-aktobe.git", [first, may, july])).counts
    assert (counts.findings[FindingKind.TABLE_ABSENT], counts.findings[FindingKind.TABLE_NOT_READ]) == (2, 0)
    assert {each["year"] for each in said_of(database, FindingKind.TABLE_ABSENT)} == {2021}
    assert [each.findings[FindingKind.TABLE_ABSENT] for each in look_at(database)] == [2]
    [known] = catalogues(database).values()
    assert not {decision.number: decision.loaded for decision in known.decisions}["318"]
