"""Passes and sources: what ran when, and what the next request to a source needs to know."""

import json
from collections.abc import Collection, Mapping
from dataclasses import astuple, dataclass, fields
from datetime import datetime
from typing import Literal

from warehouse.ledger import bulk
from warehouse.ledger.database import transaction
from warehouse.ledger.identity import digest
from warehouse.ledger.warehouse import Warehouse

RunState = Literal["done", "failed", "partial"]


@dataclass(frozen=True, slots=True)
class SourceState:
    """What is known of one address of a source: validators for conditional requests, and how it fares.

    ``failures`` counts those in a row; 0 means that the last request went well.
    """

    source: str
    url: str
    etag: str | None = None
    last_modified: str | None = None
    checked_at: datetime | None = None
    failures: int = 0
    error: str | None = None


_STATE = tuple(item.name for item in fields(SourceState))


def start_run(w: Warehouse, watch: str, now: datetime) -> str:
    """Record that a pass began and return its run_id. Passes left running by a process that died become failed."""
    run_id = digest(watch, now.isoformat(), w.archive.journal.seq)
    with transaction(w.con):
        bulk.run(w.con, "ledger/close_runs", watch=watch, now=now)
        row = (run_id, watch, now, "running", "{}")
        bulk.insert(w.con, "runs", ("run_id", "watch", "started_at", "state", "counts"), [row])
    return run_id


def finish_run(w: Warehouse, run_id: str, state: RunState, counts: Mapping[str, int], now: datetime) -> None:
    """Record how a pass ended, with its counts by name."""
    with transaction(w.con):
        bulk.run(w.con, "ledger/finish_run", run_id=run_id, state=state, counts=json.dumps(dict(counts)), now=now)


def source_states(w: Warehouse, watch: str) -> dict[str, SourceState]:
    """Return what is known of the addresses of a watch's sources, by address."""
    rows = bulk.ask(w.con, "ledger/source_states", watch=watch)
    return {row["url"]: SourceState(**row) for row in rows}


def remember_sources(w: Warehouse, watch: str, states: Collection[SourceState]) -> None:
    """Replace what is known of these addresses."""
    newest = {state.url: state for state in states}
    if newest:
        with transaction(w.con):
            bulk.run(w.con, "ledger/forget_sources", watch=watch, urls=sorted(newest))
            bulk.insert(w.con, "source_states", ("watch", *_STATE), [(watch, *astuple(s)) for s in newest.values()])
