"""The steps of a pass. They only compose; each opens the warehouse late and closes it early.

Prefect knows nothing of them, and they nothing of Prefect: see ``monitor`` and ``orchestration``.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from extractors.document import Document, Rejection
from flows import collecting, delivering
from flows.fetching import Fetcher
from flows.settings import Settings
from flows.timing import Clock
from flows.visiting import FRESH, Collected, Job
from flows.watch import Watch
from warehouse.ledger import (
    SourceState,
    finish_run,
    open_warehouse,
    publish,
    register_watch,
    remember_sources,
    source_states,
    start_run,
    store,
)
from warehouse.ledger.recent import recent_pages
from warehouse.ledger.runs import RunState

BATCH = 200  # documents in one transaction


@dataclass(frozen=True)
class Begun:
    """A pass that has begun: its id, and what is known of the watch's addresses."""

    run_id: str
    states: Mapping[str, SourceState] = field(default_factory=dict)
    recent: Mapping[str, datetime] = field(default_factory=dict)


@dataclass(frozen=True)
class Batch:
    """What goes into the warehouse in one transaction."""

    documents: Sequence[Document] = ()
    rejections: Sequence[Rejection] = ()


@dataclass(frozen=True)
class Stored:
    """What one batch did: counts by name, and the alerts that it raised (rows of the table)."""

    counts: Mapping[str, int]
    alerts: Sequence[Mapping[str, Any]] = ()


def begin(watch: Watch, settings: Settings, now: datetime) -> Begun:
    """Registers the watch and starts its run; raises the ledger's Busy, Unopenable, Unwritable, Damaged."""
    subscribers = {one.name: one.quantities for one in watch.subscribers}
    with open_warehouse(settings.db, now=now, wait=settings.busy_wait) as w:
        register_watch(w, watch.name, watch.yaml, watch.quantities, subscribers=subscribers, now=now)
        run_id = start_run(w, watch.name, now)
        return Begun(run_id, source_states(w, watch.name), recent_pages(w, watch.name, now - FRESH))


def jobs(watch: Watch, begun: Begun, settings: Settings, now: datetime) -> list[Job]:
    """One job for each source."""
    return [
        Job(s, now, begun.states, begun.recent, watch.folder, settings.newest, settings.source_seconds)
        for s in watch.sources
    ]


def collect(job: Job, fetcher: Fetcher) -> Collected:
    """One source; raises Unavailable where a retry can help."""
    return collecting.collect(job, fetcher)


def batches(collected: Sequence[Collected]) -> list[Batch]:
    """All that was collected, in order of publication (undated last): a pass must not depend on who was faster."""
    documents = [document for one in collected for document in one.documents]
    dated = sorted((d for d in documents if d.published_at), key=lambda d: (d.published_at, d.url))
    ordered = [*dated, *(d for d in documents if not d.published_at)]
    rejections = [rejection for one in collected for rejection in one.rejections]
    parts = [Batch(ordered[at : at + BATCH]) for at in range(0, len(ordered), BATCH)]
    return [*parts, Batch(rejections=rejections)] if rejections else parts


def store_batch(batch: Batch, watch: str, db: Path, wait: float, now: datetime) -> Stored:
    """One transaction."""
    with open_warehouse(db, now=now, wait=wait) as w:
        done = store(w, batch.documents, batch.rejections, now=now, watch=watch)
    counts = {
        "articles": done.articles, "revisions": done.revisions, "unchanged": done.unchanged,
        "figures": done.figures, "rejected": len(done.rejections), "alerts": len(done.alerts),
    }  # fmt: skip
    return Stored(counts, done.alerts)


def deliver(watch: Watch, settings: Settings, clock: Clock, fetcher: Fetcher) -> delivering.Delivered:
    """What is due of the outbox."""
    return delivering.deliver(settings.db, watch, clock, post=fetcher.post, wait=settings.busy_wait)


@dataclass(frozen=True)
class Ending:
    """How a pass ended, for the record."""

    run_id: str
    state: RunState
    counts: Mapping[str, int]
    states: Sequence[SourceState] = ()


def finish(ending: Ending, watch: str, settings: Settings, clock: Clock) -> Path:
    """Records the end of the run and what is now known of its addresses, and publishes the copy for readers."""
    with open_warehouse(settings.db, now=clock.now(), wait=settings.busy_wait) as w:
        remember_sources(w, watch, ending.states)
        finish_run(w, ending.run_id, ending.state, ending.counts, clock.now())
        return publish(w)
