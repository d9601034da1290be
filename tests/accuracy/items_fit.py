"""Fits lexicons/en/item_weights.tsv: ``TALLYWIRE_GOLD=... python -m tests.accuracy.items_fit [--write] [DIR...]``.

A conditional model (softmax.py) over the nouns that a number without one may count (counted/choosing.py). It learns
from every labelled number that has no noun beside it, also where the rules are sure. Folds hold out whole events. DIR
are more folders laid out as ``tests/cases/figures/labelled``.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any
from unittest.mock import patch

import yaml

from extractors.figure import Figure
from extractors.figures import extract
from extractors.figures.action import ranking, weighing
from extractors.figures.counted import choosing
from extractors.figures.lexicon import ROOT
from extractors.figures.odds import scores
from extractors.figures.spans import Span
from extractors.figures.state import State
from extractors.figures.text.sentences import Sentence
from tests.accuracy import figures_labelled, softmax
from tests.accuracy.figures_events import same_value
from tests.accuracy.fitting import Fitting
from tests.accuracy.softmax import Question

TABLE = Path(str(ROOT)) / "en" / "item_weights.tsv"
_HEAD = """\
# How much each feature of a noun (counted/choosing.py) speaks for its being what a number without a noun counts, in
# log-odds: a softmax over the nouns named before it, fitted on {rows} labelled numbers of {articles} articles
# about {events} events by tests/accuracy/items_fit.py. Cross-validated by events, of {of} labelled items {gain}
# become right and {loss} wrong. What weighs less than 0.05, or is known from fewer than {least} events, is left out.
feature\tweight
"""
DECAY, EVENTS = 5e-3, 4


@dataclass(frozen=True, slots=True)
class Asked:
    """The candidates of a number with their features, what the rules found, and how far that is trusted."""

    names: list[list[str]]
    found: list[choosing.Noun]
    present: str | None
    trust: float | None


@dataclass(frozen=True, slots=True)
class Row:
    """One number: its article, its candidates with their features, which are right, and what it has without us."""

    article: str
    names: list[list[str]]
    found: list[choosing.Noun]
    answers: tuple[bool, ...]
    present: str | None
    right: bool
    trust: float | None

    @property
    def event(self) -> str:
        return self.article.split()[0]


def rows(articles: Iterable[tuple[str, dict[str, Any]]]) -> Iterator[Row]:
    """A row for each labelled number that has no noun beside it."""
    for name, article in articles:
        for figure, asked in _asked(article["text"], datetime.fromisoformat(article["published_at"])):
            label = _label(figure, article["figures"])
            if label is not None:
                answers = [_right(figure, label, item, cls) for item, cls in asked.found]
                right = bool(figures_labelled.right(figure, label, "item"))
                yield Row(name, asked.names, asked.found, tuple(answers), asked.present, right, asked.trust)


def sentences() -> Iterator[Row]:
    """The same of the sentences that show what rules do, each an event of its own; in some nothing is counted."""
    for path in sorted(figures_labelled.CASES.glob("*.yaml")):
        for n, case in enumerate(yaml.safe_load(path.read_text(encoding="utf-8"))):
            wanted = {
                want["value"]: want["item"] for want in case.get("figures", ()) if {"value", "item"} <= want.keys()
            }
            day = datetime.fromisoformat(case["published_at"]) if "published_at" in case else None
            if not wanted or "language" in case:
                continue
            for figure, asked in _asked(case["text"], day):
                if figure.value in wanted:
                    answers = [item == wanted[figure.value] for item, _ in asked.found]
                    right = figure.item == wanted[figure.value]
                    name = f"{path.stem}-{n}"
                    yield Row(name, asked.names, asked.found, tuple(answers), asked.present, right, asked.trust)


def _asked(text: str, day: datetime | None) -> Iterator[tuple[Figure, Asked]]:
    """The figures of a text that have no noun beside them, as they are without any weights."""
    caught: list[Span] = []
    asked: list[tuple[Span, Asked]] = []
    settle = ranking.settle

    def catch(placed: list[tuple[Sentence, Span]], *rest: Any) -> None:
        caught.extend(span for _, span in placed)
        settle(placed, *rest)

    def ask(sentence: Sentence, span: Span, spans: list[Span], state: State) -> None:
        signs = weighing.tags(sentence.tokens, state.lexicon)
        doubtful = choosing.doubtful(sentence.tokens, signs, span, state.lexicon)
        names, found = choosing.weighed(sentence, signs, span, spans, state)
        asked.append((span, Asked(names, found, span.item, choosing.trust(span) if doubtful else None)))

    with patch.object(ranking, "settle", catch), patch.object(choosing, "settle", ask):
        figures = extract(text, published_at=day)
    for figure, span in zip(figures, caught, strict=True):
        yield from ((figure, told) for other, told in asked if other is span)


def _label(figure: Figure, labels: list[dict[str, Any]]) -> dict[str, Any] | None:
    meant = (x for x in labels if x["tier"] == 1 and "item" in x and figures_labelled._meets(figure, x))
    return next((x for x in meant if same_value(figure, figures_labelled._report(x))), None)


def _right(figure: Figure, label: dict[str, Any], item: str | None, cls: str | None) -> bool:
    return bool(figures_labelled.right(replace(figure, item=item, item_class=cls), label, "item"))


def fit(given: list[Row]) -> dict[str, float]:
    """The weights of the features."""
    return softmax.fit([Question(row.event, row.names, row.answers) for row in given], EVENTS, DECAY)


def judged(given: Iterable[Row], weights: dict[str, float]) -> Counter[str]:
    """Of the labelled items how many are right without the weights, and how many they mend and break."""
    found: Counter[str] = Counter()
    for row in given:
        found.update(items=1, right=row.right)
        if row.trust is None:
            continue
        chosen = choosing.likeliest(row.found, scores(row.names, weights), row.present, row.trust)
        if chosen is not None:
            answer = row.answers[row.found.index(chosen[0])]
            found.update(changed=1, mended=answer and not row.right, broken=row.right and not answer)
    return found


if __name__ == "__main__":
    Fitting("items", TABLE, _HEAD, EVENTS, rows, fit, judged, sentences).command(__doc__)
