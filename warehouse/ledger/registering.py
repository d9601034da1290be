"""Watches and decisions into a warehouse: journalled, then applied and settled in one transaction."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from warehouse.belief import Quantity
from warehouse.ledger import database, decisions, watches
from warehouse.ledger.applying import Applied, apply, catch_up
from warehouse.ledger.journal import Entry
from warehouse.ledger.staleness import stale
from warehouse.ledger.warehouse import Warehouse


def register_watch(
    w: Warehouse,
    watch: str,
    yaml: str,
    quantities: Sequence[Quantity],
    *,
    subscribers: Mapping[str, Sequence[str]],
    now: datetime,
) -> bool:
    """Make this the newest version of a watch and apply it to all that is stored; False where it is already.

    ``yaml`` is the text of the watch, ``quantities`` what it tracks, ``subscribers`` the names of those to tell, each
    with the quantities it wants (none: all). A watch raises no alerts about the past. Raises Unwritable.
    """
    catch_up(w)
    if watches.is_known(w.con, watch, yaml):
        return False
    _enter(w, watches.entry_of(watch, yaml, quantities, subscribers, w.at(now)))
    return True


def decide(w: Warehouse, kind: str, subject: Mapping[str, Any], *, who: str, why: str, now: datetime) -> Applied:
    """Record a human decision, apply it and settle what it concerns; see ``decisions`` for kinds and subjects.

    Returns what it did, with the alerts that follow. Raises ValueError for an unknown kind, an incomplete subject, a
    missing name or reason; Unwritable.
    """
    catch_up(w)
    return _enter(w, decisions.entry_of(w.con, kind, subject, who, why, w.at(now), w.archive.journal.seq + 1))


def undo(w: Warehouse, decision_id: str, *, who: str, why: str, now: datetime) -> Applied:
    """Take a decision back: it stays on record, without effect. Raises ValueError where there is none to undo."""
    return decide(w, "undo", {"decision_id": decision_id}, who=who, why=why, now=now)


def pass_time(w: Warehouse, now: datetime) -> Applied:
    """Tell of the numbers that have become stale by now; nothing is written where there are none."""
    catch_up(w)
    if not stale(w.con, w.rooms, w.at(now)):
        return Applied()
    return _enter(w, {"kind": "time", "known_at": w.at(now).isoformat()})


def _enter(w: Warehouse, entry: Entry) -> Applied:
    with database.refusals(w.path):
        return apply(w, w.archive.record(entry))
