"""Alerts: what changed, in a form that every channel can show, and who is to be told."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from duckdb import DuckDBPyConnection

from warehouse.belief import Change, ChangeKind, Consensus, Policy, Report
from warehouse.ledger import bulk
from warehouse.ledger.identity import digest
from warehouse.ledger.settle import Moved
from warehouse.ledger.wording import amount, amount_of, belief, many

AlertKind = Callable[[Change, Policy], ChangeKind | None]
_NAMED = 2  # sources that a headline names per number
_RIVALS = 3  # numbers against a contested one that a headline names
_DELIVERY = ("alert_id", "subscriber", "status", "attempts", "next_try_at")


def tell(
    con: DuckDBPyConnection, alert_kind: AlertKind, moved: Sequence[Moved], known_at: datetime, *, send: bool
) -> list[bulk.Row]:
    """Insert an alert for each change that its watch wants told, and a delivery for each of its subscribers; return
    the alerts as rows.

    Belongs into the transaction that made the changes. ``send`` false (and a mute) write the delivery as not to be
    sent. A row's ``body`` is a dictionary: see ``_body``.
    """
    alerts = [
        _alert(con, one, kind, known_at) for one in moved if (kind := alert_kind(one.change, one.quantity.policy))
    ]
    if not alerts:
        return []
    rows = [{**alert, "body": json.dumps(alert["body"])} for alert in alerts]
    bulk.insert_rows(con, "alerts", rows)
    listeners = bulk.ask(con, "outbox/subscribers", watches=sorted({alert["watch"] for alert in alerts}))
    muted = {(row["watch"], row["quantity"]) for row in bulk.ask(con, "outbox/muted", now=known_at)}
    deliveries: list[tuple[Any, ...]] = []
    for alert in alerts:
        name = alert["quantity"]
        quiet = (alert["watch"], name) in muted or (alert["watch"], None) in muted
        status = "shown" if not send else "muted" if quiet else "waiting"
        deliveries += [
            (alert["alert_id"], listener["subscriber"], status, 0, known_at)
            for listener in listeners
            if listener["watch"] == alert["watch"] and name in (listener["quantities"] or [name])
        ]
    bulk.insert(con, "deliveries", _DELIVERY, deliveries)
    return alerts


def _alert(con: DuckDBPyConnection, moved: Moved, kind: ChangeKind, known_at: datetime) -> bulk.Row:
    quantity, change = moved.quantity, moved.change
    old, new = change.before, change.after
    return {
        "alert_id": digest(quantity.watch, quantity.name, moved.version, change.article_id, kind),
        "watch": quantity.watch,
        "quantity": quantity.name,
        "version": moved.version,
        "kind": kind,
        "old_value": old.value if old else None,
        "new_value": new.value if new else None,
        "old": _json(old),
        "new": _json(new),
        "changed_by": change.article_id,
        "created_at": known_at,
        "body": _body(con, moved),
    }


def _body(con: DuckDBPyConnection, moved: Moved) -> dict[str, Any]:
    """The alert for people: ``headline`` (old -> new, with basis), ``title`` and ``unit`` of the quantity, ``kinds``,
    ``old``, ``new`` in words, ``state``, ``moved_by`` (article_id, revision, source, title, url, published_at,
    sentence, quote, amount; null where no article did it; no sentence nor amount where the article was edited and
    states no number any more), ``cause``, ``support`` (articles, voices, speakers behind the new number, in words)
    and ``agree``, ``dissent``: lists of {source, url, voice, amount}.
    """
    change, new = moved.change, moved.change.after
    title = moved.quantity.title or moved.quantity.name
    total = moved.quantity.basis is not None
    agree, dissent = _witnesses(con, moved, total)
    return {
        "headline": f"{title}: {_turn(change, agree, dissent, total)}",
        "title": title,
        "unit": moved.quantity.unit,
        "kinds": list(change.kinds),
        "old": belief(change.before, total=total),
        "new": belief(new, total=total),
        "state": new.state if new else None,
        "moved_by": _moved_by(con, moved.own, total),
        "cause": new.cause if new else "nothing is reported any more",
        "support": f"{many(new.articles, 'article')}, {many(new.voices, 'voice')}, {many(new.speakers, 'speaker')}"
        if new
        else "",
        "agree": agree,
        "dissent": dissent,
    }


def _turn(change: Change, agree: Sequence[Mapping[str, Any]], dissent: Sequence[Mapping[str, Any]], total: bool) -> str:
    """Old -> new, naming the rivals of a contested number; where only time passed, the number and what became of it."""
    before, after = change.before, change.after
    if before == after:
        return f"{belief(after, total=total)} ({change.kinds[0]})"
    if after is None or after.state != "contested":
        return f"{belief(before, total=total)} -> {belief(after, total=total)}"
    leads = amount(after, total=total)
    rivals = list(dict.fromkeys(one["amount"] for one in dissent if one["amount"] != leads))[:_RIVALS]
    against = f" against {' and '.join(_by(rival, dissent) for rival in rivals)}" if rivals else ""
    return f"{belief(before, total=total)} -> contested, {_by(leads, agree)}{against}"


def _by(number: str, witnesses: Sequence[Mapping[str, Any]]) -> str:
    """A number with who reports it: "5 (Daily Probe)", "4 (State Police, Bay Post and 3 more)"."""
    names = list(dict.fromkeys(one["source"] for one in witnesses if one["amount"] == number))
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return f"{number} ({', '.join(names[:_NAMED])}{more})" if names else number


def _moved_by(con: DuckDBPyConnection, own: Sequence[Report], total: bool) -> dict[str, Any] | None:
    report = min(own, key=lambda r: r.rank, default=None)
    if report is None:
        return None
    [row] = bulk.ask(
        con, "outbox/sentence", report_id=report.report_id, article_id=report.article_id, revision=report.revision
    )
    return {
        "article_id": report.article_id,
        "revision": report.revision,
        "source": report.source,
        "title": row["title"],
        "url": report.url,
        "published_at": row["published_at"].isoformat() if row["published_at"] else None,
        "sentence": row["sentence"],
        "quote": report.quote,
        "amount": None if report.withdrawn else amount(report, total=total),
    }


def _witnesses(con: DuckDBPyConnection, moved: Moved, total: bool) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Who stands behind the new number and who states another, in effective order."""
    voices = {e.report_id: (e.voice, e.stance) for e in moved.evidence if e.stance in ("supports", "dissents")}
    agree: list[dict[str, Any]] = []
    dissent: list[dict[str, Any]] = []
    for row in bulk.ask(con, "outbox/witnesses", report_ids=sorted(voices)):
        voice, stance = voices[row.pop("report_id")]
        witness = {
            "source": row.pop("source"),
            "url": row.pop("url"),
            "voice": voice,
            "amount": amount_of(row, total=total),
        }
        (agree if stance == "supports" else dissent).append(witness)
    return agree, dissent


def _json(consensus: Consensus | None) -> str | None:
    if consensus is None:
        return None
    values = asdict(consensus)
    values["since"] = consensus.since.isoformat()
    return json.dumps(values)
