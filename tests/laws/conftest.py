import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from itertools import count
from pathlib import Path

import pytest

from tests.laws import tram
from warehouse.ledger import Warehouse

Follow = Callable[[], Warehouse]


@pytest.fixture(scope="session")
def followed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a warehouse that follows the accident, and knows nothing of it yet."""
    folder = tmp_path_factory.mktemp("tram")
    tram.opened(folder / "news.duckdb").close()
    return folder


@pytest.fixture
def follow(followed: Path, tmp_path: Path) -> Iterator[Follow]:
    """Opens new warehouses that follow the accident, and closes them in the end."""
    numbers = count()
    with ExitStack() as open_ones:

        def one() -> Warehouse:
            own = tmp_path / f"w{next(numbers)}"
            shutil.copytree(followed, own)
            return open_ones.enter_context(tram.opened(own / "news.duckdb"))

        yield one
