"""How much of a text others had printed before, whatever its numbers."""

from collections.abc import Iterable
from functools import lru_cache

from extractors.likeness.comparing import covered
from extractors.likeness.differing import numeral
from extractors.likeness.passages import account
from extractors.likeness.sketching import GRAM, Grams, grams_of


def repeated(text: str, earlier: Iterable[str]) -> float:
    """Return the share (0 to 1) of ``text`` that stands in any of the ``earlier`` texts, numbers left aside.

    Counted are words in shared runs of five or more; lines too short for one, and blurbs, count for nothing. A text
    that differs from an earlier one in nothing but numbers gives 1, an update with a new paragraph less.
    """
    own = _masked(text)
    if not own.words:
        return 0.0
    printed: set[int] = set()
    for other in earlier:
        printed |= own.all & _masked(other).all
        if len(printed) == len(own.all):
            return 1.0
    return covered(own, frozenset(printed)) / own.words


@lru_cache(maxsize=256)
def _masked(text: str) -> Grams:
    runs = [run for run in account(text).told if len(run) >= GRAM]
    return grams_of([["#" if numeral(word) else word for word in run] for run in runs])
