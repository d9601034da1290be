import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.warehouse.ledger.standins import ROOMS, at
from warehouse.belief import Quantity
from warehouse.ledger import database
from warehouse.ledger.registering import register_watch
from warehouse.ledger.warehouse import Warehouse, open_warehouse

WATCH = "swap"
QUANTITY = Quantity(WATCH, "released", ("people",), ("released",), title="Prisoners released", basis="each")


@pytest.fixture(scope="session")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty warehouse file to copy: making one takes longer than most tests."""
    path = tmp_path_factory.mktemp("blank") / "blank.duckdb"
    database.create(path, at(1))
    return path


@pytest.fixture
def opened(tmp_path: Path, blank: Path) -> Iterator[Callable[..., Warehouse]]:
    """Opens warehouses in a folder of this test, by name, and closes what is left open."""
    open_ones: list[Warehouse] = []

    def open_one(name: str = "news.duckdb") -> Warehouse:
        if not (tmp_path / name).exists():
            shutil.copyfile(blank, tmp_path / name)
        open_ones.append(open_warehouse(tmp_path / name, now=at(1), rooms=ROOMS))
        return open_ones[-1]

    yield open_one
    for one in open_ones:
        one.close()


@pytest.fixture
def news(opened: Callable[..., Warehouse]) -> Warehouse:
    """A warehouse with one watch, of one quantity, and two subscribers."""
    w = opened()
    register_watch(w, WATCH, "watch: swap", [QUANTITY], subscribers={"screen": (), "hook": ()}, now=at(1))
    return w
