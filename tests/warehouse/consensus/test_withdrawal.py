"""Edited pages: a revision replaces what its article said, with another number or with none."""

from itertools import permutations

import pytest

from tests.warehouse.consensus.builders import quantity, row, said, silent, stances, tell, told
from warehouse.belief import Consensus, Kind
from warehouse.consensus import Fold

KINDS: tuple[Kind, ...] = ("fixed", "cumulative", "stock")


def head_of(fold: Fold) -> Consensus:
    assert fold.head is not None
    assert fold.head.articles > 0
    return fold.head


@pytest.mark.parametrize("kind", KINDS)
def test_a_number_that_only_an_edited_page_stated_is_gone(kind: Kind) -> None:
    wrong = said(45, "Post", 1, article="p")
    fold, changes = tell(quantity(kind), [wrong, silent("Post", 2, "p", 2)])
    assert fold.head is None
    assert changes[-1].kinds == ("withdrawn",)
    assert [belief.value if belief else None for _, belief in fold.steps] == [45, None]
    fold.insert([said(30, "Echo", 3)])
    assert (head_of(fold).value, head_of(fold).voices) == (30, 1)


@pytest.mark.parametrize("kind", KINDS)
def test_what_others_say_leads_again(kind: Kind) -> None:
    reports = [said(30, "Echo", 0), said(45, "Post", 1, article="p"), silent("Post", 2, "p", 2)]
    fold, changes = tell(quantity(kind), reports)
    head = head_of(fold)
    assert (head.value, head.voices, head.state) == (30, 1, "single")
    assert stances(fold) == {"Echo-0.1.1": "supports", "p.1.1": "superseded"}
    if kind != "fixed":
        assert changes[-1].kinds[:2] == ("corrected", "changed")
        assert head.cause == "Post no longer states 45: the number that remains"


@pytest.mark.parametrize("kind", KINDS)
def test_a_voice_falls_back_on_its_other_articles(kind: Kind) -> None:
    reports = [
        said(30, "Wire", 0, origin="W"), said(45, "Post", 1, article="p", origin="W"),
        said(45, "Mail", 2, article="m", origin="W"), silent("Post", 3, "p", 2, origin="W"),
    ]  # fmt: skip
    fold, _ = tell(quantity(kind), reports)
    assert (head_of(fold).value, head_of(fold).articles, head_of(fold).voices) == (45, 1, 1)
    fold.insert([silent("Mail", 4, "m", 2, origin="W")])
    assert (head_of(fold).value, head_of(fold).articles, head_of(fold).voices) == (30, 1, 1)


def test_a_dissenter_that_falls_silent_settles_the_contest() -> None:
    reports = [said(30, "Echo", 0), said(45, "Post", 1, article="p"), silent("Post", 2, "p", 2)]
    _, changes = tell(quantity("fixed"), reports)
    assert [c.kinds for c in changes] == [("established",), ("contested",), ("settled",)]


def test_a_number_that_waited_is_taken_back_with_its_page() -> None:
    reports = [said(4, "Post", 0), said(40, "Echo", 1, article="e"), silent("Echo", 2, "e", 2), said(40, "Star", 3)]
    fold, _ = tell(quantity("cumulative"), reports)
    assert head_of(fold).value == 4
    assert row(fold, reports[1]).stance == "superseded"


@pytest.mark.parametrize("kind", KINDS)
def test_a_wrong_number_that_its_page_corrects_leaves_no_trace_in_the_head(kind: Kind) -> None:
    """Another page of the same voice had said the right number first: no old text, but a correction."""
    wanted = quantity(kind)
    reports = [
        said(54, "Wire", 0, origin="W"), said(45, "Post", 1, article="p", origin="W"),
        said(54, "Post", 2, article="p", revision=2, origin="W"),
    ]  # fmt: skip
    fold, _ = tell(wanted, reports)
    head = head_of(fold)
    assert (head.value, head.articles, head.voices, head.state) == (54, 2, 1, "single")
    if kind == "fixed":
        assert told(wanted, reports) == [None, "corrected", "corrected"]


@pytest.mark.parametrize("kind", KINDS)
def test_every_order_of_arrival_of_edits_ends_alike(kind: Kind) -> None:
    reports = [
        said(30, "Echo", 0), said(45, "Post", 1, article="p"), silent("Post", 2, "p", 2),
        said(31, "Star", 3), said(33, "Post", 4, article="p", revision=3),
    ]  # fmt: skip
    ends = set()
    for order in permutations(reports):
        fold = Fold(quantity(kind))
        for report in order:
            fold.insert([report])
            assert fold.head is None or fold.head.articles > 0
        ends.add((fold.head, tuple(fold.steps), fold.evidence()))
    assert len(ends) == 1
