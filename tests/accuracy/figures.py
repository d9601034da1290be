"""The stage `figures`: what the extractor finds, against every labelled set there is, each beside a naive baseline."""

from pathlib import Path

from tests.accuracy import figures_newsquant, figures_seeds
from tests.accuracy.score import Row


def score(gold: Path | None, show: str | None = None) -> list[Row]:
    """Rows of all sets under the gold folder; ``show="errors"`` prints what was missed and what was false."""
    if gold is None:
        return []
    out = []
    for part in (figures_seeds, figures_newsquant):
        out.extend(part.rows(gold, show))
    return out
