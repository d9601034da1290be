"""One running pass at a time per warehouse, over all processes of this machine."""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from warehouse.ledger.errors import Busy

_RETRY_SECONDS = 0.2


@contextmanager
def one_pass_at_a_time(db: Path, wait: float) -> Iterator[None]:
    """Holds the turn of a warehouse; the system takes it back from a process that dies.

    :raises Busy: another pass is still running after ``wait`` seconds.
    """
    path = db.with_name(db.name + ".pass")
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+") as file:
        deadline = time.monotonic() + wait
        while not _locked(file.fileno()):
            if time.monotonic() >= deadline:
                file.seek(0)
                raise Busy(str(db), f"another pass (process {file.read(20).strip() or 'unknown'})")
            time.sleep(_RETRY_SECONDS)
        file.truncate(0)
        file.write(str(os.getpid()))
        file.flush()
        yield


def _locked(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
