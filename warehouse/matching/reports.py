"""Matched rows as rows of the tables reports and near_misses."""

from collections.abc import Mapping
from datetime import datetime
from hashlib import sha256
from typing import Any

from warehouse.matching.turning import turn

_AS_IS = (
    "watch", "quantity", "article_id", "revision", "figure_id", "value", "low", "high", "low_exclusive",
    "high_exclusive", "qualifier", "basis", "speaker", "quote", "effective_at",
)  # fmt: skip


def report(row: Mapping[str, Any], rank: int, known_at: datetime, since: Mapping[str, datetime]) -> dict[str, object]:
    """One row of ``reports``, known since ``known_at``, or since the time that ``since`` has for its report_id.

    ``basis_assumed``: in a quantity counted per side, a figure without a basis or of one side counts as each. What
    the article says stays in ``basis``.
    """
    assumed = row["wanted_basis"] == "each" and row["basis"] in (None, "one_side")
    report_id = _id(row)
    return {
        **{key: row[key] for key in _AS_IS},
        "report_id": report_id,
        "rank": rank,
        "basis_assumed": assumed,
        "known_at": since.get(report_id, known_at),
        "turn": turn(row),
    }


def near_miss(row: Mapping[str, Any], why_not: str) -> dict[str, object]:
    """One row of ``near_misses``: a figure that meets all conditions but one."""
    keys = ("watch", "quantity", "figure_id", "article_id", "revision")
    return {**{key: row[key] for key in keys}, "why_not": why_not}


def _id(row: Mapping[str, Any]) -> str:
    named = "\x1f".join((row["watch"], row["quantity"], row["figure_id"]))
    return sha256(named.encode()).hexdigest()[:20]
