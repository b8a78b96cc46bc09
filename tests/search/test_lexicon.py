"""Everyday phrases: their forms, and terms that a budget does not have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

from parser.question.question import Token
from parser.question.reading import read_question
from parser.records import Language
from parser.text.folding import sound
from parser.text.word_lists import LOCALES
from storage.search.index import Index, NameEntry
from storage.search.lexicon_files import load_lexicon, read_entries, read_lexicon, read_otherwise_rows
from storage.search.parts import PartSign
from storage.search.phrase_finder import PhraseFinder
from storage.search.phrase_match import PhraseMatch
from storage.search.rank import rank
from storage.search.said_officially import read_official_wordings
from storage.search.weights import WEIGHTS

GAS = NameEntry(
    "expenditure/07/495/027",
    Language.RU,
    "Организация эксплуатации сетей газификации, находящихся в коммунальной собственности районов",
)
FINES = NameEntry(
    "revenue/2/04",
    Language.RU,
    "Штрафы, налагаемые учреждениями, финансируемыми из бюджета (сметы расходов) Национального Банка Республики",
)
FEW = Index([GAS, FINES], load_lexicon())
FINDER = PhraseFinder(load_lexicon())


def test_a_word_that_stands_for_another_leads_where_the_phrase_of_the_list_does() -> None:
    entries = {entry.folded: entry for entry in read_entries(LOCALES)}
    listed = {
        row.folded
        for language in Language
        for row in read_lexicon(LOCALES / f"lexicon.{language}.tsv").values()
    }
    for row in read_otherwise_rows():
        said = tuple(row["example"].split())
        (other,) = set(row["otherwise"].split()) & set(said)
        meant = tuple(row["word"] if word == other else word for word in said)
        assert said not in listed, row
        assert meant in listed, row
        assert entries[said].terms == entries[meant].terms, row


@pytest.mark.parametrize(
    ("typed", "phrases"),
    [
        ("мұғалімдер", {("мұғалім",)}),
        ("мұғалімдердің айлығы", {("мұғалімдердің", "айлығы")}),
        ("оқулықтары", {("оқулық",)}),  # not of оқу
        ("Токаев", set()),  # not of тоққа, though -ев is an ending
        ("трамваев", set()),
    ],
)
def test_forms_of_phrases(typed: str, phrases: set[tuple[str, ...]]) -> None:
    found = FINDER.find(read_question(typed).tokens, slips=False)
    assert {match.entry.folded for match in found} == phrases


def test_a_term_is_not_found_in_a_name_that_lacks_what_tells_it_from_others() -> None:
    # Of «Организация эксплуатации тепловых сетей, находящихся в коммунальной собственности»
    # the gas network's name has all but the one word that matters.
    assert rank(FEW, read_question("отопление").tokens) == []
    assert [ranked.path for ranked in rank(FEW, read_question("газификация").tokens)] == [GAS.path]


def test_a_phrase_whose_line_a_budget_lacks_asserts_nothing() -> None:
    found = rank(FEW, read_question("республиканский бюджет").tokens)
    assert all(ranked.weak for ranked in found)
    assert not any(ranked.weak for ranked in rank(FEW, read_question("штрафы учреждений").tokens))


@pytest.mark.parametrize(
    ("typed", "phrase"),
    [
        ("берём у области в долг", ("берем", "в", "долг")),
        ("облыстан келген қаржы", ("облыстан", "ақша")),
    ],
)
def test_the_words_of_a_phrase_may_stand_apart(typed: str, phrase: tuple[str, ...]) -> None:
    found = FINDER.find(read_question(typed).tokens, slips=False)
    parted = {match.entry.folded for match in found if match.parted}
    assert phrase in parted


def test_two_words_in_another_order_are_no_phrase() -> None:
    for typed, phrases in {"ақша облыстан": set(), "салығы көлік": {("көлік",), ("салық",)}}.items():
        found = FINDER.find(read_question(typed).tokens, slips=False)
        assert {match.entry.folded for match in found} == phrases


def test_another_word_for_money_is_less_than_a_form() -> None:
    (match,) = FINDER.find(read_question("облыстан қаржы").tokens, slips=False)
    assert match.entry.folded == ("облыстан", "ақша")
    assert 0.9 < match.likeness < WEIGHTS.phrases.form
    assert FINDER.find(read_question("деньги").tokens, slips=False) == []  # no қаржыгер


@pytest.mark.parametrize(
    ("typed", "phrases"), [("ipn", {("ипн",)}), ("тж", {("тж",)}), ("tj", set()), ("zags", {("загс",)})]
)
def test_an_abbreviation_may_be_typed_in_latin_letters(typed: str, phrases: set[tuple[str, ...]]) -> None:
    found = FINDER.find(read_question(typed).tokens, slips=False)
    assert {match.entry.folded for match in found} == phrases


def test_what_is_written_is_no_form_of_another_word() -> None:
    found = FINDER.find(read_question("казино").tokens, slips=False)
    assert ("қазына",) not in {match.entry.folded for match in found}


def test_a_plural_is_no_form_of_a_verb_made_of_its_noun() -> None:
    found = FINDER.find(read_question("субсидиялар").tokens, slips=False)
    assert {match.entry.folded for match in found} == {("субсидия",)}


def test_a_known_word_is_no_slip_of_another() -> None:
    lexicon = load_lexicon()
    assert lexicon.has_word("oblistan")
    assert not lexicon.has_word("zgfdsa")


def test_each_language_has_the_words_of_its_phrases_and_names() -> None:
    index = Index([GAS], load_lexicon())
    assert index.has_words_in(Language.RU, ["mektep", sound("газификации")])  # of a name
    assert index.has_words_in(Language.KK, ["mektep", sound("газификации")])  # of a phrase
    assert not index.has_words_in(Language.RU, ["mektep"])
    assert not index.has_words_in(Language.KK, [])


def test_a_phrase_without_a_line_offers_its_group_and_hides_no_shorter_phrase() -> None:
    order = NameEntry(
        "expenditure/03", Language.RU, "Общественный порядок, безопасность, правовая деятельность"
    )
    roads = NameEntry(
        "expenditure/12/458/023", Language.RU, "Обеспечение функционирования автомобильных дорог"
    )
    index = Index([order, roads], load_lexicon())
    (group,) = rank(index, read_question("полиция").tokens)
    assert (group.path, group.weak) == ("expenditure/03", True)
    assert rank(index, read_question("ремонт дорог").tokens)[0].path == roads.path


def test_an_official_term_of_one_language_finds_its_line_in_the_other() -> None:
    tax = NameEntry("revenue/1/03/1", Language.RU, "Социальный налог")
    assert [
        ranked.path for ranked in rank(Index([tax], load_lexicon()), read_question("әлеуметтік салық").tokens)
    ] == [tax.path]


@pytest.mark.parametrize("typed", ["Жұмыспен қамту бағдарламасы", "жумыспен камту багдарламасы"])
def test_an_official_name_in_the_other_language_is_the_whole_name(typed: str) -> None:
    employment = NameEntry("expenditure/06/451/002", Language.RU, "Программа занятости")
    longer = NameEntry(
        "expenditure/07/467/074", Language.KK, "Жұмыспен қамту 2020 бағдарламасының екінші бағыты шеңберінде"
    )
    index = Index([employment, longer], load_lexicon())
    first, *others = rank(index, read_question(typed).tokens)
    assert (first.path, first.exact) == (employment.path, True)
    assert [(other.path, other.exact) for other in others] == [(longer.path, False)]
    # What says more, or stands for the line only in everyday talk, is not its name.
    for text in (f"{typed} туралы заң", "жұмыспен қамту"):
        assert not any(line.exact for line in rank(index, read_question(text).tokens))


@pytest.mark.parametrize(
    ("typed", "phrase"),
    [
        ("земленый налог", ("земельный", "налог")),  # no form of земля
        ("құрылс басқармасы", ("құрылыс", "басқармасы")),
    ],
)
def test_mistyped_words_of_phrases(typed: str, phrase: tuple[str, ...]) -> None:
    found = FINDER.find(read_question(typed).tokens, slips=True)
    assert phrase in {match.entry.folded for match in found if match.likeness < 0.95}


@pytest.mark.parametrize(
    ("typed", "asserts"),
    [
        ("мүлк салығы", False),
        ("құрылс басқармасы", True),
        ("автосалон", False),  # two letters beside «автоналог»
        ("прадпринимательство", True),
    ],
)
def test_a_slip_in_a_short_word_or_two_slips_only_offer(typed: str, *, asserts: bool) -> None:
    (best, *_) = FINDER.find(read_question(typed).tokens, slips=True)
    assert len(best.positions) == len(typed.split())
    assert (best.likeness >= WEIGHTS.evidence.asserting_phrase) == asserts


@pytest.mark.parametrize(
    ("typed", "word", "slip"),
    [
        ("дорожа", "дорога", True),
        ("дарожа", "дорога", False),
        ("прадпренимательство", "предпринимательство", True),  # two wrong letters
        ("театп", "театр", False),  # in five letters a wrong one makes another word …
        ("теарт", "театр", True),  # … but swapped …
        ("тетр", "театр", True),  # … and lost ones do not
    ],
)
def test_a_wrong_letter_is_a_slip_in_a_long_word_only(typed: str, word: str, *, slip: bool) -> None:
    assert (sound(word) in load_lexicon().words.match(sound(typed), slips=True)) == slip


@pytest.mark.parametrize("typed", ["жол жөндеген", "жол жөнделді", "үй салған", "үй салса"])
def test_forms_of_kazakh_verbs(typed: str) -> None:
    found = FINDER.find(read_question(typed).tokens, slips=False)
    assert {("жол", "жөндеу"), ("үй", "салу")} & {match.entry.folded for match in found}


SCHOOLS = NameEntry("expenditure/04/464/003", Language.RU, "Общеобразовательное обучение")


@pytest.mark.parametrize(
    ("typed", "part"),
    [
        ("столовая в школе", PartSign.LISTED),
        ("охрана школ", PartSign.LISTED),
        ("зарплата учителей", PartSign.LISTED),
        ("тегін тамақ", PartSign.LISTED),
        ("мұғалімдердің жалақысы", PartSign.LISTED),
        ("сколько на отопление в школах", PartSign.LISTED),
        ("новые глобусы для школ", PartSign.BY_PLACE),  # things that no list has
        ("мектепке глобус сатып алу", PartSign.BY_PLACE),
        ("глобусы для космонавтов", None),  # whose owner is none either
        ("школы открываются", None),  # a verb is no thing
        ("жаңа мектептер", None),  # nor is what says which
        ("школы", None),
        ("мектептер", None),
        ("Общеобразовательное обучение", None),
    ],
)
def test_something_paid_out_of_a_line_is_no_name_of_it(typed: str, part: PartSign | None) -> None:
    found = rank(Index([SCHOOLS], load_lexicon()), read_question(typed).tokens)
    assert [(line.path, line.part) for line in found[:1]] == [(SCHOOLS.path, part)] or not (found or part)


@pytest.mark.parametrize(
    ("typed", "name"),
    [("мосты", "Развитие транспортной инфраструктуры"), ("көпір салу", "Көлік инфрақұрылымын дамыту")],
)
def test_a_bridge_is_a_part_of_what_is_built_for_transport(typed: str, name: str) -> None:
    language = Language.RU if name.startswith("Р") else Language.KK
    line = NameEntry("expenditure/12/458/022", language, name)
    found = rank(Index([line], load_lexicon()), read_question(typed).tokens)
    assert [(line.path, line.part) for line in found] == [(line.path, PartSign.LISTED)]


@pytest.mark.parametrize("mark", ["parts", "", "part\tpart"])
def test_a_mark_that_does_not_exist_is_named(tmp_path: Path, mark: str) -> None:
    (tmp_path / "lexicon.ru.tsv").write_text(f"столовая\tОбучение\t{mark}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"lexicon\.ru\.tsv, line 1"):
        read_lexicon(tmp_path / "lexicon.ru.tsv")


OLD_SEEDS = NameEntry("expenditure/10/255/002", Language.RU, "Поддержка семеноводства")
CATTLE = NameEntry(
    "expenditure/10/255/010", Language.RU, "Государственная поддержка племенного животноводства"
)
GIFTED = NameEntry(
    "expenditure/04/261/006",
    Language.RU,
    "Общеобразовательное обучение одаренных детей в государственных организациях образования",
)
ALL_SCHOOLS = NameEntry(
    "expenditure/04/261/082",
    Language.RU,
    "Общеобразовательное обучение в государственных организациях начального, основного и общего среднего образования",
)
LEASES = NameEntry(
    "expenditure/05/253/050", Language.RU, "Возмещение лизинговых платежей по санитарному транспорту"
)
UTILITIES = NameEntry(
    "expenditure/07/279", Language.RU, "Управление энергетики и жилищно-коммунального хозяйства области"
)
ALL_UTILITIES = NameEntry("expenditure/07", Language.RU, "Жилищно-коммунальное хозяйство")


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("семеноводство", OLD_SEEDS),
        ("тұқым шаруашылығы", OLD_SEEDS),
        ("племенной скот", CATTLE),
        ("асыл тұқымды мал", CATTLE),
    ],
)
def test_a_phrase_reaches_a_line_as_other_years_word_it(typed: str, line: NameEntry) -> None:
    (best, *_) = rank(Index([OLD_SEEDS, CATTLE], load_lexicon()), read_question(typed).tokens)
    assert (best.path, best.weak) == (line.path, False)


@pytest.mark.parametrize("typed", ["скорая помощь", "жедел жәрдем"])
def test_a_neighbouring_thing_is_offered_and_not_asserted(typed: str) -> None:
    (lease,) = rank(Index([LEASES], load_lexicon()), read_question(typed).tokens)
    assert (lease.path, lease.through, lease.weak) == (LEASES.path, True, True)


@pytest.mark.parametrize("typed", ["школы", "мектептер"])
def test_a_wider_thing_is_meant_before_a_narrower_one(typed: str) -> None:
    (best, *_) = rank(Index([GIFTED, ALL_SCHOOLS], load_lexicon()), read_question(typed).tokens)
    assert best.path == ALL_SCHOOLS.path


@pytest.mark.parametrize("typed", ["жкх области", "облыстың ТКШ", "жкх по области"])
def test_what_the_budget_is_of_asks_for_no_office(typed: str) -> None:
    (best, *_) = rank(Index([UTILITIES, ALL_UTILITIES], load_lexicon()), read_question(typed).tokens)
    assert best.path == ALL_UTILITIES.path


@pytest.mark.parametrize("typed", ["спорт", "отдел спорта", "спорт бөлімі"])
def test_an_office_is_meant_in_the_group_of_its_phrase(typed: str) -> None:
    name = "Отдел физической культуры и спорта"
    offices = [NameEntry(f"expenditure/{group}/465", Language.RU, name) for group in ("04", "08")]
    (best, other) = rank(Index(offices, load_lexicon()), read_question(typed).tokens)
    assert best.path == "expenditure/08/465"
    assert best.score - other.score < WEIGHTS.certainty.lead  # it is one office


@pytest.mark.parametrize("line", ["a\t", "\tб", "а\tб\tв", "а\tб\nв\tа", "слово"])
def test_a_flawed_line_of_wordings_is_named(tmp_path: Path, line: str) -> None:
    (tmp_path / "official_wordings.tsv").write_text(f"{line}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"official_wordings\.tsv, line \d"):
        read_official_wordings(tmp_path / "official_wordings.tsv")


def test_a_question_is_looked_through_once_for_its_phrases(monkeypatch: pytest.MonkeyPatch) -> None:
    finder, tokens = PhraseFinder(load_lexicon()), read_question("сколько на детские сады и школы").tokens
    looked: list[int] = []
    look = PhraseFinder._find_in_order

    def note(
        self: PhraseFinder, tokens: Sequence[Token], *others: Any, **named: Any
    ) -> Iterator[PhraseMatch]:
        looked.append(len(tokens))
        return look(self, tokens, *others, **named)

    monkeypatch.setattr(PhraseFinder, "_find_in_order", note)
    first = finder.find(tokens, slips=False)
    assert first
    assert looked == [len(tokens)] * 2  # with its fillers and without
    assert finder.find(list(tokens), slips=False) is first
    assert finder.find(tokens[2:], slips=False) != first
    assert len(looked) > 2


@pytest.mark.parametrize("text", ["детские сады", "детских садов", "сады детские", "школа", "детские школы"])
def test_whole_phrases_are_those_of_all_words_in_their_order(text: str) -> None:
    tokens = read_question(text).tokens
    everything = frozenset(range(len(tokens)))
    found = [match for match in FINDER.find(tokens, slips=False) if match.positions == everything]
    assert list(FINDER.find_whole(tokens)) == [match for match in found if not match.parted]


def test_a_list_of_what_no_budget_holds_says_what_others_pay(tmp_path: Path) -> None:
    locales = Path(copytree(LOCALES, tmp_path / "locales"))
    absent = locales / "absent.txt"
    text = absent.read_text(encoding="utf-8")
    absent.write_text(text.replace("# paid by others", "# paid by whom"), encoding="utf-8")
    with pytest.raises(ValueError, match=r"absent\.txt"):
        read_entries(locales)
