"""A warehouse rebuilt from its archive is equal to the one that grew."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from extractors.document import Rejection
from tests.warehouse.ledger.conftest import QUANTITY, WATCH
from tests.warehouse.ledger.standins import ROOMS, at, page
from warehouse.ledger import database, outbox
from warehouse.ledger.errors import Busy, Damaged, Unopenable
from warehouse.ledger.preview import preview
from warehouse.ledger.registering import decide, register_watch, undo
from warehouse.ledger.replay import differing, rebuild
from warehouse.ledger.runs import finish_run, start_run
from warehouse.ledger.snapshot import publish
from warehouse.ledger.store import store
from warehouse.ledger.warehouse import Warehouse, open_warehouse

MORE = replace(QUANTITY, name="agreed", kind="cumulative")


@pytest.fixture(scope="session")
def life(tmp_path_factory: pytest.TempPathFactory, blank: Path) -> Path:
    """The folder of a warehouse that has seen it all: late and edited articles, decisions, another watch."""
    path = tmp_path_factory.mktemp("life") / "news.duckdb"
    shutil.copyfile(blank, path)
    with open_warehouse(path, now=at(1), rooms=ROOMS) as w:
        live(w)
    return path.parent


@pytest.fixture
def lived(life: Path, tmp_path: Path, opened: Callable[..., Warehouse]) -> Warehouse:
    """That warehouse, to be changed."""
    shutil.copytree(life, tmp_path, dirs_exist_ok=True)
    return opened()


def live(w: Warehouse) -> None:
    register_watch(w, WATCH, "watch: swap", [QUANTITY], subscribers={"screen": (), "hook": ()}, now=at(1))
    store(w, [page("alpha", "390 each", 2), page("beta", " ", 2)], now=at(2), watch="swap")
    refused = [Rejection("fetch", "https://x.example", "dns", "")]
    store(w, [page("gamma", "400 each", 6)], refused, now=at(6), watch="swap")
    store(w, [page("delta", "400 each", 4)], now=at(7), watch="swap")
    store(w, [page("alpha", "400 each (AP)", 2)], now=at(8), watch="swap")
    decide(w, "merge_origin", {"origins": ["gamma", "delta"]}, who="Ada", why="one newsroom", now=at(9))
    undo(w, "d000006", who="Ada", why="two after all", now=at(10))
    register_watch(w, "swap", "watch: swap, too", [QUANTITY, MORE], subscribers={"screen": ()}, now=at(11))
    store(w, [page("epsilon", "410 each", 12)], now=at(12), watch="swap", send=False)
    finish_run(w, start_run(w, "swap", at(12)), "done", {"articles": 1}, at(12))
    outbox.mark_delivered(w, outbox.due(w, at(12))[:1], at(12))


def copy_of(w: Warehouse, tmp_path: Path) -> Path:
    w.con.execute("CHECKPOINT")
    target = tmp_path / "copy.duckdb"
    target.write_bytes(w.path.read_bytes())
    return target


def test_a_replay_is_equal_to_what_grew(lived: Warehouse, tmp_path: Path) -> None:
    before = copy_of(lived, tmp_path)
    deliveries = lived.con.table("deliveries").order("ALL").fetchall()
    lived.close()
    steps: list[tuple[int, int]] = []
    done = rebuild(lived.path, now=at(20), rooms=ROOMS, progress=lambda *step: steps.append(step))
    assert done.differs == ()
    assert done.entries == len(steps) == steps[-1][1]
    old = database.connect(before)
    with open_warehouse(lived.path, now=at(20), rooms=ROOMS) as again:
        assert differing(old, again.con) == ()
        assert again.con.table("deliveries").order("ALL").fetchall() == deliveries
        assert again.con.table("runs").count("*").fetchall() == [(1,)]
        again.con.execute("UPDATE figures SET value = 1 WHERE value = 410")
        assert differing(old, again.con) == ("figures",)
    old.close()


def test_a_replay_without_the_database_sends_nothing_by_itself(lived: Warehouse) -> None:
    lived.close()
    lived.path.unlink()
    assert rebuild(lived.path, now=at(20), rooms=ROOMS).differs is None
    with open_warehouse(lived.path, now=at(20), rooms=ROOMS) as again:
        assert again.con.execute("SELECT count(*) > 0 FROM deliveries WHERE status = 'withheld'").fetchall() == [
            (True,)
        ]
        assert outbox.due(again, at(28)) == []


def test_a_replay_of_an_unreadable_database_keeps_it_aside(lived: Warehouse) -> None:
    lived.close()
    lived.path.write_bytes(b"not a database" * 1000)
    done = rebuild(lived.path, now=at(20), rooms=ROOMS)
    assert done.aside is not None
    assert done.aside.read_bytes().startswith(b"not a database")
    open_warehouse(lived.path, now=at(20), rooms=ROOMS).close()


def test_a_replay_needs_an_archive_that_is_whole_and_free(lived: Warehouse, tmp_path: Path) -> None:
    with pytest.raises(Unopenable, match="no archive"):
        rebuild(tmp_path / "other.duckdb", now=at(20), rooms=ROOMS)
    with pytest.raises(Busy):
        rebuild(lived.path, now=at(20), rooms=ROOMS)
    lived.close()
    before = lived.path.read_bytes()
    next(lived.archive.folder.glob("documents-*")).unlink()
    with pytest.raises(Damaged, match=r"documents-00001\.warc\.gz"):
        rebuild(lived.path, now=at(20), rooms=ROOMS)
    assert lived.path.read_bytes() == before


def test_a_database_that_lost_its_last_transactions_catches_up(lived: Warehouse, tmp_path: Path) -> None:
    early = copy_of(lived, tmp_path)
    store(lived, [page("zeta", "410 each", 13)], now=at(13), watch="swap")
    late = tmp_path / "late.duckdb"
    lived.con.execute("CHECKPOINT")
    late.write_bytes(lived.path.read_bytes())
    lived.close()
    lived.path.write_bytes(early.read_bytes())
    con = database.connect(late)
    with open_warehouse(lived.path, now=at(14), rooms=ROOMS) as again:
        assert again.con.execute("SELECT count(*) FROM articles WHERE source = 'zeta'").fetchall() == [(1,)]
        assert differing(con, again.con) == ()
    con.close()


def test_a_lost_archive_is_said_and_does_not_stop_the_work(
    lived: Warehouse, opened: Callable[..., Warehouse], caplog: pytest.LogCaptureFixture
) -> None:
    lived.close()
    lived.archive.folder.rename(lived.archive.folder.with_name("elsewhere"))
    again = opened()
    assert "a replay cannot rebuild" in caplog.text
    assert store(again, [page("zeta", "410 each", 13)], now=at(13), watch="swap").articles == 1
    again.close()
    with pytest.raises(Damaged):
        rebuild(lived.path, now=at(20), rooms=ROOMS)


def test_a_dry_run_lists_the_alerts_that_a_change_would_add_or_drop(lived: Warehouse) -> None:
    publish(lived)
    assert preview(lived.path, "swap", "x", [QUANTITY, MORE], now=at(20), rooms=ROOMS) == []
    stock = replace(QUANTITY, kind="stock")
    before = lived.path.read_bytes()
    changes = preview(lived.path, "swap", "x", [stock, MORE], now=at(20), rooms=ROOMS)
    assert {change.what for change in changes} <= {"added", "dropped"}
    assert changes
    assert [c.alert.at for c in changes] == sorted(c.alert.at for c in changes)
    assert lived.path.read_bytes() == before
    gone = preview(lived.path, "swap", "x", [], now=at(20), rooms=ROOMS)
    assert {change.what for change in gone} == {"dropped"}
