"""A process that stores pages until it is stopped: ``python -m tests.faults.child FILE START COUNT [LIMIT]``.

It says ``stored N`` when batch N is safe, ``done`` at the end, and ``stopped: …`` with the sentence of the error where
nothing more can be written. LIMIT: no file may grow beyond so many bytes.
"""

import resource
import sys
from datetime import timedelta
from pathlib import Path

from extractors.document import Document
from tests.warehouse.ledger.conftest import QUANTITY, WATCH
from tests.warehouse.ledger.standins import ROOMS, at, page
from warehouse.ledger import Unwritable, open_warehouse, publish, register_watch, store

TEXTS = ("390 each", "400 each", " ", "390 each (AP)", "1000 total")


def batch(number: int) -> list[Document]:
    """Return a batch of two: a page of one of 17 sources, now and then empty or late, and one that is edited often."""
    own = page(f"s{number % 17}", TEXTS[number * 7 % 5], 2 + number * 5 % 20)
    wire = page("wire", f"{380 + number % 9} each", 3, f"https://wire.example/{number % 3}")
    return [own, wire]


def run(path: Path, start: int, count: int) -> None:
    """Store the batches from ``start`` on."""
    with open_warehouse(path, now=at(1), rooms=ROOMS) as w:
        register_watch(w, WATCH, "watch: swap", [QUANTITY], subscribers={"screen": ()}, now=at(1))
        for number in range(start, count):
            store(w, batch(number), now=at(24) + timedelta(minutes=number), watch=WATCH)
            print(f"stored {number}", flush=True)
            if number % 7 == 6:
                publish(w)


def main() -> int:
    if len(sys.argv) > 4:
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[4]), resource.RLIM_INFINITY))
    try:
        run(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
    except Unwritable as error:
        print(f"stopped: {error}", flush=True)
        return 3
    print("done", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
