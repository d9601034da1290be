"""``load``, ``explain``, ``status`` and ``alerts`` on a small invented story."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from flows.commands.status import next_pass
from flows.printing.console import moment
from tests.flows.running import CASES, Run
from warehouse.ledger.warehouse import open_warehouse
from warehouse.overview import LastRun


def test_load_shows_the_alert_and_the_number(run: Run, tmp_path: Path) -> None:
    done = run(
        "load", CASES / "quake.yaml", CASES / "quake.jsonl", "--db", tmp_path / "a.duckdb", "--arrival", "published"
    )
    assert done.code == 0
    assert "People killed: 12" in done.out
    assert "Articles: 4 new, 0 edited, 0 known already, 0 rejected" in done.out
    assert max(len(line) for line in done.out.splitlines()) <= 80
    assert not (CASES / "alerts.jsonl").exists()


def test_load_sends_only_when_told_to(run: Run, tmp_path: Path) -> None:
    watch = tmp_path / "quake.yaml"
    watch.write_text((CASES / "quake.yaml").read_text())
    done = run("load", watch, CASES / "quake.jsonl", "--db", tmp_path / "a.duckdb", "--arrival", "published", "--send")
    assert done.code == 0
    assert done.out.count("╭─ changed") == 1
    assert len((tmp_path / "alerts.jsonl").read_text().splitlines()) == 1
    [alert] = run("alerts", "list", "--json", "--db", tmp_path / "a.duckdb").objects
    assert {d["subscriber"]: d["status"] for d in alert["deliveries"]} == {"screen": "delivered", "desk": "delivered"}


def test_a_warehouse_in_use_is_told_with_its_holder(run: Run, db: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TALLYWIRE_BUSY_WAIT", "0")
    with open_warehouse(db, now=datetime.now(UTC)):
        done = run("load", CASES / "quake.yaml", CASES / "quake.jsonl", "--db", db)
        assert run("explain", "killed", "--db", db).code == 0  # readers are not held up
    assert done.code == 2
    assert "is in use by" in done.err
    assert "Traceback" not in done.err


def test_loading_twice_changes_nothing(run: Run, db: Path) -> None:
    before = run("explain", "killed", "--json", "--db", db).objects
    done = run("load", CASES / "quake.yaml", CASES / "quake.jsonl", "--db", db)
    assert "Articles: 0 new, 0 edited, 4 known already, 0 rejected, 0 figures, 0 alerts" in done.out
    assert run("explain", "killed", "--json", "--db", db).objects == before


def test_load_tells_what_it_rejects_and_stores_the_rest(run: Run, tmp_path: Path) -> None:
    lines = tmp_path / "lines.jsonl"
    lines.write_text((CASES / "quake.jsonl").read_text() + '{"url": "https://x.example/", "text": "no source"}\n')
    done = run("load", CASES / "quake.yaml", lines, "--db", tmp_path / "a.duckdb")
    assert done.code == 1
    assert f"{lines}:5: expected the key source" in done.err.replace("\n", " ")
    assert "4 new" in done.out


def test_a_file_source_of_the_watch_says_what_a_file_is(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Eight people were killed in the Mellow quake, the mayor said on Monday evening.")
    source = "sources:\n  - files: a.txt\n    name: Mellow Mail\n    published_at: 2025-03-01T05:00:00Z\n"
    (tmp_path / "w.yaml").write_text((CASES / "quake.yaml").read_text() + source)
    db = tmp_path / "a.duckdb"
    assert run("load", tmp_path / "w.yaml", tmp_path / "a.txt", "--db", db).code == 0
    [report] = run("explain", "killed", "--json", "--db", db).objects[0]["voices"][0]["reports"]
    assert report["source"] == "Mellow Mail"
    assert datetime.fromisoformat(report["effective_at"]) == datetime.fromisoformat("2025-03-01T05:00:00+00:00")


def test_explain_as_json_says_who_what_and_why(run: Run, loaded: Path) -> None:
    [why] = run("explain", "killed", "--json", "--db", loaded).objects
    assert why["consensus"]["value"] == 19
    assert [v["voice"] for v in why["voices"]] == ["Tenday"]
    assert why["voices"][0]["reports"][0]["quote"] in why["voices"][0]["reports"][0]["sentence"]
    assert why["speakers"][0]["urls"] == ["https://tenday.example/mellow-toll"]
    assert {r["source"] for v in why["others"]["superseded"] for r in v["reports"]} == {"Valley Post", "Ridge Herald"}
    assert [m["why_not"] for m in why["near_misses"] if m["value"] == 40] == ["background"]
    assert [b["value"] for b in why["history"]][-1] == 19


def test_explain_is_a_page_of_80_columns_that_quotes_and_links(run: Run, loaded: Path) -> None:
    done = run("explain", "mellow-quake/killed", "--db", loaded)
    assert done.code == 0
    for expected in (
        "Reported: 19",
        "Who reports it",
        "https://tenday.example/mellow-toll",
        "Overtaken since",
        "12 – Ridge Herald",
        "an earlier event",
        "History",
        "UTC",
    ):
        assert expected in done.out
    assert "is true" not in done.out.replace("does not say what is true", "").replace("\n", " ")
    lines = [line for line in done.out.splitlines() if "http" not in line]
    assert max(len(line) for line in lines) <= 80


def test_explain_of_a_number_nobody_reports_says_what_is_counted_instead(run: Run, tmp_path: Path) -> None:
    (tmp_path / "w.yaml").write_text("watch: w\nquantities:\n  planes: {count: planes, action: arrested}\n")
    (tmp_path / "a.txt").write_text("Eight people were killed in the Mellow quake, the mayor said on Monday evening.")
    db = tmp_path / "a.duckdb"
    assert run("load", tmp_path / "w.yaml", tmp_path / "a.txt", "--db", db).code == 0
    again = run("load", tmp_path / "w.yaml", tmp_path / "a.txt", "--db", db)
    assert "quantity planes: none of 1 figures matched" in again.err
    page = run("explain", "planes", "--db", db).out
    assert "Nothing is reported" in page
    assert "count: person  action: kill  (1 figure in 1 article)" in page


def test_explain_gives_each_near_miss_its_number_and_a_sentence_once(run: Run, loaded: Path) -> None:
    page = run("explain", "mellow-quake/killed", "--db", loaded).out
    assert "40: an earlier event" in page
    misses = page[page.index("Near misses") : page.index("History")]
    quoted = [line.strip() for line in misses.splitlines() if "“" in line]
    assert len(quoted) == len(set(quoted))


def test_check_doubts_what_can_match_nothing(run: Run, tmp_path: Path) -> None:
    (tmp_path / "w.yaml").write_text("watch: w\nquantities:\n  planes: {count: planes, action: frobnicated}\n")
    done = run("check", tmp_path / "w.yaml", "--offline")
    assert done.code == 0
    assert "quantity planes: may match nothing: action 'frobnicated'" in done.err


def test_explain_names_the_quantities_there_are(run: Run, loaded: Path) -> None:
    done = run("explain", "kiled", "--db", loaded)
    assert done.code == 2
    assert "expected one of: mellow-quake/killed" in done.err


def test_status_counts_and_names_the_watch(run: Run, loaded: Path) -> None:
    done = run("status", "--db", loaded)
    assert done.code == 0
    assert "4 articles of 4 documents" in done.out
    assert "mellow-quake" in done.out
    assert run("status", "--json", "--db", loaded).objects[0]["articles"] == 4


@pytest.mark.parametrize(
    ("schedule", "expected"),
    [("cron: '30 7 * * *'", "2025-03-02T07:30:00+00:00"), ("every: 2h", "2025-03-01T10:00:00+00:00")],
)
def test_the_next_pass_is_by_the_watch_s_schedule(schedule: str, expected: str) -> None:
    began = datetime(2025, 3, 1, 8, 0, tzinfo=UTC)
    words = f"{(CASES / 'quake.yaml').read_text()}{schedule}\n"
    last = LastRun("mellow-quake", words, "id", began, began, "done", {})
    assert next_pass(last, began) == moment(datetime.fromisoformat(expected))


def test_alerts_are_listed_acknowledged_and_muted(run: Run, db: Path) -> None:
    [alert] = run("alerts", "list", "--json", "--db", db).objects
    assert alert["kind"] == "changed"
    assert {d["subscriber"]: d["status"] for d in alert["deliveries"]} == {"screen": "shown", "desk": "shown"}
    assert "People killed: 12" in run("alerts", "list", "--db", db).out
    assert run("alerts", "--json", "--db", db).objects == [alert]
    done = run("alerts", "ack", alert["alert_id"][:6], "--why", "on the front page", "--who", "Ida", "--db", db)
    assert done.code == 0
    assert run("alerts", "list", "--open", "--db", db).out == "No alerts.\n"
    assert run("alerts", "mute", "mellow-quake/killed", "--hours", "2", "--db", db).code == 0
    assert run("alerts", "retry", "--db", db).out.startswith("0 deliveries")


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [(["ack", "zzz"], "no alert begins"), (["mute", "mellow-quake/hurt"], "expected one of: mellow-quake")],
)
def test_alerts_that_are_not_there_are_wrong_use(run: Run, loaded: Path, arguments: list[str], expected: str) -> None:
    done = run("alerts", *arguments, "--db", loaded)
    assert done.code == 2
    assert expected in done.err


@pytest.mark.slow
def test_replay_rebuilds_what_was_there(run: Run, db: Path) -> None:
    before = run("explain", "killed", "--json", "--db", db).objects
    done = run("replay", "--db", db)
    assert done.code == 0
    assert "all is as it was" in done.out
    assert run("explain", "killed", "--json", "--db", db).objects == before


@pytest.mark.slow
def test_replay_makes_a_lost_file_again(run: Run, db: Path) -> None:
    before = run("explain", "killed", "--json", "--db", db).objects
    db.unlink()
    assert run("replay", "--db", db).code == 0
    assert run("explain", "killed", "--json", "--db", db).objects == before


def test_replay_with_a_watch_shows_what_it_would_have_told(run: Run, loaded: Path, tmp_path: Path) -> None:
    changed = tmp_path / "changed.yaml"
    words = (CASES / "quake.yaml").read_text().replace("kind: cumulative", "kind: cumulative\n    between: [null, 15]")
    changed.write_text(words)
    done = run("replay", "--watch", changed, "--db", loaded)
    assert done.code == 0
    assert "0 past alerts would be added, 1 dropped" in " ".join(done.out.split())
    assert "Tenday" in done.out
    assert run("replay", "--watch", CASES / "quake.yaml", "--db", loaded).out.startswith("mellow-quake: 0 past alerts")


def test_export_writes_the_tables(run: Run, loaded: Path, tmp_path: Path) -> None:
    folder = tmp_path / "tables"
    assert run("export", folder, "--db", loaded).code == 0
    assert {"articles.csv", "articles.parquet", "consensus.csv", "alerts.parquet"} <= {p.name for p in folder.iterdir()}
    assert "19" in (folder / "consensus.csv").read_text()


def test_a_decision_is_recorded_applied_and_undone(run: Run, db: Path) -> None:
    [before] = run("explain", "killed", "--json", "--db", db).objects
    report = before["voices"][0]["reports"][0]["report_id"]
    done = run("decisions", "add", "ignore_report", report, "--why", "a draft", "--who", "Ida", "--db", db)
    assert done.code == 0
    [ignored] = run("explain", "killed", "--json", "--db", db).objects
    assert ignored["consensus"]["value"] == 12
    assert ignored["others"]["ignored"][0]["reports"][0]["report_id"] == report
    assert "Ida: a draft" in run("decisions", "list", "--db", db).out

    [decision] = run("decisions", "list", "--json", "--db", db).objects
    assert run("decisions", "undo", decision["decision_id"], "--why", "it was final", "--db", db).code == 0
    [after] = run("explain", "killed", "--json", "--db", db).objects
    assert after["consensus"]["value"] == 19
    assert [b["value"] for b in after["history"]][-2:] == [12, 19]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["add", "set_number", "19", "--why", "x"], "set_number: expected one of merge_lineage"),
        (["add", "ignore_report", "a", "b", "--why", "x"], "expected one report, got 2"),
        (["undo", "nothing", "--why", "x"], "there is no decision nothing"),
        (["add", "ignore_report", "a"], "Missing option '--why'"),
    ],
)
def test_a_decision_that_cannot_be_is_wrong_use(run: Run, db: Path, arguments: list[str], expected: str) -> None:
    done = run("decisions", *arguments, "--db", db)
    assert done.code == 2
    assert expected in done.err
