"""The published copy: one file that readers open at any time, and that is replaced as a whole."""

import os
import shutil
from pathlib import Path

from duckdb import DuckDBPyConnection

from warehouse.ledger import bulk, database
from warehouse.ledger.errors import Unopenable
from warehouse.ledger.warehouse import Warehouse


def published_path(path: Path) -> Path:
    """Return where the published copy of a warehouse file lies: ``news.duckdb`` -> ``news.published.duckdb``."""
    return path.with_name(f"{path.stem}.published{path.suffix or '.duckdb'}")


def publish(w: Warehouse) -> Path:
    """Replace the published copy by the present state, in one step, and return its path; raises Unwritable.

    Readers keep what they have open. Nothing is copied where nothing changed since.
    """
    target = published_path(w.path)
    with database.refusals(f"The published copy {target}"):
        bulk.run(w.con, "ledger/checkpoint")
        if target.exists() and target.stat().st_mtime_ns >= w.path.stat().st_mtime_ns:
            return target
        draft = target.with_name(target.name + ".new")
        shutil.copyfile(w.path, draft)
        os.utime(draft, ns=(w.path.stat().st_mtime_ns,) * 2)
        database.put_in_place(draft, target)
    return target


def open_published(path: Path) -> DuckDBPyConnection:
    """Open the published copy of a warehouse file for reading; raises Unopenable where there is none yet."""
    target = published_path(path)
    if not target.exists():
        raise Unopenable(f"There is no published copy {target} yet: it appears when the first pass is done.")
    return database.connect(target, read_only=True)
