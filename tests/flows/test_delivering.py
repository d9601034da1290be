"""The outbox reaches every subscriber at least once, whatever the others do."""

import json
import threading
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from flows import delivering
from flows.delivering import SUBSCRIBER_SECONDS, deliver, send_all
from flows.failures import Refused, Unavailable
from flows.replies import Answer
from flows.telling import Tools
from flows.timing import Clock
from flows.watch import Subscriber, Watch, parse
from warehouse.ledger import Delivery, bulk, due, open_warehouse

NOW = datetime(2026, 3, 4, 5, 6, tzinfo=UTC)
BODY = {"headline": "Killed: 12 -> 15", "moved_by": None, "cause": "c", "support": "", "agree": [], "dissent": []}
WATCH = """
watch: dam
quantities: {killed: {count: people, action: killed}}
subscribers:
  - jsonl: a.jsonl
  - webhook: http://hooks.example/
    name: hook
  - webhook: http://other.example/
    name: other
"""


def delivery(alert_id: str = "a1", subscriber: str = "jsonl", attempts: int = 0) -> Delivery:
    alert = {
        "alert_id": alert_id,
        "kind": "changed",
        "watch": "dam",
        "quantity": "killed",
        "created_at": NOW,
        "body": BODY,
    }
    return Delivery(alert_id, subscriber, attempts, alert)


class Post:
    """Receivers by address: a status, an error, or something to call."""

    def __init__(self, **receivers: object) -> None:
        self.receivers = receivers
        self.ids: list[tuple[str, str]] = []

    def __call__(self, url: str, _content: bytes, headers: Mapping[str, str]) -> Answer:
        host = url.split("/")[2].partition(".")[0]
        self.ids.append((host, headers["webhook-id"]))
        answer = self.receivers.get(host, 200)
        if isinstance(answer, Exception):
            raise answer
        if callable(answer):
            answer = answer()
        return Answer(int(answer))


@pytest.fixture
def outbox(tmp_path: Path) -> tuple[Path, Watch]:
    """A warehouse with three alerts that wait for three subscribers."""
    db = tmp_path / "news.duckdb"
    watch = parse(WATCH, folder=tmp_path)
    with open_warehouse(db, now=NOW) as w:
        for number in range(3):
            put(w.con, f"a{number}", [s.name for s in watch.subscribers])
    return db, watch


def put(con: object, alert_id: str, subscribers: list[str]) -> None:
    alert = delivery(alert_id).alert
    row = {**alert, "body": json.dumps(BODY), "version": int(alert_id[1:])}
    bulk.insert_rows(con, "alerts", [row])
    columns = ("alert_id", "subscriber", "status", "attempts", "next_try_at")
    bulk.insert(con, "deliveries", columns, [(alert_id, name, "waiting", 0, NOW) for name in subscribers])


def waiting(db: Path, at: datetime = NOW) -> list[tuple[str, str]]:
    with open_warehouse(db, now=NOW) as w:
        return [(d.subscriber, d.alert_id) for d in due(w, at)]


def rows(db: Path) -> dict[tuple[str, str], dict]:
    with open_warehouse(db, now=NOW) as w:
        result = w.con.execute("SELECT alert_id, subscriber, status, attempts, error, next_try_at FROM deliveries")
        names = [column[0] for column in result.description]
        return {row[:2]: dict(zip(names, row, strict=True)) for row in result.fetchall()}


def test_everyone_has_everything_once(outbox: tuple[Path, Watch], tmp_path: Path) -> None:
    db, watch = outbox
    post = Post()
    done = deliver(db, watch, Clock(NOW), post=post)
    assert (done.delivered, done.failed, done.given_up) == (9, 0, 0)
    assert sorted(post.ids) == [(host, f"a{n}") for host in ("hooks", "other") for n in range(3)]
    assert len((tmp_path / "a.jsonl").read_text().splitlines()) == 3
    assert waiting(db) == []
    assert deliver(db, watch, Clock(NOW), post=post).delivered == 0


