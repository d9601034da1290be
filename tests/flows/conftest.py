"""Fixtures of the edge: commands, and a warehouse with a small invented story in it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from flows.addresses import Guard, parse_allowed
from flows.cli import main
from flows.fetching import Fetcher, Limits
from tests.flows.hostile import Hostile
from tests.flows.running import CASES, Run, runner

QUICK = Limits(seconds=0.4, wire=300_000, decoded=200_000)


@pytest.fixture
def server() -> Iterator[Hostile]:
    """A loopback server that answers as the test scripts it."""
    with Hostile() as hostile:
        yield hostile


@pytest.fixture
def fetcher(server: Hostile) -> Iterator[Fetcher]:
    """The one way to the network, allowed to ask that server, with quick limits."""
    with Fetcher(Guard(parse_allowed([server.host])), QUICK) as ready:
        yield ready


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command; the terminal is 80 columns wide and has no colour."""
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.delenv("TALLYWIRE_DB", raising=False)
    return runner(capsys)


@pytest.fixture(scope="session")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A warehouse that a short story about an invented quake was loaded into, one article at a time. Only to read."""
    path = tmp_path_factory.mktemp("quake") / "news.duckdb"
    arguments = ["load", CASES / "quake.yaml", CASES / "quake.jsonl", "--db", path, "--arrival", "published"]
    assert main([str(a) for a in arguments]) == 0
    return path


@pytest.fixture
def db(loaded: Path, tmp_path: Path) -> Path:
    """The same warehouse, to be changed."""
    shutil.copytree(loaded.parent, tmp_path / "own")
    return tmp_path / "own" / loaded.name
