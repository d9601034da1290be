"""The docs are executed: watches are parsed, SQL is run, and a page's commands print what the page says they print.

A fence's info string says what it is: ```yaml, ```jsonl or ```text with ``file=NAME`` is written to that file;
```console is run line by line (``$ tallywire …``), and what stands below a command must occur in its output, where a
line of ``…`` alone stands for anything; ```sql is run on the warehouse that the page's commands made.
"""

import os
import re
import shlex
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pytest

from flows import watch
from flows.cli import main

ROOT = Path(__file__).parent.parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
FENCE = re.compile(r"^```(\w+)([^\n]*)\n(.*?)^```$", re.M | re.S)


@dataclass(frozen=True)
class Block:
    kind: str
    file: str | None
    text: str
    skipped: bool


def blocks(page: Path) -> list[Block]:
    found = []
    for kind, info, text in FENCE.findall(page.read_text(encoding="utf-8")):
        named = re.search(r"file=(\S+)", info)
        found.append(Block(kind, named[1] if named else None, text, "not-run" in info))
    return found


Run = Callable[[str], str]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command in an empty folder, on a terminal of 80 columns, and returns what it printed."""
    for name in [name for name in os.environ if name.startswith(("TALLYWIRE_", "PREFECT_"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)

    def one(command: str) -> str:
        words = shlex.split(command, comments=True)
        assert words[0] == "tallywire", f"only tallywire is run from the docs: {command}"
        code = main(words[1:])
        printed = capsys.readouterr()
        assert code == 0, f"{command}\n{printed.out}{printed.err}"
        return printed.out

    return one


def squeezed(text: str) -> str:
    return " ".join(text.split())


def check_console(block: Block, run: Run) -> None:
    for part in re.split(r"^\$ ", block.text, flags=re.M)[1:]:
        command, _, expected = part.partition("\n")
        printed = squeezed(run(command))
        for line in expected.splitlines():
            if line.strip() and line.strip() != "…":
                assert squeezed(line) in printed, f"{command}\nexpected: {line}\nprinted: {printed}"


def check_sql(block: Block, folder: Path) -> None:
    stored = next(folder.glob("*.duckdb"))
    with duckdb.connect(str(stored), read_only=True) as con:
        assert con.execute(block.text).fetchall() != [], f"no rows: {block.text}"


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_examples_of(page: Path, tmp_path: Path, run: Run) -> None:
    for block in blocks(page):
        if block.skipped:
            continue
        if block.file:
            (tmp_path / block.file).write_text(block.text, encoding="utf-8")
        if block.kind == "yaml" and re.search(r"^quantities:", block.text, re.M):
            assert watch.parse(block.text, block.file or page.name).quantities
        if block.kind == "console":
            check_console(block, run)
        if block.kind == "sql":
            check_sql(block, tmp_path)
