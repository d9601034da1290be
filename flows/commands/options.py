"""Options and arguments that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

from flows.settings import DATABASE as DATABASE

Database = Annotated[
    Path, typer.Option("--db", envvar="TALLYWIRE_DB", help="The warehouse file.", show_default=True, dir_okay=False)
]
WatchFile = Annotated[Path, typer.Argument(metavar="WATCH.yaml", help="The watch.", show_default=False)]
Paths = Annotated[
    list[Path],
    typer.Argument(metavar="PATH...", help="html, txt, jsonl or warc files (each also .gz), or folders of them."),
]
Json = Annotated[bool, typer.Option("--json", help="Print one JSON object a line instead of a page.")]
WatchName = Annotated[
    str | None, typer.Option("--watch", metavar="NAME", help="The watch, where several track such a quantity.")
]
