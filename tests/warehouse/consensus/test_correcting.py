"""Texts that correct a number, or say that it rose, and copies that lost a sentence."""

import pytest

from tests.warehouse.consensus.builders import quantity, row, said, stances, tell, told
from warehouse.belief import Kind, Report

FIXED, TOLL, STOCK = quantity("fixed"), quantity("cumulative"), quantity("stock")


@pytest.mark.parametrize("kind", ["fixed", "cumulative"])
def test_a_correction_contests_at_once_and_leads_with_a_second_voice(kind: Kind) -> None:
    older = [said(46, "TV", 0), said(46, "Post", 1)]
    fold, changes = tell(quantity(kind), [*older, said(45, "Ministry", 900, turn="corrected"), said(45, "Daily", 2000)])
    assert [c.kinds for c in changes[2:]] == [("contested",), ("changed", "settled")]
    assert fold.head is not None
    assert (fold.head.value, fold.head.state, fold.head.voices) == (45, "corroborated", 2)
    assert stances(fold)["TV-0.1.1"] == "superseded"


def test_a_correction_does_not_contest_what_comes_after_it() -> None:
    toll = [said(46, "TV", 0), said(45, "TV", 5, turn="corrected"), said(45, "Daily", 6), said(50, "Wire", 90)]
    fold, _ = tell(TOLL, toll)
    assert fold.head is not None
    assert (fold.head.value, fold.head.state) == (50, "single")
    level, _ = tell(STOCK, [said(1, "Post", 0, turn="corrected"), said(2, "Probe", 60)])
    assert level.head is not None
    assert (level.head.value, level.head.state) == (2, "single")


def test_without_the_words_two_later_voices_do_not_outweigh_two_older_ones() -> None:
    assert told(FIXED, [said(46, "TV", 0), said(46, "Post", 1), said(45, "M", 2), said(45, "D", 3)])[2:] == [
        None,
        "contested",
    ]


def test_a_denial_counts_with_all_who_never_took_up_the_other_number() -> None:
    fold, _ = tell(TOLL, [said(4, "Wire", 0), said(5, "Probe", 60), said(4, "Police", 200, turn="corrected")])
    assert fold.head is not None
    assert (fold.head.value, fold.head.state, fold.head.voices) == (4, "corroborated", 2)


def test_who_says_the_leader_again_after_the_correction_keeps_it_contested() -> None:
    after = [said(46, "TV", 4, article="late"), said(46, "Post", 5, article="later")]
    reports = [said(46, "TV", 0), said(46, "Post", 1), said(45, "M", 2, turn="corrected"), *after, said(45, "D", 6)]
    fold, _ = tell(FIXED, reports)
    assert fold.head is not None
    assert (fold.head.value, fold.head.state) == (46, "contested")


def test_a_number_that_was_corrected_comes_back_only_as_a_rise_of_its_own() -> None:
    start = [said(46, "TV", 0), said(45, "TV", 100), said(45, "Daily", 200)]
    assert told(TOLL, [*start, said(46, "Late", 9000)])[-1] is None
    assert told(TOLL, [*start, said(46, "Star", 9000, turn="raised")])[-1] == "changed"


def test_a_stock_goes_back_at_once_where_the_text_says_so() -> None:
    fold, _ = tell(STOCK, [said(1, "Post", 0), said(2, "Probe", 1), said(1, "Police", 2, turn="corrected")])
    assert fold.head is not None
    assert fold.head.value == 1


def _story(last_owner: str) -> tuple[list[Report], Report]:
    wire = said(130_000, "Wire", 0, "more_than", lineage="w", article="w1")
    beside = said(3000, "Wire", 0, lineage="w", article="w1", rank=2)
    cut = said(3000, "Herald", 700, lineage="w", origin="Wire", owner=last_owner, article="w2")
    return [wire, beside], cut


@pytest.mark.parametrize("kind", ["fixed", "cumulative", "stock"])
def test_a_copy_that_lost_the_sentence_with_the_number_does_not_take_it_back(kind: Kind) -> None:
    story = _story("Herald")
    fold, changes = tell(quantity(kind), story)
    assert not changes[-1].kinds
    assert fold.head is not None
    assert fold.head.low == 130_000
    assert "prints 3,000 beside more than 130,000" in row(fold, story[-1]).reason  # type: ignore[arg-type]  # None fails the test too


def test_the_publisher_of_a_text_may_choose_another_of_its_numbers() -> None:
    fold, _ = tell(STOCK, _story("Wire"))
    assert fold.head is not None
    assert fold.head.value == 3000
