"""Why a number is what it is: everything stored about one quantity, as values that can be shown or printed as JSON."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from duckdb import DuckDBPyConnection

from extractors.figure import Basis
from warehouse.belief import Kind, Stance, State
from warehouse.ledger import bulk

Connection = DuckDBPyConnection
"""What every query here is asked on, for callers that have to name its type."""


class Unknown(Exception):
    """There is no such quantity, or more than one; the message says which there are."""


@dataclass(frozen=True, slots=True)
class Tracked:
    """A quantity as its watch declares it."""

    watch: str
    quantity: str
    title: str
    kind: Kind
    basis: Basis | None
    status: str
    unit: str


@dataclass(frozen=True, slots=True)
class Testimony:
    """What one article says of the quantity, in whose voice, and how that stands to the present consensus."""

    voice: str
    stance: Stance
    reason: str
    report_id: str
    article_id: str
    revision: int
    rank: int
    value: float | None
    low: float | None
    high: float | None
    low_exclusive: bool
    high_exclusive: bool
    qualifier: str
    basis: Basis | None
    basis_assumed: bool
    speaker: str | None
    quote: str
    sentence: str | None
    source: str
    owner: str
    title: str | None
    url: str
    published_at: datetime | None
    effective_at: datetime


@dataclass(frozen=True, slots=True)
class NearMiss:
    """A figure that almost matched, and the attribute that kept it out (``why_not``)."""

    why_not: str
    quote: str
    sentence: str
    value: float | None
    low: float | None
    high: float | None
    low_exclusive: bool
    high_exclusive: bool
    qualifier: str
    basis: Basis | None
    unit: str
    source: str
    title: str | None
    url: str
    effective_at: datetime


@dataclass(frozen=True, slots=True)
class Belief:
    """One row of history. ``source``, ``title``, ``url``: the article that changed it, None where no article did.

    ``state`` is None where nothing was reported (any more); ``current`` where no later row restates it.
    """

    version: int
    value: float | None
    low: float | None
    high: float | None
    low_exclusive: bool | None
    high_exclusive: bool | None
    qualifier: str | None
    basis: Basis | None
    span_low: float | None
    span_high: float | None
    state: State | None
    voices: int
    speakers: int
    articles: int
    since: datetime | None
    changed_by: str | None
    cause: str
    effective_from: datetime
    known_from: datetime
    source: str | None
    title: str | None
    url: str | None
    current: bool


@dataclass(frozen=True, slots=True)
class Counted:
    """What several figures of a watch's articles count, in the words of the lexicon."""

    item: str | None
    action: str | None
    unit: str
    figures: int
    articles: int


@dataclass(frozen=True, slots=True)
class Explanation:
    """Everything there is to say about one quantity. ``consensus`` is None before the first report; ``counted``, what
    the articles of its watch count instead, is given only then.
    """

    quantity: Tracked
    consensus: Belief | None
    testimony: tuple[Testimony, ...]
    near_misses: tuple[NearMiss, ...]
    history: tuple[Belief, ...]
    counted: tuple[Counted, ...] = ()


def quantities(con: DuckDBPyConnection) -> list[Tracked]:
    """Return every quantity of every watch, by watch and name."""
    return [Tracked(**row) for row in bulk.ask(con, "explain/quantities")]


def find(con: DuckDBPyConnection, name: str, watch: str | None = None) -> Tracked:
    """Return the quantity called ``name`` (or ``watch/name``); raises Unknown where none, or several, are."""
    every = quantities(con)
    given, _, short = name.rpartition("/")
    found = [q for q in every if q.quantity == short and q.watch == (watch or given or q.watch)]
    if len(found) == 1:
        return found[0]
    known = ", ".join(f"{q.watch}/{q.quantity}" for q in found or every) or "none yet: run or load a watch first"
    said = "is tracked by several watches" if found else "is tracked by no watch here"
    raise Unknown(f"The quantity {name!r} {said}; expected one of: {known}")


def standings(con: DuckDBPyConnection, watch: str | None = None) -> list[tuple[Tracked, Belief | None]]:
    """Return every quantity (of one watch) with what is believed of it now; None where nothing ever was reported."""
    heads = {(row.pop("watch"), row.pop("quantity")): row for row in bulk.ask(con, "explain/heads")}
    every = [(tracked, heads[(tracked.watch, tracked.quantity)]) for tracked in quantities(con)]
    return [
        (tracked, Belief(**row) if row["version"] is not None else None)
        for tracked, row in every
        if watch in (None, tracked.watch)
    ]


def unmatched(con: DuckDBPyConnection, watch: str) -> dict[str, int]:
    """Return the quantities of a watch that no article ever reported on, each with how many figures were read."""
    rows = bulk.ask(con, "explain/unmatched", watch=watch)
    return {row["quantity"]: row["figures"] for row in rows}


def explain(con: DuckDBPyConnection, quantity: Tracked) -> Explanation:
    """Return what is stored about a quantity: its consensus, who says what, what nearly matched, its history."""
    key = {"watch": quantity.watch, "quantity": quantity.quantity}
    history = tuple(Belief(**row) for row in bulk.ask(con, "explain/history", **key))
    return Explanation(
        quantity=quantity,
        consensus=head(history),
        testimony=tuple(Testimony(**row) for row in bulk.ask(con, "explain/testimony", **key)),
        near_misses=tuple(NearMiss(**row) for row in bulk.ask(con, "explain/near_misses", **key)),
        history=history,
        counted=() if history else tuple(Counted(**r) for r in bulk.ask(con, "explain/counted", watch=quantity.watch)),
    )


def head(history: Sequence[Belief]) -> Belief | None:
    """Return the belief that holds now (as the view ``consensus`` has it), or None where nothing was ever believed."""
    return max(history, key=lambda b: (b.effective_from, b.version), default=None)
