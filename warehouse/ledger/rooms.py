"""The other rooms as the ledger calls them: what reads one document, and what decides on all of them.

They are values, so that a test can put something simple in their place.
"""

import os
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any, Protocol

from duckdb import DuckDBPyConnection

from extractors.document import Article, Document, Dropped
from extractors.figure import Figure
from warehouse.belief import Change, ChangeKind, Consensus, Evidence, Policy, Quantity, Report

OWNERS = "TALLYWIRE_OWNERS"  # names a table of owners

Key = tuple[str, str]  # (watch, quantity)
Revision = tuple[str, int]  # (article_id, revision)
Siblings = Sequence[tuple[Quantity, Consensus]]  # the other quantities of a watch, with their heads


class Folding(Protocol):
    """The belief in one quantity over all its reports, in effective order (see warehouse.consensus)."""

    def insert(self, reports: Sequence[Report]) -> None: ...
    @property
    def head(self) -> Consensus | None: ...
    @property
    def steps(self) -> Sequence[tuple[datetime, Consensus | None]]: ...
    def evidence(self, siblings: Siblings = ()) -> tuple[Evidence, ...]: ...


class FigureReader(Protocol):
    """See extractors.figures.extract."""

    def __call__(
        self, text: str, *, published_at: datetime | None, language: str | None, title: str | None
    ) -> Sequence[Figure]: ...


class CreditReader(Protocol):
    """See extractors.likeness.credits."""

    def __call__(
        self, text: str, dropped: Sequence[Dropped], source: str | None, *, url: str | None
    ) -> Sequence[str]: ...


class Matcher(Protocol):
    """See warehouse.matching.match_new."""

    def __call__(
        self, con: DuckDBPyConnection, keys: Sequence[Revision], known_at: datetime, watch: str | None = None
    ) -> Collection[Key]: ...


@dataclass(frozen=True, slots=True)
class Rooms:
    """What the ledger needs of the other rooms; the fields are named after their functions."""

    read: Callable[[Document], Article]
    figures: FigureReader
    sketch: Callable[[str], Sequence[int]]
    credits: CreditReader
    owner_of: Callable[[str, str], str]
    assign: Callable[[DuckDBPyConnection, Sequence[str]], Collection[str]]
    register: Callable[[DuckDBPyConnection, str, str, Sequence[Quantity], datetime], object]
    match_new: Matcher
    match_watch: Callable[[DuckDBPyConnection, str, datetime], Any]
    fold: Callable[[Quantity], Folding]
    change: Callable[[Quantity, Consensus | None, Consensus | None, Sequence[Report]], Change]
    alert_kind: Callable[[Change, Policy], ChangeKind | None]
    stale: Callable[[Quantity, Consensus | None, datetime, datetime], Change]


def the_rooms(owners: Path | None = None) -> Rooms:
    """Return the functions of this program itself.

    ``owners``: a table of owners that comes before the shipped one; by default the file that TALLYWIRE_OWNERS names.
    """
    from extractors.figures import extract
    from extractors.likeness import credits as wires
    from extractors.likeness import sketch
    from extractors.reading import read
    from warehouse.consensus import Fold, alert_kind, change, stale
    from warehouse.lineage import assign, owner_of
    from warehouse.matching import match_new, match_watch, register

    named = os.environ.get(OWNERS)
    table = owners or (Path(named) if named else None)
    return Rooms(
        read=read,
        figures=extract,
        sketch=sketch,
        credits=wires,
        owner_of=partial(owner_of, overrides=table),
        assign=partial(assign, owners=table),
        register=register,
        match_new=match_new,
        match_watch=match_watch,
        fold=Fold,
        change=change,
        alert_kind=alert_kind,
        stale=stale,
    )
