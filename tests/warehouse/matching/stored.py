"""A warehouse in memory with articles and figures as the cases write them."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from duckdb import DuckDBPyConnection

from warehouse.ledger import bulk

NOW = datetime(2031, 3, 5, tzinfo=UTC)
FIGURE: dict[str, Any] = {
    "low_exclusive": False, "high_exclusive": False, "qualifier": "exact", "change": None, "unit": "count",
    "item": None, "item_phrase": None, "item_class": None, "action": None, "action_class": None, "basis": None,
    "party": None, "place": None, "status": "happened", "background": False, "speaker": None, "when": None,
    "part": False, "rules": "[]",
}  # fmt: skip


def article(
    con: DuckDBPyConnection, article_id: str, text: str, figures: Sequence[Mapping[str, Any]], revision: int = 1
) -> tuple[str, int]:
    """Store an article with its figures; returns its key."""
    row = {
        "article_id": article_id, "revision": revision, "document_id": article_id, "source": "a.example", "owner": "a",
        "url": f"https://a.example/{article_id}", "title": None, "published_at": NOW, "first_seen_at": NOW,
        "effective_at": NOW, "language": "en", "text": text, "text_hash": "", "dropped": "[]",
        "credits": [], "watches": [],
    }  # fmt: skip
    bulk.insert_rows(con, "revisions", [row])
    bulk.insert_rows(con, "figures", [_figure(f, n, article_id, revision, text) for n, f in enumerate(figures)])
    return article_id, revision


def _figure(given: Mapping[str, Any], n: int, article_id: str, revision: int, text: str) -> dict[str, Any]:
    quote = given["quote"]
    start = text.index(quote)
    first, last = text.rfind(". ", 0, start) + 1, text.find(". ", start + len(quote) - 1)
    value = given.get("value")
    return {
        **FIGURE,
        "figure_id": f"{article_id}.{revision}.{n}", "article_id": article_id, "revision": revision, "start": start,
        "end": start + len(quote), "sentence": text[first : last + 1 or None].strip(), "number": str(value),
        "low": value, "high": value, **given,
    }  # fmt: skip
