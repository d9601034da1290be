"""Two clocks: what was believed of a time, as it was known at a time."""

from collections.abc import Callable
from itertools import count, permutations
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.effort import examples
from tests.warehouse.ledger.conftest import QUANTITY
from tests.warehouse.ledger.standins import at, page
from warehouse.ledger.registering import register_watch
from warehouse.ledger.store import store
from warehouse.ledger.warehouse import Warehouse

AS_OF = "SELECT value, voices FROM consensus_as_of($effective::TIMESTAMPTZ, $known::TIMESTAMPTZ)"
END = "SELECT * EXCLUDE (version) FROM consensus ORDER BY ALL"
EVIDENCE = (
    "SELECT report_id, voice, stance, reason FROM evidence JOIN consensus USING (watch, quantity, version) ORDER BY ALL"
)
PLACES = """SELECT * EXCLUDE (version, known_from, of_head) FROM consensus_history
            QUALIFY row_number() OVER (PARTITION BY effective_from ORDER BY version DESC) = 1 ORDER BY effective_from"""


def believed(w: Warehouse, effective: int, known: int) -> list[Any]:
    return w.con.execute(AS_OF, {"effective": at(effective), "known": at(known)}).fetchall()


def test_a_late_article_changes_the_past_as_known_now_but_not_as_known_then(news: Warehouse) -> None:
    store(news, [page("alpha", "390 each", 2)], now=at(2), watch="swap")
    store(news, [page("beta", "400 each", 6)], now=at(6), watch="swap")
    store(news, [page("gamma", "400 each", 4)], now=at(8), watch="swap")
    assert believed(news, 3, 8) == [(390.0, 1)]
    assert believed(news, 5, 7) == [(390.0, 1)]  # gamma's article existed, and we did not know it
    assert believed(news, 5, 8) == [(390.0, 1)]  # one against one: the incumbent stays
    assert believed(news, 7, 7) == [(390.0, 1)]
    assert believed(news, 7, 8) == [(400.0, 2)]
    assert believed(news, 1, 9) == []


def test_an_unchanged_place_is_not_restated(news: Warehouse) -> None:
    store(news, [page("alpha", "390 each", 2)], now=at(2), watch="swap")
    store(news, [page("beta", "390 each", 6)], now=at(6), watch="swap")
    store(news, [page("gamma", "12", 4, url="https://gamma.example/other")], now=at(8), watch="other")
    assert news.con.execute("SELECT count(*) FROM consensus_history").fetchall() == [(2,)]


def test_the_difference_between_two_moments(news: Warehouse) -> None:
    store(news, [page("alpha", "1000 total", 2)], now=at(2), watch="swap")
    store(news, [page("beta", "1000 each", 3), page("gamma", "1000 each", 4)], now=at(4), watch="swap")
    rows = news.con.execute(
        "SELECT old_value, new_value, old_basis, new_basis, new_state, new_voices "
        "FROM consensus_between($a::TIMESTAMPTZ, $a::TIMESTAMPTZ, $b::TIMESTAMPTZ, $b::TIMESTAMPTZ)",
        {"a": at(2), "b": at(5)},
    ).fetchall()
    assert rows == [(1000.0, 1000.0, "total", "each", "corroborated", 2)]
    same = "SELECT * FROM consensus_between($a::TIMESTAMPTZ, $a::TIMESTAMPTZ, $b::TIMESTAMPTZ, $b::TIMESTAMPTZ)"
    assert news.con.execute(same, {"a": at(5), "b": at(6)}).fetchall() == []


@pytest.mark.parametrize("step", [40, pytest.param(11, marks=pytest.mark.slow)])
def test_every_order_of_arrival_ends_in_the_same_state(opened: Callable[..., Warehouse], step: int) -> None:
    pages = [page("alpha", "1000 total", 2), page("beta", "390 each", 3), page("gamma", "1000 each", 4),
             page("delta", "390 each", 4), page("epsilon", "390 each 12", 5)]  # fmt: skip
    ends = set()
    for number, order in enumerate(permutations(pages)):
        if number % step:  # some of the 120: the pure fold is tried with all of them
            continue
        w = opened(f"{number}.duckdb")
        register_watch(w, "swap", "watch: swap", [QUANTITY], subscribers={}, now=at(1))
        for one in order:
            store(w, [one], now=at(9), watch="swap")
        ends.add(str([w.con.execute(query).fetchall() for query in (END, EVIDENCE, PLACES)]))
        w.close()
    assert len(ends) == 1


