"""A process killed at any point, a file that lost its end: nothing that was acknowledged is lost."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from tests.faults import child
from tests.warehouse.ledger.standins import ROOMS, at
from warehouse.ledger import Unwritable, database, open_warehouse
from warehouse.ledger.replay import rebuild

ROOT = Path(__file__).parents[2]
TABLES = ("revisions", "figures", "reports", "consensus_history", "stances", "alerts", "rejections", "entries")


def start(path: Path, first: int, count: int, *limit: int) -> subprocess.Popen[str]:
    arguments = [sys.executable, "-m", "tests.faults.child", path, first, count, *limit]
    return subprocess.Popen(
        [str(a) for a in arguments], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def acknowledged(output: str, before: int) -> int:
    """The number of the batch that comes next."""
    stored = [int(line.split()[1]) for line in output.splitlines() if line.startswith("stored")]
    return stored[-1] + 1 if stored else before


def contents(path: Path) -> dict[str, list[object]]:
    con = database.connect(path)
    try:
        return {table: list(con.table(table).order("ALL").fetchall()) for table in TABLES}
    finally:
        con.close()


@pytest.fixture(scope="module")
def oracle(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A warehouse that nothing happened to."""
    path = tmp_path_factory.mktemp("oracle") / "news.duckdb"
    child.run(path, 0, COUNT)
    return path


COUNT = 40


def kill_again_and_again(path: Path, kills: int, seed: int) -> int:
    chance, first = random.Random(seed), 0
    for _ in range(kills):
        process = start(path, first, COUNT)
        assert process.stdout is not None
        output = ""
        if chance.random() < 0.8:  # else while it starts: the file may not even exist
            output = process.stdout.readline()
            time.sleep(chance.uniform(0, 0.25))
        else:
            time.sleep(chance.uniform(0.3, 0.9))
        os.kill(process.pid, signal.SIGKILL)
        rest, errors = process.communicate()
        assert "Traceback" not in errors
        first = acknowledged(output + rest, first)
    return first


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_what_was_killed_at_random_points_ends_like_what_was_not(tmp_path: Path, oracle: Path, seed: int) -> None:
    path = tmp_path / "news.duckdb"
    first = kill_again_and_again(path, kills=8, seed=seed)
    child.run(path, first, COUNT)
    assert contents(path) == contents(oracle)
    assert rebuild(path, now=at(28), rooms=ROOMS).differs == ()


@pytest.mark.parametrize(
    "cut", [pytest.param(0.0, marks=pytest.mark.slow), 0.3, pytest.param(0.9, marks=pytest.mark.slow)]
)
def test_a_database_log_that_lost_its_end_is_made_good_from_the_archive(tmp_path: Path, cut: float) -> None:
    path, log = tmp_path / "news.duckdb", tmp_path / "news.duckdb.wal"
    child.run(path, 0, 3)
    before = contents(path)
    process = start(path, 3, 5)
    assert process.stdout is not None
    lines = [process.stdout.readline(), process.stdout.readline()]
    os.kill(process.pid, signal.SIGKILL)
    process.communicate()
    assert lines == ["stored 3\n", "stored 4\n"]
    if log.exists():
        os.truncate(log, int(log.stat().st_size * cut))
    open_warehouse(path, now=at(28), rooms=ROOMS).close()
    after = contents(path)
    assert len(after["entries"]) == len(before["entries"]) + 2
    child.run(tmp_path / "oracle.duckdb", 0, 5)
    assert after == contents(tmp_path / "oracle.duckdb")


@pytest.mark.slow
def test_a_full_disk_is_said_in_one_sentence_and_the_work_goes_on_where_it_stopped(tmp_path: Path) -> None:
    path = tmp_path / "news.duckdb"
    child.run(path, 0, 1)
    process = start(path, 1, 24, path.stat().st_size + 40_000)
    output, errors = process.communicate()
    assert process.returncode == 3, output + errors
    assert "Traceback" not in errors
    assert "cannot be written" in output.splitlines()[-1]
    first = acknowledged(output, 1)
    assert first < 24
    child.run(path, first, 24)
    child.run(tmp_path / "oracle.duckdb", 0, 24)
    assert contents(path) == contents(tmp_path / "oracle.duckdb")


def test_a_disk_that_refuses_the_archive_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "news.duckdb"
    child.run(path, 0, 2)
    before = contents(path)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    for call in ("warehouse.ledger.journal._write_all", "warehouse.ledger.archive._records"):
        with monkeypatch.context() as patch:
            patch.setattr(call, full)
            with pytest.raises(Unwritable, match="No space left on device"):
                child.run(path, 2, 3)
    assert contents(path) == before
    child.run(path, 2, 3)
    assert len(contents(path)["entries"]) == len(before["entries"]) + 1


def test_a_database_error_that_is_not_the_machines_is_not_called_so() -> None:
    assert database.is_environment(duckdb.IOException("disk"))
    assert database.is_environment(OSError(28, "full"))
    assert not database.is_environment(duckdb.ConstraintException("NOT NULL"))
