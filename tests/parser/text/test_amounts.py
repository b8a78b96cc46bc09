"""Amounts as councils print them."""

from __future__ import annotations

import pytest

from parser.text.amounts import has_misplaced_spaces, is_amount, is_nil, parse_amount


@pytest.mark.parametrize(
    ("printed", "tenge"),
    [
        ("22 275 886", 22_275_886_000),
        ("22\u00a0275\u00a0886", 22_275_886_000),
        ("22\u2009275\u202f886", 22_275_886_000),
        ("22275886", 22_275_886_000),
        ("188 9410", 1_889_410_000),
        ("2 7149 111", 27_149_111_000),
        ("583 152 644,8", 583_152_644_800),
        ("7040645.8", 7_040_645_800),
        ("1.193.135", 1_193_135_000),
        ("0,0", 0),
        ("-281 421", -281_421_000),
        ("- -281 421", -281_421_000),
        ("– - 573 082,7", -573_082_700),
        ("– 735", -735_000),
        ("(-) 735", -735_000),
        ("(-88 924 176,8)", -88_924_176_800),
        ("(735)", -735_000),
        ("−5244554,3", -5_244_554_300),
    ],
)
def test_printed_amounts(printed: str, tenge: int) -> None:
    assert is_amount(printed)
    assert parse_amount(printed, 1000) == tenge


@pytest.mark.parametrize(
    "text", ["", "-", "12-3", "01.01.2021", "2021 год", "1,2,3", "٣", "1/2", "9" * 70, "1e5"]
)
def test_what_is_no_amount(text: str) -> None:
    assert not is_amount(text)
    with pytest.raises(ValueError, match="not an amount"):
        parse_amount(text, 1000)


def test_a_part_of_a_tenge_is_no_amount() -> None:
    with pytest.raises(ValueError, match="whole number of tenge"):
        parse_amount("1,2345", 1000)


def test_spaces_and_nothing() -> None:
    assert has_misplaced_spaces("188 9410")
    assert not any(map(has_misplaced_spaces, ["1 889 410", "1889410", "-1 889 410,55", "(-) 735"]))
    assert all(map(is_nil, ["-", "–", "х"]))
    assert not any(map(is_nil, ["0", "", "-5"]))
