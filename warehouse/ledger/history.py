"""The history of belief on two clocks: rows are only inserted, each restating one effective place as known now."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from duckdb import DuckDBPyConnection

from warehouse.belief import Consensus, Evidence
from warehouse.ledger import bulk
from warehouse.ledger.changes import stands
from warehouse.ledger.rooms import Key

State = tuple[datetime, Consensus | None]
_VALUES = (
    *("value", "low", "high", "low_exclusive", "high_exclusive", "qualifier", "basis", "span_low", "span_high"),
    *("state", "voices", "speakers", "articles", "since", "changed_by", "cause"),
)
_HISTORY = ("watch", "quantity", "version", *_VALUES, "effective_from", "known_from", "of_head")
_STANCES = ("watch", "quantity", "version", "report_id", "voice", "stance", "reason")
_STATE = _VALUES.index("state")
_NOTHING = (*[None] * 10, 0, 0, 0, None, None)  # a belief's values but for the cause, where nothing is reported

Belief = tuple[Any, ...]  # the values of one row, in the order of _VALUES


@dataclass
class Page:
    """What is stored of one quantity: the newest belief at each effective place, the head, and who stands where."""

    key: Key
    version: int = 0
    beliefs: dict[datetime, Belief] = field(default_factory=dict)
    last: datetime | None = None  # the latest effective place
    head: Consensus | None = None  # its evidence is left empty
    standing: Consensus | None = None  # what later heads are compared with, see changes.stands
    stances: dict[str, Evidence] = field(default_factory=dict)


def load_pages(con: DuckDBPyConnection, keys: Sequence[Key]) -> dict[Key, Page]:
    """Return what is stored of these quantities."""
    names: dict[str, Any] = {"watches": [key[0] for key in keys], "quantities": [key[1] for key in keys]}
    pages = {key: Page(key) for key in keys}
    for row in bulk.ask(con, "settlement/beliefs", **names):
        page = pages[(row["watch"], row["quantity"])]
        page.version = max(page.version, row["version"])
        page.beliefs[row["effective_from"]] = tuple(row[name] for name in _VALUES)
    for row in bulk.ask(con, "settlement/stances", **names):
        evidence = Evidence(row["report_id"], row["voice"], row["stance"], row["reason"])
        pages[(row["watch"], row["quantity"])].stances[evidence.report_id] = evidence
    for page in pages.values():
        page.last = max(page.beliefs, default=None)
        if page.last is not None and page.beliefs[page.last][_STATE] is not None:
            page.head = Consensus(**dict(zip(_VALUES, page.beliefs[page.last], strict=True)))
    for row in bulk.ask(con, "settlement/standing", **names):
        pages[(row["watch"], row["quantity"])].standing = Consensus(**{name: row[name] for name in _VALUES})
    return pages


class Writing:
    """Rows to add to the histories of some quantities, known since one moment; ``insert`` adds them.

    ``words`` say why nothing is reported, where nothing is.
    """

    def __init__(self, known_at: datetime, words: str) -> None:
        self._known_at = known_at
        self._words = words
        self._rows: list[tuple[Any, ...]] = []
        self._stances: list[tuple[Any, ...]] = []

    def put_head(self, page: Page, state: State | None, evidence: Sequence[Evidence]) -> int | None:
        """Add the newest belief, with where each report stands; return its version, None where all that is stored."""
        place, head = state or (page.last, None)
        if place is None:
            return None
        page.last = place if page.last is None else max(place, page.last)
        standing = head if stands(page.head, head) else page.standing
        page.head = head
        now = {e.report_id: e for e in evidence}
        if not self._put(page, page.last, head, of_head=True, restate=now != page.stances):
            return None
        self._turn(page, now)
        page.standing = standing
        return page.version

    def restate(self, page: Page, states: Sequence[State]) -> None:
        """Add a row for each effective place before the last whose belief is another than what is stored."""
        places = [place for place, _ in states]
        for place in sorted({*places, *page.beliefs}):
            if place != page.last:
                number = bisect_right(places, place)
                self._put(page, place, states[number - 1][1] if number else None, of_head=False)

    def insert(self, con: DuckDBPyConnection) -> None:
        """Insert what was added, inside the caller's transaction."""
        bulk.insert(con, "consensus_history", _HISTORY, self._rows)
        bulk.insert(con, "stances", _STANCES, self._stances)

    def _put(
        self, page: Page, place: datetime, consensus: Consensus | None, *, of_head: bool, restate: bool = False
    ) -> bool:
        """Add a row unless it is what is stored; with ``restate``, then too (the same belief, on other evidence)."""
        stored = page.beliefs.get(place)
        if consensus is None:
            if (stored or _before(page, place))[_STATE] is None:
                return False  # nothing is reported there, whatever the words for it
            belief: Belief = (*_NOTHING, self._words)
        else:
            belief = tuple(getattr(consensus, name) for name in _VALUES)
        if stored == belief and not restate:
            return False
        page.version += 1
        page.beliefs[place] = belief
        self._rows.append((*page.key, page.version, *belief, place, self._known_at, of_head))
        return True

    def _turn(self, page: Page, now: dict[str, Evidence]) -> None:
        """Add the stances that differ from those of the head before."""
        new = [e for name, e in now.items() if page.stances.get(name) != e]
        gone = [e for name, e in page.stances.items() if name not in now]
        self._stances += [(*page.key, page.version, e.report_id, e.voice, e.stance, e.reason) for e in new]
        self._stances += [(*page.key, page.version, e.report_id, e.voice, None, "") for e in gone]
        page.stances = now


def _before(page: Page, place: datetime) -> Belief:
    """Return the belief that holds at a place of which nothing is stored."""
    earlier = max((other for other in page.beliefs if other < place), default=None)
    return page.beliefs[earlier] if earlier else _NOTHING
