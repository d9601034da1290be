"""What a difference is called, and what it says."""

from datetime import timedelta

import pytest

from tests.warehouse.consensus.builders import DAWN, quantity, said, tell, told
from warehouse.belief import ChangeKind, Quantity, Report
from warehouse.consensus import change, stale


@pytest.mark.parametrize(
    "form",
    [said(12, "B", 1, "at_least"), said(12, "B", 1, "approximate"), said(12, "A", 1, "at_most"), said(12, "B", 1)],
)
def test_another_form_of_the_number_is_no_change(form: Report) -> None:
    _, changes = tell(quantity("cumulative"), [said(12, "A", 0), form])
    assert "changed" not in changes[1].kinds


def test_an_echo_and_an_article_without_a_number_are_silent() -> None:
    copy = said(12, "Copy", 1, origin="A", lineage="A-0")
    _, changes = tell(quantity(), [said(12, "A", 0), copy, said(None, "B", 2, "vague")])
    assert [c.kinds for c in changes] == [("established",), (), ()]


@pytest.mark.parametrize(
    ("wanted", "reports", "kinds"),
    [
        (quantity("fixed"), [said(12, "A", 0), said(13, "A", 1, article="A-0", revision=2)], ("corrected", "changed")),
        (quantity("cumulative"), [said(12, "A", 0), said(11, "A", 1)], ("corrected", "changed")),
        (quantity("cumulative"), [said(12, "A", 0), said(13, "A", 1)], ("changed",)),
        (quantity("stock"), [said(12, "A", 0), said(11, "A", 1)], ("changed",)),
        (quantity("fixed"), [said(6200, "A", 0), said(6234, "B", 1)], ("corroborated",)),
        (quantity("fixed"), [said(12, "A", 0), said(19, "B", 1)], ("contested",)),
        (quantity("cumulative", thresholds=(100.0,)), [said(90, "A", 0), said(120, "A", 1)], ("changed", "threshold")),
        (quantity("cumulative", thresholds=(100.0,)), [said(120, "A", 0), said(130, "A", 1)], ("changed",)),
    ],
)
def test_kinds(wanted: Quantity, reports: list[Report], kinds: tuple[ChangeKind, ...]) -> None:
    _, changes = tell(wanted, reports)
    assert changes[-1].kinds == kinds
    assert changes[-1].article_id == reports[-1].article_id


def test_a_watch_chooses_what_it_wants_told() -> None:
    reports = [said(12, "A", 0), said(12, "B", 1)]
    assert told(quantity(), reports) == [None, None]
    assert told(quantity(alert_on=("established", "corroborated")), reports) == ["established", "corroborated"]


def test_taking_out_the_last_report_withdraws_the_number() -> None:
    fold, _ = tell(quantity(), [said(12, "A", 0)])
    before = fold.head
    fold.remove("A-0")
    assert change(fold.quantity, before, fold.head).kinds == ("withdrawn",)
    assert change(fold.quantity, None, None).kinds == ()


def test_a_number_goes_stale_only_where_the_watch_says_when() -> None:
    later = DAWN + timedelta(hours=30)
    fold, _ = tell(quantity(stale_after_hours=24), [said(12, "A", 0)])
    assert stale(fold.quantity, fold.head, DAWN, later).kinds == ("stale",)
    assert stale(fold.quantity, fold.head, DAWN, DAWN + timedelta(hours=23)).kinds == ()
    assert stale(quantity(), fold.head, DAWN, later).kinds == ()


def test_the_cause_names_the_source_and_the_number_with_its_basis() -> None:
    wanted = quantity("fixed", "each")
    fold, _ = tell(wanted, [said(1000, "A", 0, basis="total"), said(1000, "B", 1), said(1000, "C", 2)])
    assert fold.head is not None
    assert fold.head.cause == "C reports 1,000 each: more voices"
    assert fold.head.changed_by == "C-2"
