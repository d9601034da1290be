"""Documents into the warehouse: archived first, then read, then written in one transaction."""

from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import datetime
from typing import Any, TypeVar

from extractors.document import Document, Rejection
from warehouse.ledger import articles, database
from warehouse.ledger.applying import Applied, apply, catch_up
from warehouse.ledger.identity import article_id, document_id
from warehouse.ledger.journal import Entry
from warehouse.ledger.warehouse import Warehouse

Taken = TypeVar("Taken", Document, Rejection)


def store(
    w: Warehouse,
    documents: Sequence[Document],
    rejections: Sequence[Rejection] = (),
    *,
    now: datetime,
    watch: str | None = None,
    send: bool = True,
) -> Applied:
    """Take in one batch and return what it did: counts, rejections, and the alerts that it raised.

    ``now``: when this becomes known. ``watch``: the watch whose sources brought it (None: for all of them).
    ``send`` false writes alerts that are shown, not delivered. The documents of a batch become known at once, and
    are taken in effective order; states of one page in the order given. What is there already (the same bytes as the
    newest of that page, a rejection word for word) adds nothing.

    Raises Unwritable (disk full …): what was returned before is safe, and a batch that had reached the archive is
    taken up again when the warehouse is opened next.
    """
    with database.refusals(w.path):
        catch_up(w)
        fresh = _fresh(w, [_clean(document) for document in documents], watch)
        refused = articles.unknown_rejections(w.con, [_clean(rejection) for rejection in rejections])
        if not fresh and not refused:
            return Applied(unchanged=len(documents))
        done = apply(w, w.archive.record(_entry(w, fresh, refused, now, watch, send)), fresh)
    done.unchanged += len(documents) - len(fresh)
    return done


def _entry(
    w: Warehouse,
    documents: Sequence[Document],
    rejections: Sequence[Rejection],
    now: datetime,
    watch: str | None,
    send: bool,
) -> Entry:
    """Archive the documents and return what the journal is to say of them."""
    known_at = w.at(now).isoformat()
    return {
        "kind": "batch",
        "known_at": known_at,
        "watch": watch,
        "send": send,
        "documents": [[place.file, place.offset] for place in w.archive.add(documents)],
        "rejections": [[r.stage, r.ref, r.reason, r.detail] for r in rejections],
    }


def _fresh(w: Warehouse, documents: Sequence[Document], watch: str | None) -> list[Document]:
    """Return the documents that are not the newest state of their page already, in their order."""
    names = [article_id(document.url) for document in documents]
    states = articles.latest(w.con, names) if names else {}
    newest = {name: state.document_id for name, state in states.items()}
    fresh = []
    for name, document in zip(names, documents, strict=True):
        own = document_id(document)
        state = states.get(name)
        widens = watch is not None and state is not None and state.revision > 0 and watch not in state.watches
        if newest.get(name) != own or widens:
            fresh.append(document)
        newest[name] = own
    return fresh


def _clean(value: Taken) -> Taken:
    """Replace lone surrogates in what a carrier said: no database and no JSON reader can hold them."""
    broken: dict[str, Any] = {}
    for item in fields(value):
        words = getattr(value, item.name)
        if isinstance(words, str) and not words.isascii() and any("\ud800" <= char <= "\udfff" for char in words):
            broken[item.name] = words.encode("utf-8", "replace").decode("utf-8")
    return replace(value, **broken) if broken else value
