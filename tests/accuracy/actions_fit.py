"""Fits lexicons/en/action_weights.tsv: ``TALLYWIRE_GOLD=... python -m tests.accuracy.actions_fit [--write] [DIR...]``.

A conditional model (softmax.py) over the candidate words of a sentence. It learns from every labelled number
that is found and whose label names an action, also where the rules are sure; a number without a label for its action,
for which the rules find none, stands for "no action", at a quarter. Folds hold out whole events. DIR are more folders
laid out as ``tests/cases/figures/labelled``.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from unittest.mock import patch

from extractors.figure import Figure
from extractors.figures import extract
from extractors.figures.action import candidates, ranking, weighing
from extractors.figures.clause.reach import Found
from extractors.figures.lexicon import ROOT, Lexicon
from extractors.figures.lexicon import load as lexicon
from extractors.figures.odds import scores
from extractors.figures.spans import Span
from extractors.figures.text.sentences import Sentence
from tests.accuracy import figures_labelled, softmax
from tests.accuracy.figures_events import same_value
from tests.accuracy.fitting import Fitting
from tests.accuracy.softmax import Question

TABLE = Path(str(ROOT)) / "en" / "action_weights.tsv"
DECAY, EVENTS, NONE = 1e-4, 4, 0.25
_HEAD = """\
# How much each feature of a candidate word (action/weighing.py) speaks for its being the action of a number, in
# log-odds: a softmax over the candidates of a sentence, fitted on {rows} labelled numbers of {articles} articles
# about {events} events by tests/accuracy/actions_fit.py. Cross-validated by events, of {of} labelled actions {gain}
# become right and {loss} wrong. What weighs less than 0.05, or is known from fewer than {least} events, is left out.
feature\tweight
"""
Features = list[list[str]]


@dataclass(frozen=True, slots=True)
class Row:
    """One number: its event, features of the candidates (and of none), which are right, and what it has without us."""

    event: str
    article: str
    names: Features
    answers: tuple[bool, ...]
    actions: tuple[tuple[str | None, str | None], ...]
    present: tuple[str | None, str | None]
    right: bool
    margin: float


def rows(articles: Iterable[tuple[str, dict[str, Any]]]) -> Iterator[Row]:
    """A row for each number that tells something about its action."""
    words = lexicon("en")
    for name, article in articles:
        caught: list[tuple[Sentence, Span]] = []
        acts: dict[int, list[Found]] = {}

        def catch(
            placed: list[tuple[Sentence, Span]],
            found: dict[int, list[Found]],
            _: Lexicon,
            caught: list[tuple[Sentence, Span]] = caught,
            acts: dict[int, list[Found]] = acts,
        ) -> None:
            caught += placed
            acts |= found

        with patch.object(ranking, "settle", catch):
            figures = extract(article["text"], published_at=datetime.fromisoformat(article["published_at"]))
        for figure, (sentence, span) in zip(figures, caught, strict=True):
            row = _row(name, article["figures"], figure, sentence, span, acts.get(sentence.start, []), words)
            if row is not None:
                yield row


def _row(
    name: str, labels: list[dict[str, Any]], figure: Figure, sentence: Sentence, span: Span, acts: list[Found],
    words: Lexicon,
) -> Row | None:  # fmt: skip
    meant = [x for x in labels if figures_labelled._meets(figure, x)]
    tier = [x for x in meant if x["tier"] == 1]
    label = next((x for x in tier if same_value(figure, figures_labelled._report(x))), None)
    told = label is not None and "action" in label
    if not meant or figure.unit.startswith("age") or (not told and (span.action or any("action" in x for x in meant))):
        return None
    signs = weighing.tags(sentence.tokens, words)
    found = candidates.gather(sentence.tokens, signs, span, acts, words)
    at = weighing.place(sentence.tokens, signs, span)
    names = [weighing.features(signs, span, c, at) for c in found]
    want = (label["action"] if isinstance(label["action"], list) else [label["action"]]) if told and label else []
    answers = [any(_same(c.lemma, c.cls, word, words) for word in want) for c in found]
    right = told and label is not None and bool(figures_labelled.right(figure, label, "action"))
    return Row(
        name.split()[0], name, [*names, weighing.nothing(span, at)], (*answers, not told),
        tuple((c.lemma, c.cls) for c in found), (span.action, span.action_class), right, ranking.margin(span, words),
    )  # fmt: skip


def _same(lemma: str, cls: str | None, word: str, words: Lexicon) -> bool:
    """As ``figures_labelled`` compares a figure's action with a label's."""
    acts = words.actions.get(word, ())
    known = {word, words.verbs.get(word, word), *(act.lemma for act in acts)}
    return lemma in known or (cls is not None and cls in {word, *(act.cls for act in acts[:1])})


def fit(given: list[Row]) -> dict[str, float]:
    """The weights; a number without an action counts a quarter."""
    asked = [Question(row.event, row.names, row.answers, NONE if row.answers[-1] else 1.0) for row in given]
    return softmax.fit(asked, EVENTS, DECAY)


def judged(given: Iterable[Row], weights: dict[str, float]) -> Counter[str]:
    """Of the labelled actions how many are right without the weights, and how many they mend and break."""
    found: Counter[str] = Counter()
    for row in given:
        if row.answers[-1]:
            continue
        found.update(actions=1, right=row.right)
        chosen = _chosen(row, weights) if row.margin else None
        if chosen is not None and chosen != row.present:
            answer = row.answers[row.actions.index(chosen)]
            found.update(changed=1, mended=answer and not row.right, broken=row.right and not answer)
    return found


def _chosen(row: Row, weights: dict[str, float]) -> tuple[str | None, str | None] | None:
    if not row.actions:
        return None
    nothing = row.present[0] is None
    odds = scores(row.names if nothing else row.names[:-1], weights)
    return ranking.likeliest(row.actions, odds, row.present, lexicon("en").cue("telling"), row.margin)


if __name__ == "__main__":
    Fitting("actions", TABLE, _HEAD, EVENTS, rows, fit, judged).command(__doc__)
