"""What share of a text its lineage had printed before, whatever the order of arrival."""

from collections.abc import Iterator
from itertools import permutations

import pytest
from duckdb import DuckDBPyConnection

from tests.warehouse.lineage.shelf import Page, copied, decide, put
from tests.warehouse.lineage.test_assign import story
from tests.warehouse.scratch import scratch
from warehouse.lineage import assign

TEXT = story(1) + " killed 12 people " + story(2)
UPDATE = TEXT.replace("12", "21") + " " + story(3, 60)
PAGES = [
    Page("wire", TEXT, 0),
    Page("shop", TEXT.replace("12", "21"), 10),
    Page("post", UPDATE, 20),
    Page("late", UPDATE, 30),
    Page("wire", UPDATE, 40, revision=2),
    Page("alone", story(7), 5),
]


@pytest.fixture
def con() -> Iterator[DuckDBPyConnection]:
    with scratch() as opened:
        yield opened


def test_copies_repeat_everything_and_an_update_does_not(con: DuckDBPyConnection) -> None:
    assign(con, put(con, PAGES))
    found = copied(con)
    assert found.keys() == {("shop", 1), ("post", 1), ("late", 1), ("wire", 2)}
    assert found[("shop", 1)] == found[("late", 1)] == found[("wire", 2)] == 1
    assert 0.8 < found[("post", 1)] < 0.95


@pytest.mark.parametrize("order", [*permutations(range(4))][::12])
def test_the_order_of_arrival_does_not_matter(con: DuckDBPyConnection, order: tuple[int, ...]) -> None:
    for index in (*order, 4, 5):
        before = copied(con)
        changed = assign(con, put(con, [PAGES[index]]))
        assert {name for (name, _), _ in copied(con).items() ^ before.items()} <= changed
    one_by_one = copied(con)
    with scratch() as other:
        assign(other, put(other, PAGES))
        assert copied(other) == one_by_one


def test_what_a_person_parts_repeats_nothing(con: DuckDBPyConnection) -> None:
    assign(con, put(con, PAGES[:2]))
    decide(con, 1, "split_lineage", '{"articles": ["shop"]}')
    assert "shop" in assign(con, ["shop"])
    assert copied(con) == {}


def test_one_owner_repeats_nobody(con: DuckDBPyConnection) -> None:
    assign(con, put(con, [Page("a", TEXT, 0, owner="Group"), Page("b", TEXT, 10, owner="Group")]))
    assert copied(con) == {}
