"""A dry run of a changed watch: which alerts of the past it would add or drop. Nothing is written, nothing is sent."""

import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from pathlib import Path
from typing import Literal

from duckdb import DuckDBPyConnection

from warehouse.belief import Quantity, Report
from warehouse.ledger import bulk, database
from warehouse.ledger.changes import named, stands
from warehouse.ledger.errors import Unopenable
from warehouse.ledger.quantities import load_quantities
from warehouse.ledger.rooms import Rooms, the_rooms
from warehouse.ledger.settle import load_reports
from warehouse.ledger.snapshot import published_path
from warehouse.ledger.wording import belief


@dataclass(frozen=True, slots=True)
class Told:
    """One alert as it was, or would have been, raised; ``old`` and ``new`` in words."""

    quantity: str
    kind: str
    old: str
    new: str
    at: datetime
    article_id: str | None
    source: str
    url: str


@dataclass(frozen=True, slots=True)
class Difference:
    """One alert that a changed watch would add or drop."""

    what: Literal["added", "dropped"]
    alert: Told


def preview(
    path: Path, watch: str, yaml: str, quantities: Sequence[Quantity], *, now: datetime, rooms: Rooms | None = None
) -> list[Difference]:
    """Return what this definition of a watch would change about past alerts, in order of time.

    Both definitions are run over the stored figures of the published copy, one article after the other in the order
    in which they became known, with the origins as they are known now. Raises Unopenable where nothing is published.
    """
    source = published_path(path)
    if not source.exists():
        raise Unopenable(f"There is no published copy {source} to try the watch on: run a pass first.")
    used = rooms or the_rooms()
    with tempfile.TemporaryDirectory(prefix="tallywire-") as folder:
        copy = Path(folder) / "preview.duckdb"
        shutil.copyfile(source, copy)
        con = database.connect(copy)
        try:
            database.migrate(con, copy, now)
            before = told(con, used, watch)
            used.register(con, watch, yaml, quantities, now)
            used.match_watch(con, watch, now)
            after = told(con, used, watch)
        finally:
            con.close()
    was, now_told = set(before), set(after)
    changes = [Difference("dropped", alert) for alert in before if alert not in now_told]
    changes += [Difference("added", alert) for alert in after if alert not in was]
    return sorted(changes, key=lambda change: (change.alert.at, change.alert.quantity, change.what))


def told(con: DuckDBPyConnection, rooms: Rooms, watch: str) -> list[Told]:
    """Return the alerts of a watch as its present reports give them, one article after the other."""
    keys = [(watch, row["quantity"]) for row in bulk.ask(con, "settlement/quantities_of_watch", watch=watch)]
    if not keys:
        return []
    arrivals = {(row["article_id"], row["revision"]): row for row in bulk.ask(con, "replay/arrivals")}
    reports = load_reports(con, keys)
    alerts: list[Told] = []
    for key, quantity in load_quantities(con, keys).items():
        alerts += _alerts(rooms, quantity, reports.get(key, []), arrivals)
    return alerts


def _alerts(
    rooms: Rooms, quantity: Quantity, reports: Sequence[Report], arrivals: dict[tuple[str, int], bulk.Row]
) -> list[Told]:
    alerts = []
    fold, standing = rooms.fold(quantity), None
    order = {revision: place for place, revision in enumerate(arrivals)}
    ordered = sorted(reports, key=lambda r: order[(r.article_id, r.revision)])
    for revision, group in groupby(ordered, key=lambda r: (r.article_id, r.revision)):
        own, before = list(group), fold.head
        fold.insert(own)
        change = named(rooms.change, quantity, standing, before, fold.head, own)
        if stands(before, fold.head):
            standing = fold.head
        if kind := rooms.alert_kind(change, quantity.policy):
            old, new, at = belief(change.before), belief(change.after), arrivals[revision]["known_at"]
            alerts.append(Told(quantity.name, kind, old, new, at, own[0].article_id, own[0].source, own[0].url))
    return alerts
