"""Sums and doublings over the quantities of one watch, said in words beside each report, in any order of arrival."""

from datetime import UTC, datetime, timedelta
from itertools import permutations
from pathlib import Path

import pytest

from extractors.document import Document
from warehouse.belief import Quantity
from warehouse.ledger import open_warehouse, register_watch, store
from warehouse.ledger.replay import rebuild

NOON = datetime(2031, 6, 12, 12, tzinfo=UTC)
QUANTITIES = [
    Quantity("swap", "each", ("people",), ("released",), title="All released", basis="each"),
    Quantity("swap", "soldiers", ("military",), ("released",), title="Soldiers", basis="each"),
    Quantity("swap", "civilians", ("civilians",), ("released",), title="Civilians", basis="each"),
]
TEXTS = (
    "Ostravia and Kelm each released 310 prisoners on Thursday, both ministries said in the evening.",
    "Each side released 240 soldiers at the crossing of Varn on Thursday, a general told reporters.",
    "Each side released 70 civilians at the bridge near the village on Thursday, the Red Cross said.",
    "Almost 620 prisoners were released in total on Thursday, a newspaper of the capital counted.",
)


def reasons(path: Path, order: tuple[int, ...]) -> list[tuple[str, str]]:
    """Return what is said beside each report of the number of all, once the articles have arrived in this order."""
    with open_warehouse(path, now=NOON) as w:
        register_watch(w, "swap", "watch: swap", QUANTITIES, subscribers={}, now=NOON)
        for number in order:
            at = NOON + timedelta(hours=number)
            url = f"https://paper-{number}.example/swap"
            document = Document(url, f"Paper {number}", TEXTS[number].encode(), "text/plain", at, published_at=at)
            store(w, [document], now=NOON + timedelta(hours=9), watch="swap")
        query = (
            "SELECT quote, e.reason FROM evidence e JOIN consensus c USING (watch, quantity, version) "
            "JOIN reports r USING (watch, quantity, report_id) WHERE quantity = 'each' ORDER BY ALL"
        )
        return w.con.execute(query).fetchall()


@pytest.mark.parametrize("order", [*permutations(range(4))][::7])
def test_a_sum_and_a_doubling_are_said_whatever_came_first(tmp_path: Path, order: tuple[int, ...]) -> None:
    said = " | ".join(reason for _, reason in reasons(tmp_path / "news.duckdb", order))
    assert "240 (Soldiers) + 70 (Civilians) = 310" in said or "70 (Civilians) + 240 (Soldiers) = 310" in said
    assert "twice 310 each is 620 in total" in said


def test_a_replay_says_the_same(tmp_path: Path) -> None:
    reasons(tmp_path / "news.duckdb", (0, 3, 2, 1))
    assert rebuild(tmp_path / "news.duckdb", now=NOON + timedelta(days=1)).differs == ()
