"""Local files into a warehouse, at once or as if each had arrived when it was published.

A file that a ``files`` source of the watch names is taken as that source says (name, owner, date, address).
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Literal

from extractors.document import Document, Rejection, Unusable
from extractors.formats import Context, files
from extractors.reading import read
from flows import local_files
from flows.inputs import documents
from flows.watch import Source, Watch
from warehouse.ledger.applying import Applied
from warehouse.ledger.registering import register_watch
from warehouse.ledger.snapshot import publish
from warehouse.ledger.store import store
from warehouse.ledger.warehouse import Warehouse

Arrival = Literal["now", "published"]
Progress = Callable[[Applied], None]
BATCH = 200


@dataclass(frozen=True)
class Found:
    """What the files hold: documents in the order given, and what could not be used."""

    documents: list[Document] = field(default_factory=list)
    rejections: list[Rejection] = field(default_factory=list)


def find(watch: Watch, paths: Sequence[Path], now: datetime) -> Found:
    """Return the documents of the files; a file that cannot be used becomes a rejection."""
    found = Found()
    for path in paths:
        for one in documents(path, _context(watch, path, now)):
            if isinstance(one, Document):
                found.documents.append(one)
            else:
                found.rejections.append(one)
    return found


def load(
    w: Warehouse, watch: Watch, found: Found, now: datetime, *, arrival: Arrival, send: bool, progress: Progress
) -> Applied:
    """Store what was found, publish, and return what it did; ``progress`` hears of each batch.

    ``now``: everything arrives now, in batches. ``published``: one article at a time in order of publication, each
    as if it had arrived then; undated ones arrive last, now. Raises Unwritable.
    """
    batches = _by_publication(found.documents, now) if arrival == "published" else _at_once(found.documents, now)
    total = Applied()
    for n, (arrives, batch) in enumerate(batches):
        if n == 0:
            _register(w, watch, arrives)
        done = store(w, batch, now=arrives, watch=watch.name, send=send)
        total.add(done)
        progress(done)
    _register(w, watch, now)
    total.add(store(w, [], found.rejections, now=now, watch=watch.name, send=send))
    publish(w)
    return total


def _register(w: Warehouse, watch: Watch, now: datetime) -> None:
    subscribers = {s.name: s.quantities for s in watch.subscribers}
    register_watch(w, watch.name, watch.yaml, watch.quantities, subscribers=subscribers, now=now)


def _at_once(documents: Sequence[Document], now: datetime) -> Iterator[tuple[datetime, Sequence[Document]]]:
    """In order of publication, undated ones last, so that no batch goes before what is folded in already."""
    ordered = sorted(documents, key=lambda document: document.published_at or now)
    for start in range(0, len(ordered), BATCH):
        yield now, ordered[start : start + BATCH]


def _by_publication(documents: Sequence[Document], now: datetime) -> Iterator[tuple[datetime, Sequence[Document]]]:
    dated = [(min(_published(d) or now, now), d) for d in documents]
    for arrives, document in sorted(dated, key=lambda pair: pair[0]):
        yield arrives, [replace(document, fetched_at=arrives)]


def _published(document: Document) -> datetime | None:
    """When a document was published, by its carrier or by its own page; None where neither says."""
    if document.published_at:
        return document.published_at
    try:
        return read(document).published_at
    except Unusable:
        return None  # the ledger reads it again and keeps the reason


def _context(watch: Watch, path: Path, now: datetime) -> Context:
    source = _source_of(watch, path)
    if source is None:
        return Context(name=str(path), fetched_at=now)
    return Context(
        name=str(path), fetched_at=now, url=source.url, source=source.name, owner=source.owner,
        published_at=source.published_at, language=source.language,
    )  # fmt: skip


def _source_of(watch: Watch, path: Path) -> Source | None:
    """The ``files`` source of the watch that names this file."""
    for source in watch.sources:
        for at in source.at if source.kind == files.KIND else ():
            try:
                named = local_files.find(at, watch.folder)
            except Unusable:
                continue
            if any(path.samefile(other) for other in named):
                return source
    return None
