"""``tallywire export``: the contract's tables as files."""

from pathlib import Path
from typing import Annotated

import typer

from flows.commands.options import DATABASE, Database

Folder = Annotated[Path, typer.Argument(metavar="DIR", help="Where to; made if missing.", file_okay=False)]


def export(folder: Folder, db: Database = DATABASE) -> None:
    """Write all tables as Parquet and CSV files.

    Parquet keeps everything as it is; the CSV files are safe to open in a spreadsheet.
    """
    from flows.commands.opening import reading
    from flows.printing.console import busy, out
    from warehouse.ledger.export import export as write

    with reading(db) as con, busy(out(), "Exporting ..."):
        written = write(con, folder)
    typer.echo(f"{len(written)} files in {folder}: {', '.join(sorted({path.stem for path in written}))}")
