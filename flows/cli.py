"""The command line: ``tallywire``. Commands live in ``flows/commands``, one file each."""

import sys
from collections.abc import Sequence

import typer

from flows.commands import (
    alerts,
    check,
    decisions,
    demo,
    explain,
    export,
    figures,
    load,
    newsroom,
    replay,
    run,
    serve,
    status,
    text,
)
from flows.commands.failing import Code, told

app = typer.Typer(
    name="tallywire",
    help="Watches news about something that is counted and keeps one honest number per tracked quantity.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
for command in (
    demo.demo,
    run.run,
    serve.serve,
    load.load,
    text.text,
    figures.figures,
    explain.explain,
    status.status,
    replay.replay,
    export.export,
    check.check,
    newsroom.newsroom,
):
    app.command()(command)
app.add_typer(alerts.app)
app.add_typer(decisions.app)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 done, 1 some sources failed (the rest is stored), 2 wrong use."""
    try:
        app(list(arguments) if arguments is not None else None, prog_name="tallywire")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else Code.DONE
    except KeyboardInterrupt:
        print("Stopped. What was stored is safe.", file=sys.stderr)
        return 130
    except Exception as error:  # the last place that can turn an error into words
        print(told(error), file=sys.stderr)
        return Code.WRONG_USE
    return Code.DONE
