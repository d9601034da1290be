"""Readings into rows: documents, revisions, sketches and figures. Nothing here is derived from other articles."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from typing import Any

from duckdb import DuckDBPyConnection

from extractors.document import Rejection
from warehouse.ledger import bulk
from warehouse.ledger.reader import Reading
from warehouse.ledger.rooms import Revision

_FIGURE_JSON = ("rules",)


@dataclass
class Added:
    """What a batch added; ``arrived`` are the new revisions in effective order: a batch becomes known at once."""

    arrived: list[Revision] = field(default_factory=list)
    widened: list[Revision] = field(default_factory=list)
    unchanged: int = 0
    figures: int = 0
    rejected: int = 0


@dataclass(frozen=True, slots=True)
class Latest:
    """The newest state of an article: of its text (revision 0: none was usable yet) and of its page."""

    revision: int = 0
    text_hash: str = ""
    effective_at: datetime | None = None
    watches: tuple[str, ...] = ()
    document_id: str = ""


def latest(con: DuckDBPyConnection, article_ids: Sequence[str]) -> dict[str, Latest]:
    """Return the newest state of each article that is known, by article_id."""
    rows = bulk.ask(con, "articles/latest", article_ids=sorted(set(article_ids)))
    return {
        row["article_id"]: Latest(
            row["revision"], row["text_hash"], row["effective_at"], tuple(row["watches"]), row["document_id"]
        )
        for row in rows
    }


def insert_batch(
    con: DuckDBPyConnection, readings: Sequence[Reading], *, seq: int, known_at: datetime, watch: str | None
) -> Added:
    """Insert what is new in these readings, in their order, inside the caller's transaction.

    The same text as the article's newest revision adds no revision (at most the watch that brought it).
    """
    states = latest(con, [reading.article_id for reading in readings])
    added, new = Added(), _Rows()
    for reading in readings:
        state = states.get(reading.article_id, Latest())
        if state.document_id != reading.document_id:
            new.documents.append(_document(reading, seq))
        states[reading.article_id] = replace(state, document_id=reading.document_id)
        if reading.article is None:
            added.rejected += 1
        elif state.revision and state.text_hash == reading.text_hash:
            added.unchanged += 1
            if watch and watch not in state.watches:
                added.widened.append((reading.article_id, state.revision))
        else:
            states[reading.article_id] = new.take(reading, state, known_at, watch)
            added.arrived.append((reading.article_id, states[reading.article_id].revision))
    added.arrived.sort(key=new.order)
    added.figures = len(new.figures)
    new.insert(con)
    if added.widened:
        bulk.run(con, "articles/widen", article_ids=[name for name, _ in added.widened], watch=watch)
    return added


def insert_rejections(con: DuckDBPyConnection, rejections: Sequence[Rejection], known_at: datetime) -> int:
    """Insert the rejections that are not there yet; return how many."""
    rows = [(r.stage, r.ref, r.reason, r.detail, known_at) for r in unknown_rejections(con, rejections)]
    return bulk.insert(con, "rejections", ("stage", "ref", "reason", "detail", "happened_at"), rows)


def unknown_rejections(con: DuckDBPyConnection, rejections: Sequence[Rejection]) -> list[Rejection]:
    """Return those that are not in the database word for word, each once."""
    if not rejections:
        return []
    known = bulk.ask(con, "articles/known_rejections", refs=sorted({rejection.ref for rejection in rejections}))
    seen = {Rejection(**row) for row in known}
    return [r for r in dict.fromkeys(rejections) if r not in seen]


@dataclass
class _Rows:
    """Rows of one batch, by table."""

    documents: list[dict[str, Any]] = field(default_factory=list)
    revisions: dict[Revision, dict[str, Any]] = field(default_factory=dict)
    figures: list[dict[str, Any]] = field(default_factory=list)
    sketches: dict[str, tuple[tuple[int, ...], datetime]] = field(default_factory=dict)

    def take(self, reading: Reading, state: Latest, known_at: datetime, watch: str | None) -> Latest:
        """Add the rows of a new revision and return the article's state after it."""
        revision = state.revision + 1
        effective_at = _effective(reading, state, known_at)
        watches = (*state.watches, *([watch] if watch and watch not in state.watches else []))
        key = (reading.article_id, revision)
        self.revisions[key] = _revision(reading, revision, effective_at, known_at, watches)
        self.sketches[reading.article_id] = (reading.sketch, effective_at)
        for number, figure in enumerate(reading.figures, 1):
            row = asdict(figure)
            self.figures.append(
                {"figure_id": f"{reading.article_id}.{revision}.{number}", "article_id": key[0], "revision": revision}
                | row
                | {name: json.dumps(row[name]) for name in _FIGURE_JSON}
            )
        return Latest(revision, reading.text_hash, effective_at, watches, reading.document_id)

    def order(self, revision: Revision) -> tuple[datetime, str, int]:
        """The place of a revision in the fold."""
        row = self.revisions[revision]
        return (row["effective_at"], row["url"], row["revision"])

    def insert(self, con: DuckDBPyConnection) -> None:
        bulk.insert_rows(con, "documents", self.documents)
        bulk.insert_rows(con, "revisions", list(self.revisions.values()))
        bulk.insert_rows(con, "figures", self.figures)
        edited = [article_id for article_id, revision in self.revisions if revision > 1]
        if edited:
            bulk.run(con, "articles/forget_sketches", article_ids=edited)
        hashes = ((h, name, at) for name, (sketch, at) in self.sketches.items() for h in sketch)
        bulk.insert(con, "sketches", ("hash", "article_id", "effective_at"), hashes)


def _effective(reading: Reading, state: Latest, known_at: datetime) -> datetime:
    """The place in the fold: when it was published, or when it was first seen (undated, dated ahead, or edited)."""
    assert reading.article is not None
    if state.effective_at is not None:
        return max(known_at, state.effective_at)
    published = reading.article.published_at
    return known_at if published is None or published > known_at else published


def _document(reading: Reading, seq: int) -> dict[str, Any]:
    document = reading.document
    return {
        "document_id": reading.document_id,
        "article_id": reading.article_id,
        "seq": seq,
        "url": document.url,
        "source": document.source,
        "media_type": document.media_type,
        "fetched_at": document.fetched_at,
        "archive_file": reading.place.file,
        "archive_offset": reading.place.offset,
        "byte_count": len(document.content),
    }


def _revision(
    reading: Reading, revision: int, effective_at: datetime, known_at: datetime, watches: tuple[str, ...]
) -> dict[str, Any]:
    article = reading.article
    assert article is not None
    return {
        "article_id": reading.article_id,
        "revision": revision,
        "document_id": reading.document_id,
        "url": article.url,
        "source": article.source,
        "owner": reading.owner,
        "title": article.title,
        "published_at": article.published_at,
        "first_seen_at": known_at,
        "effective_at": effective_at,
        "language": article.language,
        "text": article.text,
        "text_hash": reading.text_hash,
        "dropped": json.dumps([{"quote": d.quote, "reason": d.reason} for d in article.dropped]),
        "credits": list(reading.credits),
        "watches": list(watches),
    }
