"""The claims of the five seed articles (gold/seeds.json): every order of every subset, and arriving in any order."""

import json
from datetime import UTC, datetime, timedelta
from itertools import permutations
from pathlib import Path
from typing import Any, cast

from extractors.figure import Basis, Qualifier
from tests.accuracy.score import Row
from warehouse.belief import Consensus, Quantity, Report
from warehouse.consensus import Fold

SCOPES: dict[str, Basis | None] = {"per_side": "each", "total": "total", "one_side": "one_side"}
QUALIFIERS = {"approx": "approximate"}
STATES = {"single_source": "single", "unique": "corroborated", "majority": "corroborated", "disputed": "contested"}
DAY = datetime(2025, 5, 24, tzinfo=UTC)

Claim = tuple[str, float | None, float | None, str]


def seed_rows(gold: Path | None) -> list[Row]:
    """Return the share of right beliefs, over all orders in which some of the articles came; none without labels."""
    path = gold / "gold" / "seeds.json" if gold else None
    if path is None or not path.exists():
        return []
    labels = json.loads(path.read_text(encoding="utf-8"))
    published = [_right(labels, metric, order) for metric, order in _orders(labels)]
    arrived = [_right(labels, metric, order, shuffled=True) for metric, order in _orders(labels)]
    return [
        Row("seeds: every order of publication", len(published), f"{100 * sum(published) / len(published):.1f} %"),
        Row("seeds: every order of arrival", len(arrived), f"{100 * sum(arrived) / len(arrived):.1f} %"),
    ]


def _orders(labels: dict[str, Any]) -> list[tuple[str, tuple[str, ...]]]:
    """Return each tracked quantity with each order of each subset of the articles that speak of it."""
    found = []
    for metric, claims in labels["claims"].items():
        for size in range(1, len(claims) + 1):
            found += [(metric, order) for order in permutations(sorted(claims), size)]
    return found


def _right(labels: dict[str, Any], metric: str, order: tuple[str, ...], *, shuffled: bool = False) -> bool:
    """Return whether the head has the labelled number, basis and state after these articles.

    Shuffled: all were published together, and arrive in this order.
    """
    quantity = quantity_of(metric)
    fold = Fold(quantity)
    for minute, seed in enumerate(order):
        fold.insert([report(seed, labels["claims"][metric][seed], 0 if shuffled else minute)])
    expected = labels["consensus_by_subset"][metric]["+".join(sorted(order))]
    head = fold.head
    return head is not None and _fits(head, expected, quantity)


def _fits(head: Consensus, expected: dict[str, Any], quantity: Quantity) -> bool:
    candidates = expected["candidates"] if expected["status"] == "disputed" else expected["candidates"][:1]
    bounds = {(c["value_low"], c["value_high"]) for c in candidates}
    bases = {"total" if c["scope"] == "total" else quantity.basis for c in candidates}
    right = (head.low, head.high) in bounds and (quantity.basis != "each" or head.basis in bases)
    return right and head.state == STATES[expected["status"]]


def quantity_of(metric: str) -> Quantity:
    """Return the quantity that a label's key stands for: of each side where it says so."""
    basis: Basis | None = "each" if metric.endswith("per_side") else None
    return Quantity("seeds", metric, (), (), basis=basis, kind="fixed")


def report(seed: str, claim: Claim, minute: int) -> Report:
    """Return an article's claim as the report that the policy takes; each article is an outlet of its own."""
    scope, low, high, qualifier = claim
    value = low if low == high else low if high is None else None
    return Report(
        seed, seed, 1, f"https://example.org/{seed}", seed, seed, seed, seed, False, 1, value, low, high, False, False,
        cast(Qualifier, QUALIFIERS.get(qualifier, qualifier)), SCOPES.get(scope), False, None, "",
        DAY + timedelta(minutes=minute),
    )  # fmt: skip
