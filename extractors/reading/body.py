"""Where the article lies in a page of lines, and where it goes on after something else: by density and by wording."""

import re
from collections.abc import Sequence
from itertools import accumulate

from extractors.reading.lines import Line

_CONTENT = re.compile(r"[^\W\d_]{4,}")
_STEM = 6


def weight(line: Line, judged: bool) -> float:
    """How much a line speaks for the article (words of its prose) or against it (short, listed, boilerplate)."""
    words = line.words
    if judged:
        return -3.0 - 0.2 * min(words, 20)
    if line.is_sentence and words >= 6 and not (line.marked and words < 10):
        return float(min(words, 60))
    if words >= 18:
        return 0.6 * min(words, 60)
    return -6.0 if line.marked else -4.0


def densest(weights: Sequence[float]) -> tuple[int, int]:
    """The range (from, to) of lines with the greatest sum of weights: (0, 0) where none is positive."""
    best, best_range, start, total = 0.0, (0, 0), 0, 0.0
    for index, value in enumerate(weights):
        if total <= 0:
            start, total = index, 0.0
        total += value
        if total > best:
            best, best_range = total, (start, index + 1)
    return best_range


def stems(text: str) -> frozenset[str]:
    """Beginnings of the longer words of a text: a cheap measure of what it is about."""
    return frozenset(word[:_STEM].casefold() for word in _CONTENT.findall(text))


def reads_on(line: Line, topic: frozenset[str]) -> bool:
    """Whether a line is prose about the topic: the evidence that the text resumes after a list or widget."""
    own = stems(line.text)
    shared = len(own & topic)
    return line.is_sentence and line.words >= 9 and shared >= 3 and shared >= 0.3 * len(own)


def totals(weights: Sequence[float]) -> list[float]:
    """Running sums, one longer than ``weights``: the sum of a range is a difference."""
    return list(accumulate(weights, initial=0.0))
