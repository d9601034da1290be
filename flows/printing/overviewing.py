"""The page of ``tallywire status``: passes, sources that fail, the outbox, and what was dropped."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.padding import Padding
from rich.table import Table

from flows.printing.console import moment, safe
from warehouse.overview import LastRun, Overview


def show_overview(console: Console, overview: Overview, due: Mapping[str, str], since: datetime) -> None:
    """Print the page; ``due`` says in words when each watch is to run next."""
    console.print(
        f"{overview.articles:,} articles of {overview.documents:,} documents, "
        f"{overview.figures:,} figures, {overview.alerts:,} alerts"
    )
    console.print(_runs(overview, due) if overview.runs else "\nNo watch is known here yet.")
    _sources(console, overview)
    _outbox(console, overview)
    _dropped(console, overview, since)


def _runs(overview: Overview, due: Mapping[str, str]) -> Table:
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for name in ("watch", "last pass", "ended", "brought", "next pass"):
        table.add_column(name)
    for run in overview.runs:
        counts = ", ".join(f"{count} {name}" for name, count in run.counts.items() if count)
        table.add_row(safe(run.watch), moment(run.started_at), _ending(run), safe(counts), safe(due.get(run.watch)))
    return table


def _ending(run: LastRun) -> str:
    if run.started_at is None or run.state is None:
        return "never ran"
    if run.finished_at is None:
        return run.state
    return f"{run.state} in {(run.finished_at - run.started_at).total_seconds():.0f} s"


def _sources(console: Console, overview: Overview) -> None:
    failing = [s for s in overview.sources if s.failures]
    if not failing:
        _line(console, "Sources", f"all {len(overview.sources)} answer" if overview.sources else "none asked yet")
        return
    _line(console, "Sources", f"{len(failing)} of {len(overview.sources)} fail")
    for source in failing:
        times = "once" if source.failures == 1 else f"{source.failures} times in a row"
        said = f"[problem]{safe(source.source)}[/] {times}, last {moment(source.checked_at)}: {safe(source.error)}"
        console.print(Padding(f"{said}\n[quiet]{safe(source.url, 500)}[/]", (0, 0, 0, 2)))


def _outbox(console: Console, overview: Overview) -> None:
    if not overview.outbox:
        _line(console, "Outbox", "nothing waits")
        return
    _line(console, "Outbox", "")
    for waiting in overview.outbox:
        why = f" ({safe(waiting.error, 120)})" if waiting.error else ""
        what = (
            f"next try {moment(waiting.next_try_at)}" if waiting.status == "waiting" else "see tallywire alerts retry"
        )
        said = f"{safe(waiting.subscriber)}: {waiting.deliveries} {waiting.status}, {what}{why}"
        console.print(Padding(said, (0, 0, 0, 2)))


def _dropped(console: Console, overview: Overview, since: datetime) -> None:
    total = sum(d.times for d in overview.dropped)
    _line(console, f"Dropped since {moment(since)}", f"{total:,}" if total else "nothing")
    for dropped in overview.dropped:
        said = f"{dropped.times:,} × {safe(dropped.stage)} {safe(dropped.reason)}, last {safe(dropped.example, 160)}"
        console.print(Padding(f"{said}\n[quiet]{safe(dropped.detail, 160)}[/]", (0, 0, 0, 2)))


def _line(console: Console, name: str, said: Any) -> None:
    console.print(f"\n[bold]{name}[/]  {said}".rstrip())
