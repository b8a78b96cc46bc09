"""Messages that go on from the one before."""

from __future__ import annotations

import pytest

from parser.question.follow_up import resolve
from parser.question.question import cut_edition, read_question


@pytest.mark.parametrize(
    ("text", "previous", "year", "meant"),
    [
        ("ал 2014 жылы?", "мектептер", 2013, "мектептер 2014 жылы"),
        ("а в прошлом году?", "школы", 2014, "школы 2013 год"),
        ("былтыр ше?", "садик", 2014, "садик 2013 год"),
        ("а в следующем году", "464 009", 2013, "464 009 2014 год"),
        ("№ 12-3?", "464 009", 2013, "464 009 № 12-3"),
        ("2015", "садик 2014", 2014, "садик 2015"),
        ("и спорт?", "образование 12-3", 2013, "спорт 12-3"),
        ("ал мәдениет?", "білім беру 2014 жылы", 2014, "мәдениет 2014 жылы"),
        ("а дороги 2015", "школы", 2013, "дороги 2015"),
        ("школы", "дороги 2014", 2014, "школы"),
        ("464", "школы 2014", 2014, "464"),
        ("рахмет", "садик", 2013, "рахмет"),
        ("сравни с 2014", "садик", 2013, "садик 2013 сравни с 2014"),
        ("2014 жылмен салыстыр", "садик 2015", 2015, "садик 2015 2014 жылмен салыстыр"),
        ("а доля?", "садик 2014", 2014, "садик 2014 доля"),
        ("ал қалай өзгерді?", "садик", 2013, "садик қалай өзгерді"),
        ("что изменилось?", "садик", 2013, "что изменилось?"),
    ],
)
def test_what_a_message_means_after_another(text: str, previous: str, year: int, meant: str) -> None:
    def said(question: str) -> tuple[object, ...]:
        read = read_question(question)
        words = [token.sound for token in read.tokens if not token.filler]
        return words, read.codes, read.years, read.decision, read.talk, read.intent

    assert said(resolve(text, previous, year)) == said(meant)


@pytest.mark.parametrize(
    ("text", "named", "edition"),
    [
        ("школы 2014", "школы", "2014"),
        ("образование № 12-3", "образование", "№ 12-3"),
        ("білім беру 2013 жылғы 8 сәуір", "білім беру", "2013 жылғы 8 сәуір"),
        ("школы", "школы", ""),
    ],
)
def test_a_question_parts_into_line_and_edition(text: str, named: str, edition: str) -> None:
    assert cut_edition(text) == (named, edition)
