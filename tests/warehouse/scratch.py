"""Empty warehouses in memory that cost nothing: transactions of one migrated database, which are never committed."""

from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import duckdb
from duckdb import DuckDBPyConnection

from warehouse.ledger import database


def scratch() -> DuckDBPyConnection:
    """A connection to an empty warehouse with today's schema; what is written to it is gone when it is closed."""
    con = _migrated().cursor()
    con.execute("SET TimeZone = 'UTC'")
    con.begin()
    return con


@cache
def _migrated() -> DuckDBPyConnection:
    con = duckdb.connect(config={"autoinstall_known_extensions": False})
    con.execute("SET enable_progress_bar = false")
    database.migrate(con, Path("memory"), datetime(2031, 3, 5, tzinfo=UTC))
    return con
