"""``tallywire demo``: the whole program on an invented story, over real HTTP on this machine."""

import shutil
import sys
from collections.abc import Iterator
from datetime import datetime, timedelta
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from flows.newsroom import PORT

if TYPE_CHECKING:
    from rich.console import Console

    from flows.newsroom.edition import Newsroom
    from flows.newsroom.server import Site

FOLDER = Path("tallywire-demo")
DELAY = timedelta(minutes=2)  # between the publication of a page and the pass that finds it
APART = timedelta(hours=1)  # pages that appear within this time are found by one pass
Folder = Annotated[Path, typer.Option("--dir", help="Where to keep the demo's warehouse; begun anew.", file_okay=False)]


class Time:
    """What time it is in the newsroom."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now


def demo(folder: Folder = FOLDER) -> None:
    """Watch an invented story unfold, over real HTTP.

    Six mastheads, four days: this machine serves them to itself. Needs no network.
    """
    from flows.newsroom.edition import opened
    from flows.newsroom.server import serving
    from flows.printing.console import out

    console = out()
    newsroom = opened()
    times = list(passes(newsroom))
    clock = Time(times[0])
    db = fresh(folder)
    with serving(newsroom, clock) as site:
        watch = folder / "demo.yaml"
        watch.write_text(watch_text(site.server_port), encoding="utf-8")
        console.print(
            f"[bold]An invented story, told by {len(newsroom.mastheads)} invented mastheads on {site.base}[/]\n"
            f"Each pass looks at their feeds a little later, from {times[0]:%A %d %B} to {times[-1]:%A %d %B %Y}.\n"
        )
        _run_all(console, site, clock, times, watch, db)
    _show_end(console, db)
    _show_next(console, watch, db)


def passes(newsroom: "Newsroom") -> Iterator[datetime]:
    """Yield when to look: shortly after something was published, once for pages that appear close together."""
    moments = newsroom.moments()
    for moment, following in zip(moments, [*moments[1:], None], strict=True):
        if following is None or following - moment > APART:
            yield moment + DELAY


def watch_text(port: int) -> str:
    """Return the watch of the demo for a newsroom on this port."""
    text = files("flows.newsroom").joinpath("watch.yaml").read_text(encoding="utf-8")
    return text.replace(f"127.0.0.1:{PORT}", f"127.0.0.1:{port}")


def fresh(folder: Path) -> Path:
    """Return where the demo's warehouse goes, with what an earlier demo left there removed."""
    db = folder / "demo.duckdb"
    folder.mkdir(parents=True, exist_ok=True)
    for left in folder.glob("demo.*"):
        shutil.rmtree(left) if left.is_dir() else left.unlink()
    return db


def _run_all(console: "Console", site: "Site", clock: Time, times: list[datetime], watch: Path, db: Path) -> None:
    """Make every pass; its alerts are printed by the watch's own subscriber ``screen``."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    from flows.monitor import run_pass
    from flows.printing.console import moment
    from flows.settings import Settings
    from flows.timing import Clock

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("Passes", total=len(times))
        for clock.now in times:
            online = len(site.newsroom.edition(clock.now).pages)
            console.print(f"[bold]{moment(clock.now)}[/] [quiet]{online} pages online[/]")
            run_pass(watch, Settings(db=db, retry_after=()), clock=Clock(clock.now))
            bar.advance(task)


def _show_end(console: "Console", db: Path) -> None:
    from flows.commands.opening import reading
    from flows.printing.alerting import alert_table
    from flows.printing.console import safe
    from flows.printing.history import history_table
    from flows.printing.standing import consensus_table
    from warehouse.explain import explain, standings
    from warehouse.overview import alerts

    with reading(db) as con:
        every = standings(con)
        stories = [explain(con, tracked) for tracked, _ in every]
        told = alerts(con)
    console.print(consensus_table(every, "What is reported at the end"))
    for story in stories:
        title = f"How it came about: {safe(story.quantity.title)}"
        console.print(history_table(story.history, story.quantity, title))
    console.print(alert_table(reversed(told), "What subscribers were told"))


def _show_next(console: "Console", watch: Path, db: Path) -> None:
    program = "tallywire" if shutil.which("tallywire") else sys.argv[0]
    console.print(f"The warehouse is {db}, its watch {watch}. Try next:", soft_wrap=True)
    for command, shows in (
        (f"explain killed --db {db}", "why it says so, sentence by sentence"),
        (f"status --db {db}", "passes, sources, outbox"),
        ("newsroom", "the newsroom itself, to look at in a browser"),
    ):
        console.print(f"  [bold]{program} {command}[/]\n      {shows}", soft_wrap=True)
