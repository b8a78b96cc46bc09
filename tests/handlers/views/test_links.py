"""Lines and questions fit buttons and deep links, and nonsense is told from them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.views.links import (
    LinkedButton,
    LinkedQuestion,
    UnreadableAddress,
    decode_path,
    encode_path,
    find_shared,
    line_payload,
    question_payload,
    read_payload,
    share_query,
)
from storage.reading.address import LineAddress
from storage.reading.short_address import ShortAddress, shorten
from tests.harness.addresses import LINES, PATHS
from tests.harness.budget import APRIL, line

BUDGET = "a" * 12
PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")


@given(PATHS)
def test_paths_come_back(path: str) -> None:
    token = encode_path(path)
    assert token is not None
    assert decode_path(token) == path


@pytest.mark.parametrize("path", ["", "nowhere/1", "expenditure/0 4", "expenditure/", "expenditure/04/a-b"])
def test_a_path_that_cannot_be_spelled(path: str) -> None:
    assert encode_path(path) is None


def test_named_parts_are_paths_too() -> None:
    assert decode_path(encode_path("net_lending/repayments") or "") == "net_lending/repayments"


@given(LINES)
def test_lines_come_back_from_links(line: LineAddress) -> None:
    payload = line_payload(line)
    assert payload is not None
    assert PAYLOAD.fullmatch(payload)
    assert read_payload(payload) == shorten(line)


def test_a_line_too_long_for_a_link() -> None:
    assert line_payload(line("expenditure/" + "1" * 60)) is None
    assert line_payload(line("nowhere")) is None


@given(st.text(max_size=30))
def test_questions_come_back_from_links(text: str) -> None:
    payload = question_payload(text)
    if payload is not None:
        assert PAYLOAD.fullmatch(payload)
        assert read_payload(payload) == LinkedQuestion(text.encode("utf-8", "ignore").decode().strip())


def test_a_question_of_forty_six_letters_fits() -> None:
    assert question_payload("ә" * 46) is not None
    assert question_payload("ә" * 47) is None
    assert question_payload("€😀" * 10) is None  # no letters of either language: half as many
    assert question_payload("  ") is None


@pytest.mark.parametrize(
    "payload",
    ["", "q_", "q_%%%", "q_a", "q_gICA", "q_IA", "l2", "../../etc/passwd", "'; DROP TABLE line; --"],
)
def test_hostile_payloads_are_nothing(payload: str) -> None:
    assert read_payload(payload) is None


@pytest.mark.parametrize(
    "payload",
    [
        f"l2_{BUDGET}_2013_0_x-04",
        f"l2_{BUDGET}_2013_0_",
        f"l2_{BUDGET}a_2013_0_e",
        f"l2_{BUDGET[:-1]}_2013_0_e",
        f"l2_{BUDGET.upper()}_2013_0_e",
        f"l2_{BUDGET[:-1]}ә_2013_0_e",
        f"l2_{BUDGET}_2013_1_e",
        f"l2_{BUDGET}_2013_aaaaaaa1_e",
        f"l2_{BUDGET}_13_0_e",
        f"l2_{BUDGET}_２013_0_e",
        f"l2_{BUDGET}_2013_0_e\n",
        "l1_1_2013_0_e-04",
        "l3_1",
    ],
)
def test_an_address_that_cannot_be_told_is_said_to_be_one(payload: str) -> None:
    assert read_payload(payload) == UnreadableAddress()


@given(LINES, st.text(max_size=40))
def test_what_is_shared_keeps_its_address_whatever_words_stand_beside_it(
    line: LineAddress, name: str
) -> None:
    query = share_query(line, name)
    assert query is not None
    assert len(query) <= 256
    shared = find_shared(f"{name} {query} {name}")
    assert shared is not None
    if not find_shared(name):
        assert read_payload(shared) == shorten(line)


def test_what_is_shared_can_be_read() -> None:
    shared = share_query(line("expenditure/04", 2014, APRIL), "Білім беру")
    assert shared is not None
    assert shared.startswith("Білім беру · Тараз 2014 · № 12-3 · #l2_")


@given(st.text(max_size=80))
def test_any_payload_is_tolerated(payload: str) -> None:
    found = read_payload(payload)
    assert found is None or isinstance(
        found, ShortAddress | LinkedQuestion | LinkedButton | UnreadableAddress
    )
