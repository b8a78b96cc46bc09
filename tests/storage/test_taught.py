"""Taught words join the lexicon by its rules, and go out in its form."""

from __future__ import annotations

from parser.records import Language
from parser.text.folding import sound
from storage.search.index import NameEntry, StoredNames
from storage.search.lexicon_files import load_lexicon, read_taught
from storage.taught import Taught, write_tsv

KK, RU = Language.KK, Language.RU
LAMPS = Taught("фонарики", RU, ((KK, "Көшелерді жарықтандыру"), (RU, "Освещение улиц")))
KAZAKH_ALONE = Taught("зелень", RU, ((KK, "Көгалдандыру"),))
STREETS = NameEntry("expenditure/07/458/015", RU, "Освещение улиц")
SCHOOLS = NameEntry("expenditure/04/464/003", RU, "Общеобразовательное обучение")


def test_taught_words_lead_only_where_the_line_is() -> None:
    for names, leads in (((STREETS, SCHOOLS), True), ((SCHOOLS,), False)):
        index = StoredNames(names, (), (LAMPS,)).index()
        [entry] = index.lexicon.find_entries((sound("фонарики"),))
        assert entry.folded == ("фонарики",)
        assert index.terms.leads(entry) is leads


def test_the_shipped_phrases_stay_what_they_are() -> None:
    shipped = load_lexicon()
    lexicon = shipped.with_entries([read_taught(LAMPS), read_taught(KAZAKH_ALONE)])
    known = list(shipped.entries())
    assert [(each.folded, each.all_terms, each.weak) for each in lexicon.entries()][: len(known)] == [
        (each.folded, each.all_terms, each.weak) for each in known
    ]
    assert [each.folded for each in lexicon.entries()][len(known) :] == [("фонарики",), ("зелень",)]
    assert shipped.with_entries([]) is shipped


def test_they_are_written_in_the_form_of_the_lexicon() -> None:
    taught = [KAZAKH_ALONE, LAMPS]
    assert write_tsv(taught, RU) == "# зелень\tКөгалдандыру\nфонарики\tОсвещение улиц\n"
    assert write_tsv(taught, KK) == ""
