"""Numbers and beliefs in words for a person: "about 390 each", "at least 12", "1,000 in total"."""

from collections.abc import Mapping
from typing import Any

from warehouse.belief import Consensus, Report
from warehouse.consensus.words import BASIS, plain

_KEYS = ("value", "low", "high", "low_exclusive", "high_exclusive", "qualifier", "basis")

_LEADS = {
    "approximate": "about ",
    "at_least": "at least ",
    "at_most": "up to ",
    "more_than": "more than ",
    "less_than": "fewer than ",
}


def amount(of: Consensus | Report, *, total: bool = True) -> str:
    """Return the number of a belief or a report with its qualifier and basis.

    ``total`` false leaves out "in total", where nothing else could be meant.
    """
    return amount_of({name: getattr(of, name) for name in _KEYS}, total=total)


def amount_of(row: Mapping[str, Any], *, total: bool = True) -> str:
    """Return the same of a row of ``reports`` or ``consensus``."""
    basis = "" if row["basis"] == "total" and not total else BASIS.get(row["basis"] or "", "")
    low, high = row["low"], row["high"]
    point = row["value"] if row["value"] is not None else low if high is None else high if low is None else None
    if row["qualifier"] not in ("range", "vague") and point is not None:
        return f"{_LEADS.get(row['qualifier'], '')}{plain(point)}{basis}"
    if low is not None and high is not None:
        return f"{plain(low)} to {plain(high)}{basis}"
    if low is not None:
        return f"{'more than' if row['low_exclusive'] else 'at least'} {plain(low)}{basis}"
    if high is not None:
        return f"{'fewer than' if row['high_exclusive'] else 'up to'} {plain(high)}{basis}"
    return f"an unknown number{basis}"


def belief(consensus: Consensus | None, *, total: bool = True) -> str:
    """Return a belief in words, with its span where it is contested; "nothing reported" for None."""
    if consensus is None:
        return "nothing reported"
    words = amount(consensus, total=total)
    if consensus.state == "contested":
        words += " (contested)"
    return words


def many(count: int, word: str) -> str:
    """Return "1 voice", "4 voices"."""
    return f"{count:,} {word}" if count == 1 else f"{count:,} {word}s"
