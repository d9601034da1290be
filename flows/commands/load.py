"""``tallywire load``: local files into the warehouse."""

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from flows.commands.failing import Code
from flows.commands.options import DATABASE, Database, Paths, WatchFile

if TYPE_CHECKING:
    from flows.loading import Found
    from flows.watch import Watch
    from warehouse.ledger.applying import Applied

Arrival = Annotated[
    Literal["now", "published"],
    typer.Option(help="now: all arrive now. published: one at a time, each as if it had arrived when published."),
]
Send = Annotated[bool, typer.Option("--send", help="Deliver alerts to all subscribers, not just the screen.")]


def load(
    watch_file: WatchFile,
    paths: Paths,
    db: Database = DATABASE,
    arrival: Arrival = "now",
    send: Send = False,
) -> None:
    """Load local files into the warehouse.

    Takes html, txt, jsonl and warc, each also .gz. Loading the same twice changes nothing. Alerts are shown here.
    """
    from flows import watch as watches
    from flows.commands.inputs import expanded
    from flows.loading import find
    from flows.printing.console import complain

    watch = watches.load(watch_file)
    files = expanded(paths)
    now = datetime.now(UTC)
    found = find(watch, files, now)
    for rejection in found.rejections:
        complain(rejection.ref, rejection.detail or rejection.reason)
    done = _store(watch, found, now, db, arrival, send)
    if send:
        _deliver(watch, db)
    _sum_up(watch, done, db)
    raise typer.Exit(Code.SOME_FAILED if done.rejections or found.rejections else Code.DONE)


def _store(watch: "Watch", found: "Found", now: datetime, db: Path, arrival: Arrival, send: bool) -> "Applied":
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    from flows.commands.opening import settings
    from flows.loading import load as store
    from flows.printing.console import out
    from warehouse.ledger.warehouse import open_warehouse

    console = out()
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with (
        Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar,
        open_warehouse(db, now=now, wait=settings(db).busy_wait) as warehouse,
    ):
        task = bar.add_task("Loading", total=len(found.documents))

        def progress(done: "Applied") -> None:
            bar.advance(task, done.revisions + done.unchanged + len(done.rejections))
            _show(done)

        return store(warehouse, watch, found, now, arrival=arrival, send=send, progress=progress)


def _show(done: "Applied") -> None:
    from flows.channels.screen import render
    from flows.printing.console import complain, out
    from flows.telling import message_of

    for rejection in done.rejections:
        complain(rejection.ref, rejection.detail or rejection.reason)
    for alert in done.alerts:
        out().print(render(message_of(alert)))


def _deliver(watch: "Watch", db: Path) -> None:
    """Tell the subscribers; the screen has shown every alert already."""
    from flows.commands.opening import settings, writing
    from flows.delivering import deliver
    from flows.monitor import fetcher_for
    from flows.printing.console import complain
    from flows.timing import start_clock
    from flows.turns import one_pass_at_a_time

    chosen = settings(db)
    with (
        one_pass_at_a_time(db, chosen.busy_wait),
        fetcher_for(watch, chosen) as fetcher,
        Path(os.devnull).open("w", encoding="utf-8") as nowhere,
    ):
        done = deliver(db, watch, start_clock(), post=fetcher.post, wait=chosen.busy_wait, screen=nowhere)
    with writing(db):
        pass  # opened to publish what became of the deliveries
    for subscriber, error in done.errors.items():
        complain(f"{subscriber} was not told", error)


def _sum_up(watch: "Watch", done: "Applied", db: Path) -> None:
    from flows.commands.opening import reading
    from flows.printing.console import complain, out
    from flows.printing.standing import consensus_table
    from warehouse.explain import standings, unmatched

    console = out()
    with reading(db) as con:
        console.print(consensus_table(standings(con, watch.name), watch.title or watch.name))
        strangers = unmatched(con, watch.name)
    for name, figures in strangers.items():
        complain(f"quantity {name}", f"none of {figures} figures matched; `tallywire explain {name}` shows the nearest")
    counts = (
        (done.articles, "new"), (done.revisions - done.articles, "edited"), (done.unchanged, "known already"),
        (len(done.rejections), "rejected"), (done.figures, "figures"), (len(done.alerts), "alerts"),
    )  # fmt: skip
    console.print(f"Articles: {', '.join(f'{count} {name}' for count, name in counts)}")
