"""Runs a module as ``python -m`` does, in a process that ends when its parent does: ``python -m flows.child MODULE …``.

A served watch must not leave a server behind when its supervisor is killed outright. On Linux the kernel sends SIGTERM
then (PR_SET_PDEATHSIG); elsewhere only the orderly stop in ``serving`` works.
"""

import ctypes
import os
import runpy
import signal
import sys

_PR_SET_PDEATHSIG = 1


def follow_parent(parent: int) -> None:
    """Ask for SIGTERM when the parent dies; exit at once where it is dead already."""
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM, 0, 0, 0)
        if os.getppid() != parent:
            raise SystemExit(0)


def heed_interrupts() -> None:
    """Take SIGINT as Python does: a job of a shell script's background ignores it, and Prefect ends runs with it."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


if __name__ == "__main__":
    heed_interrupts()
    follow_parent(int(sys.argv[1]))
    del sys.argv[:2]
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
