"""``tallywire text``: what remains of a page, and what was removed from it."""

import dataclasses
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from flows.commands.emitting import emit
from flows.commands.failing import Code
from flows.commands.options import Json, Paths

if TYPE_CHECKING:
    from rich.console import Console

    from extractors.document import Article


def text(paths: Paths, as_json: Json = False) -> None:
    """Show what remains of pages, and what was removed.

    Title, date, text, and each dropped passage with its reason. Needs no warehouse.
    """
    from flows.commands.reading import articles
    from flows.printing.console import out

    console = out()
    every = articles(paths)
    for path, article in every:
        if as_json:
            emit(as_object(path, article))
        else:
            _show(console, path, article)
    raise typer.Exit(Code.SOME_FAILED if every.failed else Code.DONE)


def as_object(path: Path, article: "Article") -> dict[str, Any]:
    """Return the object that the contract promises for one article."""
    return {
        "path": str(path),
        "url": article.url,
        "title": article.title,
        "published_at": article.published_at,
        "language": article.language,
        "text": article.text,
        "dropped": [dataclasses.asdict(d) for d in article.dropped],
    }


def _show(console: "Console", path: Path, article: "Article") -> None:
    from rich.rule import Rule

    from flows.printing.console import moment, safe

    console.print(Rule(safe(article.title or str(path)), align="left"))
    console.print(f"[quiet]{safe(article.url)}  {moment(article.published_at)}  {article.language or ''}[/]")
    for paragraph in article.text.split("\n"):
        console.print(safe(paragraph, len(paragraph) + 1), soft_wrap=not console.is_terminal)
    for dropped in article.dropped:
        console.print(f"[quiet]- dropped ({safe(dropped.reason)}): {safe(dropped.quote, 60)}[/]")
    console.print()
