"""Floods, flip-flops, slips of the keyboard, doctored copies: what may not move a number."""

from typing import Any

import pytest

from tests.warehouse.consensus.builders import quantity, row, said, stances, tell, told
from warehouse.belief import Kind, Report

KINDS: tuple[Kind, ...] = ("fixed", "cumulative", "stock")


@pytest.mark.parametrize("kind", KINDS)
def test_a_flood_of_copies_moves_nothing(kind: Kind) -> None:
    wanted = quantity(kind)
    start = [said(12, "Post", 0), said(12, "Echo", 1), said(9, "Star", 2, origin="Star")]
    flood = [said(9, f"site{n}", 3 + n, origin="Star", lineage="Star-2") for n in range(1000)]
    fold, changes = tell(wanted, [*start, *flood])
    assert all(not change.kinds for change in changes[3:])
    before = changes[2].after
    assert fold.head is not None
    assert before is not None
    assert (fold.head.value, fold.head.voices, fold.head.state) == (before.value, before.voices, before.state)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("others", [0, 1, 4])
def test_a_day_of_flip_flops_raises_one_alert_at_most(kind: Kind, others: int) -> None:
    wanted = quantity(kind)
    start = [said(390, f"other{n}", n) for n in range(others)]
    flips = [said((390, 412)[n % 2], "Flip", 10 + 5 * n, article="page", revision=n + 1) for n in range(288)]
    alerts = [kind for kind in told(wanted, [*start, *flips]) if kind]
    assert len(alerts) <= 1
    fold, _ = tell(wanted, [*start, *flips])
    assert "Flip goes back and forth between 390 and 412" in row(fold, flips[-2]).reason


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("typo", [3900, 39, 390_000])
@pytest.mark.parametrize("place", [1, 2, 4])
def test_a_slip_in_one_of_five_sources_raises_no_alert(kind: Kind, typo: float, place: int) -> None:
    reports = [said(390, f"S{n}", n) for n in range(5)]
    reports[place] = said(typo, f"S{place}", place)
    fold, _ = tell(quantity(kind), reports)
    assert not any(told(quantity(kind), reports))
    assert fold.head is not None
    assert (fold.head.value, fold.head.voices) == (390, 4)
    assert stances(fold)[f"S{place}-{place}.1.1"] == "held"


def test_a_slip_by_one_who_said_the_number_leaves_its_voice_where_it_was() -> None:
    fold, _ = tell(quantity(), [said(390, "Post", 0), said(3900, "Post", 1, article="Post-0", revision=2)])
    assert fold.head is not None
    assert (fold.head.value, fold.head.voices) == (390, 1)


def test_what_looked_mistyped_is_believed_with_a_second_voice() -> None:
    reports = [said(4, "Post", 0), said(40, "Echo", 1), said(40, "Star", 2)]
    assert told(quantity("cumulative"), reports) == [None, None, "changed"]


def test_a_slip_still_waits_when_the_toll_rises_and_counts_once_its_size_is_reached() -> None:
    fold, _ = tell(quantity("cumulative"), [said(4, "Post", 0), said(40, "Echo", 1), said(7, "Star", 2)])
    assert fold.head is not None
    assert fold.head.value == 7
    fold.insert([said(38, "Mail", 3)])
    assert fold.head.value == 40


def _copies(last: Report) -> list[Report]:
    text = "at least {} people were killed when the dam broke"
    return [said(12, "Wire", 0, lineage="w", quote=text.format(12)), last]


def test_a_copy_that_differs_only_in_its_number_waits_for_a_second_one() -> None:
    text = "at least 21 people were killed when the dam broke"
    first = said(21, "Shop", 1, origin="Wire", lineage="w", quote=text)
    second = said(21, "Mall", 2, origin="Wire", lineage="w", quote=text)
    fold, _ = tell(quantity("cumulative"), _copies(first))
    assert fold.head is not None
    assert (fold.head.value, row(fold, first).stance) == (12, "held")
    assert row(fold, first).reason.startswith("copy_differs")
    fold.insert([second])
    assert fold.head.value == 21


def test_the_publisher_of_the_text_and_an_update_of_the_copy_move_it() -> None:
    text = "21 people were killed when the dam broke"
    owner = said(21, "Wire", 1, lineage="w", quote="at least " + text)
    fold, _ = tell(quantity("cumulative"), _copies(owner))
    assert fold.head is not None
    assert fold.head.value == 21
    copy = [
        said(21, "Shop", n, origin="Wire", lineage="w", quote="at least " + text, article="s", revision=n)
        for n in (1, 2)
    ]
    assert told(quantity("cumulative"), [*_copies(copy[0]), copy[1]]) == [None, None, "corrected"]


@pytest.mark.parametrize(
    "rewritten",
    [{"copied": 0.5, "quote": "at least 21 people were killed when the dam broke"}, {"quote": "the dam killed 21"}],
)
def test_a_rewrite_or_an_update_of_the_text_is_not_a_doctored_copy(rewritten: dict[str, Any]) -> None:
    update = said(21, "Shop", 1, origin="Wire", lineage="w", **rewritten)
    fold, _ = tell(quantity("cumulative"), _copies(update))
    assert fold.head is not None
    assert fold.head.value == 21


def test_unnamed_agencies_add_no_voice_where_another_supports_the_number() -> None:
    fold, _ = tell(
        quantity(), [said(12, "Post", 0), said(12, "Echo", 1, agencies=True), said(12, "Mail", 2, agencies=True)]
    )
    assert fold.head is not None
    assert (fold.head.voices, fold.head.state, fold.head.articles) == (1, "single", 3)
    alone, _ = tell(quantity(), [said(12, "Echo", 1, agencies=True), said(12, "Mail", 2, agencies=True)])
    assert alone.head is not None
    assert alone.head.voices == 1


def test_unnamed_agencies_still_break_a_tie_once() -> None:
    rivals = [said(1000, "A", 0, basis="total"), said(1000, "B", 1, basis="each")]
    wire = [said(1000, f"C{n}", 2 + n, basis="each", agencies=True) for n in range(3)]
    fold, _ = tell(quantity("fixed", "each"), [*rivals, wire[0]])
    assert fold.head is not None
    assert (fold.head.basis, fold.head.voices, fold.head.state) == ("each", 1, "single")
    twice, _ = tell(quantity("fixed", "each"), [said(1000, "A0", 0, basis="total"), *rivals, *wire])
    assert twice.head is not None
    assert (twice.head.basis, twice.head.state) == ("total", "contested")


def test_an_old_text_that_comes_late_neither_moves_nor_freezes_its_voice() -> None:
    fold, changes = tell(quantity(), [said(10, "A", 0), said(12, "A", 1), said(10, "B", 2), said(12, "C", 3)])
    late = said(10, "Shop", 4, origin="A", lineage="A-0")
    fold.insert([late])
    assert fold.head is not None
    assert changes[-1].after is not None
    assert (fold.head.value, fold.head.voices, fold.head.state) == (12, 2, changes[-1].after.state)
    assert row(fold, late).reason == "A has said 12 since: an older text that came later"
