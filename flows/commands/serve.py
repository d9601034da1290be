"""``tallywire serve``: watches on their schedules, under Prefect."""

from pathlib import Path
from typing import Annotated

import typer

from flows.commands.failing import WrongUse
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

    try:
        code = supervise(watches, settings(db), told=typer.echo, port=port)
    except NotStarted as error:
        raise WrongUse(str(error)) from None
    raise typer.Exit(code)
