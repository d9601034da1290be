"""The demo from end to end: what a person sees of it after ``make run``."""

from pathlib import Path

import pytest

from flows.commands.demo import fresh, passes, watch_text
from flows.newsroom.edition import opened
from tests.flows.running import Run

ROOT = Path(__file__).parent.parent.parent.parent


def test_the_example_watch_is_the_demo_s() -> None:
    assert (ROOT / "deploy/watches/demo.yaml").read_text() == watch_text(8017)


def test_there_is_a_pass_after_every_publication() -> None:
    room = opened()
    times = list(passes(room))
    assert len(times) >= 8
    seen = [len(room.edition(now).pages) for now in times]
    assert seen == sorted(seen)
    assert seen[-1] == len(room.stories)


@pytest.mark.slow
def test_the_demo_tells_the_story(run: Run, tmp_path: Path) -> None:
    done = run("demo", "--dir", tmp_path / "demo")
    assert done.code == 0
    end = done.out[done.out.index("What is reported at the end") :]
    assert "How it came about: People killed" in end
    assert "What subscribers were told" in end
    db = tmp_path / "demo" / "demo.duckdb"
    assert str(db) in end

    [killed] = run("explain", "killed", "--json", "--db", db).objects
    assert (killed["consensus"]["value"], killed["consensus"]["state"]) == (16, "corroborated")
    lows = [b["low"] for b in killed["history"] if b["current"]]
    assert [low for n, low in enumerate(lows) if n == 0 or low != lows[n - 1]] == [4, 9, 14, 17, 16]
    origins = {
        r["source"]: v["voice"] for v in killed["others"]["superseded"] for r in v["reports"] if r["value"] != 17
    }
    assert origins["Evening Star"] == origins["Port Sable Courier"] == "Norvane Press"

    [rescued] = run("explain", "rescued", "--json", "--db", db).objects
    assert rescued["consensus"]["value"] == 163
    assert {v["voice"] for v in rescued["dissent"]} == {"Norvane Press", "The Lantern"}

    told = [a["body"]["new"] for a in run("alerts", "list", "--json", "--db", db).objects]
    assert all("140" not in words for words in told)
    assert len(told) <= 8


def test_the_demo_begins_anew_and_touches_nothing_else(tmp_path: Path) -> None:
    mine = tmp_path / "mine.txt"
    mine.write_text("keep")
    (tmp_path / "demo.duckdb").write_text("left by an earlier demo")
    (tmp_path / "demo.duckdb.archive").mkdir()
    assert fresh(tmp_path) == tmp_path / "demo.duckdb"
    assert list(tmp_path.iterdir()) == [mine]
