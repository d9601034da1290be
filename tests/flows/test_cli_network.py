"""``check`` and ``run`` over real HTTP, against the newsroom on loopback."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from flows.commands.demo import watch_text
from flows.newsroom.edition import opened
from flows.newsroom.server import Site, serving
from tests.flows.running import Run


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    """The newsroom on the evening of its first day."""
    room = opened()
    with serving(room, lambda: room.moments()[5], port=0) as site:
        yield site


@pytest.fixture
def watch(site: Site, tmp_path: Path) -> Path:
    path = tmp_path / "watch.yaml"
    path.write_text(watch_text(site.server_port), encoding="utf-8")
    return path


@pytest.fixture
def broken(watch: Path) -> Path:
    """The same watch with one source that is not there."""
    watch.write_text(watch.read_text().replace("/lantern/feed.xml", "/nowhere/feed.xml"), encoding="utf-8")
    return watch


def test_check_reads_the_newest_page_of_each_source(run: Run, watch: Path) -> None:
    done = run("check", watch)
    assert done.code == 0
    out = " ".join(done.out.split())
    assert "valid; quantities: 2, sources: 6, subscribers: 1" in out
    assert out.count("answers") == 6
    assert "“Teal Harbour waits for its school choir” gives" in out


def test_check_names_the_source_that_fails(run: Run, broken: Path) -> None:
    done = run("check", broken)
    assert done.code == 1
    assert done.out.count("answers") == 5
    assert "The Lantern  fails" in done.out
    assert "404" in done.out


def test_check_offline_asks_no_source(run: Run, broken: Path) -> None:
    done = run("check", broken, "--offline")
    assert done.code == 0
    assert "fails" not in done.out


def test_run_stores_shows_and_exits_with_0(run: Run, watch: Path, tmp_path: Path) -> None:
    db = tmp_path / "news.duckdb"
    done = run("run", watch, "--db", db)
    assert done.code == 0
    assert "queen-isaura: 6 new" in done.out
    [why] = run("explain", "killed", "--db", db, "--json").objects
    assert why["consensus"]["value"] == 9
    assert run("run", watch, "--db", db).out.splitlines()[-1] == "queen-isaura: nothing new"


@pytest.mark.slow
def test_run_names_the_source_that_fails_and_stores_the_rest(run: Run, broken: Path, tmp_path: Path) -> None:
    db = tmp_path / "news.duckdb"
    done = run("run", broken, "--db", db)
    assert done.code == 1
    assert "The Lantern failed" in done.err
    assert "404" in done.err
    assert "queen-isaura: 5 new" in done.out
    status = run("status", "--db", db)
    assert "1 of 11 addresses fail" in status.out
    assert "The Lantern" in status.out
    assert "1 × fetch" in status.out


def test_a_wrong_setting_names_its_variable(run: Run, watch: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TALLYWIRE_INTERVAL", "soon")
    done = run("run", watch)
    assert done.code == 2
    assert "TALLYWIRE_INTERVAL: expected a number" in done.err
