"""Versions whose notes do not say who set their tables: what the version before tells of them."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from parser.kinds import FindingKind
from parser.records import Language
from tests.bot.archive.clones import ACT, Commit, load, message, village, write_clone
from tests.bot.archive.test_passed_by import catalogues, in_may, look_at, not_loaded, of_two, said_of
from tests.harness.databases import read_rows
from tests.parser import archive_sample as sample
from tests.parser.archive_sample import DECEMBER, FILES, JULY, ORIGINAL
from tests.storage.dump import facts

SILENT = {JULY: ("352",), DECEMBER: ("352", "371", "386")}

APPENDIX = r"(?=^> \*(?:Приложение|Аудандық мәслихаттың))"


WHOLE = {
    Language.KK: "> *Ескерту. Шешім {made} - Ақтөбе облысы Хромтау аудандық мәслихатының 31.07.2019 № 352 шешімімен.*",
    Language.RU: "> *Сноска. Решение {made} решением Хромтауского районного маслихата Актюбинской области от 31.07.2019 № 352.*",
}
ANEW = {Language.KK: "жаңа редакцияда", Language.RU: "в новой редакции -"}
CHANGED = {Language.KK: "өзгертілді", Language.RU: "с изменениями, внесенными"}


def silent(
    version: str, *, table_of: str | None = None, whole: Mapping[Language, str] | None = None
) -> Commit:
    """A version whose notes name only the first two amendments, perhaps with the tables of another one.

    A note of the whole act says what № 352 made of it.
    """
    files: dict[str, str | bytes | None] = {f"{ACT}/meta.yaml": sample.meta(version)}
    for language, name in FILES.items():
        text = sample.text(version, language)
        if table_of is not None:
            at = text.index("<table>")
            other = sample.text(table_of, language)
            text = text[:at] + other[other.index("<table>") :]
        for number in SILENT[DECEMBER]:
            text = re.sub(rf"(?:от )?\d\d\.\d\d\.2019 № {number}", "", text)
        if whole is not None:
            text = text.replace("\n\n", f"\n\n{WHOLE[language].format(made=whole[language])}\n\n", 1)
        files[f"{ACT}/{name}"] = text
    return Commit(files, message(version), version)


def editions(database: Path) -> list[tuple[str, str, str, int]]:
    """Who set each table of 2019, in which language, in which version it stands, and its revenue."""
    [rows] = read_rows(
        database,
        "SELECT d.number, e.language, substr(s.file, 8, 10), l.amount FROM edition e JOIN decision d ON "
        "d.id = e.decision_id JOIN source s ON s.id = e.source_id JOIN line l ON l.edition_id = e.id "
        "WHERE e.year = 2019 AND l.path = 'revenue' ORDER BY d.date, e.language",
    )
    return rows


OF_EACH = [
    (number, language, version, amount)
    for number, version, amount in (
        ("276", "2019-01-04", 22_540_000), ("352", JULY, 34_715_000), ("386", DECEMBER, 37_239_000),
    )
    for language in ("kk", "ru")
]  # fmt: skip


def test_a_table_that_changed_is_never_that_of_the_decision_before(database: Path, tmp_path: Path) -> None:
    first, _, _ = village()
    clone = write_clone(tmp_path / "local-aktobe.git", [first, silent(JULY), silent(DECEMBER)])
    counts = load(database, clone).counts
    assert editions(database) == OF_EACH
    assert counts.findings[FindingKind.CHANGED_WITHOUT_NOTE] == 4
    told = {(each["year"], each["number"]) for each in said_of(database, FindingKind.CHANGED_WITHOUT_NOTE)}
    assert told == {(2019, "352"), (2019, "386")}
    [years] = read_rows(
        database,
        "SELECT DISTINCT year, d.number FROM edition e JOIN decision d ON d.id = e.decision_id WHERE year > 2019",
    )
    assert sorted(years) == [(2020, "276"), (2021, "276")]  # the tables that stayed are nobody else's
    assert load(database, clone).names == []


def test_a_table_that_stayed_is_that_of_the_version_before(database: Path, tmp_path: Path) -> None:
    first, july, _ = village()
    clone = write_clone(tmp_path / "local-aktobe.git", [first, july, silent(DECEMBER, table_of=JULY)])
    counts = load(database, clone).counts
    told = [(number, language, amount) for number, language, _, amount in editions(database)]
    assert told == [(number, language, amount) for number, language, _, amount in OF_EACH[:4]]
    assert counts.findings[FindingKind.CHANGED_WITHOUT_NOTE] == 0
    assert read_rows(database, "SELECT count(*) FROM decision WHERE number = '386'") == [[(1,)]]
    [known] = catalogues(database).values()
    loaded = {decision.number: decision.loaded for decision in known.decisions}
    assert loaded == {"276": True, "306": False, "318": False, "352": True, "386": True}
    assert "386" not in [entry.decision.number for entry in known.trace(2019)]
    assert not_loaded(database) == 2


def test_a_version_that_was_compared_with_none_leaves_its_maker_open(database: Path, tmp_path: Path) -> None:
    # Of № 352, whose table the notes name, no version is loaded: what № 386 did to it is not known.
    first, july, december = village()
    texts = {
        path: re.sub(r"(?:от )?05\.12\.2019 № 386|(?:от )?15\.10\.2019 № 371", "", str(july.files[path]))
        for path in july.files
    }
    texts[f"{ACT}/meta.yaml"] = sample.meta(DECEMBER)
    clone = write_clone(tmp_path / "local-aktobe.git", [first, Commit(texts, december.message, december.day)])
    load(database, clone)
    [known] = catalogues(database).values()
    assert not {decision.number: decision.loaded for decision in known.decisions}["386"]


def test_a_table_printed_beside_as_it_was_before_stays_the_older_decision_s(
    database: Path, tmp_path: Path
) -> None:
    first, july, december = village()
    texts: dict[str, str | bytes | None] = {f"{ACT}/meta.yaml": sample.meta(DECEMBER)}
    for language, name in FILES.items():
        [_, adopted, *_] = re.split(APPENDIX, sample.text(ORIGINAL, language), flags=re.M)
        texts[f"{ACT}/{name}"] = (
            str(july.files[f"{ACT}/{name}"]) + "\n\n" + re.sub(r"1(?=\D*\n)", "4", adopted, count=1)
        )
    clone = write_clone(
        tmp_path / "local-aktobe.git", [first, july, Commit(texts, december.message, december.day)]
    )
    counts = load(database, clone).counts
    assert counts.findings[FindingKind.TABLE_TWICE] == 2
    assert counts.findings[FindingKind.CHANGED_WITHOUT_NOTE] == 0
    told = [(number, language, amount) for number, language, _, amount in editions(database)]
    assert told == [(number, language, amount) for number, language, _, amount in OF_EACH[:4]]


def test_a_note_of_one_village_says_nothing_of_another_one_s_table(database: Path, tmp_path: Path) -> None:
    # № 318 is noted beside the second village's table alone, and the first village's is another one as well.
    def changed(language: Language) -> str:
        return of_two(language, changed=True).replace("<td>22 540</td>", "<td>22 541</td>", 1)

    first = village()[0]
    texts = {f"{ACT}/{name}": of_two(language, changed=False) for language, name in FILES.items()}
    both = Commit({**first.files, **texts}, first.message, first.day)
    counts = load(database, write_clone(tmp_path / "local-aktobe.git", [both, in_may(changed)])).counts
    assert counts.findings[FindingKind.CHANGED_WITHOUT_NOTE] == 2
    ledgers = {
        place: [(entry.decision.number, entry.edition is None) for entry in known.trace(2019)]
        for place, known in catalogues(database).items()
    }
    assert ledgers == {place: [("276", False), ("318", False)] for place in ("Дөң", "Көктау")}


@pytest.mark.parametrize("known", [(JULY,), (DECEMBER,), (JULY, DECEMBER)])
def test_in_whatever_order_versions_come_the_ledger_is_the_same(
    known: tuple[str, ...], database: Path, tmp_path: Path
) -> None:
    first, _, _ = village()
    later = {version: silent(version) for version in (JULY, DECEMBER)}
    whole = write_clone(tmp_path / "whole" / "local-aktobe.git", [first, *later.values()])
    half = write_clone(tmp_path / "half" / "local-aktobe.git", [later[version] for version in known])
    alone = Path(shutil.copy(database, tmp_path / "alone.db"))
    load(alone, whole)
    load(database, half)
    load(database, whole)
    assert editions(database) == OF_EACH
    assert facts(database) == facts(alone)


@pytest.mark.parametrize("language", list(Language))
def test_what_a_note_says_of_some_appendix_holds(language: Language, database: Path, tmp_path: Path) -> None:
    # December's notes name № 386 beside appendix 1: a figure that is printed otherwise in appendix 2 is no change.
    first, july, december = village()
    path = f"{ACT}/{FILES[language]}"
    text = str(december.files[path])
    at = text.rindex("<td>1 070</td>")
    files = {**december.files, path: f"{text[:at]}<td>1 071</td>{text[at + len('<td>1 070</td>') :]}"}
    clone = write_clone(
        tmp_path / "local-aktobe.git", [first, july, Commit(files, december.message, december.day)]
    )
    counts = load(database, clone).counts
    assert counts.findings[FindingKind.CHANGED_WITHOUT_NOTE] == 0
    assert editions(database) == OF_EACH


def test_an_act_that_was_restated_has_the_tables_of_who_did_it(database: Path, tmp_path: Path) -> None:
    # № 276 is not loaded: without the note its tables would be these.
    counts = load(database, write_clone(tmp_path / "local-aktobe.git", [silent(JULY, whole=ANEW)])).counts
    assert editions(database) == OF_EACH[2:4]
    assert read_rows(database, "SELECT DISTINCT d.number FROM edition e JOIN decision d ON d.id = e.decision_id") == [[("352",)]]  # fmt: skip
    assert counts.findings[FindingKind.CHANGE_UNPLACED] == 0


def test_a_change_of_no_named_part_leaves_tables_open_until_they_are_compared(
    database: Path, tmp_path: Path
) -> None:
    july = silent(JULY, whole=CHANGED)
    counts = load(database, write_clone(tmp_path / "alone" / "local-aktobe.git", [july])).counts
    assert counts.findings[FindingKind.CHANGE_UNPLACED] == 2
    assert said_of(database, FindingKind.CHANGE_UNPLACED)[0] == {"number": "352", "date": "2019-07-31"}
    [known] = catalogues(database).values()
    assert not {decision.number: decision.loaded for decision in known.decisions}["352"]
    counts = load(database, write_clone(tmp_path / "local-aktobe.git", [village()[0], july])).counts
    assert counts.findings[FindingKind.CHANGE_UNPLACED] == 0
    assert counts.findings[FindingKind.CHANGED_WITHOUT_NOTE] == 2
    assert said_of(database, FindingKind.CHANGE_UNPLACED) == []
    assert editions(database) == OF_EACH[:4]


def test_what_is_told_of_a_cause_goes_from_the_report_once_tables_are_compared(
    database: Path, tmp_path: Path
) -> None:
    first, _, _ = village()
    clone = write_clone(tmp_path / "local-aktobe.git", [first, silent(JULY), silent(DECEMBER)])
    counts = load(database, clone).counts
    assert counts.findings[FindingKind.CAUSE_NOT_IN_TEXT] == 0
    assert said_of(database, FindingKind.CAUSE_NOT_IN_TEXT) == []


def test_one_village_s_finding_is_no_other_one_s(database: Path, tmp_path: Path) -> None:
    # № 318 is named nowhere, and the second village's table alone is another one.
    def changed(language: Language) -> str:
        return re.sub(r"(?:от )?22\.05\.2019 № 318", "", of_two(language, changed=True))

    first = village()[0]
    texts = {f"{ACT}/{name}": of_two(language, changed=False) for language, name in FILES.items()}
    both = Commit({**first.files, **texts}, first.message, first.day)
    counts = load(database, write_clone(tmp_path / "local-aktobe.git", [both, in_may(changed)])).counts
    assert counts.findings[FindingKind.CHANGED_WITHOUT_NOTE] == 2
    places = {str(each["budget_place"]) for each in said_of(database, FindingKind.CHANGED_WITHOUT_NOTE)}
    assert {place.partition(",")[0].split()[-1] for place in places} == {"округі", "Коктау"}
    look_first = {
        each.place.partition(" ")[0]: each.findings.get(FindingKind.CHANGED_WITHOUT_NOTE, 0)
        for each in look_at(database)
    }
    assert look_first["Көктау"] == 2
    assert look_first.get("Дөң", 0) == 0


def test_a_decision_noted_beside_one_village_s_table_is_a_gap_of_the_other_until_versions_are_compared(
    database: Path, tmp_path: Path
) -> None:
    may = in_may(lambda language: of_two(language, changed=True))
    load(database, write_clone(tmp_path / "local-aktobe.git", [may]))
    ledgers = {
        place: [(entry.decision.number, entry.edition is None) for entry in known.trace(2019)]
        for place, known in catalogues(database).items()
    }
    assert ledgers == {"Дөң": [("276", False), ("318", True)], "Көктау": [("276", True), ("318", False)]}
    assert not_loaded(database) == 1  # of № 276 there is the text
