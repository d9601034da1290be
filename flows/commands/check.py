"""``tallywire check``: is a watch valid, and do its sources answer?"""

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from flows.commands.failing import Code
from flows.commands.options import WatchFile

if TYPE_CHECKING:
    from flows.trying import Trial


def check(
    watch_file: WatchFile,
    offline: Annotated[bool, typer.Option("--offline", help="Only validate; ask no source.")] = False,
) -> None:
    """Validate a watch and try its sources.

    What in a quantity can match no figure is named, but is no fault.

    Each source is asked once, and its newest page is read. Stores nothing.
    """
    from flows import watch as watches
    from flows.printing.console import busy, complain, indented, out, safe
    from warehouse.matching.doubts import doubts

    watch = watches.load(watch_file)
    console = out()
    parts = {"quantities": watch.quantities, "sources": watch.sources, "subscribers": watch.subscribers}
    console.print(f"{safe(str(watch_file))}: valid; {', '.join(f'{name}: {len(of)}' for name, of in parts.items())}")
    for quantity in watch.quantities:
        for doubt in doubts(quantity):
            complain(f"quantity {quantity.name}", f"may match nothing: {doubt}")
    if offline or not watch.sources:
        return
    from flows.trying import trials

    failed = 0
    with busy(console, "Asking the sources ..."):
        for trial in trials(watch, datetime.now(UTC)):
            failed += trial.error is not None
            console.print(indented(_told(trial)))
    raise typer.Exit(Code.SOME_FAILED if failed else Code.DONE)


def _told(trial: "Trial") -> str:
    from flows.printing.console import safe

    name = f"[bold]{safe(trial.source)}[/]"
    if trial.error:
        return f"{name}  [problem]fails[/]  {safe(trial.error)}"
    listed = f"{trial.listed} {'article' if trial.listed == 1 else 'articles'} listed"
    if trial.sample is None:
        return f"{name}  [state.corroborated]answers[/]  {listed}"
    title = safe(trial.sample.title or trial.sample.url, 60)
    return f"{name}  [state.corroborated]answers[/]  {listed}; “{title}” gives {trial.figures} figures"