NUMBERS = count()
NUMBERS_SEEN = st.sampled_from(["390 each", "400 each", "390 total", "41"])
ARTICLES = st.lists(
    st.tuples(st.sampled_from("abcdef"), NUMBERS_SEEN, st.integers(2, 9)),
    min_size=1, max_size=5,
)  # fmt: skip


@pytest.mark.slow
@settings(max_examples=examples(8), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ARTICLES, st.randoms())
def test_one_batch_ends_where_single_articles_end(
    opened: Callable[..., Warehouse], articles: list[tuple[str, str, int]], random: Any
) -> None:
    pages = [page(s, t, d, url=f"https://{s}.example/{n}") for n, (s, t, d) in enumerate(articles)]
    ends = []
    for batches in ([pages], [[one] for one in random.sample(pages, len(pages))]):
        w = opened(f"{next(NUMBERS)}.duckdb")
        register_watch(w, "swap", "watch: swap", [QUANTITY], subscribers={}, now=at(1))
        for batch in batches:
            store(w, batch, now=at(10), watch="swap")
        ends.append([w.con.execute(query).fetchall() for query in (END, EVIDENCE, PLACES)])
        w.close()
    assert ends[0] == ends[1]


def test_what_is_kept_in_memory_is_what_is_stored(opened: Callable[..., Warehouse]) -> None:
    pages = [page(s, f"{390 + n % 2} each", 2 + n % 5) for n, s in enumerate("abcdef")]
    ends = []
    for reopen in (False, True):
        name = f"{reopen}.duckdb"
        w = opened(name)
        register_watch(w, "swap", "watch: swap", [QUANTITY], subscribers={"screen": ()}, now=at(1))
        for number, one in enumerate(pages):
            store(w, [one], now=at(9, number), watch="swap")
            if reopen:
                w.close()
                w = opened(name)
        tables = ("consensus_history", "stances", "alerts")
        ends.append([w.con.table(t).order("ALL").fetchall() for t in tables])
        w.close()
    assert ends[0] == ends[1]


def test_a_contest_is_told_as_one_and_its_end_names_the_number_before_it(news: Warehouse) -> None:
    """Whichever rival leads in effective order: here the first to arrive comes last."""
    kinds = []
    for number, (source, text) in enumerate([("zeta", "1000 total"), ("alpha", "1000 each"), ("beta", "1000 each")]):
        done = store(news, [page(source, text, 2)], now=at(3, number), watch="swap")
        kinds.append([(a["kind"], a["body"]["old"], a["body"]["new"]) for a in done.alerts])
    assert kinds == [
        [],
        [("contested", "1,000 in total", "1,000 each (contested)")],
        [("changed", "1,000 in total", "1,000 each")],
    ]
    assert store(news, [page("gamma", "1000 each", 2)], now=at(4), watch="swap").alerts == []


def test_a_rival_that_outweighs_the_leader_in_a_contest_is_told_once(news: Warehouse) -> None:
    """390, 390, 400, 400 (contested), 400 (three to two): changed; once 400 is alone in front, that is no news."""
    told = []
    numbers = ["390 each", "390 each", "400 each", "400 each", "400 each", "400 each", "400 each", "400 each"]
    for number, text in enumerate(numbers):
        name = f"paper{number}"
        done = store(news, [page(name, text, 2 + number)], now=at(2 + number), watch="swap")
        told += [(a["kind"], a["old_value"], a["new_value"]) for a in done.alerts]
    assert told == [("contested", 390.0, 390.0), ("changed", 390.0, 400.0)]
