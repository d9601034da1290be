"""What a person asks of a running warehouse: its passes, its sources, its outbox, and the alerts it wrote."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from duckdb import DuckDBPyConnection

from warehouse.ledger import bulk


@dataclass(frozen=True, slots=True)
class Delivery:
    """How one alert reached one subscriber; status is waiting, delivered, failed, muted or shown."""

    subscriber: str
    status: str
    attempts: int
    next_try_at: datetime | None
    delivered_at: datetime | None
    error: str | None


@dataclass(frozen=True, slots=True)
class Alert:
    """One alert. ``body`` is what every channel is given (see ``warehouse.ledger.telling``): headline, old and new in
    words, and under ``moved_by`` the article that did it, None where no article did."""

    alert_id: str
    watch: str
    quantity: str
    kind: str
    created_at: datetime
    body: Mapping[str, Any]
    acknowledged: bool
    deliveries: tuple[Delivery, ...]


@dataclass(frozen=True, slots=True)
class Decision:
    """What somebody decided; see ``warehouse.ledger.decisions`` for kinds and subjects. ``undone_by``: the decision
    that took it back, None while it holds."""

    decision_id: str
    kind: str
    subject: Mapping[str, Any]
    who: str
    why: str
    decided_at: datetime
    undone_by: str | None


@dataclass(frozen=True, slots=True)
class LastRun:
    """The latest pass of a watch; all None but ``watch`` and ``yaml`` where it never ran."""

    watch: str
    yaml: str
    run_id: str | None
    started_at: datetime | None
    finished_at: datetime | None
    state: str | None
    counts: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class SourceHealth:
    """One address of a source: when it was last asked, and how often in a row it failed since."""

    watch: str
    source: str
    url: str
    checked_at: datetime | None
    failures: int
    error: str | None


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits for a subscriber, or was given up (status failed)."""

    subscriber: str
    status: str
    deliveries: int
    next_try_at: datetime | None
    error: str | None


@dataclass(frozen=True, slots=True)
class Dropped:
    """How often something was dropped at a stage for a reason, with the latest example."""

    stage: str
    reason: str
    times: int
    latest: datetime
    example: str
    detail: str


@dataclass(frozen=True, slots=True)
class Overview:
    """The state of a warehouse at a glance."""

    runs: tuple[LastRun, ...]
    sources: tuple[SourceHealth, ...]
    outbox: tuple[Waiting, ...]
    dropped: tuple[Dropped, ...]
    articles: int
    documents: int
    figures: int
    alerts: int


def alerts(con: DuckDBPyConnection) -> list[Alert]:
    """Return every alert, newest first."""
    sent: dict[str, list[Delivery]] = {}
    for row in bulk.ask(con, "explain/deliveries"):
        sent.setdefault(row.pop("alert_id"), []).append(Delivery(**row))
    return [
        Alert(**row | {"body": json.loads(row["body"])}, deliveries=tuple(sent.get(row["alert_id"], ())))
        for row in bulk.ask(con, "explain/alerts")
    ]


def decisions(con: DuckDBPyConnection) -> list[Decision]:
    """Return every decision, newest first."""
    return [Decision(**row | {"subject": json.loads(row["subject"])}) for row in bulk.ask(con, "explain/decisions")]


def overview(con: DuckDBPyConnection, since: datetime) -> Overview:
    """Return the state of the warehouse; ``since`` bounds which rejections are counted."""
    [sizes] = bulk.ask(con, "explain/sizes")
    return Overview(
        runs=tuple(
            LastRun(**row | {"counts": json.loads(row["counts"] or "{}")}) for row in bulk.ask(con, "explain/last_runs")
        ),
        sources=tuple(SourceHealth(**row) for row in bulk.ask(con, "explain/sources")),
        outbox=tuple(Waiting(**row) for row in bulk.ask(con, "explain/outbox")),
        dropped=tuple(Dropped(**row) for row in bulk.ask(con, "explain/rejections", since=since)),
        **sizes,
    )
