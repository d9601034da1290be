"""The contract's tables as files: Parquet for programs, CSV that is safe to open in a spreadsheet."""

import csv
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from duckdb import DuckDBPyConnection

from warehouse.ledger.database import refusals
from warehouse.sql import statement

TABLES = (
    *("articles", "figures", "reports", "consensus", "evidence", "consensus_history"),
    *("alerts", "deliveries", "rejections", "runs"),
)
_CHUNK = 10_000
# What makes a spreadsheet run a cell (OWASP, CSV injection), also in full width, and behind what it skips.
_DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "|", "%")


def export(con: DuckDBPyConnection, folder: Path) -> list[Path]:
    """Write every table of the contract as ``<name>.parquet`` and ``<name>.csv``; return the files.

    Each file is complete or absent. Parquet keeps everything as it is; in CSV a text that a spreadsheet would run as
    a formula has an apostrophe before it, times are ISO 8601. ``evidence`` is that of the newest versions. Raises
    Unwritable.
    """
    written = []
    with refusals(folder):
        folder.mkdir(parents=True, exist_ok=True)
        for name in TABLES:
            written += [_parquet(con, name, folder / f"{name}.parquet"), _csv(con, name, folder / f"{name}.csv")]
    return written


def safe(value: object) -> object:
    """Return a cell as a spreadsheet may have it: text that would be run gets an apostrophe before it."""
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, list):
        value = " | ".join(map(str, value))
    if isinstance(value, str):
        text = value.replace("\x00", "")
        return f"'{text}" if text.lstrip(" \u00a0\ufeff").startswith(_DANGEROUS) else text
    return value


def _parquet(con: DuckDBPyConnection, name: str, path: Path) -> Path:
    draft = path.with_name(path.name + ".new")
    con.sql(statement(f"export/{name}")).write_parquet(str(draft), compression="zstd")
    return draft.replace(path)


def _csv(con: DuckDBPyConnection, name: str, path: Path) -> Path:
    draft = path.with_name(path.name + ".new")
    result = con.execute(statement(f"export/{name}"))
    with draft.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([column[0] for column in result.description or ()])
        while rows := result.fetchmany(_CHUNK):
            writer.writerows(_safe_rows(rows))
    return draft.replace(path)


def _safe_rows(rows: Iterable[tuple[object, ...]]) -> Iterable[list[object]]:
    return ([safe(value) for value in row] for row in rows)
