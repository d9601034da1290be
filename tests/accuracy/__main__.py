"""`make accuracy`: every stage's score beside a plain baseline, measured in this run."""

import argparse
import importlib
import os
import pkgutil
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from rich.console import Console
from rich.table import Table

import tests.accuracy as stages_package
from tests.accuracy.score import Row


def stages() -> list[str]:
    """Names of the stages: the modules of this folder that have a ``score`` function; a stage's parts have a ``_``."""
    names = [m.name for m in pkgutil.iter_modules(stages_package.__path__) if "_" not in m.name]
    return [n for n in names if hasattr(importlib.import_module(f"tests.accuracy.{n}"), "score")]


def gold_folder() -> Path | None:
    """The folder of TALLYWIRE_GOLD, or None where it is unset; exits with 2 where it does not exist."""
    named = os.environ.get("TALLYWIRE_GOLD")
    if not named:
        return None
    folder = Path(named).resolve()
    if not folder.is_dir():
        sys.exit(f"TALLYWIRE_GOLD={named}: expected a folder laid out with gold/, seeds/ and corpora/")
    return folder


def table(stage: str, rows: list[Row]) -> Table:
    """One table a stage: measure, n, ours, then the baselines that any of its rows names."""
    names = list(dict.fromkeys(name for row in rows for name in row.baselines))
    shown = Table(title=stage, title_justify="left", title_style="bold")
    for heading in ["measure", "n", "tallywire", *names, "note"]:
        shown.add_column(heading, justify="left" if heading in ("measure", "note") else "right")
    for row in rows:
        shown.add_row(row.measure, str(row.n), row.ours, *[row.baselines.get(n, "-") for n in names], row.note)
    return shown


def score(gold: Path | None, show: str | None, stage: str) -> list[Row]:
    """The rows of one stage."""
    rows: list[Row] = importlib.import_module(f"tests.accuracy.{stage}").score(gold, show=show)
    return rows


def measured(names: list[str], gold: Path | None, show: str | None) -> Iterator[list[Row]]:
    """The rows of each stage in turn; side by side on all cores where no errors are listed, which would mingle."""
    if show or len(names) == 1:
        yield from (score(gold, show, name) for name in names)
        return
    with ProcessPoolExecutor() as pool:
        yield from pool.map(partial(score, gold, show), names)


def main() -> None:
    parser = argparse.ArgumentParser(prog="make accuracy")
    parser.add_argument("--stage", choices=stages())
    parser.add_argument("--show", choices=["errors"])
    args = parser.parse_args()
    gold = gold_folder()
    console = Console(width=None if sys.stdout.isatty() else 140)
    console.print(f"Scored on {'TALLYWIRE_GOLD' if gold else 'the cases of this project (TALLYWIRE_GOLD is unset)'}.")
    names = [args.stage] if args.stage else stages()
    for stage, rows in zip(names, measured(names, gold, args.show), strict=True):
        console.print(table(stage, rows))


if __name__ == "__main__":
    main()
