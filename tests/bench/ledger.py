"""What the ledger itself costs: reading, matching and lineage are stand-ins, so only its own work is measured."""

import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from extractors.document import Document
from tests.warehouse.ledger.conftest import QUANTITY, WATCH
from tests.warehouse.ledger.standins import ROOMS, at, page
from warehouse.ledger import Warehouse, bulk, open_warehouse, publish, register_watch, store
from warehouse.ledger.replay import rebuild

ROUNDS = 3
ROWS = 20_000


def measure() -> Iterator[str]:
    """Yield one line per figure: medians of CPU time over three rounds, and ratios within the run."""
    with tempfile.TemporaryDirectory() as folder:
        single = _median(lambda n: _stored(Path(folder) / f"one-{n}.duckdb", 60, 1))
        batched = _median(lambda n: _stored(Path(folder) / f"many-{n}.duckdb", 600, 100))
        each = f"{single * 1e3:.1f} ms CPU an article one by one, {batched * 1e3:.2f} in batches of 100"
        yield f"store: {each}: {single / batched:.0f}x"
        again = _timed(lambda: rebuild(Path(folder) / "many-0.duckdb", now=at(28), rooms=ROOMS)) / 600
        yield f"replay: {again * 1e3:.2f} ms CPU an article, {again / batched:.1f} of storing it"
        with open_warehouse(Path(folder) / "many-1.duckdb", now=at(28), rooms=ROOMS) as w:
            yield f"publish: {_timed(lambda: publish(w)) * 1e3:.1f} ms CPU, file {w.path.stat().st_size / 1e6:.1f} MB"
            many, few = _appended(w), _by_row(w)
            yield f"rows: {many * 1e6:.1f} us CPU a row appended, {few * 1e6:.0f} one by one: {few / many:.0f}x"


def _stored(path: Path, count: int, size: int) -> float:
    with open_warehouse(path, now=at(1), rooms=ROOMS) as w:
        register_watch(w, WATCH, "watch: swap", [QUANTITY], subscribers={}, now=at(1))
        documents = [_document(n) for n in range(count)]
        batches = [documents[start : start + size] for start in range(0, count, size)]

        def run() -> None:
            for number, batch in enumerate(batches):
                store(w, batch, now=at(24) + timedelta(minutes=number), watch=WATCH)

        return _timed(run) / count


def _document(n: int) -> Document:
    letters = str.maketrans("0123456789", "abcdefghij")
    words = " ".join(str(n * k % 997).translate(letters) for k in range(400))
    text = f"{390 + (n % 10 == 0)} each {words}"
    found = page(f"s{n % 40}", text, url=f"https://s{n % 40}.example/{n}")
    return replace(found, published_at=at(2) + timedelta(minutes=n))


def _appended(w: Warehouse) -> float:
    rows = [("fetch", f"ref {n}", "reason", "detail", at(2)) for n in range(ROWS)]
    columns = ("stage", "ref", "reason", "detail", "happened_at")
    return _timed(lambda: bulk.insert(w.con, "rejections", columns, rows)) / ROWS


def _by_row(w: Warehouse) -> float:
    few = ROWS // 100
    columns = ("stage", "ref", "reason", "detail", "happened_at")

    def run() -> None:
        for n in range(few):
            bulk.insert(w.con, "rejections", columns, [("fetch", f"ref {n}", "reason", "detail", at(2))])

    return _timed(run) / few


def _median(run: Callable[[int], float]) -> float:
    return statistics.median(run(n) for n in range(ROUNDS))


def _timed(run: Callable[[], object]) -> float:
    before = time.process_time()
    run()
    return time.process_time() - before
