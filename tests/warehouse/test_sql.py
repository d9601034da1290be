"""Every statement is valid on the migrated schema, says what it is for in its name, and takes named parameters."""

from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import duckdb
import pytest

from tests.warehouse.ledger.standins import at
from warehouse.ledger import database
from warehouse.sql import statement


def named() -> list[str]:
    root = files("warehouse.sql")
    folders = sorted((f for f in root.iterdir() if f.is_dir()), key=lambda f: f.name)
    return [f"{folder.name}/{file.name.removesuffix('.sql')}" for folder in folders for file in _sql(folder)]


def _sql(folder: Traversable) -> Iterator[Traversable]:
    return iter(sorted((f for f in folder.iterdir() if f.name.endswith(".sql")), key=lambda f: f.name))


@pytest.fixture(scope="module")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    path = tmp_path_factory.mktemp("sql") / "news.duckdb"
    database.create(path, at(1))
    con = database.connect(path)
    yield con
    con.close()


@pytest.mark.parametrize("name", [name for name in named() if not name.startswith("migrations/")])
def test_a_statement_is_one_and_can_be_planned(name: str, migrated: duckdb.DuckDBPyConnection) -> None:
    text = statement(name)
    [parsed] = duckdb.extract_statements(text)
    kinds = duckdb.StatementType
    if parsed.type not in (kinds.SELECT, kinds.INSERT, kinds.UPDATE, kinds.DELETE):
        # Settings and the like cannot be explained; they can be tried. Steps are, in their order.
        migrated.execute(text, dict.fromkeys(parsed.named_parameters) or None)
        return
    assert not [p for p in parsed.named_parameters if p.isdigit()], "named parameters only"
    plan = migrated.execute(f"EXPLAIN {text}", dict.fromkeys(parsed.named_parameters) or None).fetchall()
    assert plan


def test_migrations_are_numbered_without_a_gap() -> None:
    numbers = [int(name.split("/")[1][:4]) for name in named() if name.startswith("migrations/")]
    assert numbers == list(range(1, len(numbers) + 1))


def test_no_statement_is_lost_in_python() -> None:
    """SQL lives in files: no Python of the rooms holds a statement."""
    root = Path(__file__).parents[2]
    verbs = ("SELECT ", "INSERT INTO", "UPDATE ", "DELETE FROM", "CREATE TABLE")
    found = [
        f"{path}:{number}"
        for room in ("warehouse", "flows", "extractors")
        for path in (root / room).rglob("*.py")
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if any(f'"{verb}' in line or f"'{verb}" in line or line.strip().startswith(verb) for verb in verbs)
    ]
    assert found == []
