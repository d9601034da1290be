"""Many rows at once in, rows as dictionaries out; statements by name (``topic/name``), never as text."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from duckdb import DuckDBPyConnection

from warehouse.sql import statement

Row = dict[str, Any]


def insert(con: DuckDBPyConnection, table: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> int:
    """Append rows to a table through DuckDB's appender, inside the caller's transaction; return how many.

    ``columns`` are the columns that each row gives, in its order; the others become NULL. The tables have no primary
    keys (they cost ten times the CPU), so that the caller removes duplicates first.
    """
    batch = list(rows)
    if batch:
        with con.appender(table, columns=list(columns)) as appender:
            appender.append_rows(batch)
    return len(batch)


def insert_rows(con: DuckDBPyConnection, table: str, rows: Sequence[Mapping[str, object]]) -> int:
    """Append rows given as mappings that all have the same keys, which name the columns; return how many."""
    if not rows:
        return 0
    columns = list(rows[0])
    return insert(con, table, columns, ([row[name] for name in columns] for row in rows))


def run(con: DuckDBPyConnection, name: str, **parameters: object) -> None:
    """Execute the statement ``topic/name`` for its effect."""
    con.execute(statement(name), parameters or None)


def ask(con: DuckDBPyConnection, name: str, **parameters: object) -> list[Row]:
    """Execute the query ``topic/name`` and return its rows as dictionaries by column name."""
    result = con.execute(statement(name), parameters or None)
    columns = [column[0] for column in result.description or ()]
    return [dict(zip(columns, row, strict=True)) for row in result.fetchall()]
