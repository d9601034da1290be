"""One pass, end to end over real HTTP on loopback, without Prefect."""

import json
import signal
import subprocess
import sys
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from flows import steps
from flows.failures import Unavailable
from flows.monitor import Direct, PassResult, run_pass, settled, worth_waiting
from flows.passes import is_covered, last_started
from flows.settings import Settings
from flows.timing import Clock
from flows.turns import one_pass_at_a_time
from flows.visiting import Collected, Job
from flows.watch import Source, WatchError
from tests.flows.hostile import Hostile, drip, reply
from tests.flows.stories import serve_story, write_watch
from warehouse.ledger import Busy, Unwritable, open_published
from warehouse.ledger.bulk import ask

START = datetime(2026, 3, 3, 12, tzinfo=UTC)


class Story:
    """A watch of two mastheads and its warehouse; ``go`` makes a pass so many hours after noon."""

    def __init__(self, folder: Path, server: Hostile) -> None:
        self.folder, self.server = folder, server
        self.settings = Settings(db=folder / "news.duckdb", retry_after=(0.0,), busy_wait=0.0)
        serve_story(server, "bay", 12)
        serve_story(server, "gazette", 12, hour=9)
        self.watch = write_watch(folder, server, "bay", "gazette")

    def go(self, hours: float = 0, **more: object) -> PassResult:
        self.told: list[str] = []
        clock = Clock(START + timedelta(hours=hours))
        return run_pass(self.watch, replace(self.settings, **more), clock=clock, told=self.told.append)

    def ask(self, name: str, **parameters: object) -> list[dict]:
        with open_published(self.settings.db) as con:
            return ask(con, name, **parameters)

    def sent(self) -> list[dict]:
        path = self.folder / "a.jsonl"
        return [json.loads(line) for line in path.read_text().splitlines()] if path.exists() else []


@pytest.fixture
def story(tmp_path: Path, server: Hostile) -> Story:
    return Story(tmp_path, server)


def test_a_pass_reads_stores_and_tells(story: Story) -> None:
    first = story.go()
    assert (first.code, first.failed, first.counts["articles"]) == (0, {}, 2)
    assert story.told[0].startswith("bay: 1 new")
    serve_story(story.server, "bay", 15)
    second = story.go(2)
    assert len(second.alerts) == second.delivered.delivered == 1
    assert "at least 12 -> at least 15" in second.alerts[0]["body"]["headline"]
    assert [line["alert_id"] for line in story.sent()][-1] == second.alerts[0]["alert_id"]
    [run] = story.ask("explain/last_runs")
    assert last_started(story.settings.db, story.watch) == run["started_at"]
    assert (run["run_id"], run["state"], run["started_at"]) == (second.run_id, "done", START + timedelta(hours=2))


def test_a_pass_without_news_is_quiet_and_light(story: Story) -> None:
    story.go()
    asked = len(story.server.asked)
    again = story.go(0.1)
    assert (again.counts["listed"], again.counts["not_due"]) == (2, 2)
    assert set(story.server.paths()[-2:]) == {"/bay/feed", "/gazette/feed"}
    assert len(story.server.asked) == asked + 3  # two feeds and robots.txt
    assert again.alerts == []


def test_a_dead_source_leaves_the_others_and_is_named(story: Story) -> None:
    story.server.scripts["/gazette/feed"] = lambda _: iter([reply(b"", 503)])
    result = story.go()
    assert result.code == 1
    assert "503" in result.failed["gazette"]
    assert result.counts["articles"] == 1
    assert story.server.paths().count("/gazette/feed") == 2  # once more, and no longer
    [run] = story.ask("explain/last_runs")
    assert run["state"] == "partial"
    [failing] = [s for s in story.ask("explain/sources") if s["failures"]]
    assert (failing["source"], failing["failures"]) == ("gazette", 1)
    serve_story(story.server, "gazette", 12, hour=9)
    assert story.go(1).code == 0
    assert not [s for s in story.ask("explain/sources") if s["failures"]]


