"""Every report is shown with its stance and the reason in words; identities explain and never vote."""

from typing import Any

import pytest

from tests.warehouse.consensus.builders import quantity, row, said, tell
from warehouse.belief import Consensus, Quantity
from warehouse.consensus import Fold, name_key


def sibling(name: str, value: float, basis: str | None = "each") -> tuple[Quantity, Consensus]:
    wanted = Quantity("watch", name, (), (), title=name, basis="each" if basis == "each" else "total")
    fold = Fold(wanted)
    fold.insert([said(value, "X", 0)])
    assert fold.head is not None
    return wanted, fold.head


def test_a_second_number_of_an_article_is_shown_and_never_votes() -> None:
    both = [said(14, "B", 1), said(12, "B", 1, rank=2)]
    fold, _ = tell(quantity(), [said(12, "A", 0), both])
    assert fold.head is not None
    assert (fold.head.voices, fold.head.state) == (1, "contested")
    assert row(fold, both[1]).stance == "compatible"
    assert "only its own number votes" in row(fold, both[1]).reason


def test_an_ignored_report_is_shown_as_such() -> None:
    out = said(99, "B", 1, ignored=True)
    fold, _ = tell(quantity("cumulative"), [said(12, "A", 0), out])
    assert fold.head is not None
    assert fold.head.value == 12
    assert row(fold, out).stance == "ignored"


def test_what_a_voice_said_before_is_superseded_by_what_it_says_now() -> None:
    first = said(12, "A", 0)
    fold, _ = tell(quantity(), [first, said(13, "A", 1)])
    assert (row(fold, first).stance, row(fold, first).reason) == ("superseded", "said 12 before: A now says 13")


@pytest.mark.parametrize(
    ("value", "qualifier", "words"),
    [(780, "exact", "twice 390 each is 780 in total"), (800, "approximate", "twice 390 each is 780 in total"),
     (390, "exact", "390 in total would be 195 each"), (500, "exact", "")],
)  # fmt: skip
def test_a_total_beside_each_is_explained_and_dissents(value: float, qualifier: Any, words: str) -> None:
    rival = said(value, "B", 1, qualifier, basis="total")
    fold, _ = tell(quantity("fixed", "each"), [said(390, "A", 0, basis="each"), rival, said(390, "C", 2)])
    found = row(fold, rival)
    assert found.stance == "dissents"
    assert words in found.reason
    assert fold.head is not None
    assert fold.head.voices == 2


def test_a_sum_of_siblings_explains_a_number() -> None:
    fold, _ = tell(quantity("fixed", "each"), [said(390, "A", 0, basis="each")])
    parts = [sibling("soldiers", 270), sibling("civilians", 120)]
    assert fold.evidence(parts)[0].reason.endswith("270 (soldiers) + 120 (civilians) = 390")


def test_a_number_that_names_no_side_says_that_each_was_assumed() -> None:
    bare = said(390, "A", 0)
    fold, _ = tell(quantity("fixed", "each"), [bare])
    assert "taken as each" in row(fold, bare).reason


def test_speakers_are_counted_beside_voices_by_name() -> None:
    reports = [
        said(12, "A", 0, speaker="Lt. Ana Buckley, city police"),
        said(12, "B", 1, speaker="Buckley"),
        said(12, "C", 2, speaker="the Defence Ministry"),
        said(12, "D", 3, speaker="Defense Ministry"),
        said(12, "E", 4),
    ]
    fold, _ = tell(quantity(), reports)
    assert fold.head is not None
    assert (fold.head.articles, fold.head.voices, fold.head.speakers) == (5, 5, 2)


@pytest.mark.parametrize(
    ("name", "key"), [(None, None), ("  ", None), ("the", "the"), ("Zelenskyy", name_key("Zelensky"))]
)
def test_name_keys(name: str | None, key: str | None) -> None:
    assert name_key(name) == key
