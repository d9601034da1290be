"""How much the tests try: a sample in the quick suite, everything where ``HYPOTHESIS_PROFILE=full`` (``make test``)."""

import os

FULL = os.environ.get("HYPOTHESIS_PROFILE") == "full"


def examples(full: int) -> int:
    """Return how many examples of a property are tried: all, or a fifth of them in the quick suite."""
    return full if FULL else max(4, full // 5)
