"""Human decisions: records with who, when and why, that change how articles are taken, never a number.

Kinds and subjects:

====================  ================================================================
``merge_lineage``     ``{"articles": [id, …]}``: these carry the same text
``split_lineage``     ``{"articles": [id, …]}``: these are of their own
``merge_origin``      ``{"origins": [name, …]}``: these are one voice
``split_origin``      ``{"articles": [id, …]}``: each of these speaks for its owner
``ignore_report``     ``{"report_id": id}``: leave this report out
``mute``              ``{"watch": name, "quantity"?: name, "until"?: ISO time}``: tell nobody
``acknowledge``       ``{"alert_id": id}``: somebody has seen to it
``undo``              ``{"decision_id": id}``
====================  ================================================================
"""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from duckdb import DuckDBPyConnection

from warehouse.ledger import bulk
from warehouse.ledger.journal import Entry
from warehouse.ledger.rooms import Key, Rooms

NEEDS = {
    "merge_lineage": "articles",
    "split_lineage": "articles",
    "merge_origin": "origins",
    "split_origin": "articles",
    "ignore_report": "report_id",
    "mute": "watch",
    "acknowledge": "alert_id",
    "undo": "decision_id",
}
_COLUMNS = ("decision_id", "kind", "subject", "who", "why", "decided_at")


def entry_of(
    con: DuckDBPyConnection,
    kind: str,
    subject: Mapping[str, Any],
    who: str,
    why: str,
    known_at: datetime,
    seq: int,
) -> Entry:
    """Return the journal entry of a decision; raises ValueError with what was expected."""
    if kind not in NEEDS:
        raise ValueError(f"there is no decision {kind!r}: expected one of {', '.join(NEEDS)}")
    if not subject.get(NEEDS[kind]):
        raise ValueError(f"a decision {kind} needs {NEEDS[kind]}")
    if not who.strip() or not why.strip():
        raise ValueError("a decision needs who took it and why")
    if kind == "undo" and not _standing(con, str(subject["decision_id"])):
        raise ValueError(f"there is no decision {subject['decision_id']} that could be undone")
    return {
        "kind": "decision",
        "known_at": known_at.isoformat(),
        "decision_id": f"d{seq:06}",  # sorts as they were taken, and can be typed
        "decision": kind,
        "subject": dict(subject),
        "who": who,
        "why": why,
    }


def apply(con: DuckDBPyConnection, rooms: Rooms, entry: Entry, known_at: datetime) -> set[Key]:
    """Record a decision and derive again what it concerns; return the quantities to settle."""
    kind, subject = entry["decision"], entry["subject"]
    row = (entry["decision_id"], kind, json.dumps(subject), entry["who"], entry["why"], known_at)
    bulk.insert(con, "decisions", _COLUMNS, [row])
    if kind == "undo":
        undone = _standing(con, subject["decision_id"])
        bulk.run(con, "decisions/undo", decision_id=subject["decision_id"], undone_by=entry["decision_id"])
        if undone is None:
            return set()
        kind, subject = undone
        if kind == "mute":
            bulk.run(con, "outbox/unmute", watch=subject["watch"], quantity=subject.get("quantity"), now=known_at)
            return set()
    concerned = _articles(con, kind, subject)
    changed = rooms.assign(con, concerned) if concerned else ()
    rows = bulk.ask(con, "settlement/quantities_of", article_ids=sorted(changed))
    if kind == "ignore_report":
        rows += bulk.ask(con, "settlement/quantities_of_report", report_id=subject["report_id"])
    if kind == "mute":
        bulk.run(con, "outbox/mute_waiting", watch=subject["watch"], quantity=subject.get("quantity"))
    return {(r["watch"], r["quantity"]) for r in rows}


def _standing(con: DuckDBPyConnection, decision_id: str) -> tuple[str, dict[str, Any]] | None:
    rows = bulk.ask(con, "decisions/standing", decision_id=decision_id)
    return (rows[0]["kind"], json.loads(rows[0]["subject"])) if rows else None


def _articles(con: DuckDBPyConnection, kind: str, subject: Mapping[str, Any]) -> list[str]:
    """The articles whose lineage or origin a decision touches."""
    if kind == "merge_origin":
        return [row["article_id"] for row in bulk.ask(con, "decisions/articles_of", origins=list(subject["origins"]))]
    return list(subject["articles"]) if NEEDS[kind] == "articles" else []
