"""Amounts as councils print them."""

from __future__ import annotations

import pytest

from parser.text.amounts import has_misplaced_spaces, is_amount, is_cross, is_nil, parse_amount, read_amount


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
        ("281-", -281_000),
        ("1 281−", -1_281_000),
        ("минус 281", -281_000),
        ("\uf02d281", -281_000),
        ("1 240 тг", 1_240_000),
        ("1 240тг.", 1_240_000),
        ("1 240 ₸", 1_240_000),
        ("1,24 млн ₸", 1_240_000),
        ("1 240,5 тыс.тенге", 1_240_500),
        ("1 240 (мың теңге)", 1_240_000),
        ("1 240 тыс.", 1_240_000),
        ("12,3 млн. тенге", 12_300_000),
        ("(735) тг", -735_000),
        ("1 240*", 1_240_000),
        ("1 240 **)", 1_240_000),
        ("* 1 240", 1_240_000),
        ("1 240 1)", 1_240_000),
        ("1 240 (2)", 1_240_000),
        ("(735) [1]", -735_000),
        ("1 240¹", 1_240_000),
        ("1 240 ¹⁾ тг", 1_240_000),
        ("1 240 тг*", 1_240_000),
        ("1'240", 1_240_000),
        ("22’275’886,5", 22_275_886_500),
        ("1,240.0", 1_240_000),
        ("1.240,5", 1_240_500),
        ("22,275,886", 22_275_886_000),
        ("-22,275,886.25", -22_275_886_250),
        ("22.275.886,5", 22_275_886_500),
        ("0,240", 240),
    ],
)
def test_printed_amounts(printed: str, tenge: int) -> None:
    assert is_amount(printed)
    assert parse_amount(printed, 1000) == tenge


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        "12-3",
        "01.01.2021",
        "2021 год",
        "1,2,3",
        "٣",
        "1/2",
        "9" * 90,
        "1e5",
        "тг",
        "*",
        "1)",
        "-281-",
        "1 240 шт",
        "1 240 тг 5",
        "1,240,50",
        "1'24",
        "12'34'567",
        "1,240,5000",
        "1 240 %",
        "1 240;",
        "1 2401)",
        "\ufffd281",
        "минус",
    ],
)
def test_what_is_no_amount(text: str) -> None:
    assert not is_amount(text)
    with pytest.raises(ValueError, match="not an amount"):
        parse_amount(text, 1000)


@pytest.mark.parametrize("sign", [",", "."])
def test_thousands_or_decimals(sign: str) -> None:
    printed = read_amount(f"-1{sign}240")
    assert printed is not None
    assert printed.either == sign
    assert (printed.tenge(1000), printed.tenge(1000, {sign})) == (-1240, -1_240_000)
    with pytest.raises(ValueError, match="whole number of tenge"):
        printed.tenge(1)


@pytest.mark.parametrize("text", ["0,240", "1240,500", "1 240,500", "1,24", "1,240.0", "1,240,000", "1'240"])
def test_what_can_be_read_in_one_way(text: str) -> None:
    printed = read_amount(text)
    assert printed is not None
    assert not printed.either


def test_a_unit_behind_an_amount() -> None:
    def unit(text: str) -> tuple[int | None, bool]:
        printed = read_amount(text)
        assert printed is not None
        return printed.scale, printed.in_currency

    assert unit("1 240 тг") == (None, True)
    assert unit("1 240 мың теңге") == (1000, True)
    assert unit("1 240 тыс.") == (1000, False)
    assert unit("1 240") == (None, False)


def test_a_part_of_a_tenge_is_no_amount() -> None:
    with pytest.raises(ValueError, match="whole number of tenge"):
        parse_amount("1,2345", 1000)


def test_spaces_and_nothing() -> None:
    assert has_misplaced_spaces("188 9410")
    assert not any(map(has_misplaced_spaces, ["1 889 410", "1889410", "-1 889 410,55", "(-) 735"]))
    assert all(map(is_nil, ["-", "–", "х"]))
    assert all(map(is_cross, ["x", "х", " Х "]))
    assert not any(map(is_cross, ["-", "–", "0", ""]))
    assert not any(map(is_nil, ["0", "", "-5"]))
