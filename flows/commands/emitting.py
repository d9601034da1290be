"""JSON on standard output, one object a line."""

import json
from datetime import date

import typer


def emit(value: object) -> None:
    """Print one object as one line of JSON; times and dates in ISO 8601."""
    typer.echo(json.dumps(value, ensure_ascii=False, default=_plain))


def _plain(value: object) -> str:
    if isinstance(value, date):  # datetime is one too
        return value.isoformat()
    raise TypeError(f"no JSON for {type(value).__name__}")
