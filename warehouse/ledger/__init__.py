"""The ledger: one short transaction per batch, an archive to rebuild everything from, an outbox, a published copy.

All times are aware; ``now`` is the caller's clock, read once per run. Errors: Busy (wait or skip), Unopenable (tell the
user), Unwritable (free space, run again), Damaged (the archive lacks something).

=====================  =================================================================================================
opening                ``with open_warehouse(path, now=now, wait=0.0) as w:`` creates, migrates, catches up with the
                       archive. ``open_published(path)``: a read-only connection to the published copy
watches                ``register_watch(w, watch, yaml, quantities, subscribers={name: (quantity…)}, now=now) -> bool``
documents              ``store(w, documents, rejections, now=now, watch=slug, send=True) -> Applied`` (counts,
                       rejections, alerts as rows, ``body`` a dictionary). Batches of 100 to 500 documents
time                   ``pass_time(w, now) -> Applied``: once a pass; tells of numbers that have become stale
passes                 ``start_run(w, watch, now) -> run_id``, ``finish_run(w, run_id, state, counts, now)``
sources                ``source_states(w, watch) -> {url: SourceState}``, ``remember_sources(w, watch, states)``
outbox                 ``due(w, now, watch=None) -> [Delivery]``, ``mark_delivered(w, deliveries, now)``,
                       ``mark_failed(w, delivery, error, now) -> next try``, ``retry``, ``mute``, ``acknowledge``
decisions              ``decide(w, kind, subject, who=…, why=…, now=now) -> Applied``, ``undo(w, decision_id, …)``
rebuilding             ``replay.rebuild(path, now=now) -> Rebuilt``, ``preview.preview(path, watch, yaml, quantities,
                       now=now) -> [Difference]``: alerts of the past that a changed watch would add or drop
files                  ``export.export(con, folder) -> [Path]``: Parquet and CSV of every table of the contract
publishing             ``publish(w) -> Path``: ``news.duckdb`` -> ``news.published.duckdb``; at the end of a pass
asking                 ``bulk.ask(con, "topic/name", **parameters) -> [dict]``: any statement of ``warehouse/sql``
=====================  =================================================================================================
"""

from warehouse.ledger.applying import Applied
from warehouse.ledger.errors import Busy, Damaged, Unopenable, Unwritable
from warehouse.ledger.outbox import Delivery, acknowledge, due, mark_delivered, mark_failed, mute, retry
from warehouse.ledger.registering import decide, pass_time, register_watch, undo
from warehouse.ledger.runs import SourceState, finish_run, remember_sources, source_states, start_run
from warehouse.ledger.snapshot import open_published, publish, published_path
from warehouse.ledger.store import store
from warehouse.ledger.warehouse import Warehouse, open_warehouse

__all__ = [
    "Applied",
    "Busy",
    "Damaged",
    "Delivery",
    "SourceState",
    "Unopenable",
    "Unwritable",
    "Warehouse",
    "acknowledge",
    "decide",
    "due",
    "finish_run",
    "mark_delivered",
    "mark_failed",
    "mute",
    "open_published",
    "open_warehouse",
    "pass_time",
    "publish",
    "published_path",
    "register_watch",
    "remember_sources",
    "retry",
    "source_states",
    "start_run",
    "store",
    "undo",
]
