"""From where to where a decision moved money, without a database."""

from __future__ import annotations

from collections.abc import Mapping

from storage.reading.differences import Flow
from tests.storage.builders import APRIL, PROGRAM, changed, edition
from tests.storage.reading.stored import compare


def flow_to(leaves: Mapping[str, int | None]) -> Flow:
    """The flow of money to a table in which some leaves are other than before."""
    return compare(edition(), changed(APRIL, leaves)).flow


def test_cuts_rises_and_new_money_balance() -> None:
    flow = flow_to(
        {
            PROGRAM: 400,
            "expenditure/04/464#2/003": 550,
            "expenditure/01/122/001": 590,
            "revenue/1/01/2": 730,
            "net_lending/loans": 70,
            "deficit": -160,
            "financing": 160,
        }
    )
    assert [(cut.path, cut.delta) for cut in flow.cuts] == [
        (PROGRAM, -100_000),
        ("expenditure/01/122/001", -10_000),
    ]
    assert [(rise.path, rise.delta) for rise in flow.rises] == [
        ("expenditure/04/464/003", 150_000),
        ("net_lending/loans", 20_000),
    ]
    assert (flow.cut, flow.risen, flow.revenue, flow.financing) == (-110_000, 170_000, 30_000, 30_000)
    assert flow.balanced
    assert flow.cuts[0].names


def test_repayments_that_fall_are_spending_that_rises() -> None:
    flow = flow_to({"net_lending/repayments": 15})
    assert [(rise.path, rise.delta) for rise in flow.rises] == [("net_lending/repayments", 5_000)]
    assert not flow.balanced  # the invented deficit did not follow


def test_a_total_that_is_not_printed_is_not_known_to_have_paid() -> None:
    flow = flow_to({"financing": None})
    assert (flow.revenue, flow.financing, flow.balanced) == (0, None, False)
