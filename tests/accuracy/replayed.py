"""Labelled events through the whole program: one article per call, in the label's order, each event by itself."""

import json
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from extractors.document import Document
from flows.watch import Watch, load
from tests.accuracy.consensus_events import owner_of
from warehouse.ledger.registering import register_watch
from warehouse.ledger.store import store
from warehouse.ledger.warehouse import Warehouse, open_warehouse

ROOT = Path(__file__).parents[2]
OWN = ROOT / "tests" / "cases" / "matching" / "events"
Row = dict[str, Any]


@dataclass
class Event:
    """One event: its label, its articles in order, and the watch that a user would write for it."""

    name: str
    label: Row
    articles: list[Document]
    watch: Watch


@dataclass
class After:
    """What was believed and told after one article: consensus rows and alert kinds by quantity."""

    file: str
    heads: dict[str, Row] = field(default_factory=dict)
    told: dict[str, list[str]] = field(default_factory=dict)


@dataclass
class Replayed:
    """An event after its replay: the state after each article, and every report by (file, quantity) in rank order."""

    event: Event
    after: list[After]
    reports: dict[tuple[str, str], list[Row]]
    figures: dict[str, list[Row]]


def events(gold: Path | None) -> Iterator[Event]:
    """The labelled events of a gold folder, with the example watches; those of the project where it is None."""
    labels = sorted((gold / "gold" / "events" if gold else OWN).glob("*.json"))
    for path in labels:
        label = json.loads(path.read_text(encoding="utf-8"))
        folder = gold / "corpora" / "events" / path.stem if gold else OWN / path.stem
        watch = ROOT / "deploy" / "watches" / f"{path.stem.rpartition('-')[0]}.yaml" if gold else folder / "watch.yaml"
        if watch.exists():
            yield Event(path.stem, label, list(_documents(label["order"], folder)), load(watch))


def _documents(order: list[str], folder: Path) -> Iterator[Document]:
    meta = folder / "meta.json"
    described = json.loads(meta.read_text(encoding="utf-8"))["documents"] if meta.exists() else []
    known = {d["file"]: d for d in described}
    day = min((d["date"] for d in known.values() if d.get("date")), default="2031-03-01")
    start = datetime.fromisoformat(day).replace(hour=6, tzinfo=UTC)
    for minute, file in enumerate(order):
        about = known.get(file, {})
        source = about.get("source") or file.partition("_")[2].removesuffix(".txt").replace("-", ".")
        url = about.get("url") or f"https://{source}/{file}"
        at = start + timedelta(minutes=minute)
        yield Document(url, source, (folder / file).read_bytes(), "text/plain", at, owner_of(source, url), "utf-8", at)


@cache
def replays(gold: Path | None) -> tuple[Replayed, ...]:
    """Every event, replayed once per process."""
    return tuple(replay(event) for event in events(gold))


def replay(event: Event) -> Replayed:
    """Load an event's articles one by one."""
    order = event.label["order"]
    with tempfile.TemporaryDirectory() as folder:
        first = event.articles[0].fetched_at
        with open_warehouse(Path(folder) / "event.duckdb", now=first) as w:
            register_watch(w, event.watch.name, event.watch.yaml, event.watch.quantities, subscribers={}, now=first)
            after = [_step(w, event, *pair) for pair in zip(order, event.articles, strict=True)]
            files = {d.url: file for file, d in zip(order, event.articles, strict=True)}
            return Replayed(event, after, _reports(w, files), _figures(w, files))


def _step(w: Warehouse, event: Event, file: str, article: Document) -> After:
    done = store(w, [article], now=article.fetched_at, watch=event.watch.name)
    now = After(file)
    for alert in done.alerts:
        now.told.setdefault(alert["quantity"], []).append(alert["kind"])
    for head in rows(w, "SELECT * FROM consensus WHERE state IS NOT NULL"):
        now.heads[head["quantity"]] = head
    return now


def rows(w: Warehouse, sql: str, **parameters: object) -> list[Row]:
    """The rows of a query as dictionaries."""
    result = w.con.execute(sql, parameters or None)
    names = [column[0] for column in result.description or ()]
    return [dict(zip(names, row, strict=True)) for row in result.fetchall()]


_REPORTS = """
SELECT r.*, a.url, f.sentence, f.number FROM reports r
JOIN revisions a USING (article_id, revision) JOIN figures f USING (figure_id)
ORDER BY a.effective_at, r.quantity, r.rank
"""


def _reports(w: Warehouse, files: dict[str, str]) -> dict[tuple[str, str], list[Row]]:
    found: dict[tuple[str, str], list[Row]] = {}
    for row in rows(w, _REPORTS):
        found.setdefault((_file(row["url"], files), row["quantity"]), []).append(row)
    return found


def _figures(w: Warehouse, files: dict[str, str]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in rows(
        w, 'SELECT f.*, a.url FROM figures f JOIN revisions a USING (article_id, revision) ORDER BY f."start"'
    ):
        found.setdefault(_file(row["url"], files), []).append(row)
    return found


def _file(url: str, files: dict[str, str]) -> str:
    # Canonical addresses may differ from the label's in scheme and tracking only.
    tail = url.partition("://")[2].rstrip("/")
    return next((f for u, f in files.items() if u == url or tail in u or u.partition("://")[2].rstrip("/") in url), url)
