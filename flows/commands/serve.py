"""``tallywire serve``: watches on their schedules, under Prefect."""

from pathlib import Path
from typing import Annotated

import typer

from flows.commands.failing import Code, WrongUse
from flows.commands.options import DATABASE, Database

Watches = Annotated[list[Path], typer.Argument(metavar="WATCH.yaml...", help="The watches.", show_default=False)]


def serve(
    watches: Watches,
    db: Database = DATABASE,
    port: Annotated[int, typer.Option(help="For Prefect's pages, where no server is configured.")] = 4200,
) -> None:
    """Run watches on their schedules until interrupted.

    Passes run under Prefect: the server of PREFECT_API_URL, or one that is started here, with its pages. An error in
    one watch never stops another.
    """
    from flows.commands.opening import settings
    from flows.serving import NotStarted
    from flows.serving import serve as supervise

    valid = [path for path in watches if _is_valid(path)]
    if not valid:
        raise typer.Exit(Code.WRONG_USE)
    try:
        code = supervise(valid, settings(db), told=typer.echo, port=port)
    except NotStarted as error:
        raise WrongUse(str(error)) from None
    raise typer.Exit(code)


def _is_valid(path: Path) -> bool:
    """Tell whether a watch can be served; what is wrong with it is said before anything starts."""
    from flows.watch import WatchError, load

    try:
        load(path)
    except WatchError as error:
        typer.echo(str(error), err=True)
        return False
    return True
