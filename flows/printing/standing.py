"""The consensus table: every tracked number as it stands now."""

from collections.abc import Sequence

from rich.box import SIMPLE_HEAD
from rich.table import Table

from flows.printing.console import safe
from flows.printing.numbers import said
from warehouse.explain import Belief, Tracked
from warehouse.ledger.wording import many


def consensus_table(standings: Sequence[tuple[Tracked, Belief | None]], title: str | None = None) -> Table:
    """Return one row a quantity: the number, its state, and how many articles, voices and speakers stand behind it."""
    table = Table(box=SIMPLE_HEAD, title=title, title_justify="left", title_style="bold", pad_edge=False)
    table.add_column("quantity", min_width=20)
    table.add_column("reported", style="number")
    table.add_column("state", no_wrap=True)
    table.add_column("behind it")
    for tracked, now in standings:
        name = f"{safe(tracked.title)} [quiet]({safe(tracked.quantity)})[/]"
        if now is None or now.state is None:
            table.add_row(name, "nothing yet" if now is None else "withdrawn")
        else:
            number = safe(said(now, tracked.unit, total=tracked.basis is not None))
            table.add_row(name, number, f"[state.{now.state}]{now.state}[/]", support(now))
    return table


def support(now: Belief) -> str:
    """Return what stands behind a number: ``5 articles, 4 voices, 2 speakers``."""
    return ", ".join((many(now.articles, "article"), many(now.voices, "voice"), many(now.speakers, "speaker")))
