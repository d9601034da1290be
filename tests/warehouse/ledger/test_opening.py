import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from tests.warehouse.ledger.standins import ROOMS, at, page
from warehouse.ledger import bulk, database
from warehouse.ledger.errors import Busy, Unopenable, Unwritable
from warehouse.ledger.snapshot import open_published, publish
from warehouse.ledger.store import store
from warehouse.ledger.warehouse import Warehouse, open_warehouse

ROOT = Path(__file__).parents[3]
HOLD = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from tests.warehouse.ledger.standins import ROOMS
from warehouse.ledger.warehouse import open_warehouse
w = open_warehouse(Path(sys.argv[1]), now=datetime.now(UTC), rooms=ROOMS)
print("open", flush=True)
sys.stdin.read()
w.close()
"""


def test_a_second_process_is_told_who_holds_the_file(tmp_path: Path) -> None:
    path = tmp_path / "news.duckdb"
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "open\n"
        with pytest.raises(Busy) as refused:
            open_warehouse(path, now=at(1), rooms=ROOMS)
        with pytest.raises(Busy, match=f"process {holder.pid}"):
            database.connect(path)
        holder.communicate("")
    assert str(path) in str(refused.value)
    assert str(holder.pid) in refused.value.holder
    open_warehouse(path, now=at(1), rooms=ROOMS).close()


def test_a_second_opening_in_one_process_is_refused_too(opened: Callable[..., Warehouse], tmp_path: Path) -> None:
    opened()
    with pytest.raises(Busy, match="this process"):
        open_warehouse(tmp_path / "news.duckdb", now=at(1), rooms=ROOMS, wait=0.3)


def test_some_other_file_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "news.duckdb"
    path.write_text("my diary " * 100)
    with pytest.raises(Unopenable, match=r"news\.duckdb is not a warehouse file"):
        open_warehouse(path, now=at(1), rooms=ROOMS)
    assert path.read_text().startswith("my diary")


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(Unwritable, match="Not a directory"):
        open_warehouse(tmp_path / "file" / "news.duckdb", now=at(1), rooms=ROOMS)


def test_a_file_of_a_newer_version_is_refused(opened: Callable[..., Warehouse], tmp_path: Path) -> None:
    w = opened()
    bulk.insert(w.con, "migrations", ("name", "applied_at"), [("9999_beyond.sql", at(1))])
    w.close()
    with pytest.raises(Unopenable, match="newer version"):
        open_warehouse(tmp_path / "news.duckdb", now=at(1), rooms=ROOMS)


def test_an_empty_file_left_by_a_crash_is_begun_anew(tmp_path: Path) -> None:
    path = tmp_path / "news.duckdb"
    path.touch()
    open_warehouse(path, now=at(1), rooms=ROOMS).close()
    assert path.stat().st_size > 0


def test_a_lost_database_is_not_silently_begun_anew(news: Warehouse, tmp_path: Path) -> None:
    news.close()
    news.path.unlink()
    with pytest.raises(Unopenable, match="replay"):
        open_warehouse(news.path, now=at(1), rooms=ROOMS)


def test_a_migration_happens_with_its_record_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    con = database.connect(tmp_path / "news.duckdb")
    monkeypatch.setattr(database, "statement", lambda _: "CREATE TABLE half (a INTEGER); SELECT no_such_thing()")
    with pytest.raises(duckdb.Error):
        database.migrate(con, tmp_path / "news.duckdb", at(1))
    tables = [row[0] for row in con.execute("SELECT table_name FROM information_schema.tables").fetchall()]
    assert tables == ["migrations"]
    assert bulk.ask(con, "ledger/list_migrations") == []
    con.close()


def test_times_come_back_in_utc_and_the_clock_never_goes_back(news: Warehouse) -> None:
    store(news, [page("alpha", "390 each", 5)], now=at(6), watch="swap")
    store(news, [page("beta", "390 each", 5)], now=at(4), watch="swap")
    seen = news.con.execute("SELECT first_seen_at FROM revisions").fetchall()
    assert seen == [(at(6),), (at(6),)]
    assert seen[0][0].utcoffset().total_seconds() == 0


def test_a_time_without_a_zone_is_a_mistake(news: Warehouse) -> None:
    with pytest.raises(ValueError, match="zone"):
        store(news, [page("alpha", "390 each", 5)], now=at(6).replace(tzinfo=None), watch="swap")


def test_readers_of_the_published_copy_never_meet_the_writer(news: Warehouse) -> None:
    with pytest.raises(Unopenable, match="no published copy"):
        open_published(news.path)
    store(news, [page("alpha", "390 each", 2)], now=at(4), watch="swap")
    path = publish(news)
    assert path.name == "news.published.duckdb"
    with open_published(news.path) as reader:
        store(news, [page("beta", "390 each", 2)], now=at(5), watch="swap")
        before = path.stat().st_ino
        publish(news)
        assert path.stat().st_ino != before
        assert reader.execute("SELECT voices FROM consensus").fetchall() == [(1,)]
    with open_published(news.path) as reader:
        assert reader.execute("SELECT voices FROM consensus").fetchall() == [(2,)]
        with pytest.raises(duckdb.InvalidInputException, match="read-only"):
            reader.execute("DELETE FROM revisions")
    same = path.stat().st_ino
    publish(news)
    assert path.stat().st_ino == same  # nothing changed
