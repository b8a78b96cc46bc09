"""A change is told by its sign; that of a budget's balance in words, the same wherever it stands."""

from __future__ import annotations

from dataclasses import replace

import pytest

from handlers.views.card import card_view
from handlers.views.changed_lines import total_text
from handlers.views.charts.history_chart import history_chart
from handlers.views.charts.records import HistoryChart, Tone
from handlers.views.deltas import balance_remark, is_rise, tell_delta, tell_delta_shortly
from handlers.views.ledger import ledger_view
from handlers.views.message import plain_text
from handlers.views.texts import Texts
from parser.records import Language, Section
from storage.reading.differences import TotalChange
from storage.reading.records import Change
from tests.handlers.views import cards
from tests.handlers.views.cards import APRIL, ORIGINAL, step

GREW = {Language.RU: "дефицит вырос на 218 421", Language.KK: "тапшылық өсті, айырмасы 218 421"}
DEFICIT = Section.DEFICIT.value


def spaced(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("both", "russian", "kazakh", "short"),
    [
        ((-63, -281), "дефицит вырос на 218", "тапшылық өсті, айырмасы 218", "дефицит +218"),
        ((-281, -63), "дефицит сократился на 218", "тапшылық азайды, айырмасы 218", "дефицит −218"),
        ((0, -63), "дефицит вырос на 63", "тапшылық өсті, айырмасы 63", "дефицит +63"),
        ((-63, 0), "дефицит сократился на 63", "тапшылық азайды, айырмасы 63", "дефицит −63"),
        ((50, 80), "профицит вырос на 30", "профицит өсті, айырмасы 30", "профицит +30"),
        ((80, 50), "профицит сократился на 30", "профицит азайды, айырмасы 30", "профицит −30"),
        (
            (20, -30), "вместо профицита дефицит, разница 50",
            "профициттің орнына тапшылық, айырмасы 50", "дефицит +50",
        ),
        (
            (-30, 20), "вместо дефицита профицит, разница 50",
            "тапшылықтың орнына профицит, айырмасы 50", "профицит +50",
        ),
    ],
)  # fmt: skip
def test_a_balance_changes_in_words(
    texts: Texts, both: tuple[int, int], russian: str, kazakh: str, short: str
) -> None:
    expected = {Language.RU: russian, Language.KK: kazakh}[texts.language]
    assert spaced(tell_delta(DEFICIT, both, 1, texts)) == expected
    in_picture = spaced(tell_delta_shortly(DEFICIT, both, 1, texts))
    assert in_picture == (short if texts.language is Language.RU else short.replace("дефицит", "тапшылық"))
    assert balance_remark(DEFICIT, both, texts) == tell_delta(DEFICIT, both, 1, texts, with_unit=True)
    assert is_rise(DEFICIT, both) is ("+" in short)


@pytest.mark.parametrize(
    ("both", "name"),
    [
        ((-63, -281), "section-deficit-below"),
        ((50, 80), "section-deficit-above"),
        ((50, -63), "section-deficit"),
        ((0, -63), "section-deficit"),
    ],
)
def test_a_balance_is_named_by_its_side(texts: Texts, both: tuple[int, int], name: str) -> None:
    told = total_text(Section.DEFICIT, TotalChange(*both), texts)
    assert told is not None
    assert told.startswith(f"{texts.get(name)}:")


def test_any_other_line_changes_by_its_sign(texts: Texts) -> None:
    for path in ("revenue", "financing", "expenditure/04"):
        assert (
            tell_delta(path, (281, 63), 1, texts) == tell_delta_shortly(path, (281, 63), 1, texts) == "−218"
        )
        assert is_rise(path, (63, 281))
        assert not is_rise(path, (281, 63))
        assert balance_remark(path, (281, 63), texts) is None
    assert tell_delta(DEFICIT, (-63, -63), 1, texts) == "0"
    assert balance_remark(DEFICIT, (-63, -63), texts) is None


def test_card_history_picture_and_changes_tell_one_thing(texts: Texts) -> None:
    change = Change(ORIGINAL, -63_000_000, -281_421_000, -218_421_000)
    steps = (step(ORIGINAL, -63_000), step(APRIL, -281_421, -218_421))
    card = cards.card(
        line=replace(cards.card().line, path=DEFICIT, amount=-281_421_000),
        since_previous=change, since_original=change, overall=change, ledger=steps,
    )  # fmt: skip
    drawn = history_chart(card, texts)
    assert isinstance(drawn.chart, HistoryChart)
    total = total_text(Section.DEFICIT, TotalChange(-63_000_000, -281_421_000), texts)
    assert total is not None
    for text in (
        plain_text(card_view(card, texts)),
        plain_text(ledger_view(card, texts)),
        drawn.chart.total,
        total,
    ):
        assert GREW[texts.language] in spaced(text)
        assert "(−218 421" not in spaced(text)
        assert ": −218 421" not in spaced(text)
    assert drawn.chart.rows[-1].tone is Tone.RISE
