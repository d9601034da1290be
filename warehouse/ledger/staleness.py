"""Numbers that nobody repeats: what only the passing of time changes."""

from datetime import datetime

from duckdb import DuckDBPyConnection

from warehouse.ledger import bulk
from warehouse.ledger.history import load_pages
from warehouse.ledger.quantities import load_quantities
from warehouse.ledger.rooms import Rooms
from warehouse.ledger.settle import Moved


def stale(con: DuckDBPyConnection, rooms: Rooms, now: datetime) -> list[Moved]:
    """Return the quantities that have become stale by now and whose watch wants that told, each version once."""
    rows = {(row["watch"], row["quantity"]): row for row in bulk.ask(con, "settlement/quiet")}
    if not rows:
        return []
    pages = load_pages(con, list(rows))
    found = []
    for key, quantity in load_quantities(con, rows).items():
        page, row = pages[key], rows[key]
        change = rooms.stale(quantity, page.head, row["last_report"], now)
        if rooms.alert_kind(change, quantity.policy):
            found.append(Moved(quantity, row["version"], change, -1, (), tuple(page.stances.values())))
    return found
