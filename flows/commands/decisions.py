"""``tallywire decisions``: what people decided about copies, origins and reports, on record and never a number."""

import dataclasses
import getpass
from typing import Annotated

import typer

from flows.commands.emitting import emit
from flows.commands.failing import WrongUse
from flows.commands.options import DATABASE, Database, Json

app = typer.Typer(
    name="decisions",
    help="Merge or split copies and origins, ignore a report, undo.",
    epilog="Ids of articles and reports, and names of origins (voices), are in: tallywire explain QUANTITY --json",
    no_args_is_help=True,
)
# How each decision's subject names what it is about.
_SUBJECTS = {
    "merge_lineage": "articles",
    "split_lineage": "articles",
    "merge_origin": "origins",
    "split_origin": "articles",
    "ignore_report": "report_id",
}
Why = Annotated[str, typer.Option("--why", help="The reason, which is kept.", show_default=False)]
Who = Annotated[str, typer.Option("--who", help="Who decides this.", show_default="your user name")]


@app.command("list")
def list_decisions(as_json: Json = False, db: Database = DATABASE) -> None:
    """List what was decided, newest first."""
    from flows.commands.opening import reading
    from flows.printing.console import moment, out, safe
    from warehouse.overview import decisions

    with reading(db) as con:
        found = decisions(con)
    console = out()
    for decision in found:
        if as_json:
            emit(dataclasses.asdict(decision))
            continue
        undone = "  [quiet]undone[/]" if decision.undone_by else ""
        about = ", ".join(str(v) for v in decision.subject.values())
        console.print(f"[bold]{decision.kind}[/] {safe(about)}  [quiet]{decision.decision_id}[/]{undone}")
        console.print(f"  {moment(decision.decided_at)}, {safe(decision.who)}: {safe(decision.why)}")
    if not found and not as_json:
        typer.echo("No decisions.")


@app.command("add")
def add(
    kind: Annotated[str, typer.Argument(metavar="KIND", help=", ".join(_SUBJECTS))],
    about: Annotated[list[str], typer.Argument(metavar="ID...", help="Articles, origins, or one report.")],
    why: Why,
    who: Who = "",
    db: Database = DATABASE,
) -> None:
    """Decide something; every number that it concerns is derived again."""
    if kind not in _SUBJECTS:
        raise WrongUse(f"{kind}: expected one of {', '.join(_SUBJECTS)}")
    named = _SUBJECTS[kind]
    if named == "report_id" and len(about) != 1:
        raise WrongUse(f"{kind}: expected one report, got {len(about)}")
    _decide(db, kind, {named: about[0] if named == "report_id" else about}, who, why)


@app.command("undo")
def undo(
    decision: Annotated[str, typer.Argument(metavar="DECISION", help="Its id.")],
    why: Why,
    who: Who = "",
    db: Database = DATABASE,
) -> None:
    """Take a decision back; it stays on record."""
    _decide(db, "undo", {"decision_id": decision}, who, why)


def _decide(db: Database, kind: str, subject: dict[str, object], who: str, why: str) -> None:
    from flows.channels.screen import render
    from flows.commands.opening import existing, writing
    from flows.printing.console import out
    from flows.telling import message_of
    from warehouse.ledger.registering import decide

    existing(db)
    with writing(db) as (warehouse, now):
        try:
            done = decide(warehouse, kind, subject, who=who or getpass.getuser(), why=why, now=now)
        except ValueError as error:
            raise WrongUse(str(error)) from None
    for alert in done.alerts:
        out().print(render(message_of(alert)))
    typer.echo("Recorded. See: tallywire decisions list")
