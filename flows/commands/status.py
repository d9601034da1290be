"""``tallywire status``: last and next pass, sources that fail, what waits in the outbox."""

import dataclasses
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from flows.commands.emitting import emit
from flows.commands.options import DATABASE, Database, Json

if TYPE_CHECKING:
    from warehouse.overview import LastRun, Overview

DAYS = 7


def status(db: Database = DATABASE, as_json: Json = False) -> None:
    """Show passes, failing sources and what waits.

    Also what was dropped in the last seven days, with reasons.
    """
    from flows.commands.opening import reading
    from flows.printing.console import out
    from flows.printing.overviewing import show_overview
    from warehouse.overview import overview

    now = datetime.now(UTC)
    since = now - timedelta(days=DAYS)
    with reading(db) as con:
        found = overview(con, since)
    due = {run.watch: next_pass(run, now) for run in found.runs}
    if as_json:
        emit(_as_object(found, due))
    else:
        show_overview(out(), found, due, since)


def next_pass(run: "LastRun", now: datetime) -> str:
    """Return in words when a watch is to run next while it is served."""
    from cronsim import CronSim

    from flows.printing.console import moment
    from flows.watch import WatchError, parse

    try:
        watch = parse(run.yaml, run.watch)
    except WatchError:
        return "unknown (its watch is not valid any more)"
    if watch.cron:
        return moment(next(CronSim(watch.cron, now)))
    return moment(run.started_at + watch.every) if run.started_at else "with the next run or serve"


def _as_object(found: "Overview", due: dict[str, str]) -> dict[str, object]:
    values = dataclasses.asdict(found)
    values["runs"] = [
        {key: value for key, value in run.items() if key != "yaml"} | {"next": due[run["watch"]]}
        for run in values["runs"]
    ]
    return values
