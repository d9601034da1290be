"""Runs a module as ``python -m`` does, in a process that ends when its parent does: ``python -m flows.child MODULE …``.

A served watch must leave nothing behind when its supervisor is killed outright. On Linux the kernel sends SIGTERM then
(PR_SET_PDEATHSIG). Who has not ended some seconds later (a runner that waits for a server that is gone, the pass that
it runs) is killed with its whole group; what a pass had not committed is done again by the next one.
"""

import ctypes
import os
import runpy
import signal
import sys
import threading
import time

_PR_SET_PDEATHSIG = 1
GRACE_SECONDS = 8.0


def follow_parent(parent: int) -> None:
    """Ask for SIGTERM when the parent dies; exit at once where it is dead already."""
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM, 0, 0, 0)
        if os.getppid() != parent:
            raise SystemExit(0)


def outlive_by(parent: int, seconds: float = GRACE_SECONDS) -> None:
    """Kill the own process group this long after the parent died; returns at once, a thread looks every second."""

    def look() -> None:
        while os.getppid() == parent:
            time.sleep(1)
        time.sleep(seconds)
        os.killpg(0, signal.SIGKILL)

    threading.Thread(target=look, daemon=True).start()


def heed_interrupts() -> None:
    """Take SIGINT as Python does: a job of a shell script's background ignores it, and Prefect ends runs with it."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


if __name__ == "__main__":
    heed_interrupts()
    follow_parent(int(sys.argv[1]))
    outlive_by(int(sys.argv[1]))
    del sys.argv[:2]
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