def test_a_dead_subscriber_costs_the_others_nothing(outbox: tuple[Path, Watch]) -> None:
    db, watch = outbox
    free = threading.Event()
    seen: list[int] = []

    def hole() -> int:
        free.wait(5)
        return 500

    def other() -> int:
        seen.append(1)
        if len(seen) == 3:
            free.set()  # the others are done while the hole still hangs
        return 200

    done = deliver(db, watch, Clock(NOW), post=Post(hooks=hole, other=other))
    assert (done.delivered, done.failed) == (6, 1)
    assert "500" in done.errors["hook"]
    assert {name for name, _ in waiting(db)} == {"hook"}


def test_a_failure_is_tried_again_later_with_the_same_id(outbox: tuple[Path, Watch]) -> None:
    db, watch = outbox
    post = Post(hooks=Unavailable("timeout", "http://hooks.example/?token=canary took too long"))
    deliver(db, watch, Clock(NOW), post=post)
    failed = rows(db)[("a0", "hook")]
    assert (failed["status"], failed["attempts"]) == ("failed", 1)
    assert failed["next_try_at"] > NOW
    assert "canary" not in failed["error"]
    post.receivers.clear()
    later = Clock(failed["next_try_at"])
    assert deliver(db, watch, later, post=post).delivered == 3
    assert [alert_id for host, alert_id in post.ids if host == "hooks"] == ["a0", "a0", "a1", "a2"]


def test_a_death_between_sending_and_marking_sends_again_with_the_same_id(
    outbox: tuple[Path, Watch], monkeypatch: pytest.MonkeyPatch
) -> None:
    db, watch = outbox
    post = Post()

    def die(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(delivering, "mark_delivered", die)
        with pytest.raises(KeyboardInterrupt):
            deliver(db, watch, Clock(NOW), post=post)
    deliver(db, watch, Clock(NOW), post=post)
    for host in ("hooks", "other"):
        sent = [alert_id for name, alert_id in post.ids if name == host]
        assert set(sent) == {"a0", "a1", "a2"}
        assert sent[-3:] == ["a0", "a1", "a2"]
    assert waiting(db) == []


def test_what_no_retry_can_help_is_given_up_and_the_rest_goes_on(outbox: tuple[Path, Watch]) -> None:
    db, watch = outbox
    done = deliver(db, watch, Clock(NOW), post=Post(hooks=Refused("blocked_address", "10.0.0.1 is private use")))
    assert (done.delivered, done.given_up) == (6, 3)
    assert waiting(db, datetime(2027, 1, 1, tzinfo=UTC)) == []
    assert "private use" in rows(db)[("a2", "hook")]["error"]


def test_a_subscriber_that_the_watch_dropped_is_not_told(outbox: tuple[Path, Watch]) -> None:
    db, watch = outbox
    fewer = replace(watch, subscribers=watch.subscribers[:1])
    done = deliver(db, fewer, Clock(NOW), post=Post())
    assert (done.delivered, done.given_up) == (3, 6)


def tools(tmp_path: Path, post: Post | None = None) -> Tools:
    return Tools(NOW, tmp_path, post or Post())


def test_a_defect_or_a_wrong_option_stays_with_its_subscriber(tmp_path: Path) -> None:
    odd = Subscriber.model_validate({"jsonl": "a"}).model_copy(update={"options": {"tow": "x"}})  # of an older version
    [outcome] = send_all(odd, [delivery()], tools(tmp_path))
    assert (outcome.final, "configuration" in (outcome.error or "")) == (True, True)
    broken = replace(delivery(), alert={"alert_id": "a1"})
    [outcome] = send_all(Subscriber.model_validate("screen"), [broken], tools(tmp_path))
    assert (outcome.final, (outcome.error or "").startswith("defect: KeyError")) == (False, True)


def test_a_slow_subscriber_gives_its_turn_back(tmp_path: Path) -> None:
    times = iter([0.0, 1.0, SUBSCRIBER_SECONDS + 1, SUBSCRIBER_SECONDS + 2])
    own = Subscriber.model_validate({"jsonl": "a.jsonl"})
    outcomes = send_all(own, [delivery(f"a{n}") for n in range(9)], tools(tmp_path), lambda: next(times))
    assert len(outcomes) == 2
