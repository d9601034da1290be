import csv
from pathlib import Path

import duckdb
import pytest

from tests.warehouse.ledger.standins import at, page
from warehouse.ledger.errors import Unwritable
from warehouse.ledger.export import TABLES, export, safe
from warehouse.ledger.store import store
from warehouse.ledger.warehouse import Warehouse


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "  =1",
        "＝1",
        "＋1",
        "＠x",
        "|calc",
        "\ufeff=1",
        "\u00a0-2",
    ],
)
def test_no_text_becomes_a_formula(text: str) -> None:
    assert safe(text) == f"'{text}"


def test_other_cells_stay_as_they_are() -> None:
    assert [safe(v) for v in (-5.0, None, True, "390 each", "a=b", at(2))] == [
        -5.0, None, True, "390 each", "a=b", "2031-03-02T12:00:00+00:00",
    ]  # fmt: skip


def test_every_table_is_written_and_reads_back(news: Warehouse, tmp_path: Path) -> None:
    hostile = '=HYPERLINK("http://evil.example";"x"), "quoted"\nnext line'
    store(news, [page("alpha", "390 each", 2, title=hostile), page("beta", "400 each", 3)], now=at(4), watch="swap")
    files = export(news.con, tmp_path / "out")
    assert sorted(f.name for f in files) == sorted(f"{t}.{kind}" for t in TABLES for kind in ("csv", "parquet"))
    assert sorted(f.name for f in (tmp_path / "out").iterdir()) == sorted(f.name for f in files)
    with (tmp_path / "out" / "articles.csv").open(encoding="utf-8", newline="") as file:
        titles = [row["title"] for row in csv.DictReader(file)]
    assert titles == [f"'{hostile}", ""]
    parquet = str(tmp_path / "out" / "articles.parquet")
    assert duckdb.read_parquet(parquet).project("title").fetchall() == [(hostile,), (None,)]


def test_a_folder_that_cannot_be_written_is_named(news: Warehouse, tmp_path: Path) -> None:
    (tmp_path / "out").touch()
    with pytest.raises(Unwritable, match="out cannot be written"):
        export(news.con, tmp_path / "out")
