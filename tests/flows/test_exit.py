"""A command says what it has to say, and nothing while its process ends."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.flows.running import CASES

ROOT = Path(__file__).parents[2]


@pytest.mark.slow
def test_nothing_is_said_on_the_way_out(tmp_path: Path) -> None:
    load = ["load", CASES / "quake.yaml", CASES / "quake.jsonl", "--db", tmp_path / "news.duckdb"]
    explain = ["explain", "killed", "--db", tmp_path / "news.duckdb"]
    for arguments in (load, explain):
        command = [sys.executable, "-m", "flows", *map(str, arguments)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
        assert done.returncode == 0
        assert "nanobind" not in done.stderr
        assert "leaked" not in done.stdout + done.stderr
