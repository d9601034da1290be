"""What earlier passes left in the warehouse, read from its published copy: nothing here waits for a writer."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from flows import watch as watches
from warehouse.ledger import Unopenable, open_published
from warehouse.overview import overview


def last_started(db: Path, watch: Path) -> datetime | None:
    """When the latest pass of a watch began; None where there was none (that was published)."""
    try:
        name = watches.load(watch).name
        with open_published(db) as con:
            runs = overview(con, datetime.now(UTC) - timedelta(days=1)).runs
    except (Unopenable, watches.WatchError):
        return None
    return next((run.started_at for run in runs if run.watch == name), None)


def is_covered(due: datetime | None, started: datetime) -> bool:
    """Whether a run that was due then needs no pass, because one began after that."""
    return due is not None and due < started
