"""``serve`` with a real Prefect server: scheduled passes, their runs in Prefect, and a clean stop. Slow."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from flows.addresses import Guard, parse_allowed
from flows.fetching import Fetcher
from tests.flows.hostile import Hostile, reply
from tests.flows.stories import serve_story, write_watch

pytestmark = pytest.mark.slow
SERVE = """
import sys
from pathlib import Path
from flows.serving import serve
from flows.settings import from_environment
print("code", serve([Path(p) for p in sys.argv[2:]], from_environment(Path(sys.argv[1])), port=int(0)), flush=True)
"""
RUN = """
import sys
from pathlib import Path
from flows.monitor import run_pass
from flows.settings import from_environment
print(run_pass(Path(sys.argv[2]), from_environment(Path(sys.argv[1])), told=print).run_id)
"""


def of_this_test(folder: Path) -> list[str]:
    """Command lines of processes that name the folder of this test, or have it in their environment."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            known = (process / "cmdline").read_bytes() + (process / "environ").read_bytes()
            state = (process / "stat").read_text().rpartition(")")[2].split()[0]
        except OSError:
            continue
        if str(folder).encode() in known and state not in "ZX" and int(process.name) != os.getpid():
            found.append(f"{process.name} {(process / 'cmdline').read_bytes()[:200]!r}")
    return found


class Served:
    """One ``serve`` in a process of its own."""

    def __init__(self, folder: Path, *watches: Path) -> None:
        self.folder, self.log = folder, folder / "serve.log"
        self.db = folder / "news.duckdb"
        environment = {k: v for k, v in os.environ.items() if not k.startswith("PREFECT_")}
        with self.log.open("wb") as log:
            arguments = [sys.executable, "-c", SERVE, str(self.db), *map(str, watches)]
            self.process = subprocess.Popen(arguments, stdout=log, stderr=log, env=environment)

    def text(self) -> str:
        return self.log.read_text()

    def wait_for(self, what: Any, seconds: float) -> Any:
        end = time.monotonic() + seconds
        while not (found := what()):
            assert self.process.poll() is None, self.text()
            assert time.monotonic() < end, self.text()
            time.sleep(0.5)
        return found

    def api(self) -> str:
        line = next((row for row in self.text().splitlines() if "Prefect UI:" in row), "")
        return line.split()[2] + "/api" if line else ""

    def runs(self, kind: str = "flow_runs") -> list[dict[str, Any]]:
        api = self.api()
        body = json.dumps({"limit": 200}).encode()
        address = api.partition("//")[2].partition("/")[0]
        with Fetcher(Guard(parse_allowed([address]))) as fetcher:
            return read_json(fetcher, f"{api}/{kind}/filter", body)

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()

    def stop(self, number: int) -> float:
        start = time.monotonic()
        self.process.send_signal(number)
        self.process.wait(30)
        return time.monotonic() - start


def read_json(fetcher: Fetcher, url: str, body: bytes) -> list[dict[str, Any]]:
    """POST and read the answer: the fetcher itself never reads an answer to a POST, so that its transport is used."""
    import httpx

    extensions = {"deadline": time.monotonic() + 10, "room": 10_000_000}
    headers = {"Content-Type": "application/json"}
    response = fetcher._transport.handle_request(
        httpx.Request("POST", url, content=body, headers=headers, extensions=extensions)
    )
    content = b"".join(response.iter_raw())
    response.close()
    return json.loads(content)


@pytest.fixture
def newsroom() -> Iterator[Hostile]:
    with Hostile() as hostile:
        yield hostile


def test_watches_run_on_their_schedules_and_stop_cleanly(newsroom: Hostile, tmp_path: Path) -> None:
    serve_story(newsroom, "bay", 12)
    newsroom.scripts["/dead/feed"] = lambda _: iter([reply(b"", 404)])
    good = write_watch(tmp_path, newsroom, "bay", name="good")
    poor = write_watch(tmp_path, newsroom, "dead", name="poor", subscribers="jsonl: poor.jsonl")
    broken = tmp_path / "broken.yaml"
    broken.write_text("watch: broken\nsources: 7\n")
    for path in (good, poor):
        path.write_text(path.read_text().replace("every: 15m", "every: 20s"))
    served = Served(tmp_path, good, broken, poor)
    try:
        first_stop(served, newsroom)
        again = Served(tmp_path, good, poor)
        try:
            asked = len(newsroom.asked)
            again.wait_for(lambda: len(newsroom.asked) > asked + 3, 240)
            late = [r for r in again.runs() if r["state_name"] == "Late"]
            assert len(late) <= 2  # what was missed is not made up for, one by one
            assert again.stop(signal.SIGINT) < 10
            assert "code 0" in again.text()
        finally:
            again.kill()
    finally:
        served.kill()
    assert of_this_test(tmp_path) == []


def completed(served: Served) -> list[dict[str, Any]]:
    return [r for r in served.runs() if r["state_type"] == "COMPLETED"]


def first_stop(served: Served, newsroom: Hostile) -> None:
    served.wait_for(served.api, 200)
    served.wait_for(lambda: newsroom.paths().count("/bay/feed") >= 1, 60)
    serve_story(newsroom, "post", 17, hour=11)
    newsroom.scripts["/bay/feed"] = newsroom.scripts["/post/feed"]
    alerts = served.folder / "a.jsonl"
    served.wait_for(lambda: alerts.exists() and alerts.read_text().endswith("\n"), 90)
    assert "at least 12 -> at least 17" in alerts.read_text()
    assert "broken.yaml" in served.text()
    served.wait_for(lambda: any(r["auto_scheduled"] for r in completed(served)), 90)
    done = completed(served)
    assert {r["name"] for r in done} >= {"good", "poor"} or len(done) >= 2
    served.wait_for(lambda: any(r["state_name"] == "Partial" for r in completed(served)), 60)
    assert any(r["state_name"] == "Partial" and "404" in r["state"]["message"] for r in completed(served))
    names = {r["name"] for r in served.runs("task_runs")}
    assert {"collect bay", "collect dead", "store batch 1", "deliver", "publish"} <= names
    one_by_hand(served)
    assert served.stop(signal.SIGTERM) < 10
    assert "code 0" in served.text()
    assert of_this_test(served.folder) == []


def one_by_hand(served: Served) -> None:
    """A pass under the same server, started by a person."""
    before = len(served.runs())
    environment = {**os.environ, "PREFECT_API_URL": served.api(), "TALLYWIRE_BUSY_WAIT": "60"}
    arguments = [sys.executable, "-c", RUN, str(served.db), str(served.folder / "good.yaml")]
    done = subprocess.run(arguments, env=environment, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    by_hand = [r for r in served.runs() if r["deployment_id"] is None]
    assert len(by_hand) == 1, before
    assert by_hand[0]["state_type"] == "COMPLETED"


def test_nothing_is_left_when_the_supervisor_is_killed(newsroom: Hostile, tmp_path: Path) -> None:
    serve_story(newsroom, "bay", 12)
    served = Served(tmp_path, write_watch(tmp_path, newsroom, "bay"))
    served.wait_for(lambda: newsroom.paths().count("/bay/feed") >= 1, 240)
    served.kill()
    end = time.monotonic() + 20
    while of_this_test(tmp_path):
        assert time.monotonic() < end, of_this_test(tmp_path)
        time.sleep(0.5)
