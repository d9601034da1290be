"""A conditional (softmax) model over the candidates of each of many questions, fitted by AdaGrad."""

import math
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

FOLDS, EPOCHS, RATE = 10, 12, 0.2


@dataclass(frozen=True, slots=True)
class Question:
    """The event that it is about, the features of each candidate, which are right, and how much it counts."""

    event: str
    names: list[list[str]]
    answers: tuple[bool, ...]
    weight: float = 1.0


def fit(given: Sequence[Question], events: int, decay: float) -> dict[str, float]:
    """The weights, as means over the second half of the epochs; the same questions give the same.

    Features that are known from fewer than ``events`` events are left out.
    """
    seen: defaultdict[str, set[str]] = defaultdict(set)
    for question in given:
        for own in question.names:
            for name in own:
                seen[name].add(question.event)
    index = {name: k for k, name in enumerate(sorted(n for n, known in seen.items() if len(known) >= events))}
    data = [
        ([[index[n] for n in own if n in index] for own in question.names], question.answers, question.weight)
        for question in given
        if any(question.answers) and len(question.answers) > 1
    ]
    weights, squares, total = [0.0] * len(index), [1e-6] * len(index), [0.0] * len(index)
    shuffle = random.Random(1)
    for epoch in range(EPOCHS):
        shuffle.shuffle(data)
        for features, answers, count in data:
            _step(features, answers, count, weights, squares, decay)
        if epoch >= EPOCHS // 2:
            total = [a + b for a, b in zip(total, weights, strict=True)]
    return {name: total[k] / (EPOCHS - EPOCHS // 2) for name, k in index.items()}


def _step(
    features: list[list[int]], answers: tuple[bool, ...], count: float, weights: list[float], squares: list[float],
    decay: float,
) -> None:  # fmt: skip
    """One step of AdaGrad on one question: towards all right answers together."""
    sums = [sum(weights[k] for k in own) for own in features]
    powers = [math.exp(value - max(sums)) for value in sums]
    whole, good = sum(powers), sum(p for p, answer in zip(powers, answers, strict=True) if answer)
    for own, power, answer in zip(features, powers, answers, strict=True):
        slope = count * (power / whole - (power / good if answer else 0.0))
        if abs(slope) < 1e-4:
            continue
        for k in own:
            step = slope + decay * weights[k]
            squares[k] += step * step
            weights[k] -= RATE * step / math.sqrt(squares[k])


def folds(events: set[str]) -> Iterator[set[str]]:
    """The events in ten parts, each held out once."""
    shuffled = sorted(events)
    random.Random(3).shuffle(shuffled)
    for k in range(FOLDS):
        yield set(shuffled[k::FOLDS])


def table(weights: dict[str, float]) -> str:
    """The lines of a table of weights; those that weigh next to nothing are left out."""
    return "".join(f"{name}\t{value:.2f}\n" for name, value in weights.items() if abs(value) >= 0.05)
