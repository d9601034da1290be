"""The supervisor of ``tallywire serve``, without Prefect: children live and die with it, whatever they do."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from flows import serving
from flows.serving import Child, NotStarted, answers, serve
from flows.settings import Settings
from tests.flows.hostile import Hostile, page

STUBBORN = """
import os, signal, subprocess, sys, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
signal.signal(signal.SIGINT, signal.SIG_IGN)
deaf = "import signal, time; signal.signal(15, signal.SIG_IGN); time.sleep(60)"
inner = subprocess.Popen([sys.executable, "-c", deaf])
open(sys.argv[1], "w").write(f"{os.getpid()} {inner.pid}")
time.sleep(60)
"""


def is_running(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    except OSError:
        return False


def wait_for(what: Callable[[], object], seconds: float = 10.0) -> None:
    end = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.05)


@pytest.fixture
def stubborn(tmp_path: Path) -> Callable[[], tuple[Child, list[int]]]:
    """Starts a child that ignores polite signals, and so does its own child."""
    (tmp_path / "stubborn.py").write_text(STUBBORN)
    environment = {**os.environ, "PYTHONPATH": f"{tmp_path}:{Path.cwd()}"}

    def start() -> tuple[Child, list[int]]:
        pids = tmp_path / "pids"
        pids.unlink(missing_ok=True)
        child = Child("server", ["stubborn", str(pids)], environment, tmp_path / "log")
        child.start()
        wait_for(lambda: pids.exists() and len(pids.read_text().split()) == 2)
        return child, [int(pid) for pid in pids.read_text().split()]

    return start


def test_a_child_that_will_not_end_is_killed_with_all_that_it_started(
    stubborn: Callable[[], tuple[Child, list[int]]],
) -> None:
    child, pids = stubborn()
    assert all(map(is_running, pids))
    start = time.monotonic()
    child.end(0.3)
    assert time.monotonic() - start < 3
    wait_for(lambda: not any(map(is_running, pids)))
    child.end()  # a second time does nothing


def test_a_child_ends_when_its_parent_is_killed(tmp_path: Path) -> None:
    (tmp_path / "sleeper.py").write_text(
        "import os, sys, time\nopen(sys.argv[1], 'w').write(str(os.getpid()))\ntime.sleep(60)\n"
    )
    code = (
        "import os, time\nfrom flows.serving import Child\n"
        f"Child('server', ['sleeper', {str(tmp_path / 'pid')!r}], os.environ).start()\ntime.sleep(60)"
    )
    environment = {**os.environ, "PYTHONPATH": f"{tmp_path}:{Path.cwd()}"}
    parent = subprocess.Popen([sys.executable, "-c", code], env=environment)
    wait_for(lambda: (tmp_path / "pid").exists() and (tmp_path / "pid").read_text())
    pid = int((tmp_path / "pid").read_text())
    parent.kill()
    parent.wait()
    wait_for(lambda: not is_running(pid))


def test_a_child_that_died_is_started_again(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(serving, "_PAUSES", (0.0,))
    monkeypatch.setattr(serving, "_POLL_SECONDS", 0.02)
    (tmp_path / "brief.py").write_text("import sys\nopen(sys.argv[1], 'a').write('x')\n")
    environment = {**os.environ, "PYTHONPATH": f"{tmp_path}:{Path.cwd()}"}
    child = Child("server", ["brief", str(tmp_path / "starts")], environment)
    child.start()
    stop, told = threading.Event(), []

    def tell(line: str) -> None:
        told.append(line)
        if line.startswith("the server") and len(told) == 2:
            stop.set()

    assert serving._supervise([child], stop, tell) == 0
    child.end()
    assert len((tmp_path / "starts").read_text()) >= 2
    assert any("starting it again" in line for line in told)


def test_a_server_that_never_answers_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(serving, "START_SECONDS", 0.3)
    settings = Settings(db=tmp_path / "n.duckdb", prefect_api="http://127.0.0.1:9/api")
    with pytest.raises(NotStarted, match=r"127\.0\.0\.1:9"):
        serve([], settings, told=lambda _: None)


def test_a_server_answers_or_not() -> None:
    with Hostile() as server:
        assert not answers(server.url("/api"))
        server.scripts["/api/health"] = page("true")
        assert answers(server.url("/api"))
    assert not answers(server.url("/api"))


def test_signals_ask_for_a_stop_and_are_given_back() -> None:
    before = signal.getsignal(signal.SIGTERM)
    with serving._stop_signals() as stop:
        os.kill(os.getpid(), signal.SIGTERM)
        assert stop.wait(2)
    assert signal.getsignal(signal.SIGTERM) is before


def test_children_report_to_nobody(tmp_path: Path) -> None:
    settings = Settings(db=tmp_path / "n.duckdb", environment={"PREFECT_SERVER_ANALYTICS_ENABLED": "true", "KEEP": "1"})
    given = serving._environment(settings, "http://127.0.0.1:1/api")
    assert (given["PREFECT_SERVER_ANALYTICS_ENABLED"], given["DO_NOT_TRACK"], given["KEEP"]) == ("false", "1", "1")
    assert given["PREFECT_HOME"] == str(tmp_path / "n.prefect")
