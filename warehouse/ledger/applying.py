"""Journal entries into the database: the same way when they are new, after a crash, and in a replay."""

import logging
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from extractors.document import Document, Rejection
from warehouse.ledger import articles, bulk, database, decisions, watches
from warehouse.ledger.archive import Place
from warehouse.ledger.errors import Damaged
from warehouse.ledger.journal import Entry
from warehouse.ledger.reader import Reading, read_one
from warehouse.ledger.rooms import Key
from warehouse.ledger.settle import Cause, settle
from warehouse.ledger.staleness import stale
from warehouse.ledger.telling import tell
from warehouse.ledger.warehouse import Warehouse

_LOG = logging.getLogger(__name__)


@dataclass
class Applied:
    """What one entry did: counts, and the alerts it raised as rows (``body`` as a dictionary)."""

    articles: int = 0
    revisions: int = 0
    unchanged: int = 0
    figures: int = 0
    rejections: list[Rejection] = field(default_factory=list)
    alerts: list[bulk.Row] = field(default_factory=list)

    def add(self, other: "Applied") -> None:
        """Count another entry in."""
        self.articles += other.articles
        self.revisions += other.revisions
        self.unchanged += other.unchanged
        self.figures += other.figures
        self.rejections += other.rejections
        self.alerts += other.alerts


def catch_up(w: Warehouse, progress: Callable[[int, int], object] | None = None) -> int:
    """Apply the journal entries that the database lacks (a process was killed, a file came back older than its
    archive); return how many. ``progress`` is called with (entry, last entry). Raises Damaged where the archive
    cannot be read."""
    missing = 0
    if w.archive.journal.seq > w.seq:
        for entry in w.archive.journal.entries(after=w.seq):
            apply(w, entry)
            missing += 1
            if progress:
                progress(w.seq, w.archive.journal.seq)
    return missing


def apply(w: Warehouse, entry: Entry, documents: Sequence[Document] | None = None) -> Applied:
    """Apply one entry, the next one, in one transaction. ``documents`` saves reading a batch back from the archive.

    Where a batch fails because of what is in it, its documents are applied one by one, and the one that fails is
    rejected with the reason ``defect``: one page never stops a watch.
    """
    if entry["seq"] != w.seq + 1:
        raise Damaged(f"{w.archive.journal.path}: entry {entry['seq']} cannot follow entry {w.seq}")
    known_at = datetime.fromisoformat(entry["known_at"])
    try:
        done = _batch(w, entry, known_at, documents) if entry["kind"] == "batch" else _other(w, entry, known_at)
    except BaseException:
        w.memory.clear()  # it may hold what was rolled back
        raise
    w.seq, w.known_at = entry["seq"], known_at
    return done


def _other(w: Warehouse, entry: Entry, known_at: datetime) -> Applied:
    """Apply a watch, a decision, or a moment at which numbers had become stale."""
    with database.transaction(w.con):
        w.memory.clear()
        if entry["kind"] == "time":
            moved = stale(w.con, w.rooms, known_at)
        else:
            keys, words = _redefine(w, entry, known_at)
            moved = settle(w.con, w.rooms, w.memory, keys, Cause(known_at, words))
        heard = () if entry["kind"] == "watch" else moved  # a watch tells nothing of the past
        alerts = tell(w.con, w.rooms.alert_kind, heard, known_at, send=True)
        _sign(w, entry, known_at)
    return Applied(alerts=alerts)


def _redefine(w: Warehouse, entry: Entry, known_at: datetime) -> tuple[Collection[Key], str]:
    if entry["kind"] == "watch":
        return watches.apply(w.con, w.rooms, entry, known_at), "the watch changed"
    words = f"decision of {entry['who']}: {entry['why']}"
    return decisions.apply(w.con, w.rooms, entry, known_at), words


def _batch(w: Warehouse, entry: Entry, known_at: datetime, documents: Sequence[Document] | None) -> Applied:
    places = [Place(file, offset) for file, offset in entry["documents"]]
    given = documents if documents is not None else [w.archive.document(place) for place in places]
    readings = [read_one(document, place, w.rooms) for document, place in zip(given, places, strict=True)]
    rejections = [Rejection(*values) for values in entry["rejections"]]
    try:
        with database.transaction(w.con):
            done = _write(w, entry, readings, rejections, known_at)
            _sign(w, entry, known_at)
    except Exception as error:
        if database.is_environment(error) or not readings:
            raise
        w.memory.clear()
        _LOG.exception("Storing %d documents at once failed; going on one by one", len(readings))
        done = _one_by_one(w, entry, readings, rejections, known_at)
    return done


def _one_by_one(
    w: Warehouse, entry: Entry, readings: Sequence[Reading], rejections: Sequence[Rejection], known_at: datetime
) -> Applied:
    done, failed = Applied(), list(rejections)
    for reading in readings:
        try:
            with database.transaction(w.con):
                done.add(_write(w, entry, [reading], [], known_at))
        except Exception as error:
            if database.is_environment(error):
                raise
            w.memory.clear()
            detail = f"{type(error).__name__}: {error}".splitlines()[0]
            failed.append(Rejection("store", reading.document.url, "defect", detail))
    with database.transaction(w.con):
        done.add(_write(w, entry, [], failed, known_at))
        _sign(w, entry, known_at)
    return done


def _write(
    w: Warehouse, entry: Entry, readings: Sequence[Reading], rejections: Sequence[Rejection], known_at: datetime
) -> Applied:
    """Everything a batch does to the database, inside the caller's transaction."""
    con, rooms, watch = w.con, w.rooms, entry["watch"]
    added = articles.insert_batch(con, readings, seq=entry["seq"], known_at=known_at, watch=watch)
    refused = [*rejections, *(reading.rejection for reading in readings if reading.rejection)]
    articles.insert_rejections(con, refused, known_at)
    changed = rooms.assign(con, [name for name, _ in added.arrived]) if added.arrived else ()
    keys = _quantities_of(w, changed)
    if added.arrived:
        keys |= set(rooms.match_new(con, added.arrived, known_at))
    if added.widened:
        keys |= set(rooms.match_new(con, added.widened, known_at, watch))
    cause = Cause(known_at, "withdrawn", [*added.arrived, *added.widened], changed)
    moved = settle(con, rooms, w.memory, keys, cause)
    return Applied(
        articles=sum(revision == 1 for _, revision in added.arrived),
        revisions=len(added.arrived),
        unchanged=added.unchanged,
        figures=added.figures,
        rejections=refused,
        alerts=tell(con, rooms.alert_kind, moved, known_at, send=entry["send"]),
    )


def _quantities_of(w: Warehouse, article_ids: Collection[str]) -> set[Key]:
    if not article_ids:
        return set()
    rows = bulk.ask(w.con, "settlement/quantities_of", article_ids=sorted(article_ids))
    return {(row["watch"], row["quantity"]) for row in rows}


def _sign(w: Warehouse, entry: Entry, known_at: datetime) -> None:
    bulk.insert(w.con, "entries", ("seq", "kind", "known_at"), [(entry["seq"], entry["kind"], known_at)])
