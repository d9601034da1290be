"""``tallywire replay``: everything again from the archive, or a changed watch tried on all of history."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from flows.commands.options import DATABASE, Database

if TYPE_CHECKING:
    from rich.table import Table

    from warehouse.ledger.preview import Difference

NewWatch = Annotated[
    Path | None, typer.Option("--watch", metavar="NEW.yaml", help="Only show what this watch would change.")
]


def replay(watch_file: NewWatch = None, db: Database = DATABASE) -> None:
    """Rebuild the warehouse from its archive.

    With --watch: store nothing and send nothing, but show which past alerts the changed watch would add or drop.
    """
    if watch_file is None:
        _rebuild(db)
    else:
        _preview(watch_file, db)


def _rebuild(db: Path) -> None:
    from rich.progress import Progress

    from flows.commands.opening import writing
    from flows.printing.console import out
    from warehouse.ledger.replay import rebuild

    console = out()
    with Progress(console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("Replaying", total=None)
        done = rebuild(db, now=datetime.now(UTC), progress=lambda n, total: bar.update(task, completed=n, total=total))
    with writing(db):
        pass  # opened to publish the rebuilt file for readers
    typer.echo(f"{db}: rebuilt from {done.entries} {'entry' if done.entries == 1 else 'entries'} of its archive.")
    if done.aside:
        typer.echo(f"The file before could not be read; it is kept as {done.aside}.")
    elif done.differs is not None:
        changed = f"these tables differ from before: {', '.join(done.differs)}" if done.differs else "all is as it was"
        typer.echo(f"Compared with the file before, {changed}.")


def _preview(watch_file: Path, db: Path) -> None:
    from flows import watch as watches
    from flows.commands.failing import WrongUse
    from flows.printing.console import busy, out
    from warehouse.ledger.preview import preview

    watch = watches.load(watch_file)
    if not db.exists():
        raise WrongUse(f"{db}: there is no warehouse here to try the watch on")
    console = out()
    with busy(console, f"Trying {watch_file.name} on all that is stored ..."):
        found = preview(db, watch.name, watch.yaml, watch.quantities, now=datetime.now(UTC))
    counts = {what: sum(d.what == what for d in found) for what in ("added", "dropped")}
    if found:
        console.print(_table(found))
    console.print(
        f"{watch.name}: {counts['added']} past alerts would be added, {counts['dropped']} dropped. Nothing was stored."
    )


def _table(found: "list[Difference]") -> "Table":
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    from flows.printing.console import moment, safe

    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for name in ("", "when", "kind", "quantity", "number", "moved by"):
        table.add_column(name, no_wrap=name in ("", "when", "kind"))
    for one in found:
        alert = one.alert
        sign = "[state.corroborated]+[/]" if one.what == "added" else "[problem]-[/]"
        step = f"{safe(alert.old)} → {safe(alert.new)}"
        table.add_row(sign, moment(alert.at), alert.kind, safe(alert.quantity), step, safe(alert.source))
    return table
