"""Watches: registered in the journal and the database, and applied to everything that is stored."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from duckdb import DuckDBPyConnection

from warehouse.belief import Quantity
from warehouse.ledger import bulk
from warehouse.ledger.journal import Entry
from warehouse.ledger.quantities import from_json, to_json
from warehouse.ledger.rooms import Key, Rooms


def entry_of(
    watch: str, yaml: str, quantities: Sequence[Quantity], subscribers: Mapping[str, Sequence[str]], known_at: datetime
) -> Entry:
    """Return the journal entry of a watch."""
    return {
        "kind": "watch",
        "known_at": known_at.isoformat(),
        "watch": watch,
        "yaml": yaml,
        "quantities": [to_json(quantity) for quantity in quantities],
        "subscribers": {name: list(only) for name, only in subscribers.items()},
    }


def is_known(con: DuckDBPyConnection, watch: str, yaml: str) -> bool:
    """Tell whether this text is the newest version of the watch already."""
    return [row["yaml"] for row in bulk.ask(con, "ledger/newest_watch", watch=watch)] == [yaml]


def apply(con: DuckDBPyConnection, rooms: Rooms, entry: Entry, known_at: datetime) -> set[Key]:
    """Make this the newest version of the watch, match all that is stored, and return the quantities to settle."""
    watch = entry["watch"]
    before = _quantities_of(con, watch)
    rooms.register(con, watch, entry["yaml"], [from_json(values) for values in entry["quantities"]], known_at)
    bulk.run(con, "outbox/forget_subscribers", watch=watch)
    rows = [(watch, name, list(only)) for name, only in entry["subscribers"].items()]
    bulk.insert(con, "subscribers", ("watch", "subscriber", "quantities"), rows)
    rooms.match_watch(con, watch, known_at)
    return before | _quantities_of(con, watch)


def _quantities_of(con: DuckDBPyConnection, watch: str) -> set[Key]:
    return {(watch, row["quantity"]) for row in bulk.ask(con, "settlement/quantities_of_watch", watch=watch)}
