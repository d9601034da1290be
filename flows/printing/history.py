"""How a number came about: one line for each time that the number or its state changed."""

from collections.abc import Iterable, Iterator, Sequence

from rich.box import SIMPLE_HEAD
from rich.table import Table

from flows.printing.console import moment, safe
from flows.printing.numbers import said
from warehouse.explain import Belief, Tracked


def history_table(history: Sequence[Belief], tracked: Tracked, title: str | None = None) -> Table:
    """Return what is believed today about each effective time, where the number or its state changed."""
    table = Table(
        box=SIMPLE_HEAD, title=title and safe(title), title_style="bold", title_justify="left", pad_edge=False
    )
    table.add_column("reported at", no_wrap=True)
    table.add_column("number", style="number", min_width=8)
    table.add_column("state", no_wrap=True)
    table.add_column("voices", justify="right")
    table.add_column("moved by")
    for belief in turns(history):
        state = belief.state or "withdrawn"
        number = safe(said(belief, tracked.unit, total=tracked.basis is not None))
        shown = f"[state.{state}]{state}[/]" if belief.state else state
        table.add_row(moment(belief.effective_from), number, shown, str(belief.voices), safe(mover(belief)))
    return table


def turns(history: Iterable[Belief]) -> Iterator[Belief]:
    """Yield the current beliefs in effective order, leaving out those that repeat the number and state before."""
    before: tuple[object, ...] = ()
    for belief in sorted((b for b in history if b.current), key=lambda b: (b.effective_from, b.version)):
        now = (belief.value, belief.low, belief.high, belief.basis, belief.state)
        if now != before:
            yield belief
        before = now


def mover(belief: Belief) -> str:
    """Return who changed the belief: the source, or the cause in words where no article did."""
    return belief.source or belief.cause
