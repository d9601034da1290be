"""What holds for every test: how many random examples are tried, and that pytest's summary is the last that is said."""

import atexit
import os
import sys

from hypothesis import settings

from tests.effort import examples

# Times are checked by the benches and by the tests that say so: a busy machine must not fail a property.
settings.register_profile("full", max_examples=100, deadline=None)
settings.register_profile("quick", max_examples=examples(100), deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))


def _say_no_more() -> None:
    """Drop what is written to standard error while the interpreter is taken down, after the last line of pytest.

    DuckDB's binding lists its own types as leaked where a type of ours is still referred to then: hypothesis keeps the
    return types of strategies, execnet the modules of a worker, pytest the frames of a failed test. Connections are
    closed by the fixtures; tests/flows/test_exit.py holds the program itself, which has none of these, to silence.
    """
    sys.stderr.flush()
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)


atexit.register(_say_no_more)
