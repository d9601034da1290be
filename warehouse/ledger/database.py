"""One DuckDB file: opened by one writer at a time, brought to the newest schema, and read through a published copy."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from importlib.resources import files
from pathlib import Path

import duckdb
from duckdb import DuckDBPyConnection

from warehouse.ledger import bulk
from warehouse.ledger.archive import sync_folder
from warehouse.ledger.errors import Busy, Unopenable, Unwritable
from warehouse.sql import statement

# One configuration everywhere: DuckDB refuses a second one in a process. Extensions are never looked for on the net.
_CONFIG: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
}
_HOLDER = re.compile(r"held in (?P<program>.+?) \(PID (?P<process>\d+)\)")


def connect(path: Path, *, read_only: bool = False) -> DuckDBPyConnection:
    """Open a DuckDB file with every time in UTC; raises Busy or Unopenable with a sentence for a person.

    A file of no bytes, which a power cut can leave where a new one was begun, is treated as absent.
    """
    if not read_only and path.is_file() and path.stat().st_size == 0:
        path.unlink()
    try:
        con = duckdb.connect(str(path), read_only=read_only, config=_CONFIG)
    except duckdb.IOException as error:
        raise _refusal(path, str(error)) from None
    except duckdb.ConnectionException:
        raise Busy(str(path), "this process") from None
    except duckdb.Error as error:
        raise Unopenable(f"{path} cannot be opened: {_first_line(error)}") from None
    bulk.run(con, "ledger/use_utc")
    bulk.run(con, "ledger/no_progress_bar")
    return con


def create(path: Path, now: datetime) -> None:
    """Make a new, empty warehouse file: complete or not there at all. Raises Unopenable, Unwritable."""
    draft = path.with_name(path.name + ".new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        for leftover in (draft, draft.with_name(draft.name + ".wal")):
            leftover.unlink(missing_ok=True)
        con = connect(draft)
        try:
            migrate(con, draft, now)
            bulk.run(con, "ledger/checkpoint")
        finally:
            con.close()
        put_in_place(draft, path)
    except (OSError, duckdb.IOException) as error:
        raise Unwritable(f"{path} cannot be created: {_first_line(error)}") from error


def migrate(con: DuckDBPyConnection, path: Path, now: datetime) -> list[str]:
    """Apply the migrations that a file lacks, each with its record in one transaction; return their names.

    Raises Unopenable where the file was written by a newer version, or is some other database.
    """
    bulk.run(con, "ledger/create_migrations")
    done = {row["name"] for row in bulk.ask(con, "ledger/list_migrations")}
    known = sorted(f.name for f in files("warehouse.sql").joinpath("migrations").iterdir() if f.name.endswith(".sql"))
    if unknown := sorted(done - set(known)):
        raise Unopenable(f"{path} was written by a newer version of this program (it has {unknown[0]}); update it.")
    missing = [name for name in known if name not in done]
    for name in missing:
        with transaction(con):
            con.execute(statement(f"migrations/{name.removesuffix('.sql')}"))
            bulk.insert(con, "migrations", ("name", "applied_at"), [(name, now)])
    return missing


@contextmanager
def transaction(con: DuckDBPyConnection) -> Iterator[None]:
    """Everything inside happens, or nothing of it does; the error that stopped it goes on to the caller.

    Raises Unwritable where it is the machine that refuses.
    """
    with refusals("The warehouse"):
        con.begin()
        try:
            yield
            con.commit()
        except BaseException:
            with suppress(duckdb.Error):  # a dead connection has nothing to roll back; the first error matters
                con.rollback()
            raise


@contextmanager
def refusals(what: object) -> Iterator[None]:
    """Turn errors of the machine (disk full, file too large, memory) into Unwritable, which says ``what`` failed."""
    try:
        yield
    except (OSError, MemoryError, duckdb.Error) as error:
        if is_environment(error):
            raise Unwritable(f"{what} cannot be written: {_first_line(error)}") from error
        raise


def put_in_place(draft: Path, path: Path) -> None:
    """Give a finished file its name in one step that a power cut cannot halve."""
    with draft.open("rb") as file:
        os.fsync(file.fileno())
    draft.replace(path)
    sync_folder(path.parent)


def is_environment(error: BaseException) -> bool:
    """Tell whether an error comes from the machine (disk, memory, interruption) and not from what was written."""
    kinds = (duckdb.IOException, duckdb.FatalException, duckdb.OutOfMemoryException, duckdb.InterruptException)
    return isinstance(error, (*kinds, duckdb.InternalException, OSError, MemoryError, Busy, Unwritable, Unopenable))


def _refusal(path: Path, message: str) -> Exception:
    if holder := _HOLDER.search(message):
        return Busy(str(path), f"process {holder['process']} ({Path(holder['program']).name})")
    if "lock" in message:
        return Busy(str(path), "another process")
    if "not a valid DuckDB" in message:
        return Unopenable(f"{path} is not a warehouse file: choose another name, or move it away.")
    return Unopenable(f"{path} cannot be opened: {_first_line(message)}")


def _first_line(error: object) -> str:
    return str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
