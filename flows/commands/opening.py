"""The warehouse as a command opens it: to read, the published copy, which never blocks a running pass."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from flows.commands.failing import WrongUse

if TYPE_CHECKING:
    from flows.settings import Settings
    from warehouse.explain import Connection
    from warehouse.ledger.warehouse import Warehouse


def settings(db: Path) -> "Settings":
    """Return the settings of the environment for this warehouse; raises WrongUse where a variable is wrong."""
    from flows.settings import from_environment

    try:
        return from_environment(db)
    except ValueError as error:
        raise WrongUse(str(error)) from None


def existing(path: Path) -> None:
    """Raise WrongUse where there is no warehouse of that name."""
    if not path.exists():
        raise WrongUse(
            f"{path}: there is no warehouse here. Name one with --db, or make one: tallywire run, load or demo"
        )


@contextmanager
def reading(path: Path) -> Iterator["Connection"]:
    """Open what was last published of a warehouse; raises WrongUse where there is none."""
    from warehouse.explain import Unknown
    from warehouse.ledger.snapshot import open_published

    existing(path)
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
    with open_warehouse(path, now=now, wait=settings(path).busy_wait) as warehouse:
        yield warehouse, now
        publish(warehouse)
