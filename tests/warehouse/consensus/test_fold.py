"""The fold depends on what was reported and when, never on the order of arrival. Checked on random stories."""

import random
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.warehouse.consensus.builders import quantity, said, stances, tell
from warehouse.belief import Consensus, Kind, Quantity, Report
from warehouse.consensus import Fold
from warehouse.consensus import fold as folding

NUMBERS = st.sampled_from([3.0, 9.0, 10.0, 12.0, 13.0, 30.0, 100.0, 120.0, 1000.0, 1012.0])
QUALIFIERS = st.sampled_from(["exact", "exact", "approximate", "at_least", "at_most", "more_than"])
BASES = st.sampled_from([None, None, "each", "total"])
VOICES = st.sampled_from(["A", "B", "C", "D"])


@st.composite
def articles(draw: st.DrawFn) -> Report:
    at, voice = draw(st.one_of(st.integers(0, 40), st.integers(600, 2000))), draw(VOICES)
    shop = draw(st.sampled_from([voice, f"{voice}-copy", f"{voice}-print"]))
    return said(
        draw(NUMBERS), shop, at, draw(QUALIFIERS), origin=voice, lineage=f"{voice}{at % 3}", basis=draw(BASES),
        quote=draw(st.sampled_from(["# people", "killing # people", "# dead"])), agencies=draw(st.booleans()),
        revision=draw(st.integers(1, 2)), speaker=draw(st.sampled_from([None, "police", "Ana Berg"])),
        turn=draw(st.sampled_from([None, None, "corrected", "raised"])),
    )  # fmt: skip


STORIES = st.lists(articles(), max_size=14, unique_by=lambda r: (r.article_id, r.revision))
QUANTITIES = st.builds(
    quantity, st.sampled_from(["fixed", "cumulative", "stock"]), st.sampled_from([None, "each", "total"])
)


def folded(wanted: Quantity, reports: list[Report]) -> Fold:
    fold = Fold(wanted)
    fold.insert(reports)
    return fold


def belief(fold: Fold) -> tuple[object, ...]:
    return fold.head, list(fold.steps), fold.evidence()


@settings(deadline=None)
@given(QUANTITIES, STORIES, st.randoms(use_true_random=False))
def test_the_order_of_arrival_is_irrelevant(wanted: Quantity, story: list[Report], dice: random.Random) -> None:
    shuffled = list(story)
    dice.shuffle(shuffled)
    one_by_one = Fold(wanted)
    for report in shuffled:
        one_by_one.insert([report])
        assert one_by_one.head is not None
    assert belief(one_by_one) == belief(folded(wanted, story))


@settings(deadline=None)
@given(QUANTITIES, STORIES, st.data())
def test_saying_it_again_changes_nothing(wanted: Quantity, story: list[Report], data: st.DataObject) -> None:
    fold = folded(wanted, story)
    before = belief(fold)
    if story:
        fold.insert([data.draw(st.sampled_from(story))])
    fold.insert(story)
    assert belief(fold) == before


@settings(deadline=None)
@given(QUANTITIES, STORIES, st.data())
def test_taking_a_report_out_leaves_what_the_others_say(
    wanted: Quantity, story: list[Report], data: st.DataObject
) -> None:
    if not story:
        return
    fold, out = folded(wanted, story), data.draw(st.sampled_from(story))
    assert fold.head is not None
    fold.remove(out.article_id, out.revision)
    assert belief(fold) == belief(folded(wanted, [r for r in story if r != out]))


@settings(deadline=None)
@given(QUANTITIES, STORIES, st.data())
def test_a_report_whose_origin_changed_is_replaced(wanted: Quantity, story: list[Report], data: st.DataObject) -> None:
    if not story:
        return
    fold, old = folded(wanted, story), data.draw(st.sampled_from(story))
    assert fold.head is not None
    moved = replace(old, origin="E", effective_at=data.draw(st.sampled_from(story)).effective_at)
    fold.insert([moved])
    assert belief(fold) == belief(folded(wanted, [moved if r == old else r for r in story]))


@settings(deadline=None)
@given(QUANTITIES, STORIES)
def test_voices_partition_the_articles(wanted: Quantity, story: list[Report]) -> None:
    fold = folded(wanted, story)
    head = fold.head
    if head is not None:
        assert 1 <= head.voices <= len({r.origin for r in story})
        assert head.voices <= head.articles <= len({r.article_id for r in story})
        assert head.speakers <= head.articles
        assert head.articles == sum(stance == "supports" for stance in stances(fold).values())


@settings(deadline=None)
@given(QUANTITIES, STORIES, st.data(), st.integers(1, 50))
def test_a_copy_of_what_was_said_before_changes_nothing(
    wanted: Quantity, story: list[Report], data: st.DataObject, later: int
) -> None:
    fold = folded(wanted, story)
    before = fold.head
    standing = [report for report in story if report.report_id not in fold._book.held]
    if not standing:
        return
    original = data.draw(st.sampled_from(standing))
    at = original.effective_at + timedelta(minutes=later)
    for n in range(data.draw(st.integers(1, 3))):
        copy = replace(original, report_id=f"c{n}", article_id=f"c{n}", url=f"https://z.example/{n}", effective_at=at)
        fold.insert([replace(copy, owner=f"other {n}", revision=1)])
    assert before is not None
    assert fold.head is not None
    assert _count(fold.head) == _count(before)


def _count(head: Consensus) -> tuple[object, ...]:
    return head.value, head.low, head.high, head.basis, head.state, head.voices, head.span_low, head.span_high


@settings(deadline=None)
@given(QUANTITIES, STORIES)
def test_kept_states_are_the_states_of_a_full_fold(wanted: Quantity, story: list[Report]) -> None:
    every = folding.EVERY
    folding.EVERY = 3
    try:
        fold = Fold(wanted)
        for report in sorted(story, key=lambda r: r.quote + r.article_id, reverse=True):
            fold.insert([report])
            assert fold.head is not None
        kept = belief(fold)
    finally:
        folding.EVERY = every
    assert kept == belief(folded(wanted, story))


def test_steps_tell_what_held_from_when() -> None:
    fold, _ = tell(quantity("cumulative"), [said(12, "A", 5), said(9, "B", 1)])
    assert [(at.minute, head.value) for at, head in fold.steps if head] == [(1, 9), (5, 12)]
    assert fold.head is not None
    assert fold.head.since == fold.steps[-1][0]
    assert fold.states == fold.steps


def test_nothing_reported_is_no_belief() -> None:
    fold = Fold(quantity())
    assert (fold.head, fold.steps, fold.evidence(), len(fold)) == (None, [], (), 0)


@pytest.mark.parametrize("kind", ["fixed", "cumulative", "stock"])
def test_a_late_report_is_folded_in_at_its_place(kind: Kind) -> None:
    many = [said(12 + n // 50, f"V{n % 7}", n + 1) for n in range(600)]
    fold, _ = tell(quantity(kind), many)
    late = said(11, "Late", 0)
    fold.insert([late])
    assert belief(fold) == belief(folded(quantity(kind), [*many, late]))
