"""``tallywire run``: one monitoring pass."""

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from flows.commands.failing import Code
from flows.commands.options import DATABASE, Database, WatchFile

if TYPE_CHECKING:
    from flows.monitor import PassResult


def run(watch_file: WatchFile, db: Database = DATABASE) -> None:
    """Make one pass over a watch.

    Looks at every source once, stores what is new, and tells the subscribers what changed.
    """
    from flows.commands.opening import settings
    from flows.monitor import run_pass
    from flows.printing.console import busy, out

    console = out()
    with busy(console, f"{watch_file.name}: one pass ...") as saying:
        result = run_pass(watch_file, settings(db), told=saying)
    _sum_up(result, db)
    raise typer.Exit(Code.SOME_FAILED if result.failed else Code.DONE)


def _sum_up(result: "PassResult", db: Path) -> None:
    from flows.commands.opening import reading
    from flows.printing.console import complain, out, safe
    from flows.printing.standing import consensus_table
    from warehouse.explain import standings

    console = out()
    with reading(db) as con:
        console.print(consensus_table(standings(con, result.watch)))
    names = ("new", "rechecked", "figures", "alerts", "rejected")
    counts = ", ".join(f"{result.counts[name]} {name}" for name in names if result.counts.get(name))
    console.print(f"{safe(result.watch)}: {counts or 'nothing new'}")
    for source, error in result.failed.items():
        complain(f"{source} failed", error)
    for subscriber, error in (result.delivered.errors if result.delivered else {}).items():
        complain(f"{subscriber} was not told", error)