def test_what_is_refused_is_not_retried_and_has_its_reason(story: Story) -> None:
    story.server.scripts["/bay/dam"] = lambda _: iter([reply(b"", 410)])
    story.server.scripts["/gazette/feed"] = lambda _: iter([reply(b"", 404)])
    result = story.go()
    assert list(result.failed) == ["gazette"]
    assert story.server.paths().count("/gazette/feed") == 1
    found = story.ask("explain/rejections", since=START - timedelta(days=1))
    assert {r["reason"] for r in found} == {"http_404", "http_410"}


def test_a_pass_that_breaks_says_so_and_loses_nothing(story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    real = steps.store_batch

    def full(*_: object) -> None:
        raise Unwritable("the disk is full")

    monkeypatch.setattr(steps, "store_batch", full)
    with pytest.raises(Unwritable):
        story.go()
    assert story.ask("explain/last_runs")[0]["state"] == "failed"
    monkeypatch.setattr(steps, "store_batch", real)
    assert story.go(0.1).counts["articles"] == 2  # nothing was remembered as read


def test_one_pass_at_a_time(story: Story) -> None:
    with one_pass_at_a_time(story.settings.db, 0), pytest.raises(Busy, match=r"another pass \(process \d+\)"):
        story.go()
    assert story.go().code == 0


def test_a_broken_watch_is_told_before_anything_is_touched(story: Story) -> None:
    story.watch.write_text("watch: dam\nsources: 7\n")
    with pytest.raises(WatchError):
        story.go()
    assert not story.settings.db.exists()


def test_retries_are_for_what_is_unavailable_and_soon_back() -> None:
    assert worth_waiting(Unavailable("http_503", "x"))
    assert worth_waiting(Unavailable("http_503", "x", 30))
    assert not worth_waiting(Unavailable("http_503", "x", 3600))
    assert not worth_waiting(ValueError())


def test_a_defect_in_one_source_does_not_cost_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    def collect(job: Job, fetcher: object) -> Collected:
        if job.label == "b.example":
            raise ZeroDivisionError
        return Collected(job.label)

    monkeypatch.setattr(steps, "collect", collect)
    jobs = [Job(Source.model_validate({"feed": f"http://{h}.example/f"}), START) for h in "abc"]
    found = Direct(Settings()).collect(jobs, None)
    assert [one.source for one in found] == ["a.example", "b.example", "c.example"]
    assert [bool(one.error) for one in found] == [False, True, False]
    assert "ZeroDivisionError" in (settled(jobs[0], ZeroDivisionError()).error or "")


@pytest.mark.slow
def test_an_interrupt_ends_a_pass_at_once(story: Story) -> None:
    story.server.scripts["/bay/feed"] = drip(b"HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n", b"x")
    code = (
        "from flows.child import heed_interrupts\nheed_interrupts()\n"  # the tests may run in the background
        "from pathlib import Path\nfrom flows.monitor import run_pass\nfrom flows.settings import Settings\n"
        f"run_pass(Path({str(story.watch)!r}), Settings(db=Path({str(story.settings.db)!r})))\n"
    )
    process = subprocess.Popen([sys.executable, "-c", code], stderr=subprocess.PIPE)
    end = time.monotonic() + 30
    while "/bay/feed" not in story.server.paths():
        assert time.monotonic() < end
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    _, error = process.communicate(timeout=5)
    assert b"KeyboardInterrupt" in error
    assert story.ask("explain/last_runs")[0]["state"] == "failed"


def test_missed_runs_are_covered_by_one_pass() -> None:
    assert is_covered(START - timedelta(minutes=15), START)
    assert not is_covered(START + timedelta(minutes=15), START)
    assert not is_covered(None, START)


@pytest.mark.slow
def test_a_direct_pass_never_loads_prefect(story: Story) -> None:
    code = (
        "import sys\nfrom pathlib import Path\n"
        "from flows.monitor import run_pass\nfrom flows.settings import Settings\n"
        f"run_pass(Path({str(story.watch)!r}), Settings(db=Path({str(story.settings.db)!r})))\n"
        "import flows.serving\nprint('prefect' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False)
    assert done.stdout.strip().endswith("False"), done.stderr
