"""The warehouse as a command opens it: to read, the published copy, which never blocks a running pass."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from flows.commands.failing import WrongUse

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

    from warehouse.ledger.warehouse import Warehouse

WAIT_SECONDS = 20.0  # a pass that is running now is done by then, or the person is told who holds the file


@contextmanager
def reading(path: Path) -> Iterator["DuckDBPyConnection"]:
    """Open what was last published of a warehouse; raises WrongUse where there is none."""
    from warehouse.explain import Unknown
    from warehouse.ledger.snapshot import open_published

    if not path.exists():
        raise WrongUse(
            f"{path}: there is no warehouse here. Name one with --db, or make one: tallywire run, load or demo"
        )
    try:
        with open_published(path) as con:
            yield con
    except Unknown as error:
        raise WrongUse(str(error)) from None


@contextmanager
def writing(path: Path) -> Iterator[tuple["Warehouse", datetime]]:
    """Open a warehouse for a person's decision, with the time of it, and publish what came of it."""
    from warehouse.ledger.snapshot import publish
    from warehouse.ledger.warehouse import open_warehouse

    now = datetime.now(UTC)
    with open_warehouse(path, now=now, wait=WAIT_SECONDS) as warehouse:
        yield warehouse, now
        publish(warehouse)
