"""A warehouse rebuilt from its archive: articles, figures, reports, history and alerts come out as they were."""

import logging
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from duckdb import DuckDBPyConnection

from warehouse.ledger import bulk, database
from warehouse.ledger.applying import catch_up
from warehouse.ledger.archive import Archive, archive_of
from warehouse.ledger.errors import Unopenable
from warehouse.ledger.rooms import Rooms, the_rooms
from warehouse.ledger.warehouse import Warehouse

_LOG = logging.getLogger(__name__)
_KEPT = ("runs", "source_states", "deliveries")  # what happened around the data, and is in no archive

Progress = Callable[[int, int], object]


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """What a rebuild did: entries of the journal applied, and the tables that now differ from the database before.

    ``differs`` is None where there was no database to compare with. ``aside``: where one that could not be opened
    was put.
    """

    entries: int
    differs: tuple[str, ...] | None
    aside: Path | None = None


def rebuild(path: Path, *, now: datetime, rooms: Rooms | None = None, progress: Progress | None = None) -> Rebuilt:
    """Rebuild a warehouse file from its archive and put it in the place of the one before, in one step.

    Passes, states of sources and deliveries are taken over from the file before; an alert that it did not have is
    withheld, for a person to send. ``progress`` is called with (entries done, of how many). Raises Busy, Damaged,
    Unopenable (no archive), Unwritable; the file before stays in its place then.
    """
    if not archive_of(path).is_dir():
        raise Unopenable(f"There is no archive {archive_of(path)} to rebuild {path} from.")
    archive = Archive(archive_of(path))
    try:
        draft = path.with_name(path.name + ".rebuilt")
        _remove(draft)
        database.create(draft, now)
        w = Warehouse(draft, database.connect(draft), archive, rooms or the_rooms())
        try:
            entries = catch_up(w, progress)
            bulk.run(w.con, "replay/withhold")
            old, aside = _open_old(path, now)
            differs = _take_over(old, w.con) if old else None
            bulk.run(w.con, "ledger/checkpoint")
        finally:
            w.con.close()
        path.with_name(path.name + ".wal").unlink(missing_ok=True)
        database.put_in_place(draft, path)
    finally:
        archive.close()
    return Rebuilt(entries, differs, aside)


def differing(a: DuckDBPyConnection, b: DuckDBPyConnection) -> tuple[str, ...]:
    """Return the tables that are not equal, row for row in any order; what ``rebuild`` takes over is left out."""
    left, right = ({row["name"]: row for row in bulk.ask(con, "replay/digests")} for con in (a, b))
    return tuple(name for name in left if left[name] != right[name])


def _take_over(old: DuckDBPyConnection, new: DuckDBPyConnection) -> tuple[str, ...]:
    try:
        differs = differing(old, new)
        with database.transaction(new):
            for table in _KEPT:
                rows = bulk.ask(old, f"replay/{table}")
                if table == "deliveries":
                    rows = _known(new, rows)
                bulk.insert_rows(new, table, rows)
    finally:
        old.close()
    return differs


def _known(new: DuckDBPyConnection, rows: list[bulk.Row]) -> list[bulk.Row]:
    """Return the deliveries of alerts that are there again, and forget that those were withheld."""
    alerts = {row["alert_id"] for row in bulk.ask(new, "replay/alerts")}
    kept = [row for row in rows if row["alert_id"] in alerts]
    ids, to = [row["alert_id"] for row in kept], [row["subscriber"] for row in kept]
    bulk.run(new, "replay/forget_deliveries", alert_ids=ids, subscribers=to)
    return kept


def _open_old(path: Path, now: datetime) -> tuple[DuckDBPyConnection | None, Path | None]:
    if not path.exists():
        return None, None
    try:
        con = database.connect(path)
        database.migrate(con, path, now)
    except Unopenable:
        aside = path.with_name(path.name + ".damaged")
        _LOG.warning("%s cannot be read; it is kept as %s", path, aside)
        shutil.copyfile(path, aside)
        return None, aside
    return con, None


def _remove(draft: Path) -> None:
    for leftover in (draft, draft.with_name(draft.name + ".wal")):
        leftover.unlink(missing_ok=True)
