"""The command line as a whole: it starts fast, names its commands, and turns errors into words."""

import subprocess
import sys
from pathlib import Path

import pytest

from flows.commands.failing import DEBUG, told
from tests.flows.running import CASES, Run

CONTRACT = ("run", "serve", "load", "text", "figures", "explain", "status", "alerts", "check", "replay", "export")


def test_help_names_the_commands(run: Run) -> None:
    done = run("--help")
    assert done.code == 0
    assert [c for c in CONTRACT if f"\n  {c} " not in done.out] == []
    assert "..." not in done.out.partition("Commands:")[2]  # no summary is cut short


@pytest.mark.parametrize("group", ["alerts", "decisions"])
def test_groups_name_their_commands_in_full(run: Run, group: str) -> None:
    assert "..." not in run(group, "--help").out.partition("Commands:")[2]


def test_serve_starts_nothing_for_watches_that_are_not_valid(run: Run, tmp_path: Path) -> None:
    done = run("serve", "no-such.yaml", "--db", tmp_path / "a.duckdb")
    assert done.code == 2
    assert "no-such.yaml: cannot be read" in done.err
    assert done.out == ""
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", CONTRACT)
def test_each_command_has_help(run: Run, command: str) -> None:
    done = run(command, "--help")
    assert done.code == 0
    assert f"Usage: tallywire {command}" in done.out


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys\nfrom flows.cli import main\nmain(['--help'])\n"
        "print([m for m in ('prefect', 'trafilatura', 'duckdb', 'httpx', 'pydantic', 'lxml') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_python_m_flows_is_the_command() -> None:
    done = subprocess.run([sys.executable, "-m", "flows", "text"], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "Usage: tallywire text" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["frobnicate"], "No such command 'frobnicate'"),
        (["text", "no-such-file.html"], "no-such-file.html: there is no such file or folder"),
        (["explain", "killed", "--db", "no-such.duckdb"], "no-such.duckdb: there is no warehouse here"),
        (["status", "--db", "no-such.duckdb"], "no-such.duckdb: there is no warehouse here"),
        (["export", "there", "--db", "no-such.duckdb"], "no-such.duckdb: there is no warehouse here"),
        (["replay", "--db", "no-such.duckdb"], "There is no archive no-such.duckdb.archive"),
        (["replay", "--db", "no-such.duckdb", "--watch", CASES / "quake.yaml"], "there is no warehouse here"),
        (["run", "no-such.yaml"], "no-such.yaml: cannot be read"),
        (["check", "no-such.yaml"], "no-such.yaml: cannot be read"),
        (["load", CASES / "quake.yaml", "no-such.jsonl"], "no-such.jsonl: there is no such file"),
        (["load", CASES / "quake.yaml", CASES / "quake.jsonl", "--arrival", "later"], "'later' is not one of"),
    ],
)
def test_wrong_use_is_told_in_one_message(run: Run, arguments: list[object], expected: str) -> None:
    done = run(*arguments)
    assert done.code == 2
    assert expected in done.err
    assert "Traceback" not in done.err


def test_a_file_that_is_no_warehouse_is_named(run: Run, tmp_path: Path) -> None:
    other = tmp_path / "notes.duckdb"
    other.write_text("not a database")
    done = run("load", CASES / "quake.yaml", CASES / "quake.jsonl", "--db", other)
    assert done.code == 2
    assert str(other) in done.err
    assert "not a warehouse file" in done.err


def test_a_malformed_watch_names_file_line_and_key(run: Run, tmp_path: Path) -> None:
    watch = tmp_path / "watch.yaml"
    watch.write_text("watch: x\nquantities:\n  killed:\n    count: people\n    kind: growing\n")
    done = run("check", watch)
    assert done.code == 2
    assert f"{watch}:5: quantities.killed.kind: expected fixed, cumulative or stock" in done.err


def test_a_defect_is_told_as_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(DEBUG, raising=False)
    assert "defect of tallywire" in told(KeyError("x"))
    monkeypatch.setenv(DEBUG, "1")
    with pytest.raises(KeyError):
        told(KeyError("x"))


def test_a_full_or_forbidden_place_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(DEBUG, raising=False)
    assert told(PermissionError(13, "Permission denied", "here/news.duckdb")) == "here/news.duckdb: Permission denied"
