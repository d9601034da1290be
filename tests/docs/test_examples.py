"""The docs are executed: watches are parsed, SQL is run, and a page's commands print what the page says they print.

A fence's info string says what it is: ```yaml, ```jsonl or ```text with ``file=NAME`` is written to that file;
```console is run line by line (``$ tallywire …``), and what stands below a command must occur in its output, where a
line of ``…`` alone stands for anything; ```sql is run on the warehouse that the page's commands made.
"""

import re
import shlex
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pytest

from flows import watch

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


def run(command: str, folder: Path) -> str:
    words = shlex.split(command, comments=True)
    assert words[0] == "tallywire", f"only tallywire is run from the docs: {command}"
    done = subprocess.run(
        [sys.executable, "-m", "flows", *words[1:]],
        capture_output=True, text=True, cwd=folder, check=False, timeout=120,
        env={"PATH": "/usr/bin:/bin", "COLUMNS": "80", "PYTHONPATH": str(ROOT), "HOME": str(folder)},
    )  # fmt: skip
    assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"
    return done.stdout


def squeezed(text: str) -> str:
    return " ".join(text.split())


def check_console(block: Block, folder: Path) -> None:
    for part in re.split(r"^\$ ", block.text, flags=re.M)[1:]:
        command, _, expected = part.partition("\n")
        printed = squeezed(run(command, folder))
        for line in expected.splitlines():
            if line.strip() and line.strip() != "…":
                assert squeezed(line) in printed, f"{command}\nexpected: {line}\nprinted: {printed}"


def check_sql(block: Block, folder: Path) -> None:
    stored = next(folder.glob("*.duckdb"))
    with duckdb.connect(str(stored), read_only=True) as con:
        assert con.execute(block.text).fetchall() != [], f"no rows: {block.text}"


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_examples_of(page: Path, tmp_path: Path) -> None:
    for block in blocks(page):
        if block.skipped:
            continue
        if block.file:
            (tmp_path / block.file).write_text(block.text, encoding="utf-8")
        if block.kind == "yaml" and re.search(r"^quantities:", block.text, re.M):
            assert watch.parse(block.text, block.file or page.name).quantities
        if block.kind == "console":
            check_console(block, tmp_path)
        if block.kind == "sql":
            check_sql(block, tmp_path)
