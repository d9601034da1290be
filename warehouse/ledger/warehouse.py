"""An open warehouse: the database, its archive, and the one process that may write both."""

import logging
import time
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from types import TracebackType

from duckdb import DuckDBPyConnection

from warehouse.ledger import bulk, database
from warehouse.ledger.archive import Archive, archive_of
from warehouse.ledger.errors import Busy, Unopenable
from warehouse.ledger.rooms import Rooms, the_rooms
from warehouse.ledger.settle import Memory

_LOG = logging.getLogger(__name__)
_RETRY_SECONDS = 0.2


@dataclass
class Warehouse:
    """What ``open_warehouse`` returns. ``seq`` is the newest journal entry that the database holds, ``known_at`` the
    latest time at which it knew anything (None while it is empty)."""

    path: Path
    con: DuckDBPyConnection
    archive: Archive
    rooms: Rooms
    memory: Memory = field(default_factory=dict)
    seq: int = 0
    known_at: datetime | None = None

    def __enter__(self) -> "Warehouse":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close the database and give the archive's lock back."""
        self.con.close()
        self.archive.close()

    def at(self, now: datetime) -> datetime:
        """Return the time to record for something that becomes known now: never before what was known already."""
        if now.tzinfo is None:
            raise ValueError("a time without a zone")
        return max(now, self.known_at) if self.known_at else now

    def refresh(self) -> None:
        """Read again which journal entry the database holds."""
        [last] = bulk.ask(self.con, "ledger/last_entry")
        self.seq, self.known_at = last["seq"], last["known_at"]


def open_warehouse(path: Path, *, now: datetime, wait: float = 0.0, rooms: Rooms | None = None) -> Warehouse:
    """Open a warehouse for writing, creating it where it does not exist, and bring it up to date with its archive.

    ``wait``: seconds to wait for another process to finish. Raises Busy, Unopenable, Unwritable, Damaged.
    """
    archive = _open_archive(path, wait)
    try:
        if not path.exists() or path.stat().st_size == 0:
            _refuse_to_forget(path, archive)
            database.create(path, now)
        con = _connect(path, wait)
    except BaseException:
        archive.close()
        raise
    warehouse = Warehouse(path, con, archive, rooms or the_rooms())
    try:
        database.migrate(con, path, now)
        warehouse.refresh()
        _warn_of_gap(warehouse)
        from warehouse.ledger.applying import catch_up

        catch_up(warehouse)
    except BaseException:
        warehouse.close()
        raise
    return warehouse


def _open_archive(path: Path, wait: float) -> Archive:
    deadline = time.monotonic() + wait
    while True:
        try:
            return Archive(archive_of(path))
        except Busy:
            if time.monotonic() >= deadline:
                raise
        time.sleep(_RETRY_SECONDS)


def _connect(path: Path, wait: float) -> DuckDBPyConnection:
    deadline = time.monotonic() + wait
    while True:
        try:
            return database.connect(path)
        except Busy:
            if time.monotonic() >= deadline:
                raise
        time.sleep(_RETRY_SECONDS)


def _refuse_to_forget(path: Path, archive: Archive) -> None:
    if archive.journal.seq:
        raise Unopenable(
            f"{path} is gone, but its archive {archive.folder} holds {archive.journal.seq} entries. "
            "Rebuild it with the command replay, or move the archive away to begin anew."
        )


def _warn_of_gap(warehouse: Warehouse) -> None:
    """A journal that is behind its database was lost or restored from an old copy: go on, but say so."""
    journal = warehouse.archive.journal
    if journal.seq < warehouse.seq:
        _LOG.warning(
            "The archive %s ends at entry %d, the database at %d: a replay cannot rebuild what lies between.",
            warehouse.archive.folder,
            journal.seq,
            warehouse.seq,
        )
        journal.skip_to(warehouse.seq)
