"""What supports a number, what leaves room for it, and what looks mistyped beside it."""

import pytest

from tests.warehouse.consensus.builders import quantity, said
from warehouse.belief import Policy, Report
from warehouse.consensus.number import Number, number_of
from warehouse.consensus.relation import admits, refines, slip, supports

EACH = quantity(basis="each")


def number(report: Report) -> Number:
    found = number_of(report, EACH)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("says", "leads"),
    [
        (said(12), said(12)),
        (said(12, qualifier="at_least"), said(12)),
        (said(12, qualifier="more_than"), said(12)),
        (said(12, qualifier="at_most"), said(12)),
        (said(12, qualifier="approximate"), said(12)),
        (said(320, qualifier="approximate"), said(300)),
        (said(6200), said(6234)),
        (said(161), said(160.934)),
        (said(12, basis="one_side"), said(12, basis="each")),
        (said(None, qualifier="range", low=5, high=9), said(None, qualifier="range", low=5, high=9)),
    ],
)
def test_supports(says: Report, leads: Report) -> None:
    assert supports(number(says), number(leads), Policy())


@pytest.mark.parametrize(
    ("says", "leads"),
    [
        (said(1000, basis="total"), said(500, basis="each")),  # never by arithmetic
        (said(1000, basis="total"), said(1000, basis="each")),
        (said(13), said(12)),
        (said(50), said(49)),  # small counts are not rounded in print
        (said(100), said(99)),
        (said(6234), said(6200)),  # the finer number does not stand behind the rounder one
        (said(6300), said(6234)),
        (said(10, qualifier="at_least"), said(12)),
        (said(14, qualifier="at_most"), said(12)),
        (said(None, qualifier="range", low=10, high=14), said(12)),
    ],
)
def test_does_not_support(says: Report, leads: Report) -> None:
    assert not supports(number(says), number(leads), Policy())


@pytest.mark.parametrize(
    ("says", "leads", "room"),
    [
        (said(10, qualifier="at_least"), said(12), True),
        (said(12, qualifier="at_least"), said(10), False),
        (said(14, qualifier="at_most"), said(12), True),
        (said(None, qualifier="range", low=10, high=14), said(12), True),
        (said(None, qualifier="range", low=13, high=14), said(12), False),
        (said(None, qualifier="vague", low=3), said(10), True),
        (said(None, qualifier="vague", low=24), said(200), True),
        (said(None, qualifier="vague", low=24), said(240), False),  # dozens are not hundreds
        (said(None, qualifier="vague", low=3), said(900), True),  # "several" names no magnitude
        (said(12, qualifier="less_than"), said(12, qualifier="at_least"), True),  # forms of one number
        (said(1000, basis="total"), said(500, basis="each"), False),
    ],
)
def test_room_for_both(says: Report, leads: Report, room: bool) -> None:
    assert admits(number(says), number(leads), Policy()) is room
    assert admits(number(leads), number(says), Policy()) is room


@pytest.mark.parametrize(
    ("typed", "factor"), [(3900, 10), (39, 0.1), (390_000, 1000), (3950, 10), (4000, None), (780, None), (0, None)]
)
def test_slips(typed: float, factor: float | None) -> None:
    found = slip(number(said(typed)), number(said(390)), Policy().slip_tolerance)
    assert found == pytest.approx(factor) if factor else found is None


def test_a_finer_number_refines_the_one_that_admits_it() -> None:
    policy = Policy()
    assert refines(number(said(6234)), number(said(6200)), policy)
    assert refines(number(said(318)), number(said(320, qualifier="approximate")), policy)
    assert refines(number(said(60)), number(said(50, qualifier="at_least")), policy)
    assert not refines(number(said(12)), number(said(12, qualifier="at_least")), policy)
    assert not refines(number(said(6200)), number(said(6234)), policy)


def test_a_report_without_any_number_is_none() -> None:
    assert number_of(said(None, qualifier="vague"), EACH) is None
