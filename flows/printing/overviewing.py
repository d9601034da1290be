"""The page of ``tallywire status``: passes, sources that fail, the outbox, and what was dropped."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from rich.console import Console

from flows.printing.console import indented, moment, safe
from warehouse.overview import LastRun, Overview


def show_overview(console: Console, overview: Overview, due: Mapping[str, str], since: datetime) -> None:
    """Print the page; ``due`` says in words when each watch is to run next."""
    console.print(
        f"{overview.articles:,} articles of {overview.documents:,} documents, "
        f"{overview.figures:,} figures, {overview.alerts:,} alerts"
    )
    if not overview.runs:
        console.print("\nNo watch is known here yet.")
    for run in overview.runs:
        _run(console, run, due.get(run.watch, "unknown"))
    _sources(console, overview)
    _outbox(console, overview)
    _dropped(console, overview, since)


def _run(console: Console, run: LastRun, due: str) -> None:
    _line(console, safe(run.watch), "")
    console.print(indented(f"last pass  {_ending(run)}"))
    console.print(indented(f"next pass  {safe(due)}"))


def _ending(run: LastRun) -> str:
    if run.started_at is None or run.state is None:
        return "none yet"
    took = f", took {(run.finished_at - run.started_at).total_seconds():.0f} s" if run.finished_at else ""
    counts = ", ".join(f"{count} {name}" for name, count in run.counts.items() if count) or "nothing new"
    return f"{moment(run.started_at)}, {run.state}{took}: {safe(counts)}"


def _sources(console: Console, overview: Overview) -> None:
    failing = [s for s in overview.sources if s.failures]
    if not failing:
        _line(
            console,
            "Sources",
            f"all answer ({len(overview.sources)} addresses)" if overview.sources else "none asked yet",
        )
        return
    _line(console, "Sources", f"{len(failing)} of {len(overview.sources)} addresses fail")
    for source in failing:
        times = "once" if source.failures == 1 else f"{source.failures} times in a row"
        said = f"[problem]{safe(source.source)}[/] {times}, last {moment(source.checked_at)}: {safe(source.error)}"
        console.print(indented(f"{said}\n[quiet]{safe(source.url, 500)}[/]"))


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
        console.print(indented(said))


def _dropped(console: Console, overview: Overview, since: datetime) -> None:
    total = sum(d.times for d in overview.dropped)
    _line(console, f"Dropped since {moment(since)}", f"{total:,}" if total else "nothing")
    for dropped in overview.dropped:
        said = f"{dropped.times:,} × {safe(dropped.stage)} {safe(dropped.reason)}, last {safe(dropped.example, 160)}"
        console.print(indented(f"{said}\n[quiet]{safe(dropped.detail, 160)}[/]"))


def _line(console: Console, name: str, said: Any) -> None:
    console.print(f"\n[bold]{name}[/]  {said}".rstrip())
