"""Alerts as a person reads them: what was reported before, what now, who moved it, and who was told."""

from collections.abc import Iterable

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from flows.printing.console import indented, moment, safe
from warehouse.overview import Alert


def show_alerts(console: Console, alerts: Iterable[Alert]) -> None:
    """Print alerts in the order given, three or four lines each."""
    for alert in alerts:
        seen = "  [quiet]acknowledged[/]" if alert.acknowledged else ""
        name = f"{safe(alert.watch)}/{safe(alert.quantity)}"
        console.print(f"[alert]{alert.kind}[/]  {moment(alert.created_at)}  {name}  [quiet]{alert.alert_id}[/]{seen}")
        console.print(indented(f"[bold]{safe(alert.body['headline'])}[/]"))
        console.print(indented(_mover(alert)))
        if alert.deliveries:
            console.print(indented(f"[quiet]{told(alert)}[/]"))


def alert_table(alerts: Iterable[Alert], title: str) -> Table:
    """Return alerts in the order given, one row each."""
    table = Table(box=SIMPLE_HEAD, title=title, title_justify="left", title_style="bold", pad_edge=False)
    for name in ("when", "kind", "quantity", "number", "moved by"):
        table.add_column(name, no_wrap=name in ("when", "kind"), style="alert" if name == "kind" else "")
    for alert in alerts:
        mover = alert.body.get("moved_by") or {"source": "–"}
        step = f"{safe(alert.body['old'])} → {safe(alert.body['new'])}"
        table.add_row(moment(alert.created_at), alert.kind, safe(alert.quantity), step, safe(mover["source"]))
    return table


def told(alert: Alert) -> str:
    """Return each subscriber with what became of its delivery: ``screen: delivered; webhook: failed (timeout)``."""
    parts = []
    for delivery in alert.deliveries:
        why = f" ({safe(delivery.error, 80)})" if delivery.error else ""
        parts.append(f"{safe(delivery.subscriber)}: {delivery.status}{why}")
    return "; ".join(parts)


def _mover(alert: Alert) -> str:
    mover = alert.body.get("moved_by")
    if not mover:
        return safe(alert.body.get("cause", ""))
    return f"{safe(mover['source'])}: [quote]“{safe(mover['sentence'], 240)}”[/]"
