from datetime import timedelta
from typing import Any

import pytest

from tests.warehouse.ledger.standins import at, page
from warehouse.ledger import outbox
from warehouse.ledger.registering import decide, undo
from warehouse.ledger.store import store
from warehouse.ledger.warehouse import Warehouse


@pytest.fixture
def told(news: Warehouse) -> Warehouse:
    """A warehouse with one alert for two subscribers."""
    store(news, [page("alpha", "390 each", 2)], now=at(2), watch="swap")
    store(news, [page("beta", "400 each", 3)], now=at(3), watch="swap")
    return news


def statuses(w: Warehouse) -> list[Any]:
    return w.con.execute("SELECT subscriber, status, attempts FROM deliveries ORDER BY 1").fetchall()


def test_an_alert_is_due_for_each_subscriber_until_marked(told: Warehouse) -> None:
    hook, screen = outbox.due(told, at(3))
    assert (hook.subscriber, screen.subscriber) == ("hook", "screen")
    assert hook.alert_id == screen.alert_id
    assert hook.alert["kind"] == "contested"
    sides = "390 each (alpha) against 400 each (beta)"
    assert hook.alert["body"]["headline"] == f"Prisoners released: 390 each -> contested, {sides}"
    assert hook.alert["new"]["state"] == "contested"
    outbox.mark_delivered(told, [screen], at(3))
    assert [d.subscriber for d in outbox.due(told, at(3))] == ["hook"]
    assert statuses(told) == [("hook", "waiting", 0), ("screen", "delivered", 1)]


def test_a_failed_delivery_waits_longer_each_time_and_in_the_end_for_a_person(told: Warehouse) -> None:
    now, pauses = at(3), []
    while True:
        due = [d for d in outbox.due(told, now) if d.subscriber == "hook"]
        next_try = outbox.mark_failed(told, due[0], "503", now)
        if next_try is None:
            break
        assert not [d for d in outbox.due(told, next_try - timedelta(seconds=1)) if d.subscriber == "hook"]
        pauses.append(next_try - now)
        now = next_try
    assert pauses == sorted(pauses)
    assert timedelta(days=2) < sum(pauses, timedelta()) < timedelta(days=4)
    assert [d.subscriber for d in outbox.due(told, at(28))] == ["screen"]
    assert outbox.retry(told, [], at(28)) == 1
    assert [d.subscriber for d in outbox.due(told, at(28))] == ["hook", "screen"]


def test_a_muted_quantity_tells_nobody_until_the_mute_ends_or_is_undone(told: Warehouse) -> None:
    outbox.mute(told, "swap", "released", until=at(9), who="Ada", why="too noisy", now=at(3))
    assert outbox.due(told, at(4)) == []
    store(told, [page("gamma", "400 each", 4)], now=at(4), watch="swap")
    assert outbox.due(told, at(4)) == []
    store(told, [page("delta", "390 each", 10), page("epsilon", "390 each", 10)], now=at(10), watch="swap")
    assert len(outbox.due(told, at(10))) > 0
    [[mute]] = told.con.execute("SELECT decision_id FROM decisions WHERE kind = 'mute'").fetchall()
    before = {d.alert_id for d in outbox.due(told, at(11))}
    undo(told, mute, who="Ada", why="calm again", now=at(11))
    every = {row[0] for row in told.con.execute("SELECT alert_id FROM alerts").fetchall()}
    assert before < {d.alert_id for d in outbox.due(told, at(11))} == every  # as if it had never been muted
    with pytest.raises(ValueError, match="no decision"):
        undo(told, mute, who="Ada", why="again", now=at(11))


def test_an_acknowledgement_is_a_record(told: Warehouse) -> None:
    alert_id = outbox.due(told, at(3))[0].alert_id
    outbox.acknowledge(told, alert_id, who="Ada", why="called the ministry", now=at(4))
    rows = told.con.execute("SELECT kind, subject->>'alert_id', who, why, decided_at FROM decisions").fetchall()
    assert rows == [("acknowledge", alert_id, "Ada", "called the ministry", at(4))]


def test_one_voice_by_decision_and_back(told: Warehouse) -> None:
    store(told, [page("gamma", "400 each", 4)], now=at(4), watch="swap")
    voices = "SELECT value, voices, state FROM consensus"
    assert told.con.execute(voices).fetchall() == [(400.0, 2, "corroborated")]
    done = decide(told, "merge_origin", {"origins": ["beta", "gamma"]}, who="Ada", why="one newsroom", now=at(5))
    assert told.con.execute(voices).fetchall() == [(390.0, 1, "contested")]
    assert [(a["kind"], a["changed_by"], a["body"]["moved_by"]) for a in done.alerts] == [("contested", None, None)]
    undo(told, "d000005", who="Ada", why="two after all", now=at(6))
    assert told.con.execute(voices).fetchall() == [(400.0, 2, "corroborated")]


def test_a_report_left_out_by_decision(told: Warehouse) -> None:
    [[report]] = told.con.execute("SELECT report_id FROM reports WHERE value = 400").fetchall()
    decide(told, "ignore_report", {"report_id": report}, who="Ada", why="about another day", now=at(5))
    assert told.con.execute("SELECT value, state FROM consensus").fetchall() == [(390.0, "single")]
    stances = "SELECT stance FROM evidence JOIN consensus USING (watch, quantity, version) ORDER BY 1"
    assert told.con.execute(stances).fetchall() == [("ignored",), ("supports",)]


@pytest.mark.parametrize(
    ("kind", "subject", "who", "expected"),
    [
        ("set_number", {"value": 5}, "Ada", "expected one of merge_lineage"),
        ("mute", {}, "Ada", "needs watch"),
        ("mute", {"watch": "swap"}, " ", "who took it and why"),
        ("undo", {"decision_id": "d999999"}, "Ada", "no decision d999999"),
    ],
)
def test_a_decision_that_is_not_complete_is_refused_and_leaves_no_trace(
    told: Warehouse, kind: str, subject: dict[str, Any], who: str, expected: str
) -> None:
    before = told.archive.journal.seq
    with pytest.raises(ValueError, match=expected):
        decide(told, kind, subject, who=who, why="because", now=at(5))
    assert told.archive.journal.seq == before
