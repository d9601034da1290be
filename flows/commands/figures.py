"""``tallywire figures``: every number that pages state, typed."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from flows.commands.emitting import emit
from flows.commands.failing import Code
from flows.commands.options import Json, Paths

if TYPE_CHECKING:
    from rich.table import Table

    from extractors.document import Article
    from extractors.figure import Figure

KEYS = (
    "quote", "start", "end", "sentence", "number", "low", "high", "low_exclusive", "high_exclusive", "value",
    "qualifier", "change", "unit", "item", "item_phrase", "action", "basis", "party", "place", "status", "background",
    "speaker", "when",
)  # fmt: skip


def figures(paths: Paths, as_json: Json = False) -> None:
    """List every number that pages state.

    How much of what, who says so, and in which words. Needs no warehouse.
    """
    from extractors.figures import extract
    from flows.commands.reading import articles
    from flows.printing.console import out

    console = out()
    every = articles(paths)
    for path, article in every:
        found = extract(article.text, published_at=article.published_at, language=article.language, title=article.title)
        if as_json:
            for figure in found:
                emit(as_object(path, article, figure))
        else:
            console.print(_table(path, article, found))
    raise typer.Exit(Code.SOME_FAILED if every.failed else Code.DONE)


def as_object(path: Path, article: "Article", figure: "Figure") -> dict[str, Any]:
    """Return the object that the contract promises for one figure."""
    return {"path": str(path), "url": article.url, **{key: getattr(figure, key) for key in KEYS}}


def _table(path: Path, article: "Article", found: "tuple[Figure, ...]") -> "Table":
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    from flows.printing.console import safe
    from flows.printing.numbers import said

    table = Table(box=SIMPLE_HEAD, title=safe(article.title or str(path)), title_justify="left", expand=True)
    table.add_column("number", style="number", ratio=4)
    table.add_column("of what", ratio=5)
    table.add_column("said by", ratio=4)
    table.add_column("words", style="quote", ratio=7)
    for figure in found:
        what = " ".join(part for part in (figure.item_phrase or figure.item, figure.action) if part)
        notes = ["earlier event"] if figure.background else []
        notes += [figure.status] if figure.status != "happened" else []
        noted = f"{what} ({', '.join(notes)})" if notes else what
        row = (said(figure, figure.unit, total=False), noted, figure.speaker or "", figure.quote)
        table.add_row(*(safe(cell) for cell in row))
    return table
