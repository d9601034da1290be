"""Rooms that are simple enough to predict: a text is lines like ``390 each``, an origin is an owner."""

import json
import re
from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from duckdb import DuckDBPyConnection

from extractors.document import Article, Document, Dropped, Unusable
from extractors.figure import Figure
from warehouse.belief import Quantity
from warehouse.consensus import Fold, alert_kind, change, stale
from warehouse.ledger import bulk
from warehouse.ledger.rooms import Key, Revision, Rooms

_LINE = re.compile(r"(?P<number>\d+)(?: (?P<basis>each|total))?")


def read(document: Document) -> Article:
    text = document.content.decode()
    if not text.strip():
        raise Unusable("empty", "nothing is left of it")
    if text.startswith("BUG"):
        raise RuntimeError("a defect")
    return Article(
        document.url, document.source, document.title, text, document.published_at, document.language, document.owner
    )


def figures(text: str, *, published_at: datetime | None, language: str | None, title: str | None) -> list[Figure]:
    return [
        Figure(
            quote=m[0], start=m.start(), end=m.end(), sentence=text, number=m["number"], low=float(m["number"]),
            high=float(m["number"]), low_exclusive=False, high_exclusive=False, value=float(m["number"]),
            qualifier="exact", change=None, unit="count", item="prisoner", item_phrase=None, item_class=None,
            action="release", action_class=None, basis=m["basis"], party=None, place=None, status="happened",  # type: ignore[arg-type]  # words of a table
            background=False, speaker=None, when=None,
        )
        for m in _LINE.finditer(text)
    ]  # fmt: skip


def wires(text: str, dropped: Sequence[Dropped], source: str | None, *, url: str | None) -> tuple[str, ...]:
    return ("AP",) if "(AP)" in text else ()


def owner_of(source: str, url: str) -> str:
    return source


def assign(con: DuckDBPyConnection, article_ids: Sequence[str]) -> set[str]:
    """Every article is its own lineage; its origin is the wire it credits, or its owner; a merge joins origins."""
    merged = dict(
        con.execute(
            "SELECT subject->>'$.origins[1]', subject->>'$.origins[0]' FROM decisions "
            "WHERE kind = 'merge_origin' AND undone_by IS NULL"
        ).fetchall()
    )
    rows = con.execute(
        "SELECT article_id, arg_max(owner, revision), arg_max(credits, revision) FROM revisions "
        "WHERE list_contains($ids, article_id) GROUP BY ALL",
        {"ids": list(article_ids)},
    ).fetchall()
    con.execute("DELETE FROM lineages WHERE list_contains($ids, article_id)", {"ids": list(article_ids)})
    lineages = [(name, name, merged.get(owner, named[0] if named else owner)) for name, owner, named in rows]
    bulk.insert(con, "lineages", ("article_id", "lineage_id", "origin"), lineages)
    return set(article_ids)


def register(
    con: DuckDBPyConnection, watch: str, yaml: str, quantities: Sequence[Quantity], known_at: datetime
) -> None:
    bulk.insert(con, "watches", ("watch", "version", "yaml", "known_at"), [(watch, 1, yaml, known_at)])
    con.execute("DELETE FROM quantities WHERE watch = $watch", {"watch": watch})
    columns = ("watch", "quantity", "title", "basis", "status", "kind", "unit", "policy")
    rows = [
        (watch, q.name, q.title, q.basis, q.status, q.kind, q.unit, json.dumps(asdict(q.policy))) for q in quantities
    ]
    bulk.insert(con, "quantities", columns, rows)


def match_new(
    con: DuckDBPyConnection, keys: Sequence[Revision], known_at: datetime, watch: str | None = None
) -> set[Key]:
    """Every figure is a report of every quantity of the watches that brought its article."""
    rows = query(con, (Path(__file__).parent / "everything.sql").read_text(), watch=watch)
    wanted = [{**row, "known_at": known_at} for row in rows if (row["article_id"], row["revision"]) in set(keys)]
    bulk.insert_rows(con, "reports", wanted)
    return {(row["watch"], row["quantity"]) for row in wanted}


def match_watch(con: DuckDBPyConnection, watch: str, known_at: datetime) -> set[Key]:
    con.execute("DELETE FROM reports WHERE watch = $watch", {"watch": watch})
    keys = con.execute("SELECT article_id, revision FROM revisions").fetchall()
    return match_new(con, keys, known_at, watch)


def query(con: DuckDBPyConnection, text: str, **parameters: Any) -> list[dict[str, Any]]:
    result = con.execute(text, parameters)
    names = [column[0] for column in result.description or ()]
    return [dict(zip(names, row, strict=True)) for row in result.fetchall()]


ROOMS = Rooms(
    read, figures, lambda text: tuple(sorted({hash_of(word) for word in text.split()})), wires, owner_of, assign,
    register, match_new, match_watch, Fold, change, alert_kind, stale,
)  # fmt: skip


def hash_of(word: str) -> int:
    return int.from_bytes(word.encode()[:8].ljust(8, b"\0"), "big")


def at(day: int, hour: int = 12) -> datetime:
    """A moment in March 2031."""
    return datetime(2031, 3, day, hour, tzinfo=UTC)


def page(source: str, text: str, day: int | None = None, url: str | None = None, **more: Any) -> Document:
    """A page of a masthead, published at noon of a day."""
    published = at(day) if day else None
    address = url or f"https://{source}.example/story"
    return Document(address, source, text.encode(), "text/plain", at(28), published_at=published, **more)
