"""Claims by many editors about populations (fusion-population), fused by the fold, the majority and the median."""

import csv
from collections import Counter, defaultdict
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import mean, median

from tests.accuracy.score import Row
from warehouse.belief import Quantity, Report
from warehouse.consensus import Fold

WITHIN = 0.01  # of the truth
START = datetime(2007, 1, 1, tzinfo=UTC)  # claims carry no date: the order of the file stands for it

Claims = list[tuple[str, float]]  # editor, value


def population_rows(gold: Path | None) -> list[Row]:
    """Return one row over the places whose truth is known; none without the corpus."""
    folder = gold / "corpora" / "fusion-population" if gold else None
    if folder is None or not folder.exists():
        return []
    truth = {(r["object"], r["property"]): float(r["value"]) for r in _read(folder / "truth.csv")}
    claims: dict[tuple[str, str], Claims] = defaultdict(list)
    for row in _read(folder / "claims.csv"):
        claims[row["object"], row["property"]].append((row["source"], float(row["value"])))
    known = {key: (claims[key], value) for key, value in truth.items() if key in claims}
    hard = {k: v for k, v in known.items() if len({value for _, value in v[0]}) > 1}
    return [_row("population within 1 %", known), _row("… where editors disagree", hard)]


def _row(measure: str, places: dict[tuple[str, str], tuple[Claims, float]]) -> Row:
    def share(rule: Callable[[Claims], float | None]) -> str:
        found = [(rule(claims), truth) for claims, truth in places.values()]
        right = sum(value is not None and abs(value - truth) <= WITHIN * truth for value, truth in found)
        return f"{100 * right / len(places):.1f} %" if places else "-"

    plain = {"majority": share(majority), "median": share(_median), "mean": share(_mean)}
    return Row(measure, len(places), share(folded), plain)


def folded(claims: Claims) -> float | None:
    """Return the value that the policy arrives at: one editor is one voice, a later claim of hers moves it."""
    fold = Fold(Quantity("population", "population", (), (), kind="fixed"))
    for minute, (editor, value) in enumerate(claims):
        fold.insert([_report(minute, editor, value)])
    return fold.head.value if fold.head else None


def majority(claims: Claims) -> float:
    """Return the value of most claims, the first of those that tie."""
    return Counter(value for _, value in claims).most_common(1)[0][0]


def _median(claims: Claims) -> float:
    return median(value for _, value in claims)


def _mean(claims: Claims) -> float:
    return mean(value for _, value in claims)


def _report(minute: int, editor: str, value: float) -> Report:
    name = f"claim-{minute}"
    return Report(
        name, name, 1, name, editor, editor, editor, name, False, 1, value, value, value, False, False, "exact", None,
        False, None, "", START + timedelta(minutes=minute),
    )  # fmt: skip


def _read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))
