"""Which lines of a plain text are the article: each line is scored, the densest stretch is found, gaps are filled."""

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise
from statistics import median

from extractors.reading.features import NAMES, Page, stems
from extractors.reading.language import is_stop_word
from extractors.reading.lines import Line

# A lost paragraph costs as much as a kept teaser, and lines outside the article mostly give themselves away by rules:
# so a line stays unless much speaks against it, the less the nearer it stands to the densest stretch.
_CORE, _INSIDE, _OUTSIDE = 1.0, 3.0, 2.0
_HEAD_REACH = 30
_GAP_REACH = 40
_CLIP = 6.0
_SHORT = 3
"""Below so many paragraphs an article has few words that a later one could share."""
# A text with few short stray lines was cut out of its page already: then far more has to speak against a line.
_CLUTTERED, _LENIENCE = 0.4, 4.0


@cache
def _weights() -> tuple[float, ...]:
    lines = files(__package__).joinpath("weights.tsv").read_text("utf-8").splitlines()
    named = dict(line.split("\t") for line in lines if line and not line.startswith("#"))
    return tuple(float(named[name]) for name in NAMES)


def scores(page: Page) -> list[float]:
    """For each line the log-odds that it belongs to the article."""
    weights = _weights()
    return [
        sum(weight * value for weight, value in zip(weights, page.features(n), strict=True))
        for n in range(len(page.lines))
    ]


def choose(page: Page) -> tuple[list[bool], int]:
    """For each line whether it is taken for the article's, before the rules have their say; and where its densest
    stretch begins."""
    lenience = _LENIENCE * max(0.0, 1 - page.clutter() / _CLUTTERED)
    rated = [score + lenience for score in scores(page)]
    mass = [
        max(-_CLIP, min(_CLIP, score + _CORE)) * max(1, min(60, size)) ** 0.5
        for score, size in zip(rated, page.sizes, strict=True)
    ]
    first, last = densest(mass)
    if not last:
        return [True] * len(rated), 0
    chosen = [score + (_INSIDE if first <= n < last else _OUTSIDE) > 0 for n, score in enumerate(rated)]
    _extend(page, chosen, first)
    return chosen, first


def _extend(page: Page, chosen: list[bool], first: int) -> None:
    """An article runs on from its headline, and through short lines (rows, lists) that no marker separates."""
    top = page.headline
    if 0 <= top < first <= top + _HEAD_REACH and sum(map(bool, page.effects[top:first])) <= 4:
        chosen[top:first] = [True] * (first - top)
    taken = [n for n, is_taken in enumerate(chosen) if is_taken]
    for before, after in pairwise(taken):
        if 1 < after - before <= _GAP_REACH and not {"list", "end"} & set(page.effects[before + 1 : after]):
            chosen[before:after] = [True] * (after - before)


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


class Topic:
    """What an article has been about so far: the evidence that its text resumes after a list or widget."""

    def __init__(self, headline: str = "") -> None:
        self._headline = stems(headline)
        self._paragraphs: list[frozenset[str]] = []

    def add(self, line: Line) -> None:
        """Take in a line of the article; short lines say too little and are passed over."""
        if line.is_sentence and line.words >= 8:
            self._paragraphs.append(stems(line.text))

    def __bool__(self) -> bool:
        return bool(self._paragraphs)

    def resumes(self, line: Line, strictness: float) -> bool:
        """Whether a line is prose whose vocabulary the article shares ``strictness`` times as much as the article's
        own paragraphs share one another's, or that takes up the headline."""
        own = stems(line.text)
        if not (line.is_sentence and line.words >= 8 and own):
            return False
        named = len(own & self._headline)
        if named >= 3 and named >= 0.5 * len(self._headline):
            return True
        known = frozenset().union(*self._paragraphs)
        shared = own & known
        few = len(self._paragraphs) < _SHORT and sum(not is_stop_word(stem) for stem in shared) >= 2
        return (len(shared) >= 3 or few) and len(shared) / len(own) >= max(0.12, strictness * self._usual())

    def _usual(self) -> float:
        if len(self._paragraphs) < 3:
            return 0.3
        parts = self._paragraphs[-20:]
        return median(self._shared(own, parts[:n] + parts[n + 1 :]) for n, own in enumerate(parts))

    @staticmethod
    def _shared(own: frozenset[str], others: Sequence[frozenset[str]]) -> float:
        known = frozenset().union(*others)
        return len(own & known) / len(own) if own else 0.0
