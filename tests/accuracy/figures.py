"""The stage `figures`: what the extractor finds, against every labelled set there is, each beside a naive baseline."""

from pathlib import Path

from tests.accuracy import (
    figures_cases,
    figures_days,
    figures_events,
    figures_incidents,
    figures_labelled,
    figures_news,
    figures_newsquant,
    figures_pages,
    figures_seeds,
    figures_specs,
)
from tests.accuracy.score import Row

PARTS = (
    figures_seeds,
    figures_labelled,
    figures_news,
    figures_pages,
    figures_newsquant,
    figures_specs,
    figures_events,
    figures_incidents,
    figures_days,
)


def score(gold: Path | None, show: str | None = None) -> list[Row]:
    """Rows of all sets under the gold folder, else of the project's own cases.

    ``show="errors"`` prints what was missed, what was false, and every wrong attribute.
    """
    if gold is None:
        return figures_cases.rows(None, show) + figures_labelled.rows(None, show)
    return [row for part in PARTS for row in part.rows(gold, show)]
