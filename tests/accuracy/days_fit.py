"""Fits lexicons/en/day_weights.tsv: ``TALLYWIRE_GOLD=... python -m tests.accuracy.days_fit [--write] [DIR...]``.

Whether a number has one day at all (story/whether.py), a model (softmax.py) of two candidates: a day and none. It
learns from every labelled number whose label names a day or says that there is none, also where the rules are sure,
and from the sentences of our own cases. Folds hold out whole events. DIR are more folders laid out as
``tests/cases/figures/labelled``.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import groupby
from pathlib import Path
from typing import Any
from unittest.mock import patch

import yaml

from extractors.figure import Figure
from extractors.figures import extract
from extractors.figures.lexicon import ROOT, Lexicon
from extractors.figures.odds import scores
from extractors.figures.story import whether
from extractors.figures.story.families import Day
from tests.accuracy import figures_labelled, softmax
from tests.accuracy.figures_events import same_value
from tests.accuracy.fitting import Fitting
from tests.accuracy.softmax import Question

TABLE = Path(str(ROOT)) / "en" / "day_weights.tsv"
_HEAD = """\
# How much each feature of a number (story/daysigns.py) speaks for its having one day at all, in log-odds: fitted on
# {rows} labelled numbers of {articles} articles about {events} events by tests/accuracy/days_fit.py. Cross-validated by
# events, of {of} labels of a day and of none {gain} become right and {loss} wrong. What weighs less than 0.05, or is
# known from fewer than {least} events, is left out.
feature\tweight
"""
DECAY, EVENTS = 3e-2, 6


@dataclass(frozen=True, slots=True)
class Row:
    """One number: its article, its features, its day by the label and by the rules, the one to lend, if in doubt."""

    article: str
    names: list[str]
    told: date | None
    present: date | None
    nearest: date | None
    doubtful: bool

    @property
    def event(self) -> str:
        return self.article.split()[0]


def rows(articles: Iterable[tuple[str, dict[str, Any]]]) -> Iterator[Row]:
    """A row for each labelled number that is found and whose label tells a day, or that there is none."""
    for name, article in articles:
        for figure, row in _asked(name, article["text"], datetime.fromisoformat(article["published_at"])):
            label = _label(figure, article["figures"])
            if label is not None:
                yield replace(row, told=label["when"])


def sentences() -> Iterator[Row]:
    """The same of the sentences that show what rules do, each an event of its own."""
    for path in sorted(figures_labelled.CASES.glob("*.yaml")):
        for n, case in enumerate(yaml.safe_load(path.read_text(encoding="utf-8"))):
            wanted = {
                want["value"]: want["when"] for want in case.get("figures", ()) if {"value", "when"} <= want.keys()
            }
            if not wanted or "published_at" not in case or "language" in case:
                continue
            for figure, row in _asked(f"{path.stem}-{n}", case["text"], datetime.fromisoformat(case["published_at"])):
                if figure.value in wanted:
                    day = wanted[figure.value]
                    yield replace(row, told=date.fromisoformat(day) if isinstance(day, str) else day)


def _asked(name: str, text: str, day: datetime) -> Iterator[tuple[Figure, Row]]:
    """The figures of a text with the days that they have without any weights."""
    found: list[Row] = []

    def catch(placed: whether.Placed, days: list[Day], lexicon: Lexicon) -> None:
        near = whether.Nearest(placed, days, lexicon)
        for sentence, group in groupby(placed, lambda pair: pair[0]):
            spans = [span for _, span in group]
            for span, names in zip(spans, whether.named(sentence, spans, lexicon), strict=True):
                doubtful = whether.guessed(span) or whether.open_to(sentence, span, lexicon)
                nearest = near.of(sentence, span) if near.known else None
                found.append(Row(name, names, None, span.when, nearest, doubtful))

    with patch.object(whether, "settle", catch):
        figures = extract(text, published_at=day)
    return zip(figures, found, strict=True)


def _label(figure: Figure, labels: list[dict[str, Any]]) -> dict[str, Any] | None:
    meant = (x for x in labels if x["tier"] == 1 and "when" in x and figures_labelled._meets(figure, x))
    return next((x for x in meant if same_value(figure, figures_labelled._report(x))), None)


def fit(given: list[Row]) -> dict[str, float]:
    """The weights of the features."""
    asked = [Question(row.event, [row.names, []], (row.told is not None, row.told is None)) for row in given]
    return softmax.fit(asked, EVENTS, DECAY)


def judged(given: Iterable[Row], weights: dict[str, float]) -> Counter[str]:
    """How many labels, of a day or of none, are right without the weights, and how many they mend and break."""
    found: Counter[str] = Counter()
    for row in given:
        day = row.present
        if row.doubtful:
            chance = scores([row.names, []], weights)[0]
            if day is not None and chance < whether.UNLIKELY:
                day = None
            elif day is None and chance > whether.LIKELY:
                day = row.nearest
        was, now = row.present == row.told, day == row.told
        found.update(labels=1, right=was, changed=day != row.present, mended=now and not was, broken=was and not now)
        found.update(lost=was and not now and day is None, found=now and not was and day is not None)
    return found


if __name__ == "__main__":
    Fitting("labels", TABLE, _HEAD, EVENTS, rows, fit, judged, sentences).command(__doc__)
