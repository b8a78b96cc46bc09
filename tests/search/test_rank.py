"""A question's rankings are made once, whatever place and edition they are asked for."""

from __future__ import annotations

import pytest

from parser.question.reading import read_question
from parser.records import Language
from storage.search import rank as rank_module
from storage.search.index import Index, NameEntry
from storage.search.lexicon_files import load_lexicon
from storage.search.rank import Rankings, rank

INDEX = Index([NameEntry("revenue/1/03/1", Language.RU, "Социальный налог")])


def test_a_ranking_is_made_once_for_the_same_words(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def counted(index: Index, *arguments: object, **limits: object) -> object:
        asked.append(1)
        return rank(index, *arguments, **limits)  # type: ignore[arg-type]

    monkeypatch.setattr(rank_module, "rank", counted)
    rankings = Rankings(INDEX)
    texts = ("социальный налог", "Социальный  налог", "налог")
    for ranked in rankings.rank_each([read_question(text).tokens for text in texts]):
        assert ranked[0].path == "revenue/1/03/1"
    assert rankings.rank_each([read_question("464 009").tokens]) == [[]]
    assert len(asked) == 3


def test_a_line_above_raises_no_score_beyond_1() -> None:
    index = Index(
        [
            NameEntry("expenditure/07/124", Language.RU, "Аппарат акима села, поселка, сельского округа"),
            NameEntry("expenditure/07/124/009", Language.RU, "Обеспечение санитарии населенных пунктов"),
        ],
        load_lexicon(),
    )
    best = rank(index, read_question("вывоз мусора из села").tokens)[0]
    alone = rank(index, read_question("вывоз мусора").tokens)[0]
    assert best.path == alone.path == "expenditure/07/124/009"
    assert alone.score < best.score < 1


def test_no_office_is_raised_beyond_1() -> None:
    index = Index(
        [
            NameEntry("expenditure/04/464", Language.RU, "Отдел образования"),
            NameEntry("expenditure/04", Language.RU, "Образование"),
        ],
        load_lexicon(),
    )
    best, other = rank(index, read_question("отделы образования").tokens)
    assert (best.path, other.path) == ("expenditure/04/464", "expenditure/04")
    assert other.score < best.score <= 1


def test_what_a_phrase_only_offers_stands_behind_what_it_names() -> None:
    index = Index(
        [
            NameEntry("expenditure/08", Language.KK, "Мәдениет, спорт, туризм және ақпараттық кеңістік"),
            NameEntry(
                "expenditure/08/455/001",
                Language.KK,
                "Жергілікті деңгейде тілдерді және мәдениетті дамыту саласындағы мемлекеттік саясатты іске асыру "
                "жөніндегі қызметтер",
            ),
        ],
        load_lexicon(),
    )
    assert rank(index, read_question("мәдениетті").tokens)[0].path == "expenditure/08"


@pytest.mark.parametrize(
    ("question", "path"),
    [
        ("мектепке", "expenditure/04/464/003"),
        ("мектепке дейінгі", "expenditure/04/464/009"),
        ("мектептен тыс шаралар", "expenditure/04/464/006"),
    ],
)
def test_what_stands_before_beyond_is_not_what_is_meant(question: str, path: str) -> None:
    index = Index(
        [
            NameEntry("expenditure/04/464/003", Language.KK, "Жалпы білім беру"),
            NameEntry("expenditure/04/464/006", Language.KK, "Балаларға қосымша білім беру"),
            NameEntry(
                "expenditure/04/464/009",
                Language.KK,
                "Мектепке дейінгі тәрбие ұйымдарының қызметін қамтамасыз ету",
            ),
        ],
        load_lexicon(),
    )
    sure = [line.path for line in rank(index, read_question(question).tokens) if not line.weak]
    assert sure[0] == path


def test_a_line_whose_name_was_left_empty_is_found_by_its_code() -> None:
    index = Index(
        [
            NameEntry("expenditure/04/464/003", Language.KK, ""),
            NameEntry("expenditure/04", Language.KK, "Білім беру"),
        ]
    )
    assert index.find_code("464003") == ("expenditure/04/464/003",)


@pytest.mark.parametrize(
    ("question", "path"),
    [
        ("әлеуметтік көмекке", "expenditure/06"),
        ("әлеуметтік көмектің өзге де қызметтері", "expenditure/06/9"),
    ],
)
def test_what_is_left_of_a_group_stands_behind_the_group(question: str, path: str) -> None:
    names = {
        "expenditure/06": "Әлеуметтік көмек және әлеуметтік қамсыздандыру",
        "expenditure/06/2": "Әлеуметтік көмек",
        "expenditure/06/9": "Әлеуметтік көмек және әлеуметтік қамтамасыз ету салаларындағы өзге де қызметтер",
    }
    index = Index([NameEntry(each, Language.KK, name) for each, name in names.items()], load_lexicon())
    assert rank(index, read_question(question).tokens)[0].path == path
