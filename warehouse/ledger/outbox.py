"""The outbox: alerts wait here until every subscriber has them, at least once, under an id that never changes.

The sender asks for what is ``due``, sends, and marks each delivery; a process killed between sending and marking
sends again, with the same ``alert_id``. Sending itself happens elsewhere (flows).
"""

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from warehouse.ledger import bulk
from warehouse.ledger.database import transaction
from warehouse.ledger.registering import decide
from warehouse.ledger.warehouse import Warehouse

# Pauses after failed attempts, about three days in all; after the last one a person decides (``retry``).
PAUSES = tuple(timedelta(seconds=s) for s in (5, 30, 120, 600, 1800, 3600, 7200, 14400, 28800, 57600, 86400, 86400))


@dataclass(frozen=True, slots=True)
class Delivery:
    """One alert for one subscriber: ``alert`` has the columns of table ``alerts``, ``body``, ``old`` and ``new`` as
    dictionaries; ``attempts`` is how often it was tried."""

    alert_id: str
    subscriber: str
    attempts: int
    alert: dict[str, Any]


def due(w: Warehouse, now: datetime, *, watch: str | None = None, limit: int = 1000) -> list[Delivery]:
    """Return the deliveries to try now, the oldest alert first; of one watch, or of all."""
    rows = bulk.ask(w.con, "outbox/due", now=now, watch=watch, limit=limit)
    return [
        Delivery(row["alert_id"], row.pop("subscriber"), row.pop("attempts"), _alert(row)) for row in map(dict, rows)
    ]


def mark_delivered(w: Warehouse, deliveries: Collection[Delivery], now: datetime) -> None:
    """Record that these subscribers have these alerts."""
    _mark(w, deliveries, "outbox/mark_delivered", now=now)


def mark_failed(w: Warehouse, delivery: Delivery, error: str, now: datetime) -> datetime | None:
    """Record a failed attempt and return when to try again; None where nobody will, unless a person says so."""
    final = delivery.attempts >= len(PAUSES)
    next_try = None if final else now + PAUSES[delivery.attempts]
    _mark(w, [delivery], "outbox/mark_failed", error=error[:500], next_try_at=next_try)
    return next_try


def retry(w: Warehouse, alert_ids: Collection[str], now: datetime) -> int:
    """Make the undelivered deliveries of these alerts due at once (none given: all that failed); return how many."""
    with transaction(w.con):
        rows = bulk.ask(w.con, "outbox/retry", alert_ids=sorted(alert_ids), now=now)
    return len(rows)


def acknowledge(w: Warehouse, alert_id: str, *, who: str, why: str, now: datetime) -> None:
    """Record that somebody has seen to an alert."""
    decide(w, "acknowledge", {"alert_id": alert_id}, who=who, why=why, now=now)


def mute(
    w: Warehouse, watch: str, quantity: str | None, *, until: datetime | None, who: str, why: str, now: datetime
) -> None:
    """Tell nobody of a quantity (None: of the whole watch) until then (None: until it is undone)."""
    given = {"watch": watch, "quantity": quantity, "until": until.isoformat() if until else None}
    decide(w, "mute", {k: v for k, v in given.items() if v is not None}, who=who, why=why, now=now)


def _mark(w: Warehouse, deliveries: Collection[Delivery], name: str, **values: object) -> None:
    if deliveries:
        ids, to = [d.alert_id for d in deliveries], [d.subscriber for d in deliveries]
        with transaction(w.con):
            bulk.run(w.con, name, alert_ids=ids, subscribers=to, **values)


def _alert(row: dict[str, Any]) -> dict[str, Any]:
    return row | {name: json.loads(row[name]) if row[name] else None for name in ("body", "old", "new")}
