"""``tallywire alerts``: list what was told, and say what became of it."""

import dataclasses
import getpass
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from flows.commands.emitting import emit
from flows.commands.failing import WrongUse
from flows.commands.options import DATABASE, Database, Json, WatchName

if TYPE_CHECKING:
    from warehouse.overview import Alert

app = typer.Typer(name="alerts", invoke_without_command=True)
AlertId = Annotated[str, typer.Argument(metavar="ALERT", help="Its id, or the beginning of it.", show_default=False)]
Who = Annotated[str, typer.Option("--who", help="Who decides this.", show_default="your user name")]
Open = Annotated[bool, typer.Option("--open", help="Only those that nobody has acknowledged.")]
Why = Annotated[str, typer.Option("--why", help="The reason, which is kept.")]


@app.callback()
def alerts(
    context: typer.Context,
    watch: WatchName = None,
    open_only: Open = False,
    as_json: Json = False,
    db: Database = DATABASE,
) -> None:
    """List alerts; acknowledge, mute, retry them."""
    if context.invoked_subcommand is None:
        list_alerts(watch, open_only, as_json, db)


@app.command("list")
def list_alerts(
    watch: WatchName = None,
    open_only: Open = False,
    as_json: Json = False,
    db: Database = DATABASE,
) -> None:
    """List alerts, newest first, and who has them."""
    from flows.printing.alerting import show_alerts
    from flows.printing.console import out

    found = [a for a in _alerts(db) if watch in (None, a.watch) and not (open_only and a.acknowledged)]
    if as_json:
        for alert in found:
            emit(dataclasses.asdict(alert))
    elif found:
        show_alerts(out(), found)
    else:
        typer.echo("No alerts.")


@app.command("ack")
def acknowledge(alert: AlertId, why: Why = "seen", who: Who = "", db: Database = DATABASE) -> None:
    """Record that somebody has seen to an alert."""
    from flows.commands.opening import writing
    from warehouse.ledger.outbox import acknowledge as record

    alert_id = _one(alert, _alerts(db))
    with writing(db) as (w, now):
        record(w, alert_id, who=who or getpass.getuser(), why=why, now=now)
    typer.echo(f"Acknowledged {alert_id}.")


@app.command("mute")
def mute(
    name: Annotated[str, typer.Argument(metavar="WATCH[/QUANTITY]", help="What to be silent about.")],
    hours: Annotated[float | None, typer.Option("--hours", help="For how long; without it until undone.")] = None,
    why: Why = "muted by hand",
    who: Who = "",
    db: Database = DATABASE,
) -> None:
    """Tell nobody of a quantity, or of a watch.

    Alerts are still written. Undo it with: tallywire decisions undo
    """
    from flows.commands.opening import reading, writing
    from flows.printing.console import moment
    from warehouse.explain import quantities
    from warehouse.ledger.outbox import mute as record

    watch, _, quantity = name.partition("/")
    with reading(db) as con:
        known = {(q.watch, q.quantity) for q in quantities(con)}
    if (watch, quantity) not in known and (quantity or watch not in {w for w, _ in known}):
        expected = ", ".join(sorted({w for w, _ in known} | {"/".join(key) for key in known})) or "none yet"
        raise WrongUse(f"{name}: there is nothing of that name to mute; expected one of: {expected}")
    with writing(db) as (w, now):
        until = now + timedelta(hours=hours) if hours is not None else None
        record(w, watch, quantity or None, until=until, who=who or getpass.getuser(), why=why, now=now)
    typer.echo(f"Muted {name} {f'until {moment(until)}' if until else 'until it is undone: tallywire decisions'}.")


@app.command("retry")
def retry(
    alerts: Annotated[list[str] | None, typer.Argument(metavar="[ALERT]...", help="Which; all that failed.")] = None,
    db: Database = DATABASE,
) -> None:
    """Send failed deliveries again with the next pass."""
    from flows.commands.opening import writing
    from warehouse.ledger.outbox import retry as record

    every = _alerts(db)
    ids = [_one(alert, every) for alert in alerts or ()]
    with writing(db) as (w, now):
        count = record(w, ids, now)
    typer.echo(f"{count} {'delivery is' if count == 1 else 'deliveries are'} due again with the next pass.")


def _alerts(db: Path) -> "list[Alert]":
    from flows.commands.opening import reading
    from warehouse.overview import alerts

    with reading(db) as con:
        return alerts(con)


def _one(given: str, alerts: "list[Alert]") -> str:
    """Return the id of the one alert that begins so; raises WrongUse where none or several do."""
    found = [a.alert_id for a in alerts if a.alert_id.startswith(given)]
    if len(found) != 1:
        raise WrongUse(f"{given}: {'no alert begins' if not found else f'{len(found)} alerts begin'} like this")
    return found[0]
