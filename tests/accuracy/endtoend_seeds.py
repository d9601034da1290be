"""The five seed articles through the whole program: the facts that must come out, in any order of arrival."""

import shutil
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import permutations
from pathlib import Path

from extractors.document import Document
from flows.watch import load
from tests.accuracy.replayed import ROOT, Row, rows
from tests.accuracy.score import Row as Line
from warehouse.ledger.registering import register_watch
from warehouse.ledger.rooms import Rooms, the_rooms
from warehouse.ledger.store import store
from warehouse.ledger.warehouse import Warehouse, open_warehouse

PUBLISHED = datetime(2025, 5, 24, 6, tzinfo=UTC)
_TOTAL = "004"


def score(gold: Path) -> list[Line]:
    """What holds after all five, in how many of all 120 orders, and what is told when the odd one out comes first."""
    orders = list(permutations(sorted((gold / "seeds").glob("*.txt"))))
    with tempfile.TemporaryDirectory() as folder:
        states = {order: replay(order, Path(folder)) for order in orders}
    ends = [state[-1] for state in states.values()]
    facts: dict[str, Callable[[dict[str, Row]], bool]] = {
        "released 390 each, 5 articles": lambda h: _is(h, "released_each", 390) and h["released_each"]["articles"] == 5,
        "270 military each": lambda h: _is(h, "military_each", 270),
        "120 civilians each": lambda h: _is(h, "civilians_each", 120),
        "agreed 1,000 each": lambda h: _is(h, "agreed_each", 1000) and h["agreed_each"]["basis"] != "total",
        "… with the total as dissent": lambda h: _TOTAL in h["agreed_each"]["dissent"],
    }
    shown = [
        Line(f"seeds: {name}", len(orders), f"{sum(_holds(fact, end) for end in ends)} orders")
        for name, fact in facts.items()
    ]
    first = [state for order, state in states.items() if order[0].name.startswith(_TOTAL)]
    return [
        *shown,
        Line("seeds: total first: contested, one change, silence", len(first), f"{sum(map(told, first))} orders"),
    ]


def replay(order: Sequence[Path], folder: Path) -> list[dict[str, Row]]:
    """Load these in this order; returns the heads by quantity after each, with the articles that dissent and the
    alerts. ``folder`` keeps an empty warehouse that each order begins with a copy of."""
    watch = load(ROOT / "deploy" / "watches" / "prisoner-swap.yaml")
    states = []
    with _fresh(folder) as w:
        for n, path in enumerate(order):
            now = PUBLISHED + timedelta(hours=1, minutes=n)
            url = f"https://{path.stem}.example/"
            page = Document(url, path.stem, path.read_bytes(), "text/plain", PUBLISHED, path.stem, "utf-8", PUBLISHED)
            done = store(w, [page], now=now, watch=watch.name)
            heads = {row["quantity"]: row for row in rows(w, "SELECT * FROM consensus WHERE state IS NOT NULL")}
            for name, head in heads.items():
                head["told"] = [alert for alert in done.alerts if alert["quantity"] == name]
                head["dissent"] = "".join(row["url"] for row in rows(w, _DISSENT, quantity=name))
            states.append(heads)
    return states


def _fresh(folder: Path) -> Warehouse:
    """A warehouse that knows the watch and nothing else; what is read from a page is read once for all orders."""
    empty, used = folder / "empty", folder / "used"
    if not empty.exists():
        watch = load(ROOT / "deploy" / "watches" / "prisoner-swap.yaml")
        with open_warehouse(empty / "s.duckdb", now=PUBLISHED) as w:
            register_watch(w, watch.name, watch.yaml, watch.quantities, subscribers={}, now=PUBLISHED)
    shutil.rmtree(used, ignore_errors=True)
    shutil.copytree(empty, used)
    return open_warehouse(used / "s.duckdb", now=PUBLISHED, rooms=_rooms())


@cache
def _rooms() -> Rooms:
    rooms = the_rooms()
    return replace(rooms, read=cache(rooms.read), figures=cache(rooms.figures), sketch=cache(rooms.sketch))


_DISSENT = """
SELECT a.url FROM evidence e JOIN consensus c USING (watch, quantity, version)
JOIN reports r USING (watch, quantity, report_id) JOIN revisions a USING (article_id, revision)
WHERE e.stance = 'dissents' AND quantity = $quantity
"""


def told(states: Sequence[dict[str, Row]]) -> bool:
    """Whether the second article makes it contested, the third tells one change, and later ones are silent."""
    heads = [state.get("agreed_each") for state in states]
    if any(head is None for head in heads[1:]):
        return False
    kinds = [[alert["kind"] for alert in head["told"]] if head else [] for head in heads]
    second = heads[1]
    return bool(second and second["state"] == "contested" and kinds[2] == ["changed"] and not any(kinds[3:]))


def _is(heads: dict[str, Row], quantity: str, value: float) -> bool:
    return quantity in heads and heads[quantity]["value"] == value


def _holds(fact: Callable[[dict[str, Row]], bool], heads: dict[str, Row]) -> bool:
    try:
        return fact(heads)
    except KeyError:
        return False
